//! Tests the user's own rules and the page of the shipped rules.
//!
//! `UPDATE_RULES=1 cargo test rules_page` regenerates `docs/rules.md`.

use std::process::Output;

use proptest::prelude::*;
use whomet::ontology::Ontology;
use whomet::relation::{RuleSet, rules_page};

use crate::support::{argument, command, folder, messages, root, whomet};

const BAMBOOZLE: &str = r#"
[[rule]]
name = "opposes-bamboozle"
relation = "opposes"
verb = ["bamboozle"]
subject = ["subject"]
object = ["object"]
confidence = 0.8
accepts = ["Peru bamboozled Chile. => Peru | Chile | asserted"]
rejects = ["Peru bamboozled the fair in Chile."]
"#;

const NEWS: &str = "Nepal was bamboozled by Estonia. Minister Moana Tui visited Fiji.";

/// The edges of `NEWS` with their rules, as `relation:rule`, read with the user's rule file.
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
fn a_rule_of_the_user_is_added_to_the_shipped_ones() {
    assert_eq!(edges(BAMBOOZLE), ["opposes:opposes-bamboozle", "visited:visited-verb"]);
}

#[test]
fn a_word_of_the_user_triggers_a_shipped_rule() {
    assert_eq!(edges("[classes]\nopposing = [\"bamboozle\"]\n"), ["opposes:opposes-verb", "visited:visited-verb"]);
}

#[test]
fn a_rule_with_the_name_of_a_shipped_rule_replaces_it() {
    let rules = BAMBOOZLE.replace("opposes-bamboozle", "visited-verb");
    assert_eq!(edges(&rules), ["opposes:visited-verb"], "no rule reads \"visited\" any more");
}

#[test]
fn a_broken_rule_is_reported_with_file_line_and_reason() {
    let table = [
        (
            "\"opposes\"",
            "\"oposes\"",
            "my.toml:3: rule \"opposes-bamboozle\": unknown relation \"oposes\", did you mean \"opposes\"?",
        ),
        (
            "[\"bamboozle\"]",
            "[\"@opossing\"]",
            "my.toml:3: rule \"opposes-bamboozle\": unknown class \"opossing\", did you mean \"opposing\"?",
        ),
        ("[\"object\"]", "[\"objct\"]", "found \"objct\", did you mean \"object\"?"),
        ("confidence", "confidense", "my.toml: TOML parse error at line 8"),
    ];
    for (from, to, expected) in table {
        let rules = BAMBOOZLE.replace(from, to);
        let folder = folder(&[("news.txt", NEWS.as_bytes()), ("my.toml", rules.as_bytes())]);
        let path = |name: &str| argument(&folder.path().join(name));
        let output = whomet(&["build", &path("news.txt"), "--rules", &path("my.toml")]);
        assert_eq!(output.status.code(), Some(2));
        assert!(messages(&output).contains(expected), "{}", messages(&output));
        assert!(output.stdout.is_empty());
    }
}

/// Runs `whomet rules check` on a file `my.toml` with these rules, in its folder.
fn check(rules: &str) -> Output {
    let folder = folder(&[("my.toml", rules.as_bytes())]);
    command(&["rules", "check", "my.toml"]).current_dir(folder.path()).output().unwrap()
}

