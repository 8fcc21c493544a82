//! Records the candidates that agree with a mention and those that lost to it.
//!
//! Three kinds of sources read the text independently: the trained finder, the gazetteers, and the rules on shape and
//! context. If sources of different kinds find the same tokens with the same type, the confidence of the mention
//! rises to 1 - (1 - a)(1 - b)..., with the surest candidate of each kind, and at most to [`MAX_CONFIDENCE`].

use super::draft::Draft;
use super::trained_names::TRAINED;
use super::vote::{Ballot, Vote};
use crate::analysis::TokenId;
use crate::ontology::EntityType;
use crate::span::{Byte, Span};

/// The upper limit of confidence: agreement never makes a mention certain.
const MAX_CONFIDENCE: f32 = 0.99;

impl Draft {
    /// Replaces `other` with this draft; `other` becomes a vote.
    pub(super) fn instead_of(mut self, other: &Self) -> Self {
        self.votes.extend(other.votes.iter().cloned());
        self.votes.push(Ballot::of(other));
        self
    }
}

impl Ballot {
    pub(super) fn of(draft: &Draft) -> Self {
        let Draft { tokens, entity_type, rule, confidence, .. } = *draft;
        Self { tokens, entity_type, rule, confidence }
    }

    /// Whether it has the same tokens and type. The finder knows only persons, organizations and places.
    fn agrees(&self, draft: &Draft) -> bool {
        let same_type = match source(self.rule) {
            Source::Finder => coarse(self.entity_type) == coarse(draft.entity_type),
            _ => self.entity_type == draft.entity_type,
        };
        self.tokens == draft.tokens && same_type
    }
}

/// The type in the coarser classes of the finder.
fn coarse(entity_type: EntityType) -> EntityType {
    match entity_type {
        EntityType::COUNTRY => EntityType::PLACE,
        EntityType::AGENCY | EntityType::GROUP => EntityType::ORGANIZATION,
        other => other,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Finder,
    Gazetteer,
    Rules,
}

fn source(rule: &str) -> Source {
    match rule {
        TRAINED => Source::Finder,
        _ if rule.starts_with("gazetteer:") => Source::Gazetteer,
        _ => Source::Rules,
    }
}

/// The confidence of `draft`, raised by the candidates of other sources that agree with it.
pub(super) fn joint_confidence(draft: &Draft) -> f32 {
    let surest = |kind: Source| {
        let agreeing = draft.votes.iter().filter(|ballot| ballot.agrees(draft) && source(ballot.rule) == kind);
        agreeing.map(|ballot| ballot.confidence).fold(0.0, f32::max)
    };
    let others =
        [Source::Finder, Source::Gazetteer, Source::Rules].into_iter().filter(|kind| *kind != source(draft.rule));
    let doubt: f32 = others.map(|kind| 1.0 - surest(kind)).product();
    let joint = 1.0 - (1.0 - draft.confidence) * doubt;
    if doubt < 1.0 { joint.min(MAX_CONFIDENCE).max(draft.confidence) } else { draft.confidence }
}

/// The votes of `draft`, in text order, then by rule. `bytes` maps tokens to the document.
pub(super) fn votes_of(draft: &Draft, bytes: impl Fn(Span<TokenId>) -> Span<Byte>) -> Vec<Vote> {
    let vote = |ballot: &Ballot| Vote {
        rule: ballot.rule.into(),
        entity_type: ballot.entity_type,
        span: bytes(ballot.tokens),
        confidence: ballot.confidence,
        agrees: ballot.agrees(draft),
    };
    let mut votes: Vec<Vote> = draft.votes.iter().map(vote).collect();
    votes.sort_by(|a, b| (a.span, &a.rule, a.entity_type).cmp(&(b.span, &b.rule, b.entity_type)));
    votes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(rule: &'static str, confidence: f32) -> Draft {
        Draft::name(Span::new(0, 2), EntityType::PLACE, rule, confidence)
    }

    #[test]
    fn another_source_makes_a_mention_surer_and_the_same_source_does_not() {
        let mut chosen = draft("head-noun", 0.8);
        chosen.votes = vec![Ballot::of(&draft("locative", 0.6))];
        assert!((joint_confidence(&chosen) - 0.8).abs() < 1e-6, "both are rules");
        chosen.votes.push(Ballot::of(&draft("name-finder", 0.5)));
        assert!((joint_confidence(&chosen) - 0.9).abs() < 1e-6);
        chosen.votes.push(Ballot { entity_type: EntityType::PERSON, ..Ballot::of(&draft("gazetteer:places", 0.9)) });
        assert!((joint_confidence(&chosen) - 0.9).abs() < 1e-6, "another type is no support");
    }
}
