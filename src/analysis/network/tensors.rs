//! The tensors of the network, and the few operations on them that tagging and parsing need.

use crate::analysis::labels::Deprel;
use crate::analysis::model_file::{ModelError, ModelReader};
use crate::analysis::word_form::Casing;
use crate::analysis::word_vectors::{VECTOR_WIDTH, VERB_FORMS};

/// Width of a word's vector in context.
pub(crate) const WIDTH: usize = 96;
/// Width of the hidden layer that chooses a transition.
pub(crate) const HIDDEN: usize = 128;
/// Width of the hidden layer that labels an arc.
pub(crate) const LABEL_HIDDEN: usize = 96;
/// Places of the state that the transition depends on.
pub(crate) const PLACES: usize = 13;
/// Places of the state that a label depends on.
pub(crate) const LABEL_PLACES: usize = 4;
/// Rows of the one-hot inputs of transitions: see `inputs.rs`.
pub(crate) const FLAGS: usize = 512;
/// Rows of the one-hot inputs of labels.
pub(crate) const LABEL_FLAGS: usize = 256;
/// Rows of the tables that endings and beginnings of words are hashed into.
pub(crate) const AFFIX_ROWS: usize = 4096;

const WORD_WIDTH: usize = 48;
const AFFIX_WIDTH: usize = 16;
const SHAPE_WIDTH: usize = 8;
const TAG_WIDTH: usize = 24;
const VERB_FORMS_WIDTH: usize = 16;
/// Rows of the casing table.
pub(crate) const SHAPE_ROWS: usize = 2 * (Casing::Mixed as usize + 2);
/// Width of the concatenated embeddings of a word.
pub(crate) const INPUT: usize = TRAINED + VECTOR_WIDTH;
/// Where the vector of the word begins, which is not trained.
pub(crate) const TRAINED: usize = VERB_FORMS_START + VERB_FORMS_WIDTH;
const VERB_FORMS_START: usize = WORD_WIDTH + 2 * AFFIX_WIDTH + SHAPE_WIDTH + TAG_WIDTH;

/// The tensors of the network, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Part {
    Word,
    Suffix,
    Prefix,
    Shape,
    Tag,
    VerbForms,
    Input,
    InputBias,
    Mix1,
    Mix1Bias,
    Mix2,
    Mix2Bias,
    Mix3,
    Mix3Bias,
    /// Vectors of the root and of nothing.
    Special,
    State,
    StateFlags,
    StateBias,
    Out,
    OutBias,
    Label,
    LabelFlags,
    LabelBias,
    LabelOut,
    LabelOutBias,
    Class,
    ClassBias,
}

/// The embedding tables with their place in the concatenated input.
pub(crate) const EMBEDDINGS: [(Part, usize, usize); 6] = [
    (Part::Word, 0, WORD_WIDTH),
    (Part::Suffix, WORD_WIDTH, AFFIX_WIDTH),
    (Part::Prefix, WORD_WIDTH + AFFIX_WIDTH, AFFIX_WIDTH),
    (Part::Shape, WORD_WIDTH + 2 * AFFIX_WIDTH, SHAPE_WIDTH),
    (Part::Tag, WORD_WIDTH + 2 * AFFIX_WIDTH + SHAPE_WIDTH, TAG_WIDTH),
    (Part::VerbForms, VERB_FORMS_START, VERB_FORMS_WIDTH),
];

/// The convolutions in their order: weights, bias, and the distance of the neighbors in words.
pub(crate) const MIXES: [(Part, Part, usize); 3] =
    [(Part::Mix1, Part::Mix1Bias, 1), (Part::Mix2, Part::Mix2Bias, 1), (Part::Mix3, Part::Mix3Bias, 3)];

/// What a network is for; the tensors that it does not need have no rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    /// Chooses one of so many classes for each word.
    Tag {
        /// The classes, filled up to a multiple of 16.
        classes: usize,
    },
    /// Chooses transitions and labels; the tags have so many rows.
    Parse {
        /// The rows of the table of tags.
        tags: usize,
    },
}

/// Rows and columns of every tensor, in the order of [`Part`].
pub(crate) fn shapes(words: usize, task: Task) -> [(usize, usize); 27] {
    let (tags, classes, parses) = match task {
        Task::Tag { classes } => (1, classes, 0),
        Task::Parse { tags } => (tags, 0, 1),
    };
    [
        (words, WORD_WIDTH),
        (AFFIX_ROWS, AFFIX_WIDTH),
        (AFFIX_ROWS, AFFIX_WIDTH),
        (SHAPE_ROWS, SHAPE_WIDTH),
        (tags, TAG_WIDTH),
        (1 << VERB_FORMS.len(), VERB_FORMS_WIDTH),
        (INPUT, WIDTH),
        (1, WIDTH),
        (3 * WIDTH, WIDTH),
        (1, WIDTH),
        (3 * WIDTH, WIDTH),
        (1, WIDTH),
        (3 * WIDTH, WIDTH),
        (1, WIDTH),
        (2 * parses, WIDTH),
        (WIDTH * parses, PLACES * HIDDEN),
        (FLAGS * parses, HIDDEN),
        (parses, HIDDEN),
        (HIDDEN * parses, 3),
        (parses, 3),
        (WIDTH * parses, LABEL_PLACES * LABEL_HIDDEN),
        (LABEL_FLAGS * parses, LABEL_HIDDEN),
        (parses, LABEL_HIDDEN),
        (LABEL_HIDDEN * parses, Deprel::ALL.len()),
        (parses, Deprel::ALL.len()),
        (if classes > 0 { WIDTH } else { 0 }, classes.max(1)),
        (usize::from(classes > 0), classes.max(1)),
    ]
}

