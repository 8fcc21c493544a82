//! A running review: reads keys, judges cases and keeps the state of the screen.

use std::io;
use std::time::Instant;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::crossterm::event::Event;
use whomet::resolution::{Answer, ReviewCase};

use super::desk::ReviewDesk;
use super::keys::{Action, Pause, Scroll, action};
use super::palette::Palette;
use super::screen::{self, Shown};
use super::tally::counts;
use crate::cli::error::CliError;

/// Appended to the last message, which the person may not have read yet.
const TOO_EARLY: &str = " (a key came too early and was ignored)";

/// A source of keys.
pub(super) trait Keyboard {
    /// Waits for the next event; `None` if the terminal is gone.
    fn next(&mut self) -> io::Result<Option<Event>>;

    /// The current time.
    fn now(&self) -> Instant;
}

/// A running review.
pub(super) struct Session<'a> {
    desk: &'a mut dyn ReviewDesk,
    project: &'a str,
    case: Option<ReviewCase>,
    judged: Vec<Answer>,
    remaining: usize,
    message: String,
    scroll: usize,
    shows_help: bool,
    shown: Shown,
    pause: Pause,
    palette: Palette,
}

impl<'a> Session<'a> {
    /// Starts a review with the first case of the desk.
    pub(super) fn start(desk: &'a mut dyn ReviewDesk, project: &'a str, palette: Palette) -> Result<Self, CliError> {
        let mut session = Self {
            desk,
            project,
            case: None,
            judged: Vec::new(),
            remaining: 0,
            message: String::new(),
            scroll: 0,
            shows_help: false,
            shown: Shown::default(),
            pause: Pause::default(),
            palette,
        };
        session.read_next()?;
        Ok(session)
    }

    /// The case to be judged.
    pub(super) fn case(&self) -> Option<&ReviewCase> {
        self.case.as_ref()
    }

    /// Draws and handles keys until the person quits.
    pub(super) fn work<B: Backend>(
        &mut self,
        terminal: &mut Terminal<B>,
        keyboard: &mut dyn Keyboard,
    ) -> Result<(), CliError> {
        loop {
            self.draw_on(terminal).map_err(|error| CliError::Terminal(io::Error::other(error.to_string())))?;
            let Some(action) = next_action(keyboard)? else { return Ok(()) };
            if action == Action::Quit {
                return Ok(());
            }
            self.act(action, keyboard)?;
        }
    }

    /// Draws what changed, or everything if the terminal must be cleared.
    pub(super) fn draw_on<B: Backend>(&mut self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        if self.shown.needs_clearing {
            // `clear` would ask the terminal for its cursor and wait for the answer among the keys.
            let size = terminal.size()?;
            terminal.resize(size.into())?;
        }
        terminal.draw(|frame| self.draw(frame)).map(drop)
    }

    fn draw(&mut self, frame: &mut ratatui::Frame<'_>) {
        let view = screen::View {
            project: self.project,
            case: self.case.as_ref(),
            judged: &self.judged,
            remaining: self.remaining,
            message: &self.message,
            scroll: self.scroll,
            shows_help: self.shows_help,
            palette: self.palette,
        };
        self.shown = screen::draw(frame, &view);
        self.scroll = self.scroll.min(self.shown.last_scroll);
    }

    fn act(&mut self, action: Action, keyboard: &dyn Keyboard) -> Result<(), CliError> {
        if self.shows_help && action != Action::Redraw {
            self.shows_help = false;
            return Ok(());
        }
        match action {
            Action::Judge(_) | Action::Back if !self.shown.is_readable => {}
            Action::Judge(_) | Action::Back if !self.pause.is_over(keyboard.now()) => {
                self.message.truncate(self.message.find(TOO_EARLY).unwrap_or(self.message.len()));
                self.message.push_str(TOO_EARLY);
            }
            Action::Judge(answer) => {
                self.judge(answer)?;
                self.pause.begin(keyboard.now());
            }
            Action::Back => {
                self.take_back()?;
                self.pause.begin(keyboard.now());
            }
            Action::Scroll(scroll) => self.scroll(scroll),
            Action::Help => self.shows_help = true,
            Action::Redraw => self.shown.needs_clearing = true,
            Action::Other | Action::Quit => {}
        }
        Ok(())
    }

    /// Judges the case. If the judgement cannot be stored, the case stays on the screen.
    fn judge(&mut self, answer: Answer) -> Result<(), CliError> {
        let Some(case) = &self.case else { return Ok(()) };
        if let Err(error) = self.desk.judge(case, answer) {
            self.message = format!("not saved, please try again: {error}");
            return Ok(());
        }
        let message = format!("{}: {} | {}", answer.as_str(), case.left.name, case.right.name);
        let before = self.remaining;
        self.judged.push(answer);
        self.read_next()?;
        self.message = match before.saturating_sub(self.remaining + 1) {
            0 => message,
            1 => format!("{message}; this settled 1 other case"),
            others => format!("{message}; this settled {others} other cases"),
        };
        Ok(())
    }

    fn take_back(&mut self) -> Result<(), CliError> {
        let Some(answer) = self.judged.last().copied() else {
            self.message =
                "nothing was judged since the review began; `whomet undo` takes back earlier judgements".into();
            return Ok(());
        };
        match self.desk.take_back() {
            Err(error) => self.message = format!("not taken back, please try again: {error}"),
            Ok(None) => {
                self.judged.pop();
                self.message = "somebody else has taken that judgement back".into();
                self.read_next()?;
            }
            Ok(Some(case)) => {
                self.judged.pop();
                self.message = format!("taken back: {}", answer.as_str());
                self.remaining = self.desk.remaining()?;
                self.show(Some(case));
            }
        }
        Ok(())
    }

    fn read_next(&mut self) -> Result<(), CliError> {
        let case = self.desk.next_cases(1)?.into_iter().next();
        self.remaining = self.desk.remaining()?;
        self.show(case);
        Ok(())
    }

    fn show(&mut self, case: Option<ReviewCase>) {
        self.case = case;
        self.scroll = 0;
    }

    fn scroll(&mut self, scroll: Scroll) {
        let page = self.shown.page.saturating_sub(1).max(1);
        let to = match scroll {
            Scroll::LineUp => self.scroll.saturating_sub(1),
            Scroll::LineDown => self.scroll + 1,
            Scroll::PageUp => self.scroll.saturating_sub(page),
            Scroll::PageDown => self.scroll + page,
            Scroll::Top => 0,
            Scroll::Bottom => self.shown.last_scroll,
        };
        self.scroll = to.min(self.shown.last_scroll);
    }

    /// What was judged, in one line.
    pub(super) fn summary(&self) -> String {
        format!("{}; {} left", counts(&self.judged), self.remaining)
    }
}

/// Waits for an event with an action; `None` if the terminal is gone.
fn next_action(keyboard: &mut dyn Keyboard) -> Result<Option<Action>, CliError> {
    while let Some(event) = keyboard.next().map_err(CliError::Terminal)? {
        if let Some(action) = action(&event) {
            return Ok(Some(action));
        }
    }
    Ok(None)
}
