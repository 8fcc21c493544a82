//! Rules of the user's own, and the page of the shipped ones.
//!
//! `UPDATE_RULES=1 cargo test rules_page` writes `docs/rules.md` anew.

use proptest::prelude::*;
use whomet::ontology::Ontology;
use whomet::relation::{RuleSet, rules_page};

use crate::support::{argument, folder, messages, root, whomet};

const SNUB: &str = r#"
[[rule]]
name = "opposes-snub"
relation = "opposes"
verb = ["snub"]
subject = ["subject"]
object = ["object"]
confidence = 0.8
accepts = ["Peru snubbed Chile. => Peru | Chile | asserted"]
rejects = ["Peru snubbed the fair in Chile."]
"#;

const NEWS: &str = "Nepal was snubbed by Estonia. Minister Moana Tui visited Fiji.";

/// The edges of `NEWS` with their rules, as `relation:rule`, read with a rule file of the user's own.
fn edges(rules: &str) -> Vec<String> {
    let folder = folder(&[("news.txt", NEWS.as_bytes()), ("my.toml", rules.as_bytes())]);
    let path = |name: &str| argument(&folder.path().join(name));
    let output = whomet(&["build", &path("news.txt"), "--rules", &path("my.toml"), "-q"]);
    assert_eq!(output.status.code(), Some(0), "{}", messages(&output));
    let graph: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let links = graph["links"].as_array().unwrap().iter();
    let word = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    links.map(|link| format!("{}:{}", word(&link["relation"]), word(&link["evidence"][0]["rule"]))).collect()
}

#[test]
fn an_own_rule_fires_beside_the_shipped_ones() {
    assert_eq!(edges(SNUB), ["opposes:opposes-snub", "visited:visited-verb"]);
}

#[test]
fn an_own_word_is_enough_for_a_shipped_rule() {
    assert_eq!(edges("[classes]\nopposing = [\"snub\"]\n"), ["opposes:opposes-verb", "visited:visited-verb"]);
}

#[test]
fn a_rule_of_a_shipped_name_replaces_it() {
    let rules = SNUB.replace("opposes-snub", "visited-verb");
    assert_eq!(edges(&rules), ["opposes:visited-verb"], "nothing reads \"visited\" any more");
}

#[test]
fn broken_rules_are_named_with_file_line_and_reason() {
    let table = [
        (
            "\"opposes\"",
            "\"oposes\"",
            "my.toml:3: rule \"opposes-snub\": unknown relation \"oposes\", did you mean \"opposes\"?",
        ),
        (
            "[\"snub\"]",
            "[\"@opossing\"]",
            "my.toml:3: rule \"opposes-snub\": unknown class \"opossing\", did you mean \"opposing\"?",
        ),
        ("[\"object\"]", "[\"objct\"]", "found \"objct\", did you mean \"object\"?"),
        ("confidence", "confidense", "my.toml: TOML parse error at line 8"),
    ];
    for (from, to, expected) in table {
        let rules = SNUB.replace(from, to);
        let folder = folder(&[("news.txt", NEWS.as_bytes()), ("my.toml", rules.as_bytes())]);
        let path = |name: &str| argument(&folder.path().join(name));
        let output = whomet(&["build", &path("news.txt"), "--rules", &path("my.toml")]);
        assert_eq!(output.status.code(), Some(2));
        assert!(messages(&output).contains(expected), "{}", messages(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn the_rules_page_is_up_to_date() {
    let path = root().join("docs/rules.md");
    let page = rules_page(RuleSet::shipped());
    if std::env::var_os("UPDATE_RULES").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page, "docs/rules.md is stale: run UPDATE_RULES=1 cargo test rules_page");
}

/// Rule files with the pieces on which a reader of rules may stumble.
fn rulelike() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        Just(SNUB.to_owned()),
        Just(SNUB.replace("[\"object\"]", "[\"object/[/of]\", \"clause[opposing]/\"]")),
        Just(SNUB.replace("snub\"]", "@\", \"\", \" \"]")),
        Just(SNUB.replace("=> Peru", "=> => | | |")),
        Just("[classes]\n".to_owned()),
        Just("[[rule]]\n".to_owned()),
        Just("opposing = [\"\", \"@\"]\n".to_owned()),
        Just("name = \"é\"\n".to_owned()),
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn the_rule_reader_takes_any_text(text in rulelike()) {
        // What matters is that it returns: rules, or an error that names the file.
        if let Err(error) = RuleSet::shipped().extended(&[("any.toml", &text)], Ontology::shipped()) {
            prop_assert!(error.to_string().starts_with("any.toml"), "{error}");
        }
    }

    #[test]
    fn a_path_is_written_as_it_is_read(text in "[a-z/\\[\\] ]{0,20}") {
        if let Ok(path) = text.parse::<whomet::relation::Path>() {
            prop_assert_eq!(path.to_string().parse::<whomet::relation::Path>(), Ok(path));
        }
    }
}
