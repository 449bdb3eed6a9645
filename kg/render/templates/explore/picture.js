// The drawing: vis-network with places computed in advance, no physics.

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const frame = document.getElementById("picture");
let nodes = null, edges = null, network = null, framed = "";

function theme() {
  const ink = dark.matches ? "#e8eaec" : "#1d2329", paper = dark.matches ? "#16191d" : "#fbfbf9";
  const border = dark.matches ? "#cfd6dc" : "#33383d";
  const font = { color: ink, strokeColor: paper };
  const groups = {};
  for (const k of data.kinds) groups[k.id] = { color: { background: k.colour, border, highlight: { background: k.colour, border: ink }, hover: { background: k.colour, border: ink } } };
  return { nodes: { font }, edges: { font: { ...font, size: 14, face: "system-ui, sans-serif", strokeWidth: 4 } }, groups };
}

function draw() {
  const options = drawing.options, look = theme();
  // on a small screen the whole picture leaves room for the names of the hubs alone
  if (frame.clientWidth < 500) drawing.nodes.forEach((n) => { if (n.group === "model") { n.font = { size: 62 }; n.widthConstraint = { maximum: 420 }; } });
  options.nodes.font = { ...options.nodes.font, ...look.nodes.font };
  options.edges.font = look.edges.font;
  for (const k of data.kinds) options.groups[k.id] = { ...options.groups[k.id], ...look.groups[k.id] };
  const title = (t) => `${t.label.slice(0, 300)}\n${kindOf.get(t.kind).label}, ${plural(t.degree, "neighbour")}`;
  drawing.nodes.forEach((n) => { n.title = title(things[n.id]); });
  drawing.edges.forEach((e) => { e.title = words(e.id); });
  nodes = new vis.DataSet();
  edges = new vis.DataSet();
  network = new vis.Network(frame, { nodes, edges }, options);
  const inner = frame.firstElementChild;
  inner.setAttribute("role", "application");
  inner.setAttribute("aria-label", "Picture of the network. Arrow keys move it, + and - zoom. The Table button shows the same facts as a table.");
  network.on("click", (event) => {
    if (event.nodes.length) go({ focus: things[event.nodes[0]].key, line: null, to: null });
    else if (event.edges.length) go({ line: lineKey(lines[event.edges[0]]) });
    else if (state.line !== null) go({ line: null });
  });
  network.on("hoverNode", () => { inner.style.cursor = "pointer"; });
  network.on("hoverEdge", () => { inner.style.cursor = "pointer"; });
  network.on("blurNode", () => { inner.style.cursor = ""; });
  network.on("blurEdge", () => { inner.style.cursor = ""; });
  dark.addEventListener("change", () => network.setOptions(theme()));
}

// The scale and middle at which the things shown fill the frame, names included.
function framing(view, placeOf) {
  const at = [...view.things].map(placeOf);
  if (!at.length) return { scale: 1, position: { x: 0, y: 0 } };
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const { x, y } of at) { left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y); }
  const scale = Math.min(frame.clientWidth / (right - left + 230), frame.clientHeight / (bottom - top + 190), 1.15);
  return { scale: Math.max(scale, 0.02), position: { x: (left + right) / 2, y: (top + bottom) / 2 + 40 } };
}

// Only what is shown is given to vis-network: what is hidden costs as much as what is seen.
function bring(set, wanted, changed, between) {
  set.remove(set.getIds().filter((i) => !wanted.has(i)));
  if (between) between();
  set.update([...wanted.values()].filter((now) => { const was = set.get(now.id); return was === null || changed(was, now); }));
}

function paint(view) {
  if (network === null) draw();
  const places = view.focus === null ? null : neighbourhoodPlaces(view);
  const placeOf = (i) => (places && places.get(i)) || things[i];
  const frames = framing(view, placeOf);
  // in a neighbourhood all names are of one size, which can be read when it fills the frame
  const size = Math.round(Math.max(14, Math.min(23, 11.5 / frames.scale)));
  const near = { font: { size }, widthConstraint: { maximum: size * 9.5 } };
  const looks = new Map(), told = new Map();
  for (const i of view.things) {
    const { x, y } = placeOf(i), own = places ? near : drawing.nodes[i];
    looks.set(i, { ...drawing.nodes[i], x, y, font: own.font, widthConstraint: own.widthConstraint });
  }
  // figures are told on the lines where there is room; bare directions only where there is much
  for (const i of view.lines) {
    const said = lines[i].says, few = view.lines.size < (/\d/.test(said) ? 90 : 25);
    told.set(i, { ...drawing.edges[i], label: view.focus !== null && said && few ? said : undefined });
  }
  const changed = (was, now) => was.x !== now.x || was.y !== now.y || was.label !== now.label || (was.font || now.font || 0).size !== (now.font || 0).size;
  bring(edges, told, changed, () => bring(nodes, looks, changed));
  network.unselectAll();
  const line = state.line === null ? null : lineNumber.get(state.line);
  if (line !== null) network.setSelection({ nodes: [], edges: [line] });
  else if (view.focus !== null) network.setSelection({ nodes: [view.focus], edges: [] }, { highlightEdges: false });
  fit = () => network.moveTo(frames);
  const now = JSON.stringify([state.view, state.focus, state.to, state.depth, narrowed(state), view.things.size]);
  if (now !== framed) { framed = now; fit(); }
}

let fit = () => {};
