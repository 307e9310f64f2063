'use strict';
// Draws the picture in #picture from data that the export made: places, classes, links with the words they rest on.
// The data stand in the page (plain or compressed) or in a file beside it (data-src).
(async () => {
  const root = document.getElementById('picture'), D = await load(root), N = D.nodes, E = D.edges, K = D.kinds, P = D.properties;
  let lang = D.lang, T = D.words[lang], chosen = -1, hover = -1, hits = null, page = 0, sigma = null, graph = null, shownCount = 0;
  const total = N.id.length, lines = E.s.length, off = new Set(), offLinks = new Set(), word = pair => pair[lang === 'en' ? 1 : 0];
  const say = (key, values) => (T[key] || key).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const near = Array.from({ length: total }, () => []);
  for (let i = 0; i < lines; i++) { near[E.s[i]].push(i); if (E.t[i] !== E.s[i]) near[E.t[i]].push(i); }
  const byLinks = [...near.keys()].sort((a, b) => near[b].length - near[a].length || a - b);
  const hubs = new Set(byLinks.slice(0, 14).filter(i => near[i].length >= 6));
  const days = [...new Set([...N.start, ...E.start].filter(Boolean))].sort();
  let first = 0, last = days.length - 1;
  const visible = new Uint8Array(total), seen = new Uint8Array(lines);
  const CURVE = .14, ink = {}, dark = () => matchMedia('(prefers-color-scheme:dark)').matches;

  async function load(box) {
    if (box.dataset.src) return (await fetch(box.dataset.src)).json();
    const plain = document.getElementById('picture-data');
    if (plain.type === 'application/json') return JSON.parse(plain.textContent);
    const bytes = Uint8Array.from(atob(plain.textContent.trim()), c => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
  }
  function el(tag, attributes = {}, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
      else if (value === true) made.setAttribute(name, '');
      else if (value !== false && value !== undefined) made.setAttribute(name, value);
    }
    made.append(...inside.filter(x => x !== null && x !== undefined));
    return made;
  }

  // What filters, time and search leave.
  function filter() {
    const inTime = (a, b) => !days.length || !a || ((b || a) >= days[first] && a <= days[last]);
    for (let i = 0; i < total; i++) visible[i] = !off.has(N.kind[i]) && inTime(N.start[i], N.end[i]) ? 1 : 0;
    for (let i = 0; i < lines; i++) seen[i] = visible[E.s[i]] && visible[E.t[i]] && !offLinks.has(E.p[i]) && inTime(E.start[i], E.end[i]) ? 1 : 0;
    const cut = first > 0 || last < days.length - 1 || offLinks.size > 0;
    if (cut) for (let i = 0; i < total; i++) if (visible[i] && !N.start[i] && near[i].length && !near[i].some(e => seen[e])) visible[i] = 0;
    shownCount = visible.reduce((a, b) => a + b, 0);
    if (chosen >= 0 && !visible[chosen]) choose(-1);
    parts.counts.textContent = say('counts', { n: total, m: lines }) + (shownCount < total ? ' · ' + say('shown', { n: shownCount, all: total }) : '');
    page = 0; table(); if (sigma) sigma.refresh();
  }
  const focusOn = () => hover >= 0 ? hover : chosen;
  const beside = (i, f) => near[f].some(e => seen[e] && (E.s[e] === i || E.t[e] === i));
  const lit = i => hits ? hits.has(i) : focusOn() < 0 || i === focusOn() || i === chosen || beside(i, focusOn());

  // The page around the picture.
  const parts = {};
  function build() {
    const wide = (lang === 'en' ? D.title[1] : D.title[0]) + (D.about ? ': ' + D.about : '');
    if (!root.dataset.src) { document.documentElement.lang = lang; document.title = wide; }
    parts.counts = el('p', { class: 'counts', role: 'status' });
    parts.q = el('input', { type: 'search', id: 'picture-q', autocomplete: 'off', oninput: search, onkeydown: ev => { if (ev.key === 'Enter' && hits && hits.size) pick([...hits][0]); else if (ev.key === 'Escape') { parts.q.value = ''; search(); } } });
    parts.found = el('ul', { class: 'found', hidden: true });
    parts.side = el('section', { class: 'side', hidden: true, tabindex: '-1', 'aria-label': T.facts });
    parts.stage = el('div', { class: 'stage', tabindex: '0', role: 'application', 'aria-label': `${T.stage}. ${T.help}`, onkeydown: keys });
    parts.labels = el('canvas', { class: 'labels', 'aria-hidden': 'true' }); parts.back = el('canvas', { class: 'back', 'aria-hidden': 'true' });
    parts.table = el('div', { class: 'tables', hidden: true });
    parts.tabs = ['picture', 'table'].map(name => el('button', { type: 'button', class: 'tab', 'aria-pressed': String(name === 'picture'), 'data-tab': name, onclick: () => tab(name) }, T[name]));
    const zoom = [['zoomin', '+', 1.4], ['zoomout', '−', .714], ['fit', '⤢', 0]].map(([key, sign, by]) => el('button', { type: 'button', 'aria-label': T[key], title: T[key], onclick: () => zoomBy(by) }, sign));
    parts.main = el('div', { class: 'view' }, el('div', { class: 'frame' }, parts.back, parts.stage, parts.labels, el('div', { class: 'zoom' }, ...zoom)), parts.table, parts.side);
    const guide = el('div', { class: 'guide', role: 'region', 'aria-label': T.guide },
      root.dataset.src ? null : el('h1', {}, wide), parts.counts,
      ...D.notices.map(text => el('p', { class: 'notice' }, text[lang === 'en' ? 1 : 0])),
      el('div', { class: 'tabs' }, ...parts.tabs, root.dataset.src ? null : el('button', { type: 'button', class: 'other', lang: lang === 'en' ? 'nl' : 'en', onclick: swap }, T.language)),
      el('label', { for: 'picture-q' }, T.search), parts.q, parts.found, legend(), linkList(), slider(), el('p', { class: 'help' }, T.help));
    root.replaceChildren(guide, parts.main);
  }
  function swap() { lang = lang === 'en' ? 'nl' : 'en'; T = D.words[lang]; const was = chosen; chosen = -1; if (sigma) { sigma.kill(); sigma = null; } build(); filter(); start(); if (was >= 0) choose(was); root.querySelector('.other').focus(); }
  function legend() {
    const rows = K.map((kind, k) => {
      const dot = el('canvas', { width: 40, height: 40, 'aria-hidden': 'true' }), g = dot.getContext('2d');
      SovSymbols.draw(g, kind[1], dark() ? kind[3] : kind[2], 20, 20, 14);
      const count = N.kind.reduce((n, other) => n + (other === k), 0), text = kind[lang === 'en' ? 5 : 4];
      return el('li', {}, el('button', { type: 'button', 'aria-pressed': String(!off.has(k)), onclick: ev => { off.has(k) ? off.delete(k) : off.add(k); ev.currentTarget.setAttribute('aria-pressed', String(!off.has(k))); filter(); } }, dot, el('span', {}, text), el('b', {}, String(count))));
    });
    return el('div', { class: 'classes' }, el('h2', {}, T.classes), el('ul', {}, ...rows));
  }
  function linkList() {
    const rows = P.map((property, p) => el('li', {}, el('label', {}, el('input', { type: 'checkbox', checked: !offLinks.has(p), onchange: ev => { ev.target.checked ? offLinks.delete(p) : offLinks.add(p); filter(); } }), el('span', {}, property[lang === 'en' ? 2 : 1]), el('b', {}, String(E.p.reduce((n, other) => n + (other === p), 0))))));
    return P.length ? el('details', { class: 'links', open: P.length < 9 }, el('summary', {}, T.links), el('ul', {}, ...rows)) : null;
  }
  function slider() {
    if (days.length < 2) return null;
    const out = el('output', { class: 'days' }), tell = () => { out.textContent = `${days[first]} – ${days[last]}`; a.setAttribute('aria-valuetext', days[first]); b.setAttribute('aria-valuetext', days[last]); };
    const range = (id, at, then) => el('input', { type: 'range', id, min: 0, max: days.length - 1, value: at, oninput: ev => { then(+ev.target.value); tell(); filter(); } });
    const a = range('picture-from', first, v => { first = Math.min(v, last); a.value = first; }), b = range('picture-until', last, v => { last = Math.max(v, first); b.value = last; });
    tell();
    return el('fieldset', { class: 'time' }, el('legend', {}, T.time), el('label', { for: 'picture-from' }, T.from), a, el('label', { for: 'picture-until' }, T.until), b, out, el('p', { class: 'help' }, T.undated));
  }
  function tab(name) {
    for (const b of parts.tabs) b.setAttribute('aria-pressed', String(b.dataset.tab === name));
    parts.table.hidden = name !== 'table'; root.classList.toggle('tabular', name === 'table'); table();
    if (name === 'picture' && sigma) { sigma.resize(); sigma.refresh(); }
  }
  function search() {
    const text = parts.q.value.trim().toLowerCase(); hits = null; parts.found.replaceChildren(); parts.found.hidden = !text;
    if (text) {
      hits = new Set(); for (let i = 0; i < total; i++) if (visible[i] && (N.label[i] + ' ' + N.id[i]).toLowerCase().includes(text)) hits.add(i);
      for (const i of [...hits].slice(0, 50)) parts.found.append(el('li', {}, el('button', { type: 'button', onclick: () => pick(i) }, N.label[i] + ' ', el('small', {}, K[N.kind[i]][lang === 'en' ? 5 : 4]))));
      parts.found.prepend(el('li', { role: 'status' }, hits.size ? say('found', { n: hits.size }) : T.nothing));
    }
    page = 0; table(); if (sigma) sigma.refresh();
  }
  function pick(i) { hits = null; parts.found.hidden = true; choose(i, true); parts.side.focus(); }

  // What is known of a thing, with the words behind each link.
  const href = i => (N.href && N.href[i]) || (/^https?:/.test(N.id[i]) ? N.id[i] : '');
  function evidence(e) {
    const all = E.ev[e] || [], made = all.map(([paper, at, quote, place, rule, sure, assertion]) => {
      const [iri, label, to] = D.papers[paper], target = to ? to + (at >= 0 ? '#c' + at : '') : /^https?:/.test(iri) ? iri : '';
      const about = [place, rule && `${T.rule} ${rule}`, sure >= 0 && say('sure', { n: sure })].filter(Boolean).join(' · ');
      const subject = E.subject ? E.subject[e] : '', proof = subject && assertion ? `${subject}#a-${assertion.split('/').pop()}` : /^https?:/.test(assertion) ? assertion : '';
      return el('figure', {}, el('blockquote', {}, quote), el('figcaption', {}, target ? el('a', { href: target, rel: 'noreferrer' }, label || iri) : label || iri, about ? ' · ' + about : '', proof ? ' · ' : '', proof ? el('a', { href: proof, rel: 'noreferrer' }, T.statement) : ''));
    });
    if (!made.length) return [el('p', { class: 'about' }, T.noquote)];
    return made.length < 3 ? made : [made[0], el('details', {}, el('summary', {}, say('more', { n: made.length - 1 })), ...made.slice(1))];
  }
  function choose(i, move) {
    chosen = i; hover = -1; parts.side.replaceChildren(); parts.side.hidden = i < 0;
    if (i >= 0) {
      const to = href(i), day = [N.start[i], N.end[i] && N.end[i] !== N.start[i] ? N.end[i] : ''].filter(Boolean).join(' – ');
      const facts = (N.facts[i] || []).map(([a, value]) => [el('dt', {}, word(D.attributes[a].slice(1))), el('dd', {}, String(value))]).flat();
      parts.side.append(el('button', { type: 'button', class: 'close', 'aria-label': T.close, onclick: () => { choose(-1); parts.stage.focus(); } }, '×'),
        el('p', { class: 'kind' }, K[N.kind[i]][lang === 'en' ? 5 : 4] + (day ? ` · ${day}` : '')), el('h2', {}, N.label[i].replace(/(\d\d) (?=\d{3}\b)/g, '$1\u00a0')),
        to ? el('p', {}, el('a', { href: to, rel: 'noreferrer' }, N.href ? T.page : to)) : '');
      if (facts.length) parts.side.append(el('dl', {}, ...facts));
      if (N.hidden[i]) parts.side.append(el('p', { class: 'notice' }, say('hidden', { n: N.hidden[i] })));
      if (D.ego && N.id[i] !== D.centre) parts.side.append(el('p', {}, el('a', { href: D.ego + encodeURIComponent(N.id[i]) }, T.around)));
      const groups = new Map();
      for (const e of near[i]) { const out = E.s[e] === i, key = (out ? '→ ' : '← ') + word(P[E.p[e]].slice(1)); groups.set(key, [...(groups.get(key) || []), [e, out ? E.t[e] : E.s[e]]]); }
      for (const [name, list] of groups) parts.side.append(el('h3', {}, name), el('ul', { class: 'ties' }, ...list.map(([e, other]) => el('li', {}, el('button', { type: 'button', onclick: () => { choose(other, true); parts.side.focus(); } }, N.label[other]), E.start[e] ? el('small', {}, ` ${E.start[e]}`) : '', E.via[e] ? el('p', { class: 'about' }, `${T.through} ${E.via[e]}`) : '', ...evidence(e)))));
      if (!near[i].length) parts.side.append(el('p', {}, T.nolinks));
      parts.side.scrollTop = 0; if (sigma) bring(i, move);
    }
    if (sigma) sigma.refresh();
  }
  function bring(i, move) {
    const at = sigma.graphToViewport({ x: N.x[i], y: -N.y[i] }), { width, height } = sigma.getDimensions(), beside = width > 700, right = beside ? width - 380 : width, low = beside ? height - 50 : height * .36;
    if (!move && at.x < right - 20 && at.y < low) return;
    if (move && at.x > 30 && at.x < right - 20 && at.y > 30 && at.y < low) return;
    const camera = sigma.getCamera(), a = sigma.viewportToFramedGraph({ x: right / 2, y: beside ? height / 2 : height * .2 }), b = sigma.viewportToFramedGraph(at), s = camera.getState();
    camera.setState({ x: s.x + b.x - a.x, y: s.y + b.y - a.y });
  }

  // The same as tables: for screen readers, for the keyboard, for who likes tables.
  const SIZE = 100;
  function table() {
    if (!parts.table || parts.table.hidden) return;
    const rows = [], things = [];
    for (let e = 0; e < lines; e++) if (seen[e] && (!hits || hits.has(E.s[e]) || hits.has(E.t[e]))) rows.push(e);
    for (let i = 0; i < total; i++) if (visible[i] && (!hits || hits.has(i))) things.push(i);
    const most = Math.max(rows.length, things.length), a = page * SIZE, b = a + SIZE;
    const name = i => el('button', { type: 'button', onclick: () => { choose(i); parts.side.focus(); } }, N.label[i]);
    const quote = e => { const one = (E.ev[e] || [])[0]; return one ? [el('td', {}, el('q', {}, one[2])), el('td', {}, D.papers[one[0]][1] || '')] : [el('td', {}), el('td', {})]; };
    const head = keys => el('thead', {}, el('tr', {}, ...keys.map(key => el('th', { scope: 'col' }, T[key]))));
    const part = (from, list) => say('part', { a: Math.min(from + 1, list.length), b: Math.min(from + SIZE, list.length), n: list.length });
    parts.table.replaceChildren(
      el('table', {}, el('caption', {}, `${T.links}: ${part(a, rows)}`), head(['from', 'link', 'to', 'day', 'words', 'paper']), el('tbody', {}, ...rows.slice(a, b).map(e => el('tr', {}, el('td', {}, name(E.s[e])), el('td', {}, word(P[E.p[e]].slice(1))), el('td', {}, name(E.t[e])), el('td', {}, E.start[e] || ''), ...quote(e))))),
      el('table', {}, el('caption', {}, `${T.things}: ${part(a, things)}`), head(['name', 'class', 'day', 'number']), el('tbody', {}, ...things.slice(a, b).map(i => el('tr', {}, el('td', {}, name(i)), el('td', {}, K[N.kind[i]][lang === 'en' ? 5 : 4]), el('td', {}, N.start[i]), el('td', {}, String(near[i].length)))))),
      most > SIZE ? el('p', { class: 'pages' }, el('button', { type: 'button', disabled: page === 0, onclick: () => { page--; table(); } }, T.previous), el('button', { type: 'button', disabled: b >= most, onclick: () => { page++; table(); } }, T.next)) : '');
  }

  // Keyboard: from thing to thing in the direction of the arrow.
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  function keys(ev) {
    if (ev.ctrlKey || ev.metaKey || ev.altKey) return;
    const go = ARROWS[ev.key];
    if (go) { ev.preventDefault(); step(...go); } else if (ev.key === 'Enter' && chosen >= 0) parts.side.focus();
    else if (ev.key === '+' || ev.key === '=') zoomBy(1.3); else if (ev.key === '-') zoomBy(1 / 1.3); else if (ev.key === '0') zoomBy(0);
  }
  function step(dx, dy) {
    if (chosen < 0) { const one = byLinks.find(i => visible[i]); if (one !== undefined) choose(one, true); return; }
    let best = -1, least = Infinity;
    for (let i = 0; i < total; i++) {
      if (!visible[i] || i === chosen || (hits && !hits.has(i))) continue;
      const u = N.x[i] - N.x[chosen], v = N.y[i] - N.y[chosen], along = u * dx + v * dy, aside = Math.abs(u * dy) + Math.abs(v * dx);
      if (along > 1 && along + aside * 2.2 < least) { least = along + aside * 2.2; best = i; }
    }
    if (best >= 0) choose(best, true);
  }
  root.addEventListener('keydown', ev => {
    if (ev.key === 'Escape' && chosen >= 0) { hits = null; choose(-1); parts.stage.focus(); }
    else if (ev.key === '/' && !/INPUT|TEXTAREA/.test(ev.target.tagName)) { ev.preventDefault(); parts.q.focus(); }
  });
  function zoomBy(by) { if (!sigma) return; const camera = sigma.getCamera(); if (by) camera.setState({ ratio: Math.max(.01, Math.min(6, camera.getState().ratio / by)) }); else camera.setState({ x: .5, y: .5, ratio: 1, angle: 0 }); }

  // Drawing.
  function colours() {
    const style = getComputedStyle(root);
    for (const name of ['page', 'ink', 'soft', 'line', 'edge', 'strong', 'focus']) ink[name] = style.getPropertyValue('--p-' + name).trim();
    ink.kind = K.map(kind => dark() ? kind[3] : kind[2]); ink.faint = ink.kind.map(colour => mixed(colour, ink.page, .82)); ink.thin = mixed(ink.edge, ink.page, .7); ink.pale = mixed(ink.edge, ink.page, .5);
    SovSymbols.page.splice(0, 3, ...rgb(ink.page).map(v => v / 255));
  }
  const rgb = c => [1, 3, 5].map(i => parseInt(c.slice(i, i + 2), 16));
  const mixed = (a, b, t) => '#' + rgb(a).map((v, i) => Math.round(v + (rgb(b)[i] - v) * t).toString(16).padStart(2, '0')).join('');
  function start() {
    const { Sigma, MultiDirectedGraph, createEdgeCurveProgram, EdgeRectangleProgram } = window.SovGraph;
    colours();
    graph = new MultiDirectedGraph();
    for (let i = 0; i < total; i++) graph.addNode(i, { x: N.x[i], y: -N.y[i], size: total > 2000 ? 2.5 : total > 300 ? (hubs.has(i) ? 7 : 5) : hubs.has(i) ? 9 : 7.5, color: ink.kind[N.kind[i]], shape: K[N.kind[i]][1] });
    // One line for all links from one thing to another; the panel tells them apart.
    const drawn = new Map();
    for (let e = 0; e < lines; e++) { const key = E.s[e] * total + E.t[e]; if (E.s[e] === E.t[e]) continue; if (drawn.has(key)) drawn.get(key).push(e); else drawn.set(key, [e]); }
    const much = drawn.size > 4000;
    for (const [key, list] of drawn) graph.addEdgeWithKey(key, E.s[list[0]], E.t[list[0]], { all: list, curvature: CURVE, size: Math.min(4, 1.3 + Math.log2(list.length) * .7) });
    try {
      sigma = new Sigma(graph, parts.stage, {
        allowInvalidContainer: true, renderLabels: false, defaultNodeType: 'symbol', defaultEdgeType: 'line', nodeProgramClasses: { symbol: SovSymbols.program() }, nodeHoverProgramClasses: {},
        edgeProgramClasses: { line: much ? EdgeRectangleProgram : createEdgeCurveProgram({ arrowHead: { extremity: 'target', lengthToThicknessRatio: 5, widenessToThicknessRatio: 4 } }) }, defaultDrawNodeHover: () => {}, hideEdgesOnMove: much, minCameraRatio: .01, maxCameraRatio: 6, stagePadding: 46, zIndex: true, enableCameraRotation: false, zoomToSizeRatioFunction: r => Math.min(1.25, Math.max(.85, Math.sqrt(r))),
        nodeReducer: (id, data) => { const i = +id; return visible[i] ? { ...data, color: lit(i) ? ink.kind[N.kind[i]] : ink.faint[N.kind[i]], zIndex: lit(i) ? 2 : 0 } : { ...data, hidden: true }; },
        edgeReducer: (id, data) => {
          const f = focusOn(), one = data.all.find(e => seen[e]);
          if (one === undefined) return { ...data, hidden: true };
          const s = E.s[one], t = E.t[one], strong = f >= 0 && (s === f || t === f), faint = !strong && (f >= 0 || (hits && !(hits.has(s) && hits.has(t))));
          return { ...data, color: strong ? ink.strong : faint ? ink.thin : much ? ink.pale : ink.edge, size: strong ? data.size + 1 : much ? .4 : data.size, zIndex: strong ? 1 : 0 };
        },
      });
    } catch (error) { parts.stage.replaceChildren(el('p', { class: 'notice' }, T.nowebgl)); sigma = null; tab('table'); return; }
    sigma.setCustomBBox(bounds()); enter();
    sigma.on('clickNode', ({ node }) => choose(+node)); sigma.on('clickStage', () => { if (chosen >= 0) choose(-1); });
    sigma.on('enterNode', ({ node }) => { hover = +node; parts.stage.style.cursor = 'pointer'; parts.stage.title = N.label[hover]; sigma.refresh({ skipIndexation: true }); });
    sigma.on('leaveNode', () => { hover = -1; parts.stage.style.cursor = ''; parts.stage.title = ''; sigma.refresh({ skipIndexation: true }); });
    sigma.on('afterRender', labels); sigma.refresh();
  }
  // Room for the labels too, and beside a picture along time for the names of its lanes.
  function bounds() {
    let [a, b, c, d] = [0, 1, 0, 1];
    if (total) { a = c = Infinity; b = d = -Infinity; for (let i = 0; i < total; i++) { a = Math.min(a, N.x[i]); b = Math.max(b, N.x[i]); c = Math.min(c, N.y[i]); d = Math.max(d, N.y[i]); } }
    return { x: [a - (D.lanes.length ? 175 : 40), b + 40], y: [-d - 50, -c + (D.marks.length ? 40 : 10)] };
  }
  // On a small screen the picture opens on a part that can be read; the button shows all.
  function enter() {
    if (!total || total > 400) return;
    sigma.refresh(); const scale = sigma.graphToViewport({ x: 1, y: 0 }).x - sigma.graphToViewport({ x: 0, y: 0 }).x, { width, height } = sigma.getDimensions(), least = width < 760 ? .62 : .42;
    if (scale >= least) return;
    const camera = sigma.getCamera(), ratio = scale / (least + .13), box = bounds(); camera.setState({ ratio }); sigma.refresh();
    const lead = D.lanes.length ? -1 : D.centre ? N.id.indexOf(D.centre) : byLinks[0], half = [width / 2 / (scale / ratio), height / 2 / (scale / ratio)];
    // Along time it opens on the last days, elsewhere on what has most links.
    const to = lead < 0 ? { x: box.x[1] - half[0], y: Math.min(box.y[1] - half[1], box.y[1]) } : { x: N.x[lead], y: -N.y[lead] };
    const a = sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 }), b = sigma.viewportToFramedGraph(sigma.graphToViewport(to)), s = camera.getState();
    camera.setState({ x: s.x + b.x - a.x, y: s.y + b.y - a.y });
  }
  const meets = (used, b) => { let n = 0; for (const o of used) if (b[0] < o[2] && o[0] < b[2] && b[1] < o[3] && o[1] < b[3]) n++; return n; };
  function wrap(text) {
    const out = [''];
    for (const piece of text.replace(/(\d\d) (?=\d{3}\b)/g, '$1\u00a0').replace(/nr\. (?=\d)/g, 'nr.\u00a0').split(' ')) { const joined = (out[out.length - 1] + ' ' + piece).trim(); if (joined.length <= 17 || !out[out.length - 1]) out[out.length - 1] = joined; else out.push(piece); }
    return out;
  }
  function surface(canvas, width, height, ratio) {
    const g = canvas.getContext('2d'), [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== w || canvas.height !== h) { canvas.width = w; canvas.height = h; canvas.style.width = width + 'px'; canvas.style.height = height + 'px'; }
    g.setTransform(ratio, 0, 0, ratio, 0, 0); g.clearRect(0, 0, width, height); return g;
  }
  const wrapped = new Map();
  function labels() {
    const { width, height } = sigma.getDimensions(), ratio = devicePixelRatio || 1, [g, back] = [parts.labels, parts.back].map(c => surface(c, width, height, ratio));
    const zero = sigma.graphToViewport({ x: 0, y: 0 }), scale = sigma.graphToViewport({ x: 1, y: 0 }).x - zero.x, px = i => zero.x + N.x[i] * scale, py = i => zero.y + N.y[i] * scale;
    backdrop(back, zero, scale, width, height);
    const f = focusOn(), k = Math.max(.9, Math.min(1.2, scale)), h = 12.5 * k, r = sigma.scaleSize(total > 2000 ? 3 : total > 300 ? 5.5 : 8);
    const put = (text, x, y, colour, bold) => { g.font = `${bold ? '600 ' : ''}${11 * k}px system-ui,-apple-system,"Segoe UI",sans-serif`; g.lineWidth = 3.5; g.lineJoin = 'round'; g.strokeStyle = ink.page; g.strokeText(text, x, y); g.fillStyle = colour; g.fillText(text, x, y); };
    g.textAlign = 'center'; g.textBaseline = 'middle';
    let order = byLinks.filter(i => visible[i] && (lit(i) || i === f) && px(i) > -60 && px(i) < width + 60 && py(i) > -40 && py(i) < height + 20);
    order.sort((a, b) => (b === f) - (a === f) || (b === chosen) - (a === chosen) || (D.centre === N.id[b]) - (D.centre === N.id[a]));
    const symbols = order.slice(0, 3000).map(i => [px(i) - r, py(i) - r, px(i) + r, py(i) + r]), used = [];
    if (order.length > 600) order = order.slice(0, 250);
    const mark = i => { if (i < 0 || !visible[i]) return; g.beginPath(); g.arc(px(i), py(i), r + 5, 0, 7); g.strokeStyle = ink.focus; g.lineWidth = 2.5; g.stroke(); };
    mark(chosen);
    for (const i of order) {
      const hub = hubs.has(i), must = i === f || i === chosen; if (!wrapped.has(i)) wrapped.set(i, wrap(N.short[i] || N.label[i]));
      const text = wrapped.get(i); g.font = `${hub ? '600 ' : ''}${11 * k}px system-ui,-apple-system,"Segoe UI",sans-serif`;
      const w = Math.max(...text.map(t => g.measureText(t).width)) / 2 + 1, t = h * text.length, u = px(i), v = py(i);
      const sides = [[u, v + r + 3], [u + r + 4 + w, v - t / 2], [u - r - 4 - w, v - t / 2], [u, v - r - 3 - t]].slice(0, D.layout === 'net' ? 4 : 1);
      const cost = sides.map(([a, b], n) => { const box = [a - w, b, a + w, b + t]; return 20 * meets(used, box) + meets(symbols, box) + n * .1; }), best = cost.indexOf(Math.min(...cost)), [a, b] = sides[best], box = [a - w, b, a + w, b + t];
      if (!must && (meets(used, box) || meets(symbols, box) > (hub ? 2 : 1))) continue;
      used.push(box); text.forEach((piece, n) => put(piece, a, b + h * (n + .5), ink.ink, hub));
    }
    // Names of links: of what is chosen, and of all when there is room.
    const named = new Set();
    for (const e of f >= 0 ? near[f] : scale > .95 && lines < 200 ? E.s.keys() : []) {
      const s = E.s[e], t = E.t[e], key = s + ' ' + t; if (!seen[e] || named.has(key) || s === t || hits) continue; named.add(key);
      const text = [...new Set(near[s].filter(o => seen[o] && E.s[o] === s && E.t[o] === t).map(o => word(P[E.p[o]].slice(1))))].join(', '), far = Math.hypot(px(t) - px(s), py(t) - py(s)) || 1;
      const x = (px(s) + px(t)) / 2 - (py(t) - py(s)) / far * far * -CURVE / 2, y = (py(s) + py(t)) / 2 + (px(t) - px(s)) / far * far * -CURVE / 2; g.font = `${9.5 * k}px system-ui,sans-serif`;
      const w = g.measureText(text).width / 2 + 2, box = [x - w, y - 7, x + w, y + 7];
      if (meets(used, box) || meets(symbols, box)) continue;
      used.push(box); g.lineWidth = 3; g.strokeStyle = ink.page; g.strokeText(text, x, y); g.fillStyle = f >= 0 ? ink.strong : ink.soft; g.fillText(text, x, y);
    }
    root.dataset.ready = String(total);
  }
  function backdrop(g, zero, scale, width, height) {
    if (!D.marks.length) return;
    g.textAlign = 'center'; g.textBaseline = 'top'; g.font = '10.5px system-ui,sans-serif'; let end = -99;
    for (const [x, text] of D.marks) {
      const u = zero.x + x * scale; g.strokeStyle = ink.line; g.lineWidth = 1; g.beginPath(); g.moveTo(u, 20); g.lineTo(u, height); g.globalAlpha = .55; g.stroke(); g.globalAlpha = 1;
      if (u - 32 < end || u < 30 || u > width - 30) continue; end = u + 34; g.fillStyle = ink.soft; g.fillText(text, u, 5);
    }
    g.textAlign = 'left'; g.textBaseline = 'bottom';
    for (const [top, bottom, nl, en] of D.lanes) { const a = zero.y + top * scale, b = zero.y + bottom * scale; g.fillStyle = ink.soft; g.font = '600 10.5px system-ui,sans-serif'; g.globalAlpha = .08; g.fillRect(0, a - 4, width, b - a + 8); g.globalAlpha = 1; g.lineWidth = 3; g.strokeStyle = ink.page; g.strokeText(lang === 'en' ? en : nl, 6, a + 8); g.fillText(lang === 'en' ? en : nl, 6, a + 8); }
  }

  build(); filter(); start();
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', () => { colours(); root.querySelector('.classes').replaceWith(legend()); if (sigma) sigma.refresh(); });
  // "#iri" in the address opens the picture on that thing; what a view is about is chosen from the start where there is room.
  const wanted = decodeURIComponent(location.hash.slice(1)), open = wanted ? N.id.indexOf(wanted) : -1;
  if (open >= 0) choose(open, true);
  // For scripts around the picture: where a thing is on the screen.
  root.place = iri => { const i = N.id.indexOf(iri); if (i < 0 || !sigma) return null; const at = sigma.graphToViewport({ x: N.x[i], y: -N.y[i] }), box = parts.stage.getBoundingClientRect(); return [box.left + at.x, box.top + at.y]; };
  root.dataset.ready = String(total);
})();
