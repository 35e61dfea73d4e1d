interface Progress { done: number | boolean; total?: number; text?: string; href?: string | null }

const lost = () => document.documentElement.lang === 'en'
  ? 'Connection lost. Trying again …' : 'Sambungan terputus. Dicoba lagi …';
const running = new WeakMap<Element, string>();

/** Fills each `output[data-poll]` from its address, a second after the other, and goes on to `href` at the end. */
export function poll(): void {
  for (const output of document.querySelectorAll<HTMLElement>('output[data-poll]')) {
    const address = output.dataset.poll ?? '';
    if (!address || running.get(output) === address) continue;
    running.set(output, address);
    void follow(output, address);
  }
}

async function follow(output: HTMLElement, address: string): Promise<void> {
  const here = () => output.isConnected && output.dataset.poll === address;
  for (let wait = 1000; here(); await new Promise(go => setTimeout(go, wait))) {
    let progress: Progress;
    try {
      const reply = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store' });
      // What is gone or forbidden stays so; asking on would not help.
      if (reply.status >= 400 && reply.status < 500) return;
      if (!reply.ok) throw new Error(String(reply.status));
      progress = await reply.json() as Progress;
    } catch {
      if (here()) show(output, { done: 0, text: lost() });
      wait = Math.min(wait * 2, 10_000);
      continue;
    }
    if (!here()) return;
    wait = 1000;
    show(output, progress);
    const { done, total, href } = progress;
    if (done === true || (typeof done === 'number' && total !== undefined && total > 0 && done >= total)) {
      if (href) location.assign(href);
      if (href || done === true) return;
    }
  }
}

function show(output: HTMLElement, { done, total, text }: Progress): void {
  const bar = output.querySelector('progress') ?? output.appendChild(document.createElement('progress'));
  const words = output.querySelector('span') ?? output.appendChild(document.createElement('span'));
  if (typeof done === 'number' && total) {
    bar.max = total;
    bar.value = done;
  } else if (done === true) {
    bar.value = bar.max;
  }
  if (text !== undefined && words.textContent !== text) words.textContent = text;
}
