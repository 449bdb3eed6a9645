// The controls, and one function that shows the state.

const START = { focus: null, where: null, to: null, line: null, card: null, between: [], open: [] };

// One step that switches a whole list off, or on again: two lead to one kind of line alone.
function flips(name, what) {
  const flip = el("button", { type: "button", class: "flip", id: `flip-${name}`, click: () => go({ [name]: new Set(state[name].size ? [] : LISTS[name].map((v) => v.id)) }) });
  flip.dataset.what = what;
  $(name).before(flip);
}

function showFlips() {
  document.querySelectorAll(".flip").forEach((flip) => {
    flip.textContent = state[flip.id.slice(5)].size ? "all" : "none";
    flip.setAttribute("aria-label", `${flip.dataset.what}: show ${flip.textContent}`);
  });
}

function build() {
  switches("kinds", (k) => kindIcon(k.id), (k) => k.plural, count(things, (t) => t.kind));
  switches("statuses", (s) => lineIcon(s.id === "negated" ? "#d32f2f" : "currentColor", s.dashes, s.id === "negated"), (s) => s.label, count(lines, (l) => l.status));
  switches("relations", (r) => lineIcon(r.colour, [], false), (r) => r.label, count(lines, (l) => l.relation));
  flips("kinds", "Things");
  flips("relations", "Lines");
  const models = things.filter((t) => t.kind === "model");
  buildFilters({ models, kept: ["view", "focus", "where", "to", "depth", "show", "open", "card"], rest: groups.length ? 200 : 0, first: "find" });
  $("depth").addEventListener("change", () => go({ depth: Number($("depth").value) }));
  $("overview").addEventListener("click", () => go({ view: "overview", ...START }));
  $("all").addEventListener("click", () => go({ view: "all", ...START }));
  $("all").hidden = groups.length > 0;
  $("close").addEventListener("click", () => go({ open: [], card: null, between: [] }));
  $("table").addEventListener("click", () => go({ show: state.show === "table" ? "picture" : "table" }));
  $("fit").addEventListener("click", () => fit(true));
  $("png").addEventListener("click", savePicture);
  $("svg").addEventListener("click", saveVector);
  $("csv").addEventListener("click", saveRows);
  combobox($("find"), $("found"), goTo);
}

function controls(view) {
  showFilters();
  showFlips();
  $("depth").value = state.depth;
  $("depths").hidden = state.focus === null || state.to !== null || state.where === "map";
  $("overview").setAttribute("aria-pressed", String(state.focus === null && (state.view === "overview" || groups.length > 0)));
  $("all").setAttribute("aria-pressed", String(state.focus === null && state.view === "all"));
  $("table").setAttribute("aria-pressed", String(state.show === "table"));
  const ways = $("ways");
  $("open").hidden = !view.map || !view.map.open.length;
  if (view.map) {
    const chips = view.map.open.map((g) => el("button", { type: "button", class: "chip", "aria-label": `Close ${groups[g].name}`, click: () => closeCommunity(g) }, el("span", { text: cut(groups[g].name, 40) }), el("span", { "aria-hidden": "true", text: "×" })));
    ways.replaceChildren("Open:", ...chips.slice(-8), ...(chips.length > 8 ? [el("span", { text: `and ${chips.length - 8} more` })] : []));
  }
  $("summary").textContent = summary(view);
}

function summary(view) {
  if (state.to !== null) return `The way between two things: ${plural(view.things.size, "thing")}, ${plural(view.lines.size, "line")}.`;
  const around = state.focus !== null && state.where !== "map";
  const what = around ? `Around ${things[view.focus].short}` : narrowed(state) ? "What the filters let through" : view.map ? "The whole graph" : state.view === "all" ? "Everything" : "At a glance: the programme and what its sites share";
  if (!view.map || !view.map.closed.size) return `${what}: ${plural(view.things.size, "thing")}, ${plural(view.lines.size, "line")}.`;
  const shut = view.map.closed.size, left = [...view.map.left].filter((g) => !view.map.open.includes(g)).length;
  const parts = [shut ? plural(shut, "closed community", "closed communities") : "", view.things.size ? `${plural(view.things.size, "thing")} on ${view.things.size === 1 ? "its" : "their"} own` : ""].filter(Boolean).join(" and ");
  return `${what}: ${plural(view.all, "thing")}, shown as ${parts || "nothing"}.${left ? ` ${plural(left, "community stays", "communities stay")} closed, since not more than ${LIMIT} things are drawn at once.` : ""}`;
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
  const card = state.line !== null ? lineCard(lineNumber(state.line)) : state.between.length ? bundleCard(view) : state.card !== null && view.map ? communityCard(view, groupNumber.get(state.card)) : state.to !== null ? pathCard(view) : state.focus !== null ? thingCard(view.focus) : welcome();
  $("details").replaceChildren(...card);
  $("details").scrollTop = 0;
  document.documentElement.dataset.shown = addressNow();
}

build();
window.addEventListener("hashchange", render);
render();
