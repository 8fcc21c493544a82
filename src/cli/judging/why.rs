//! `whomet why`: explains why names were merged, or why two names are one entity or two.

use std::fmt::Write as _;

use serde_json::json;
use whomet::project::{Explanation, Link};
use whomet::resolution::{Comparison, ReviewCase, Side};

use super::judging_args::WhyArguments;
use super::open_project::OpenProject;
use super::rulings::in_words;
use crate::cli::error::{CliError, in_project};
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, counted, print};

pub(in crate::cli) fn run(arguments: &WhyArguments) -> Result<Outcome, CliError> {
    let mut open = OpenProject::for_reading(&arguments.project, &Reporter::new(false))?;
    let one = open.find(&arguments.one)?;
    let failed = in_project(&arguments.project);
    let filing = open.data.filing();
    let unknown = || CliError::UnknownName { name: arguments.one.clone(), hint: String::new() };
    let Some(other) = &arguments.other else {
        let found = open.project.explain(&one.name, &filing).map_err(failed)?.ok_or_else(unknown)?;
        print(&if arguments.json { as_json(&found) } else { as_text(&found) });
        return Ok(Outcome::Done);
    };
    let other = open.find(other)?;
    let case = open.project.case_of(&one.name, &other.name, &filing).map_err(failed)?.ok_or_else(unknown)?;
    let is_one = one.entity == other.entity;
    print(&if arguments.json {
        format!("{:#}\n", json!({"one_node": is_one, "case": case}))
    } else {
        two_as_text(&case, is_one)
    });
    Ok(Outcome::Done)
}

fn as_text(found: &Explanation) -> String {
    let mut text = format!("{}\n", found.entity);
    for member in &found.members {
        text.push_str(&side(member));
    }
    for (title, links) in [("merged by", &found.links), ("possible, but apart", &found.outside)] {
        if !links.is_empty() {
            let _ = writeln!(text, "{title}:");
            links.iter().for_each(|link| text.push_str(&link_as_text(link)));
        }
    }
    if !found.rulings.is_empty() {
        let _ = writeln!(text, "judged:");
    }
    for entry in &found.rulings {
        let _ =
            writeln!(text, "  {} ({}, {})", in_words(&entry.judgement.ruling), entry.judgement.by, entry.judgement.at);
    }
    text
}

fn side(side: &Side) -> String {
    let mut text = format!("  {}  {}, {}\n", side.key, side.name, counted(side.documents, "article"));
    let _ = writeln!(text, "    names: {}", side.names.join("; "));
    if !side.facts.is_empty() {
        let _ = writeln!(text, "    {}", side.facts.join("; "));
    }
    text
}

fn link_as_text(link: &Link) -> String {
    format!("  {} | {}\n{}", link.left, link.right, reasons(&link.comparison))
}

fn reasons(comparison: &Comparison) -> String {
    let mut text = format!("    score {:.3}, {}\n", comparison.score, comparison.verdict.as_str());
    for reason in &comparison.reasons {
        let _ = writeln!(text, "    {:+.1}  {}", reason.bits, reason.words);
    }
    text
}

fn two_as_text(case: &ReviewCase, is_one: bool) -> String {
    let word = if is_one { "one node" } else { "two nodes" };
    format!("{word}\n{}{}{}", side(&case.left), side(&case.right), reasons(&case.comparison))
}

fn as_json(found: &Explanation) -> String {
    let links = |links: &[Link]| {
        links
            .iter()
            .map(|link| json!({"left": link.left, "right": link.right, "comparison": link.comparison}))
            .collect::<Vec<_>>()
    };
    let rulings: Vec<_> = found.rulings.iter().map(|entry| json!(entry.judgement)).collect();
    format!(
        "{:#}\n",
        json!({
            "entity": found.entity, "members": found.members, "merged_by": links(&found.links),
            "possible": links(&found.outside), "judged": rulings,
        })
    )
}
