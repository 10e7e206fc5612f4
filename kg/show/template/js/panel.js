/** The evidence panel: what is known of what is selected, every line with the sentence that says it. */

import { NONE, factsOf, iriOf, isAffirmed, objectText, otherEnd, relationLabel, relationOf } from "./data.js";
import { button, byId, fill, make, name } from "./dom.js";
import { citation, evidenceCard, markKey, markedText } from "./evidence.js";
import { CERTAINTY_WORDS, counted, safeLink, shortened } from "./text.js";

const PREVIEWS = 40; // facts of an entity that come at once; the others follow at a click
const QUOTES = 30; // the same for the quotes of a fact

/** Make the panel. `act` holds what its buttons do. */
export function createPanel(graph, quotesOf, act) {
  const panel = byId("panel");
  let turn = 0; // quotes come later: what is no longer looked at must not arrive

  function show(state, passing) {
    turn += 1;
    const { selected } = state;
    panel.scrollTop = 0;
    if (!selected) return fill(panel, ...overview(passing));
    if (selected.kind === "node") return fill(panel, ...entity(selected.node, state, passing));
    if (selected.kind === "fact") return fill(panel, ...fact(selected.fact));
    return fill(panel, ...bundle(selected.facts));
  }

  // ---- nothing selected

  function overview(passing) {
    const firsts = [];
    for (let f = 0; f < graph.facts.count && firsts.length < 7; f += 1) {
      if (passing[f] && isAffirmed(graph, f) && graph.facts.firstQuote[f + 1] > graph.facts.firstQuote[f]) firsts.push(f);
    }
    const disputed = Object.keys(graph.facts.against).map(Number).filter((f) => graph.facts.polarity[f] === 0).slice(0, 5);
    return [
      make("p", { class: "kicker" }, "Evidence"),
      make("h2", {}, "Every line leads to the sentence that says it"),
      make("p", { class: "lead" }, "Select an entity or a line in the graph, or search for a name. Here are the facts that most articles and the most central entities speak for."),
      disputed.length ? make("h3", {}, "Contradicted") : null,
      disputed.length ? factList(disputed) : null,
      make("h3", {}, "Best supported"),
      factList(firsts),
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
      make("p", { class: "facts-line" }, [counted(all.length, "fact"), mentions[node] ? counted(mentions[node], "mention") : ""].filter(Boolean).join(" · "),
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
    const { polarity, certainty, support, rule, premises, against } = graph.facts;
    const count = graph.facts.firstQuote[f + 1] - graph.facts.firstQuote[f];
    return [
      make("p", { class: "kicker" }, rule[f] === undefined ? "Fact" : "Derived fact"),
      make("h2", { class: "headline fact" }, entityButton(graph.facts.subject[f]), " ",
        make("span", { class: "relation-word" }, name(relationLabel(graph, f))), " ", endButton(f)),
      make("p", { class: "facts-line" }, summary(f)),
      against[f] === undefined ? null : make("div", { class: "against" }, make("strong", {}, polarity[f] === 1 ? "Others affirm it: " : "Others deny it: "), factButton(against[f])),
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

  function summary(f) {
    const { support, certainty, polarity } = graph.facts;
    return [["affirmed", "denied", "left open"][polarity[f]], CERTAINTY_WORDS[certainty[f]], support[f] ? `stated by ${counted(support[f], "article")}` : ""].filter(Boolean).join(" · ");
  }

  function factButton(f) {
    return button("", () => act.select({ kind: "fact", fact: f }), { class: "fact-link" })
      .appendChild(make("span", {}, name(shortened(graph.nodes.label[graph.facts.subject[f]], 80)), " ", make("em", {}, name(relationLabel(graph, f))), " ", name(shortened(objectText(graph, f), 160)))).parentNode;
  }

  function quoteList(f, most = QUOTES) {
    const { rule, firstQuote } = graph.facts;
    if (rule[f] !== undefined && firstQuote[f] === firstQuote[f + 1]) {
      return make("p", { class: "quiet" }, "Derived by the rule “", name(graph.facts.rules[rule[f]]), "”: open the fact for its premises and their quotes.");
    }
    const list = make("div", { class: "quotes", "aria-busy": "true" });
    const mine = turn;
    quotesOf(f).then((quotes) => {
      if (mine !== turn) return;
      const rest = quotes.length - most;
      fill(list, quotes.slice(0, most).map((quote) => evidenceCard(graph, quote)),
        rest > 0 ? button(`Show ${counted(rest, "more quote")}`, (event) => event.target.replaceWith(...quotes.slice(most).map((quote) => evidenceCard(graph, quote))), { class: "wide" }) : null);
      list.removeAttribute("aria-busy");
    }, (error) => { fill(list, make("p", { class: "lead" }, `The quotes cannot be read: ${error.message}`)); });
    return list;
  }

  /** Facts as rows that open the fact; `node` is the entity whose page this is, left out of its own rows. */
  function factList(facts, node = NONE) {
    const list = make("ul", { class: "fact-list" }, facts.slice(0, PREVIEWS).map((f) => factRow(f, node)));
    const rest = facts.slice(PREVIEWS);
    if (rest.length) {
      list.append(make("li", {}, button(`Show ${counted(rest.length, "more fact")}`, (event) => event.target.parentNode.replaceWith(...rest.map((f) => factRow(f, node))), { class: "wide" })));
    }
    return list;
  }

  function factRow(f, node) {
    const { subject, object, polarity, certainty, support, rule } = graph.facts;
    const isSubject = subject[f] === node;
    const other = node === NONE ? NONE : otherEnd(graph, f, node);
    const words = node === NONE || !isSubject
      ? [name(shortened(graph.nodes.label[subject[f]], 80)), " ", make("em", {}, name(relationOf(graph, f))), node === NONE ? [" ", name(shortened(objectText(graph, f), 160))] : ["\u00a0…"]]
      : [make("em", {}, name(relationOf(graph, f))), " ", name(shortened(graph.facts.text[f] || (other === NONE ? "" : graph.nodes.label[object[f]]), 160))];
    const marks = [
      polarity[f] === 1 ? make("span", { class: "chip bad" }, "denied") : null,
      certainty[f] > 1 ? make("span", { class: "chip" }, CERTAINTY_WORDS[certainty[f]]) : null,
      certainty[f] === 1 ? make("span", { class: "chip fair" }, "probable") : null,
      rule[f] === undefined ? null : make("span", { class: "chip" }, "derived"),
      support[f] > 1 ? make("span", { class: "chip good" }, counted(support[f], "article")) : null,
    ];
    const preview = make("span", { class: "preview" });
    const mine = turn;
    quotesOf(f).then((quotes) => {
      if (mine !== turn || !quotes.length) return;
      fill(preview, make("span", { class: "words" }, markedText(quotes[0])), make("span", { class: "by" }, byLine(quotes[0])));
    }, () => preview.remove());
    return make("li", {}, make("button", { type: "button", class: "fact-row", "data-fact": f, on: { click: () => act.select({ kind: "fact", fact: f }) } },
      make("span", { class: "row-head" }, make("span", { class: "row-words" }, words.flat()), marks), preview));
  }

  function byLine(quote) {
    const source = graph.evidence.source[quote.evidence], by = graph.speakers[graph.evidence.speaker[quote.evidence]];
    const outlet = graph.publishers[graph.sources.publisher[source]] || graph.sources.title[source];
    return [by ? `${shortened(by, 60)}, in ` : "", shortened(outlet || "an article", 80)].join("");
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

  return { show, factButton, quoteList };
}
