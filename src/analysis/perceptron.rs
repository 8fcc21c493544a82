//! Decisions with their features in, averaged weights out.
//!
//! The averaged perceptron (Collins 2002, "Discriminative training methods for hidden Markov models",
//! EMNLP), with the rule of Goldberg and Elhadad 2011 ("Learning sparser perceptron models") that a feature
//! takes part only after a number of updates: features seen once in an error are noise and fill the file.

use super::weights::Row;
use crate::stable_hash::fx::KEY_BITS;

const EMPTY: u32 = u32::MAX;

/// A feature: where its weights lie and how often it was updated.
#[derive(Clone, Copy)]
struct Slot {
    key: u32,
    start: u32,
    length: u8,
    capacity: u8,
    updates: u16,
}

/// What averaging needs for a weight: its sum over all steps up to `stamp`.
#[derive(Clone, Copy, Default)]
struct History {
    total: f64,
    stamp: u64,
}

/// A linear model in training.
pub(crate) struct Perceptron {
    slots: Vec<Slot>,
    used: usize,
    weights: Vec<(u8, f32)>,
    history: Vec<History>,
    step: u64,
    min_updates: u16,
}

impl Perceptron {
    /// A model without features; they take part after `min_updates` updates.
    pub(crate) fn new(min_updates: u16) -> Self {
        let empty = Slot { key: EMPTY, start: 0, length: 0, capacity: 0, updates: 0 };
        Self { slots: vec![empty; 1 << 16], used: 0, weights: Vec::new(), history: Vec::new(), step: 1, min_updates }
    }

    /// Adds up the weights of `keys` into `scores`, one per class, which are set to zero first.
    pub(crate) fn score(&self, keys: &[u32], scores: &mut [f32]) {
        scores.fill(0.0);
        for &key in keys {
            let slot = &self.slots[self.find(key)];
            if slot.key == key && slot.updates >= self.min_updates {
                let start = slot.start as usize;
                for &(class, weight) in &self.weights[start..start + slot.length as usize] {
                    scores[class as usize] += weight;
                }
            }
        }
    }

    /// Counts one decision; averages are over decisions.
    pub(crate) fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves the weights of `keys` by `rate` towards the class `good` and away from `bad`.
    pub(crate) fn update(&mut self, keys: &[u32], good: u8, bad: u8, rate: f32) {
        for &key in keys {
            let at = self.slot_for(key);
            self.slots[at].updates = self.slots[at].updates.saturating_add(1);
            self.add(at, good, rate);
            self.add(at, bad, -rate);
        }
    }

    /// The averaged weights, in ascending order of keys and classes.
    pub(crate) fn finish(mut self) -> Vec<(u32, Row)> {
        let mut slots: Vec<Slot> =
            self.slots.iter().copied().filter(|s| s.key != EMPTY && s.updates >= self.min_updates).collect();
        slots.sort_unstable_by_key(|slot| slot.key);
        let step = self.step;
        let average = |at: usize, weights: &[(u8, f32)], history: &mut [History]| {
            let past = history[at];
            let total = past.total + f64::from(weights[at].1) * (step - past.stamp) as f64;
            (weights[at].0, (total / step as f64) as f32)
        };
        slots
            .iter()
            .map(|slot| {
                let range = slot.start as usize..slot.start as usize + slot.length as usize;
                let mut row: Row = range.map(|at| average(at, &self.weights, &mut self.history)).collect();
                row.sort_unstable_by_key(|entry| entry.0);
                (slot.key, row)
            })
            .collect()
    }

    fn add(&mut self, at: usize, class: u8, amount: f32) {
        let slot = self.slots[at];
        let range = slot.start as usize..slot.start as usize + slot.length as usize;
        let place = match range.clone().find(|&place| self.weights[place].0 == class) {
            Some(place) => place,
            None => self.grow(at, class),
        };
        let past = &mut self.history[place];
        past.total += f64::from(self.weights[place].1) * (self.step - past.stamp) as f64;
        past.stamp = self.step;
        self.weights[place].1 += amount;
    }

    /// Makes room for one more class at the slot `at`; a full row moves to the end.
    fn grow(&mut self, at: usize, class: u8) -> usize {
        let slot = self.slots[at];
        let (start, length) = (slot.start as usize, slot.length as usize);
        if slot.length == slot.capacity {
            let capacity = if length == 0 { 2 } else { (length * 2).min(255) };
            let fresh = self.weights.len();
            self.weights.extend_from_within(start..start + length);
            self.history.extend_from_within(start..start + length);
            self.weights.resize(fresh + capacity, (0, 0.0));
            self.history.resize(fresh + capacity, History::default());
            self.slots[at].start = fresh as u32;
            self.slots[at].capacity = capacity as u8;
        }
        let place = self.slots[at].start as usize + length;
        self.slots[at].length += 1;
        self.weights[place] = (class, 0.0);
        self.history[place] = History { total: 0.0, stamp: self.step };
        place
    }

    #[inline]
    fn find(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let bits = self.slots.len().trailing_zeros();
        let mut at = if bits <= KEY_BITS { key >> (KEY_BITS - bits) } else { key << (bits - KEY_BITS) } as usize;
        while self.slots[at].key != key && self.slots[at].key != EMPTY {
            at = (at + 1) & mask;
        }
        at
    }

    fn slot_for(&mut self, key: u32) -> usize {
        let at = self.find(key);
        if self.slots[at].key == key {
            return at;
        }
        self.used += 1;
        self.slots[at].key = key;
        if self.used * 2 < self.slots.len() {
            return at;
        }
        let empty = Slot { key: EMPTY, start: 0, length: 0, capacity: 0, updates: 0 };
        let larger = vec![empty; self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.key != EMPTY {
                let at = self.find(slot.key);
                self.slots[at] = slot;
            }
        }
        self.find(key)
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
