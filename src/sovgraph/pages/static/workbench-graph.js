// The workbench: an answer as a graph.
"use strict";
(() => {
  const { root, words, names, make, short, shown, pageOf, learnNames } = window.SovTerms;
  const el = (id) => document.getElementById(id);
  const MOST_DRAWN = 1500;
  // Told apart by people who see colours otherwise too (Okabe and Ito).
  const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#7f7f7f"];

  // ---------- the answer as a graph ----------

  // Each row links its first thing with its other things; a triple links subject and object by its property.
  function linksOf(result) {
    const links = [];
    for (const row of result.rows) {
      if (result.kind === "triples") {
        if (row[2].type === "uri") links.push([row[0].value, short(row[1].value), row[2].value]);
        continue;
      }
      const first = row.findIndex((t) => t && t.type === "uri");
      row.forEach((t, i) => {
        if (i > first && t && t.type === "uri") links.push([row[first].value, result.columns[i], t.value]);
      });
    }
    return links;
  }

  // What a colour stands for: the column in which a thing stands first, or for triples the class that they give.
  function groupsOf(result) {
    const groups = new Map();
    const isType = (t) => t.value === "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    if (result.kind === "triples") {
      for (const [s, p, o] of result.rows) if (isType(p) && !groups.has(s.value)) groups.set(s.value, short(o.value));
    }
    for (const row of result.rows) {
      row.forEach((t, i) => {
        if (t && t.type === "uri" && !groups.has(t.value)) groups.set(t.value, result.columns[i]);
      });
    }
    return groups;
  }

  function legend(kind, tint) {
    const item = make("li", kind);
    const dot = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    dot.setAttribute("viewBox", "0 0 10 10");
    dot.setAttribute("aria-hidden", "true");
    const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    for (const [name, value] of Object.entries({ cx: 5, cy: 5, r: 5, fill: tint })) circle.setAttribute(name, value);
    dot.append(circle);
    item.prepend(dot);
    return item;
  }

  async function drawGraph(result) {
    const links = linksOf(result);
    const things = new Set();
    const kept = links.filter(([a, , b]) => {
      if (things.size >= MOST_DRAWN && !(things.has(a) && things.has(b))) return false;
      things.add(a).add(b);
      return true;
    });
    await learnNames([...things].map((value) => [{ type: "uri", value }]));
    const { MultiDirectedGraph, Sigma, EdgeArrowProgram, forceAtlas2 } = window.SovGraph;
    const graph = new MultiDirectedGraph();
    let i = 0;
    for (const iri of things) {
      const angle = 2.399963 * i;
      const far = Math.sqrt(i++);
      graph.addNode(iri, { x: far * Math.cos(angle), y: far * Math.sin(angle), label: names.get(iri) || shown(iri) });
    }
    for (const [a, label, b] of kept) graph.addEdge(a, b, { label, size: 1, type: "arrow" });
    graph.forEachNode((iri) => graph.setNodeAttribute(iri, "size", 4 + Math.min(12, Math.sqrt(graph.degree(iri)) * 2)));
    const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: true };
    forceAtlas2.assign(graph, { iterations: things.size > 400 ? 120 : 300, settings });
    el("graph").hidden = false;
    if (window.sovPicture) window.sovPicture.kill();
    const style = getComputedStyle(root);
    const colour = (name, other) => style.getPropertyValue(name).trim() || other;
    const groups = groupsOf(result);
    const kinds = [...new Set(groups.values())];
    const tint = (kind) => COLOURS[Math.min(kinds.indexOf(kind), COLOURS.length - 1)];
    graph.forEachNode((iri) => graph.setNodeAttribute(iri, "color", tint(groups.get(iri))));
    el("legend").replaceChildren(...kinds.map((kind) => legend(kind, tint(kind))));
    graph.forEachEdge((edge) => graph.setEdgeAttribute(edge, "color", colour("--soft", "#777777")));
    window.sovPicture = new Sigma(graph, el("canvas"), {
      renderEdgeLabels: graph.size < 200,
      edgeProgramClasses: { arrow: EdgeArrowProgram },
      labelColor: { color: colour("--ink", "#222222") },
      edgeLabelColor: { color: colour("--soft", "#555555") },
      labelRenderedSizeThreshold: things.size < 80 ? 0 : 6,
      allowInvalidContainer: true,
    });
    window.sovPicture.on("clickNode", ({ node }) => {
      const href = pageOf(node);
      el("picked").replaceChildren(href ? make("a", names.get(node) || node, { href }) : make("span", node));
    });
    const cut = links.length - kept.length;
    el("picked").textContent = words.drawn.replace("{things}", things.size).replace("{links}", kept.length) + (cut ? " " + words.cut.replace("{cut}", cut) : "");
    el("graph").scrollIntoView({ block: "nearest" });
  }

  window.SovDraw = drawGraph;
})();
