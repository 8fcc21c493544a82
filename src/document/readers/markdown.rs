//! Reads Markdown: one article, without its markup.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::open_file::OpenFile;
use super::reader::{Drafts, Reader, drafts_of};
use crate::document::DocumentError;
use crate::document::decode::decode;
use crate::document::draft::Draft;
use crate::document::header::read_header;

/// Reads Markdown. Front matter is kept as it is; below, only the text is.
pub(in crate::document) struct Markdown;

impl Reader for Markdown {
    fn read(&self, file: OpenFile) -> Drafts {
        drafts_of(read(file))
    }
}

fn read(file: OpenFile) -> Result<Vec<Draft>, DocumentError> {
    let (path, name) = (file.path.clone(), file.name.clone());
    let (text, encoding) = decode(&path, file.article_bytes()?, None)?;
    let body = read_header(&text).body;
    let mut kept = text[..body.start()].to_owned();
    append_text(body.slice(&text), &mut kept);
    Ok(vec![OpenFile::single_draft(&path, &name, kept, encoding)])
}

/// Appends the text of `markdown`: paragraphs with a blank line between them, without images, code and HTML.
fn append_text(markdown: &str, kept: &mut String) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let begins_with_break = markdown.starts_with('\n');
    if begins_with_break {
        kept.push('\n');
    }
    let mut hidden = 0_usize;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::FootnoteDefinition(_)) => hidden += 1,
            Event::End(TagEnd::Image | TagEnd::CodeBlock | TagEnd::FootnoteDefinition) => hidden -= 1,
            Event::Start(Tag::Item) if hidden == 0 => kept.push_str("- "), // an item is a sentence of its own
            Event::Text(text) | Event::Code(text) if hidden == 0 => kept.push_str(&text),
            Event::SoftBreak | Event::HardBreak if hidden == 0 => kept.push('\n'),
            Event::End(TagEnd::TableCell) => kept.push('\t'),
            Event::Start(Tag::List(_)) if !kept.ends_with('\n') => end_line(kept, "\n"),
            Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => end_line(kept, "\n"),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Table,
            ) => {
                end_line(kept, "\n\n");
            }
            _ => {}
        }
    }
    let end = kept.trim_end().len();
    kept.truncate(end);
    kept.push('\n');
}

/// Ends the text with exactly this break, unless it is empty.
fn end_line(kept: &mut String, end: &str) {
    let length = kept.trim_end().len();
    if length > 0 {
        kept.truncate(length);
        kept.push_str(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(markdown: &str) -> String {
        let mut kept = String::new();
        append_text(markdown, &mut kept);
        kept
    }

    #[test]
    fn markup_is_no_text() {
        let markdown = "# Tui in *Lima*\n\nMinister **Moana Tui** met [Tika Oli](https://a.example).\nThey left. ![Tui](a.png)\n\n\
                        > “We agreed.”\n\n* one\n* `two`\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n<b>Bold</b> end.[^1]\n\n[^1]: A note.\n";
        let expected = "Tui in Lima\n\nMinister Moana Tui met Tika Oli.\nThey left.\n\n“We agreed.”\n\n- one\n- two\n\na\tb\nc\td\n\nBold end.\n";
        assert_eq!(text(markdown), expected);
    }

    #[test]
    fn text_without_markup_stays_as_it_is() {
        let plain = "\nLIMA, 5 May 2024 - Moana Tui met\nTika Oli.\n\nThey left.\n";
        assert_eq!(text(plain), plain);
    }

    #[test]
    fn deep_and_broken_markdown_is_read() {
        assert_eq!(text(&"> ".repeat(50_000)), "\n");
        assert!(text(&format!("{}Tui", "[".repeat(20_000))).contains("Tui"));
    }
}
