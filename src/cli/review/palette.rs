//! How parts of a case look on the screen.

use ratatui::style::{Color, Modifier, Style};

use super::sides::Mark;

/// Colours and weights of letters; what they say is said by signs and words as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Palette {
    has_colors: bool,
}

impl Palette {
    /// Without colours if `NO_COLOR` is set and not empty (no-color.org).
    pub(super) fn of_environment() -> Self {
        Self::new(std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()))
    }

    /// With or without colours.
    pub(super) fn new(has_colors: bool) -> Self {
        Self { has_colors }
    }

    fn color(self, color: Color) -> Style {
        if self.has_colors { Style::new().fg(color) } else { Style::new() }
    }

    pub(super) fn mark(self, mark: Mark) -> Style {
        match mark {
            Mark::Shared => self.color(Color::Green),
            Mark::Other => self.color(Color::Red).bold(),
            Mark::Alone => Style::new(),
        }
    }

    pub(super) fn bits(self, bits: f32) -> Style {
        if bits < 0.0 { self.color(Color::Red) } else { self.color(Color::Green) }
    }

    pub(super) fn name(self) -> Style {
        Style::new().bold()
    }

    pub(super) fn mention(self) -> Style {
        self.color(Color::Yellow).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Not a dark grey, which some terminals show as their background.
    pub(super) fn faint(self) -> Style {
        Style::new().dim()
    }

    pub(super) fn bar(self) -> Style {
        Style::new().reversed()
    }
}
