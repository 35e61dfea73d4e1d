import type { FeatureCollection, Point } from 'geojson';

export interface StationProperties {
  code: string; kind: 'station' | 'special'; approximate: boolean; state: string;
}
export type Stations = FeatureCollection<Point, StationProperties>;
interface StationTable { columns: string[]; rows: unknown[][] }

/** Stations come as a table, since fifteen thousand GeoJSON features are four times the bytes. */
export function readStations({ columns, rows }: StationTable): Stations {
  const at = (name: string) => columns.indexOf(name);
  const [code, lat, lng, special, approximate, state] =
    ['code', 'lat', 'lng', 'special', 'approximate', 'state'].map(at) as [number, number, number, number, number, number];
  return {
    type: 'FeatureCollection',
    features: rows.filter(row => row[lat] != null && row[lng] != null).map(row => ({
      type: 'Feature',
      properties: {
        code: String(row[code]), kind: row[special] ? 'special' : 'station',
        approximate: !!row[approximate], state: String(row[state] ?? ''),
      },
      geometry: { type: 'Point', coordinates: [Number(row[lng]), Number(row[lat])] },
    })),
  };
}

/** 35.08.01.2001.004 is TPS 004. */
export const numberOf = (code: string) => code.slice(code.lastIndexOf('.') + 1);
export const desaOf = (code: string) => code.slice(0, code.lastIndexOf('.'));
