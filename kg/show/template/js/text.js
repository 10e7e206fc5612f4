/** Words for what the columns hold as numbers, and texts cut by code points. */

export const CERTAINTY_WORDS = ["certain", "probable", "only possible", "certainty not clear"];
export const POLARITY_WORDS = ["affirmed", "denied", "left open"];
export const TENSE_WORDS = ["about the past", "about the present", "about the future", ""];

export const AHEAD_WORDS = "in future";

const SLACK = 4; // characters that a line of a label may run over

/** Cut a text to so many code points; what is left out shows as an ellipsis. */
export function shortened(text, length) {
  if (text.length <= length) return text;
  const points = Array.from(text.slice(0, length * 2 + 2));
  return points.length <= length ? text : `${points.slice(0, length - 1).join("")}…`;
}

/** Break a label at its blanks into at most so many lines, as even as they go; only what does not fit is cut. */
export function brokenLines(text, width, most) {
  const whole = shortened(text.replace(/\s+/gu, " ").trim(), 2 * most * width) || "(no name)";
  if (whole.length <= width) return [whole];
  for (let count = 2; count <= most; count += 1) {
    for (let room = Math.ceil(whole.length / count); room <= width + SLACK; room += 1) {
      const lines = filled(whole, room);
      if (lines.length <= count && lines.every((line) => line.length <= room)) return lines;
    }
  }
  const lines = filled(whole, width + SLACK);
  const shown = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")];
  return shown.map((line) => shortened(line, width + SLACK));
}

/** Fill lines of a width with words, one after the other. */
function filled(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
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
