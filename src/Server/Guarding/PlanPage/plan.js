(() => {
  // Links list and map. The page says everything without this script.
  'use strict';
  const d = document, svg = d.querySelector('#peta svg'), table = d.getElementById('daftar');
  const el = (tag, props) => Object.assign(d.createElement(tag), props);

  const print = el('button', { type: 'button', className: 'act', textContent: 'Cetak' });
  print.addEventListener('click', () => window.print());
  d.querySelector('.top').append(print);
  if (!svg || !table) return;

  const NS = 'http' + '://www.w3.org/2000/svg';
  const stars = [...d.getElementById('garis').children];
  const rows = [...table.querySelectorAll('tr[data-g]')];
  const at = stars.map(p => p.getAttribute('d').match(/-?\d+/g).slice(0, 2).map(Number));
  const ring = d.createElementNS(NS, 'path');
  ring.setAttribute('class', 'ring');
  svg.append(ring);
  const card = el('p', { className: 'card', hidden: true });
  d.getElementById('peta').append(card);

  let now = -1;
  const show = g => {
    if (g === now) return;
    if (now >= 0) { stars[now].classList.remove('on'); rows[now].classList.remove('on'); }
    now = g;
    card.hidden = g < 0;
    ring.setAttribute('d', g < 0 ? '' : `M${at[g]}h1`);
    if (g < 0) return;
    stars[g].classList.add('on');
    rows[g].classList.add('on');
    const c = rows[g].cells;
    card.classList.toggle('low', at[g][1] < svg.viewBox.baseVal.height / 2);
    card.replaceChildren(
      el('b', { textContent: 'Kelompok ' + c[0].textContent }),
      ' · ' + c[3].textContent + ' TPS · ' + c[4].textContent + ' personel · terjauh ' + c[6].textContent + ' km',
      el('br'), ...[...c[1].childNodes].map(n => n.cloneNode(true)));
  };

  svg.addEventListener('pointermove', e => {
    const m = svg.getScreenCTM(), p = new DOMPoint(e.clientX, e.clientY).matrixTransform(m.inverse());
    let best = -1, near = (28 / m.a) ** 2;
    at.forEach(([x, y], g) => {
      const far = (x - p.x) ** 2 + (y - p.y) ** 2;
      if (far < near && !rows[g].hidden) { near = far; best = g; }
    });
    show(best);
  });
  svg.addEventListener('click', () => { if (now >= 0) rows[now].scrollIntoView({ block: 'center' }); });
  table.addEventListener('pointerover', e => {
    const row = e.target.closest('tr[data-g]');
    if (row) show(+row.dataset.g);
  });
  table.addEventListener('pointerleave', () => show(-1));

  // A kecamatan under the pointer lights its groups; words in the search field keep the rows that have them all.
  const lit = test => {
    svg.classList.toggle('some', !!test);
    stars.forEach((star, g) => star.classList.toggle('hit', !!test && test(rows[g])));
  };
  const kecamatan = d.querySelector('table.kecamatan tbody');
  let words = [];
  const found = row => !row.hidden;
  kecamatan.addEventListener('pointerover', e => {
    const row = e.target.closest('tr');
    if (row) lit(r => r.parentNode.dataset.k === row.dataset.k);
  });
  kecamatan.addEventListener('pointerleave', () => lit(words.length && found));

  const search = el('input', { type: 'search', placeholder: 'Cari desa atau kelompok', className: 'search' });
  search.setAttribute('aria-label', search.placeholder);
  table.before(search);
  search.addEventListener('input', () => {
    words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const body of table.tBodies) {
      const head = body.rows[0].textContent.toLowerCase();
      let any = false;
      for (const row of [...body.rows].slice(1)) {
        const text = head + row.textContent.toLowerCase();
        row.hidden = !words.every(w => text.includes(w));
        any ||= !row.hidden;
      }
      body.hidden = !any;
    }
    lit(words.length && found);
  });

  // Heads of the table by kecamatan sort it; the row of totals stays where it is.
  const value = (row, i) => row.cells[i].textContent.replace('–', '0').replace(/\./g, '').replace(',', '.');
  d.querySelectorAll('table.kecamatan thead th').forEach((th, i) => {
    const button = el('button', { type: 'button' });
    button.append(...th.childNodes);
    th.append(button);
    button.addEventListener('click', () => {
      const down = th.getAttribute('aria-sort') !== 'descending' && i > 0;
      th.parentNode.querySelectorAll('th').forEach(h => h.removeAttribute('aria-sort'));
      th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      kecamatan.append(...[...kecamatan.rows].sort((a, b) =>
        (i ? value(a, i) - value(b, i) : value(a, 0).localeCompare(value(b, 0), 'id')) * (down ? -1 : 1)));
    });
  });
})();
