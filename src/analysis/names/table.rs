//! Hashes in, values out: a small map for the words of one document.

/// A map from 32-bit hashes that are already well spread, with linear probing. It is never iterated.
#[derive(Debug, Default)]
pub(crate) struct HashTable<V> {
    slots: Vec<Option<(u32, V)>>,
    len: usize,
}

impl<V: Copy + Default> HashTable<V> {
    /// Forgets everything, keeps the memory, and makes room for `count` entries.
    pub(crate) fn reset(&mut self, count: usize) {
        self.slots.clear();
        self.slots.resize((count * 2).next_power_of_two().max(8), None);
        self.len = 0;
    }

    /// The value of a hash.
    pub(crate) fn get(&self, hash: u32) -> Option<V> {
        if self.slots.is_empty() { None } else { self.slots[self.find(hash)].map(|(_, value)| value) }
    }

    /// The value of a hash, entered as the default if it was not there.
    pub(crate) fn entry(&mut self, hash: u32) -> &mut V {
        if (self.len + 1) * 4 > self.slots.len() * 3 {
            self.grow();
        }
        let at = self.find(hash);
        if self.slots[at].is_none() {
            self.len += 1;
        }
        &mut self.slots[at].get_or_insert((hash, V::default())).1
    }

    /// The slot of a hash, or the free slot where it belongs.
    fn find(&self, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].is_some_and(|(found, _)| found != hash) {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots.resize((old.len() * 2).max(8), None);
        for slot in old.into_iter().flatten() {
            let at = self.find(slot.0);
            self.slots[at] = Some(slot);
        }
    }
}

/// First slot of a hash in a table of `size` slots: the highest bits count, so that filling a table in the order of
/// the hashes, as model files have them, goes through memory from front to back.
pub(crate) fn first_slot(hash: u32, size: usize) -> usize {
    ((u64::from(hash) * size as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_growth() {
        let mut table = HashTable::<u32>::default();
        assert_eq!(table.get(7), None);
        for hash in 0..1_000 {
            *table.entry(hash) += hash;
        }
        assert!((0..1_000).all(|hash| table.get(hash) == Some(hash)));
        table.reset(4);
        assert_eq!(table.get(7), None);
    }
}
