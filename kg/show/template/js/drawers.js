/** Parts of the page that open and close. */

import { byId } from "./dom.js";

export function open(id, isOpen) {
  byId(id).hidden = !isOpen;
  document.querySelector(`[aria-controls="${id}"]`)?.setAttribute("aria-expanded", String(isOpen));
}

export function isOpen(id) {
  return !byId(id).hidden;
}

export function openFilters(isShown) {
  document.body.classList.toggle("with-side", isShown);
  byId("open-filters").setAttribute("aria-expanded", String(isShown));
}

export function hasFilters() {
  return document.body.classList.contains("with-side");
}

/** Write the state into the address, where there is one to write. */
export function writeAddress(hash) {
  if (`#${hash}` === window.location.hash || (!hash && !window.location.hash)) return;
  const { pathname, search } = window.location;
  try {
    window.history.replaceState(null, "", `${pathname}${search}${hash ? `#${hash}` : ""}`);
  } catch { /* a notebook's frame has no address of its own */ }
}
