// Find by name or other name as one types; arrows, Enter and Escape (the ARIA combobox pattern).

const FOUND = 12;
const namesOf = things.map((t) => [t.label, ...t.aliases].map(fold));

function rank(names, wanted) {
  let best = 9;
  for (let i = 0; i < names.length; i += 1) {
    const at = names[i].indexOf(wanted);
    if (at < 0) continue;
    // the whole of a name, be it the first or another, comes before a beginning or a part
    if (names[i] === wanted) return 0;
    best = Math.min(best, (at === 0 ? 1 : /[^a-z0-9]/.test(names[i][at - 1]) ? 3 : 5) + (i ? 1 : 0));
  }
  return best;
}

function found(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  return namesOf
    .map((names, i) => ({ i, at: rank(names, wanted) }))
    .filter((hit) => hit.at < 9)
    .sort((a, b) => a.at - b.at || things[b.i].degree - things[a.i].degree || a.i - b.i)
    .slice(0, FOUND)
    .map((hit) => hit.i);
}

function combobox(input, list, choose) {
  let hits = [], at = -1;
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); at = -1; };
  const mark = (next) => {
    at = next;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else { input.setAttribute("aria-activedescendant", list.children[at].id); list.children[at].scrollIntoView({ block: "nearest" }); }
  };
  const take = (i) => { close(); input.value = ""; choose(i); document.getElementById("details").focus(); };
  const fill = () => {
    hits = found(input.value);
    list.replaceChildren(...hits.map((i, n) => {
      const option = el("li", { role: "option", id: `${list.id}-${n}`, "aria-selected": "false" }, kindIcon(things[i].kind), el("span", { text: things[i].label.slice(0, 200) }), el("small", { text: kindOf.get(things[i].kind).label }));
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(i); });
      return option;
    }));
    if (!hits.length && input.value.trim()) list.append(el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", text: "Nothing of that name" }));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(hits.length ? 0 : -1);
  };
  input.addEventListener("input", fill);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { input.value = ""; close(); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(hits[at]); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) fill();
      else if (hits.length) mark((at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    }
  });
}
