//! A map from hashes to small values: a flat table with open addressing.
//!
//! Entries lie in ascending order of their keys (the ordered hash table of Amble and Knuth 1974, The Computer Journal
//! 17(2)): the highest bits of a key give its home, and keys that share a home follow each other. A table that is
//! filled in ascending order, as model files give the keys, is written front to back, and a search ends at the first
//! larger key.

/// Marks an empty slot; larger than any key, so that searches end there.
const EMPTY: u32 = u32::MAX;

/// A map from keys that are well spread over their range, as hashes are.
#[derive(Debug, Clone)]
pub(crate) struct FlatTable<V> {
    /// Bits of a key below those that give its home.
    shift: u32,
    /// Number of homes, a power of two.
    homes: usize,
    /// A slot for each home, more for the keys that the last homes have no room for, and an empty one at the end.
    slots: Vec<(u32, V)>,
    len: usize,
}

impl<V: Copy + Default> Default for FlatTable<V> {
    fn default() -> Self {
        Self::with_homes(u32::BITS, 2)
    }
}

impl<V: Copy + Default> FlatTable<V> {
    /// An empty table of at least `homes` homes for keys of `key_bits` bits.
    pub(crate) fn with_homes(key_bits: u32, homes: usize) -> Self {
        let mut table = Self { shift: key_bits, homes: 1, slots: Vec::new(), len: 0 };
        table.reset(homes);
        table
    }

    /// A table of `entries` in ascending order of their keys, which have `key_bits` bits.
    pub(crate) fn ascending(key_bits: u32, homes: usize, entries: impl IntoIterator<Item = (u32, V)>) -> Self {
        let mut table = Self::with_homes(key_bits, homes);
        let mut free = 0;
        for (key, value) in entries {
            let at = table.home(key).max(free);
            if at + 1 >= table.slots.len() {
                table.slots.resize(at + 2, (EMPTY, V::default()));
            }
            table.slots[at] = (legal(key), value);
            free = at + 1;
            table.len += 1;
        }
        table
    }

    /// The value of a key.
    #[inline(always)]
    pub(crate) fn get(&self, key: u32) -> Option<&V> {
        let (found, value) = &self.slots[self.seek(key)];
        (*found == legal(key)).then_some(value)
    }

    /// The value of a key, entered as the default if it was not there.
    pub(crate) fn entry(&mut self, key: u32) -> &mut V {
        let mut at = self.seek(key);
        if self.slots[at].0 != legal(key) {
            if self.len * 2 >= self.homes && self.shift > 0 {
                self.grow();
                at = self.seek(key);
            }
            self.insert(at, (legal(key), V::default()));
        }
        &mut self.slots[at].1
    }

    /// All entries in ascending order of their keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &V)> {
        self.slots.iter().filter(|slot| slot.0 != EMPTY).map(|(key, value)| (*key, value))
    }

    /// Forgets all entries, keeps the memory, and has at least `homes` homes afterwards.
    pub(crate) fn reset(&mut self, homes: usize) {
        let key_bits = self.key_bits();
        let bits = homes.next_power_of_two().trailing_zeros().clamp(1, key_bits);
        (self.shift, self.homes, self.len) = (key_bits - bits, 1 << bits, 0);
        self.slots.clear();
        self.slots.resize(self.homes + 1, (EMPTY, V::default()));
    }

    fn key_bits(&self) -> u32 {
        self.shift + self.homes.trailing_zeros()
    }

    fn home(&self, key: u32) -> usize {
        (key >> self.shift) as usize
    }

    /// The slot of a key, or the slot where it belongs: the first from its home on that does not hold a smaller key.
    #[inline(always)]
    fn seek(&self, key: u32) -> usize {
        let mut at = self.home(key);
        while self.slots[at].0 < legal(key) {
            at += 1;
        }
        at
    }

    /// Puts an entry into the slot `at` and moves the entries that follow it up to the next empty slot.
    fn insert(&mut self, at: usize, mut entry: (u32, V)) {
        self.len += 1;
        for slot in &mut self.slots[at..] {
            std::mem::swap(slot, &mut entry);
            if entry.0 == EMPTY {
                break;
            }
        }
        if self.slots.last().is_some_and(|last| last.0 != EMPTY) {
            self.slots.push((EMPTY, V::default()));
        }
    }

    /// Doubles the homes.
    fn grow(&mut self) {
        *self = Self::ascending(self.key_bits(), self.homes * 2, self.iter().map(|(key, value)| (key, *value)));
    }
}

/// The largest number marks empty slots, so that key counts as the one before it.
#[inline(always)]
fn legal(key: u32) -> u32 {
    key.min(EMPTY - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_growth_and_entries_stay_in_order() {
        let mut table = FlatTable::<u32>::default();
        assert_eq!(table.get(7), None);
        let keys = || (0..1_000_u32).map(|n| n.wrapping_mul(0x9e37_79b9));
        keys().for_each(|key| *table.entry(key) += key ^ 1);
        assert!(keys().all(|key| table.get(key) == Some(&(key ^ 1))));
        assert_eq!((table.iter().count(), table.get(1)), (1_000, None));
        assert!(table.iter().is_sorted_by_key(|(key, _)| key));
        table.reset(4);
        assert_eq!((table.get(0), table.iter().count()), (None, 0));
    }

    #[test]
    fn keys_that_crowd_the_end_of_the_table_are_found() {
        let last = (1 << 30) - 1;
        let entries = || (0..40).map(|n| (last - 39 + n, n));
        let filled = FlatTable::ascending(30, 80, entries());
        let mut grown = FlatTable::<u32>::with_homes(30, 4);
        entries().for_each(|(key, n)| *grown.entry(key) = n);
        for table in [filled, grown] {
            assert!(entries().all(|(key, n)| table.get(key) == Some(&n)));
            assert_eq!(table.get(0), None);
        }
    }

    #[test]
    fn a_table_without_the_largest_key_does_not_find_it() {
        let mut table = FlatTable::<u32>::default();
        assert_eq!(table.get(u32::MAX), None);
        *table.entry(u32::MAX) = 5;
        assert_eq!(table.get(u32::MAX), Some(&5));
    }
}
