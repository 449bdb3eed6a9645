// A cell in words: its claims, grouped as its bubbles are.

const thingName = (i) => pageLink(things[i].page, cut(things[i].label, 300)) || el("span", { class: "iso", text: cut(things[i].label, 300) });

function fact(c) {
  const claim = claims[c];
  return el("p", { class: "fact" }, thingName(claim.from), ` ${data.relations[claim.relation]} `, thingName(claim.to), claim.says ? el("span", { class: "says", text: `: ${claim.says}` }) : null, " ", badge(claim.status));
}

function told(list) {
  const box = el("div");
  list.forEach((c) => box.append(fact(c), claimElement(c)));
  return box;
}

function markSection(mark) {
  const head = el("h3", { class: "mark" }, bubble(mark.way, mark.tone, mark.status, 8), el("span", { text: `${markWords(mark)} (${counted(mark)})` }));
  if (mark.way === "tied") return [head, told([...mark.told].sort((a, b) => a - b))];
  const out = [head, el("p", { class: "also", text: `${wayOf.get(mark.way).meaning[0].toUpperCase()}${wayOf.get(mark.way).meaning.slice(1)}.` })];
  for (const met of mark.met) {
    const list = [...new Set([...met.told, ...met.beside])];
    const box = el("details", { class: "words" }, el("summary", {}, el("span", { class: "iso", text: cut(things[met.via].label, 300) }), ` (${plural(list.length, "claim")})`));
    box.addEventListener("toggle", () => { if (box.open && box.children.length === 1) box.append(told(list)); });
    if (mark.met.length === 1) { box.open = true; box.append(told(list)); }
    out.push(box);
  }
  return out;
}

function cellCard(cell, shown) {
  const names = `${things[cell.row].label} × ${things[cell.column].label}`;
  const long = names.length > 200;
  const out = [
    el("h2", { text: names, class: long ? "long" : "", tabindex: long ? 0 : null }),
    el("p", { class: "kind", text: `${here.rows.one} and ${here.columns.one.toLowerCase()}` }),
  ];
  const ways = [cell.row, cell.column].filter((i) => things[i].page).flatMap((i) => [thingName(i), " · "]).slice(0, -1);
  if (ways.length) out.push(el("p", { class: "also" }, "Pages: ", ...ways));
  if (!shown) return [...out, el("p", { text: "Nothing is told here under these filters." })];
  out.push(el("p", {}, counts(shown.told)));
  shown.marks.forEach((mark) => out.push(...markSection(mark)));
  return out;
}

function welcome(view) {
  const tips = [
    `Every row is one of the ${here.rows.many.toLowerCase()}, every column one of the ${here.columns.many.toLowerCase()}. Other rows and columns can be chosen above the map.`,
    "A bubble stands where claims bring the two together; the larger, the more claims. A small dot is a gap: nothing is told.",
    "Pick a bubble to read the claims with their words, source and date.",
    "Filled bubbles are reported, dashed ones planned, dotted ones expected; struck ones are denied.",
  ];
  if (LISTS.ways.some((w) => w.id === "together")) tips.push("Two grey rings mean that one vanguard has both. No source says that the one has to do with the other; their size counts vanguards.");
  if (LISTS.ways.some((w) => w.id === "of-model")) tips.push("A bubble within a ring is told of a vanguard of the care model, not of the model itself.");
  if (here.leftOut) tips.push(`As it opens, this map leaves out ${plural(here.leftOut, "claim")} that speak of one side alone, of a vanguard or of the programme.`);
  const found = view.rows.flatMap((row) => view.columns.map((column) => cellKey(row, column))).filter((key) => view.cells.has(key));
  const most = found.map((key) => [key, view.cells.get(key)]).sort((a, b) => shownCount(b[1])[0] - shownCount(a[1])[0]).slice(0, 8);
  const list = el("ul", { class: "facts" });
  for (const [key, cell] of most) {
    const name = `${things[cell.row].label} × ${things[cell.column].label}`;
    list.append(el("li", {}, el("span", { class: "kind" }, el("button", { type: "button", class: "link", text: cut(name, 200), click: () => open(key) }), el("small", { text: plural(...shownCount(cell)) }))));
  }
  return [el("h2", { text: "How to read this map" }), el("ul", { class: "tips" }, ...tips.map((text) => el("li", { text }))), el("h3", { text: "Where most is told" }), list];
}
