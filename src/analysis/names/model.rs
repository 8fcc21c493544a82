//! The parts of a name finder in, a model file out, and back.
//!
//! Contents: lists (count, then the phrase hashes as differences, then the list bits of each), transitions
//! (21 × 21 numbers, the bits of an f32 each), the scale in the same way, features (count, then the keys as
//! differences, then for each a bit set of the tags with a weight and these weights, a byte each).

use super::kind::{TAGS, WIDTH};
use super::lattice::Transitions;
use super::weights::Quantized;
use crate::analysis::model::{ModelError, ModelKind, ModelReader, ModelWriter};

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
        let mut out = ModelWriter::default();
        out.number(self.lists.len() as u64);
        out.ascending(self.lists.iter().map(|(hash, _)| *hash));
        self.lists.iter().for_each(|&(_, bits)| out.number(u64::from(bits)));
        let scores = self.transitions.0.iter().flat_map(|row| &row[..TAGS]);
        scores.chain([&self.scale]).for_each(|score| out.number(u64::from(score.to_bits())));
        out.number(self.features.len() as u64);
        out.ascending(self.features.iter().map(|(key, _)| *key));
        for (_, weights) in &self.features {
            let used = weights.iter().enumerate().filter(|(_, weight)| **weight != 0);
            out.number(used.fold(0, |bits, (tag, _)| bits | 1 << tag));
            weights.iter().filter(|weight| **weight != 0).for_each(|&weight| out.byte(weight));
        }
        out.finish(ModelKind::Names)
    }

    /// Reads a model file.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = ModelReader::new(bytes, ModelKind::Names)?;
        let count = input.count()?;
        let hashes = input.ascending(count)?;
        let bits = |_| Ok(input.number()? as u32);
        let bits = (0..count).map(bits).collect::<Result<Vec<u32>, ModelError>>()?;
        let transitions = read_transitions(&mut input)?;
        let scale = read_float(&mut input)?;
        let features = read_features(&mut input)?;
        Ok(Self { lists: hashes.into_iter().zip(bits).collect(), transitions, scale, features })
    }
}

fn read_float(input: &mut ModelReader) -> Result<f32, ModelError> {
    let value = u32::try_from(input.number()?).ok().map(f32::from_bits);
    value.filter(|value| value.is_finite()).ok_or(ModelError::Damaged { what: "a score" })
}

fn read_transitions(input: &mut ModelReader) -> Result<Transitions, ModelError> {
    let mut transitions = Transitions::default();
    for score in transitions.0.iter_mut().flat_map(|row| row.iter_mut().take(TAGS)) {
        *score = read_float(input)?;
    }
    Ok(transitions)
}

fn read_features(input: &mut ModelReader) -> Result<Vec<(u32, Quantized)>, ModelError> {
    let count = input.count()?;
    let keys = input.ascending(count)?;
    let mut features = Vec::with_capacity(count);
    for key in keys {
        let mut bits = input.number()?;
        if bits >> WIDTH != 0 {
            return Err(ModelError::Damaged { what: "the tags of a feature" });
        }
        let mut weights = [0; WIDTH];
        while bits != 0 {
            weights[bits.trailing_zeros() as usize] = input.byte()?;
            bits &= bits - 1;
        }
        features.push((key, weights));
    }
    Ok(features)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_goes_to_bytes_and_back() {
        let mut weights = [0; WIDTH];
        (weights[0], weights[20]) = (-128, 127);
        let parts = ModelParts {
            lists: vec![(3, 1), (u32::MAX, 1 << 31)],
            scale: 0.25,
            features: vec![(5, weights), (70_000, weights)],
            ..ModelParts::default()
        };
        let bytes = parts.to_bytes();
        let back = ModelParts::from_bytes(&bytes).unwrap();
        assert_eq!((back.lists, back.scale, back.features), (parts.lists, parts.scale, parts.features));
        assert_eq!(back.transitions.0, parts.transitions.0);
        assert!((0..bytes.len()).all(|end| ModelParts::from_bytes(&bytes[..end]).is_err()));
    }
}
