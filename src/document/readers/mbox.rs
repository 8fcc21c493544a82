//! Reads mailboxes (MBOX, RFC 4155): one article per message.

use std::io::Cursor;

use mail_parser::mailbox::mbox::MessageIterator;

use super::mail::read_message;
use super::open_file::OpenFile;
use super::reader::{Drafts, Reader};

/// Reads the messages of a mailbox.
pub(in crate::document) struct Mbox;

impl Reader for Mbox {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        let bytes = match file.file_bytes() {
            Ok(bytes) if bytes.starts_with(b"From ") => bytes,
            Ok(_) => return Box::new(std::iter::once(Err(OpenFile::broken(&path, "a mailbox", "no message in it")))),
            Err(error) => return Box::new(std::iter::once(Err(error))),
        };
        Box::new(MessageIterator::new(Cursor::new(bytes)).zip(1..).map(move |(message, number)| {
            let place = format!("{path}:{number}");
            let message = message.map_err(|_| OpenFile::broken(&place, "a message", "it does not begin with \"From \""))?;
            let (text, metadata) = read_message(&place, message.contents())?;
            Ok(OpenFile::numbered_draft(&path, &name, number, text, metadata))
        }))
    }
}
