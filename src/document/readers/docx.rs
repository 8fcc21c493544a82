//! Reads Word documents (DOCX, ECMA-376): one article.

use super::open_file::OpenFile;
use super::reader::{Drafts, Reader, drafts_of};
use super::unzip::unzip_text;
use super::xml::{Piece, for_each_piece};
use crate::document::DocumentError;
use crate::document::draft::Draft;
use crate::document::header::Metadata;

/// Reads the paragraphs and tables of Word documents, without headers, footers, comments and deleted text.
pub(in crate::document) struct Docx;

impl Reader for Docx {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        let draft = file.file_bytes().and_then(|bytes| read(&path, &name, &bytes));
        drafts_of(draft.map(|draft| vec![draft]))
    }
}

fn read(path: &str, name: &str, bytes: &[u8]) -> Result<Draft, DocumentError> {
    let broken = |reason: String| OpenFile::broken(path, "a DOCX document", reason);
    let document = unzip_text(bytes, "word/document.xml").map_err(broken)?;
    let text = text_of(&document).map_err(broken)?;
    if text.trim().is_empty() {
        return Err(DocumentError::NoText { place: path.to_owned() });
    }
    let properties = unzip_text(bytes, "docProps/core.xml").unwrap_or_default();
    let title = title_in(&properties);
    let metadata = Metadata { title, ..Metadata::default() };
    Ok(Draft { metadata, ..OpenFile::single_draft(path, name, text, "UTF-8") })
}

/// The paragraphs, with a blank line between them; the cells of a table are parted by tabs.
fn text_of(document: &str) -> Result<String, String> {
    let mut text = String::new();
    let (mut is_text, mut cells) = (false, 0_usize);
    for_each_piece(document, |piece| match piece {
        Piece::Start(element) => match element.name() {
            "t" => is_text = true,
            "tab" => text.push('\t'),
            "br" | "cr" => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            "tc" => cells += 1,
            _ => {}
        },
        Piece::End(name) => match name {
            "t" => is_text = false,
            "p" if cells == 0 => text.push_str("\n\n"),
            "p" => text.push(' '),
            "tc" => {
                cells = cells.saturating_sub(1);
                text.truncate(text.trim_end_matches(' ').len());
                text.push('\t');
            }
            "tr" => text.push('\n'),
            "tbl" => text.push('\n'),
            _ => {}
        },
        Piece::Text(piece) if is_text => text.push_str(piece),
        Piece::Text(_) => {}
    })?;
    Ok(text.trim().to_owned())
}

/// The title in the properties of the document.
fn title_in(properties: &str) -> Option<String> {
    let (mut is_title, mut title) = (false, String::new());
    let read = for_each_piece(properties, |piece| match piece {
        Piece::Start(element) => is_title = element.name() == "title",
        Piece::End(_) => is_title = false,
        Piece::Text(text) if is_title => title.push_str(text),
        Piece::Text(_) => {}
    });
    read.ok().map(|()| title.trim().to_owned()).filter(|title| !title.is_empty())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::test_files::{problem_of, read_with};
    use super::*;

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn paragraphs_and_tables_are_read_without_deleted_text() {
        let document = r#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Moana </w:t></w:r><w:r><w:t>Tui</w:t><w:tab/><w:t>left &amp; waved.</w:t></w:r>
            <w:del><w:r><w:delText>Never.</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>Tika Oli stayed.</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:t>a</w:t></w:p></w:tc><w:tc><w:p><w:t>b</w:t></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"#;
        let properties = br#"<cp:coreProperties xmlns:dc="d"><dc:title>Tui leaves</dc:title></cp:coreProperties>"#;
        let bytes = archive(&[("word/document.xml", document.as_bytes()), ("docProps/core.xml", properties)]);
        let (drafts, problems) = read_with(&Docx, &bytes);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(drafts[0].text, "Moana Tui\tleft & waved.\n\nTika Oli stayed.\n\na\tb");
        assert_eq!(drafts[0].metadata.title.as_deref(), Some("Tui leaves"));
    }

    #[test]
    fn what_is_no_document_is_an_error() {
        assert!(problem_of(&Docx, b"PK\x03\x04 broken").contains("a DOCX document"));
        assert!(problem_of(&Docx, &archive(&[("a.txt", b"Tui")])).contains("word/document.xml"));
        assert!(problem_of(&Docx, &archive(&[("word/document.xml", b"<a><b></a>")])).contains("at byte"));
        assert!(problem_of(&Docx, &archive(&[("word/document.xml", b"<a></a>")])).contains("no text"));
    }

    #[test]
    fn an_archive_that_unpacks_to_too_much_is_an_error() {
        let bomb = archive(&[("word/document.xml", &vec![b' '; (64 << 20) + 1])]);
        assert!(bomb.len() < 1 << 20);
        assert!(problem_of(&Docx, &bomb).contains("unpacks to more than"));
    }
}
