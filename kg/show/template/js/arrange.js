/** Positions for what comes into the picture: the same for the same entities, those already there left alone. */

const LENGTH = 150; // of a line, in pixels: room for the name of a relation
const REACH = 420; // beyond it nothing pushes: far parts of a large picture would drift apart
const ROUNDS = 140;
const GOLDEN = 2.399963;

/**
 * Return a Map from entity to [x, y].
 * @param nodes entities to place
 * @param lines [{from, to}] among them
 * @param known Map of positions to start from
 * @param fixed Set of entities that keep their known position
 * @param boxes Map from entity to [width, height] of its label
 */
export function arrange(nodes, lines, known, fixed, boxes) {
  const index = new Map(nodes.map((node, i) => [node, i]));
  const links = lines.map(({ from, to }) => [index.get(from), index.get(to)]);
  const points = starts(nodes, links, known, fixed);
  const isFixed = nodes.map((node) => fixed.has(node));
  for (let round = 0; round < ROUNDS; round += 1) settle(points, links, isFixed, 1 - round / ROUNDS);
  pushApart(points, nodes.map((node) => boxes.get(node)), isFixed);
  return new Map(nodes.map((node, i) => [node, [Math.round(points[i][0]), Math.round(points[i][1])]]));
}

/** Known positions; for the others a place beside a neighbour that has one, or on a spiral around the middle. */
function starts(nodes, links, known, fixed) {
  const points = nodes.map((node) => (fixed.has(node) || (!fixed.size && known.has(node)) ? [...known.get(node)] : null));
  const beside = nodes.map(() => []);
  for (const [a, b] of links) { beside[a].push(b); beside[b].push(a); }
  nodes.forEach((_, i) => {
    if (points[i]) return;
    const anchor = beside[i].map((j) => points[j]).find(Boolean) || [0, 0];
    const radius = LENGTH * (anchor[0] || anchor[1] ? 0.9 : 0.5 * Math.sqrt(i + 1));
    points[i] = [anchor[0] + radius * Math.cos(i * GOLDEN), anchor[1] + radius * Math.sin(i * GOLDEN)];
  });
  return points;
}

function settle(points, links, isFixed, heat) {
  const forces = points.map(() => [0, 0]);
  for (let i = 0; i < points.length; i += 1) {
    for (let j = i + 1; j < points.length; j += 1) {
      const dx = points[i][0] - points[j][0], dy = points[i][1] - points[j][1];
      const square = Math.max(dx * dx + dy * dy, 100);
      if (square > REACH * REACH) continue;
      const push = (LENGTH * LENGTH * 0.4) / square;
      forces[i][0] += dx * push; forces[i][1] += dy * push;
      forces[j][0] -= dx * push; forces[j][1] -= dy * push;
    }
  }
  const degree = points.map(() => 0);
  for (const [a, b] of links) { degree[a] += 1; degree[b] += 1; }
  for (const [a, b] of links) {
    const dx = points[b][0] - points[a][0], dy = points[b][1] - points[a][1];
    const distance = Math.max(Math.hypot(dx, dy), 1);
    const wanted = LENGTH * (1 + 0.05 * Math.sqrt(degree[a] + degree[b]));
    const pull = ((distance - wanted) / distance) * 0.5;
    const [calmA, calmB] = [Math.sqrt(degree[a]), Math.sqrt(degree[b])]; // a hub is not torn about by its leaves
    forces[a][0] += (dx * pull) / calmA; forces[a][1] += (dy * pull) / calmA;
    forces[b][0] -= (dx * pull) / calmB; forces[b][1] -= (dy * pull) / calmB;
  }
  const longest = 60 * heat + 1;
  points.forEach((point, i) => {
    if (isFixed[i]) return;
    forces[i][0] -= point[0] * 0.03; forces[i][1] -= point[1] * 0.035;
    const size = Math.max(Math.hypot(...forces[i]), 1e-9);
    const scale = Math.min(size * 0.35, longest) / size;
    point[0] += forces[i][0] * scale; point[1] += forces[i][1] * scale;
  });
}

/** Move boxes apart until none overlaps, those that are fixed least. */
function pushApart(points, boxes, isFixed) {
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    for (let i = 0; i < points.length; i += 1) {
      for (let j = i + 1; j < points.length; j += 1) {
        const dx = points[j][0] - points[i][0], dy = points[j][1] - points[i][1];
        const lackX = (boxes[i][0] + boxes[j][0]) / 2 - Math.abs(dx);
        const lackY = (boxes[i][1] + boxes[j][1]) / 2 - Math.abs(dy);
        if (lackX <= 0 || lackY <= 0 || (isFixed[i] && isFixed[j])) continue;
        moved = true;
        const axis = lackX < lackY ? 0 : 1;
        const step = ((axis ? lackY : lackX) + 1) * ((axis ? dy : dx) < 0 ? -1 : 1);
        const share = isFixed[i] ? 0 : isFixed[j] ? 1 : 0.5;
        points[i][axis] -= step * share;
        points[j][axis] += step * (1 - share);
      }
    }
    if (!moved) return;
  }
}
