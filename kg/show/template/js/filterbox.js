/** The filters: values with the number of facts that each would leave, a range of dates, and two switches. */

import { FACETS, FACTS_ONLY, WITH_CLAIMS, isFiltered, noFilters } from "./filters.js";
import { button, byId, fill, make, name } from "./dom.js";
import { CERTAINTY_WORDS, POLARITY_WORDS, dateWords, folded, grouped, shortened } from "./text.js";

const SHOWN = 6; // values of a facet that come at once
const TITLES = { kind: "Type of entity", relation: "Relation", article: "Article", publisher: "Publisher", speaker: "Speaker", certainty: "Certainty", polarity: "Polarity" };

/** The words of each facet's values. */
function facetWords(graph) {
  return {
    kind: graph.nodes.kinds.map(([kind]) => kind),
    relation: graph.facts.relations,
    article: graph.sources.title,
    publisher: graph.publishers.map((publisher) => publisher || "(no publisher)"),
    speaker: graph.speakers.map((speaker) => speaker || "(the article itself)"),
    certainty: CERTAINTY_WORDS,
    polarity: POLARITY_WORDS,
  };
}

/** Make the filter box; `change` takes the new filters. */
export function createFilterBox(graph, change) {
  const words = facetWords(graph);
  const dates = [...new Set(graph.sources.date.filter(Boolean))].sort();
  const open = new Set(["relation", "certainty", "polarity"]), all = new Set(), asked = {};
  let last = null;

  function show(filters, passed) {
    last = { filters, passed };
    const focused = document.activeElement?.dataset?.key, at = document.activeElement?.selectionStart;
    fill(byId("filters"),
      make("div", { class: "filter-head" }, make("h2", {}, "Filters"), isFiltered(filters) ? button("Clear", () => change(noFilters()), { class: "small", id: "clear-filters" }) : null),
      make("p", { class: "quiet", id: "passing" }, `${grouped(passed.total)} of ${grouped(graph.facts.count)} facts pass`),
      toggle("corroborated", "Only with two or more sources", filters),
      toggle("contradicted", "Only contradicted", filters, (isOn) => (isOn ? WITH_CLAIMS : FACTS_ONLY)), // both sides of it
      toggle("ahead", "Only what is still to come", filters),
      dates.length > 1 ? range(filters) : null,
      FACETS.map((facet) => section(facet, filters, passed)));
    if (!focused) return;
    const element = document.querySelector(`[data-key="${CSS.escape(focused)}"]`);
    element?.focus();
    if (element?.type === "search") element.setSelectionRange(at, at);
  }

  function toggle(key, label, filters, also = () => ({})) {
    const listener = ({ target: { checked } }) => change({ ...filters, [key]: checked, ...also(checked) });
    return make("label", { class: "check" }, make("input", { type: "checkbox", checked: filters[key], "data-key": key, on: { change: listener } }), label);
  }

  // ---- dates

  function range(filters) {
    const low = filters.from ? Math.max(0, dates.findIndex((date) => date >= filters.from)) : 0;
    const high = filters.to ? dates.reduce((best, date, i) => (date <= filters.to ? i : best), 0) : dates.length - 1;
    const label = make("p", { class: "range-words", id: "range-words" }, rangeWords(low, high));
    const slider = (key, value, word) => make("input", {
      type: "range", min: 0, max: dates.length - 1, step: 1, value, "aria-label": word, "aria-valuetext": dateWords(dates[value]), "data-key": key,
      on: {
        input: (event) => { label.textContent = key === "from" ? rangeWords(Number(event.target.value), high) : rangeWords(low, Number(event.target.value)); },
        change: (event) => change({ ...filters, ...chosen(key, Number(event.target.value), low, high) }),
      },
    });
    return make("fieldset", { class: "range" }, make("legend", {}, "Published"), label, slider("from", low, "From"), slider("to", high, "To"));
  }

  function chosen(key, value, low, high) {
    const from = key === "from" ? Math.min(value, high) : low, to = key === "to" ? Math.max(value, low) : high;
    return { from: from === 0 ? "" : dates[from], to: to === dates.length - 1 ? "" : dates[to] };
  }

  function rangeWords(low, high) {
    return `${dateWords(dates[Math.min(low, high)])} – ${dateWords(dates[Math.max(low, high)])}`;
  }

  // ---- facets

  function section(facet, filters, passed) {
    const chosenValues = new Set(filters[facet]);
    const needle = folded(asked[facet] || "");
    const values = [...passed.counts[facet].keys()]
      .filter((value) => (passed.counts[facet][value] > 0 || chosenValues.has(value)) && (!needle || folded(words[facet][value]).includes(needle)));
    values.sort((a, b) => Number(chosenValues.has(b)) - Number(chosenValues.has(a)) || passed.counts[facet][b] - passed.counts[facet][a] || a - b);
    const most = all.has(facet) ? 200 : SHOWN;
    const isLong = passed.counts[facet].length > SHOWN;
    return make("details", { class: "facet", open: open.has(facet), on: { toggle: (event) => { if (event.target.open) open.add(facet); else open.delete(facet); } } },
      make("summary", { "data-key": `facet-${facet}` }, TITLES[facet], chosenValues.size ? make("span", { class: "count" }, `${chosenValues.size} chosen`) : null),
      isLong ? make("input", { type: "search", class: "find", "aria-label": `Find in ${TITLES[facet].toLowerCase()}`, placeholder: "find …", value: asked[facet] || "", "data-key": `find-${facet}`, on: { input: (event) => { asked[facet] = event.target.value; show(last.filters, last.passed); } } }) : null,
      make("ul", {}, values.slice(0, most).map((value) => make("li", {}, make("label", { class: "check" },
        make("input", { type: "checkbox", checked: chosenValues.has(value), "data-key": `${facet}-${value}`, on: { change: () => change({ ...filters, [facet]: turned(filters[facet], value) }) } }),
        make("span", { class: "value" }, name(shortened(words[facet][value], 90))), make("span", { class: "count" }, grouped(passed.counts[facet][value])))))),
      values.length > most ? button(`Show ${Math.min(values.length, 200) - most} more`, () => { all.add(facet); show(last.filters, last.passed); }, { class: "small" }) : null);
  }

  return { show };
}

/** A list with a value taken out, or put in. */
export function turned(list, value) {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value].sort((a, b) => a - b);
}
