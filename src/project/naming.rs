//! Finds the earlier state of a document, or a name for a new one.
//!
//! Names are unique within one run of the reader, but not across runs. An article that is a whole file is recognized by
//! its path, an article in JSON Lines by its id.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::error::ProjectError;
use super::records::{Cells, TableRow, select};
use super::row_ids::DocumentRow;
use crate::document::name_by_path;
use crate::ids::DocumentId;
use crate::record::DocumentInfo;

/// Where a document belongs.
#[derive(Debug)]
pub(super) enum Place {
    /// It is new and gets this name.
    New(DocumentId),
    /// It is this one, perhaps changed.
    Known(Box<Known>),
}

/// A stored document.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) row: DocumentRow,
    pub(super) info: DocumentInfo,
    file: Option<String>,
    read_with: String,
}

/// The absolute path of a document's file; a relative `path` starts at `folder`. `None` for standard input.
pub(super) fn file_of(folder: &Path, path: &str) -> Option<String> {
    let file = folder.join(path);
    let file = std::path::absolute(&file).unwrap_or(file); // the file itself need not exist
    (path != "-").then(|| file.to_string_lossy().into_owned())
}

/// The place of a document that the reader returned for this file.
pub(super) fn place_of(
    connection: &Connection,
    info: &DocumentInfo,
    file: Option<&str>,
) -> Result<Place, ProjectError> {
    if let (Some(file), None) = (file, info.line) {
        let sql = select_known("file = ?1 AND line IS NULL");
        let known = connection.prepare_cached(&sql)?.query_row([file], known).optional()?;
        if let Some(known) = known {
            return Ok(Place::Known(Box::new(known)));
        }
    }
    let sql = select_known("name = ?1");
    let mut by_name = connection.prepare_cached(&sql)?;
    for name in names(info) {
        match by_name.query_row(params![name], known).optional()? {
            None => return Ok(Place::New(name.into())),
            Some(known) if known.is_earlier(info, file) => return Ok(Place::Known(Box::new(known))),
            Some(_) => {}
        }
    }
    unreachable!("there is no end of names")
}

/// The possible names of a document, best first: its own, the one by its path, and this with a number.
fn names(info: &DocumentInfo) -> impl Iterator<Item = String> {
    let line = info.line.map(|line| format!(":{line}")).unwrap_or_default();
    let by_path = format!("{}{line}", name_by_path(&info.path));
    let numbered = {
        let by_path = by_path.clone();
        (2..).map(move |number: u64| format!("{by_path}-{number}"))
    };
    [info.id.to_string(), by_path].into_iter().chain(numbered)
}

/// The `SELECT` for [`known`].
fn select_known(condition: &str) -> String {
    format!("{} WHERE {condition}", select::<DocumentInfo>(&["id", "file", "read_with"]))
}

fn known(row: &Row<'_>) -> rusqlite::Result<Known> {
    let mut cells = Cells::of(row);
    let info = DocumentInfo::take(&mut cells)?;
    Ok(Known { info, row: cells.take()?, file: cells.take()?, read_with: cells.take()? })
}

impl Known {
    /// Whether this is an earlier state of the document, and not another document with the same name.
    fn is_earlier(&self, info: &DocumentInfo, file: Option<&str>) -> bool {
        let is_same_text = self.info.sha256 == info.sha256; // moved to another file
        let is_of_lines = self.info.line.is_some() && info.line.is_some();
        is_same_text || (is_of_lines && (self.file.as_deref() == file || has_own_id(info)))
    }

    /// Whether reading the document again would give the same record: only text, date and data matter to reading.
    pub(super) fn is_read_alike(&self, info: &DocumentInfo, read_with: &str) -> bool {
        self.info.sha256 == info.sha256 && self.info.date == info.date && self.read_with == read_with
    }

    /// Whether neither the document nor the data have changed.
    pub(super) fn is_unchanged(&self, info: &DocumentInfo, file: Option<&str>, read_with: &str) -> bool {
        // The project may have given it another name, to keep names unique.
        let known = DocumentInfo { id: info.id.clone(), ..self.info.clone() };
        self.read_with == read_with && self.file.as_deref() == file && known == *info
    }
}

/// Whether a line gives the id of its article; otherwise the id is made from file stem and line, which is not unique.
fn has_own_id(info: &DocumentInfo) -> bool {
    let stem = std::path::Path::new(&info.path).file_stem().unwrap_or_default().to_string_lossy();
    info.line.is_none_or(|line| info.id.as_str() != format!("{stem}:{line}"))
}
