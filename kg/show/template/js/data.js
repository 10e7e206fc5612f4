/** The graph as the file holds it: columns of numbers, read once, with the facts of each entity beside them. */

import { byId } from "./dom.js";
import { readOpening } from "./opening.js";

export const NONE = -1;

function read(id) {
  const element = byId(id);
  const value = JSON.parse(element.textContent);
  element.remove(); // the text would stay in memory beside what was read from it
  return value;
}

/** Read the columns into typed arrays; `area` is the room for the picture in square pixels. */
export function loadGraph(area) {
  const raw = read("graph-data");
  const nodes = {
    ...raw.nodes,
    count: raw.nodes.label.length,
    kind: Uint16Array.from(raw.nodes.kind),
    x: Int32Array.from(raw.nodes.x),
    y: Int32Array.from(raw.nodes.y),
    community: Uint32Array.from(raw.nodes.community),
    rank: Uint16Array.from(raw.nodes.rank),
    mentions: Uint32Array.from(raw.nodes.mentions),
  };
  const facts = {
    ...raw.facts,
    count: raw.facts.subject.length,
    subject: Int32Array.from(raw.facts.subject),
    object: Int32Array.from(raw.facts.object),
    relation: Uint32Array.from(raw.facts.relation),
    polarity: Uint8Array.from(raw.facts.polarity),
    certainty: Uint8Array.from(raw.facts.certainty),
    support: Uint16Array.from(raw.facts.support),
    firstQuote: sums(raw.facts.quotes),
    contested: marked(raw.facts.subject.length, raw.disputes.flatMap(([fact, against]) => [fact, against])),
    ahead: marked(raw.facts.subject.length, raw.facts.ahead),
  };
  const evidence = {
    count: raw.evidence.source.length,
    source: Uint32Array.from(raw.evidence.source),
    speaker: Uint32Array.from(raw.evidence.speaker),
    certainty: Uint8Array.from(raw.evidence.certainty),
    polarity: Uint8Array.from(raw.evidence.polarity),
  };
  delete facts.quotes;
  const sources = { ...raw.sources, publisher: Uint32Array.from(raw.sources.publisher) };
  const graph = { ...raw, nodes, facts, evidence, sources, touching: touching(nodes.count, facts) };
  graph.disputes = raw.disputes.map(([fact, against, isDenied, stating, opposing]) => ({ fact, against, isDenied: isDenied === 1, stating, opposing }));
  graph.opening = readOpening(raw.opening, area);
  graph.families = raw.nodes.kinds.map(([, family]) => family);
  return graph;
}

/** One byte for each of so many: 1 for those listed. */
function marked(count, listed) {
  const result = new Uint8Array(count);
  for (const i of listed) result[i] = 1;
  return result;
}

/** Running sums with a 0 in front: where each row's part begins and ends. */
function sums(counts) {
  const result = new Uint32Array(counts.length + 1);
  counts.forEach((count, i) => { result[i + 1] = result[i] + count; });
  return result;
}

/** The facts of each entity, strongest first, in one array; `start[i]` to `start[i + 1]` are those of entity i. */
function touching(count, facts) {
  const start = new Uint32Array(count + 1);
  const each = (visit) => {
    for (let f = 0; f < facts.count; f += 1) {
      visit(facts.subject[f], f);
      if (facts.object[f] !== NONE && facts.object[f] !== facts.subject[f]) visit(facts.object[f], f);
    }
  };
  each((node) => { start[node + 1] += 1; });
  for (let i = 0; i < count; i += 1) start[i + 1] += start[i];
  const next = start.slice();
  const list = new Uint32Array(start[count]);
  each((node, fact) => { list[next[node]++] = fact; });
  return { start, list };
}

/** The facts that an entity is part of, strongest first. */
export function factsOf(graph, node) {
  return graph.touching.list.subarray(graph.touching.start[node], graph.touching.start[node + 1]);
}

/** The other end of a fact, or NONE. */
export function otherEnd(graph, fact, node) {
  return graph.facts.subject[fact] === node ? graph.facts.object[fact] : graph.facts.subject[fact];
}

/** Whether a fact joins two entities, so that it can be drawn as a line. */
export function isLine(graph, fact) {
  return graph.facts.object[fact] !== NONE && graph.facts.object[fact] !== graph.facts.subject[fact];
}

export function relationOf(graph, fact) {
  return graph.facts.relations[graph.facts.relation[fact]];
}

/** The words of a fact's object: an entity's name, a clause or a literal. */
export function objectText(graph, fact) {
  const object = graph.facts.object[fact];
  return graph.facts.text[fact] || (object === NONE ? "" : graph.nodes.label[object]);
}

/** The relation with what keeps it from being a plain fact, in words. */
export function relationLabel(graph, fact) {
  const { polarity, certainty } = graph.facts;
  const relation = relationOf(graph, fact);
  if (polarity[fact] === 1) return `denied: ${relation}`;
  if (certainty[fact] === 2) return `possibly: ${relation}`;
  if (certainty[fact] === 3 || polarity[fact] === 2) return `unclear: ${relation}`;
  if (graph.facts.ahead[fact]) return `in future: ${relation}`;
  return relation;
}

/** Whether something affirms a fact as certain or probable. */
export function isAffirmed(graph, fact) {
  return graph.facts.polarity[fact] === 0 && graph.facts.certainty[fact] < 2;
}

/** The one article that speaks of an entity, or NONE where several do, or none. */
export function onlyArticle(graph, node) {
  const { firstQuote } = graph.facts;
  let found = NONE;
  for (const fact of factsOf(graph, node)) {
    for (let i = firstQuote[fact]; i < firstQuote[fact + 1]; i += 1) {
      const source = graph.evidence.source[i];
      if (found !== NONE && found !== source) return NONE;
      found = source;
    }
  }
  return found;
}

/** The outlet of an article, or its title where that is not known. */
export function outletOf(graph, source) {
  return graph.publishers[graph.sources.publisher[source]] || graph.sources.title[source];
}

/** The full IRI of an entity. */
export function iriOf(graph, node) {
  const iri = graph.nodes.iri[node];
  return /^[a-z][a-z0-9+.-]*:/iu.test(iri) ? iri : graph.base + iri;
}

/** One fact as a line of text. */
export function sentence(graph, fact) {
  return `${graph.nodes.label[graph.facts.subject[fact]]} ${relationLabel(graph, fact)} ${objectText(graph, fact)}`.trim();
}
