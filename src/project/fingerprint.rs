//! Names the program version and data that a document was read with.

use std::fmt;

use sha2::{Digest, Sha256};

/// Names the version of whomet and the user's data that documents are read with. A document with another fingerprint is
/// read again. The version of the program stands for the data that ship with it.
///
/// # Example
/// ```
/// use whomet::project::Fingerprint;
///
/// let shipped = Fingerprint::new([]);
/// assert_eq!(shipped.as_str(), env!("CARGO_PKG_VERSION"));
/// assert_ne!(Fingerprint::new([("rules", b"...".as_slice())]), shipped);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint(String);

/// Hexadecimal digits of the data's hash that are kept; 64 bits tell apart all data one project will see.
const DIGITS: usize = 16;

impl Fingerprint {
    /// The fingerprint of these data, each with its kind ("rules", "lexicon" ...), in this order.
    pub fn new<'a>(data: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let mut data = data.into_iter().peekable();
        let mut fingerprint = env!("CARGO_PKG_VERSION").to_owned();
        if data.peek().is_some() {
            let mut hash = Sha256::new();
            for (kind, bytes) in data {
                hash.update(format!("{kind} {}\n", bytes.len())); // so that no two lists run together alike
                hash.update(bytes);
            }
            let digits: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            fingerprint.push('+');
            fingerprint.push_str(&digits[..DIGITS]);
        }
        Self(fingerprint)
    }

    /// The version, and behind "+" the hash of the user's data if there are any.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_data_or_another_kind_or_order_give_another_fingerprint() {
        let of = |data: &[(&'static str, &'static [u8])]| Fingerprint::new(data.iter().copied()).to_string();
        let all = [
            of(&[]),
            of(&[("rules", b"a")]),
            of(&[("lexicon", b"a")]),
            of(&[("rules", b"a"), ("rules", b"b")]),
            of(&[("rules", b"b"), ("rules", b"a")]),
            of(&[("rules", b"ab")]),
        ];
        let different: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(different.len(), all.len(), "{all:?}");
        assert_eq!(of(&[("rules", b"a")]), all[1]);
    }
}
