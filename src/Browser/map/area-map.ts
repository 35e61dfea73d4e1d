// <area-map>: areas and stations on a map without a base map. README.md lists its attributes.
import { Map as LibreMap, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import libraryCss from 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection, GeoJSON, Point } from 'geojson';
import { LIGHT, type Light } from '../site/light';
import {
  type AreaFeature, type Box, bordersOf, boxOf, isDrawn, kecamatanOf, labelsOf, landOf, placeOf, placesOf, positionsOf, readAreas, within,
} from './geometry';
import { frame, legend, tip } from './frame';
import mapCss from './map.css';
import { desaOf, groupsOf, readStations, type StationProperties, type Stations } from './stations';
import { inArea, layers, never, ofGroup, style } from './style';
import { words } from './words';

// A sheet made by script passes a policy that forbids inline styles, and is there before the map measures itself.
const sheets = [libraryCss, mapCss].map(text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});

class AreaMap extends HTMLElement {
  static observedAttributes = ['data-areas', 'data-stations', 'data-steps-from', 'data-focus', 'data-bounds', 'data-chosen', 'data-group', 'data-point'];

  // A shadow keeps the map when the page around it is swapped part by part.
  #root = this.attachShadow({ mode: 'open' });
  #map?: LibreMap;
  #areas: AreaFeature[] = [];
  #land: AreaFeature[] = [];
  #names = new Map<string, string>();
  #stations: Stations = readStations({ columns: [], rows: [] });
  #steps = new Map<string, number>();
  #areasFrom = '';
  #stepsFrom = '';
  #stationsFrom = '';
  #tip?: HTMLElement;
  #says?: HTMLElement;
  #now = '';
  #ended?: AbortController;
  #turn = 0;

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = sheets;
    const ended = this.#ended = new AbortController();
    // Where it lies folded away nobody waits for it, and it has no size yet.
    const folded = this.closest<HTMLDetailsElement>('details:not([open])');
    if (folded) folded.addEventListener('toggle', () => this.#start(ended), { once: true, signal: ended.signal });
    else this.#start(ended);
  }

