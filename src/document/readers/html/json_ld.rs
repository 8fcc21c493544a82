//! Reads what a page says about its article in JSON-LD (schema.org `NewsArticle` and its kin).

use serde_json::{Map, Value};

use super::page::{Content, Page};
use crate::document::header::Metadata;

/// How deep the description of an article may be nested.
const MAX_DEPTH: usize = 8;

/// The description of the first article, if the page has one.
pub(super) fn read_json_ld(page: &Page) -> Option<Metadata> {
    let scripts = page.named("script").filter(|&node| page.nodes[node].attribute("type").contains("ld+json"));
    scripts.into_iter().find_map(|script| {
        let text: String = page
            .within(script)
            .filter_map(|node| match &page.nodes[node].content {
                Content::Text(text) => Some(text.as_str()),
                Content::Element { .. } => None,
            })
            .collect();
        let value: Value = serde_json::from_str(text.trim()).ok()?;
        article_in(&value, MAX_DEPTH).map(metadata_of)
    })
}

/// The first object that describes an article.
fn article_in(value: &Value, depth: usize) -> Option<&Map<String, Value>> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::Array(values) => values.iter().find_map(|value| article_in(value, depth)),
        Value::Object(object) if is_article(object) => Some(object),
        Value::Object(object) => object.values().find_map(|value| article_in(value, depth)),
        _ => None,
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is_kind = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.contains("Article") || matches!(kind, "BlogPosting" | "Report" | "LiveBlogPosting")
        })
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_kind),
        Some(kind) => is_kind(kind),
        None => false,
    }
}

fn metadata_of(article: &Map<String, Value>) -> Metadata {
    let text = |key: &str| article.get(key).and_then(text_of);
    Metadata {
        title: text("headline").or_else(|| text("name")),
        date: text("datePublished").or_else(|| text("dateCreated")),
        updated: text("dateModified"),
        url: text("url").or_else(|| text("mainEntityOfPage")),
        source: text("publisher"),
    }
}

/// The text of a value; of an object, its name or address.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Array(values) => values.first().and_then(text_of),
        Value::Object(object) => {
            ["name", "@id", "url"].iter().find_map(|key| object.get(*key)?.as_str().map(str::to_owned))
        }
        _ => None,
    }
}
