//! Reasons from descriptions of gatherings that have no name: two reports may describe one gathering differently.

use super::super::fact::FactKind;
use super::super::name_profile::NameProfile;
use super::reasons::Reasons;
use crate::lexicon::kind_of_event;

pub(super) fn weigh(left: &NameProfile, right: &NameProfile, reasons: &mut Reasons) {
    let kind = |profile: &NameProfile| kind_of_event(&profile.name);
    if kind(left) == kind(right) {
        reasons.add(2.0, format!("both are of the kind \"{}\"", kind(left)));
    } else {
        reasons.veto("they are of different kinds");
        return;
    }
    if left.key.as_str().split('@').next() == right.key.as_str().split('@').next() {
        reasons.add(1.5, "they are described in the same words");
    }
    match compatible_dates(left, right) {
        Some(true) => reasons.add(3.5, "they took place at the same time"),
        Some(false) => reasons.veto("they took place at different times"),
        None => {}
    }
    if left.contradicts(right, FactKind::Place) {
        reasons.veto("they took place in different places");
    } else if let Some(place) = left.shared(right, FactKind::Place).first() {
        reasons.add(3.0, format!("both took place in {place}"));
    }
}

/// Whether a date of one is compatible with a date of the other, as "2024-05" is with "2024-05-03"; `None` if one has
/// no date.
fn compatible_dates(left: &NameProfile, right: &NameProfile) -> Option<bool> {
    let fits = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
    let pairs = || left.values(FactKind::Date).flat_map(|a| right.values(FactKind::Date).map(move |b| (a, b)));
    pairs().next()?;
    Some(pairs().any(|(a, b)| fits(a, b)))
}
