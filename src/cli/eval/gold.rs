//! `whomet eval gold`: scores the graphs of articles on annotated graphs.

use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;
use whomet::document::Document;
use whomet::evaluation::gold::{ComparedGraphs, FoundGraph, GoldGraph, judge, misses};
use whomet::pipeline::Settings;

use super::gold_report::{GoldReport, ScoredArticle};
use crate::cli::data::Data;
use crate::cli::error::{CliError, fault};
use crate::cli::files::read_string;
use crate::cli::outcome::Outcome;
use crate::cli::report::print;
use crate::cli::shared_args::DataArguments;

const EXAMPLES: &str = "\
Examples:
  whomet eval gold articles/ --errors
  whomet eval gold articles/ --misses --rules my.toml
  whomet eval gold articles/ --misses --json";

/// The end of the name of an annotation.
const ANNOTATION: &str = ".gold.json";

/// What to score the graphs on.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct EvalGold {
    /// Folder with articles (NAME.txt) and the annotated graph of each (NAME.gold.json); each article is read alone.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,

    /// List the entities and relations that were missed, are not annotated, or have another type or status.
    #[arg(long)]
    errors: bool,

    /// List each missed relation with the step at which it was lost, and count these steps.
    #[arg(long)]
    misses: bool,

    /// With --misses, print only the counts, for articles that nobody who writes rules should read.
    #[arg(long, requires = "misses")]
    table_only: bool,

    /// Answer as JSON; scores are shares from 0.0 to 1.0.
    #[arg(long)]
    json: bool,

    #[command(flatten)]
    data: DataArguments,
}

/// An article with its annotation.
struct Annotated {
    name: String,
    text: String,
    graph: GoldGraph,
}

impl EvalGold {
    /// Reads the articles and prints the report.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let data = Data::read(&self.data)?;
        let annotated = read_folder(&self.folder)?;
        let settings = data.settings();
        let articles = annotated.into_par_iter().map(|article| self.score(article, &settings)).collect();
        let report = GoldReport { articles, has_causes: self.misses };
        print(&if self.json { report.as_json() } else { report.as_text() });
        Ok(Outcome::Done)
    }

    /// Scores one article; differences and misses are listed only if they are asked for.
    fn score(&self, article: Annotated, settings: &Settings<'_>) -> ScoredArticle {
        let Annotated { name, text, graph } = article;
        let found = FoundGraph::build(Document::from_text(&name, text), settings);
        let compared = ComparedGraphs::new(&graph, &found);
        let (scores, differences) = judge(&compared);
        let misses = if self.misses { misses(&compared, settings) } else { Vec::new() };
        ScoredArticle {
            name,
            scores,
            differences: if self.errors { differences } else { Vec::new() },
            causes: misses.iter().map(|miss| (miss.cause, miss.relation)).collect(),
            misses: if self.table_only { Vec::new() } else { misses },
        }
    }
}

/// The articles of a folder that have an annotation, ordered by the names of their files.
fn read_folder(folder: &Path) -> Result<Vec<Annotated>, CliError> {
    let failed = |source| CliError::File { path: folder.to_owned(), source };
    let files = std::fs::read_dir(folder).map_err(failed)?;
    let mut paths = files.map(|file| Ok(file.map_err(failed)?.path())).collect::<Result<Vec<_>, CliError>>()?;
    paths.sort();
    let articles = paths.iter().filter_map(|path| Some((path, path.file_name()?.to_str()?.strip_suffix(ANNOTATION)?)));
    let articles = articles.map(|(path, name)| read_article(path, name)).collect::<Result<Vec<_>, CliError>>()?;
    if articles.is_empty() {
        return Err(CliError::NoAnnotation { path: folder.to_owned() });
    }
    Ok(articles)
}

fn read_article(annotation: &Path, name: &str) -> Result<Annotated, CliError> {
    let graph = GoldGraph::read(&read_string(annotation)?).map_err(|error| fault(annotation, error))?;
    let text = read_string(&annotation.with_file_name(format!("{name}.txt")))?;
    Ok(Annotated { name: name.to_owned(), text, graph })
}
