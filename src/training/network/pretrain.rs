//! Initializes the table of words from text without annotation.
//!
//! Skip-gram with negative sampling (Mikolov et al. 2013, "Distributed representations of words and phrases and
//! their compositionality", NeurIPS), with a narrow window: neighbors within two words reflect how a word is used, a
//! wider window what the text is about.

use super::tensors::{dot, exp};
use crate::analysis::network::UNKNOWN;
use crate::analysis::network::{Tensor, add_scaled};
use crate::stable_random::Random;

/// Words on either side that a word is to predict.
const WINDOW: usize = 2;
/// Random words per neighbor that it is not to predict.
const NEGATIVES: usize = 5;
/// Rounds over the text.
const ROUNDS: usize = 6;
/// Size of the first step; the steps shrink to nothing towards the end.
const RATE: f32 = 0.05;
/// Entries of the table that random words are drawn from.
const DRAWS: usize = 1 << 20;
/// Standard deviation of the finished numbers; that of the random ones they replace.
const DEVIATION: f32 = 0.115;

/// Fills `table` from `sentences` of rows; words of few occurrences stand for the unknown one, too.
///
/// # Complexity
/// O(words of the text); about ten seconds a million.
pub(crate) fn pretrain(table: &mut Tensor, sentences: &[Vec<u32>], random: &mut Random) {
    let rows = table.data.len() / table.columns;
    let mut counts = vec![0_u32; rows];
    sentences.iter().flatten().for_each(|&row| counts[row as usize] += 1);
    let draws = draw_table(&counts);
    if draws.is_empty() {
        return;
    }
    let mut outputs = Tensor::zeros(rows, table.columns);
    let mut by_input = vec![0.0; table.columns];
    let total = sentences.iter().map(Vec::len).sum::<usize>() * ROUNDS;
    let mut seen = 0;
    for _ in 0..ROUNDS {
        for sentence in sentences {
            let rate = RATE * (1.0 - seen as f32 / total as f32);
            for at in 0..sentence.len() {
                let window = at.saturating_sub(WINDOW)..(at + WINDOW + 1).min(sentence.len());
                for neighbor in window.filter(|&neighbor| neighbor != at) {
                    let input = table.row_mut(sentence[at] as usize);
                    by_input.fill(0.0);
                    for draw in 0..=NEGATIVES {
                        let (row, is_real) = match draw {
                            0 => (sentence[neighbor], 1.0),
                            _ => (draws[random.next() as usize % DRAWS], 0.0),
                        };
                        let output = outputs.row_mut(row as usize);
                        let step = rate * (is_real - logistic(dot(input, output)));
                        add_scaled(&mut by_input, step, output);
                        add_scaled(output, step, input);
                    }
                    add_scaled(input, 1.0, &by_input);
                }
            }
            seen += sentence.len();
        }
    }
    set_unknown(table, &counts);
    scale(table);
}

/// Rows in proportion to their counts to the power of 3/4, as in the paper.
fn draw_table(counts: &[u32]) -> Vec<u32> {
    let weight = |&count: &u32| f64::from(count).sqrt() * f64::from(count).sqrt().sqrt();
    let total: f64 = counts.iter().map(weight).sum();
    let mut draws = Vec::with_capacity(DRAWS);
    let mut sum = 0.0;
    for (row, count) in counts.iter().enumerate() {
        sum += weight(count);
        while total > 0.0 && draws.len() < DRAWS && (draws.len() as f64) < sum / total * DRAWS as f64 {
            draws.push(row as u32);
        }
    }
    let last = draws.last().copied();
    draws.extend(last.into_iter().cycle().take(DRAWS - draws.len()));
    draws
}

/// The unknown word becomes the mean of the rare ones.
fn set_unknown(table: &mut Tensor, counts: &[u32]) {
    let rare: Vec<usize> = (1..counts.len()).filter(|&row| counts[row] > 0 && counts[row] < 6).collect();
    let mut mean = vec![0.0; table.columns];
    for &row in &rare {
        add_scaled(&mut mean, 1.0 / rare.len() as f32, table.row(row));
    }
    table.row_mut(UNKNOWN as usize).copy_from_slice(&mean);
}

fn scale(table: &mut Tensor) {
    let squares: f32 = table.data.iter().map(|value| value * value).sum();
    let factor = DEVIATION / (squares / table.data.len() as f32).sqrt().max(1e-9);
    table.data.iter_mut().for_each(|value| *value *= factor);
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_used_alike_come_near_to_each_other() {
        // 1 and 2 stand between the same words, 3 elsewhere.
        let sentences: Vec<Vec<u32>> =
            (0..900).map(|n| [vec![4, 1, 5], vec![4, 2, 5], vec![6, 3, 7]][n % 3].clone()).collect();
        let mut random = Random::new(1);
        let mut table = Tensor::zeros(8, 16);
        table.data.iter_mut().for_each(|value| *value = (random.next() % 200) as f32 / 1000.0 - 0.1);
        pretrain(&mut table, &sentences, &mut random);
        let near = |a: usize, b: usize| {
            dot(table.row(a), table.row(b)) / (dot(table.row(a), table.row(a)) * dot(table.row(b), table.row(b))).sqrt()
        };
        assert!(near(1, 2) > near(1, 3) + 0.2);
    }
}
