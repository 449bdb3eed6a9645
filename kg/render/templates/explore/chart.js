// Communities on the canvas: circles, their names, and bundles of lines, in strokes and letters of
// the same size on the screen however far one has zoomed.

let onPaper = false;
const paperNow = () => (onPaper ? "#ffffff" : dark.matches ? "#16191d" : "#fbfbf9");
const inkNow = () => (dark.matches && !onPaper ? "#e8eaec" : "#1d2329");
const FACE = "system-ui, sans-serif";

// A colour with so much of it and the rest paper.
function tinted(colour, share) {
  const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const paper = parts(paperNow());
  return `rgb(${parts(colour).map((v, i) => Math.round(v * share + paper[i] * (1 - share))).join(",")})`;
}

const groupColour = (g) => kindOf.get(groups[g].kind).colour;
const bundleLook = (bundle) => {
  const told = gist(bundle);
  return { ...told, colour: told.status === "negated" ? "#d32f2f" : relationOf.get(told.relation).colour, dashes: data.statuses.find((st) => st.id === told.status).dashes, wide: Math.min(9, 1 + Math.log2(told.claims) * 0.8) * (frame.clientWidth < 500 ? 0.6 : 1) };
};

// How strongly a bundle is drawn: what is picked or pointed at stands out; one that runs from
// within an open community to without is faint, as there are many, and of very many left out.
let pointed = null;
function bundleAlpha(view, { one, other }, lit) {
  const homes = [one, other].map((item) => (item < 0 ? groups[-1 - item].parent : things[item].home));
  const picked = state.between.length > 0 && [one, other].every((item) => state.between.includes(nameOf(item)));
  if (picked || (lit !== null && (lit === one || lit === other))) return 0.9;
  if (homes[0] !== homes[1]) return view.map.bundles.length > 1200 ? 0 : Math.min(0.07, 30 / view.map.bundles.length);
  return lit === null ? 0.5 : 0.14;
}
const litNow = (view) => (pointed !== null ? pointed : view.focus !== null ? standsFor(view, view.focus) : null);

// The bundles that are drawn: their ends, look and strength.
function bundleStrokes(view) {
  const lit = litNow(view), found = [];
  for (const bundle of view.map.bundles) {
    const alpha = bundleAlpha(view, bundle, lit);
    if (alpha) found.push({ at: [circleOf(view.map, bundle.one), circleOf(view.map, bundle.other)], alpha, ...bundleLook(bundle) });
  }
  return found;
}
const standsFor = (view, i) => {
  const shut = waysUp(things[i].home).find((g) => view.map.closed.has(g));
  return shut === undefined ? i : -1 - shut;
};

function disc(pen, c, r) {
  pen.beginPath();
  pen.arc(c.x, c.y, r, 0, 2 * Math.PI);
}

