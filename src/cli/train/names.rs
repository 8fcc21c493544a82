//! `whomet train names`: trains the name finder.

use std::path::{Path, PathBuf};

use clap::Args;
use whomet::analysis::Tagger;
use whomet::corpus::{LabeledDocument, read_bio, read_mentions, read_proper_nouns};
use whomet::lexicon::shipped_list;
use whomet::training::{NameLists, Recipe, Source, train_name_finder};

use super::progress_line::progress_line;
use crate::cli::error::{CliError, fault};
use crate::cli::files::{read_document_list, read_string};
use crate::cli::outcome::Outcome;
use crate::cli::report::Reporter;

/// What to train the name finder on.
#[derive(Debug, Args)]
pub(crate) struct TrainNames {
    /// Two-column BIO files; with --recipe, the folder of the files that the recipe names.
    #[arg(required = true, value_name = "DATA")]
    data: Vec<PathBuf>,

    /// What to train on and how, in TOML; `src/training/names/recipe.toml` made the shipped model.
    #[arg(long, value_name = "FILE")]
    recipe: Option<PathBuf>,

    /// Folder with the lists of names; without it, the lists of the program or, with --recipe, `DATA/lexicon`.
    #[arg(long, value_name = "DIR")]
    lists: Option<PathBuf>,

    /// Where to write the model.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,

    /// Print no progress.
    #[arg(short, long)]
    quiet: bool,
}

impl TrainNames {
    /// Reads the files, trains and writes the model.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let reporter = Reporter::new(self.quiet);
        let (recipe, folder) = match &self.recipe {
            Some(path) => {
                (toml::from_str(&read_string(path)?).map_err(|error| fault(path, error))?, self.data[0].as_path())
            }
            None => (self.plain_recipe(), Path::new("")),
        };
        let documents = recipe.sources.iter().map(|source| documents(folder, source)).collect::<Result<Vec<_>, _>>()?;
        let shipped = Tagger::shipped();
        let others = recipe.sources.iter().map(|source| tagger(folder, source)).collect::<Result<Vec<_>, _>>()?;
        let taggers: Vec<&Tagger> = others.iter().map(|tagger| tagger.as_ref().unwrap_or(&shipped)).collect();
        let lists = match (&self.lists, &self.recipe) {
            (Some(lists), _) => read_lists(lists)?,
            (None, Some(_)) => read_lists(&folder.join("lexicon"))?,
            (None, None) => shipped_lists(),
        };
        let mut progress = |progress| reporter.note(&progress_line(progress));
        let model = train_name_finder(&recipe, &documents, &lists, &taggers, &mut progress)
            .map_err(|error| fault(&self.output, error))?;
        std::fs::write(&self.output, &model).map_err(|source| CliError::File { path: self.output.clone(), source })?;
        reporter.note(&format!("{}: {} bytes", self.output.display(), model.len()));
        Ok(Outcome::Done)
    }

    /// A recipe that trusts all files equally.
    fn plain_recipe(&self) -> Recipe {
        let sources = self.data.iter().map(|path| Source::new(path.to_string_lossy())).collect();
        Recipe { sources, ..Recipe::default() }
    }
}

fn documents(folder: &Path, source: &Source) -> Result<Vec<LabeledDocument>, CliError> {
    let path = folder.join(&source.file);
    let text = read_string(&path)?;
    let mut documents = match path.extension().and_then(|extension| extension.to_str()) {
        Some("jsonl") => read_mentions(&text).map_err(|error| fault(&path, error))?,
        Some("conllu") => read_proper_nouns(&text).map_err(|error| fault(&path, error))?,
        _ => read_bio(&text).map_err(|error| fault(&path, error))?,
    };
    if let Some(filter) = &source.only {
        let list = read_document_list(&folder.join(&filter.table), &filter.column)?;
        documents.retain(|document| list.get(&document.id) == Some(filter.value.as_str()));
    }
    Ok(documents)
}

/// The tagger that a source asks for, if it does.
fn tagger(folder: &Path, source: &Source) -> Result<Option<Tagger>, CliError> {
    let Some(path) = source.tagger.as_ref().map(|file| folder.join(file)) else { return Ok(None) };
    let bytes = std::fs::read(&path).map_err(|source| CliError::File { path: path.clone(), source })?;
    Tagger::from_bytes(&bytes).map(Some).map_err(|error| fault(&path, error))
}

/// The lists of the program.
fn shipped_lists() -> NameLists {
    let list = |name: &str| shipped_list(name).unwrap_or_default().to_owned();
    NameLists {
        countries: list("countries.tsv"),
        organizations: list("organisations.tsv"),
        armed_groups: list("armed_groups.tsv"),
        titles: list("titles.tsv"),
        head_nouns: list("head_nouns.tsv"),
        person_names: list("person_names.tsv"),
        other_person_names: String::new(),
        places: list("places.tsv"),
    }
}

fn read_lists(folder: &Path) -> Result<NameLists, CliError> {
    let list = |name: &str| read_string(&folder.join(name));
    Ok(NameLists {
        countries: list("countries.tsv")?,
        organizations: list("organisations.tsv")?,
        armed_groups: list("armed_groups.tsv")?,
        titles: list("titles.tsv")?,
        head_nouns: list("head_nouns.tsv")?,
        person_names: list("person_names.tsv")?,
        other_person_names: list("person_names_us.tsv").unwrap_or_default(),
        places: list("places_geonames.tsv")?,
    })
}
