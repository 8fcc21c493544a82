//! Feature keys in, scores out: linear models as flat tables of small integers.

use super::model::{ModelError, ModelReader, ModelWriter};
use crate::flat_table::FlatTable;
use crate::stable_hash::fx::KEY_BITS;

/// Homes per key: keeps the runs of neighbors short.
const HOMES_PER_KEY: usize = 2;

/// The trained weights of one feature: class and weight, by ascending class.
pub(crate) type Row = Vec<(u8, f32)>;

/// The values of `keys`, which are in ascending order, by their places.
fn table(keys: &[u32], value: impl Fn(usize) -> u32) -> FlatTable<u32> {
    let entries = keys.iter().enumerate().map(|(at, &key)| (key, value(at)));
    FlatTable::ascending(KEY_BITS, keys.len() * HOMES_PER_KEY, entries)
}

/// A map from feature key to a small value.
pub(crate) struct KeyMap(FlatTable<u32>);

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
        Ok(Self(table(&keys, |i| values[i])))
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
        Ok((Self(table(&keys, |i| i as u32 + 1)), count))
    }

    /// A map of `entries`, which are in ascending order of their keys.
    pub(crate) fn from_entries(entries: &[(u32, u32)]) -> Self {
        let keys: Vec<u32> = entries.iter().map(|entry| entry.0).collect();
        Self(table(&keys, |i| entries[i].1))
    }

    #[inline]
    pub(crate) fn get(&self, key: u32) -> Option<u32> {
        self.0.get(key).copied()
    }
}

/// Weights of a choice among many classes; most features speak for a few of them only.
pub(crate) struct RowTable {
    rows: FlatTable<u32>,
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
        Ok(Self { rows: table(&keys, |i| rows[i]), entries, classes })
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
            if let Some(row) = self.rows.get(key) {
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
}
