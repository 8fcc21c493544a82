//! Reads inputs into documents, all at once or one by one.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::Path;

use rayon::prelude::*;

use super::DocumentError;
use super::article::{Document, MAX_ARTICLE_BYTES};
use super::decode::{can_be_read_by_line, decode, mark_length};
use super::files::{Input, Source, find_files};
use super::jsonl::Lines;
use crate::ids::DocumentId;

/// The documents and problems of some inputs.
#[derive(Debug, Default)]
pub struct Reading {
    /// The documents, ordered by id, each id once.
    pub documents: Vec<Document>,
    /// What could not be read completely, ordered by input.
    pub problems: Vec<DocumentError>,
}

/// The articles of a file, one by one.
type Content = Box<dyn Iterator<Item = Result<Document, DocumentError>> + Send>;

/// How much of a file is read to decide what it is.
const HEAD_BYTES: u64 = 4096;

/// Reads all `inputs`. The result does not depend on their order; an input named twice is read once.
///
/// A file with one article is named after its stem; files with the same stem are named after their path without the
/// extension. Unsupported files are skipped in a folder, and are a problem if named explicitly. `progress` is called
/// once for every file read, from any thread.
#[must_use]
pub fn read_inputs(inputs: &[Input], progress: &(dyn Fn(&str) + Sync)) -> Reading {
    let (files, mut problems) = find_files(inputs.iter().map(|input| (Path::new(""), input)));
    let read: Vec<Vec<Result<Document, DocumentError>>> = files
        .par_iter()
        .map(|file| {
            progress(&file.shown);
            content_of(file).collect()
        })
        .collect();
    let mut documents = Vec::new();
    for result in read.into_iter().flatten() {
        match result {
            Ok(document) => documents.push(document),
            Err(error) => problems.push(error),
        }
    }
    let documents = keep_first_of_each_id(documents, &mut problems);
    Reading { documents, problems }
}

/// The articles of some inputs one at a time, named as [`read_inputs`] names them, and the problems of reading.
///
/// The articles are ordered by path and line. Each id occurs once, and only one article is in memory.
pub struct Articles {
    problems: std::vec::IntoIter<DocumentError>,
    files: std::vec::IntoIter<Source>,
    open: Option<Content>,
    /// The place where each id was first used.
    places: BTreeMap<DocumentId, String>,
}

impl Articles {
    /// The articles of `inputs`, each with the folder that its relative path starts from; "" is the current folder.
    pub fn new<'a>(inputs: impl IntoIterator<Item = (&'a Path, &'a Input)>) -> Self {
        let (files, problems) = find_files(inputs);
        let (problems, files) = (problems.into_iter(), files.into_iter());
        Self { problems, files, open: None, places: BTreeMap::new() }
    }

    /// The largest possible number of articles that follow. Reads JSON Lines files once to count their lines, and does
    /// not count standard input.
    #[must_use]
    pub fn at_most(&self) -> u64 {
        let lines = |file: &Source| file.file.as_deref().map_or(0, |file| count_lines(file).unwrap_or(0));
        self.files.as_slice().iter().map(|file| if file.is_lines() { lines(file) } else { 1 }).sum()
    }

    fn once_by_id(&mut self, document: Document) -> Result<Document, DocumentError> {
        let place = place(&document);
        match self.places.get(&document.id) {
            Some(first) => Err(DocumentError::DuplicateId { place, id: document.id.to_string(), first: first.clone() }),
            None => {
                self.places.insert(document.id.clone(), place);
                Ok(document)
            }
        }
    }
}

impl Iterator for Articles {
    type Item = Result<Document, DocumentError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(problem) = self.problems.next() {
            return Some(Err(problem));
        }
        loop {
            if let Some(result) = self.open.as_mut().and_then(Iterator::next) {
                return Some(result.and_then(|document| self.once_by_id(document)));
            }
            self.open = Some(content_of(&self.files.next()?));
        }
    }
}

fn count_lines(file: &Path) -> std::io::Result<u64> {
    let mut reader = BufReader::with_capacity(1 << 18, File::open(file)?);
    let mut count = 0;
    loop {
        let bytes = reader.fill_buf()?;
        if bytes.is_empty() {
            return Ok(count);
        }
        count += bytes.iter().filter(|&&byte| byte == b'\n').count() as u64;
        let length = bytes.len();
        reader.consume(length);
    }
}

/// The articles of one file.
fn content_of(file: &Source) -> Content {
    open(file).unwrap_or_else(|error| Box::new(std::iter::once(Err(error))))
}

