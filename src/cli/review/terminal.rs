//! The terminal of the person: taken over for the review, given back as it was.

use std::io::{self, IsTerminal};
use std::time::Instant;

use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event};

use super::session::Keyboard;
use crate::cli::CliError;

/// Says what to do instead where there is no terminal to draw on or no keys to hear.
pub(super) fn check(project: &str) -> Result<(), CliError> {
    let why = match () {
        () if !io::stdin().is_terminal() => "standard input is no terminal",
        () if !io::stdout().is_terminal() => "standard output is no terminal",
        () if std::env::var_os("TERM").is_some_and(|term| term == "dumb") => "TERM=dumb cannot show a screen",
        () => return Ok(()),
    };
    Err(CliError::NoScreen { why, project: project.to_owned() })
}

/// Runs `work` on the whole screen. The terminal is as it was afterwards, also after an error or a panic (a hook gives
/// it back before the panic's message is printed). Ctrl-C is a key like others meanwhile.
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
