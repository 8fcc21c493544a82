//! Finds the kind of a gathering from its name.

/// Prepositions that open the complement in the name of an event; the noun before the first one says what kind it is.
const OPENS_COMPLEMENT: [&str; 5] = ["of", "on", "in", "for", "with"];

/// The head noun of an event's name: "ceremony" of "opening ceremony of the Nadi Bridge".
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
