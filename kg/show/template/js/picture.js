/** The drawing itself: vis-network holds the canvas, this keeps it equal to the state. */

import { labelBreaker, lineCaptions, nodeCaptions } from "./captions.js";
import { byId } from "./dom.js";
import { drawLabels, measurer } from "./labels.js";
import { magnification, paintedLine, paintedNode } from "./paint.js";
import { createPlaces } from "./places.js";
import { palette } from "./style.js";

const MARGIN = { side: 55, top: 34, bottom: 100 }; // pixels around what is fitted: labels, and buttons below
const WIDEST_SIDE = 0.1; // of a small screen's width
const ZOOM = { least: 0.05, reading: 0.8, fitted: 1, most: 4 };
const MOVE = { duration: 260, easingFunction: "easeInOutQuad" };
const EMPTY = { nodes: [], lines: [], isSettled: false };

/** Make the picture. `on` holds what to do: {node, line, nothing, open, pin}. */
export function createPicture(graph, on) {
  const container = byId("canvas");
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  const labelLines = labelBreaker(graph), places = createPlaces(graph, labelLines);
  const brush = { look: null, colours: palette(), magnified: 1, hovered: null };
  const network = new vis.Network(container, { nodes, edges }, structuredClone(graph.opening.options));
  const canvas = container.querySelector("canvas"), note = byId("note");
  const labels = createLabels(graph, network, canvas, brush, labelLines);
  const animation = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? false : MOVE;
  let scene = EMPTY;

  // ---- keeping equal to the state

  function show(next, look, pins) {
    const isFirst = scene === EMPTY, isOther = next !== scene && places.settleScene(next, pins, look.size);
    places.pin(pins);
    scene = next;
    brush.look = look;
    replaceAll(nodes, paintedNodes());
    replaceAll(edges, paintedLines());
    if (isOther) fit(!isFirst);
  }

  function repaint(look = brush.look) {
    brush.look = look;
    nodes.update(paintedNodes());
    edges.update(paintedLines());
  }

  function paintedNodes() {
    return scene.nodes.map((node) => paintedNode(graph, node, places.at(node), brush));
  }

  function paintedLines() {
    return scene.lines.map((line) => paintedLine(graph, line, brush));
  }

  // ---- the view

  /** Show these entities as large as they and their labels have room, clear of the buttons below. */
  function fit(isMoving = true, shown = scene.nodes) {
    if (!shown.length) return;
    const { x, y, scale } = framing(shown);
    magnify(scale);
    network.moveTo({ position: { x, y: y + (MARGIN.bottom - MARGIN.top - head()) / 2 / scale }, scale, animation: isMoving && animation });
  }

  /** Pixels at the top where the note on what is drawn stands. */
  function head() {
    return note.offsetTop + note.offsetHeight;
  }

  function framing(shown) {
    const { x, y, width, height } = places.extent(shown);
    const { clientWidth, clientHeight } = container;
    const across = clientWidth - 2 * Math.min(MARGIN.side, clientWidth * WIDEST_SIDE);
    const down = clientHeight - head() - MARGIN.top - MARGIN.bottom;
    return { x, y, scale: Math.max(Math.min(across / width, down / height, ZOOM.fitted), ZOOM.least) };
  }

  /** Show an entity with what it is joined to; where that is too much to be read, only what is nearest. */
  function focus(node) {
    if (!nodes.get(node)) return;
    const company = scene.lines.flatMap(({ from, to }) => (from === node ? [to] : to === node ? [from] : []));
    if (framing([node, ...company]).scale >= ZOOM.reading) return fit(true, [node, ...company]);
    magnify(ZOOM.reading);
    network.focus(node, { scale: ZOOM.reading, animation });
  }

  function zoom(factor) {
    const scale = Math.min(Math.max(network.getScale() * factor, ZOOM.least), ZOOM.most);
    magnify(scale);
    network.moveTo({ scale, animation });
  }

  function magnify(scale) {
    const wanted = magnification(scale);
    if (wanted === brush.magnified) return;
    brush.magnified = wanted;
    repaint();
  }

  // ---- listening

  function hover(what) {
    brush.hovered = what;
    container.classList.toggle("pointing", what !== null);
    network.redraw();
  }

  function click({ pointer: { DOM: point } }) {
    const node = network.getNodeAt(point), edge = network.getEdgeAt(point), label = labels.at(point);
    if (node !== undefined) on.node(node);
    else if (label) on[label[0]](label[1]);
    else if (edge !== undefined) on.line(scene.lines.find((line) => line.id === edge));
    else on.nothing();
  }

  function dragged({ nodes: moved }) {
    for (const node of moved) {
      const { x, y } = network.getPosition(node);
      places.set(node, [Math.round(x), Math.round(y)]);
      on.pin(node, Math.round(x), Math.round(y));
    }
  }

  network.on("afterDrawing", () => labels.paint(scene, head()));
  network.on("zoom", ({ scale }) => magnify(scale));
  network.on("click", click);
  network.on("doubleClick", ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    if (node !== undefined) on.open(node);
  });
  network.on("dragEnd", dragged);
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("hoverEdge", ({ edge }) => hover(edge));
  network.on("blurNode", () => hover(null));
  network.on("blurEdge", () => hover(null));

  return {
    show, repaint, fit, focus, zoom, canvas, network, labels, labelLines,
    nearest: places.nearest,
    place: places.at,
    retheme: () => { brush.colours = palette(); },
    scene: () => scene,
    colours: () => brush.colours,
    pointOn: (line, t) => pointOn(network.body.edges[line.id], t),
  };
}

/** Make a set hold just these items; what is in it already is changed, not made anew. */
function replaceAll(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items);
}

/** Labels over the picture, in pixels of the screen, that remember where they are for the pointer. */
function createLabels(graph, network, canvas, brush, labelLines) {
  const context = canvas.getContext("2d");
  const measure = measurer(context);
  let items = { nodes: [], lines: [] }, boxes = { nodes: [], lines: [] };

  function paint(scene, head) {
    if (!brush.look) return;
    const { clientWidth, clientHeight } = canvas;
    const ratio = canvas.width / clientWidth, zoom = network.getScale(), middle = network.getViewPosition();
    const frame = {
      network, zoom, head,
      toScreen: ({ x, y }) => ({ x: (x - middle.x) * zoom + clientWidth / 2, y: (y - middle.y) * zoom + clientHeight / 2 }),
      isSeen: ({ x, y }) => x > -120 && y > -60 && x < clientWidth + 120 && y < clientHeight + 60,
    };
    items = { nodes: nodeCaptions(graph, scene.nodes, brush, labelLines, frame), lines: lineCaptions(scene.lines, brush, frame) };
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    boxes = drawLabels(context, measure, items, brush.colours, frame);
    context.restore();
  }

  /** What a label at this point names: ["node", entity] or ["line", line], or null. */
  function at({ x, y }) {
    const isInside = ([, box]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
    const node = boxes.nodes.find(isInside), line = boxes.lines.find(isInside);
    if (node) return ["node", items.nodes[node[0]].node];
    return line ? ["line", items.lines[line[0]].line] : null;
  }

  return { paint, at, boxes: () => boxes };
}
