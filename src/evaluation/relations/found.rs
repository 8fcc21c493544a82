//! The record of a document in, its edges out.

use std::collections::BTreeSet;

use super::{Edge, End};
use crate::graph::DocumentRecord;
use crate::ids::MentionId;
use crate::mention::{Mention, MentionKind};
use crate::ontology::Ontology;
use crate::relation::{RelationMention, Status};
use crate::span::{Byte, Span};

/// The edges that the document's statements make, each once; denials are none.
#[must_use]
pub fn edges(record: &DocumentRecord, ontology: &Ontology) -> Vec<Edge> {
    let mut chain_of = vec![usize::MAX; record.mentions.len()];
    for (index, chain) in record.chains.iter().enumerate() {
        chain.mentions.iter().for_each(|mention| chain_of[mention.index()] = index);
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for statement in record.statements.iter().filter(|statement| statement.status != Status::Negated) {
        let chains = [statement.subject, statement.object].map(|mention| chain_of[mention.index()]);
        let plover = statement.attributes.get("plover").cloned();
        if seen.insert((statement.relation, chains, plover.clone())) {
            found.push(Edge {
                relation: statement.relation.as_str().to_owned(),
                plover,
                ends: [statement.subject, statement.object].map(|mention| end(record, mention)),
                is_symmetric: ontology.relation(statement.relation.as_str()).is_some_and(|class| class.symmetric),
                shown: shown(record, statement),
            });
        }
    }
    found
}

/// "met: Moana Tui | Tika Oli (met-verb)".
fn shown(record: &DocumentRecord, statement: &RelationMention) -> String {
    let surface = |mention: MentionId| record.document.surface(record.mentions[mention.index()].provenance.span);
    let [subject, object] = [statement.subject, statement.object].map(surface);
    format!("{}: {subject} | {object} ({})", statement.relation.as_str(), statement.provenance.rule)
}

/// All places and names of the thing that `mention` means.
fn end(record: &DocumentRecord, mention: MentionId) -> End {
    let chain = record.chains.iter().find(|chain| chain.mentions.contains(&mention));
    let ids = chain.map_or(vec![mention], |chain| chain.mentions.clone());
    let mentions: Vec<&Mention> = ids.iter().map(|id| &record.mentions[id.index()]).collect();
    let names = mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
    let names = names.flat_map(|mention| [Some(&mention.norm), mention.canonical.as_ref()]).flatten();
    let mut places: Vec<Span<Byte>> = mentions.iter().map(|mention| mention.provenance.span).collect();
    places.push(with_description(record, &record.mentions[mention.index()]));
    End { places, names: names.map(|name| crate::text::fold(name)).collect(), is_open: false }
}

/// The mention with what stands before it and depends on it: "Syrian President" before a name.
fn with_description(record: &DocumentRecord, mention: &Mention) -> Span<Byte> {
    let sentence = record.document.sentence(mention.provenance.sentence);
    let heads = sentence.tree.heads();
    let tokens = mention.tokens.range();
    let mut start = mention.tokens.start();
    // Left neighbours that depend, over any number of steps, on a word of the mention.
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
