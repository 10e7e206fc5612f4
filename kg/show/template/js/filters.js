/** Which facts pass the filters, and how many would with each further value: counted over the whole graph. */

import { isLine } from "./data.js";

export const FACETS = ["kind", "relation", "article", "publisher", "speaker", "certainty", "polarity"];
const BIT = Object.fromEntries(FACETS.map((facet, i) => [facet, 1 << i]));

const CLAIM_BITS = BIT.certainty | BIT.polarity;

/** Which evidence counts: at first what affirms something as certain or probable, on request denials and doubts, too. */
export const FACTS_ONLY = { certainty: [0, 1], polarity: [0] };
export const WITH_CLAIMS = { certainty: [], polarity: [] };

/** The filters as they are at first. */
export function noFilters() {
  return {
    kind: [], relation: [], article: [], publisher: [], speaker: [],
    ...FACTS_ONLY,
    families: [], from: "", to: "", corroborated: false, contradicted: false, ahead: false,
  };
}

/** Whether somebody has chosen filters. */
export function isFiltered(filters) {
  return JSON.stringify(filters) !== JSON.stringify(noFilters());
}

/** How many values each facet has. */
export function facetSizes(graph) {
  return {
    kind: graph.nodes.kinds.length,
    relation: graph.facts.relations.length,
    article: graph.sources.title.length,
    publisher: graph.publishers.length,
    speaker: graph.speakers.length,
    certainty: graph.certainties.length,
    polarity: graph.polarities.length,
  };
}

/**
 * Return {passing, counts, total, claims}: `passing[f]` is 1 for a fact that passes, `counts[facet][value]` the facts
 * that would pass were the facet's only value this one, `claims` what is denied or doubtful, see `countClaim`.
 * The conditions on evidence hold for one and the same quote.
 */
export function applyFilters(graph, filters) {
  const sizes = facetSizes(graph);
  const chosen = {}, counts = {}, counted = {};
  for (const facet of FACETS) {
    chosen[facet] = filters[facet].length ? new Set(filters[facet]) : null;
    counts[facet] = new Uint32Array(sizes[facet]);
    counted[facet] = new Int32Array(sizes[facet]).fill(-1);
  }
  const hidden = new Set(filters.families);
  const passing = new Uint8Array(graph.facts.count);
  const claims = { hidden: 0, polarity: 0, certainty: 0 };
  let total = 0;
  for (let fact = 0; fact < graph.facts.count; fact += 1) {
    if (!isLikely(graph, filters, hidden, fact)) continue;
    const own = factFailure(graph, chosen, fact);
    if (own & (own - 1)) continue; // two facets fail already: no value of one facet could mend it
    const failures = new Set();
    for (const witness of witnessesOf(graph, fact)) {
      const failed = own | quoteFailure(graph, chosen, filters, fact, witness);
      if (failed === 0 && !passing[fact]) { passing[fact] = 1; total += 1; }
      if ((failed & (failed - 1)) === 0) count(graph, counts, counted, fact, witness, failed);
      failures.add(failed);
    }
    countClaim(graph, claims, fact, failures);
  }
  return { passing, counts, total, claims };
}

/** Count a claim: under its sort, where that alone keeps it out or lets it in; `hidden` are all that do not pass. */
function countClaim(graph, claims, fact, failures) {
  const { polarity, certainty } = graph.facts;
  const isShown = failures.has(0);
  if (isShown ? polarity[fact] === 1 : failures.has(BIT.polarity)) claims.polarity += 1;
  if (isShown ? certainty[fact] > 1 : failures.has(BIT.certainty)) claims.certainty += 1;
  if (!isShown && [...failures].some((failed) => (failed & ~CLAIM_BITS) === 0)) claims.hidden += 1;
}

function isLikely(graph, filters, hidden, fact) {
  if (filters.corroborated && graph.facts.support[fact] < 2) return false;
  if (filters.contradicted && !graph.facts.contested[fact]) return false;
  if (filters.ahead && !graph.facts.ahead[fact]) return false;
  if (!hidden.size) return true;
  const { kind } = graph.nodes;
  return !hidden.has(graph.families[kind[graph.facts.subject[fact]]])
    && !(graph.facts.object[fact] >= 0 && hidden.has(graph.families[kind[graph.facts.object[fact]]]));
}

