/** Elements made without markup: whatever a text holds, it stays text. */

export const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element. Attributes are set as such; a function under "on" listens ({on: {click: f}}).
 * Children are elements or texts; null and undefined are left out.
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Put these children in the place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));
}

/** A button that does something. */
export function button(text, onClick, attributes = {}) {
  return make("button", { type: "button", ...attributes, on: { click: onClick } }, text);
}

/** Names from articles can run from right to left; isolated, they leave the words around them in place. */
export function name(text) {
  return make("bdi", {}, text);
}

/** Tell a screen reader, and nobody else. */
export function say(text) {
  byId("say").textContent = text;
}

/** Show a short message over the graph for a while. */
export function notify(text) {
  const notice = byId("notice");
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(notify.timer);
  notify.timer = setTimeout(() => { notice.hidden = true; }, 6000);
}
