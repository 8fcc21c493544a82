//! How full a name is.

use crate::text::is_all_caps;

/// A rank of names by how full they are: the larger, the fuller.
pub(in crate::resolution) fn fullness(name: &str) -> (usize, bool, usize, std::cmp::Reverse<&str>) {
    // A name in the capitals of a headline is not how people write it.
    let is_written = !name.contains(' ') || !is_all_caps(name);
    (name.split(' ').count(), is_written, name.chars().count(), std::cmp::Reverse(name))
}
