//! Finds the text of the article in a page.
//!
//! Elements that their names or classes call menus, comments, related links and the like are dropped, unless they hold
//! most of the page. Then the search starts at the element that the page itself marks as its article, and goes down
//! while one element holds most of the text in paragraphs; its paragraphs are the article. Both ideas are those of
//! readers in browsers (Arc90 Readability, 2009) and of text density (Sun, Song, Liao 2011, "DOM based content
//! extraction via text density", SIGIR).

use super::blocks::{Block, blocks_in};
use super::page::{NodeId, Page};
use super::title::is_title;

/// Words of classes and ids of elements that are not the article.
const OTHER_WORDS: [&str; 62] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "author",
    "authors",
    "banner",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "caption",
    "combx",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "credit",
    "dateline",
    "disqus",
    "footer",
    "gdpr",
    "latest",
    "masthead",
    "menu",
    "meta",
    "metadata",
    "modal",
    "more",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "promo",
    "recirculation",
    "recommended",
    "related",
    "respond",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "taboola",
    "tags",
    "teaser",
    "toolbar",
    "trending",
    "widget",
    "timestamp",
    "pubdate",
];

/// The part of the text from which on an element is the article, whatever it is called.
const MOST: f64 = 0.5;

/// The part of the text that one element must hold for the search to go down into it.
const DOMINANT: f64 = 0.7;

/// The article as paragraphs with a blank line between them, without its `title`; empty if the page has no text.
pub(super) fn main_text(page: &Page, title: Option<&str>) -> String {
    let all = blocks_in(page, page.within(0), &|_| false);
    let weights = weights_of(page, &all);
    let is_dropped = |node: NodeId| is_other(page, node) && weights.share(node) < MOST;
    let blocks = blocks_in(page, page.within(0), &is_dropped);
    let weights = weights_of(page, &blocks);
    let container = container(page, &weights);
    let paragraphs: Vec<&Block> = blocks
        .iter()
        .filter(|block| block.parent == container || page.within(container).contains(&block.parent))
        .filter(|block| is_text(page, block) && !title.is_some_and(|title| is_title(&block.text, title)))
        .collect();
    paragraphs.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

/// How much text in paragraphs each element holds.
struct Weights {
    /// One entry per node.
    of: Vec<usize>,
    all: usize,
}

impl Weights {
    /// The elements that hold any, with their weight.
    fn elements(&self) -> impl Iterator<Item = (NodeId, usize)> {
        self.of.iter().copied().enumerate().filter(|&(_, weight)| weight > 0)
    }

    /// The part of the page's text that is in `node`, from 0 to 1.
    fn share(&self, node: NodeId) -> f64 {
        self.of[node] as f64 / self.all.max(1) as f64
    }
}

fn weights_of(page: &Page, blocks: &[Block]) -> Weights {
    let mut weights = Weights { of: vec![0; page.nodes.len()], all: 0 };
    for block in blocks.iter().filter(|block| block.is_paragraph()) {
        weights.all += block.len();
        for node in std::iter::once(block.parent).chain(page.around(block.parent)) {
            weights.of[node] += block.len();
        }
    }
    weights
}

/// The element that holds the article.
fn container(page: &Page, weights: &Weights) -> NodeId {
    let is_marked = |node: NodeId| {
        let node = &page.nodes[node];
        node.attribute("itemprop").contains("articleBody")
            || matches!(node.name(), "article" | "main")
            || node.attribute("role") == "main"
    };
    let marked = weights.elements().map(|(node, _)| node).filter(|&node| is_marked(node) && weights.share(node) >= 0.4);
    // Of nested ones the inner, of several the longest.
    let mut best = marked.max_by_key(|&node| (weights.of[node], node)).unwrap_or(0);
    loop {
        let inner = page.within(best).filter(|&node| page.nodes[node].parent == best);
        match inner.map(|node| (weights.of[node], node)).max() {
            Some((weight, node))
                if weight as f64 >= DOMINANT * weights.of[best] as f64 && !is_paragraph(page, node) =>
            {
                best = node;
            }
            _ => return best,
        }
    }
}

/// Whether the search would leave the article for one of its paragraphs.
fn is_paragraph(page: &Page, node: NodeId) -> bool {
    matches!(page.nodes[node].name(), "p" | "li" | "td" | "blockquote" | "pre" | "h1" | "h2")
}

/// Whether a block is text of the article: a paragraph, a heading within it, or an item of a list that is not links.
fn is_text(page: &Page, block: &Block) -> bool {
    let name = page.nodes[block.parent].name();
    match name {
        "p" | "blockquote" | "pre" => block.link_share() < 0.8,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => block.link_share() < 0.5,
        "li" | "td" | "th" | "dd" | "dt" => block.link_share() < 0.4,
        _ => block.is_paragraph(),
    }
}

/// Whether names and classes say that an element is something else than the article.
fn is_other(page: &Page, node: NodeId) -> bool {
    let element = &page.nodes[node];
    if matches!(
        element.name(),
        "html" | "body" | "main" | "article" | "" | "p" | "time" | "a" | "span" | "b" | "i" | "em" | "strong"
    ) {
        return is_hidden(page, node)
            || element
                .attribute("class")
                .split_whitespace()
                .any(|class| matches!(class, "caption" | "byline" | "credit"));
    }
    let is_page_header =
        element.name() == "header" && !page.around(node).any(|above| page.nodes[above].name() == "article");
    let role = element.attribute("role");
    is_page_header
        || is_hidden(page, node)
        || matches!(role, "navigation" | "banner" | "contentinfo" | "complementary" | "search" | "dialog" | "alert")
        || ["class", "id", "data-component", "data-testid"]
            .iter()
            .any(|key| words_of(element.attribute(key)).any(|word| OTHER_WORDS.contains(&word.as_str())))
}

/// The words of names such as `relatedStories`, `share-bar` and `comments__list`.
fn words_of(names: &str) -> impl Iterator<Item = String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for c in names.chars() {
        if !c.is_ascii_alphabetic() || (c.is_ascii_uppercase() && was_lower) {
            words.push(String::new());
        }
        was_lower = c.is_ascii_lowercase();
        if c.is_ascii_alphabetic() {
            words.last_mut().expect("there is always a word").push(c.to_ascii_lowercase());
        }
    }
    words.into_iter().filter(|word| !word.is_empty())
}

fn is_hidden(page: &Page, node: NodeId) -> bool {
    let element = &page.nodes[node];
    let style: String = element.attribute("style").to_ascii_lowercase().split_whitespace().collect();
    style.contains("display:none") || style.contains("visibility:hidden") || element.attribute("aria-hidden") == "true"
}
