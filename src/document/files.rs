//! Turns the inputs that a user names into the list of files to read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::DocumentError;

/// An input that a user names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Standard input: one article, or JSON Lines if it begins with `{`.
    Stdin,
    /// A file, or a folder to be read recursively.
    Path(PathBuf),
}

impl Input {
    /// The input that a command line argument names; `-` is standard input.
    #[must_use]
    pub fn from_argument(argument: &Path) -> Self {
        if argument == Path::new("-") { Self::Stdin } else { Self::Path(argument.to_owned()) }
    }
}

/// A file to read, or standard input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Source {
    /// The path as the user named it or its folder; `-` for standard input.
    pub(super) shown: String,
    /// The path of the file; `None` for standard input.
    pub(super) file: Option<PathBuf>,
    /// The name of an article in it.
    pub(super) name: String,
}

impl Source {
    fn new(shown: &Path, file: PathBuf) -> Self {
        let name = shown.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self { shown: shown.to_string_lossy().into_owned(), file: Some(file), name }
    }

    /// The absolute path, which is the same whatever path the user named.
    fn place(&self) -> Option<PathBuf> {
        let file = self.file.as_ref()?;
        Some(std::path::absolute(file).unwrap_or_else(|_| file.clone()))
    }

    /// Returns whether its extension says that it holds one article per line.
    pub(super) fn is_lines(&self) -> bool {
        self.shown.to_lowercase().ends_with(".jsonl")
    }
}

/// The files of all `inputs`, each once and ordered by path, and the problems of the inputs.
///
/// Each input comes with the folder that its relative path starts from; "" is the current folder.
pub(super) fn find_files<'a>(
    inputs: impl IntoIterator<Item = (&'a Path, &'a Input)>,
) -> (Vec<Source>, Vec<DocumentError>) {
    let inputs: BTreeSet<(&Path, &Input)> = inputs.into_iter().collect();
    let mut problems = Vec::new();
    let mut files: Vec<Source> =
        inputs.into_iter().flat_map(|(folder, input)| expand(folder, input, &mut problems)).collect();
    files.sort();
    let mut seen = BTreeSet::new();
    files.retain(|file| seen.insert(file.place()));
    name_by_path_where_stems_clash(&mut files);
    (files, problems)
}

/// The files of one input; those of a folder are ordered by path.
fn expand(folder: &Path, input: &Input, problems: &mut Vec<DocumentError>) -> Vec<Source> {
    let Input::Path(shown) = input else {
        return vec![Source { shown: "-".to_owned(), file: None, name: "stdin".to_owned() }];
    };
    let folder = if shown.is_absolute() { Path::new("") } else { folder };
    let path = folder.join(shown);
    if !path.is_dir() {
        if path.exists() && !is_article(&path) {
            problems.push(DocumentError::UnknownKind { path: shown.to_string_lossy().into_owned() });
            return Vec::new();
        }
        return vec![Source::new(shown, path)];
    }
    let shown_of = |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_owned();
    let mut files = Vec::new();
    for entry in WalkDir::new(&path).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_article(entry.path()) => {
                files.push(Source::new(&shown_of(entry.path()), entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let path = shown_of(error.path().unwrap_or(&path)).to_string_lossy().into_owned();
                let source = error.into_io_error().unwrap_or_else(|| std::io::Error::other("the links form a loop"));
                problems.push(DocumentError::Unreadable { path, source });
            }
        }
    }
    if files.is_empty() {
        problems.push(DocumentError::NoArticles { path: shown.to_string_lossy().into_owned() });
    }
    files
}

/// Returns whether the extension is one that the reader supports.
fn is_article(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| ["txt", "md", "jsonl"].contains(&extension.as_str()))
}

fn name_by_path_where_stems_clash(files: &mut [Source]) {
    let mut count = BTreeMap::new();
    for file in files.iter().filter(|file| !file.is_lines()) {
        *count.entry(file.name.clone()).or_insert(0) += 1;
    }
    for file in files.iter_mut().filter(|file| !file.is_lines()) {
        if count[&file.name] > 1 {
            file.name = name_by_path(&file.shown);
        }
    }
}

/// The name of an article whose file has the same stem as another: the path without the extension.
pub(crate) fn name_by_path(path: &str) -> String {
    Path::new(path).with_extension("").to_string_lossy().replace('\\', "/")
}
