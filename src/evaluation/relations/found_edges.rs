//! The edges that the statements of a document give.

use std::collections::BTreeSet;

use super::edge::Edge;
use super::end::End;
use crate::coreference::CorefChain;
use crate::ids::MentionId;
use crate::mention::{Mention, MentionKind};
use crate::ontology::Ontology;
use crate::record::ReadDocument;
use crate::relation::{Statement, Status};
use crate::span::{Byte, Span};

/// The edges that the statements of the document make in a graph, each once; negated statements make none.
#[must_use]
pub fn edges(record: &ReadDocument, ontology: &Ontology) -> Vec<Edge> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for statement in record.statements.iter().filter(|statement| statement.status != Status::Negated) {
        let Some(class) = ontology.relation(statement.relation.as_str()) else { continue };
        let plover = statement.attributes.get("plover").cloned();
        for (subject, object) in pairs(record, statement) {
            let chains = [subject, object].map(|meant| chain_of(record, meant));
            let [Some(from), Some(to)] = chains else { continue };
            let allows = class.allows(from.entity_type, to.entity_type) && from.id != to.id;
            if allows && seen.insert((statement.relation, from.id, to.id, plover.clone())) {
                found.push(Edge {
                    relation: statement.relation.as_str().to_owned(),
                    plover: plover.clone(),
                    ends: [(from, statement.subject), (to, statement.object)].map(|(chain, by)| end(record, chain, by)),
                    is_symmetric: class.symmetric,
                    shown: shown(record, statement),
                });
            }
        }
    }
    found
}

/// The pairs of mentions that a statement joins; a plural is resolved to its members.
fn pairs(record: &ReadDocument, statement: &Statement) -> Vec<(MentionId, MentionId)> {
    let members = |mention: MentionId| {
        let plural = record.plurals.iter().find(|plural| plural.mention == mention);
        plural.map_or(vec![mention], |plural| plural.members.clone())
    };
    let (subjects, objects) = (members(statement.subject), members(statement.object));
    let is_within = statement.subject == statement.object;
    let others = |at: usize| objects.iter().skip(if is_within { at + 1 } else { 0 });
    let from = |(at, &subject): (usize, &MentionId)| -> Vec<(MentionId, MentionId)> {
        others(at).map(|&object| (subject, object)).collect()
    };
    subjects.iter().enumerate().flat_map(from).collect()
}

/// The chain of a mention, if it becomes a node: one of its mentions has to say what the thing is.
fn chain_of(record: &ReadDocument, mention: MentionId) -> Option<&CorefChain> {
    let chain = record.chains.iter().find(|chain| chain.mentions.contains(&mention))?;
    chain.mentions.iter().any(|id| record.mentions[id.index()].identifies()).then_some(chain)
}

/// "met: Moana Tui | Tika Oli (met-verb)".
fn shown(record: &ReadDocument, statement: &Statement) -> String {
    let surface = |mention: MentionId| record.document.surface(record.mentions[mention.index()].provenance.span);
    let [subject, object] = [statement.subject, statement.object].map(surface);
    format!("{}: {subject} | {object} ({})", statement.relation.as_str(), statement.provenance.rule)
}

/// All places and names of the thing that `chain` means, with the description of the mention that names it here.
fn end(record: &ReadDocument, chain: &CorefChain, mention: MentionId) -> End {
    let mentions: Vec<&Mention> = chain.mentions.iter().map(|id| &record.mentions[id.index()]).collect();
    let names = mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
    let names = names.flat_map(|mention| [Some(&mention.norm), mention.canonical.as_ref()]).flatten();
    let mut places: Vec<Span<Byte>> = mentions.iter().map(|mention| mention.provenance.span).collect();
    places.push(with_description(record, &record.mentions[mention.index()]));
    End { places, names: names.map(|name| crate::text::fold(name)).collect(), is_open: false }
}

/// The mention with what stands before it and depends on it: "Syrian President" before a name.
fn with_description(record: &ReadDocument, mention: &Mention) -> Span<Byte> {
    let sentence = record.document.sentence(mention.provenance.sentence);
    let heads = sentence.tree.heads();
    let tokens = mention.tokens.range();
    let mut start = mention.tokens.start();
    // Left neighbors that depend, directly or indirectly, on a word of the mention.
    while start > 0 {
        let mut above = heads[start - 1];
        while let Some(head) = above.filter(|head| !tokens.contains(&head.index())) {
            above = heads[head.index()];
        }
        if above.is_none() {
            break;
        }
        start -= 1;
    }
    sentence.bytes(Span::new(start, mention.tokens.end()))
}
