// The panels beside the map: a thing, a line, an article. Everything from articles is set as text, never as HTML.
const details = document.getElementById("details");
const article = document.getElementById("text");

// An element with these properties and children; strings become text.
function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
const button = (text, onclick, properties = {}) => el("button", { ...properties, onclick }, text);
const link = (text, onclick) => el("button", { className: "link", onclick }, text);
const closeButton = (panel) =>
  button("×", () => { panel.hidden = true; wantDraw(); canvas.focus(); }, { className: "close", ariaLabel: "Close" });
const say = (text) => { document.getElementById("live").textContent = text; };

function open(panel, ...children) {
  panel.replaceChildren(closeButton(panel), ...children.filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
  wantDraw();
}

const direction = (edge, node) => (!relations[edge.r].directed ? "–" : edge.from === node ? "→" : "←");
const dateOf = (edge) => edge.date || edge.evidence[0].date || "";

function edgeLine(edge, node) {
  const other = edge.from === node ? edge.to : edge.from;
  const status = edge.status ? el("span", { className: "status" }, STATUSES[edge.status]) : null;
  return el("li", { className: STATUSES[edge.status] },
    `${direction(edge, node)} `, link("", () => selectPair(edge.from, edge.to)), status && " ", status, " ",
    link(other.label, () => selectNode(other, true)));
}

// The relations of a thing by date; those without a date come last.
function timeline(node) {
  const sorted = node.edges.filter(showsEdge).sort((a, b) => (dateOf(a) || "9").localeCompare(dateOf(b) || "9"));
  return el("ul", { className: "plain" }, ...sorted.map((edge) => {
    const line = edgeLine(edge, node);
    line.querySelector(".link").append(el("span", { className: "what" }, edge.label));
    return line;
  }));
}

function showNode(node) {
  const places = new Map();
  for (const [d, start, end] of node.mentions) {
    if (!places.has(d)) places.set(d, []);
    places.get(d).push([start, end]);
  }
  const part = (title, values) => (values.length ? [el("h3", {}, title), el("p", {}, values.join("; "))] : []);
  const event = node.event ? [node.event.kind, node.event.date, node.event.place].filter(Boolean) : [];
  const note = el("textarea", { ariaLabel: `Note on ${node.label}`, value: state.notes.get(node) || "",
    oninput: (event) => { state.notes.set(node, event.target.value); remember(); } });
  open(details,
    el("h2", {}, node.label),
    el("p", { className: "kind" }, types[node.type].label, node.iso ? ` (${node.iso})` : ""),
    el("div", { className: "actions" },
      button("Only around this", () => focusOn(node)),
      button("Expand", () => expand(node)), button("Collapse", () => collapse(node)),
      button("Path from here", () => { state.pathFrom = node; say(`Now choose the end of the path from ${node.label}.`); showNode(node); },
        { ariaPressed: String(state.pathFrom === node) }),
      button("Hide", () => hide(node)),
      button(state.pinned.has(node) ? "Unpin" : "Pin", () => pin(node))),
    state.pathFrom && state.pathFrom !== node
      ? button(`Shortest path from ${state.pathFrom.label}`, () => showPath(state.pathFrom, node)) : null,
    ...part("Offices", node.positions), ...part("Also called", node.aliases), ...part("Event", event),
    el("h3", {}, "Relations"), timeline(node),
    el("h3", {}, "Named in"),
    el("ul", { className: "plain" }, ...[...places].map(([d, spans]) =>
      el("li", {}, link(documents[d].title || documents[d].id, () => showArticle(d, spans[0])), ` (${spans.length})`))),
    el("h3", {}, "Note"), note);
  say(`${node.label}, ${types[node.type].label}, ${node.edges.filter(showsEdge).length} relations`);
}

// A sentence with the words for both ends and for the relation marked.
function quote(edge, evidence) {
  const marks = [];
  for (const [node, kind] of [[edge.from, ""], [edge.to, ""]]) {
    for (const [d, start, end] of node.mentions) {
      if (d === evidence.d && start >= evidence.start && end <= evidence.end) marks.push([start, end, kind]);
    }
  }
  if (evidence.verb) marks.push([...evidence.verb, "verb"]);
  const document = documents[evidence.d];
  const also = evidence.also.map((d) => documents[d].id);
  const facts = [document.title || document.id, document.source, evidence.date || (document.date && `article of ${document.date}`),
    evidence.speaker && `said by ${evidence.speaker}`, `rule ${evidence.rule}`, also.length && `also in ${also.join(", ")}`];
  return el("blockquote", {},
    ...marked(textOf(evidence), evidence.start, marks),
    el("span", { className: "source" }, facts.filter(Boolean).join(" · "), " ",
      document.text ? link("Open the article", () => showArticle(evidence.d, [evidence.start, evidence.end])) : null));
}

const letters = new Map();
// The characters of an article; offsets count whole characters, as in the JSON.
function lettersOf(d) {
  if (!letters.has(d)) letters.set(d, Array.from(documents[d].text || ""));
  return letters.get(d);
}
const textOf = (evidence) => evidence.text ?? lettersOf(evidence.d).slice(evidence.start, evidence.end).join("");

// The text from character `offset` on as nodes, with these spans marked; of overlapping spans the first counts.
function marked(text, offset, spans) {
  const characters = Array.from(text);
  const parts = [];
  let at = 0;
  for (const [start, end, kind] of spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const [from, to] = [start - offset, end - offset];
    if (from < at) continue;
    parts.push(characters.slice(at, from).join(""));
    parts.push(el("mark", { className: kind || "" }, characters.slice(from, to).join("")));
    at = to;
  }
  parts.push(characters.slice(at).join(""));
  return parts;
}

function showPair(pair) {
  const found = pair.edges.map((edge) => {
    const arrow = relations[edge.r].directed ? "→" : "–";
    return el("section", { className: STATUSES[edge.status] },
      el("h3", {}, el("span", { className: "what" }, edge.label), edge.status ? ` (${STATUSES[edge.status]})` : ""),
      el("p", {}, link(edge.from.label, () => selectNode(edge.from, true)), ` ${arrow} `, link(edge.to.label, () => selectNode(edge.to, true))),
      edge.conflicts ? el("p", {}, `The documents disagree: ${edge.conflicts}`) : null,
      ...edge.evidence.filter(showsEvidence).map((evidence) => quote(edge, evidence)));
  });
  open(details, el("h2", {}, `${pair.a.label} and ${pair.b.label}`), ...found);
  say(`${pair.a.label} and ${pair.b.label}: ${pair.edges.map((edge) => edge.label).join(", ")}`);
}

function showArticle(d, here) {
  const document = documents[d];
  const spans = [];
  for (const node of nodes) {
    for (const [at, start, end] of node.mentions) if (at === d) spans.push([start, end, "", node]);
  }
  const body = el("div", { className: "body" });
  if (document.text) {
    let at = 0;
    const characters = lettersOf(d);
    const isHere = (start, end) => here && start < here[1] && end > here[0];
    for (const [start, end, , node] of spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
      if (start < at) continue;
      body.append(characters.slice(at, start).join(""));
      body.append(el("mark", { className: isHere(start, end) ? "here" : "", title: node.label, onclick: () => selectNode(node, true) },
        characters.slice(start, end).join("")));
      at = end;
    }
    body.append(characters.slice(at).join(""));
  } else {
    body.append("The text of this article is not part of this page.");
  }
  open(article, el("h2", {}, document.title || document.id),
    el("p", { className: "kind" }, [document.source, document.date, document.url].filter(Boolean).join(" · ")), body);
  body.querySelector(".here")?.scrollIntoView({ block: "center" });
  article.focus();
}

function showPathPanel() {
  const steps = state.path.slice(1).map((node, at) => {
    const before = state.path[at];
    const pair = shown.pairs.find((pair) => (pair.a === before && pair.b === node) || (pair.b === before && pair.a === node));
    return el("section", {}, el("h3", {}, `${before.label} – ${node.label}`),
      ...(pair ? pair.edges.flatMap((edge) => [el("p", {}, edge.label), quote(edge, edge.evidence.find(showsEvidence))]) : []));
  });
  const ends = `${state.path[0].label} to ${state.path.at(-1).label}`;
  open(details, el("h2", {}, `Path from ${ends}`), button("Forget the path", () => { state.path = []; details.hidden = true; changed(); }), ...steps);
  say(`Path from ${ends}: ${state.path.map((node) => node.label).join(", ")}`);
}
