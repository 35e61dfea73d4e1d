// What changed elsewhere shows here. One tab of a browser keeps the stream open and passes on what comes; when it is
// closed, the next one does. A part of a page that bears `data-live` is read anew when its topic is told.

interface Told { topic: string; area: string | null; count?: number }
type Message = { id: number; told?: Told[]; again?: true; closed?: true } | { ask: true };

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('tigapilar') : null;
let position = 0;
let source: EventSource | null = null;
let due: ReturnType<typeof setTimeout> | undefined;
let reading = false;

// What answers a form that was sent.
const ANSWERS = '.notice[role=status], .notice[role=alert]';

// Whoever sorts what comes in sees each as it comes; other pages need to know that there are some, and where.
const eachOne = () => document.querySelector('[data-live-each]') !== null;

const parts = () => [...document.querySelectorAll<HTMLElement>('[data-live][id]')];

/** Begins to follow, where the page says from which position on. */
export function feed(): void {
  const from = Number(document.getElementById('aliran')?.dataset.sejak ?? NaN);
  if (Number.isNaN(from)) return;
  const first = position === 0;
  // A page that was just read knows all that was told before it.
  position = Math.max(position, from);
  if (!first) return;
  channel?.addEventListener('message', event => take(event.data as Message));
  // Without locks (plain http from another machine) each tab keeps its own stream.
  if (navigator.locks) void navigator.locks.request('tigapilar-aliran', () => new Promise<never>(() => open()));
  else open();
  // The one who holds the stream may be further than this page is.
  channel?.postMessage({ ask: true } satisfies Message);
}

function open(): void {
  source = new EventSource(`/aliran?sejak=${String(position)}${eachOne() ? '' : '&ringkas=ya'}`);
  const pass = (message: Message) => {
    take(message);
    channel?.postMessage(message);
  };
  source.onmessage = event => pass({ id: Number(event.lastEventId), told: [JSON.parse(event.data as string) as Told] });
  source.addEventListener('hitung', event => pass({ id: Number((event as MessageEvent).lastEventId), told: JSON.parse((event as MessageEvent).data as string) as Told[] }));
  source.addEventListener('ulang', event => pass({ id: Number((event as MessageEvent).lastEventId), again: true }));
  source.addEventListener('tutup', () => {
    source?.close();
    pass({ id: position, closed: true });
  });
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    // Refused: signed out, or no office any more. The page itself says which.
    setTimeout(() => void refresh(true), 2000);
  };
}

function take(message: Message): void {
  if ('ask' in message) {
    if (source) channel?.postMessage({ id: position, again: true } satisfies Message);
    return;
  }
  if (message.closed) {
    location.reload();
    return;
  }
  const behind = message.id > position;
  position = Math.max(position, message.id);
  if (message.again) {
    if (behind) later(1);
    return;
  }
  const here = (message.told ?? []).filter(one => parts().some(part => concerns(part, one)));
  if (here.length > 0) later(here.reduce((sum, one) => sum + (one.count ?? 1), 0));
}

// A part names topics, and the area that it is about where it is about one.
function concerns(part: HTMLElement, told: Told): boolean {
  const area = part.dataset.liveArea;
  const near = !area || !told.area || told.area === area || told.area.startsWith(`${area}.`) || area.startsWith(`${told.area}.`);
  return near && (part.dataset.live ?? '').split(' ').includes(told.topic);
}

// Soon after the first, not after the last: where something comes all the time there is no last. And the more comes the
// seldomer: five hundred boards that read themselves each second would leave no time for what comes in.
function later(more: number): void {
  due ??= setTimeout(() => {
    due = undefined;
    void refresh(false);
  }, Math.min(eachOne() ? 2000 : 15000, 300 + 20 * (more - 1)));
}

async function refresh(reopen: boolean): Promise<void> {
  if (reading) {
    later(1);
    return;
  }
  reading = true;
  try {
    const reply = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' } });
    if (reply.redirected || reply.status === 401 || reply.status === 403) {
      location.reload();
      return;
    }
    if (reply.ok) swap(new DOMParser().parseFromString(await reply.text(), 'text/html'));
    if (reopen) open();
  } catch {
    // No connection: the stream comes back by itself and tells what was missed.
    if (reopen) setTimeout(() => void refresh(true), 5000);
  } finally {
    reading = false;
  }
}

function swap(page: Document): void {
  for (const part of parts()) {
    const next = page.getElementById(part.id);
    if (!next || shown(next) === shown(part) || inUse(part)) continue;
    const known = new Set([...part.querySelectorAll('tr')].map(row => row.textContent));
    const open = new Set(folds(part).filter(([, fold]) => fold.open).map(([name]) => name));
    const said = [...part.querySelectorAll(ANSWERS)].map(notice => ({ notice, steps: stepsTo(notice, part) }));
    part.replaceChildren(...[...next.childNodes].map(node => document.importNode(node, true)));
    for (const { notice, steps } of said) keep(notice, steps, part);
    for (const [name, fold] of folds(part)) if (open.has(name)) fold.open = true;
    for (const row of part.querySelectorAll('tbody tr')) if (!known.has(row.textContent)) row.classList.add('came');
  }
}

// A form's token is another each time, though nothing that is seen is.
const shown = (part: Element) => part.innerHTML.replace(/(name="__form" value=)"[^"]*"/g, '$1');

// What folds open, by its words and how often they came before: each row of a list may have the same.
function folds(part: Element): [string, HTMLDetailsElement][] {
  const before = new Map<string, number>();
  return [...part.querySelectorAll('details')].map(fold => {
    const words = fold.querySelector('summary')?.textContent ?? '';
    before.set(words, (before.get(words) ?? 0) + 1);
    return [`${words} ${String(before.get(words))}`, fold];
  });
}

// How a notice is reached from its part: which child, and which child of that.
function stepsTo(notice: Element, part: Element): number[] {
  const steps: number[] = [];
  for (let at = notice; at !== part && at.parentElement; at = at.parentElement) steps.unshift([...at.parentElement.children].indexOf(at));
  return steps;
}

// The page read anew does not know what this reader was just answered: it stays where it stood until he goes on.
function keep(notice: Element, steps: number[], part: Element): void {
  if ([...part.querySelectorAll(ANSWERS)].some(other => other.textContent === notice.textContent)) return;
  let room = part;
  for (const step of steps.slice(0, -1)) room = room.children[step] ?? room;
  room.insertBefore(notice, room.children[steps.at(-1) ?? 0] ?? null);
}

// Never under the hands of one who types, nor over what was typed and not sent.
function inUse(part: HTMLElement): boolean {
  const active = document.activeElement;
  if (active && part.contains(active) && active.matches('input, select, textarea')) return true;
  return [...part.querySelectorAll('input, textarea, select')].some(field =>
    field instanceof HTMLSelectElement
      ? [...field.options].some(option => option.selected !== option.defaultSelected) && [...field.options].some(option => option.defaultSelected)
      : field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)
        ? field.checked !== field.defaultChecked
        : (field as HTMLInputElement).value !== (field as HTMLInputElement).defaultValue);
}
