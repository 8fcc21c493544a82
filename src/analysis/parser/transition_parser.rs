//! The parser and its model.

use super::forward::{Layers, label_scores, transition_scores};
use super::inputs::look_ahead;
use super::state::{State, Transition};

use crate::analysis::labels::{Deprel, TokenId};
use crate::analysis::model_file::{ModelError, ModelKind, ModelReader};
use crate::analysis::network::{Network, Rows, Task, Vocabulary};
use crate::analysis::tag::Tag;
use crate::analysis::tree::DepTree;

/// Finds the dependency tree of a tagged sentence.
///
/// # Example
/// ```
/// use whomet::analysis::{Deprel, Parser, ParserScratch, Tagger, TaggerScratch, TokenId};
///
/// let forms = ["Museveni", "met", "Kagame", "."];
/// let mut tags = Vec::new();
/// Tagger::shipped().tag(&forms, &mut TaggerScratch::default(), &mut tags);
/// let tree = Parser::shipped().parse(&forms, &tags, &mut ParserScratch::default());
/// assert_eq!(tree.root(), Some(TokenId(1)));
/// assert_eq!(tree.deprels()[..3], [Deprel::Nsubj, Deprel::Root, Deprel::Obj]);
/// ```
pub struct Parser {
    vocabulary: Vocabulary,
    network: Network,
}

/// Buffers of the parser, reused between sentences.
#[derive(Default)]
pub struct ParserScratch {
    word: String,
    rows: Vec<Rows>,
    layers: Layers,
    state: State,
}

impl Parser {
    /// Reads a model that `training::train_parser` made.
    ///
    /// # Errors
    /// [`ModelError`] if `bytes` are not such a model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = ModelReader::new(bytes, ModelKind::Parser)?;
        let vocabulary = Vocabulary::read(&mut input)?;
        let (words, tags) = vocabulary.rows();
        let network = Network::read(words, Task::Parse { tags }, &mut input)?;
        Ok(Self { vocabulary, network })
    }

    /// Parses the sentence `forms`, whose tags are `tags`. The tree has exactly one root and no cycle.
    ///
    /// # Panics
    /// If there is not one tag per form.
    /// # Complexity
    /// O(n) for n forms.
    #[must_use]
    pub fn parse(&self, forms: &[&str], tags: &[Tag], scratch: &mut ParserScratch) -> DepTree {
        assert_eq!(forms.len(), tags.len(), "one tag per form");
        let ParserScratch { word, rows, layers, state } = scratch;
        self.vocabulary.look_up(forms, Some(tags), word, rows);
        layers.words.embed(&self.network, self.vocabulary.vectors, rows);
        layers.words.contextualize(&self.network);
        layers.project(&self.network);
        state.start(forms.len());
        look_ahead(tags, &mut state.ahead);
        while !state.is_finished() {
            let transition = self.choose(state, layers);
            match state.arc(transition) {
                None => state.shift(),
                Some((head, dependent)) => {
                    let label = self.label(state, layers, (head, dependent));
                    state.attach(head, dependent, label);
                }
            }
        }
        finished_tree(state)
    }

    fn choose(&self, state: &State, layers: &Layers) -> Transition {
        let allowed = state.allowed();
        if let Some(only) = only_choice(allowed) {
            return only;
        }
        let hidden = layers.hidden(&self.network, state);
        best_transition(&transition_scores(&self.network, &hidden), |at| allowed[at])
    }

    fn label(&self, state: &State, layers: &Layers, arc: (usize, usize)) -> Deprel {
        if arc.0 == state.length {
            return Deprel::Root;
        }
        let hidden = layers.label_hidden(&self.network, state, arc);
        best_label(&label_scores(&self.network, &hidden))
    }
}

/// The transition that is allowed, if there is only one.
pub(crate) fn only_choice(allowed: [bool; 3]) -> Option<Transition> {
    let mut choices = Transition::ALL.into_iter().filter(|&transition| allowed[transition as usize]);
    let first = choices.next();
    first.filter(|_| choices.next().is_none())
}

/// The transition with the highest score among those that `may` be taken, the first of equal ones.
pub(crate) fn best_transition<T: PartialOrd + Copy>(scores: &[T; 3], may: impl Fn(usize) -> bool) -> Transition {
    let mut best = None;
    for transition in Transition::ALL.into_iter().filter(|&transition| may(transition as usize)) {
        if best.is_none_or(|best: Transition| scores[transition as usize] > scores[best as usize]) {
            best = Some(transition);
        }
    }
    best.expect("a parse that is not finished allows a transition")
}

/// The label with the highest score except root, the first of equal ones.
pub(crate) fn best_label<T: PartialOrd + Copy>(scores: &[T]) -> Deprel {
    let mut best = 0;
    for (at, &score) in scores.iter().enumerate() {
        if score > scores[best] && Deprel::ALL[at] != Deprel::Root {
            best = at;
        }
    }
    Deprel::ALL[best]
}

fn finished_tree(state: &State) -> DepTree {
    let tokens = &state.nodes[..state.length];
    let heads = tokens.iter().map(|node| ((node.head as usize) < state.length).then_some(TokenId(node.head))).collect();
    let deprels = tokens.iter().map(|node| Deprel::ALL[usize::from(node.label).saturating_sub(1)]).collect();
    DepTree::new(heads, deprels).expect("the transitions give every token one head, bottom up")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tagger::{Tagger, TaggerScratch};

    fn parse(forms: &[&str]) -> DepTree {
        let mut tags = Vec::new();
        Tagger::shipped().tag(forms, &mut TaggerScratch::default(), &mut tags);
        Parser::shipped().parse(forms, &tags, &mut ParserScratch::default())
    }

    #[test]
    fn the_shipped_model_finds_subject_object_and_place() {
        let tree = parse(&["The", "Ugandan", "army", "has", "sent", "soldiers", "to", "Jinja", "."]);
        assert_eq!(tree.root(), Some(TokenId(4)));
        let labels: Vec<&str> = tree.children(TokenId(4)).iter().map(|&child| tree.deprel(child).as_str()).collect();
        assert_eq!(labels, ["nsubj", "aux", "obj", "obl", "punct"]);
    }

    #[test]
    fn a_very_long_sentence_is_parsed() {
        let words = ["the", "army", ",", "which", "left", "(", "AU", ")", "\u{0}", "."];
        let forms: Vec<&str> = words.iter().copied().cycle().take(5000).collect();
        assert_eq!(parse(&forms).len(), 5000);
    }

    #[test]
    fn nothing_and_one_word_are_trees_too() {
        assert!(parse(&[]).is_empty());
        assert_eq!(parse(&["Go"]).root(), Some(TokenId(0)));
    }

    #[test]
    fn memory_used_before_does_not_change_the_tree() {
        let (short, long) = (["They", "left"], ["The", "army", "left", "the", "town", "."]);
        let parser = Parser::shipped();
        let mut scratch = ParserScratch::default();
        let mut tags = Vec::new();
        for forms in [&long[..], &short[..], &long[..]] {
            Tagger::shipped().tag(forms, &mut TaggerScratch::default(), &mut tags);
            let fresh = parser.parse(forms, &tags, &mut ParserScratch::default());
            assert_eq!(parser.parse(forms, &tags, &mut scratch), fresh);
        }
    }
}
