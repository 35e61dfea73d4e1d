// Writes what the browser gets into src/Server/wwwroot (README.md says what each file is).
//   npm ci && npm run build
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const here = name => new URL(name, import.meta.url);
const path = url => decodeURIComponent(url.pathname);
const out = here('../Server/wwwroot/');
const package_ = name => here(`node_modules/${name}`);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const common = {
  bundle: true, minify: true, target: 'es2022', legalComments: 'none', logLevel: 'warning',
  outdir: path(out), absWorkingDir: path(here('.')),
};

await build({
  ...common, entryPoints: { site: 'css/site.css' }, loader: { '.woff2': 'file' }, assetNames: '[name]',
});

await build({
  ...common, format: 'esm', entryPoints: { site: 'site/site.ts', map: 'map/area-map.ts' },
  // The map comes on pages that have one, and the library finds its worker beside itself.
  external: ['./map.js'],
  loader: { '.css': 'text' },
  plugins: [{
    name: 'library-beside',
    setup: it => it.onResolve({ filter: /^maplibre-gl$/ }, () => ({ path: './maplibre-gl.mjs', external: true })),
  }],
});

await build({ ...common, format: 'iife', entryPoints: { theme: 'site/theme.ts' } });

for (const file of ['maplibre-gl.mjs', 'maplibre-gl-worker.mjs']) {
  // Its source map stays behind, and so must the line that asks for it.
  const text = readFileSync(package_(`maplibre-gl/dist/${file}`), 'utf8');
  writeFileSync(new URL(file, out), text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

const names = readFileSync(here('icons.txt'), 'utf8').split(/\s+/).filter(Boolean);
const symbols = names.map(name => {
  const svg = readFileSync(package_(`@tabler/icons/icons/outline/${name}.svg`), 'utf8');
  const paths = svg.replace(/<!--[^]*?-->/g, '').replace(/^[^]*?<svg[^>]*>|<\/svg>[^]*$/g, '')
    .replace(/<path stroke="none"[^>]*\/>/, '').replace(/\s*\n\s*/g, '');
  // The width of the line is left to the style sheet, which reaches through <use> by inheritance.
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round"`
    + ` stroke-linejoin="round">${paths}</symbol>`;
});
// The mark follows the theme where it comes from the sprite.
const mark = readFileSync(here('logo.svg'), 'utf8').trim().replace(/<svg[^>]*viewBox/, '<symbol id="logo" viewBox')
  .replace('#0b5563', 'currentColor').replace('</svg>', '</symbol>');
writeFileSync(new URL('icons.svg', out), `<svg xmlns="http://www.w3.org/2000/svg">\n${[mark, ...symbols].join('\n')}\n</svg>\n`);

for (const file of ['logo.svg', 'favicon.svg']) copyFileSync(here(file), new URL(file, out));

// Papers are set in the product's type; the server embeds it, since a PDF carries its letters along.
const fonts = here('../Server/Shell/Documents/Fonts/');
mkdirSync(fonts, { recursive: true });
for (const weight of ['400Regular', '700Bold']) {
  const file = `PlusJakartaSans_${weight}.ttf`;
  copyFileSync(package_(`@expo-google-fonts/plus-jakarta-sans/${weight}/${file}`), new URL(file, fonts));
}
