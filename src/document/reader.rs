//! Reads inputs into documents, all at once or one by one.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::time::UNIX_EPOCH;

use jiff::Span;
use jiff::civil::Date;
use rayon::prelude::*;

use super::DocumentError;
use super::article::Document;
use super::files::{Files, Input, Skipped, Source, find_files};
use super::format::InputFormat;
use super::options::{DateFrom, ReadingOptions};
use super::published::date_of_path;
use super::readers::{OpenFile, Reader};
use crate::date::PartialDate;
use crate::ids::DocumentId;

/// The documents and problems of some inputs.
#[derive(Debug, Default)]
pub struct Reading {
    /// The documents, ordered by id, each id once.
    pub documents: Vec<Document>,
    /// What could not be read completely, ordered by input.
    pub problems: Vec<DocumentError>,
    /// How many files in folders are of kinds that are not read.
    pub skipped: Skipped,
}

/// The articles of a file, one by one.
type Content = Box<dyn Iterator<Item = Result<Document, DocumentError>> + Send>;

/// How much of a file is read to decide what it is.
const HEAD_BYTES: u64 = 4096;

const SECONDS_PER_DAY: u64 = 24 * 60 * 60;

/// Reads all `inputs`. The result does not depend on their order; an input named twice is read once.
///
/// A file with one article is named after its stem; files with the same stem are named after their path without the
/// extension. Unsupported files are skipped in a folder, and are a problem if named explicitly. `progress` is called
/// once for every file read, from any thread.
#[must_use]
pub fn read_inputs(inputs: &[Input], options: ReadingOptions, progress: &(dyn Fn(&str) + Sync)) -> Reading {
    let Files { sources, mut problems, skipped } = find_files(inputs.iter().map(|input| (Path::new(""), input)));
    let read: Vec<Vec<Result<Document, DocumentError>>> = sources
        .par_iter()
        .map(|file| {
            progress(&file.shown);
            content_of(file, options).collect()
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
    Reading { documents, problems, skipped }
}

/// The articles of some inputs one at a time, named as [`read_inputs`] names them, and the problems of reading.
///
/// The articles are ordered by path and line. Each id occurs once, and only one article is in memory.
pub struct Articles {
    problems: std::vec::IntoIter<DocumentError>,
    files: std::vec::IntoIter<Source>,
    open: Option<Content>,
    options: ReadingOptions,
    skipped: Skipped,
    /// The place where each id was first used.
    places: BTreeMap<DocumentId, String>,
}

impl Articles {
    /// The articles of `inputs`, each with the folder that its relative path starts from; "" is the current folder.
    pub fn new<'a>(inputs: impl IntoIterator<Item = (&'a Path, &'a Input)>, options: ReadingOptions) -> Self {
        let Files { sources, problems, skipped } = find_files(inputs);
        let (problems, files) = (problems.into_iter(), sources.into_iter());
        Self { problems, files, open: None, options, skipped, places: BTreeMap::new() }
    }

    /// How many files in folders are of kinds that are not read.
    #[must_use]
    pub fn skipped(&self) -> &Skipped {
        &self.skipped
    }

    /// The largest possible number of articles that follow. Reads files that pack articles once to count their
    /// lines, and does not count standard input.
    #[must_use]
    pub fn at_most(&self) -> u64 {
        let lines = |file: &Source| file.file.as_deref().map_or(0, |file| count_lines(file).unwrap_or(0));
        self.files.as_slice().iter().map(|file| if file.is_one_article() { 1 } else { lines(file) }).sum()
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
            self.open = Some(content_of(&self.files.next()?, self.options));
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

/// The articles of one file, dated as `options` say, and the problems with them.
fn content_of(file: &Source, options: ReadingOptions) -> Content {
    match open(file) {
        Ok((reader, opened)) => {
            let outside = options.date_from.and_then(|from| date_of_file(file, from, options));
            Box::new(reader.read(opened).flat_map(move |draft| {
                let (document, problem) = match draft {
                    Ok(draft) if draft.text.trim().is_empty() => {
                        (None, Some(DocumentError::Empty { place: draft.place() }))
                    }
                    Ok(draft) => {
                        let (document, problem) = draft.finish(options, outside);
                        (Some(document), problem)
                    }
                    Err(problem) => (None, Some(problem)),
                };
                problem.map(Err).into_iter().chain(document.map(Ok))
            }))
        }
        Err(error) => Box::new(std::iter::once(Err(error))),
    }
}

fn open(source: &Source) -> Result<(&'static dyn Reader, OpenFile), DocumentError> {
    let unreadable = |error| DocumentError::Unreadable { path: source.shown.clone(), source: error };
    let mut rest: Box<dyn Read + Send> = match &source.file {
        None => Box::new(std::io::stdin()),
        Some(file) => Box::new(File::open(file).map_err(unreadable)?),
    };
    let mut head = Vec::new();
    rest.by_ref().take(HEAD_BYTES).read_to_end(&mut head).map_err(unreadable)?;
    let format = source.format.unwrap_or_else(|| InputFormat::from_content(&head));
    let (path, name, file) = (source.shown.clone(), source.name.clone(), source.file.clone());
    Ok((format.reader(), OpenFile { path, name, file, head, rest }))
}

/// The date that the file itself has.
fn date_of_file(source: &Source, from: DateFrom, options: ReadingOptions) -> Option<PartialDate> {
    match from {
        DateFrom::Name => date_of_path(&source.shown, options.date_order),
        DateFrom::Modified => {
            let modified = std::fs::metadata(source.file.as_ref()?).ok()?.modified().ok()?;
            let seconds = modified.duration_since(UNIX_EPOCH).ok()?.as_secs();
            let days = Span::new().days(i64::try_from(seconds / SECONDS_PER_DAY).ok()?);
            Some(PartialDate::of_day(Date::constant(1970, 1, 1).checked_add(days).ok()?))
        }
    }
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
        let options = ReadingOptions::default();
        let Reading { documents, problems, .. } = read_inputs(&[input.clone(), input.clone()], options, &|_| {});
        let articles = Articles::new([(Path::new(""), &input)], options);
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
        let read: Vec<Document> =
            Articles::new([(folder.path(), &input)], ReadingOptions::default()).map(Result::unwrap).collect();
        assert_eq!((read[0].id.as_str(), read[0].path.as_str()), ("visit", "news/visit.txt"));
    }
}
