//! Names that look alike.

use super::plain::plain;

/// Similarity of a typed text to a name as a whole or to the most similar of its parts (Jaro-Winkler, 0.0 to 1.0).
pub(crate) fn similarity(typed: &str, name: &str, separates: impl Fn(char) -> bool) -> f64 {
    let parts = name.split(separates).map(|part| strsim::jaro_winkler(part, typed));
    parts.fold(strsim::jaro_winkler(name, typed), f64::max)
}

/// At most `count` of the names whose similarity is at least `least`, best first, equal ones by name.
pub(crate) fn most_similar<'a>(
    names: impl IntoIterator<Item = &'a str>,
    similarity: impl Fn(&str) -> f64,
    least: f64,
    count: usize,
) -> Vec<&'a str> {
    let mut scored: Vec<(f64, &str)> = names.into_iter().map(|name| (similarity(name), name)).collect();
    scored.retain(|(score, _)| *score >= least);
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup();
    scored.into_iter().take(count).map(|(_, name)| name).collect()
}

/// Minimum similarity of a proposed name; below it proposals look random.
const MIN_SIMILARITY: f64 = 0.7;

/// At most `count` names to propose instead of an unknown one, most similar first.
pub(crate) fn near_names<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>, count: usize) -> Vec<String> {
    let typed = plain(typed);
    let like = |name: &str| similarity(&typed, &plain(name), |c| c == ' ');
    most_similar(names, like, MIN_SIMILARITY, count).into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_similar_names_come_first() {
        let like = |name: &str| similarity("tamsoo", name, |c| c == ' ');
        assert_eq!(most_similar(["kaarel tammsoo", "tamson", "moana tui"], like, 0.8, 1), ["kaarel tammsoo"]);
    }
}
