// What SPARQL in the browser needs, as one global `SovOxigraph`: `init(bytes of the wasm)`, then `Store`.
export { default as init } from "oxigraph/web.js";
export { Store, namedNode, literal, defaultGraph } from "oxigraph/web.js";
