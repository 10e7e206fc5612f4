/** The drawing itself: vis-network holds the canvas, this keeps it equal to the state. */

import { arrange } from "./arrange.js";
import { byId } from "./dom.js";
import { READING_ZOOM, drawLabels, measurer } from "./labels.js";
import { boxOf, colourOf, familyOf, palette, sizeOf } from "./style.js";
import { brokenLines } from "./text.js";

const LINE_WIDTH = 18; // characters in a line of a label
const FORCED = 5; // so many lit lines show their relation even where it covers something
const FEW = 10; // so many new entities find a place among the others, which stay where they are
const MARGIN = { x: 130, y: 150 }; // pixels around what is fitted: labels at the sides, buttons below
const MOVE = { duration: 260, easingFunction: "easeInOutQuad" };

/** Make the picture. `on` holds what to do: {node, line, nothing, open, pin}. */
export function createPicture(graph, on) {
  const container = byId("canvas");
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  const positions = new Map(graph.opening.nodes.map((node) => [node.id, [node.x, node.y]]));
  const opening = new Set(positions.keys());
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const options = structuredClone(graph.opening.options);
  let scene = { nodes: [], lines: [] }, look = null, colours = palette(), labelBoxes = { nodes: [], lines: [] };
  let magnified = 1; // how much larger signs are drawn, so that they stay visible from afar
  let hovered = null, labelItems = { nodes: [], lines: [] };
  const byNode = new Map(), byLine = new Map();
  const network = new vis.Network(container, { nodes, edges }, options);
  const context = container.querySelector("canvas").getContext("2d");
  const measure = measurer(context);

  // ---- what an entity and a line look like

  function paintedNode(node) {
    const isFaint = look.lit && !look.lit.nodes.has(node);
    const fill = colourOf(graph, node, colours, look.colour);
    const [x, y] = positions.get(node);
    const isFocus = look.selected === node;
    const border = isFocus ? colours.ink : colours.paper;
    return {
      id: node, x, y, label: "", title: undefined,
      shape: shapeOf(node), size: sizeOf(graph, node, look.size) * magnified,
      opacity: isFaint ? 0.22 : 1, borderWidth: isFocus ? 3 : 1.5,
      color: { background: fill, border, highlight: { background: fill, border: colours.ink }, hover: { background: fill, border: colours.ink } },
    };
  }

  function shapeOf(node) {
    const shape = graph.opening.shapes[familyOf(graph, node)];
    return shape === "box" ? "square" : shape;
  }

  function paintedLine(line) {
    const isFaint = look.lit && !look.lit.lines.has(line.id);
    const isStrong = Boolean(look.lit && look.lit.strong.has(line.id));
    const base = line.dashed ? colours.warn : colours.line;
    const support = Math.max(...line.facts.slice(0, 8).map((fact) => graph.facts.support[fact]));
    return {
      id: line.id, from: line.from, to: line.to, label: undefined,
      dashes: line.dashed ? [6, 5] : false,
      width: ((isStrong ? 2 : 1.1) + Math.min(2.4, Math.log2(1 + support) * 0.6)) * magnified,
      color: { color: isStrong && !line.dashed ? colours.accent : base, highlight: colours.accent, hover: colours.accent, opacity: isFaint ? 0.16 : 1 },
      smooth: line.bend === 0 ? false : { enabled: true, type: line.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(Math.abs(line.bend), 0.9) },
    };
  }

  // ---- labels

  function paintLabels(canvas) {
    if (!look) return;
    const ratio = canvas.canvas.width / canvas.canvas.clientWidth;
    const zoom = network.getScale();
    const middle = network.getViewPosition();
    const width = canvas.canvas.clientWidth, height = canvas.canvas.clientHeight;
    const toScreen = (point) => ({ x: (point.x - middle.x) * zoom + width / 2, y: (point.y - middle.y) * zoom + height / 2 });
    const isSeen = ({ x, y }) => x > -120 && y > -60 && x < width + 120 && y < height + 60;
    canvas.save();
    canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
    labelItems = { nodes: nodeLabels(toScreen, isSeen, zoom), lines: lineLabels(toScreen, isSeen) };
    labelBoxes = drawLabels(canvas, measure, labelItems, colours, zoom);
    canvas.restore();
  }

  function nodeLabels(toScreen, isSeen, zoom) {
    const strength = (node) => (node === look.selected ? 2 : node === hovered ? 1 : 0);
    return [...scene.nodes].sort((a, b) => strength(b) - strength(a) || lit(b) - lit(a) || a - b).flatMap((node) => {
      const body = network.body.nodes[node];
      if (!body) return [];
      const { x, y } = toScreen(body);
      if (!isSeen({ x, y })) return [];
      const faint = Boolean(look.lit && !look.lit.nodes.has(node));
      return [{ node, lines: labelLines(node), x, y, size: sizeOf(graph, node, look.size) * magnified * zoom, strong: strength(node) > 0, faint }];
    });
  }

  function lit(node) {
    return look.lit && look.lit.nodes.has(node) ? 1 : 0;
  }

  function lineLabels(toScreen, isSeen) {
    const items = [];
    for (const line of scene.lines) {
      const body = network.body.edges[line.id];
      if (!body || !body.connected) continue;
      const pointAt = (t) => toScreen(body.edgeType.getPoint(t));
      if (!isSeen(pointAt(0.5))) continue;
      const isHovered = hovered === line.id;
      const strong = Boolean(look.lit && look.lit.strong.has(line.id)) || isHovered;
      const faint = Boolean(look.lit && !look.lit.lines.has(line.id));
      items.push({ line, label: line.label.length > 34 ? `${line.label.slice(0, 33)}…` : line.label, pointAt, strong, forced: isHovered || (strong && look.lit.strong.size <= FORCED), faint, colour: line.dashed ? colours.warn : colours.quiet });
    }
    return items.sort((a, b) => Number(b.strong) - Number(a.strong) || Number(a.faint) - Number(b.faint));
  }

  const labelCache = new Map();
  function labelLines(node) {
    if (!labelCache.has(node)) labelCache.set(node, brokenLines(graph.nodes.label[node], LINE_WIDTH));
    return labelCache.get(node);
  }

  function boxes(list) {
    return new Map(list.map((node) => {
      const texts = labelLines(node);
      return [node, boxOf(texts.length, Math.max(...texts.map((text) => text.length)) * 7.2, sizeOf(graph, node, look.size))];
    }));
  }

  // ---- keeping equal to the state

  /** Give every entity a place; tell whether the picture is another one, so that the view must follow. */
  function place(next, pins) {
    const isNew = next !== scene && !isGrown(next);
    if (next !== scene) findPlaces(next, isNew);
    for (const [node, x, y] of pins) positions.set(node, [x, y]);
    return isNew;
  }

  /** A few more of the same: they find their place, and all else stays where it is. */
  function isGrown(next) {
    const kept = next.nodes.filter((node) => byNode.has(node)).length, fresh = next.nodes.length - kept;
    return next.isSettled && kept > 0 && fresh <= Math.min(FEW, kept * 0.5);
  }

  function findPlaces(next, isNew) {
    const isOpening = next.nodes.length === opening.size && next.nodes.every((node) => opening.has(node));
    if (isOpening && isNew) {
      for (const node of graph.opening.nodes) positions.set(node.id, [node.x, node.y]);
      return;
    }
    const kept = next.nodes.filter((node) => byNode.has(node));
    if (!isNew && kept.length === next.nodes.length) return;
    const known = kept.length > next.nodes.length * 0.5 ? positions : new Map();
    const placed = arrange(next.nodes, next.lines, known, new Set(isNew ? [] : kept), boxes(next.nodes));
    for (const [node, at] of placed) positions.set(node, at);
  }

  function show(next, nextLook, pins) {
    look = nextLook;
    const isFirst = scene.nodes.length === 0;
    const isNew = place(next, pins);
    scene = next;
    byNode.clear(); byLine.clear();
    next.nodes.forEach((node, i) => byNode.set(node, i));
    next.lines.forEach((line) => byLine.set(line.id, line));
    sync(nodes, next.nodes.map(paintedNode));
    sync(edges, next.lines.map(paintedLine));
    if (isNew) fit(!isFirst);
  }

  function repaint(nextLook) {
    look = nextLook;
    nodes.update(scene.nodes.map(paintedNode));
    edges.update(scene.lines.map(paintedLine));
  }

  function sync(set, items) {
    const wanted = new Set(items.map((item) => item.id));
    set.remove(set.getIds().filter((id) => !wanted.has(id)));
    set.update(items);
  }

  // ---- the view

  /** Show these entities as large as they and their labels have room, clear of the buttons below. */
  function fit(isMoving = true, shown = scene.nodes) {
    if (!shown.length) return;
    const xs = shown.map((node) => positions.get(node)[0]), ys = shown.map((node) => positions.get(node)[1]);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { clientWidth: width, clientHeight: height } = container;
    const scale = Math.min((width - MARGIN.x) / (right - left + 1), (height - MARGIN.y) / (bottom - top + 1), 1.25);
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 + 14 / scale };
    magnify(scale);
    network.moveTo({ position, scale: Math.max(scale, 0.05), animation: isMoving && !isCalm ? MOVE : false });
  }

  function magnify(zoom) {
    const wanted = zoom > 0.6 ? 1 : zoom > 0.4 ? 1.3 : zoom > 0.25 ? 1.7 : 2.3;
    if (wanted === magnified) return;
    magnified = wanted;
    nodes.update(scene.nodes.map(paintedNode));
    edges.update(scene.lines.map(paintedLine));
  }

  function focus(node) {
    if (!byNode.has(node)) return;
    const scale = Math.max(network.getScale(), READING_ZOOM);
    magnify(scale);
    network.focus(node, { scale, animation: isCalm ? false : MOVE });
  }

  function zoom(factor) {
    const scale = Math.min(Math.max(network.getScale() * factor, 0.05), 4);
    magnify(scale);
    network.moveTo({ scale, animation: isCalm ? false : MOVE });
  }

  /** The drawn entity nearest in a direction (dx, dy), for the arrow keys. */
  function nearest(node, dx, dy) {
    const from = positions.get(node);
    if (!from) return scene.nodes[0];
    let best = node, least = Infinity;
    for (const other of scene.nodes) {
      const [x, y] = positions.get(other);
      const along = (x - from[0]) * dx + (y - from[1]) * dy;
      const across = Math.abs((x - from[0]) * dy) + Math.abs((y - from[1]) * dx);
      if (along > 4 && across <= along * 1.5 && along + across * 2 < least) { least = along + across * 2; best = other; }
    }
    return best;
  }

  /** What a label at this point names: [kind, entity or line], or null. */
  function labelAt({ x, y }) {
    const inside = ([, box]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
    const node = labelBoxes.nodes.find(inside), line = labelBoxes.lines.find(inside);
    if (node) return ["node", labelItems.nodes[node[0]].node];
    return line ? ["line", labelItems.lines[line[0]].line] : null;
  }

  // ---- listening

  network.on("afterDrawing", paintLabels);
  network.on("zoom", ({ scale }) => magnify(scale));
  network.on("click", (event) => {
    const node = network.getNodeAt(event.pointer.DOM), edge = network.getEdgeAt(event.pointer.DOM);
    const label = labelAt(event.pointer.DOM);
    if (node !== undefined) on.node(node);
    else if (label) on[label[0]](label[1]);
    else if (edge !== undefined) on.line(byLine.get(edge));
    else on.nothing();
  });
  network.on("doubleClick", (event) => {
    const node = network.getNodeAt(event.pointer.DOM);
    if (node !== undefined) on.open(node);
  });
  network.on("dragEnd", (event) => {
    for (const node of event.nodes) {
      const { x, y } = network.getPosition(node);
      positions.set(node, [Math.round(x), Math.round(y)]);
      on.pin(node, Math.round(x), Math.round(y));
    }
  });
  network.on("hoverNode", (event) => { hovered = event.node; network.redraw(); container.classList.add("pointing"); });
  network.on("hoverEdge", (event) => { hovered = event.edge; network.redraw(); container.classList.add("pointing"); });
  for (const event of ["blurNode", "blurEdge"]) {
    network.on(event, () => { hovered = null; network.redraw(); container.classList.remove("pointing"); });
  }

  return {
    show, repaint, fit, focus, zoom, nearest,
    retheme: () => { colours = palette(); },
    scene: () => scene,
    positions: () => positions,
    colours: () => colours,
    canvas: () => container.querySelector("canvas"),
    network,
    labelsShown: () => ({ nodes: labelBoxes.nodes.length, lines: labelBoxes.lines.length }),
    labelBoxes: () => labelBoxes,
    pointOn: (line, t) => network.body.edges[line.id].edgeType.getPoint(t),
    shapeOf, labelLines,
  };
}
