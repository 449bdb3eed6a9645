// Names and figures in letters of one size on the screen, as on a road map: the most important
// first, each where it touches no other, more of them the nearer one comes.

const RANKS = { model: [0, 13.5, 600, 165], programme: [1, 12.5, 600, 130], vanguard: [2, 11.5, 400, 104] };
const LANDMARK = [3, 11.5, 400, 110], OTHER = [4, 10.5, 400, 98], CHOSEN = [-1, 14.5, 600, 150];
const TICKS = [0.5, 0.4, 0.6, 0.32, 0.68, 0.25];
const measure = document.createElement("canvas").getContext("2d");
const widths = new Map();
let placed = { view: null, scale: 0, found: [] };

function widthOf(text, size, weight) {
  const key = `${weight} ${size} ${text}`;
  if (!widths.has(key)) { measure.font = `${weight} ${size}px ${FACE}`; widths.set(key, measure.measureText(text).width); }
  return widths.get(key);
}

// Words broken into rows that fit a width; the last row is cut where there are more than `most`.
function rowsOfText(text, size, weight, wide, most) {
  const out = [];
  let row = "";
  for (const word of text.split(" ")) {
    const longer = row ? `${row} ${word}` : word;
    if (row && widthOf(longer, size, weight) > wide) { out.push(row); row = word; } else row = longer;
  }
  out.push(row);
  return out.length > most ? [...out.slice(0, most - 1), `${out[most - 1]}…`] : out;
}

function rankOf(view, i) {
  if (i === view.focus || (view.path && numberOf.get(state.to) === i)) return CHOSEN;
  return RANKS[things[i].kind] || (things[i].landmark ? LANDMARK : OTHER);
}

// The point of a line at a share of its way, and the point that bends it (as vis-network has it).
function bendOf(edge) {
  const a = drawnNow.nodes.get(edge.from), b = drawnNow.nodes.get(edge.to);
  if (!edge.smooth) return { a, b, via: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } };
  const dx = b.x - a.x, dy = a.y - b.y, half = edge.smooth.roundness / 2;
  const angle = Math.atan2(dy, dx) + ((edge.smooth.type === "curvedCW" ? half : -half) + 0.5) * Math.PI;
  const far = (half + 0.5) * Math.hypot(dx, dy);
  return { a, b, via: { x: a.x + far * Math.sin(angle), y: a.y + far * Math.cos(angle) } };
}
function pointOn({ a, b, via }, t) {
  const [p, q, r] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return { x: p * a.x + q * via.x + r * b.x, y: p * a.y + q * via.y + r * b.y };
}

// Boxes (left, right, top, bottom) by the squares of the screen that they lie in.
const SQUARE = 80;
function boxes() {
  const squares = new Map();
  const over = (box, visit) => {
    for (let x = Math.floor(box[0] / SQUARE); x <= Math.floor(box[1] / SQUARE); x += 1) {
      for (let y = Math.floor(box[2] / SQUARE); y <= Math.floor(box[3] / SQUARE); y += 1) if (visit(`${x} ${y}`)) return true;
    }
    return false;
  };
  return {
    add: (box) => over(box, (key) => { if (!squares.has(key)) squares.set(key, []); squares.get(key).push(box); }),
    hit: (box) => over(box, (key) => (squares.get(key) || []).some((one) => touches(one, box))),
    hits: (box) => { const all = new Set(); over(box, (key) => { (squares.get(key) || []).forEach((one) => { if (touches(one, box)) all.add(one); }); }); return all.size; },
  };
}

const touches = (a, b) => a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3];

// A name in one size around its mark: below, above, right or left of it, or a little aside.
function placesFor(n, scale, size, weight, wide, most) {
  const rows = rowsOfText(things[n.id].short, size, weight, wide, most), step = size * 1.16;
  const half = Math.max(...rows.map((row) => widthOf(row, size, weight))) / 2 + 1, high = rows.length * step;
  const x = n.x * scale, y = n.y * scale, r = n.size * scale + 2;
  const under = y + r + 1, over = y - r - high - 1, aside = half * 0.6;
  return [[x, under], [x, over], [x + r + half + 2, y - high / 2], [x - r - half - 2, y - high / 2], [x + aside, under], [x - aside, under], [x + aside, over], [x - aside, over]].map(([cx, top]) => ({
    rows, size, weight, step, x: cx / scale, y: (top + step / 2) / scale, box: [cx - half, cx + half, top, top + high],
  }));
}

