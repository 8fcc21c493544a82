//! The data files that the user names, read and checked before any article is.

use std::borrow::Cow;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use whomet::analysis::{Analyzer, MODEL_FILES};
use whomet::mention::Lexicon;
use whomet::ontology::Ontology;
use whomet::pipeline::Settings;
use whomet::project::Fingerprint;
use whomet::relation::RuleSet;

use super::args::DataArguments;
use super::{CliError, read_string};

/// Models, ontology, lists and rules, shipped or the user's own.
pub(super) struct Data {
    analyzer: Shared<Analyzer>,
    ontology: Cow<'static, Ontology>,
    lexicon: Cow<'static, Lexicon>,
    rules: Cow<'static, RuleSet>,
    fingerprint: Fingerprint,
}

impl Data {
    pub(super) fn read(arguments: &DataArguments) -> Result<Self, CliError> {
        let mut data = Self {
            analyzer: analyzer_of(arguments.models.as_deref())?,
            ontology: ontology_of(arguments.ontology.as_deref())?,
            lexicon: Cow::Borrowed(Lexicon::shipped()),
            rules: Cow::Borrowed(RuleSet::shipped()),
            fingerprint: fingerprint_of(arguments)?,
        };
        for path in &arguments.lexicon {
            let text = read_string(path)?;
            let extended = data.lexicon.to_mut().extend(&path.to_string_lossy(), &text, &data.ontology);
            extended.map_err(whomet::error::Error::from)?;
        }
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

    /// What tells these data from others.
    pub(super) fn fingerprint(&self) -> &Fingerprint {
        &self.fingerprint
    }

    pub(super) fn ontology(&self) -> &Ontology {
        &self.ontology
    }
}

/// The ontology in a file, or the shipped one.
pub(super) fn ontology_of(path: Option<&Path>) -> Result<Cow<'static, Ontology>, CliError> {
    let Some(path) = path else { return Ok(Cow::Borrowed(Ontology::shipped())) };
    let text = read_string(path)?;
    Ok(Cow::Owned(Ontology::read(&path.to_string_lossy(), &text).map_err(whomet::error::Error::from)?))
}

/// The fingerprint of the files that the user named.
fn fingerprint_of(arguments: &DataArguments) -> Result<Fingerprint, CliError> {
    let models = arguments.models.iter().flat_map(|folder| MODEL_FILES.iter().map(|name| folder.join(name)));
    let files = (models.filter(|file| file.exists()).map(|file| ("models", file)))
        .chain(arguments.ontology.iter().map(|file| ("ontology", file.clone())))
        .chain(arguments.rules.iter().map(|file| ("rules", file.clone())))
        .chain(arguments.lexicon.iter().map(|file| ("lexicon", file.clone())));
    let read = |(kind, path): (&'static str, PathBuf)| {
        let bytes = std::fs::read(&path).map_err(|source| CliError::File { path, source })?;
        Ok((kind, bytes))
    };
    let data = files.map(read).collect::<Result<Vec<_>, CliError>>()?;
    Ok(Fingerprint::new(data.iter().map(|(kind, bytes)| (*kind, bytes.as_slice()))))
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
