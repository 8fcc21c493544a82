//! Counts what is stated of sentences with several names.
//!
//! Most sentences with two names state none of the relations that whomet looks for. The relations found in them show
//! how often whomet states too much; some are right, so a sample has to be read.

use crate::corpus::{LabelMeaning, LabeledDocument, LabeledSentence};
use crate::document::Document;
use crate::graph::KnowledgeGraph;
use crate::stable_random::Random;

/// A sentence with at least two annotated names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedSentence {
    /// Its document and its place there, counted from 1.
    pub id: String,
    /// Its words as text.
    pub text: String,
}

/// A relation that was found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Class of the relation.
    pub relation: String,
    /// The rule that stated it.
    pub rule: String,
    /// How it reads: ends and status.
    pub shown: String,
    /// The sentence.
    pub sentence: NamedSentence,
}

/// The sentences with at least two annotated names, in the order of the documents.
#[must_use]
pub fn named_sentences(documents: &[LabeledDocument]) -> Vec<NamedSentence> {
    let mut found = Vec::new();
    for document in documents {
        for (at, sentence) in document.sentences.iter().enumerate() {
            if names(sentence) >= 2 {
                let id = format!("{}#{}", document.id, at + 1);
                found.push(NamedSentence { id, text: text_of(&sentence.tokens) });
            }
        }
    }
    found
}

/// Counts the annotated names; neighboring proper nouns of a treebank may be one name.
fn names(sentence: &LabeledSentence) -> usize {
    let (mut count, mut end) = (0, None);
    for span in &sentence.spans {
        match span.label.parse() {
            Ok(LabelMeaning::Outside | LabelMeaning::Unclear) | Err(_) => continue,
            Ok(LabelMeaning::ProperNoun | LabelMeaning::ProperName) if end == Some(span.tokens.start) => {}
            Ok(_) => count += 1,
        }
        end = Some(span.tokens.end);
    }
    count
}

/// The tokens as running text: no space before a comma, after an opening bracket, around a hyphen.
fn text_of(tokens: &[String]) -> String {
    let mut text = String::new();
    let mut is_quoted = false;
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |at| tokens[at].as_str());
        let next = tokens.get(at + 1).map_or("", String::as_str);
        let is_word = |token: &str| token.starts_with(char::is_alphanumeric);
        let closes = matches!(token.as_str(), "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "n't" | "’" | "”")
            || (token.starts_with(['\'', '’']) && token.len() > 1)
            || (token == "'" && before.ends_with('s'))
            || (token == "\"" && is_quoted);
        let is_hyphen = |token: &str, left: &str, right: &str| token == "-" && is_word(left) && is_word(right);
        let before_that = at.checked_sub(2).map_or("", |at| tokens[at].as_str());
        let is_joined = is_hyphen(token, before, next) || is_hyphen(before, before_that, token);
        let opened = matches!(before, "(" | "[" | "$" | "£" | "€" | "“" | "‘") || (before == "\"" && is_quoted);
        if at > 0 && !closes && !is_joined && !opened {
            text.push(' ');
        }
        is_quoted ^= token == "\"";
        text.push_str(token);
    }
    text
}

impl NamedSentence {
    /// The sentence as an article of its own.
    #[must_use]
    pub fn document(&self) -> Document {
        Document::all_body(&self.id, self.text.as_str())
    }

    /// The relations of `graph`, which was built from this sentence alone.
    #[must_use]
    pub fn drawn(&self, graph: &KnowledgeGraph) -> Vec<Drawn> {
        let edges = graph.edges().map(|(source, edge, target)| {
            let [source, target] = [source, target].map(|node| format!("{} ({})", node.label, node.entity_type));
            Drawn {
                relation: edge.relation.as_str().to_owned(),
                rule: edge.evidence[0].rule.to_string(),
                shown: format!("{source} | {target} | {}", edge.status.as_str()),
                sentence: self.clone(),
            }
        });
        edges.collect()
    }
}

/// A random sample of `count` relations; the same seed gives the same sample.
#[must_use]
pub fn sample(drawn: &[Drawn], count: usize, seed: u64) -> Vec<&Drawn> {
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    Random::new(seed).shuffle(&mut order);
    order.truncate(count);
    order.sort_unstable();
    order.into_iter().map(|at| &drawn[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{read_bio, read_proper_nouns};

    #[test]
    fn words_become_text_again() {
        let table = [
            ("\" Covid - 19 , \" said Oli 's aide ( 45 ) .", "\"Covid-19,\" said Oli's aide (45)."),
            ("He paid $ 5 - half - and did n't go .", "He paid $5-half-and didn't go."),
            ("The players ' club won .", "The players' club won."),
        ];
        for (tokens, text) in table {
            let tokens: Vec<String> = tokens.split(' ').map(str::to_owned).collect();
            assert_eq!(text_of(&tokens), text);
        }
    }

    #[test]
    fn sentences_with_fewer_than_two_names_are_left_out() {
        let bio = "Oli\tB-PER\nleft\tO\nLima\tB-LOC\n\nTui\tB-PER\nleft\tO\non\tO\nMonday\tB-Date\n\n";
        let found = named_sentences(&read_bio(bio).unwrap());
        assert_eq!(found, [NamedSentence { id: "#1".into(), text: "Oli left Lima".into() }]);
    }

    #[test]
    fn neighboring_proper_nouns_of_a_treebank_are_one_name() {
        let row = |id: usize, form: &str, upos: &str| format!("{id}\t{form}\t_\t{upos}\t_\t_\t0\tdep\t_\t_\n");
        let tree = |rows: &[(&str, &str)]| {
            let rows = rows.iter().enumerate().map(|(at, (form, upos))| row(at + 1, form, upos));
            read_proper_nouns(&rows.collect::<String>()).unwrap()
        };
        assert_eq!(named_sentences(&tree(&[("Tika", "PROPN"), ("Oli", "PROPN"), ("left", "VERB")])).len(), 0);
        assert_eq!(named_sentences(&tree(&[("Oli", "PROPN"), ("left", "VERB"), ("Lima", "PROPN")])).len(), 1);
    }

    #[test]
    fn a_sample_follows_from_its_seed() {
        let sentence = NamedSentence { id: String::new(), text: String::new() };
        let draw = |at: usize| Drawn {
            relation: at.to_string(),
            rule: String::new(),
            shown: String::new(),
            sentence: sentence.clone(),
        };
        let drawn: Vec<Drawn> = (0..100).map(draw).collect();
        assert_eq!(sample(&drawn, 10, 3), sample(&drawn, 10, 3));
        assert_ne!(sample(&drawn, 10, 3), sample(&drawn, 10, 4));
        assert_eq!(sample(&drawn, 200, 3).len(), 100);
    }
}
