//! Words and tags of a sentence in, what the parser sees of each token out.

use crate::analysis::hash::{casing, hash_bytes, is_set_in_capitals, key, mix, normalize_word, suffix};
use crate::analysis::labels::Upos;
use crate::analysis::tagger::Tag;
use crate::analysis::weights::KeyMap;

/// Code of the casing of any word in a sentence that is set in capitals.
const HEADLINE: u64 = 7;

/// What the parser sees of a token. Tokens are given by index; the root follows the last one, then comes nothing.
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
    /// The nominal or verb that the token at this place leads up to.
    pub(super) next_content: u32,
    /// The next verb or auxiliary.
    pub(super) next_verb: u32,
    /// Commas before this place.
    pub(super) commas: u32,
    /// Verbs before this place.
    pub(super) verbs: u32,
    /// What the guide says, if there is one.
    pub(super) guide: Guide,
    kind: Kind,
}

/// What another parser made of a token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Guide {
    /// Its head.
    pub(super) head: u32,
    /// Its last dependent, itself if there is none after it.
    pub(super) last_child: u32,
    /// Code of its label plus one.
    pub(super) label: u8,
}

/// What looking ahead asks about a token.
#[derive(Debug, Clone, Copy, Default)]
struct Kind {
    is_noun: bool,
    is_content: bool,
    is_verb: bool,
    is_verbal: bool,
    is_comma: bool,
}

/// The views of a sentence's tokens, followed by those of the root and of nothing.
#[derive(Debug, Default, Clone)]
pub(super) struct Views {
    views: Vec<View>,
}

impl std::ops::Index<usize> for Views {
    type Output = View;

    #[inline(always)]
    fn index(&self, at: usize) -> &View {
        &self.views[at]
    }
}

impl Views {
    /// Number of tokens.
    pub(super) fn length(&self) -> usize {
        self.views.len().saturating_sub(2)
    }

    /// The view of a token; that of nothing before the first one.
    pub(super) fn get(&self, at: Option<usize>) -> &View {
        &self.views[at.unwrap_or(self.views.len() - 1)]
    }

    /// Replaces the views by those of the sentence `forms` with `tags`. `word` is memory to work in.
    pub(super) fn fill(&mut self, forms: &[&str], tags: &[Tag], vocabulary: &KeyMap, word: &mut String) {
        self.views.clear();
        let is_headline = is_set_in_capitals(forms);
        for (form, tag) in forms.iter().zip(tags) {
            normalize_word(form, word);
            let case_code = if is_headline { HEADLINE } else { casing(form) as u64 };
            let (identity, class) = look_up(word, case_code, vocabulary);
            let tag_code = u64::from(tag.code()) + 1;
            self.views.push(View {
                word: identity,
                word_tag: mix(identity, tag_code),
                tag: tag_code,
                class,
                kind: Kind::new(tag.upos, word),
                ..View::default()
            });
        }
        self.look_around();
    }

    /// Replaces the views by those of `source`, last token first.
    pub(super) fn mirror(&mut self, source: &Self) {
        self.views.clear();
        self.views.extend(source.views[..source.length()].iter().rev());
        self.look_around();
    }

    /// Adds what a guide says: the head of every token (the length for the root) and the code of its label plus one.
    pub(super) fn set_guide(&mut self, arcs: impl Iterator<Item = (u32, u8)>) {
        for (at, (head, label)) in arcs.enumerate() {
            self.views[at].guide = Guide { head, label, last_child: at as u32 };
        }
        for at in 0..self.length() {
            let head = self.views[at].guide.head as usize;
            let last = &mut self.views[head].guide.last_child;
            *last = (*last).max(at as u32);
        }
    }

    /// Appends root and nothing and fills in what depends on the tokens before and after.
    fn look_around(&mut self) {
        let root = self.views.len();
        self.views.push(View { word: 1, word_tag: 1, tag: 0xffff, class: 1, ..View::default() });
        self.views.push(View::default());
        let (mut commas, mut verbs) = (0, 0);
        for view in &mut self.views {
            (view.commas, view.verbs) = (commas, verbs);
            commas += u32::from(view.kind.is_comma);
            verbs += u32::from(view.kind.is_verb);
        }
        let (mut content, mut verb) = (root as u32, root as u32);
        let mut noun_follows = false;
        for (at, view) in self.views.iter_mut().enumerate().rev() {
            if view.kind.is_content && !(view.kind.is_noun && noun_follows) {
                content = at as u32;
            }
            if view.kind.is_verbal {
                verb = at as u32;
            }
            noun_follows = view.kind.is_noun;
            (view.next_content, view.next_verb) = (content, verb);
        }
    }
}

impl Kind {
    fn new(upos: Upos, word: &str) -> Self {
        Self {
            is_noun: matches!(upos, Upos::Noun | Upos::Propn),
            is_content: matches!(upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Verb),
            is_verb: upos == Upos::Verb,
            is_verbal: matches!(upos, Upos::Verb | Upos::Aux),
            is_comma: word == ",",
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
