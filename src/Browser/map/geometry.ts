import type { Feature, FeatureCollection, Geometry, MultiLineString, Point, Position } from 'geojson';

export interface AreaProperties { code: string; name: string; level?: string; label?: [number, number]; step?: number }
export type AreaFeature = Feature<Geometry | null, AreaProperties>;
export type Box = [number, number, number, number];

/** Whether `code` is `area` or lies in it; codes are compared by whole segments. */
export const within = (code: string, area: string) => code === area || code.startsWith(area + '.');

/** The kecamatan of a code: 35.08.01.2001 lies in 35.08.01. */
export const kecamatanOf = (code: string) => code.split('.').slice(0, 3).join('.');

const rings = (g: Geometry | null): Position[][] =>
  g?.type === 'Polygon' ? g.coordinates : g?.type === 'MultiPolygon' ? g.coordinates.flat() : [];

/** Reads what the server sent: properties may stand in the feature's id, a label may come as text. */
export function readAreas(input: FeatureCollection): AreaFeature[] {
  return input.features.map(f => {
    const p = (f.properties ?? {}) as Partial<AreaProperties> & { label?: unknown };
    const code = String(p.code ?? f.id ?? '');
    const label = typeof p.label === 'string' ? JSON.parse(p.label) as unknown : p.label;
    return {
      type: 'Feature', geometry: f.geometry,
      properties: {
        code, name: p.name ?? code, level: p.level ?? ['', 'provinsi', 'kabupaten', 'kecamatan', 'desa'][code.split('.').length],
        ...(Array.isArray(label) ? { label: label as [number, number] } : {}),
      },
    };
  });
}

export const isDrawn = (f: AreaFeature) => rings(f.geometry).length > 0;

/** The finest level with polygons is the land. */
export function landOf(areas: AreaFeature[]): AreaFeature[] {
  for (const level of ['desa', 'kecamatan', 'kabupaten']) {
    const found = areas.filter(f => f.properties.level === level && isDrawn(f));
    if (found.length) return found;
  }
  return [];
}

/**
 * The borders of the kecamatan: sides that are not between two areas of the same kecamatan. Neighbours share their
 * sides point by point where boundaries come from one source; where they do not, both sides are drawn.
 */
export function bordersOf(land: AreaFeature[]): FeatureCollection<MultiLineString, { one: string; other: string }> {
  const sides = new Map<string, { a: Position; b: Position; owners: string[] }>();
  for (const f of land) {
    const owner = kecamatanOf(f.properties.code);
    for (const ring of rings(f.geometry)) {
      for (let i = 1; i < ring.length; i++) {
        const a = ring[i - 1]!, b = ring[i]!;
        const ka = `${a[0]},${a[1]}`, kb = `${b[0]},${b[1]}`;
        if (ka === kb) continue;
        const key = ka < kb ? `${ka} ${kb}` : `${kb} ${ka}`;
        const side = sides.get(key);
        if (side) side.owners.push(owner);
        else sides.set(key, { a, b, owners: [owner] });
      }
    }
  }
  const groups = new Map<string, { one: string; other: string; lines: Position[][] }>();
  for (const { a, b, owners } of sides.values()) {
    const [one = '', other = ''] = owners;
    if (owners.length > 1 && one === other) continue;
    const key = `${one}|${other}`;
    let group = groups.get(key);
    if (!group) groups.set(key, group = { one, other, lines: [] });
    const line = group.lines.at(-1), end = line?.at(-1);
    // Sides come along the ring, so most of them continue the line before.
    if (end && end[0] === a[0] && end[1] === a[1]) line!.push(b);
    else group.lines.push([a, b]);
  }
  return {
    type: 'FeatureCollection',
    features: [...groups.values()].map(({ one, other, lines }) => ({
      type: 'Feature', properties: { one, other }, geometry: { type: 'MultiLineString', coordinates: lines },
    })),
  };
}

/** Areas that are somewhere and have no shape, as points: how far each is, is shown there. */
export function placesOf(areas: AreaFeature[], land: AreaFeature[], steps: ReadonlyMap<string, number>): FeatureCollection<Point, AreaProperties> {
  return {
    type: 'FeatureCollection',
    features: areas.flatMap(f => {
      const { code, label } = f.properties, step = steps.get(code);
      if (step === undefined || !label || land.some(l => within(l.properties.code, code))) return [];
      return [{ type: 'Feature' as const, properties: { ...f.properties, step }, geometry: { type: 'Point' as const, coordinates: label } }];
    }),
  };
}

/** The centre of gravity; near enough for a name. */
function middle(shapes: AreaFeature[]): Position | undefined {
  let sx = 0, sy = 0, sum = 0;
  for (const f of shapes) {
    for (const ring of rings(f.geometry)) {
      for (let i = 1; i < ring.length; i++) {
        const [x1 = 0, y1 = 0] = ring[i - 1]!, [x2 = 0, y2 = 0] = ring[i]!;
        const cross = x1 * y2 - x2 * y1;
        sum += cross;
        sx += (x1 + x2) * cross;
        sy += (y1 + y2) * cross;
      }
    }
  }
  return sum ? [sx / (3 * sum), sy / (3 * sum)] : undefined;
}

/** One point for each name; a kecamatan without a shape takes the middle of its desa. */
export function labelsOf(areas: AreaFeature[], land: AreaFeature[]): FeatureCollection<Point, AreaProperties> {
  const byKecamatan = new Map<string, AreaFeature[]>();
  for (const f of land) {
    const key = kecamatanOf(f.properties.code), desa = byKecamatan.get(key);
    if (desa) desa.push(f);
    else byKecamatan.set(key, [f]);
  }
  const features = areas.flatMap(f => {
    const { code, level, label } = f.properties;
    if (level !== 'kecamatan' && level !== 'desa') return [];
    const at = label ?? (f.geometry?.type === 'Point' ? f.geometry.coordinates : undefined)
      ?? middle(isDrawn(f) ? [f] : level === 'kecamatan' ? byKecamatan.get(code) ?? [] : []);
    return at ? [{ type: 'Feature' as const, properties: f.properties, geometry: { type: 'Point' as const, coordinates: at } }] : [];
  });
  return { type: 'FeatureCollection', features };
}

/** The box around all positions, or nothing where there are none. */
export function boxOf(positions: Iterable<Position>): Box | undefined {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
  }
  return box[0] <= box[2] ? box : undefined;
}

export function* positionsOf(shapes: AreaFeature[]): Generator<Position> {
  for (const f of shapes) for (const ring of rings(f.geometry)) yield* ring;
}

/** Reads a place as a person writes it, latitude first: "-8.1335, 113.2221". */
export function placeOf(text: string): [number, number] | undefined {
  const [lat, lng, more] = text.split(/[\s,;]+/).filter(Boolean).map(Number);
  return lat !== undefined && lng !== undefined && more === undefined && Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? [lng, lat] : undefined;
}
