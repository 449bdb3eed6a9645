// The controls, and one function that shows the state.

function amount(of, wanted) {
  const found = new Map();
  here.cells.forEach((cell) => cell.marks.filter(wanted).forEach((m) => {
    const told = below(found, m[of], () => new Set());
    m.meetings.forEach(([one, other]) => [...one, ...other].forEach((c) => told.add(c)));
  }));
  return new Map([...found].map(([id, told]) => [id, told.size]));
}

const AMOUNTS = { statuses: "status", tones: "tone", ways: "way" };

// The switches and the legend of the two axes, made anew when the axes change.
let legendOf = null;
function legend() {
  if (legendOf === here) return;
  legendOf = here;
  Object.assign(LISTS, here.lists);
  const tone = LISTS.tones.length ? LISTS.tones[0].id : "told", told = LISTS.tones.length ? "tied" : "together";
  const icons = {
    statuses: (s) => bubble(s.id === "negated" ? "tied" : told, tone, s.id, 8),
    tones: (t) => bubble("tied", t.id, "reported", 8),
    ways: (w) => bubble(w.id, w.id === "together" ? "told" : tone, "reported", 8),
  };
  for (const [name, icon] of Object.entries(icons)) {
    $(name).replaceChildren();
    switches(name, icon, (v) => v.label, new Map());
  }
  $("tone-box").hidden = LISTS.tones.length < 2;
  $("way-box").hidden = LISTS.ways.length < 2;
  $("sizes").replaceChildren(el("span", { text: "Claims:" }), ...[1, 3, 6].flatMap((n) => [bubble("tied", tone, "reported", radius(n)), el("span", { text: n === 6 ? "6+" : n })]));
}

function build() {
  // a large map is drawn once the typing rests
  const models = data.models.map((m) => things[m.thing]);
  buildFilters({ models, kept: ["rows", "columns", "cell", "order", "gaps"], rest: 150, first: "text" });
  for (const name of ["rows", "columns"]) $(name).addEventListener("change", () => go(turned({ [name]: $(name).value })));
  $("swap").addEventListener("click", () => go(turned({ rows: state.columns, columns: state.rows })));
  $("order").addEventListener("change", () => go({ order: $("order").value }));
  $("gaps").addEventListener("click", () => go({ gaps: !state.gaps }));
  $("svg").addEventListener("click", saveFigure);
  $("csv").addEventListener("click", saveMap);
  $("claims").addEventListener("click", saveClaims);
  $("grid").addEventListener("click", (event) => { const button = event.target.closest("button.cell"); if (button) open(button.dataset.cell); });
  $("details").addEventListener("keydown", (event) => {
    const button = event.key === "Escape" && buttonOf(state.cell);
    if (button) button.focus();
  });
}

const buttonOf = (key) => [...$("grid").querySelectorAll("button.cell")].find((b) => b.dataset.cell === key);

function open(key) {
  go({ cell: key });
  $("details").focus();
}

function controls(view) {
  for (const [name, of] of Object.entries(AMOUNTS)) {
    const told = amount(of, (m) => name === "ways" || !state.ways.has(m.way));
    $(name).querySelectorAll("label").forEach((row) => { row.querySelector("b").textContent = (told.get(row.querySelector("input").value) || 0).toLocaleString("en-GB"); });
  }
  showFilters();
  $("rows").value = state.rows;
  $("columns").value = state.columns;
  $("sides").textContent = here.words;
  document.title = `${data.title || "Evidence map"}: ${here.words.toLowerCase()}`;
  $("order").value = state.order;
  $("gaps").setAttribute("aria-pressed", String(state.gaps));
  const told = union([...view.cells.values()].map((c) => c.told));
  const gone = [[here.rows, view.rows, "row"], [here.columns, view.columns, "column"]]
    .map(([all, shown, word]) => [all.things.length - shown.length, word]).filter(([n]) => n).map(([n, word]) => plural(n, word));
  const hidden = gone.length ? ` Without any, and hidden: ${gone.join(" and ")}.` : "";
  const all = view.rows.length * view.columns.length;
  $("summary").textContent = `${counts(told)} in ${view.cells.size.toLocaleString("en-GB")} of ${plural(all, "cell")}; ${plural(all - view.cells.size, "gap")}.${hidden}`;
  $("filtered").textContent = filterWords(state);
  $("filtered").hidden = !$("filtered").textContent;
}

let drawnFor = null;
const ready = arrows($("grid"));

function render() {
  state = fromAddress(addressNow());
  here = pairOf(state.rows, state.columns);
  legend();
  const view = viewOf(state);
  controls(view);
  const drawn = toAddress({ ...state, cell: null });
  const beyond = view.cells.has(state.cell) && !buttonOf(state.cell);
  if (drawn !== drawnFor || beyond) $("grid").replaceChildren(gridOf(view));
  drawnFor = drawn;
  $("grid").querySelectorAll("button.cell[aria-current]").forEach((b) => b.removeAttribute("aria-current"));
  const button = state.cell === null ? null : buttonOf(state.cell);
  if (button) button.setAttribute("aria-current", "true");
  ready();
  $("details").replaceChildren(...(state.cell === null ? welcome(view) : cellCard(here.cellOf.get(state.cell), view.cells.get(state.cell))));
  $("details").scrollTop = 0;
  document.documentElement.dataset.shown = addressNow();
}

build();
window.addEventListener("hashchange", render);
render();
