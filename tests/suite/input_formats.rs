//! A folder with files of many kinds: good ones are read, broken ones reported, unknown ones counted.

use crate::support::{argument, command, folder, messages, whomet};

const TEXT: &str = "Minister Moana Tui met President Tika Oli in Lima on Monday.";

/// The good files of a folder, each with the sentence [`TEXT`].
fn good_files() -> Vec<(&'static str, String)> {
    vec![
        ("text.txt", TEXT.to_owned()),
        ("marked.md", format!("# A visit\n\n**{TEXT}**\n")),
        ("page.html", format!("<html><title>Visit</title><script>x</script><p>{TEXT}</p></html>")),
        ("saved.txt", format!("<!DOCTYPE html><html><meta charset=utf-8><p>{TEXT}</p></html>")),
        ("letter.rtf", format!("{{\\rtf1\\ansi {TEXT}}}")),
        ("message.eml", format!("From: a@a.example\nDate: Mon, 6 Jun 2022 10:00:00 GMT\nSubject: Visit\n\n{TEXT}\n")),
        (
            "feed.rss",
            format!("<rss><channel><item><title>Visit</title><description>{TEXT}</description></item></channel></rss>"),
        ),
        ("table.csv", format!("id,date,text\nrow,2022-06-10,{TEXT}\n")),
        ("lines.jsonl", format!("{{\"id\": \"line\", \"text\": \"{TEXT}\"}}\n")),
    ]
}

const BROKEN: [(&str, &str, &str); 10] = [
    ("empty.html", "<html><img src=a.png></html>", "empty.html: no text found"),
    ("bad.pdf", "%PDF-1.7 nothing", "bad.pdf: expected a PDF document"),
    ("bad.docx", "PK", "bad.docx: expected a DOCX document"),
    ("bad.rtf", "Tui", "bad.rtf: expected RTF"),
    ("bad.eml", "Tui", "bad.eml: expected a message"),
    ("bad.mbox", "Tui", "bad.mbox: expected a mailbox"),
    ("bad.xml", "<a>Tui</a>", "bad.xml: expected a feed"),
    ("bad.csv", "a,b\n1,2\n", "bad.csv: expected a table of articles"),
    ("bad.warc", "Tui", "bad.warc: expected a web archive"),
    ("dated.txt", "---\ndate: the other day\n---\nTui left.", "dated.txt: expected a date such as 2024-03-18"),
];

#[test]
fn good_files_are_read_broken_ones_reported_and_others_counted() {
    let good = good_files();
    let others = [("a.png", ""), ("b.png", ""), ("c.zip", "")];
    let files: Vec<(&str, &[u8])> = good
        .iter()
        .map(|(name, content)| (*name, content.as_bytes()))
        .chain(BROKEN.iter().map(|(name, content, _)| (*name, content.as_bytes())))
        .chain(others.iter().map(|(name, content)| (*name, content.as_bytes())))
        .collect();
    let folder = folder(&files);
    let output = whomet(&["build", &argument(folder.path())]);
    let said = messages(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for (_, _, message) in BROKEN {
        assert!(said.contains(message), "{message}: {said}");
    }
    assert!(said.contains("3 files skipped: 2 .png, 1 .zip"), "{said}");
    assert!(said.contains("10 documents, 10 problems"), "{said}");
    let graph = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        graph.matches("\"source\": \"person/moana-tui\"").count()
            + graph.matches("\"target\": \"person/moana-tui\"").count(),
        1
    );
}

#[test]
fn an_address_is_not_fetched() {
    let output = whomet(&["build", "https://a.example/visit"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).contains("fetches nothing"), "{}", messages(&output));
}

#[test]
fn the_kept_text_is_printed_and_dates_come_from_where_the_user_says() {
    let folder = folder(&[
        ("2022-06-10 visit.txt", "Moana Tui arri\u{ad}ved on 03/04/2022.".as_bytes()),
        ("b.txt", b"Published: 03/04/2022\n\nTui left."),
    ]);
    let run = |arguments: &[&str]| command(arguments).current_dir(folder.path()).output().unwrap();
    assert_eq!(run(&["text", "2022-06-10 visit.txt"]).stdout, b"Moana Tui arrived on 03/04/2022.");
    let named = String::from_utf8(run(&["build", "2022-06-10 visit.txt", "--date-from", "name"]).stdout).unwrap();
    assert!(named.contains("\"date\": \"2022-06-10\""), "{named}");
    let guess = run(&["build", "b.txt"]);
    assert!(messages(&guess).contains("\"03/04/2022\" may be two days"), "{}", messages(&guess));
    let ordered = String::from_utf8(run(&["build", "b.txt", "--date-order", "mdy"]).stdout).unwrap();
    assert!(ordered.contains("\"date\": \"2022-03-04\""), "{ordered}");
}

#[test]
fn all_formats_are_listed() {
    let listed = String::from_utf8(whomet(&["formats"]).stdout).unwrap();
    for ending in [".html", ".docx", ".eml", ".rss", ".csv", ".warc.gz", "graphviz", "json"] {
        assert!(listed.to_lowercase().contains(ending), "{ending}: {listed}");
    }
}
