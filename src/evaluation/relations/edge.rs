//! Found relations, and whether they match annotated ones.

use super::end::End;
use super::gold::GoldRelation;

/// Types of PLOVER (Open Event Data Alliance 2018) that a relation may be, the usual one first.
const PLOVER_TYPES: [(&str, &[&str]); 8] = [
    ("met", &["CONSULT"]),
    ("visited", &["CONSULT"]),
    ("attended", &["CONSULT"]),
    ("pledged", &["AGREE", "SUPPORT", "AID"]),
    ("agreed_with", &["AGREE", "COOPERATE"]),
    ("supports", &["AID", "SUPPORT", "COOPERATE"]),
    ("cooperates_with", &["COOPERATE"]),
    ("trained", &["AID", "COOPERATE"]),
];

/// What "opposes" may be.
const PLOVER_OPPOSES: [&str; 10] =
    ["DISAPPROVE", "REJECT", "THREATEN", "DEMAND", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "FIGHT", "MOBILIZE"];

/// Names of types in later versions of PLOVER, with those that the data sets use.
///
/// Later versions count fights as assaults, and investigations as accusations.
const PLOVER_RENAMED: [(&str, &str); 6] = [
    ("ACCUSE", "DISAPPROVE"),
    ("ACCUSE", "INVESTIGATE"),
    ("ASSAULT", "FIGHT"),
    ("REQUEST", "DEMAND"),
    ("CONCEDE", "RETREAT"),
    ("YIELD", "CONCEDE"),
];

/// A relation that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Class of the relation.
    pub relation: String,
    /// Its type of PLOVER, if the statement gives one.
    pub plover: Option<String>,
    /// First and second end.
    pub ends: [End; 2],
    /// Whether the relation has no direction.
    pub is_symmetric: bool,
    /// How it reads: relation, ends and rule.
    pub shown: String,
}

impl Edge {
    /// The types of PLOVER that it may be, the usual one first.
    pub(super) fn plover_types(&self) -> Vec<&str> {
        if let Some(given) = &self.plover {
            let renamed = PLOVER_RENAMED.iter().filter(|(new, _)| new == given).map(|(_, old)| *old);
            return renamed.chain([given.as_str()]).collect();
        }
        if self.relation == "opposes" {
            return PLOVER_OPPOSES.to_vec();
        }
        let types = PLOVER_TYPES.iter().find(|(relation, _)| *relation == self.relation);
        types.map_or(Vec::new(), |(_, types)| types.to_vec())
    }

    fn is_a(&self, gold: &GoldRelation) -> bool {
        if gold.relations.is_empty() {
            self.plover_types().contains(&gold.row.as_str())
        } else {
            gold.relations.contains(&self.relation)
        }
    }

    /// Whether the edge states the annotated relation.
    pub(super) fn matches(&self, gold: &GoldRelation) -> bool {
        let [subject, object] = &self.ends;
        let may_turn = self.is_symmetric || gold.is_symmetric;
        let joins = |[first, second]: &[End; 2]| {
            (first.touches(subject) && second.touches(object))
                || (may_turn && first.touches(object) && second.touches(subject))
        };
        self.is_a(gold) && gold.pairs.iter().any(joins)
    }
}
