// The view as an SVG of its own: vectors and text, its legend below, nothing outside of it.

const SVG = "http://www.w3.org/2000/svg", EDGE = 24;
const pageWide = () => (onPaper ? 800 : 1200);
// Characters that XML cannot hold, escaped or not.
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const tidy = (n) => String(Math.round(n * 100) / 100);

function svgMaker() {
  const doc = document.implementation.createDocument(SVG, "svg", null);
  const make = (parent, name, given, text) => {
    const made = doc.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(given)) if (value !== undefined) made.setAttribute(key, typeof value === "number" ? tidy(value) : value);
    if (text !== undefined) made.textContent = text.replace(NOT_XML, "");
    parent.append(made);
    return made;
  };
  return { doc, make };
}

// What the picture covers: all that is shown, or the part of a map that is seen.
function coverage(view) {
  if (view.map) {
    const middle = network.getViewPosition(), scale = network.getScale();
    const wide = frame.clientWidth / scale, high = frame.clientHeight / scale;
    return { x: middle.x - wide / 2, y: middle.y - high / 2, wide, high };
  }
  const at = [...drawnNow.nodes.values()];
  if (!at.length) return { x: 0, y: 0, wide: 600, high: 200 };
  const left = Math.min(...at.map((n) => n.x - n.size)), right = Math.max(...at.map((n) => n.x + n.size));
  const top = Math.min(...at.map((n) => n.y - n.size)), bottom = Math.max(...at.map((n) => n.y + n.size));
  const wide = Math.max(560, (right - left) * 1.12);
  return { x: (left + right - wide) / 2, y: top - wide * 0.045, wide, high: bottom - top + wide * 0.1 };
}

function svgText(make, parent, rows, x, y, size, given) {
  const text = make(parent, "text", { x, y, "font-size": size, "text-anchor": "middle", fill: inkNow(), stroke: paperNow(), "stroke-width": size / 5, "paint-order": "stroke", "stroke-linejoin": "round", ...given });
  rows.forEach((row, i) => make(text, "tspan", { x, dy: i ? size * 1.18 : 0 }, row));
}

function svgEdge(make, parent, edge) {
  const curve = bendOf(edge), { a, b, via } = curve;
  const dx = b.x - a.x, dy = b.y - a.y, far = Math.hypot(dx, dy);
  if (!far) return;
  const turn = Math.atan2(b.y - via.y, b.x - via.x), arrow = 8 + edge.width;
  const end = { x: b.x - Math.cos(turn) * (b.size + 2), y: b.y - Math.sin(turn) * (b.size + 2) };
  const back = { x: end.x - Math.cos(turn) * arrow, y: end.y - Math.sin(turn) * arrow };
  const colour = edge.color.color, wing = arrow * 0.42;
  const path = `M${tidy(a.x)} ${tidy(a.y)}Q${tidy(via.x)} ${tidy(via.y)} ${tidy(back.x)} ${tidy(back.y)}`;
  make(parent, "path", { d: path, fill: "none", stroke: colour, "stroke-width": edge.width, "stroke-dasharray": edge.dashes ? edge.dashes.join(" ") : undefined });
  make(parent, "path", { d: `M${tidy(end.x)} ${tidy(end.y)}L${tidy(back.x - Math.sin(turn) * wing)} ${tidy(back.y + Math.cos(turn) * wing)}L${tidy(back.x + Math.sin(turn) * wing)} ${tidy(back.y - Math.cos(turn) * wing)}z`, fill: colour });
  const middle = pointOn(curve, 0.5);
  if (lines[edge.id].status === "negated") make(parent, "path", { d: `M${tidy(middle.x - (dy / far) * 9)} ${tidy(middle.y + (dx / far) * 9)}L${tidy(middle.x + (dy / far) * 9)} ${tidy(middle.y - (dx / far) * 9)}`, stroke: colour, "stroke-width": 3 });
}

function svgMap(make, parent, view, scale, pen) {
  const px = 1 / scale;
  for (const g of view.map.open) {
    const c = view.map.places.groups.get(g);
    make(parent, "circle", { cx: c.x, cy: c.y, r: c.r, fill: groupColour(g), "fill-opacity": 0.07, stroke: groupColour(g), "stroke-width": 1.5 * px });
  }
  for (const { at, alpha, colour, wide, dashes } of bundleStrokes(view)) {
    make(parent, "line", { x1: at[0].x, y1: at[0].y, x2: at[1].x, y2: at[1].y, stroke: colour, "stroke-opacity": alpha, "stroke-width": wide * px, "stroke-dasharray": dashes.length ? dashes.map((d) => tidy(d * px)).join(" ") : undefined });
  }
  for (const g of view.map.closed) {
    const c = view.map.places.groups.get(g);
    const circle = make(parent, "circle", { cx: c.x, cy: c.y, r: c.r * 0.97, fill: tinted(groupColour(g), 0.22), stroke: groupColour(g), "stroke-width": Math.min(2 * px, c.r * 0.2) });
    make(circle, "title", {}, `${groups[g].name}: ${plural(view.map.counts[g], "thing")}`);
  }
  for (const { c, label } of bubbleLabels(pen, view, scale)) {
    const size = label.size * px;
    svgText(make, parent, [...label.rows, ...(label.count ? [label.count] : [])], c.x, c.y + label.below * px + size * 0.35, size, { "font-weight": 600, ...(label.below > 0 || label.loose ? {} : { stroke: "none" }) });
  }
  for (const g of view.map.open) {
    const c = view.map.places.groups.get(g);
    if (c.r * scale >= 80) svgText(make, parent, [groups[g].name], c.x, c.y - c.r, 13 * px, { "font-weight": 600 });
  }
}

