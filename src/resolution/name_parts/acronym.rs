//! Recognizes acronyms.

use crate::text::is_all_caps;

/// Whether the name is an acronym: "KRG", "U.N.".
pub(in crate::resolution) fn is_acronym(name: &str) -> bool {
    !name.contains(' ') && is_all_caps(name)
}
