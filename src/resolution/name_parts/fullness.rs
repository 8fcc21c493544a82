//! How full a name is.

use crate::text::is_all_caps;

/// How full a name is.
pub(in crate::resolution) fn fullness(name: &str) -> (usize, bool, usize, std::cmp::Reverse<&str>) {
    // A headline in capitals has the name too, but nobody writes it so.
    let is_written = !name.contains(' ') || !is_all_caps(name);
    (name.split(' ').count(), is_written, name.chars().count(), std::cmp::Reverse(name))
}
