//! Made-up cases for tests.

use whomet::ids::{DocumentId, NameKey};
use whomet::ontology::Ontology;
use whomet::resolution::{Comparison, Passage, Reason, ReviewCase, Side, Verdict};

/// A person of these names and facts.
pub(super) fn side(name: &str, names: &[&str], facts: &[&str]) -> Side {
    let owned = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect();
    Side {
        key: NameKey::from(format!("person/{}", name.to_lowercase().replace(' ', "-"))),
        name: name.into(),
        entity_type: Ontology::shipped().entity("person").unwrap().name,
        names: owned(names),
        facts: owned(facts),
        documents: 1,
        passages: Vec::new(),
    }
}

/// A passage of a document; the mention is in brackets.
pub(super) fn passage(document: &str, date: &str, text: &str) -> Passage {
    let (before, rest) = text.split_once('[').unwrap();
    let (mention, after) = rest.split_once(']').unwrap();
    Passage {
        document: DocumentId::from(document),
        date: date.parse().ok(),
        before: before.into(),
        mention: mention.into(),
        after: after.into(),
    }
}

/// Two sides with a score and reasons.
pub(super) fn case(left: Side, right: Side, score: f32, reasons: &[(f32, &str)]) -> ReviewCase {
    let reasons = reasons.iter().map(|&(bits, words)| Reason { words: words.into(), bits }).collect();
    ReviewCase { left, right, comparison: Comparison { score, verdict: Verdict::Undecided, reasons } }
}

/// A minister of Nepal under two names.
pub(super) fn nepal() -> ReviewCase {
    let mut left = side(
        "Dilli Bahadur Gurung",
        &["D. B. Gurung", "Dilli Bahadur Gurung", "Gurung"],
        &["country: Nepal", "office: minister of health (Nepal)", "organization: Ministry of Health"],
    );
    left.documents = 3;
    left.passages = vec![
        passage(
            "himal-17",
            "2023-04-02",
            "Health Minister [Dilli Bahadur Gurung] opened a clinic in Pokhara on Sunday.",
        ),
        passage("himal-31", "2023-05", "“We need nurses,” [Gurung] said."),
    ];
    let mut right =
        side("Dilli Gurung", &["Dilli Gurung", "Gurung"], &["country: Nepal", "office: member of parliament (Nepal)"]);
    right.passages = vec![passage(
        "saptari-4",
        "",
        "The bill was brought in by [Dilli Gurung], a member of parliament from Kaski, after two years of talks.",
    )];
    let reasons = [
        (4.2, "same family name \"Gurung\" and given name \"Dilli\""),
        (1.0, "both are of Nepal"),
        (-0.8, "middle part \"Bahadur\" is missing on one side"),
        (-2.6, "two offices: minister of health, member of parliament"),
    ];
    case(left, right, 0.61, &reasons)
}

/// Two mayors in Estonia with nothing in common but their family name.
pub(super) fn estonia() -> ReviewCase {
    let mut left = side("Jüri Tamm", &["J. Tamm", "Jüri Tamm"], &["country: Estonia", "office: mayor (Viljandi)"]);
    left.passages = vec![passage("sakala-2", "2022-11-05", "[Jüri Tamm], mayor of Viljandi, met teachers.")];
    let mut right = side("J. Tamm", &["J. Tamm"], &["country: Estonia", "office: mayor (Põlva)"]);
    right.passages = vec![passage("sakala-2", "2022-11-05", "His guest [J. Tamm] of Põlva agreed.")];
    case(
        left,
        right,
        0.48,
        &[(2.0, "initial J. fits Jüri"), (f32::NEG_INFINITY, "mentioned side by side in one article")],
    )
}

/// A name in Chinese characters and its Latin spelling, in Peru.
pub(super) fn peru() -> ReviewCase {
    let mut left = side("吳敏", &["吳敏", "吳敏女士"], &["country: Peru"]);
    left.passages =
        vec![passage("lima-8", "2024-01-30", "利馬市衛生部長[吳敏]女士昨日在普諾會見了來自庫斯科的護士和醫生代表團。")];
    let mut right = side("Min Wu Quispe", &["Min Wu Quispe", "Wu"], &["country: Peru"]);
    right.passages = vec![passage("lima-9", "2024-02-01", "Lima's health chief [Min Wu Quispe] met nurses in Puno.")];
    case(left, right, 0.55, &[(1.4, "both met nurses in Puno")])
}
