//! Tables of models, by keys.

use super::model_file::{ModelError, ModelReader};
use crate::flat_table::FlatTable;
use crate::stable_hash::fx::KEY_BITS;

/// Homes per key; more homes mean shorter searches.
const HOMES_PER_KEY: usize = 2;

/// Maps `keys`, which are in ascending order, to the `value` of their index.
pub(crate) fn key_map(keys: &[u32], value: impl Fn(usize) -> u32) -> KeyMap {
    let entries = keys.iter().enumerate().map(|(at, &key)| (key, value(at)));
    FlatTable::ascending(KEY_BITS, keys.len() * HOMES_PER_KEY, entries)
}

/// A map from feature key to a small value.
pub(crate) type KeyMap = FlatTable<u32>;

/// Reads a map that training wrote; every value must pass `is_valid`.
pub(crate) fn read_map(input: &mut ModelReader, is_valid: impl Fn(u32) -> bool) -> Result<KeyMap, ModelError> {
    let count = input.count()?;
    let keys = input.ascending(count)?;
    let values = (0..count).map(|_| Ok(input.number()? as u32)).collect::<Result<Vec<_>, _>>()?;
    if !values.iter().all(|&value| is_valid(value)) {
        return Err(ModelError::Damaged { what: "a value" });
    }
    check_order(&keys)?;
    Ok(key_map(&keys, |at| values[at]))
}

/// Reads a map that numbers its keys from 1, and returns it with its size.
pub(crate) fn read_numbering(input: &mut ModelReader) -> Result<(KeyMap, usize), ModelError> {
    let count = input.count()?;
    let keys = input.ascending(count)?;
    check_order(&keys)?;
    for row in 1..=count {
        if input.number()? as usize != row {
            return Err(ModelError::Damaged { what: "a row of a table" });
        }
    }
    Ok((key_map(&keys, |at| at as u32 + 1), count))
}

fn check_order(keys: &[u32]) -> Result<(), ModelError> {
    let in_range = keys.last().is_none_or(|&key| key >> KEY_BITS == 0);
    if in_range && keys.is_sorted_by(|a, b| a < b) { Ok(()) } else { Err(ModelError::Damaged { what: "keys" }) }
}
