//! The weights of a network in training.

use super::optimizer::{Adam, initialize};
use super::transposed::Transposed;
use crate::analysis::network::Network;
use crate::stable_random::Random;

/// The smallest share of the first step that a later step has.
const LEAST_SHARE: f32 = 0.01;

/// A network with the derivatives that have yet to change it.
pub(crate) struct Weights {
    pub(crate) network: Network,
    pub(crate) grads: Network,
    pub(crate) transposed: Transposed,
    adam: Adam,
    /// Words learned from since the weights last changed.
    pub(crate) pending: usize,
}

impl Weights {
    /// Weights drawn at random, for a network of this shape.
    pub(crate) fn new(mut network: Network, random: &mut Random) -> Self {
        let grads = network.clone();
        initialize(&mut network, random);
        let (adam, transposed) = (Adam::new(&network), Transposed::new(&network));
        Self { network, grads, transposed, adam, pending: 0 }
    }

    /// Changes the weights once `batch` words were learned from. `rate` is the size of the first step, `rest` the share of
    /// the training to come.
    pub(crate) fn step_if_due(&mut self, batch: usize, rate: f32, rest: f32) {
        if self.pending >= batch {
            self.adam.step(&mut self.network, &mut self.grads, rate * rest.max(LEAST_SHARE));
            self.transposed = Transposed::new(&self.network);
            self.pending = 0;
        }
    }
}
