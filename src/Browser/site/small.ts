const on = <K extends keyof DocumentEventMap>(name: K, selector: string, run: (it: HTMLElement) => void) =>
  document.addEventListener(name, event => {
    const it = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
    if (it) run(it);
  });

/** Filters that submit themselves, buttons that copy, print or say where one is, menus that close. */
export function small(): void {
  on('change', 'select[data-submit], input[data-submit]', it => (it as HTMLSelectElement).form?.requestSubmit());
  on('click', '[data-print]', () => window.print());
  on('click', '[data-copy]', it => void copy(it));
  on('click', '[data-locate]', locate);

  const close = (except?: Node | null) => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')
    .forEach(menu => { if (!except || !menu.contains(except)) menu.open = false; });
  document.addEventListener('click', event => close(event.target as Node));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = document.activeElement?.closest<HTMLDetailsElement>('details.menu[open]');
    close();
    menu?.querySelector('summary')?.focus();
  });
}

/** On a phone not all tabs of a page are in sight: the one where one is must be. */
export function showTab(): void {
  document.querySelectorAll<HTMLElement>('.tabs > [aria-current]').forEach(tab => {
    const strip = tab.parentElement!;
    strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
  });
}

/** `data-copy="#id"` copies the text of that element, anything else is copied as it stands. */
async function copy(button: HTMLElement): Promise<void> {
  const what = button.dataset.copy ?? '';
  const source = what.startsWith('#') ? document.getElementById(what.slice(1)) : null;
  const text = source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement
    ? source.value : source?.innerText ?? what;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without HTTPS there is no clipboard to write to; the old way still works.
    const area = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  const words = button.querySelector('span') ?? button;
  if (button.dataset.copied !== undefined) return;
  const before = words.textContent;
  button.dataset.copied = '';
  words.textContent = document.documentElement.lang === 'en' ? 'Copied' : 'Tersalin';
  setTimeout(() => {
    words.textContent = before;
    delete button.dataset.copied;
  }, 2000);
}

/** `data-locate="#id"` writes where the device is into that field; where it does not say so, `data-failed` stands beside the button. */
function locate(button: HTMLElement): void {
  const field = document.querySelector<HTMLInputElement>(button.dataset.locate ?? '');
  const says = button.parentElement?.querySelector('output');
  if (!field || !says) return;
  const failed = () => {
    button.removeAttribute('aria-busy');
    says.textContent = button.dataset.failed ?? '';
  };
  says.textContent = '';
  button.setAttribute('aria-busy', 'true');
  if (!navigator.geolocation) return failed();
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    button.removeAttribute('aria-busy');
    field.value = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    says.textContent = `± ${Math.ceil(coords.accuracy)} m`;
  }, failed, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 });
}
