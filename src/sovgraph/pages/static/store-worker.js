// Runs inside a worker: holds the data and answers SPARQL, so that a page never hangs and a question can be stopped.
"use strict";
async function unpacked(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
let store = null;
let prefixes = "";
async function load(message) {
  const { init, Store } = self.SovOxigraph;
  await init({ module_or_path: await unpacked(message.wasm) });
  store = new Store();
  prefixes = message.prefixes;
  await fill(message.data);
}
async function fill(data) {
  for (let i = 0; i < data.length; i += 1) {
    store.load(await unpacked(data[i]), { format: "application/n-quads", no_transaction: true, lenient: true });
    self.postMessage({ loaded: i + 1, of: data.length });
  }
}
// What the question asks for decides the form of the answer; remarks, strings and IRIs say nothing about that.
function formOf(query) {
  const bare = query.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*/g, " ");
  const match = /\b(select|ask|construct|describe)\b/i.exec(bare);
  return match && /construct|describe/i.test(match[1]) ? "application/n-triples" : "application/sparql-results+json";
}
function withPrefixes(query) {
  const known = new Set([...query.matchAll(/\bprefix\s+([\w.-]*):/gi)].map((m) => m[1]));
  const lines = Object.entries(prefixes).filter(([p]) => !known.has(p)).map(([p, iri]) => `PREFIX ${p}: <${iri}>`);
  return lines.join(" ") + " " + query;
}
self.onmessage = async ({ data: message }) => {
  try {
    if (message.load) {
      await load(message.load);
      self.postMessage({ ready: true });
      return;
    }
    if (message.more) {
      await fill(message.more);
      self.postMessage({ id: message.id });
      return;
    }
    const type = formOf(message.query);
    const options = { results_format: type, use_default_graph_as_union: true };
    self.postMessage({ id: message.id, type, text: store.query(withPrefixes(message.query), options) });
  } catch (error) {
    self.postMessage({ id: message.id, error: String(error.message || error) });
  }
};
