//! `whomet judge`, `merge` and `split`: rulings on which names mean one entity.

use std::collections::{BTreeMap, BTreeSet};

use whomet::ids::NameKey;
use whomet::ontology::EntityType;
use whomet::project::LogEntry;
use whomet::resolution::{Answer, Judgement, Ruling};

use super::judge::{Judge, note};
use super::judging_args::{JudgeArguments, MergeArguments, SplitArguments};
use super::open_project::OpenProject;
use crate::cli::error::{CliError, in_project};
use crate::cli::outcome::Outcome;
use crate::cli::report::Reporter;

pub(in crate::cli) fn judge(arguments: &JudgeArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(false);
    let open = OpenProject::for_writing(&arguments.project, &reporter)?;
    let (one, other) = (open.find_name(&arguments.one)?, open.find_name(&arguments.other)?);
    if one == other {
        return Err(CliError::OneThing { name: one.to_string() });
    }
    let ruling = Ruling::on_pair(arguments.answer, &one, &other);
    rule(open, vec![ruling], &arguments.judge, &reporter)
}

pub(in crate::cli) fn merge(arguments: &MergeArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(false);
    let open = OpenProject::for_writing(&arguments.project, &reporter)?;
    let names: Vec<NameKey> = arguments.names.iter().map(|name| open.find_name(name)).collect::<Result<_, _>>()?;
    if let Some(other) = names.iter().find(|other| !may_be_one(&names[0], other)).filter(|_| !arguments.force) {
        return Err(CliError::OtherKind { one: names[0].to_string(), other: other.to_string() });
    }
    let rulings: Vec<Ruling> = names[1..]
        .iter()
        .filter(|other| **other != names[0])
        .map(|other| Ruling::on_pair(Answer::Same, &names[0], other))
        .collect();
    if rulings.is_empty() {
        return Err(CliError::OneThing { name: names[0].to_string() });
    }
    rule(open, rulings, &arguments.judge, &reporter)
}

pub(in crate::cli) fn split(arguments: &SplitArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(false);
    let mut open = OpenProject::for_writing(&arguments.project, &reporter)?;
    let entity = open.find(&arguments.entity)?.entity;
    let failed = in_project(&arguments.project);
    let explained = open.project.explain(&entity, &open.data.filing()).map_err(failed)?;
    let members: Vec<NameKey> = explained.into_iter().flat_map(|found| found.members).map(|side| side.key).collect();
    let rulings = if arguments.document.is_empty() {
        apart_by_name(&members, &arguments.parts, &entity)?
    } else {
        apart_by_document(&open, &members, &arguments.document, &entity)?
    };
    rule(open, rulings, &arguments.judge, &reporter)
}

/// Rulings that separate each of `parts` from all other members; without parts, every member from every other.
fn apart_by_name(members: &[NameKey], parts: &[String], entity: &NameKey) -> Result<Vec<Ruling>, CliError> {
    if members.len() < 2 {
        return Err(CliError::NothingToSplit { name: entity.to_string() });
    }
    let is_part = |key: &NameKey| parts.iter().any(|part| part == key.as_str());
    if let Some(unknown) = parts.iter().find(|part| members.iter().all(|key| key.as_str() != part.as_str())) {
        let known: Vec<&str> = members.iter().map(NameKey::as_str).collect();
        return Err(CliError::NoPart { part: unknown.clone(), thing: entity.to_string(), known: known.join(", ") });
    }
    let pairs =
        members.iter().enumerate().flat_map(|(at, one)| members[at + 1..].iter().map(move |other| (one, other)));
    let divided = pairs.filter(|(one, other)| parts.is_empty() || is_part(one) != is_part(other));
    Ok(divided.map(|(one, other)| Ruling::on_pair(Answer::Different, one, other)).collect())
}

/// Rulings that give the names of an entity a meaning of their own in some documents.
fn apart_by_document(
    open: &OpenProject,
    members: &[NameKey],
    documents: &[String],
    entity: &NameKey,
) -> Result<Vec<Ruling>, CliError> {
    let failed = in_project(open.project.path());
    let mut rulings = Vec::new();
    for document in documents {
        let mentioned = open.project.told_in(&document.as_str().into()).map_err(&failed)?;
        let here: Vec<&NameKey> = members.iter().filter(|key| mentioned.contains(*key)).collect();
        if here.is_empty() {
            return Err(CliError::NotThere { document: document.clone(), thing: entity.to_string() });
        }
        for key in here {
            let name = key.as_str().split('@').next().unwrap_or_default();
            let local: NameKey = format!("{name}@{document}").into();
            rulings.push(Ruling::Apart { name: key.clone(), document: document.as_str().into() });
            rulings.extend(members.iter().map(|member| Ruling::on_pair(Answer::Different, member, &local)));
        }
    }
    Ok(rulings)
}

/// Whether two names are of one type, or both of organizations.
fn may_be_one(one: &NameKey, other: &NameKey) -> bool {
    let kind = |key: &NameKey| key.as_str().split('/').next().unwrap_or_default().to_owned();
    let is_organization = |kind: &str| {
        let known = [EntityType::AGENCY, EntityType::GROUP, EntityType::ORGANIZATION];
        known.iter().any(|known| known.as_str() == kind)
    };
    let (one, other) = (kind(one), kind(other));
    one == other || (is_organization(&one) && is_organization(&other))
}

/// The judgements in force that these rulings contradict.
fn overridden(open: &OpenProject, rulings: &[Ruling]) -> Result<Vec<LogEntry>, CliError> {
    let entries = open.project.log().map_err(in_project(open.project.path()))?;
    let names = |ruling: &Ruling| ruling.names().into_iter().cloned().collect::<BTreeSet<NameKey>>();
    let is_contradicted = |entry: &LogEntry| {
        let before = &entry.judgement.ruling;
        entry.undone.is_none() && rulings.iter().any(|ruling| names(ruling) == names(before) && ruling != before)
    };
    let mut latest: BTreeMap<BTreeSet<NameKey>, LogEntry> = BTreeMap::new();
    for entry in entries.into_iter().filter(|entry| entry.undone.is_none()) {
        latest.insert(names(&entry.judgement.ruling), entry);
    }
    Ok(latest.into_values().filter(is_contradicted).collect())
}

/// Writes the rulings and reports them, and which earlier ones they override.
fn rule(mut open: OpenProject, rulings: Vec<Ruling>, judge: &Judge, reporter: &Reporter) -> Result<Outcome, CliError> {
    let failed = in_project(open.project.path());
    let lines: Vec<String> = rulings.iter().map(in_words).collect();
    let before = overridden(&open, &rulings)?;
    let number = open.project.judge(rulings, &note(judge), &open.data.filing()).map_err(failed)?;
    for LogEntry { number, judgement, .. } in before {
        let Judgement { ruling, by, at, .. } = judgement;
        reporter.note(&format!("overrides judgement {number} by {by}, {at}: {}", in_words(&ruling)));
    }
    for line in lines {
        reporter.note(&line);
    }
    reporter.note(&format!("judgement {number}; `whomet undo {}` takes it back", open.project.path().display()));
    Ok(Outcome::Done)
}

/// A ruling as a sentence.
pub(super) fn in_words(ruling: &Ruling) -> String {
    match ruling {
        Ruling::Same { left, right } => format!("{left} and {right} are one"),
        Ruling::Different { left, right } => format!("{left} and {right} are two"),
        Ruling::Unsure { left, right } => format!("{left} and {right}: nobody can tell"),
        Ruling::Apart { name, document } => format!("{name} means something else in {document}"),
    }
}
