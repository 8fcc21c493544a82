//! Reads annotated records with their relations.
//!
//! Each line is one text as JSON with the fields of its data set, which the field `source` names. Places are bytes of
//! the text.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::edge::Edge;
use super::end::End;
use super::gold::{GoldDocument, GoldRelation};
use crate::span::Span;
use crate::table::{Row, Table};
use crate::text::fold;

/// A line that is not a record of a known data set.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The line is not JSON, or a field is missing.
    #[error("line {line}: expected a record as JSON with source, id and text: {source}")]
    Json {
        /// Line, counted from 1.
        line: usize,
        /// What went wrong.
        source: serde_json::Error,
    },
    /// The set is not known.
    #[error("line {line}: expected a record of re3d, plover, petrarch, rams or wikievents, found \"{found}\"")]
    Set {
        /// Line, counted from 1.
        line: usize,
        /// The set's name as it stands there.
        found: String,
    },
}

#[derive(Deserialize)]
struct Record {
    id: String,
    source: String,
    text: String,
    #[serde(default)]
    mentions: Vec<Annotated>,
    #[serde(default)]
    relations: Vec<Joined>,
    #[serde(default)]
    events: Vec<Event>,
    /// Type of PLOVER.
    event: Option<String>,
    #[serde(default)]
    actors_source: Vec<Actor>,
    #[serde(default)]
    actors_target: Vec<Actor>,
}

#[derive(Deserialize)]
struct Annotated {
    id: String,
    start: usize,
    end: usize,
    entity: Option<String>,
}

#[derive(Deserialize)]
struct Joined {
    r#type: String,
    head: String,
    tail: String,
}

/// An event of RAMS and WikiEvents (`type` and `args`) or of PETRARCH (`code`, `source` and `target`).
#[derive(Deserialize)]
struct Event {
    #[serde(default)]
    r#type: String,
    #[serde(default)]
    args: Vec<Argument>,
    #[serde(default)]
    code: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    target: String,
}

#[derive(Deserialize)]
struct Argument {
    role: String,
    mention: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Actor {
    Named {
        #[serde(rename = "actorText")]
        text: String,
    },
    /// A word that got into the list by mistake.
    Stray(serde::de::IgnoredAny),
}

/// A row of `labels.tsv`.
struct Label {
    set: &'static str,
    label: &'static str,
    row: &'static str,
    relations: Vec<&'static str>,
    roles: [&'static str; 2],
}

fn labels() -> &'static [Label] {
    static LABELS: LazyLock<Vec<Label>> = LazyLock::new(|| {
        let table = Table::read(include_str!("labels.tsv")).expect("the tests read the table");
        let columns = ["set", "label", "row", "relations", "subject roles", "object roles"];
        let columns = table.columns(columns).expect("the tests read the table");
        let label = |fields: [&'static str; 6]| {
            let [set, label, row, relations, subject, object] = fields;
            Label { set, label, row, relations: relations.split_whitespace().collect(), roles: [subject, object] }
        };
        table.rows().map(|row| label(columns.map(|column| row.get(column)))).collect()
    });
    &LABELS
}

/// The meaning of a label of a data set, if it has one here.
fn meaning(set: &str, label: &str) -> Option<&'static Label> {
    labels().iter().find(|known| {
        let is_meant = known.label.strip_suffix('*').map_or(known.label == label, |start| label.starts_with(start));
        known.set == set && is_meant
    })
}

/// The line of the report in which an edge without annotation counts; `None` if the data set does not cover its
/// relation.
pub(super) fn row_of(set: &str, edge: &Edge) -> Option<String> {
    if matches!(set, "plover" | "petrarch") {
        return edge.plover_types().first().map(|&first| first.to_owned());
    }
    labels()
        .iter()
        .find(|known| known.set == set && known.relations.contains(&edge.relation.as_str()))
        .map(|l| l.row.to_owned())
}

/// Reads all records of a file; empty lines are skipped.
///
/// # Errors
/// [`RecordError`] for the first line that is not a record of a known data set.
pub fn read(text: &str) -> Result<Vec<GoldDocument>, RecordError> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| read_line(line, at + 1)).collect()
}

fn read_line(line: &str, number: usize) -> Result<GoldDocument, RecordError> {
    let record: Record = serde_json::from_str(line).map_err(|source| RecordError::Json { line: number, source })?;
    let (set, relations, is_complete) = match record.source.as_str() {
        "re3d" => ("re3d", joined(&record), true),
        "rams" => ("rams", by_roles(&record, "rams"), false),
        "wikievents" => ("wikievents", by_roles(&record, "wikievents"), false),
        "plover" => ("plover", of_plover(&record), true),
        "petrarch-unit" | "petrarch2-gsr" => ("petrarch", of_petrarch(&record), true),
        found => return Err(RecordError::Set { line: number, found: found.to_owned() }),
    };
    Ok(GoldDocument { id: record.id, set: set.to_owned(), text: record.text, relations, is_complete })
}