/** The quotes that state a fact; of a derived fact those of its premises; -1 where there is none. */
function witnessesOf(graph, fact) {
  const { firstQuote, premises } = graph.facts;
  const found = [];
  for (let i = firstQuote[fact]; i < firstQuote[fact + 1]; i += 1) found.push(i);
  if (!found.length) {
    for (const premise of premises[fact] || []) {
      for (let i = firstQuote[premise]; i < firstQuote[premise + 1]; i += 1) found.push(i);
    }
  }
  return found.length ? found : [-1];
}

function factFailure(graph, chosen, fact) {
  const { kind } = graph.nodes;
  const { subject, object, relation } = graph.facts;
  let failed = 0;
  if (chosen.kind && !chosen.kind.has(kind[subject[fact]]) && !(object[fact] >= 0 && chosen.kind.has(kind[object[fact]]))) failed |= BIT.kind;
  if (chosen.relation && !chosen.relation.has(relation[fact])) failed |= BIT.relation;
  return failed;
}

/** Certainty and polarity of a quote as evidence for a fact; a derived fact has its own. */
function gradeOf(graph, fact, witness) {
  const isOwn = witness >= graph.facts.firstQuote[fact] && witness < graph.facts.firstQuote[fact + 1];
  const from = isOwn ? graph.evidence : graph.facts;
  const at = isOwn ? witness : fact;
  return [from.certainty[at], from.polarity[at]];
}

function quoteFailure(graph, chosen, filters, fact, witness) {
  const [certainty, polarity] = gradeOf(graph, fact, witness);
  let failed = 0;
  if (chosen.certainty && !chosen.certainty.has(certainty)) failed |= BIT.certainty;
  if (chosen.polarity && !chosen.polarity.has(polarity)) failed |= BIT.polarity;
  if (witness < 0) {
    const needsQuote = chosen.article || chosen.publisher || chosen.speaker || filters.from || filters.to;
    return needsQuote ? failed | BIT.article | BIT.publisher : failed;
  }
  const source = graph.evidence.source[witness];
  if (chosen.article && !chosen.article.has(source)) failed |= BIT.article;
  if (chosen.publisher && !chosen.publisher.has(graph.sources.publisher[source])) failed |= BIT.publisher;
  if (chosen.speaker && !chosen.speaker.has(graph.evidence.speaker[witness])) failed |= BIT.speaker;
  const date = graph.sources.date[source];
  if ((filters.from && date < filters.from) || (filters.to && (!date || date > filters.to))) failed |= BIT.article | BIT.publisher;
  return failed;
}

/** Count a fact for every value that it would pass with: all facets where nothing fails, else the one that does. */
function count(graph, counts, counted, fact, witness, failed) {
  const add = (facet, value) => {
    if ((failed === 0 || failed === BIT[facet]) && counted[facet][value] !== fact) {
      counted[facet][value] = fact;
      counts[facet][value] += 1;
    }
  };
  const [certainty, polarity] = gradeOf(graph, fact, witness);
  add("kind", graph.nodes.kind[graph.facts.subject[fact]]);
  if (graph.facts.object[fact] >= 0) add("kind", graph.nodes.kind[graph.facts.object[fact]]);
  add("relation", graph.facts.relation[fact]);
  add("certainty", certainty);
  add("polarity", polarity);
  if (witness < 0) return;
  const source = graph.evidence.source[witness];
  add("article", source);
  add("publisher", graph.sources.publisher[source]);
  add("speaker", graph.evidence.speaker[witness]);
}

/** Whether denied and doubtful claims pass as facts do. */
export function showsClaims(filters) {
  return !filters.certainty.length && !filters.polarity.length;
}

/** Whether a fact is drawn as a line when both its ends are. */
export function isDrawn(graph, passing, fact) {
  return passing[fact] === 1 && isLine(graph, fact);
}