function drawBehind(pen, view, scale) {
  const px = 1 / scale;
  for (const g of view.map.open) {
    const c = view.map.places.groups.get(g);
    disc(pen, c, c.r);
    pen.globalAlpha = 0.07;
    pen.fillStyle = groupColour(g);
    pen.fill();
    pen.globalAlpha = 0.7;
    pen.lineWidth = 1.5 * px;
    pen.strokeStyle = groupColour(g);
    pen.stroke();
  }
  for (const stroke of bundleStrokes(view)) {
    pen.globalAlpha = stroke.alpha;
    pen.strokeStyle = stroke.colour;
    pen.lineWidth = stroke.wide * px;
    pen.setLineDash(stroke.dashes.map((d) => d * px));
    pen.beginPath();
    pen.moveTo(stroke.at[0].x, stroke.at[0].y);
    pen.lineTo(stroke.at[1].x, stroke.at[1].y);
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
  for (const g of view.map.closed) {
    const c = view.map.places.groups.get(g);
    disc(pen, c, c.r * 0.97);
    pen.fillStyle = tinted(groupColour(g), 0.22);
    pen.fill();
    pen.lineWidth = Math.min(2 * px, c.r * 0.2);
    pen.strokeStyle = groupColour(g);
    pen.stroke();
  }
}

// The labels of closed communities that can be read: first those that fit their circles or stand
// below one of the widest, then of the others as many as have room, the largest first.
function bubbleLabels(pen, view, scale) {
  const found = [], taken = [];
  const order = [...view.map.closed].sort((a, b) => view.map.counts[b] - view.map.counts[a] || a - b);
  const labels = order.map((g) => ({ g, c: view.map.places.groups.get(g), label: bubbleLabel(pen, view, g, scale) })).filter((one) => one.label);
  for (const one of [...labels.filter((o) => !o.label.loose), ...labels.filter((o) => o.label.loose)]) {
    const { c, label } = one;
    pen.font = `600 ${label.size}px ${FACE}`;
    const wide = Math.max(...label.rows.map((row) => pen.measureText(row).width)) / 2 + 2, high = label.rows.length * label.size * 1.2;
    const x = c.x * scale, y = c.y * scale + label.below - label.size * 0.6;
    const box = [x - wide, x + wide, y, y + high];
    if (label.loose && taken.some((t) => t[0] < box[1] && box[0] < t[1] && t[2] < box[3] && box[2] < t[3])) continue;
    taken.push(box);
    found.push(one);
  }
  return found;
}

// A label: its rows, the size of its letters, and how far below the middle the first row stands.
function bubbleLabel(pen, view, g, scale) {
  const c = view.map.places.groups.get(g), r = c.r * scale, widest = groups[g].parent < 0;
  if (r < 13) return null;
  pen.font = `600 10px ${FACE}`;
  const longest = Math.max(...groups[g].name.split(" ").map((word) => pen.measureText(word).width));
  const fits = (r * 18) / longest;
  if (widest && fits < 10) {
    return { size: 10.5, rows: rowsOfText(groups[g].name, 10.5, 600, 92, 3), count: "", below: r + 9 };
  }
  if (fits < 8.5) {
    const rows = rowsOfText(groups[g].name, 10, 600, 90, 3);
    return { size: 10, rows, count: "", below: -(rows.length - 1) * 6, loose: true };
  }
  const size = Math.min(19, Math.max(9, r * 0.2), fits);
  pen.font = `600 ${size}px ${FACE}`;
  const most = Math.max(1, Math.floor((r * 1.6) / (size * 1.2)) - 1);
  const rows = rowsOfText(groups[g].name, size, 600, r * 1.75, most).map((row) => fitted(pen, row, r * 1.95));
  const count = r > 20 ? view.map.counts[g].toLocaleString("en-GB") : "";
  return { size, rows, count, below: -((rows.length + (count ? 1 : 0) - 1) / 2) * size * 1.2 };
}

function fitted(pen, text, wide) {
  let short = text;
  while (short.length > 2 && pen.measureText(short).width > wide) short = `${short.slice(0, -2).trimEnd()}…`;
  return short;
}

function drawOver(pen, view, scale) {
  onScreen(pen, scale, (write) => {
    for (const { g, c, label } of bubbleLabels(pen, view, scale)) {
      pen.strokeStyle = label.below > 0 ? paperNow() : tinted(groupColour(g), 0.22);
      label.rows.forEach((row, i) => write(row, c, label.below + i * label.size * 1.2, label.size, 600));
      if (label.count) write(label.count, c, label.below + label.rows.length * label.size * 1.2, label.size * 0.85, 400);
    }
    pen.strokeStyle = paperNow();
    for (const g of view.map.open) {
      const c = view.map.places.groups.get(g), wide = c.r * scale * 1.4;
      if (c.r * scale >= 80) write(fitted(pen, groups[g].name, wide), { x: c.x, y: c.y - c.r }, 0, 13, 600);
    }
  });
}

// What of the map is at a point: a closed community, a bundle, else the innermost open community.
function mapAt(view, point, scale) {
  const within = (g) => { const c = view.map.places.groups.get(g); return Math.hypot(c.x - point.x, c.y - point.y) <= c.r; };
  const shut = [...view.map.closed].find(within);
  if (shut !== undefined) return { closed: shut };
  let best = null, least = 7 / scale;
  const lit = litNow(view);
  for (const bundle of view.map.bundles) {
    if (bundleAlpha(view, bundle, lit) < 0.02) continue;
    const [a, b] = [circleOf(view.map, bundle.one), circleOf(view.map, bundle.other)];
    const dx = b.x - a.x, dy = b.y - a.y, far = dx * dx + dy * dy || 1;
    const t = Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / far));
    const gap = Math.hypot(a.x + t * dx - point.x, a.y + t * dy - point.y);
    if (gap < least) { least = gap; best = bundle; }
  }
  if (best) return { bundle: best };
  const open = view.map.open.filter(within);
  return open.length ? { open: open[open.length - 1] } : {};
}
