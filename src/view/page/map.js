// Draws the map on the canvas; the view is a scale and a shift.
const canvas = document.getElementById("map");
const pen = canvas.getContext("2d");
const view = { scale: 1, x: 0, y: 0, width: 0, height: 0 };
let isDrawWanted = false;

function wantDraw() {
  if (isDrawWanted) return;
  isDrawWanted = true;
  requestAnimationFrame(() => { isDrawWanted = false; draw(); });
}

const isDark = () => document.documentElement.classList.contains("dark");
const palette = () => isDark()
  ? { ground: "#15181d", ink: "#eceff3", line: "#8d97a3", light: "#545d68", no: "#ff9a90", accent: "#7ab8ff", soft: "#b0b8c2" }
  : { ground: "#ffffff", ink: "#1c2026", line: "#6b737d", light: "#b4bac2", no: "#b3261e", accent: "#0a5cad", soft: "#565c66" };
const fillOf = (type) => (isDark() ? types[type].dark : types[type].color);
const borderOf = (type) => (isDark() ? types[type].color : types[type].border);

// Traces the outline of a node; the shapes are those of the pictures.
function trace(pen, shape, x, y, w, h) {
  const points = {
    octagon: [[7, 0], [w - 7, 0], [w, 7], [w, h - 7], [w - 7, h], [7, h], [0, h - 7], [0, 7]],
    hexagon: [[10, 0], [w - 10, 0], [w, h / 2], [w - 10, h], [10, h], [0, h / 2]],
    house: [[w / 2, 0], [w, 8], [w, h], [0, h], [0, 8]],
    note: [[0, 0], [w - 9, 0], [w, 9], [w, h], [0, h]],
    arrow: [[0, 0], [w - 11, 0], [w, h / 2], [w - 11, h], [0, h]],
  }[shape];
  if (points) {
    points.forEach(([dx, dy], at) => (at ? pen.lineTo(x + dx, y + dy) : pen.moveTo(x + dx, y + dy)));
    pen.closePath();
  } else {
    pen.roundRect(x, y, w, h, shape === "pill" ? Math.min(15, h / 2) : shape === "component" ? 5 : 0);
  }
}

// Lines drawn at once: one by one takes long, and so does one path of thousands that cross.
const CHUNK = 40;

function drawPairs(pen, pairs, colors, scale, box) {
  const styles = new Map();
  for (const pair of pairs) {
    if (Math.max(pair.a.x, pair.b.x) < box.left || Math.min(pair.a.x, pair.b.x) > box.right
      || Math.max(pair.a.y, pair.b.y) < box.top || Math.min(pair.a.y, pair.b.y) > box.bottom) continue;
    const key = pair.isOver ? 3 : pair.status;
    if (!styles.has(key)) styles.set(key, []);
    styles.get(key).push(pair);
  }
  for (const [key, members] of styles) {
    pen.strokeStyle = [colors.line, colors.line, colors.no, colors.light][key];
    pen.setLineDash(key === 1 ? [5, 4] : key === 2 ? [1.5, 3] : []);
    pen.lineWidth = Math.max(1, 0.7 / scale);
    pen.beginPath();
    members.forEach(({ a, b }, at) => {
      if (at % CHUNK === CHUNK - 1) { pen.stroke(); pen.beginPath(); }
      pen.moveTo(a.x, a.y);
      pen.lineTo(b.x, b.y);
    });
    pen.stroke();
  }
  pen.setLineDash([]);
}

// Where the line from a node towards another leaves its box.
function border(node, other) {
  const dx = other.x - node.x, dy = other.y - node.y;
  const share = Math.max(Math.abs(dx) / (node.w / 2), Math.abs(dy) / (node.h / 2), 1e-9);
  return share <= 1 ? [node.x, node.y] : [node.x + dx / share, node.y + dy / share];
}

function drawHeads(pen, pairs, colors, box) {
  for (const pair of pairs) {
    pen.fillStyle = pair.status === 2 ? colors.no : pair.isOver ? colors.light : colors.line;
    if (pair.toB) head(pair.a, pair.b);
    if (pair.toA) head(pair.b, pair.a);
  }
  function head(from, to) {
    const [x, y] = border(to, from);
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return;
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x - 9 * Math.cos(angle - 0.36), y - 9 * Math.sin(angle - 0.36));
    pen.lineTo(x - 9 * Math.cos(angle + 0.36), y - 9 * Math.sin(angle + 0.36));
    pen.fill();
  }
}

