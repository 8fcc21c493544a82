//! `whomet review`: doubtful pairs in, judgements of a person out.
//!
//! [`session`] holds what happens at each key, [`screen`] draws it, [`text`] writes the same cases for programs and
//! printers. Where the pairs come from and where judgements go is a [`ReviewDesk`].

mod keys;
mod rows;
mod safe;
#[cfg(test)]
mod samples;
mod screen;
mod session;
mod sides;
mod terminal;
#[cfg(test)]
mod tests;
mod text;
mod wrap;

use whomet::resolution::ReviewCase;

use super::report::{print, write_line};
use super::{CliError, Outcome};
use screen::Palette;
use session::Session;

/// What a person says of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Both sides tell of one thing.
    Same,
    /// They tell of two things.
    Different,
    /// It cannot be told; the pair stays apart and is not shown again.
    Unsure,
}

impl Answer {
    const ALL: [Self; 3] = [Self::Same, Self::Different, Self::Unsure];

    /// The word for it, as `whomet judge` takes it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Unsure => "unsure",
        }
    }
}

/// Where the doubtful pairs come from and where judgements go.
pub(crate) trait ReviewDesk {
    /// The first cases that nobody has judged, at most `count`, always in the same order; fewer if fewer are left.
    /// It is asked again after each judgement, for one judgement may settle others.
    fn next_cases(&mut self, count: usize) -> Result<Vec<ReviewCase>, CliError>;

    /// Keeps a judgement for good before it returns.
    fn judge(&mut self, case: &ReviewCase, answer: Answer) -> Result<(), CliError>;

    /// Takes back the last judgement that was made at this desk and still stands, and returns its case as it is now;
    /// `None` if there is none, or somebody else has taken it back.
    fn take_back(&mut self) -> Result<Option<ReviewCase>, CliError>;

    /// Number of cases that nobody has judged.
    fn remaining(&mut self) -> Result<usize, CliError>;
}

/// How the cases are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// One after the other on the whole screen, judged by keys.
    Screen,
    /// As plain text, at most so many.
    Text(usize),
    /// As JSON, at most so many.
    Json(usize),
}

/// Shows the cases of a project; on a screen it takes judgements until the person quits or none is left.
pub(crate) fn run(desk: &mut dyn ReviewDesk, project: &str, form: Form) -> Result<Outcome, CliError> {
    match form {
        Form::Text(count) => print(&text::as_text(&desk.next_cases(count)?, desk.remaining()?)),
        Form::Json(count) => print(&text::as_json(&desk.next_cases(count)?, desk.remaining()?)),
        Form::Screen => on_screen(desk, project)?,
    }
    Ok(Outcome::Done)
}

fn on_screen(desk: &mut dyn ReviewDesk, project: &str) -> Result<(), CliError> {
    terminal::check(project)?;
    let mut session = Session::start(desk, project, Palette::of_environment())?;
    if session.case().is_none() {
        write_line("nothing to review: no pair is in doubt");
        return Ok(());
    }
    terminal::with_screen(|screen, keyboard| session.work(screen, keyboard))?;
    write_line(&session.summary());
    Ok(())
}
