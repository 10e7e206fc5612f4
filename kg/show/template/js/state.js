/** The state of the view: one frozen value, changed by patches, and written into the page's address. */

import { FACETS, facetSizes, noFilters } from "./filters.js";

export const LIMIT = 300; // entities drawn at once
const DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** The view as it is at first. */
export function firstState(graph) {
  return {
    mode: "top", // or "around" (focus, depth)
    count: graph.opening.first.size,
    focus: [],
    depth: 1,
    added: [],
    hidden: [],
    pins: [], // [entity, x, y]
    selected: null, // {kind: "node" | "fact" | "bundle", ...}
    filters: noFilters(),
    colour: "type",
    size: "evidence",
    theme: "auto",
    table: false,
    ends: [], // the two entities that a path is looked for between
    route: 0,
  };
}

/** Hold a state; `set` merges a patch and tells all listeners what it was before. */
export function createStore(initial) {
  let state = Object.freeze(initial);
  const listeners = [];
  return {
    get: () => state,
    set(patch) {
      const before = state;
      state = Object.freeze({ ...state, ...patch });
      for (const listener of listeners) listener(state, before);
    },
    subscribe: (listener) => listeners.push(listener),
  };
}

// ---------------------------------------------------------------------------------------------- address

/** The state as the part of an address after #; what is as at first is left out. */
export function toHash(graph, state) {
  const first = firstState(graph);
  const words = new URLSearchParams();
  const put = (key, value, initial) => {
    if (value !== initial && value !== "") words.set(key, value);
  };
  put("mode", state.mode, first.mode);
  put("focus", state.focus.join("."), "");
  put("depth", String(state.depth), "1");
  put("add", state.added.join("."), "");
  put("hide", state.hidden.join("."), "");
  put("pin", state.pins.map((pin) => pin.join("_")).join("."), "");
  put("at", selectionWord(state.selected), "");
  for (const facet of FACETS) put(facet, listWord(state.filters[facet]), listWord(first.filters[facet]));
  put("off", state.filters.families.join("."), "");
  put("from", state.filters.from, "");
  put("to", state.filters.to, "");
  put("corroborated", state.filters.corroborated ? "1" : "", "");
  put("contradicted", state.filters.contradicted ? "1" : "", "");
  put("ahead", state.filters.ahead ? "1" : "", "");
  put("colour", state.colour, first.colour);
  put("size", state.size, first.size);
  put("theme", state.theme, first.theme);
  put("table", state.table ? "1" : "", "");
  put("path", state.ends.join("."), "");
  put("route", String(state.route), "0");
  // how many are drawn at first depends on the screen, and a link must show elsewhere what it shows here
  if (words.toString() || state.count !== first.count) words.set("n", String(state.count));
  const text = words.toString();
  return text ? `g=${graph.digest}&${text}` : "";
}

function listWord(numbers) {
  return numbers.length ? numbers.join(".") : "all";
}

function selectionWord(selected) {
  if (!selected) return "";
  if (selected.kind === "node") return `e${selected.node}`;
  if (selected.kind === "fact") return `f${selected.fact}`;
  return `b${selected.facts.join(".")}`;
}

/**
 * Read a state from an address. An address is a stranger's text: only known keys are read, numbers must lie in
 * the graph, everything else is as at first. Returns {state, isOther}: whether it was made for another graph.
 */
export function fromHash(graph, hash) {
  const state = firstState(graph);
  const words = new URLSearchParams(hash.replace(/^#/u, ""));
  if (!words.has("g")) return { state, isOther: false };
  if (words.get("g") !== graph.digest) return { state, isOther: true };
  const sizes = facetSizes(graph);
  const nodes = graph.nodes.count;
  state.mode = words.get("mode") === "around" ? "around" : "top";
  state.count = whole(words.get("n"), 1, LIMIT, state.count);
  state.focus = numbers(words.get("focus"), nodes);
  state.depth = whole(words.get("depth"), 1, 3, 1);
  state.added = numbers(words.get("add"), nodes);
  state.hidden = numbers(words.get("hide"), nodes);
  state.pins = pinsOf(words.get("pin"), nodes);
  state.selected = selectionOf(graph, words.get("at") || "");
  for (const facet of FACETS) {
    if (words.has(facet)) state.filters[facet] = numbers(words.get(facet), sizes[facet]);
  }
  state.filters.families = (words.get("off") || "").split(".").filter((name) => graph.families.includes(name));
  state.filters.from = dateOf(words.get("from"));
  state.filters.to = dateOf(words.get("to"));
  state.filters.corroborated = words.get("corroborated") === "1";
  state.filters.contradicted = words.get("contradicted") === "1";
  state.filters.ahead = words.get("ahead") === "1";
  state.colour = words.get("colour") === "community" ? "community" : "type";
  state.size = words.get("size") === "rank" ? "rank" : "evidence";
  state.theme = ["light", "dark"].includes(words.get("theme")) ? words.get("theme") : "auto";
  state.table = words.get("table") === "1";
  state.ends = numbers(words.get("path"), nodes).slice(0, 2);
  state.route = whole(words.get("route"), 0, 50, 0);
  if (state.mode === "around" && !state.focus.length) state.mode = "top";
  return { state, isOther: false };
}

function whole(text, low, high, otherwise) {
  return /^\d{1,9}$/u.test(text || "") ? Math.min(Math.max(Number(text), low), high) : otherwise;
}

function numbers(text, end) {
  const found = (text || "").split(".").filter((word) => /^\d{1,9}$/u.test(word)).map(Number);
  return [...new Set(found)].filter((number) => number < end).slice(0, LIMIT);
}

function pinsOf(text, nodes) {
  return (text || "").split(".").map((word) => /^(\d{1,9})_(-?\d{1,6})_(-?\d{1,6})$/u.exec(word))
    .filter((match) => match && Number(match[1]) < nodes)
    .map((match) => match.slice(1).map(Number));
}

function selectionOf(graph, word) {
  const list = numbers(word.slice(1), word[0] === "e" ? graph.nodes.count : graph.facts.count);
  if (!list.length) return null;
  if (word[0] === "e") return { kind: "node", node: list[0] };
  if (word[0] === "f") return { kind: "fact", fact: list[0] };
  return word[0] === "b" ? { kind: "bundle", facts: list } : null;
}

function dateOf(text) {
  return DATE.test(text || "") && !Number.isNaN(Date.parse(text)) ? text : "";
}
