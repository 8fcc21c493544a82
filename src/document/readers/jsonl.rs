//! Reads JSON Lines, one article per line.

use std::io::{BufRead, BufReader, Cursor, Read};
use std::iter::FusedIterator;

use serde::Deserialize;
use serde_json::Value;

use super::open_file::OpenFile;
use super::reader::{Drafts, Reader};
use crate::document::DocumentError;
use crate::document::article_limits::MAX_ARTICLE_BYTES;
use crate::document::decode::{can_be_read_by_line, decode, decode_utf8, mark_length};
use crate::document::draft::Draft;
use crate::document::header::Metadata;

/// Reads JSON Lines.
pub(in crate::document) struct JsonLines;

impl Reader for JsonLines {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        if can_be_read_by_line(&file.head) {
            let mark = mark_length(&file.head);
            return Box::new(Lines::new(&path, &name, BufReader::new(file.stream(mark))));
        }
        match file.file_bytes().and_then(|bytes| decode(&path, bytes, None)) {
            Ok((text, _)) => Box::new(Lines::new(&path, &name, Cursor::new(text.into_bytes()))),
            Err(error) => Box::new(std::iter::once(Err(error))),
        }
    }
}

/// Longest line: JSON needs up to six bytes for a byte of text, and some more for the other fields.
const MAX_LINE_BYTES: u64 = 6 * MAX_ARTICLE_BYTES as u64 + (1 << 20);

/// The fields of a line that are read; all others are ignored.
#[derive(Deserialize)]
struct Line {
    id: Option<Value>,
    text: String,
    title: Option<String>,
    date: Option<String>,
    url: Option<String>,
    source: Option<String>,
}

/// The articles of a file and the problems of its lines, in line order.
///
/// Blank lines are skipped, and an article without `id` is named `stem:line`. Only one line is in memory at a time.
struct Lines<R> {
    path: String,
    stem: String,
    reader: R,
    /// Number of lines read.
    number: usize,
    /// Number of bytes read.
    offset: usize,
    has_content: bool,
    is_over: bool,
}

impl<R: BufRead> Lines<R> {
    /// The articles in `reader`, which reads the file `path` with this stem.
    fn new(path: &str, stem: &str, reader: R) -> Self {
        let (path, stem) = (path.to_owned(), stem.to_owned());
        Self { path, stem, reader, number: 0, offset: 0, has_content: false, is_over: false }
    }

