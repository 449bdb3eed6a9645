// What is shown lives in the address behind the #, as in the explorer.

const data = JSON.parse($("data").textContent);
const things = data.things, claims = data.claims, sources = data.sources;
const numberOf = new Map(things.map((t, i) => [t.key, i]));
const toneOf = new Map(data.tones.map((t) => [t.id, t]));
const statusOf = new Map(data.statuses.map((s) => [s.id, s]));
const wayOf = new Map(data.ways.map((w) => [w.id, w]));
const sitesOf = new Map(data.models.map((m) => [m.thing, new Set([m.thing, ...m.sites])]));
const cellKey = (row, column) => `${things[row].key}|${things[column].key}`;
const cellOf = new Map(data.cells.map((c) => [cellKey(c.row, c.column), c]));
data.cells.forEach((c) => c.marks.forEach((m) => {
  m.meetings = m.meetings.map(([told, beside, via]) => [data.groups[told], data.groups[beside], via]);
}));
const LISTS = { statuses: data.statuses, tones: data.tones, ways: data.ways };

function blank() {
  const off = new Set(data.ways.filter((w) => !w.shown).map((w) => w.id));
  return {
    cell: null, order: "told", gaps: data.gaps,
    statuses: new Set(), tones: new Set(), ways: off,
    text: "", model: "", source: "", confidence: 0,
  };
}

let state = blank();
const listed = (set) => [...set].sort().join(",") || "none";

// Whatever the address says is checked against what there is: a stranger may have written it.
function fromAddress(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const next = blank();
  next.cell = cellOf.has(given.get("cell")) ? given.get("cell") : null;
  if (given.get("order") === "name") next.order = "name";
  if (given.has("gaps")) next.gaps = given.get("gaps") === "true";
  for (const [name, list] of Object.entries(LISTS)) {
    if (!given.has(name)) continue;
    const off = new Set(given.get(name).split(","));
    next[name] = new Set(list.map((v) => v.id).filter((id) => off.has(id)));
  }
  next.text = (given.get("text") || "").slice(0, 200);
  next.model = sitesOf.has(numberOf.get(given.get("model"))) ? given.get("model") : "";
  next.source = sources.some((s) => s.id === given.get("source")) ? given.get("source") : "";
  next.confidence = Math.min(1, Math.max(0, parseFloat(given.get("confidence")) || 0));
  return next;
}

function toAddress(s) {
  const said = new URLSearchParams();
  const start = blank();
  for (const name of ["cell", "order", "gaps", "text", "model", "source", "confidence"]) {
    if (s[name] !== start[name] && s[name] !== null) said.set(name, s[name]);
  }
  for (const name of Object.keys(LISTS)) {
    if (listed(s[name]) !== listed(start[name])) said.set(name, listed(s[name]));
  }
  return "#" + said.toString();
}
