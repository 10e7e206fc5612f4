/** The view as a file: a picture, a drawing, or the facts with their quotes. */

import { objectText, relationOf } from "./data.js";
import { SVG } from "./dom.js";
import { signOf } from "./paint.js";
import { colourOf, sizeOf } from "./style.js";
import { drawnFacts } from "./table.js";
import { CERTAINTY_WORDS, POLARITY_WORDS } from "./text.js";

const STEPS = 24; // of a curve, when it is written as a line
const FORMULA = /^[=+\-@\t\r]/u; // what a spreadsheet would compute instead of show

function save(blob, fileName) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** What is on the screen, on paper of its colour. */
export function savePicture(picture) {
  const { canvas } = picture;
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext("2d");
  context.fillStyle = picture.colours().paper;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => save(blob, "graph.png"), "image/png");
}

/** All that is drawn, with every label, as shapes and text. */
export function saveDrawing(graph, picture, state) {
  const text = new XMLSerializer().serializeToString(drawing(graph, picture, state));
  save(new Blob([text], { type: "image/svg+xml" }), "graph.svg");
}

export function drawing(graph, picture, state) {
  const { nodes, lines } = picture.scene();
  const colours = picture.colours();
  const xs = nodes.map((node) => picture.place(node)[0]), ys = nodes.map((node) => picture.place(node)[1]);
  const [left, top] = [Math.min(0, ...xs) - 120, Math.min(0, ...ys) - 80];
  const [width, height] = [Math.max(0, ...xs) + 120 - left, Math.max(0, ...ys) + 90 - top];
  const svg = shape("svg", { xmlns: SVG, viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": "sans-serif" });
  svg.append(shape("title", {}, printable(document.title)), shape("rect", { x: left, y: top, width, height, fill: colours.paper }));
  for (const line of lines) svg.append(...lineShapes(line, picture, colours, sizeOf(graph, line.to, state.size)));
  for (const node of nodes) svg.append(...nodeShapes(node));
  return svg;

  function nodeShapes(node) {
    const [x, y] = picture.place(node), size = sizeOf(graph, node, state.size);
    const sign = signOf(graph, node), colour = colourOf(graph, node, colours, state.colour);
    const outline = shape("path", { d: outlineOf(sign.shape, x, y, size), fill: sign.isHollow ? colours.paper : colour, stroke: sign.isHollow ? colour : colours.paper, "stroke-width": sign.isHollow ? 3 : 1.5 });
    const label = picture.labelLines(node).map((words, i) => textShape(words, x, y + size + 15 + i * 15, 13, colours.ink, colours.paper));
    return [outline, ...label];
  }
}

/** A line with its arrow where the sign of its end begins, and its relation. */
function lineShapes(line, picture, colours, endSize) {
  const points = Array.from({ length: STEPS + 1 }, (_, i) => picture.pointOn(line, i / STEPS));
  const colour = line.dashed ? colours.warn : colours.line;
  const end = points[STEPS], middle = points[STEPS / 2];
  const tip = points.findLastIndex((point) => Math.hypot(point.x - end.x, point.y - end.y) > endSize + 5);
  return [
    shape("polyline", { points: points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" "), fill: "none", stroke: colour, "stroke-width": 1.5, "stroke-dasharray": line.dashed ? "6 5" : line.dotted ? "2 4" : null }),
    tip > 0 ? shape("path", { d: headAt(points[tip - 1], points[tip]), fill: colour }) : shape("g", {}),
    textShape(line.label, middle.x, middle.y + 4, 11.5, line.dashed ? colours.warn : colours.quiet, colours.paper),
  ];
}

/** A small triangle that points along the line. */
function headAt(from, to) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const at = (turn, length) => `${(to.x + length * Math.cos(angle + turn)).toFixed(1)} ${(to.y + length * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${at(0, 6)}L${at(2.5, 7)}L${at(-2.5, 7)}z`;
}

function outlineOf(kind, x, y, size) {
  const corner = (turn, length = size) => `${(x + length * Math.cos(turn)).toFixed(1)} ${(y + length * Math.sin(turn)).toFixed(1)}`;
  const polygon = (turns, inner = size) => `M${turns.map((turn, i) => corner(turn, i % 2 ? inner : size)).join("L")}z`;
  const ring = (count, start) => Array.from({ length: count }, (_, i) => start + (i * 2 * Math.PI) / count);
  switch (kind) {
    case "square": return `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}z`;
    case "diamond": return polygon(ring(4, 0));
    case "hexagon": return polygon(ring(6, 0));
    case "triangle": return polygon(ring(3, -Math.PI / 2));
    case "triangleDown": return polygon(ring(3, Math.PI / 2));
    case "star": return polygon(ring(10, -Math.PI / 2), size * 0.5);
    default: return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
  }
}

function textShape(words, x, y, size, fill, halo) {
  return shape("text", { x: x.toFixed(1), y: y.toFixed(1), "font-size": size, fill, stroke: halo, "stroke-width": 3, "paint-order": "stroke", "text-anchor": "middle" }, printable(words));
}

function shape(tag, attributes, text = "") {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && key !== "xmlns") made.setAttribute(key, String(value));
  }
  if (text) made.textContent = text;
  return made;
}

/** XML holds no control characters and no halves of a character. */
function printable(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "\ufffd").replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/** The drawn facts as CSV, one row for each quote. A cell that a spreadsheet would compute gets an apostrophe. */
export async function saveTable(graph, scene, quotesOf) {
  const rows = [["subject", "relation", "object", "polarity", "certainty", "articles", "tense", "quote", "speaker", "title", "publisher", "date", "url"]];
  for (const f of drawnFacts(scene)) {
    const fact = [graph.nodes.label[graph.facts.subject[f]], relationOf(graph, f), objectText(graph, f)];
    const quotes = await quotesOf(f);
    if (!quotes.length) rows.push([...fact, POLARITY_WORDS[graph.facts.polarity[f]], CERTAINTY_WORDS[graph.facts.certainty[f]], graph.facts.support[f], "", "", "", "", "", "", ""]);
    for (const quote of quotes) rows.push([...fact, ...quoteCells(graph, f, quote)]);
  }
  save(new Blob([`\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`], { type: "text/csv" }), "graph.csv");
}

function quoteCells(graph, f, quote) {
  const { source, speaker, certainty, polarity } = graph.evidence;
  const at = quote.evidence, article = source[at];
  return [POLARITY_WORDS[polarity[at]], CERTAINTY_WORDS[certainty[at]], graph.facts.support[f], graph.tenses[quote.tense], quote.text, graph.speakers[speaker[at]],
    graph.sources.title[article], graph.publishers[graph.sources.publisher[article]], graph.sources.date[article], graph.sources.url[article]];
}

function csvCell(value) {
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value ?? "");
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
