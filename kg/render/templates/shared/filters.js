// The filters that pages share: what an address says of them, and the fields that show them.

const NO_FILTERS = { text: "", model: "", source: "", confidence: 0 };
const listed = (set) => [...set].sort().join(",") || "none";

// Sets on `next` what an address says and is there; a stranger may have written it.
function readFilters(given, next, lists, isModel) {
  for (const [name, list] of Object.entries(lists)) {
    if (!given.has(name)) continue;
    const off = new Set(given.get(name).split(","));
    next[name] = new Set(list.map((v) => v.id).filter((id) => off.has(id)));
  }
  next.text = (given.get("text") || "").slice(0, 200);
  next.model = isModel(given.get("model")) ? given.get("model") : "";
  next.source = sources.some((s) => s.id === given.get("source")) ? given.get("source") : "";
  next.confidence = Math.min(1, Math.max(0, parseFloat(given.get("confidence")) || 0));
  return next;
}

// What a state says otherwise than `start` does: the values of these names, then the filters.
function saidOtherwise(s, start, names) {
  const said = new URLSearchParams();
  for (const name of [...names, ...Object.keys(NO_FILTERS)]) {
    if (s[name] !== start[name] && s[name] !== null) said.set(name, s[name]);
  }
  for (const name of Object.keys(LISTS)) {
    if (listed(s[name]) !== listed(start[name])) said.set(name, listed(s[name]));
  }
  return said;
}

// Makes the fields work; `kept` are the parts of the state that clearing the filters leaves, typing
// waits for `rest` milliseconds, and "/" leads to the field `first`.
let typing = 0;
function buildFilters({ models, kept, rest, first }) {
  choices("model", "All care models", models.map((thing) => [thing.key, thing.label]));
  choices("source", "All sources", sources.map((s) => [s.id, s.title]));
  const typed = () => { typing = 0; go({ text: $("text").value }, true); };
  $("text").addEventListener("input", () => { clearTimeout(typing); if (rest) typing = setTimeout(typed, rest); else typed(); });
  $("confidence").addEventListener("input", () => go({ confidence: Number($("confidence").value) }, true));
  $("reset").addEventListener("click", () => go({ ...blank(state), ...Object.fromEntries(kept.map((name) => [name, state[name]])) }));
  $("skip").addEventListener("click", (event) => { event.preventDefault(); $("details").focus(); });
  document.addEventListener("keydown", (event) => {
    const busy = ["INPUT", "SELECT", "TEXTAREA"].includes(document.activeElement.tagName);
    if (event.key !== "/" || busy) return;
    event.preventDefault();
    if ($("filters").contains($(first))) $("filters").open = true;
    $(first).focus();
  });
  if (window.matchMedia("(max-width: 700px)").matches) $("filters").open = false;
}

function showFilters() {
  for (const name of Object.keys(LISTS)) {
    $(name).querySelectorAll("input").forEach((box) => { box.checked = !state[name].has(box.value); });
  }
  if (!typing && $("text").value !== state.text) $("text").value = state.text;
  for (const name of ["model", "source", "confidence"]) $(name).value = state[name];
  $("confidence-value").textContent = state.confidence;
}

// Rows as a file that spreadsheets read: UTF-8 with its mark, a header, lines ended as RFC 4180 says.
function saveTable(columns, rows, name) {
  const text = [columns, ...rows].map((row) => row.map((value) => csvCell(String(value))).join(",")).join("\r\n");
  offer(new Blob(["\ufeff" + text + "\r\n"], { type: "text/csv" }), name);
}
