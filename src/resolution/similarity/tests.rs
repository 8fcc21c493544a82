//! Pairs of names that mean one entity, two entities or leave it open, by type.

use super::super::comparison::Verdict;
use super::*;

fn verdict(entity_type: EntityType, left: &str, right: &str) -> Verdict {
    let comparison = compare_names(entity_type, left, right, Lexicon::shipped());
    let turned = compare_names(entity_type, right, left, Lexicon::shipped());
    assert_eq!(comparison, turned, "{left} / {right}");
    comparison.verdict
}

#[track_caller]
fn check(entity_type: EntityType, expected: Verdict, pairs: &[(&str, &str)]) {
    for (left, right) in pairs {
        let comparison = compare_names(entity_type, left, right, Lexicon::shipped());
        assert_eq!(verdict(entity_type, left, right), expected, "{left} / {right}: {comparison:?}");
    }
}

#[test]
fn persons_by_name_alone() {
    let same = [
        ("Moana Tuilagi", "Moana Tuilagi"),
        ("Gen. Kaarel Tammsoo", "Tammsoo, Kaarel"),
        ("Rosa Mamani Quispe", "Rosa Mamani Quispe"),
    ];
    check(EntityType::PERSON, Verdict::Same, &same);
    let open =
        [("M. Tuilagi", "Moana Tuilagi"), ("Maria López", "Maria López"), ("Kaarel Tammsoo", "Kaarel Jüri Tammsou")];
    check(EntityType::PERSON, Verdict::Undecided, &open[..2]);
    let different = [
        ("Moana Tuilagi", "Rosa Tuilagi"),
        ("Moana Tuilagi", "Moana Quispe"),
        ("Tika Bahadur Oli", "Tika Prasad Oli"),
        ("Hassan Ali", "Hussein Ali"),
    ];
    check(EntityType::PERSON, Verdict::Different, &different);
}

#[test]
fn organizations_by_name_alone() {
    let same = [
        ("Nepal Police Force", "Nepalese Police Force"),
        ("Ministry of Health of Peru", "Peruvian Health Ministry"),
        ("Karnali River Guard", "Karnali River Guard"),
        ("Fijian army", "Fiji National Army"),
    ];
    check(EntityType::AGENCY, Verdict::Same, &same);
    let open = [("Ministry of Health", "Health Ministry"), ("KRG", "Karnali River Guard")];
    check(EntityType::AGENCY, Verdict::Undecided, &open);
    let different = [
        ("Ministry of Health of Peru", "Ministry of Health of Nepal"),
        ("Nepal Police", "Nepal Police Academy"),
        ("Ministry of Health", "Ministry of Defence"),
        ("Southern Command", "Northern Command"),
        ("3rd Battalion", "4th Battalion"),
    ];
    check(EntityType::AGENCY, Verdict::Different, &different);
}

#[test]
fn places_by_name_alone() {
    check(EntityType::PLACE, Verdict::Same, &[("Haapsaluu", "Haapsalu"), ("Al-Hamra", "Al Hamra")]);
    check(EntityType::PLACE, Verdict::Different, &[("North Haapsalu", "South Haapsalu"), ("Suva", "Nadi")]);
}

#[test]
fn letters_and_forms_of_names_make_no_other_person() {
    let same = [
        ("Łukasz Tuilagi", "Lukasz Tuilagi"),
        ("Bjørn Tuilagi", "Bjorn Tuilagi"),
        ("Đorđe Tuilagić", "Djordje Tuilagic"),
        ("Abdul-Karim Tuilagi", "Abdulkarim Tuilagi"),
        ("Moana van der Tuila", "Moana Vandertuila"),
        ("Karim El-Tuila", "Karim Eltuila"),
        ("Tuilagi Vusal", "Vusal Tuilagi"),
    ];
    check(EntityType::PERSON, Verdict::Same, &same);
    let open = [
        ("Moana Tuilagi Jr.", "Moana Tuilagi"),
        ("Bob Tuilagi", "Robert Tuilagi"),
        ("Jon Tuilagi", "John Tuilagi"),
        ("Aleksandr Tuilagi", "Oleksandr Tuilagi"),
        ("Moana Tuila", "Moana Tuilas"),
    ];
    check(EntityType::PERSON, Verdict::Undecided, &open);
    check(EntityType::PERSON, Verdict::Different, &[("Moana Tuilagi Jr.", "Moana Tuilagi Sr.")]);
}

#[test]
fn usual_forms_of_names_make_no_other_organization() {
    let same = [
        ("Tuilagi Ltd", "Tuilagi Limited"),
        ("Tuilagi Inc.", "Tuilagi Incorporated"),
        ("Größe Tuilagi", "Groesse Tuilagi"),
        ("1st Tuilagi Brigade", "First Tuilagi Brigade"),
    ];
    check(EntityType::ORGANIZATION, Verdict::Same, &same);
    check(EntityType::ORGANIZATION, Verdict::Different, &[("Tuilagi Movement", "New Tuilagi Movement")]);
    check(EntityType::COUNTRY, Verdict::Same, &[("Burma", "Myanmar"), ("US", "United States of America")]);
    check(EntityType::PLACE, Verdict::Same, &[("Kiev", "Kyiv")]);
}
