//! The word classes of the tokens of a sentence.

use crate::analysis::Deprel;
use crate::language::{ClassId, ClassSet, WordClasses};
use crate::lexicon::SentenceView;

/// The classes of each token, by its lemma, its form, or its lemma and a particle ("turn down").
///
/// Each word is looked up only once, because rules and the status reader ask for its classes many times.
#[derive(Debug)]
pub(super) struct TokenClasses(Vec<ClassSet>);

impl TokenClasses {
    pub(super) fn new(view: &SentenceView<'_>, classes: &WordClasses) -> Self {
        let of_token = |token: usize| {
            let lemma = view.lemma_at(Some(token));
            let mut set = *classes.of_word(lemma);
            set.add(classes.of_word(&view.lower[token]));
            let particle = view.children(token).find(|&child| view.is_labelled(child, Deprel::CompoundPrt));
            if let Some(particle) = particle {
                set.add(classes.of_word(&format!("{lemma} {}", view.lower[particle])));
            }
            set
        };
        Self((0..view.len()).map(of_token).collect())
    }

    pub(super) fn contains(&self, class: impl Into<ClassId>, token: usize) -> bool {
        self.0[token].contains(class)
    }
}
