//! The bytes of a model file in, lists and weights out, and back.
//!
//! Format, numbers little-endian, version 1: `WHNM`, version (1 byte); lists: count (u32), then per entry
//! the difference to the hash before and the list bits, both LEB128; transitions: 21 × 21 f32; scale f32;
//! features: count (u32), then per entry the difference to the key before (LEB128), a bit set of the tags
//! with a weight (3 bytes) and these weights (i8 each).

use super::kind::{TAGS, WIDTH};
use super::lattice::Transitions;
use super::weights::Quantized;

const MAGIC: &[u8; 4] = b"WHNM";
const VERSION: u8 = 1;

/// Why the bytes are no name finder.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum ModelError {
    /// The file does not start as a name finder does.
    #[error("expected a name finder model (first bytes \"WHNM\"), found another file; train one with \"train names\"")]
    NotAModel,
    /// The file was made by another version of the program.
    #[error("expected version {VERSION} of the name finder model, found {0}; train it again with this program")]
    Version(u8),
    /// The file ends too early or holds impossible numbers.
    #[error("the name finder model is damaged at byte {0}; train it again or fetch it anew")]
    Damaged(usize),
}

/// Everything a model file holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct ModelParts {
    /// Phrase hashes in rising order with their list bits.
    pub(crate) lists: Vec<(u32, u32)>,
    pub(crate) transitions: Transitions,
    pub(crate) scale: f32,
    /// Feature keys in rising order with their weights.
    pub(crate) features: Vec<(u32, Quantized)>,
}

impl ModelParts {
    /// The bytes of the model file.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend_from_slice(MAGIC);
        out.push(VERSION);
        put_count(&mut out, self.lists.len());
        let mut last = 0;
        for &(hash, bits) in &self.lists {
            put_varint(&mut out, hash - last);
            put_varint(&mut out, bits);
            last = hash;
        }
        for row in &self.transitions.0 {
            row[..TAGS].iter().for_each(|score| out.extend_from_slice(&score.to_le_bytes()));
        }
        out.extend_from_slice(&self.scale.to_le_bytes());
        put_count(&mut out, self.features.len());
        last = 0;
        for (key, weights) in &self.features {
            put_varint(&mut out, key - last);
            last = *key;
            let used = weights.iter().enumerate().filter(|(_, weight)| **weight != 0);
            let bits = used.fold(0_u32, |bits, (tag, _)| bits | 1 << tag);
            out.extend_from_slice(&bits.to_le_bytes()[..3]);
            out.extend(weights.iter().filter(|weight| **weight != 0).map(|&weight| weight as u8));
        }
        out
    }

    /// Reads a model file.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut reader = Reader { bytes, at: 0 };
        if reader.take(MAGIC.len()).ok() != Some(MAGIC.as_slice()) {
            return Err(ModelError::NotAModel);
        }
        let version = reader.take(1)?[0];
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let lists = reader.lists()?;
        let transitions = reader.transitions()?;
        let scale = reader.float()?;
        let features = reader.features()?;
        if reader.at == bytes.len() { Ok(Self { lists, transitions, scale, features }) } else { Err(reader.damaged()) }
    }
}

fn put_count(out: &mut Vec<u8>, count: usize) {
    let count = u32::try_from(count).expect("a model has far fewer than 4 billion entries");
    out.extend_from_slice(&count.to_le_bytes());
}

fn put_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn damaged(&self) -> ModelError {
        ModelError::Damaged(self.at)
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], ModelError> {
        let taken = self.bytes.get(self.at..).and_then(|rest| rest.get(..count)).ok_or(self.damaged())?;
        self.at += count;
        Ok(taken)
    }

    fn word(&mut self) -> Result<[u8; 4], ModelError> {
        let bytes = self.take(4)?;
        <[u8; 4]>::try_from(bytes).map_err(|_| self.damaged())
    }

    fn float(&mut self) -> Result<f32, ModelError> {
        let value = f32::from_le_bytes(self.word()?);
        if value.is_finite() { Ok(value) } else { Err(self.damaged()) }
    }

    fn varint(&mut self) -> Result<u32, ModelError> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.take(1)?[0];
            value |= u32::from(byte & 0x7f) << shift.min(28);
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(self.damaged())
    }

    /// A count of entries of at least `size` bytes each: not more than the file can hold.
    fn count(&mut self, size: usize) -> Result<usize, ModelError> {
        let count = u32::from_le_bytes(self.word()?) as usize;
        if count <= self.bytes.len() / size { Ok(count) } else { Err(self.damaged()) }
    }

    fn key(&mut self, last: &mut u32) -> Result<u32, ModelError> {
        let step = self.varint()?;
        *last = last.checked_add(step).ok_or(self.damaged())?;
        Ok(*last)
    }

    fn lists(&mut self) -> Result<Vec<(u32, u32)>, ModelError> {
        let count = self.count(2)?;
        let mut last = 0;
        (0..count).map(|_| Ok((self.key(&mut last)?, self.varint()?))).collect()
    }

    fn transitions(&mut self) -> Result<Transitions, ModelError> {
        let mut transitions = Transitions::default();
        for row in &mut transitions.0 {
            for score in row.iter_mut().take(TAGS) {
                *score = self.float()?;
            }
        }
        Ok(transitions)
    }

    fn features(&mut self) -> Result<Vec<(u32, Quantized)>, ModelError> {
        let count = self.count(4)?;
        let mut last = 0;
        let mut features = Vec::with_capacity(count);
        for _ in 0..count {
            let key = self.key(&mut last)?;
            let bits = self.take(3)?;
            let mut bits = u32::from_le_bytes([bits[0], bits[1], bits[2], 0]);
            let mut weights = [0; WIDTH];
            for &byte in self.take(bits.count_ones() as usize)? {
                weights[bits.trailing_zeros() as usize] = byte as i8;
                bits &= bits - 1;
            }
            features.push((key, weights));
        }
        Ok(features)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> ModelParts {
        let mut weights = [0; WIDTH];
        (weights[0], weights[20]) = (-128, 127);
        ModelParts {
            lists: vec![(3, 1), (u32::MAX, 1 << 31)],
            scale: 0.25,
            features: vec![(5, weights), (70_000, weights)],
            ..ModelParts::default()
        }
    }

    #[test]
    fn a_model_goes_to_bytes_and_back() {
        let parts = parts();
        let back = ModelParts::from_bytes(&parts.to_bytes()).unwrap();
        assert_eq!((back.lists, back.scale, back.features), (parts.lists, parts.scale, parts.features));
        assert_eq!(back.transitions.0, parts.transitions.0);
    }

    #[test]
    fn a_cut_or_foreign_file_is_refused() {
        let bytes = parts().to_bytes();
        for end in 5..bytes.len() {
            assert!(matches!(ModelParts::from_bytes(&bytes[..end]), Err(ModelError::Damaged(_))), "cut at {end}");
        }
        assert_eq!(ModelParts::from_bytes(b"PK\x03\x04").unwrap_err(), ModelError::NotAModel);
        assert_eq!(ModelParts::from_bytes(b"WHNM\x09").unwrap_err(), ModelError::Version(9));
        let long = [bytes.as_slice(), b"x"].concat();
        assert!(ModelParts::from_bytes(&long).is_err());
    }
}
