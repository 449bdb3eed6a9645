// Which cells, bubbles and claims are shown: pure functions of the state.

const quotes = new Map();
function quoteOf(c) {
  if (!quotes.has(c)) quotes.set(c, fold(claims[c].words.map((w) => w.quote).join(" ")));
  return quotes.get(c);
}

function passing(s) {
  const wanted = fold(s.text.trim());
  const sites = s.model ? sitesOf.get(numberOf.get(s.model)) : null;
  const named = (i) => fold(things[i].label).includes(wanted);
  const kept = claims.map((c) =>
    (!s.source || sources[c.source].id === s.source) &&
    c.confidence >= s.confidence &&
    (!sites || sites.has(c.from) || sites.has(c.to)));
  return {
    named: (cell) => !wanted || named(cell.row) || named(cell.column),
    claim: (c, free) => kept[c] && (free || named(claims[c].from) || named(claims[c].to) || quoteOf(c).includes(wanted)),
  };
}

// The bubbles of a cell with the meetings that the filters let through; none for a gap.
function marksShown(cell, s, passes) {
  const free = passes.named(cell);
  const out = [];
  for (const mark of cell.marks) {
    if (s.ways.has(mark.way) || s.statuses.has(mark.status) || s.tones.has(mark.tone)) continue;
    const met = [], told = new Set(), via = new Set();
    for (const [one, other, site] of mark.meetings) {
      // what stands together is looked for by its words on either side
      const words = free || (other.length && [...one, ...other].some((c) => passes.claim(c, false)));
      const here = one.filter((c) => passes.claim(c, words)), there = other.filter((c) => passes.claim(c, words));
      if (!here.length || (other.length && !there.length)) continue;
      met.push({ told: here, beside: there, via: site });
      [...here, ...there].forEach((c) => told.add(c));
      if (site >= 0) via.add(site);
    }
    if (met.length) out.push({ ...mark, met, told, via, weight: mark.way === "together" ? via.size : told.size });
  }
  return out;
}

const union = (sets) => new Set(sets.flatMap((set) => [...set]));
const claimsIn = (marks) => union(marks.map((m) => m.told));
const sourcesIn = (told) => new Set([...told].map((c) => claims[c].source));

function viewOf(s) {
  const passes = passing(s);
  const cells = new Map(), byRow = new Map(), byColumn = new Map();
  for (const cell of here.cells) {
    const marks = marksShown(cell, s, passes);
    if (!marks.length) continue;
    const told = claimsIn(marks);
    cells.set(cellKey(cell.row, cell.column), { ...cell, marks, told });
    for (const [side, thing] of [[byRow, cell.row], [byColumn, cell.column]]) {
      if (!side.has(thing)) side.set(thing, { told: new Set(), weight: 0 });
      told.forEach((c) => side.get(thing).told.add(c));
      side.get(thing).weight += told.size;
    }
  }
  const sorted = (list, side) => {
    const weight = (i) => (side.has(i) ? side.get(i).weight : 0);
    const kept = list.filter((i) => s.gaps || side.has(i));
    // the lists come by name, and sorting keeps that order among equals
    return s.order === "name" ? kept : kept.sort((a, b) => weight(b) - weight(a));
  };
  return { cells, byRow, byColumn, rows: sorted(here.rows.things, byRow), columns: sorted(here.columns.things, byColumn) };
}
