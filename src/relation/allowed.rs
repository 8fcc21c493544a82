//! Keeps the findings that the ontology allows.

use super::finding::Finding;
use crate::mention::Mention;
use crate::ontology::Ontology;

/// Keeps what the ontology allows, drops self-relations and duplicates, and sorts the rest.
pub(super) fn allowed(mut findings: Vec<Finding>, mentions: &[Mention], ontology: &Ontology) -> Vec<Finding> {
    findings.retain(|finding| is_allowed(finding, mentions, ontology));
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.relation, f.subject, f.object, f.status);
        key(a).cmp(&key(b)).then(b.confidence.total_cmp(&a.confidence)).then(a.rule.cmp(&b.rule))
    });
    findings.dedup_by_key(|finding| (finding.relation, finding.subject, finding.object, finding.status));
    findings
}

/// Whether the ontology allows the types of both ends, and they are not the same name.
pub(super) fn is_allowed(finding: &Finding, mentions: &[Mention], ontology: &Ontology) -> bool {
    let [subject, object] = [finding.subject, finding.object].map(|id| &mentions[id.index()]);
    let class = ontology.relation(finding.relation.as_str());
    let is_plural = finding.subject == finding.object && subject.is_plural;
    (subject.norm != object.norm || is_plural)
        && class.is_some_and(|class| class.allows(subject.entity_type, object.entity_type))
}
