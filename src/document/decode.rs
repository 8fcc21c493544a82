//! Decodes the bytes of a file into text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::DocumentError;

/// First bytes of formats that are often mistaken for text.
const SIGNATURES: [(&[u8], &str); 7] = [
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
];

/// Decodes UTF-8, with or without a byte order mark, and UTF-16 with one. Removes the mark.
///
/// # Errors
/// [`DocumentError::Binary`], [`DocumentError::BrokenUtf8`] and [`DocumentError::BrokenUtf16`].
pub(crate) fn decode(path: &str, bytes: Vec<u8>) -> Result<String, DocumentError> {
    if let Some((_, found)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(DocumentError::Binary { path: path.to_owned(), found });
    }
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding == UTF_16LE || encoding == UTF_16BE => encoding
            .decode_without_bom_handling_and_without_replacement(&bytes[mark..])
            .map(|text| text.into_owned())
            .ok_or_else(|| DocumentError::BrokenUtf16 { path: path.to_owned() }),
        Some((encoding, mark)) if encoding == UTF_8 => decode_utf8(path, bytes[mark..].to_vec(), (1, 0)),
        _ => decode_utf8(path, bytes, (1, 0)),
    }
}

/// Length of the UTF-8 byte order mark at the start of `bytes`; 0 without one.
pub(crate) fn mark_length(bytes: &[u8]) -> usize {
    Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding == UTF_8).map_or(0, |(_, length)| length)
}

/// Returns whether a file with this start can be split into lines before decoding, as it is neither UTF-16 nor binary.
pub(crate) fn can_be_read_by_line(head: &[u8]) -> bool {
    let is_wide = Encoding::for_bom(head).is_some_and(|(encoding, _)| encoding != UTF_8);
    !is_wide && !SIGNATURES.iter().any(|(signature, _)| head.starts_with(signature))
}

/// Decodes a part of a file; it begins at the given line (1-based) and offset (in bytes).
pub(crate) fn decode_utf8(
    path: &str,
    bytes: Vec<u8>,
    (first_line, start): (usize, usize),
) -> Result<String, DocumentError> {
    if bytes.contains(&0) {
        return Err(DocumentError::Binary { path: path.to_owned(), found: "NUL bytes" });
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = first_line + bytes[..offset].iter().filter(|&&byte| byte == b'\n').count();
        DocumentError::BrokenUtf8 { path: path.to_owned(), line, byte: bytes[offset], offset: start + offset }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Result<String, String> {
        decode("a.txt", bytes.to_vec()).map_err(|error| error.to_string())
    }

    #[test]
    fn byte_order_marks_are_removed() {
        assert_eq!(decoded(b"\xef\xbb\xbfLima").unwrap(), "Lima");
        assert_eq!(decoded(b"\xff\xfeL\0i\0m\0a\0").unwrap(), "Lima");
        assert_eq!(decoded(b"\xfe\xff\0L\0i\0m\0a").unwrap(), "Lima");
    }

    #[test]
    fn the_first_invalid_byte_is_reported_with_its_line() {
        let message = decoded(b"one\ntwo \xff three").unwrap_err();
        assert!(message.starts_with("a.txt:2: expected UTF-8, found byte 0xff at offset 8"), "{message}");
    }

    #[test]
    fn binary_data_are_rejected() {
        assert!(decoded(b"%PDF-1.7").unwrap_err().contains("a PDF"));
        assert!(decoded(b"a\0b").unwrap_err().contains("NUL bytes"));
        assert!(decoded(b"\xff\xfe\0\xd8").unwrap_err().contains("unpaired"));
    }
}
