// What somebody writes is kept in this browser until the server has it: a dropped line, a closed tab or a dead battery loses
// nothing. `data-draft` names the text, `data-version` the version that it is made on.

interface Draft { version: string; text: string; sent?: boolean }

const place = (area: HTMLTextAreaElement) => `draft:${area.dataset['draft']}`;
const fields = () => document.querySelectorAll<HTMLTextAreaElement>('textarea[data-draft]');

function read(key: string): Draft | undefined {
  const kept = localStorage.getItem(key);
  return kept === null ? undefined : JSON.parse(kept) as Draft;
}

/** Listens once, on the document. */
export function draft(): void {
  document.addEventListener('input', event => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement) || area.dataset['draft'] === undefined) return;
    localStorage.setItem(place(area), JSON.stringify({ version: area.dataset['version'] ?? '', text: area.value } satisfies Draft));
  });
  document.addEventListener('submit', event => {
    for (const area of (event.target as HTMLFormElement).querySelectorAll<HTMLTextAreaElement>('textarea[data-draft]')) {
      const kept = read(place(area));
      if (kept) localStorage.setItem(place(area), JSON.stringify({ ...kept, sent: true }));
    }
  });
}

/** After each arrival: forgets what the server has taken, gives back what it has not. */
export function restore(): void {
  const refused = document.querySelector('main [role=alert]') !== null;
  for (const area of fields()) {
    const kept = read(place(area));
    if (!kept) continue;
    if ((kept.sent && !refused) || kept.text === area.value) localStorage.removeItem(place(area));
    else if (kept.version === (area.dataset['version'] ?? '')) area.value = kept.text;
    else if (!kept.sent) beside(area, kept);
  }
}

/** Another has changed the paragraph since: one's own words stand beside it and overwrite nothing. */
function beside(area: HTMLTextAreaElement, kept: Draft): void {
  if (area.parentElement?.querySelector('.draft-beside')) return;
  const box = document.createElement('details');
  box.className = 'draft-beside';
  box.open = true;
  const head = document.createElement('summary');
  head.textContent = document.documentElement.lang === 'en' ? 'Your unsent text, written on an earlier version' : 'Tulisan Anda yang belum terkirim, dibuat pada versi sebelumnya';
  const text = document.createElement('p');
  text.textContent = kept.text;
  const away = document.createElement('button');
  away.type = 'button';
  away.className = 'btn';
  away.textContent = document.documentElement.lang === 'en' ? 'Discard' : 'Buang';
  away.addEventListener('click', () => { localStorage.removeItem(place(area)); box.remove(); });
  box.append(head, text, away);
  area.after(box);
}
