// How two things meet, as kg/query/meetings.py says it: any two axes are set against each other here.

const data = JSON.parse($("data").textContent);
const things = data.things, claims = data.claims, sources = data.sources;
const axisOf = new Map(data.axes.map((a) => [a.id, a]));
const kindAt = things.map(() => "");
data.axes.forEach((a) => a.things.forEach((i) => { kindAt[i] = a.kind; }));
const modelsAt = new Map();
data.models.forEach((m) => m.sites.forEach((site) => {
  if (!modelsAt.has(site)) modelsAt.set(site, []);
  modelsAt.get(site).push(m.thing);
}));
const SURELY = ["reported", "planned", "expected"];
const below = (map, key, made) => { if (!map.has(key)) map.set(key, made()); return map.get(key); };
const byNumber = (map) => [...map.entries()].sort((a, b) => a[0] - b[0]);

// Calls meet(row, column, way, status, tone, told, beside, via) for each meeting, whatever the way.
function meetings(rows, columns, can, meet) {
  const isPair = (one, other) => kindAt[one] === rows.kind && kindAt[other] === columns.kind;
  claims.forEach((c, i) => {
    for (const [one, other] of [[c.from, c.to], [c.to, c.from]]) {
      if (isPair(one, other)) meet(one, other, "tied", c.status, c.tone, [i], [], -1);
    }
    if (!can.includes("of-model")) return;
    const [site, thing] = kindAt[c.from] === "vanguard" ? [c.from, c.to] : [c.to, c.from];
    for (const model of modelsAt.get(site) || []) {
      if (isPair(model, thing)) meet(model, thing, "of-model", c.status, c.tone, [i], [], site);
      else if (isPair(thing, model)) meet(thing, model, "of-model", c.status, c.tone, [i], [], site);
    }
  });
  if (can.includes("together")) together(rows.kind, columns.kind, meet);
}

// What stands together in a vanguard: a meeting for each two statuses, as sure as the less sure one.
function together(rowKind, columnKind, meet) {
  const sites = new Map();
  claims.forEach((c, i) => {
    if (kindAt[c.from] !== "vanguard" || !SURELY.includes(c.status)) return;
    const sides = below(sites, c.from, () => new Map());
    const told = below(below(sides, kindAt[c.to], () => new Map()), c.to, () => new Map());
    below(told, c.status, () => []).push(i);
  });
  const listed = (side) => byNumber(side || new Map()).flatMap(([thing, told]) => [...told.keys()].sort().map((status) => [thing, status, told.get(status)]));
  for (const [site, sides] of byNumber(sites)) {
    for (const [row, one, told] of listed(sides.get(rowKind))) {
      for (const [column, other, beside] of listed(sides.get(columnKind))) {
        const status = SURELY[Math.max(SURELY.indexOf(one), SURELY.indexOf(other))];
        meet(row, column, "together", status, "told", told, beside, site);
      }
    }
  }
}

const ORDERS = [data.ways, data.tones, data.statuses].map((list) => new Map(list.map((v, i) => [v.id, i])));

// The cells of two axes with their marks in the order of the legend; there is none for a gap.
function cellsOf(rows, columns, can) {
  const found = new Map();
  meetings(rows, columns, can, (row, column, way, status, tone, told, beside, via) => {
    const marks = below(below(found, row, () => new Map()), column, () => new Map());
    const [a, b, c] = [way, tone, status].map((id, i) => ORDERS[i].get(id));
    below(marks, a * 10000 + b * 100 + c, () => ({ way, tone, status, meetings: [] })).meetings.push([told, beside, via]);
  });
  return byNumber(found).flatMap(([row, across]) =>
    byNumber(across).map(([column, marks]) => ({ row, column, marks: byNumber(marks).map(([, mark]) => mark) })));
}
