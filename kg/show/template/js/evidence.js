/** A quote as it stands in the panel: the words marked, who says so, how sure, and where it is written. */

import { make, name } from "./dom.js";
import { markedParts } from "./quotes.js";
import { CERTAINTY_WORDS, POLARITY_WORDS, TENSE_WORDS, dateWords, safeLink } from "./text.js";

const ROLE_WORDS = { subject: "subject", relation: "relation", object: "object" };

/** The quote with its marks. */
export function markedText(quote) {
  return markedParts(quote).map(({ text, role }) => (role ? make("mark", { class: role, title: ROLE_WORDS[role] }, text) : text));
}

/** One piece of evidence. */
export function evidenceCard(graph, quote) {
  const { source, speaker, certainty, polarity } = graph.evidence;
  const at = quote.evidence;
  const by = graph.speakers[speaker[at]];
  const words = [POLARITY_WORDS[polarity[at]], CERTAINTY_WORDS[certainty[at]], TENSE_WORDS[quote.tense]].filter(Boolean);
  return make("figure", { class: `quote ${polarity[at] === 1 ? "denied" : ""}` },
    make("blockquote", { dir: "auto" }, markedText(quote)),
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
