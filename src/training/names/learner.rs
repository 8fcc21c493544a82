//! Learns the weights of a conditional random field by gradient steps.

use super::recipe::Recipe;
use super::training_corpus::{Corpus, Example};
use crate::analysis::names::lattice::{Factors, Lattice, NEVER, Row, Transitions};
use crate::analysis::names::name_features::LEXICAL;
use crate::analysis::names::name_kind::{OUTSIDE, TAGS, WIDTH};
use crate::stable_random::Random;
use crate::training::progress::{OnProgress, Progress};

/// Start of the sums of squared gradients; tames the first steps of rare features.
const SQUARES: f32 = 0.1;
/// Tokens whose right tags are nearly certain are skipped: they would take most of the time and change nothing.
const CERTAIN: f32 = 0.003;

/// Weights under way.
pub(crate) struct Learner {
    weights: Vec<Row>,
    squares: Vec<Row>,
    transitions: Transitions,
    transition_squares: [Row; TAGS],
    learns_transitions: bool,
    rate: f32,
    hide_lexical: u64,
    hide_other: u64,
    buffers: Buffers,
}

#[derive(Default)]
struct Buffers {
    /// Features in use of each token, hidden ones left out, and per token their end.
    active: Vec<u32>,
    ends: Vec<usize>,
    scores: Vec<Row>,
    free: Lattice,
    bound: Lattice,
    guessed: Vec<Row>,
    wanted: Vec<Row>,
}

impl Learner {
    /// A learner that knows nothing.
    pub(crate) fn new(features: usize, recipe: &Recipe) -> Self {
        Self {
            weights: vec![[0.0; WIDTH]; features],
            squares: vec![[SQUARES; WIDTH]; features],
            transitions: Transitions::default(),
            transition_squares: [[SQUARES; WIDTH]; TAGS],
            learns_transitions: true,
            rate: recipe.rate,
            hide_lexical: recipe.hide_lexical,
            hide_other: recipe.hide_other,
            buffers: Buffers::default(),
        }
    }

    /// A learner of other features that takes over the transitions and leaves them as they are.
    pub(crate) fn follower(&self, features: usize, recipe: &Recipe) -> Self {
        Self { transitions: self.transitions.clone(), learns_transitions: false, ..Self::new(features, recipe) }
    }

    pub(crate) fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    pub(crate) fn weights(&self) -> &[Row] {
        &self.weights
    }

    pub(crate) fn weights_mut(&mut self) -> &mut [Row] {
        &mut self.weights
    }

    /// Learns from every sentence `rounds` times in random order, with steps that shrink to a tenth.
    pub(crate) fn run(
        &mut self,
        step: &'static str,
        rounds: usize,
        (corpus, with_silver): (&Corpus, bool),
        random: &mut Random,
        progress: OnProgress,
    ) {
        let is_used = |example: &Example| with_silver || !example.is_silver;
        let mut order: Vec<usize> = (0..corpus.examples.len()).filter(|&at| is_used(&corpus.examples[at])).collect();
        let full = self.rate;
        for round in 0..rounds {
            random.shuffle(&mut order);
            let mut error = 0.0;
            for (done, &index) in order.iter().enumerate() {
                let share = (round as f32 + done as f32 / order.len() as f32) / rounds as f32;
                self.rate = full * (1.0 - 0.9 * share);
                error += self.learn(corpus, &corpus.examples[index], random);
            }
            let accuracy = 1.0 - error / corpus.ends.len().max(1) as f64;
            progress(Progress { step, round: round + 1, rounds, accuracy });
        }
        self.rate = full;
    }

    /// One step for one sentence; returns the sum over its tokens of the probability given to wrong tags.
    fn learn(&mut self, corpus: &Corpus, example: &Example, random: &mut Random) -> f64 {
        self.score(corpus, example, random);
        let factors = self.transitions.factors();
        let buffers = &mut self.buffers;
        buffers.free.load(&buffers.scores, None);
        buffers.free.marginals(&factors, &mut buffers.guessed);
        let allowed = &corpus.allowed[example.tokens.clone()];
        buffers.bound.load(&buffers.scores, Some(allowed));
        let is_open = allowed.iter().any(|bits| bits.count_ones() != 1);
        if is_open {
            buffers.bound.marginals(&factors, &mut buffers.wanted);
        } else {
            buffers.wanted.clear();
            buffers.wanted.extend(allowed.iter().map(|bits| certain(bits.trailing_zeros() as usize)));
        }
        self.step(example, &factors, is_open)
    }

    /// Sums the weights of each token to scores.
    fn score(&mut self, corpus: &Corpus, example: &Example, random: &mut Random) {
        let Buffers { active, ends, scores, .. } = &mut self.buffers;
        active.clear();
        ends.clear();
        scores.clear();
        for token in example.tokens.clone() {
            let mut row = corpus.fixed.get(token).copied().unwrap_or([0.0; WIDTH]);
            for &id in corpus.features_of(token) {
                let share =
                    if corpus.features[id as usize] & LEXICAL != 0 { self.hide_lexical } else { self.hide_other };
                if share > 0 && random.chance(share) {
                    continue;
                }
                active.push(id);
                row.iter_mut().zip(&self.weights[id as usize]).for_each(|(sum, weight)| *sum += weight);
            }
            scores.push(row);
            ends.push(active.len());
        }
    }

