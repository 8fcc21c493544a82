//! Reads and checks the user's data files before any article is read.

use std::borrow::Cow;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use whomet::analysis::{Analyzer, MODEL_FILES};
use whomet::lexicon::Lexicon;
use whomet::ontology::Ontology;
use whomet::pipeline::Settings;
use whomet::project::{DataFile, DataKind, Filing, Fingerprint, Project};
use whomet::relation::RuleSet;

use super::error::{CliError, in_project};
use super::files::read_string;
use super::shared_args::DataArguments;

/// Models, ontology, gazetteers and rules, shipped or the user's own.
pub(super) struct Data {
    analyzer: Shared<Analyzer>,
    rules: Cow<'static, RuleSet>,
    read_with: Fingerprint,
    names: NameData,
}

/// The ontology and the lexicon: all the data that the graph of a project needs.
pub(super) struct NameData {
    ontology: Cow<'static, Ontology>,
    lexicon: Cow<'static, Lexicon>,
    fingerprint: Fingerprint,
    /// The user's files, which a project stores.
    files: Vec<DataFile>,
}

impl NameData {
    /// Reads the user's files in this order.
    pub(super) fn of(files: Vec<DataFile>) -> Result<Self, CliError> {
        Self::with_lists(files, Lexicon::shipped())
    }

    /// The data that questions to the project need. As long as its names were compared with these data, these are titles
    /// and the user's own lists; otherwise all lists, to compare them again.
    pub(super) fn for_questions(project: &Project) -> Result<Self, CliError> {
        let failed = in_project(project.path());
        let data = Self::with_lists(project.data_files().map_err(&failed)?, Lexicon::shipped_titles())?;
        let is_current = project.is_resolved_with(&data.fingerprint).map_err(failed)?;
        if is_current { Ok(data) } else { Self::of(data.files) }
    }

    fn with_lists(files: Vec<DataFile>, shipped: &'static Lexicon) -> Result<Self, CliError> {
        let mut ontology = Cow::Borrowed(Ontology::shipped());
        for DataFile { path, text, .. } in files.iter().filter(|file| file.kind == DataKind::Ontology) {
            ontology = Cow::Owned(Ontology::read(path, text).map_err(whomet::error::Error::from)?);
        }
        let mut lexicon = Cow::Borrowed(shipped);
        for DataFile { path, text, .. } in files.iter().filter(|file| file.kind == DataKind::Lexicon) {
            let lexicon: &mut Lexicon = lexicon.to_mut();
            lexicon.extend(path, text, &ontology).map_err(whomet::error::Error::from)?;
        }
        for DataFile { path, text, .. } in files.iter().filter(|file| file.kind == DataKind::Authority) {
            let lexicon: &mut Lexicon = lexicon.to_mut();
            lexicon.add_authority(path, text, &ontology).map_err(whomet::error::Error::from)?;
        }
        let fingerprint = Fingerprint::new(files.iter().map(|file| (file.kind.as_str(), file.text.as_bytes())));
        Ok(Self { ontology, lexicon, fingerprint, files })
    }

    /// Reads the ontology and the gazetteers that the user names.
    pub(super) fn read(ontology: Option<&PathBuf>, lexicon: &[PathBuf]) -> Result<Self, CliError> {
        Self::of(name_files(ontology, lexicon, &[])?)
    }

    /// The data that the project was made with.
    pub(super) fn of_project(project: &Project) -> Result<Self, CliError> {
        let files = project.data_files().map_err(in_project(project.path()))?;
        Self::of(files)
    }

    /// The data that a project needs to store documents.
    pub(super) fn filing(&self) -> Filing<'_> {
        Filing::new(&self.lexicon, &self.ontology, &self.fingerprint)
    }

    pub(super) fn ontology(&self) -> &Ontology {
        &self.ontology
    }

    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub(super) fn files(&self) -> &[DataFile] {
        &self.files
    }
}

impl Data {
    pub(super) fn read(arguments: &DataArguments) -> Result<Self, CliError> {
        Self::with(arguments, Vec::new())
    }

    /// Reads the files that the user names; for each kind without one, uses the file that the project was made with.
    pub(super) fn read_for(project: &Project, arguments: &DataArguments) -> Result<Self, CliError> {
        let kept = project.data_files().map_err(in_project(project.path()))?;
        Self::with(arguments, kept)
    }

