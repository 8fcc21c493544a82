//! Edits that turn a form into its lemma.

use crate::analysis::model_file::{ModelError, ModelReader};

/// An edit of the lower-case form: drops characters at the end and appends text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) drop: usize,
    pub(crate) append: String,
}

impl Edit {
    /// Edits `form` in place; replaces all of a form that is shorter than the number of dropped characters.
    pub(crate) fn apply(&self, form: &mut String) {
        if self.drop > 0 {
            let end = form.char_indices().rev().nth(self.drop - 1).map_or(0, |(at, _)| at);
            form.truncate(end);
        }
        form.push_str(&self.append);
    }

    pub(crate) fn read(input: &mut ModelReader) -> Result<Self, ModelError> {
        Ok(Self { drop: input.number()? as usize, append: input.string()? })
    }
}

/// How a lemma is cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// Lower case.
    Small,
    /// The case of the form, for the letters that both share.
    AsForm,
    /// First letter in upper case.
    Title,
}

impl Case {
    pub(crate) const ALL: [Self; 3] = [Self::Small, Self::AsForm, Self::Title];

    /// Sets the case of `lemma`, which is in lower case, as in `form`.
    pub(crate) fn apply(self, form: &str, lemma: &mut String) {
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
}
