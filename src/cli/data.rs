//! The data files that the user names, read and checked before any article is.

use std::borrow::Cow;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use whomet::analysis::Analyzer;
use whomet::mention::Lexicon;
use whomet::ontology::Ontology;
use whomet::pipeline::Settings;
use whomet::relation::RuleSet;

use super::args::DataArguments;
use super::{CliError, read_string};

/// Models, ontology, lists and rules, shipped or the user's own.
pub(super) struct Data {
    analyzer: Shared<Analyzer>,
    ontology: Cow<'static, Ontology>,
    lexicon: Cow<'static, Lexicon>,
    rules: Cow<'static, RuleSet>,
}

impl Data {
    pub(super) fn read(arguments: &DataArguments) -> Result<Self, CliError> {
        let ontology = ontology_of(arguments.ontology.as_deref())?;
        let mut data = Self {
            analyzer: analyzer_of(arguments.models.as_deref())?,
            lexicon: lexicon_of(&arguments.lexicon, &ontology)?,
            ontology,
            rules: Cow::Borrowed(RuleSet::shipped()),
        };
        if !arguments.rules.is_empty() {
            let texts = arguments.rules.iter().map(|path| Ok((path.to_string_lossy(), read_string(path)?)));
            let texts = texts.collect::<Result<Vec<_>, CliError>>()?;
            let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_ref(), text.as_str())).collect();
            let extended = data.rules.extended(&files, &data.ontology);
            data.rules = Cow::Owned(extended.map_err(whomet::error::Error::from)?);
        }
        Ok(data)
    }

    pub(super) fn settings(&self) -> Settings<'_> {
        Settings { analyzer: &self.analyzer, ontology: &self.ontology, lexicon: &self.lexicon, rules: &self.rules }
    }

    pub(super) fn ontology(&self) -> &Ontology {
        &self.ontology
    }
}

/// Shipped with the program, or read for this run.
pub(super) enum Shared<T: 'static> {
    Shipped(&'static T),
    Read(Box<T>),
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::Shipped(shipped) => shipped,
            Self::Read(read) => read,
        }
    }
}

/// The models in a folder, or the shipped ones.
pub(super) fn analyzer_of(folder: Option<&Path>) -> Result<Shared<Analyzer>, CliError> {
    match folder {
        None => Ok(Shared::Shipped(Analyzer::shipped())),
        Some(folder) => Ok(Shared::Read(Box::new(Analyzer::from_folder(folder)?))),
    }
}

/// The ontology in a file, or the shipped one.
pub(super) fn ontology_of(path: Option<&Path>) -> Result<Cow<'static, Ontology>, CliError> {
    let Some(path) = path else { return Ok(Cow::Borrowed(Ontology::shipped())) };
    let ontology = Ontology::read(&path.to_string_lossy(), &read_string(path)?);
    Ok(Cow::Owned(ontology.map_err(whomet::error::Error::from)?))
}

/// The shipped lists, and those in files.
pub(super) fn lexicon_of(paths: &[PathBuf], ontology: &Ontology) -> Result<Cow<'static, Lexicon>, CliError> {
    let mut lexicon = Cow::Borrowed(Lexicon::shipped());
    for path in paths {
        let extended = lexicon.to_mut().extend(&path.to_string_lossy(), &read_string(path)?, ontology);
        extended.map_err(whomet::error::Error::from)?;
    }
    Ok(lexicon)
}
