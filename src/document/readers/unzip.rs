//! Takes a file out of a ZIP archive.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::super::article_limits::MAX_FILE_BYTES;

/// The text of the file `name` in the archive.
///
/// # Errors
/// What is wrong with the archive; among other things, that the file would unpack to more than the size limit.
pub(super) fn unzip_text(archive: &[u8], name: &str) -> Result<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).map_err(|error| error.to_string())?;
    let file = archive.by_name(name).map_err(|error| format!("{name}: {error}"))?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE_BYTES as u64 / 4 + 1).read_to_end(&mut bytes).map_err(|error| format!("{name}: {error}"))?;
    if bytes.len() > MAX_FILE_BYTES / 4 {
        return Err(format!("{name} unpacks to more than {} bytes", MAX_FILE_BYTES / 4));
    }
    String::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8"))
}
