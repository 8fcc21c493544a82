//! Reads web archives (WARC 1.1, ISO 28500), plain or gzipped: one article per page in it.

use std::io::Read;

use encoding_rs::Encoding;
use flate2::read::MultiGzDecoder;

use super::super::article_limits::{MAX_ARTICLE_BYTES, MAX_FILE_BYTES};
use super::html::read_page;
use super::open_file::OpenFile;
use super::reader::{Drafts, Reader};
use crate::document::DocumentError;
use crate::document::draft::Draft;
use crate::document::header::Metadata;

/// Reads the pages in web archives; pictures, scripts and failed requests are passed over.
pub(in crate::document) struct Warc;

impl Reader for Warc {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        match file.file_bytes().and_then(|bytes| unpack(&path, bytes)) {
            Ok(bytes) => Box::new(Records { path, name, bytes, at: 0, number: 0, pages: 0 }),
            Err(error) => Box::new(std::iter::once(Err(error))),
        }
    }
}

const FORMAT: &str = "a web archive";

fn unpack(path: &str, bytes: Vec<u8>) -> Result<Vec<u8>, DocumentError> {
    let bytes = if bytes.starts_with(b"\x1f\x8b") {
        gunzip(&bytes, MAX_FILE_BYTES).map_err(|reason| OpenFile::broken(path, FORMAT, reason))?
    } else {
        bytes
    };
    if bytes.starts_with(b"WARC/") {
        Ok(bytes)
    } else {
        Err(OpenFile::broken(path, FORMAT, "it does not begin with WARC/"))
    }
}

/// Unpacks gzipped bytes up to a limit.
fn gunzip(bytes: &[u8], limit: usize) -> Result<Vec<u8>, String> {
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(bytes).take(limit as u64 + 1).read_to_end(&mut unpacked).map_err(|error| error.to_string())?;
    if unpacked.len() > limit { Err(format!("it unpacks to more than {limit} bytes")) } else { Ok(unpacked) }
}

/// The records of an archive.
struct Records {
    path: String,
    name: String,
    bytes: Vec<u8>,
    at: usize,
    number: usize,
    /// How many pages were found.
    pages: usize,
}

impl Iterator for Records {
    type Item = Result<Draft, DocumentError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(record) = self.record() else {
                let is_empty = std::mem::replace(&mut self.pages, 1) == 0;
                return is_empty.then(|| Err(OpenFile::broken(&self.path, FORMAT, "no page in it")));
            };
            self.number += 1;
            let record = match record {
                Ok(record) => record,
                Err(reason) => {
                    (self.at, self.pages) = (self.bytes.len(), 1);
                    return Some(Err(OpenFile::broken(&format!("{}:{}", self.path, self.number), "a record", reason)));
                }
            };
            if let Some(page) = Page::of(&record) {
                self.pages += 1;
                return Some(self.draft(page));
            }
        }
    }
}

impl Records {
    /// The next record; `None` at the end.
    fn record(&mut self) -> Option<Result<Record, String>> {
        let rest = &self.bytes[self.at..];
        let blank = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let rest = &rest[blank..];
        if rest.is_empty() {
            return None;
        }
        let Some((headers, body)) = split_headers(rest).filter(|_| rest.starts_with(b"WARC/")) else {
            return Some(Err("its headers are broken".to_owned()));
        };
        let length = header(&headers, "content-length").and_then(|length| length.parse::<usize>().ok());
        let Some(block) = length.and_then(|length| rest.get(body..body.checked_add(length)?)) else {
            return Some(Err("it ends before its length".to_owned()));
        };
        self.at += blank + body + block.len();
        Some(Ok(Record { headers, block: block.to_vec() }))
    }

    fn draft(&self, page: Page) -> Result<Draft, DocumentError> {
        let place = format!("{}:{}", self.path, self.number);
        let html = page.html.map_err(|reason| OpenFile::broken(&place, "a page", reason))?;
        let draft = read_page(&place, "", html)?;
        let date = draft.metadata.date.or(page.date);
        let url = draft.metadata.url.or(page.url);
        let metadata = Metadata { date, url, ..draft.metadata };
        Ok(Draft {
            encoding: draft.encoding,
            ..OpenFile::numbered_draft(&self.path, &self.name, self.number, draft.text, metadata)
        })
    }
}

type Headers = Vec<(String, String)>;

struct Record {
    headers: Headers,
    block: Vec<u8>,
}

/// A page as the server sent it.
struct Page {
    url: Option<String>,
    /// The day on which it was archived, the last resort.
    date: Option<String>,
    html: Result<Vec<u8>, String>,
}

