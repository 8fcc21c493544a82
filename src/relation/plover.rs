//! The event types of PLOVER, and what they become if the event is only announced.

/// The event types of PLOVER (Open Event Data Alliance 2018), which any edge may have.
pub(super) const TYPES: [&str; 16] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "RETREAT",
];

/// The type of the announcement of such an event: to PLOVER, cooperation that is announced is an agreement to
/// cooperate, and a hostile act that is announced is a threat. What consists of words keeps its type.
pub(super) fn announced(event: &str) -> &str {
    match event {
        "CONSULT" | "SUPPORT" | "COOPERATE" | "AID" | "YIELD" | "RETREAT" => "AGREE",
        "PROTEST" | "SANCTION" | "MOBILIZE" | "COERCE" | "ASSAULT" => "THREATEN",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_announced_act_is_an_agreement_or_a_threat() {
        assert_eq!(["AID", "ASSAULT", "REQUEST"].map(announced), ["AGREE", "THREATEN", "REQUEST"]);
        assert!(TYPES.iter().all(|event| TYPES.contains(&announced(event))));
    }
}
