//! Scores the surface forms of mentions.
//!
//! Each folded form counts once per document and class, without leading articles, titles of persons and a final "'s".
//! Where annotation guidelines differ, neither side is penalized:
//!
//! - Adjectives and words for a people ("Syrian", "the French") are left out on both sides.
//! - A country is a location; where the annotation calls it an organization (it acts), it is compared as a location.
//! - Under [`Scope::Names`] only names count: found names, and annotated mentions with capitals. Other annotated
//!   mentions ("we", "eastern Aleppo") need not be found, and forms found within one of the same class are ignored.

use std::collections::{BTreeMap, BTreeSet};

use super::counts::SidedCounts;
use super::form_class::FormClass;
use super::re3d::{Re3dDocument, Re3dType};
use crate::analysis::words_of;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::{Byte, Span};
use crate::text::{fold, is_capitalized};

/// Which forms are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Forms that are names.
    Names,
    /// All annotated forms, descriptions and pronouns among them.
    All,
}

/// A folded surface form with its class.
pub type Form = (FormClass, String);

/// The forms of one document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentForms {
    /// Forms that were found, without ignored ones.
    pub found: BTreeSet<Form>,
    /// Forms that should be found.
    pub correct: BTreeSet<Form>,
}

/// Small words within names.
const SMALL_WORDS: [&str; 24] = [
    "of", "and", "the", "for", "in", "on", "to", "at", "al", "el", "as", "ad", "az", "bin", "ibn", "de", "la", "del",
    "van", "von", "der", "di", "da", "den",
];

/// Articles, which are not part of a name.
const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// Small words with which no name begins.
const FIRST_IN_NO_NAME: [&str; 7] = ["of", "and", "for", "in", "on", "to", "at"];

/// Words that may begin with a capital but are not names.
const PRONOUNS: [&str; 24] = [
    "i", "me", "my", "you", "your", "he", "him", "his", "she", "her", "it", "its", "we", "us", "our", "they", "them",
    "their", "this", "that", "these", "those", "who", "which",
];

impl DocumentForms {
    /// Collects the forms of a document; `mentions` are those that were found in its text.
    #[must_use]
    pub fn new(document: &Re3dDocument, mentions: &[Mention], lexicon: &Lexicon, scope: Scope) -> Self {
        let (correct, excused) = annotated_forms(document, mentions, lexicon, scope);
        let mut found = BTreeSet::new();
        let is_compared = |mention: &&Mention| scope == Scope::All || mention.kind == MentionKind::Name;
        for mention in mentions.iter().filter(|mention| !mention.is_demonym).filter(is_compared) {
            let span = mention.provenance.span;
            let Some(class) = FormClass::of(mention.entity_type) else { continue };
            let Some(name) = folded(class, span.slice(&document.text), lexicon) else { continue };
            let form = (class, name.folded);
            let is_excused = excused.iter().any(|&(other, around)| other == class && around.contains(span));
            if correct.contains(&form) || !is_excused {
                found.insert(form);
            }
        }
        Self { found, correct }
    }

    /// Whether `others` contain the form, or, if `relaxed`, a form of the same class that contains all its words in a
    /// row or vice versa.
    #[must_use]
    pub fn has_like(form: &Form, others: &BTreeSet<Form>, relaxed: bool) -> bool {
        let holds = |long: &str, short: &str| format!(" {long} ").contains(&format!(" {short} "));
        let is_like = |other: &Form| other.0 == form.0 && (holds(&other.1, &form.1) || holds(&form.1, &other.1));
        others.contains(form) || relaxed && others.iter().any(is_like)
    }
}

/// The forms that should be found, and the annotated mentions that need not be.
fn annotated_forms(
    document: &Re3dDocument,
    mentions: &[Mention],
    lexicon: &Lexicon,
    scope: Scope,
) -> (BTreeSet<Form>, Vec<(FormClass, Span<Byte>)>) {
    let form = |class: FormClass, span: Span<Byte>| folded(class, span.slice(&document.text), lexicon);
    let demonyms: BTreeSet<&str> =
        mentions.iter().filter(|mention| mention.is_demonym).map(|mention| mention.norm.as_str()).collect();
    let countries: BTreeSet<String> = mentions
        .iter()
        .filter(|mention| mention.entity_type == EntityType::COUNTRY && !mention.is_demonym)
        .filter_map(|mention| form(FormClass::Location, mention.provenance.span).map(|name| name.folded))
        .collect();
    let (mut correct, mut excused) = (BTreeSet::new(), Vec::new());
    for &(span, meaning) in &document.mentions {
        let Re3dType::Scored(class) = meaning else { continue };
        match form(class, span) {
            Some(Folded { folded, is_name })
                if (is_name || scope == Scope::All) && !demonyms.contains(folded.as_str()) =>
            {
                let is_country = class == FormClass::Organization && countries.contains(&folded);
                correct.insert((if is_country { FormClass::Location } else { class }, folded));
            }
            _ => excused.push((class, span)),
        }
    }
    (correct, excused)
}

/// A surface form in the form in which it is compared.
struct Folded {
    folded: String,
    is_name: bool,
}

/// The form without articles, titles and "'s"; `None` if nothing is left.
fn folded(class: FormClass, surface: &str, lexicon: &Lexicon) -> Option<Folded> {
    let words = words_of(surface);
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let end = lower.len() - usize::from(lower.last() == Some(&"'s"));
    let mut start = if class == FormClass::Person { end_of_titles(&lower[..end], lexicon) } else { 0 };
    start += lower[start..end].iter().take_while(|word| ARTICLES.contains(word)).count();
    let rest = words.get(start..end).filter(|rest| !rest.is_empty())?;
    let folded = fold(&rest.join(" "));
    let is_joined = |word: &str| is_capitalized(word) || !word.starts_with(char::is_alphabetic);
    let is_name = rest.iter().any(|word| is_capitalized(word))
        && rest.iter().all(|word| is_joined(word) || SMALL_WORDS.contains(&word.as_str()))
        && (is_joined(&rest[0]) || !FIRST_IN_NO_NAME.contains(&lower[start]))
        && !PRONOUNS.contains(&folded.as_str());
    (!folded.is_empty()).then_some(Folded { folded, is_name })
}

