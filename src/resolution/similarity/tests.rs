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
