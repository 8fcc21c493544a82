//! Formats that are several files in a folder.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Creates a file of `folder`, lets `write` fill it, and saves it.
pub(super) fn write_file(
    folder: &Path,
    name: &str,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(folder.join(name))?);
    write(&mut file)?;
    file.flush()
}
