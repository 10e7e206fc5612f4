/** What is drawn: the entities that the state asks for, and the lines between them. */

import { factsOf, isAffirmed, otherEnd, relationLabel } from "./data.js";
import { isDrawn } from "./filters.js";
import { LIMIT } from "./state.js";

const FANNED = 4; // so many relations of two entities are drawn side by side; more become one line with a count

/** The entities to draw, the most important first. */
export function chooseNodes(graph, passing, state) {
  const chosen = new Set(state.mode === "around" ? around(graph, passing, state.focus, state.depth) : strongest(graph, passing, state.count));
  for (const node of [...state.added, ...shownBySelection(graph, state.selected)]) {
    if (chosen.size < LIMIT) chosen.add(node);
  }
  for (const node of state.hidden) chosen.delete(node);
  return [...chosen];
}

function shownBySelection(graph, selected) {
  if (!selected) return [];
  if (selected.kind === "node") return [selected.node];
  const fact = selected.kind === "fact" ? selected.fact : selected.facts[0];
  return [graph.facts.subject[fact], graph.facts.object[fact]].filter((node) => node >= 0);
}

/** The entities that the strongest passing facts join: facts are in that order. */
export function strongest(graph, passing, limit) {
  const chosen = new Set();
  const { subject, object, count } = graph.facts;
  for (let fact = 0; fact < count && chosen.size < limit; fact += 1) {
    if (!isDrawn(graph, passing, fact)) continue;
    const fresh = Number(!chosen.has(subject[fact])) + Number(!chosen.has(object[fact]));
    if (chosen.size + fresh > limit) continue;
    chosen.add(subject[fact]).add(object[fact]);
  }
  return chosen;
}

/** The entities at most so many lines away, those nearest first. */
export function around(graph, passing, focus, depth) {
  const found = new Set(focus);
  let edge = [...focus];
  for (let step = 0; step < depth && found.size < LIMIT; step += 1) {
    const next = [];
    for (const node of edge) {
      for (const other of neighbours(graph, passing, node)) {
        if (!found.has(other) && found.size < LIMIT) { found.add(other); next.push(other); }
      }
    }
    edge = next;
  }
  return found;
}

/** The entities that a line joins to this one, by their strongest fact. */
export function neighbours(graph, passing, node) {
  const found = new Set();
  for (const fact of factsOf(graph, node)) {
    if (isDrawn(graph, passing, fact)) found.add(otherEnd(graph, fact, node));
  }
  return [...found];
}

/**
 * The lines among the drawn entities: [{id, from, to, facts, label, bend, dashed, dotted}]. Each fact is a line of its own,
 * bent away from the others between the same two; where there are too many, one line for each direction.
 */
export function chooseLines(graph, passing, nodes) {
  const drawn = new Set(nodes);
  const pairs = new Map();
  for (const node of nodes) {
    for (const fact of factsOf(graph, node)) {
      const { subject, object } = graph.facts;
      if (subject[fact] !== node || !isDrawn(graph, passing, fact) || !drawn.has(object[fact])) continue;
      const low = Math.min(node, object[fact]), high = Math.max(node, object[fact]);
      const key = low * graph.nodes.count + high;
      if (!pairs.has(key)) pairs.set(key, []);
      pairs.get(key).push(fact);
    }
  }
  return [...pairs.values()].flatMap((facts) => fanned(facts.length > FANNED ? bundled(graph, facts) : facts.map((fact) => single(graph, fact))));
}

function single(graph, fact) {
  return {
    id: fact,
    from: graph.facts.subject[fact],
    to: graph.facts.object[fact],
    facts: [fact],
    label: relationLabel(graph, fact),
    dashed: !isAffirmed(graph, fact),
    dotted: isAffirmed(graph, fact) && graph.facts.ahead[fact] === 1,
  };
}

function bundled(graph, facts) {
  const sides = new Map();
  for (const fact of facts) {
    const from = graph.facts.subject[fact];
    if (!sides.has(from)) sides.set(from, []);
    sides.get(from).push(fact);
  }
  return [...sides.values()].map((side) => {
    const line = single(graph, side[0]);
    if (side.length === 1) return line;
    return { ...line, id: `b${side[0]}`, facts: side, label: `${side.length} relations`, dashed: false, dotted: false };
  });
}

/** Bend lines between the same two entities so that they lie side by side; the sign depends on the direction. */
function fanned(lines) {
  return lines.map((line, i) => {
    const place = i - (lines.length - 1) / 2;
    const bend = lines.length === 1 ? 0 : place * 0.22;
    return { ...line, bend: line.from < line.to ? bend : -bend };
  });
}
