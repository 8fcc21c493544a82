//! The neural network of the tagger and the parser.
//!
//! Words are embedded, mixed with their neighbors by three convolutions with residual connections, and summed into a
//! hidden layer per place in the parser's state. Those sums are made once per word and place, so a transition costs
//! additions only (Chen and Manning 2014, "A fast and accurate dependency parser using neural networks", EMNLP,
//! section 3.3). Vectors of words in context for transition-based parsing: Kiperwasser and Goldberg 2016, TACL 4,
//! with convolutions in place of their recurrent network, which cannot be computed for all words at once. The tagger
//! chooses a class for each vector in context.

mod product;
mod tensors;
mod vocabulary;
mod word_layers;

pub(crate) use product::{COLUMNS, add_products, add_rows};
#[cfg(feature = "training")]
pub(crate) use tensors::{EMBEDDINGS, INPUT, MIXES};
pub(crate) use tensors::{
    FLAGS, HIDDEN, LABEL_FLAGS, LABEL_HIDDEN, LABEL_PLACES, Network, PLACES, Part, Task, Tensor, WIDTH, add_product,
    add_scaled, rectify,
};
#[cfg(feature = "training")]
pub(crate) use vocabulary::UNKNOWN;
pub(crate) use vocabulary::{Rows, Vocabulary};
pub(crate) use word_layers::WordLayers;
