// What every page gets. Listens on the document, so that it outlives the swapping of a page's parts.
import { draft, restore } from './draft';
import { feed } from './feed';
import { keys } from './keys';
import { light } from './light';
import { poll } from './poll';
import { showTab, small } from './small';

declare global {
  interface Window { Blazor?: { addEventListener(name: 'enhancedload', run: () => void): void } }
}

function arrive(): void {
  poll();
  feed();
  restore();
  showTab();
  if ([...document.querySelectorAll('area-map')].some(map => !map.closest('details:not([open])'))) map();
}

const map = () => void import(new URL('./map.js', import.meta.url).href);

// A map that is folded away costs a cheap phone nothing until it is asked for.
document.addEventListener('toggle', event => { if ((event.target as Element).querySelector('area-map')) map(); }, true);

keys();
light();
small();
draft();
arrive();

const listen = () => window.Blazor?.addEventListener('enhancedload', arrive);
if (window.Blazor) listen();
else addEventListener('load', listen, { once: true });
