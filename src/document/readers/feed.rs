//! Reads feeds, RSS and Atom: one article per item.

use super::html::{plain_text, read_html};
use super::open_file::OpenFile;
use super::reader::{Drafts, Reader};
use super::xml::{Element, Piece, for_each_piece};
use crate::document::DocumentError;
use crate::document::decode::{declared_xml_encoding, decode};
use crate::document::draft::Draft;
use crate::document::header::Metadata;

/// Reads RSS (all versions) and Atom.
pub(in crate::document) struct Feed;

impl Reader for Feed {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        match file.file_bytes().and_then(|bytes| read_feed(&path, bytes)) {
            Ok((items, encoding)) => Box::new(items.into_iter().zip(1..).map(move |(item, number)| {
                let draft = item.into_draft(&path, &name, number)?;
                Ok(Draft { encoding, ..draft })
            })),
            Err(error) => Box::new(std::iter::once(Err(error))),
        }
    }
}

/// An item with its fields as written.
#[derive(Debug, Default)]
struct Item {
    metadata: Metadata,
    /// The whole article.
    content: Option<String>,
    /// Its beginning or a summary.
    summary: Option<String>,
}

/// The fields of an item; which element holds them depends on the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Date,
    Updated,
    Link,
    Content,
    Summary,
}

fn read_feed(path: &str, bytes: Vec<u8>) -> Result<(Vec<Item>, &'static str), DocumentError> {
    let declared = declared_xml_encoding(&bytes);
    let (xml, encoding) = decode(path, bytes, declared)?;
    let mut gatherer = Gatherer::default();
    let read = for_each_piece(&xml, |piece| gatherer.add(piece));
    let broken = |reason: &str| OpenFile::broken(path, "a feed", reason);
    if !gatherer.is_feed {
        return Err(broken("no RSS or Atom in it"));
    }
    read.map_err(|reason| broken(&reason))?;
    if gatherer.items.is_empty() {
        return Err(broken("no items in it"));
    }
    let source = gatherer.title;
    for item in &mut gatherer.items {
        item.metadata.source = source.clone();
    }
    Ok((gatherer.items, encoding))
}

/// Gathers items from the pieces of a feed.
#[derive(Debug, Default)]
struct Gatherer {
    is_feed: bool,
    /// The title of the feed.
    title: Option<String>,
    items: Vec<Item>,
    open: Option<Item>,
    /// The field that is being read, its text, and how many elements are open in it.
    field: Option<(Field, String, usize)>,
    depth: usize,
}

impl Gatherer {
    fn add(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Start(element) => self.start(&element),
            Piece::End(name) => self.end(name),
            Piece::Text(text) => {
                if let Some((_, value, _)) = &mut self.field {
                    value.push_str(text);
                }
            }
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        self.depth += 1;
        let name = element.name();
        if self.depth == 1 {
            self.is_feed = matches!(name, "rss" | "feed" | "RDF");
        }
        if let Some((_, value, _)) = &mut self.field {
            // XHTML as it is; its markup is removed with the rest.
            value.push('<');
            value.push_str(name);
            value.push('>');
            return;
        }
        if matches!(name, "item" | "entry") && self.is_feed {
            self.open = Some(Item::default());
            return;
        }
        let field = field_of(name);
        if let (Some(Field::Link), Some(item), Some(href)) = (field, &mut self.open, element.attribute("href")) {
            let is_article = element.attribute("rel").is_none_or(|rel| rel == "alternate");
            if is_article {
                item.metadata.url.get_or_insert(href);
            }
            return;
        }
        let is_title_of_feed = self.open.is_none() && field == Some(Field::Title) && self.title.is_none();
        if let Some(field) = field.filter(|_| self.open.is_some() || is_title_of_feed) {
            self.field = Some((field, String::new(), self.depth));
        }
    }

    fn end(&mut self, name: &str) {
        let is_end_of_field = self.field.as_ref().is_some_and(|(_, _, depth)| *depth == self.depth);
        match (&mut self.open, self.field.take()) {
            (Some(item), Some((field, value, _))) if is_end_of_field => item.put(field, value.trim()),
            (None, Some((_, value, _))) if is_end_of_field => self.title = Some(value.trim().to_owned()),
            (_, Some((field, mut value, depth))) => {
                value.push_str("</");
                value.push_str(name);
                value.push('>');
                self.field = Some((field, value, depth));
            }
            (_, None) if matches!(name, "item" | "entry") => self.items.extend(self.open.take()),
            _ => {}
        }
        self.depth = self.depth.saturating_sub(1);
    }
}

