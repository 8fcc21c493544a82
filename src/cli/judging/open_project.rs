//! A project that is open for judging.

use std::path::Path;

use whomet::ids::NameKey;
use whomet::project::{Hit, Project};

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

    /// The only entity of this name.
    pub(in crate::cli) fn find(&self, name: &str) -> Result<Hit, CliError> {
        let failed = in_project(self.project.path());
        let hits = self.project.find(name).map_err(&failed)?;
        match &hits[..] {
            [] => {
                let near = self.project.near_name(name).map_err(failed)?;
                let hint = near.map(|near| format!(", did you mean \"{near}\"?")).unwrap_or_default();
                Err(CliError::UnknownName { name: name.to_owned(), hint })
            }
            [hit] => Ok(hit.clone()),
            several => {
                let mut known: Vec<&str> = several.iter().take(MAX_LISTED).map(|hit| hit.entity.as_str()).collect();
                if several.len() > MAX_LISTED {
                    known.push("...");
                }
                Err(CliError::AmbiguousName { name: name.to_owned(), known: known.join(", ") })
            }
        }
    }

    pub(in crate::cli) fn find_name(&self, name: &str) -> Result<NameKey, CliError> {
        Ok(self.find(name)?.name)
    }
}
