/** A quote as it stands in the panel: the words marked, who says so, how sure, and where it is written. */

import { make, name } from "./dom.js";
import { outletOf } from "./data.js";
import { markedParts, statingParts } from "./quotes.js";
import { CERTAINTY_WORDS, POLARITY_WORDS, TENSE_WORDS, dateWords, safeLink, shortened } from "./text.js";

/** The parts of a quote as elements: the words of subject, relation and object marked, the context quieter. */
function markedText(parts) {
  return parts.map(({ text, role }) => {
    if (!role) return text;
    return role === "context" ? make("span", { class: "context" }, text) : make("mark", { class: role, title: role }, text);
  });
}

/** What a quote says of the fact, in a line or two, with who says so and where. */
export function quotePreview(graph, quote) {
  return [make("span", { class: "words" }, markedText(statingParts(quote))), make("span", { class: "by" }, byLine(graph, quote))];
}

function byLine(graph, quote) {
  const { source, speaker } = graph.evidence;
  const by = graph.speakers[speaker[quote.evidence]], outlet = outletOf(graph, source[quote.evidence]);
  return `${by ? `${shortened(by, 60)}, in ` : ""}${shortened(outlet || "an article", 80)}`;
}

/** One piece of evidence. */
export function evidenceCard(graph, quote) {
  const { source, speaker, certainty, polarity } = graph.evidence;
  const at = quote.evidence;
  const by = graph.speakers[speaker[at]];
  const words = [POLARITY_WORDS[polarity[at]], CERTAINTY_WORDS[certainty[at]], TENSE_WORDS[quote.tense]].filter(Boolean);
  return make("figure", { class: `quote ${polarity[at] === 1 ? "denied" : ""}` },
    make("blockquote", { dir: "auto" }, markedText(markedParts(quote))),
    make("figcaption", {},
      make("p", { class: "speaker" }, by ? ["Said by ", make("strong", {}, name(by)), quote.cue ? make("span", { class: "cue" }, " (“", name(quote.cue), "”)") : null]
        : "In the article’s own words"),
      make("p", { class: "grade" }, words.map((word) => make("span", { class: `chip ${chipClass(word)}` }, word)),
        quote.time ? make("span", { class: "chip" }, "when: ", name(quote.time)) : null),
      citation(graph, source[at])));
}

function chipClass(word) {
  return word === "denied" ? "bad" : word === "certain" || word === "affirmed" ? "good" : word === "probable" ? "fair" : "";
}

/** Article, publisher and date, with a link only to http and https. */
export function citation(graph, source) {
  const { title, publisher, date, url } = graph.sources;
  const link = safeLink(url[source] || "");
  const shown = name(title[source] || "Untitled article");
  const outlet = graph.publishers[publisher[source]];
  const rest = [outlet ? name(outlet) : "", dateWords(date[source] || "")].filter(Boolean);
  return make("p", { class: "source" },
    link ? make("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, shown, make("span", { class: "unseen" }, " (opens in a new tab)")) : make("cite", {}, shown),
    rest.length ? make("span", { class: "outlet" }, rest.flatMap((part, i) => (i ? [" · ", part] : [part]))) : null);
}

/** What the three marks mean. */
export function markKey() {
  return make("p", { class: "key" }, "In each quote: ", make("mark", { class: "subject" }, "subject"), " ",
    make("mark", { class: "relation" }, "relation"), " ", make("mark", { class: "object" }, "object"));
}
