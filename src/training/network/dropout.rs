//! Hides words and numbers at random, so that the network does not rely on any of them.

use crate::analysis::network::{Rows, UNKNOWN};
use crate::stable_random::Random;

/// What a number is multiplied by: nothing with the probability `percent`, otherwise more than one to make up for it.
pub(crate) fn dropout_factor(random: &mut Random, percent: u64) -> f32 {
    if random.chance(percent) { 0.0 } else { 100.0 / (100 - percent) as f32 }
}

/// Multiplies `values` by random factors, which replace `factors`.
pub(crate) fn drop_numbers(values: &mut [f32], factors: &mut Vec<f32>, random: &mut Random, percent: u64) {
    factors.clear();
    for value in values {
        let factor = dropout_factor(random, percent);
        factors.push(factor);
        *value *= factor;
    }
}

/// Takes words for unknown ones: one seen `n` times with the probability `a / (a + n)`, `a` in hundredths.
pub(crate) fn drop_words(rows: &mut [Rows], frequencies: &[u32], random: &mut Random, a: u64) {
    for row in rows {
        let n = u64::from(frequencies[row[0] as usize]) * 100;
        if random.next() % (a + n).max(1) < a {
            row[0] = UNKNOWN;
        }
    }
}
