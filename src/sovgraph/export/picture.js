'use strict';
// The data: nodes [iri, label, kind, x, y, lines], edges [source, target, [properties]], kinds [name, shape, light, dark, nl, en],
// properties [name, nl, en]. Places come from the export; this page only draws them.
const D = JSON.parse(document.getElementById('data').textContent), N = D.nodes, E = D.edges, K = D.kinds, P = D.properties;
const $ = id => document.getElementById(id), c = $('c'), x = c.getContext('2d'), side = $('side'), q = $('q'), found = $('found');
const FONT = '11px system-ui,-apple-system,"Segoe UI",sans-serif', SMALL = '10px system-ui,-apple-system,"Segoe UI",sans-serif', R = 8, LINE = 12.5;
const near = N.map(() => []);
E.forEach((e, i) => { near[e[0]].push(i); if (e[1] !== e[0]) near[e[1]].push(i); });
// What most links lead to or from: always named, even over the symbols of others.
const HUBS = 14, FEWEST = 6, byLinks = [...N.keys()].sort((a, b) => near[b].length - near[a].length || a - b);
const hubs = new Set(byLinks.slice(0, HUBS).filter(i => near[i].length >= FEWEST)), off = new Set();
let W = 1, H = 1, scale = 1, ox = 0, oy = 0, chosen = -1, hover = -1, hits = null, drag = null, ink = {};

function colours() {
  const s = getComputedStyle(document.documentElement), dark = matchMedia('(prefers-color-scheme:dark)').matches;
  for (const n of ['page', 'ink', 'soft', 'line', 'edge', 'strong', 'focus']) ink[n] = s.getPropertyValue('--' + n).trim();
  ink.kind = K.map(k => dark ? k[3] : k[2]);
}
const shown = i => !off.has(N[i][2]);
const px = i => N[i][3] * scale + ox, py = i => N[i][4] * scale + oy;
const focusOn = () => hover >= 0 ? hover : chosen;
const beside = (i, f) => near[f].some(k => E[k][0] === i || E[k][1] === i);
const lit = i => hits ? hits.has(i) : (chosen < 0 && hover < 0) || i === focusOn() || i === chosen || beside(i, focusOn());

function polygon(g, sides, r, turn) {
  for (let i = 0; i < sides; i++) { const a = turn + 2 * Math.PI * i / sides; g[i ? 'lineTo' : 'moveTo'](r * Math.cos(a), r * Math.sin(a)); }
  g.closePath();
}
const SHAPES = {
  circle: (g, r) => g.arc(0, 0, r * .95, 0, 7), square: (g, r) => g.rect(-r * .85, -r * .85, r * 1.7, r * 1.7),
  diamond: (g, r) => polygon(g, 4, r * 1.15, 0), triangle: (g, r) => polygon(g, 3, r * 1.15, -Math.PI / 2), down: (g, r) => polygon(g, 3, r * 1.15, Math.PI / 2),
  hexagon: (g, r) => polygon(g, 6, r * 1.05, 0), pentagon: (g, r) => polygon(g, 5, r * 1.08, -Math.PI / 2), bar: (g, r) => g.rect(-r * 1.2, -r * .55, r * 2.4, r * 1.1),
  plus: (g, r) => { const a = r * .38; for (const [i, [u, v]] of [[a, r], [a, a], [r, a], [r, -a], [a, -a], [a, -r], [-a, -r], [-a, -a], [-r, -a], [-r, a], [-a, a], [-a, r]].entries()) g[i ? 'lineTo' : 'moveTo'](u, v); g.closePath(); },
  star: (g, r) => { for (let i = 0; i < 10; i++) { const a = -Math.PI / 2 + Math.PI * i / 5, l = i % 2 ? r * .5 : r * 1.2; g[i ? 'lineTo' : 'moveTo'](l * Math.cos(a), l * Math.sin(a)); } g.closePath(); },
};
function symbol(g, kind, u, v, r) {
  g.save(); g.translate(u, v); g.beginPath(); SHAPES[K[kind][1]](g, r);
  g.fillStyle = ink.kind[kind]; g.strokeStyle = ink.page; g.lineWidth = 1.5; g.stroke(); g.fill(); g.restore();
}

