//! Interprets the keys of the review screen.

use std::time::{Duration, Instant};

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use whomet::resolution::Answer;

/// A judgement counts only if this much time has passed since its case appeared and since the last key that would
/// judge: a key held down repeats about every 30 ms, and nobody reads a case in a quarter of a second.
pub(super) const PAUSE: Duration = Duration::from_millis(250);

/// The action of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// Judge the case on the screen.
    Judge(Answer),
    /// Take the last judgement back and show its case.
    Back,
    /// Scroll the case.
    Scroll(Scroll),
    /// Show or hide the help.
    Help,
    /// Redraw everything, after another program wrote to the terminal or its size changed.
    Redraw,
    /// No action, except that any key closes the help.
    Other,
    /// Quit.
    Quit,
}

/// How far to scroll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scroll {
    LineUp,
    LineDown,
    PageUp,
    PageDown,
    Top,
    Bottom,
}

/// Keys and their actions, for the footer.
pub(super) const FOOTER: [(&str, &str); 7] = [
    ("s", "same"),
    ("d", "different"),
    ("u", "unsure"),
    ("b", "back"),
    ("q", "quit"),
    ("↑↓ PgUp PgDn", "scroll"),
    ("?", "help"),
];

/// The action of an event, if it has one.
pub(super) fn action(event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(key_action(*key)),
        Event::Resize(..) => Some(Action::Redraw),
        _ => None,
    }
}

fn key_action(key: KeyEvent) -> Action {
    let KeyCode::Char(letter) = key.code else { return scroll(key.code).map_or(Action::Other, Action::Scroll) };
    let letter = letter.to_ascii_lowercase();
    match key.modifiers {
        modifiers if modifiers.contains(KeyModifiers::CONTROL) => with_control(letter),
        modifiers if modifiers.contains(KeyModifiers::ALT) => Action::Other,
        _ => of_letter(letter),
    }
}

fn with_control(letter: char) -> Action {
    match letter {
        'c' => Action::Quit,
        'l' => Action::Redraw,
        _ => Action::Other,
    }
}

fn of_letter(letter: char) -> Action {
    match letter {
        's' => Action::Judge(Answer::Same),
        'd' => Action::Judge(Answer::Different),
        'u' => Action::Judge(Answer::Unsure),
        'b' => Action::Back,
        'q' => Action::Quit,
        '?' | 'h' => Action::Help,
        'k' => Action::Scroll(Scroll::LineUp),
        'j' => Action::Scroll(Scroll::LineDown),
        ' ' => Action::Scroll(Scroll::PageDown),
        _ => Action::Other,
    }
}

fn scroll(code: KeyCode) -> Option<Scroll> {
    match code {
        KeyCode::Up => Some(Scroll::LineUp),
        KeyCode::Down => Some(Scroll::LineDown),
        KeyCode::PageUp => Some(Scroll::PageUp),
        KeyCode::PageDown => Some(Scroll::PageDown),
        KeyCode::Home => Some(Scroll::Top),
        KeyCode::End => Some(Scroll::Bottom),
        _ => None,
    }
}

/// Rejects judgements that come too fast to be intended.
#[derive(Debug, Default)]
pub(super) struct Pause(Option<Instant>);

impl Pause {
    /// A case appeared.
    pub(super) fn begin(&mut self, now: Instant) {
        self.0 = Some(now);
    }

    /// Whether a key pressed `now` counts; if not, the pause starts again.
    pub(super) fn is_over(&mut self, now: Instant) -> bool {
        let is_over = self.0.is_none_or(|begin| now.saturating_duration_since(begin) >= PAUSE);
        if !is_over {
            self.0 = Some(now);
        }
        is_over
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: KeyCode, modifiers: KeyModifiers) -> Option<Action> {
        action(&Event::Key(KeyEvent::new(code, modifiers)))
    }

    #[test]
    fn each_answer_has_its_key_with_and_without_shift() {
        for (key, answer) in [('s', Answer::Same), ('d', Answer::Different), ('u', Answer::Unsure)] {
            assert_eq!(of(KeyCode::Char(key), KeyModifiers::NONE), Some(Action::Judge(answer)));
            let capital = KeyCode::Char(key.to_ascii_uppercase());
            assert_eq!(of(capital, KeyModifiers::SHIFT), Some(Action::Judge(answer)));
        }
    }

    #[test]
    fn control_and_alt_do_not_judge_and_control_c_quits() {
        for key in ['s', 'd', 'u', 'b'] {
            assert_eq!(of(KeyCode::Char(key), KeyModifiers::CONTROL), Some(Action::Other));
            assert_eq!(of(KeyCode::Char(key), KeyModifiers::ALT), Some(Action::Other));
        }
        assert_eq!(of(KeyCode::Char('c'), KeyModifiers::CONTROL), Some(Action::Quit));
        assert_eq!(of(KeyCode::Char('c'), KeyModifiers::NONE), Some(Action::Other));
    }

    #[test]
    fn other_keys_go_back_scroll_help_and_quit() {
        let table = [
            (KeyCode::Char('b'), Action::Back),
            (KeyCode::Char('q'), Action::Quit),
            (KeyCode::Char('?'), Action::Help),
            (KeyCode::Up, Action::Scroll(Scroll::LineUp)),
            (KeyCode::Char('j'), Action::Scroll(Scroll::LineDown)),
            (KeyCode::PageUp, Action::Scroll(Scroll::PageUp)),
            (KeyCode::Char(' '), Action::Scroll(Scroll::PageDown)),
            (KeyCode::Home, Action::Scroll(Scroll::Top)),
            (KeyCode::End, Action::Scroll(Scroll::Bottom)),
        ];
        for (code, expected) in table {
            assert_eq!(of(code, KeyModifiers::NONE), Some(expected), "{code:?}");
        }
        for code in [KeyCode::Enter, KeyCode::Esc, KeyCode::Char('x'), KeyCode::Left] {
            assert_eq!(of(code, KeyModifiers::NONE), Some(Action::Other), "{code:?}");
        }
    }

    #[test]
    fn a_released_key_does_nothing_and_a_new_size_redraws() {
        let released = KeyEvent::new_with_kind(KeyCode::Char('s'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(action(&Event::Key(released)), None);
        assert_eq!(action(&Event::Resize(80, 24)), Some(Action::Redraw));
        assert_eq!(action(&Event::Paste("s".into())), None);
    }

    #[test]
    fn a_key_held_down_counts_once() {
        let start = Instant::now();
        let mut pause = Pause::default();
        assert!(pause.is_over(start));
        pause.begin(start);
        let mut now = start;
        for _ in 0..20 {
            now += Duration::from_millis(30);
            assert!(!pause.is_over(now));
        }
        assert!(pause.is_over(now + PAUSE));
    }
}
