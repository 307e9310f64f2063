// SPARQL without a server: the data come as scripts, so that it works from a disk too, and go to a worker.
"use strict";
(() => {
  const pending = new Map();
  const status = document.getElementById("status");
  const words = JSON.parse(document.getElementById("workbench-words").textContent);
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
    const parts = JSON.parse(document.getElementById("workbench").dataset.parts);
    status.textContent = words.loading;
    for (const part of parts) await script(part);
    const { wasm, source, data } = window.SovParts;
    worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
    await new Promise((done, failed) => {
      worker.onerror = (event) => failed(new Error(event.message));
      worker.onmessage = ({ data: message }) => {
        if (message.error) failed(new Error(message.error));
        if (message.loaded) status.textContent = words.loading + " " + Math.round((100 * message.loaded) / data.length) + " %";
        if (message.ready) done();
      };
      worker.postMessage({ load: { wasm, data, prefixes: window.SovTerms.data.prefixes } });
    });
    status.textContent = "";
    worker.onmessage = ({ data: message }) => {
      const waiting = pending.get(message.id);
      pending.delete(message.id);
      if (!waiting) return;
      if (message.error) waiting.failed(new Error(message.error));
      else waiting.done({ type: message.type, text: message.text, size: message.text.length });
    };
  }

  function stop() {
    if (worker) worker.terminate();
    worker = null;
    ready = null;
    for (const waiting of pending.values()) waiting.failed(new DOMException("", "AbortError"));
    pending.clear();
  }

  window.SovAsk = async (query, signal) => {
    ready = ready || start();
    await ready;
    if (signal && signal.aborted) throw new DOMException("", "AbortError");
    return new Promise((done, failed) => {
      count += 1;
      pending.set(count, { done, failed });
      if (signal) signal.addEventListener("abort", stop);
      worker.postMessage({ id: count, query });
    });
  };
})();
