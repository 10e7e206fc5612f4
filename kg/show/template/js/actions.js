/** What people can do: each action is a change of the state. `view` tells what is drawn and passes. */

import { notify, say } from "./dom.js";
import { turned } from "./filterbox.js";
import { FACTS_ONLY, WITH_CLAIMS, noFilters, showsClaims } from "./filters.js";
import { neighbours } from "./scene.js";
import { LIMIT, firstState } from "./state.js";
import { counted } from "./text.js";

const STEP = 30; // entities that "show more" adds
const EXPANDED = 24; // neighbours that "expand" adds at once
const COMPANY = 6; // neighbours that come with an entity that was found
const GRADES = { polarity: [0, 1, 2], certainty: [0, 1, 2, 3] };

export function createActions(graph, store, view) {
  const { get, set } = store;
  const without = (list, value) => list.filter((other) => other !== value);
  const setFilters = (patch) => set({ filters: { ...get().filters, ...patch } });

  function expand(node) {
    const drawn = new Set(view.scene().nodes);
    const fresh = neighbours(graph, view.passing(), node).filter((other) => !drawn.has(other)).slice(0, Math.min(EXPANDED, LIMIT - drawn.size));
    if (!fresh.length) return notify(drawn.size >= LIMIT ? `${LIMIT} entities are drawn: hide some first` : "All its neighbours are drawn");
    set({ added: union(get().added, [node, ...fresh]), hidden: get().hidden.filter((other) => !fresh.includes(other)) });
    return say(`${counted(fresh.length, "entity", "entities")} added`);
  }

  function more() {
    const { count, mode, depth } = get();
    if (view.scene().nodes.length >= LIMIT) return notify(`At most ${LIMIT} entities are drawn at once`);
    return set(mode === "around" && depth < 3 ? { depth: depth + 1 } : { mode: "top", count: Math.min(count + STEP, LIMIT) });
  }

  /** Select an entity that was looked for; it comes with its strongest neighbours, so that it does not stand alone. */
  function jump(node) {
    const isDrawn = view.scene().nodes.includes(node);
    const company = isDrawn ? [] : [node, ...neighbours(graph, view.passing(), node).slice(0, COMPANY)];
    set({ selected: { kind: "node", node }, hidden: without(get().hidden, node), added: union(get().added, company) });
  }

  function toggleClaims(facet, value) {
    const list = get().filters[facet].length ? get().filters[facet] : GRADES[facet];
    const values = facet === "certainty" ? [value, 3] : [value]; // "only possible" and "not clear" go together
    const isOn = list.includes(value);
    setFilters({ [facet]: isOn ? list.filter((other) => !values.includes(other)) : union(list, values).sort() });
  }

  function toggleAllClaims() {
    setFilters(showsClaims(get().filters) ? FACTS_ONLY : WITH_CLAIMS);
  }

  function setEnd(i, node) {
    const ends = [...get().ends];
    ends[i] = node;
    set({ ends: ends[0] === undefined ? [ends[1]] : ends, route: 0 });
  }

  return {
    expand, more, jump, toggleClaims, toggleAllClaims, setEnd,
    select: (selected) => set({ selected }),
    around: (node, depth) => set({ mode: "around", focus: [node], depth, added: [], hidden: [], selected: { kind: "node", node } }),
    hide: (node) => set({ hidden: [...get().hidden, node], added: without(get().added, node), selected: null }),
    pin: (node, x, y) => set({ pins: [...get().pins.filter(([pinned]) => pinned !== node), [node, x, y]] }),
    unpin: (node) => set({ pins: get().pins.filter(([pinned]) => pinned !== node) }),
    reset: () => set({ ...firstState(graph), theme: get().theme }),
    onlyContradicted: () => set({ filters: { ...noFilters(), ...WITH_CLAIMS, contradicted: true }, mode: "top", added: [] }),
    onlyRelation: (relation) => set({ filters: { ...noFilters(), relation: [relation] }, mode: "top", added: [], selected: null }),
    toggleFamily: (family) => setFilters({ families: turned(get().filters.families, family) }),
    setFilters: (filters) => set({ filters }),
    setColour: (colour) => set({ colour }),
    setSize: (size) => set({ size }),
    setRoute: (route) => set({ route }),
    clearPath: () => set({ ends: [], route: 0 }),
    nextTheme: () => set({ theme: { auto: "light", light: "dark", dark: "auto" }[get().theme] }),
    toggleTable: () => set({ table: !get().table }),
  };
}

function union(list, more) {
  return [...new Set([...list, ...more])];
}
