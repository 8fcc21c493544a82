//! Search by names as people type them.

use crate::text::fold;

/// A name as somebody typed it. Case, diacritics and punctuation do not matter.
pub(crate) struct WantedName {
    folded: String,
}

impl WantedName {
    pub(crate) fn new(typed: &str) -> Self {
        Self { folded: fold(typed) }
    }

    /// Whether nothing remains of it to search for.
    pub(crate) fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Whether it is the whole of a folded name.
    pub(crate) fn is(&self, folded: &str) -> bool {
        folded == self.folded
    }

    /// Whether all its words occur in a folded name, in any order.
    pub(crate) fn is_within(&self, folded: &str) -> bool {
        !self.is_empty() && self.folded.split(' ').all(|word| folded.split(' ').any(|other| other == word))
    }

    /// How similar a folded name is, or the most similar of its words.
    pub(crate) fn similarity(&self, folded: &str) -> f64 {
        similarity(&self.folded, folded, |c| c == ' ')
    }
}

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
    scored.into_iter().take(count).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_and_nothing_finds_nothing() {
        let wanted = WantedName::new("Tammsoo, KAAREL");
        assert!(wanted.is_within("kaarel juri tammsoo") && !wanted.is("kaarel juri tammsoo"));
        assert!(!wanted.is_within("kaarel tamm"));
        assert!(!WantedName::new(" - ").is_within("kaarel tamm"));
    }

    #[test]
    fn the_most_similar_names_come_first() {
        let wanted = WantedName::new("tamsoo");
        let names = ["kaarel tammsoo", "tamson", "moana tui"];
        assert_eq!(most_similar(names, |name| wanted.similarity(name), 0.8, 1), ["kaarel tammsoo"]);
    }
}
