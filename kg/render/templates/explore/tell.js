// Things, lines and paths in words. Text from documents is only ever set as text.

const SHAPES = {
  dot: "M8 1.5a6.5 6.5 0 1 0 .01 0z", square: "M2 2h12v12H2z", diamond: "M8 .5 15.5 8 8 15.5.5 8z",
  triangle: "M8 1.5 15 14H1z", triangleDown: "M8 14.5 1 2h14z", hexagon: "M4.2 1.5h7.6L15.5 8l-3.7 6.5H4.2L.5 8z",
  star: "M8 .8l2.1 4.9 5.3.5-4 3.5 1.2 5.2L8 12.1l-4.6 2.8 1.2-5.2-4-3.5 5.3-.5z",
};

const kindIcon = (id) => drawn(16, SHAPES[kindOf.get(id).shape] || SHAPES.square, { fill: kindOf.get(id).colour, stroke: "currentColor", "stroke-width": 0.9 });
const lineIcon = (colour, dashes, struck) => drawn(30, "M1 8h28" + (struck ? "M15 2v12" : ""), { stroke: colour, "stroke-width": 2.6, fill: "none", "stroke-dasharray": struck ? "" : dashes.map((d) => d * 0.6).join(" ") });

const thingLink = (i) => el("button", { type: "button", class: "link", text: cut(things[i].label, 300), click: () => goTo(i) });
const words = (i) => `${things[lines[i].from].short} ${relationOf.get(lines[i].relation).label} ${things[lines[i].to].short}${lines[i].says ? ` (${lines[i].says})` : ""}, ${lines[i].status}`;

function evidence(i, open) {
  const shown = claimsShown(i, state);
  const list = shown.length ? shown : lines[i].claims;
  const box = el("details", { class: "words" }, el("summary", { text: plural(list.length, "claim") + ": the words" }));
  const fill = () => { if (box.open && box.children.length === 1) list.forEach((c) => box.append(claimElement(c))); };
  box.fill = fill;
  box.addEventListener("toggle", fill);
  if (open) { box.open = true; fill(); }
  return box;
}

function lineCard(i) {
  const line = lines[i];
  return [
    el("h2", { text: "What this line says" }),
    el("p", {}, thingLink(line.from), ` ${relationOf.get(line.relation).label} `, thingLink(line.to), line.says ? el("span", { class: "says", text: `: ${line.says}` }) : null),
    el("p", {}, badge(line.status), ` ${data.statuses.find((s) => s.id === line.status).meaning}`),
    evidence(i, true),
  ];
}

function thingCard(number) {
  const thing = things[number];
  const out = [
    el("h2", { text: thing.label, class: thing.label.length > 200 ? "long" : "", tabindex: thing.label.length > 200 ? 0 : null }),
    el("p", { class: "kind" }, kindIcon(thing.kind), kindOf.get(thing.kind).label),
  ];
  const page = pageLink(thing.page, "Its own page: all facts, quotes and data");
  if (page) out.push(el("p", { class: "page" }, page));
  if (groups.length) out.push(whereabouts(number));
  if (thing.aliases.length) out.push(el("p", { class: "also", text: cut(`Also: ${thing.aliases.join("; ")}`, 2000) }));
  out.push(pathSearch());
  const told = new Map();
  for (const i of linesAt[number]) {
    if (!claimsShown(i, state).length) continue;
    const from = lines[i].from === number;
    const name = from ? relationOf.get(lines[i].relation).label : relationOf.get(lines[i].relation).inverse;
    if (!told.has(name)) told.set(name, []);
    told.get(name).push({ line: i, other: from ? lines[i].to : lines[i].from });
  }
  for (const [name, facts] of told) {
    out.push(el("h3", { text: `${name} (${facts.length})` }));
    const list = el("ul", { class: "facts" });
    facts.sort((a, b) => things[a.other].label.localeCompare(things[b.other].label, "en") || a.line - b.line);
    for (const fact of facts) {
      const line = lines[fact.line];
      list.append(el("li", {}, thingLink(fact.other), " ", line.says ? el("span", { class: "says", text: line.says + " " }) : null, badge(line.status), evidence(fact.line, false)));
    }
    out.push(list);
  }
  if (!told.size) out.push(el("p", { text: "Nothing is told of it under these filters." }));
  return out;
}

function pathCard(view) {
  const ends = [things[view.focus].label, things[numberOf.get(state.to)].label];
  const out = [el("h2", { text: "How they are linked" })];
  if (!view.path) return [...out, el("p", { text: `No line leads from ${ends[0]} to ${ends[1]} under these filters.` }), pathSearch()];
  out.push(el("p", { text: `${ends[0]} and ${ends[1]} are ${plural(view.path.length, "step")} apart:` }));
  const list = el("ol", { class: "path" });
  for (const step of view.path) {
    const line = lines[step.line], look = relationOf.get(line.relation);
    const said = line.from === step.from ? look.label : look.inverse;
    list.append(el("li", {}, thingLink(step.from), ` ${said} `, thingLink(step.to), line.says ? el("span", { class: "says", text: ` ${line.says} ` }) : " ", badge(line.status), evidence(step.line, false)));
  }
  return [...out, list, pathSearch()];
}

function pathSearch() {
  const input = el("input", { type: "search", id: "path", role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": "path-found", autocomplete: "off", spellcheck: "false", placeholder: "Name of another thing" });
  const list = el("ul", { id: "path-found", class: "found", role: "listbox", "aria-label": "Things found", hidden: "" });
  const box = el("div", { class: "path-search" }, el("label", { for: "path", text: "How is it linked to …" }), input, list);
  combobox(input, list, (i) => go({ to: things[i].key, line: null, where: null, card: null, between: [] }));
  return box;
}

function welcome() {
  const tips = groups.length ? [
    "The graph is rolled up into communities. Pick one to open it, and one in it to go on; its card or a double click in it closes it again.",
    "Find a thing by name: the map opens its communities and goes to it.",
    "Pick a bundle of lines to read what it tells; its colour is that of the relation most told.",
    "The browser's back button undoes a step, and the address can be kept or sent.",
  ] : [
    "Pick a thing in the picture, or find one by name, to see what is told of it.",
    "Pick a line to read the words it rests on.",
    "Solid lines are reported, dashed ones planned, dotted ones expected; struck red ones are denied.",
    "The browser's back button undoes a step, and the address can be kept or sent.",
  ];
  const most = things.map((_, i) => i).filter((i) => ["vanguard", "org", "intervention"].includes(things[i].kind))
    .sort((a, b) => things[b].degree - things[a].degree || a - b).slice(0, 10);
  const list = el("ul", { class: "facts" });
  most.forEach((i) => list.append(el("li", {}, el("span", { class: "kind" }, kindIcon(things[i].kind), thingLink(i), el("small", { text: plural(things[i].degree, "neighbour") })))));
  return [el("h2", { text: "Where to start" }), el("ul", { class: "tips" }, ...tips.map((text) => el("li", { text }))), el("h3", { text: "Most connected" }), list];
}
