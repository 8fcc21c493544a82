//! Finds the best sequence of tags and the probability of each tag.
//!
//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001, ICML). Every function
//! is linear in the number of tokens.

use super::name_kind::{OUTSIDE, TAGS, WIDTH, is_open, may_follow};

/// One score per tag, padded.
pub(crate) type Row = [f32; WIDTH];

/// Score of an impossible transition; finite, so that sums can be compared.
pub(crate) const NEVER: f32 = -1.0e6;

/// Scores of a tag (first index) followed by another; [`NEVER`] where the second may not follow.
#[derive(Debug, Clone)]
pub(crate) struct Transitions(pub(crate) [Row; TAGS]);

impl Default for Transitions {
    fn default() -> Self {
        let mut rows = [[NEVER; WIDTH]; TAGS];
        for (tag, row) in rows.iter_mut().enumerate() {
            for (next, score) in row.iter_mut().enumerate().take(TAGS) {
                if may_follow(tag, next) {
                    *score = 0.0;
                }
            }
        }
        Self(rows)
    }
}

impl Transitions {
    /// The factors `exp(score)` of the transitions.
    pub(crate) fn factors(&self) -> Factors {
        let mut rows = [[0.0; WIDTH]; TAGS];
        for (row, scores) in rows.iter_mut().zip(&self.0) {
            for (factor, score) in row.iter_mut().zip(scores).take(TAGS) {
                *factor = score.exp();
            }
        }
        Factors(rows)
    }
}

/// Factors of transitions, 0 where the second tag may not follow.
#[derive(Debug, Clone)]
pub(crate) struct Factors(pub(crate) [Row; TAGS]);

/// Scores at the start of a sentence: a name cannot be open already.
fn start_scores() -> Row {
    let mut row = [NEVER; WIDTH];
    for (tag, score) in row.iter_mut().enumerate().take(TAGS) {
        if may_follow(OUTSIDE, tag) {
            *score = 0.0;
        }
    }
    row
}

/// Buffers for [`viterbi`], kept between sentences.
#[derive(Debug, Default)]
pub(crate) struct Backpointers(Vec<[u8; WIDTH]>);

/// Finds the tag sequence with the highest sum of scores (Viterbi 1967) and writes it to `path`.
///
/// `emissions` has one row per token; `path` gets one tag per token.
pub(crate) fn viterbi(emissions: &[Row], transitions: &Transitions, back: &mut Backpointers, path: &mut Vec<u8>) {
    path.clear();
    let Some(first) = emissions.first() else { return };
    back.0.clear();
    back.0.resize(emissions.len(), [0; WIDTH]);
    let mut best = start_scores();
    add(&mut best, first);
    for (emission, pointers) in emissions.iter().zip(&mut back.0).skip(1) {
        let mut next = [4.0 * NEVER; WIDTH];
        for (tag, (&score, row)) in best.iter().zip(&transitions.0).enumerate() {
            for ((value, pointer), step) in next.iter_mut().zip(pointers.iter_mut()).zip(row) {
                let candidate = score + step;
                let better = candidate > *value;
                *value = if better { candidate } else { *value };
                *pointer = if better { tag as u8 } else { *pointer };
            }
        }
        add(&mut next, emission);
        best = next;
    }
    let mut tag = best_closed(&best);
    path.resize(emissions.len(), 0);
    for (slot, pointers) in path.iter_mut().zip(&back.0).rev() {
        *slot = tag;
        tag = pointers[tag as usize];
    }
}

fn add(row: &mut Row, other: &Row) {
    for (value, more) in row.iter_mut().zip(other) {
        *value += more;
    }
}

/// The best tag after which no name is open.
fn best_closed(scores: &Row) -> u8 {
    let closed = (0..TAGS).filter(|&tag| !is_open(tag));
    closed.max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or_default() as u8
}

/// Forward and backward factors of a sentence, kept between sentences.
#[derive(Debug, Default)]
pub(crate) struct Lattice {
    /// `exp(emission)`, scaled so that the largest is 1; then 0 where a tag is not allowed.
    pub(crate) factors: Vec<Row>,
    pub(crate) forward: Vec<Row>,
    pub(crate) backward: Vec<Row>,
}

impl Lattice {
    /// Fills `factors` from scores. `allowed` may restrict each token to the tags of a bit set.
    pub(crate) fn load(&mut self, emissions: &[Row], allowed: Option<&[u32]>) {
        self.factors.clear();
        self.factors.extend(emissions.iter().map(|row| {
            let highest = row[..TAGS].iter().copied().fold(f32::MIN, f32::max);
            let mut factors = [0.0; WIDTH];
            for (factor, score) in factors.iter_mut().zip(row).take(TAGS) {
                *factor = (score - highest).exp();
            }
            factors
        }));
        for (row, &bits) in self.factors.iter_mut().zip(allowed.unwrap_or_default()) {
            for (tag, factor) in row.iter_mut().enumerate() {
                // An allowed tag keeps a trace of probability, so that a bad model does not give all of them zero.
                *factor = if bits & (1 << tag) == 0 { 0.0 } else { factor.max(1.0e-20) };
            }
        }
    }

