// Joins everything: what is selected, the keyboard, the pointer.
function changed() {
  filter();
  byElement("counts").textContent = `${shown.nodes.length} things, ${shown.edges.length} relations`;
  if (!byElement("table").hidden) showTable();
  remember();
  wantDraw();
}

// Moves the map so that a thing is seen; on a phone the panel covers the lower half.
function bringIntoView(node) {
  const [width, height] = [canvas.clientWidth, isNarrow() ? canvas.clientHeight * 0.45 : canvas.clientHeight];
  const [x, y] = [node.x * view.scale + view.x, node.y * view.scale + view.y];
  const isInside = x > 40 && y > 40 && x < width - 40 && y < height - 40;
  if (!isInside || view.scale < 0.4) {
    view.scale = Math.max(view.scale, 0.8);
    view.x = width / 2 - node.x * view.scale;
    view.y = height / 2 - node.y * view.scale;
  }
  wantDraw();
}

const isNarrow = () => matchMedia("(max-width: 720px)").matches;

function selectNode(node, isBroughtIntoView = false) {
  Object.assign(state, { node, pair: null });
  changed();
  showNode(node);
  if (isBroughtIntoView) bringIntoView(node);
}

function selectPair(one, other) {
  const pair = shown.pairs.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));
  if (!pair) return;
  Object.assign(state, { node: null, pair });
  showPair(pair);
  bringIntoView(pair.a);
  remember();
}

function showPath(start, goal) {
  state.path = shortestPath(start, goal);
  state.pathFrom = null;
  state.node = null;
  if (!state.path.length) {
    open(details, el("h2", {}, "No path"), el("p", {}, `Nothing visible joins ${start.label} and ${goal.label}.`));
    return;
  }
  changed();
  showPathPanel();
  fit(state.path);
}

function focusOn(node) { state.focus = new Set([node, ...neighbors(node)]); changed(); fit(); }

function expand(node) {
  if (!state.focus) return;
  const focus = state.focus;
  state.focus = null;
  for (const next of neighbors(node)) focus.add(next);
  state.focus = focus;
  changed();
  fit();
}

// Hides the neighbors of a thing that have no other visible neighbor.
function collapse(node) {
  state.focus ??= new Set(shown.nodes);
  for (const next of neighbors(node)) if (neighbors(next).size === 1) state.focus.delete(next);
  changed();
}

function hide(node) {
  state.hidden.add(node);
  state.node = null;
  details.hidden = true;
  changed();
  say(`${node.label} is hidden. Show all brings it back.`);
}

function pin(node) {
  if (!state.pinned.delete(node)) state.pinned.add(node);
  showNode(node);
  changed();
}

function showAll() {
  for (const set of Object.values(state.off)) set.clear();
  Object.assign(state, { from: firstDay, to: lastDay, focus: null, path: [], pair: null });
  state.hidden.clear();
  for (const node of nodes) if (!state.pinned.has(node)) Object.assign(node, node.home);
  fillFilters();
  fillTimes();
  changed();
  fit();
}

function fillSearch() {
  const input = byElement("search"), hits = byElement("hits");
  let chosen = -1, found = [];
  const close = () => { hits.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const choose = (node) => { close(); selectNode(node, true); details.focus(); };
  const mark = () => [...hits.children].forEach((item, at) => {
    item.setAttribute("aria-selected", String(at === chosen));
    if (at === chosen) { input.setAttribute("aria-activedescendant", item.id); item.scrollIntoView({ block: "nearest" }); }
  });
  input.addEventListener("input", () => {
    found = find(input.value).slice(0, 12);
    chosen = found.length ? 0 : -1;
    hits.replaceChildren(...found.map((node, at) => el("li", { id: `hit-${at}`, role: "option", onmousedown: (event) => { event.preventDefault(); choose(node); } },
      node.label, " ", el("span", { className: "kind" }, types[node.type].label))));
    if (input.value && !found.length) hits.replaceChildren(el("li", { role: "option", ariaDisabled: "true" }, "Nothing has this name"));
    hits.hidden = !input.value;
    input.setAttribute("aria-expanded", String(!hits.hidden));
    mark();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + found.length) % (found.length || 1);
      mark();
      event.preventDefault();
    } else if (event.key === "Enter" && found[chosen]) choose(found[chosen]);
    else if (event.key === "Escape") { close(); event.stopPropagation(); }
  });
  input.addEventListener("blur", close);
}

// Goes to the nearest neighbor in the direction of an arrow key; without a selection to the best linked node.
function step(dx, dy) {
  if (!state.node) {
    const best = shown.nodes.reduce((best, node) => (node.edges.length > (best?.edges.length ?? -1) ? node : best), null);
    if (best) selectNode(best, true);
    return;
  }
  const cost = (node) => {
    const [x, y] = [node.x - state.node.x, node.y - state.node.y];
    const along = x * dx + y * dy;
    return along <= 0 ? Infinity : along + 2 * Math.abs(x * dy + y * dx);
  };
  const next = [...neighbors(state.node)].filter((node) => cost(node) < Infinity).sort((a, b) => cost(a) - cost(b))[0];
  if (next) selectNode(next, true);
}

