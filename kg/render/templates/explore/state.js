// What is shown lives in the address behind the #, so that back, forward and a link work.

const data = JSON.parse(document.getElementById("data").textContent);
const drawing = JSON.parse(document.getElementById("drawing").textContent);
const unpacked = ({ keys, rows }) => rows.map((row) => Object.fromEntries(keys.map((key, i) => [key, row[i]])));
for (const name of ["things", "lines", "claims"]) data[name] = unpacked(data[name]);
for (const claim of data.claims) claim.words = claim.words.map(([quote, start, end, before, after]) => ({ quote, start, end, before, after }));
const things = data.things, lines = data.lines, claims = data.claims, sources = data.sources;
const numberOf = new Map(things.map((t, i) => [t.key, i]));
const kindOf = new Map(data.kinds.map((k) => [k.id, k]));
const relationOf = new Map(data.relations.map((r) => [r.id, r]));
const lineKey = (l) => [things[l.from].key, l.relation, l.status, things[l.to].key, l.says].join("|");
let lineNumbers = null;
function lineNumber(key) {
  if (key === null) return undefined;
  lineNumbers = lineNumbers || new Map(lines.map((l, i) => [lineKey(l), i]));
  return lineNumbers.get(key);
}
const linesAt = things.map(() => []);
lines.forEach((l, i) => { linesAt[l.from].push(i); if (l.to !== l.from) linesAt[l.to].push(i); });

// The communities of a large graph: what lies directly in each, and the communities within it.
const groups = data.communities.map((g) => ({ ...g, inside: [], parts: [] }));
groups.forEach((g, i) => { if (g.parent >= 0) groups[g.parent].parts.push(i); });
things.forEach((t, i) => { if (t.home >= 0) groups[t.home].inside.push(i); });
const groupNumber = new Map(groups.map((g, i) => [g.id, i]));

const LISTS = { kinds: data.kinds, relations: data.relations, statuses: data.statuses };

function blank() {
  return {
    view: "overview", focus: null, depth: 1, line: null, to: null, show: "picture",
    where: null, open: [], card: null, between: [],
    kinds: new Set(), relations: new Set(), statuses: new Set(), ...NO_FILTERS,
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
  next.line = lineNumber(given.get("line")) === undefined ? null : given.get("line");
  if (given.get("where") === "map" && groups.length && next.focus !== null && next.to === null) next.where = "map";
  next.open = [...new Set(given.getAll("open"))].filter((id) => groupNumber.has(id));
  next.card = groupNumber.has(given.get("card")) ? given.get("card") : null;
  const ends = given.getAll("between").filter((id) => groupNumber.has(id) || numberOf.has(id));
  next.between = ends.length === 2 && ends[0] !== ends[1] ? ends : [];
  return readFilters(given, next, LISTS, (key) => numberOf.has(key));
}

function toAddress(s) {
  const said = saidOtherwise(s, blank(), ["view", "focus", "where", "to", "depth", "line", "show", "card"]);
  for (const name of ["open", "between"]) s[name].forEach((id) => said.append(name, id));
  return "#" + said.toString();
}
