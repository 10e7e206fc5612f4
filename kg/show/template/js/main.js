/** The page: state in the middle; what people do changes it, and everything shown follows from it. */

import { loadGraph, sentence } from "./data.js";
import { byId, fill, make, notify, say } from "./dom.js";
import { saveDrawing, savePicture, saveTable } from "./exports.js";
import { createFilterBox, turned } from "./filterbox.js";
import { applyFilters, noFilters } from "./filters.js";
import { fillHelp, listenToKeys } from "./keys.js";
import { showLegend } from "./legend.js";
import { createPanel } from "./panel.js";
import { createPathBox, findPaths } from "./path.js";
import { createPicture } from "./picture.js";
import { quoteReader } from "./quotes.js";
import { chooseLines, chooseNodes, neighbours } from "./scene.js";
import { createSearch } from "./search.js";
import { LIMIT, createStore, firstState, fromHash, toHash } from "./state.js";
import { createTable } from "./table.js";
import { counted, dateWords, grouped } from "./text.js";

const STEP = 30; // entities that "show more" adds
const EXPANDED = 24; // neighbours that "expand" adds at once

function start() {
  const graph = loadGraph();
  const quotesOf = quoteReader(graph);
  const { state: initial, isOther } = fromHash(graph, window.location.hash);
  const store = createStore(initial);
  let passed = null, scene = null, ways = [];
  if (window.matchMedia("(min-width: 1100px)").matches) openFilters(true);

  const set = (patch) => store.set(patch);
  const select = (selected) => set({ selected });

  // ---- what people do

  const act = {
    select,
    expand(node) {
      const { added, hidden } = store.get();
      const drawn = new Set(scene.nodes);
      const fresh = neighbours(graph, passed.passing, node).filter((other) => !drawn.has(other)).slice(0, Math.min(EXPANDED, LIMIT - drawn.size));
      if (!fresh.length) return notify(drawn.size >= LIMIT ? `${LIMIT} entities are drawn: hide some first` : "All its neighbours are drawn");
      set({ added: [...new Set([...added, node, ...fresh])], hidden: hidden.filter((other) => !fresh.includes(other)) });
      say(`${counted(fresh.length, "entity", "entities")} added`);
      return undefined;
    },
    around: (node, depth) => set({ mode: "around", focus: [node], depth, added: [], hidden: [], selected: { kind: "node", node } }),
    hide: (node) => set({ hidden: [...store.get().hidden, node], added: store.get().added.filter((other) => other !== node), selected: null }),
    unpin: (node) => set({ pins: store.get().pins.filter(([pinned]) => pinned !== node) }),
    pathFrom(node) {
      open("path", true);
      set({ ends: [node], route: 0 });
      pathBox.focus(1);
    },
    more() {
      const { count, mode, depth } = store.get();
      if (scene.nodes.length >= LIMIT) return notify(`At most ${LIMIT} entities are drawn at once`);
      return set(mode === "around" && depth < 3 ? { depth: depth + 1 } : { mode: "top", count: Math.min(count + STEP, LIMIT) });
    },
    reset: () => set({ ...firstState(graph), theme: store.get().theme }),
    toggleFamily(family) {
      const { filters } = store.get();
      const families = filters.families.includes(family) ? filters.families.filter((other) => other !== family) : [...filters.families, family];
      set({ filters: { ...filters, families } });
    },
    toggleClaims(facet, value) {
      const { filters } = store.get();
      const list = filters[facet].length ? filters[facet] : facet === "polarity" ? [0, 1, 2] : [0, 1, 2, 3];
      const values = facet === "certainty" ? [value, 3] : [value];
      const isOn = list.includes(value);
      set({ filters: { ...filters, [facet]: isOn ? list.filter((other) => !values.includes(other)) : [...new Set([...list, ...values])].sort() } });
    },
    setColour: (colour) => set({ colour }),
    setSize: (size) => set({ size }),
  };

  // ---- parts of the page

  const panel = createPanel(graph, quotesOf, act);
  const picture = createPicture(graph, {
    node: (node) => select({ kind: "node", node }),
    line: (line) => select(line.facts.length === 1 ? { kind: "fact", fact: line.facts[0] } : { kind: "bundle", facts: line.facts }),
    nothing: () => { if (store.get().selected) select(null); },
    open: (node) => act.expand(node),
    pin: (node, x, y) => set({ pins: [...store.get().pins.filter(([pinned]) => pinned !== node), [node, x, y]] }),
  });
  const search = createSearch(graph, (target) => {
    if (target.kind === "relation") {
      set({ filters: { ...noFilters(), relation: [target.relation] }, mode: "top", added: [], selected: null });
      openFilters(true);
      return;
    }
    const { hidden } = store.get();
    set({ selected: { kind: "node", node: target.node }, hidden: hidden.filter((other) => other !== target.node), added: withSome(target.node) });
    picture.focus(target.node);
    byId("canvas").focus({ preventScroll: true });
  });
  const filterBox = createFilterBox(graph, (filters) => set({ filters }));
  const pathBox = createPathBox(graph, search.index, panel, {
    close: () => { open("path", false); set({ ends: [], route: 0 }); },
    setEnd(i, node) {
      const ends = [...store.get().ends];
      ends[i] = node;
      if (ends[0] === undefined) { ends[0] = ends[1]; ends.length = 1; }
      set({ ends, route: 0 });
    },
    setRoute: (route) => set({ route }),
  });
  const table = createTable(graph, { select, copy, close: () => set({ table: false }) });

  /** A found entity comes with its strongest neighbours, so that it does not stand alone. */
  function withSome(node) {
    const { added } = store.get();
    if (scene.nodes.includes(node)) return added;
    return [...new Set([...added, node, ...neighbours(graph, passed.passing, node).slice(0, 6)])];
  }

  // ---- from state to page

  function render(state, before) {
    const isFiltered = !before || state.filters !== before.filters;
    if (isFiltered) passed = applyFilters(graph, state.filters);
    const isSearched = isFiltered || state.ends !== before?.ends;
    if (isSearched) ways = state.ends.length === 2 ? findPaths(graph, passed.passing, ...state.ends) : [];
    const way = ways.length ? ways[Math.min(state.route, ways.length - 1)] : null;
    const keys = ["mode", "count", "focus", "depth", "added", "hidden", "ends", "route", "selected"];
    const isRedrawn = isFiltered || keys.some((key) => state[key] !== before[key]);
    if (isRedrawn || state.pins !== before.pins) {
      const shown = way ? { ...state, added: [...state.added, ...way] } : state;
      const nodes = chooseNodes(graph, passed.passing, shown);
      const isSame = scene && !isFiltered && nodes.length === scene.nodes.length && nodes.every((node, i) => node === scene.nodes[i]);
      scene = isSame ? scene : { nodes, lines: chooseLines(graph, passed.passing, nodes), isSettled: !isFiltered };
      if (isSame && state.pins === before.pins) picture.repaint(lookOf(state, way));
      else picture.show(scene, lookOf(state, way), state.pins);
    } else picture.repaint(lookOf(state, way));
    if (way && (!before || state.ends !== before.ends || state.route !== before.route)) requestAnimationFrame(() => picture.fit(true, way));
    const isPanelNew = !before || state.selected !== before.selected || isFiltered || state.mode !== before.mode || state.depth !== before.depth || state.pins.length !== before.pins.length;
    if (isPanelNew) panel.show(state, passed.passing);
    showLegend(graph, state, scene, passed, act);
    if (isFiltered) filterBox.show(state.filters, passed);
    pathBox.show(state, passed.passing, ways);
    if (state.table) table.show(scene);
    open("table", state.table);
    byId("drawn").textContent = drawnWords();
    announce(state, before);
    writeAddress(state);
  }

  function drawnWords() {
    const facts = scene.lines.reduce((sum, line) => sum + line.facts.length, 0);
    return `${counted(scene.nodes.length, "entity", "entities")} and ${counted(facts, "fact")} drawn, of ${grouped(graph.nodes.count)} and ${grouped(graph.facts.count)}`;
  }

  function announce(state, before) {
    if (!before || state.selected === before.selected || !state.selected) return;
    const { kind } = state.selected;
    if (kind === "node") say(`${graph.nodes.label[state.selected.node]} selected. Its evidence is in the panel.`);
    else say(`${sentence(graph, kind === "fact" ? state.selected.fact : state.selected.facts[0])} selected.`);
  }

  /** What is lit: the selected thing with its neighbours, or a way; everything else grows faint. */
  function lookOf(state, way) {
    const look = { colour: state.colour, size: state.size, selected: null, lit: null };
    if (way) {
      const steps = new Set(way.slice(1).flatMap((node, i) => [`${way[i]},${node}`, `${node},${way[i]}`]));
      return { ...look, lit: litBy((line) => steps.has(`${line.from},${line.to}`), way) };
    }
    const { selected } = state;
    if (!selected) return look;
    if (selected.kind === "node") {
      return { ...look, selected: selected.node, lit: litBy((line) => line.from === selected.node || line.to === selected.node, [selected.node]) };
    }
    const facts = new Set(selected.kind === "fact" ? [selected.fact] : selected.facts);
    const lit = litBy((line) => line.facts.some((fact) => facts.has(fact)), []);
    return lit.lines.size ? { ...look, lit } : look;
  }

  function litBy(isLit, nodes) {
    const lit = { nodes: new Set(nodes), lines: new Set(), strong: new Set() };
    for (const line of scene.lines) {
      if (!isLit(line)) continue;
      lit.lines.add(line.id); lit.strong.add(line.id);
      lit.nodes.add(line.from).add(line.to);
    }
    return lit;
  }

  // ---- address, theme, drawers

  function writeAddress(state) {
    const hash = toHash(graph, state);
    if (`#${hash}` === window.location.hash || (!hash && !window.location.hash)) return;
    try {
      window.history.replaceState(null, "", `${window.location.pathname}${window.location.search}${hash ? `#${hash}` : ""}`);
    } catch { /* within a notebook's frame there is no address to write */ }
  }

  function showTheme(theme) {
    document.documentElement.dataset.theme = theme;
    byId("theme").textContent = `Theme: ${theme}`;
    picture.retheme();
  }

  function open(id, isOpen) {
    byId(id).hidden = !isOpen;
    document.querySelector(`[aria-controls="${id}"]`)?.setAttribute("aria-expanded", String(isOpen));
  }

  function openFilters(isOpen) {
    document.body.classList.toggle("with-side", isOpen);
    byId("open-filters").setAttribute("aria-expanded", String(isOpen));
  }

  function togglePath() {
    const isOpen = byId("path").hidden;
    open("path", isOpen);
    if (isOpen) pathBox.focus(store.get().ends.length);
    else set({ ends: [], route: 0 });
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      notify("Copied");
    } catch {
      notify("The browser does not let this page copy");
    }
  }

  function escape() {
    const state = store.get();
    if (!byId("exports").hidden) return open("exports", false);
    if (!byId("path").hidden) return togglePath();
    if (state.table) return set({ table: false });
    return state.selected ? select(null) : undefined;
  }

  function move(dx, dy) {
    const { selected } = store.get();
    const from = selected?.kind === "node" ? selected.node : null;
    const node = from === null ? scene.nodes[0] : picture.nearest(from, dx, dy);
    if (node === undefined) return;
    select({ kind: "node", node });
  }

  const onSelected = (does) => () => {
    const { selected } = store.get();
    if (selected?.kind === "node") does(selected.node);
  };

  const help = fillHelp();
  const click = (id, does) => byId(id).addEventListener("click", does);
  const toggleTable = () => set({ table: !store.get().table });
  const toggleFilters = () => {
    openFilters(!document.body.classList.contains("with-side"));
    requestAnimationFrame(() => requestAnimationFrame(() => picture.fit()));
  };
  click("open-filters", toggleFilters);
  click("open-path", togglePath);
  click("open-table", toggleTable);
  click("open-export", () => open("exports", byId("exports").hidden));
  click("open-help", () => help.showModal());
  click("theme", () => set({ theme: { auto: "light", light: "dark", dark: "auto" }[store.get().theme] }));
  click("zoom-in", () => picture.zoom(1.3));
  click("zoom-out", () => picture.zoom(1 / 1.3));
  click("fit", () => picture.fit());
  click("more", act.more);
  click("reset", act.reset);
  const exported = (does) => () => { open("exports", false); does(); };
  click("export-png", exported(() => savePicture(picture)));
  click("export-svg", exported(() => saveDrawing(graph, picture, store.get())));
  click("export-csv", exported(() => saveTable(graph, scene, quotesOf)));
  click("copy-link", exported(() => copy(window.location.href)));
  listenToKeys({
    anywhere: {
      "/": search.focus, "?": () => help.showModal(), Escape: escape, f: toggleFilters, p: togglePath, t: toggleTable,
      m: act.more, r: act.reset, e: onSelected(act.expand), h: onSelected(act.hide),
      1: onSelected((node) => act.around(node, 1)), 2: onSelected((node) => act.around(node, 2)), 3: onSelected((node) => act.around(node, 3)),
      "+": () => picture.zoom(1.3), "=": () => picture.zoom(1.3), "-": () => picture.zoom(1 / 1.3), 0: () => picture.fit(),
    },
    onGraph: {
      ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, -1), ArrowDown: () => move(0, 1),
      Enter: () => byId("panel").focus(),
    },
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { picture.retheme(); picture.repaint(lookOf(store.get(), null)); });
  window.addEventListener("hashchange", () => {
    const read = fromHash(graph, window.location.hash);
    if (read.isOther) notify("That link was made for another edition of this graph");
    else if (toHash(graph, read.state) !== toHash(graph, store.get())) set(read.state);
  });
  window.addEventListener("beforeprint", () => { if (!store.get().table) table.show(scene); });

  const dates = graph.sources.date.filter(Boolean).sort();
  const span = dates.length ? `, ${dates[0] === dates[dates.length - 1] ? dateWords(dates[0]) : `${dateWords(dates[0])} to ${dateWords(dates[dates.length - 1])}`}` : "";
  fill(byId("counts"), `${counted(graph.sources.title.length, "article")} · ${counted(graph.nodes.count, "entity", "entities")} · ${counted(graph.facts.count, "fact")}`,
    make("span", { class: "dates" }, span));
  store.subscribe((state, before) => {
    if (!before || state.theme !== before.theme) showTheme(state.theme);
    render(state, before);
  });
  showTheme(initial.theme);
  if (initial.ends.length) open("path", true);
  render(initial, null);
  if (isOther) notify("That link was made for another edition of this graph; this is the first view");
  document.documentElement.dataset.ready = "true";
  window.kgPage = Object.freeze({ picture, store, graph, passed: () => passed, search: search.index }); // for tests
}

start();