fn field_of(name: &str) -> Option<Field> {
    Some(match name {
        "title" => Field::Title,
        "pubDate" | "published" | "date" | "issued" => Field::Date,
        "updated" | "modified" => Field::Updated,
        "link" => Field::Link,
        "encoded" | "content" | "body" => Field::Content,
        "description" | "summary" => Field::Summary,
        _ => return None,
    })
}

impl Item {
    fn put(&mut self, field: Field, value: &str) {
        let slot = match field {
            Field::Title => &mut self.metadata.title,
            Field::Date => &mut self.metadata.date,
            Field::Updated => &mut self.metadata.updated,
            Field::Link => &mut self.metadata.url,
            Field::Content => &mut self.content,
            Field::Summary => &mut self.summary,
        };
        if !value.is_empty() {
            slot.get_or_insert_with(|| value.to_owned());
        }
    }

    fn into_draft(self, path: &str, name: &str, number: usize) -> Result<Draft, DocumentError> {
        let html = self.content.or(self.summary).unwrap_or_default();
        let text = read_html(path, name, &html).text;
        let text = if text.is_empty() { plain_text(&html) } else { text };
        if text.is_empty() {
            return Err(DocumentError::NoText { place: format!("{path}:{number}") });
        }
        let title = self.metadata.title.map(|title| plain_text(&title)).filter(|title| !title.is_empty());
        Ok(OpenFile::numbered_draft(path, name, number, text, Metadata { title, ..self.metadata }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_files::{problem_of, read_with};
    use super::*;

    #[test]
    fn items_of_rss_are_articles() {
        let rss = r#"<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel><title>Daily</title><link>https://a.example</link>
            <item><title>Tui &amp; Oli</title><link>https://a.example/1</link><pubDate>Sat, 23 Jul 2022 14:05:00 GMT</pubDate>
            <description>Short.</description><content:encoded><![CDATA[<p>Moana Tui met Tika Oli in Lima on Monday &ndash; twice.</p>]]></content:encoded></item>
            <item><title>Empty</title></item></channel></rss>"#;
        let (drafts, problems) = read_with(&Feed, rss.as_bytes());
        let metadata = &drafts[0].metadata;
        assert_eq!(drafts[0].text, "Moana Tui met Tika Oli in Lima on Monday – twice.");
        assert_eq!((metadata.title.as_deref(), metadata.source.as_deref()), (Some("Tui & Oli"), Some("Daily")));
        assert_eq!(metadata.date.as_deref(), Some("Sat, 23 Jul 2022 14:05:00 GMT"));
        assert_eq!(metadata.url.as_deref(), Some("https://a.example/1"));
        assert_eq!((drafts[0].line, drafts.len()), (Some(1), 1));
        assert_eq!(problems, ["in:2: no text found in it; save the article as plain text"]);
    }

    #[test]
    fn entries_of_atom_are_articles() {
        let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily</title><entry><title>Tui</title>
            <link rel="self" href="https://a.example/x"/><link href="https://a.example/1"/><published>2022-07-23T10:00:00Z</published>
            <content type="xhtml"><div><p>Moana Tui met Tika Oli in Lima.</p></div></content></entry></feed>"#;
        let (drafts, _) = read_with(&Feed, atom.as_bytes());
        assert_eq!(drafts[0].text, "Moana Tui met Tika Oli in Lima.");
        assert_eq!(drafts[0].metadata.url.as_deref(), Some("https://a.example/1"));
    }

    #[test]
    fn what_is_no_feed_is_an_error() {
        assert!(problem_of(&Feed, b"<catalog><item>a</item></catalog>").contains("no RSS or Atom"));
        assert!(problem_of(&Feed, b"<rss><channel>").contains("a feed"));
        assert!(problem_of(&Feed, b"<rss><item></rss>").contains("at byte"));
        assert!(problem_of(&Feed, b"Moana Tui left.").contains("no RSS or Atom"));
    }
}
