//! Colors and styles of the screen.

use ratatui::style::{Color, Modifier, Style};

use super::sides::Mark;

/// Colors and styles. They repeat what signs and words say, so the screen also works without colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Palette {
    has_colors: bool,
}

impl Palette {
    /// Without colors if `NO_COLOR` is set and not empty (no-color.org).
    pub(super) fn of_environment() -> Self {
        Self::new(std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()))
    }

    /// With or without colors.
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

    /// Dim rather than dark grey, which some terminals show in the color of their background.
    pub(super) fn faint(self) -> Style {
        Style::new().dim()
    }

    pub(super) fn bar(self) -> Style {
        Style::new().reversed()
    }
}
