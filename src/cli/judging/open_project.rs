//! A project that is open for judging.

use std::path::Path;

use whomet::ids::NameKey;
use whomet::project::{Hit, Project};
use whomet::query::{Choice, Fit, Match, choose};

use crate::cli::data::NameData;
use crate::cli::error::{CliError, in_project};
use crate::cli::report::Reporter;

/// Maximum number of entities listed for an ambiguous name.
const MAX_LISTED: usize = 10;

/// A project with the data that its names are resolved with.
pub(in crate::cli) struct OpenProject {
    pub(in crate::cli) project: Project,
    pub(in crate::cli) data: NameData,
}

impl OpenProject {
    pub(in crate::cli) fn for_writing(path: &Path, reporter: &Reporter) -> Result<Self, CliError> {
        let project = Project::open(path, reporter.waiting_for(path)).map_err(in_project(path))?;
        Ok(Self { data: NameData::of_project(&project)?, project })
    }

    pub(in crate::cli) fn for_reading(path: &Path, reporter: &Reporter) -> Result<Self, CliError> {
        let project = Project::open_read_only(path, reporter.waiting_for(path)).map_err(in_project(path))?;
        Ok(Self { data: NameData::of_project(&project)?, project })
    }

    /// The entity that a name means; says which, if that is not plain. What is known about a thing does not count here:
    /// of two with one name, nobody can tell.
    pub(in crate::cli) fn find(&self, name: &str) -> Result<Hit, CliError> {
        let failed = in_project(self.project.path());
        let (lexicon, ontology) = (self.data.lexicon(), self.data.ontology());
        let hits = self.project.find(name, None, lexicon, ontology).map_err(&failed)?;
        let mut matches: Vec<Match> = hits.iter().cloned().map(Match::from).collect();
        matches.iter_mut().for_each(|found| found.answers = 1);
        match choose(name, matches, lexicon) {
            Choice::One { chosen, .. } => {
                if chosen.fit > Fit::Whole {
                    Reporter::new(false).note(&format!("\"{name}\" -> {} ({})", chosen.label, chosen.id));
                }
                let is_it = |hit: &Hit| hit.entity.as_str() == chosen.id.as_str();
                Ok(hits.into_iter().find(is_it).expect("it was chosen among these"))
            }
            Choice::Several(several) => {
                let mut known: Vec<&str> = several.iter().take(MAX_LISTED).map(|found| found.id.as_str()).collect();
                if several.len() > MAX_LISTED {
                    known.push("...");
                }
                Err(CliError::AmbiguousName { name: name.to_owned(), known: format!(" {}", known.join(", ")) })
            }
            Choice::Nothing => {
                let near = self.project.near_names(name, 1).map_err(failed)?;
                let hint = near.first().map(|near| format!(", did you mean \"{near}\"?")).unwrap_or_default();
                Err(CliError::UnknownName { name: name.to_owned(), hint })
            }
        }
    }

    pub(in crate::cli) fn find_name(&self, name: &str) -> Result<NameKey, CliError> {
        Ok(self.find(name)?.name)
    }
}
