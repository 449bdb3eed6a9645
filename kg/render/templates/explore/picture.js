// The drawing: vis-network with places computed in advance, no physics.

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const frame = document.getElementById("picture");
let nodes = null, edges = null, network = null, framed = "", seen = null, openedAt = -Infinity;
let drawnNow = { nodes: new Map(), edges: new Map() };

function theme() {
  const ink = inkNow(), border = dark.matches ? "#cfd6dc" : "#33383d", looks = {};
  for (const k of data.kinds) looks[k.id] = { color: { background: k.colour, border, highlight: { background: k.colour, border: ink }, hover: { background: k.colour, border: ink } } };
  return { groups: looks };
}

function draw() {
  const options = drawing.options, look = theme();
  for (const k of data.kinds) options.groups[k.id] = { ...options.groups[k.id], ...look.groups[k.id] };
  nodes = new vis.DataSet();
  edges = new vis.DataSet();
  network = new vis.Network(frame, { nodes, edges }, options);
  const inner = frame.firstElementChild;
  inner.setAttribute("role", "application");
  inner.setAttribute("aria-label", "Picture of the network. Arrow keys move it, + and - zoom, N and P step through what is shown, Enter opens it. The Table button shows the same facts as a table.");
  network.on("beforeDrawing", (pen) => { if (seen.map) drawBehind(pen, seen, network.getScale()); });
  network.on("afterDrawing", (pen) => {
    const scale = network.getScale();
    if (seen.map) drawOver(pen, seen, scale);
    drawLabels(pen, seen, scale);
    drawStep(pen);
  });
  network.on("click", picked);
  network.on("doubleClick", (event) => {
    if (!seen.map || event.nodes.length || performance.now() - openedAt < 700) return;
    const { open } = mapAt(seen, event.pointer.canvas, network.getScale());
    if (open !== undefined) closeCommunity(open);
  });
  const point = (name) => () => { inner.style.cursor = name; };
  network.on("hoverNode", point("pointer"));
  network.on("hoverEdge", point("pointer"));
  network.on("blurNode", point(""));
  network.on("blurEdge", point(""));
  inner.addEventListener("pointermove", (event) => {
    if (!seen.map || event.buttons) return;
    const box = inner.getBoundingClientRect();
    const at = network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top });
    const hit = mapAt(seen, at, network.getScale());
    inner.style.cursor = hit.closed !== undefined || hit.bundle ? "pointer" : "";
    const now = hit.closed === undefined ? null : -1 - hit.closed;
    if (now !== pointed) { pointed = now; network.redraw(); }
    inner.title = hit.closed !== undefined ? `${groups[hit.closed].name}: ${plural(seen.map.counts[hit.closed], "thing")}` : hit.bundle ? `${labelOf(hit.bundle.one)} – ${labelOf(hit.bundle.other)}: ${plural(hit.bundle.lines.length, "line")}` : "";
  });
  inner.addEventListener("keydown", stepped);
  frame.addEventListener("pointerdown", () => frame.classList.add("pointer"), true);
  frame.addEventListener("keydown", () => frame.classList.remove("pointer"), true);
  dark.addEventListener("change", () => network.setOptions(theme()));
}

function picked(event) {
  const none = { line: null, between: [], card: null };
  if (performance.now() - openedAt < 450) return;  // the second half of a double click
  if (event.nodes.length) { goTo(event.nodes[0]); return; }
  const hit = seen.map ? mapAt(seen, event.pointer.canvas, network.getScale()) : {};
  if (hit.closed !== undefined) { openedAt = performance.now(); openCommunity(hit.closed); }
  else if (event.edges.length) go({ ...none, line: lineKey(lines[event.edges[0]]) });
  else if (hit.bundle) go({ ...none, between: [nameOf(hit.bundle.one), nameOf(hit.bundle.other)] });
  else if (hit.open !== undefined) go({ ...none, card: groups[hit.open].id });
  else go({ ...none, ...(state.where === "map" ? { focus: null, where: null } : {}) });
}

