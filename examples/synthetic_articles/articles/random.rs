//! Makes reproducible random choices: each one depends on the seed and on the place where it is made.

/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
#[derive(Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// The generator for one item of the world, such as person 17; its choices do not depend on other items.
    pub(crate) fn of(seed: u64, what: &str, index: u64) -> Self {
        // FNV-1a (Fowler, Noll and Vo 1991) separates the generators of different kinds of items.
        let kind = what.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let mut mixed = Self(seed ^ kind);
        Self(mixed.next() ^ Self(index).next())
    }

    /// The next 64 random bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which must not be 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// `true` with probability `percent` / 100.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `items`, all equally likely.
    pub(crate) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }

    /// One of `items`, earlier ones more often: the first is three times as likely as the average.
    pub(crate) fn pick_early<T: Copy>(&mut self, items: &[T]) -> T {
        let end = items.len() as u64;
        let earliest = (0..3).map(|_| self.below(end)).min().unwrap_or_default();
        items[earliest as usize]
    }

    /// A rank below `end` by Zipf's law with exponent 1: as often among 0 to 7 as among 8 to 63.
    ///
    /// Uses whole numbers only, because the last digit of logarithms differs between machines.
    pub(crate) fn zipf(&mut self, end: u64) -> u64 {
        loop {
            // The groups of ranks 1, 2-3, 4-7, 8-15 and so on are equally likely.
            let group = self.below(u64::from(end.ilog2()) + 1);
            let rank = (1 << group) + self.below(1 << group);
            if rank <= end {
                return rank - 1;
            }
        }
    }

    /// Reorders `items` at random (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = self.below(i as u64 + 1) as usize;
            items.swap(i, j);
        }
    }
}
