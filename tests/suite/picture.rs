//! Checks the pictures that need no installed program.

use whomet::graph::read_json;
use whomet::ontology::Ontology;
use whomet::picture::{Page, Picture};

use crate::support::{ARTICLES, argument, command, folder, messages, root, whomet};

#[test]
fn pictures_need_no_installed_program() {
    for (format, start) in [("svg", b"<svg".as_slice()), ("png", b"\x89PNG")] {
        let output = command(&["build", ARTICLES, "--format", format, "-q"]).env("PATH", "").output().unwrap();
        assert!(output.status.success(), "{}", messages(&output));
        assert!(output.stdout.starts_with(start));
    }
}

#[test]
fn the_picture_of_the_examples_shows_what_lines_mean_and_where_they_come_from() {
    let svg = whomet(&["export", "graphs/articles.json", "-f", "svg", "-q"]).stdout;
    let svg = String::from_utf8(svg).unwrap();
    for part in
        ["Kaarel Tammsoo", "stroke-dasharray", "line-through", ">planned<", ">denied<", "[ministerial-visit-tallinn]"]
    {
        assert!(svg.contains(part), "{part}");
    }
}

#[test]
fn in_the_picture_of_the_examples_nothing_overlaps_on_any_page() {
    let json = std::fs::read(root().join("graphs/articles.json")).unwrap();
    let graph = read_json(&mut json.as_slice(), Ontology::shipped()).unwrap();
    for &page in Page::ALL {
        let measures = Picture { page, ..Picture::default() }.measures(&graph, Ontology::shipped());
        assert_eq!((measures.overlaps, measures.through_boxes), (0, 0), "{page:?}");
        assert!((0.75..1.33).contains(&(measures.aspect / page.aspect())), "{page:?}: {measures:?}");
    }
}

/// The ends of 40 surnames.
const SYLLABLES: [&str; 40] = [
    "pa", "pe", "pi", "po", "ba", "be", "bi", "bo", "da", "de", "di", "do", "ga", "ge", "gi", "go", "ka", "ke", "ki",
    "ko", "la", "le", "li", "lo", "ma", "me", "mi", "mo", "na", "ne", "ni", "no", "ra", "re", "ri", "ro", "za", "ze",
    "zi", "zu",
];

#[test]
fn a_large_graph_is_cut_down_and_the_caption_says_so() {
    let surname = |n: usize| format!("{}{}", ["Quis", "Mama", "Tama", "Kara", "Lopo"][n % 5], SYLLABLES[n / 5]);
    let line =
        |n: usize| format!("{{\"id\": \"a{n}\", \"text\": \"Minister Moana Tui met Envoy Ana {}.\"}}\n", surname(n));
    let articles: String = (0..200).map(line).collect();
    let folder = folder(&[("articles.jsonl", articles.as_bytes())]);
    let graph = argument(&folder.path().join("graph.json"));
    let articles = argument(&folder.path().join("articles.jsonl"));
    assert!(whomet(&["build", &articles, "-o", &graph, "-q"]).status.success());
    let svg = |options: &[&str]| {
        let output = whomet(&[&["export", &graph, "-f", "svg", "-q"], options].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    let short = svg(&[]);
    assert!(short.contains(" × person</text>"), "leaves are counted");
    assert!(svg(&["--all"]).contains("Lopozu</text>"));
}

#[test]
fn markup_in_names_stays_text() {
    let text = "Minister Moana <script>alert(1)</script> O\"Brien met President Tika & Oli.\n\n\
                Gen. Ana </title> Silva met President Tika Oli of the R&D <b>Nepal</b> Guard.";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let svg = whomet(&["build", &argument(folder.path()), "-f", "svg", "-q"]).stdout;
    let svg = String::from_utf8(svg).unwrap();
    assert!(!svg.contains("<script>") && !svg.contains("<b>") && svg.matches("</svg>").count() == 1);
}

#[test]
fn paper_has_its_size() {
    let svg =
        |page: &str| String::from_utf8(whomet(&["build", ARTICLES, "-f", "svg", "-q", "--page", page]).stdout).unwrap();
    assert!(svg("a4").contains("width=\"210mm\" height=\"297mm\""));
    assert!(svg("a3").contains("width=\"297mm\" height=\"420mm\""));
}
