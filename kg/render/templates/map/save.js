// The map as a figure and as CSV, and its claims as CSV.

const MAP_COLUMNS = ["row", "column", "way", "direction", "status", "claims", "sources", "vanguards_between", "source_ids"];
const CLAIM_COLUMNS = ["row", "column", "way", "subject", "relation", "object", "figure", "status", "quote", "source", "date", "link", "confidence", "rule"];

const fileName = (what, ending) => `${what}-${state.rows}-by-${state.columns}.${ending}`;

function saveFigure() {
  offer(new Blob([figureOf(viewOf(state))], { type: "image/svg+xml" }), fileName("map", "svg"));
}

function saveMap() {
  const view = viewOf(state), rows = [];
  for (const row of view.rows) {
    for (const column of view.columns) {
      const names = [things[row].label, things[column].label], cell = view.cells.get(cellKey(row, column));
      if (!cell) rows.push([...names, "", "", "", 0, 0, 0, ""]);
      for (const mark of cell ? cell.marks : []) {
        const ids = [...sourcesIn(mark.told)].map((i) => sources[i].id).sort();
        rows.push([...names, mark.way, mark.tone, mark.status, mark.told.size, ids.length, mark.via.size, ids.join("; ")]);
      }
    }
  }
  saveTable(MAP_COLUMNS, rows, fileName("map", "csv"));
}

function saveClaims() {
  const view = viewOf(state), rows = [];
  for (const row of view.rows) {
    for (const column of view.columns) {
      const cell = view.cells.get(cellKey(row, column));
      for (const mark of cell ? cell.marks : []) {
        for (const i of [...mark.told].sort((a, b) => a - b)) {
          const c = claims[i], s = sources[c.source];
          rows.push([things[row].label, things[column].label, mark.way, things[c.from].label, data.relations[c.relation], things[c.to].label, c.says, c.status, c.words.map((w) => w.quote).join(" … "), s.title, s.date, s.url, c.confidence, c.rule]);
        }
      }
    }
  }
  saveTable(CLAIM_COLUMNS, rows, fileName("claims", "csv"));
}
