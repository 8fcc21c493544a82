//! Feature keys in, scores out: linear models as flat tables of small integers.
//!
//! A table keeps its keys in ascending order in a sparse array: a key's home slot is given by its
//! highest bits, and keys that share a home follow each other. Loading thus writes memory front to
//! back, and a search stops at the first larger key. Half of the slots are empty.

use super::model::{ModelError, ModelReader, ModelWriter};
use crate::stable_hash::fx::KEY_BITS;

/// Marks an empty slot; larger than any key, so that searches stop there.
const EMPTY: u32 = u32::MAX;

/// Slots per key, at least: keeps the runs of neighbours short.
const SLOTS_PER_KEY: usize = 2;

/// The trained weights of one feature: class and weight, by ascending class.
pub(crate) type Row = Vec<(u8, f32)>;

/// Where keys live: the array that all tables share.
struct Slots<T> {
    shift: u32,
    slots: Vec<(u32, T)>,
}

impl<T: Copy + Default> Slots<T> {
    fn build(keys: &[u32], mut value: impl FnMut(usize) -> T) -> Self {
        let bits = (keys.len() * SLOTS_PER_KEY).next_power_of_two().trailing_zeros().clamp(4, KEY_BITS);
        let shift = KEY_BITS - bits;
        let mut slots = vec![(EMPTY, T::default()); (1 << bits) + keys.len().min(1 << 12) + 1];
        let mut free = 0;
        for (i, &key) in keys.iter().enumerate() {
            let at = ((key >> shift) as usize).max(free);
            if at + 1 >= slots.len() {
                slots.resize(at + 2, (EMPTY, T::default()));
            }
            slots[at] = (key, value(i));
            free = at + 1;
        }
        Self { shift, slots }
    }

    #[inline(always)]
    fn get(&self, key: u32) -> Option<T> {
        let mut at = (key >> self.shift) as usize;
        loop {
            let (found, value) = self.slots[at];
            if found >= key {
                return (found == key).then_some(value);
            }
            at += 1;
        }
    }
}

/// A map from feature key to a small value.
pub(crate) struct KeyMap(Slots<u32>);

impl KeyMap {
    /// Writes `entries`, which are in ascending order of their keys.
    pub(crate) fn write(entries: &[(u32, u32)], out: &mut ModelWriter) {
        out.number(entries.len() as u64);
        out.ascending(entries.iter().map(|entry| entry.0));
        entries.iter().for_each(|entry| out.number(u64::from(entry.1)));
    }

    /// Reads what [`KeyMap::write`] wrote; every value must pass `is_valid`.
    pub(crate) fn read(input: &mut ModelReader, is_valid: impl Fn(u32) -> bool) -> Result<Self, ModelError> {
        let count = input.count()?;
        let keys = input.ascending(count)?;
        let values = (0..count).map(|_| Ok(input.number()? as u32)).collect::<Result<Vec<_>, _>>()?;
        if !values.iter().all(|&value| is_valid(value)) {
            return Err(ModelError::Damaged { what: "a value" });
        }
        check_order(&keys)?;
        Ok(Self(Slots::build(&keys, |i| values[i])))
    }

    /// Reads a map whose values number its keys from 1, and how many there are.
    pub(crate) fn read_counted(input: &mut ModelReader) -> Result<(Self, usize), ModelError> {
        let count = input.count()?;
        let keys = input.ascending(count)?;
        check_order(&keys)?;
        for row in 1..=count {
            if input.number()? as usize != row {
                return Err(ModelError::Damaged { what: "a row of a table" });
            }
        }
        Ok((Self(Slots::build(&keys, |i| i as u32 + 1)), count))
    }

    /// A map of `entries`, which are in ascending order of their keys.
    pub(crate) fn from_entries(entries: &[(u32, u32)]) -> Self {
        let keys: Vec<u32> = entries.iter().map(|entry| entry.0).collect();
        Self(Slots::build(&keys, |i| entries[i].1))
    }

    #[inline]
    pub(crate) fn get(&self, key: u32) -> Option<u32> {
        self.0.get(key)
    }
}

/// Weights of a choice among many classes; most features speak for a few of them only.
pub(crate) struct RowTable {
    slots: Slots<u32>,
    entries: Vec<(u8, i16)>,
    classes: usize,
}

