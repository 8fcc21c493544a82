//! Collects the reasons of a comparison and decides by them.

use super::super::comparison::{Comparison, Reason, Verdict};

/// Bits for two names that share a blocking key, before anything else is compared.
const PRIOR: f32 = -6.5;

/// Minimum score at which two names are merged.
pub const MIN_SAME: f32 = 0.9;

/// Maximum score at which they stay apart without asking a person.
pub const MAX_DIFFERENT: f32 = 0.2;

/// The reasons found so far.
#[derive(Debug, Default)]
pub(super) struct Reasons {
    pub(super) list: Vec<Reason>,
    /// Whether some reason excludes one entity, whatever else speaks for it.
    pub(super) is_vetoed: bool,
    /// Whether that reason is a contradiction, which also holds if a third name matches both. Names that merely have
    /// nothing in common do not contradict each other: one entity may have both.
    pub(super) is_contradiction: bool,
    /// Whether a person must decide, however much else agrees, because the names leave it open.
    pub(super) needs_review: bool,
    /// Whether a person must decide even if little agrees, because it is the usual way in which names of one person differ.
    pub(super) is_open: bool,
}

impl Reasons {
    pub(super) fn add(&mut self, bits: f32, words: impl Into<String>) {
        self.list.push(Reason { words: words.into(), bits });
    }

    pub(super) fn veto(&mut self, words: impl Into<String>) {
        self.is_vetoed = true;
        self.add(-12.0, words);
    }

    pub(super) fn contradict(&mut self, words: impl Into<String>) {
        self.is_contradiction = true;
        self.veto(words);
    }

    pub(super) fn bits(&self) -> f32 {
        self.list.iter().map(|reason| reason.bits).sum()
    }

    pub(super) fn verdict(mut self) -> Comparison {
        let score = 1.0 / (1.0 + (-(self.bits() + PRIOR)).exp2());
        let verdict = match score {
            _ if self.is_vetoed => Verdict::Different,
            score if score >= MIN_SAME && !self.needs_review => Verdict::Same,
            score if score > MAX_DIFFERENT || self.is_open => Verdict::Undecided,
            _ => Verdict::Different,
        };
        self.list.sort_by(|a, b| b.bits.abs().total_cmp(&a.bits.abs()).then_with(|| a.words.cmp(&b.words)));
        // Rounded to a thousandth, the score is the same on every machine.
        Comparison { score: (score * 1000.0).round() / 1000.0, verdict, reasons: self.list }
    }
}