    fn step(&mut self, example: &Example, factors: &Factors, is_open: bool) -> f64 {
        let mut error = 0.0;
        let mut pairs = [[0.0; WIDTH]; TAGS];
        let mut any_pairs = false;
        let (mut start, mut was_wrong) = (0, false);
        for at in 0..self.buffers.ends.len() {
            let end = self.buffers.ends[at];
            let (wanted, guessed) = (&self.buffers.wanted[at], &self.buffers.guessed[at]);
            let mut gradient: Row = std::array::from_fn(|tag| wanted[tag] - guessed[tag]);
            let size = gradient.iter().map(|value| value.abs()).fold(0.0, f32::max);
            error += f64::from(gradient.iter().map(|value| value.max(0.0)).sum::<f32>());
            let is_wrong = size > CERTAIN;
            if self.learns_transitions && at > 0 && (is_wrong || was_wrong) {
                self.count_pairs(factors, at, is_open, &mut pairs);
                any_pairs = true;
            }
            was_wrong = is_wrong;
            if is_wrong {
                gradient.iter_mut().for_each(|value| *value *= example.weight);
                for &id in &self.buffers.active[start..end] {
                    climb(&mut self.weights[id as usize], &mut self.squares[id as usize], &gradient, self.rate);
                }
            }
            start = end;
        }
        if any_pairs {
            self.climb_transitions(&mut pairs, example.weight);
        }
        error
    }

    /// Adds the wanted less the guessed probabilities of the pair of tags that ends at `at`.
    fn count_pairs(&self, factors: &Factors, at: usize, is_open: bool, pairs: &mut [Row; TAGS]) {
        let Buffers { free, bound, wanted, .. } = &self.buffers;
        add_pairs(free, factors, at, -1.0, pairs);
        if is_open {
            add_pairs(bound, factors, at, 1.0, pairs);
        } else {
            let tag_of = |row: &Row| row.iter().position(|&value| value > 0.5).unwrap_or_default();
            pairs[tag_of(&wanted[at - 1])][tag_of(&wanted[at])] += 1.0;
        }
    }

    fn climb_transitions(&mut self, pairs: &mut [Row; TAGS], weight: f32) {
        let rows = self.transitions.0.iter_mut().zip(&mut self.transition_squares).zip(pairs);
        for ((scores, squares), gradient) in rows {
            for (value, score) in gradient.iter_mut().zip(scores.iter()) {
                *value = if *score <= NEVER / 2.0 { 0.0 } else { *value * weight };
            }
            climb(scores, squares, gradient, self.rate);
        }
    }

    /// Raises the score of every step to a token outside names.
    pub(crate) fn favor_outside(&mut self, score: f32) {
        let rows = self.transitions.0.iter_mut().filter(|row| row[OUTSIDE] > NEVER / 2.0);
        rows.for_each(|row| row[OUTSIDE] += score);
    }

    /// Marks the `count` heaviest features of the model, and all private ones.
    ///
    /// Weight is the Euclidean length of the row times the logarithm of the frequency: a heavy feature seen three
    /// times is worth less than a lighter one seen often.
    pub(crate) fn heaviest(&self, corpus: &Corpus, count: usize) -> Vec<bool> {
        let mut frequency = vec![0_u32; self.weights.len()];
        corpus.ids.iter().for_each(|&id| frequency[id as usize] += 1);
        let weight = |id: usize| {
            let length: f32 = self.weights[id].iter().map(|value| value * value).sum::<f32>().sqrt();
            length * (1.0 + frequency[id] as f32).ln()
        };
        let mut public: Vec<(f32, usize)> =
            (0..self.weights.len()).filter(|&id| !corpus.is_private[id]).map(|id| (weight(id), id)).collect();
        public.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut kept = corpus.is_private.clone();
        public.iter().take(count).for_each(|&(_, id)| kept[id] = true);
        kept
    }

    /// Forgets the features that are not kept.
    pub(crate) fn keep(&mut self, kept: &[bool]) {
        for rows in [&mut self.weights, &mut self.squares] {
            let mut flags = kept.iter();
            rows.retain(|_| flags.next().copied().unwrap_or(false));
        }
    }

    /// Scores and tag probabilities of a sentence with some lexical features hidden.
    pub(crate) fn look(&mut self, corpus: &Corpus, example: &Example, random: &mut Random) -> (&[Row], &[Row]) {
        self.score(corpus, example, random);
        let Buffers { scores, free, guessed, .. } = &mut self.buffers;
        free.load(scores, None);
        free.marginals(&self.transitions.factors(), guessed);
        (scores, guessed)
    }

    /// Sets the share of lexical features that is hidden, in percent; others are not hidden any more.
    pub(crate) fn hide(&mut self, percent: u64) {
        (self.hide_lexical, self.hide_other) = (percent, 0);
    }
}

/// Adds the probability of each pair of tags at `index - 1` and `index` to `out`, times `weight`.
///
/// Call after [`Lattice::marginals`]; `index` is at least 1.
fn add_pairs(lattice: &Lattice, factors: &Factors, index: usize, weight: f32, out: &mut [Row; TAGS]) {
    let mut after = lattice.backward[index];
    after.iter_mut().zip(&lattice.factors[index]).for_each(|(value, factor)| *value *= factor);
    let mut pairs = factors.0;
    let mut total = 0.0;
    for (row, before) in pairs.iter_mut().zip(&lattice.forward[index - 1]) {
        for (value, after) in row.iter_mut().zip(&after) {
            *value *= before * after;
            total += *value;
        }
    }
    if total > 0.0 {
        let factor = weight / total;
        for (sum, row) in out.iter_mut().zip(&pairs) {
            sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += factor * value);
        }
    }
}

fn certain(tag: usize) -> Row {
    let mut row = [0.0; WIDTH];
    row[tag] = 1.0;
    row
}

/// One step of AdaGrad up a gradient.
fn climb(weights: &mut Row, squares: &mut Row, gradient: &Row, rate: f32) {
    for ((weight, square), value) in weights.iter_mut().zip(squares).zip(gradient) {
        *square += value * value;
        *weight += rate * value / square.sqrt();
    }
}
