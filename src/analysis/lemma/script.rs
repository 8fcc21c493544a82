//! The ways in which a form becomes its lemma.

use crate::analysis::model::{ModelError, ModelReader, ModelWriter};

/// An edit of the small-letter form: characters dropped at the end, text put in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    drop: usize,
    append: String,
}

impl Edit {
    /// The edit that turns `form` into `lemma`, dropping as little as possible.
    pub(super) fn between(form: &str, lemma: &str) -> Self {
        let shared = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let (_, dropped): (&str, &str) = form.split_at(shared);
        Self { drop: dropped.chars().count(), append: lemma[shared..].to_owned() }
    }

    /// Edits `form` in place; a form shorter than what is dropped is replaced as a whole.
    pub(super) fn apply(&self, form: &mut String) {
        if self.drop > 0 {
            let end = form.char_indices().rev().nth(self.drop - 1).map_or(0, |(at, _)| at);
            form.truncate(end);
        }
        form.push_str(&self.append);
    }

    /// Whether it puts digits where there were perhaps others.
    pub(super) fn adds_digits(&self) -> bool {
        self.append.contains(|c: char| c.is_ascii_digit())
    }

    pub(super) fn write(&self, out: &mut ModelWriter) {
        out.number(self.drop as u64);
        out.string(&self.append);
    }

    pub(super) fn read(input: &mut ModelReader) -> Result<Self, ModelError> {
        Ok(Self { drop: input.number()? as usize, append: input.string()? })
    }
}

/// How a lemma is cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Small letters.
    Small,
    /// As in the form, as far as both agree.
    AsForm,
    /// A capital first.
    Title,
}

impl Case {
    pub(super) const ALL: [Self; 3] = [Self::Small, Self::AsForm, Self::Title];

    /// Cases `lemma`, which is in small letters, after `form`.
    pub(super) fn apply(self, form: &str, lemma: &mut String) {
        match self {
            Self::Small => {}
            Self::Title => {
                if let Some(first) = lemma.chars().next() {
                    let capital: String = first.to_uppercase().collect();
                    lemma.replace_range(..first.len_utf8(), &capital);
                }
            }
            Self::AsForm => {
                let agrees = |(a, b): &(char, char)| a == b || a.to_lowercase().eq(b.to_lowercase());
                let shared =
                    form.chars().zip(lemma.chars()).take_while(agrees).map(|(a, b)| (a.len_utf8(), b.len_utf8()));
                let (in_form, in_lemma) = shared.fold((0, 0), |sum, next| (sum.0 + next.0, sum.1 + next.1));
                lemma.replace_range(..in_lemma, &form[..in_form]);
            }
        }
    }

    /// Whether this casing turns `small` into `lemma`.
    pub(super) fn turns(self, form: &str, small: &str, lemma: &str) -> bool {
        let mut cased = small.to_owned();
        self.apply(form, &mut cased);
        cased == lemma
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_turns_the_form_into_the_lemma() {
        for (form, lemma) in [("met", "meet"), ("was", "be"), ("town", "town"), ("d\u{e9}bris", "d\u{e9}bris")] {
            let mut edited = form.to_owned();
            Edit::between(form, lemma).apply(&mut edited);
            assert_eq!(edited, lemma);
        }
    }

    #[test]
    fn casing_follows_the_form_where_both_agree() {
        assert!(Case::AsForm.turns("NGOs", "ngo", "NGO"));
        assert!(Case::AsForm.turns("Forces", "force", "Force"));
        assert!(Case::Title.turns("GOODWYN", "goodwyn", "Goodwyn"));
        assert!(Case::Small.turns("The", "the", "the"));
    }
}
