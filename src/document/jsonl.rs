//! JSON Lines in, one article a line out.

use serde::Deserialize;
use serde_json::Value;

use super::{Document, DocumentError, MAX_ARTICLE_BYTES};

/// The fields of a line that are read; others are ignored.
#[derive(Deserialize)]
struct Line {
    id: Option<Value>,
    text: String,
    title: Option<String>,
    date: Option<String>,
    url: Option<String>,
    source: Option<String>,
}

/// Reads every line of the file `path` named `stem`; blank lines are skipped.
///
/// Returns the articles and the errors of the lines that are none, each in line order. An article
/// without `id` is named `stem:line`.
pub(crate) fn read_lines(path: &str, stem: &str, text: &str) -> (Vec<Document>, Vec<DocumentError>) {
    let (mut documents, mut problems) = (Vec::new(), Vec::new());
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match read_line(path, stem, index + 1, line) {
            Ok((document, problem)) => {
                documents.push(document);
                problems.extend(problem);
            }
            Err(error) => problems.push(error),
        }
    }
    (documents, problems)
}

/// One article, with the complaint about its date if that cannot be read.
fn read_line(
    path: &str,
    stem: &str,
    number: usize,
    line: &str,
) -> Result<(Document, Option<DocumentError>), DocumentError> {
    let bad = |reason: String| DocumentError::BadLine { path: path.to_owned(), line: number, reason };
    let place = || format!("{path}:{number}");
    let value: Value = serde_json::from_str(line).map_err(|error| bad(format!("the line is no JSON ({error})")))?;
    if !value.is_object() {
        return Err(bad(format!("the line is {}, not an object", kind_of(&value))));
    }
    let line: Line = serde_json::from_value(value).map_err(|error| bad(error.to_string()))?;
    if line.text.trim().is_empty() {
        return Err(DocumentError::Empty { place: place() });
    }
    if line.text.len() > MAX_ARTICLE_BYTES {
        let size = line.text.len() as u64;
        return Err(DocumentError::TooLarge { place: place(), size, limit: MAX_ARTICLE_BYTES });
    }
    let id = match line.id {
        Some(Value::String(id)) if !id.is_empty() => id,
        Some(Value::Number(id)) => id.to_string(),
        None | Some(Value::Null) => format!("{stem}:{number}"),
        Some(_) => return Err(bad("the id is neither a string nor a number".to_owned())),
    };
    let (date, problem) = match line.date.as_deref().filter(|date| !date.is_empty()).map(str::parse).transpose() {
        Ok(date) => (date, None),
        Err(source) => (None, Some(DocumentError::BadDate { place: place(), source })),
    };
    let document = Document::from_text(&id, line.text);
    Ok((
        Document {
            path: path.to_owned(),
            line: Some(number),
            title: line.title.or(document.title),
            date: date.or(document.date),
            url: line.url.or(document.url),
            source: line.source.or(document.source),
            ..document
        },
        problem,
    ))
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_lines_are_named_and_the_others_read() {
        let text = "{\"id\": 7, \"text\": \"One.\", \"date\": \"2024-03-18\"}\n[1]\n\n{\"text\": \"Two.\"}\n{\"id\": \"x\"}\nnot json";
        let (documents, problems) = read_lines("in.jsonl", "in", text);
        let ids: Vec<_> = documents.iter().map(|document| document.id.as_str()).collect();
        assert_eq!(ids, ["7", "in:4"]);
        assert_eq!(documents[0].date.unwrap().to_string(), "2024-03-18");
        let messages: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert!(messages[0].starts_with("in.jsonl:2: the line is an array, not an object"), "{messages:?}");
        assert!(messages[1].starts_with("in.jsonl:5: missing field `text`"), "{messages:?}");
        assert!(messages[2].starts_with("in.jsonl:6: the line is no JSON"), "{messages:?}");
    }

    #[test]
    fn an_unreadable_date_costs_the_date_only() {
        let (documents, problems) = read_lines("in.jsonl", "in", "{\"text\": \"One.\", \"date\": \"yesterday\"}");
        assert_eq!((documents[0].date, problems.len()), (None, 1));
    }
}
