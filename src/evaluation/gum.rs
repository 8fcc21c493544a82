//! Reads the coreference chains of the GUM treebank.
//!
//! GUM (Zeldes 2017, "The GUM corpus: creating multilayer resources in the classroom") marks mentions by brackets in
//! MISC, `Entity=(GRP-etype-infstat-salience-centering-minspan-link-identity … GRP)`: a bracket opens at the first word
//! of a mention and closes, with the group alone, at its last. The group is the chain. Only chains of persons,
//! organizations and places with at least one name are kept.

use std::collections::BTreeMap;

use super::raw_document::{RawDocument, raw_documents};
use crate::analysis::conllu::{Sentence, Word};
use crate::span::{Byte, Span};

/// A bracket that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("sentence \"{sentence}\", word {word}: expected brackets \"(group-type-…\" and \"group)\", found \"{found}\"")]
pub struct GumError {
    sentence: String,
    word: usize,
    found: String,
}

/// Class of an annotated thing; GUM has others, which are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GumType {
    /// `person`
    Person,
    /// `organization`
    Organization,
    /// `place`, countries among them
    Place,
}

impl GumType {
    fn read(name: &str) -> Option<Self> {
        match name {
            "person" => Some(Self::Person),
            "organization" => Some(Self::Organization),
            "place" => Some(Self::Place),
            _ => None,
        }
    }
}

/// An annotated mention; all spans are bytes of the document's raw text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GumMention {
    /// The whole noun phrase: "Minister Kaarel Tamm, who arrived".
    pub span: Span<Byte>,
    /// The word on which all others depend, or the name after that word if it is a common noun: "Kaarel".
    pub head: Span<Byte>,
    /// The head with its `flat` and `compound` proper nouns next to it: "Kaarel Tamm".
    pub name: Span<Byte>,
    /// Whether the head is a proper noun.
    pub is_name: bool,
}

/// Annotated mentions of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GumChain {
    /// Class of the first mention.
    pub entity_type: GumType,
    /// At least one, ordered by their last word, then by their first from the right.
    pub mentions: Vec<GumMention>,
}

impl GumChain {
    /// The chain without descriptions and pronouns.
    #[must_use]
    pub fn names(&self) -> Self {
        let mentions = self.mentions.iter().filter(|mention| mention.is_name).copied().collect();
        Self { mentions, ..*self }
    }
}

/// A document with its chains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GumDocument {
    /// The text.
    pub raw: RawDocument,
    /// The chains of persons, organizations and places with a name, ordered by their first mention.
    pub chains: Vec<GumChain>,
}

/// Reads the chains of each document of `treebank`, which must be in document order.
///
/// # Errors
/// [`GumError`] for the first bracket that cannot be read, is never closed or was never opened.
pub fn read_chains(treebank: &[Sentence]) -> Result<Vec<GumDocument>, GumError> {
    let mut sentences = treebank.iter();
    let read = |raw: RawDocument| {
        let mut chains: BTreeMap<String, GumChain> = BTreeMap::new();
        let mut order = Vec::new();
        for (places, sentence) in raw.sentences.iter().zip(sentences.by_ref()) {
            for bracket in brackets(sentence)? {
                let Some(entity_type) = GumType::read(&bracket.entity_type) else { continue };
                let chain = chains.entry(bracket.group.clone()).or_insert_with(|| {
                    order.push(bracket.group.clone());
                    GumChain { entity_type, mentions: Vec::new() }
                });
                chain.mentions.push(bracket.mention(&sentence.words, places));
            }
        }
        let chains = order.iter().filter_map(|group| chains.remove(group));
        let chains = chains.filter(|chain| chain.mentions.iter().any(|mention| mention.is_name)).collect();
        Ok(GumDocument { raw, chains })
    };
    raw_documents(treebank).into_iter().map(read).collect()
}

/// A marked mention; words are counted from 0.
struct Bracket {
    group: String,
    entity_type: String,
    /// Words without which the mention would not be the same, counted from 0 within it.
    minimum: Vec<usize>,
    first: usize,
    last: usize,
}