/// The annotated mention, together with all other mentions of the same thing if the data set groups them.
fn mentioned(record: &Record, id: &str) -> Option<End> {
    let mention = record.mentions.iter().find(|mention| mention.id == id)?;
    let is_same = |other: &&Annotated| other.id == id || (other.entity.is_some() && other.entity == mention.entity);
    let mut end = End::default();
    for mention in record.mentions.iter().filter(is_same) {
        let surface = record.text.get(mention.start..mention.end)?;
        end.places.push(Span::new(mention.start, mention.end));
        end.names.insert(fold(surface));
    }
    Some(end)
}

fn gold(label: &Label, pairs: Vec<[End; 2]>, is_symmetric: bool) -> Option<GoldRelation> {
    let relations = label.relations.iter().map(|&relation| relation.to_owned()).collect();
    (!pairs.is_empty()).then(|| GoldRelation { row: label.row.to_owned(), relations, pairs, is_symmetric })
}

/// Relations between two mentions.
fn joined(record: &Record) -> Vec<GoldRelation> {
    let read = |relation: &Joined| {
        let label = meaning("re3d", &relation.r#type)?;
        let pair = [mentioned(record, &relation.head)?, mentioned(record, &relation.tail)?];
        // The annotators gave allies, too, in either order.
        gold(label, vec![pair], relation.r#type == "AlliesOf")
    };
    record.relations.iter().filter_map(read).collect()
}

/// Events whose arguments have roles: every pair of the two roles of the label.
fn by_roles(record: &Record, set: &str) -> Vec<GoldRelation> {
    let read = |event: &Event| {
        let label = meaning(set, &event.r#type)?;
        let of_role = |role: &str| -> Vec<End> {
            event.args.iter().filter(|arg| arg.role == role).filter_map(|arg| mentioned(record, &arg.mention)).collect()
        };
        let is_symmetric = label.roles[0] == label.roles[1];
        let pairs = if is_symmetric {
            pairs(&of_role(label.roles[0]))
        } else {
            product(&of_role(label.roles[0]), &of_role(label.roles[1]))
        };
        gold(label, pairs, is_symmetric)
    };
    record.events.iter().filter_map(read).collect()
}

fn pairs(ends: &[End]) -> Vec<[End; 2]> {
    let from = |at: usize| ends[at + 1..].iter().map(move |other| [ends[at].clone(), other.clone()]);
    (0..ends.len()).flat_map(from).collect()
}

fn product(first: &[End], second: &[End]) -> Vec<[End; 2]> {
    first.iter().flat_map(|first| second.iter().map(move |second| [first.clone(), second.clone()])).collect()
}

/// One event, whose actors are given by their words; a record without targets has its actors do it together.
fn of_plover(record: &Record) -> Vec<GoldRelation> {
    let end = |actor: &Actor| match actor {
        Actor::Named { text } => Some(by_words(record, &[text])),
        Actor::Stray(_) => None,
    };
    let ends = |actors: &[Actor]| -> Vec<End> { actors.iter().filter_map(end).collect() };
    let (sources, targets) = (ends(&record.actors_source), ends(&record.actors_target));
    let is_joint = targets.is_empty();
    let pairs = if is_joint { pairs(&sources) } else { product(&sources, &targets) };
    let Some(event) = record.event.clone().filter(|_| !pairs.is_empty()) else { return Vec::new() };
    vec![GoldRelation { row: event, relations: Vec::new(), pairs, is_symmetric: is_joint }]
}

/// Events whose actors are given by codes.
fn of_petrarch(record: &Record) -> Vec<GoldRelation> {
    let read = |event: &Event| {
        let label = meaning("petrarch", event.code.get(..2)?)?;
        let pair = [by_code(record, &event.source), by_code(record, &event.target)];
        // Every edge would match an event of which no actor is in the text.
        let names_somebody = pair.iter().any(|end| !end.is_open);
        gold(label, vec![pair], false).filter(|_| names_somebody)
    };
    record.events.iter().filter_map(read).collect()
}

/// The end that one of these forms names in the text.
fn by_words(record: &Record, forms: &[&str]) -> End {
    let mut end = End::default();
    for form in forms.iter().filter(|form| !form.is_empty()) {
        let places = record.text.match_indices(form).filter(|(at, _)| is_word(&record.text, *at, form.len()));
        end.places.extend(places.map(|(at, _)| Span::new(at, at + form.len())));
        end.names.insert(fold(form));
    }
    end
}

fn is_word(text: &str, at: usize, length: usize) -> bool {
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !touches(text[..at].chars().next_back()) && !touches(text[at + length..].chars().next())
}

/// The actor of a code such as `IRQGOV`: a name of the country, or, since many countries of these records are invented,
/// a word that begins like the code. Codes that match nothing in the text are open ends.
fn by_code(record: &Record, code: &str) -> End {
    let start = code.get(..3).unwrap_or(code);
    let forms = country_forms().remove(start).unwrap_or_default();
    let begins = |word: &&str| {
        let is_name = word.starts_with(char::is_uppercase) && word.chars().count() >= 3;
        is_name && word.to_uppercase().starts_with(start)
    };
    let words = record.text.split(|c: char| !c.is_alphanumeric()).filter(begins);
    let forms: Vec<&str> = forms.into_iter().chain(words).collect();
    let mut end = by_words(record, &forms);
    end.names.clear();
    end.is_open = end.places.is_empty();
    end
}

/// Names, adjectives, peoples and capitals of countries by code of three letters.
fn country_forms() -> BTreeMap<&'static str, Vec<&'static str>> {
    let list = crate::lexicon::shipped_list("countries.tsv").expect("the list is part of the program");
    let table = Table::read(list).expect("the list is read by the lexicon, too");
    let forms = table.columns(["name", "official", "aliases", "adjectives", "persons", "capital"]);
    let (forms, [code]) = forms.and_then(|forms| Ok((forms, table.columns(["alpha3"])?))).expect("its columns");
    let of_row = |row: Row<'static>| {
        let values = forms.into_iter().flat_map(move |column| row.get(column).split([';', '/']));
        (row.get(code), values.filter(|form| !form.is_empty()).collect())
    };
    table.rows().map(of_row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(line: &str) -> GoldRelation {
        read(&line.replace('\n', "")).unwrap()[0].relations[0].clone()
    }

    #[test]
    fn relations_of_re3d_join_their_mentions() {
        let relation = first(
            r#"{"id":"a","source":"re3d","text":"Tonga fought Fiji.","mentions":[{"id":"m1","start":0,"end":5},
            {"id":"m2","start":13,"end":17}],"relations":[{"type":"FightingAgainst","head":"m1","tail":"m2"}]}"#,
        );
        assert_eq!((relation.row.as_str(), relation.relations), ("FightingAgainst", vec!["opposes".to_owned()]));
        assert_eq!(relation.pairs[0].clone().map(|end| end.places[0].start()), [0, 13]);
    }

    #[test]
    fn actors_of_plover_without_a_target_act_together() {
        let relation = first(
            r#"{"id":"a","source":"plover","text":"Peru and Tonga agreed.","event":"AGREE",
            "actors_source":[{"actorText":"Peru"},{"actorText":"Tonga"}],"actors_target":["diplomatic"]}"#,
        );
        assert!(relation.is_symmetric && relation.pairs.len() == 1);
        assert_eq!(relation.pairs[0][1].places, [Span::new(9, 14)]);
    }

    #[test]
    fn codes_of_petrarch_stand_for_countries_real_or_invented() {
        let relation = first(
            r#"{"id":"a","source":"petrarch-unit","text":"Peruvian troops fired on Osgiliath.",
            "events":[{"source":"PERMIL","target":"OSG","code":"190"}]}"#,
        );
        assert_eq!(relation.row, "FIGHT");
        assert_eq!(relation.pairs[0].clone().map(|end| end.places[0].start()), [0, 25]);
    }

    #[test]
    fn an_event_whose_actors_the_text_does_not_name_is_left_out() {
        let line = r#"{"id":"a","source":"petrarch-unit","text":"Somebody met somebody.",
            "events":[{"source":"---REB","target":"IGO","code":"040"}]}"#;
        assert_eq!(read(&line.replace('\n', "")).unwrap()[0].relations, []);
    }

    #[test]
    fn roles_of_events_make_pairs() {
        let relation = first(
            r#"{"id":"a","source":"rams","text":"Oli met Tui.","mentions":[{"id":"m1","start":0,"end":3},
            {"id":"m2","start":8,"end":11}],"events":[{"type":"contact.discussion.meet",
            "args":[{"role":"participant","mention":"m1"},{"role":"participant","mention":"m2"}]}]}"#,
        );
        assert_eq!((relation.row.as_str(), relation.pairs.len()), ("contact.discussion", 1));
    }

    #[test]
    fn a_broken_line_is_reported_by_number() {
        let message = |line: &str| read(&format!("\n{line}")).unwrap_err().to_string();
        assert!(message("{}").starts_with("line 2: expected a record as JSON"));
        assert!(message(r#"{"id":"a","source":"ace","text":""}"#).ends_with("found \"ace\""));
    }
}
