//! Reads what a page says about itself: JSON-LD first, then `meta` elements, then `time`.

use super::json_ld::read_json_ld;
use super::page::{NodeId, Page};
use super::title::without_site;
use crate::document::header::Metadata;

/// The names of `meta` elements with the title, best first.
const TITLES: [&str; 4] = ["og:title", "twitter:title", "dc.title", "headline"];

/// The names of `meta` elements with the date of publication, best first.
const DATES: [&str; 16] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "cxenseparse:recs:publishtime",
    "date",
];

/// The names of `meta` elements with the date of the last change.
const UPDATES: [&str; 4] = ["article:modified_time", "og:updated_time", "datemodified", "last-modified"];

/// Title, dates, address and source of a page.
pub(super) fn read_metadata(page: &Page) -> Metadata {
    let described = read_json_ld(page).unwrap_or_default();
    let of_meta = |names: &[&str]| names.iter().find_map(|name| meta(page, name));
    let link = || page.named("link").find(|&node| page.nodes[node].attribute("rel") == "canonical");
    let canonical = || link().map(|node| page.nodes[node].attribute("href").to_owned());
    let is_address = |url: &String| url.starts_with("http");
    Metadata {
        title: described.title.or_else(|| of_meta(&TITLES)).or_else(|| heading(page)).or_else(|| page_title(page)),
        date: described.date.or_else(|| of_meta(&DATES)).or_else(|| time(page)),
        updated: described.updated.or_else(|| of_meta(&UPDATES)),
        url: described.url.filter(is_address).or_else(|| meta(page, "og:url")).or_else(canonical).filter(is_address),
        source: described.source.or_else(|| meta(page, "og:site_name")),
    }
}

/// The content of the first `meta` element with this name, property or `itemprop`.
fn meta(page: &Page, wanted: &str) -> Option<String> {
    page.named("meta").find_map(|node| {
        let node = &page.nodes[node];
        let is_wanted =
            ["property", "name", "itemprop"].iter().any(|key| node.attribute(key).eq_ignore_ascii_case(wanted));
        Some(node.attribute("content").trim()).filter(|content| is_wanted && !content.is_empty()).map(str::to_owned)
    })
}

/// The only first heading.
fn heading(page: &Page) -> Option<String> {
    let mut headings = page.named("h1").map(|node| page.text_of(node)).filter(|text| !text.is_empty());
    headings.next().filter(|_| headings.next().is_none())
}

fn page_title(page: &Page) -> Option<String> {
    let title = page.named("title").next().map(|node| page.text_of(node))?;
    Some(without_site(&title).to_owned()).filter(|title| !title.is_empty())
}

/// The date of the `time` element that says when the page was published, else of the first one that is not in a list
/// of other articles.
fn time(page: &Page) -> Option<String> {
    let is_marked = |&node: &NodeId| {
        let node = &page.nodes[node];
        node.attribute("itemprop").contains("datePublished")
            || node.attribute("class").contains("publish")
            || !node.attribute("pubdate").is_empty()
    };
    let is_elsewhere = |&node: &NodeId| {
        page.around(node).any(|above| matches!(page.nodes[above].name(), "aside" | "nav" | "footer" | "li"))
    };
    let times: Vec<NodeId> = page.named("time").filter(|node| !is_elsewhere(node)).collect();
    let marked = (0..page.nodes.len())
        .find(|node| is_marked(node) && page.nodes[*node].attribute("itemprop") == "datePublished");
    let node = times.iter().copied().find(is_marked).or(marked).or(times.first().copied())?;
    let stated = [page.nodes[node].attribute("datetime"), page.nodes[node].attribute("content")];
    let stated = stated.into_iter().find(|value| !value.trim().is_empty()).map(str::to_owned);
    stated.or_else(|| Some(page.text_of(node))).filter(|date| !date.is_empty())
}
