// A graph too large to be seen at once: what is shown when some communities are open. Pure
// functions of the state; the circles come from pack.js.

const waysUp = (number) => { const up = []; for (let g = number; g >= 0; g = groups[g].parent) up.unshift(g); return up; };
const nameOf = (item) => (item < 0 ? groups[-1 - item].id : things[item].key);
const labelOf = (item) => (item < 0 ? groups[-1 - item].name : things[item].label);
const itemOf = (id) => (groupNumber.has(id) ? -1 - groupNumber.get(id) : numberOf.get(id));
// An item of the map is a number: that of a thing, or -1 - that of a closed community.

function countsOf(kept) {
  const counts = new Int32Array(groups.length);
  kept.forEach((i) => { for (let g = things[i].home; g >= 0; g = groups[g].parent) counts[g] += 1; });
  return counts;
}

let packedFor = { of: null, places: null };
function placesOf(kept, counts, s) {
  const of = filtersOf(s) + kept.size;
  if (packedFor.of !== of) packedFor = { of, places: packed(kept, counts) };
  return packedFor.places;
}

// The communities that are open: those of the thing in focus, then what was opened last, as many
// as a screen can bear; the others stay closed and the summary says so.
function openOnes(kept, counts, s, focus) {
  const parts = (g) => groups[g].parts.filter((p) => counts[p]).length + groups[g].inside.filter((i) => kept.has(i)).length;
  const wanted = focus === null ? [] : waysUp(things[focus].home);
  [...s.open].reverse().forEach((id) => wanted.push(...waysUp(groupNumber.get(id))));
  if (narrowed(s) && kept.size <= AT_ONCE) wanted.push(...groups.keys());
  const open = new Set(), left = new Set();
  let shown = groups.filter((g, i) => g.parent < 0 && counts[i]).length;
  for (const g of wanted) {
    if (open.has(g) || !counts[g] || (groups[g].parent >= 0 && !open.has(groups[g].parent))) continue;
    if (shown - 1 + parts(g) > LIMIT) { left.add(g); continue; }
    open.add(g);
    shown += parts(g) - 1;
  }
  return { open, left };
}

// Lines that join the same two items, one of them a closed community, are drawn as one bundle.
function bundled(passing, kept, standIn) {
  const single = new Set(), bundles = new Map();
  for (const i of passing) {
    const { from, to } = lines[i];
    if (!kept.has(from) || !kept.has(to)) continue;
    const a = standIn[from], b = standIn[to];
    if (a >= 0 && b >= 0) single.add(i);
    else if (a !== b) {
      const [one, other] = a < b ? [a, b] : [b, a], key = `${one} ${other}`;
      if (!bundles.has(key)) bundles.set(key, { one, other, lines: [] });
      bundles.get(key).lines.push(i);
    }
  }
  return { single, bundles: [...bundles.values()] };
}

function mapOf(kept, passing, s, focus) {
  const counts = countsOf(kept), places = placesOf(kept, counts, s);
  const { open, left } = openOnes(kept, counts, s, focus);
  const standIn = new Int32Array(things.length), shown = new Set(), closed = new Set();
  for (const i of kept) {
    const shut = waysUp(things[i].home).find((g) => !open.has(g) && counts[g] > 1);
    standIn[i] = shut === undefined ? i : -1 - shut;
    if (shut === undefined) shown.add(i); else closed.add(shut);
  }
  const { single, bundles } = bundled(passing, kept, standIn);
  const map = { places, counts, closed, open: [...open].filter((g) => counts[g] > 1).sort((a, b) => a - b), left, bundles, kept };
  return { things: shown, lines: single, path: null, focus, all: kept.size, map };
}

const circleOf = (map, item) => (item < 0 ? map.places.groups.get(-1 - item) : map.places.things.get(item));

// What most lines of a bundle tell, and the firmest way in which any of them is told.
function gist(bundle) {
  if (!bundle.gist) bundle.gist = gistOf(bundle);
  return bundle.gist;
}
function gistOf(bundle) {
  const tally = new Map();
  for (const i of bundle.lines) tally.set(lines[i].relation, (tally.get(lines[i].relation) || 0) + lines[i].claims.length);
  const relation = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
  const status = data.statuses.find((st) => bundle.lines.some((i) => lines[i].status === st.id)).id;
  return { relation, status, claims: [...tally.values()].reduce((a, b) => a + b, 0) };
}

// Steps that a person takes on the map.
function openCommunity(g) {
  go({ open: [...state.open.filter((id) => id !== groups[g].id), groups[g].id], card: groups[g].id, line: null, between: [] });
}
function closeCommunity(g) {
  const within = (id) => waysUp(groupNumber.get(id)).includes(g);
  const focus = state.focus !== null && waysUp(things[numberOf.get(state.focus)].home).includes(g) ? null : state.focus;
  const up = groups[g].parent;
  go({ open: state.open.filter((id) => !within(id)), card: up < 0 ? null : groups[up].id, line: null, between: [], focus, where: focus === null ? null : state.where });
}
// A thing found by name, in a large graph: its communities open and the map goes to it.
function goTo(i) {
  const map = groups.length && (state.focus === null || state.where === "map");
  go({ focus: things[i].key, to: null, line: null, card: null, between: [], where: map ? "map" : state.where,
    open: map ? [...new Set([...state.open, ...waysUp(things[i].home).map((g) => groups[g].id)])] : state.open });
}
