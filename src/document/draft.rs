//! Turns what a reader found into a document.

use super::DocumentError;
use super::article::Document;
use super::dateline::find_dateline;
use super::header::{Metadata, read_header};
use super::lines::lines_of;
use super::margins::{Margins, find_margins};
use super::mend::mend;
use super::options::ReadingOptions;
use super::published::{Candidates, DateLineKind, DateProblem, date_of_address, read_date};
use crate::date::PartialDate;
use crate::span::{Byte, Span};

/// An article as its reader found it.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) id: String,
    /// The file as the user named it; `-` for standard input.
    pub(super) path: String,
    /// Which article of its file it is, 1-based.
    pub(super) line: Option<usize>,
    /// The text without markup, in which a header may stand.
    pub(super) text: String,
    /// What the file says about the article outside its text.
    pub(super) metadata: Metadata,
    /// The encoding of the file.
    pub(super) encoding: &'static str,
}

impl Draft {
    /// The document, mended and dated, and what is wrong with its date. `outside` is the date that the file itself has.
    pub(super) fn finish(
        self,
        options: ReadingOptions,
        outside: Option<PartialDate>,
    ) -> (Document, Option<DocumentError>) {
        let mut draft = self;
        if let std::borrow::Cow::Owned(mended) = mend(&draft.text) {
            draft.text = mended;
        }
        let place = draft.place();
        let (document, problem) = draft.into_document(options, outside);
        (document, problem.map(|source| DocumentError::BadDate { place, source }))
    }

    /// The file, and the number of the article in it.
    pub(super) fn place(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.path),
            None => self.path.clone(),
        }
    }

    fn into_document(self, options: ReadingOptions, outside: Option<PartialDate>) -> (Document, Option<DateProblem>) {
        let text = self.text;
        let header = read_header(&text);
        let Margins { asides, dates } = find_margins(&text, header.body, options.date_order);
        let is_prose = |line: &Span<Byte>| asides.binary_search_by_key(&line.start(), |aside| aside.start()).is_err();
        let dateline = find_dateline(&text, lines_of(&text, header.body).filter(is_prose));
        let url = self.metadata.url.or(header.metadata.url);

        let read = |date: Option<String>| date.map(|date| read_date(&date, options.date_order));
        let of_kind = |kind| dates.iter().find(|line| line.kind == kind).map(|line| line.date.clone());
        let address = url.as_deref().and_then(|url| date_of_address(url, options.date_order));
        let mut candidates = Candidates::default();
        candidates.add_read(read(self.metadata.date));
        candidates.add_read(read(header.metadata.date));
        candidates.add_read(of_kind(DateLineKind::Published));
        candidates.add(dateline.and_then(|found| found.date(None)));
        candidates.add_read(of_kind(DateLineKind::Bare));
        candidates.add(address);
        candidates.add(dateline.and_then(|found| found.date(address)));
        candidates.add_read(read(self.metadata.updated));
        candidates.add_read(read(header.metadata.updated));
        candidates.add_read(of_kind(DateLineKind::Updated));
        candidates.add(outside);

        let document = Document {
            id: self.id.into(),
            path: self.path,
            line: self.line,
            title: self.metadata.title.or(header.metadata.title),
            date: candidates.best(),
            url,
            source: self.metadata.source.or(header.metadata.source),
            body: header.body,
            dateline: dateline.map(|found| found.span),
            asides,
            text,
            encoding: self.encoding,
        };
        (document, candidates.into_problem())
    }
}

impl Document {
    /// A document made from a text, which is kept as it is, with the metadata that the text contains.
    ///
    /// [`mend`] repairs a text that was copied from a page.
    #[must_use]
    pub fn from_text(id: &str, text: impl Into<String>) -> Self {
        let draft = Draft {
            id: id.to_owned(),
            path: id.to_owned(),
            line: None,
            text: text.into(),
            metadata: Metadata::default(),
            encoding: "UTF-8",
        };
        draft.into_document(ReadingOptions::default(), None).0
    }

    /// A document without a header: the whole text is its body, and nothing in it is set aside.
    #[must_use]
    pub fn all_body(id: &str, text: impl Into<String>) -> Self {
        let mut document = Self::from_text(id, text);
        document.body = Span::new(0, document.text.len());
        document.asides.clear();
        document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<String> {
        Document::from_text("a", text).date.map(|date| date.to_string())
    }

    #[test]
    fn the_date_comes_from_wherever_the_article_states_it() {
        for text in [
            "https://daily.example/2022/07/23/visit/\nTui left.",
            "Updated: July 23, 2022\n\nTui left.",
            "Tui in Lima\nPublished 23 July 2022 14:05 GMT\nUpdated 24 July 2022\n\nTui left.",
            "https://daily.example/2022/07/visit/\nLIMA, July 23 (Wire) - Tui left.",
            "Lima, Jul 23 2022 (Wire) - Tui left.",
            "Tui in Lima\nSaturday, 23 July 2022\nTui left.",
            "Tui left.\n\nLast updated: 23 July 2022, 14:05",
        ] {
            assert_eq!(date(text).as_deref(), Some("2022-07-23"), "{text}");
        }
        assert_eq!(date("Tui left on 23 July 2022."), None);
    }

    #[test]
    fn a_date_that_is_not_understood_is_reported() {
        let draft = |text: &str| Draft {
            id: "a".to_owned(),
            path: "a.txt".to_owned(),
            line: None,
            text: text.to_owned(),
            metadata: Metadata::default(),
            encoding: "UTF-8",
        };
        let finish = |text: &str| draft(text).finish(ReadingOptions::default(), None);
        let (document, problem) = finish("---\ndate: the day before\n---\nTui left.");
        assert_eq!(document.date, None);
        assert!(problem.unwrap().to_string().starts_with("a.txt: expected a date such as 2024-03-18"));
        let (_, problem) = finish("Published: 03/04/2022\nTui left.");
        assert!(problem.unwrap().to_string().contains("--date-order"));
    }
}
