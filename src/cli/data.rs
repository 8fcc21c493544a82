//! The data files that the user names, read and checked before any article is.

use std::borrow::Cow;
use std::path::Path;

use whomet::mention::Lexicon;
use whomet::ontology::Ontology;
use whomet::pipeline::Settings;
use whomet::relation::RuleSet;

use super::CliError;
use super::args::DataArguments;

/// Ontology and lists, shipped or the user's own.
pub(super) struct Data {
    ontology: Cow<'static, Ontology>,
    lexicon: Cow<'static, Lexicon>,
}

impl Data {
    pub(super) fn read(arguments: &DataArguments) -> Result<Self, CliError> {
        let mut data =
            Self { ontology: Cow::Borrowed(Ontology::shipped()), lexicon: Cow::Borrowed(Lexicon::shipped()) };
        if let Some(path) = &arguments.ontology {
            let text = read_text(path)?;
            data.ontology =
                Cow::Owned(Ontology::read(&path.to_string_lossy(), &text).map_err(whomet::error::Error::from)?);
        }
        for path in &arguments.lexicon {
            let text = read_text(path)?;
            let extended = data.lexicon.to_mut().extend(&path.to_string_lossy(), &text, &data.ontology);
            extended.map_err(whomet::error::Error::from)?;
        }
        Ok(data)
    }

    pub(super) fn settings(&self) -> Settings<'_> {
        Settings { ontology: &self.ontology, lexicon: &self.lexicon, rules: RuleSet::shipped() }
    }

    pub(super) fn ontology(&self) -> &Ontology {
        &self.ontology
    }
}

fn read_text(path: &Path) -> Result<String, CliError> {
    std::fs::read_to_string(path).map_err(|source| CliError::File { path: path.to_owned(), source })
}
