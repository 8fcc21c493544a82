//! Commands by which people decide what is one thing, and see why it is.

pub(super) mod args;
mod desk;
mod journal;
mod judge;
mod why;

use std::path::Path;
use std::time::SystemTime;

use whomet::ids::NameKey;
use whomet::project::{Hit, Note, Project};

pub(super) use desk::run as review;
pub(super) use journal::{import, log, undo};
pub(super) use judge::{judge, merge, split};
pub(super) use why::run as why;

use super::data::NameData;
use super::report::Reporter;
use super::{CliError, in_project};
use args::Judge;

/// Most things that are listed for a name that fits several.
const MAX_LISTED: usize = 10;

/// A project with what its names are told by.
struct Open {
    project: Project,
    data: NameData,
}

impl Open {
    fn for_writing(path: &Path, reporter: &Reporter) -> Result<Self, CliError> {
        let project = Project::open(path, reporter.waiting_for(path)).map_err(in_project(path))?;
        Ok(Self { data: NameData::of_project(&project)?, project })
    }

    fn for_reading(path: &Path, reporter: &Reporter) -> Result<Self, CliError> {
        let project = Project::open_read_only(path, reporter.waiting_for(path)).map_err(in_project(path))?;
        Ok(Self { data: NameData::of_project(&project)?, project })
    }

    /// The only thing that is called so.
    fn find(&self, name: &str) -> Result<Hit, CliError> {
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

    fn find_name(&self, name: &str) -> Result<NameKey, CliError> {
        Ok(self.find(name)?.name)
    }
}

/// Who judges now, and why.
fn note(judge: &Judge) -> Note {
    let by = judge.by.clone().or_else(|| std::env::var("USER").ok()).unwrap_or_else(|| "unknown".to_owned());
    Note { by, at: now(), reason: judge.reason.clone() }
}

/// The time, ISO 8601 in UTC.
fn now() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    jiff::Timestamp::from_second(seconds).map(|time| time.to_string()).unwrap_or_default()
}
