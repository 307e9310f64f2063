// SPARQL without a server: the data come as scripts, so that it works from a disk too, and go to a worker.
// Of more data than a browser holds the user adds parts to those that are loaded at once.
"use strict";
(() => {
  const pending = new Map();
  const status = document.getElementById("status");
  const words = JSON.parse(document.getElementById("workbench-words").textContent);
  const box = document.getElementById("workbench");
  const later = document.getElementById("later");
  const total = Number(box.dataset.total);
  let held = Number(box.dataset.held);
  const added = [];
  const taken = [];
  let worker = null;
  let ready = null;
  let count = 0;

  function script(src) {
    return new Promise((done, failed) => {
      const node = document.createElement("script");
      node.src = src;
      node.onload = done;
      node.onerror = () => failed(new Error(src));
      document.head.append(node);
    });
  }

  // The scripts set window.SovParts: { wasm, worker, data: [...] }, all text, packed with gzip and base64.
  async function start() {
    const parts = JSON.parse(box.dataset.parts);
    status.textContent = words.loading;
    for (const part of [...parts, ...added]) await script(part);
    const { wasm, source, data } = window.SovParts;
    worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
    await new Promise((done, failed) => {
      worker.onerror = (event) => failed(new Error(event.message));
      worker.onmessage = ({ data: message }) => {
        if (message.error) failed(new Error(message.error));
        if (message.loaded) status.textContent = words.loading + " " + Math.round((100 * message.loaded) / message.of) + " %";
        if (message.ready) done();
      };
      worker.postMessage({ load: { wasm, data, prefixes: window.SovTerms.data.prefixes } });
    });
    data.length = 0;
    status.textContent = "";
    worker.onmessage = ({ data: message }) => {
      const waiting = pending.get(message.id);
      pending.delete(message.id);
      if (!waiting) return;
      if (message.error) waiting.failed(new Error(message.error));
      else waiting.done(message.text === undefined ? {} : { type: message.type, text: message.text, size: message.text.length });
    };
  }

  function stop() {
    if (worker) worker.terminate();
    worker = null;
    ready = null;
    for (const waiting of pending.values()) waiting.failed(new DOMException("", "AbortError"));
    pending.clear();
  }

  function post(message, signal) {
    return new Promise((done, failed) => {
      count += 1;
      pending.set(count, { done, failed });
      if (signal) signal.addEventListener("abort", stop);
      worker.postMessage({ id: count, ...message });
    });
  }

  window.SovAsk = async (query, signal) => {
    ready = ready || start();
    await ready;
    if (signal && signal.aborted) throw new DOMException("", "AbortError");
    return post({ query }, signal);
  };

  // ---------- more than what is loaded at once ----------

  const filled = (text) => {
    const shown = (number) => number.toLocaleString(document.documentElement.lang);
    return text.replace("{held}", shown(held)).replace("{total}", shown(total));
  };

  // Said with each answer, as one about a part of the data may lack rows.
  window.SovHeld = () => (held < total ? ", " + filled(words.over) : "");

  async function add(button, told) {
    const choice = later.selectedOptions[0];
    if (!choice) return;
    button.disabled = true;
    told.textContent = words.loading;
    try {
      ready = ready || start();
      await ready;
      await script(choice.value);
      await post({ more: window.SovParts.data.splice(0) });
      added.push(choice.value);
      held += Number(choice.dataset.quads);
      taken.push(choice);
      choice.remove();
      told.textContent = filled(words.held);
    } catch {
      // An engine that has run out of memory answers nothing any more.
      stop();
      added.length = 0;
      held = Number(box.dataset.held);
      for (const old of taken) later.append(old);
      taken.length = 0;
      told.textContent = words.full;
    }
    button.disabled = false;
  }

  if (later) {
    const button = document.getElementById("add");
    const told = document.getElementById("held");
    button.addEventListener("click", () => add(button, told));
  }
})();
