//! Reads the model file of a name finder.
//!
//! Contents: lists (count, then the phrase hashes as differences, then the list bits of each), transitions
//! (21 × 21 numbers, the bits of an f32 each), the scale in the same way, features (count, then the keys as
//! differences, then for each a bit set of the tags with a weight and these weights, a byte each).

use super::lattice::Transitions;
use super::name_kind::{TAGS, WIDTH};
use super::name_weights::Quantized;
use crate::analysis::model_file::{ModelError, ModelKind, ModelReader};

/// Everything a model file holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct ModelParts {
    /// Phrase hashes in ascending order with their list bits.
    pub(crate) lists: Vec<(u32, u32)>,
    pub(crate) transitions: Transitions,
    pub(crate) scale: f32,
    /// Feature keys in ascending order with their weights.
    pub(crate) features: Vec<(u32, Quantized)>,
}

impl ModelParts {
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