/// The brackets of a sentence, in the order in which they close.
fn brackets(sentence: &Sentence) -> Result<Vec<Bracket>, GumError> {
    let mut open: Vec<Bracket> = Vec::new();
    let mut closed = Vec::new();
    for (at, word) in sentence.words.iter().enumerate() {
        let Some(marks) = word.misc.split('|').find_map(|feature| feature.strip_prefix("Entity=")) else { continue };
        let fault = || GumError {
            sentence: sentence.comment("sent_id").unwrap_or_default().to_owned(),
            word: at + 1,
            found: marks.to_owned(),
        };
        for mark in marks.split_inclusive(')').flat_map(split_before_openings) {
            let (opening, rest) = mark.strip_prefix('(').map_or((false, mark), |rest| (true, rest));
            let (closing, rest) = rest.strip_suffix(')').map_or((false, rest), |rest| (true, rest));
            let group = rest.split('-').next().unwrap_or_default();
            if opening {
                open.push(Bracket::open(rest, at).ok_or_else(fault)?);
            }
            if closing {
                // The innermost one: a mention may hold another of its own chain.
                let found = open.iter().rposition(|bracket| bracket.group == group).ok_or_else(fault)?;
                closed.push(Bracket { last: at, ..open.remove(found) });
            } else if !opening {
                return Err(fault());
            }
        }
    }
    open.pop().map_or(Ok(closed), |bracket| {
        let sentence = sentence.comment("sent_id").unwrap_or_default().to_owned();
        Err(GumError { sentence, word: bracket.first + 1, found: format!("({}", bracket.group) })
    })
}

/// Splits "(7-abstract(3-person)" before each opening bracket.
fn split_before_openings(marks: &str) -> impl Iterator<Item = &str> {
    let starts = marks.match_indices('(').map(|(at, _)| at).filter(|at| *at > 0).chain([marks.len()]);
    starts.scan(0, |from, to| Some(&marks[std::mem::replace(from, to)..to]))
}

impl Bracket {
    fn open(fields: &str, first: usize) -> Option<Self> {
        let fields: Vec<&str> = fields.split('-').collect();
        let [group, entity_type, _infstat, _salience, _centering, minimum, ..] = fields.as_slice() else { return None };
        let minimum = minimum.split(',').map(|place| place.parse::<usize>().ok()?.checked_sub(1));
        let (group, entity_type) = ((*group).to_owned(), (*entity_type).to_owned());
        Some(Self { group, entity_type, minimum: minimum.collect::<Option<_>>()?, first, last: first })
    }

    /// The mention with its head: the word that does not depend on another word of the mention. Of several such words,
    /// the first in the minimal span is taken, or else the first. If the head is a common noun followed by a name
    /// ("researcher Mari Tamm"), the name becomes the head.
    fn mention(&self, words: &[Word], places: &[std::ops::Range<usize>]) -> GumMention {
        let is_outside = |at: &usize| head_of(&words[*at]).is_none_or(|head| !(self.first..=self.last).contains(&head));
        let tops: Vec<usize> = (self.first..=self.last).filter(is_outside).collect();
        let is_minimal = |at: &&usize| self.minimum.contains(&(**at - self.first));
        let top = tops.iter().find(is_minimal).or(tops.first()).copied().unwrap_or(self.first);
        let is_named = |at: &usize| head_of(&words[*at]) == Some(top) && has_label(&words[*at], "flat");
        let head = if is_proper(&words[top]) { None } else { (top + 1..=self.last).find(is_named) }.unwrap_or(top);
        let is_part = |at: usize| {
            let is_joined = has_label(&words[at], "flat") || has_label(&words[at], "compound");
            is_proper(&words[at]) && is_joined && (leads_to(words, at, head) || leads_to(words, at, top))
        };
        let first = (self.first..head).rev().take_while(|&at| is_part(at)).last().unwrap_or(head);
        let last = (head + 1..=self.last).take_while(|&at| is_part(at)).last().unwrap_or(head);
        let span = |first: usize, last: usize| Span::new(places[first].start, places[last].end);
        GumMention {
            span: span(self.first, self.last),
            head: span(head, head),
            name: span(first, last),
            is_name: is_proper(&words[head]),
        }
    }
}

fn head_of(word: &Word) -> Option<usize> {
    word.head.and_then(|head| head.checked_sub(1)).map(|head| head as usize)
}

fn is_proper(word: &Word) -> bool {
    matches!(word.xpos.as_str(), "NNP" | "NNPS")
}

/// Whether the word's relation to its head is `label`, with any subtype.
fn has_label(word: &Word, label: &str) -> bool {
    word.deprel.split(':').next() == Some(label)
}

