//! What two things share.

use std::collections::{BTreeMap, BTreeSet};

use super::knowledge::Knowledge;
use super::query_error::QueryError;
use crate::ids::EntityId;
use crate::relation::Status;

/// A thing that two others are both joined to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Shared {
    /// Its id.
    pub id: EntityId,
    /// The relations of the first to it.
    pub to_one: BTreeSet<(String, Status)>,
    /// The relations of the second to it.
    pub to_other: BTreeSet<(String, Status)>,
}

/// The contacts, events, bodies and places that two things share by edges of these statuses, ordered by id.
///
/// # Errors
/// [`QueryError`], if the project cannot be read.
pub fn in_common(
    knowledge: &Knowledge<'_>,
    one: &EntityId,
    other: &EntityId,
    statuses: &BTreeSet<Status>,
) -> Result<Vec<Shared>, QueryError> {
    let neighbors = |thing: &EntityId| {
        let mut found: BTreeMap<EntityId, BTreeSet<(String, Status)>> = BTreeMap::new();
        for tie in knowledge.ties_of(thing)?.into_iter().filter(|tie| statuses.contains(&tie.status)) {
            found.entry(tie.other).or_default().insert((tie.relation.to_string(), tie.status));
        }
        Ok::<_, QueryError>(found)
    };
    let (of_one, mut of_other) = (neighbors(one)?, neighbors(other)?);
    let shared = of_one.into_iter().filter(|(id, _)| id != one && id != other);
    let shared = shared.filter_map(|(id, to_one)| of_other.remove(&id).map(|to_other| Shared { id, to_one, to_other }));
    Ok(shared.collect())
}
