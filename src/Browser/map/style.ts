import type { FilterSpecification, StyleSpecification } from 'maplibre-gl';

// The library's own types of expressions are so deep that checking them takes minutes; its style checker reads them
// again when the map starts.
type Expression = unknown;
interface Layer { id: string; filter?: FilterSpecification; paint: Record<string, Expression>; [more: string]: unknown }

export const sources = ['land', 'borders', 'labels', 'groups', 'stations', 'places', 'lit', 'chosen'] as const;
const nothing = { type: 'FeatureCollection' as const, features: [] };
const FONT = ['Plus Jakarta Sans'], STRONG = ['Plus Jakarta Sans SemiBold'];

function only(code: string): FilterSpecification {
  return ['==', ['get', 'code'], code];
}

/** Whether a feature's code is the area or lies in it. */
export const inArea = (area: string, key = 'code') => ['any',
  ['==', ['get', key], area], ['==', ['slice', ['get', key], 0, area.length + 1], area + '.']] as unknown as FilterSpecification;

export const never = only('');
export const ofGroup = (group: string): FilterSpecification => ['==', ['get', 'group'], group || 'none'];

/** Shades of the steps of a task, from none to full; what has no step has no shade. */
export const SHADES = [0, 0.22, 0.5, 0.9] as const;
const SHADE: Expression = ['match', ['coalesce', ['get', 'step'], 0], 1, SHADES[1], 2, SHADES[2], 3, SHADES[3], 0];

