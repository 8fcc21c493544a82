//! What speaks for and against that two dossiers are one, in the making.

use super::super::comparison::{Comparison, Reason, Verdict};

/// Bits against two dossiers that share a blocking key, before anything else is known of them.
const PRIOR: f32 = -6.5;

/// Score from which on two dossiers are merged.
pub const MIN_SAME: f32 = 0.9;

/// Score up to which they are kept apart without asking.
pub const MAX_DIFFERENT: f32 = 0.2;

/// The evidence in the making.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    pub(super) reasons: Vec<Reason>,
    /// Whether something shows that they are two, whatever else speaks for it.
    pub(super) is_vetoed: bool,
    /// Whether that is a contradiction, which also holds if a third fits both; names that merely have nothing in
    /// common may be two names of one thing.
    pub(super) is_contradiction: bool,
    /// Whether the names leave it open, so that a person must look however much else agrees.
    pub(super) needs_review: bool,
}

impl Evidence {
    pub(super) fn add(&mut self, bits: f32, words: impl Into<String>) {
        self.reasons.push(Reason { words: words.into(), bits });
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
        self.reasons.iter().map(|reason| reason.bits).sum()
    }

    pub(super) fn verdict(mut self) -> Comparison {
        let score = 1.0 / (1.0 + (-(self.bits() + PRIOR)).exp2());
        let verdict = match score {
            _ if self.is_vetoed => Verdict::Different,
            score if score >= MIN_SAME && !self.needs_review => Verdict::Same,
            score if score > MAX_DIFFERENT => Verdict::Undecided,
            _ => Verdict::Different,
        };
        self.reasons.sort_by(|a, b| b.bits.abs().total_cmp(&a.bits.abs()).then_with(|| a.words.cmp(&b.words)));
        // A thousandth is finer than anybody reads, and the same on every machine.
        Comparison { score: (score * 1000.0).round() / 1000.0, verdict, reasons: self.reasons }
    }
}
