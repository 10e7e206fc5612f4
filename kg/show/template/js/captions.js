/** Which labels are to be drawn, by importance: the hovered and the selected, what is lit, then by weight. */

import { isLitLine, pointOn } from "./paint.js";
import { sizeOf } from "./style.js";
import { brokenLines, shortened } from "./text.js";

const LINE_WIDTH = 18; // characters in a line of an entity's label
const MOST_LINES = 3;
const RELATION_WIDTH = 34;
const FORCED = 5; // so many lit lines show their relation even where it covers something

/** Give a function that breaks the label of an entity into lines, once for each. */
export function labelBreaker(graph) {
  const known = new Map();
  return (node) => {
    if (!known.has(node)) known.set(node, brokenLines(graph.nodes.label[node], LINE_WIDTH, MOST_LINES));
    return known.get(node);
  };
}

/** Labels of entities; `frame` is {network, toScreen, isSeen, zoom}. */
export function nodeCaptions(graph, nodes, brush, labelLines, { network, toScreen, isSeen, zoom }) {
  const { look, hovered, magnified } = brush;
  const strength = (node) => (node === look.selected ? 3 : node === hovered ? 2 : look.lit && look.lit.nodes.has(node) ? 1 : 0);
  const sorted = [...nodes].sort((a, b) => strength(b) - strength(a) || a - b);
  return sorted.flatMap((node) => {
    const body = network.body.nodes[node];
    const at = body && toScreen(body);
    if (!at || !isSeen(at)) return [];
    return [{
      node, ...at,
      lines: labelLines(node),
      size: sizeOf(graph, node, look.size) * magnified * zoom,
      strong: strength(node) > 1,
      faint: Boolean(look.lit && !look.lit.nodes.has(node)),
    }];
  });
}

/** Labels of lines, where vis-network has drawn them. */
export function lineCaptions(lines, { look, colours, hovered }, { network, toScreen, isSeen }) {
  const items = lines.flatMap((line) => {
    const body = network.body.edges[line.id];
    if (!body || !body.connected) return [];
    const pointAt = (t) => toScreen(pointOn(body, t));
    if (!isSeen(pointAt(0.5))) return [];
    const isHovered = hovered === line.id, isLit = isLitLine(look, line);
    return [{
      line, pointAt,
      label: shortened(line.label, RELATION_WIDTH),
      strong: isHovered || isLit,
      forced: isHovered || (isLit && look.lit.lines.size <= FORCED),
      faint: Boolean(look.lit && !isLit),
      colour: line.dashed ? colours.warn : colours.quiet,
    }];
  });
  return items.sort((a, b) => Number(b.strong) - Number(a.strong));
}
