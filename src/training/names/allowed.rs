//! The tags that each token of an annotated sentence may have.

use std::ops::Range;

use super::draft::Draft;
use super::recipe::Source;
use crate::analysis::names::known_names::List;
use crate::analysis::names::name_kind::{NameKind, OUTSIDE, Place, TAGS, tag};
use crate::analysis::names::seen_sentence::SeenSentence;

/// Bits of every tag.
pub(crate) const ANY: u32 = (1 << TAGS) - 1;

/// Bit set of the tags each token may have.
pub(crate) fn allowed_tags(source: &Source, view: &SeenSentence, draft: &Draft) -> Vec<u32> {
    let missing = |kind| if source.missing.contains(&kind) { 0b1111 << tag(kind, Place::Begin) } else { 0 };
    let outside = |at: usize| {
        let is_demonym = view.marks[at] & List::Demonym.bit() != 0;
        let norp = if is_demonym { missing(NameKind::Norp) } else { 0 };
        let misc = if view.words[at].spelling.is_namelike() { missing(NameKind::Misc) } else { 0 };
        1 << OUTSIDE | norp | misc
    };
    let mut allowed: Vec<u32> = (0..draft.tokens.len()).map(outside).collect();
    if source.proper_nouns {
        open_proper_nouns(view, draft, &mut allowed);
    }
    for name in &draft.names {
        for at in name.tokens.clone() {
            let place = place(at, &name.tokens);
            allowed[at] = name.kind.map_or(ANY, |kind| 1 << tag(kind, place));
        }
    }
    allowed
}

/// Where in the name `tokens` the token `at` stands.
fn place(at: usize, tokens: &Range<usize>) -> Place {
    match (at == tokens.start, at + 1 == tokens.end) {
        (true, true) => Place::Unit,
        (true, false) => Place::Begin,
        (false, false) => Place::Inside,
        (false, true) => Place::Last,
    }
}

/// Lets proper nouns be any part of any name but nothing else, and the words around them be part of it too.
///
/// Titles, months and weekdays are proper nouns of the treebanks but no names.
fn open_proper_nouns(view: &SeenSentence, draft: &Draft, allowed: &mut [u32]) {
    let plain = List::Title.all_bits() | List::FunctionWord.bit();
    let is_proper = |at: usize| draft.proper_nouns.binary_search(&at).is_ok();
    for (at, bits) in allowed.iter_mut().enumerate() {
        let near =
            |offsets: [usize; 2]| offsets.into_iter().any(|offset| (at + offset).checked_sub(2).is_some_and(is_proper));
        *bits = if is_proper(at) {
            if view.marks[at] & plain == 0 { ANY & !(1 << OUTSIDE) } else { ANY }
        } else if view.words[at].spelling.is_namelike() || (near([0, 1]) && near([3, 4])) {
            ANY
        } else {
            1 << OUTSIDE
        };
    }
    for name in draft.proper_names.iter().filter(|name| view.marks[(*name).clone()].iter().all(|m| m & plain == 0)) {
        for at in name.clone() {
            allowed[at] = NameKind::ALL.iter().fold(0, |bits, &kind| bits | 1 << tag(kind, place(at, name)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::draft::DraftName;
    use super::*;
    use crate::analysis::names::known_names::KnownNames;

    fn allowed(source: &str, sentence: &str, proper_nouns: Vec<usize>, names: Vec<DraftName>) -> Vec<u32> {
        let source: Source = toml::from_str(source).unwrap();
        let tokens: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
        let mut view = SeenSentence::default();
        view.load(&tokens, &[], &KnownNames::default());
        allowed_tags(&source, &view, &Draft { tokens, names, proper_nouns, ..Draft::default() })
    }

    #[test]
    fn a_name_has_its_tags_and_all_else_is_outside() {
        let name = DraftName { tokens: 1..3, kind: Some(NameKind::Place) };
        let tags = [Place::Begin, Place::Last].map(|place| 1 << tag(NameKind::Place, place));
        assert_eq!(allowed("file = 'a'", "near Port Vila today", vec![], vec![name]), [1, tags[0], tags[1], 1]);
    }

    #[test]
    fn a_kind_that_the_corpus_lacks_stays_possible_on_capitals() {
        let bits = allowed("file = 'a'\nmissing = ['Misc']", "the Hajj began", vec![], vec![]);
        assert_eq!((bits[0], bits[2]), (1, 1));
        assert_eq!(bits[1], 1 | 0b1111 << tag(NameKind::Misc, Place::Begin));
    }

    #[test]
    fn a_proper_noun_is_some_name_and_small_words_between_two_may_be_part_of_it() {
        let bits = allowed("file = 'a'\nproper_nouns = true", "Bay of Kotor shines", vec![0, 2], vec![]);
        assert_eq!(bits, [ANY & !1, ANY, ANY & !1, 1]);
    }
}
