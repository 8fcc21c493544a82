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
            let message =
                message.map_err(|_| OpenFile::broken(&place, "a message", "it does not begin with \"From \""))?;
            let (text, metadata) = read_message(&place, message.contents())?;
            Ok(OpenFile::numbered_draft(&path, &name, number, text, metadata))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_files::{problem_of, read_with};
    use super::*;

    #[test]
    fn each_message_is_an_article() {
        let mailbox = b"From a@a.example Sat Jul 23 14:05:00 2022\nFrom: a@a.example\nDate: Sat, 23 Jul 2022 14:05:00 GMT\n\nMoana Tui left.\n\n\
            From b@a.example Sun Jul 24 14:05:00 2022\nFrom: b@a.example\n\nTika Oli stayed.\n\nFrom c@a.example Sun Jul 24 14:05:00 2022\nFrom: c@a.example\n\n";
        let (drafts, problems) = read_with(&Mbox, mailbox);
        let texts: Vec<&str> = drafts.iter().map(|draft| draft.text.trim()).collect();
        assert_eq!(texts, ["Moana Tui left.", "Tika Oli stayed."]);
        assert_eq!(drafts[1].id, "in:2");
        assert!(problems[0].starts_with("in:3: no text"), "{problems:?}");
    }

    #[test]
    fn what_is_no_mailbox_is_an_error() {
        assert!(problem_of(&Mbox, b"Moana Tui left.").contains("a mailbox"));
        assert!(problem_of(&Mbox, b"").contains("a mailbox"));
    }
}
