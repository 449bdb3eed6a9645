// How things and lines look: one look for each kind, and for each relation and status.

function nodeLook(i, grown) {
  const t = things[i], look = drawing.things[t.kind];
  const more = look.grows && t.degree ? Math.min(12, 2 * Math.floor(Math.log2(t.degree))) : 0;
  return { id: i, shape: look.shape, group: t.kind, size: (look.size + more) * (grown || 1), x: t.x, y: t.y, title: titleOf(i) };
}

function edgeLook(i) {
  const l = lines[i], look = drawing.lines[`${l.relation} ${l.status}`];
  const made = { ...look, id: i, from: l.from, to: l.to, width: Math.min(6, 1.4 + 0.6 * l.claims.length), title: words(i) };
  if (l.bend) made.smooth = { enabled: true, type: l.bend % 2 ? "curvedCW" : "curvedCCW", roundness: roundness(l) };
  return made;
}

const roundness = (l) => Math.min(0.8, 0.2 * Math.ceil(l.bend / 2));
const titleOf = (i) => `${things[i].label.slice(0, 300)}\n${kindOf.get(things[i].kind).label}, ${plural(things[i].degree, "neighbour")}`;
