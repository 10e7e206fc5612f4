/** The page: state in the middle; what people do changes it, and everything shown follows from it. */

import { createActions } from "./actions.js";
import { loadGraph } from "./data.js";
import { byId, fill, make, notify } from "./dom.js";
import { hasFilters, isOpen, open, openFilters } from "./drawers.js";
import { saveDrawing, savePicture, saveTable } from "./exports.js";
import { createFactLists } from "./facts.js";
import { createFilterBox } from "./filterbox.js";
import { fillHelp, listenToKeys } from "./keys.js";
import { createPanel } from "./panel.js";
import { createPathBox } from "./path.js";
import { createPicture } from "./picture.js";
import { quoteReader } from "./quotes.js";
import { createRenderer } from "./render.js";
import { createSearch } from "./search.js";
import { createStore, fromHash, toHash } from "./state.js";
import { createTable } from "./table.js";
import { counted, dateWords } from "./text.js";

const ZOOM_STEP = 1.3;
const OTHER_EDITION = "That link was made for another edition of this graph";

function start() {
  if (window.matchMedia("(min-width: 1100px)").matches) openFilters(true);
  const { clientWidth, clientHeight } = byId("canvas");
  const graph = loadGraph(clientWidth * clientHeight), quotesOf = quoteReader(graph);
  const { state: initial, isOther } = fromHash(graph, window.location.hash);
  const store = createStore(initial);
  let view = null;
  const act = createActions(graph, store, { scene: () => view.scene, passing: () => view.passed.passing });
  const picture = createPicture(graph, {
    node: (node) => act.select({ kind: "node", node }),
    line: ({ facts }) => act.select(facts.length === 1 ? { kind: "fact", fact: facts[0] } : { kind: "bundle", facts }),
    nothing: () => { if (store.get().selected) act.select(null); },
    open: act.expand,
    pin: act.pin,
  });
  const search = createSearch(graph, (target) => {
    if (target.kind === "relation") { act.onlyRelation(target.relation); openFilters(true); return; }
    act.jump(target.node);
    picture.focus(target.node);
    byId("canvas").focus({ preventScroll: true });
  });
  const pathActions = { close: () => togglePath(), setEnd: act.setEnd, setRoute: act.setRoute };
  const lists = createFactLists(graph, quotesOf, (fact) => act.select({ kind: "fact", fact }));
  const panel = createPanel(graph, lists, { ...act, pathFrom });
  const pathBox = createPathBox(graph, search.index, lists, pathActions);
  const renderer = createRenderer(graph, {
    picture, panel, pathBox, act,
    filterBox: createFilterBox(graph, act.setFilters),
    table: createTable(graph, { select: act.select, copy, close: act.toggleTable }),
  });
  view = renderer.view;

  function pathFrom(node) {
    open("path", true);
    act.setEnd(0, node);
    pathBox.focus(1);
  }

  function togglePath() {
    const isAsked = !isOpen("path");
    open("path", isAsked);
    if (isAsked) pathBox.focus(store.get().ends.length ? 1 : 0);
    else act.clearPath();
  }

  function toggleFilters() {
    openFilters(!hasFilters());
    requestAnimationFrame(() => requestAnimationFrame(() => picture.fit()));
  }

  function escape() {
    if (isOpen("exports")) open("exports", false);
    else if (isOpen("path")) togglePath();
    else if (store.get().table) act.toggleTable();
    else if (store.get().selected) act.select(null);
  }

  function move(dx, dy) {
    const { selected } = store.get();
    const node = selected?.kind === "node" ? picture.nearest(selected.node, dx, dy) : view.scene.nodes[0];
    if (node !== undefined) act.select({ kind: "node", node });
  }

  const help = fillHelp();
  const does = {
    "open-filters": toggleFilters,
    "open-path": togglePath,
    "open-table": act.toggleTable,
    "open-export": () => open("exports", !isOpen("exports")),
    "open-help": () => help.showModal(),
    theme: act.nextTheme,
    "zoom-in": () => picture.zoom(ZOOM_STEP),
    "zoom-out": () => picture.zoom(1 / ZOOM_STEP),
    fit: () => picture.fit(),
    more: act.more,
    reset: act.reset,
    claims: act.toggleAllClaims,
    "export-png": exported(() => savePicture(picture)),
    "export-svg": exported(() => saveDrawing(graph, picture, store.get())),
    "export-csv": exported(() => saveTable(graph, view.scene, quotesOf)),
    "copy-link": exported(() => copy(window.location.href)),
  };
  for (const [id, listener] of Object.entries(does)) byId(id).addEventListener("click", listener);
  listenToKeys({
    anywhere: {
      "/": search.focus, "?": does["open-help"], Escape: escape, f: toggleFilters, p: togglePath, t: act.toggleTable,
      m: act.more, r: act.reset, e: onSelected(act.expand), h: onSelected(act.hide),
      ...Object.fromEntries([1, 2, 3].map((depth) => [depth, onSelected((node) => act.around(node, depth))])),
      "+": does["zoom-in"], "=": does["zoom-in"], "-": does["zoom-out"], 0: does.fit,
    },
    onGraph: {
      ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, -1), ArrowDown: () => move(0, 1),
      Enter: () => byId("panel").focus(),
    },
  });

  function onSelected(action) {
    return () => {
      const { selected } = store.get();
      if (selected?.kind === "node") action(selected.node);
    };
  }

  const themeAgain = () => { renderer.showTheme(store.get().theme); picture.repaint(); };
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themeAgain);
  window.addEventListener("beforeprint", () => renderer.preparePrint(store.get().table));
  window.addEventListener("afterprint", themeAgain);
  window.addEventListener("hashchange", () => {
    const read = fromHash(graph, window.location.hash);
    if (read.isOther) notify(OTHER_EDITION);
    else if (toHash(graph, read.state) !== toHash(graph, store.get())) store.set(read.state);
  });

  showCounts(graph);
  if (initial.ends.length) open("path", true);
  store.subscribe(renderer.render);
  renderer.render(initial, null);
  if (isOther) notify(`${OTHER_EDITION}; this is the first view`);
  window.kgPage = Object.freeze({ picture, store, graph, passed: () => view.passed, search: search.index }); // for tests
  document.documentElement.dataset.ready = "true";
}

/** An entry of the export menu: the menu closes, then it does its work. */
function exported(action) {
  return () => { open("exports", false); action(); };
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    notify("Copied");
  } catch {
    notify("The browser does not let this page copy");
  }
}

function showCounts(graph) {
  const dates = graph.sources.date.filter(Boolean).sort();
  const [first, last] = [dates[0], dates[dates.length - 1]];
  const span = first === last ? dateWords(first || "") : `${dateWords(first)} to ${dateWords(last)}`;
  const counts = [counted(graph.sources.title.length, "article"), counted(graph.nodes.count, "entity", "entities"), counted(graph.facts.count, "fact")];
  fill(byId("counts"), counts.join(" · "), span ? make("span", { class: "dates" }, ` · ${span}`) : null);
}

start();
