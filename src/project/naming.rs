//! A document in, its place among those that are there out.
//!
//! Within one run of the reader every name is unique; here names meet that were given in other runs. An article in a
//! file of its own is known by its path, one in JSON Lines by its id.

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
    /// It is new, and gets this name.
    New(DocumentId),
    /// It is this one, perhaps changed.
    Known(Box<Known>),
}

/// A document that is in the project.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) row: DocumentRow,
    pub(super) info: DocumentInfo,
    file: Option<String>,
    read_with: String,
}

/// The file of a document whose path was named in `folder`, from the root; none for standard input.
pub(super) fn file_of(folder: &Path, path: &str) -> Option<String> {
    let file = folder.join(path);
    let file = std::path::absolute(&file).unwrap_or(file); // which asks nothing of the file itself
    (path != "-").then(|| file.to_string_lossy().into_owned())
}

/// The place of a document that came from the reader, from this file.
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

/// The names that a document may get, the best first: its own, that of its path, and this with a number.
fn names(info: &DocumentInfo) -> impl Iterator<Item = String> {
    let line = info.line.map(|line| format!(":{line}")).unwrap_or_default();
    let by_path = format!("{}{line}", name_by_path(&info.path));
    let numbered = {
        let by_path = by_path.clone();
        (2..).map(move |number: u64| format!("{by_path}-{number}"))
    };
    [info.id.to_string(), by_path].into_iter().chain(numbered)
}

/// `SELECT` of what [`known`] reads.
fn select_known(condition: &str) -> String {
    format!("{} WHERE {condition}", select::<DocumentInfo>(&["id", "file", "read_with"]))
}

fn known(row: &Row<'_>) -> rusqlite::Result<Known> {
    let mut cells = Cells::of(row);
    let info = DocumentInfo::take(&mut cells)?;
    Ok(Known { info, row: cells.take()?, file: cells.take()?, read_with: cells.take()? })
}

impl Known {
    /// Whether the document of this name is an earlier state of the one that came in, rather than another one.
    fn is_earlier(&self, info: &DocumentInfo, file: Option<&str>) -> bool {
        let is_same_text = self.info.sha256 == info.sha256; // its file was moved
        let is_of_lines = self.info.line.is_some() && info.line.is_some();
        is_same_text || (is_of_lines && (self.file.as_deref() == file || has_own_id(info)))
    }

    /// Whether reading the document again would find the same in it: text and date are all that reading looks at.
    pub(super) fn is_read_alike(&self, info: &DocumentInfo, read_with: &str) -> bool {
        self.info.sha256 == info.sha256 && self.info.date == info.date && self.read_with == read_with
    }

    /// Whether nothing has changed, neither in the document nor in what it is read with.
    pub(super) fn is_unchanged(&self, info: &DocumentInfo, file: Option<&str>, read_with: &str) -> bool {
        // In a project it may bear another name, so that names are unique.
        let known = DocumentInfo { id: info.id.clone(), ..self.info.clone() };
        self.read_with == read_with && self.file.as_deref() == file && known == *info
    }
}

/// Whether a line names its article itself; otherwise it is named for file and line, which other files share.
fn has_own_id(info: &DocumentInfo) -> bool {
    let stem = std::path::Path::new(&info.path).file_stem().unwrap_or_default().to_string_lossy();
    info.line.is_none_or(|line| info.id.as_str() != format!("{stem}:{line}"))
}
