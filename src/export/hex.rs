//! Short fingerprints of texts.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The first 80 bits of the SHA-256 of `bytes`, in hexadecimal: a million ids do not collide.
pub(super) fn hex_of(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().take(10).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
