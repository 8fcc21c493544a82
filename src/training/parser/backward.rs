//! Backpropagation: from derivatives by the network's outputs to derivatives by its tensors.

use super::tensors::dot;
use crate::analysis::parser::forward::Layers;
use crate::analysis::parser::inputs::{Rows, flags, label_flags, label_places, places};
use crate::analysis::parser::network::{
    EMBEDDINGS, HIDDEN, INPUT, LABEL_HIDDEN, LABEL_PLACES, MIXES, Network, PLACES, Part, Tensor, WIDTH, add_scaled,
};
use crate::analysis::parser::state::State;

/// The derivatives by the layers of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Gradients {
    state: Tensor,
    label: Tensor,
    context: Tensor,
    sums: [Tensor; MIXES.len()],
    embedded: Tensor,
}

/// Passes `dy`, the derivative by `y = x * weights`, on to `weights` (from row `first` on) and to `x`.
fn pass_back(x: &[f32], dy: &[f32], (weights, grads): (&Tensor, &mut Tensor), first: usize, dx: &mut [f32]) {
    for (at, (&x, dx)) in x.iter().zip(dx).enumerate() {
        *dx += dot(weights.row(first + at), dy);
        if x != 0.0 {
            add_scaled(grads.row_mut(first + at), x, dy);
        }
    }
}

impl Gradients {
    /// Starts over with a sentence of `length` words.
    pub(crate) fn start(&mut self, length: usize) {
        self.state.reset(length + 2, PLACES * HIDDEN);
        self.label.reset(length + 2, LABEL_PLACES * LABEL_HIDDEN);
        self.context.reset(length + 2, WIDTH);
        self.sums.iter_mut().for_each(|sum| sum.reset(length, WIDTH));
        self.embedded.reset(length, INPUT);
    }

    /// Adds the derivatives of one choice of a transition, given those by its scores.
    pub(crate) fn add_transition(
        &mut self,
        (network, grads): (&Network, &mut Network),
        state: &State,
        hidden: &[f32; HIDDEN],
        scores: &[f32; 3],
    ) {
        let mut by_hidden = [0.0; HIDDEN];
        add_scaled(grads[Part::OutBias].row_mut(0), 1.0, scores);
        pass_back(hidden, scores, (&network[Part::Out], &mut grads[Part::Out]), 0, &mut by_hidden);
        silence(&mut by_hidden, hidden);
        add_scaled(grads[Part::StateBias].row_mut(0), 1.0, &by_hidden);
        for flag in flags(state) {
            add_scaled(grads[Part::StateFlags].row_mut(flag), 1.0, &by_hidden);
        }
        for (place, token) in places(state).into_iter().enumerate() {
            add_scaled(&mut self.state.row_mut(token)[place * HIDDEN..][..HIDDEN], 1.0, &by_hidden);
        }
    }

    /// Adds the derivatives of the choice of a label, given those by its scores.
    pub(crate) fn add_label(
        &mut self,
        (network, grads): (&Network, &mut Network),
        (state, arc): (&State, (usize, usize)),
        hidden: &[f32; LABEL_HIDDEN],
        scores: &[f32],
    ) {
        let mut by_hidden = [0.0; LABEL_HIDDEN];
        add_scaled(grads[Part::LabelOutBias].row_mut(0), 1.0, scores);
        pass_back(hidden, scores, (&network[Part::LabelOut], &mut grads[Part::LabelOut]), 0, &mut by_hidden);
        silence(&mut by_hidden, hidden);
        add_scaled(grads[Part::LabelBias].row_mut(0), 1.0, &by_hidden);
        for flag in label_flags(state, arc.0, arc.1) {
            add_scaled(grads[Part::LabelFlags].row_mut(flag), 1.0, &by_hidden);
        }
        for (place, token) in label_places(state, arc.0, arc.1).into_iter().enumerate() {
            add_scaled(&mut self.label.row_mut(token)[place * LABEL_HIDDEN..][..LABEL_HIDDEN], 1.0, &by_hidden);
        }
    }

    /// Passes everything added back to the embeddings. `dropout` is what the vectors in context were multiplied by.
    pub(crate) fn finish(
        &mut self,
        network: &Network,
        grads: &mut Network,
        layers: &Layers,
        rows: &[Rows],
        dropout: &[f32],
    ) {
        let length = rows.len();
        for at in 0..length + 2 {
            let (x, by_context) = (layers.context.row(at), self.context.row_mut(at));
            pass_back(x, self.state.row(at), (&network[Part::State], &mut grads[Part::State]), 0, by_context);
            pass_back(x, self.label.row(at), (&network[Part::Label], &mut grads[Part::Label]), 0, by_context);
        }
        self.context.data.iter_mut().zip(dropout).for_each(|(by_context, factor)| *by_context *= factor);
        add_scaled(&mut grads[Part::Special].data, 1.0, &self.context.data[length * WIDTH..]);
        self.context.data.truncate(length * WIDTH);
        for (at, &mix) in MIXES.iter().enumerate().rev() {
            let (before, after) = self.sums.split_at_mut(at + 1);
            let by_sum = after.first().unwrap_or(&self.context);
            unmix((&layers.sums[at], &layers.mixed[at]), by_sum, (network, grads, mix), &mut before[at]);
        }
        for (at, rows) in rows.iter().enumerate() {
            let by_single = self.sums[0].row_mut(at);
            silence(by_single, layers.sums[0].row(at));
            add_scaled(grads[Part::InputBias].row_mut(0), 1.0, by_single);
            let by_embedded = self.embedded.row_mut(at);
            let weights = (&network[Part::Input], &mut grads[Part::Input]);
            pass_back(layers.embedded.row(at), by_single, weights, 0, by_embedded);
            for (&(part, start, width), &row) in EMBEDDINGS.iter().zip(rows) {
                add_scaled(grads[part].row_mut(row as usize), 1.0, &by_embedded[start..start + width]);
            }
        }
    }
}

/// Where a rectified value is zero, so is its derivative.
fn silence(by_values: &mut [f32], values: &[f32]) {
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
    (network, grads, (weights, bias, reach)): (&Network, &mut Network, (Part, Part, usize)),
    by_input: &mut Tensor,
) {
    let length = input.data.len() / WIDTH;
    let mut by_mixed = [0.0; WIDTH];
    add_scaled(&mut by_input.data, 1.0, &by_sum.data);
    for at in 0..length {
        by_mixed.copy_from_slice(by_sum.row(at));
        silence(&mut by_mixed, mixed.row(at));
        add_scaled(grads[bias].row_mut(0), 1.0, &by_mixed);
        for offset in 0..3 {
            if let Some(neighbor) = (at + offset * reach).checked_sub(reach).filter(|&neighbor| neighbor < length) {
                let pair = (&network[weights], &mut grads[weights]);
                pass_back(input.row(neighbor), &by_mixed, pair, offset * WIDTH, by_input.row_mut(neighbor));
            }
        }
    }
}
