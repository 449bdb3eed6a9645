// The controls, and one function that shows the state.

function build() {
  switches("kinds", (k) => kindIcon(k.id), (k) => k.plural, count(things, (t) => t.kind));
  switches("statuses", (s) => lineIcon(s.id === "negated" ? "#d32f2f" : "currentColor", s.dashes, s.id === "negated"), (s) => s.label, count(lines, (l) => l.status));
  switches("relations", (r) => lineIcon(r.colour, [], false), (r) => r.label, count(lines, (l) => l.relation));
  choices("model", "All care models", things.filter((t) => t.kind === "model").map((t) => [t.key, t.label]));
  choices("source", "All sources", sources.map((s) => [s.id, s.title]));
  $("text").addEventListener("input", () => go({ text: $("text").value }, true));
  $("confidence").addEventListener("input", () => go({ confidence: Number($("confidence").value) }, true));
  $("depth").addEventListener("change", () => go({ depth: Number($("depth").value) }));
  $("overview").addEventListener("click", () => go({ view: "overview", focus: null, to: null, line: null }));
  $("all").addEventListener("click", () => go({ view: "all", focus: null, to: null, line: null }));
  $("table").addEventListener("click", () => go({ show: state.show === "table" ? "picture" : "table" }));
  $("reset").addEventListener("click", () => { const { view, focus, to, depth, show } = state; go({ ...blank(), view, focus, to, depth, show }); });
  $("fit").addEventListener("click", () => fit());
  $("png").addEventListener("click", savePicture);
  $("csv").addEventListener("click", saveRows);
  $("skip").addEventListener("click", (event) => { event.preventDefault(); $("details").focus(); });
  combobox($("find"), $("found"), (i) => go({ focus: things[i].key, to: null, line: null }));
  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(document.activeElement.tagName);
    if (event.key === "/" && !typing) { event.preventDefault(); $("find").focus(); }
  });
  if (window.matchMedia("(max-width: 700px)").matches) $("filters").open = false;
}

function controls(view) {
  for (const name of Object.keys(LISTS)) {
    $(name).querySelectorAll("input").forEach((box) => { box.checked = !state[name].has(box.value); });
  }
  if ($("text").value !== state.text) $("text").value = state.text;
  $("model").value = state.model;
  $("source").value = state.source;
  $("confidence").value = state.confidence;
  $("confidence-value").textContent = state.confidence;
  $("depth").value = state.depth;
  $("depths").hidden = state.focus === null || state.to !== null;
  $("overview").setAttribute("aria-pressed", String(state.focus === null && state.view === "overview"));
  $("all").setAttribute("aria-pressed", String(state.focus === null && state.view === "all"));
  $("table").setAttribute("aria-pressed", String(state.show === "table"));
  const what = state.to !== null ? "The way between two things" : state.focus !== null ? `Around ${things[view.focus].short}` : narrowed(state) ? "What the filters let through" : state.view === "all" ? "Everything" : "At a glance: the programme and what its sites share";
  const cut = view.all > view.things.size ? ` (the most connected of ${view.all}; find or filter to see others)` : "";
  $("summary").textContent = `${what}: ${plural(view.things.size, "thing")}${cut}, ${plural(view.lines.size, "line")}.`;
}

function render() {
  state = fromAddress(addressNow());
  const view = viewOf(state);
  controls(view);
  const table = state.show === "table";
  $("rows").hidden = !table;
  frame.hidden = table;
  if (table) $("rows").replaceChildren(...tableOf(view));
  else { paint(view); }
  const card = state.line !== null ? lineCard(lineNumber.get(state.line)) : state.to !== null ? pathCard(view) : state.focus !== null ? thingCard(view.focus) : welcome();
  $("details").replaceChildren(...card);
  $("details").scrollTop = 0;
  document.documentElement.dataset.shown = addressNow();
}

build();
window.addEventListener("hashchange", render);
render();
