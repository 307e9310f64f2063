/* Search in the browser, without a server: loads only the shards that the typed words need.
   Wants in the page: a form with data-search holding an input named q, an element with data-search-results (ol) for the
   hits, and one with data-search-status for their number. Its own element says where things are:
   <script src="…/search.js" data-shards="…/search/" data-root="…/" data-lang="nl" defer></script>
   The path of a thing's page is put behind data-root. */
(function () {
  "use strict";
  var own = document.currentScript;
  var form = document.querySelector("form[data-search]");
  var list = document.querySelector("[data-search-results]");
  if (!own || !form || !list || !form.elements.q) return;
  var status = document.querySelector("[data-search-status]");
  var shardsAt = own.dataset.shards, root = own.dataset.root, lang = own.dataset.lang === "en" ? "en" : "nl";
  var input = form.elements.q, PAGE = 20, SNIPPET = 260, BEGIN = 4, LONGEST = 64;
  var told = {
    nl: { none: "Niets gevonden", found: " gevonden", some: ", niet alle woorden komen samen voor", more: "Meer" },
    en: { none: "Nothing found", found: " found", some: ", not all words occur together", more: "More" }
  }[lang];
  var waiting = {}, loaded = {}, asked = 0, shown = 0;

  window.sovgraphSearch = function (what, key, data) { loaded[what + " " + key] = data; };

  function load(what, key, file) {
    var name = what + " " + key;
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done) {
        var script = document.createElement("script");
        script.src = shardsAt + file;
        script.onload = script.onerror = function () { script.remove(); done(loaded[name]); };
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  }

  /* As fold and words of words.py, which made the index; a test compares them. */
  function fold(word) {
    return word.toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o").replace(/đ/g, "d").replace(/ł/g, "l")
      .replace(/æ/g, "ae").replace(/œ/g, "oe").replace(/ı/g, "i").normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "")
      .slice(0, LONGEST);
  }

  function words(text) {
    var found = [], match;
    var pattern = /(?<![\p{L}\p{N}])\d{2}[ .\u00a0\u2009\u202f]\d{3}(?![\p{L}\p{N}])|[\p{L}\p{N}\u0300-\u036f\u00ad]+/gu;
    while ((match = pattern.exec(text)) !== null) {
      var form = fold(match[0]);
      if (form) found.push({ form: form, start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  /* The shards in which words that begin like this stand; they are cut by one to three letters. */
  function shardsOf(meta, word) {
    for (var size = 3; size > 0; size--) {
      if (word.length >= size && meta.words[word.slice(0, size)]) return [word.slice(0, size)];
    }
    return Object.keys(meta.words).filter(function (key) { return key.startsWith(word); });
  }

  /* Things with a word, its inflections and longer words; an unknown word is tried without its last letters. */
  function lookUp(meta, word, cuts) {
    return Promise.all(shardsOf(meta, word).map(function (key) { return load("w", key, "w-" + meta.words[key] + ".js"); }))
      .then(function (parts) {
        var forms = Object.assign.apply(null, [Object.create(null)].concat(parts.filter(Boolean)));
        var stem = forms[word] && forms[word][0], begins = word.length >= BEGIN || !forms[word];
        var scores = new Map(), marks = [];
        Object.keys(forms).forEach(function (form) {
          var how = form === word ? 1 : stem && forms[form][0] === stem ? 0.8 : begins && form.startsWith(word) ? 0.5 : 0;
          if (!how) return;
          marks.push(form);
          var packed = forms[form][1], number = 0;
          for (var i = 0; i < packed.length; i += 2) {
            number += packed[i];
            scores.set(number, Math.max(scores.get(number) || 0, how * packed[i + 1]));
          }
        });
        if (!scores.size && word.length > 6 && cuts) return lookUp(meta, word.slice(0, -1), cuts - 1);
        var rare = Math.log(1 + meta.things / (1 + scores.size));
        scores.forEach(function (score, number) { scores.set(number, score * rare); });
        return { scores: scores, marks: marks };
      });
  }

  function rank(found) {
    var total = new Map(), count = new Map();
    found.forEach(function (one) {
      one.scores.forEach(function (score, number) {
        total.set(number, (total.get(number) || 0) + score);
        count.set(number, (count.get(number) || 0) + 1);
      });
    });
    var all = Array.from(total.keys());
    var whole = all.filter(function (number) { return count.get(number) === found.length; });
    var chosen = whole.length ? whole : all;
    chosen.sort(function (a, b) { return count.get(b) - count.get(a) || total.get(b) - total.get(a) || a - b; });
    return { numbers: chosen, some: !whole.length && found.length > 1 };
  }

  function add(parent, name, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function addMarked(parent, text, marks) {
    var last = 0;
    words(text).forEach(function (word) {
      if (!marks.has(word.form)) return;
      parent.appendChild(document.createTextNode(text.slice(last, word.start)));
      add(parent, "mark", text.slice(word.start, word.end));
      last = word.end;
    });
    parent.appendChild(document.createTextNode(text.slice(last)));
  }

  /* The passage with most of the words, and the piece of it around the first. */
  function best(passages, marks) {
    var top = null;
    (passages || []).forEach(function (passage) {
      var hits = words(passage[1]).filter(function (word) { return marks.has(word.form); });
      var kinds = new Set(hits.map(function (word) { return word.form; })).size;
      if (!top || kinds > top.kinds) top = { kinds: kinds, start: passage[0], text: passage[1], first: hits[0] };
    });
    if (top && top.text.length > SNIPPET) {
      var from = top.first ? Math.max(0, top.first.start - 60) : 0;
      var cut = from ? top.text.indexOf(" ", from) + 1 : 0;
      var until = top.text.lastIndexOf(" ", cut + SNIPPET);
      top.text = (cut ? "… " : "") + top.text.slice(cut, until > cut ? until : cut + SNIPPET) + " …";
    }
    return top;
  }

  function show(meta, number, marks) {
    var name = Math.floor(number / meta.names), text = Math.floor(number / meta.texts);
    return Promise.all([load("n", name, "n-" + name + ".js"), load("t", text, "t-" + text + ".js")])
      .then(function (parts) {
        var thing = parts[0] && parts[0][number % meta.names];
        if (!thing) return null;
        var passage = best(parts[1] && parts[1][number % meta.texts], marks), item = document.createElement("li");
        var kind = meta.kinds[thing[1]];
        add(item, "p", [kind ? kind[lang === "en" ? 1 : 0] : thing[1], thing[5]].filter(Boolean).join(" · "))
          .className = "kind";
        var link = add(add(item, "h2"), "a");
        link.href = root + thing[0] + (passage && passage.kinds && passage.start !== null ? "#c" + passage.start : "");
        addMarked(link, (lang === "en" && thing[3]) || thing[2] || thing[4], marks);
        if (thing[4] && thing[4] !== thing[2]) add(item, "p", thing[4]).className = "soft";
        if (passage) {
          var quote = add(item, "blockquote");
          quote.lang = "nl";
          addMarked(add(quote, "p"), passage.text, marks);
        }
        return item;
      });
  }

  function tell(text) { if (status) status.textContent = text; }

  function fill(meta, ranked, marks, mine) {
    var part = ranked.numbers.slice(shown, shown + PAGE);
    return Promise.all(part.map(function (number) { return show(meta, number, marks); })).then(function (items) {
      if (mine !== asked) return;
      if (!shown) list.textContent = "";
      items.filter(Boolean).forEach(function (item) { list.appendChild(item); });
      shown += part.length;
      if (shown < ranked.numbers.length) {
        var more = add(add(list, "li"), "button", told.more);
        more.type = "button";
        more.addEventListener("click", function () {
          more.parentNode.remove();
          fill(meta, ranked, marks, mine);
        });
      }
    });
  }

  function search() {
    var mine = ++asked;
    var typed = Array.from(new Set(words(input.value.slice(0, 200)).map(function (word) { return word.form; })));
    typed = typed.filter(function (word) { return word.length > 1; }).slice(0, 12);
    if (!typed.length) { list.textContent = ""; tell(""); return Promise.resolve(); }
    return load("meta", "", "meta.js").then(function (meta) {
      if (!meta) return null;
      return Promise.all(typed.map(function (word) { return lookUp(meta, word, 4); })).then(function (found) {
        if (mine !== asked) return null;
        var ranked = rank(found), marks = new Set([].concat.apply([], found.map(function (one) { return one.marks; })));
        tell(ranked.numbers.length ? ranked.numbers.length + told.found + (ranked.some ? told.some : "") : told.none);
        shown = 0;
        if (!ranked.numbers.length) list.textContent = "";
        return fill(meta, ranked, marks, mine);
      });
    });
  }

  var timer = 0;
  input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(search, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); search(); });
  var given = new URLSearchParams(location.search).get("q");
  if (given) { input.value = given; }
  if (input.value) search();
})();
