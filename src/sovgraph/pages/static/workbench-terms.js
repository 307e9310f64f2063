// The workbench: reading answers, short forms, names and pages of things.
"use strict";
(() => {
  const root = document.getElementById("workbench");
  const words = JSON.parse(document.getElementById("workbench-words").textContent);
  const lang = document.documentElement.lang === "en" ? "en" : "nl";
  const names = new Map();
  const data = { prefixes: {}, classes: [], properties: [], examples: [], names: {}, labels: "" };

  function make(tag, text, attributes) {
    const node = document.createElement(tag);
    if (text !== undefined && text !== null) node.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    return node;
  }

  // ---------- asking ----------

  async function overHttp(query, signal) {
    const reply = await fetch(root.dataset.endpoint, {
      method: "POST",
      signal,
      headers: {
        "Content-Type": "application/sparql-query",
        Accept: "application/sparql-results+json, application/n-triples;q=0.9",
      },
      body: query,
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(messageOf(text, reply.status));
    const type = (reply.headers.get("Content-Type") || "").split(";")[0];
    return { type, text, size: text.length };
  }

  function messageOf(text, status) {
    try {
      const problem = JSON.parse(text);
      return problem.detail || problem.title || String(status);
    } catch {
      return text.slice(0, 2000) || String(status);
    }
  }

  const ask = (query, signal) => (window.SovAsk || overHttp)(query, signal);

  // ---------- terms ----------

  function short(iri) {
    let best = "";
    for (const [prefix, space] of Object.entries(data.prefixes)) {
      if (iri.startsWith(space) && space.length > (data.prefixes[best] || "").length) {
        if (/^[A-Za-z0-9_][\w-]*$/.test(iri.slice(space.length))) best = prefix;
      }
    }
    return best ? best + ":" + iri.slice(data.prefixes[best].length) : iri;
  }

  // For the eye only: our own things by their path.
  const shown = (iri) => (iri.startsWith(root.dataset.base + "id/") ? iri.slice(root.dataset.base.length + 3) : short(iri));

  function pageOf(iri) {
    const base = root.dataset.base;
    const site = root.dataset.site;
    if (!site) return /^https?:/.test(iri) ? iri : null;
    if (iri.startsWith(base + "def#")) return site + "def" + root.dataset.suffix + "#" + iri.slice(base.length + 4);
    const safe = (path) => path.split("/").map(encodeURIComponent).join("/");
    if (iri.startsWith(base + "id/")) return site + "doc/" + safe(iri.slice(base.length + 3)) + root.dataset.suffix;
    return /^https?:/.test(iri) ? iri : null;
  }

  // An answer as a table: columns and rows of terms {type, value, lang, datatype}.
  function read(answer) {
    if (answer.type === "application/sparql-results+json") {
      const parsed = JSON.parse(answer.text);
      if (typeof parsed.boolean === "boolean") return { kind: "ask", value: parsed.boolean, columns: [], rows: [] };
      const columns = parsed.head.vars;
      return { kind: "rows", columns, rows: parsed.results.bindings.map((b) => columns.map((c) => b[c] || null)) };
    }
    return { kind: "triples", columns: words.triple, rows: triples(answer.text) };
  }

  const TERM = /^(?:<([^>]*)>|(_:\S+)|"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?)\s*/;
  const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

  function plainText(text) {
    return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (all, four, eight, one) =>
      four || eight ? String.fromCodePoint(parseInt(four || eight, 16)) : ESCAPES[one] || one,
    );
  }

  function triples(text) {
    const rows = [];
    for (const line of text.split("\n")) {
      let rest = line.trim();
      const row = [];
      while (row.length < 3) {
        const match = TERM.exec(rest);
        if (!match) break;
        if (match[1] !== undefined) row.push({ type: "uri", value: plainText(match[1]) });
        else if (match[2]) row.push({ type: "bnode", value: match[2] });
        else row.push({ type: "literal", value: plainText(match[3]), "xml:lang": match[4], datatype: match[5] });
        rest = rest.slice(match[0].length);
      }
      if (row.length === 3) rows.push(row);
    }
    return rows;
  }

  // ---------- names of things, asked for a page of rows at a time ----------

  const SAFE = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]+$/;

  const BATCH = 400;
  const MOST_NAMED = 4000;

  // The best name first: as the program itself ranks them (query/running.py).
  const RANKS = ["prefLabel", "label", "name", "title", "questionText", "restatedText", "answerText", "statementText"];
  const foreign = (label) => Boolean(label["xml:lang"]) && label["xml:lang"] !== lang;

  async function learnNames(rows) {
    const wanted = new Set();
    for (const row of rows) {
      for (const term of row) {
        if (term && term.type === "uri" && !names.has(term.value) && SAFE.test(term.value)) wanted.add(term.value);
      }
    }
    if (!wanted.size || !data.labels) return;
    const list = [...wanted].slice(0, MOST_NAMED);
    for (let i = 0; i < list.length; i += BATCH) await learn(list.slice(i, i + BATCH));
  }

  async function learn(list) {
    for (const iri of list) names.set(iri, "");
    try {
      const filled = data.labels.replace(/^(.*VALUES \?thing \{)[^\n]*?(\}) #param thing$/m, (all, head, tail) =>
        head + " " + list.map((iri) => "<" + iri + ">").join(" ") + " " + tail,
      );
      const found = new Map();
      for (const [thing, property, label] of read(await ask(filled)).rows) {
        if (label.type !== "literal") continue;
        const rank = RANKS.indexOf(property.value.replace(/^.*[#/]/, "")) + (foreign(label) ? 10 : 0);
        if (!found.has(thing.value) || rank < found.get(thing.value)[0]) found.set(thing.value, [rank, label.value]);
      }
      for (const [iri, [, label]] of found) names.set(iri, label);
    } catch {
      // Names are an extra: the answer stands without them.
    }
  }

  window.SovTerms = { root, words, lang, names, data, make, ask, short, shown, pageOf, read, learnNames };
})();
