//! Words and tags of a sentence in, its dependency tree out.
//!
//! Greedy and transition-based: at each step an averaged perceptron chooses one of three transitions, and a second
//! one labels the arc that was drawn. Nothing is ever taken back, so the time is linear in the length of the
//! sentence. What a greedy parser does wrong early it does not know yet; so a first pass reads the sentence from
//! its end, and its tree guides the second one (stacking: Nivre and McDonald 2008, "Integrating graph-based and
//! transition-based dependency parsers", ACL; here both are transition-based and differ in direction).
//! The three transitions cannot draw crossing arcs, which one English arc in a hundred does.

mod features;
mod oracle;
mod state;
mod train;
mod view;

pub use train::ParserOptions;

use features::{label_features, transition_features};
use state::{State, Transition};
use view::Views;

use super::labels::{Deprel, TokenId};
use super::model::{ModelError, ModelKind, ModelReader};
use super::tagger::Tag;
use super::tree::DepTree;
use super::weights::{KeyMap, RowTable, TripleTable};

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
    vocabulary: KeyMap,
    backward: Option<Stage>,
    forward: Stage,
}

/// Memory for the parser's work, kept between sentences.
#[derive(Default)]
pub struct ParserScratch {
    views: Views,
    mirrored: Views,
    word: String,
    work: Work,
}

/// What one pass over a sentence works on.
#[derive(Default)]
struct Work {
    state: State,
    keys: Vec<u32>,
    scores: Vec<i32>,
}

impl Parser {
    /// Reads a model that [`Parser::train`] made.
    ///
    /// # Errors
    /// [`ModelError`] if `bytes` are no such model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = ModelReader::new(bytes, ModelKind::Parser)?;
        let vocabulary = KeyMap::read(&mut input, |_| true)?;
        let backward = if input.number()? > 0 { Some(Stage::read(&mut input, false)?) } else { None };
        let forward = Stage::read(&mut input, backward.is_some())?;
        Ok(Self { vocabulary, backward, forward })
    }

    /// The tree of the sentence `forms`, whose tags are `tags`: always with one root and without cycles.
    ///
    /// # Panics
    /// If there is not one tag per form.
    /// # Complexity
    /// O(n) for n forms.
    #[must_use]
    pub fn parse(&self, forms: &[&str], tags: &[Tag], scratch: &mut ParserScratch) -> DepTree {
        assert_eq!(forms.len(), tags.len(), "one tag per form");
        let ParserScratch { views, mirrored, word, work } = scratch;
        views.fill(forms, tags, &self.vocabulary, word);
        if let Some(backward) = &self.backward {
            mirrored.mirror(views);
            backward.parse(mirrored, work);
            views.set_guide(work.state.mirrored_arcs());
        }
        self.forward.parse(views, work);
        finished_tree(&work.state)
    }
}

/// The weights of one pass over a sentence.
struct Stage {
    transitions: TripleTable,
    labels: RowTable,
    guided: bool,
}

impl Stage {
    fn read(input: &mut ModelReader, guided: bool) -> Result<Self, ModelError> {
        let transitions = TripleTable::read(input)?;
        let labels = RowTable::read(input)?;
        if labels.classes() != Deprel::ALL.len() {
            return Err(ModelError::Damaged { what: "the list of labels" });
        }
        Ok(Self { transitions, labels, guided })
    }

    /// Parses the sentence `views`; its arcs are in the state afterwards.
    fn parse(&self, views: &Views, work: &mut Work) {
        work.state.start(views.length());
        while !work.state.is_finished() {
            let transition = self.choose(views, work);
            match work.state.arc(transition) {
                None => work.state.shift(),
                Some((head, dependent)) => {
                    let label = self.label(views, (head, dependent), work);
                    work.state.attach(head, dependent, label);
                }
            }
        }
    }

    fn choose(&self, views: &Views, work: &mut Work) -> Transition {
        let allowed = work.state.allowed();
        if let Some(only) = only_choice(allowed) {
            return only;
        }
        transition_features(&work.state, views, self.guided, &mut work.keys);
        best_transition(&self.transitions.score(&work.keys), |at| allowed[at])
    }

    fn label(&self, views: &Views, arc: (usize, usize), work: &mut Work) -> Deprel {
        if arc.0 == work.state.length {
            return Deprel::Root;
        }
        label_features(&work.state, views, self.guided, arc, &mut work.keys);
        self.labels.score(&work.keys, &mut work.scores);
        best_label(&work.scores)
    }
}

/// The transition that is allowed, if there is only one.
fn only_choice(allowed: [bool; 3]) -> Option<Transition> {
    let mut choices = Transition::ALL.into_iter().filter(|&transition| allowed[transition as usize]);
    let first = choices.next();
    first.filter(|_| choices.next().is_none())
}

/// The transition with the highest score among those that `may` be taken, the first of equal ones.
fn best_transition<T: PartialOrd + Copy>(scores: &[T; 3], may: impl Fn(usize) -> bool) -> Transition {
    let mut best = None;
    for transition in Transition::ALL.into_iter().filter(|&transition| may(transition as usize)) {
        if best.is_none_or(|best: Transition| scores[transition as usize] > scores[best as usize]) {
            best = Some(transition);
        }
    }
    best.expect("a parse that is not finished allows a transition")
}

/// The label with the highest score except root, the first of equal ones.
fn best_label<T: PartialOrd + Copy>(scores: &[T]) -> Deprel {
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
