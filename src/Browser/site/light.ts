/** What is under the pointer, in a list or on a map: a code of an area or of a station, or neither. */
export interface Light { area?: string; station?: string; from: 'list' | 'map' }

export const LIGHT = 'tigapilar:light';

const things = '[data-area], [data-station]';
let last = '';

function send(row: HTMLElement | null): void {
  const { area, station } = row?.dataset ?? {};
  const key = `${area ?? ''} ${station ?? ''}`;
  if (key === last) return;
  last = key;
  const detail: Light = { area, station, from: 'list' };
  document.dispatchEvent(new CustomEvent(LIGHT, { detail }));
}

/** The row of the thing itself, else of the nearest area above it. */
function rowOf({ area, station }: Light): Element | null {
  if (station) {
    const row = document.querySelector(`[data-station="${CSS.escape(station)}"]`);
    if (row) return row;
    area = station.split('.').slice(0, 4).join('.');
  }
  for (let code = area ?? ''; code; code = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : '') {
    const row = document.querySelector(`[data-area="${CSS.escape(code)}"]`);
    if (row) return row;
  }
  return null;
}

/** A row under the pointer or with the focus lights its place on the map, and the other way round. */
export function light(): void {
  const over = (event: Event) => send(event.target instanceof Element ? event.target.closest<HTMLElement>(things) : null);
  document.addEventListener('pointerover', over);
  document.addEventListener('focusin', over);
  document.documentElement.addEventListener('pointerleave', () => send(null));
  document.addEventListener(LIGHT, event => {
    const detail = (event as CustomEvent<Light>).detail;
    document.querySelectorAll('.lit').forEach(row => row.classList.remove('lit'));
    if (detail.from === 'map') rowOf(detail)?.classList.add('lit');
  });
}
