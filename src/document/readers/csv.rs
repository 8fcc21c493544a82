//! Reads tables with a text column (CSV, TSV): one article per row.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::open_file::OpenFile;
use super::reader::{Drafts, Reader};
use crate::document::DocumentError;
use crate::document::article_limits::MAX_ARTICLE_BYTES;
use crate::document::decode::decode;
use crate::document::draft::Draft;
use crate::document::header::Metadata;

/// Reads tables whose first row names the columns. Commas, semicolons and tabs may divide the fields.
pub(in crate::document) struct Csv;

impl Reader for Csv {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        match file.file_bytes().and_then(|bytes| Table::read(path, name, bytes)) {
            Ok(table) => Box::new(table.into_drafts()),
            Err(error) => Box::new(std::iter::once(Err(error))),
        }
    }
}

/// The names of the column with the text, best first.
const TEXT_COLUMNS: [&str; 7] = ["text", "body", "content", "fulltext", "articletext", "articlebody", "article"];

struct Table {
    path: String,
    name: String,
    columns: Vec<String>,
    text_column: usize,
    rows: csv::StringRecordsIntoIter<std::io::Cursor<String>>,
    encoding: &'static str,
}

impl Table {
    fn read(path: String, name: String, bytes: Vec<u8>) -> Result<Self, DocumentError> {
        let (text, encoding) = decode(&path, bytes, None)?;
        let first = text.lines().next().unwrap_or_default();
        let delimiter =
            [b'\t', b';', b','].into_iter().max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count());
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter.unwrap_or(b','))
            .flexible(true)
            .trim(Trim::Headers)
            .from_reader(std::io::Cursor::new(text));
        let broken = |reason: String| OpenFile::broken(&path, "a table of articles", reason);
        let headers = reader.headers().map_err(|error| broken(error.to_string()))?;
        let columns: Vec<String> = headers.iter().map(str::to_owned).collect();
        let folded = |name: &str| -> String {
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let text_column =
            TEXT_COLUMNS.iter().find_map(|wanted| columns.iter().position(|column| folded(column) == *wanted));
        let text_column =
            text_column.ok_or_else(|| broken(format!("no column \"text\" among {}", columns.join(", "))))?;
        Ok(Self { path, name, columns, text_column, rows: reader.into_records(), encoding })
    }

    fn into_drafts(self) -> impl Iterator<Item = Result<Draft, DocumentError>> + Send {
        let Self { path, name, columns, text_column, rows, encoding } = self;
        rows.zip(1..).filter_map(move |(row, number)| match row {
            Ok(row) if row.iter().all(|field| field.trim().is_empty()) => None,
            Ok(row) => Some(
                draft_of(&path, &name, number, &columns, text_column, &row).map(|draft| Draft { encoding, ..draft }),
            ),
            Err(error) => Some(Err(OpenFile::broken(&format!("{path}:{number}"), "a row", error.to_string()))),
        })
    }
}

fn draft_of(
    path: &str,
    name: &str,
    number: usize,
    columns: &[String],
    text_column: usize,
    row: &StringRecord,
) -> Result<Draft, DocumentError> {
    let text = row.get(text_column).unwrap_or_default();
    let place = || format!("{path}:{number}");
    if text.trim().is_empty() {
        return Err(DocumentError::Empty { place: place() });
    }
    if text.len() > MAX_ARTICLE_BYTES {
        return Err(DocumentError::TooLarge { place: place(), size: text.len() as u64, limit: MAX_ARTICLE_BYTES });
    }
    let mut metadata = Metadata::default();
    let mut id = None;
    for (column, value) in columns.iter().zip(row.iter()) {
        if column.eq_ignore_ascii_case("id") && !value.trim().is_empty() {
            id = Some(value.trim().to_owned());
        }
        metadata.put(column, value);
    }
    let draft = OpenFile::numbered_draft(path, name, number, text.to_owned(), metadata);
    Ok(Draft { id: id.unwrap_or(draft.id.clone()), ..draft })
}

#[cfg(test)]
mod tests {
    use super::super::test_files::{problem_of, read_with};
    use super::*;

    #[test]
    fn rows_are_articles_with_their_columns() {
        for table in [
            "id,Title,Date,URL,Text\na1,Tui,2022-07-23,https://a.example,\"Moana Tui left, they say.\nShe waved.\"\n,,,,\n,,,,Tika Oli stayed.\n",
            "id;title;published_at;link;body\na1;Tui;2022-07-23;https://a.example;\"Moana Tui left, they say.\nShe waved.\"\n;;;;\n;;;;Tika Oli stayed.\n",
        ] {
            let (drafts, problems) = read_with(&Csv, table.as_bytes());
            assert!(problems.is_empty(), "{problems:?}");
            assert_eq!((drafts[0].id.as_str(), drafts[1].id.as_str()), ("a1", "in:3"));
            assert_eq!(drafts[0].text, "Moana Tui left, they say.\nShe waved.");
            assert_eq!(drafts[0].metadata.date.as_deref(), Some("2022-07-23"));
            assert_eq!(drafts[0].metadata.url.as_deref(), Some("https://a.example"));
        }
    }

    #[test]
    fn bad_tables_and_rows_are_errors() {
        assert!(problem_of(&Csv, b"name,age\nTui,4\n").contains("no column \"text\" among name, age"));
        assert!(problem_of(&Csv, b"").contains("no column"));
        let (drafts, problems) = read_with(&Csv, b"id,text\na,\nb,Tui left.\n");
        assert_eq!((drafts.len(), problems.len()), (1, 1));
        assert!(problems[0].starts_with("in:1: the article is empty"), "{problems:?}");
    }
}
