//! Names of types as other systems write them.

/// A node label of Neo4j, a class: `person` becomes `Person`, `armed_group` becomes `ArmedGroup`.
pub(super) fn label_name(entity_type: &str) -> String {
    let capitalized = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    words(entity_type).map(capitalized).collect()
}

/// A relationship type of Neo4j: `held_in` becomes `HELD_IN`.
pub(super) fn type_name(relation: &str) -> String {
    words(relation).map(str::to_uppercase).collect::<Vec<_>>().join("_")
}

/// The words of a name; what is neither letter nor digit divides them, so nothing needs quotes.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_become_labels_and_relationship_types() {
        assert_eq!((label_name("armed_group").as_str(), type_name("held_in").as_str()), ("ArmedGroup", "HELD_IN"));
        assert_eq!(type_name("a`b\"-c"), "A_B_C");
    }
}