/// The end of the titles of a person: titles at the beginning, or an office further on ("Estonian President Tamm")
/// unless a given name precedes it ("Anna King").
fn end_of_titles(lower: &[&str], lexicon: &Lexicon) -> usize {
    let articles = lower.iter().take_while(|word| ARTICLES.contains(word)).count();
    (articles..lower.len()).fold(articles, |end, at| {
        let may_be_office = at > 0 && !lexicon.is_given_name(lower[at - 1]);
        match lexicon.title(&lower[at..]) {
            Some((length, title)) if at <= end || may_be_office && title.is_office => end.max(at + length),
            _ => end,
        }
    })
}

/// Scores of several documents by class.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FormScores {
    /// Counts of each class that occurs.
    pub classes: BTreeMap<FormClass, SidedCounts>,
}

impl FormScores {
    /// Adds the forms of a document.
    pub fn add(&mut self, forms: &DocumentForms, relaxed: bool) {
        for form in &forms.found {
            let counts = self.classes.entry(form.0).or_default();
            counts.found += 1;
            counts.found_right += f64::from(DocumentForms::has_like(form, &forms.correct, relaxed));
        }
        for form in &forms.correct {
            let counts = self.classes.entry(form.0).or_default();
            counts.correct += 1;
            counts.correct_found += f64::from(DocumentForms::has_like(form, &forms.found, relaxed));
        }
    }

    /// Counts of all classes together.
    #[must_use]
    pub fn total(&self) -> SidedCounts {
        let mut total = SidedCounts::default();
        self.classes.values().for_each(|counts| total += *counts);
        total
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::pipeline::{Settings, read_document};

    #[test]
    fn guidelines_that_differ_cost_nothing() {
        let text = "President Tika Oli of Nepal met Peruvian officials in northern Estonia.";
        let mut document = Document::from_text("a", text);
        document.body = Span::new(0, text.len());
        let record = read_document(document, &Settings::default());
        let mark = |surface: &str, class: FormClass| {
            let start = text.find(surface).unwrap();
            (Span::new(start, start + surface.len()), Re3dType::Scored(class))
        };
        let mentions = vec![
            mark("President Tika Oli", FormClass::Person),
            mark("Nepal", FormClass::Organization),
            mark("Peruvian", FormClass::Organization),
            mark("northern Estonia", FormClass::Location),
        ];
        let document = Re3dDocument { id: "a".to_owned(), text: text.to_owned(), mentions };
        let forms = DocumentForms::new(&document, &record.mentions, Lexicon::shipped(), Scope::Names);
        let expected =
            BTreeSet::from([(FormClass::Person, "tika oli".to_owned()), (FormClass::Location, "nepal".to_owned())]);
        assert_eq!((&forms.found, &forms.correct), (&expected, &expected));
    }

    fn form(class: FormClass, surface: &str) -> (String, bool) {
        folded(class, surface, Lexicon::shipped()).map_or_else(Default::default, |name| (name.folded, name.is_name))
    }

    #[test]
    fn articles_titles_and_possessives_are_not_part_of_a_form() {
        assert_eq!(form(FormClass::Location, "the Gulf of Riga"), ("gulf of riga".to_owned(), true));
        assert_eq!(form(FormClass::Person, "President Tika Oli"), ("tika oli".to_owned(), true));
        assert_eq!(form(FormClass::Organization, "Lima Police’s"), ("lima police".to_owned(), true));
        assert_eq!(form(FormClass::Person, "the Estonian President, Kaarel Tamm").0, "kaarel tamm");
        assert_eq!(form(FormClass::Person, "the President"), (String::new(), false));
    }

    #[test]
    fn descriptions_and_pronouns_are_not_names() {
        for surface in ["We", "the old camp", "northern Peru", "Estonian fishermen", "of Camp"] {
            assert!(!form(FormClass::Organization, surface).1, "{surface}");
        }
        assert!(form(FormClass::Organization, "al-Rahman Brigades").1);
    }

    /// Found: two right, one longer than the annotation, one wrong; annotated: the two, the shorter one, one missed.
    #[test]
    fn a_form_around_another_counts_only_when_relaxed() {
        let forms = |names: &[&str]| names.iter().map(|name| (FormClass::Location, (*name).to_owned())).collect();
        let document = DocumentForms {
            found: forms(&["lima", "riga", "port of callao", "quito"]),
            correct: forms(&["lima", "riga", "callao", "cusco"]),
        };
        let total = |relaxed: bool| {
            let mut scores = FormScores::default();
            scores.add(&document, relaxed);
            scores.total()
        };
        assert_eq!((total(false).precision(), total(false).recall()), (0.5, 0.5));
        assert_eq!((total(true).precision(), total(true).recall()), (0.75, 0.75));
    }

    #[test]
    fn words_are_compared_whole() {
        let others = BTreeSet::from([(FormClass::Location, "oman".to_owned())]);
        assert!(!DocumentForms::has_like(&(FormClass::Location, "romania".to_owned()), &others, true));
        assert!(DocumentForms::has_like(&(FormClass::Location, "gulf of oman".to_owned()), &others, true));
        assert!(!DocumentForms::has_like(&(FormClass::Person, "gulf of oman".to_owned()), &others, true));
    }
}
