import { SHADES } from './style';
import { numberOf, type StationProperties, type Stations } from './stations';
import type { Words } from './words';

const element = <K extends keyof HTMLElementTagNameMap>(tag: K, props: Partial<HTMLElementTagNameMap[K]>, ...inside: (Node | string)[]) => {
  const it = Object.assign(document.createElement(tag), props);
  it.append(...inside);
  return it;
};

const picture = (inside: string, className = '') => {
  const box = document.createElement('template');
  box.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true" class="${className}">${inside}</svg>`;
  return box.content;
};

function button(label: string, inside: string): HTMLButtonElement {
  const it = element('button', { type: 'button', title: label }, picture(inside));
  it.setAttribute('aria-label', label);
  return it;
}

/** The map's box, and what lies over its edge. */
export function frame(words: Words) {
  const map = element('div', { className: 'map' });
  const closer = button(words.closer, '<path d="M12 5v14M5 12h14"/>');
  const farther = button(words.farther, '<path d="M5 12h14"/>');
  const whole = button(words.whole, '<path d="M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4"/>');
  const buttons = element('div', { className: 'over buttons' }, closer, farther, whole);
  const list = element('ul', { className: 'over legend', hidden: true });
  const tip = element('div', { className: 'over tip', hidden: true });
  const says = element('p', { className: 'says', hidden: true });
  says.setAttribute('role', 'status');
  return { all: [map, buttons, list, tip, says], map, closer, farther, whole, buttons, tip, says };
}

/** Names only what is on the map. Words for situations come from the page: data-good, data-warn, data-bad, and data-steps. */
export function legend(words: Words, stations: Stations, page: DOMStringMap, steps: ReadonlySet<number>): HTMLElement {
  const list = element('ul', { className: 'over legend' });
  const add = (text: string, inside: string, className = '') =>
    list.append(element('li', {}, picture(inside, className), text));
  const any = (test: (p: StationProperties) => boolean) => stations.features.some(f => test(f.properties));
  const full = '<circle cx="12" cy="12" r="6"/>';
  if (any(p => p.state === '' && !p.approximate)) add(words.station, full, 'full');
  for (const state of ['good', 'warn', 'bad'] as const) {
    if (any(p => p.state === state)) add(page[state] ?? state, full, `full ${state}`);
  }
  if (any(p => p.approximate)) add(`${words.station}, ${words.approximate}`, '<circle cx="12" cy="12" r="6" stroke-width="2.4"/>');
  if (any(p => p.kind === 'special')) {
    add(words.special, '<circle cx="12" cy="12" r="10" stroke-width="2"/><circle cx="12" cy="12" r="4" fill="currentColor"/>');
  }
  if (steps.size) {
    page.steps?.split('|').forEach((word, i) => add(word, `<circle cx="12" cy="12" r="7" stroke-width="1.6" fill="currentColor" fill-opacity="${SHADES[i] ?? 0}"/>`, 'step'));
  }
  list.hidden = !list.children.length;
  return list;
}

interface Tip { stations: StationProperties[]; area: string; kecamatan: string; words: Words; step?: string }

/** Says what is under the pointer, on the side of it that has room. */
export function tip(box: HTMLElement, point: { x: number; y: number }, host: HTMLElement, { stations, area, kecamatan, words, step }: Tip): void {
  const [first] = stations;
  const place = [area, kecamatan].filter(Boolean).join(', ');
  if (first) {
    const notes = [first.kind === 'special' && words.special, first.approximate && words.approximate, first.group,
      stations.length > 1 && words.more(stations.length - 1)].filter(Boolean).join(' · ');
    box.replaceChildren(element('b', {}, `TPS ${numberOf(first.code)}`), place, ...notes ? [element('br', {}), element('small', {}, notes)] : []);
  } else if (area) {
    box.replaceChildren(element('b', {}, area), kecamatan, ...step ? [element('br', {}), element('small', {}, step)] : []);
  } else {
    box.hidden = true;
    return;
  }
  box.hidden = false;
  const { offsetWidth: w, offsetHeight: h } = box;
  const x = point.x + 14 + w > host.clientWidth ? point.x - 14 - w : point.x + 14;
  const y = point.y + 14 + h > host.clientHeight ? point.y - 14 - h : point.y + 14;
  box.style.transform = `translate(${Math.max(4, Math.round(x))}px, ${Math.max(4, Math.round(y))}px)`;
}
