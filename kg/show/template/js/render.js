/** From state to page: what has changed is computed and shown anew, the rest is left alone. */

import { sentence } from "./data.js";
import { byId, say } from "./dom.js";
import { open, writeAddress } from "./drawers.js";
import { applyFilters, showsClaims } from "./filters.js";
import { showLegend } from "./legend.js";
import { lookOf } from "./look.js";
import { findPaths } from "./path.js";
import { chooseLines, chooseNodes } from "./scene.js";
import { toHash } from "./state.js";
import { counted, grouped } from "./text.js";

const DARK = window.matchMedia("(prefers-color-scheme: dark)");
const DRAWN_BY = ["mode", "count", "focus", "depth", "added", "hidden", "ends", "route", "selected", "filters"];
const PANEL_BY = ["selected", "filters", "mode", "depth", "pins"];

/** Make the renderer; `parts` are {picture, panel, filterBox, pathBox, table, act}. */
export function createRenderer(graph, parts) {
  const { picture, panel, filterBox, pathBox, table, act } = parts;
  const view = { passed: null, scene: null, ways: [], way: null };

  function render(state, before) {
    const hasChanged = (...keys) => !before || keys.some((key) => state[key] !== before[key]);
    if (hasChanged("theme")) showTheme(state.theme);
    if (hasChanged("filters")) view.passed = applyFilters(graph, state.filters);
    if (hasChanged("filters", "ends")) view.ways = state.ends.length === 2 ? findPaths(graph, view.passed.passing, ...state.ends) : [];
    view.way = view.ways[Math.min(state.route, view.ways.length - 1)] || null;
    draw(state, hasChanged(...DRAWN_BY), !hasChanged("filters"), hasChanged("pins"));
    if (view.way && hasChanged("ends", "route")) requestAnimationFrame(() => picture.fit(true, view.way));
    if (hasChanged(...PANEL_BY)) panel.show(state, view.passed.passing);
    showLegend(graph, state, view.scene, view.passed, act);
    if (hasChanged("filters")) filterBox.show(state.filters, view.passed);
    if (hasChanged("filters", "ends", "route")) pathBox.show(state, view.passed.passing, view.ways);
    if (state.table) table.show(view.scene);
    open("table", state.table);
    if (before && hasChanged("selected")) announce(state.selected);
    writeAddress(toHash(graph, state));
  }

  function draw(state, isAsked, isSettled, isPinned) {
    const scene = isAsked ? sceneOf(state, isSettled) : view.scene;
    const look = lookOf(scene, state, view.way), isSame = scene === view.scene;
    view.scene = scene;
    showNote(state.filters); // first: the picture leaves room for it
    if (isSame && !isPinned) picture.repaint(look);
    else picture.show(scene, look, state.pins);
  }

  /** The scene that the state asks for; the one that is drawn, if that is the same. */
  function sceneOf(state, isSettled) {
    const asked = view.way ? { ...state, added: [...state.added, ...view.way] } : state;
    const nodes = chooseNodes(graph, view.passed.passing, asked);
    const isSame = isSettled && view.scene && nodes.length === view.scene.nodes.length && nodes.every((node, i) => node === view.scene.nodes[i]);
    return isSame ? view.scene : { nodes, lines: chooseLines(graph, view.passed.passing, nodes), isSettled };
  }

  /** Light or dark, as chosen or as the system has it; the canvas takes its colours from the style sheet. */
  function showTheme(theme) {
    const isDark = theme === "dark" || (theme === "auto" && DARK.matches);
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
    byId("theme").textContent = `Theme: ${theme}`;
    picture.retheme();
  }

  /** What paper needs: light colours, and the table of what is drawn. */
  function preparePrint(isTableShown) {
    showTheme("light");
    picture.repaint();
    if (!isTableShown) table.show(view.scene);
  }

  /** What is drawn, and that there are claims: those denied or only possible are not drawn at first. */
  function showNote(filters) {
    const facts = view.scene.lines.reduce((sum, line) => sum + line.facts.length, 0);
    byId("drawn").textContent = `${counted(view.scene.nodes.length, "entity", "entities")} and ${counted(facts, "fact")} drawn, of ${grouped(graph.nodes.count)} and ${grouped(graph.facts.count)}`;
    const { hidden } = view.passed.claims, isOn = showsClaims(filters);
    byId("claims").hidden = !hidden && !isOn;
    byId("claims").textContent = isOn ? "Hide denied and possible claims" : `Show ${counted(hidden, "denied or possible claim")}`;
  }

  function announce(selected) {
    if (!selected) return;
    if (selected.kind === "node") say(`${graph.nodes.label[selected.node]} selected. Its evidence is in the panel.`);
    else say(`${sentence(graph, selected.kind === "fact" ? selected.fact : selected.facts[0])} selected.`);
  }

  return { render, view, showTheme, preparePrint };
}
