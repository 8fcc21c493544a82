//! `whomet review`: the doubtful pairs of a project, judged one by one.

use whomet::ids::NameKey;
use whomet::project::{Note, Undo};
use whomet::resolution::{ReviewCase, Ruling};

use super::args::Judge;
use super::args::ReviewArguments;
use super::{Open, note};
use crate::cli::report::Reporter;
use crate::cli::review::{self, Answer, Form, ReviewDesk};
use crate::cli::{CliError, Outcome, in_project};

pub(in crate::cli) fn run(arguments: &ReviewArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.json || arguments.text);
    let form = match (arguments.json, arguments.text) {
        (true, _) => Form::Json(arguments.count),
        (_, true) => Form::Text(arguments.count),
        _ => Form::Screen,
    };
    let open = match form {
        Form::Screen => Open::for_writing(&arguments.project, &reporter)?,
        _ => Open::for_reading(&arguments.project, &reporter)?,
    };
    let judge = Judge { by: arguments.by.clone(), reason: None };
    let mut desk = Desk { open, judge, judged: Vec::new() };
    let name = arguments.project.display().to_string();
    review::run(&mut desk, &name, form)
}

/// A desk over a project.
struct Desk {
    open: Open,
    judge: Judge,
    /// The judgements made here that still stand: number and both dossiers.
    judged: Vec<(i64, NameKey, NameKey)>,
}

impl Desk {
    fn note(&self) -> Note {
        note(&self.judge)
    }
}

impl ReviewDesk for Desk {
    fn next_cases(&mut self, count: usize) -> Result<Vec<ReviewCase>, CliError> {
        let failed = in_project(self.open.project.path());
        self.open.project.cases(count, &self.open.data.filing()).map_err(failed)
    }

    fn judge(&mut self, case: &ReviewCase, answer: Answer) -> Result<(), CliError> {
        let failed = in_project(self.open.project.path());
        let (left, right) = (&case.left.key, &case.right.key);
        let ruling = match answer {
            Answer::Same => Ruling::same(left, right),
            Answer::Different => Ruling::different(left, right),
            Answer::Unsure => Ruling::unsure(left, right),
        };
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
