//! What the user named in, documents and problems out.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::decode::decode;
use super::{Document, DocumentError, MAX_ARTICLE_BYTES, jsonl};

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Standard input: one article, or JSON Lines if it begins with `{`.
    Stdin,
    /// A file, or a folder that is read recursively.
    Path(PathBuf),
}

impl Input {
    /// What a command line argument names; `-` is standard input.
    #[must_use]
    pub fn from_argument(argument: &Path) -> Self {
        if argument == Path::new("-") { Self::Stdin } else { Self::Path(argument.to_owned()) }
    }
}

/// What came of reading: documents ordered by id, problems ordered by input.
#[derive(Debug, Default)]
pub struct Reading {
    /// The articles, ordered by id, each id once.
    pub documents: Vec<Document>,
    /// What could not be read, or not wholly.
    pub problems: Vec<DocumentError>,
}

/// Reads all `inputs`. The result does not depend on their order; an input named twice is read once.
///
/// A file that is one article is named by its stem; files that share a stem are named by their path
/// without the extension. Files of other kinds inside a folder are passed over, one that was named
/// itself is a problem. `progress` is called once for every file read, from any thread.
#[must_use]
pub fn read_inputs(inputs: &[Input], progress: &(dyn Fn(&str) + Sync)) -> Reading {
    let mut sorted = inputs.to_vec();
    sorted.sort();
    sorted.dedup();
    let mut problems = Vec::new();
    let mut files: Vec<Input> = sorted.into_iter().flat_map(|input| expand(input, &mut problems)).collect();
    files.sort();
    files.dedup();
    let read: Vec<_> = files
        .par_iter()
        .map(|file| {
            progress(&shown(file));
            read_file(file)
        })
        .collect();
    let mut documents = Vec::new();
    for result in read {
        match result {
            Ok((some, complaints)) => {
                documents.extend(some);
                problems.extend(complaints);
            }
            Err(error) => problems.push(error),
        }
    }
    name_by_path_where_stems_clash(&mut documents);
    let documents = keep_first_of_each_id(documents, &mut problems);
    Reading { documents, problems }
}

fn shown(input: &Input) -> String {
    match input {
        Input::Stdin => "-".to_owned(),
        Input::Path(path) => path.to_string_lossy().into_owned(),
    }
}

/// Whether the reader knows this kind of file, by its extension.
fn is_article(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| ["txt", "md", "jsonl"].contains(&extension.as_str()))
}

/// The files that an input stands for; a folder's in order of path.
fn expand(input: Input, problems: &mut Vec<DocumentError>) -> Vec<Input> {
    let path = match &input {
        Input::Path(path) if path.is_dir() => path,
        Input::Path(path) if path.exists() && !is_article(path) => {
            problems.push(DocumentError::UnknownKind { path: shown(&input) });
            return Vec::new();
        }
        _ => return vec![input],
    };
    let mut files = Vec::new();
    for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_article(entry.path()) => {
                files.push(Input::Path(entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(path).to_string_lossy().into_owned();
                let source = error.into_io_error().unwrap_or_else(|| std::io::Error::other("the links form a loop"));
                problems.push(DocumentError::Unreadable { path, source });
            }
        }
    }
    if files.is_empty() {
        problems.push(DocumentError::NoArticles { path: shown(&input) });
    }
    files
}

/// The articles of one file, with the complaints about single lines.
fn read_file(file: &Input) -> Result<(Vec<Document>, Vec<DocumentError>), DocumentError> {
    let path = shown(file);
    let stem = match file {
        Input::Stdin => "stdin".to_owned(),
        Input::Path(file) => file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
    };
    let is_lines = path.to_lowercase().ends_with(".jsonl");
    let text = decode(&path, read_bytes(file, &path, is_lines)?)?;
    if text.trim().is_empty() {
        return Err(DocumentError::Empty { place: path });
    }
    if is_lines || (*file == Input::Stdin && text.trim_start().starts_with('{')) {
        return Ok(jsonl::read_lines(&path, &stem, &text));
    }
    let document = Document { path, ..Document::from_text(&stem, text) };
    Ok((vec![document], Vec::new()))
}

/// All bytes of a file; of an article no more than the limit, so that a huge file costs nothing.
fn read_bytes(file: &Input, path: &str, is_lines: bool) -> Result<Vec<u8>, DocumentError> {
    let unreadable = |source| DocumentError::Unreadable { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let reader: Box<dyn Read> = match file {
        Input::Stdin => Box::new(std::io::stdin().lock()),
        Input::Path(file) => Box::new(std::fs::File::open(file).map_err(unreadable)?),
    };
    if is_lines || *file == Input::Stdin {
        return { reader }.read_to_end(&mut bytes).map(|_| bytes).map_err(unreadable);
    }
    reader.take(MAX_ARTICLE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > MAX_ARTICLE_BYTES {
        let size = std::fs::metadata(path).map_or(bytes.len() as u64, |metadata| metadata.len());
        return Err(DocumentError::TooLarge { place: path.to_owned(), size, limit: MAX_ARTICLE_BYTES });
    }
    Ok(bytes)
}

fn name_by_path_where_stems_clash(documents: &mut [Document]) {
    let mut count = BTreeMap::new();
    for document in documents.iter().filter(|document| document.line.is_none()) {
        *count.entry(document.id.clone()).or_insert(0) += 1;
    }
    for document in documents.iter_mut().filter(|document| document.line.is_none()) {
        if count[&document.id] > 1 {
            let path = Path::new(&document.path).with_extension("");
            document.id = path.to_string_lossy().replace('\\', "/").into();
        }
    }
}

/// Orders by id; of several articles with one id the first by path and line stays.
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
