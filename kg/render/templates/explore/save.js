// The view as a table, as CSV and as a picture.

const COLUMNS = ["subject", "relation", "object", "figure", "status", "quote", "source", "date", "link", "confidence", "rule"];
const PAGE = 200;

function rowsOf(view) {
  const out = [];
  [...view.lines].sort((a, b) => a - b).forEach((i) => {
    for (const c of claimsShown(i, state)) out.push({ line: i, claim: c });
  });
  return out;
}

function cells({ line, claim }) {
  const l = lines[line], c = claims[claim], s = sources[c.source];
  return [things[l.from].label, relationOf.get(l.relation).label, things[l.to].label, l.says, l.status, c.words.map((w) => w.quote).join(" … "), s.title, s.date, s.url, String(c.confidence), c.rule];
}

function tableOf(view) {
  const rows = rowsOf(view);
  const body = el("tbody");
  const heads = ["Subject", "Relation", "Object", "Figure", "Status", "Words", "Source"];
  const table = el("table", {}, el("caption", { text: `${plural(rows.length, "claim")} in this view` }), el("thead", {}, el("tr", {}, ...heads.map((text) => el("th", { scope: "col", text })))), body);
  const more = el("button", { type: "button", class: "more" });
  let done = 0;
  const add = () => {
    for (const row of rows.slice(done, done + PAGE)) {
      const l = lines[row.line], text = cells(row), s = sources[claims[row.claim].source];
      const plain = (value) => el("td", {}, el("div", { text: value }));
      body.append(el("tr", {}, el("td", {}, thingLink(l.from)), plain(text[1]), el("td", {}, thingLink(l.to)), plain(l.says), el("td", {}, badge(l.status)), el("td", { class: "quote" }, el("div", { text: cut(text[5], 600), dir: "auto" })), el("td", {}, s.url ? safeLink(s.url, s.title) : s.title, s.date ? ` (${s.date})` : "")));
    }
    done = Math.min(rows.length, done + PAGE);
    more.hidden = done >= rows.length;
    more.textContent = `Show ${Math.min(PAGE, rows.length - done)} more of ${rows.length - done}`;
  };
  more.addEventListener("click", add);
  add();
  return [table, more];
}

function saveRows() {
  const text = [COLUMNS, ...rowsOf(viewOf(state)).map(cells)].map((row) => row.map(csvCell).join(",")).join("\r\n");
  offer(new Blob(["\ufeff" + text + "\r\n"], { type: "text/csv" }), "claims.csv");
}

function savePicture() {
  const seen = frame.querySelector("canvas");
  const copy = el("canvas", { width: seen.width, height: seen.height });
  const pen = copy.getContext("2d");
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(seen, 0, 0);
  copy.toBlob((blob) => offer(blob, "picture.png"), "image/png");
}
