/** The words of the quotes: compressed pieces, of which only those that somebody looks at are unpacked. */

import { byId } from "./dom.js";
import { inflate } from "./inflate.js";

const KEPT = 6; // unpacked pieces; one is some 50,000 characters

/** Give a function that gives the quotes of a fact: [{text, marks, stating, cue, tense, time, evidence}]. */
export function quoteReader(graph) {
  const element = byId("quote-data");
  const packed = JSON.parse(element.textContent);
  element.remove();
  const pieces = new Map();

  function piece(number) {
    const known = pieces.get(number);
    if (known) return known;
    const coming = unpack(packed.data[number]).then((text) => JSON.parse(text));
    pieces.set(number, coming);
    if (pieces.size > KEPT) pieces.delete(pieces.keys().next().value);
    return coming;
  }

  return async (fact) => {
    const number = lastNotAbove(packed.start, fact);
    if (number < 0) return [];
    const rows = (await piece(number))[fact - packed.start[number]] || [];
    const first = graph.facts.firstQuote[fact];
    return rows.map((row, i) => ({
      text: row[0],
      // in this order: "Russia's Foreign Ministry" has its relation within its object, which is what a reader looks for
      marks: [["subject", row[1], row[2]], ["object", row[5], row[6]], ["relation", row[3], row[4]]],
      stating: row[7] < 0 ? null : [row[7], row[8]],
      cue: row[9],
      tense: row[10],
      time: row[11],
      evidence: first + i,
    }));
  };
}

function lastNotAbove(sorted, value) {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

async function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  if (typeof DecompressionStream === "undefined") return new TextDecoder().decode(inflate(bytes));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}

/**
 * A quote in parts: [{text, role}], with role "" outside the marks and "context" for what does not state the fact.
 * Marks count code points, the browser's strings count UTF-16 units, so the text is cut as an array of code points.
 */
export function markedParts(quote) {
  const points = Array.from(quote.text);
  const [first, last] = quote.stating || [0, points.length];
  const roles = points.map((_, i) => (i >= first && i < last ? "" : "context"));
  for (const [role, start, end] of quote.marks) {
    for (let i = Math.max(start, 0); i < Math.min(end, points.length); i += 1) {
      if (roles[i] === "" || roles[i] === "context") roles[i] = role;
    }
  }
  const parts = [];
  points.forEach((point, i) => {
    const part = parts[parts.length - 1];
    if (part && part.role === roles[i]) part.text += point;
    else parts.push({ text: point, role: roles[i] });
  });
  return parts;
}

/** The same for the words that state the fact alone; what is left out around them shows as an ellipsis. */
export function statingParts(quote) {
  if (!quote.stating) return markedParts(quote);
  const parts = markedParts(quote), isStating = ({ role }) => role !== "context";
  const first = parts.findIndex(isStating), last = parts.findLastIndex(isStating);
  const cut = (left, text) => (left.some((part) => /[\p{L}\p{N}]/u.test(part.text)) ? [{ text, role: "context" }] : []);
  return [...cut(parts.slice(0, first), "…\u00a0"), ...parts.slice(first, last + 1), ...cut(parts.slice(last + 1), "\u00a0…")];
}
