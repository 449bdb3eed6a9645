// Where communities and their members stand: circles packed within circles. Nothing moves when a
// community is opened, since its members have had their places in its circle before. Sums,
// products and roots (a ring: sines), rounded: the same places at every opening.

const LEAF = 95, SMALLEST = 0.34, RING = 16;

// Put circle c against a and b, on the outside of the front.
function against(b, a, c) {
  const dx = b.x - a.x, dy = b.y - a.y, far = dx * dx + dy * dy;
  const toA = (a.r + c.r) ** 2, toB = (b.r + c.r) ** 2;
  const along = (far + toA - toB) / (2 * far), aside = Math.sqrt(Math.max(0, toA / far - along * along));
  c.x = a.x + along * dx + aside * dy;
  c.y = a.y + along * dy - aside * dx;
}

function touching(a, b) {
  const both = a.r + b.r - 1e-6;
  return both > 0 && both * both > (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
}

function outwards({ it: a, next: { it: b } }) {
  const both = a.r + b.r;
  return ((a.x * b.r + b.x * a.r) / both) ** 2 + ((a.y * b.r + b.y * a.r) / both) ** 2;
}

// The front-chain of Wang and others, "Visualization of large hierarchical data by circle packing"
// (2006), as d3-hierarchy has it: each circle goes where the front is nearest to the middle.
function packAround(circles) {
  circles.forEach((c) => { c.x = 0; c.y = 0; });
  if (circles.length < 2) return;
  circles[0].x = -circles[1].r;
  circles[1].x = circles[0].r;
  if (circles.length < 3) return;
  against(circles[1], circles[0], circles[2]);
  let [a, b, c] = circles.slice(0, 3).map((it) => ({ it }));
  a.next = c.before = b; b.next = a.before = c; c.next = b.before = a;
  for (let i = 3; i < circles.length; i += 1) {
    const it = circles[i];
    let hit = true;
    while (hit) {
      hit = false;
      against(a.it, b.it, it);
      let ahead = b.next, behind = a.before, nextTo = b.it.r, backTo = a.it.r;
      do {
        if (nextTo <= backTo) {
          if (touching(ahead.it, it)) { b = ahead; hit = true; break; }
          nextTo += ahead.it.r; ahead = ahead.next;
        } else {
          if (touching(behind.it, it)) { a = behind; hit = true; break; }
          backTo += behind.it.r; behind = behind.before;
        }
      } while (ahead !== behind.next);
      if (hit) { a.next = b; b.before = a; }
    }
    c = { it, before: a, next: b };
    a.next = c; b.before = c; b = c;
    let least = outwards(a);
    for (let at = c.next; at !== c; at = at.next) {
      const far = outwards(at);
      if (far < least) { a = at; least = far; }
    }
    b = a.next;
  }
}

// A few large circles stand on a ring, so that the lines between any two are seen.
function ringed(circles, tall) {
  if (circles.length === 1) { circles[0].x = 0; circles[0].y = 0; return; }
  const pairs = circles.map((c, i) => (c.r + circles[(i + 1) % circles.length].r) / 2);
  const turn = (radius) => pairs.reduce((sum, half) => sum + 2 * Math.asin(Math.min(1, half / radius)), 0);
  let low = Math.max(...pairs), high = pairs.reduce((sum, half) => sum + half, low);
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (turn(middle) > 2 * Math.PI) low = middle; else high = middle;
  }
  let angle = Math.PI;
  const stretch = (2 * Math.PI) / turn(high);
  circles.forEach((c, i) => {
    c.x = Math.cos(angle) * high * (tall ? 1 : 1.25);
    c.y = Math.sin(angle) * high * (tall ? 1.55 : 1);
    angle += 2 * Math.asin(Math.min(1, pairs[i] / high)) * stretch;
  });
}

// The middle of the circles becomes the origin; return the radius that holds them all.
function centred(circles) {
  const side = (of, pick) => pick(...circles.map(of));
  const x = (side((c) => c.x - c.r, Math.min) + side((c) => c.x + c.r, Math.max)) / 2;
  const y = (side((c) => c.y - c.r, Math.min) + side((c) => c.y + c.r, Math.max)) / 2;
  circles.forEach((c) => { c.x -= x; c.y -= y; });
  return Math.max(...circles.map((c) => Math.hypot(c.x, c.y) + c.r));
}

// Pack what is kept; `counts` is the number of things kept in each community. Returns the circle
// (x, y, r) of each thing and community.
function packed(kept, counts) {
  const found = { things: new Map(), groups: new Map() };
  const leaf = (thing) => ({ thing, r: LEAF });
  const inner = (number) => {
    const g = groups[number];
    const leaves = g.inside.filter((i) => kept.has(i)).map(leaf);
    const first = leaves.filter((c) => g.id.endsWith(`~${things[c.thing].key}`));
    const parts = g.parts.filter((i) => counts[i]).map(inner);
    const least = SMALLEST * Math.max(0, ...parts.map((c) => c.r));
    parts.forEach((c) => { c.r = Math.max(c.r, least); });
    first.forEach((c) => { c.r = Math.max(c.r, least * 1.3); });
    const rest = [...parts, ...leaves.filter((c) => !first.includes(c))];
    const inside = [...first, ...rest.sort((a, b) => b.r - a.r)];
    packAround(inside);
    const r = centred(inside);
    return { group: number, inside, r: counts[number] > 1 ? r * 1.06 + 30 : r };
  };
  const roots = groups.map((g, i) => i).filter((i) => groups[i].parent < 0 && counts[i]).map(inner);
  const largest = Math.max(LEAF, ...roots.map((c) => c.r));
  const alone = [...kept].filter((i) => things[i].home < 0).map(leaf);
  const all = [...alone, ...roots];
  const few = all.length <= RING, tall = frame.clientHeight > frame.clientWidth;
  // air between the widest ones, and no dots among them that cannot be seen
  for (const c of all) {
    c.own = c.r;
    c.shown = Math.max(c.r, largest * (c.group === undefined ? 0.13 : few ? (tall ? 0.4 : 0.32) : 0.12));
    c.r = c.shown + largest * (few ? 0.16 : 0.08);
  }
  if (few) ringed(all, tall); else { all.sort((a, b) => b.r - a.r); packAround(all); }
  if (all.length) centred(all);
  all.forEach((c) => { c.r = c.shown; });
  const settle = (c, x, y) => {
    const at = { x: Math.round(x + c.x), y: Math.round(y + c.y), r: Math.round(c.r) };
    (c.group === undefined ? found.things : found.groups).set(c.group === undefined ? c.thing : c.group, at);
    (c.inside || []).forEach((one) => settle(one, x + c.x, y + c.y));
  };
  all.forEach((c) => settle(c, 0, 0));
  return found;
}
