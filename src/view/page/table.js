// The same data as a table, which sorts by any column.
const COLUMNS = [
  ["From", (edge) => edge.from.label], ["Relation", (edge) => edge.label], ["To", (edge) => edge.to.label],
  ["Status", (edge) => STATUSES[edge.status]], ["Date", dateOf], ["Sentences", (edge) => edge.evidence.filter(showsEvidence).length],
  ["First sentence", (edge) => textOf(edge.evidence.find(showsEvidence))],
];
const MOST_ROWS = 2000;
const sorting = { column: 0, isDescending: false };

function showTable() {
  const value = COLUMNS[sorting.column][1];
  const order = (a, b) => (typeof value(a) === "number" ? value(a) - value(b) : value(a).localeCompare(value(b)));
  const sorted = [...shown.edges].sort((a, b) => (sorting.isDescending ? order(b, a) : order(a, b)));
  const heads = COLUMNS.map(([name], at) => el("th", { scope: "col",
    ariaSort: at !== sorting.column ? "none" : sorting.isDescending ? "descending" : "ascending" },
  button(name, () => {
    sorting.isDescending = sorting.column === at && !sorting.isDescending;
    sorting.column = at;
    showTable();
  })));
  const row = (edge) => el("tr", { className: STATUSES[edge.status] }, ...COLUMNS.map(([, value], at) => {
    if (at === 0) return el("td", {}, link(value(edge), () => selectNode(edge.from, true)));
    if (at === 2) return el("td", {}, link(value(edge), () => selectNode(edge.to, true)));
    if (at === 1) return el("td", {}, link(value(edge), () => selectPair(edge.from, edge.to)));
    return el("td", {}, String(value(edge)));
  }));
  const left = sorted.length - MOST_ROWS;
  const caption = `${sorted.length} relations${left > 0 ? `; the first ${MOST_ROWS} are shown, filters and Save reach the others` : ""}`;
  byElement("table").replaceChildren(el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, ...heads)),
    el("tbody", {}, ...sorted.slice(0, MOST_ROWS).map(row))));
}
