// The view saved: its rows as CSV, its picture as PNG.

function saveRows() {
  saveTable(COLUMNS, rowsOf(viewOf(state), true).map(cells), "claims.csv");
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