impl RowTable {
    /// Writes `rows`, in ascending order of their keys, as multiples of `quantum`.
    ///
    /// A weight below half a quantum is left out, as is a feature without any weight left.
    pub(crate) fn write(classes: usize, rows: &[(u32, Row)], quantum: f32, out: &mut ModelWriter) {
        let quantized: Vec<(u32, Vec<(u8, i32)>)> = rows
            .iter()
            .map(|(key, row)| {
                (*key, row.iter().map(|&(c, w)| (c, quantize(w, quantum))).filter(|e| e.1 != 0).collect())
            })
            .filter(|(_, row): &(u32, Vec<_>)| !row.is_empty())
            .collect();
        out.number(classes as u64);
        out.number(quantized.len() as u64);
        out.ascending(quantized.iter().map(|row| row.0));
        quantized.iter().for_each(|row| out.number(row.1.len() as u64));
        quantized.iter().flat_map(|row| &row.1).for_each(|entry| out.number(u64::from(entry.0)));
        quantized.iter().flat_map(|row| &row.1).for_each(|entry| out.signed(entry.1));
    }

    /// Reads what [`RowTable::write`] wrote.
    pub(crate) fn read(input: &mut ModelReader) -> Result<Self, ModelError> {
        let classes = input.count()?;
        let count = input.count()?;
        let keys = input.ascending(count)?;
        check_order(&keys)?;
        let mut rows = Vec::with_capacity(count);
        let mut total = 0_u32;
        for _ in 0..count {
            let length = input.number()? as u32;
            if length > 0xff || total >= 1 << 24 {
                return Err(ModelError::Damaged { what: "a row of weights" });
            }
            rows.push(total << 8 | length);
            total += length;
        }
        let mut entries = Vec::with_capacity(total as usize);
        for _ in 0..total {
            let class = input.number()? as usize;
            if class >= classes.min(256) {
                return Err(ModelError::Damaged { what: "a class" });
            }
            entries.push((class as u8, 0));
        }
        for entry in &mut entries {
            entry.1 = input.signed()? as i16;
        }
        Ok(Self { slots: Slots::build(&keys, |i| rows[i]), entries, classes })
    }

    /// Number of classes.
    pub(crate) fn classes(&self) -> usize {
        self.classes
    }

    /// Adds up the weights of `keys`: one score per class in `scores`, which is cleared first.
    #[inline]
    pub(crate) fn score(&self, keys: &[u32], scores: &mut Vec<i32>) {
        scores.clear();
        scores.resize(self.classes, 0);
        for &key in keys {
            if let Some(row) = self.slots.get(key) {
                let (start, length) = ((row >> 8) as usize, (row & 0xff) as usize);
                for &(class, weight) in &self.entries[start..start + length] {
                    scores[class as usize] += i32::from(weight);
                }
            }
        }
    }
}

fn quantize(weight: f32, quantum: f32) -> i32 {
    (weight / quantum).round().clamp(-32_000.0, 32_000.0) as i32
}

fn check_order(keys: &[u32]) -> Result<(), ModelError> {
    let in_range = keys.last().is_none_or(|&key| key >> KEY_BITS == 0);
    if in_range && keys.is_sorted_by(|a, b| a < b) { Ok(()) } else { Err(ModelError::Damaged { what: "keys" }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::model::ModelKind;

    fn reread(write: impl FnOnce(&mut ModelWriter)) -> ModelReader {
        let mut writer = ModelWriter::default();
        write(&mut writer);
        ModelReader::new(&writer.finish(ModelKind::Parser), ModelKind::Parser).unwrap()
    }

    #[test]
    fn scores_add_up_and_small_weights_are_dropped() {
        let rows = vec![(3, vec![(0, 2.0), (2, -1.0)]), (9, vec![(1, 0.2)]), (1 << 29, vec![(2, 4.0)])];
        let table = RowTable::read(&mut reread(|out| RowTable::write(3, &rows, 1.0, out))).unwrap();
        let mut scores = Vec::new();
        table.score(&[3, 9, 1 << 29, 77], &mut scores);
        assert_eq!(scores, [2, 0, 3]);
    }

    #[test]
    fn keys_that_crowd_the_end_of_the_table_are_found() {
        let last = (1 << KEY_BITS) - 1;
        let entries: Vec<(u32, u32)> = (0..40).map(|n| (last - 39 + n, n)).collect();
        let map = KeyMap::from_entries(&entries);
        assert!(entries.iter().all(|&(key, value)| map.get(key) == Some(value)));
        assert_eq!(map.get(0), None);
    }
}