function size() {
  const r = devicePixelRatio || 1, box = c.parentElement.getBoundingClientRect();
  W = box.width; H = box.height; c.width = W * r; c.height = H * r; x.setTransform(r, 0, 0, r, 0, 0);
}
function fit(some) {
  const all = (some || [...N.keys()]).filter(shown);
  if (!all.length) return;
  let a = 1e9, b = -1e9, d = 1e9, f = -1e9;
  for (const i of all) {
    const half = Math.max(...N[i][5].map(t => t.length)) * 3 + 4;
    a = Math.min(a, N[i][3] - half); b = Math.max(b, N[i][3] + half); d = Math.min(d, N[i][4] - 12); f = Math.max(f, N[i][4] + 12 + N[i][5].length * LINE);
  }
  scale = Math.min((W - 24) / Math.max(1, b - a), (H - 24) / Math.max(1, f - d), 1.6);
  ox = W / 2 - scale * (a + b) / 2; oy = H / 2 - scale * (d + f) / 2;
}
function zoom(by, u = W / 2, v = H / 2) {
  const next = Math.max(.04, Math.min(8, scale * by)), f = next / scale;
  ox = u - (u - ox) * f; oy = v - (v - oy) * f; scale = next; draw();
}

// Labels shrink a little on a small scale, and those that still meet another are left out until one zooms in.
// The most linked come first.
const type = () => Math.max(.84, Math.min(1.18, scale));
const radius = () => R * Math.max(.7, Math.min(1.3, scale));
function clear(used, b) { return !used.some(o => b[0] < o[2] && o[0] < b[2] && b[1] < o[3] && o[1] < b[3]); }
const meets = (used, b) => used.filter(o => b[0] < o[2] && o[0] < b[2] && b[1] < o[3] && o[1] < b[3]).length;
function text(t, u, v, colour) { x.lineWidth = 3.5; x.lineJoin = 'round'; x.strokeStyle = ink.page; x.strokeText(t, u, v); x.fillStyle = colour; x.fillText(t, u, v); }

function edge(e, strong, faint) {
  const a = px(e[0]), b = py(e[0]), u = px(e[1]), v = py(e[1]), l = Math.hypot(u - a, v - b);
  if (l < 2) return null;
  const bend = Math.min(26, l * .07), mx = (a + u) / 2 - (v - b) / l * bend, my = (b + v) / 2 + (u - a) / l * bend;
  const r = radius() + 3, ang = Math.atan2(v - my, u - mx), tx = u - Math.cos(ang) * r, ty = v - Math.sin(ang) * r, head = strong ? 8 : 5.5;
  x.globalAlpha = faint ? .14 : strong ? 1 : E.length > 150 ? .42 : .65; x.strokeStyle = x.fillStyle = strong ? ink.strong : ink.edge; x.lineWidth = strong ? 1.8 : 1;
  x.beginPath(); x.moveTo(a, b); x.quadraticCurveTo(mx, my, tx, ty); x.stroke();
  x.beginPath(); x.moveTo(tx, ty);
  for (const s of [-.42, .42]) x.lineTo(tx - head * Math.cos(ang + s), ty - head * Math.sin(ang + s));
  x.closePath(); x.fill(); x.globalAlpha = 1;
  return [(a + u + 2 * mx) / 4, (b + v + 2 * my) / 4];
}
function draw() {
  x.clearRect(0, 0, W, H);
  const f = focusOn(), marks = [], used = [], named = [];
  for (const top of [false, true]) for (const e of E) {
    const strong = f >= 0 && (e[0] === f || e[1] === f);
    if (strong !== top || !shown(e[0]) || !shown(e[1])) continue;
    const mid = edge(e, strong, !strong && (f >= 0 || hits) && !(hits && hits.has(e[0]) && hits.has(e[1])));
    if (mid && (strong || (scale > 1.5 && f < 0 && !hits))) marks.push([mid, e, strong]);
  }
  const r = radius(), order = [...N.keys()].filter(shown).sort((a, b) => (b === f) - (a === f) || (b === chosen) - (a === chosen) || lit(b) - lit(a) || near[b].length - near[a].length || a - b);
  for (const i of order.slice().reverse()) {
    x.globalAlpha = lit(i) ? 1 : .16; symbol(x, N[i][2], px(i), py(i), r); x.globalAlpha = 1;
    if (i === chosen) { x.beginPath(); x.arc(px(i), py(i), r + 6, 0, 7); x.strokeStyle = ink.focus; x.lineWidth = 2.5; x.stroke(); }
  }
  for (const i of order) if (lit(i)) used.push([px(i) - r, py(i) - r, px(i) + r, py(i) + r]);
  x.textAlign = 'center'; x.textBaseline = 'middle';
  const symbols = used.slice(), mains = [...hubs].filter(shown).map(i => [px(i) - r, py(i) - r, px(i) + r, py(i) + r]), k = type(), h = LINE * k;
  for (const i of order) {
    if (!lit(i)) continue;
    const hub = hubs.has(i), must = hub || i === f || i === chosen; x.font = (hub ? 'bold ' : '') + FONT.replace('11px', 11 * k + 'px');
    const lines = N[i][5], w = Math.max(...lines.map(t => x.measureText(t).width)) / 2 + 1, t = h * lines.length, u = px(i), v = py(i);
    if (u + w < 0 || u - w > W || v + r > H || v + t + r < 0) continue;
    // Below the symbol; what many links lead to is named beside or above it when that hides less.
    const sides = [[u, v + r + 3], [u + r + 4 + w, v - t / 2], [u - r - 4 - w, v - t / 2], [u, v - r - 3 - t]].slice(0, hub ? 4 : 1);
    const boxes = sides.map(([a, b]) => [a - w, b, a + w, b + t]), inside = b => b[0] >= 0 && b[1] >= 0 && b[2] <= W && b[3] <= H;
    const cost = hub ? boxes.map((b, n) => meets(symbols, b) + 8 * meets(mains, b) + 20 * meets(named, b) + (inside(b) ? 0 : 5) + n * .1) : [0], best = cost.indexOf(Math.min(...cost));
    const b = boxes[best];
    if (must ? i !== f && i !== chosen && meets(named, b) : !clear(used, b)) continue;
    used.push(b); named.push(b); lines.forEach((words, n) => text(words, sides[best][0], b[1] + h * (n + .5), ink.ink));
  }
  x.font = SMALL;
  for (const [[u, v], e, strong] of marks) {
    const t = e[2].map(p => P[p][1]).join(', '), w = x.measureText(t).width / 2 + 3, b = [u - w, v - 7, u + w, v + 7];
    if (!clear(used, b)) continue;
    used.push(b); text(t, u, v, strong ? ink.strong : ink.soft);
  }
}

