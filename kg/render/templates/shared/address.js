// The address behind the #: back, forward and a link show what was there. A page has its own
// `state`, `toAddress` and `render`.

// Within a notebook's frame the page has no address of its own to change: it is kept here.
const inFrame = location.protocol === "about:";
const opening = document.documentElement.dataset.start || "#";
let kept = opening;
if (!inFrame && !location.hash && opening !== "#") history.replaceState(null, "", opening);
const addressNow = () => (inFrame ? kept : location.hash);

// A step that back can undo; `quiet` ones (typing, sliding) replace the last.
function go(change, quiet) {
  const address = toAddress({ ...state, ...change });
  if (address === (addressNow() || "#")) return;
  if (inFrame) kept = address;
  else if (quiet) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  render();
}
