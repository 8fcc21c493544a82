//! Writes the JSON of TimelineJS (<https://timeline.knightlab.com/docs/json-format.html>): one event per edge with a date.
//!
//! TimelineJS shows HTML, so texts are escaped. An edge whose evidence gives several dates has none; it is left out, and
//! the title says how many were.

use std::io::Write;

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use super::exported::{Exported, Joined};
use super::html::escaped;
use super::json_stream::write_list;
use crate::date::PartialDate;

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let dates = || export.graph.edges().map(|(_, edge, _)| edge.date);
    let mut dated: Vec<(PartialDate, usize)> =
        dates().enumerate().filter_map(|(index, date)| Some((date?, index))).collect();
    dated.sort_unstable();
    let undated = dates().count() - dated.len();
    let headline = format!("{} dated relations", dated.len());
    let text = format!("{undated} relations without a date are not shown.");
    let title = json!({ "text": { "headline": headline, "text": text } });
    write!(out, "{{\"title\":{title},\"events\":")?;
    write_list(out, dated.iter().map(|(date, index)| Ok(event(export, *date, &export.source.edge_at(*index)?))))?;
    out.write_all(b"}\n")
}

fn event(export: &Exported<'_>, date: PartialDate, joined: &Joined<'_>) -> Json {
    let Joined { source, edge, target } = joined;
    let headline = format!("{} {} {}", source.label, export.label(edge), target.label);
    let quotes = edge.evidence.iter().map(|evidence| {
        let quote = &evidence.quote;
        format!("<p>{} <em>{}</em></p>", escaped(&quote.text), escaped(quote.document.as_str()))
    });
    let mut event = Map::new();
    event.insert("start_date".to_owned(), parts(date));
    if date.day().is_none() {
        event.insert("end_date".to_owned(), day(date.last_day()));
        event.insert("display_date".to_owned(), json!(date.to_string()));
    }
    event.insert("group".to_owned(), json!(escaped(export.relation_label(edge))));
    event.insert("unique_id".to_owned(), json!(joined.id()));
    let text = json!({ "headline": escaped(&headline), "text": quotes.collect::<String>() });
    event.insert("text".to_owned(), text);
    Json::Object(event)
}

/// A date as exact as it is known.
fn parts(date: PartialDate) -> Json {
    let mut parts = Map::from_iter([("year".to_owned(), json!(date.year()))]);
    parts.extend(date.month().map(|month| ("month".to_owned(), json!(month))));
    parts.extend(date.day().map(|day| ("day".to_owned(), json!(day.day()))));
    Json::Object(parts)
}

fn day(day: Date) -> Json {
    json!({ "year": day.year(), "month": day.month(), "day": day.day() })
}
