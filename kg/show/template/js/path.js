/** Ways from one entity to another along the facts that pass, the shortest first. */

import { factsOf, otherEnd } from "./data.js";
import { button, byId, fill, make } from "./dom.js";
import { isDrawn } from "./filters.js";
import { suggest } from "./search.js";
import { counted } from "./text.js";

const ROUTES = 8;
const DETOUR = 2; // ways up to so many steps longer than the shortest
const EFFORT = 20000; // steps tried before the search gives up

/** Steps from each entity to the target, -1 where there is no way. */
function distancesTo(graph, passing, target) {
  const distance = new Int32Array(graph.nodes.count).fill(-1);
  distance[target] = 0;
  let edge = [target];
  while (edge.length) {
    const next = [];
    for (const node of edge) {
      for (const fact of factsOf(graph, node)) {
        if (!isDrawn(graph, passing, fact)) continue;
        const other = otherEnd(graph, fact, node);
        if (distance[other] < 0) { distance[other] = distance[node] + 1; next.push(other); }
      }
    }
    edge = next;
  }
  return distance;
}

/** Ways as lists of entities, shortest first; of the same length, by the strongest facts. */
export function findPaths(graph, passing, from, to) {
  const distance = distancesTo(graph, passing, to);
  if (distance[from] < 0 || from === to) return [];
  const found = [];
  let effort = EFFORT;
  for (let length = distance[from]; length <= distance[from] + DETOUR && found.length < ROUTES; length += 1) {
    walk([from], length);
  }
  return found;

  function walk(way, length) {
    const node = way[way.length - 1];
    if (node === to) { if (way.length - 1 === length) found.push([...way]); return; }
    const tried = new Set(way);
    for (const fact of factsOf(graph, node)) {
      if (found.length >= ROUTES || (effort -= 1) < 0) return;
      const other = otherEnd(graph, fact, node);
      if (!isDrawn(graph, passing, fact) || tried.has(other)) continue;
      tried.add(other);
      if (distance[other] >= 0 && way.length + distance[other] <= length) walk([...way, other], length);
    }
  }
}

/** The facts between two neighbours on a way. */
function factsBetween(graph, passing, one, other) {
  return [...factsOf(graph, one)].filter((fact) => isDrawn(graph, passing, fact) && otherEnd(graph, fact, one) === other);
}

/** The drawer with two fields and the ways between. */
export function createPathBox(graph, index, { factButton, quoteList }, act) {
  const box = byId("path");
  const inputs = [field("path-from", "From"), field("path-to", "To")];
  const routes = make("div", { class: "routes", "aria-live": "polite" });
  fill(box, make("div", { class: "drawer-head" }, make("h2", {}, "Path between two entities"), button("Close", act.close, { class: "small" })),
    make("div", { class: "path-fields" }, inputs.map((item) => item.element)), routes);
  inputs.forEach((item, i) => suggest(graph, {
    input: item.input, list: item.list, index, accepts: (target) => target.kind === "node",
    pick: (target) => { item.input.value = graph.nodes.label[target.node]; act.setEnd(i, target.node); },
  }));

  function show(state, passing, ways) {
    state.ends.forEach((node, i) => { if (node !== undefined && document.activeElement !== inputs[i].input) inputs[i].input.value = graph.nodes.label[node]; });
    if (state.ends.length < 2) return fill(routes, make("p", { class: "quiet" }, "Choose two entities: the shortest ways between them come first, each step with its evidence."));
    if (!ways.length) return fill(routes, make("p", {}, "No way joins them through the facts that pass the filters."));
    const way = ways[Math.min(state.route, ways.length - 1)];
    return fill(routes,
      make("div", { class: "ways", role: "group", "aria-label": "Ways" }, ways.map((each, i) => button(`${i + 1}: ${counted(each.length - 1, "step")}`, () => act.setRoute(i), { class: "small", "aria-pressed": String(i === state.route) }))),
      make("ol", { class: "steps" }, way.slice(1).map((node, i) => {
        const facts = factsBetween(graph, passing, way[i], node);
        return make("li", {}, factButton(facts[0]), facts.length > 1 ? make("span", { class: "quiet" }, ` and ${counted(facts.length - 1, "more relation")}`) : null, quoteList(facts[0], 1));
      })));
  }

  function field(id, label) {
    const list = make("ul", { id: `${id}-list`, role: "listbox", "aria-label": `${label}: entities`, hidden: true });
    const input = make("input", { id, type: "text", role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list" });
    return { input, list, element: make("div", { class: "field" }, make("label", { for: id }, label), input, list) };
  }

  return { show, focus: (i) => inputs[i].input.focus() };
}
