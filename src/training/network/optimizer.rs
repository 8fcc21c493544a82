//! Improves weights by their derivatives.

use crate::analysis::network::{Network, Part, Tensor};
use crate::stable_random::Random;

/// Adam (Kingma and Ba 2015, "Adam: a method for stochastic optimization", ICLR), without weight decay.
pub(crate) struct Adam {
    first: Network,
    second: Network,
    step: i32,
}

const FIRST_DECAY: f32 = 0.9;
/// Lower than the usual 0.999: tables of rare words see few derivatives (Dozat and Manning 2017 use 0.9).
const SECOND_DECAY: f32 = 0.98;
/// Derivatives beyond this length, taken over all tensors, are shortened to it.
const LONGEST: f32 = 5.0;

impl Adam {
    /// Starts for tensors of the shapes of `network`.
    pub(crate) fn new(network: &Network) -> Self {
        let zeros =
            Network(network.0.iter().map(|t| Tensor { columns: t.columns, data: vec![0.0; t.data.len()] }).collect());
        Self { first: zeros.clone(), second: zeros, step: 0 }
    }

    /// Takes a step of the size `rate` and sets `grads` to zero.
    pub(crate) fn step(&mut self, network: &mut Network, grads: &mut Network, rate: f32) {
        self.step += 1;
        let squares: f32 = grads.0.iter().flat_map(|tensor| &tensor.data).map(|grad| grad * grad).sum();
        let shorten = (LONGEST / squares.sqrt().max(1e-12)).min(1.0);
        let rate = rate * (1.0 - SECOND_DECAY.powi(self.step)).sqrt() / (1.0 - FIRST_DECAY.powi(self.step));
        for (((weights, grads), first), second) in
            network.0.iter_mut().zip(&mut grads.0).zip(&mut self.first.0).zip(&mut self.second.0)
        {
            let moments = first.data.iter_mut().zip(&mut second.data);
            for ((weight, grad), (first, second)) in weights.data.iter_mut().zip(&mut grads.data).zip(moments) {
                let by_weight = *grad * shorten;
                *first += (1.0 - FIRST_DECAY) * (by_weight - *first);
                *second += (1.0 - SECOND_DECAY) * (by_weight * by_weight - *second);
                *weight -= rate * *first / (second.sqrt() + 1e-8);
                *grad = 0.0;
            }
        }
    }
}

/// Fills `network` with random weights, so that layers neither swell nor fade (He et al. 2015, "Delving deep into
/// rectifiers"); biases are zero.
pub(crate) fn initialize(network: &mut Network, random: &mut Random) {
    use Part::{ClassBias, InputBias, LabelBias, LabelOutBias, Mix1Bias, Mix2Bias, Mix3Bias, OutBias, StateBias};
    let biases = [InputBias, Mix1Bias, Mix2Bias, Mix3Bias, StateBias, OutBias, LabelBias, LabelOutBias, ClassBias]
        .map(|part| part as usize);
    for (at, tensor) in network.0.iter_mut().enumerate() {
        let rows = tensor.data.len() / tensor.columns;
        // Tables of rows that are picked, not multiplied, get weights of about a tenth.
        let is_table = at <= Part::VerbForms as usize
            || [Part::Special, Part::StateFlags, Part::LabelFlags].iter().any(|&part| part as usize == at);
        let width = match at {
            _ if biases.contains(&at) => 0.0,
            _ if is_table => 0.2,
            // A state sums up many words, so each must add less.
            _ if at == Part::State as usize || at == Part::Label as usize => (1.0 / rows as f32).sqrt() * 0.7,
            _ => (6.0 / rows as f32).sqrt() * 0.7,
        };
        for weight in &mut tensor.data {
            let uniform = (random.next() >> 40) as f32 / (1_u64 << 24) as f32;
            *weight = (uniform * 2.0 - 1.0) * width;
        }
    }
}
