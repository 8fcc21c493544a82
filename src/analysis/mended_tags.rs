//! Mends the tags of verbs that the tagger often gets wrong, where the words around them leave no doubt.

use super::labels::Upos;
use super::tag::{Tag, Xpos};
use super::word_form::normalize_word;
use super::word_vectors::{NO_VECTOR, VERB_FORMS, WordVectors};

/// The preposition before the agent of a passive verb.
const AGENT_PREPOSITION: &str = "by";

/// How far a clause is searched for a verb, in tokens, so that a long line without punctuation costs no more than others.
const MAX_CLAUSE: usize = 40;

/// Mends the tags of one sentence.
///
/// # Complexity
/// Linear in the number of tokens.
pub(super) fn mend_verbs(forms: &[&str], tags: &mut [Tag]) {
    mend_finite_verbs(forms, tags);
    mend_participles(forms, tags);
    mend_passives(forms, tags);
    mend_gerunds(forms, tags);
    mend_names(forms, tags);
}

/// "Was elected president", "were armed by": after an auxiliary, what looks like a past tense is a participle, and so is
/// what looks like an adjective before "by" or a bare noun.
fn mend_passives(forms: &[&str], tags: &mut [Tag]) {
    for at in 1..tags.len().saturating_sub(1) {
        if tags[at - 1].upos != Upos::Aux {
            continue;
        }
        let goes_on = forms[at + 1] == AGENT_PREPOSITION || tags[at + 1].upos == Upos::Noun;
        let is_known = || row(forms[at]) != NO_VECTOR && can_be(forms[at], Xpos::VBN);
        if tags[at].xpos == Xpos::VBD || (tags[at].upos == Upos::Adj && goes_on && is_known()) {
            tags[at] = Tag { upos: Upos::Verb, xpos: Xpos::VBN };
        }
    }
}

/// "Arequipa, a port": an unknown word in capitals is no interjection.
fn mend_names(forms: &[&str], tags: &mut [Tag]) {
    for (form, tag) in forms.iter().zip(tags) {
        let is_capital = form.starts_with(char::is_uppercase);
        if tag.upos == Upos::Intj && is_capital && row(form) == NO_VECTOR {
            *tag = Tag { upos: Upos::Propn, xpos: Xpos::NNP };
        }
    }
}

/// "A team led by Oli left": before "by", what looks like a past tense is a participle if the clause has another verb.
fn mend_participles(forms: &[&str], tags: &mut [Tag]) {
    for at in 1..tags.len().saturating_sub(1) {
        let is_past = tags[at].xpos == Xpos::VBD && forms[at + 1] == AGENT_PREPOSITION;
        let is_open = |&other: &usize| tags[other].upos != Upos::Punct && !is_joint(tags[other]);
        let goes_on = || (at + 2..tags.len()).take(MAX_CLAUSE).take_while(is_open).any(|other| is_finite(tags[other]));
        if is_past && tags[at - 1].upos != Upos::Aux && can_be(forms[at], Xpos::VBN) && goes_on() {
            tags[at].xpos = Xpos::VBN;
        }
    }
}

/// "Without training the guard": a noun is not followed by an article.
fn mend_gerunds(forms: &[&str], tags: &mut [Tag]) {
    for at in 1..tags.len().saturating_sub(1) {
        let has_object = matches!(tags[at + 1].xpos.as_str(), "DT" | "PRP" | "PRP$");
        let follows_preposition = matches!(tags[at - 1].xpos.as_str(), "IN" | "TO");
        if tags[at].xpos.as_str() == "NN" && has_object && follows_preposition && can_be(forms[at], Xpos::VBG) {
            tags[at] = Tag { upos: Upos::Verb, xpos: Xpos::VBG };
        }
    }
}

/// Turns plural nouns, adjectives and proper nouns in small letters into verbs where a clause has no other verb: between
/// a singular name or noun and an article, pronoun or name, as in "the army backs them", "who chairs the board" and "Oli
/// handed Tui a letter".
fn mend_finite_verbs(forms: &[&str], tags: &mut [Tag]) {
    for at in 1..tags.len().saturating_sub(1) {
        let follows_subject = matches!(tags[at - 1].xpos.as_str(), "NN" | "NNP" | "WP");
        let opens_object = matches!(tags[at + 1].xpos.as_str(), "DT" | "PRP" | "PRP$" | "NNP")
            // "Oli hopes that", "Peru plans to"
            || (tags[at - 1].xpos == Xpos::NNP && opens_complement(tags[at + 1]));
        let is_small = forms[at].starts_with(|c: char| c.is_lowercase());
        let is_plural = is_small && matches!(tags[at].xpos.as_str(), "NNS" | "NNPS") && can_be(forms[at], Xpos::VBZ);
        let is_like = tags[at].upos == Upos::Adj || tags[at].xpos == Xpos::NNP;
        let is_past = || is_like && row(forms[at]) != NO_VECTOR && can_be(forms[at], Xpos::VBD);
        if !follows_subject || !opens_object || !is_small || !(is_plural || is_past()) || has_verb(tags, at) {
            continue;
        }
        tags[at] = Tag { upos: Upos::Verb, xpos: if is_plural { Xpos::VBZ } else { Xpos::VBD } };
    }
}

