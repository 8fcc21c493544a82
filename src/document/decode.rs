//! Decodes the bytes of a file into text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

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

/// Decodes the bytes of a file and names their encoding.
///
/// A byte order mark decides; then whether the bytes are UTF-8; then what the file declares; then what the bytes
/// clearly are: UTF-16, or Windows-1252, of which Latin-1 is a part. Removes the mark.
///
/// # Errors
/// [`DocumentError::Binary`], [`DocumentError::BrokenUtf8`] and [`DocumentError::BrokenEncoding`].
pub(super) fn decode(
    path: &str,
    bytes: Vec<u8>,
    declared: Option<&'static Encoding>,
) -> Result<(String, &'static str), DocumentError> {
    if let Some((_, found)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(DocumentError::Binary { path: path.to_owned(), found });
    }
    let decode_as = |encoding: &'static Encoding, bytes: &[u8]| {
        let decoded = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        let broken = || DocumentError::BrokenEncoding { path: path.to_owned(), encoding: encoding.name() };
        decoded.map(|text| (text.into_owned(), encoding.name())).ok_or_else(broken)
    };
    match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) if encoding == UTF_8 => {
            return decode_utf8(path, bytes[mark..].to_vec(), (1, 0)).map(in_utf8);
        }
        Some((encoding, mark)) => return decode_as(encoding, &bytes[mark..]),
        None => {}
    }
    let is_utf8 = std::str::from_utf8(&bytes).is_ok();
    match declared.filter(|encoding| *encoding != UTF_8 && !is_utf8).or_else(|| clear_encoding(&bytes)) {
        Some(encoding) => decode_as(encoding, &bytes),
        None => decode_utf8(path, bytes, (1, 0)).map(in_utf8),
    }
}

fn in_utf8(text: String) -> (String, &'static str) {
    (text, UTF_8.name())
}

/// The encoding of bytes that are clearly not UTF-8.
fn clear_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let nulls = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count() * 2;
    if head.len() >= 8 && nulls(1) * 10 >= head.len() * 8 && nulls(0) == 0 {
        return Some(UTF_16LE);
    }
    if head.len() >= 8 && nulls(0) * 10 >= head.len() * 8 && nulls(1) == 0 {
        return Some(UTF_16BE);
    }
    is_windows_1252(bytes).then_some(WINDOWS_1252)
}

/// Whether every byte above ASCII stands where its character in Windows-1252 would stand in a text: letters within or
/// beside words, quotes and dashes anywhere, and nothing that this encoding does not use.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let mut has_high = false;
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte >= 0xc0);
    for (at, &byte) in bytes.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        let is_fine = match byte {
            b'\t' | b'\n' | b'\r' | 0x0c | 0x20..=0x7e => continue,
            0x80 | 0x82 | 0x84 | 0x85 | 0x8a | 0x8c | 0x8e | 0x91..=0x97 | 0x99 | 0x9a | 0x9c | 0x9e | 0x9f => true,
            0xa0 | 0xa3 | 0xa7 | 0xa9 | 0xaa | 0xab | 0xad | 0xae | 0xb0 | 0xb4 | 0xb7 | 0xba | 0xbb | 0xbd | 0xbf => {
                true
            }
            0xd7 | 0xf7 => false,
            0xc0.. => is_letter(before) || is_letter(bytes.get(at + 1)),
            _ => false,
        };
        if !is_fine {
            return false;
        }
        has_high = true;
    }
    has_high && std::str::from_utf8(bytes).is_err()
}

/// The encoding that an XML declaration names.
pub(super) fn declared_xml_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).to_ascii_lowercase();
    let declaration = head.trim_start().strip_prefix("<?xml")?.split_once("?>")?.0.to_owned();
    let label = declaration.split_once("encoding")?.1.trim_start_matches([' ', '=', '"', '\'']).to_owned();
    Encoding::for_label(label.split(['"', '\'']).next()?.as_bytes())
}

/// Length of the UTF-8 byte order mark at the start of `bytes`; 0 without one.
pub(super) fn mark_length(bytes: &[u8]) -> usize {
    Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding == UTF_8).map_or(0, |(_, length)| length)
}

/// Returns whether a file with this start can be split into lines before decoding, as it is neither UTF-16 nor binary.
pub(super) fn can_be_read_by_line(head: &[u8]) -> bool {
    let is_wide = Encoding::for_bom(head).is_some_and(|(encoding, _)| encoding != UTF_8);
    !is_wide && !SIGNATURES.iter().any(|(signature, _)| head.starts_with(signature))
}

/// Decodes a part of a file; it begins at the given line (1-based) and offset (in bytes).
pub(super) fn decode_utf8(
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
        decode("a.txt", bytes.to_vec(), None).map(|(text, _)| text).map_err(|error| error.to_string())
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
    fn clear_encodings_are_recognized_and_declared_ones_believed() {
        let read = |bytes: &[u8], declared| decode("a.txt", bytes.to_vec(), declared).unwrap();
        assert_eq!(
            read(b"Jos\xe9 Nu\xf1ez said \x93no\x94", None),
            ("José Nuñez said “no”".to_owned(), "windows-1252")
        );
        assert_eq!(read(b"L\0i\0m\0a\0 \0i\0s\0", None), ("Lima is".to_owned(), "UTF-16LE"));
        let cyrillic = Encoding::for_label(b"windows-1251");
        assert_eq!(read(b"\xcb\xe8\xec\xe0", cyrillic), ("Лима".to_owned(), "windows-1251"));
        assert_eq!(read("Perú".as_bytes(), cyrillic), ("Perú".to_owned(), "UTF-8"));
    }

    #[test]
    fn what_is_not_clearly_an_encoding_is_not_guessed() {
        assert!(decoded(b"10 \xf7 2").is_err());
        assert!(decoded(b"a \x81 b").is_err());
        assert!(decoded(b"Per\xc3\xba and \xff").is_err());
    }

    #[test]
    fn binary_data_are_rejected() {
        assert!(decoded(b"%PDF-1.7").unwrap_err().contains("a PDF"));
        assert!(decoded(b"a\0b").unwrap_err().contains("NUL bytes"));
        assert!(decoded(b"\xff\xfe\0\xd8").unwrap_err().contains("UTF-16LE"));
    }
}
