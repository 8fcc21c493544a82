//! Reads model files; `training` writes them.
//!
//! A model file is eight bytes of header (`WHOM`, kind, version, two zero bytes), the length of the
//! contents as a `u32` (little endian) and the contents, compressed by DEFLATE (RFC 1951). Inside, numbers
//! are variable-length (LEB128, seven bits a byte, lowest first), signed ones zigzag-coded.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The first bytes of a model file.
pub(crate) const MAGIC: &[u8; 4] = b"WHOM";

/// Version of the layout. It changes whenever features or their hashes change, because old weights would then be read
/// as nonsense.
pub(crate) const VERSION: u8 = 1;

/// Largest contents to unpack, in bytes: a guard against damaged files.
const MAX_CONTENTS: usize = 64 << 20;

/// A model file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// The file does not start as a model file does.
    #[error("expected a whomet model file, found other contents")]
    NotAModel,
    /// The file holds a model for another step.
    #[error("expected a model of the kind \"{expected}\", found \"{found}\"")]
    WrongKind {
        /// The kind that was asked for.
        expected: &'static str,
        /// The kind of the file.
        found: String,
    },
    /// The file was written by another version of the program.
    #[error("expected model version {VERSION}, found {found}; train the model again")]
    WrongVersion {
        /// Version of the file.
        found: u8,
    },
    /// The contents end early or are inconsistent.
    #[error("the model file is damaged: {what}")]
    Damaged {
        /// What could not be read.
        what: &'static str,
    },
}

/// The kind of a model file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ModelKind {
    Tagger,
    Lemmatizer,
    Parser,
    Names,
    Vectors,
}

impl ModelKind {
    const ALL: [Self; 5] = [Self::Tagger, Self::Lemmatizer, Self::Parser, Self::Names, Self::Vectors];

    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Tagger => b'T',
            Self::Lemmatizer => b'L',
            Self::Parser => b'P',
            Self::Names => b'N',
            Self::Vectors => b'V',
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Tagger => "tagger",
            Self::Lemmatizer => "lemmatizer",
            Self::Parser => "parser",
            Self::Names => "names",
            Self::Vectors => "vectors",
        }
    }
}

/// Reads the contents of a model file from the start.
pub(crate) struct ModelReader {
    contents: Vec<u8>,
    at: usize,
}

impl ModelReader {
    /// Checks the header of `file` and unpacks the contents.
    pub(crate) fn new(file: &[u8], kind: ModelKind) -> Result<Self, ModelError> {
        let (header, packed) = file.split_at_checked(12).ok_or(ModelError::NotAModel)?;
        if &header[..4] != MAGIC {
            return Err(ModelError::NotAModel);
        }
        if header[4] != kind.code() {
            let known = ModelKind::ALL.iter().find(|known| known.code() == header[4]);
            let found = known.map_or_else(|| format!("code {}", header[4]), |known| known.name().to_owned());
            return Err(ModelError::WrongKind { expected: kind.name(), found });
        }
        if header[5] != VERSION {
            return Err(ModelError::WrongVersion { found: header[5] });
        }
        let length = u32::from_le_bytes([header[8], header[9], header[10], header[11]]) as usize;
        let contents = decompress_to_vec_with_limit(packed, length.min(MAX_CONTENTS))
            .map_err(|_| ModelError::Damaged { what: "compressed contents" })?;
        if contents.len() != length {
            return Err(ModelError::Damaged { what: "length of the contents" });
        }
        Ok(Self { contents, at: 0 })
    }

    /// The next number.
    #[inline]
    pub(crate) fn number(&mut self) -> Result<u64, ModelError> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = *self.contents.get(self.at).ok_or(ModelError::Damaged { what: "a number" })?;
            self.at += 1;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
            shift += 7;
            if shift > 56 {
                return Err(ModelError::Damaged { what: "a number" });
            }
        }
    }

    /// The next byte.
    #[inline]
    pub(crate) fn byte(&mut self) -> Result<i8, ModelError> {
        let byte = *self.contents.get(self.at).ok_or(ModelError::Damaged { what: "a byte" })?;
        self.at += 1;
        Ok(byte as i8)
    }

    /// The next `count` bytes.
    pub(crate) fn bytes(&mut self, count: usize) -> Result<impl Iterator<Item = i8>, ModelError> {
        let bytes = self.contents.get(self.at..self.at + count).ok_or(ModelError::Damaged { what: "bytes" })?;
        self.at += count;
        Ok(bytes.iter().map(|&byte| byte as i8))
    }

    /// The next number, as a count of items of at least one byte each.
    pub(crate) fn count(&mut self) -> Result<usize, ModelError> {
        let count = self.number()? as usize;
        if count > self.contents.len() {
            return Err(ModelError::Damaged { what: "a count" });
        }
        Ok(count)
    }

    /// The next string.
    pub(crate) fn string(&mut self) -> Result<String, ModelError> {
        let length = self.count()?;
        let bytes = self.contents.get(self.at..self.at + length).ok_or(ModelError::Damaged { what: "a string" })?;
        self.at += length;
        String::from_utf8(bytes.to_vec()).map_err(|_| ModelError::Damaged { what: "a string" })
    }

    /// The next `count` keys, which are stored as differences.
    pub(crate) fn ascending(&mut self, count: usize) -> Result<Vec<u32>, ModelError> {
        let mut keys = Vec::with_capacity(count);
        let mut last = 0_u32;
        for _ in 0..count {
            let step = u32::try_from(self.number()?).ok();
            last = step.and_then(|step| last.checked_add(step)).ok_or(ModelError::Damaged { what: "a key" })?;
            keys.push(last);
        }
        Ok(keys)
    }
}
