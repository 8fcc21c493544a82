//! Computes the scores of transitions and labels.

use super::inputs::{FLAG_INPUTS, flags, label_flags, label_places, places};
use super::state::State;
use crate::analysis::labels::Deprel;
use crate::analysis::network::{
    HIDDEN, LABEL_HIDDEN, LABEL_PLACES, Network, PLACES, Part, Tensor, WIDTH, WordLayers, add_product, add_products,
    add_rows, add_scaled, rectify,
};

/// The layers for the words of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    /// The last two vectors in context are those of root and nothing.
    pub(crate) words: WordLayers,
    /// What each word adds to the hidden layer at each place of the state.
    pub(crate) state: Tensor,
    /// The same for labels.
    pub(crate) label: Tensor,
}

impl Layers {
    /// Computes what every word adds to the hidden layers.
    pub(crate) fn project(&mut self, network: &Network) {
        let rows = self.words.context.data.len() / WIDTH;
        self.state.reset(rows, PLACES * HIDDEN);
        self.label.reset(rows, LABEL_PLACES * LABEL_HIDDEN);
        for (part, out) in [(Part::State, &mut self.state), (Part::Label, &mut self.label)] {
            add_products(&self.words.context.data, WIDTH, &network[part].data, out.columns, &mut out.data);
        }
    }

    /// The hidden layer of the state, after rectification.
    #[inline]
    pub(crate) fn hidden(&self, network: &Network, state: &State) -> [f32; HIDDEN] {
        let mut hidden = [0.0; HIDDEN];
        hidden.copy_from_slice(network[Part::StateBias].row(0));
        let (places, flags) = (places(state), flags(state));
        let mut rows: [&[f32]; PLACES + FLAG_INPUTS] = [&[]; PLACES + FLAG_INPUTS];
        for (place, token) in places.into_iter().enumerate() {
            rows[place] = &self.state.row(token)[place * HIDDEN..][..HIDDEN];
        }
        for (at, flag) in flags.into_iter().enumerate() {
            rows[PLACES + at] = network[Part::StateFlags].row(flag);
        }
        add_rows(&mut hidden, &rows);
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