    /// Runs forward and backward (Rabiner 1989, Proceedings of the IEEE 77(2), section III) and writes the probability
    /// of each tag of each token to `out`. Rows are scaled at each step, so nothing under- or overflows.
    pub(crate) fn marginals(&mut self, factors: &Factors, out: &mut Vec<Row>) {
        let count = self.factors.len();
        out.clear();
        self.forward.clear();
        self.backward.clear();
        self.backward.resize(count, [0.0; WIDTH]);
        self.run_forward(factors);
        self.run_backward(factors);
        out.extend(self.forward.iter().zip(&self.backward).map(|(forward, backward)| {
            let mut row = *forward;
            row.iter_mut().zip(backward).for_each(|(value, factor)| *value *= factor);
            scale(&mut row);
            row
        }));
    }

    fn run_forward(&mut self, factors: &Factors) {
        let start = start_scores();
        for (index, emission) in self.factors.iter().enumerate() {
            let mut row = [0.0; WIDTH];
            if let Some(previous) = index.checked_sub(1).map(|at| self.forward[at]) {
                for (value, step) in previous.iter().zip(&factors.0) {
                    row.iter_mut().zip(step).for_each(|(sum, factor)| *sum += value * factor);
                }
            } else {
                row.iter_mut().zip(start).for_each(|(sum, score)| *sum = if score < 0.0 { 0.0 } else { 1.0 });
            }
            row.iter_mut().zip(emission).for_each(|(value, factor)| *value *= factor);
            scale(&mut row);
            self.forward.push(row);
        }
    }

    fn run_backward(&mut self, factors: &Factors) {
        let mut after = [0.0; WIDTH];
        (0..TAGS).filter(|&tag| !is_open(tag)).for_each(|tag| after[tag] = 1.0);
        for index in (0..self.factors.len()).rev() {
            self.backward[index] = after;
            let mut next = after;
            next.iter_mut().zip(&self.factors[index]).for_each(|(value, factor)| *value *= factor);
            for (value, step) in after.iter_mut().zip(&factors.0) {
                *value = step.iter().zip(&next).map(|(factor, value)| factor * value).sum();
            }
            scale(&mut after);
        }
    }
}

/// Scales a row to the sum 1; leaves a row of zeros alone.
fn scale(row: &mut Row) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        let factor = 1.0 / sum;
        row.iter_mut().for_each(|value| *value *= factor);
    }
}

#[cfg(test)]
mod tests {
    use super::super::name_kind::{NameKind, Place, tag};
    use super::*;

    fn row(scores: &[(usize, f32)]) -> Row {
        let mut row = [0.0; WIDTH];
        scores.iter().for_each(|&(tag, score)| row[tag] = score);
        row
    }

    fn best(emissions: &[Row]) -> Vec<u8> {
        let mut path = Vec::new();
        viterbi(emissions, &Transitions::default(), &mut Backpointers::default(), &mut path);
        path
    }

    #[test]
    fn the_best_path_never_leaves_a_name_open() {
        let begin = tag(NameKind::Person, Place::Begin);
        let last = tag(NameKind::Person, Place::Last);
        assert_eq!(best(&[row(&[(begin, 2.0)]), row(&[(last, 1.0)])]), [begin as u8, last as u8]);
        let alone = best(&[row(&[(begin, 2.0)])]);
        assert!(!is_open(alone[0] as usize));
        assert!(best(&[]).is_empty());
    }

    #[test]
    fn probabilities_of_a_token_sum_to_one() {
        let emissions = [row(&[(1, 3.0)]), row(&[(3, 1.0), (0, 0.5)]), row(&[(4, 90.0)])];
        let (mut lattice, mut out) = (Lattice::default(), Vec::new());
        lattice.load(&emissions, None);
        lattice.marginals(&Transitions::default().factors(), &mut out);
        for row in &out {
            assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-4);
        }
        assert!(out[2][4] > 0.99);
    }

    #[test]
    fn a_long_sentence_neither_under_nor_overflows() {
        let emissions = vec![row(&[(1, 30.0), (3, 29.0), (0, -20.0)]); 5_000];
        let (mut lattice, mut out) = (Lattice::default(), Vec::new());
        lattice.load(&emissions, None);
        lattice.marginals(&Transitions::default().factors(), &mut out);
        assert!(out.iter().flatten().all(|value| value.is_finite()));
    }

    #[test]
    fn allowed_tags_take_all_the_probability() {
        let emissions = [row(&[(0, 9.0)])];
        let unit = tag(NameKind::Place, Place::Unit);
        let (mut lattice, mut out) = (Lattice::default(), Vec::new());
        lattice.load(&emissions, Some(&[1 << unit]));
        lattice.marginals(&Transitions::default().factors(), &mut out);
        assert!((out[0][unit] - 1.0).abs() < 1e-6);
    }
}
