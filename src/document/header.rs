//! Reads the header of an article: front matter or a leading date.

use crate::date::PartialDate;
use crate::span::{Byte, Span};

/// The metadata before the body; absent keys are `None`.
#[derive(Debug, Default)]
pub(crate) struct Header {
    pub(crate) title: Option<String>,
    pub(crate) date: Option<PartialDate>,
    pub(crate) url: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) body: Span<Byte>,
}

/// Reads the header of `text`: front matter between two `---` lines, or a leading `date 2024-01-01`.
///
/// Front matter is read as flat `key: value` lines (title, date, url, source), the form that websites write; nested
/// YAML is skipped. Without a header, the body is the whole text.
pub(crate) fn read_header(text: &str) -> Header {
    read_front_matter(text)
        .or_else(|| read_date_line(text))
        .unwrap_or(Header { body: Span::new(0, text.len()), ..Header::default() })
}

fn read_front_matter(text: &str) -> Option<Header> {
    let mut lines = text.split_inclusive('\n');
    let mut at = lines.next().filter(|line| line.trim_end() == "---")?.len();
    let mut header = Header::default();
    for line in lines {
        at += line.len();
        if line.trim_end() == "---" {
            header.body = Span::new(at, text.len());
            return Some(header);
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        let slot = match key.trim().to_ascii_lowercase().as_str() {
            "title" => &mut header.title,
            "url" | "link" => &mut header.url,
            "source" => &mut header.source,
            "date" => {
                header.date = value.parse().ok();
                continue;
            }
            _ => continue,
        };
        *slot = (!value.is_empty()).then(|| value.to_owned());
    }
    None // the first line was a horizontal rule
}

/// Reads `date 2024-01-01`, on its own line or before the first sentence.
fn read_date_line(text: &str) -> Option<Header> {
    let start = text.len() - text.trim_start().len();
    let word = text.get(start..start + 4).filter(|word| word.eq_ignore_ascii_case("date"))?;
    let rest = text[start + word.len()..].trim_start_matches([' ', '\t', ':']);
    let value = rest.split(char::is_whitespace).next()?;
    let date = value.parse().ok()?;
    let body = text.len() - rest.len() + value.len();
    Some(Header { date: Some(date), body: Span::new(body, text.len()), ..Header::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_gives_title_and_date_and_is_not_part_of_the_body() {
        let text = "---\ntitle: \"A visit\"\ndate: 2024-03-18\ntags:\n  - x\n---\nBody.";
        let header = read_header(text);
        assert_eq!(header.title.as_deref(), Some("A visit"));
        assert_eq!(header.date.unwrap().to_string(), "2024-03-18");
        assert_eq!(header.body.slice(text), "Body.");
    }

    #[test]
    fn a_leading_date_may_be_on_the_line_of_the_first_sentence() {
        let text = " date 2024-01-01 A delegation arrived.";
        let header = read_header(text);
        assert_eq!(header.date.unwrap().to_string(), "2024-01-01");
        assert_eq!(header.body.slice(text), " A delegation arrived.");
    }

    #[test]
    fn dashes_and_words_without_a_header_belong_to_the_body() {
        for text in ["---\nA rule of dashes.", "Date palms grow here.", "date", ""] {
            assert_eq!(read_header(text).body, Span::new(0, text.len()), "{text}");
        }
    }
}
