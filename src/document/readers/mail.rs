//! Reads an e-mail message (EML, RFC 5322): one article.

use mail_parser::{Message, MessageParser};

use super::html::read_html;
use super::open_file::OpenFile;
use super::reader::{Drafts, Reader, drafts_of};
use crate::document::DocumentError;
use crate::document::draft::Draft;
use crate::document::header::Metadata;

/// Reads messages: their text, or the text of their page; attachments are left out.
pub(in crate::document) struct Mail;

impl Reader for Mail {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        let draft = file.file_bytes().and_then(|bytes| {
            let (text, metadata) = read_message(&path, &bytes)?;
            Ok(Draft { metadata, ..OpenFile::single_draft(&path, &name, text, "UTF-8") })
        });
        drafts_of(draft.map(|draft| vec![draft]))
    }
}

/// The text and the headers of a message; `place` names it in errors.
pub(super) fn read_message(place: &str, bytes: &[u8]) -> Result<(String, Metadata), DocumentError> {
    let message =
        MessageParser::default().parse(bytes).filter(|message| message.date().is_some() || message.from().is_some());
    let message =
        message.ok_or_else(|| OpenFile::broken(place, "a message", "no sender and no date in its headers"))?;
    let text = text_of(&message);
    if text.trim().is_empty() {
        return Err(DocumentError::NoText { place: place.to_owned() });
    }
    let sender = message.from().and_then(|from| from.first());
    let metadata = Metadata {
        title: message.subject().map(str::to_owned),
        date: message.date().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
        source: sender.and_then(|sender| sender.name().or(sender.address())).map(str::to_owned),
        ..Metadata::default()
    };
    Ok((text, metadata))
}

/// The plain text, or the main text of the page if there is nothing else.
fn text_of(message: &Message<'_>) -> String {
    let is_plain = message.text_body.first().is_some_and(|&part| !message.parts[part as usize].is_text_html());
    let plain = if is_plain { message.body_text(0).unwrap_or_default() } else { Default::default() };
    if !plain.trim().is_empty() {
        return plain.into_owned();
    }
    message.body_html(0).map(|html| read_html("", "", &html).text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::test_files::{problem_of, read_with};
    use super::*;

    #[test]
    fn the_text_of_a_message_is_read_in_its_encoding() {
        let message = b"From: =?utf-8?q?Rosa_Qui=C3=B1ones?= <rosa@a.example>\r\nDate: Sat, 23 Jul 2022 14:05:00 +0200\r\nSubject: Tui left\r\n\
            MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nMoana Tui met Jos=C3=A9 =\r\nin Lima.\r\n";
        let (drafts, _) = read_with(&Mail, message);
        assert_eq!(drafts[0].text.trim(), "Moana Tui met José in Lima.");
        let metadata = &drafts[0].metadata;
        assert_eq!((metadata.title.as_deref(), metadata.date.as_deref()), (Some("Tui left"), Some("2022-07-23")));
        assert_eq!(metadata.source.as_deref(), Some("Rosa Quiñones"));
    }

    #[test]
    fn a_message_that_is_a_page_is_read_as_one() {
        let message = b"From: a@a.example\nContent-Type: text/html\n\n<html><style>p {}</style><p>Moana Tui met Tika Oli &amp; left Lima on Monday.</p></html>";
        assert_eq!(read_with(&Mail, message).0[0].text, "Moana Tui met Tika Oli & left Lima on Monday.");
    }

    #[test]
    fn what_is_no_message_is_an_error() {
        assert!(problem_of(&Mail, b"Moana Tui left.").contains("a message"));
        assert!(problem_of(&Mail, b"").contains("a message"));
        assert!(problem_of(&Mail, b"From: a@a.example\n\n").contains("no text"));
    }
}
