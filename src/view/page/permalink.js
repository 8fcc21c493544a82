// What is chosen stands in the address, so that it can be sent; notes stay on this computer.
const names = (set, values) => [...set].map((at) => values[at]?.name ?? at).join(",");

function address() {
  const parts = new URLSearchParams();
  const add = (key, value) => { if (value) parts.set(key, value); };
  add("node", state.node?.id);
  add("pair", state.pair && `${state.pair.a.id} ${state.pair.b.id}`);
  add("path", state.path.length && `${state.path[0].id} ${state.path.at(-1).id}`);
  add("focus", state.focus && [...state.focus].map((node) => node.id).join(" "));
  add("hidden", [...state.hidden].map((node) => node.id).join(" "));
  add("pinned", [...state.pinned].map((node) => node.id).join(" "));
  add("types", names(state.off.types, types));
  add("relations", names(state.off.relations, relations));
  add("statuses", [...state.off.statuses].map((at) => STATUSES[at]).join(","));
  add("sources", [...state.off.sources].join("\n"));
  if (Number.isFinite(firstDay)) {
    if (state.from !== firstDay) parts.set("from", dateOfDay(state.from));
    if (state.to !== lastDay) parts.set("to", dateOfDay(state.to));
  }
  return parts.toString();
}

function remember() {
  const wanted = address();
  if (wanted !== location.hash.slice(1)) {
    try { history.replaceState(null, "", `#${wanted}`); } catch { location.hash = wanted; }
  }
  const notes = Object.fromEntries([...state.notes].filter(([, note]) => note).map(([node, note]) => [node.id, note]));
  try { localStorage.setItem(`whomet ${data.key}`, JSON.stringify(notes)); } catch { /* a browser may forbid it: then notes last as long as the page */ }
}

function restore() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const list = (key, separator) => (parts.get(key) || "").split(separator).filter(Boolean);
  const members = (key) => list(key, " ").map((id) => byId.get(id)).filter(Boolean);
  const places = (key, values) => new Set(list(key, ",").map((name) => values.findIndex((value) => (value.name ?? value) === name)).filter((at) => at >= 0));
  state.off = { types: places("types", types), relations: places("relations", relations), statuses: places("statuses", STATUSES),
    sources: new Set(parts.has("sources") ? parts.get("sources").split("\n") : []) };
  state.hidden = new Set(members("hidden"));
  state.pinned = new Set(members("pinned"));
  state.focus = parts.has("focus") ? new Set(members("focus")) : null;
  state.from = dayOf(parts.get("from")) ?? firstDay;
  state.to = dayOf(parts.get("to")) ?? lastDay;
  try {
    for (const [id, note] of Object.entries(JSON.parse(localStorage.getItem(`whomet ${data.key}`) || "{}"))) {
      if (byId.has(id)) state.notes.set(byId.get(id), note);
    }
  } catch { /* no storage */ }
  fillFilters();
  fillTimes();
  changed();
  const [node] = members("node"), pair = members("pair"), path = members("path");
  if (path.length === 2) showPath(...path);
  else if (pair.length === 2) selectPair(...pair);
  else if (node) selectNode(node, true);
}
