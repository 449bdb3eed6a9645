// Cards of communities and of bundles of lines, in a graph too large to be seen at once.

// In a large graph: in which communities a thing lies, and the way between map and neighbourhood.
function whereabouts(number) {
  const list = el("p", { class: "also" }, "In ");
  waysUp(things[number].home).forEach((g, i) => list.append(i ? " › " : "", communityLink(g)));
  const away = state.where !== "map";
  const button = el("button", { type: "button", text: away ? "Show on the map" : "Show its neighbourhood", click: () => (away ? go({ where: "map", card: null, line: null, open: [...new Set([...state.open, ...waysUp(things[number].home).map((g) => groups[g].id)])] }) : go({ where: null, line: null, depth: 1 })) });
  return el("div", {}, things[number].home < 0 ? null : list, el("p", {}, button));
}

const communityLink = (g) => el("button", { type: "button", class: "link", text: groups[g].name, click: () => go({ card: groups[g].id, line: null, between: [], to: null, focus: null, where: null, open: [...new Set([...state.open, ...waysUp(g).map((up) => groups[up].id)])] }) });

function communityCard(view, g) {
  const { map } = view, number = map.counts[g], open = map.open.includes(g);
  const members = [...map.kept].filter((i) => waysUp(things[i].home).includes(g));
  const kinds = count(members, (i) => things[i].kind);
  const up = groups[g].parent;
  const out = [
    el("h2", { text: groups[g].name }),
    el("p", { class: "kind" }, kindIcon(groups[g].kind), `Community of ${plural(number, "thing")}`),
    el("p", {}, el("button", { type: "button", text: open ? "Close it" : "Open it", click: () => (open ? closeCommunity(g) : openCommunity(g)) }), " ", up < 0 ? null : communityLink(up)),
    el("p", { class: "also", text: data.kinds.filter((k) => kinds.has(k.id)).map((k) => `${kinds.get(k.id)} ${(kinds.get(k.id) === 1 ? k.label : k.plural).toLowerCase()}`).join(", ") }),
  ];
  const parts = groups[g].parts.filter((p) => map.counts[p] > 1).sort((a, b) => map.counts[b] - map.counts[a] || a - b);
  if (parts.length) out.push(el("h3", { text: `Communities within it (${parts.length})` }), firstOf(parts, (p) => el("li", {}, el("span", { class: "kind" }, kindIcon(groups[p].kind), communityLink(p), el("small", { text: plural(map.counts[p], "thing") })))));
  members.sort((a, b) => things[b].degree - things[a].degree || a - b);
  out.push(el("h3", { text: "Most connected" }), firstOf(members, (i) => el("li", {}, el("span", { class: "kind" }, kindIcon(things[i].kind), thingLink(i), el("small", { text: plural(things[i].degree, "neighbour") })))));
  return out;
}

// A list that shows its first entries, and more of them when asked.
function firstOf(all, made) {
  const list = el("ul", { class: "facts" });
  const more = el("button", { type: "button", class: "more" });
  let done = 0;
  const add = () => {
    const step = done ? 100 : 12;
    list.append(...all.slice(done, done + step).map(made));
    done += step;
    more.hidden = done >= all.length;
    more.textContent = `Show ${Math.min(100, all.length - done)} more of ${all.length - done}`;
  };
  more.addEventListener("click", add);
  add();
  return el("div", {}, list, more);
}

// What the lines between two items of the map tell, by relation and status, then line by line.
function bundleCard(view) {
  const ends = state.between.map(itemOf);
  const bundle = view.map && view.map.bundles.find((b) => ends.includes(b.one) && ends.includes(b.other));
  const names = ends.map(labelOf);
  const out = [el("h2", { text: `Between ${names[0]} and ${names[1]}` })];
  if (!bundle) return [...out, el("p", { text: "No bundle of lines joins them as the map stands." })];
  out.push(el("p", { class: "kind", text: `${plural(bundle.lines.length, "line")}, ${plural(gist(bundle).claims, "claim")}` }));
  const tally = count(bundle.lines, (i) => `${lines[i].relation} ${lines[i].status}`);
  for (const [key, number] of [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const [relation, status] = key.split(" ");
    const inside = bundle.lines.filter((i) => lines[i].relation === relation && lines[i].status === status);
    const box = el("details", { class: "words" }, el("summary", {}, `${relationOf.get(relation).label} (${number}) `, badge(status)));
    box.addEventListener("toggle", () => {
      if (box.open && box.children.length === 1) box.append(firstOf(inside, (i) => el("li", {}, thingLink(lines[i].from), ` ${relationOf.get(relation).label} `, thingLink(lines[i].to), lines[i].says ? el("span", { class: "says", text: ` ${lines[i].says}` }) : null, evidence(i, false))));
    });
    out.push(box);
  }
  return out;
}
