// Writes the official list of areas that the server embeds: `code;name`, every level, sorted by code.
//   npm run official
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const out = new URL('../Server/Territory/Official/', import.meta.url);

// Names hold commas and doubled quotes ("Lubuk Pakam I,II", "Ra""as"), and never a line break.
const cells = line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
  .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);

const areas = [];
const counts = [];
for (const [level, depth] of [['provinces', 1], ['regencies', 2], ['districts', 3], ['villages', 4]]) {
  const [head, ...lines] = readFileSync(new URL(`node_modules/idn-area-data/data/${level}.csv`, import.meta.url), 'utf8')
    .trim().split(/\r?\n/);
  const columns = head.split(',');
  for (const line of lines) {
    const row = cells(line);
    // In "Ra""as" the quote stands for the apostrophe of a glottal stop.
    const code = row[columns.indexOf('code')], name = row[columns.indexOf('name')]?.replaceAll('"', "'").trim();
    if (row.length !== columns.length || !name || name.includes(';') || code.split('.').length !== depth)
      throw new Error(`${level}.csv: cannot read '${line}'.`);
    areas.push([code, name]);
  }
  counts.push(`${lines.length} ${level}`);
}

areas.sort(([a], [b]) => (a < b ? -1 : 1));
mkdirSync(out, { recursive: true });
// Node writes no time into the header, so the same list gives the same bytes.
writeFileSync(new URL('official-areas.csv.gz', out), gzipSync(areas.map(([code, name]) => `${code};${name}\n`).join(''), { level: 9 }));
console.log(counts.join(', '));
