//! Tests what organizations and places are part of.

use crate::ontology::RelationType;
use crate::relation::tests::ends_of;

#[track_caller]
fn holds(text: &str, expected: &[&str]) {
    assert_eq!(ends_of(text, RelationType::PART_OF), expected, "{text}");
}

#[test]
fn a_body_is_part_of_the_land_that_owns_it() {
    holds("Peru's Interior Ministry spoke.", &["Interior Ministry | Peru"]);
    holds("Peru and the Interior Ministry spoke.", &[]);
    // An organization of several states belongs to none of them.
    holds("Peru's United Nations guests left.", &[]);
}

#[test]
fn a_unit_is_part_of_its_body_and_not_of_the_land() {
    holds(
        "He saw the Command of the Royal Guard of Nepal. The Royal Guard of Nepal is small.",
        &["Command of the Royal Guard of Nepal | Royal Guard of Nepal", "Royal Guard of Nepal | Nepal"],
    );
    holds("He saw the Command of the Royal Guard of Nepal.", &[]);
}

#[test]
fn a_body_named_for_another_is_part_of_it() {
    holds(
        "The Rewa River Authority sent help. The Rewa River Authority Commission took it.",
        &["Rewa River Authority Commission | Rewa River Authority"],
    );
    holds("The Rewa River Authority sent help. The Serua Lake Commission took it.", &[]);
}

#[test]
fn a_place_described_by_its_land_lies_in_it() {
    holds("They met in the Estonian capital, Tallinn.", &["Tallinn | Estonian"]);
    holds("They met in the Peruvian port city of Arequipa.", &["Arequipa | Peruvian"]);
    holds("Arequipa, a port in southern Peru, is old.", &["Arequipa | Peru"]);
    holds("Arequipa, which lies in southern Peru, is old.", &["Arequipa | Peru"]);
    holds("Arequipa, a friend of Peru, is old.", &[]);
}

#[test]
fn a_land_right_behind_a_place_holds_it_unless_they_are_listed() {
    holds("They met in Arequipa, Peru.", &["Arequipa | Peru"]);
    holds("They went to Arequipa in Peru.", &["Arequipa | Peru"]);
    holds("They went to Pokhara, Peru and Fiji.", &[]);
    holds("They went to Pokhara, Peru, and Fiji.", &[]);
    holds("Pokhara beat Arequipa in Fiji.", &[]);
}

#[test]
fn an_organ_and_a_royal_force_are_part_of_their_state() {
    holds("Peru's central bank lowered the rate.", &["Peru's central bank | Peru"]);
    holds("Tonga waited. The Royal Tongan Navy sailed.", &["Royal Tongan Navy | Tonga"]);
}

#[test]
fn an_organ_named_after_a_body_of_states_is_part_of_it() {
    holds("The UN sent aid. The UN Security Council praised it.", &["UN Security Council | UN"]);
    holds("The UN sent aid. The UN Board of Roads praised it.", &[]);
}

#[test]
fn forces_without_a_kind_are_left_without_a_whole() {
    holds("The Peruvian security forces left.", &["Peruvian security forces | Peruvian"]);
    holds("The Peruvian forces left.", &[]);
}

#[test]
fn a_district_lies_in_what_owns_it_or_follows_it() {
    holds("He came from Fiji's western Rewa province.", &["Rewa | Fiji"]);
    holds("He lives in the Rewa district of northern Fiji.", &["Rewa | Fiji"]);
    holds("They met in Arequipa, northern Peru.", &["Arequipa | Peru"]);
    holds("They live in the town of Arequipa in southern Peru.", &["Arequipa | Peru"]);
    holds("They met in Arequipa (Peru).", &["Arequipa | Peru"]);
    holds("They read about Peru's Arequipa team.", &[]);
}

#[test]
fn a_capital_lies_in_its_state_if_the_article_names_it() {
    holds("Peru waited. They met in the capital, Lima.", &["Lima | Peru"]);
    holds("Peru waited. They met in the capital city of Lima.", &["Lima | Peru"]);
    holds("Nepal waited. They met in the capital, Lima.", &[]);
    holds("Peru waited. They met in the port, Lima.", &[]);
}
