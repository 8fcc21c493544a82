//! The averaged perceptron.
//!
//! It follows Collins 2002 ("Discriminative training methods for hidden Markov models", EMNLP), with the rule of
//! Goldberg and Elhadad 2011 ("Learning sparser perceptron models") that a feature takes part only after a number of
//! updates: features of a single error are noise and make the file larger.

use super::model_writer::Row;
use crate::flat_table::FlatTable;
use crate::stable_hash::fx::KEY_BITS;

/// A feature: where its weights lie and how often it was updated.
#[derive(Debug, Clone, Copy, Default)]
struct Feature {
    start: u32,
    length: u8,
    capacity: u8,
    updates: u16,
}

impl Feature {
    fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.start as usize + self.length as usize
    }
}

/// What averaging needs for a weight: its sum over all steps up to `stamp`.
#[derive(Clone, Copy, Default)]
struct History {
    total: f64,
    stamp: u64,
}

/// A linear model in training.
pub(crate) struct Perceptron {
    features: FlatTable<Feature>,
    weights: Weights,
    min_updates: u16,
}

/// The weights of all features, those of one feature next to each other.
struct Weights {
    weights: Vec<(u8, f32)>,
    history: Vec<History>,
    step: u64,
}

impl Perceptron {
    /// A model without features; features take part after `min_updates` updates.
    pub(crate) fn new(min_updates: u16) -> Self {
        let weights = Weights { weights: Vec::new(), history: Vec::new(), step: 1 };
        Self { features: FlatTable::with_homes(KEY_BITS, 1 << 16), weights, min_updates }
    }

    /// Sets `scores`, one per class, to the sums of the weights of `keys`.
    pub(crate) fn score(&self, keys: &[u32], scores: &mut [f32]) {
        scores.fill(0.0);
        for &key in keys {
            if let Some(feature) = self.features.get(key).filter(|feature| feature.updates >= self.min_updates) {
                for &(class, weight) in &self.weights.weights[feature.range()] {
                    scores[class as usize] += weight;
                }
            }
        }
    }

    /// Counts one decision; averages are over decisions.
    pub(crate) fn tick(&mut self) {
        self.weights.step += 1;
    }

    /// Moves the weights of `keys` by `rate` towards the class `good` and away from `bad`.
    pub(crate) fn update(&mut self, keys: &[u32], good: u8, bad: u8, rate: f32) {
        for &key in keys {
            let feature = self.features.entry(key);
            feature.updates = feature.updates.saturating_add(1);
            self.weights.add(feature, good, rate);
            self.weights.add(feature, bad, -rate);
        }
    }

    /// The averaged weights, in ascending order of keys and classes.
    pub(crate) fn finish(self) -> Vec<(u32, Row)> {
        let used = self.features.iter().filter(|(_, feature)| feature.updates >= self.min_updates);
        used.map(|(key, feature)| {
            let mut row: Row = feature.range().map(|at| self.weights.average(at)).collect();
            row.sort_unstable_by_key(|entry| entry.0);
            (key, row)
        })
        .collect()
    }
}

impl Weights {
    /// Class and averaged weight at `at`.
    fn average(&self, at: usize) -> (u8, f32) {
        let (past, (class, weight)) = (self.history[at], self.weights[at]);
        let total = past.total + f64::from(weight) * (self.step - past.stamp) as f64;
        (class, (total / self.step as f64) as f32)
    }

    fn add(&mut self, feature: &mut Feature, class: u8, amount: f32) {
        let place = match feature.range().find(|&place| self.weights[place].0 == class) {
            Some(place) => place,
            None => self.grow(feature, class),
        };
        let past = &mut self.history[place];
        past.total += f64::from(self.weights[place].1) * (self.step - past.stamp) as f64;
        past.stamp = self.step;
        self.weights[place].1 += amount;
    }

    /// Makes room for one more class of a feature; a full row moves to the end.
    fn grow(&mut self, feature: &mut Feature, class: u8) -> usize {
        let length = feature.length as usize;
        if feature.length == feature.capacity {
            let capacity = if length == 0 { 2 } else { (length * 2).min(255) };
            let fresh = self.weights.len();
            self.weights.extend_from_within(feature.range());
            self.history.extend_from_within(feature.range());
            self.weights.resize(fresh + capacity, (0, 0.0));
            self.history.resize(fresh + capacity, History::default());
            (feature.start, feature.capacity) = (fresh as u32, capacity as u8);
        }
        let place = feature.start as usize + length;
        feature.length += 1;
        self.weights[place] = (class, 0.0);
        self.history[place] = History { total: 0.0, stamp: self.step };
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_averaged_over_all_decisions() {
        let mut model = Perceptron::new(1);
        model.tick();
        model.update(&[7], 1, 0, 1.0);
        model.tick();
        model.tick();
        // Four steps in all, the weight stood at one for the last two of them.
        assert_eq!(model.finish(), vec![(7, vec![(0, -0.5), (1, 0.5)])]);
    }

    #[test]
    fn a_feature_takes_part_after_enough_updates() {
        let mut model = Perceptron::new(2);
        let mut scores = [0.0; 2];
        model.update(&[7], 1, 0, 1.0);
        model.score(&[7], &mut scores);
        assert_eq!(scores, [0.0, 0.0]);
        model.update(&[7], 1, 0, 1.0);
        model.score(&[7], &mut scores);
        assert_eq!(scores, [-2.0, 2.0]);
    }

    #[test]
    fn many_features_survive_the_growth_of_the_table() {
        let mut model = Perceptron::new(1);
        let keys: Vec<u32> = (0..100_000).map(|n| n * 10_007 % (1 << KEY_BITS)).collect();
        model.update(&keys, 2, 0, 1.0);
        let mut scores = [0.0; 3];
        model.score(&keys, &mut scores);
        assert_eq!(scores, [-100_000.0, 0.0, 100_000.0]);
    }
}
