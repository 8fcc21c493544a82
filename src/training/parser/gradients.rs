//! Backpropagation: from derivatives by the scores of transitions and labels to derivatives by the network's tensors.

use crate::analysis::network::{
    HIDDEN, LABEL_HIDDEN, LABEL_PLACES, Network, PLACES, Part, Rows, Tensor, WIDTH, add_scaled,
};
use crate::analysis::parser::forward::Layers;
use crate::analysis::parser::inputs::{flags, label_flags, label_places, places};
use crate::analysis::parser::state::State;
use crate::training::network::{Transposed, WordGradients, dot, pass_back, silence};

/// The derivatives by the layers of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Gradients {
    state: Tensor,
    label: Tensor,
    words: WordGradients,
}

/// Passes `dy`, the derivative by `y = x * weights`, for one row `x`, on to `weights` (from row `first` on) and to `x`.
fn pass_row_back(x: &[f32], dy: &[f32], (weights, grads): (&Tensor, &mut Tensor), first: usize, dx: &mut [f32]) {
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
        self.words.start(length, 2);
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
        pass_row_back(hidden, scores, (&network[Part::Out], &mut grads[Part::Out]), 0, &mut by_hidden);
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
        pass_row_back(hidden, scores, (&network[Part::LabelOut], &mut grads[Part::LabelOut]), 0, &mut by_hidden);
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
        transposed: &Transposed,
        grads: &mut Network,
        layers: &Layers,
        rows: &[Rows],
        dropout: &[f32],
    ) {
        let context = (&layers.words.context.data[..], WIDTH);
        let by_context = &mut self.words.context.data;
        let by_state = (&self.state.data[..], PLACES * HIDDEN);
        pass_back(context, by_state, (&transposed.state, &mut grads[Part::State].data), by_context);
        let by_label = (&self.label.data[..], LABEL_PLACES * LABEL_HIDDEN);
        pass_back(context, by_label, (&transposed.label, &mut grads[Part::Label].data), by_context);
        self.words.finish(transposed, grads, &layers.words, rows, dropout);
    }
}