fn lines(output: &Output) -> Vec<String> {
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn a_correct_rule_file_passes_the_check() {
    let output = check(BAMBOOZLE);
    assert_eq!(output.status.code(), Some(0), "{:?}", lines(&output));
    assert_eq!(lines(&output), [""; 0]);
    assert_eq!(messages(&output), "my.toml: 1 rule, 2 examples, 0 problems\n");
}

#[test]
fn a_failing_example_is_reported_with_advice() {
    let rules = BAMBOOZLE
        .replace(
            "\"Peru bamboozled Chile. =>",
            "\"Peru bamboozled Chile. => Chile | Peru | asserted\", \"Peru left Chile. =>",
        )
        .replace(
            "\"Peru bamboozled the fair in Chile.\"",
            "\"Peru was bamboozled by Chile.\", \"Peru left the fair in Chile.\"",
        );
    let output = check(&rules);
    assert_eq!(output.status.code(), Some(1));
    let found = lines(&output);
    let expected = [
        "my.toml:9: rule \"opposes-bamboozle\": misses what it accepts: Peru bamboozled Chile.",
        "  expected: opposes(Chile | Peru) asserted",
        "  found: opposes(Peru | Chile) asserted",
        "  to do: change",
        "my.toml:9: rule \"opposes-bamboozle\": misses what it accepts: Peru left Chile.",
        "  expected: opposes(Peru | Chile) asserted",
        "  found: the rule is not triggered",
        "  to do: use a word of the rule",
        "my.toml:10: rule \"opposes-bamboozle\": finds something in what it rejects: Peru was bamboozled by Chile.",
        "  expected: nothing",
        "  found: opposes(Chile | Peru) asserted",
        "  to do: give the rule fewer",
        "my.toml:10: rule \"opposes-bamboozle\": is not triggered by what it rejects: Peru left the fair in Chile.",
        "  expected: a near miss",
        "  found: the rule is not triggered",
        "  to do: use a word of the rule",
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found}\nis not {expected}");
    }
    assert_eq!(messages(&output), "my.toml: 1 rule, 4 examples, 4 problems\n");
}

#[test]
fn a_misspelled_word_is_reported_with_a_similar_one() {
    let output = check(&format!("[classes]\npunishing = [\"impos\", \"fine\"]\n{BAMBOOZLE}"));
    assert_eq!(output.status.code(), Some(1));
    let found = lines(&output);
    let expected = "my.toml:2: class \"punishing\": unknown word \"impos\", did you mean \"impose\"?";
    assert_eq!(found[0], expected);
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn a_rule_file_that_cannot_be_read_is_not_checked() {
    for rules in ["[[rule]]\nname = 3\n", &BAMBOOZLE.replace("opposes\"", "oposes\"")] {
        let output = check(rules);
        assert_eq!(output.status.code(), Some(2));
        assert!(messages(&output).starts_with("error: my.toml:"), "{}", messages(&output));
    }
    let output = whomet(&["rules", "check", "no-such-file.toml"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_note_says_that_the_rules_in_use_are_unchecked() {
    let folder = folder(&[("news.txt", NEWS.as_bytes()), ("my.toml", BAMBOOZLE.as_bytes())]);
    let run = |arguments: &[&str]| {
        let rules = ["news.txt", "--rules", "my.toml"];
        let output = command(&[arguments, &rules].concat()).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", messages(&output));
        messages(&output)
    };
    let note = "note: the examples of my.toml were not run; `whomet rules check my.toml` runs them\n";
    let add = ["add", "news.whomet"];
    for arguments in [&["build"][..], &["explain"], &["mentions"], &["met", "Moana Tui"], &add] {
        assert!(run(arguments).contains(note), "{arguments:?}");
        assert!(!run(&[arguments, &["--quiet"]].concat()).contains("note:"), "{arguments:?}");
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

/// Rule files with pieces that are difficult for the rule reader.
fn rulelike() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        Just(BAMBOOZLE.to_owned()),
        Just(BAMBOOZLE.replace("[\"object\"]", "[\"object/[/of]\", \"clause[opposing]/\"]")),
        Just(BAMBOOZLE.replace("bamboozle\"]", "@\", \"\", \" \"]")),
        Just(BAMBOOZLE.replace("=> Peru", "=> => | | |")),
        Just("[classes]\n".to_owned()),
        Just("[[rule]]\n".to_owned()),
        Just("opposing = [\"\", \"@\"]\n".to_owned()),
        Just("name = \"é\"\n".to_owned()),
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn the_rule_reader_accepts_or_rejects_any_text(text in rulelike()) {
        // It must return rules or an error that names the file, and never panic.
        if let Err(error) = RuleSet::shipped().extended(&[("any.toml", &text)], Ontology::shipped()) {
            prop_assert!(error.to_string().starts_with("any.toml"), "{error}");
        }
    }

    #[test]
    fn a_path_is_read_back_as_it_is_written(text in "[a-z/\\[\\] ]{0,20}") {
        if let Ok(path) = text.parse::<whomet::relation::Path>() {
            prop_assert_eq!(path.to_string().parse::<whomet::relation::Path>(), Ok(path));
        }
    }
}
