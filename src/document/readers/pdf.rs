//! Reads PDF: one article.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::super::article_limits::MAX_ARTICLE_BYTES;
use super::open_file::OpenFile;
use super::reader::{Drafts, Reader, drafts_of};
use crate::document::DocumentError;
use crate::document::draft::Draft;
use crate::document::header::Metadata;

/// Reads the text of PDF, in the order in which the file has it. Pictures of pages have no text.
pub(in crate::document) struct Pdf;

impl Reader for Pdf {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        let draft = file.file_bytes().and_then(|bytes| read(&path, &name, &bytes));
        drafts_of(draft.map(|draft| vec![draft]))
    }
}

fn read(path: &str, name: &str, bytes: &[u8]) -> Result<Draft, DocumentError> {
    let broken = |reason: &str| OpenFile::broken(path, "a PDF document", reason);
    // The library panics on some broken files.
    let read = catch_unwind(AssertUnwindSafe(|| read_pages(bytes))).map_err(|_| broken("its structure is broken"))?;
    let (text, metadata) = read.map_err(|reason| broken(&reason))?;
    if text.trim().is_empty() {
        return Err(DocumentError::NoText { place: path.to_owned() });
    }
    Ok(Draft { metadata, ..OpenFile::single_draft(path, name, text, "UTF-8") })
}

/// The text of all pages, and the title.
fn read_pages(bytes: &[u8]) -> Result<(String, Metadata), String> {
    let document = lopdf::Document::load_mem(bytes).map_err(|error| error.to_string())?;
    if document.is_encrypted() {
        return Err("it is encrypted".to_owned());
    }
    let mut text = String::new();
    for page in document.get_pages().into_keys() {
        let content = document
            .extract_text_with_limit(&[page], MAX_ARTICLE_BYTES)
            .map_err(|error| format!("page {page}: {error}"))?;
        text.push_str(content.trim_end());
        text.push('\n');
        if text.len() > MAX_ARTICLE_BYTES {
            return Err(format!("its text has more than {MAX_ARTICLE_BYTES} bytes"));
        }
    }
    Ok((text, Metadata::default()))
}

#[cfg(test)]
mod tests {
    use lopdf::content::{Content, Operation};
    use lopdf::{Document, Object, Stream, dictionary};

    use super::super::test_files::{problem_of, read_with};
    use super::*;

    /// A document of one page with these lines.
    fn pdf(lines: &[&str]) -> Vec<u8> {
        let mut document = Document::with_version("1.5");
        let pages = document.new_object_id();
        let font =
            document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
        let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
        let mut operations = vec![
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec!["F1".into(), 12.into()]),
            Operation::new("TL", vec![14.into()]),
            Operation::new("Td", vec![50.into(), 700.into()]),
        ];
        for line in lines {
            operations.push(Operation::new("Tj", vec![Object::string_literal(*line)]));
            operations.push(Operation::new("T*", vec![]));
        }
        operations.push(Operation::new("ET", vec![]));
        let content = document.add_object(Stream::new(dictionary! {}, Content { operations }.encode().unwrap()));
        let page = document.add_object(
            dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources },
        );
        let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()] };
        document.objects.insert(pages, Object::Dictionary(tree));
        let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn the_text_of_the_pages_is_read_line_by_line() {
        let (drafts, problems) = read_with(&Pdf, &pdf(&["Moana Tui met Tika Oli", "in Lima on Monday."]));
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(drafts[0].text.trim(), "Moana Tui met Tika Oli\nin Lima on Monday.");
    }

    #[test]
    fn broken_and_empty_documents_are_errors() {
        assert!(problem_of(&Pdf, b"%PDF-1.7 nothing").contains("a PDF document"));
        assert!(problem_of(&Pdf, b"").contains("a PDF document"));
        assert!(problem_of(&Pdf, &pdf(&[])).contains("no text found"));
        let whole = pdf(&["Moana Tui left."]);
        for cut in [whole.len() / 4, whole.len() / 2, whole.len() - 10] {
            let (drafts, problems) = read_with(&Pdf, &whole[..cut]);
            assert_eq!(drafts.len() + problems.len(), 1);
        }
    }
}
