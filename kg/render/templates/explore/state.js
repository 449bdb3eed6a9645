// What is shown lives in the address behind the #, so that back, forward and a link work.

const data = JSON.parse(document.getElementById("data").textContent);
const drawing = JSON.parse(document.getElementById("drawing").textContent);
const things = data.things, lines = data.lines, claims = data.claims, sources = data.sources;
const numberOf = new Map(things.map((t, i) => [t.key, i]));
const kindOf = new Map(data.kinds.map((k) => [k.id, k]));
const relationOf = new Map(data.relations.map((r) => [r.id, r]));
const lineKey = (l) => [things[l.from].key, l.relation, l.status, things[l.to].key, l.says].join("|");
const lineNumber = new Map(lines.map((l, i) => [lineKey(l), i]));
const linesAt = things.map(() => []);
lines.forEach((l, i) => { linesAt[l.from].push(i); if (l.to !== l.from) linesAt[l.to].push(i); });

const LISTS = { kinds: data.kinds, relations: data.relations, statuses: data.statuses };

function blank() {
  return {
    view: "overview", focus: null, depth: 1, line: null, to: null, show: "picture",
    kinds: new Set(), relations: new Set(), statuses: new Set(),
    text: "", model: "", source: "", confidence: 0,
  };
}

let state = blank();

// Whatever the address says is checked against what there is: a stranger may have written it.
function fromAddress(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const next = blank();
  const known = (name) => (numberOf.has(given.get(name)) ? given.get(name) : null);
  if (given.get("view") === "all") next.view = "all";
  if (given.get("show") === "table") next.show = "table";
  next.focus = known("focus");
  next.to = next.focus === null ? null : known("to");
  next.depth = Math.min(3, Math.max(1, parseInt(given.get("depth"), 10) || 1));
  next.line = lineNumber.has(given.get("line")) ? given.get("line") : null;
  for (const [name, list] of Object.entries(LISTS)) {
    const off = new Set((given.get(name) || "").split(","));
    next[name] = new Set(list.map((v) => v.id).filter((id) => off.has(id)));
  }
  next.text = (given.get("text") || "").slice(0, 200);
  next.model = known("model") || "";
  next.source = sources.some((s) => s.id === given.get("source")) ? given.get("source") : "";
  next.confidence = Math.min(1, Math.max(0, parseFloat(given.get("confidence")) || 0));
  return next;
}

function toAddress(s) {
  const said = new URLSearchParams();
  const start = blank();
  for (const name of ["view", "focus", "to", "depth", "line", "show", "text", "model", "source", "confidence"]) {
    if (s[name] !== start[name] && s[name] !== null) said.set(name, s[name]);
  }
  for (const name of Object.keys(LISTS)) {
    if (s[name].size) said.set(name, [...s[name]].sort().join(","));
  }
  return "#" + said.toString();
}
