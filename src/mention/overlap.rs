//! Chooses among overlapping drafts of a sentence, and keeps the countries named inside organizations.

use std::collections::BTreeSet;

use super::agreeing_sources;
use super::draft::Draft;
use super::model::MentionKind;
use super::vote::Ballot;
use crate::ontology::EntityType;

/// Drafts of one sentence that do not overlap.
#[derive(Debug, Clone)]
pub(super) struct Settled {
    drafts: Vec<Draft>,
    /// One entry per token: the draft that covers it.
    owner: Vec<Option<usize>>,
    /// Countries and places within the names of organizations: "Peru" in "Bank of Peru".
    nested: Vec<Draft>,
}

/// Whether `inner` is part of the name of the organization, programme or event `outer`. In the name of a person or
/// place ("Panama City") a country has no meaning of its own.
pub(super) fn holds(outer: &Draft, inner: &Draft) -> bool {
    let has_owner = !matches!(outer.entity_type, EntityType::PERSON | EntityType::COUNTRY | EntityType::PLACE);
    has_owner
        && outer.kind == MentionKind::Name
        && outer.tokens.contains(inner.tokens)
        && outer.tokens.len() > inner.tokens.len()
}

impl Settled {
    /// Keeps the longest of overlapping drafts; of equally long ones the surest, then the one whose rule name sorts
    /// first.
    ///
    /// A draft that is dropped, or too doubtful to stand alone, becomes a vote of those that it overlaps. Agreement
    /// raises their confidence.
    pub(super) fn new(length: usize, mut drafts: Vec<Draft>, doubtful: &[Draft]) -> Self {
        drafts.sort_by(|a, b| {
            let size = b.tokens.len().cmp(&a.tokens.len());
            size.then(b.confidence.total_cmp(&a.confidence)).then(a.rule.cmp(b.rule)).then(a.tokens.cmp(&b.tokens))
        });
        let mut settled = Self { drafts: Vec::new(), owner: vec![None; length], nested: Vec::new() };
        for draft in drafts {
            if settled.is_free(&draft) {
                settled.add(draft);
                continue;
            }
            if settled.nests(&draft) {
                settled.nested.push(draft);
            } else {
                settled.vote(&draft);
            }
        }
        doubtful.iter().for_each(|draft| settled.vote(draft));
        for draft in &mut settled.drafts {
            draft.confidence = agreeing_sources::joint_confidence(draft);
        }
        settled
    }

    /// Adds a dropped draft as a vote to the drafts that it overlaps.
    fn vote(&mut self, lost: &Draft) {
        let owners: BTreeSet<usize> = self.owner[lost.tokens.range()].iter().copied().flatten().collect();
        for owner in owners {
            self.drafts[owner].votes.push(Ballot::of(lost));
        }
    }

    /// The drafts, in no particular order.
    pub(super) fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// The drafts, for changing anything but their tokens.
    pub(super) fn drafts_mut(&mut self) -> &mut [Draft] {
        &mut self.drafts
    }

    /// The drafts in text order.
    pub(super) fn into_drafts(mut self) -> Vec<Draft> {
        let drafts = self.drafts.iter();
        let is_inside = |nested: &Draft| drafts.clone().any(|outer| holds(outer, nested));
        let mut nested = std::mem::take(&mut self.nested);
        nested.retain(is_inside); // a definition may have replaced the surrounding name
        self.drafts.append(&mut nested);
        self.drafts.sort_by_key(|draft| draft.tokens);
        self.drafts
    }

    /// Whether the draft is a country or place of the gazetteers inside the name of an organization, and no nested
    /// draft overlaps it.
    fn nests(&self, draft: &Draft) -> bool {
        let is_land = matches!(draft.entity_type, EntityType::COUNTRY | EntityType::PLACE) && draft.known.is_some();
        is_land
            && !self.nested.iter().any(|other| other.tokens.overlaps(draft.tokens))
            && self.drafts.iter().any(|outer| holds(outer, draft))
    }

    /// Whether no draft covers any token of `draft`.
    pub(super) fn is_free(&self, draft: &Draft) -> bool {
        self.owner[draft.tokens.range()].iter().all(Option::is_none)
    }

    /// Adds `draft` unless another draft covers one of its tokens.
    pub(super) fn add(&mut self, draft: Draft) {
        if self.is_free(&draft) {
            self.owner[draft.tokens.range()].fill(Some(self.drafts.len()));
            self.drafts.push(draft);
        }
    }

    /// Adds a draft that was found later, in the order of [`Self::new`]: the longer one stays; of equally long ones
    /// the surer.
    pub(super) fn admit(&mut self, draft: Draft) {
        let owners: BTreeSet<usize> = self.owner[draft.tokens.range()].iter().copied().flatten().collect();
        let rank = |draft: &Draft| (draft.tokens.len(), draft.confidence);
        if owners.iter().any(|&owner| rank(&self.drafts[owner]) >= rank(&draft)) {
            self.vote(&draft);
            return;
        }
        let mut draft = draft;
        for &owner in owners.iter().rev() {
            draft = draft.instead_of(&self.drafts.remove(owner));
        }
        if !owners.is_empty() {
            draft.confidence = agreeing_sources::joint_confidence(&draft);
            self.owner.fill(None);
            for (index, other) in self.drafts.iter().enumerate() {
                self.owner[other.tokens.range()].fill(Some(index));
            }
        }
        self.add(draft);
    }

    /// The draft that covers exactly the same tokens as `draft`.
    pub(super) fn same_place(&mut self, draft: &Draft) -> Option<&mut Draft> {
        let index = self.owner[draft.tokens.start()]?;
        Some(&mut self.drafts[index]).filter(|other| other.tokens == draft.tokens)
    }
}
