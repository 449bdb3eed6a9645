// The map itself: a table with headers, a button in each cell that is no gap.

const BOX = 26;
const radius = (n) => Math.round(Math.min(14, 5.5 * Math.sqrt(n)) * 10) / 10;

function bubble(way, tone, status, r) {
  const space = "http://www.w3.org/2000/svg", side = Math.round((r * BOX) / 10);
  const svg = document.createElementNS(space, "svg"), use = document.createElementNS(space, "use");
  const values = { width: side, height: side, viewBox: `0 0 ${BOX} ${BOX}`, "aria-hidden": "true", class: "bubble" };
  for (const [key, value] of Object.entries(values)) svg.setAttribute(key, value);
  for (const [key, value] of Object.entries({ href: `#m-${way}-${tone}-${status}`, width: BOX, height: BOX })) use.setAttribute(key, value);
  svg.append(use);
  return svg;
}

const lower = (text) => text[0].toLowerCase() + text.slice(1);

function markWords(mark) {
  const tone = mark.tone === "told" ? "" : `, ${lower(toneOf.get(mark.tone).label)}`;
  const way = mark.way === "tied" ? "" : `, ${lower(wayOf.get(mark.way).label)}`;
  return `${statusOf.get(mark.status).label}${tone}${way}`;
}

const counted = (mark) => (mark.way === "together" ? plural(mark.via.size, "vanguard") : plural(mark.told.size, "claim"));
const counts = (told) => `${plural(told.size, "claim")}, ${plural(sourcesIn(told).size, "source")}`;

// What the number in a cell counts: the claims that tie, or vanguards where nothing does.
function shownCount(cell) {
  const tying = cell.marks.filter((m) => m.way !== "together");
  return tying.length ? [claimsIn(tying).size, "claim"] : [union(cell.marks.map((m) => m.via)).size, "vanguard"];
}

// In a crowded cell all bubbles are drawn smaller, alike.
const roomOf = (cell) => Math.max(0.45, Math.min(1, Math.sqrt(4 / cell.marks.length)));

function cellButton(key, cell) {
  const names = `${things[cell.row].label} and ${things[cell.column].label}`;
  const said = cell.marks.map((m) => `${markWords(m)}: ${counted(m)}`).join("; ");
  const label = cut(names, 300) + `: ${counts(cell.told)}. ${said}`;
  const button = el("button", { type: "button", class: "cell", "data-cell": key, tabindex: -1, "aria-label": label, title: label });
  const room = roomOf(cell);
  for (const mark of cell.marks) button.append(bubble(mark.way, mark.tone, mark.status, radius(mark.weight) * room));
  button.append(el("span", { class: "count", text: shownCount(cell)[0] }));
  return button;
}

function total(told) {
  if (!told.size) return el("td", { class: "total" }, el("span", { class: "sr", text: "none" }));
  return el("td", { class: "total" }, el("span", { text: told.size, title: counts(told) }), el("small", { text: ` / ${sourcesIn(told).size}` }));
}

// A map of many cells comes by the page: so many rows at a time, and no fewer than lead to the
// cell that is open.
const CELLS = 3000, FEWEST = 10;
const screenful = (view) => Math.max(FEWEST, Math.floor(CELLS / Math.max(1, view.columns.length)));
const chosenRow = (view) => (view.cells.has(state.cell) ? view.rows.indexOf(view.cells.get(state.cell).row) : -1);

const NONE = { told: new Set() };
function gridRow(view, row) {
  const line = el("tr", {}, el("th", { scope: "row", tabindex: -1 }, el("div", { text: cut(things[row].label, 90), title: cut(things[row].label, 500) })));
  for (const column of view.columns) {
    const key = cellKey(row, column), cell = view.cells.get(key);
    line.append(cell ? el("td", {}, cellButton(key, cell)) : el("td", { class: "empty" }, el("span", { class: "sr", text: "gap" })));
  }
  line.append(total((view.byRow.get(row) || NONE).told));
  return line;
}

function gridOf(view) {
  const head = el("tr", {}, el("th", { scope: "col", class: "corner", text: `${here.rows.one} / ${here.columns.one.toLowerCase()}` }));
  view.columns.forEach((i) => head.append(el("th", { scope: "col" }, el("div", { text: cut(things[i].label, 90), title: cut(things[i].label, 500) }))));
  head.append(el("th", { scope: "col", class: "total", text: "Claims / sources" }));
  const body = el("tbody");
  const more = el("button", { type: "button", click: () => { const at = body.rows.length - 1; add(view.rows.length, screenful(view)); body.rows[at].querySelector("th").focus(); } });
  const rest = el("tr", {}, el("td", { class: "rest", colspan: view.columns.length + 2 }, more));
  let done = 0;
  const add = (upTo, most) => {
    const end = Math.min(view.rows.length, upTo, done + most);
    rest.before(...view.rows.slice(done, end).map((row) => gridRow(view, row)));
    done = end;
    const left = view.rows.length - done;
    more.textContent = `Show ${Math.min(left, screenful(view))} more of ${plural(left, "row")}`;
    if (!left) rest.remove();
  };
  body.append(rest);
  add(view.rows.length, Math.max(screenful(view), chosenRow(view) + 1));
  const foot = el("tr", {}, el("th", { scope: "row", text: "Claims / sources" }));
  view.columns.forEach((i) => foot.append(total((view.byColumn.get(i) || NONE).told)));
  foot.append(total(union([...view.cells.values()].map((c) => c.told))));
  const caption = el("caption", { class: "sr", text: `${here.words}. Arrow keys lead from one cell with claims to the next, Enter opens it.` });
  const widths = el("colgroup", {}, el("col", { class: "names" }), ...view.columns.map(() => el("col")), el("col", { class: "sums" }));
  return el("table", {}, caption, widths, el("thead", {}, head), body, el("tfoot", {}, foot));
}

// One cell at a time is in the order of Tab; arrows lead to the nearest cell with claims that way.
function arrows(grid) {
  const choose = (button) => {
    grid.querySelectorAll("button.cell[tabindex='0']").forEach((b) => b.setAttribute("tabindex", -1));
    button.setAttribute("tabindex", 0);
  };
  const first = () => grid.querySelector("button.cell[aria-current]") || grid.querySelector("button.cell");
  const place = (button) => {
    const td = button.parentElement;
    return [td.parentElement.rowIndex, td.cellIndex];
  };
  const next = (from, key) => {
    const [row, column] = place(from);
    const along = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[key];
    let best = null, least = Infinity;
    for (const button of grid.querySelectorAll("button.cell")) {
      const [r, c] = place(button);
      const ahead = (r - row) * along[0] + (c - column) * along[1];
      const aside = Math.abs((r - row) * along[1]) + Math.abs((c - column) * along[0]);
      const far = ahead + aside * 3;
      if (ahead > 0 && far < least) { best = button; least = far; }
    }
    return best;
  };
  grid.addEventListener("focusin", (event) => { if (event.target.matches("button.cell")) choose(event.target); });
  grid.addEventListener("keydown", (event) => {
    if (!event.target.matches("button.cell") || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const to = next(event.target, event.key);
    if (to) { to.focus(); to.scrollIntoView({ block: "nearest", inline: "nearest" }); }
  });
  return () => { const button = first(); if (button) choose(button); };
}
