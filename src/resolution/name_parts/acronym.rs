//! Names that are capital letters.

use crate::text::is_all_caps;

/// Whether the name is capital letters that stand for a longer one: "KRG", "U.N.".
pub(in crate::resolution) fn is_acronym(name: &str) -> bool {
    !name.contains(' ') && is_all_caps(name)
}
