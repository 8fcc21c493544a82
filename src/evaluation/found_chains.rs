//! The found chains of a document in the form in which they are scored.
//!
//! Chains of persons, of organizations (agencies and groups included) and of places (countries included) are scored;
//! programs and events are not.

use std::collections::BTreeMap;

use crate::coreference::CorefChain;
use crate::ids::{MentionId, RuleName};
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::{Byte, Span};

/// The found chains, restricted to mentions that pass `keep`; empty chains are left out.
#[must_use]
pub fn found_chains(mentions: &[Mention], chains: &[CorefChain], keep: fn(&Mention) -> bool) -> Vec<Vec<Span<Byte>>> {
    let spans = |chain: &CorefChain| -> Vec<Span<Byte>> {
        let members = chain.mentions.iter().map(|id| &mentions[id.index()]);
        members.filter(|mention| is_scored(mention) && keep(mention)).map(|mention| mention.provenance.span).collect()
    };
    chains.iter().map(spans).filter(|chain| !chain.is_empty()).collect()
}

/// A mention that a sieve linked to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundLink {
    /// The sieve.
    pub sieve: RuleName,
    /// The linked mention.
    pub mention: Span<Byte>,
    /// The mention that it was linked to.
    pub antecedent: Span<Byte>,
}

/// The links of the scored chains, in the order of chains and mentions.
#[must_use]
pub fn found_links(mentions: &[Mention], chains: &[CorefChain]) -> Vec<FoundLink> {
    let span = |id: MentionId| mentions[id.index()].provenance.span;
    let links = chains.iter().flat_map(|chain| &chain.links);
    links
        .filter(|link| is_scored(&mentions[link.mention.index()]))
        .map(|link| FoundLink {
            sieve: link.sieve.clone(),
            mention: span(link.mention),
            antecedent: span(link.antecedent),
        })
        .collect()
}

/// The baseline: names with equal folded surface form and type form one chain. Chains are in the order of their first
/// mentions; descriptions and pronouns are left out.
#[must_use]
pub fn equal_name_chains(mentions: &[Mention]) -> Vec<Vec<Span<Byte>>> {
    let mut chains: Vec<Vec<Span<Byte>>> = Vec::new();
    let mut chain_of = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| is_scored(mention) && is_name(mention)) {
        let at = *chain_of.entry((mention.entity_type, &mention.norm)).or_insert(chains.len());
        if at == chains.len() {
            chains.push(Vec::new());
        }
        chains[at].push(mention.provenance.span);
    }
    chains
}

/// Whether the mention is a name.
#[must_use]
pub fn is_name(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name
}

fn is_scored(mention: &Mention) -> bool {
    !matches!(mention.entity_type, EntityType::PROGRAMME | EntityType::EVENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coreference::CorefLink;
    use crate::ids::{ChainId, SentenceId};
    use crate::provenance::Provenance;

    /// Mentions in a row, each ten bytes after the previous one.
    fn mentions(rows: &[(&str, EntityType, MentionKind)]) -> Vec<Mention> {
        let mention = |(at, &(norm, entity_type, kind)): (usize, &(&str, EntityType, MentionKind))| {
            let provenance = Provenance {
                document: "a".into(),
                sentence: SentenceId::new(0),
                span: Span::new(10 * at, 10 * at + 5),
                rule: "test".into(),
                confidence: 1.0,
            };
            Mention { kind, ..Mention::given(MentionId::new(at), at, (norm, entity_type), provenance) }
        };
        rows.iter().enumerate().map(mention).collect()
    }

    fn starts(chains: &[Vec<Span<Byte>>]) -> Vec<Vec<usize>> {
        chains.iter().map(|chain| chain.iter().map(|span| span.start() / 10).collect()).collect()
    }

    #[test]
    fn the_baseline_joins_names_equal_in_form_and_type_only() {
        let mentions = mentions(&[
            ("lima", EntityType::PLACE, MentionKind::Name),
            ("kaarel tamm", EntityType::PERSON, MentionKind::Name),
            ("lima", EntityType::PERSON, MentionKind::Name),
            ("tamm", EntityType::PERSON, MentionKind::Name),
            ("lima", EntityType::PLACE, MentionKind::Name),
            ("he", EntityType::PERSON, MentionKind::Pronoun),
            ("lima summit", EntityType::EVENT, MentionKind::Name),
        ]);
        assert_eq!(starts(&equal_name_chains(&mentions)), [vec![0, 4], vec![1], vec![2], vec![3]]);
    }

    #[test]
    fn found_chains_lose_events_and_what_is_not_kept() {
        let mentions = mentions(&[
            ("tika oli", EntityType::PERSON, MentionKind::Name),
            ("he", EntityType::PERSON, MentionKind::Pronoun),
            ("lima summit", EntityType::EVENT, MentionKind::Name),
            ("they", EntityType::PERSON, MentionKind::Pronoun),
        ]);
        let chain = |id: usize, members: &[usize], entity_type| CorefChain {
            id: ChainId::new(id),
            mentions: members.iter().map(|&at| MentionId::new(at)).collect(),
            entity_type,
            links: Vec::new(),
        };
        let chains = [
            chain(0, &[0, 1], EntityType::PERSON),
            chain(1, &[2], EntityType::EVENT),
            chain(2, &[3], EntityType::PERSON),
        ];
        assert_eq!(starts(&found_chains(&mentions, &chains, |_| true)), [vec![0, 1], vec![3]]);
        assert_eq!(starts(&found_chains(&mentions, &chains, is_name)), [vec![0]]);
    }

    #[test]
    fn the_links_of_events_are_not_listed() {
        let mentions = mentions(&[
            ("tika oli", EntityType::PERSON, MentionKind::Name),
            ("lima summit", EntityType::EVENT, MentionKind::Name),
            ("he", EntityType::PERSON, MentionKind::Pronoun),
            ("summit", EntityType::EVENT, MentionKind::Nominal),
        ]);
        let chain = |id: usize, first: usize, second: usize| CorefChain {
            id: ChainId::new(id),
            mentions: [first, second].map(MentionId::new).to_vec(),
            entity_type: mentions[first].entity_type,
            links: vec![CorefLink {
                mention: MentionId::new(second),
                antecedent: MentionId::new(first),
                sieve: "test".into(),
                confidence: 1.0,
            }],
        };
        let links = found_links(&mentions, &[chain(0, 0, 2), chain(1, 1, 3)]);
        assert_eq!(links.len(), 1);
        assert_eq!((links[0].mention.start(), links[0].antecedent.start()), (20, 0));
    }
}
