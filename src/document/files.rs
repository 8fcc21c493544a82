//! Turns the inputs that a user names into the list of files to read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::DocumentError;
use super::format::InputFormat;

/// An input that a user names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Standard input, whose beginning says what it is: mostly one article, or JSON Lines if it begins with `{`.
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
    /// What its name says it is; `None` for standard input, whose content decides.
    pub(super) format: Option<InputFormat>,
}

/// The files that some inputs name.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// The files to read, each once and ordered by path.
    pub(super) sources: Vec<Source>,
    /// The problems of the inputs.
    pub(super) problems: Vec<DocumentError>,
    /// How many files of each kind were found in folders and are not read.
    pub(super) skipped: Skipped,
}

/// How many files were found in folders and are not read, by the ending of their names (".png"; "" without one).
pub type Skipped = BTreeMap<String, usize>;

impl Source {
    fn new(shown: &Path, file: PathBuf, format: InputFormat) -> Self {
        let name = stem(shown).file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { shown: shown.to_string_lossy().into_owned(), file: Some(file), name, format: Some(format) }
    }

    /// The absolute path, which is the same whatever path the user named.
    fn place(&self) -> Option<PathBuf> {
        let file = self.file.as_ref()?;
        Some(std::path::absolute(file).unwrap_or_else(|_| file.clone()))
    }

    /// Whether the file is one article, which is named after it.
    pub(super) fn is_one_article(&self) -> bool {
        self.format.is_none_or(|format| !format.packs_articles())
    }
}

/// The files of all `inputs`.
///
/// Each input comes with the folder that its relative path starts from; "" is the current folder.
pub(super) fn find_files<'a>(inputs: impl IntoIterator<Item = (&'a Path, &'a Input)>) -> Files {
    let inputs: BTreeSet<(&Path, &Input)> = inputs.into_iter().collect();
    let mut files = Files::default();
    let mut skipped = BTreeSet::new();
    for (folder, input) in inputs {
        files.expand(folder, input, &mut skipped);
    }
    for path in skipped {
        let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy().to_lowercase()));
        *files.skipped.entry(ending.unwrap_or_default()).or_insert(0) += 1;
    }
    files.sources.sort();
    let mut seen = BTreeSet::new();
    files.sources.retain(|file| seen.insert(file.place()));
    name_by_path_where_stems_clash(&mut files.sources);
    files
}

impl Files {
    /// Adds the files of one input; `skipped` gathers those in folders that are not read.
    fn expand(&mut self, folder: &Path, input: &Input, skipped: &mut BTreeSet<PathBuf>) {
        let Input::Path(shown) = input else {
            let (shown, name) = ("-".to_owned(), "stdin".to_owned());
            return self.sources.push(Source { shown, file: None, name, format: None });
        };
        let folder = if shown.is_absolute() { Path::new("") } else { folder };
        let path = folder.join(shown);
        if path.is_dir() {
            return self.expand_folder(folder, shown, &path, skipped);
        }
        let name = shown.to_string_lossy().into_owned();
        match InputFormat::from_path(&path) {
            _ if is_address(&name) && !path.exists() => self.problems.push(DocumentError::Address { address: name }),
            Some(format) => self.sources.push(Source::new(shown, path, format)),
            None if path.exists() => self.problems.push(DocumentError::UnknownKind { path: name }),
            None => self.sources.push(Source::new(shown, path, InputFormat::PlainText)), // opening it says what is wrong
        }
    }

    fn expand_folder(&mut self, base: &Path, shown: &Path, path: &Path, skipped: &mut BTreeSet<PathBuf>) {
        let shown_of = |path: &Path| path.strip_prefix(base).unwrap_or(path).to_owned();
        let before = self.sources.len();
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() => match InputFormat::from_path(entry.path()) {
                    Some(format) => {
                        self.sources.push(Source::new(&shown_of(entry.path()), entry.path().to_owned(), format));
                    }
                    None => _ = skipped.insert(entry.into_path()),
                },
                Ok(_) => {}
                Err(error) => {
                    let path = shown_of(error.path().unwrap_or(path)).to_string_lossy().into_owned();
                    let source =
                        error.into_io_error().unwrap_or_else(|| std::io::Error::other("the links form a loop"));
                    self.problems.push(DocumentError::Unreadable { path, source });
                }
            }
        }
        if self.sources.len() == before {
            self.problems.push(DocumentError::NoArticles { path: shown.to_string_lossy().into_owned() });
        }
    }
}

/// Whether an input is an address on the web, which nobody fetches.
fn is_address(name: &str) -> bool {
    ["http://", "https://", "ftp://", "www."].iter().any(|start| name.starts_with(start))
}

fn name_by_path_where_stems_clash(files: &mut [Source]) {
    let mut count = BTreeMap::new();
    for file in files.iter().filter(|file| file.is_one_article()) {
        *count.entry(file.name.clone()).or_insert(0) += 1;
    }
    for file in files.iter_mut().filter(|file| file.is_one_article()) {
        if count[&file.name] > 1 {
            file.name = name_by_path(&file.shown);
        }
    }
}

/// The name of an article whose file has the same stem as another: the path without the extension.
pub(crate) fn name_by_path(path: &str) -> String {
    stem(Path::new(path)).to_string_lossy().replace('\\', "/")
}

/// The path without the ending of its format: "pages" for "pages.warc.gz".
fn stem(path: &Path) -> PathBuf {
    let stem = path.with_extension("");
    if path.to_string_lossy().to_lowercase().ends_with(".warc.gz") { stem.with_extension("") } else { stem }
}
