//! Writes the model file of a name finder, which [`ModelParts::from_bytes`] reads.

use crate::analysis::model_file::ModelKind;
use crate::analysis::names::name_kind::TAGS;
use crate::analysis::names::name_model::ModelParts;
use crate::training::model_writer::ModelWriter;

/// The bytes of the model file.
pub(crate) fn name_model(parts: &ModelParts) -> Vec<u8> {
    let mut out = ModelWriter::default();
    out.number(parts.lists.len() as u64);
    out.ascending(parts.lists.iter().map(|(hash, _)| *hash));
    parts.lists.iter().for_each(|&(_, bits)| out.number(u64::from(bits)));
    let scores = parts.transitions.0.iter().flat_map(|row| &row[..TAGS]);
    scores.chain([&parts.scale]).for_each(|score| out.number(u64::from(score.to_bits())));
    out.number(parts.features.len() as u64);
    out.ascending(parts.features.iter().map(|(key, _)| *key));
    for (_, weights) in &parts.features {
        let used = weights.iter().enumerate().filter(|(_, weight)| **weight != 0);
        out.number(used.fold(0, |bits, (tag, _)| bits | 1 << tag));
        weights.iter().filter(|weight| **weight != 0).for_each(|&weight| out.byte(weight));
    }
    out.finish(ModelKind::Names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::names::name_kind::WIDTH;

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
        let bytes = name_model(&parts);
        let back = ModelParts::from_bytes(&bytes).unwrap();
        assert_eq!((back.lists, back.scale, back.features), (parts.lists, parts.scale, parts.features));
        assert_eq!(back.transitions.0, parts.transitions.0);
        assert!((0..bytes.len()).all(|end| ModelParts::from_bytes(&bytes[..end]).is_err()));
    }
}
