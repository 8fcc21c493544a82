//! The lemmatizer and its model.

use super::edit::{Case, Edit};
use super::ending_rules::Rules;

use crate::analysis::model_file::{ModelError, ModelKind, ModelReader};
use crate::analysis::tag::Tag;
use crate::analysis::word_form::{Casing, casing, normalize_word};

/// Finds the lemma of a tagged word.
///
/// # Example
/// ```
/// use whomet::analysis::{Lemmatizer, Tag, Upos};
///
/// let lemmatizer = Lemmatizer::shipped();
/// let tag = Tag { upos: Upos::Verb, xpos: "VBD".parse()? };
/// assert_eq!(lemmatizer.lemma("met", tag), "meet");
/// # Ok::<(), whomet::analysis::UnknownXpos>(())
/// ```
pub struct Lemmatizer {
    edits: Vec<Edit>,
    edit_rules: Rules,
    case_rules: Rules,
}

/// Buffers of the lemmatizer, reused between words.
#[derive(Default)]
pub struct LemmatizerScratch {
    word: String,
}

impl Lemmatizer {
    /// Reads a model that `training::train_lemmatizer` made.
    ///
    /// # Errors
    /// [`ModelError`] if `bytes` are not such a model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = ModelReader::new(bytes, ModelKind::Lemmatizer)?;
        let count = input.count()?;
        let edits = (0..count).map(|_| Edit::read(&mut input)).collect::<Result<Vec<_>, _>>()?;
        let edit_rules = Rules::read(&mut input, count)?;
        let case_rules = Rules::read(&mut input, Case::ALL.len())?;
        Ok(Self { edits, edit_rules, case_rules })
    }

    /// Returns the lemma of `form`, which has the tag `tag`.
    #[must_use]
    pub fn lemma(&self, form: &str, tag: Tag) -> String {
        let mut lemma = String::new();
        self.lemmatize(form, tag, &mut LemmatizerScratch::default(), &mut lemma);
        lemma
    }

    /// Clears `lemma` and writes the lemma of `form`, which has the tag `tag`, into it.
    pub fn lemmatize(&self, form: &str, tag: Tag, scratch: &mut LemmatizerScratch, lemma: &mut String) {
        normalize_word(form, &mut scratch.word);
        let edit =
            self.edit_rules.decide(u64::from(tag.code()), &scratch.word).and_then(|i| self.edits.get(i as usize));
        let case = self.case_rules.decide(case_context(form, tag), &scratch.word);
        lemma.clear();
        push_lowercase(form, lemma);
        if is_grouped_number(form) {
            lemma.retain(|c| c != ',');
            return;
        }
        if let Some(edit) = edit {
            edit.apply(lemma);
        }
        let case = case.and_then(|i| Case::ALL.get(i as usize)).copied().unwrap_or(Case::Small);
        case.apply(form, lemma);
    }
}

/// What decides the case of a lemma apart from the word: the tag and the case of the form.
pub(crate) fn case_context(form: &str, tag: Tag) -> u64 {
    let casing: Casing = casing(form);
    u64::from(tag.code()) << 8 | (casing as u64 + 1)
}

/// Whether `form` is a number with commas between groups of three digits: the lemma of "2,500" is "2500".
fn is_grouped_number(form: &str) -> bool {
    let mut groups = form.split(',');
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let starts_well = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_digits(first));
    let mut others = 0;
    let others_fit = groups.all(|group| {
        others += 1;
        let whole = group.split_once('.').map_or(group, |(whole, _)| whole);
        whole.len() == 3 && is_digits(whole)
    });
    starts_well && others > 0 && others_fit
}

/// Appends `form` in lower case with plain quotation marks, as treebanks write lemmas.
pub(crate) fn push_lowercase(form: &str, out: &mut String) {
    if form.is_ascii() {
        out.extend(form.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
        return;
    }
    for c in form.chars() {
        match c {
            '\u{2018}' | '\u{2019}' => out.push('\''),
            '\u{201c}' | '\u{201d}' => out.push('"'),
            _ => out.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::labels::Upos;

    #[test]
    fn numbers_lose_the_commas_between_their_groups() {
        let numbers = ["2,500", "1,000,000", "12,34", "3,", ",", "2008", "1,200.50"].map(is_grouped_number);
        assert_eq!(numbers, [true, true, false, false, false, false, true]);
    }

    #[test]
    fn quotation_marks_are_plain_in_lemmas() {
        let tag = Tag { upos: Upos::Part, xpos: "POS".parse().unwrap() };
        assert_eq!(Lemmatizer::shipped().lemma("\u{2019}s", tag), "'s");
    }
}
