// The controls, and one function that shows the state.

function amount(of, wanted) {
  const found = new Map();
  data.cells.forEach((cell) => cell.marks.filter(wanted).forEach((m) => {
    if (!found.has(m[of])) found.set(m[of], new Set());
    m.meetings.forEach(([one, other]) => [...one, ...other].forEach((c) => found.get(m[of]).add(c)));
  }));
  return new Map([...found].map(([id, told]) => [id, told.size]));
}

const AMOUNTS = { statuses: "status", tones: "tone", ways: "way" };

const anyTone = data.tones.length ? data.tones[0].id : "told";
const rings = (w) => bubble(w.id, w.id === "together" ? "told" : anyTone, "reported", 8);

function build() {
  const told = data.tones.length ? "tied" : "together";
  switches("statuses", (s) => bubble(s.id === "negated" ? "tied" : told, anyTone, s.id, 8), (s) => s.label, new Map());
  switches("tones", (t) => bubble("tied", t.id, "reported", 8), (t) => t.label, new Map());
  switches("ways", rings, (w) => w.label, new Map());
  $("tone-box").hidden = data.tones.length < 2;
  $("way-box").hidden = data.ways.length < 2;
  choices("model", "All care models", data.models.map((m) => [things[m.thing].key, things[m.thing].label]));
  choices("source", "All sources", sources.map((s) => [s.id, s.title]));
  let typing = 0;
  // a large map is drawn once the typing rests
  $("text").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => go({ text: $("text").value }, true), 150); });
  $("confidence").addEventListener("input", () => go({ confidence: Number($("confidence").value) }, true));
  $("order").addEventListener("change", () => go({ order: $("order").value }));
  $("gaps").addEventListener("click", () => go({ gaps: !state.gaps }));
  $("reset").addEventListener("click", () => { const { cell, order, gaps } = state; go({ ...blank(), cell, order, gaps }); });
  $("csv").addEventListener("click", saveMap);
  $("claims").addEventListener("click", saveClaims);
  $("skip").addEventListener("click", (event) => { event.preventDefault(); $("details").focus(); });
  $("grid").addEventListener("click", (event) => { const button = event.target.closest("button.cell"); if (button) open(button.dataset.cell); });
  $("details").addEventListener("keydown", (event) => {
    const button = event.key === "Escape" && buttonOf(state.cell);
    if (button) button.focus();
  });
  document.addEventListener("keydown", (event) => {
    const busy = ["INPUT", "SELECT", "TEXTAREA"].includes(document.activeElement.tagName);
    if (event.key === "/" && !busy) { event.preventDefault(); $("filters").open = true; $("text").focus(); }
  });
  [1, 3, 6].forEach((n) => $("sizes").append(bubble("tied", anyTone, "reported", radius(n)), el("span", { text: n === 6 ? "6+" : n })));
  if (window.matchMedia("(max-width: 700px)").matches) $("filters").open = false;
}

const buttonOf = (key) => [...$("grid").querySelectorAll("button.cell")].find((b) => b.dataset.cell === key);

function open(key) {
  go({ cell: key });
  $("details").focus();
}

function controls(view) {
  for (const [name, of] of Object.entries(AMOUNTS)) {
    const told = amount(of, (m) => name === "ways" || !state.ways.has(m.way));
    $(name).querySelectorAll("label").forEach((row) => {
      const box = row.querySelector("input");
      box.checked = !state[name].has(box.value);
      row.querySelector("b").textContent = told.get(box.value) || 0;
    });
  }
  if ($("text").value !== state.text && document.activeElement !== $("text")) $("text").value = state.text;
  $("model").value = state.model;
  $("source").value = state.source;
  $("order").value = state.order;
  $("confidence").value = state.confidence;
  $("confidence-value").textContent = state.confidence;
  $("gaps").setAttribute("aria-pressed", String(state.gaps));
  const told = union([...view.cells.values()].map((c) => c.told));
  const gone = [[data.rows, view.rows, "row"], [data.columns, view.columns, "column"]]
    .map(([all, shown, word]) => [all.things.length - shown.length, word]).filter(([n]) => n).map(([n, word]) => plural(n, word));
  const hidden = gone.length ? ` Without any, and hidden: ${gone.join(" and ")}.` : "";
  const all = view.rows.length * view.columns.length;
  $("summary").textContent = `${counts(told)} in ${view.cells.size} of ${plural(all, "cell")}; ${plural(all - view.cells.size, "gap")}.${hidden}`;
}

let drawnFor = null;
const ready = arrows($("grid"));

function render() {
  state = fromAddress(addressNow());
  const view = viewOf(state);
  controls(view);
  const drawn = toAddress({ ...state, cell: null });
  if (drawn !== drawnFor) $("grid").replaceChildren(gridOf(view));
  drawnFor = drawn;
  $("grid").querySelectorAll("button.cell[aria-current]").forEach((b) => b.removeAttribute("aria-current"));
  const button = state.cell === null ? null : buttonOf(state.cell);
  if (button) button.setAttribute("aria-current", "true");
  ready();
  $("details").replaceChildren(...(state.cell === null ? welcome(view) : cellCard(cellOf.get(state.cell), view.cells.get(state.cell))));
  $("details").scrollTop = 0;
  document.documentElement.dataset.shown = addressNow();
}

build();
window.addEventListener("hashchange", render);
render();
