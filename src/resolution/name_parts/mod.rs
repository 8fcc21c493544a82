//! Names taken apart for comparison and for blocking.

pub(super) mod organization_name;
pub(super) mod person_name;
pub(super) mod word_likeness;

use crate::text::is_all_caps;

/// Whether the name is capital letters that stand for a longer one: "KRG", "U.N.".
pub(super) fn is_acronym(name: &str) -> bool {
    !name.contains(' ') && is_all_caps(name)
}
