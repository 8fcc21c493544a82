//! Runs the grammar on given trees, and compares what it finds with what a case lists.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::block::Block;
use crate::coreference::{Coreference, find_chains};
use crate::ids::MentionId;
use crate::lexicon::Lexicon;
use crate::mention::MentionKind;
use crate::ontology::Ontology;
use crate::quantity::{TimeExpression, find_times};
use crate::quotation::find_attributions;
use crate::relation::{RuleSet, Statement, statements_of_trees};

/// What is found in a block, or must be; `None` for what a case does not ask about.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Findings {
    edges: Option<BTreeSet<Edge>>,
    /// "He = Moana Tui", "They = Moana Tui + Tika Oli".
    references: Option<BTreeSet<String>>,
    /// `time "Tuesday" 2022-06-07`
    times: Option<BTreeSet<String>>,
}

/// A statement as a case writes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    /// "met(Moana Tui | Tika Oli) asserted"
    statement: String,
    /// Day, place, speaker and attributes.
    details: BTreeMap<String, String>,
}

/// All that the grammar finds: the one function that a new design of rules has to serve.
pub(super) fn findings(block: &Block) -> Findings {
    let (document, mentions, lexicon) = (&block.document, &block.mentions, Lexicon::shipped());
    let said = find_attributions(document, mentions, lexicon);
    let statements = statements_of_trees(document, mentions, &said, lexicon, RuleSet::shipped(), Ontology::shipped());
    let coreference = find_chains(document, mentions, &statements, &said, lexicon, Ontology::shipped());
    let times = document.sentences.iter().flat_map(|sentence| {
        let times = find_times(document, sentence, lexicon);
        let shown = |time: &TimeExpression| {
            format!("time \"{}\" {}", document.surface(sentence.bytes(time.tokens)), written(time))
        };
        times.iter().map(shown).collect::<Vec<_>>()
    });
    Findings {
        edges: Some(statements.iter().map(|statement| edge_of(block, statement)).collect()),
        references: Some(references_of(block, &coreference)),
        times: Some(times.collect()),
    }
}

/// A duration, or the date for an event that is past and, where it is another, for one to come.
fn written(time: &TimeExpression) -> String {
    if let Some(duration) = time.duration {
        return duration.to_string();
    }
    let date = |is_future| time.value_for(is_future).map_or("unknown".to_owned(), |value| value.to_string());
    let (past, future) = (date(false), date(true));
    if past == future { past } else { format!("{past} or {future}") }
}

fn surface(block: &Block, id: MentionId) -> &str {
    block.document.surface(block.mentions[id.index()].provenance.span)
}

fn edge_of(block: &Block, statement: &Statement) -> Edge {
    let time = statement.time.and_then(|time| time.value).map(|value| value.to_string());
    let named = |id: Option<MentionId>| id.map(|id| surface(block, id).to_owned());
    let mut details: BTreeMap<String, String> =
        statement.attributes.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let place = [("time", time), ("place", named(statement.place)), ("speaker", named(statement.speaker))];
    details.extend(place.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    let ends = (surface(block, statement.subject), surface(block, statement.object));
    Edge { statement: in_order(statement.relation.as_str(), ends, statement.status.as_str()), details }
}

/// The statement with the ends of symmetric relations in alphabetical order.
fn in_order(relation: &str, (subject, object): (&str, &str), status: &str) -> String {
    let is_symmetric = Ontology::shipped().relation(relation).is_some_and(|class| class.symmetric);
    let (first, second) = if is_symmetric && object < subject { (object, subject) } else { (subject, object) };
    format!("{relation}({first} | {second}) {status}")
}

/// What descriptions and pronouns mean: the first name of their chain, or the members.
fn references_of(block: &Block, coreference: &Coreference) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for chain in &coreference.chains {
        let is_name = |id: &&MentionId| block.mentions[id.index()].kind == MentionKind::Name;
        let Some(name) = chain.mentions.iter().find(is_name) else { continue };
        let others = chain.mentions.iter().filter(|id| !is_name(id));
        found.extend(others.map(|id| format!("{} = {}", surface(block, *id), surface(block, *name))));
    }
    for plural in &coreference.plurals {
        let members: Vec<&str> = plural.members.iter().map(|id| surface(block, *id)).collect();
        found.insert(format!("{} = {}", surface(block, plural.mention), members.join(" + ")));
    }
    found
}

