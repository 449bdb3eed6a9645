// The picture by keyboard: N and P step through what is shown, Enter does what a click does.

let stepAt = null;

function steps() {
  const shut = seen.map ? [...seen.map.closed].map((g) => -1 - g) : [];
  const named = [...shut, ...seen.things].map((item) => [labelOf(item), item]);
  return named.sort((a, b) => (b[1] < 0) - (a[1] < 0) || a[0].localeCompare(b[0], "en") || a[1] - b[1]).map(([, item]) => item);
}

const stepPlace = (item) => {
  if (seen.map) return circleOf(seen.map, item);
  const at = network.getPositions([item])[item];
  return { ...at, r: 24 };
};

function stepped(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "enter" && stepAt !== null && steps().includes(stepAt)) {
    event.preventDefault();
    const item = stepAt;
    if (item < 0) openCommunity(-1 - item); else goTo(item);
    return;
  }
  if (key !== "n" && key !== "p") return;
  event.preventDefault();
  const all = steps();
  if (!all.length) return;
  const was = all.indexOf(stepAt);
  stepAt = all[was < 0 ? (key === "n" ? 0 : all.length - 1) : (was + (key === "n" ? 1 : all.length - 1)) % all.length];
  const c = stepPlace(stepAt), at = network.canvasToDOM(c);
  const inside = at.x > 30 && at.y > 30 && at.x < frame.clientWidth - 30 && at.y < frame.clientHeight - 30;
  if (!inside) network.moveTo({ position: { x: c.x, y: c.y } });
  network.redraw();
  const what = stepAt < 0 ? `community of ${plural(seen.map.counts[-1 - stepAt], "thing")}, closed` : kindOf.get(things[stepAt].kind).label;
  $("spoken").textContent = `${labelOf(stepAt)}, ${what}, ${all.indexOf(stepAt) + 1} of ${all.length}. Enter opens it.`;
}

// A ring around what one has stepped to.
function drawStep(pen) {
  if (stepAt === null || !(seen.map ? circleOf(seen.map, stepAt) && (stepAt >= 0 ? seen.things.has(stepAt) : seen.map.closed.has(-1 - stepAt)) : seen.things.has(stepAt))) return;
  const c = stepPlace(stepAt), px = 1 / network.getScale();
  disc(pen, c, c.r + 4 * px);
  pen.lineWidth = 3 * px;
  pen.strokeStyle = dark.matches ? "#7cc0f2" : "#005a9c";
  pen.stroke();
}