impl Page {
    /// The page in a record, if it is one.
    fn of(record: &Record) -> Option<Self> {
        let kind = header(&record.headers, "warc-type")?;
        let url = header(&record.headers, "warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned());
        let content_type = |headers: &Headers| header(headers, "content-type").unwrap_or_default().to_lowercase();
        match kind {
            "resource" if content_type(&record.headers).contains("html") => {
                Some(Self { url, date: None, html: Ok(record.block.clone()) })
            }
            "response" => {
                let (headers, body) = split_headers(&record.block)?;
                let status = record.block.split(|byte| *byte == b' ').nth(1)?;
                let is_page = status.starts_with(b"200") && content_type(&headers).contains("html");
                is_page.then(|| Self {
                    url,
                    date: header(&headers, "last-modified").map(str::to_owned),
                    html: decoded(&headers, &record.block[body..]),
                })
            }
            _ => None,
        }
    }
}

/// The body of a response in UTF-8 or as the page declares, without transfer and content encodings.
fn decoded(headers: &Headers, body: &[u8]) -> Result<Vec<u8>, String> {
    let is = |name: &str, value: &str| header(headers, name).is_some_and(|found| found.to_lowercase().contains(value));
    let body = if is("transfer-encoding", "chunked") { joined_chunks(body) } else { body.to_vec() };
    let body = if body.starts_with(b"\x1f\x8b") { gunzip(&body, MAX_ARTICLE_BYTES)? } else { body };
    if body.len() > MAX_ARTICLE_BYTES {
        return Err(format!("it has more than {MAX_ARTICLE_BYTES} bytes"));
    }
    let charset = header(headers, "content-type")
        .and_then(|kind| kind.to_lowercase().split_once("charset=").map(|(_, label)| label.to_owned()));
    let encoding = charset.and_then(|label| Encoding::for_label(label.trim_matches(['"', ' ']).as_bytes()));
    match encoding {
        Some(encoding) if std::str::from_utf8(&body).is_err() => Ok(encoding.decode(&body).0.into_owned().into_bytes()),
        _ => Ok(body),
    }
}

/// The body that was sent in chunks; as it is, if it is not in chunks after all.
fn joined_chunks(body: &[u8]) -> Vec<u8> {
    let (mut joined, mut rest) = (Vec::new(), body);
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let size = std::str::from_utf8(&rest[..end])
            .ok()
            .and_then(|line| usize::from_str_radix(line.split(';').next()?.trim(), 16).ok());
        let Some(chunk) = size.and_then(|size| rest[end + 1..].get(..size)) else { break };
        if chunk.is_empty() {
            break;
        }
        joined.extend_from_slice(chunk);
        rest = rest[end + 1 + chunk.len()..].trim_ascii_start();
    }
    if joined.is_empty() { body.to_vec() } else { joined }
}

/// The headers at the start of `bytes`, names in small letters, and where what follows begins.
fn split_headers(bytes: &[u8]) -> Option<(Headers, usize)> {
    let find =
        |mark: &[u8]| bytes.windows(mark.len()).position(|window| window == mark).map(|at| (at, at + mark.len()));
    let (end, body) = find(b"\r\n\r\n").or_else(|| find(b"\n\n"))?;
    let lines = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let pairs = lines.lines().skip(1).filter_map(|line| line.split_once(':'));
    Some((pairs.map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_owned())).collect(), body))
}

fn header<'h>(headers: &'h Headers, wanted: &str) -> Option<&'h str> {
    headers.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::super::test_files::{problem_of, read_with};
    use super::*;

    fn record(kind: &str, block: &str) -> String {
        let length = block.len();
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/2022/07/23/tui\r\nContent-Length: {length}\r\n\r\n{block}\r\n\r\n"
        )
    }

    fn archive() -> String {
        let html = "<html><title>Tui</title><p>Moana Tui met Tika Oli in Lima on Monday, they say.</p></html>";
        let page = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{html}");
        let chunks = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{html}\r\n0\r\n\r\n",
            html.len()
        );
        let lost =
            "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Nothing is here, and nothing will be.</p>";
        ["software: x", &page, lost, &chunks]
            .into_iter()
            .zip(["warcinfo", "response", "response", "response"])
            .map(|(block, kind)| record(kind, block))
            .collect()
    }

    fn gzipped(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn pages_are_articles_plain_or_gzipped() {
        for bytes in [archive().into_bytes(), gzipped(archive().as_bytes())] {
            let (drafts, problems) = read_with(&Warc, &bytes);
            assert!(problems.is_empty(), "{problems:?}");
            let lines: Vec<_> = drafts.iter().map(|draft| draft.line.unwrap()).collect();
            assert_eq!(lines, [2, 4]);
            for draft in drafts {
                assert_eq!(draft.text, "Moana Tui met Tika Oli in Lima on Monday, they say.");
                assert_eq!(draft.metadata.url.as_deref(), Some("https://a.example/2022/07/23/tui"));
            }
        }
    }

    #[test]
    fn broken_archives_and_bombs_are_errors() {
        assert!(problem_of(&Warc, b"Moana Tui left.").contains("WARC/"));
        assert!(problem_of(&Warc, b"\x1f\x8bxx").contains("a web archive"));
        assert!(problem_of(&Warc, record("warcinfo", "x").as_bytes()).contains("no page"));
        let cut = &archive()[..archive().len() - 60];
        assert!(read_with(&Warc, cut.as_bytes()).1[0].contains("ends before its length"));
        assert!(gunzip(&gzipped(&vec![0; 1 << 20]), 1000).unwrap_err().contains("more than 1000"));
    }
}
