/** Facts as they stand in lists: a row with a quote that opens the fact, a link, and all quotes of one. */

import { NONE, objectText, relationLabel, relationOf } from "./data.js";
import { button, fill, make, name } from "./dom.js";
import { evidenceCard, quotePreview } from "./evidence.js";
import { AHEAD_WORDS, CERTAINTY_WORDS, counted, shortened } from "./text.js";

const PREVIEWS = 40; // facts of an entity that come at once; the others follow at a click
const QUOTES = 30; // the same for the quotes of a fact

/** Make the lists; `select(fact)` opens a fact. */
export function createFactLists(graph, quotesOf, select) {
  let turn = 0; // quotes come later: what is no longer looked at must not arrive

  /** Put something in an element as soon as the quotes of a fact are there. */
  function whenRead(fact, element, show) {
    const mine = turn;
    quotesOf(fact).then((quotes) => { if (mine === turn) show(quotes); },
      (error) => fill(element, make("p", { class: "lead" }, `The quotes cannot be read: ${error.message}`)));
    return element;
  }

  /** The subject, relation and object of a fact; the entity whose page this is is not repeated as its subject. */
  function factWords(fact, node) {
    const subject = graph.facts.subject[fact];
    const own = subject === node ? [] : [name(shortened(graph.nodes.label[subject], 80)), " "];
    return [...own, make("em", {}, name(relationOf(graph, fact))), " ", name(shortened(objectText(graph, fact), 160))];
  }

  function chips(fact) {
    const { polarity, certainty, support, rule, ahead } = graph.facts;
    return [
      polarity[fact] === 1 ? make("span", { class: "chip bad" }, "denied") : null,
      certainty[fact] > 1 ? make("span", { class: "chip" }, CERTAINTY_WORDS[certainty[fact]]) : null,
      certainty[fact] === 1 ? make("span", { class: "chip fair" }, "probable") : null,
      ahead[fact] ? make("span", { class: "chip" }, AHEAD_WORDS) : null,
      rule[fact] === undefined ? null : make("span", { class: "chip" }, "derived"),
      support[fact] > 1 ? make("span", { class: "chip good" }, counted(support[fact], "article")) : null,
    ];
  }

  function row(fact, node, previews) {
    return make("li", {}, make("button", { type: "button", class: "fact-row", "data-fact": fact, on: { click: () => select(fact) } },
      make("span", { class: "row-head" }, make("span", { class: "row-words" }, factWords(fact, node)), chips(fact)), previews));
  }

  function factRow(fact, node) {
    const preview = make("span", { class: "preview" });
    return row(fact, node, whenRead(fact, preview, ([first]) => { if (first) fill(preview, quotePreview(graph, first)); }));
  }

  /** Facts as rows; `node` is the entity whose page this is. */
  function factList(facts, node = NONE) {
    const list = make("ul", { class: "fact-list" }, facts.slice(0, PREVIEWS).map((fact) => factRow(fact, node)));
    const rest = facts.slice(PREVIEWS);
    if (rest.length) {
      list.append(make("li", {}, button(`Show ${counted(rest.length, "more fact")}`, (event) => event.target.parentNode.replaceWith(...rest.map((fact) => factRow(fact, node))), { class: "wide" })));
    }
    return list;
  }

  /** What sources contradict each other on: each fact with a quote for it and one against it. */
  function disputeList(disputes) {
    return make("ul", { class: "fact-list" }, disputes.map(({ fact, against, isDenied, stating, opposing }) => {
      const pro = make("span", { class: "preview" }), contra = make("span", { class: "preview contra" });
      const word = isDenied ? make("span", { class: "chip bad" }, "denied") : make("span", { class: "chip" }, "undecided");
      whenRead(fact, pro, (quotes) => fill(pro, quotePreview(graph, quotes[stating])));
      whenRead(against, contra, (quotes) => fill(contra, word, quotePreview(graph, quotes[opposing])));
      return row(fact, NONE, [pro, contra]);
    }));
  }

  /** A fact as a link within a text. */
  function factButton(fact) {
    const words = make("span", {}, name(shortened(graph.nodes.label[graph.facts.subject[fact]], 80)), " ", make("em", {}, name(relationLabel(graph, fact))), " ", name(shortened(objectText(graph, fact), 160)));
    return make("button", { type: "button", class: "fact-link", on: { click: () => select(fact) } }, words);
  }

  function quoteList(fact, most = QUOTES) {
    const { rule, firstQuote } = graph.facts;
    if (rule[fact] !== undefined && firstQuote[fact] === firstQuote[fact + 1]) {
      return make("p", { class: "quiet" }, "Derived by the rule “", name(graph.facts.rules[rule[fact]]), "”: open the fact for its premises and their quotes.");
    }
    const list = make("div", { class: "quotes", "aria-busy": "true" });
    return whenRead(fact, list, (quotes) => {
      const rest = quotes.length - most;
      fill(list, quotes.slice(0, most).map((quote) => evidenceCard(graph, quote)),
        rest > 0 ? button(`Show ${counted(rest, "more quote")}`, (event) => event.target.replaceWith(...quotes.slice(most).map((quote) => evidenceCard(graph, quote))), { class: "wide" }) : null);
      list.removeAttribute("aria-busy");
    });
  }

  /** The strongest facts that pass and have a quote. */
  function strongestFacts(passing, most) {
    const found = [];
    const { firstQuote, count } = graph.facts;
    for (let fact = 0; fact < count && found.length < most; fact += 1) {
      if (passing[fact] && firstQuote[fact + 1] > firstQuote[fact]) found.push(fact);
    }
    return found;
  }

  return { factList, disputeList, factButton, quoteList, strongestFacts, renew: () => { turn += 1; } };
}
