//! Finds pledges in what speakers say they will do: "We will give Nepal two boats", said Oli, is Oli's pledge.
//!
//! Saying so is the promise itself (a commissive speech act, Searle 1976, Language in Society 5(1)), so the pledge is
//! a fact while the help is a plan.

use super::circumstances::Circumstances;
use super::finding::Finding;
use super::statement::Status;
use crate::language::Class;
use crate::mention::{Mention, MentionKind};
use crate::ontology::RelationType;

/// The upper limit: a pledge is no surer than the help and the speaker it is read from.
const CONFIDENCE: f32 = 0.75;

/// The pledges in planned help whose giver is the speaker of the quotation.
pub(super) fn promised(findings: &[Finding], circumstances: &Circumstances<'_>, mentions: &[Mention]) -> Vec<Finding> {
    let is_help = |finding: &&Finding| {
        let helps = matches!(finding.relation, RelationType::SUPPORTS | RelationType::TRAINED);
        let giver = &mentions[finding.subject.index()];
        let speaks_of_itself =
            giver.kind == MentionKind::Pronoun && circumstances.language().is(Class::SpeakerSubject, &giver.norm);
        let is_quoted = circumstances.speaker_of(finding).is_some_and(|said| said.is_quoted);
        helps && finding.status == Status::Planned && speaks_of_itself && is_quoted
    };
    let pledge = |finding: &Finding| Finding {
        relation: RelationType::PLEDGED,
        status: Status::Asserted,
        rule: "promise-in-quote".into(),
        confidence: finding.confidence.min(CONFIDENCE),
        ..finding.clone()
    };
    findings.iter().filter(is_help).map(pledge).collect()
}