// Of places that are not free, the one that covers the fewest marks.
const leastOver = (tries, marks) => tries.map((one) => [marks.hits(one.box), one]).sort((a, b) => a[0] - b[0]).map(([, one]) => one)[0];

// The labels of a view at a scale: rows, size, weight, and the place of the first row's middle.
function labelsOf(view, scale) {
  if (placed.view === view && placed.scale === scale) return placed.found;
  const found = [], few = view.things.size <= 40 ? 1.5 : 0;
  const names = boxes(), marks = boxes(), hubs = boxes();
  const ranked = [...drawnNow.nodes.values()].map((n) => ({ n, rank: rankOf(view, n.id) }))
    .sort((one, other) => one.rank[0] - other.rank[0] || things[other.n.id].degree - things[one.n.id].degree || one.n.id - other.n.id);
  const markOf = ({ n }) => { const r = n.size * scale; return [n.x * scale - r, n.x * scale + r, n.y * scale - r, n.y * scale + r]; };
  let left = Infinity, right = -Infinity;
  for (const one of ranked) {
    const box = markOf(one);
    left = Math.min(left, box[0]);
    right = Math.max(right, box[1]);
    marks.add(box);
    if (one.rank[0] < 2) hubs.add(box);
  }
  if (view.map) view.map.closed.forEach((g) => { const c = view.map.places.groups.get(g), r = c.r * 0.8 * scale; if (r < 600) marks.add([c.x * scale - r, c.x * scale + r, c.y * scale - r, c.y * scale + r]); });
  // nothing is named beyond the edges of a picture that fills its frame
  const small = frame.clientWidth < 500, side = (small ? 40 : 62) - 3;
  const inside = ({ box }) => view.map || (box[0] > left - side && box[1] < right + side);
  const free = (label, others) => inside(label) && !names.hit(label.box) && !others.hit(label.box);
  const keep = (label) => { found.push(label); names.add(label.box); };
  for (const { n, rank: [level, base, weight, wide] } of ranked) {
    const tries = placesFor(n, scale, base + few - (small && level < 2 ? 1.5 : 0), weight, small ? wide * 0.85 : wide, level < 2 || few ? 4 : 3);
    if (level > 1 && level < 4 && !few) tries.push(...placesFor(n, scale, 9.5, weight, 72, 3));
    const label = tries.find((one) => free(one, marks)) || (level < 2 && !view.map && (leastOver(tries.filter((one) => free(one, hubs)), marks) || (level < 1 && tries[0])));
    if (label) keep(label);
  }
  for (const edge of drawnNow.edges.values()) {
    if (!edge.says) continue;
    const curve = bendOf(edge), size = 11.5, half = widthOf(edge.says, size, 400) / 2 + 2;
    const tries = TICKS.map((t) => pointOn(curve, t)).map(({ x, y }) => ({ rows: [edge.says], size, weight: 400, step: size, x, y, box: [x * scale - half, x * scale + half, y * scale - 7, y * scale + 7] }));
    const label = tries.find((one) => free(one, marks));
    if (label) keep(label);
  }
  placed = { view, scale, found };
  return found;
}

// Letters are drawn on the screen's own grid: letters of a scaled plane would stand apart.
function onScreen(pen, scale, write) {
  pen.save();
  const at = pen.getTransform(), ratio = at.a / scale;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 3.5;
  pen.fillStyle = inkNow();
  pen.strokeStyle = paperNow();
  write((text, c, below, size, weight) => {
    const x = (c.x * at.a + at.e) / ratio, y = (c.y * at.d + at.f) / ratio + below;
    if (x < -200 || y < -60 || x > frame.clientWidth + 200 || y > frame.clientHeight + 60) return;
    pen.font = `${weight} ${size}px ${FACE}`;
    pen.strokeText(text, x, y);
    pen.fillText(text, x, y);
  });
  pen.restore();
}

function drawLabels(pen, view, scale) {
  onScreen(pen, scale, (write) => {
    for (const label of labelsOf(view, scale)) label.rows.forEach((row, i) => write(row, label, i * label.step, label.size, label.weight));
  });
}