    /// The next line that is not blank; `None` at the end.
    fn line(&mut self) -> Option<Result<String, DocumentError>> {
        loop {
            let mut bytes = Vec::new();
            let read = self.reader.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut bytes);
            if let Err(source) = read {
                self.is_over = true;
                return Some(Err(DocumentError::Unreadable { path: self.path.clone(), source }));
            }
            if bytes.is_empty() {
                self.is_over = true;
                return (!self.has_content).then(|| Err(DocumentError::Empty { place: self.path.clone() }));
            }
            self.number += 1;
            let start = self.offset;
            self.offset += bytes.len();
            if bytes.len() as u64 == MAX_LINE_BYTES && !bytes.ends_with(b"\n") {
                return Some(Err(self.skip_long_line(start)));
            }
            match decode_utf8(&self.path, bytes, (self.number, start)) {
                Ok(line) if line.trim().is_empty() => {}
                Ok(line) => {
                    self.has_content = true;
                    return Some(Ok(line));
                }
                Err(error) => {
                    self.has_content = true;
                    // NUL bytes mean that the file is binary; an invalid byte affects only its line.
                    self.is_over = matches!(error, DocumentError::Binary { .. });
                    return Some(Err(error));
                }
            }
        }
    }

    fn skip_long_line(&mut self, start: usize) -> DocumentError {
        self.has_content = true;
        match self.reader.skip_until(b'\n') {
            Ok(more) => {
                self.offset += more;
                let place = format!("{}:{}", self.path, self.number);
                DocumentError::TooLarge { place, size: (self.offset - start) as u64, limit: MAX_ARTICLE_BYTES }
            }
            Err(source) => {
                self.is_over = true;
                DocumentError::Unreadable { path: self.path.clone(), source }
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Draft, DocumentError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let line = self.line()?;
        Some(line.and_then(|line| read_line(&self.path, &self.stem, self.number, &line)))
    }
}

impl<R: BufRead> FusedIterator for Lines<R> {}

/// Reads one article.
fn read_line(path: &str, stem: &str, number: usize, line: &str) -> Result<Draft, DocumentError> {
    let bad = |reason: String| DocumentError::BadLine { path: path.to_owned(), line: number, reason };
    let place = || format!("{path}:{number}");
    let value: Value = serde_json::from_str(line).map_err(|error| bad(format!("the line is not JSON ({error})")))?;
    if !value.is_object() {
        return Err(bad(format!("the line is {}, not an object", kind_of(&value))));
    }
    let line: Line = serde_json::from_value(value).map_err(|error| bad(error.to_string()))?;
    if line.text.trim().is_empty() {
        return Err(DocumentError::Empty { place: place() });
    }
    if line.text.len() > MAX_ARTICLE_BYTES {
        let size = line.text.len() as u64;
        return Err(DocumentError::TooLarge { place: place(), size, limit: MAX_ARTICLE_BYTES });
    }
    let id = match line.id {
        Some(Value::String(id)) if !id.is_empty() => id,
        Some(Value::Number(id)) => id.to_string(),
        None | Some(Value::Null) => format!("{stem}:{number}"),
        Some(_) => return Err(bad("the id is not a string or number".to_owned())),
    };
    let date = line.date.filter(|date| !date.is_empty());
    let metadata = Metadata { title: line.title, date, url: line.url, source: line.source, updated: None };
    Ok(Draft { id, path: path.to_owned(), line: Some(number), text: line.text, metadata, encoding: "UTF-8" })
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Vec<Draft>, Vec<String>) {
        let (mut documents, mut problems) = (Vec::new(), Vec::new());
        for result in Lines::new("in.jsonl", "in", bytes) {
            match result {
                Ok(document) => documents.push(document),
                Err(error) => problems.push(error.to_string()),
            }
        }
        (documents, problems)
    }

    fn ids(documents: &[Draft]) -> Vec<&str> {
        documents.iter().map(|document| document.id.as_str()).collect()
    }

    #[test]
    fn bad_lines_are_reported_and_the_others_read() {
        let text = "{\"id\": 7, \"text\": \"One.\", \"date\": \"2024-03-18\"}\n[1]\n\n{\"text\": \"Two.\"}\n{\"id\": \"x\"}\nnot json";
        let (documents, messages) = read(text.as_bytes());
        assert_eq!(ids(&documents), ["7", "in:4"]);
        assert_eq!(documents[0].metadata.date.as_deref(), Some("2024-03-18"));
        assert!(messages[0].starts_with("in.jsonl:2: the line is an array, not an object"), "{messages:?}");
        assert!(messages[1].starts_with("in.jsonl:5: missing field `text`"), "{messages:?}");
        assert!(messages[2].starts_with("in.jsonl:6: the line is not JSON"), "{messages:?}");
    }

    #[test]
    fn an_invalid_byte_affects_only_its_line() {
        let (documents, problems) = read(b"{\"text\": \"One.\"}\n{\"text\": \"\xff\"}\n{\"text\": \"Three.\"}\n");
        assert_eq!(ids(&documents), ["in:1", "in:3"]);
        assert!(problems[0].starts_with("in.jsonl:2: expected UTF-8, found byte 0xff at offset 27"), "{problems:?}");
    }

    #[test]
    fn a_file_of_blank_lines_is_an_empty_article() {
        for text in ["", "\n \r\n\n"] {
            let (documents, problems) = read(text.as_bytes());
            assert!(documents.is_empty() && problems.len() == 1 && problems[0].contains("empty"), "{problems:?}");
        }
    }
}
