/** The evidence panel: what is known of what is selected, every line with the sentence that says it. */

import { NONE, factsOf, iriOf, onlyArticle, outletOf, relationLabel } from "./data.js";
import { button, byId, fill, make, name } from "./dom.js";
import { citation, markKey } from "./evidence.js";
import { isFiltered } from "./filters.js";
import { AHEAD_WORDS, CERTAINTY_WORDS, counted, safeLink, shortened } from "./text.js";

const STRONGEST = 7; // facts that come while nothing is selected
const FILTERED = 40; // the same where somebody has chosen filters: then they are the answer
const DISPUTES = 5; // the same for what articles contradict each other on

/** Make the panel from lists of facts. `act` holds what its buttons do. */
export function createPanel(graph, { factList, disputeList, factButton, quoteList, strongestFacts, renew }, act) {
  const panel = byId("panel");

  function show(state, passing) {
    renew();
    const { selected } = state;
    panel.scrollTop = 0;
    if (!selected) return fill(panel, ...overview(passing, isFiltered(state.filters)));
    if (selected.kind === "node") return fill(panel, ...entity(selected.node, state, passing));
    if (selected.kind === "fact") return fill(panel, ...fact(selected.fact));
    return fill(panel, ...bundle(selected.facts));
  }

  // ---- nothing selected

  function overview(passing, isChosen) {
    const disputed = graph.disputes.filter(({ fact }) => passing[fact]);
    return [
      make("p", { class: "kicker" }, "Evidence"),
      make("h2", {}, "Every line leads to the sentence that says it"),
      make("p", { class: "lead" }, "Select an entity or a line in the graph, or search for a name."),
      disputed.length ? make("h3", {}, "Where sources contradict each other") : null,
      disputed.length ? disputeList(disputed.slice(0, DISPUTES)) : null,
      disputed.length > DISPUTES ? button(`Show all ${counted(disputed.length, "such case")}`, act.onlyContradicted, { class: "wide" }) : null,
      make("h3", {}, isChosen ? "What passes the filters" : "What most articles and the most central entities speak for"),
      factList(strongestFacts(passing, isChosen ? FILTERED : STRONGEST)),
      markKey(),
    ];
  }

  // ---- an entity

  function entity(node, state, passing) {
    const { label, aliases, kinds, kind, mentions, broader } = graph.nodes;
    const all = [...factsOf(graph, node)];
    const shown = all.filter((f) => passing[f]), kept = all.filter((f) => !passing[f]);
    const iri = iriOf(graph, node), link = safeLink(iri);
    const others = aliases[node] || [];
    const own = shown.filter((f) => graph.facts.subject[f] === node), about = shown.filter((f) => graph.facts.subject[f] !== node);
    return [
      make("p", { class: "kicker" }, kinds[kind[node]][0]),
      make("h2", { class: "headline" }, name(label[node])),
      others.length ? make("p", { class: "aliases" }, "Also: ", others.slice(0, 12).flatMap((alias, i) => (i ? [" · ", name(alias)] : [name(alias)]))) : null,
      make("p", { class: "facts-line" }, [counted(all.length, "fact"), mentions[node] ? counted(mentions[node], "mention") : "", where(node)].filter(Boolean).join(" · "),
        broader[node] === undefined ? null : [" · a kind of ", entityButton(broader[node])]),
      actions(node, state),
      shown.length ? markKey() : null,
      own.length ? [make("h3", {}, "What it does or is"), factList(own, node)] : null,
      about.length ? [make("h3", {}, "What is said of it"), factList(about, node)] : null,
      all.length && !shown.length ? make("p", { class: "lead" }, "No fact about it passes the filters.") : null,
      all.length ? null : mentionedIn(node),
      kept.length ? make("details", { class: "kept" }, make("summary", {}, `${counted(kept.length, "fact")} hidden by the filters: denied, only possible, or filtered out`), factList(kept, node)) : null,
      make("p", { class: "iri" }, link ? make("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, shortened(iri, 200)) : shortened(iri, 200)),
    ].flat(2);
  }

  function where(node) {
    const article = onlyArticle(graph, node);
    return article === NONE ? "" : `only in ${shortened(outletOf(graph, article) || "one article", 48)}`;
  }

  /** Of what no fact is about: the articles that name it. */
  function mentionedIn(node) {
    const articles = graph.nodes.sources[node] || [];
    return [
      make("p", { class: "lead" }, "No fact is about it; it is only mentioned."),
      articles.length ? make("h3", {}, "Mentioned in") : null,
      make("ul", { class: "fact-list" }, articles.map((source) => make("li", {}, citation(graph, source)))),
    ];
  }

  function actions(node, state) {
    const isPinned = state.pins.some(([pinned]) => pinned === node);
    return make("div", { class: "actions" },
      button("Expand", () => act.expand(node), { id: "act-expand" }),
      make("span", { class: "group", role: "group", "aria-label": "Show only its neighbourhood" }, make("span", { class: "group-label" }, "Only around it"),
        [1, 2, 3].map((depth) => button(String(depth), () => act.around(node, depth), {
          class: "small", "aria-label": `Show only what is ${counted(depth, "step")} away`,
          "aria-pressed": String(state.mode === "around" && state.focus[0] === node && state.depth === depth),
        }))),
      button("Path from here", () => act.pathFrom(node)),
      isPinned ? button("Unpin", () => act.unpin(node)) : null,
      button("Hide", () => act.hide(node)));
  }

  // ---- facts

  function entityButton(node) {
    return button("", () => act.select({ kind: "node", node }), { class: "entity" }).appendChild(name(shortened(graph.nodes.label[node], 300))).parentNode;
  }

  function endButton(f) {
    const object = graph.facts.object[f];
    const text = graph.facts.text[f];
    if (object === NONE || text) return make("span", { class: "literal" }, name(shortened(text, 300)));
    return entityButton(object);
  }

  function fact(f) {
    const { polarity, certainty, support, rule, premises } = graph.facts;
    const count = graph.facts.firstQuote[f + 1] - graph.facts.firstQuote[f];
    return [
      make("p", { class: "kicker" }, rule[f] === undefined ? "Fact" : "Derived fact"),
      make("h2", { class: "headline fact" }, entityButton(graph.facts.subject[f]), " ",
        make("span", { class: "relation-word" }, name(relationLabel(graph, f))), " ", endButton(f)),
      make("p", { class: "facts-line" }, summary(f)),
      graph.disputes.filter((dispute) => dispute.fact === f || dispute.against === f).map((dispute) => disputeLine(dispute, f)),
      rule[f] === undefined ? null : derivation(f),
      count ? markKey() : null,
      count ? quoteList(f) : rule[f] === undefined ? make("p", { class: "lead" }, "No quote of this fact is in the graph.") : null,
      certainty[f] > 1 && polarity[f] === 0 ? make("p", { class: "lead" }, `This is ${CERTAINTY_WORDS[certainty[f]]}: it is no fact in the graph but a claim.`) : null,
      support[f] > 1 ? null : count ? make("p", { class: "quiet" }, "Only one source says so.") : null,
    ];

    function derivation() {
      return make("section", { class: "derived" },
        make("h3", {}, "Follows by the rule “", name(graph.facts.rules[rule[f]]), "” from"),
        make("ol", { class: "premises" }, (premises[f] || []).map((premise) => make("li", {}, factButton(premise), quoteList(premise, 2)))));
    }
  }

  /** Who says otherwise of a fact, with a link to it. */
  function disputeLine({ fact: stated, against, isDenied }, f) {
    if (stated === against) return make("p", { class: "against" }, "Some articles take it as decided, others as undecided.");
    const words = f === stated ? (isDenied ? "Others deny it: " : "Others take it as undecided: ") : (isDenied ? "Others affirm it: " : "Others take it as decided: ");
    return make("p", { class: "against" }, make("strong", {}, words), factButton(f === stated ? against : stated));
  }

  function summary(f) {
    const { support, certainty, polarity, ahead } = graph.facts;
    return [["affirmed", "denied", "left open"][polarity[f]], CERTAINTY_WORDS[certainty[f]], ahead[f] ? AHEAD_WORDS : "", support[f] ? `stated by ${counted(support[f], "article")}` : ""].filter(Boolean).join(" · ");
  }

  // ---- several relations of the same two

  function bundle(facts) {
    return [
      make("p", { class: "kicker" }, counted(facts.length, "relation")),
      make("h2", { class: "headline fact" }, entityButton(graph.facts.subject[facts[0]]), " → ", entityButton(graph.facts.object[facts[0]])),
      markKey(),
      factList(facts),
    ];
  }

  return { show };
}