impl Findings {
    /// Whether a case says anything of what is expected.
    pub(super) fn is_told(&self) -> bool {
        self.edges.is_some() || self.references.is_some() || self.times.is_some()
    }

    /// Takes an item of the list under a tree.
    ///
    /// # Errors
    /// What was expected in its place.
    pub(super) fn add(&mut self, item: &str) -> Result<(), String> {
        match item {
            "nothing" => self.edges = Some(BTreeSet::new()),
            "no reference" => self.references = Some(BTreeSet::new()),
            "no time" => self.times = Some(BTreeSet::new()),
            _ => {
                let line = item.strip_prefix('`').and_then(|item| item.strip_suffix('`'));
                let line =
                    line.ok_or("expected `relation(A | B) status`, `he = A`, `time \"May\" 2022-05`, or nothing")?;
                match line {
                    _ if line.starts_with("time ") => _ = self.times.get_or_insert_default().insert(line.to_owned()),
                    _ if line.contains(" = ") => _ = self.references.get_or_insert_default().insert(line.to_owned()),
                    _ => _ = self.edges.get_or_insert_default().insert(read_edge(line)?),
                }
            }
        }
        Ok(())
    }

    /// What a case with this list asks about: all edges with the details that it gives for any, all references if it
    /// gives any, and so on.
    pub(super) fn asked_for(mut self, expected: &Self) -> Self {
        let asked: BTreeSet<&String> = expected.edges.iter().flatten().flat_map(|edge| edge.details.keys()).collect();
        let with_asked = |mut edge: Edge| {
            edge.details.retain(|key, _| asked.contains(key));
            for key in &asked {
                edge.details.entry((*key).clone()).or_insert_with(|| "none".to_owned());
            }
            edge
        };
        self.edges = self.edges.filter(|_| expected.edges.is_some());
        self.edges = self.edges.map(|edges| edges.into_iter().map(with_asked).collect());
        self.references = self.references.filter(|_| expected.references.is_some());
        self.times = self.times.filter(|_| expected.times.is_some());
        self
    }
}

/// Reads "met(Moana Tui | Tika Oli) asserted; time 2022-06-07; place none".
fn read_edge(line: &str) -> Result<Edge, String> {
    let mut parts = line.split("; ");
    let statement = parts.next().unwrap_or_default();
    let read = || {
        let (relation, rest) = statement.split_once('(')?;
        let (ends, status) = rest.split_once(") ")?;
        Ontology::shipped().relation(relation)?;
        let is_status = ["asserted", "planned", "negated"].contains(&status);
        Some(in_order(relation, ends.split_once(" | ")?, status)).filter(|_| is_status)
    };
    let statement = read().ok_or_else(|| format!("expected \"met(A | B) asserted\", found \"{statement}\""))?;
    let detail = |part: &str| {
        let (key, value) =
            part.split_once(' ').ok_or_else(|| format!("expected \"time 2022-06-07\", found \"{part}\""))?;
        Ok((key.to_owned(), value.to_owned()))
    };
    Ok(Edge { statement, details: parts.map(detail).collect::<Result<_, String>>()? })
}

impl fmt::Display for Findings {
    /// As a case lists it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines: Vec<String> = Vec::new();
        if let Some(edges) = &self.edges {
            let shown = |edge: &Edge| {
                let details = edge.details.iter().map(|(key, value)| format!("; {key} {value}"));
                format!("- `{}{}`", edge.statement, details.collect::<String>())
            };
            lines.extend(edges.iter().map(shown));
            lines.extend(edges.is_empty().then(|| "- nothing".to_owned()));
        }
        for (found, none) in [(&self.references, "- no reference"), (&self.times, "- no time")] {
            lines.extend(found.iter().flatten().map(|line| format!("- `{line}`")));
            lines.extend(found.as_ref().is_some_and(BTreeSet::is_empty).then(|| none.to_owned()));
        }
        f.write_str(&lines.join("\n"))
    }
}
