/** What an entity and a line look like to vis-network. A brush holds {look, colours, magnified, hovered}. */

import { colourOf, familyOf, sizeOf } from "./style.js";

const FAINT = { node: 0.22, line: 0.16 }; // of what is not lit

/** The sign of an entity: {shape, isHollow}. */
export function signOf(graph, node) {
  const family = familyOf(graph, node);
  return { shape: graph.opening.shapes[family], isHollow: graph.opening.hollow.has(family) };
}

/** An entity at [x, y]. */
export function paintedNode(graph, node, [x, y], { look, colours, magnified }) {
  const isFaint = look.lit && !look.lit.nodes.has(node), isSelected = look.selected === node;
  const { shape, isHollow } = signOf(graph, node), colour = colourOf(graph, node, colours, look.colour);
  const background = isHollow ? colours.paper : colour, outline = isHollow ? colour : colours.paper;
  const marked = { background, border: colours.ink };
  return {
    id: node, x, y, label: "", title: undefined,
    shape,
    size: sizeOf(graph, node, look.size) * magnified,
    opacity: isFaint ? FAINT.node : 1,
    borderWidth: isSelected || isHollow ? 3 : 1.5,
    color: { background, border: isSelected ? colours.ink : outline, highlight: marked, hover: marked },
  };
}

/** A line: wider the more articles state it, dashed where it is no plain fact, dotted where it is still to come, bent beside its parallels. */
export function paintedLine(graph, line, { look, colours, magnified }) {
  const isFaint = look.lit && !look.lit.lines.has(line.id), isLit = isLitLine(look, line);
  const support = Math.max(...line.facts.slice(0, 8).map((fact) => graph.facts.support[fact]));
  const colour = line.dashed ? colours.warn : isLit ? colours.accent : colours.line;
  return {
    id: line.id, from: line.from, to: line.to, label: undefined,
    dashes: line.dashed ? [6, 5] : line.dotted && [2, 4],
    width: ((isLit ? 2 : 1.1) + Math.min(2.4, Math.log2(1 + support) * 0.6)) * magnified,
    color: { color: colour, highlight: colours.accent, hover: colours.accent, opacity: isFaint ? FAINT.line : 1 },
    smooth: line.bend !== 0 && { enabled: true, type: line.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(Math.abs(line.bend), 0.9) },
  };
}

export function isLitLine(look, line) {
  return Boolean(look.lit && look.lit.lines.has(line.id));
}

/** A point of a line as vis-network has drawn it, from the middle of one sign (0) to that of the other (1). */
export function pointOn({ from, to, edgeType }, t) {
  const via = edgeType.getViaNode?.() || { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * from.x + b * via.x + c * to.x, y: a * from.y + b * via.y + c * to.y };
}

/** How much larger signs are drawn, so that they stay visible from afar. */
export function magnification(zoom) {
  if (zoom > 0.6) return 1;
  if (zoom > 0.4) return 1.3;
  return zoom > 0.25 ? 1.7 : 2.3;
}
