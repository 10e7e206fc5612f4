/** The same facts as a table: for screen readers, for sorting and for copying. */

import { button, byId, fill, make, name } from "./dom.js";
import { objectText, relationOf } from "./data.js";
import { AHEAD_WORDS, CERTAINTY_WORDS, POLARITY_WORDS, counted, shortened } from "./text.js";

const COLUMNS = [
  ["Subject", (graph, f) => graph.nodes.label[graph.facts.subject[f]]],
  ["Relation", (graph, f) => relationOf(graph, f)],
  ["Object", (graph, f) => objectText(graph, f)],
  ["Polarity", (graph, f) => POLARITY_WORDS[graph.facts.polarity[f]]],
  ["Certainty", (graph, f) => CERTAINTY_WORDS[graph.facts.certainty[f]]],
  ["When", (graph, f) => (graph.facts.ahead[f] ? AHEAD_WORDS : "")],
  ["Articles", (graph, f) => graph.facts.support[f]],
  ["Quotes", (graph, f) => graph.facts.firstQuote[f + 1] - graph.facts.firstQuote[f]],
];

/** The facts that are drawn, in the order of their lines. */
export function drawnFacts(scene) {
  return scene.lines.flatMap((line) => line.facts).sort((a, b) => a - b);
}

/** Rows of plain values, with a head. */
function rowsOf(graph, facts) {
  return [COLUMNS.map(([title]) => title), ...facts.map((f) => COLUMNS.map(([, value]) => value(graph, f)))];
}

export function createTable(graph, act) {
  const box = byId("table");
  let by = -1, isDown = false;

  function show(scene) {
    const facts = sorted(drawnFacts(scene));
    const focused = document.activeElement?.dataset?.key;
    fill(box,
      make("div", { class: "drawer-head" }, make("h2", {}, `The ${counted(facts.length, "fact")} drawn`),
        button("Copy", () => act.copy(rowsOf(graph, facts).map((row) => row.map((cell) => String(cell).replace(/[\t\r\n]+/gu, " ")).join("\t")).join("\n")), { class: "small" }),
        button("Close", act.close, { class: "small" })),
      make("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Facts, scrollable" },
        make("table", {}, make("thead", {}, make("tr", {}, COLUMNS.map(([title], i) => head(title, i, scene)))),
          make("tbody", {}, facts.map((f) => make("tr", {}, COLUMNS.map(([, value], i) => cell(f, i, value(graph, f)))))))));
    if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  function head(title, i, scene) {
    const order = by === i ? (isDown ? "descending" : "ascending") : "none";
    return make("th", { scope: "col", "aria-sort": order }, button(title, () => { isDown = by === i && !isDown; by = i; show(scene); },
      { class: "sort", "data-key": `sort-${i}` }), make("span", { "aria-hidden": "true" }, by === i ? (isDown ? " ↓" : " ↑") : ""));
  }

  function cell(f, i, value) {
    const text = name(shortened(String(value), 200));
    if (i !== 1) return make("td", { class: i > 5 ? "number" : "" }, text);
    return make("td", {}, make("button", { type: "button", class: "fact-link", on: { click: () => act.select({ kind: "fact", fact: f }) } }, text));
  }

  function sorted(facts) {
    if (by < 0) return facts;
    const value = COLUMNS[by][1];
    const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "en"));
    return [...facts].sort((a, b) => compare(value(graph, a), value(graph, b)) * (isDown ? -1 : 1) || a - b);
  }

  return { show };
}
