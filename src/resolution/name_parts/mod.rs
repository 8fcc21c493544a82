//! Splits names into parts for comparison and blocking.

mod acronym;
mod fullness;
mod nicknames;
mod organization_name;
mod person_name;
mod word_likeness;

pub(super) use acronym::is_acronym;
pub(super) use fullness::fullness;
pub(super) use organization_name::OrganizationName;
pub(super) use person_name::{Part, PersonName, WHOLE_NAME};
pub(super) use word_likeness::{Likeness, likeness, skeleton};
