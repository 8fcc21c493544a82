//! Passages that a search finds.

use std::collections::BTreeSet;

use crate::date::PartialDate;
use crate::ids::DocumentId;
use crate::span::{Char, Span};

/// A passage of a document that contains the words searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundPassage {
    /// The document.
    pub document: DocumentId,
    /// Its date.
    pub date: Option<PartialDate>,
    /// The passage, in characters of the text.
    pub span: Span<Char>,
    /// Exactly these characters.
    pub text: String,
    /// The names of the things that it mentions, sorted.
    pub things: Vec<String>,
}

/// Which articles a search looks in; by default all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleFilter {
    /// Only articles of this date or later; an article without a date lies in no period.
    pub since: Option<PartialDate>,
    /// Only articles of this date or earlier.
    pub until: Option<PartialDate>,
    /// Only articles of these publishers; of all if empty.
    pub sources: BTreeSet<String>,
    /// Only these articles; all if empty.
    pub documents: BTreeSet<DocumentId>,
}

impl ArticleFilter {
    /// Whether an article with this date and publisher is looked in.
    pub(crate) fn admits(&self, id: &DocumentId, date: Option<PartialDate>, source: Option<&str>) -> bool {
        let is_open = self.since.is_none() && self.until.is_none();
        (is_open || date.is_some_and(|date| date.may_lie_within(self.since, self.until)))
            && (self.sources.is_empty() || source.is_some_and(|source| self.sources.contains(source)))
            && (self.documents.is_empty() || self.documents.contains(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_chosen_by_date_publisher_and_id() {
        let filter = |change: fn(&mut ArticleFilter)| {
            let mut filter = ArticleFilter::default();
            change(&mut filter);
            let admits = |id: &str, date: &str, source| filter.admits(&id.into(), date.parse().ok(), source);
            [admits("a", "2024-05-06", Some("Gazette")), admits("b", "2024", None), admits("c", "", Some("Post"))]
        };
        assert_eq!(filter(|_| ()), [true; 3]);
        assert_eq!(filter(|filter| filter.since = "2024-05".parse().ok()), [true, true, false]);
        assert_eq!(filter(|filter| filter.until = "2024-04".parse().ok()), [false, true, false]);
        assert_eq!(filter(|filter| filter.sources = ["Post".to_owned()].into()), [false, false, true]);
        assert_eq!(filter(|filter| filter.documents = ["b".into()].into()), [false, true, false]);
    }
}