    fn with(arguments: &DataArguments, kept: Vec<DataFile>) -> Result<Self, CliError> {
        // A file that the user names replaces the project's file of the same kind.
        let mut files = name_files(arguments.ontology.as_ref(), &arguments.lexicon, &arguments.authority)?;
        let named: Vec<DataKind> = files.iter().map(|file| file.kind).collect();
        files.extend(kept.into_iter().filter(|file| !named.contains(&file.kind)));
        files.sort_by_key(|file| file.kind);
        let names = NameData::of(files)?;
        let mut rules = Cow::Borrowed(RuleSet::shipped());
        if !arguments.rules.is_empty() {
            let texts = arguments.rules.iter().map(|path| Ok((path.to_string_lossy(), read_string(path)?)));
            let texts = texts.collect::<Result<Vec<_>, CliError>>()?;
            let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_ref(), text.as_str())).collect();
            rules = Cow::Owned(rules.extended(&files, &names.ontology).map_err(whomet::error::Error::from)?);
        }
        let read_with = fingerprint_of(arguments, &names.files)?;
        Ok(Self { analyzer: analyzer_of(arguments.models.as_deref())?, rules, read_with, names })
    }

    pub(super) fn settings(&self) -> Settings<'_> {
        let NameData { ontology, lexicon, .. } = &self.names;
        Settings::default()
            .with_analyzer(&self.analyzer)
            .with_ontology(ontology)
            .with_lexicon(lexicon)
            .with_rules(&self.rules)
    }

    /// The fingerprint that identifies these data.
    pub(super) fn read_with(&self) -> &Fingerprint {
        &self.read_with
    }

    pub(super) fn names(&self) -> &NameData {
        &self.names
    }

    pub(super) fn into_names(self) -> NameData {
        self.names
    }

    pub(super) fn ontology(&self) -> &Ontology {
        self.names.ontology()
    }
}

/// Reads the ontology, the gazetteers and the authority lists that the user names.
fn name_files(
    ontology: Option<&PathBuf>,
    lexicon: &[PathBuf],
    authority: &[PathBuf],
) -> Result<Vec<DataFile>, CliError> {
    let ontology = ontology.into_iter().map(|path| (DataKind::Ontology, path));
    let lexicon = lexicon.iter().map(|path| (DataKind::Lexicon, path));
    let files = ontology.chain(lexicon).chain(authority.iter().map(|path| (DataKind::Authority, path)));
    let read = |(kind, path): (DataKind, &PathBuf)| Ok(DataFile::new(kind, path.to_string_lossy(), read_string(path)?));
    files.map(read).collect()
}

/// The fingerprint of all the user's files.
fn fingerprint_of(arguments: &DataArguments, names: &[DataFile]) -> Result<Fingerprint, CliError> {
    let models = arguments.models.iter().flat_map(|folder| MODEL_FILES.iter().map(|name| folder.join(name)));
    let files = (models.filter(|file| file.exists()).map(|file| ("models", file)))
        .chain(arguments.rules.iter().map(|file| ("rules", file.clone())));
    let read = |(kind, path): (&'static str, PathBuf)| {
        let bytes = std::fs::read(&path).map_err(|source| CliError::File { path, source })?;
        Ok((kind, bytes))
    };
    let data = files.map(read).collect::<Result<Vec<_>, CliError>>()?;
    // Authority lists change which names are one entity, not what is found in a document.
    let names = names.iter().filter(|file| file.kind != DataKind::Authority);
    let names = names.map(|file| (file.kind.as_str(), file.text.as_bytes()));
    Ok(Fingerprint::new(data.iter().map(|(kind, bytes)| (*kind, bytes.as_slice())).chain(names)))
}

/// Data shipped with the program, or read for this run.
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

/// The models in `folder`, or the shipped ones without one.
pub(super) fn analyzer_of(folder: Option<&Path>) -> Result<Shared<Analyzer>, CliError> {
    match folder {
        None => Ok(Shared::Shipped(Analyzer::shipped())),
        Some(folder) => {
            let analyzer = Analyzer::from_folder(folder).map_err(whomet::error::Error::from)?;
            Ok(Shared::Read(Box::new(analyzer)))
        }
    }
}
