//! Computes the scores of transitions and labels.

use super::inputs::{Rows, flags, label_flags, label_places, places};
use super::network::{
    EMBEDDINGS, HIDDEN, INPUT, LABEL_HIDDEN, LABEL_PLACES, MIXES, Network, PLACES, Part, Tensor, WIDTH, add_product,
    add_scaled, rectify,
};
use super::state::State;
use crate::analysis::labels::Deprel;

/// The layers for the words of one sentence; the last two rows of those that have them are root and nothing.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    /// Concatenated embeddings.
    pub(crate) embedded: Tensor,
    /// Vectors of single words, then the sum with what each convolution but the last adds.
    pub(crate) sums: [Tensor; MIXES.len()],
    /// What each convolution adds.
    pub(crate) mixed: [Tensor; MIXES.len()],
    /// Vectors of words in context.
    pub(crate) context: Tensor,
    /// What each word adds to the hidden layer at each place of the state.
    pub(crate) state: Tensor,
    /// The same for labels.
    pub(crate) label: Tensor,
}

impl Layers {
    /// Computes the embedding of every word.
    pub(crate) fn embed(&mut self, network: &Network, rows: &[Rows]) {
        self.embedded.reset(rows.len(), INPUT);
        for (at, rows) in rows.iter().enumerate() {
            let out = self.embedded.row_mut(at);
            for (&(part, start, width), &row) in EMBEDDINGS.iter().zip(rows) {
                out[start..start + width].copy_from_slice(network[part].row(row as usize));
            }
        }
    }

    /// Computes the vectors in context from the embeddings.
    pub(crate) fn contextualize(&mut self, network: &Network) {
        let length = self.embedded.data.len() / INPUT;
        self.sums[0].reset(length, WIDTH);
        for at in 0..length {
            let out = self.sums[0].row_mut(at);
            out.copy_from_slice(network[Part::InputBias].row(0));
            add_product(out, self.embedded.row(at), &network[Part::Input], 0);
            rectify(out);
        }
        for (at, &(weights, bias, reach)) in MIXES.iter().enumerate() {
            mix_neighbors(&self.sums[at], (&network[weights], &network[bias], reach), &mut self.mixed[at]);
            let (before, after) = self.sums.split_at_mut(at + 1);
            sum(&before[at], &self.mixed[at], after.first_mut().unwrap_or(&mut self.context));
        }
        self.context.data.extend_from_slice(&network[Part::Special].data);
    }

    /// Computes what every word adds to the hidden layers.
    pub(crate) fn project(&mut self, network: &Network) {
        let rows = self.context.data.len() / WIDTH;
        self.state.reset(rows, PLACES * HIDDEN);
        self.label.reset(rows, LABEL_PLACES * LABEL_HIDDEN);
        for at in 0..rows {
            add_product(self.state.row_mut(at), self.context.row(at), &network[Part::State], 0);
            add_product(self.label.row_mut(at), self.context.row(at), &network[Part::Label], 0);
        }
    }

    /// The hidden layer of the state, after rectification.
    #[inline]
    pub(crate) fn hidden(&self, network: &Network, state: &State) -> [f32; HIDDEN] {
        let mut hidden = [0.0; HIDDEN];
        hidden.copy_from_slice(network[Part::StateBias].row(0));
        for (place, token) in places(state).into_iter().enumerate() {
            add_scaled(&mut hidden, 1.0, &self.state.row(token)[place * HIDDEN..][..HIDDEN]);
        }
        for flag in flags(state) {
            add_scaled(&mut hidden, 1.0, network[Part::StateFlags].row(flag));
        }
        rectify(&mut hidden);
        hidden
    }

    /// The hidden layer of the label of an arc, after rectification.
    #[inline]
    pub(crate) fn label_hidden(&self, network: &Network, state: &State, arc: (usize, usize)) -> [f32; LABEL_HIDDEN] {
        let mut hidden = [0.0; LABEL_HIDDEN];
        hidden.copy_from_slice(network[Part::LabelBias].row(0));
        for (place, token) in label_places(state, arc.0, arc.1).into_iter().enumerate() {
            add_scaled(&mut hidden, 1.0, &self.label.row(token)[place * LABEL_HIDDEN..][..LABEL_HIDDEN]);
        }
        for flag in label_flags(state, arc.0, arc.1) {
            add_scaled(&mut hidden, 1.0, network[Part::LabelFlags].row(flag));
        }
        rectify(&mut hidden);
        hidden
    }
}

/// Scores of the three transitions from their hidden layer.
pub(crate) fn transition_scores(network: &Network, hidden: &[f32; HIDDEN]) -> [f32; 3] {
    let mut scores = [0.0; 3];
    scores.copy_from_slice(network[Part::OutBias].row(0));
    add_product(&mut scores, hidden, &network[Part::Out], 0);
    scores
}

/// Scores of the labels from their hidden layer.
pub(crate) fn label_scores(network: &Network, hidden: &[f32; LABEL_HIDDEN]) -> [f32; Deprel::ALL.len()] {
    let mut scores = [0.0; Deprel::ALL.len()];
    scores.copy_from_slice(network[Part::LabelOutBias].row(0));
    add_product(&mut scores, hidden, &network[Part::LabelOut], 0);
    scores
}

/// A convolution over each word and the two words that are `reach` away, rectified.
fn mix_neighbors(input: &Tensor, (weights, bias, reach): (&Tensor, &Tensor, usize), out: &mut Tensor) {
    let length = input.data.len() / WIDTH;
    out.reset(length, WIDTH);
    for at in 0..length {
        let row = out.row_mut(at);
        row.copy_from_slice(bias.row(0));
        for offset in 0..3 {
            if let Some(neighbor) = (at + offset * reach).checked_sub(reach).filter(|&neighbor| neighbor < length) {
                add_product(row, input.row(neighbor), weights, offset * WIDTH);
            }
        }
        rectify(row);
    }
}

fn sum(a: &Tensor, b: &Tensor, out: &mut Tensor) {
    out.columns = WIDTH;
    out.data.clear();
    out.data.extend(a.data.iter().zip(&b.data).map(|(a, b)| a + b));
}
