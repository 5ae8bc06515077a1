(() => {
  'use strict';
  const byId = id => document.getElementById(id);
  const data = JSON.parse(byId('data').textContent);
  const list = byId('cards');
  const cards = [...list.children];
  const find = byId('find'), count = byId('count'), sort = byId('sort'), chips = byId('words'), facets = byId('facets');
  const plain = text => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const haystack = cards.map(card => plain(card.textContent));
  const facetsOf = cards.map(card => new Set(JSON.parse(card.dataset.facets)));
  const picked = new Set();

  // Vectors are kept as 8-bit numbers: 512 of them are 700 characters of page, and an order by nearness is the same.
  const decode = text => {
    const bytes = Int8Array.from(atob(text), c => c.charCodeAt(0) << 24 >> 24);
    const length = Math.sqrt(bytes.reduce((sum, x) => sum + x * x, 0)) || 1;
    return Float32Array.from(bytes, x => x / length);
  };
  const vectors = data.vectors.map(text => text && decode(text));
  const words = data.words.map(word => ({ text: word.text, name: plain(word.text), vector: decode(word.vector) }));
  const dot = (a, b) => { let sum = 0; for (let i = 0; i < a.length; i++) sum += a[i] * b[i]; return sum; };
  const sumOf = many => {
    const sum = new Float32Array(many[0].length);
    for (const one of many) for (let i = 0; i < sum.length; i++) sum[i] += one[i];
    const length = Math.sqrt(dot(sum, sum)) || 1;
    return sum.map(x => x / length);
  };

  // What the vectors are compared with: words or a picture. Null: nothing.
  let meaning = null;

  // The longest known words first, so that "light blue" is not read as "blue".
  const known = [...words].sort((a, b) => b.name.length - a.name.length);
  const wordsIn = text => {
    let left = ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
    const found = [];
    for (const word of known) {
      const name = ` ${word.name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
      if (left.includes(name)) { found.push(word); left = left.replace(name, ' '); }
    }
    return { found, left: left.trim() };
  };

  const byMeaning = () => { const chosen = document.querySelector('input[name=how]:checked'); return chosen !== null && chosen.value === 'meaning'; };
  const chooseMeaning = on => { for (const radio of document.querySelectorAll('input[name=how]')) radio.checked = (radio.value === 'meaning') === on; };

  const near = (card, share) => {
    const bar = card.querySelector('.near');
    if (bar) { bar.toggleAttribute('hidden', share === null); if (share !== null) bar.firstElementChild.setAttribute('width', (share * 100).toFixed(1)); }
  };

  const told = text => { count.textContent = text; };

  const apply = () => {
    const query = find.value.trim();
    let like = meaning;
    let needles = [];
    let remark = '';
    if (query && byMeaning() && words.length) {
      const { found, left } = wordsIn(query);
      if (found.length) like = { vector: sumOf(found.map(word => word.vector)), name: `“${found.map(word => word.text).join(' + ')}”`, own: -1 };
      if (left) remark = ` No vector was computed for “${left}”; the words below have one.`;
    } else if (query) {
      needles = plain(query).split(/\s+/);
    }
    const pressed = new Set(query && byMeaning() ? wordsIn(query).found.map(word => word.text) : []);
    for (const chip of chips ? chips.children : []) chip.setAttribute('aria-pressed', String(pressed.has(chip.dataset.word)));

    const scores = like ? vectors.map(vector => vector && vector.length === like.vector.length ? dot(vector, like.vector) : null) : null;
    const numbers = scores ? scores.filter(score => score !== null) : [];
    const low = numbers.reduce((a, b) => Math.min(a, b), Infinity), high = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
    let shown = 0;
    cards.forEach((card, i) => {
      const fits = needles.every(needle => haystack[i].includes(needle)) && [...picked].every(facet => facetsOf[i].has(facet)) && (!scores || scores[i] !== null);
      card.hidden = !fits;
      if (fits) shown++;
      near(card, scores && scores[i] !== null ? (high > low ? (scores[i] - low) / (high - low) : 1) : null);
    });

    const order = cards.map((_, i) => i);
    if (scores) order.sort((a, b) => (scores[b] ?? -2) - (scores[a] ?? -2) || a - b);
    else if (sort.value !== 'order') {
      const of = i => { const value = cards[i].dataset[sort.value]; return value === undefined ? -Infinity : Number(value); };
      if (sort.value === 'title') order.sort((a, b) => cards[a].dataset.title.localeCompare(cards[b].dataset.title) || a - b);
      else order.sort((a, b) => of(b) - of(a) || a - b);
    }
    if (order.some((card, at) => list.children[at] !== cards[card])) {
      const rest = document.createDocumentFragment();
      for (const i of order) rest.append(cards[i]);
      list.append(rest);
    }
    byId('clear').hidden = !(like || query || picked.size);
    for (const point of document.querySelectorAll('.plot a')) point.classList.toggle('far', cards[point.dataset.i].hidden || (scores !== null && high > low && (scores[point.dataset.i] - low) / (high - low) < 0.6));
    told(`${shown} of ${cards.length} shown${like ? `, nearest to ${like.name} first` : ''}.${remark}`);
  };

  let waiting = 0;
  find.addEventListener('input', () => { meaning = null; cancelAnimationFrame(waiting); waiting = requestAnimationFrame(apply); });
  sort.addEventListener('change', apply);
  for (const radio of document.querySelectorAll('input[name=how]')) radio.addEventListener('change', apply);
  byId('clear').addEventListener('click', () => { find.value = ''; meaning = null; picked.clear(); for (const chip of facets ? facets.children : []) chip.setAttribute('aria-pressed', 'false'); apply(); find.focus(); });
  byId('show-boxes')?.addEventListener('change', event => document.body.classList.toggle('noboxes', !event.target.checked));
  chips?.addEventListener('click', event => {
    const chip = event.target.closest('.chip');
    if (!chip) return;
    meaning = null;
    const { found } = byMeaning() ? wordsIn(find.value) : { found: [] };
    const names = found.map(word => word.text);
    find.value = (names.includes(chip.dataset.word) ? names.filter(name => name !== chip.dataset.word) : [...names, chip.dataset.word]).join(' ');
    chooseMeaning(true);
    apply();
  });
  facets?.addEventListener('click', event => {
    const chip = event.target.closest('.chip');
    if (!chip) return;
    if (!picked.delete(chip.dataset.facet)) picked.add(chip.dataset.facet);
    chip.setAttribute('aria-pressed', String(picked.has(chip.dataset.facet)));
    apply();
  });
  list.addEventListener('click', event => {
    if (!event.target.closest('.like')) return;
    const card = event.target.closest('.card'), i = Number(card.dataset.i);
    find.value = '';
    meaning = { vector: vectors[i], name: card.dataset.title, own: i };
    apply();
    card.scrollIntoView({ block: 'nearest' });
  });

  // The map: the thumbnail of the point under the pointer or the focus.
  const plot = document.querySelector('.plot');
  if (plot) {
    const peek = byId('peek');
    const show = event => {
      const point = event.target.closest('a');
      if (!point) { peek.hidden = true; return; }
      const card = cards[point.dataset.i], picture = card.querySelector('figure img');
      peek.replaceChildren();
      if (picture) { const copy = new Image(); copy.src = picture.src; copy.alt = ''; peek.append(copy); }
      peek.append(card.dataset.title);
      peek.hidden = false;
      const place = plot.getBoundingClientRect(), at = point.getBoundingClientRect();
      peek.style.left = `${Math.max(0, Math.min(place.width - 184, at.left - place.left + 16))}px`;
      peek.style.top = `${Math.max(0, at.top - place.top + (at.top - place.top > place.height / 2 ? -peek.offsetHeight - 4 : 18))}px`;
    };
    plot.addEventListener('pointerover', show);
    plot.addEventListener('focusin', show);
    plot.addEventListener('pointerleave', () => { peek.hidden = true; });
    plot.addEventListener('focusout', () => { peek.hidden = true; });
    plot.addEventListener('click', event => { const point = event.target.closest('a'); if (point && cards[point.dataset.i].hidden) { byId('clear').click(); } });
    byId('show-pictures')?.addEventListener('change', event => {
      for (const old of plot.querySelectorAll('image')) old.remove();
      for (const point of event.target.checked ? plot.querySelectorAll('a') : []) {
        const picture = cards[point.dataset.i].querySelector('figure img'), circle = point.firstElementChild;
        if (!picture) continue;
        const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
        const side = data.vectors.length > 200 ? 26 : 44;
        image.setAttribute('href', picture.src);
        for (const [name, value] of [['x', circle.cx.baseVal.value - side / 2], ['y', circle.cy.baseVal.value - side / 2], ['width', side], ['height', side], ['preserveAspectRatio', 'xMidYMid slice']]) image.setAttribute(name, value);
        point.append(image);
      }
    });
  }
  for (const part of document.querySelectorAll('.scripted')) part.hidden = false;
  apply();
})();
