//! `whomet review`: shows doubtful pairs of names to a person and takes their judgements.
//!
//! [`session`] handles the keys, [`screen`] draws, and [`text`] writes the same cases for programs and printers. A
//! [`ReviewDesk`] supplies the pairs and keeps the judgements.

mod desk;
mod keys;
mod lone;
mod palette;
mod project_desk;
pub(super) mod review_args;
mod rows;
mod safe;
#[cfg(test)]
mod samples;
mod screen;
mod session;
mod sides;
mod tally;
mod terminal;
#[cfg(test)]
mod tests;
mod text;
mod wrap;

use super::error::CliError;
use super::outcome::Outcome;
use super::report::{print, write_line};
use desk::ReviewDesk;
use palette::Palette;
use project_desk::ProjectDesk;
use review_args::ReviewArguments;
use session::Session;

/// Shows the cases of a project; on a screen, takes judgements until the person quits or no case is left.
pub(super) fn run(arguments: &ReviewArguments) -> Result<Outcome, CliError> {
    if arguments.lone {
        return lone::run(arguments);
    }
    let mut desk = ProjectDesk::open(arguments)?;
    let count = arguments.count;
    if arguments.json {
        print(&text::as_json(&desk.next_cases(count)?, desk.remaining()?));
    } else if arguments.text {
        print(&text::as_text(&desk.next_cases(count)?, desk.remaining()?));
    } else {
        on_screen(&mut desk, &arguments.project.display().to_string())?;
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
