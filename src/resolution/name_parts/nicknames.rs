//! Given names that one person may bear side by side.

use std::collections::HashMap;
use std::sync::LazyLock;

/// For each name the numbers of its groups.
static GROUPS: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut groups: HashMap<&str, Vec<usize>> = HashMap::new();
    let lines = include_str!("nicknames.tsv").lines().filter(|line| !line.starts_with('#'));
    for (number, line) in lines.enumerate() {
        line.split('\t').for_each(|name| groups.entry(name).or_default().push(number));
    }
    groups
});

/// Whether two folded given names may be those of one person: "bob" and "robert".
pub(super) fn may_be_one(a: &str, b: &str) -> bool {
    let of = |name: &str| GROUPS.get(name).map(Vec::as_slice).unwrap_or_default();
    of(a).iter().any(|group| of(b).contains(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_and_those_of_other_languages_are_known() {
        for (a, b) in [("bob", "robert"), ("jon", "john"), ("aleksandr", "oleksandr")] {
            assert!(may_be_one(a, b) && may_be_one(b, a), "{a} {b}");
        }
        assert!(!may_be_one("bob", "william") && !may_be_one("moana", "moana"));
    }
}
