use super::*;
use crate::document::header::Metadata;

fn read(html: &str) -> Draft {
    read_html("a.html", "a", html)
}

#[test]
fn metadata_come_from_json_ld_meta_elements_and_time() {
    let ld = r#"<script type="application/ld+json">[{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "Tui in Lima",
        "datePublished": "2022-07-23T10:00:00Z", "mainEntityOfPage": {"@id": "https://a.example/tui"}, "publisher": {"name": "Daily"}}]</script>"#;
    let metadata = read(ld).metadata;
    assert_eq!(metadata.title.as_deref(), Some("Tui in Lima"));
    assert_eq!(metadata.date.as_deref(), Some("2022-07-23T10:00:00Z"));
    assert_eq!(metadata.url.as_deref(), Some("https://a.example/tui"));
    assert_eq!(metadata.source.as_deref(), Some("Daily"));

    let meta = r#"<title>Tui in Lima | Daily</title><meta property="article:published_time" content="2022-07-23">
        <meta property="og:site_name" content="Daily"><link rel="canonical" href="https://a.example/tui">"#;
    assert_eq!(read(meta).metadata, Metadata { date: Some("2022-07-23".to_owned()), ..metadata });

    let time = r#"<h1>Tui in Lima</h1><p>Published <time datetime="2022-07-23T10:00">yesterday</time></p>"#;
    assert_eq!(read(time).metadata.date.as_deref(), Some("2022-07-23T10:00"));
}

#[test]
fn broken_json_ld_is_ignored() {
    let html = r#"<script type="application/ld+json">{"@type": "NewsArticle",</script><h1>Tui</h1>"#;
    assert_eq!(read(html).metadata.title.as_deref(), Some("Tui"));
}

#[test]
fn scripts_and_styles_are_never_text() {
    let html =
        "<body><script>if (a < b) document.write('<p>Moana Tui met nobody in this script, which is long.</p>')</script>
        <p>Moana Tui met Tika Oli in Lima on Monday, and they left.</p><style>p > a { }</style></body>";
    assert_eq!(read(html).text, "Moana Tui met Tika Oli in Lima on Monday, and they left.");
}

#[test]
fn deep_huge_and_broken_pages_are_read_in_time() {
    let deep = format!("{}<p>Moana Tui met Tika Oli in Lima on Monday, and they left.", "<div><b>".repeat(200_000));
    assert!(read(&deep).text.starts_with("Moana Tui met"));
    for html in ["<", "<p", "</p></p></div>", "<a href='", "<!--", "<script>", "&", "&#x110000;", "<p>Tui</b></i>"] {
        let _ = read(html);
    }
    let wide = "<p>Moana Tui met Tika Oli in Lima on Monday, and they left.</p>".repeat(20_000);
    assert_eq!(read(&wide).text.matches("Tui").count(), 20_000);
}

#[test]
fn a_page_without_text_is_an_error_and_a_page_is_recognized_whatever_its_name() {
    let error = read_page("a.html", "a", b"<html><body><img src=a.png></body></html>".to_vec()).unwrap_err();
    assert!(error.to_string().starts_with("a.html: no text found"), "{error}");
    assert!(looks_like_html(b"\xef\xbb\xbf <!-- saved --> <!DOCTYPE HTML><p>a"));
    assert!(looks_like_html(b"<?xml version=\"1.0\"?>\n<html>"));
    assert!(!looks_like_html(b"<p>a") && !looks_like_html(b"Moana Tui") && !looks_like_html(b""));
}

#[test]
fn the_declared_encoding_is_used() {
    let page = b"<html><head><meta charset=iso-8859-2></head><body><p>Minister \xa3ukasz Tammsoo met Moana Tui in Lima on Monday.</p></body></html>";
    let draft = read_page("a.html", "a", page.to_vec()).unwrap();
    assert!(draft.text.contains("Łukasz"), "{}", draft.text);
    assert_eq!(draft.encoding, "ISO-8859-2");
}

/// The words of a text with how often they occur.
fn words_of(text: &str) -> std::collections::BTreeMap<String, usize> {
    let mut words = std::collections::BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    words
}

/// F1 over the words that two texts share.
fn overlap(found: &str, marked: &str) -> f64 {
    let (found, marked) = (words_of(found), words_of(marked));
    let shared: usize = found.iter().map(|(word, count)| *count.min(marked.get(word).unwrap_or(&0))).sum();
    2.0 * shared as f64 / (found.values().sum::<usize>() + marked.values().sum::<usize>()).max(1) as f64
}

/// Twenty pages of different layouts, each with its main text as a person marked it.
#[test]
fn the_main_text_of_saved_pages_is_found() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    pages.sort();
    assert_eq!(pages.len(), 20);
    let mut scores = Vec::new();
    for page in &pages {
        let draft = read_page("page", "page", std::fs::read(page).unwrap()).unwrap();
        let (document, _) = draft.finish(crate::document::ReadingOptions::default(), None);
        let parts: Vec<&str> =
            document.prose().iter().chain(&document.dateline).map(|part| part.slice(&document.text)).collect();
        let score = overlap(&parts.join(" "), &std::fs::read_to_string(page.with_extension("txt")).unwrap());
        scores.push(format!("{score:.3} {}", page.file_name().unwrap().to_string_lossy()));
    }
    let mean = scores.iter().map(|line| line[..5].parse::<f64>().unwrap()).sum::<f64>() / 20.0;
    println!("main text of saved pages, F1 {mean:.3}\n{}", scores.join("\n"));
    assert!(mean >= 0.97, "{mean:.3}\n{}", scores.join("\n"));
}