/** Layers from the page's colours; `focus` mutes everything that does not lie in it. */
export function layers(host: Element, focus: string): Layer[] {
  const css = getComputedStyle(host);
  const colour = (name: string) => css.getPropertyValue(name).trim() || '#888';
  const focused = (yes: Expression, no: Expression): Expression => (focus ? ['case', inArea(focus), yes, no] : yes);
  const station: Expression = ['match', ['get', 'state'],
    'good', colour('--map-good'), 'warn', colour('--map-warn'), 'bad', colour('--map-bad'), colour('--map-station')];
  const grow = (far: number, near: number): Expression =>
    ['interpolate', ['exponential', 1.5], ['zoom'], 8, far, 16, near];
  const borderIn: Expression = focus
    ? ['any', inArea(focus, 'one'), inArea(focus, 'other'), ['==', ['get', 'one'], focus.split('.').slice(0, 3).join('.')]] : true;
  const halo = { 'text-halo-color': colour('--map-halo'), 'text-halo-width': 1.4, 'text-halo-blur': 0.3 };
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': colour('--map-ground') } },
    { id: 'land', type: 'fill', source: 'land', paint: {
      'fill-color': focused(colour('--map-land'), colour('--map-land-muted')), 'fill-antialias': false } },
    // How far a task is, in shades of one colour: no place is painted as good or bad.
    { id: 'land-steps', type: 'fill', source: 'land', paint: { 'fill-color': colour('--accent'), 'fill-opacity': SHADE } },
    { id: 'land-lit', type: 'fill', source: 'land', filter: never, paint: { 'fill-color': colour('--accent'), 'fill-opacity': 0.13 } },
    { id: 'line', type: 'line', source: 'land', layout: { 'line-join': 'round' }, paint: {
      'line-color': colour('--map-line'), 'line-width': grow(0.5, 1.4), 'line-opacity': focused(1, 0.5) } },
    { id: 'border', type: 'line', source: 'borders', layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: {
      'line-color': colour('--map-border'), 'line-width': grow(0.9, 2.6),
      'line-opacity': focus ? ['case', borderIn, 1, 0.35] : 1 } },
    { id: 'focus', type: 'line', source: 'land', filter: only(focus),
      layout: { 'line-join': 'round' }, paint: { 'line-color': colour('--accent'), 'line-width': 1.6 } },
    { id: 'line-lit', type: 'line', source: 'land', filter: never, paint: { 'line-color': colour('--accent'), 'line-width': 1.4 } },
    { id: 'places', type: 'circle', source: 'places', paint: {
      'circle-radius': grow(3.2, 16), 'circle-color': colour('--accent'), 'circle-opacity': SHADE,
      'circle-stroke-color': colour('--accent'), 'circle-stroke-width': 1, 'circle-stroke-opacity': 0.75 } },
    { id: 'groups', type: 'line', source: 'groups', layout: { 'line-cap': 'round' }, paint: {
      'line-color': colour('--map-station'), 'line-width': grow(0.5, 2.2), 'line-opacity': 0.55 } },
    { id: 'group-lit', type: 'line', source: 'groups', filter: never, layout: { 'line-cap': 'round' }, paint: {
      'line-color': colour('--accent'), 'line-width': grow(1.2, 3.4), 'line-opacity': 0.6 } },
    { id: 'group-own', type: 'line', source: 'groups', filter: never, layout: { 'line-cap': 'round' }, paint: {
      'line-color': colour('--accent'), 'line-width': grow(1.6, 4) } },
    { id: 'special', type: 'circle', source: 'stations', filter: ['==', ['get', 'kind'], 'special'], paint: {
      'circle-radius': grow(3.4, 13), 'circle-color': colour('--map-land'), 'circle-opacity': 0.6,
      'circle-stroke-color': station, 'circle-stroke-width': grow(0.9, 2), 'circle-stroke-opacity': focused(1, 0.25) } },
    { id: 'stations', type: 'circle', source: 'stations', paint: {
      'circle-radius': grow(1.1, 8),
      // An approximate place is an outline, a known one is filled.
      'circle-color': ['case', ['get', 'approximate'], colour('--map-land'), station],
      'circle-opacity': focused(1, 0.25),
      'circle-stroke-color': ['case', ['get', 'approximate'], station, colour('--map-halo')],
      'circle-stroke-opacity': ['interpolate', ['linear'], ['zoom'],
        8, focused(['case', ['get', 'approximate'], 0.7, 0], 0.15), 12, focused(0.9, 0.25)],
      'circle-stroke-width': ['case', ['get', 'approximate'], 0.9, 0.7] } },
    { id: 'stations-own', type: 'circle', source: 'stations', filter: never, paint: {
      'circle-radius': grow(2.4, 9), 'circle-color': colour('--accent'), 'circle-stroke-color': colour('--map-halo'), 'circle-stroke-width': 1 } },
    { id: 'chosen', type: 'circle', source: 'chosen', paint: {
      'circle-radius': grow(5, 13), 'circle-color': colour('--accent'), 'circle-stroke-color': colour('--map-halo'), 'circle-stroke-width': 2.5 } },
    { id: 'station-lit', type: 'circle', source: 'lit', paint: {
      'circle-radius': grow(6, 14), 'circle-color': colour('--accent'), 'circle-opacity': 0.25,
      'circle-stroke-color': colour('--accent'), 'circle-stroke-width': 2 } },
    { id: 'desa', type: 'symbol', source: 'labels', minzoom: 11.3, filter: ['==', ['get', 'level'], 'desa'],
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 11.5, 'text-max-width': 7, 'text-padding': 4 },
      paint: { ...halo, 'text-color': colour('--map-label-soft'), 'text-opacity': focused(1, 0.45) } },
    { id: 'kecamatan', type: 'symbol', source: 'labels', filter: ['==', ['get', 'level'], 'kecamatan'],
      layout: { 'text-field': ['get', 'name'], 'text-font': STRONG, 'text-max-width': 8, 'text-padding': 2,
        'text-variable-anchor': ['center', 'top', 'bottom'], 'text-radial-offset': 0.3,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 12, 14] },
      paint: { ...halo, 'text-color': colour('--map-label'), 'text-opacity': focused(1, 0.5) } },
  ];
}

export const style = (host: Element, focus: string): StyleSpecification => ({
  version: 8,
  sources: Object.fromEntries(sources.map(name => [name, {
    type: 'geojson' as const, data: nothing, tolerance: name === 'land' || name === 'borders' ? 0.2 : 0.375, buffer: 32,
  }])),
  layers: layers(host, focus) as unknown as StyleSpecification['layers'],
});