function svgLegend(make, root, view, top) {
  const kinds = new Set([...view.things].map((i) => things[i].kind));
  const bundled = view.map ? view.map.bundles.map(gist) : [];
  if (view.map) view.map.closed.forEach((g) => kinds.add(groups[g].kind));
  const relations = new Set([...[...view.lines].map((i) => lines[i].relation), ...bundled.map((b) => b.relation)]);
  const statuses = new Set([...[...view.lines].map((i) => lines[i].status), ...bundled.map((b) => b.status)]);
  const icon = (x, y, path, given) => make(root, "path", { transform: `translate(${x} ${y})`, d: path, ...given });
  const entries = [
    ...data.kinds.filter((k) => kinds.has(k.id)).map((k) => [k.plural, (x, y) => icon(x + 9, y, SHAPES[k.shape] || SHAPES.square, { fill: k.colour, stroke: inkNow(), "stroke-width": 0.8 })]),
    ...data.relations.filter((r) => relations.has(r.id)).map((r) => [r.label, (x, y) => icon(x, y, "M1 8h32", { stroke: r.colour, "stroke-width": 2.6 })]),
    ...data.statuses.filter((s) => statuses.has(s.id)).map((s) => [s.label, (x, y) => icon(x, y, `M1 8h32${s.id === "negated" ? "M17 2v12" : ""}`, { stroke: s.id === "negated" ? "#d32f2f" : inkNow(), "stroke-width": 2.2, fill: "none", "stroke-dasharray": s.id !== "negated" && s.dashes.length ? s.dashes.map((d) => d * 0.6).join(" ") : undefined })]),
  ];
  const columns = onPaper ? 4 : 5, wide = (pageWide() - 2 * EDGE) / columns;
  entries.forEach(([text, mark], i) => {
    const x = EDGE + (i % columns) * wide, y = top + Math.floor(i / columns) * 24;
    mark(x, y);
    make(root, "text", { x: x + 42, y: y + 13, "font-size": 14, fill: inkNow() }, text);
  });
  return Math.ceil(entries.length / columns) * 24;
}

function vectorPicture(view) {
  const { doc, make } = svgMaker(), root = doc.documentElement, cover = coverage(view);
  const pen = el("canvas").getContext("2d"), across = pageWide(), scale = across / cover.wide, high = cover.high * scale, head = onPaper ? 0 : 76;
  make(root, "title", {}, document.title);
  make(root, "desc", {}, summary(view));
  const paper = make(root, "rect", { width: across, fill: paperNow() });
  if (!onPaper) {  // a printed page has them above the picture
    make(root, "text", { x: EDGE, y: 38, "font-size": 22, "font-weight": 600, fill: inkNow() }, cut(document.title, 95));
    make(root, "text", { x: EDGE, y: 60, "font-size": 13, fill: inkNow() }, cut(summary(view), 180));
  }
  make(make(root, "clipPath", { id: "frame" }), "rect", { x: 0, y: head, width: across, height: high });
  const inside = make(make(root, "g", { "clip-path": "url(#frame)" }), "g", { transform: `translate(${tidy(-cover.x * scale)} ${tidy(head - cover.y * scale)}) scale(${scale.toPrecision(6)})` });
  if (view.map) svgMap(make, inside, view, scale, pen);
  drawnNow.edges.forEach((edge) => svgEdge(make, inside, edge));
  for (const n of drawnNow.nodes.values()) {
    const k = n.size / 7;
    const shape = make(inside, "path", { transform: `translate(${tidy(n.x - 8 * k)} ${tidy(n.y - 8 * k)}) scale(${k.toPrecision(4)})`, d: SHAPES[n.shape] || SHAPES.square, fill: kindOf.get(n.group).colour, stroke: inkNow(), "stroke-width": 1.2 / k });
    make(shape, "title", {}, n.title);
  }
  for (const label of labelsOf(view, scale)) svgText(make, inside, label.rows, label.x, label.y + (label.size * 0.35) / scale, label.size / scale, { "font-weight": label.weight });
  const all = head + high + 16 + svgLegend(make, root, view, head + high + 16) + EDGE;
  paper.setAttribute("height", tidy(all));
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${across} ${tidy(all)}`, width: across, height: tidy(all), "font-family": "system-ui, 'Segoe UI', Roboto, Arial, sans-serif", role: "img" })) root.setAttribute(key, value);
  return root;
}

function saveVector() {
  const view = viewOf(state);
  paint(view);
  const text = new XMLSerializer().serializeToString(vectorPicture(view));
  offer(new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" }), "picture.svg");
}

// On paper the picture is whole, in vectors, in dark letters, with its legend; and where the card
// is short the words behind its lines are there too.
const MOST_PRINTED = 40;
let unfolded = [];
window.addEventListener("beforeprint", () => {
  const folded = [...document.querySelectorAll("#details details:not([open])")];
  unfolded = folded.length > MOST_PRINTED ? [] : folded;
  unfolded.forEach((box) => { box.open = true; if (box.fill) box.fill(); });
  if (state.show === "table") return;
  onPaper = true;
  const made = document.importNode(vectorPicture(seen), true);
  onPaper = false;
  made.removeAttribute("width");
  made.removeAttribute("height");
  $("printed").replaceChildren(made);
});
window.addEventListener("afterprint", () => {
  $("printed").replaceChildren();
  unfolded.forEach((box) => { box.open = false; });
});
