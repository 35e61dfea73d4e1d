const typing = (it: EventTarget | null) =>
  it instanceof HTMLElement && (it.isContentEditable || it.matches('textarea, select, input:not([type=checkbox], [type=radio])'));

/** Enter sends the form of a list that is marked `data-enter` once something is chosen, where the browser would open the list again. `/` goes to the page's search, or to that of all pages; left and right turn its pages; arrows and j, k go over the rows of `table[data-keyboard]`. */
export function keys(): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && event.target instanceof HTMLSelectElement && event.target.matches('[data-enter]') && event.target.value) {
      event.preventDefault();
      event.target.form?.requestSubmit();
      return;
    }
    const search = document.querySelector<HTMLInputElement>('[data-search], main input[type=search]');
    if (event.key === '/' && search && !typing(event.target)) {
      event.preventDefault();
      search.focus();
      search.select();
      return;
    }
    if (event.key === '/' && !typing(event.target)) {
      document.querySelector<HTMLAnchorElement>('a.find')?.click();
      return;
    }
    const turn = event.key === 'ArrowLeft' ? 'prev' : event.key === 'ArrowRight' ? 'next' : null;
    if (turn && (event.target === document.body || (event.target as Element).matches('main, h1'))) {
      document.querySelector<HTMLAnchorElement>(`main a[rel=${turn}]`)?.click();
      return;
    }
    const step = event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0;
    // From the search itself one arrow down leads into the list.
    const fromSearch = event.target === search && event.key === 'ArrowDown';
    if (step && (!typing(event.target) || fromSearch) && go(step, event.target as Element)) event.preventDefault();
  });
}

function go(step: number, from: Element): boolean {
  const own = from.closest<HTMLTableElement>('table[data-keyboard]');
  // Elsewhere an arrow scrolls the page or moves the map.
  const free = from === document.body || from.matches('main, [data-search], input[type=search]');
  const table = own ?? (free ? document.querySelector<HTMLTableElement>('table[data-keyboard]') : null);
  if (!table) return false;
  const rows = [...table.tBodies].flatMap(body => [...body.rows]).filter(row => !row.hidden && !row.matches('.group'));
  const now = rows.findIndex(row => row.contains(from));
  const row = rows[now < 0 ? (step > 0 ? 0 : rows.length - 1) : now + step];
  if (!row) return now >= 0;
  let target: HTMLElement | null = row.querySelector('a[href]');
  if (!target) {
    row.tabIndex = -1;
    target = row;
  }
  target.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  return true;
}
