//! Words and tags of a sentence in, what the parser sees of each token out.

use crate::analysis::hash::{casing, hash_bytes, is_set_in_capitals, key, mix, normalize_word, suffix};
use crate::analysis::labels::Upos;
use crate::analysis::tagger::Tag;
use crate::analysis::weights::KeyMap;

/// Code of the casing of any word in a sentence that is set in capitals.
const HEADLINE: u64 = 7;

/// What the parser sees of a token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct View {
    /// The word, or its ending and casing if it is rare.
    pub(super) word: u64,
    /// Word and tag.
    pub(super) word_tag: u64,
    /// Both parts of speech.
    pub(super) tag: u64,
    /// Word class learned from the training text, or casing and ending.
    pub(super) class: u64,
    /// The nominal or verb that the token at this place leads up to, by index.
    pub(super) next_content: u32,
    /// The next verb or auxiliary, by index.
    pub(super) next_verb: u32,
    /// Commas before this place.
    pub(super) commas: u32,
    /// Verbs before this place.
    pub(super) verbs: u32,
}

/// The views of a sentence's tokens, followed by those of the root and of nothing.
#[derive(Debug, Default)]
pub(super) struct Views {
    views: Vec<View>,
    word: String,
}

impl std::ops::Index<usize> for Views {
    type Output = View;

    #[inline(always)]
    fn index(&self, at: usize) -> &View {
        &self.views[at]
    }
}

impl Views {
    /// The view of a token; that of nothing before the first one.
    pub(super) fn get(&self, at: Option<usize>) -> &View {
        &self.views[at.unwrap_or(self.views.len() - 1)]
    }

    /// Replaces the views by those of the sentence `forms` with `tags`.
    pub(super) fn fill(&mut self, forms: &[&str], tags: &[Tag], vocabulary: &KeyMap) {
        self.views.clear();
        let is_headline = is_set_in_capitals(forms);
        let (mut commas, mut verbs) = (0, 0);
        for (form, tag) in forms.iter().zip(tags) {
            normalize_word(form, &mut self.word);
            let case_code = if is_headline { HEADLINE } else { casing(form) as u64 };
            let (word, class) = look_up(&self.word, case_code, vocabulary);
            let tag_code = u64::from(tag.code()) + 1;
            let word_tag = mix(word, tag_code);
            self.views.push(View { word, word_tag, tag: tag_code, class, commas, verbs, next_content: 0, next_verb: 0 });
            commas += u32::from(self.word == ",");
            verbs += u32::from(tag.upos == Upos::Verb);
        }
        let root = View { word: 1, word_tag: 1, tag: 0xffff, class: 1, commas, verbs, ..View::default() };
        self.views.push(root);
        self.views.push(View { commas, verbs, ..View::default() });
        self.look_ahead(tags);
    }

    /// Fills in which content word and which verb come next, from the last token to the first.
    fn look_ahead(&mut self, tags: &[Tag]) {
        let root = tags.len();
        let (mut content, mut verb) = (root as u32, root as u32);
        for at in (0..root + 2).rev() {
            if let Some(tag) = tags.get(at) {
                let is_noun = |tag: &Tag| matches!(tag.upos, Upos::Noun | Upos::Propn);
                let continues = is_noun(tag) && tags.get(at + 1).is_some_and(is_noun);
                if matches!(tag.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Verb) && !continues {
                    content = at as u32;
                }
                if matches!(tag.upos, Upos::Verb | Upos::Aux) {
                    verb = at as u32;
                }
            }
            (self.views[at].next_content, self.views[at].next_verb) = (content, verb);
        }
    }
}

/// The identity and the class of a normalized word.
fn look_up(word: &str, case_code: u64, vocabulary: &KeyMap) -> (u64, u64) {
    let hash = hash_bytes(word.as_bytes());
    match vocabulary.get(key(hash)) {
        Some(class) => (hash, u64::from(class) + 2),
        None => {
            let ending = mix(hash_bytes(suffix(word, 3).as_bytes()), case_code + 1);
            (ending, mix(ending, 3))
        }
    }
}
