//! Backpropagation through the layers of words.

use super::transposed::{Transposed, transpose};
use crate::analysis::network::{
    EMBEDDINGS, INPUT, MIXES, Network, Part, Rows, Tensor, WIDTH, WordLayers, add_products, add_scaled,
};

/// The derivatives by the layers of the words of one sentence.
#[derive(Debug, Default)]
pub(crate) struct WordGradients {
    /// By the vectors in context.
    pub(crate) context: Tensor,
    sums: [Tensor; MIXES.len()],
    embedded: Tensor,
}

impl WordGradients {
    /// Starts over with a sentence of `length` words and `others` vectors in context that are no words.
    pub(crate) fn start(&mut self, length: usize, others: usize) {
        self.context.reset(length + others, WIDTH);
        self.sums.iter_mut().for_each(|sum| sum.reset(length, WIDTH));
        self.embedded.reset(length, INPUT);
    }

    /// Passes the derivatives by the vectors in context back to the embeddings. `dropout` is what those vectors were
    /// multiplied by.
    pub(crate) fn finish(
        &mut self,
        transposed: &Transposed,
        grads: &mut Network,
        layers: &WordLayers,
        rows: &[Rows],
        dropout: &[f32],
    ) {
        let length = rows.len();
        self.context.data.iter_mut().zip(dropout).for_each(|(by_context, factor)| *by_context *= factor);
        add_scaled(&mut grads[Part::Special].data, 1.0, &self.context.data[length * WIDTH..]);
        self.context.data.truncate(length * WIDTH);
        for (at, &mix) in MIXES.iter().enumerate().rev() {
            let (before, after) = self.sums.split_at_mut(at + 1);
            let by_sum = after.first().unwrap_or(&self.context);
            let layer = (&layers.sums[at], &layers.mixed[at]);
            unmix(layer, by_sum, (&transposed.mixes[at], grads, mix), &mut before[at]);
        }
        let by_single = &mut self.sums[0];
        silence(&mut by_single.data, &layers.sums[0].data);
        add_all_rows(grads[Part::InputBias].row_mut(0), &by_single.data);
        let (by_single, input) = ((&by_single.data[..], WIDTH), (&layers.embedded.data[..], INPUT));
        let weights = (&transposed.input[..], &mut grads[Part::Input].data[..]);
        pass_back(input, by_single, weights, &mut self.embedded.data);
        for (at, rows) in rows.iter().enumerate() {
            let by_embedded = self.embedded.row(at);
            for (&(part, start, width), &row) in EMBEDDINGS.iter().zip(rows) {
                add_scaled(grads[part].row_mut(row as usize), 1.0, &by_embedded[start..start + width]);
            }
        }
    }
}

/// Passes `dy`, the derivative by `y = x * weights`, on to `weights` and to `x`; matrices with their columns, the weights
/// transposed.
pub(crate) fn pass_back(
    (x, x_columns): (&[f32], usize),
    (dy, dy_columns): (&[f32], usize),
    (transposed, grads): (&[f32], &mut [f32]),
    dx: &mut [f32],
) {
    let rows = x.len() / x_columns;
    if rows > 0 {
        add_products(dy, dy_columns, transposed, x_columns, dx);
        add_products(&transpose(x, x_columns), rows, dy, dy_columns, grads);
    }
}

/// Adds each row of `matrix` to `sum`.
pub(crate) fn add_all_rows(sum: &mut [f32], matrix: &[f32]) {
    matrix.chunks_exact(sum.len()).for_each(|row| add_scaled(sum, 1.0, row));
}

/// Where a rectified value is zero, so is its derivative.
pub(crate) fn silence(by_values: &mut [f32], values: &[f32]) {
    for (by_value, &value) in by_values.iter_mut().zip(values) {
        if value == 0.0 {
            *by_value = 0.0;
        }
    }
}

/// Passes `by_sum`, the derivative by `input + mixed`, on to `by_input`.
fn unmix(
    (input, mixed): (&Tensor, &Tensor),
    by_sum: &Tensor,
    (transposed, grads, (weights, bias, reach)): (&[Vec<f32>; 3], &mut Network, (Part, Part, usize)),
    by_input: &mut Tensor,
) {
    let length = input.data.len() / WIDTH;
    add_scaled(&mut by_input.data, 1.0, &by_sum.data);
    let mut by_mixed = by_sum.data.clone();
    silence(&mut by_mixed, &mixed.data);
    add_all_rows(grads[bias].row_mut(0), &by_mixed);
    let far = length.saturating_sub(reach) * WIDTH;
    let near = length * WIDTH - far;
    let whole = 0..length * WIDTH;
    // The words before, the words themselves, the words after, as they were mixed.
    let pairs = [(0..far, near..length * WIDTH), (whole.clone(), whole), (near..length * WIDTH, 0..far)];
    for (offset, (from, to)) in pairs.into_iter().enumerate() {
        let grads = &mut grads[weights].data[offset * WIDTH * WIDTH..][..WIDTH * WIDTH];
        let (x, dy) = ((&input.data[from.clone()], WIDTH), (&by_mixed[to], WIDTH));
        pass_back(x, dy, (&transposed[offset], grads), &mut by_input.data[from]);
    }
}
