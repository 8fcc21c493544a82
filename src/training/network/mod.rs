//! What the training of tagger and parser share.

mod dropout;
mod optimizer;
mod pretrain;
mod tensors;
mod transposed;
mod vocabulary;
mod weights;
mod word_gradients;

pub(crate) use dropout::{drop_numbers, drop_words, dropout_factor};
pub(crate) use pretrain::pretrain;
pub(crate) use tensors::{dot, exp, write_network};
pub(crate) use transposed::Transposed;
pub(crate) use vocabulary::{learn_vocabulary, word_rows};
pub(crate) use weights::Weights;
pub(crate) use word_gradients::{WordGradients, add_all_rows, pass_back, silence};
