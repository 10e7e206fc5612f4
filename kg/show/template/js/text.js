/** Words for what the columns hold as numbers, and texts cut by code points. */

export const CERTAINTY_WORDS = ["certain", "probable", "only possible", "certainty not clear"];
export const POLARITY_WORDS = ["affirmed", "denied", "left open"];
export const TENSE_WORDS = ["about the past", "about the present", "about the future", ""];

export const AHEAD_WORDS = "in future";

/** Cut a text to so many code points; what is left out shows as an ellipsis. */
export function shortened(text, length) {
  if (text.length <= length) return text;
  const points = Array.from(text.slice(0, length * 2 + 2));
  return points.length <= length ? text : `${points.slice(0, length - 1).join("")}…`;
}

/** Break a label into at most two lines. */
export function brokenLines(text, width) {
  const short = shortened(text.replace(/\s+/gu, " ").trim() || "(no name)", width * 2);
  if (short.length <= width) return [short];
  const middle = short.length / 2;
  let best = -1;
  for (let i = short.indexOf(" "); i >= 0; i = short.indexOf(" ", i + 1)) {
    if (best < 0 || Math.abs(i - middle) < Math.abs(best - middle)) best = i;
  }
  if (best < 0) return [shortened(short, width + 4)];
  return [shortened(short.slice(0, best), width + 4), shortened(short.slice(best + 1), width + 4)];
}

/** 20000 as "20,000"; Intl takes 100 ms to start. */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/gu, ",");
}

/** "1 fact", "2 facts". */
export function counted(number, word, plural = `${word}s`) {
  return `${grouped(number)} ${number === 1 ? word : plural}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2024-11-08" as "8 November 2024"; anything else as it is. */
export function dateWords(date) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  const month = match && MONTHS[Number(match[2]) - 1];
  return month ? `${Number(match[3])} ${month} ${match[1]}` : date;
}

/** The address of a link out, or "" unless it is http or https. */
export function safeLink(address) {
  if (!/^https?:\/\//iu.test(address)) return "";
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
  } catch {
    return "";
  }
}

/** A text as it is searched: lower case, without accents. */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
