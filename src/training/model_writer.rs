//! Writes the model files that [`model_file`](crate::analysis::model_file) reads.

use miniz_oxide::deflate::compress_to_vec;

use crate::analysis::model_file::{MAGIC, ModelKind, VERSION};
use crate::analysis::model_tables::{KeyMap, key_map};

/// Collects the contents of a model file.
#[derive(Default)]
pub(crate) struct ModelWriter {
    contents: Vec<u8>,
}

impl ModelWriter {
    /// Appends a number.
    pub(crate) fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.contents.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.contents.push(value as u8);
    }

    /// Appends a small number as it is.
    pub(crate) fn byte(&mut self, value: i8) {
        self.contents.push(value as u8);
    }

    /// Appends a string, its length first.
    pub(crate) fn string(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.contents.extend_from_slice(text.as_bytes());
    }

    /// Appends keys in ascending order as differences.
    pub(crate) fn ascending(&mut self, keys: impl Iterator<Item = u32>) {
        let mut last = 0;
        for key in keys {
            self.number(u64::from(key - last));
            last = key;
        }
    }

    /// The finished file.
    pub(crate) fn finish(self, kind: ModelKind) -> Vec<u8> {
        let mut file = Vec::new();
        file.extend_from_slice(MAGIC);
        file.extend_from_slice(&[kind.code(), VERSION, 0, 0]);
        file.extend_from_slice(&(self.contents.len() as u32).to_le_bytes());
        file.extend(compress_to_vec(&self.contents, 9));
        file
    }
}

/// Writes `entries`, which are in ascending order of their keys.
pub(crate) fn write_map(entries: &[(u32, u32)], out: &mut ModelWriter) {
    out.number(entries.len() as u64);
    out.ascending(entries.iter().map(|entry| entry.0));
    entries.iter().for_each(|entry| out.number(u64::from(entry.1)));
}

/// The map that [`write_map`] stores.
pub(crate) fn map_of(entries: &[(u32, u32)]) -> KeyMap {
    let keys: Vec<u32> = entries.iter().map(|entry| entry.0).collect();
    key_map(&keys, |at| entries[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::model_file::{ModelError, ModelReader};

    #[test]
    fn what_is_written_is_read_back() {
        let mut writer = ModelWriter::default();
        writer.number(300);
        writer.string("NNP");
        writer.ascending([5, 5, 1 << 29].into_iter());
        let file = writer.finish(ModelKind::Tagger);
        let mut reader = ModelReader::new(&file, ModelKind::Tagger).unwrap();
        assert_eq!(reader.number(), Ok(300));
        assert_eq!(reader.string().as_deref(), Ok("NNP"));
        assert_eq!(reader.ascending(3), Ok(vec![5, 5, 1 << 29]));
        assert_eq!(reader.number(), Err(ModelError::Damaged { what: "a number" }));
    }

    #[test]
    fn a_file_of_another_kind_is_refused_by_name() {
        let file = ModelWriter::default().finish(ModelKind::Parser);
        let error = ModelReader::new(&file, ModelKind::Tagger).err().unwrap();
        assert_eq!(error.to_string(), "expected a model of the kind \"tagger\", found \"parser\"");
        assert_eq!(ModelReader::new(b"PK", ModelKind::Tagger).err(), Some(ModelError::NotAModel));
    }

    #[test]
    fn a_cut_file_is_refused() {
        let mut writer = ModelWriter::default();
        (0..1000).for_each(|n| writer.number(n * n));
        let file = writer.finish(ModelKind::Parser);
        assert!(ModelReader::new(&file[..file.len() / 2], ModelKind::Parser).is_err());
    }
}
