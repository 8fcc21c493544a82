//! The review desk of a project.

use whomet::ids::NameKey;
use whomet::project::{Note, Undo};
use whomet::resolution::{Answer, ReviewCase, Ruling};

use super::desk::ReviewDesk;
use super::review_args::ReviewArguments;
use crate::cli::error::{CliError, in_project};
use crate::cli::judging::{Judge, OpenProject, note};
use crate::cli::report::Reporter;

/// Supplies the doubtful pairs of a project and stores judgements in its journal.
pub(super) struct ProjectDesk {
    open: OpenProject,
    judge: Judge,
    /// The judgements made here that are still in force: number and both names.
    judged: Vec<(i64, NameKey, NameKey)>,
}

impl ProjectDesk {
    /// Opens the project; read-only if the pairs are only printed.
    pub(super) fn open(arguments: &ReviewArguments) -> Result<Self, CliError> {
        let judges = !arguments.json && !arguments.text;
        let reporter = Reporter::new(!judges);
        let open = if judges {
            OpenProject::for_writing(&arguments.project, &reporter)?
        } else {
            OpenProject::for_reading(&arguments.project, &reporter)?
        };
        let judge = Judge { by: arguments.by.clone(), reason: None };
        Ok(Self { open, judge, judged: Vec::new() })
    }

    fn note(&self) -> Note {
        note(&self.judge)
    }
}

impl ReviewDesk for ProjectDesk {
    fn next_cases(&mut self, count: usize) -> Result<Vec<ReviewCase>, CliError> {
        let failed = in_project(self.open.project.path());
        self.open.project.cases(count, &self.open.data.filing()).map_err(failed)
    }

    fn judge(&mut self, case: &ReviewCase, answer: Answer) -> Result<(), CliError> {
        let failed = in_project(self.open.project.path());
        let (left, right) = (&case.left.key, &case.right.key);
        let ruling = Ruling::on_pair(answer, left, right);
        let note = self.note();
        let number = self.open.project.judge(vec![ruling], &note, &self.open.data.filing()).map_err(failed)?;
        self.judged.push((number, left.clone(), right.clone()));
        Ok(())
    }

    fn take_back(&mut self) -> Result<Option<ReviewCase>, CliError> {
        let failed = in_project(self.open.project.path());
        let Some((number, left, right)) = self.judged.last().cloned() else { return Ok(None) };
        let note = self.note();
        let filing = self.open.data.filing();
        let undone = self.open.project.undo(Undo::Command(number), &note, &filing).map_err(&failed)?;
        self.judged.pop();
        if undone.is_empty() {
            return Ok(None);
        }
        self.open.project.case_of(&left, &right, &filing).map_err(failed)
    }

    fn remaining(&mut self) -> Result<usize, CliError> {
        let failed = in_project(self.open.project.path());
        self.open.project.doubtful().map_err(failed)
    }
}
