'use strict';
// The symbols of classes: as a program for the graphics card, and as paths for the legend.
window.SovSymbols = (() => {
  const NAMES = ['circle', 'square', 'diamond', 'triangle', 'down', 'hexagon', 'pentagon', 'star', 'plus', 'bar'];
  const VERTEX = `
attribute vec4 a_id; attribute vec4 a_color; attribute vec2 a_position; attribute float a_size; attribute float a_shape; attribute float a_angle;
uniform mat3 u_matrix; uniform float u_sizeRatio; uniform float u_correctionRatio;
varying vec4 v_color; varying vec2 v_diff; varying float v_radius; varying float v_shape;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  v_diff = 1.5 * size * vec2(cos(a_angle), sin(a_angle));
  v_radius = size / 2.0; v_shape = a_shape;
  gl_Position = vec4((u_matrix * vec3(a_position + v_diff, 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;
  // How far a point lies outside the symbol, in radii.
  const FRAGMENT = `
precision highp float;
varying vec4 v_color; varying vec2 v_diff; varying float v_radius; varying float v_shape;
uniform float u_correctionRatio; uniform vec3 u_page;
float triangle(vec2 p) { return max(-p.y, abs(p.x) * .866 + p.y * .5) - .575; }
float pentagon(vec2 p) { p.x = abs(p.x); return max(-p.y, max(dot(p, vec2(.951, -.309)), dot(p, vec2(.588, .809)))) - .874; }
float star(vec2 p) {
  float s = 6.2831853 / 5.0, a = abs(mod(atan(p.x, p.y) + s * .5, s) - s * .5);
  vec2 q = length(p) * vec2(sin(a), cos(a)), tip = vec2(0.0, 1.2), notch = .5 * vec2(sin(s * .5), cos(s * .5));
  return dot(q - tip, normalize(vec2(tip.y - notch.y, notch.x - tip.x)));
}
float outside(vec2 p) {
  vec2 q = abs(p);
  if (v_shape < .5) return length(p) - .95;
  if (v_shape < 1.5) return max(q.x, q.y) - .85;
  if (v_shape < 2.5) return (q.x + q.y - 1.15) * .707;
  if (v_shape < 3.5) return triangle(p);
  if (v_shape < 4.5) return triangle(vec2(p.x, -p.y));
  if (v_shape < 5.5) return max(q.y, q.x * .866 + q.y * .5) - .91;
  if (v_shape < 6.5) return pentagon(p);
  if (v_shape < 7.5) return star(p);
  if (v_shape < 8.5) return min(max(q.x - .38, q.y - 1.0), max(q.x - 1.0, q.y - .38));
  return max(q.x - 1.2, q.y - .55);
}
void main(void) {
  float d = outside(v_diff / v_radius), pixel = 2.0 * u_correctionRatio / v_radius;
  #ifdef PICKING_MODE
  if (d > 0.15) gl_FragColor = vec4(0.0); else gl_FragColor = v_color;
  #else
  float rim = 0.2, inside = 1.0 - smoothstep(-pixel * .5, pixel * .5, d), all = 1.0 - smoothstep(rim - pixel, rim, d);
  vec4 page = vec4(u_page, 1.0);
  gl_FragColor = mix(page, v_color, inside) * all;
  #endif
}`;
  const page = [1, 1, 1];
  function program() {
    const { NodeProgram, floatColor } = window.SovGraph, F = WebGLRenderingContext.FLOAT, B = WebGLRenderingContext.UNSIGNED_BYTE;
    return class extends NodeProgram {
      getDefinition() {
        return {
          VERTICES: 3, VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: FRAGMENT, METHOD: WebGLRenderingContext.TRIANGLES,
          UNIFORMS: ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_page'],
          ATTRIBUTES: [{ name: 'a_position', size: 2, type: F }, { name: 'a_size', size: 1, type: F }, { name: 'a_color', size: 4, type: B, normalized: true }, { name: 'a_id', size: 4, type: B, normalized: true }, { name: 'a_shape', size: 1, type: F }],
          CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: F }], CONSTANT_DATA: [[0], [2 * Math.PI / 3], [4 * Math.PI / 3]],
        };
      }
      processVisibleItem(id, at, data) {
        const a = this.array;
        a[at++] = data.x; a[at++] = data.y; a[at++] = data.size; a[at++] = floatColor(data.color); a[at++] = id; a[at] = Math.max(0, NAMES.indexOf(data.shape));
      }
      setUniforms(params, { gl, uniformLocations: u }) {
        gl.uniform1f(u.u_correctionRatio, params.correctionRatio); gl.uniform1f(u.u_sizeRatio, params.sizeRatio);
        gl.uniformMatrix3fv(u.u_matrix, false, params.matrix); gl.uniform3f(u.u_page, ...page);
      }
    };
  }
  function polygon(g, sides, r, turn) {
    for (let i = 0; i < sides; i++) { const a = turn + 2 * Math.PI * i / sides; g[i ? 'lineTo' : 'moveTo'](r * Math.cos(a), r * Math.sin(a)); }
    g.closePath();
  }
  const PATHS = {
    circle: (g, r) => g.arc(0, 0, r * .95, 0, 7), square: (g, r) => g.rect(-r * .85, -r * .85, r * 1.7, r * 1.7),
    diamond: (g, r) => polygon(g, 4, r * 1.15, 0), triangle: (g, r) => polygon(g, 3, r * 1.15, -Math.PI / 2), down: (g, r) => polygon(g, 3, r * 1.15, Math.PI / 2),
    hexagon: (g, r) => polygon(g, 6, r * 1.05, 0), pentagon: (g, r) => polygon(g, 5, r * 1.08, -Math.PI / 2), bar: (g, r) => g.rect(-r * 1.2, -r * .55, r * 2.4, r * 1.1),
    plus: (g, r) => { g.rect(-r * .38, -r, r * .76, r * 2); g.rect(-r, -r * .38, r * 2, r * .76); },
    star: (g, r) => { for (let i = 0; i < 10; i++) { const a = -Math.PI / 2 + Math.PI * i / 5, l = i % 2 ? r * .5 : r * 1.2; g[i ? 'lineTo' : 'moveTo'](l * Math.cos(a), l * Math.sin(a)); } g.closePath(); },
  };
  function draw(g, shape, colour, x, y, r) { g.save(); g.translate(x, y); g.beginPath(); (PATHS[shape] || PATHS.circle)(g, r); g.fillStyle = colour; g.fill(); g.restore(); }
  return { program, draw, page };
})();