/// Whether the clause around `at` has a finite verb.
fn has_verb(tags: &[Tag], at: usize) -> bool {
    let is_open = |&other: &usize| tags[other].upos != Upos::Punct && !is_joint(tags[other]);
    // "Will end before Oli visits Peru": a preposition may open the clause.
    let is_inside = |other: &usize| is_open(other) && tags[*other].upos != Upos::Adp;
    let before = (0..at).rev().take(MAX_CLAUSE).take_while(is_inside);
    let behind = (at + 1..tags.len()).take(MAX_CLAUSE).take_while(is_open);
    before.chain(behind).any(|other| is_finite(tags[other]))
}

/// Whether the word opens the clause or infinitive after a verb.
fn opens_complement(tag: Tag) -> bool {
    tag.upos == Upos::Sconj || matches!(tag.xpos.as_str(), "TO" | "WDT")
}

/// Whether a clause may begin with the word.
fn is_joint(tag: Tag) -> bool {
    matches!(tag.upos, Upos::Sconj | Upos::Cconj) || matches!(tag.xpos.as_str(), "WP" | "WDT" | "WRB")
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag.xpos.as_str(), "VBD" | "VBZ" | "VBP" | "MD")
}

/// Whether the dictionary knows the word as this form of a verb, or does not know the word at all.
fn can_be(form: &str, xpos: Xpos) -> bool {
    let row = row(form);
    let bit = VERB_FORMS.iter().position(|&name| name == xpos.as_str());
    row == NO_VECTOR || bit.is_some_and(|bit| WordVectors::shipped().verb_forms(row) & (1 << bit) != 0)
}

fn row(form: &str) -> u32 {
    let mut normalized = String::new();
    normalize_word(form, &mut normalized);
    WordVectors::shipped().row(&normalized)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tags of words given as `word/UPOS/XPOS`, mended.
    fn mended(text: &str) -> Vec<String> {
        let parts = text.split(' ').map(|word| word.split('/').collect::<Vec<_>>()).collect::<Vec<_>>();
        let forms: Vec<&str> = parts.iter().map(|part| part[0]).collect();
        let tag = |part: &Vec<&str>| Tag { upos: part[1].parse().unwrap(), xpos: part[2].parse().unwrap() };
        let mut tags: Vec<Tag> = parts.iter().map(tag).collect();
        mend_verbs(&forms, &mut tags);
        tags.iter().map(|tag| tag.xpos.as_str().to_owned()).collect()
    }

    #[test]
    fn a_plural_noun_between_subject_and_object_is_a_verb() {
        assert_eq!(mended("Oli/PROPN/NNP visits/NOUN/NNS Peru/PROPN/NNP")[1], "VBZ");
        assert_eq!(mended("who/PRON/WP chairs/NOUN/NNS the/DET/DT board/NOUN/NN")[1], "VBZ");
        assert_eq!(mended("Friday/PROPN/NNP met/PROPN/NNP Tui/PROPN/NNP in/ADP/IN Lima/PROPN/NNP")[1], "VBD");
        assert_eq!(mended("Oli/PROPN/NNP handed/ADJ/JJ Tui/PROPN/NNP maps/NOUN/NNS")[1], "VBD");
        // The clause has a verb already.
        assert_eq!(mended("state/NOUN/NN visits/NOUN/NNS the/DET/DT king/NOUN/NN made/VERB/VBD")[1], "NNS");
    }

    #[test]
    fn a_past_tense_before_by_is_a_participle_if_another_verb_follows() {
        let led = "team/NOUN/NN led/VERB/VBD by/ADP/IN Oli/PROPN/NNP";
        assert_eq!(mended(&format!("{led} left/VERB/VBD"))[1], "VBN");
        assert_eq!(mended(led)[1], "VBD");
    }

    #[test]
    fn an_adjective_between_be_and_by_is_a_participle() {
        assert_eq!(mended("was/AUX/VBD elected/ADJ/JJ president/NOUN/NN")[1], "VBN");
        assert_eq!(mended("was/AUX/VBD elected/ADJ/JJ ./PUNCT/.")[1], "JJ");
    }

    #[test]
    fn a_noun_before_an_article_is_a_gerund() {
        assert_eq!(mended("without/ADP/IN training/NOUN/NN the/DET/DT guard/NOUN/NN")[1], "VBG");
        assert_eq!(mended("without/ADP/IN training/NOUN/NN for/ADP/IN guards/NOUN/NNS")[1], "NN");
    }
}
