//! Opens what a question is asked of: a graph, a project, or articles.

use std::path::{Path, PathBuf};

use whomet::document::{Document, ReadingOptions};
use whomet::graph::KnowledgeGraph;
use whomet::project::Project;
use whomet::query::Knowledge;

use super::ask_args::AnswerArguments;
use crate::cli::build::read_articles;
use crate::cli::data::NameData;
use crate::cli::error::{CliError, in_project};
use crate::cli::outcome::Outcome;
use crate::cli::report::Reporter;
use crate::cli::source::{Source, SourceKind, open as open_graph};

/// The graph that answers if the user names none.
const DEFAULT_GRAPH: &str = "graph.json";

/// The extension of projects.
const PROJECT_EXTENSION: &str = "whomet";

/// What a question is asked of, with the lists and types that it was made with.
pub(super) struct Opened {
    what: What,
    pub(super) names: NameData,
    problems: usize,
    /// The files with articles, if these were read.
    articles: Vec<PathBuf>,
}

/// What is asked.
pub(super) enum What {
    Graph(Box<KnowledgeGraph>),
    Project(Box<Project>),
}

impl Opened {
    /// Opens the inputs or, without any, what `--graph` names or the current folder holds.
    pub(super) fn new(inputs: &[PathBuf], arguments: &AnswerArguments, reporter: &Reporter) -> Result<Self, CliError> {
        let mut chosen: Vec<PathBuf> = inputs.iter().chain(&arguments.graph).cloned().collect();
        if chosen.is_empty() {
            chosen.push(default_source()?);
        }
        if let [only] = &chosen[..]
            && SourceKind::of(only) == SourceKind::Project
        {
            let project = open_project(only, reporter)?;
            return Ok(Self {
                names: NameData::for_questions(&project)?,
                what: What::Project(Box::new(project)),
                problems: 0,
                articles: Vec::new(),
            });
        }
        let options = arguments.reading.options();
        let Source { graph, names, problems, .. } =
            open_graph(&chosen, options, &arguments.data, &arguments.common, reporter)?;
        let is_read = chosen.iter().all(|input| SourceKind::of(input) == SourceKind::Articles);
        let articles = if is_read { chosen } else { Vec::new() };
        Ok(Self { what: What::Graph(Box::new(graph)), names, problems, articles })
    }

    /// The articles that were read, once more; none of a graph, a project or standard input, which is read only once.
    pub(super) fn articles(&self, options: ReadingOptions) -> Result<Vec<Document>, CliError> {
        if self.articles.is_empty() || self.articles.iter().any(|input| input.as_os_str() == "-") {
            return Ok(Vec::new());
        }
        Ok(read_articles(&self.articles, options, &Reporter::new(true))?.0)
    }

    /// What to ask, the lists and types, and how the command will end.
    pub(super) fn into_parts(self) -> (What, NameData, Outcome) {
        (self.what, self.names, Outcome::of(self.problems))
    }
}

impl What {
    /// The same, with the lists that it was made with.
    pub(super) fn with(self, names: &NameData) -> Knowledge<'_> {
        match self {
            Self::Graph(graph) => Knowledge::Graph(graph, names.lexicon()),
            Self::Project(project) => Knowledge::Project(project, names.filing()),
        }
    }
}

/// A project, for reading.
pub(super) fn open_project(path: &Path, reporter: &Reporter) -> Result<Project, CliError> {
    Project::open_read_only(path, reporter.waiting_for(path)).map_err(in_project(path))
}

/// What answers if the user names no input.
fn default_source() -> Result<PathBuf, CliError> {
    if Path::new(DEFAULT_GRAPH).exists() {
        return Ok(DEFAULT_GRAPH.into());
    }
    default_project().ok_or(CliError::NoGraph)
}

/// The only project in the current folder.
pub(super) fn default_project() -> Option<PathBuf> {
    let files = std::fs::read_dir(".").ok()?.filter_map(Result::ok).map(|entry| entry.path());
    let is_project = |path: &PathBuf| path.extension().is_some_and(|extension| extension == PROJECT_EXTENSION);
    let mut projects: Vec<PathBuf> = files.filter(is_project).collect();
    let only = projects.pop()?;
    projects.is_empty().then(|| only.strip_prefix(".").unwrap_or(&only).to_owned())
}

/// Divides words into at most `most` names and the inputs after them: what exists, or looks like a file, is an input.
pub(super) fn names_and_inputs(words: &[String], most: usize) -> (Vec<&str>, Vec<PathBuf>) {
    let looks_like_input = |word: &str| {
        word == "-" || word.contains(['/', '\\']) && !is_id(word) || Path::new(word).exists() || has_extension(word)
    };
    let count = words.iter().take(most).take_while(|word| !looks_like_input(word)).count();
    (words[..count].iter().map(String::as_str).collect(), words[count..].iter().map(PathBuf::from).collect())
}

/// Whether a word looks like the id of a node: "person/moana-tui".
fn is_id(word: &str) -> bool {
    let (kind, _) = word.split_once('/').unwrap_or_default();
    whomet::ontology::Ontology::shipped().entity(kind).is_some() && !Path::new(word).exists()
}

fn has_extension(word: &str) -> bool {
    let known = ["json", "jsonl", "txt", "md", PROJECT_EXTENSION];
    Path::new(word).extension().is_some_and(|extension| known.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_before_inputs() {
        let divided = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
            let (names, inputs) = names_and_inputs(&words, 2);
            (names.len(), inputs.len())
        };
        assert_eq!(divided(&["tui", "oli", "news.whomet"]), (2, 1));
        assert_eq!(divided(&["tui", "news.whomet"]), (1, 1));
        assert_eq!(divided(&["tui", "-"]), (1, 1));
        assert_eq!(divided(&["person/moana-tui", "nowhere/articles"]), (1, 1));
        assert_eq!(divided(&["tui", "oli", "quispe"]), (2, 1), "a third name is a missing file");
    }
}
