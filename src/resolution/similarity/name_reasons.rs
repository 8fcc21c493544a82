//! Reasons from the names of two profiles.

use super::super::fact::FactKind;
use super::super::name_profile::NameProfile;
use super::reasons::Reasons;
use super::{event_reasons, organization_reasons, person_reasons, place_reasons};
use crate::lexicon::Lexicon;
use crate::ontology::EntityType;

/// The reasons from the names, the same in either order.
pub(super) fn weigh(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon) -> Reasons {
    let (left, right) =
        if (&left.key, &left.name) <= (&right.key, &right.name) { (left, right) } else { (right, left) };
    let mut reasons = Reasons::default();
    if let Some(id) = left.shared(right, FactKind::Authority).first() {
        reasons.add(16.0, format!("both are {id} in the authority list"));
        return reasons;
    }
    if left.contradicts(right, FactKind::Authority) {
        let [a, b] = [left, right].map(|side| side.values(FactKind::Authority).collect::<Vec<_>>().join(", "));
        reasons.contradict(format!("they are {a} and {b} in the authority list"));
        return reasons;
    }
    match left.entity_type {
        other if other != right.entity_type => reasons.veto("they are of different types"),
        EntityType::PERSON => person_reasons::weigh(left, right, lexicon, &mut reasons),
        location if location.is_location() => place_reasons::weigh(left, right, lexicon, &mut reasons),
        EntityType::EVENT if left.is_local() && right.is_local() => event_reasons::weigh(left, right, &mut reasons),
        _ => organization_reasons::weigh(left, right, lexicon, &mut reasons),
    }
    reasons
}