fn open(source: &Source) -> Result<Content, DocumentError> {
    let path = source.shown.as_str();
    let unreadable = |source| DocumentError::Unreadable { path: path.to_owned(), source };
    let mut reader: Box<dyn Read + Send> = match &source.file {
        None => Box::new(std::io::stdin()),
        Some(file) => Box::new(File::open(file).map_err(unreadable)?),
    };
    let mut head = Vec::new();
    reader.by_ref().take(HEAD_BYTES).read_to_end(&mut head).map_err(unreadable)?;
    let is_lines = source.is_lines() || (source.file.is_none() && begins_like_lines(&head));
    if is_lines && can_be_read_by_line(&head) {
        let head = Cursor::new(head.split_off(mark_length(&head)));
        return Ok(Box::new(Lines::new(path, &source.name, BufReader::new(head.chain(reader)))));
    }
    let limit = if is_lines || source.file.is_none() { u64::MAX } else { MAX_ARTICLE_BYTES as u64 + 1 };
    reader.take(limit - head.len() as u64).read_to_end(&mut head).map_err(unreadable)?;
    if limit < u64::MAX && head.len() > MAX_ARTICLE_BYTES {
        let whole = source.file.as_ref().and_then(|file| std::fs::metadata(file).ok());
        let size = whole.map_or(head.len() as u64, |metadata| metadata.len());
        return Err(DocumentError::TooLarge { place: path.to_owned(), size, limit: MAX_ARTICLE_BYTES });
    }
    let text = decode(path, head)?;
    if is_lines || (source.file.is_none() && text.trim_start().starts_with('{')) {
        return Ok(Box::new(Lines::new(path, &source.name, Cursor::new(text.into_bytes()))));
    }
    if text.trim().is_empty() {
        return Err(DocumentError::Empty { place: path.to_owned() });
    }
    let document = Document { path: path.to_owned(), ..Document::from_text(&source.name, text) };
    Ok(Box::new(std::iter::once(Ok(document))))
}

/// Returns whether the bytes on standard input begin like JSON Lines and not like an article.
fn begins_like_lines(head: &[u8]) -> bool {
    head[mark_length(head)..].trim_ascii_start().starts_with(b"{")
}

/// Sorts by id and keeps the first article of each id by path and line.
fn keep_first_of_each_id(mut documents: Vec<Document>, problems: &mut Vec<DocumentError>) -> Vec<Document> {
    documents.sort_by(|a, b| (&a.id, &a.path, a.line).cmp(&(&b.id, &b.path, b.line)));
    let mut kept: Vec<Document> = Vec::with_capacity(documents.len());
    for document in documents {
        match kept.last().filter(|last| last.id == document.id) {
            Some(first) => problems.push(DocumentError::DuplicateId {
                place: place(&document),
                id: document.id.to_string(),
                first: place(first),
            }),
            None => kept.push(document),
        }
    }
    kept
}

fn place(document: &Document) -> String {
    match document.line {
        Some(line) => format!("{}:{line}", document.path),
        None => document.path.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_read_one_by_one_equal_those_read_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, content: &[u8]| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, content).unwrap();
        };
        write("a/visit.txt", b"Moana Tui left.");
        write("a-b/visit.txt", b"\xff\xfeL\0i\0m\0a\0");
        write(
            "a/news.jsonl",
            b"\xef\xbb\xbf{\"text\": \"One.\"}\n{\"id\": \"x\", \"text\": \"Two.\", \"date\": \"soon\"}\n",
        );
        write("more.jsonl", b"{\"id\": \"x\", \"text\": \"Three.\"}\nno json\n");
        write(
            "wide.jsonl",
            &[
                b"\xff\xfe".as_slice(),
                &"{\"text\": \"Wide.\"}".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
            ]
            .concat(),
        );
        write("picture.jsonl", b"\x89PNG");
        let input = Input::Path(folder.path().to_owned());
        let Reading { documents, problems } = read_inputs(&[input.clone(), input.clone()], &|_| {});
        let articles = Articles::new([(Path::new(""), &input)]);
        assert_eq!(articles.at_most(), 6, "two articles and four line ends");
        let (mut streamed, mut complaints) = (Vec::new(), Vec::new());
        for result in articles {
            match result {
                Ok(document) => streamed.push(document),
                Err(error) => complaints.push(error.to_string()),
            }
        }
        streamed.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(streamed, documents);
        complaints.sort();
        let mut messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
        messages.sort();
        assert_eq!(complaints, messages);
        assert_eq!((streamed.len(), messages.len()), (5, 4));
        assert!(messages[1].contains("more.jsonl:1: the id \"x\" is already used by"), "{messages:?}");
    }

    #[test]
    fn a_relative_path_starts_from_its_folder_and_is_shown_without_it() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("news")).unwrap();
        std::fs::write(folder.path().join("news/visit.txt"), "Moana Tui left.").unwrap();
        let input = Input::Path("news".into());
        let read: Vec<Document> = Articles::new([(folder.path(), &input)]).map(Result::unwrap).collect();
        assert_eq!((read[0].id.as_str(), read[0].path.as_str()), ("visit", "news/visit.txt"));
    }
}
