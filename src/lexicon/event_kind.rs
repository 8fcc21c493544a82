//! What kind of gathering an event is, according to its name.

/// Prepositions that open a complement of an event's name; the noun before the first of them says what the event is.
const OPENS_COMPLEMENT: [&str; 5] = ["of", "on", "in", "for", "with"];

/// The noun that an event's name is built on: "ceremony" of "opening ceremony of the Nadi Bridge".
pub(crate) fn kind_of_event(name: &str) -> String {
    let words = name.split_whitespace().take_while(|word| !OPENS_COMPLEMENT.contains(word));
    words.last().unwrap_or(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_before_the_first_complement_is_the_kind() {
        assert_eq!(kind_of_event("opening ceremony of the Nadi Bridge"), "ceremony");
        assert_eq!(kind_of_event("Lima Summit on Climate in Peru"), "summit");
        assert_eq!(kind_of_event("of all"), "of all");
    }
}
