/** Keys, and the page that tells them. */

import { button, byId, fill, make } from "./dom.js";

const KEYS = [
  ["/", "search; arrow keys choose, Enter jumps, Esc leaves"],
  ["← ↑ → ↓", "on the graph: to the nearest entity in that direction"],
  ["Enter", "on the graph: its evidence"],
  ["E", "expand: draw the neighbours of the selected entity"],
  ["1 2 3", "show only what is so many steps away"],
  ["H", "hide the selected entity"],
  ["M", "show more"],
  ["R", "reset to the first view"],
  ["+ − 0", "zoom in, zoom out, fit"],
  ["F", "filters"],
  ["P", "path between two entities"],
  ["T", "table of what is drawn"],
  ["Esc", "close what is open, then clear the selection"],
  ["?", "this page"],
];

export function fillHelp() {
  const dialog = byId("help");
  fill(dialog, make("h2", { id: "help-title" }, "How to read and move"),
    make("p", {}, "Signs are entities, lines are facts; each line leads to the sentences that state it. Shape and colour tell the type. Dashed lines are denied or only possible claims; they are off until you ask for them. Dotted lines are still to come. Drag a sign to pin it, double-click it to expand."),
    make("table", { class: "keys" }, make("tbody", {}, KEYS.map(([key, what]) => make("tr", {}, make("th", { scope: "row" }, make("kbd", {}, key)), make("td", {}, what))))),
    button("Close", () => dialog.close(), { id: "close-help" }));
  return dialog;
}

/** Listen to keys; `act` maps a key to what it does. Typing in a field is left alone. */
export function listenToKeys(act) {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, dialog[open]");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnGraph = event.target.id === "canvas" || event.target === document.body;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const does = act.anywhere[key] || (isOnGraph && act.onGraph[key]);
    if (!does) return;
    event.preventDefault();
    does();
  });
}
