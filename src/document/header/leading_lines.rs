//! Reads the lines before an article: its address, `Key: value` lines, or a date before the first sentence.

use super::metadata::Metadata;

/// The metadata of the first lines of `text`, and where the text behind them begins; 0 without any.
pub(super) fn read_leading_lines(text: &str) -> (Metadata, usize) {
    let mut metadata = Metadata::default();
    let (mut at, mut body) = (0, 0);
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        if !content.is_empty() {
            if !is_address_line(content, &mut metadata) && !is_key_line(content, &mut metadata) {
                break;
            }
            body = at + line.len();
        }
        at += line.len();
    }
    match read_date_before_text(text) {
        Some((date, end)) if body == 0 => (Metadata { date: Some(date), ..Metadata::default() }, end),
        _ => (metadata, body),
    }
}

/// Whether the line is an address, which is then kept unless there is one.
fn is_address_line(line: &str, metadata: &mut Metadata) -> bool {
    let is_address = (line.starts_with("https://") || line.starts_with("http://"))
        && line.len() > "https://".len()
        && !line.contains(char::is_whitespace);
    if is_address && metadata.url.is_none() {
        metadata.url = Some(line.to_owned());
    }
    is_address
}

/// Whether the line is `Key: value` with a key that headers use.
fn is_key_line(line: &str, metadata: &mut Metadata) -> bool {
    let Some((key, value)) = line.split_once(':') else { return false };
    let is_key = key.starts_with(char::is_uppercase) || key.chars().all(|c| c.is_lowercase() || matches!(c, '_' | '-'));
    is_key && !value.trim().is_empty() && metadata.put(key, value)
}

/// Reads `date 2024-01-01`, on its own line or before the first sentence, with the end of the date.
fn read_date_before_text(text: &str) -> Option<(String, usize)> {
    let start = text.len() - text.trim_start().len();
    let word = text.get(start..start + 4).filter(|word| word.eq_ignore_ascii_case("date"))?;
    let rest = text[start + word.len()..].trim_start_matches([' ', '\t', ':']);
    let value = rest.split(char::is_whitespace).next()?;
    value.parse::<crate::date::PartialDate>().ok()?;
    Some((value.to_owned(), text.len() - rest.len() + value.len()))
}

#[cfg(test)]
mod tests {
    use super::super::read_header;

    #[test]
    fn an_address_and_keys_before_the_text_are_its_header() {
        let text = "https://daily.example/2022/07/23/visit/\n\nTitle: A visit\nPublished: 23 July 2022\nSource: Daily\n\nBody.";
        let header = read_header(text);
        assert_eq!(header.metadata.url.as_deref(), Some("https://daily.example/2022/07/23/visit/"));
        assert_eq!(header.metadata.title.as_deref(), Some("A visit"));
        assert_eq!(header.metadata.date.as_deref(), Some("23 July 2022"));
        assert_eq!(header.metadata.source.as_deref(), Some("Daily"));
        assert_eq!(header.body.slice(text).trim(), "Body.");
    }

    #[test]
    fn a_leading_date_may_be_on_the_line_of_the_first_sentence() {
        let text = " date 2024-01-01 A delegation arrived.";
        let header = read_header(text);
        assert_eq!(header.metadata.date.as_deref(), Some("2024-01-01"));
        assert_eq!(header.body.slice(text), " A delegation arrived.");
    }

    #[test]
    fn an_address_within_the_text_is_not_its_address() {
        let text = "Tui wrote at https://a.example today.\nhttps://b.example";
        assert_eq!(read_header(text).metadata.url, None);
    }
}
