// What the workbench needs, as one global `SovEditor`: a SPARQL editor that knows the grammar.
export { default as Yasqe } from "@zazuko/yasqe";
