//! Reads Rich Text Format (RTF 1.9): one article.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::open_file::OpenFile;
use super::reader::{Drafts, Reader, drafts_of};
use crate::document::DocumentError;
use crate::document::draft::Draft;

/// Reads the text of RTF, without pictures, styles, headers, footers and notes.
pub(in crate::document) struct Rtf;

impl Reader for Rtf {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        let draft = file.article_bytes().and_then(|bytes| read(&path, &name, &bytes));
        drafts_of(draft.map(|draft| vec![draft]))
    }
}

fn read(path: &str, name: &str, bytes: &[u8]) -> Result<Draft, DocumentError> {
    if !bytes.starts_with(b"{\\rtf") {
        return Err(OpenFile::broken(path, "RTF", "it does not begin with {\\rtf"));
    }
    let text = Text::read(bytes);
    if text.trim().is_empty() {
        return Err(DocumentError::NoText { place: path.to_owned() });
    }
    Ok(OpenFile::single_draft(path, name, text, "UTF-8"))
}

/// Groups that hold no text of the document.
const HIDDEN: [&str; 22] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "annotation",
    "themedata",
    "datastore",
    "listtable",
    "listoverridetable",
    "generator",
    "fldinst",
];

/// The state of a group.
#[derive(Debug, Clone, Copy)]
struct Group {
    is_hidden: bool,
    /// How many characters follow a Unicode character for programs that do not know it.
    skips: usize,
}

/// The text that has been read.
struct Text {
    text: String,
    /// Bytes in the document's code page that are not decoded yet.
    bytes: Vec<u8>,
    encoding: &'static Encoding,
    groups: Vec<Group>,
    group: Group,
    /// Characters to skip after a Unicode character.
    to_skip: usize,
    /// The first half of a character that takes two.
    high_surrogate: Option<u16>,
}

impl Text {
    fn read(bytes: &[u8]) -> String {
        let group = Group { is_hidden: false, skips: 1 };
        let mut text = Self {
            text: String::new(),
            bytes: Vec::new(),
            encoding: WINDOWS_1252,
            groups: Vec::new(),
            group,
            to_skip: 0,
            high_surrogate: None,
        };
        let mut at = 0;
        while at < bytes.len() {
            at += text.take(&bytes[at..]);
        }
        text.flush();
        text.text.trim().to_owned()
    }

    /// Reads what `rest` begins with and returns its length.
    fn take(&mut self, rest: &[u8]) -> usize {
        match rest[0] {
            b'{' => self.groups.push(self.group),
            b'}' => self.group = self.groups.pop().unwrap_or(self.group),
            b'\r' | b'\n' => {}
            b'\\' => return self.control(rest),
            byte => self.character(byte),
        }
        1
    }

    fn control(&mut self, rest: &[u8]) -> usize {
        let Some(&next) = rest.get(1) else { return 1 };
        if next == b'\'' {
            let byte = rest
                .get(2..4)
                .and_then(|digits| std::str::from_utf8(digits).ok())
                .and_then(|digits| u8::from_str_radix(digits, 16).ok());
            byte.into_iter().for_each(|byte| self.character(byte));
            return rest.len().min(4);
        }
        if !next.is_ascii_alphabetic() {
            match next {
                b'*' => self.group.is_hidden = true,
                b'~' => self.put("\u{a0}"),
                b'_' => self.put("-"),
                b'\\' | b'{' | b'}' => self.character(next),
                b'\r' | b'\n' => self.put("\n\n"),
                _ => {}
            }
            return 2;
        }
        let letters = rest[1..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let word = std::str::from_utf8(&rest[1..=letters]).expect("ASCII letters are UTF-8");
        let digits = rest[1 + letters..]
            .iter()
            .enumerate()
            .take_while(|(at, byte)| byte.is_ascii_digit() || (*at == 0 && **byte == b'-'));
        let digits = digits.count();
        let number =
            std::str::from_utf8(&rest[1 + letters..1 + letters + digits]).ok().and_then(|digits| digits.parse().ok());
        self.word(word, number);
        let length = 1 + letters + digits;
        length + usize::from(rest.get(length) == Some(&b' '))
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "sect" | "page" => self.put("\n\n"),
            "line" | "row" => self.put("\n"),
            "tab" | "cell" => self.put("\t"),
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.group.skips = usize::try_from(number.unwrap_or(1)).unwrap_or(0),
            "ansicpg" => self.encoding = code_page(number.unwrap_or(1252)),
            "v" => self.group.is_hidden |= number != Some(0),
            _ if HIDDEN.contains(&word) => self.group.is_hidden = true,
            _ => {}
        }
    }

    /// A UTF-16 unit, written as a number with a sign.
    fn unicode(&mut self, number: i32) {
        let unit = number as u16; // negative numbers stand for units from 0x8000
        let units: Vec<u16> = self.high_surrogate.take().into_iter().chain([unit]).collect();
        if (0xd800..0xdc00).contains(&unit) {
            self.high_surrogate = Some(unit);
        } else {
            self.put(&String::from_utf16_lossy(&units));
        }
        self.to_skip = self.group.skips;
    }

    /// A character of the document's code page, or its replacement for one that was read.
    fn character(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
        } else if !self.group.is_hidden {
            self.bytes.push(byte);
        }
    }

    fn put(&mut self, text: &str) {
        self.flush();
        if !self.group.is_hidden {
            self.text.push_str(text);
        }
    }

    fn flush(&mut self) {
        let (text, _) = self.encoding.decode_without_bom_handling(&self.bytes);
        self.text.push_str(&text);
        self.bytes.clear();
    }
}

fn code_page(number: i32) -> &'static Encoding {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_read_without_styles_and_in_its_code_page() {
        let rtf = b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}\\f0 Jos\\'e9 \\b Quispe\\b0  met\\par {\\i Tika} Oli\\u8212? \\u-10179?\\u-8704? \\{yes\\}.\\par}";
        assert_eq!(Text::read(rtf), "José Quispe met\n\nTika Oli— \u{1f600} {yes}.");
    }

    #[test]
    fn broken_rtf_is_read_as_far_as_it_goes() {
        for rtf in ["{\\rtf1 Tui\\", "{\\rtf1 Tui}}}}", "{\\rtf1 Tui\\'", "{\\rtf1 Tui\\u", "{\\rtf1 Tui{{{{"] {
            assert_eq!(Text::read(rtf.as_bytes()).trim_end_matches('\0'), "Tui", "{rtf}");
        }
        assert!(read("a.rtf", "a", b"Tui").unwrap_err().to_string().contains("{\\rtf"));
    }
}
