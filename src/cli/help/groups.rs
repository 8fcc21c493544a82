//! The commands by what a person wants to do.

use std::fmt::Write as _;

use clap::Command;

/// What a person wants to do, with the commands for it.
pub(super) const GROUPS: &[(&str, &[&str])] = &[
    ("Read articles", &["build", "add", "update", "remove", "status"]),
    (
        "Ask",
        &[
            "met",
            "show",
            "path",
            "timeline",
            "common",
            "list",
            "search",
            "central",
            "contradictions",
            "changes",
            "sparql",
            "sql",
        ],
    ),
    ("Write and look at graphs", &["export", "view"]),
    ("Decide who is who", &["review", "judge", "merge", "split", "why", "undo", "log", "import", "compare"]),
    ("See how articles are read", &["text", "mentions", "explain", "analyze", "rules", "formats"]),
    ("Train and measure", &["train", "eval"]),
    ("Set up", &["completions", "man", "help"]),
];

/// The command with its help in groups. A command in no group would be missing there, which a test forbids.
pub(super) fn grouped(command: Command) -> Command {
    let about = |name: &str| match name {
        "help" => Some("Print this message or the help of a command".to_owned()),
        name => {
            command.find_subcommand(name).map(|found| found.get_about().map(ToString::to_string).unwrap_or_default())
        }
    };
    let mut text = String::new();
    for (title, names) in GROUPS {
        let known: Vec<(&str, String)> = names.iter().filter_map(|name| Some((*name, about(name)?))).collect();
        if known.is_empty() {
            continue; // compiled without
        }
        let _ = writeln!(text, "{title}:");
        for (name, about) in known {
            let _ = writeln!(text, "  {name:<14}  {}", about.lines().next().unwrap_or_default());
        }
        text.push('\n');
    }
    command.help_template(format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{text}Options:\n{{options}}{{after-help}}"
    ))
}
