// What is shown lives in the address behind the #, as in the explorer: the two axes come first.

const numberOf = new Map(things.map((t, i) => [t.key, i]));
const toneOf = new Map(data.tones.map((t) => [t.id, t]));
const statusOf = new Map(data.statuses.map((s) => [s.id, s]));
const wayOf = new Map(data.ways.map((w) => [w.id, w]));
const sitesOf = new Map(data.models.map((m) => [m.thing, new Set([m.thing, ...m.sites])]));
const cellKey = (row, column) => `${things[row].key}|${things[column].key}`;

// Two axes with all that they hold, worked out when they are first asked for.
const pairs = new Map();
function pairOf(rows, columns) {
  return below(pairs, `${rows} ${columns}`, () => {
    const { can, usual } = data.pairs[[rows, columns].sort().join(" ")];
    const opening = [rows, columns].join() === [data.opens.rows, data.opens.columns].join();
    const on = new Set(opening ? data.opens.ways : usual);
    const down = axisOf.get(rows), across = axisOf.get(columns), cells = cellsOf(down, across, can);
    const marks = cells.flatMap((cell) => cell.marks);
    const told = new Set(marks.filter((m) => m.way !== "together").map((m) => m.tone));
    const used = new Set(marks.filter((m) => on.has(m.way)).flatMap((m) => m.meetings).flatMap(([one, other]) => [...one, ...other]));
    const beside = claims.filter((c, i) => !used.has(i) && [c.from, c.to].some((end) => [down.kind, across.kind].includes(kindAt[end])));
    return {
      rows: down, columns: across, cells,
      cellOf: new Map(cells.map((c) => [cellKey(c.row, c.column), c])),
      off: new Set(can.filter((way) => !on.has(way))),
      lists: { statuses: data.statuses, tones: data.tones.filter((t) => told.has(t.id)), ways: data.ways.filter((w) => can.includes(w.id)) },
      leftOut: beside.length + (data.apart[down.kind] || 0) + (data.apart[across.kind] || 0),
      words: `${down.many} by ${across.many.toLowerCase()}`,
    };
  });
}

function blank({ rows, columns }) {
  return {
    rows, columns, cell: null, order: "told", gaps: data.opens.gaps,
    statuses: new Set(), tones: new Set(), ways: new Set(pairOf(rows, columns).off), ...NO_FILTERS,
  };
}

let state = blank(data.opens);
let here = pairOf(state.rows, state.columns);
const LISTS = { ...here.lists };

// Two axes of which the address asks; where it asks for one twice, the columns give way.
function axesFrom(given) {
  const known = (name) => (axisOf.has(given.get(name)) ? given.get(name) : data.opens[name]);
  const rows = known("rows"), columns = known("columns");
  if (rows !== columns) return { rows, columns };
  return { rows, columns: rows === data.opens.columns ? data.opens.rows : data.opens.columns };
}

// Whatever the address says is checked against what there is: a stranger may have written it.
function fromAddress(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const next = blank(axesFrom(given)), pair = pairOf(next.rows, next.columns);
  next.cell = pair.cellOf.has(given.get("cell")) ? given.get("cell") : null;
  if (given.get("order") === "name") next.order = "name";
  if (given.has("gaps")) next.gaps = given.get("gaps") === "true";
  return readFilters(given, next, pair.lists, (key) => sitesOf.has(numberOf.get(key)));
}

function toAddress(s) {
  const { rows, columns } = data.opens, asOpened = s.rows === rows && s.columns === columns;
  const axes = asOpened ? {} : { rows: null, columns: null };
  return "#" + saidOtherwise(s, { ...blank(s), ...axes }, ["rows", "columns", "cell", "order", "gaps"]).toString();
}

// Other axes: what can be kept of the filters is kept. Of two that would be the same, they swap.
function turned(change) {
  const rows = change.rows || state.rows, columns = change.columns || state.columns;
  const axes = rows === columns ? { rows: state.columns, columns: state.rows } : { rows, columns };
  const { order, gaps, statuses, text, model, source, confidence } = state;
  return { ...blank(axes), order, gaps, statuses, text, model, source, confidence };
}

// The filters in words, for a print and a figure; nothing where all is shown.
function filterWords(s) {
  const only = (name) => LISTS[name].filter((v) => !s[name].has(v.id)).map((v) => v.label.toLowerCase()).join(", ") || "nothing";
  const source = s.source && sources.find((x) => x.id === s.source);
  return [
    ...["statuses", "tones"].filter((name) => s[name].size).map((name) => `only ${only(name)}`),
    listed(s.ways) === listed(here.off) ? "" : `met: ${only("ways")}`,
    s.model && things[numberOf.get(s.model)].label,
    source && `source: ${cut(source.title, 90)}`,
    s.text && `words “${s.text}”`,
    s.confidence ? `confidence at least ${s.confidence}` : "",
  ].filter(Boolean).join("; ");
}
