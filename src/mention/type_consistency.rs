//! Gives a name one type: what the finder sees in one place must agree with the rest of the article.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::model::MentionKind;
use super::overlap::Settled;
use super::trained_names::TRAINED;
use super::vote::Ballot;
use crate::lexicon::WordView;
use crate::ontology::EntityType;

/// The factor by which the best type of a name must outweigh each other type to overrule the finder.
const MAJORITY: f32 = 1.2;

/// Gives each name that only the finder typed the best-supported type of that name in the article.
///
/// All mentions with equal words count with their confidence, whichever rule typed them.
pub(super) fn agree(views: &[WordView<'_>], settled: &mut [Settled]) {
    let mut votes: BTreeMap<String, BTreeMap<EntityType, f32>> = BTreeMap::new();
    for (view, settled) in views.iter().zip(&*settled) {
        for draft in settled.drafts().iter().filter(|draft| draft.kind == MentionKind::Name) {
            let types = votes.entry(key(view, draft)).or_default();
            *types.entry(draft.entity_type).or_default() += draft.confidence;
        }
    }
    votes.retain(|_, types| types.len() > 1);
    for (view, settled) in views.iter().zip(settled) {
        for draft in settled.drafts_mut().iter_mut().filter(|draft| draft.rule == TRAINED) {
            let Some(types) = votes.get(&key(view, draft)) else { continue };
            let before = Ballot::of(draft);
            draft.entity_type = winner(types, draft.entity_type);
            if draft.entity_type != before.entity_type {
                draft.votes.push(before);
            }
        }
    }
}

fn key(view: &WordView<'_>, draft: &Draft) -> String {
    view.slice(draft.tokens).join(" ")
}

fn winner(types: &BTreeMap<EntityType, f32>, current: EntityType) -> EntityType {
    let best = types.iter().max_by(|a, b| a.1.total_cmp(b.1)).map(|(found, weight)| (*found, *weight));
    let own = types.get(&current).copied().unwrap_or_default();
    best.filter(|(_, weight)| *weight >= own * MAJORITY).map_or(current, |(found, _)| found)
}