function at(ev) {
  const box = c.getBoundingClientRect(); let best = -1, least = radius() + 7;
  for (let i = 0; i < N.length; i++) { if (!shown(i)) continue; const d = Math.hypot(px(i) - ev.clientX + box.left, py(i) - ev.clientY + box.top); if (d < least) { best = i; least = d; } }
  return best;
}
function el(tag, text, cls) { const n = document.createElement(tag); if (text !== undefined) n.textContent = text; if (cls) n.className = cls; return n; }
function both(nl, en) { const s = el('span', nl); if (en !== nl) { const t = el('span', ' / ' + en); t.lang = 'en'; s.append(t); } return s; }
function choose(i, move) {
  chosen = i; hover = -1; side.replaceChildren(); side.hidden = i < 0;
  if (i >= 0) {
    const close = el('button', '×', 'close'), a = el('a', N[i][0]), kind = el('div', undefined, 'kind');
    close.setAttribute('aria-label', 'Sluiten / close'); close.onclick = () => { choose(-1); c.focus(); };
    kind.append(both(K[N[i][2]][4], K[N[i][2]][5])); if (/^https?:/.test(N[i][0])) { a.href = N[i][0]; a.rel = 'noreferrer'; }
    side.append(close, kind, el('h3', N[i][1]), a);
    const groups = new Map();
    for (const k of near[i]) for (const p of E[k][2]) { const out = E[k][0] === i, key = (out ? '→' : '←') + p; if (!groups.has(key)) groups.set(key, [out, p, []]); groups.get(key)[2].push(out ? E[k][1] : E[k][0]); }
    for (const [out, p, others] of groups.values()) {
      const head = el('h4', out ? '→ ' : '← '), list = el('ul'); head.append(both(P[p][1], P[p][2])); side.append(head, list);
      for (const o of others) { const li = el('li'), b = el('button', N[o][1]); b.onclick = () => choose(o, true); li.append(b); list.append(li); }
    }
    if (!near[i].length) side.append(el('p', 'Geen verbanden / no links'));
    side.scrollTop = 0;
    // What was chosen stays in sight beside the panel.
    const right = W > 760 ? W - 400 : W;
    if (px(i) > right - 40 || (move && (px(i) < 40 || py(i) < 40 || py(i) > H - 60))) { ox += right / 2 - px(i); if (move) oy += H / 2 - py(i); }
  }
  draw();
}
function step(dx, dy) {
  const all = [...N.keys()].filter(i => shown(i) && i !== chosen && (!hits || hits.has(i)));
  if (chosen < 0) return all.length && choose(all.sort((a, b) => near[b].length - near[a].length)[0], true);
  let best = -1, least = 1e9;
  for (const i of all) { const u = px(i) - px(chosen), v = py(i) - py(chosen), along = u * dx + v * dy, aside = Math.abs(u * dy) + Math.abs(v * dx); if (along > 1 && along + aside * 2.2 < least) { least = along + aside * 2.2; best = i; } }
  if (best >= 0) choose(best, true);
}
function search() {
  const t = q.value.trim().toLowerCase(); hits = null; found.replaceChildren(); found.hidden = !t;
  if (t) {
    hits = new Set([...N.keys()].filter(i => (N[i][1] + ' ' + N[i][0]).toLowerCase().includes(t)));
    for (const i of [...hits].slice(0, 60)) { const li = el('li'), b = el('button', N[i][1] + ' '); b.append(both('· ' + K[N[i][2]][4], '· ' + K[N[i][2]][4])); b.onclick = () => { hits = null; choose(i, true); }; li.append(b); found.append(li); }
    if (!hits.size) found.append(el('li', 'Niets gevonden / nothing found'));
  }
  draw();
}
function legend() {
  $('kinds').replaceChildren();
  K.forEach((k, n) => {
    const b = el('button'), s = el('canvas'), li = el('li'), g = s.getContext('2d'), r = devicePixelRatio || 1;
    s.width = s.height = 20 * r; s.style.width = s.style.height = '20px'; g.scale(r, r); symbol(g, n, 10, 10, 7);
    b.append(s, both(k[4], k[5]), el('b', String(N.filter(m => m[2] === n).length))); b.setAttribute('aria-pressed', String(!off.has(n)));
    b.onclick = () => { off.has(n) ? off.delete(n) : off.add(n); b.setAttribute('aria-pressed', String(!off.has(n))); draw(); };
    li.append(b); $('kinds').append(li);
  });
}
q.oninput = search;
q.onkeydown = ev => { if (ev.key === 'Enter' && hits && hits.size) { const first = [...hits][0]; hits = null; choose(first, true); } else if (ev.key === 'Escape') { q.value = ''; search(); } };
c.onpointerdown = ev => { drag = [ev.clientX, ev.clientY, ox, oy, false]; c.setPointerCapture(ev.pointerId); };
c.onpointermove = ev => {
  if (drag) { ox = drag[2] + ev.clientX - drag[0]; oy = drag[3] + ev.clientY - drag[1]; drag[4] ||= Math.hypot(ev.clientX - drag[0], ev.clientY - drag[1]) > 4; draw(); return; }
  const h = at(ev); if (h !== hover) { hover = h; c.style.cursor = h < 0 ? 'grab' : 'pointer'; c.title = h < 0 ? '' : N[h][1]; draw(); }
};
c.onpointerup = ev => { if (drag && !drag[4]) choose(at(ev)); drag = null; };
c.onpointercancel = () => { drag = null; };
c.onpointerleave = () => { if (hover >= 0) { hover = -1; draw(); } };
c.addEventListener('wheel', ev => { ev.preventDefault(); const b = c.getBoundingClientRect(); zoom(Math.exp(-ev.deltaY / 500), ev.clientX - b.left, ev.clientY - b.top); }, { passive: false });
for (const b of document.querySelectorAll('#zoom button')) b.onclick = () => { if (+b.dataset.by) zoom(+b.dataset.by); else { fit(); draw(); } };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
c.onkeydown = ev => { if (ARROWS[ev.key]) { ev.preventDefault(); step(...ARROWS[ev.key]); } else if (ev.key === 'Enter' && chosen >= 0) { const b = side.querySelector('li button') || side.querySelector('a'); if (b) b.focus(); } };
addEventListener('keydown', ev => {
  if (ev.key === 'Escape') { hits = null; choose(-1); return; }
  if (ev.target === q || ev.ctrlKey || ev.metaKey || ev.altKey) return;
  if (ev.key === '/') { ev.preventDefault(); q.focus(); } else if (ev.key === '+' || ev.key === '=') zoom(1.3); else if (ev.key === '-') zoom(1 / 1.3); else if (ev.key === '0') { fit(); draw(); }
});
addEventListener('resize', () => { size(); fit(); draw(); });
matchMedia('(prefers-color-scheme:dark)').addEventListener('change', () => { colours(); legend(); draw(); });
$('counts').textContent = `${N.length} dingen, ${E.length} verbanden / ${N.length} things, ${E.length} links`;
colours(); size(); fit(); legend(); draw();
// "#iri" in the address opens the page on that thing.
const wanted = decodeURIComponent(location.hash.slice(1)), start = wanted ? N.findIndex(n => n[0] === wanted) : -1;
if (start >= 0) choose(start, true);
document.body.dataset.ready = String(N.length);
