// The view as a table: what is shown, and the claims behind it.

const COLUMNS = ["subject", "relation", "object", "figure", "status", "quote", "source", "date", "link", "confidence", "rule"];
const PAGE = 200;

// The claims of the lines shown; `all` adds those that closed communities hold.
function rowsOf(view, all) {
  const out = [];
  const wanted = view.map && all ? [...passingLines(state)].filter((i) => view.map.kept.has(lines[i].from) && view.map.kept.has(lines[i].to)) : [...view.lines];
  wanted.sort((a, b) => a - b).forEach((i) => {
    for (const c of claimsShown(i, state)) out.push({ line: i, claim: c });
  });
  return out;
}

function cells({ line, claim }) {
  const l = lines[line], c = claims[claim], s = sources[c.source];
  return [things[l.from].label, relationOf.get(l.relation).label, things[l.to].label, l.says, l.status, c.words.map((w) => w.quote).join(" … "), s.title, s.date, s.url, String(c.confidence), c.rule];
}

const cell = (...inside) => el("td", {}, ...inside);
const plainCell = (text) => cell(el("div", { text }));

// A table whose rows come by the page: `made` turns one of `all` into a row.
function paged(caption, heads, all, made, kind) {
  const body = el("tbody"), more = el("button", { type: "button", class: "more" });
  const table = el("table", { class: kind }, el("caption", { text: caption }), el("thead", {}, el("tr", {}, ...heads.map((text) => el("th", { scope: "col", text })))), body);
  let done = 0;
  const add = () => {
    body.append(...all.slice(done, done + PAGE).map(made));
    done = Math.min(all.length, done + PAGE);
    more.hidden = done >= all.length;
    more.textContent = `Show ${Math.min(PAGE, all.length - done)} more of ${all.length - done}`;
  };
  more.addEventListener("click", add);
  add();
  return [table, more];
}

function claimRow({ line, claim }) {
  const l = lines[line], text = cells({ line, claim }), s = sources[claims[claim].source];
  return el("tr", {}, cell(thingLink(l.from)), plainCell(text[1]), cell(thingLink(l.to)), plainCell(l.says), cell(badge(l.status)),
    el("td", { class: "quote" }, el("div", { text: cut(text[5], 600), dir: "auto" })), cell(s.url ? safeLink(s.url, s.title) : s.title, s.date ? ` (${s.date})` : ""));
}

const itemLink = (item) => (item < 0 ? communityLink(-1 - item) : thingLink(item));

function communityRow(view, g) {
  const open = view.map.open.includes(g), up = groups[g].parent;
  const button = el("button", { type: "button", text: open ? "Close" : "Open", "aria-label": `${open ? "Close" : "Open"} ${groups[g].name}`, click: () => (open ? closeCommunity(g) : openCommunity(g)) });
  return el("tr", {}, cell(communityLink(g)), cell(up < 0 ? "" : communityLink(up)), plainCell(String(view.map.counts[g])), plainCell(open ? "open" : "closed"), cell(button));
}

function bundleRow(bundle) {
  const told = gist(bundle);
  const between = [nameOf(bundle.one), nameOf(bundle.other)];
  const read = el("button", { type: "button", text: "Read", "aria-label": `Read what is told between ${labelOf(bundle.one)} and ${labelOf(bundle.other)}`, click: () => go({ between, line: null, card: null }) });
  return el("tr", {}, cell(itemLink(bundle.one)), cell(itemLink(bundle.other)), plainCell(String(told.claims)), plainCell(`mostly: ${relationOf.get(told.relation).label}`), cell(read));
}

function tableOf(view) {
  const rows = rowsOf(view), parts = [];
  if (view.map) {
    const all = [...view.map.open, ...view.map.closed].sort((a, b) => view.map.counts[b] - view.map.counts[a] || a - b);
    const single = [...view.things].sort((a, b) => things[a].label.localeCompare(things[b].label, "en") || a - b);
    const bundles = view.map.bundles.map((b) => [gist(b).claims, b]).sort((a, b) => b[0] - a[0]).map(([, b]) => b);
    parts.push(...paged(`${plural(all.length, "community", "communities")} on the map`, ["Community", "Within", "Things", "State", "Step"], all, (g) => communityRow(view, g), "shown"));
    parts.push(...paged(`${plural(single.length, "thing")} shown on its own`, ["Thing", "Kind", "Neighbours", "Within"], single, (i) => el("tr", {}, cell(thingLink(i)), plainCell(kindOf.get(things[i].kind).label), plainCell(String(things[i].degree)), cell(things[i].home < 0 ? "" : communityLink(things[i].home))), "shown"));
    parts.push(...paged(`${plural(bundles.length, "bundle")} of lines to or from closed communities`, ["One end", "Other end", "Claims", "What", "Step"], bundles, bundleRow, "shown"));
  }
  return [...parts, ...paged(`${plural(rows.length, "claim")} ${view.map ? "on single lines of the map" : "in this view"}`, ["Subject", "Relation", "Object", "Figure", "Status", "Words", "Source"], rows, claimRow, "")];
}
