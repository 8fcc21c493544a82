//! Readers of file formats: bytes in, articles out, one file per format behind the trait [`Reader`].

mod csv;
mod docx;
mod feed;
mod html;
mod jsonl;
mod mail;
mod markdown;
mod mbox;
mod open_file;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod reader;
mod rtf;
#[cfg(test)]
mod test_files;
mod unzip;
mod warc;
mod xml;

pub(super) use csv::Csv;
pub(super) use docx::Docx;
pub(super) use feed::Feed;
pub(super) use html::{Html, looks_like_html};
pub(super) use jsonl::JsonLines;
pub(super) use mail::Mail;
pub(super) use markdown::Markdown;
pub(super) use mbox::Mbox;
pub(super) use open_file::OpenFile;
#[cfg(feature = "pdf")]
pub(super) use pdf::Pdf;
pub(super) use plain::PlainText;
pub(super) use reader::Reader;
pub(super) use rtf::Rtf;
pub(super) use warc::Warc;
