//! Turns findings into statements with their circumstances.

use super::circumstances::Circumstances;
use super::finding::Finding;
use super::statement::{Statement, Status};
use crate::analysis::AnalyzedDocument;
use crate::ids::SentenceId;
use crate::provenance::Provenance;

/// Completes a finding of one sentence.
pub(super) fn finish(
    document: &AnalyzedDocument,
    id: SentenceId,
    circumstances: &Circumstances<'_>,
    mut finding: Finding,
) -> Statement {
    let sentence = document.sentence(id);
    if finding.status == Status::Asserted && circumstances.is_to_come(&finding) {
        finding.status = Status::Planned;
    }
    let mut attributes = finding.attributes.clone();
    attributes.extend(circumstances.measures_of(&finding));
    Statement {
        relation: finding.relation,
        subject: finding.subject,
        object: finding.object,
        status: finding.status,
        time: circumstances.time_of(&finding),
        place: circumstances.place_of(&finding),
        speaker: circumstances.speaker_of(&finding).map(|said| said.speaker),
        attributes,
        trigger: finding.trigger,
        path: finding.path,
        provenance: Provenance {
            document: document.document.id.clone(),
            sentence: id,
            span: sentence.span,
            rule: finding.rule,
            confidence: finding.confidence,
        },
    }
}
