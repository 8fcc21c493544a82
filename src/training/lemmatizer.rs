//! Trains the lemmatizer.

use std::collections::{BTreeMap, BTreeSet};

use super::gold_sentence::GoldSentence;
use super::lemma_rules::{Observation, lemma_rules};
use super::model_writer::{ModelWriter, write_map};
use crate::analysis::labels::Upos;
use crate::analysis::lemma::edit::{Case, Edit};
use crate::analysis::lemma::lemmatizer::{case_context, push_lowercase};
use crate::analysis::model_file::ModelKind;
use crate::analysis::tag::Tag;
use crate::analysis::word_form::normalize_word;
use crate::corpus::VerbForm;

/// Learns from `sentences` and returns a model for [`Lemmatizer::from_bytes`](crate::analysis::Lemmatizer::from_bytes).
///
/// The same sentences and dictionary give the same bytes. A lemma `_` is not learned. No form of the dictionary is lost:
/// those that the endings would get wrong become rules of their own.
#[must_use]
pub fn train_lemmatizer(sentences: &[GoldSentence], dictionary: &[VerbForm]) -> Vec<u8> {
    let lists = sentences.iter().map(|s| s.forms.iter().zip(&s.lemmas).zip(&s.tags));
    let words = lists.flatten().filter(|((form, lemma), _)| *lemma != "_" || *form == "_");
    let listed = unseen_forms(sentences, dictionary);
    let listed = listed.iter().map(|(verb, tag)| ((&verb.form, &verb.lemma), tag));
    let (mut edits, mut edit_examples, mut case_examples) = (Vec::<Edit>::new(), Vec::new(), Vec::new());
    let (mut word, mut small) = (String::new(), String::new());
    for ((form, lemma), &tag) in words.chain(listed) {
        normalize_word(form, &mut word);
        small.clear();
        push_lowercase(form, &mut small);
        let edit = edit_between(&small, &lemma.to_lowercase());
        // "1,000" becomes "1000", but the "000" put there says nothing about "1,100".
        if edit.append.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let at = edits.iter().position(|known| *known == edit).unwrap_or_else(|| {
            edits.push(edit.clone());
            edits.len() - 1
        });
        edit_examples.push(Observation { context: u64::from(tag.code()), word: word.clone(), decision: at as u32 });
        edit.apply(&mut small);
        if let Some(case) = Case::ALL.iter().position(|&case| turns(case, form, &small, lemma)) {
            let context = case_context(form, tag);
            case_examples.push(Observation { context, word: word.clone(), decision: case as u32 });
        }
    }
    let mut out = ModelWriter::default();
    out.number(edits.len() as u64);
    for edit in &edits {
        out.number(edit.drop as u64);
        out.string(&edit.append);
    }
    write_map(&lemma_rules(&edit_examples), &mut out);
    write_map(&lemma_rules(&case_examples), &mut out);
    out.finish(ModelKind::Lemmatizer)
}

/// The forms of the dictionary that the treebanks do not have as verbs, with their tags. Of several verbs with one form
/// ("found": "find", "found"), the one stays that the treebanks have most often, then the first one.
fn unseen_forms<'a>(sentences: &[GoldSentence], dictionary: &'a [VerbForm]) -> Vec<(&'a VerbForm, Tag)> {
    let mut verbs: BTreeMap<&str, u32> = BTreeMap::new();
    let mut words: BTreeMap<&str, u32> = BTreeMap::new();
    let mut seen: BTreeSet<(String, Tag)> = BTreeSet::new();
    for sentence in sentences {
        for ((form, lemma), &tag) in sentence.forms.iter().zip(&sentence.lemmas).zip(&sentence.tags) {
            *words.entry(lemma).or_default() += 1;
            if tag.upos == Upos::Verb {
                *verbs.entry(lemma).or_default() += 1;
                seen.insert((form.to_lowercase(), tag));
            }
        }
    }
    let rank = |verb: &VerbForm| [&verbs, &words].map(|counts| counts.get(verb.lemma.as_str()).copied());
    let mut best: BTreeMap<(&str, Tag), &VerbForm> = BTreeMap::new();
    for verb in dictionary {
        let tag = Tag { upos: Upos::Verb, xpos: verb.xpos };
        if !seen.contains(&(verb.form.clone(), tag)) {
            let known = best.entry((&verb.form, tag)).or_insert(verb);
            if rank(verb) > rank(known) {
                *known = verb;
            }
        }
    }
    best.into_iter().map(|((_, tag), verb)| (verb, tag)).collect()
}

/// The edit that turns `form` into `lemma`, dropping as little as possible.
fn edit_between(form: &str, lemma: &str) -> Edit {
    let shared = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (_, dropped): (&str, &str) = form.split_at(shared);
    Edit { drop: dropped.chars().count(), append: lemma[shared..].to_owned() }
}

/// Whether this casing turns `small` into `lemma`.
fn turns(case: Case, form: &str, small: &str, lemma: &str) -> bool {
    let mut cased = small.to_owned();
    case.apply(form, &mut cased);
    cased == lemma
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Lemmatizer, conllu};

    #[test]
    fn endings_generalize_and_exceptions_are_kept() {
        let rows = [("killed", "kill"), ("helped", "help"), ("met", "meet"), ("Asked", "ask"), ("let", "let")];
        let mut text = String::new();
        for (form, lemma) in rows {
            text += &format!("1\t{form}\t{lemma}\tVERB\tVBD\t_\t0\troot\t_\t_\n\n");
        }
        let sentences = conllu::read(text.as_bytes()).unwrap();
        let gold: Vec<_> = sentences.iter().map(|s| GoldSentence::new(s).unwrap()).collect();
        let lemmatizer = Lemmatizer::from_bytes(&train_lemmatizer(&gold, &[])).unwrap();
        let tag = gold[0].tags[0];
        let lemmas = ["bombed", "met", "Helped", "let"].map(|form| lemmatizer.lemma(form, tag));
        assert_eq!(lemmas, ["bomb", "meet", "help", "let"]);
    }

    #[test]
    fn an_edit_turns_the_form_into_the_lemma() {
        for (form, lemma) in [("met", "meet"), ("was", "be"), ("town", "town"), ("d\u{e9}bris", "d\u{e9}bris")] {
            let mut edited = form.to_owned();
            edit_between(form, lemma).apply(&mut edited);
            assert_eq!(edited, lemma);
        }
    }

    #[test]
    fn casing_follows_the_form_where_both_agree() {
        assert!(turns(Case::AsForm, "NGOs", "ngo", "NGO"));
        assert!(turns(Case::AsForm, "Forces", "force", "Force"));
        assert!(turns(Case::Title, "GOODWYN", "goodwyn", "Goodwyn"));
        assert!(turns(Case::Small, "The", "the", "the"));
    }
}
