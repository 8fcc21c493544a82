//! A word form in, its likely dictionary form out.
//!
//! Regular endings are undone by the spelling rules of English, irregular forms come from a table.
//! Without knowledge of the word class some nouns are taken for verbs; callers compare with lemmas
//! that they know, so a wrong guess costs a match, never a wrong one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

static IRREGULAR: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("irregular.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(lemma, forms)| forms.split(' ').map(move |form| (form, lemma)))
        .collect()
});

/// The lemma of `form`, in lower case.
pub(crate) fn lemmatize(form: &str) -> String {
    let lower = form.to_lowercase().replace('’', "'");
    if let Some(lemma) = IRREGULAR.get(lower.as_str()) {
        return (*lemma).to_owned();
    }
    undo_ending(&lower).unwrap_or(lower)
}

fn undo_ending(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies").or_else(|| word.strip_suffix("ied")).filter(|stem| stem.len() > 2) {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed")) {
        let has_vowel = stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        return (stem.len() > 2 && has_vowel && !stem.ends_with('e')).then(|| restore_stem(stem));
    }
    if ["ches", "shes", "sses", "xes", "zzes"].iter().any(|ending| word.ends_with(ending)) {
        return word.strip_suffix("es").map(str::to_owned);
    }
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2)?;
    (!stem.ends_with(['s', 'u', 'i'])).then(|| stem.to_owned())
}

/// Undoes the doubling of a consonant ("planned") or gives back a silent e ("received").
fn restore_stem(stem: &str) -> String {
    let mut letters = stem.chars().rev();
    let (last, before, third) = (letters.next(), letters.next(), letters.next());
    let is_vowel = |letter: Option<char>| letter.is_some_and(|letter| "aeiou".contains(letter));
    if last == before && matches!(last, Some('b' | 'd' | 'g' | 'm' | 'n' | 'p' | 'r' | 't')) {
        return stem[..stem.len() - 1].to_owned();
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| stem.ends_with(ending));
    let silent = ends(&["v", "c", "z", "u", "dg", "ng", "rs", "ns", "eas", "ois", "uis", "ais", "is", "us", "os"])
        && !ends(&["focus", "ing", "ang", "ong", "elong"]);
    let ate = stem.ends_with("at") && stem.len() > 3 && !is_vowel(third);
    let long = matches!(last, Some('r' | 'l' | 'k' | 'g' | 'm' | 'd' | 'n' | 't'))
        && matches!(before, Some('a' | 'i' | 'o' | 'u'))
        && !is_vowel(third)
        && ends(&["ir", "ur", "or", "ag", "ak", "om", "id", "ud", "in", "ar", "it", "ot", "ut", "ul", "ol"])
        && !ends(&[
            "visit", "benefit", "limit", "audit", "it", "tour", "join", "train", "monitor", "honor", "min", "in",
            "harbor", "bid",
        ]);
    let le = last == Some('l') && matches!(before, Some('b' | 'd' | 'g' | 'p' | 't' | 'k'));
    if silent || ate || long || le { format!("{stem}e") } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_are_undone() {
        let pairs = [
            ("received", "receive"),
            ("visited", "visit"),
            ("visits", "visit"),
            ("trained", "train"),
            ("training", "train"),
            ("pledged", "pledge"),
            ("signing", "sign"),
            ("hosted", "host"),
            ("welcomes", "welcome"),
            ("planned", "plan"),
            ("donated", "donate"),
            ("supplies", "supply"),
            ("supported", "support"),
            ("provides", "provide"),
            ("managed", "manage"),
            ("attacked", "attack"),
            ("clashes", "clash"),
            ("accused", "accuse"),
            ("toured", "tour"),
            ("cooperating", "cooperate"),
            ("agreed", "agree"),
            ("condemned", "condemn"),
            ("handled", "handle"),
        ];
        for (form, lemma) in pairs {
            assert_eq!(lemmatize(form), lemma, "{form}");
        }
    }

    #[test]
    fn irregular_forms_come_from_the_table() {
        for (form, lemma) in [("met", "meet"), ("held", "hold"), ("was", "be"), ("n’t", "not"), ("took", "take")] {
            assert_eq!(lemmatize(form), lemma, "{form}");
        }
    }

    #[test]
    fn short_words_and_names_stay() {
        for word in ["this", "his", "used-to", "bus", "thing", "red"] {
            assert_eq!(lemmatize(word), word);
        }
    }
}
