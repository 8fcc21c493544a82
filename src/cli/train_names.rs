//! `train names`: annotated files in, a name finder out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::CliError;
use clap::Args;
use whomet::analysis::names::{
    LabeledDocument, NameLists, Recipe, Source, read_bio, read_mentions, read_proper_nouns, train,
};

/// Train a name finder on two-column BIO files
#[derive(Debug, Args)]
pub(crate) struct TrainNames {
    /// Folder with the annotated files that the recipe names
    #[arg(value_name = "DATA")]
    data: PathBuf,
    /// What to train on and how, in TOML
    #[arg(long, value_name = "FILE")]
    recipe: PathBuf,
    /// Folder with the lists of names; `DATA/lexicon` if not given
    #[arg(long, value_name = "DIR")]
    lists: Option<PathBuf>,
    /// Where to write the model
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl TrainNames {
    /// Reads the files, trains and writes the model; `report` gets a line after each round.
    pub(crate) fn run(&self, report: &mut dyn FnMut(&str)) -> Result<(), CliError> {
        let recipe: Recipe = toml::from_str(&read(&self.recipe)?).map_err(|error| fault(&self.recipe, error))?;
        let documents = recipe.sources.iter().map(|source| self.documents(source)).collect::<Result<Vec<_>, _>>()?;
        let folder = self.lists.clone().unwrap_or_else(|| self.data.join("lexicon"));
        let lists = read_lists(&folder)?;
        let model = train(&recipe, &documents, &lists, &mut |progress| {
            let (round, rounds, error) = (progress.round, progress.rounds, progress.error * 100.0);
            report(&format!("{}: round {round} of {rounds}, error {error:.2} %", progress.step));
        })
        .map_err(|error| fault(&self.recipe, error))?;
        fs::write(&self.output, &model).map_err(|source| CliError::File { path: self.output.clone(), source })?;
        report(&format!("wrote {} bytes", model.len()));
        Ok(())
    }

    fn documents(&self, source: &Source) -> Result<Vec<LabeledDocument>, CliError> {
        let path = self.data.join(&source.file);
        let text = read(&path)?;
        let mut documents = match path.extension().and_then(|extension| extension.to_str()) {
            Some("jsonl") => read_mentions(&text).map_err(|error| fault(&path, error))?,
            Some("conllu") => read_proper_nouns(&text),
            _ => read_bio(&text).map_err(|error| fault(&path, error))?,
        };
        if let Some(filter) = &source.only {
            let table = read(&self.data.join(&filter.table))?;
            let kept = select(&table, &filter.column, &filter.value);
            documents.retain(|document| kept.contains(document.id.as_str()));
        }
        Ok(documents)
    }
}

pub(super) fn read(path: &Path) -> Result<String, CliError> {
    fs::read_to_string(path).map_err(|source| CliError::File { path: path.to_owned(), source })
}

/// What is wrong with the contents of a file.
pub(super) fn fault(path: &Path, error: impl std::error::Error + Send + Sync + 'static) -> CliError {
    CliError::Names { path: path.to_owned(), what: Box::new(error) }
}

/// Ids in the column `doc` of the rows whose `column` has `value`.
fn select<'a>(table: &'a str, column: &str, value: &str) -> BTreeSet<&'a str> {
    let mut lines = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let header = lines.next().unwrap_or_default();
    let place = |name: &str| header.iter().position(|field| *field == name);
    let (Some(id), Some(at)) = (place("doc"), place(column)) else { return BTreeSet::new() };
    lines.filter(|row| row.get(at) == Some(&value)).filter_map(|row| row.get(id).copied()).collect()
}

fn read_lists(folder: &Path) -> Result<NameLists, CliError> {
    let list = |name: &str| read(&folder.join(name));
    Ok(NameLists {
        countries: list("countries.tsv")?,
        organisations: list("organisations.tsv")?,
        armed_groups: list("armed_groups.tsv")?,
        titles: list("titles.tsv")?,
        head_nouns: list("head_nouns.tsv")?,
        person_names: list("person_names.tsv")?,
        other_person_names: list("person_names_us.tsv").unwrap_or_default(),
        places: list("places_geonames.tsv")?,
    })
}
