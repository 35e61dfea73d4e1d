import type { Feature, FeatureCollection, MultiLineString, Point } from 'geojson';

export interface StationProperties {
  code: string; kind: 'station' | 'special'; approximate: boolean; state: string; group: string; centre: boolean;
}
export type Stations = FeatureCollection<Point, StationProperties>;
interface StationTable { columns: string[]; rows: unknown[][] }

/** Stations come as a table, since fifteen thousand GeoJSON features are four times the bytes. */
export function readStations({ columns, rows }: StationTable): Stations {
  const at = (name: string) => columns.indexOf(name);
  const [code, lat, lng, special, approximate, state, group, centre] =
    ['code', 'lat', 'lng', 'special', 'approximate', 'state', 'group', 'centre'].map(at) as [number, number, number, number, number, number, number, number];
  return {
    type: 'FeatureCollection',
    features: rows.filter(row => row[lat] != null && row[lng] != null).map(row => ({
      type: 'Feature',
      properties: {
        code: String(row[code]), kind: row[special] ? 'special' : 'station',
        approximate: !!row[approximate], state: String(row[state] ?? ''),
        group: String(row[group] ?? ''), centre: !!row[centre],
      },
      geometry: { type: 'Point', coordinates: [Number(row[lng]), Number(row[lat])] },
    })),
  };
}

/** Of each group the lines from its centre to its other stations. */
export function groupsOf({ features }: Stations): FeatureCollection<MultiLineString, { group: string }> {
  const groups = new Map<string, typeof features>();
  for (const f of features) if (f.properties.group) groups.set(f.properties.group, [...groups.get(f.properties.group) ?? [], f]);
  const lines: Feature<MultiLineString, { group: string }>[] = [];
  for (const [group, members] of groups) {
    const centre = members.find(f => f.properties.centre);
    if (!centre || members.length < 2) continue;
    lines.push({
      type: 'Feature', properties: { group },
      geometry: { type: 'MultiLineString', coordinates: members.filter(f => f !== centre).map(f => [centre.geometry.coordinates, f.geometry.coordinates]) },
    });
  }
  return { type: 'FeatureCollection', features: lines };
}

/** 35.08.01.2001.004 is TPS 004. */
export const numberOf = (code: string) => code.slice(code.lastIndexOf('.') + 1);
export const desaOf = (code: string) => code.slice(0, code.lastIndexOf('.'));
