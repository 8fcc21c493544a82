// Saves what is visible as PNG, SVG, JSON or CSV.
function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function asPng() {
  const { left, top, right, bottom } = boundsOf(shown.nodes);
  const scale = Math.min(2, 8000 / (right - left), 8000 / (bottom - top));
  const picture = el("canvas", { width: (right - left + 40) * scale, height: (bottom - top + 40) * scale });
  paint(picture.getContext("2d"), scale, { x: (20 - left) * scale, y: (20 - top) * scale }, picture);
  picture.toBlob((blob) => download("selection.png", "image/png", blob));
}

const xml = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b-\u001f]/g, "");

function outline(node) {
  const steps = [];
  const at = (x, y) => `${x.toFixed(1)},${y.toFixed(1)}`;
  trace({ moveTo: (x, y) => steps.push(`M${at(x, y)}`), lineTo: (x, y) => steps.push(`L${at(x, y)}`), closePath: () => steps.push("Z"),
    roundRect: (x, y, w, h, r) => steps.push(`M${at(x + r, y)}h${w - 2 * r}a${r},${r} 0 0 1 ${r},${r}v${h - 2 * r}a${r},${r} 0 0 1 ${-r},${r}`
      + `h${2 * r - w}a${r},${r} 0 0 1 ${-r},${-r}v${2 * r - h}a${r},${r} 0 0 1 ${r},${-r}Z`) },
  types[node.type].shape, node.x - node.w / 2, node.y - node.h / 2, node.w, node.h);
  return steps.join("");
}

function asSvg() {
  const { left, top, right, bottom } = boundsOf(shown.nodes);
  const colors = palette();
  const lines = shown.pairs.map((pair) => {
    const [ax, ay] = border(pair.a, pair.b), [bx, by] = border(pair.b, pair.a);
    const dash = ["", ' stroke-dasharray="5 4"', ' stroke-dasharray="1.5 3"'][pair.status];
    const color = pair.status === 2 ? colors.no : pair.isOver ? colors.light : colors.line;
    const notes = pair.edges.map((edge) => `${edge.from.label} - ${edge.label} - ${edge.to.label}\n${edge.evidence.map(textOf).join("\n")}`);
    return `<g><title>${xml(notes.join("\n\n"))}</title><path d="M${ax},${ay}L${bx},${by}" stroke="${color}"${dash}/>`
      + `<text x="${(ax + bx) / 2}" y="${(ay + by) / 2}" font-size="10" fill="${colors.soft}" stroke="${colors.ground}" stroke-width="3" paint-order="stroke">${xml(pair.label)}</text></g>`;
  });
  const boxes = shown.nodes.map((node) => `<g><title>${xml(node.label)}</title><path d="${outline(node)}" fill="${fillOf(node.type)}" stroke="${borderOf(node.type)}"/>`
    + node.lines.map((line, at) => `<text x="${node.x + node.dx}" y="${node.y + node.dy + (at - (node.lines.length - 1) / 2) * node.size * 1.25 + node.size * 0.35}" font-size="${node.size}" font-weight="bold" fill="${colors.ink}">${xml(line)}</text>`).join("") + "</g>");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left - 20} ${top - 20} ${right - left + 40} ${bottom - top + 40}" text-anchor="middle" font-family="Arial, Helvetica, sans-serif">`
    + `<rect x="${left - 20}" y="${top - 20}" width="100%" height="100%" fill="${colors.ground}"/>${lines.join("\n")}\n${boxes.join("\n")}</svg>\n`;
}

function asJson() {
  const kept = new Set(shown.nodes);
  return `${JSON.stringify({
    directed: true, multigraph: true,
    nodes: [...kept].map((node) => ({ id: node.id, label: node.label, type: types[node.type].name, aliases: node.aliases,
      positions: node.positions, x: node.x, y: node.y, note: state.notes.get(node) || null })),
    links: shown.edges.map((edge) => ({ source: edge.from.id, target: edge.to.id, relation: relations[edge.r].name, status: STATUSES[edge.status],
      directed: relations[edge.r].directed, date: edge.date, label: edge.label,
      evidence: edge.evidence.filter(showsEvidence).map((evidence) => ({ document: documents[evidence.d].id, start: evidence.start, end: evidence.end,
        text: textOf(evidence), rule: evidence.rule, date: evidence.date })) })),
  }, null, 1)}\n`;
}

// A field of a table. A spreadsheet would compute what begins with such a letter, so a quotation mark goes before it.
const field = (value) => `"${String(value ?? "").replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

function asCsv() {
  const rows = shown.edges.flatMap((edge) => edge.evidence.filter(showsEvidence).map((evidence) => [
    edge.from.label, relations[edge.r].name, edge.to.label, STATUSES[edge.status], evidence.date || edge.date, documents[evidence.d].id,
    documents[evidence.d].date, textOf(evidence), edge.from.id, edge.to.id]));
  const head = ["source", "relation", "target", "status", "date", "document", "document_date", "sentence", "source_id", "target_id"];
  return `\ufeff${[head, ...rows].map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

function save(kind) {
  if (kind === "png") asPng();
  else if (kind === "svg") download("selection.svg", "image/svg+xml", asSvg());
  else if (kind === "json") download("selection.json", "application/json", asJson());
  else if (kind === "csv") download("selection.csv", "text/csv", asCsv());
  else window.print();
  byElement("save").open = false;
}
