/** Colours, shapes and sizes. Colours come from the style sheet, so that light and dark stay in one place. */

import { factsOf } from "./data.js";

export const FAMILIES = ["Person", "Organization", "Group", "Place", "Product", "Event", "Activity", "Work", "Topic", "Entity"];
export const FAMILY_WORDS = {
  Person: "people", Organization: "organizations", Group: "groups", Place: "places and states", Product: "products",
  Event: "events", Activity: "activities", Work: "works and laws", Topic: "topics", Entity: "other",
};
const COMMUNITY_COLOURS = 8;

/** Read the colours that hold now. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: colour("paper"), ink: colour("ink"), quiet: colour("quiet"), line: colour("edge"), accent: colour("accent"),
    warn: colour("warn"), halo: colour("paper"),
    families: Object.fromEntries(FAMILIES.map((name) => [name, colour(`family-${name.toLowerCase()}`)])),
    communities: Array.from({ length: COMMUNITY_COLOURS }, (_, i) => colour(`community-${i}`)),
  };
}

export function familyOf(graph, node) {
  return graph.families[graph.nodes.kind[node]];
}

/** The colour of an entity, by its type or by its community. */
export function colourOf(graph, node, colours, by) {
  if (by === "type") return colours.families[familyOf(graph, node)];
  const community = graph.nodes.community[node];
  return community < COMMUNITY_COLOURS ? colours.communities[community] : colours.quiet;
}

/** Half the width of an entity's sign in pixels, by the facts about it or by PageRank. */
export function sizeOf(graph, node, by) {
  if (by === "rank") return 10 + 18 * Math.sqrt(graph.nodes.rank[node] / 1000);
  return 8 + Math.min(20, 3.6 * Math.log2(1 + factsOf(graph, node).length));
}

/** Width and height that a label takes at reading zoom, with the sign above it. */
export function boxOf(lineCount, width, size) {
  return [Math.max(width, size * 2) + 16, size * 2 + lineCount * 16 + 18];
}
