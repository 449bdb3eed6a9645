// Filters that pages share: switches (a page's `LISTS` names them) and choices.

function count(list, of) {
  const counts = new Map();
  list.forEach((value) => counts.set(of(value), (counts.get(of(value)) || 0) + 1));
  return counts;
}

function switches(name, icon, label, counts) {
  for (const value of LISTS[name]) {
    const box = el("input", { type: "checkbox", value: value.id });
    box.addEventListener("change", () => {
      const off = new Set(state[name]);
      if (box.checked) off.delete(value.id); else off.add(value.id);
      go({ [name]: off });
    });
    const row = el("label", { class: "switch" }, box, icon(value), el("span", { text: label(value) }), el("b", { text: (counts.get(value.id) || 0).toLocaleString("en-GB") }));
    if (value.meaning) row.title = value.meaning;
    $(name).append(row);
  }
}

function choices(id, all, values) {
  $(id).append(el("option", { value: "", text: all }), ...values.map(([value, text]) => el("option", { value, text: text.slice(0, 90) })));
  $(id).addEventListener("change", () => go({ [id]: $(id).value }));
}
