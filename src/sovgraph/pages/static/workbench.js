// The workbench: an editor for SPARQL that knows the data, a table with names, and the answer as a graph.
// It asks the endpoint of this site, or, on a static site, a store in the browser (`window.SovAsk`).
"use strict";
(() => {
  const { root, words, lang, names, data, make, ask, short, shown: brief, pageOf, read, learnNames } = window.SovTerms;
  const PAGE = 100;
  const el = (id) => document.getElementById(id);
  let editor = null;
  let running = null;
  let shown = null;

  // ---------- completion from the data's own words ----------

  function completer(name, rows, usual) {
    const forms = rows.map((row) => ({ iri: row[0], count: row[1], words: (row[2] + " " + row[3]).toLowerCase() }));
    return {
      name,
      bulk: false,
      autoShow: true,
      persistenceId: null,
      isValidCompletionPosition: usual.isValidCompletionPosition,
      preProcessToken: usual.preProcessToken,
      postProcessSuggestion: (yasqe, token, iri) => (short(iri) === iri ? "<" + iri + ">" : short(iri)),
      postprocessHints: (yasqe, hints) => {
        for (const hint of hints) hint.hint = (cm, all, chosen) => take(yasqe, all, chosen);
        return hints;
      },
      get: (yasqe, token) => {
        const typed = (token.string || "").replace(/^</, "").toLowerCase();
        const local = typed.includes(":") && !typed.includes("/") ? typed.split(":")[1] : typed;
        const whole = (token.autocompletionString || "").toLowerCase();
        return forms
          .filter((f) => f.iri.toLowerCase().startsWith(whole) || matches(f, typed, local))
          .sort((a, b) => b.count - a.count)
          .slice(0, 60)
          .map((f) => f.iri);
      },
    };
  }

  // Puts a chosen term in place, and its prefix at the top when it isn't there yet.
  function take(yasqe, all, chosen) {
    yasqe.replaceRange(chosen.text, chosen.from || all.from, chosen.to || all.to, "complete");
    const prefix = chosen.text.split(":")[0];
    if (prefix in data.prefixes && !(prefix in yasqe.getPrefixesFromQuery())) {
      yasqe.addPrefixes({ [prefix]: data.prefixes[prefix] });
    }
  }

  function matches(form, typed, local) {
    if (short(form.iri).toLowerCase().startsWith(typed)) return true;
    return local.length > 1 && !typed.includes(":") && (form.iri.toLowerCase().includes(local) || form.words.includes(local));
  }

  function startEditor() {
    const Yasqe = window.SovEditor.Yasqe;
    const built = Yasqe.Autocompleters;
    // Those of the editor ask other servers.
    Yasqe.defaults.autocompleters = [];
    Yasqe.registerAutocompleter(completer("own-classes", data.classes, built.class), false);
    Yasqe.registerAutocompleter(completer("own-properties", data.properties, built.property), false);
    const box = el("editor");
    const plain = el("plain");
    editor = new Yasqe(box, {
      value: plain.value,
      autocompleters: ["own-properties", "own-classes", "variables"],
      prefixCcApi: null,
      persistenceId: null,
      consumeShareLink: null,
      showQueryButton: false,
      pluginButtons: () => [],
      resizeable: true,
      editorHeight: "20em",
      screenReaderLabel: words.editor,
      extraKeys: {
        "Ctrl-Enter": run,
        "Cmd-Enter": run,
        "Ctrl-Space": (y) => y.autocomplete(),
        "Ctrl-/": (y) => y.commentLines(),
        // The tab key leaves the editor, so that nobody is caught in it.
        Tab: false,
        "Shift-Tab": false,
        Esc: (y) => y.getInputField().blur(),
      },
    });
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", words.editor]]) {
      editor.getScrollerElement().setAttribute(name, value);
    }
    plain.hidden = true;
    plain.removeAttribute("name");
  }

  // ---------- examples ----------

  function fillExamples() {
    const list = el("examples");
    const groups = new Map();
    for (const example of data.examples) {
      const key = example.group[lang];
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(example);
    }
    for (const [label, members] of groups) {
      const group = make("optgroup", null, { label });
      for (const member of members) group.append(make("option", member.title[lang], { value: member.name }));
      list.append(group);
    }
    list.addEventListener("change", () => {
      const chosen = data.examples.find((e) => e.name === list.value);
      if (!chosen) return;
      editor.setValue(chosen.text);
      say(chosen.description[lang]);
    });
  }

  // ---------- running ----------

  function say(text, bad) {
    const status = el("status");
    status.textContent = text;
    status.className = bad ? "bad" : "";
  }

  async function run() {
    if (running) running.abort();
    const controller = new AbortController();
    running = controller;
    el("stop").disabled = false;
    const query = editor.getValue();
    const started = performance.now();
    history.replaceState(null, "", "#query=" + encodeURIComponent(query));
    say(words.running);
    root.dataset.state = "busy";
    try {
      const answer = await ask(query, controller.signal);
      const took = performance.now() - started;
      if (running === controller) await show(read(answer), answer, took);
    } catch (error) {
      if (running !== controller) return;
      clear();
      say(error.name === "AbortError" ? words.stopped : error.message, true);
    } finally {
      if (running === controller) {
        running = null;
        el("stop").disabled = true;
        root.dataset.state = "done";
      }
    }
  }

  // ---------- showing ----------

  function clear() {
    shown = null;
    el("rows").replaceChildren();
    el("results").hidden = true;
    el("graph").hidden = true;
  }

  async function show(result, answer, took) {
    clear();
    shown = { result, answer, sort: null, page: 0, filter: "" };
    const seconds = (took / 1000).toLocaleString(lang, { maximumFractionDigits: 2 });
    if (result.kind === "ask") {
      say((result.value ? words.yes : words.no) + " (" + seconds + " s)" + held());
      return;
    }
    say(words.count.replace("{rows}", result.rows.length.toLocaleString(lang)).replace("{seconds}", seconds) + held());
    el("results").hidden = false;
    el("filter").value = "";
    await drawTable();
    el("draw").disabled = result.kind !== "triples" && !hasLinks(result);
  }

  const held = () => (window.SovHeld ? window.SovHeld() : "");
  const hasLinks = (result) => result.rows.some((row) => row.filter((t) => t && t.type === "uri").length > 1);
  const textOf = (term) => (term ? (names.get(term.value) || "") + " " + term.value : "").toLowerCase();

  function chosenRows() {
    const { result, sort, filter } = shown;
    let rows = filter ? result.rows.filter((row) => row.some((t) => textOf(t).includes(filter))) : result.rows.slice();
    if (sort) {
      const key = (row) => row[sort.column];
      rows = rows.sort((a, b) => (sort.down ? -1 : 1) * compare(key(a), key(b)));
    }
    return rows;
  }

  function compare(a, b) {
    if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
    const [x, y] = [Number(a.value), Number(b.value)];
    if (a.value !== "" && b.value !== "" && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    return (names.get(a.value) || a.value).localeCompare(names.get(b.value) || b.value, lang);
  }

  async function drawTable() {
    const state = shown;
    // To search and sort by name, all names must be there; else those of the page that shows.
    if (state.filter || state.sort) await learnNames(state.result.rows);
    if (shown !== state) return;
    const rows = chosenRows();
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    state.page = Math.min(state.page, pages - 1);
    const part = rows.slice(state.page * PAGE, (state.page + 1) * PAGE);
    await learnNames(part);
    if (shown !== state) return;
    const table = make("table");
    const head = make("tr");
    state.result.columns.forEach((name, column) => head.append(heading(name, column)));
    const top = make("thead");
    top.append(head);
    const body = make("tbody");
    for (const row of part) {
      const line = make("tr");
      for (const term of row) line.append(cell(term));
      body.append(line);
    }
    table.append(make("caption", words.caption, { class: "unseen" }), top, body);
    el("rows").replaceChildren(table);
    el("place").textContent = words.page.replace("{page}", state.page + 1).replace("{pages}", pages);
    el("back").disabled = state.page === 0;
    el("next").disabled = state.page >= pages - 1;
  }

  function heading(name, column) {
    const sort = shown.sort && shown.sort.column === column ? shown.sort : null;
    const th = make("th", null, { scope: "col", "aria-sort": sort ? (sort.down ? "descending" : "ascending") : "none" });
    const button = make("button", name + (sort ? (sort.down ? " ▼" : " ▲") : ""), { type: "button" });
    button.addEventListener("click", () => {
      shown.sort = { column, down: Boolean(sort && !sort.down) };
      shown.page = 0;
      drawTable();
    });
    th.append(button);
    return th;
  }

  function cell(term) {
    const td = make("td");
    if (!term) return td;
    if (term.type !== "uri") {
      td.append(make("span", term.value));
      if (term.value.length < 12) td.className = "plain";
      if (term["xml:lang"]) td.append(make("small", " @" + term["xml:lang"]));
      return td;
    }
    const href = pageOf(term.value);
    const name = names.get(term.value);
    td.append(href ? make("a", name || brief(term.value), { href, title: term.value }) : make("span", term.value));
    if (name) td.append(make("small", brief(term.value), { class: "iri" }));
    return td;
  }

  // ---------- taking it along ----------

  function save(name, type, text) {
    const link = make("a", null, { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function csv() {
    const quoted = (text) => (/[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text);
    const lines = [shown.result.columns, ...chosenRows().map((row) => row.map((t) => (t ? t.value : "")))];
    return lines.map((line) => line.map(quoted).join(",")).join("\r\n") + "\r\n";
  }

  function listen() {
    el("run").addEventListener("click", run);
    el("stop").addEventListener("click", () => running && running.abort());
    el("tidy").addEventListener("click", () => editor.autoformat());
    el("draw").addEventListener("click", () => window.SovDraw(shown.result));
    el("as-csv").addEventListener("click", () => save("sovgraph.csv", "text/csv", csv()));
    el("as-data").addEventListener("click", () => {
      const triples = shown.result.kind === "triples";
      save(triples ? "sovgraph.nt" : "sovgraph.json", shown.answer.type, shown.answer.text);
    });
    el("back").addEventListener("click", () => { shown.page -= 1; drawTable(); });
    el("next").addEventListener("click", () => { shown.page += 1; drawTable(); });
    el("filter").addEventListener("input", (event) => {
      shown.filter = event.target.value.trim().toLowerCase();
      shown.page = 0;
      drawTable();
    });
    el("copy").addEventListener("click", async () => {
      history.replaceState(null, "", "#query=" + encodeURIComponent(editor.getValue()));
      try {
        await navigator.clipboard.writeText(location.href);
        say(words.copied);
      } catch {
        say(location.href);
      }
    });
  }

  async function start() {
    try {
      Object.assign(data, window.SovWorkbench || (await (await fetch(root.dataset.words)).json()));
    } catch {
      say(words.noWords, true);
    }
    for (const [iri, [nl, en]] of Object.entries(data.names)) names.set(iri, lang === "en" ? en : nl);
    const wanted = /^#query=(.*)$/.exec(location.hash);
    if (wanted) el("plain").value = decodeURIComponent(wanted[1]);
    startEditor();
    fillExamples();
    listen();
    root.classList.add("ready");
    if (wanted) run();
  }

  start();
})();
