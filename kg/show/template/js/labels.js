/** Labels on the canvas: of a size that can be read at any zoom, the most important first, none upon another. */

const NODE_FONT = '500 13px system-ui, -apple-system, "Segoe UI", sans-serif';
const LINE_FONT = 'italic 11.5px Georgia, "Times New Roman", serif';
const NODE_LINE = 15;
const PLACES = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78]; // along a line, for its label
const RELATION_ZOOM = 0.45; // from here on relations are shown where there is room

/** Boxes that are taken, in cells so that a question looks at few of them. */
class Taken {
  constructor() {
    this.cells = new Map();
  }

  keys([left, top, right, bottom]) {
    const keys = [];
    for (let x = Math.floor(left / 80); x <= Math.floor(right / 80); x += 1) {
      for (let y = Math.floor(top / 40); y <= Math.floor(bottom / 40); y += 1) keys.push(`${x},${y}`);
    }
    return keys;
  }

  isFree(box) {
    return this.keys(box).every((key) => (this.cells.get(key) || []).every(
      (other) => isApart(box, other)));
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

function isApart(box, other) {
  return box[2] <= other[0] || box[0] >= other[2] || box[3] <= other[1] || box[1] >= other[3];
}

/** What a sign covers, its corners aside. */
function signBox({ x, y, size }) {
  return [x - size * 0.8, y - size * 0.8, x + size * 0.8, y + size * 0.8];
}

/** A measurer of text that remembers: measuring is the slow part. */
export function measurer(context) {
  const widths = new Map();
  return (text, font) => {
    const key = `${font}\n${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}

/**
 * Draw labels in screen pixels.
 * @param items {nodes: [{lines, x, y, size, strong, faint}], lines: [{label, pointAt(t), strong, forced, faint, colour}]}
 *   nodes and lines by importance, x, y and pointAt in screen pixels
 * @param frame {zoom, head}: how large the drawing is, and the pixels at the top where a note stands
 * @returns boxes of what was drawn: {nodes: [[index, box]], lines: [[index, box]]}
 */
export function drawLabels(context, measure, items, colours, { zoom, head }) {
  const taken = new Taken(), signs = new Taken();
  const drawn = { nodes: [], lines: [] };
  const room = Math.max(0, 0.6 - zoom) * 36; // from afar fewer labels, so that the lines are seen between them
  context.textAlign = "center";
  context.lineJoin = "round";
  for (const node of items.nodes) signs.add(signBox(node));
  const isFree = (box) => taken.isFree(box) && signs.isFree(box);

  function nameEntity(node, i) {
    const width = Math.max(...node.lines.map((line) => measure(line, NODE_FONT)));
    const isClear = ([left, top, right, bottom]) => taken.isFree([left - room, top - room / 2, right + room, bottom + room / 2]);
    const box = nodePlace(node, width, isClear, signs, { head, edge: context.canvas.clientWidth });
    if (!box) return;
    taken.add(box);
    drawn.nodes.push([i, box]);
    context.globalAlpha = node.faint ? 0.35 : 1;
    write(context, node.lines, (box[0] + box[2]) / 2, box[1], NODE_FONT, colours.ink, colours.halo, node.strong ? 5 : 4);
  }

  function nameLine(line, i) {
    const place = freePlace(line, measure(line.label, LINE_FONT), isFree, taken);
    if (!place) return;
    taken.add(place.box);
    drawn.lines.push([i, place.box]);
    context.globalAlpha = line.faint ? 0.3 : 1;
    write(context, [line.label], place.x, place.y - 7, LINE_FONT, line.colour, colours.halo, 4);
  }

  const each = (list, isWanted, name) => list.forEach((item, i) => { if (isWanted(item)) name(item, i); });
  each(items.nodes, (node) => !node.faint, nameEntity); // what is lit comes first: the rest must not be in its way
  each(items.lines, (line) => line.strong, nameLine);
  each(items.nodes, (node) => node.faint, nameEntity);
  each(items.lines, (line) => !line.strong && zoom >= RELATION_ZOOM, nameLine);
  context.globalAlpha = 1;
  return drawn;
}

/**
 * The box of an entity's label: below its sign, else above, beside, at a corner, or a little aside below or above, where
 * it covers no label and if possible no sign; moved inwards where the edge of the picture would cut it. The most important
 * come first, so what is left out is what matters least.
 */
function nodePlace({ x, y, size, lines, strong }, width, isClear, signs, { head, edge }) {
  const height = lines.length * NODE_LINE, half = width / 2 + 2;
  const isSignSeen = x >= 0 && x <= edge && 2 * half <= edge;
  const inside = (cx) => (isSignSeen ? Math.min(Math.max(cx, half), edge - half) : cx);
  const at = (cx, top) => [inside(cx) - half, top, inside(cx) + half, top + height];
  const [under, over, aside] = [y + size + 3, y - size - 3 - height, size + 4 + half];
  const below = at(x, under), right = x + aside, left = x - aside;
  const corners = [at(right, under - 8), at(left, under - 8), at(right, over + 8), at(left, over + 8)];
  const beside = [0, -10, 10].flatMap((by) => [at(right, y - height / 2 + by), at(left, y - height / 2 + by)]);
  const shifted = [under, over].flatMap((top) => [at(x + half / 2, top), at(x - half / 2, top)]);
  const places = [below, at(x, over), ...beside, ...corners, ...shifted];
  const own = signBox({ x, y, size });
  const free = places.filter((box) => isClear(box) && isApart(box, own) && (box[1] >= head || !isSignSeen));
  return free.find((box) => signs.isFree(box)) || free[0] || (strong ? below : null);
}

/** The first place along a line where its label covers nothing; if it must be seen, one beside the middle. */
function freePlace(line, width, isFree, taken) {
  const box = ({ x, y }) => [x - width / 2 - 2, y - 8, x + width / 2 + 2, y + 8];
  const middle = line.pointAt(0.5), side = width / 2 + 12;
  const beside = [[0, -18], [0, 18], [side, 0], [-side, 0], [side, -18], [-side, 18]].map(([dx, dy]) => ({ x: middle.x + dx, y: middle.y + dy }));
  const places = [...PLACES.map(line.pointAt), ...(line.forced ? beside : [])];
  const place = places.find((at) => isFree(box(at))) || (line.forced ? places.find((at) => taken.isFree(box(at))) || middle : null);
  return place && { ...place, box: box(place) };
}

function write(context, texts, x, top, font, colour, halo, width) {
  context.font = font;
  context.textBaseline = "top";
  context.strokeStyle = halo;
  context.lineWidth = width;
  context.fillStyle = colour;
  texts.forEach((text, i) => {
    context.strokeText(text, x, top + i * NODE_LINE);
    context.fillText(text, x, top + i * NODE_LINE);
  });
}