// Labels of lines that are long enough for them, away from both boxes.
function drawLabels(pen, pairs, colors, box) {
  pen.font = "10px Arial, Helvetica, sans-serif";
  for (const pair of pairs) {
    const [ax, ay] = border(pair.a, pair.b), [bx, by] = border(pair.b, pair.a);
    const x = (ax + bx) / 2, y = (ay + by) / 2;
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
    pair.labelWidth ??= pen.measureText(pair.label).width + 6;
    const free = Math.max(Math.abs(bx - ax) - pair.labelWidth, (Math.abs(by - ay) - 14) * 3);
    if (free < 0) continue;
    pen.fillStyle = colors.ground;
    pen.fillRect(x - pair.labelWidth / 2, y - 7, pair.labelWidth, 14);
    pen.fillStyle = pair.status === 2 ? colors.no : colors.soft;
    pen.fillText(pair.label, x, y);
    if (pair.status === 2) pen.fillRect(x - pair.labelWidth / 2 + 3, y, pair.labelWidth - 6, 1);
  }
}

function drawNodes(pen, members, colors, scale, box) {
  const inside = members.filter((node) => node.x + node.w / 2 >= box.left && node.x - node.w / 2 <= box.right
    && node.y + node.h / 2 >= box.top && node.y - node.h / 2 <= box.bottom);
  const isCoarse = 26 * scale < 9 * ratio();
  const groups = new Map();
  for (const node of inside) {
    if (!groups.has(node.type)) groups.set(node.type, []);
    groups.get(node.type).push(node);
  }
  for (const [type, group] of groups) {
    pen.fillStyle = fillOf(type);
    pen.strokeStyle = borderOf(type);
    pen.lineWidth = Math.max(1.2, 0.8 / scale);
    pen.beginPath();
    for (const node of group) {
      const x = node.x - node.w / 2, y = node.y - node.h / 2;
      if (isCoarse) pen.rect(x, y, node.w, node.h); else trace(pen, types[type].shape, x, y, node.w, node.h);
    }
    pen.fill();
    pen.stroke();
  }
  drawNames(pen, inside, colors, scale);
}

// Names that can be read at this scale. From afar only those of the best linked nodes are written, larger.
function drawNames(pen, members, colors, scale) {
  const MOST = 260;
  pen.fillStyle = colors.ink;
  const readable = members.filter((node) => node.size * scale > 4.2 * ratio());
  const best = readable.length > MOST ? readable.sort((a, b) => b.edges.length - a.edges.length).slice(0, MOST) : readable;
  for (const node of best) {
    pen.font = `bold ${node.size}px Arial, Helvetica, sans-serif`;
    const step = node.size * 1.25;
    node.lines.forEach((line, at) => {
      pen.fillText(line, node.x + node.dx, node.y + node.dy + (at - (node.lines.length - 1) / 2) * step);
    });
  }
  if (readable.length < members.length / 3) drawLandmarks(pen, members, colors, scale);
}

function drawLandmarks(pen, members, colors, scale) {
  const largest = [...members].sort((a, b) => b.edges.length - a.edges.length).slice(0, 24);
  const taken = [];
  pen.font = `bold ${12 / scale}px Arial, Helvetica, sans-serif`;
  pen.lineWidth = 3 / scale;
  pen.strokeStyle = colors.ground;
  for (const node of largest) {
    const half = pen.measureText(node.label).width / 2, high = 8 / scale;
    const isFree = taken.every((other) => Math.abs(other.x - node.x) > other.half + half || Math.abs(other.y - node.y) > 2 * high);
    if (!isFree) continue;
    taken.push({ x: node.x, y: node.y, half });
    pen.strokeText(node.label, node.x, node.y);
    pen.fillText(node.label, node.x, node.y);
  }
}

// Rings around what is selected, pinned or on the path.
function drawRings(pen, colors, scale) {
  const ring = (node, color, width) => {
    pen.strokeStyle = color;
    pen.lineWidth = Math.max(width, width / scale);
    pen.strokeRect(node.x - node.w / 2 - 4, node.y - node.h / 2 - 4, node.w + 8, node.h + 8);
  };
  pen.strokeStyle = colors.accent;
  pen.lineWidth = Math.max(3, 3 / scale);
  pen.beginPath();
  state.path.forEach((node, at) => (at ? pen.lineTo(node.x, node.y) : pen.moveTo(node.x, node.y)));
  if (state.pair) { pen.moveTo(state.pair.a.x, state.pair.a.y); pen.lineTo(state.pair.b.x, state.pair.b.y); }
  pen.stroke();
  for (const node of state.path) ring(node, colors.accent, 2);
  for (const node of state.pinned) if (showsNode(node)) ring(node, colors.soft, 1);
  if (state.node) ring(state.node, colors.accent, 3);
}

