//! What the user named in, the files to read out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::DocumentError;

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

/// A file to read, or standard input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Source {
    /// As the user named it, or its folder; `-` for standard input.
    pub(super) shown: String,
    /// Where it is; nowhere for standard input.
    pub(super) file: Option<PathBuf>,
    /// What an article in it is called.
    pub(super) name: String,
}

impl Source {
    fn new(shown: &Path, file: PathBuf) -> Self {
        let name = shown.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self { shown: shown.to_string_lossy().into_owned(), file: Some(file), name }
    }

    /// The file from the root, by which it is known under whatever path it was named.
    fn place(&self) -> Option<PathBuf> {
        let file = self.file.as_ref()?;
        Some(std::path::absolute(file).unwrap_or_else(|_| file.clone()))
    }

    /// Whether it is one of several articles by its extension.
    pub(super) fn is_lines(&self) -> bool {
        self.shown.to_lowercase().ends_with(".jsonl")
    }
}

/// The files of all `inputs`, each once, ordered by path, with what is wrong with the inputs.
///
/// Each comes with the folder from which a relative path is read; none is the current one.
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

/// The files that an input stands for; a folder's in order of path.
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

/// Whether the reader knows this kind of file, by its extension.
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

/// The name of an article whose file shares its stem with another: the path without the extension.
pub(crate) fn name_by_path(path: &str) -> String {
    Path::new(path).with_extension("").to_string_lossy().replace('\\', "/")
}
