/** Where the drawn entities are: as Python laid them out, or placed anew, or where somebody pinned them. */

import { arrange } from "./arrange.js";
import { boxOf, sizeOf } from "./style.js";

const FEW = 10; // so many new entities find a place among the others, which stay where they are
const LETTER = 7.2; // pixels of a letter in a label

/** Keep the places of entities. `labelLines(node)` gives the lines of a label. */
export function createPlaces(graph, labelLines) {
  const { views, first } = graph.opening;
  const places = new Map(first);
  let drawn = new Set();

  /** Give every entity of a scene a place; tell whether the picture is another one, so that the view must follow. */
  function settleScene(scene, pins, sizeBy) {
    const kept = scene.nodes.filter((node) => drawn.has(node)), fresh = scene.nodes.length - kept.length;
    const isGrown = scene.isSettled && kept.length > 0 && fresh <= Math.min(FEW, kept.length * 0.5);
    const opening = views.find((view) => view.size === scene.nodes.length && scene.nodes.every((node) => view.has(node)));
    if (!isGrown && opening) for (const [node, at] of opening) places.set(node, [...at]);
    else if (!isGrown || fresh) place(scene, kept, isGrown, sizeBy);
    drawn = new Set(scene.nodes);
    pin(pins);
    return !isGrown;
  }

  function place(scene, kept, isGrown, sizeBy) {
    const known = kept.length > scene.nodes.length * 0.5 ? places : new Map();
    const boxes = new Map(scene.nodes.map((node) => [node, boxAround(node, sizeBy)]));
    const placed = arrange(scene.nodes, scene.lines, known, new Set(isGrown ? kept : []), boxes);
    for (const [node, at] of placed) places.set(node, at);
  }

  function boxAround(node, sizeBy) {
    const texts = labelLines(node);
    return boxOf(texts.length, Math.max(...texts.map((text) => text.length)) * LETTER, sizeOf(graph, node, sizeBy));
  }

  function pin(pins) {
    for (const [node, x, y] of pins) places.set(node, [x, y]);
  }

  /** The drawn entity nearest in a direction (dx, dy), for the arrow keys. */
  function nearest(node, dx, dy) {
    const from = places.get(node);
    let best = node, least = Infinity;
    for (const other of drawn) {
      const [x, y] = places.get(other);
      const along = (x - from[0]) * dx + (y - from[1]) * dy;
      const across = Math.abs((x - from[0]) * dy) + Math.abs((y - from[1]) * dx);
      if (along > 4 && across <= along * 1.5 && along + across * 2 < least) { least = along + across * 2; best = other; }
    }
    return best;
  }

  /** The middle, width and height of what these entities take. */
  function extent(nodes) {
    const xs = nodes.map((node) => places.get(node)[0]), ys = nodes.map((node) => places.get(node)[1]);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 1, height: bottom - top + 1 };
  }

  return { settleScene, pin, nearest, extent, at: (node) => places.get(node), set: (node, at) => places.set(node, at) };
}
