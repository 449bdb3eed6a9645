// What every page of ours needs: elements, quotes and files. Text is only ever set as text.

const $ = (id) => document.getElementById(id);
const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const cut = (text, length) => (text.length > length ? text.slice(0, length - 1) + "…" : text);
const plural = (n, word, words) => `${n.toLocaleString("en-GB")} ${n === 1 ? word : words || `${word}s`}`;
const badge = (status) => el("span", { class: `badge ${status}`, text: status });

function el(name, given, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given || {})) {
    if (key === "text") made.textContent = value;
    else if (key === "class") made.className = value;
    else if (key === "click") made.addEventListener("click", value);
    else if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((c) => c !== null && c !== undefined));
  return made;
}

function drawn(width, path, given) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const values = { width, height: 16, viewBox: `0 0 ${width} 16`, "aria-hidden": "true" };
  for (const [key, value] of Object.entries(values)) svg.setAttribute(key, value);
  const shape = document.createElementNS(space, "path");
  shape.setAttribute("d", path);
  for (const [key, value] of Object.entries(given)) shape.setAttribute(key, value);
  svg.append(shape);
  return svg;
}

// Only http and https: the builder has checked already, and this is the last door.
function safeLink(url, text) {
  let ok = false;
  try { ok = ["http:", "https:"].includes(new URL(url).protocol); } catch { ok = false; }
  return ok ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank", text }) : el("span", { text });
}

// A page of the site that this page is part of; nothing where there is none.
function pageLink(page, text) {
  return /^[a-z0-9-]+(\/[a-z0-9-]+)?\.html$/.test(page || "") ? el("a", { href: page, class: "iso", text }) : null;
}

function besides(page) {
  const link = pageLink(page, "all its claims");
  return link ? [" · ", link] : [];
}

function claimElement(c) {
  const claim = claims[c], source = sources[claim.source];
  const box = el("div", { class: "claim" });
  for (const word of claim.words) {
    const quote = el("mark", { text: word.quote });
    const around = (text) => (text ? el("span", { class: "around", text }) : null);
    box.append(el("blockquote", { dir: "auto" }, around(word.before), quote, around(word.after)));
  }
  for (const [key, value] of claim.qualifiers) box.append(el("p", { class: "from", text: `${key}: ${value}` }));
  const about = [source.publisher, source.date, source.kind].filter(Boolean).join(", ");
  box.append(el("p", { class: "from" }, source.url ? safeLink(source.url, source.title) : el("span", { text: source.title }), el("span", { text: about ? ` · ${about}` : "" }), ...besides(source.page)));
  box.append(el("p", { class: "from", text: `Confidence ${claim.confidence} · rule ${claim.rule} · characters ${claim.words.map((w) => `${w.start}–${w.end}`).join(", ")}` }));
  return box;
}

// A cell that a spreadsheet would take for a formula is kept as text by an apostrophe.
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function offer(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 120000);  // a busy machine may take long to read it
}