  #start(ended: AbortController): void {
    const parts = frame(words());
    this.#root.replaceChildren(...parts.all);
    this.#tip = parts.tip;
    this.#says = parts.says;
    try {
      this.#map = this.#draw(parts.map);
    } catch {
      this.#say(words().none);
      parts.buttons.hidden = true;
      return;
    }
    parts.closer.addEventListener('click', () => this.#map?.zoomIn());
    parts.farther.addEventListener('click', () => this.#map?.zoomOut());
    parts.whole.addEventListener('click', () => this.#fit(true, ''));
    document.addEventListener(LIGHT, e => this.#light((e as CustomEvent<Light>).detail), { signal: ended.signal });
    const theme = new MutationObserver(() => this.#paint());
    theme.observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
    ended.signal.addEventListener('abort', () => theme.disconnect());
    this.#map.once('load', () => void this.#load());
    this.#input?.addEventListener('input', () => this.#pin(), { signal: ended.signal });
  }

  disconnectedCallback(): void {
    this.#ended?.abort();
    this.#map?.remove();
    this.#map = undefined;
    this.#areasFrom = this.#stationsFrom = this.#stepsFrom = '';
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.#map?.loaded()) return;
    if (name === 'data-areas' || name === 'data-stations' || name === 'data-steps-from') void this.#load();
    else if (name === 'data-chosen' || name === 'data-group') {
      this.#choose();
      this.#approach();
    } else if (name === 'data-point') {
      this.#pin();
    } else {
      this.#paint();
      this.#fit(true);
    }
  }

  #draw(container: HTMLElement): LibreMap {
    const w = words();
    const map = new LibreMap({
      container, style: style(this, this.dataset.focus ?? ''), center: [113.2, -8.1], zoom: 8, attributionControl: false,
      dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false, maxZoom: 17.5, fadeDuration: 0,
      // One finger scrolls the page on a phone.
      cooperativeGestures: matchMedia('(max-width: 1023.98px) and (pointer: coarse)').matches,
      // Else the map is empty on paper.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      locale: {
        'Map.Title': this.getAttribute('aria-label') ?? w.map,
        'CooperativeGesturesHandler.MobileHelpText': w.touch,
        'CooperativeGesturesHandler.WindowsHelpText': w.wheel,
        'CooperativeGesturesHandler.MacHelpText': w.wheel,
      },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.on('mousemove', e => this.#over(e));
    map.on('mouseout', () => this.#leave());
    map.on('movestart', () => { if (this.#tip) this.#tip.hidden = true; });
    map.on('click', e => this.#open(e));
    return map;
  }

  async #load(): Promise<void> {
    const turn = ++this.#turn;
    const { areas = '', stations = '', stepsFrom = '' } = this.dataset;
    try {
      const [a, s, t] = await Promise.all([
        areas && areas !== this.#areasFrom ? get<FeatureCollection>(areas) : undefined,
        stations && stations !== this.#stationsFrom ? get<Parameters<typeof readStations>[0]>(stations) : undefined,
        stepsFrom && stepsFrom !== this.#stepsFrom ? get<Record<string, number>>(stepsFrom) : undefined,
      ]);
      if (turn !== this.#turn || !this.#map) return;
      if (a || !areas) this.#areas = a ? readAreas(a) : [];
      if (s || !stations) this.#stations = readStations(s ?? { columns: [], rows: [] });
      if (t || !stepsFrom) this.#steps = new Map(Object.entries(t ?? {}));
    } catch {
      if (turn === this.#turn) this.#say(words().failed);
      return;
    }
    this.#areasFrom = areas;
    this.#stationsFrom = stations;
    this.#stepsFrom = stepsFrom;
    this.#land = landOf(this.#areas);
    for (const f of this.#land) f.properties.step = this.#step(f.properties.code);
    this.#names = new Map(this.#areas.map(f => [f.properties.code, f.properties.name]));
    this.#fill('land', { type: 'FeatureCollection', features: this.#land.filter(isDrawn) as never });
    this.#fill('borders', bordersOf(this.#land));
    this.#fill('labels', labelsOf(this.#areas, this.#land));
    this.#fill('groups', groupsOf(this.#stations));
    this.#fill('stations', this.#stations);
    this.#fill('places', placesOf(this.#areas, this.#land, this.#steps));
    this.#root.querySelector('.legend')?.replaceWith(legend(words(), this.#stations, this.dataset, new Set(this.#steps.values())));
    this.#paint();
    this.#fit(false);
    this.#choose();
    this.#approach();
    this.#pin();
  }

  /** The field that a click writes a place into. */
  get #input(): HTMLInputElement | null {
    const { picks } = this.dataset;
    return picks ? document.querySelector<HTMLInputElement>(picks) : null;
  }

  /** One place that stands out: what the field says, else what the page does. The map goes there where it is out of sight. */
  #pin(): void {
    const place = placeOf(this.#input?.value ?? this.dataset.point ?? '');
    if (!this.#input && !this.dataset.point) return;
    this.#fill('chosen', { type: 'FeatureCollection', features: place ? [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: place } }] : [] });
    const map = this.#map;
    if (!map || !place || (map.getZoom() > 9 && map.getBounds().contains(place) && this.#input)) return;
    map.easeTo({ center: place, zoom: Math.max(map.getZoom(), 12.5), duration: this.#input ? 500 : 0 });
  }

  /** Where the pointer is, or the station under it, is written into the field as a person would write it. */
  #pick(input: HTMLInputElement, e: MapMouseEvent, station?: StationProperties): void {
    const known = station && this.#stations.features.find(f => f.properties.code === station.code)?.geometry.coordinates;
    const [lng, lat] = known ?? [e.lngLat.lng, e.lngLat.lat];
    input.value = `${lat!.toFixed(6)}, ${lng!.toFixed(6)}`;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** How far an area is: itself, or the kecamatan that it lies in. */
  #step(code: string): number | undefined {
    return this.#steps.get(code) ?? this.#steps.get(kecamatanOf(code));
  }

  #fill(name: string, data: GeoJSON): void {
    void (this.#map?.getSource(name) as GeoJSONSource | undefined)?.setData(data);
  }

  /** Colours follow the theme, and what is muted follows the focus. */
  #paint(): void {
    const map = this.#map;
    if (!map?.getLayer('land')) return;
    for (const layer of layers(this, this.dataset.focus ?? '')) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) map.setPaintProperty(layer.id, name as 'fill-color', value as string);
      if (layer.id === 'focus') map.setFilter('focus', layer.filter);
    }
  }

  #fit(glide: boolean, focus = this.dataset.focus ?? ''): void {
    const inside = focus ? this.#land.filter(f => within(f.properties.code, focus)) : this.#land;
    const points = [...this.#stations.features.filter(f => !focus || within(f.properties.code, focus))
      .map(f => f.geometry.coordinates), ...labelsOf(this.#areas, this.#land).features
      .filter(f => !focus || within(f.properties.code, focus)).map(f => f.geometry.coordinates)];
    const given = this.dataset.bounds?.split(',').map(Number) as Box | undefined;
    const box = (!focus && given) || boxOf(positionsOf(inside)) || boxOf(points);
    this.#say(box ? '' : words().empty);
    if (!box || !this.#map) return;
    const padding = Math.min(44, this.clientWidth / 12);
    this.#map.fitBounds([[box[0], box[1]], [box[2], box[3]]], {
      animate: glide, duration: 500, maxZoom: 14.5,
      padding: { top: padding, left: padding, right: padding, bottom: padding + 12 },
    });
  }

  /** The chosen station and its group stand out. */
  #choose(): void {
    const { chosen = '', group = '' } = this.dataset;
    this.#fill('chosen', { type: 'FeatureCollection', features: this.#stations.features.filter(f => f.properties.code === chosen) });
    for (const id of ['group-own', 'stations-own']) this.#map?.setFilter(id, ofGroup(group));
  }

  /** Goes near the chosen group where it is out of sight or too small to be told from others; else the map stays. */
  #approach(): void {
    const { group } = this.dataset;
    const map = this.#map;
    const places = group ? this.#stations.features.filter(f => f.properties.group === group).map(f => f.geometry.coordinates) : [];
    const box = boxOf(places);
    if (!map || !box) return;
    const seen = map.getBounds();
    if (map.getZoom() > 11.5 && places.every(p => seen.contains(p as [number, number]))) return;
    const room = 0.01;
    map.fitBounds([[box[0] - room, box[1] - room], [box[2] + room, box[3] + room]], { duration: 500, maxZoom: 14.5, padding: Math.min(60, this.clientWidth / 10) });
  }

  #say(text: string): void {
    if (!this.#says) return;
    this.#says.hidden = !text;
    this.#says.textContent = text;
  }

  /** Stations first, nearest the pointer; several may stand on one point. */
  #find(e: MapMouseEvent): { stations: StationProperties[]; area?: string; group?: string } {
    const { x, y } = e.point;
    const near = this.#map!.queryRenderedFeatures([[x - 5, y - 5], [x + 5, y + 5]], { layers: ['stations', 'special'] });
    if (near.length) {
      const far = (f: (typeof near)[number]) => {
        const at = this.#map!.project((f.geometry as Point).coordinates as [number, number]);
        return (at.x - x) ** 2 + (at.y - y) ** 2;
      };
      near.sort((a, b) => far(a) - far(b) || (a.properties.code < b.properties.code ? -1 : 1));
      const codes = new Map(near.map(f => [f.properties.code as string, f.properties as StationProperties]));
      return { stations: [...codes.values()] };
    }
    const [line] = this.#map!.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: ['groups'] });
    if (line) return { stations: [], group: line.properties.group as string };
    const [place] = this.#map!.queryRenderedFeatures([[x - 5, y - 5], [x + 5, y + 5]], { layers: ['places'] });
    const [land] = place ? [place] : this.#map!.queryRenderedFeatures(e.point, { layers: ['land'] });
    return { stations: [], area: land?.properties.code as string | undefined };
  }

  #over(e: MapMouseEvent): void {
    const { stations, area, group } = this.#find(e);
    const code = stations[0]?.code ?? area;
    // A hand only where a click leads somewhere.
    this.#map!.getCanvas().style.cursor = this.dataset.picks ? 'crosshair' : this.#leadsTo(stations[0], area, group) ? 'pointer' : '';
    if (!code) return this.#leave(group);
    const place = stations[0] ? desaOf(code) : code;
    const name = (c: string) => this.#names.get(c) ?? '';
    if (this.#tip) tip(this.#tip, e.point, this, {
      stations, area: name(place), kecamatan: place === kecamatanOf(place) ? '' : name(kecamatanOf(place)), words: words(),
      step: stations[0] ? undefined : this.dataset.steps?.split('|')[this.#step(code) ?? -1],
    });
    this.#send(stations[0] ? { station: code, from: 'map' } : { area: code, from: 'map' });
    this.#lightGroup(stations[0]?.group);
  }

  #lightGroup(group = ''): void {
    if (this.#map?.getLayer('group-lit')) this.#map.setFilter('group-lit', ofGroup(group));
  }

  #leave(group?: string): void {
    if (this.#tip) this.#tip.hidden = true;
    this.#send({ from: 'map' });
    this.#lightGroup(group);
  }

  #send(detail: Light): void {
    const key = detail.station ?? detail.area ?? '';
    if (key === this.#now) return;
    this.#now = key;
    document.dispatchEvent(new CustomEvent(LIGHT, { detail }));
  }

  #light({ area, station }: Light): void {
    const map = this.#map;
    if (!map?.getLayer('land-lit')) return;
    for (const id of ['land-lit', 'line-lit']) map.setFilter(id, area ? inArea(area) : never);
    const point = station && this.#stations.features.find(f => f.properties.code === station);
    this.#lightGroup(point ? point.properties.group : '');
    this.#fill('lit', { type: 'FeatureCollection', features: point ? [point] : [] });
  }

  /** Where a click on these leads; nothing where the page names no such address. */
  #leadsTo(station?: StationProperties, area?: string, group?: string): string | undefined {
    const { hrefStation, hrefArea, hrefGroup } = this.dataset;
    const [pattern, code] = station ? [hrefStation, station.code] : group ? [hrefGroup, group] : [hrefArea, area];
    return pattern && code ? pattern.replace('{code}', encodeURIComponent(code)) : undefined;
  }

  #open(e: MapMouseEvent): void {
    const { stations, area, group } = this.#find(e);
    if (this.#input) return this.#pick(this.#input, e, stations[0]);
    const address = this.#leadsTo(stations[0], area, group);
    if (!address) return;
    // A click on a link in the page is what enhanced navigation listens to.
    const link = document.createElement('a');
    link.href = address;
    this.append(link);
    link.click();
    link.remove();
  }
}

async function get<T>(address: string): Promise<T> {
  const reply = await fetch(address, { headers: { accept: 'application/json' } });
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  return await reply.json() as T;
}

customElements.define('area-map', AreaMap);
