//! Computes vectors of words in context.

use super::product::add_products;
use super::tensors::{EMBEDDINGS, INPUT, MIXES, Network, Part, TRAINED, Tensor, WIDTH, rectify};
use super::vocabulary::{Rows, VECTOR};
use crate::analysis::word_vectors::WordVectors;

/// The layers for the words of one sentence.
#[derive(Debug, Default)]
pub(crate) struct WordLayers {
    /// Concatenated embeddings.
    pub(crate) embedded: Tensor,
    /// Vectors of single words, then the sum with what each convolution but the last adds.
    pub(crate) sums: [Tensor; MIXES.len()],
    /// What each convolution adds.
    pub(crate) mixed: [Tensor; MIXES.len()],
    /// Vectors of words in context; for the parser, root and nothing follow.
    pub(crate) context: Tensor,
}

impl WordLayers {
    /// Computes the embedding of every word.
    pub(crate) fn embed(&mut self, network: &Network, vectors: &WordVectors, rows: &[Rows]) {
        self.embedded.reset(rows.len(), INPUT);
        for (at, rows) in rows.iter().enumerate() {
            let out = self.embedded.row_mut(at);
            for (&(part, start, width), &row) in EMBEDDINGS.iter().zip(rows) {
                out[start..start + width].copy_from_slice(network[part].row(row as usize));
            }
            vectors.copy(rows[VECTOR], &mut out[TRAINED..]);
        }
    }

    /// Computes the vectors in context from the embeddings.
    pub(crate) fn contextualize(&mut self, network: &Network) {
        let length = self.embedded.data.len() / INPUT;
        self.sums[0].fill_with_rows(length, network[Part::InputBias].row(0));
        add_products(&self.embedded.data, INPUT, &network[Part::Input].data, WIDTH, &mut self.sums[0].data);
        rectify(&mut self.sums[0].data);
        for (at, &(weights, bias, reach)) in MIXES.iter().enumerate() {
            mix_neighbors(&self.sums[at], (&network[weights], &network[bias], reach), &mut self.mixed[at]);
            let (before, after) = self.sums.split_at_mut(at + 1);
            sum(&before[at], &self.mixed[at], after.first_mut().unwrap_or(&mut self.context));
        }
        self.context.data.extend_from_slice(&network[Part::Special].data);
    }
}

/// A convolution over each word and the two words that are `reach` away, rectified.
fn mix_neighbors(input: &Tensor, (weights, bias, reach): (&Tensor, &Tensor, usize), out: &mut Tensor) {
    let length = input.data.len() / WIDTH;
    out.fill_with_rows(length, bias.row(0));
    let far = length.saturating_sub(reach) * WIDTH;
    let near = input.data.len() - far;
    let [before, own, after] = [0, 1, 2].map(|offset| &weights.data[offset * WIDTH * WIDTH..][..WIDTH * WIDTH]);
    add_products(&input.data[..far], WIDTH, before, WIDTH, &mut out.data[near..]);
    add_products(&input.data, WIDTH, own, WIDTH, &mut out.data);
    add_products(&input.data[near..], WIDTH, after, WIDTH, &mut out.data[..far]);
    rectify(&mut out.data);
}

fn sum(a: &Tensor, b: &Tensor, out: &mut Tensor) {
    out.columns = WIDTH;
    out.data.clear();
    out.data.extend(a.data.iter().zip(&b.data).map(|(a, b)| a + b));
}
