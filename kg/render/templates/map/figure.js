// The map as a figure for a report: drawn as kg/render/map_svg.py draws it, by the same lengths.

const F = data.figure;
const SVG = "http://www.w3.org/2000/svg";
// what XML cannot say, and what turns the direction of a text round
const plain = (text) => [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, "")];

function shortened(text, length) {
  const letters = plain(text);
  if (letters.length <= length) return letters.join("");
  const at = letters.slice(0, length).lastIndexOf(" ");
  return letters.slice(0, at > Math.floor(length / 2) ? at : length - 1).join("") + "…";
}

function drawnIn(parent, name, values, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

function wordsIn(parent, x, y, text, { colour = F.ink, size = 13, weight = 400 } = {}) {
  return drawnIn(parent, "text", { x, y, fill: colour, "font-size": size, "font-weight": weight }, text);
}

function symbolIn(parent, mark, x, y, r) {
  const side = (r * BOX) / 10;
  const place = { x: x - side / 2, y: y - side / 2, width: side, height: side };
  const values = Object.fromEntries(Object.entries(place).map(([key, value]) => [key, value.toFixed(1)]));
  drawnIn(parent, "use", { href: `#m-${mark.way}-${mark.tone}-${mark.status}`, ...values });
}

const reach = (mark) => radius(mark.weight) * (mark.way === "of-model" || mark.status === "negated" ? 1.3 : 1.1);
const needed = (cell) => cell.marks.reduce((sum, mark) => sum + 2 * reach(mark) + 2, 0);
const saidOf = (mark) => (mark.way === "together" ? `${mark.status}, together in vanguards: ${mark.via.size}` : `${mark.status}, ${mark.tone}: ${mark.told.size}`);

function cellIn(root, cell, x, y, width) {
  const group = drawnIn(root, "g", {});
  const names = [cell.row, cell.column].map((i) => plain(things[i].label).join("")).join(" / ");
  drawnIn(group, "title", {}, `${names}: ${cell.marks.map(saidOf).join("; ")}`);
  const room = Math.min(1, (width - 4) / needed(cell));
  let left = x + (width - room * needed(cell)) / 2;
  for (const mark of cell.marks) {
    const half = room * (reach(mark) + 1);
    symbolIn(group, mark, left + half, y + F.row / 2, radius(mark.weight) * room);
    left += 2 * half;
  }
}

function looksUsed(view) {
  const used = new Set([...view.cells.values()].flatMap((cell) => cell.marks.map((m) => `${m.way} ${m.tone} ${m.status}`)));
  return data.ways.flatMap((way) => data.tones.flatMap((tone) => data.statuses
    .map((status) => ({ way: way.id, tone: tone.id, status: status.id }))
    .filter((look) => used.has(`${look.way} ${look.tone} ${look.status}`))));
}

function lookWords({ way, tone, status }) {
  const told = tone === "told" ? "" : `, ${toneOf.get(tone).label.toLowerCase()}`;
  return statusOf.get(status).label + told + (way === "tied" ? "" : ` (${wayOf.get(way).label.toLowerCase()})`);
}

function rowsIn(root, view, top, cellWidth) {
  const wide = F.names + view.columns.length * cellWidth;
  view.rows.forEach((row, i) => {
    const y = top + i * F.row, told = [];
    if (i % 2 === 0) drawnIn(root, "rect", { x: F.margin, y, width: wide, height: F.row, fill: F.band });
    wordsIn(root, F.margin + 6, y + 22, shortened(things[row].label, F.longest_name));
    view.columns.forEach((column, j) => {
      const x = F.margin + F.names + j * cellWidth, cell = view.cells.get(cellKey(row, column));
      if (cell) { told.push(cell.told); cellIn(root, cell, x, y, cellWidth); }
      else drawnIn(root, "circle", { cx: x + Math.floor(cellWidth / 2), cy: y + F.row / 2, r: 1.2, fill: F.gap });
    });
    const all = union(told);
    wordsIn(root, F.margin + wide + 14, y + 22, `${all.size} / ${sourcesIn(all).size}`, { colour: F.soft });
  });
  for (let j = 0; j <= view.columns.length; j += 1) {
    drawnIn(root, "path", { d: `M${F.margin + F.names + j * cellWidth} ${top}V${top + view.rows.length * F.row}`, stroke: F.rule, "stroke-width": 1 });
  }
}

// The map that the view shows as the text of an SVG file.
function figureOf(view) {
  const looks = looksUsed(view), cells = [...view.cells.values()];
  const cellWidth = Math.ceil(Math.min(F.most, Math.max(F.least, ...cells.map((cell) => needed(cell) + 6))));
  const width = Math.max(F.names + view.columns.length * cellWidth + 96 + 2 * F.margin, 900);
  const top = 84 + F.heads, bottom = top + view.rows.length * F.row;
  const perRow = Math.max(1, Math.floor((width - 2 * F.margin) / F.look));
  const height = bottom + 60 + F.legend * (1 + Math.ceil((looks.length + 1) / perRow));
  const title = data.title || "Evidence map";
  const root = document.createElementNS(SVG, "svg");
  const values = { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": plain(title).join(""), "font-family": F.font, color: F.ink, fill: F.ink };
  for (const [key, value] of Object.entries(values)) root.setAttribute(key, value);
  root.append(document.querySelector("svg.symbols defs").cloneNode(true));
  drawnIn(root, "rect", { width, height, fill: "#ffffff" });
  wordsIn(root, F.margin, 38, shortened(title, Math.floor(width / 11)), { size: 20, weight: 600 });
  const told = union(cells.map((cell) => cell.told)), note = filterWords(state);
  const counted = `${plural(told.size, "claim")} of ${plural(sourcesIn(told).size, "source")} in ${plural(cells.length, "cell")}; ${plural(view.rows.length * view.columns.length - cells.length, "gap")}.`;
  wordsIn(root, F.margin, 60, shortened(note ? `${note}. ${counted}` : counted, Math.floor(width / 7)), { colour: F.soft });
  wordsIn(root, F.margin, top - 10, here.words, { colour: F.soft, weight: 600 });
  view.columns.forEach((column, i) => {
    const x = F.margin + F.names + i * cellWidth + Math.floor(cellWidth / 2), y = top - 10;
    wordsIn(root, x, y, shortened(things[column].label, F.longest_head)).setAttribute("transform", `rotate(-52 ${x} ${y})`);
  });
  wordsIn(root, F.margin + F.names + view.columns.length * cellWidth + 14, top - 10, "claims / sources", { colour: F.soft, size: 11 });
  rowsIn(root, view, top, cellWidth);
  wordsIn(root, F.margin, bottom + 34, "Area: number of claims (two rings: of vanguards), to 6. Small dot: a gap.", { colour: F.soft });
  looks.forEach((look, i) => {
    const x = F.margin + (i % perRow) * F.look, y = bottom + 52 + Math.floor(i / perRow) * F.legend;
    symbolIn(root, look, x + 10, y, 7);
    wordsIn(root, x + 28, y + 4, lookWords(look));
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}
