/** Search as you type: names and aliases of entities, and relations; the best first. */

import { NONE, factsOf, onlyArticle, outletOf } from "./data.js";
import { byId, fill, make, name } from "./dom.js";
import { counted, folded, shortened } from "./text.js";

const MOST = 12;

/** One long text of all names and what each line of it stands for; made when the first letter is typed. */
function searchIndex(graph) {
  const texts = [], targets = [];
  const add = (text, target) => { texts.push(folded(text).replaceAll("\n", " ")); targets.push(target); };
  graph.nodes.label.forEach((label, node) => add(label, { kind: "node", node, text: label }));
  for (const [node, aliases] of Object.entries(graph.nodes.aliases)) {
    for (const alias of aliases) add(alias, { kind: "node", node: Number(node), text: alias, isAlias: true });
  }
  graph.facts.relations.forEach((text, relation) => add(text, { kind: "relation", relation, text }));
  return { texts, targets };
}

/** The targets whose text holds every word, the best first: whole, beginning, beginning of a word, anywhere. */
export function search(index, query) {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  if (!words.length) return [];
  const whole = words.join(" ");
  const ranks = Array.from({ length: 8 }, () => []); // by how it matches; a name before an alias
  const { texts, targets } = index;
  for (let i = 0; i < texts.length; i += 1) {
    const text = texts[i];
    if (!words.every((word) => text.includes(word))) continue;
    const rank = ranks[rankOf(text, whole, words) * 2 + (targets[i].isAlias ? 1 : 0)];
    if (rank.length < MOST) rank.push(targets[i]); // texts come by weight, so the first are the best
  }
  const best = new Map();
  for (const target of ranks.flat()) {
    const key = `${target.kind}${target.node ?? target.relation}`;
    if (!best.has(key)) best.set(key, target);
  }
  return [...best.values()].slice(0, MOST);
}

function rankOf(text, whole, words) {
  if (text === whole) return 0;
  if (text.startsWith(whole)) return 1;
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`)) ? 2 : 3;
}

/** Tie a text field to a list of suggestions: arrows move, Enter takes, Esc leaves. `pick` gets the target. */
export function suggest(graph, { input, list, index, accepts, pick }) {
  let results = [], at = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (target) => { close(); pick(target); };
  const mark = (next) => {
    at = results.length ? (next + results.length) % results.length : -1;
    [...list.children].forEach((child, i) => child.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const look = () => {
    results = search(index(), input.value).filter(accepts);
    const isAsked = input.value.trim() !== "";
    fill(list, results.length || !isAsked ? results.map((target, i) => option(graph, target, `${list.id}-${i}`, () => take(target)))
      : make("li", { class: "empty", role: "option", "aria-disabled": "true" }, "Nothing is called so"));
    list.hidden = !isAsked;
    input.setAttribute("aria-expanded", String(isAsked));
    mark(0);
  };
  input.addEventListener("input", look);
  input.addEventListener("focus", () => { if (input.value.trim()) look(); });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) look();
      else mark(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && at >= 0 && !list.hidden) {
      event.preventDefault();
      take(results[at]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) input.blur();
      close();
    }
  });
}

/** What tells a result from another of the same name. */
function about(graph, { kind, node, isAlias }) {
  if (kind === "relation") return "relation";
  const article = onlyArticle(graph, node);
  const words = [graph.nodes.kinds[graph.nodes.kind[node]][0]];
  if (isAlias) words.push(shortened(graph.nodes.label[node], 40));
  else words.push(counted(factsOf(graph, node).length, "fact"));
  if (article !== NONE) words.push(shortened(outletOf(graph, article), 40));
  return words.join(" · ");
}

function option(graph, target, id, onClick) {
  return make("li", { id, role: "option", "aria-selected": "false", on: { mousedown: (event) => { event.preventDefault(); onClick(); } } },
    make("span", { class: "what" }, name(shortened(target.text, 80))), make("span", { class: "about" }, about(graph, target)));
}

/** The search box at the top. */
export function createSearch(graph, pick) {
  let index = null;
  const lazy = () => (index ??= searchIndex(graph));
  const input = byId("search");
  suggest(graph, {
    input, list: byId("results"), index: lazy, accepts: () => true,
    pick: (target) => { input.value = ""; input.blur(); pick(target); },
  });
  return { index: lazy, focus: () => { input.focus(); input.select(); } };
}
