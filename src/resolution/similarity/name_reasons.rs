//! Reasons from the names of two profiles.

use super::super::fact::FactKind;
use super::super::name_profile::NameProfile;
use super::reasons::Evidence;
use super::{event_reasons, organization_reasons, person_reasons, place_reasons};
use crate::lexicon::Lexicon;
use crate::ontology::EntityType;

/// The reasons from the names, the same in either order.
pub(super) fn weigh(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon) -> Evidence {
    let (left, right) =
        if (&left.key, &left.name) <= (&right.key, &right.name) { (left, right) } else { (right, left) };
    let mut evidence = Evidence::default();
    if let Some(id) = left.shared(right, FactKind::Authority).first() {
        evidence.add(16.0, format!("both are {id} in the authority list"));
        return evidence;
    }
    if left.contradicts(right, FactKind::Authority) {
        let [a, b] = [left, right].map(|side| side.values(FactKind::Authority).collect::<Vec<_>>().join(", "));
        evidence.contradict(format!("they are {a} and {b} in the authority list"));
        return evidence;
    }
    match left.entity_type {
        other if other != right.entity_type => evidence.veto("they are of different types"),
        EntityType::PERSON => person_reasons::weigh(left, right, lexicon, &mut evidence),
        location if location.is_location() => place_reasons::weigh(left, right, lexicon, &mut evidence),
        EntityType::EVENT if left.is_local() && right.is_local() => event_reasons::weigh(left, right, &mut evidence),
        _ => organization_reasons::weigh(left, right, lexicon, &mut evidence),
    }
    evidence
}
