// Which things and lines are shown: pure functions of the state.

// How many things a page draws at most; in a large graph a neighbourhood of more than `NEAR` is rolled
// up too, and what filters leave opens by itself up to `AT_ONCE`.
const LIMIT = 1500, NEAR = 300, AT_ONCE = 150;
const folded = new Map();
function foldedClaim(i) {
  if (!folded.has(i)) folded.set(i, fold(claims[i].words.map((w) => w.quote).join(" ")));
  return folded.get(i);
}

const sitesOf = new Map();
lines.forEach((l) => {
  if (l.relation !== "care_model" || l.status !== "reported") return;
  const key = things[l.to].key;
  if (!sitesOf.has(key)) sitesOf.set(key, new Set([l.to]));
  sitesOf.get(key).add(l.from);
});

function narrowed(s) {
  return Boolean(s.text || s.model || s.source || s.confidence);
}

// The claims of a line that the filters let through.
function claimsShown(i, s) {
  const line = lines[i];
  if (s.relations.has(line.relation) || s.statuses.has(line.status)) return [];
  if (s.kinds.has(things[line.from].kind) || s.kinds.has(things[line.to].kind)) return [];
  if (s.model) {
    const sites = sitesOf.get(s.model);
    if (!sites || !(sites.has(line.from) || sites.has(line.to))) return [];
  }
  const wanted = fold(s.text.trim());
  const named = wanted && (fold(things[line.from].label).includes(wanted) || fold(things[line.to].label).includes(wanted));
  return line.claims.filter((c) =>
    (!s.source || sources[claims[c].source].id === s.source) &&
    claims[c].confidence >= s.confidence &&
    (!wanted || named || foldedClaim(c).includes(wanted)));
}

function around(start, depth, passing) {
  const seen = new Set([start]);
  let edge = [start];
  for (let step = 0; step < depth; step += 1) {
    const next = [];
    for (const thing of edge) {
      for (const i of linesAt[thing]) {
        if (!passing.has(i)) continue;
        const other = lines[i].from === thing ? lines[i].to : lines[i].from;
        if (!seen.has(other)) { seen.add(other); next.push(other); }
      }
    }
    edge = next;
  }
  return seen;
}

// The fewest lines between two things, breadth first; null where nothing joins them.
function pathBetween(start, end, passing) {
  const came = new Map([[start, null]]);
  let edge = [start];
  while (edge.length && !came.has(end)) {
    const next = [];
    for (const thing of edge) {
      for (const i of linesAt[thing]) {
        if (!passing.has(i)) continue;
        const other = lines[i].from === thing ? lines[i].to : lines[i].from;
        if (!came.has(other)) { came.set(other, i); next.push(other); }
      }
    }
    edge = next;
  }
  if (!came.has(end)) return null;
  const steps = [];
  for (let at = end; at !== start;) {
    const i = came.get(at);
    const before = lines[i].from === at ? lines[i].to : lines[i].from;
    steps.unshift({ line: i, from: before, to: at });
    at = before;
  }
  return steps;
}

// The lines that the filters let through; asked again and again with the same filters.
let passed = { of: null, lines: null };
function filtersOf(s) {
  return JSON.stringify([...Object.keys(LISTS).map((name) => [...s[name]]), s.text, s.model, s.source, s.confidence]);
}
function passingLines(s) {
  const of = filtersOf(s);
  if (passed.of !== of) {
    const found = new Set();
    lines.forEach((_, i) => { if (claimsShown(i, s).length) found.add(i); });
    passed = { of, lines: found };
  }
  return passed.lines;
}

function viewOf(s) {
  const passing = passingLines(s);
  const focus = s.focus === null ? null : numberOf.get(s.focus);
  let path = null, kept;
  if (focus !== null && s.to !== null) {
    path = pathBetween(focus, numberOf.get(s.to), passing);
    kept = new Set([focus, numberOf.get(s.to)]);
    (path || []).forEach((step) => { kept.add(step.from); kept.add(step.to); });
  } else if (focus !== null && s.where !== "map") {
    kept = around(focus, s.depth, passing);
  } else {
    const wide = groups.length || s.view === "all" || narrowed(s);
    const joined = new Set();
    passing.forEach((i) => { joined.add(lines[i].from); joined.add(lines[i].to); });
    kept = new Set([...things.keys()].filter((i) => i === focus || (joined.has(i) && (wide || things[i].core))));
  }
  const far = focus !== null && s.where !== "map";
  const all = kept.size;
  if (groups.length && s.to === null && (!far || all > NEAR)) return mapOf(kept, passing, s, focus);
  const shown = new Set([...passing].filter((i) => kept.has(lines[i].from) && kept.has(lines[i].to)));
  return { things: kept, lines: shown, path, focus, all, map: null };
}

// A neighbourhood gets a layout of its own: the thing in the middle, rings by nearness and kind,
// as much taller or wider as the frame is.
function neighbourhoodPlaces(view) {
  const tall = Math.max(0.65, Math.min(1.5, (frame.clientHeight - 86) / Math.max(1, frame.clientWidth - 124)));
  const places = new Map([[view.focus, { x: 0, y: 0 }]]);
  if (view.path) {
    const row = [view.focus, ...view.path.map((step) => step.to)];
    row.forEach((thing, i) => places.set(thing, tall > 1.2 ? { x: (i % 2) * 130, y: i * 230 } : { x: i * 330, y: (i % 2) * 130 }));
    return places;
  }
  const order = data.kinds.map((k) => k.id);
  const angle = new Map([[view.focus, 0]]);
  let ring = 0, edge = [view.focus];
  while (places.size < view.things.size) {
    const next = new Map();
    for (const thing of edge) {
      for (const i of linesAt[thing]) {
        const other = lines[i].from === thing ? lines[i].to : lines[i].from;
        if (!view.lines.has(i) || places.has(other) || next.has(other)) continue;
        next.set(other, angle.get(thing));
      }
    }
    if (!next.size) {
      [...view.things].filter((t) => !places.has(t)).forEach((t) => next.set(t, 0));
    }
    const found = [...next.keys()].sort((a, b) =>
      (ring ? next.get(a) - next.get(b) : 0) ||
      order.indexOf(things[a].kind) - order.indexOf(things[b].kind) || a - b);
    for (let done = 0; done < found.length;) {
      const rest = found.length - done;
      const room = Math.min(rest, 9 + 7 * ring);
      for (let i = 0; i < room; i += 1) {
        const turn = -Math.PI / 2 + (2 * Math.PI * (i + (ring % 2) / 2)) / room;
        const thing = found[done + i];
        const far = 300 + 240 * ring;
        places.set(thing, { x: Math.round(Math.cos(turn) * far), y: Math.round(Math.sin(turn) * far * tall) });
        angle.set(thing, turn);
      }
      done += room;
      ring += 1;
    }
    edge = found;
  }
  return places;
}
