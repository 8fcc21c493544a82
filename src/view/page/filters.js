// The filters: types, relations, statuses, publishers, dates.
const byElement = (id) => document.getElementById(id);

function swatch(type) {
  const box = el("canvas", { className: "swatch", width: 44, height: 24 });
  const paintSwatch = () => {
    const pen = box.getContext("2d");
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, 44, 24);
    pen.fillStyle = fillOf(type);
    pen.strokeStyle = borderOf(type);
    pen.lineWidth = 2;
    pen.beginPath();
    trace(pen, types[type].shape, 1, 1, 42, 22);
    pen.fill();
    pen.stroke();
  };
  repaints.push(paintSwatch);
  paintSwatch();
  box.setAttribute("aria-hidden", "true");
  return box;
}
const repaints = [];

// One line with a check mark for each value that occurs.
function choices(id, set, entries) {
  byElement(id).replaceChildren(...entries.map(([value, label, count, picture]) => {
    const box = el("input", { type: "checkbox", checked: !set.has(value), onchange: () => {
      if (box.checked) set.delete(value); else set.add(value);
      changed();
    } });
    return el("label", {}, box, picture ?? null, el("span", {}, label), el("span", {}, String(count)));
  }));
}

function fillFilters() {
  const count = (items, key) => items.reduce((counts, item) => counts.set(key(item), (counts.get(key(item)) || 0) + 1), new Map());
  const linked = nodes.filter((node) => node.edges.length);
  const ofType = count(linked, (node) => node.type), ofRelation = count(edges, (edge) => edge.r), ofStatus = count(edges, (edge) => edge.status);
  choices("filter-types", state.off.types, [...ofType].sort((a, b) => a[0] - b[0])
    .map(([type, total]) => [type, types[type].label, total, swatch(type)]));
  choices("filter-relations", state.off.relations, [...ofRelation].sort((a, b) => b[1] - a[1])
    .map(([relation, total]) => [relation, relations[relation].label, total]));
  choices("filter-statuses", state.off.statuses, [...ofStatus].sort((a, b) => a[0] - b[0])
    .map(([status, total]) => [status, STATUS_NAMES[status], total]));
  byElement("sources").hidden = sources.length < 2;
  const ofSource = count(documents, (doc) => doc.source || "");
  choices("filter-sources", state.off.sources, [...ofSource].sort((a, b) => b[1] - a[1]).map(([source, total]) => [source, source || "unknown", total]));
}

// Bars for the number of sentences of each part of the whole period.
function fillTimes() {
  const isDated = Number.isFinite(firstDay) && firstDay < lastDay;
  byElement("times").hidden = !isDated;
  if (!isDated) return;
  const BARS = 50;
  const bars = new Array(BARS).fill(0);
  for (const day of days) bars[Math.min(BARS - 1, Math.floor(((day - firstDay) / (lastDay - firstDay + 1)) * BARS))] += 1;
  const highest = Math.max(...bars);
  const rect = (height, at) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const attributes = { x: at * 4, y: 36 - (34 * height) / highest, width: 3.4, height: (34 * height) / highest };
    for (const [key, value] of Object.entries(attributes)) bar.setAttribute(key, value);
    return bar;
  };
  byElement("histogram").replaceChildren(...bars.map(rect));
  for (const end of ["from", "to"]) {
    Object.assign(byElement(end), { min: firstDay, max: lastDay, step: 1, value: state[end], oninput: () => {
      state[end] = +byElement(end).value;
      if (state.from > state.to) state[end === "from" ? "to" : "from"] = state[end];
      showPeriod();
      changed();
    } });
  }
  showPeriod();
}

function showPeriod() {
  for (const end of ["from", "to"]) {
    byElement(end).value = state[end];
    byElement(end).setAttribute("aria-valuetext", dateOfDay(state[end]));
  }
  const all = state.from === firstDay && state.to === lastDay ? "" : " (undated sentences hidden)";
  byElement("period").textContent = `${dateOfDay(state.from)} to ${dateOfDay(state.to)}${all}`;
}