/// Whether the way up from the word `at` passes the word `head`.
fn leads_to(words: &[Word], at: usize, head: usize) -> bool {
    std::iter::successors(Some(at), |&at| head_of(&words[at])).take(words.len()).any(|at| at == head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::conllu::read;

    /// Rows of form, XPOS, head, label and brackets.
    fn treebank(rows: &[&str]) -> Vec<Sentence> {
        let mut text = "# newdoc id = a\n# sent_id = a-1\n".to_owned();
        for (at, row) in rows.iter().enumerate() {
            let columns: Vec<&str> = row.split(' ').collect();
            let [form, xpos, head, deprel, entity] = columns[..] else { panic!("five columns: {row}") };
            let misc = if entity == "_" { "_".to_owned() } else { format!("Discourse=x|Entity={entity}") };
            text += &format!("{}\t{form}\t_\tX\t{xpos}\t_\t{head}\t{deprel}\t_\t{misc}\n", at + 1);
        }
        read(text.as_bytes()).unwrap()
    }

    fn example() -> Vec<Sentence> {
        treebank(&[
            "Minister NNP 2 nmod:desc (1-person-new-nnnnn-cf1-2,3-coref-Kaarel_Tamm",
            "Kaarel NNP 5 nsubj _",
            "Tamm NNP 2 flat _",
            "himself PRP 2 nmod 1)",
            "left VBD 0 root _",
            "the DT 8 det (2-organization-new-nnnnn-cf2-3-sgl",
            "Estonia NNP 8 compound (3-place-new-nnnnn-cf3-1-sgl)",
            "Bank NNP 5 obj 2)",
            "with IN 10 case _",
            "his PRP$ 11 nmod:poss (4-person-new-nnnnn-cf4-2-sgl(1-person-giv:act-nnnnn-cf1-1-ana)",
            "cousin NN 5 obl 4)",
        ])
    }

    #[test]
    fn nested_and_single_word_brackets_become_chains_with_a_name() {
        let documents = read_chains(&example()).unwrap();
        let surface = |span: Span<Byte>| span.slice(&documents[0].raw.text);
        let chains: Vec<(GumType, Vec<&str>)> = documents[0]
            .chains
            .iter()
            .map(|chain| (chain.entity_type, chain.mentions.iter().map(|mention| surface(mention.span)).collect()))
            .collect();
        assert_eq!(
            chains,
            [
                (GumType::Person, vec!["Minister Kaarel Tamm himself", "his"]),
                (GumType::Place, vec!["Estonia"]),
                (GumType::Organization, vec!["the Estonia Bank"]),
            ],
            "the cousin has no name"
        );
    }

    #[test]
    fn the_name_is_the_head_with_its_flat_and_compound_parts() {
        let documents = read_chains(&example()).unwrap();
        let surface = |span: Span<Byte>| span.slice(&documents[0].raw.text);
        let first = |chain: usize| documents[0].chains[chain].mentions[0];
        assert_eq!((surface(first(0).head), surface(first(0).name)), ("Kaarel", "Kaarel Tamm"));
        assert_eq!((surface(first(2).head), surface(first(2).name)), ("Bank", "Estonia Bank"));
        assert!(first(0).is_name && !documents[0].chains[0].mentions[1].is_name);
    }

    #[test]
    fn a_name_after_a_common_noun_is_the_head() {
        let sentences = treebank(&[
            "the DT 2 det (1-person-new-nnnnn-cf1-2,3,4-sgl",
            "researcher NN 5 nsubj _",
            "Mari NNP 2 flat _",
            "Tamm NNP 2 flat 1)",
            "left VBD 0 root _",
        ]);
        let documents = read_chains(&sentences).unwrap();
        let mention = documents[0].chains[0].mentions[0];
        let surface = |span: Span<Byte>| span.slice(&documents[0].raw.text);
        assert_eq!((surface(mention.head), surface(mention.name), mention.is_name), ("Mari", "Mari Tamm", true));
    }

    #[test]
    fn each_document_gets_its_own_sentences() {
        let documents = read_chains(&[example(), example()].concat()).unwrap();
        assert_eq!(documents.len(), 2);
        assert_eq!(documents[0], documents[1]);
    }

    #[test]
    fn of_two_brackets_of_one_chain_the_inner_closes_first() {
        let sentences = treebank(&[
            "Lima NNP 0 root (1-place-new-nnnnn-cf1-1-coref(1-place-new-nnnnn-cf1-1-coref",
            "Peru NNP 1 flat 1)",
            "capital NN 1 appos 1)",
        ]);
        let documents = read_chains(&sentences).unwrap();
        let lengths: Vec<usize> = documents[0].chains[0].mentions.iter().map(|mention| mention.span.len()).collect();
        assert_eq!(lengths, ["Lima Peru".len(), "Lima Peru capital".len()]);
    }

    #[test]
    fn a_bracket_without_its_other_half_is_reported() {
        let message = |row: &str| read_chains(&treebank(&[row])).unwrap_err().to_string();
        let start = "sentence \"a-1\", word 1: expected brackets \"(group-type-…\" and \"group)\", found ";
        assert_eq!(message("Lima NNP 0 root (1-place-new-nnnnn-cf1-1-sgl"), format!("{start}\"(1\""));
        assert_eq!(message("Lima NNP 0 root 1)"), format!("{start}\"1)\""));
        assert_eq!(message("Lima NNP 0 root (1-place)"), format!("{start}\"(1-place)\""));
    }
}
