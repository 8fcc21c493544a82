//! Hashes of texts in project files.

use sha2::{Digest, Sha256};

/// The first 64 bits of the SHA-256 of a text, as an SQLite integer.
pub(super) fn hash(text: &str) -> i64 {
    let digest = Sha256::digest(text.as_bytes());
    i64::from_be_bytes(digest[..8].try_into().expect("a digest has 32 bytes"))
}