// The scale and middle at which circles or the things shown fill the frame; names need room of
// their own around them, the same on the screen however large the picture.
function framing(at, side, above, below) {
  if (!at.length) return { scale: 1, position: { x: 0, y: 0 } };
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const { x, y, r = 14 } of at) { left = Math.min(left, x - r); right = Math.max(right, x + r); top = Math.min(top, y - r); bottom = Math.max(bottom, y + r); }
  const scale = Math.max(0.002, Math.min((frame.clientWidth - 2 * side) / (right - left), (frame.clientHeight - above - below) / (bottom - top), 1.15));
  return { scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 + (below - above) / 2 / scale } };
}

// Only what is shown is given to vis-network: what is hidden costs as much as what is seen.
function bring(set, wanted, changed, between) {
  set.remove(set.getIds().filter((i) => !wanted.has(i)));
  if (between) between();
  set.update([...wanted.values()].filter((now) => { const was = set.get(now.id); return was === null || changed(was, now); }));
}

// Where things stand, how large their names are, and what fills the frame.
function mapLooks(view) {
  const looks = new Map(), { places } = view.map;
  for (const i of view.things) {
    const c = places.things.get(i), k = c.r / LEAF;
    looks.set(i, things[i].home < 0 ? { ...nodeLook(i), x: c.x, y: c.y, size: c.r * 0.75 } : { ...nodeLook(i, k), x: c.x, y: c.y - 20 * k });
  }
  const card = state.card === null ? null : groupNumber.get(state.card);
  const home = state.where !== "map" ? -1 : things[view.focus].home;
  const target = card !== null && places.groups.has(card) ? [places.groups.get(card)]
    : home >= 0 ? [places.groups.get(home)]
      : [...places.groups.values(), ...places.things.values()];
  const frames = framing(target, target.length > 1 ? 38 : 28, 34, target.length > 1 ? 44 : 24);
  return { looks, frames };
}

const atOf = ({ x, y }) => ({ x, y });

function plainLooks(view) {
  const looks = new Map();
  const places = view.focus === null ? null : neighbourhoodPlaces(view);
  const placeOf = (i) => (places && places.get(i)) || things[i];
  const frames = framing([...view.things].map((i) => atOf(placeOf(i))), frame.clientWidth < 500 ? 40 : 62, 30, 56);
  const grown = Math.max(1, Math.min(2, 0.4 / frames.scale));
  for (const i of view.things) looks.set(i, { ...nodeLook(i, grown), ...atOf(placeOf(i)) });
  return { looks, frames };
}

function paint(view) {
  seen = view;
  pointed = null;
  if (network === null) draw();
  const { looks, frames } = view.map ? mapLooks(view) : plainLooks(view);
  const told = new Map();
  // figures are told on the lines where there is room; bare directions only where there is much
  for (const i of view.lines) {
    const said = lines[i].says, few = view.lines.size < (/\d/.test(said) ? 90 : 25);
    told.set(i, { ...edgeLook(i), says: view.focus !== null && few && !view.map ? said : "" });
  }
  const changed = (was, now) => was.x !== now.x || was.y !== now.y || was.size !== now.size;
  bring(edges, told, changed, () => bring(nodes, looks, changed));
  drawnNow = { nodes: looks, edges: told };
  network.unselectAll();
  const line = lineNumber(state.line);
  if (line !== undefined && told.has(line)) network.setSelection({ nodes: [], edges: [line] });
  else if (view.focus !== null && looks.has(view.focus)) network.setSelection({ nodes: [view.focus], edges: view.map ? linesAt[view.focus].filter((i) => told.has(i)) : [] }, { highlightEdges: false });
  fit = (gently) => network.moveTo({ ...frames, animation: gently && !calm.matches ? { duration: 380, easingFunction: "easeInOutQuad" } : false });
  const now = JSON.stringify([state.view, state.focus, state.where, state.to, state.depth, narrowed(state), state.card, view.map ? view.all : view.things.size]);
  const first = framed === "";
  if (now !== framed) { framed = now; fit(Boolean(view.map) && !first); }
  network.redraw();
}

let fit = () => {};
