// Doubtful pairs side by side. The judgements are saved as a file for `whomet import`.
const judgements = [];
let caseAt = 0;

function side(side) {
  return el("div", { className: "side" }, el("h2", {}, side.name), el("p", { className: "kind" }, `${side.type}, ${side.documents === 1 ? "1 document" : `${side.documents} documents`}`),
    el("h3", {}, "Names"), el("p", {}, side.names.join("; ")),
    el("h3", {}, "Facts"), el("ul", {}, ...side.facts.map((fact) => el("li", {}, fact))),
    el("h3", {}, "Sentences"), ...side.passages.map((passage) => el("blockquote", {},
      passage.before, el("mark", {}, passage.mention), passage.behind,
      el("span", { className: "source" }, [passage.document, passage.date].filter(Boolean).join(" · ")))));
}

function judge(ruling) {
  const { left, right, comparison } = data.cases[caseAt];
  const by = byElement("reviewer").value.trim() || "page";
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  judgements.push({ ruling, left: left.key, right: right.key, by, at, score: comparison.score, reason: byElement("reason").value.trim() || null });
  caseAt += 1;
  showReview(by);
  say(`${ruling}; ${data.cases.length - caseAt} pairs left`);
}

function showReview(by = "") {
  const pair = data.cases[caseAt];
  const lines = () => judgements.map((judgement) => `${JSON.stringify(judgement)}\n`).join("");
  const bar = el("div", { className: "actions" },
    el("label", {}, "Your name ", el("input", { id: "reviewer", value: by, autocomplete: "name" })),
    button("Back", () => { judgements.pop(); caseAt = Math.max(0, caseAt - 1); showReview(byElement("reviewer").value); }, { disabled: !judgements.length }),
    button(`Save ${judgements.length} judgements`, () => download("judgements.jsonl", "application/jsonl", lines()), { disabled: !judgements.length, id: "save-judgements" }));
  const about = el("p", {}, "The file is for ", el("code", {}, "whomet import PROJECT judgements.jsonl"), ".");
  if (!pair) {
    byElement("review").replaceChildren(el("h2", {}, "No more doubtful pairs"), bar, about);
    return;
  }
  const reasons = pair.comparison.reasons.map(({ bits, words }) => el("li", {}, `${bits > 0 ? "+" : ""}${bits.toFixed(1)}  ${words}`));
  byElement("review").replaceChildren(
    el("h2", {}, `Is this one ${pair.left.type}? (${caseAt + 1} of ${data.cases.length}, score ${pair.comparison.score.toFixed(2)})`),
    el("div", { className: "actions" },
      button("Same", () => judge("same")), button("Different", () => judge("different")), button("Unsure", () => judge("unsure")),
      el("label", {}, "Reason ", el("input", { id: "reason" }))),
    el("div", { className: "sides" }, side(pair.left), side(pair.right)),
    el("h3", {}, "Evidence in bits"), el("ul", { className: "reasons" }, ...reasons), bar, about);
}
