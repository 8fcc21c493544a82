//! Masks names before the parser reads a sentence.
//!
//! The parser makes most mistakes inside and next to long names, titles and appositions. The names are known before
//! it runs, so [`read_words`] lets it read "Latvian Foreign Minister Ilze Ozola and Oli, the commander of the guard,
//! met in Riga on Tuesday" as `[person] and [person] met in [place]`. Each sentence has one tree, aligned with its
//! tokens, and all later steps read that tree.

mod alignment;
mod masker;

pub(crate) use alignment::masked_mentions;

use crate::analysis::{AnalyzedDocument, Analyzer, Masking, SentenceKind, TaggedDocument};
use crate::description::offices::{find_offices_by_shape, find_shared_offices};
use crate::document::Document;
use crate::language::WordClasses;
use crate::lexicon::{Lexicon, WordView};
use crate::mention::{Mention, Names, find_mentions, find_names, independent};
use crate::quantity::times_in;
use masker::Masker;

/// Analyzes `document` and finds its mentions: first the names, then the trees of the masked sentences, then the
/// mentions that need a tree.
///
/// # Complexity
/// Linear in the length of the document for sentences of bounded length.
#[must_use]
pub fn read_words(
    document: Document,
    analyzer: &Analyzer,
    lexicon: &Lexicon,
    classes: &WordClasses,
) -> (AnalyzedDocument, Vec<Mention>) {
    let tagged = analyzer.tag(document);
    let names = find_names(&tagged, lexicon);
    let maskings = maskings_of(&tagged, &names, lexicon, classes);
    let drafts = names.drafts;
    let document = analyzer.parse_masked(tagged, maskings);
    let mentions = find_mentions(&document, drafts, lexicon);
    (document, mentions)
}

/// One masking per sentence.
fn maskings_of(tagged: &TaggedDocument, names: &Names<'_>, lexicon: &Lexicon, classes: &WordClasses) -> Vec<Masking> {
    let mentions = names.mentions(&tagged.document, lexicon);
    let mut rest = &mentions[..];
    let mask = |(index, view): (usize, &WordView<'_>)| {
        let length = rest.partition_point(|mention| mention.provenance.sentence.index() <= index);
        let (here, after) = rest.split_at(length);
        rest = after;
        let mentions = independent(here);
        let offices = find_offices_by_shape(view, lexicon, &mentions);
        let shared = find_shared_offices(view, lexicon, &mentions);
        let times = match view.kind {
            SentenceKind::Dateline => Vec::new(),
            _ => times_in(view, lexicon, tagged.document.date),
        };
        let (mentions, offices, shared, times) = (&mentions, &offices, &shared, &times);
        Masker { view, lexicon, classes, mentions, offices, shared, times }.masking()
    };
    names.views.iter().enumerate().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first sentence of `text` as the parser reads it.
    fn masked(text: &str) -> String {
        let (lexicon, classes) = (Lexicon::shipped(), &crate::relation::RuleSet::shipped().classes);
        let (document, _) = read_words(Document::from_text("a", text), Analyzer::shipped(), lexicon, classes);
        let sentence = &document.sentences[0];
        let masked = sentence.masked.as_ref().unwrap();
        let word = |word: &crate::analysis::MaskedWord| match word.stand_in {
            Some(stand_in) => format!("{stand_in:?}"),
            None => document.surface(sentence.bytes(word.tokens)).to_owned(),
        };
        masked.words.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn descriptions_go_with_the_name_and_their_commas() {
        let expected = "Person met Person .";
        assert_eq!(masked("Nepalese army chief Tika Oli met Moana Tui."), expected);
        assert_eq!(masked("The foreign minister, Tika Oli, met Moana Tui."), expected);
        assert_eq!(masked("Tika Oli, the commander of the Nepal River Guard, met Moana Tui."), expected);
        assert_eq!(masked("Tika Oli, 61, met Moana Tui."), expected);
    }

    #[test]
    fn a_comma_of_a_list_stays() {
        let masked = masked("The envoy, Moana Tui, the minister, Tika Oli, and their aides met in Lima.");
        assert!(masked.contains(", Person"), "{masked}");
    }

    #[test]
    fn a_time_at_the_start_goes_with_its_comma() {
        assert_eq!(masked("On Tuesday, Tika Oli met Moana Tui."), "Person met Person .");
        assert_eq!(masked("Tika Oli, on Tuesday, met Moana Tui in May 2021."), "Person met Person .");
        assert_eq!(masked("To that end Tika Oli met Moana Tui."), "To that end Person met Person .");
    }

    #[test]
    fn a_noun_with_an_owner_goes_with_the_name_of_a_body() {
        let masked = masked("Croatia's opposition Coastal Alliance supports the minister.");
        assert_eq!(masked, "Country 's Organization supports the minister .");
    }
}