function fillPointer() {
  const pointers = new Map();
  let start = null, hasMoved = false, spread = 0;
  const place = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    const [x, y] = place(event);
    pointers.set(event.pointerId, [x, y]);
    dragged = pointers.size === 1 ? nodeAt(x, y) : null;
    [start, hasMoved] = [[x, y], pointers.size > 1];
    if (pointers.size === 2) spread = distance();
  });
  const distance = () => { const [[ax, ay], [bx, by]] = [...pointers.values()]; return Math.hypot(ax - bx, ay - by) || 1; };
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = place(event);
    const old = pointers.get(event.pointerId);
    if (!old) { canvas.style.cursor = nodeAt(x, y) ? "pointer" : "grab"; return; }
    pointers.set(event.pointerId, [x, y]);
    if (Math.hypot(x - start[0], y - start[1]) > 4) hasMoved = true;
    if (!hasMoved) return;
    if (pointers.size === 2) {
      const now = distance(), [[ax, ay], [bx, by]] = [...pointers.values()];
      zoom(now / spread, (ax + bx) / 2, (ay + by) / 2);
      spread = now;
    } else if (dragged) {
      dragged.x += (x - old[0]) / view.scale;
      dragged.y += (y - old[1]) / view.scale;
    } else {
      view.x += x - old[0];
      view.y += y - old[1];
    }
    wantMove();
  });
  canvas.addEventListener("pointerup", (event) => {
    const [x, y] = place(event);
    pointers.delete(event.pointerId);
    dragged = null;
    if (hasMoved) return;
    const node = nodeAt(x, y), pair = node ? null : pairAt(x, y);
    if (node && state.pathFrom && state.pathFrom !== node) showPath(state.pathFrom, node);
    else if (node) selectNode(node);
    else if (pair) selectPair(pair.a, pair.b);
    else { Object.assign(state, { node: null, pair: null }); details.hidden = true; changed(); }
  });
  canvas.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
  canvas.addEventListener("dblclick", (event) => { const node = nodeAt(...place(event)); if (node) focusOn(node); });
  canvas.addEventListener("wheel", (event) => { event.preventDefault(); zoom(Math.exp(-event.deltaY * 0.0015), ...place(event)); }, { passive: false });
}

function toggle(id, panel, fill) {
  byElement(id).addEventListener("click", () => {
    const section = byElement(panel);
    section.hidden = !section.hidden;
    byElement(id).setAttribute(panel === "filters" ? "aria-expanded" : "aria-pressed", String(!section.hidden));
    if (!section.hidden) fill?.();
    wantDraw();
  });
}

function setDark(isOn) {
  document.documentElement.classList.toggle("dark", isOn);
  byElement("toggle-dark").setAttribute("aria-pressed", String(isOn));
  repaints.forEach((repaint) => repaint());
  wantDraw();
}

const KEYS = {
  "/": () => byElement("search").focus(), f: () => byElement("toggle-filters").click(), t: () => byElement("toggle-table").click(),
  d: () => byElement("toggle-dark").click(), "+": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: () => fit(), "?": () => byElement("help").showModal(),
  h: () => state.node && hide(state.node), p: () => state.node && pin(state.node),
  Escape: () => { if (article.hidden) { details.hidden = true; } article.hidden = true; wantDraw(); canvas.focus(); },
};
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.target === canvas && ARROWS[event.key]) { event.preventDefault(); step(...ARROWS[event.key]); }
  else if (event.target === canvas && event.key === "Enter") details.focus();
  else if (KEYS[event.key]) { event.preventDefault(); KEYS[event.key](); }
});
toggle("toggle-filters", "filters");
toggle("toggle-table", "table", showTable);
toggle("toggle-review", "review", showReview);
byElement("toggle-review").hidden = !data.cases.length;
byElement("toggle-dark").addEventListener("click", () => setDark(!isDark()));
byElement("show-all").addEventListener("click", showAll);
byElement("open-help").addEventListener("click", () => byElement("help").showModal());
byElement("zoom-in").addEventListener("click", () => zoom(1.3));
byElement("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
byElement("zoom-fit").addEventListener("click", () => fit());
for (const item of document.querySelectorAll("[data-save]")) item.addEventListener("click", () => save(item.dataset.save));
fillSearch();
fillPointer();
new ResizeObserver(wantDraw).observe(canvas);
window.addEventListener("hashchange", () => { if (location.hash.slice(1) !== address()) restore(); });
if (isNarrow()) byElement("toggle-filters").click();
setDark(matchMedia("(prefers-color-scheme: dark)").matches);
restore();
if (!state.node && !state.pair && !state.path.length) fit();
