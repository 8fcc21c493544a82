//! Reads front matter: YAML between `---` lines, TOML between `+++` lines, or a JSON object.

use serde_json::{Deserializer, Map, Value};

use super::metadata::Metadata;

/// The metadata of the front matter at the start of `text`, and where the text behind it begins.
pub(super) fn read_front_matter(text: &str) -> Option<(Metadata, usize)> {
    match text.get(..3)? {
        "---" => read_yaml(text),
        "+++" => read_toml(text),
        _ if text.starts_with('{') => read_json(text),
        _ => None,
    }
}

/// Reads flat `key: value` lines, the form that websites write; nested YAML is skipped.
fn read_yaml(text: &str) -> Option<(Metadata, usize)> {
    let (inner, body) = fenced(text, &["---", "..."])?;
    let mut metadata = Metadata::default();
    for line in inner.lines().filter(|line| !line.starts_with(char::is_whitespace)) {
        if let Some((key, value)) = line.split_once(':') {
            metadata.put(key, unquoted(value.trim()));
        }
    }
    Some((metadata, body))
}

/// The value without its quotes, or without the comment behind it.
fn unquoted(value: &str) -> &str {
    let quoted = ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.split_once(*quote));
    match quoted {
        Some((inner, "")) => inner,
        _ => value.split_once(" #").map_or(value, |(value, _)| value).trim_end(),
    }
}

fn read_toml(text: &str) -> Option<(Metadata, usize)> {
    let (inner, body) = fenced(text, &["+++"])?;
    let table: toml::Table = inner.parse().ok()?;
    let mut metadata = Metadata::default();
    for (key, value) in &table {
        match value {
            toml::Value::String(value) => metadata.put(key, value),
            toml::Value::Datetime(value) => metadata.put(key, &value.to_string()),
            _ => false,
        };
    }
    Some((metadata, body))
}

/// Reads a JSON object with a known key; other braces are text.
fn read_json(text: &str) -> Option<(Metadata, usize)> {
    let mut values = Deserializer::from_str(text).into_iter::<Map<String, Value>>();
    let object = values.next()?.ok()?;
    let mut metadata = Metadata::default();
    let known =
        object.iter().filter(|(key, value)| value.as_str().is_some_and(|value| metadata.put(key, value))).count();
    (known > 0).then(|| (metadata, values.byte_offset()))
}

/// What stands between the first line and the line that closes it, and where the text behind that line begins. `None`
/// if nothing closes it: the first line is a horizontal rule.
fn fenced<'t>(text: &'t str, closings: &[&str]) -> Option<(&'t str, usize)> {
    let start = text.find('\n')? + 1;
    text[3..start].trim().is_empty().then_some(())?;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if closings.contains(&line.trim_end()) {
            return Some((&text[start..at], at + line.len()));
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::read_header;

    fn read(text: &str) -> [Option<String>; 3] {
        let header = read_header(text);
        assert_eq!(header.body.slice(text).trim(), "Body.", "{text}");
        [header.metadata.title, header.metadata.date, header.metadata.url]
    }

    #[test]
    fn yaml_toml_and_json_give_title_date_and_address() {
        let expected =
            [Some("A visit: day one".to_owned()), Some("2022-07-23".to_owned()), Some("https://a.example".to_owned())];
        for text in [
            "---\ntitle: \"A visit: day one\"\ndate: 2022-07-23 # Saturday\ntags:\n  - date: x\nurl: https://a.example\n---\nBody.",
            "---\r\nheadline: 'A visit: day one'\r\npublished_at: 2022-07-23\r\npermalink: https://a.example\r\n...\r\nBody.",
            "+++\ntitle = \"A visit: day one\"\ndate = 2022-07-23\nlink = \"https://a.example\"\n+++\n\nBody.",
            "{\"title\": \"A visit: day one\", \"pubDate\": \"2022-07-23\", \"url\": \"https://a.example\"}\nBody.",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