/// A matrix, row by row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tensor {
    pub(crate) columns: usize,
    pub(crate) data: Vec<f32>,
}

impl Tensor {
    pub(crate) fn zeros(rows: usize, columns: usize) -> Self {
        Self { columns, data: vec![0.0; rows * columns] }
    }

    #[inline(always)]
    pub(crate) fn row(&self, at: usize) -> &[f32] {
        &self.data[at * self.columns..][..self.columns]
    }

    #[inline(always)]
    pub(crate) fn row_mut(&mut self, at: usize) -> &mut [f32] {
        &mut self.data[at * self.columns..][..self.columns]
    }

    /// Makes it `rows` copies of `row`.
    pub(crate) fn fill_with_rows(&mut self, rows: usize, row: &[f32]) {
        self.columns = row.len();
        self.data.clear();
        (0..rows).for_each(|_| self.data.extend_from_slice(row));
    }

    /// Makes it `rows` rows of zeros.
    pub(crate) fn reset(&mut self, rows: usize, columns: usize) {
        self.columns = columns;
        self.data.clear();
        self.data.resize(rows * columns, 0.0);
    }
}

/// All tensors, in the order of [`Part`].
#[derive(Debug, Clone)]
pub(crate) struct Network(pub(crate) Vec<Tensor>);

impl std::ops::Index<Part> for Network {
    type Output = Tensor;

    #[inline(always)]
    fn index(&self, part: Part) -> &Tensor {
        &self.0[part as usize]
    }
}

impl std::ops::IndexMut<Part> for Network {
    #[inline(always)]
    fn index_mut(&mut self, part: Part) -> &mut Tensor {
        &mut self.0[part as usize]
    }
}

impl Network {
    pub(crate) fn zeros(words: usize, task: Task) -> Self {
        Self(shapes(words, task).into_iter().map(|(rows, columns)| Tensor::zeros(rows, columns)).collect())
    }

    /// Reads the tensors that training wrote: bytes times a scale for each.
    pub(crate) fn read(words: usize, task: Task, input: &mut ModelReader) -> Result<Self, ModelError> {
        let mut network = Self::zeros(words, task);
        for tensor in &mut network.0 {
            let scale = f32::from_bits(input.number()? as u32);
            for weight in &mut tensor.data {
                *weight = f32::from(input.byte()?) * scale;
            }
        }
        Ok(network)
    }
}

/// Adds `factor` times `x` to `y`.
#[inline(always)]
pub(crate) fn add_scaled(y: &mut [f32], factor: f32, x: &[f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += factor * x;
    }
}

/// Adds `x` times the matrix `weights`, from row `first` on, to `y`. Zeros in `x` cost nothing.
#[inline(always)]
pub(crate) fn add_product(y: &mut [f32], x: &[f32], weights: &Tensor, first: usize) {
    // Four rows at a time, so that `y` is loaded and stored a quarter as often.
    let mut group: [(f32, &[f32]); 4] = [(0.0, &[]); 4];
    let mut waiting = 0;
    for (at, &factor) in x.iter().enumerate() {
        if factor != 0.0 {
            group[waiting] = (factor, weights.row(first + at));
            waiting += 1;
            if waiting == group.len() {
                add_four(y, &group);
                waiting = 0;
            }
        }
    }
    group[..waiting].iter().for_each(|(factor, row)| add_scaled(y, *factor, row));
}

#[inline(always)]
fn add_four(y: &mut [f32], [(a, row_a), (b, row_b), (c, row_c), (d, row_d)]: &[(f32, &[f32]); 4]) {
    let length = y.len();
    let (row_a, row_b, row_c, row_d) = (&row_a[..length], &row_b[..length], &row_c[..length], &row_d[..length]);
    for (at, y) in y.iter_mut().enumerate() {
        *y += (a * row_a[at] + b * row_b[at]) + (c * row_c[at] + d * row_d[at]);
    }
}

/// Negative values become zero.
#[inline(always)]
pub(crate) fn rectify(values: &mut [f32]) {
    values.iter_mut().for_each(|value| *value = value.max(0.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_adds_the_rows_of_the_matrix() {
        let weights = Tensor { columns: 2, data: vec![1.0, 2.0, 3.0, 4.0] };
        let mut y = [10.0, 20.0];
        add_product(&mut y, &[1.0, 0.5], &weights, 0);
        assert_eq!(y, [12.5, 24.0]);
    }
}
