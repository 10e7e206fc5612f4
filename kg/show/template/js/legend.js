/** The legend: what shapes and colours stand for, with counts; a click hides or shows all of one sort. */

import { SVG, byId, button, fill, make } from "./dom.js";
import { FAMILIES, FAMILY_WORDS, familyOf } from "./style.js";
import { grouped } from "./text.js";

const OUTLINES = {
  dot: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z",
  square: "M2 2h12v12H2z",
  hexagon: "M1 8l3.5-6h7L15 8l-3.5 6h-7z",
  triangleDown: "M1 2.5h14L8 14.5z",
  triangle: "M1 13.5h14L8 1.5z",
  diamond: "M8 .5L15.5 8L8 15.5L.5 8z",
  star: "M8 .8l2.1 4.8l5.2.5l-3.9 3.4l1.2 5.1L8 11.9l-4.6 2.7l1.2-5.1L.7 6.1l5.2-.5z",
};

/** The sign of a family as a small drawing. */
function sign({ shapes, hollow }, family, isByType) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `sign ${hollow.has(family) ? "hollow" : ""} ${isByType ? `of-${family.toLowerCase()}` : "plain"}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", OUTLINES[shapes[family]]);
  svg.append(path);
  return svg;
}

/** Draw the legend for what is drawn. `act` holds toggleFamily, setColour, setSize, toggleClaims. */
export function showLegend(graph, state, scene, passed, act) {
  const counts = {};
  for (const node of scene.nodes) counts[familyOf(graph, node)] = (counts[familyOf(graph, node)] || 0) + 1;
  const known = FAMILIES.filter((family) => graph.families.includes(family));
  const focused = document.activeElement?.dataset?.key;
  fill(byId("legend"),
    make("h2", { id: "legend-title" }, "Legend"),
    make("ul", { class: "legend" }, known.map((family) => make("li", {}, entry(graph, family, counts[family] || 0, state, act)))),
    make("div", { class: "choices" },
      choice("Colour", [["type", "type"], ["community", "community"]], state.colour, act.setColour),
      choice("Size", [["evidence", "facts"], ["rank", "PageRank"]], state.size, act.setSize)),
    make("div", { class: "claims" }, claimToggle("Show denied claims", "polarity", 1, state, passed, act),
      claimToggle("Show possible claims", "certainty", 2, state, passed, act)),
    make("p", { class: "quiet" }, "Dashed lines are denied or only possible, dotted ones still to come; their labels say so."));
  if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function entry(graph, family, count, state, act) {
  const isShown = !state.filters.families.includes(family);
  return make("button", { type: "button", class: "legend-entry", "aria-pressed": String(isShown), "data-key": `family-${family}`, on: { click: () => act.toggleFamily(family) } },
    sign(graph.opening, family, state.colour === "type"), make("span", {}, FAMILY_WORDS[family]), make("span", { class: "count" }, String(count)));
}

function choice(label, values, current, onPick) {
  return make("div", { class: "choice", role: "group", "aria-label": label }, make("span", { class: "group-label" }, label),
    values.map(([value, word]) => button(word, () => onPick(value), { class: "small", "aria-pressed": String(value === current), "data-key": `${label}-${value}` })));
}

function claimToggle(label, facet, value, state, passed, act) {
  const isOn = state.filters[facet].includes(value) || !state.filters[facet].length;
  return make("button", { type: "button", class: "claim-toggle", "aria-pressed": String(isOn), "data-key": `claims-${facet}`, on: { click: () => act.toggleClaims(facet, value) } },
    make("span", { class: "box", "aria-hidden": "true" }, isOn ? "✓" : ""), make("span", {}, label), make("span", { class: "count" }, grouped(passed.claims[facet])));
}