// Draws everything visible with any pen: that of the page or of a picture to save.
function paint(pen, scale, shift, size) {
  const colors = palette();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = colors.ground;
  pen.fillRect(0, 0, size.width, size.height);
  pen.setTransform(scale, 0, 0, scale, shift.x, shift.y);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const box = { left: -shift.x / scale, top: -shift.y / scale,
    right: (size.width - shift.x) / scale, bottom: (size.height - shift.y) / scale };
  drawPairs(pen, shown.pairs, colors, scale, box);
  drawRings(pen, colors, scale);
  if (scale > 0.55 * ratio()) { drawLabels(pen, shown.pairs, colors, box); drawHeads(pen, shown.pairs, colors, box); }
  drawNodes(pen, shown.nodes, colors, scale, box);
}

const ratio = () => Math.min(window.devicePixelRatio || 1, 2);

// A large map is not drawn anew for each step of a movement: until it rests, its last picture is moved and scaled.
const LARGE = 1200;
const REST = 140; // milliseconds
const still = { canvas: document.createElement("canvas"), scale: 0, x: 0, y: 0 };
let rest = 0, dragged = null;

function wantMove() {
  if (shown.nodes.length + shown.pairs.length > LARGE) {
    clearTimeout(rest);
    rest = setTimeout(() => { rest = 0; wantDraw(); }, REST);
  }
  wantDraw();
}

function draw() {
  const size = { width: Math.round(canvas.clientWidth * ratio()), height: Math.round(canvas.clientHeight * ratio()) };
  const isResized = canvas.width !== size.width || canvas.height !== size.height;
  if (isResized) Object.assign(canvas, size);
  const [scale, shift] = [view.scale * ratio(), { x: view.x * ratio(), y: view.y * ratio() }];
  if (rest && still.scale && !isResized) {
    drawStill(scale, shift, size);
  } else {
    paint(pen, scale, shift, size);
    keepStill(scale, shift, size);
  }
}

function keepStill(scale, shift, size) {
  if (shown.nodes.length + shown.pairs.length <= LARGE) return;
  Object.assign(still.canvas, size);
  still.canvas.getContext("2d").drawImage(canvas, 0, 0);
  Object.assign(still, { scale, x: shift.x, y: shift.y });
}

function drawStill(scale, shift, size) {
  const colors = palette();
  const factor = scale / still.scale;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = colors.ground;
  pen.fillRect(0, 0, size.width, size.height);
  pen.setTransform(factor, 0, 0, factor, shift.x - still.x * factor, shift.y - still.y * factor);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(still.canvas, 0, 0);
  if (dragged) {
    pen.setTransform(scale, 0, 0, scale, shift.x, shift.y);
    const everywhere = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    drawPairs(pen, shown.pairs.filter((pair) => pair.a === dragged || pair.b === dragged), colors, scale, everywhere);
    drawNodes(pen, [dragged], colors, scale, everywhere);
  }
}

function boundsOf(members) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const node of members) {
    bounds.left = Math.min(bounds.left, node.x - node.w / 2);
    bounds.right = Math.max(bounds.right, node.x + node.w / 2);
    bounds.top = Math.min(bounds.top, node.y - node.h / 2);
    bounds.bottom = Math.max(bounds.bottom, node.y + node.h / 2);
  }
  return bounds;
}

function fit(members = shown.nodes, largest = 1.2) {
  if (!members.length) return wantDraw();
  const { left, top, right, bottom } = boundsOf(members);
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  view.scale = Math.min(largest, (width - 40) / (right - left), (height - 60) / (bottom - top));
  view.x = width / 2 - view.scale * (left + right) / 2;
  view.y = height / 2 - view.scale * (top + bottom) / 2;
  wantDraw();
}

function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
  const scale = Math.min(6, Math.max(0.01, view.scale * factor));
  view.x = x - (x - view.x) * scale / view.scale;
  view.y = y - (y - view.y) * scale / view.scale;
  view.scale = scale;
  wantMove();
}

function nodeAt(x, y) {
  const [mx, my] = [(x - view.x) / view.scale, (y - view.y) / view.scale];
  return shown.nodes.findLast((node) => Math.abs(node.x - mx) <= node.w / 2 && Math.abs(node.y - my) <= node.h / 2);
}

function pairAt(x, y) {
  const [mx, my] = [(x - view.x) / view.scale, (y - view.y) / view.scale];
  let best = null, least = 7 / view.scale;
  for (const pair of shown.pairs) {
    const [dx, dy] = [pair.b.x - pair.a.x, pair.b.y - pair.a.y];
    const share = Math.min(1, Math.max(0, ((mx - pair.a.x) * dx + (my - pair.a.y) * dy) / (dx * dx + dy * dy || 1)));
    const distance = Math.hypot(mx - pair.a.x - share * dx, my - pair.a.y - share * dy);
    if (distance < least) { least = distance; best = pair; }
  }
  return best;
}
