//! Takes over the terminal for the review and restores it afterwards.

use std::io::{self, IsTerminal};
use std::time::Instant;

use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event};

use super::session::Keyboard;
use crate::cli::error::CliError;

/// Checks that there is a terminal to draw on and to read keys from.
pub(super) fn check(project: &str) -> Result<(), CliError> {
    let why = match () {
        () if !io::stdin().is_terminal() => "standard input is not a terminal",
        () if !io::stdout().is_terminal() => "standard output is not a terminal",
        () if std::env::var_os("TERM").is_some_and(|term| term == "dumb") => "TERM=dumb cannot show a screen",
        () => return Ok(()),
    };
    Err(CliError::NoScreen { why, project: project.to_owned() })
}

/// Runs `work` on the whole screen. Afterwards the terminal is restored, even after an error or a panic (a hook does so
/// before the message of the panic is printed). Meanwhile Ctrl-C is an ordinary key.
pub(super) fn with_screen(
    work: impl FnOnce(&mut DefaultTerminal, &mut dyn Keyboard) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let done = match ratatui::try_init() {
        Ok(mut screen) => work(&mut screen, &mut Keys),
        Err(error) => Err(CliError::Terminal(error)),
    };
    let restored = ratatui::try_restore().map_err(CliError::Terminal);
    done.and(restored)
}

/// The keys of the terminal.
struct Keys;

impl Keyboard for Keys {
    fn next(&mut self) -> io::Result<Option<Event>> {
        event::read().map(Some)
    }

    fn now(&self) -> Instant {
        Instant::now()
    }
}
