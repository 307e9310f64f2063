// What a picture of a graph needs, as one global `SovGraph`: the drawing and the graph behind it.
export { MultiDirectedGraph } from "graphology";
export { default as Sigma } from "sigma";
export { EdgeArrowProgram, EdgeRectangleProgram, NodeCircleProgram, NodeProgram } from "sigma/rendering";
export { floatColor } from "sigma/utils";
export { createEdgeCurveProgram } from "@sigma/edge-curve";
export { default as forceAtlas2 } from "graphology-layout-forceatlas2";
