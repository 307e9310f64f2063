// Reads graph files with graphology and dotparser and prints what they hold, one line of JSON a file.
const fs = require('fs');
const { MultiGraph } = require('graphology');
const readers = { gexf: require('graphology-gexf'), graphml: require('graphology-graphml') };
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, 'utf8'), kind = file.split('.').pop();
  if (kind === 'dot') {
    const all = require('dotparser')(text)[0].children, attribute = s => Object.fromEntries(s.attr_list.map(a => [a.id, a.eq]));
    const nodes = all.filter(s => s.type === 'node_stmt').map(s => [s.node_id.id, attribute(s)]);
    const edges = all.filter(s => s.type === 'edge_stmt').map(s => [s.edge_list.map(n => n.id), attribute(s)]);
    console.log(JSON.stringify({ nodes, edges }));
    continue;
  }
  const graph = readers[kind].parse(MultiGraph, text);
  const nodes = graph.mapNodes((id, values) => [id, values]);
  const edges = graph.mapEdges((id, values, source, target) => [id, source, target, values]);
  console.log(JSON.stringify({ nodes, edges }));
}
