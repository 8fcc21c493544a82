//! Hash functions whose values are stored in model files and projects.
//!
//! They give the same value on every machine and must never change: another value would make stored weights and
//! sketches nonsense. This is why they are not taken from a crate.

/// 2^64 divided by the golden ratio: spreads numbers evenly (Knuth 1998, "Sorting and Searching", section 6.4).
pub(crate) const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The multipliers of [`splitmix`].
const SPLITMIX: [u64; 2] = [0xbf58_476d_1ce4_e5b9, 0x94d0_49bb_1331_11eb];

/// The finalizer of `SplitMix64` (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): a
/// permutation of the 64-bit numbers that leaves no pattern.
#[inline]
pub(crate) fn splitmix(mut value: u64) -> u64 {
    value = (value ^ (value >> 30)).wrapping_mul(SPLITMIX[0]);
    value = (value ^ (value >> 27)).wrapping_mul(SPLITMIX[1]);
    value ^ (value >> 31)
}

/// The best `bits` of a hash, 1 to 32.
#[inline(always)]
fn fold(hash: u64, bits: u32) -> u32 {
    ((hash ^ (hash >> 32)).wrapping_mul(GOLDEN) >> (64 - bits)) as u32
}

/// FNV-1a (Fowler, Noll and Vo 1991), byte by byte, so that all prefixes of a word are hashed on the way.
pub(crate) mod fnv {
    /// The hash of nothing.
    pub(crate) const START: u64 = 0xcbf2_9ce4_8422_2325;

    /// The hash after one more byte.
    #[inline]
    pub(crate) fn step(hash: u64, byte: u8) -> u64 {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    }

    /// The hash of a run of bytes.
    pub(crate) fn hash(bytes: &[u8]) -> u64 {
        bytes.iter().fold(START, |hash, &byte| step(hash, byte))
    }

    /// The hash as the name finder's model stores it: its best 32 bits.
    #[inline]
    pub(crate) fn finish(hash: u64) -> u32 {
        super::fold(hash, 32)
    }

    /// One hash of a number and three values, for the name finder's features.
    #[inline]
    pub(crate) fn join(number: u32, a: u32, b: u32, c: u32) -> u32 {
        let low = u64::from(a) | (u64::from(b) << 32);
        let high = u64::from(c) | (u64::from(number) << 32);
        let mixed = (low ^ super::GOLDEN).wrapping_mul(super::SPLITMIX[0]);
        finish((mixed ^ (mixed >> 29) ^ high).wrapping_mul(super::SPLITMIX[1]))
    }
}

/// The hash function of Firefox: rotate, xor, multiply; eight bytes at a time.
pub(crate) mod fx {
    /// Bits of a feature key.
    ///
    /// A feature that was never stored is mistaken for a stored one with the probability `features / 2^KEY_BITS`, 0.1 %
    /// for a million features; fewer bits make smaller files.
    pub(crate) const KEY_BITS: u32 = 30;

    /// The hash after one more value.
    #[inline(always)]
    pub(crate) fn step(hash: u64, value: u64) -> u64 {
        (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
    }

    /// The hash of a run of bytes.
    #[inline]
    pub(crate) fn hash(bytes: &[u8]) -> u64 {
        let mut hash = bytes.len() as u64;
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            hash = step(hash, u64::from_le_bytes(word));
        }
        let mut last = [0; 8];
        let rest = chunks.remainder();
        last[..rest.len()].copy_from_slice(rest);
        hash = step(hash, u64::from_le_bytes(last));
        hash ^ (hash >> 29)
    }

    /// The hash as models store it, the key of a feature: its best [`KEY_BITS`] bits.
    #[inline(always)]
    pub(crate) fn key(hash: u64) -> u32 {
        super::fold(hash, KEY_BITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values that stored models and projects depend on.
    #[test]
    fn hashes_are_those_of_stored_models() {
        assert_eq!((fnv::hash(b"minister"), fnv::finish(fnv::hash(b""))), (0x7364_6687_e497_e9be, 0x8570_e254));
        assert_eq!(fnv::finish(fnv::hash(b"met")), 0x67e4_35f0);
        assert_eq!(fnv::join(1, 2, 3, 4), 0xc03e_3b1b);
        assert_eq!((fx::hash(b"minister"), fx::hash(b"met")), (0x13fd_ad60_e580_064b, 0x22c0_d42b_206d_f3c0));
        assert_eq!((fx::key(fx::hash(b"minister")), fx::key(fx::hash(b"met"))), (0x24c3_b36a, 0x13f5_7560));
        assert_eq!(splitmix(GOLDEN), 0xe220_a839_7b1d_cdaf);
    }
}
