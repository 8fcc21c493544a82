//! Asks the questions in `tests/questions/*.md` and checks the answers.
//!
//! A question is a heading, a line `$ whomet ...`, and a list: "has `...`" and "lacks `...`" say what the answer must and
//! must not contain, "exit 2" how the command ends if it does not succeed, "says `...`" what stands on standard error.
//! `GRAPH`, `PROJECT` and `ARTICLES` stand for `articles.jsonl` as a graph, as a project and as it is; `SOURCE` asks graph
//! and project, which must give the same answer. `EXAMPLES` stands for `examples/articles` in the same way.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::{ARTICLES, argument, command, files, root, whomet};

/// Keeps somebody from deleting questions that fail.
const FEWEST_QUESTIONS: usize = 80;

/// Something that must hold of an answer.
#[derive(Debug, PartialEq)]
enum Claim {
    Has(String),
    Lacks(String),
    Says(String),
    Exit(i32),
}

/// A question with what is known about its answer.
#[derive(Debug, PartialEq)]
struct Question {
    /// The file and line of its heading, for messages.
    place: String,
    words: Vec<String>,
    claims: Vec<Claim>,
}

#[test]
fn every_question_has_its_answer() {
    let folder = tempfile::tempdir().unwrap();
    let ours = sources(folder.path(), "ours", &argument(&root().join("tests/questions/articles.jsonl")));
    let examples = sources(folder.path(), "examples", ARTICLES);
    let (mut asked, mut wrong) = (0, Vec::new());
    for path in
        files(&root().join("tests/questions")).into_iter().filter(|path| path.extension().is_some_and(|e| e == "md"))
    {
        for question in read_file(&path) {
            asked += 1;
            assert!(!question.claims.is_empty(), "{}: nothing is claimed", question.place);
            wrong.extend(complaints(&question, &ours, &examples));
        }
    }
    assert!(asked >= FEWEST_QUESTIONS, "{asked} questions");
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Articles as a graph, a project and as they are, by the word for each.
type Sources = BTreeMap<&'static str, String>;

fn sources(folder: &Path, name: &str, articles: &str) -> Sources {
    let graph = argument(&folder.join(format!("{name}.json")));
    let project = argument(&folder.join(format!("{name}.whomet")));
    assert!(whomet(&["build", articles, "-o", &graph, "-q"]).status.success());
    assert!(whomet(&["add", &project, articles, "-q"]).status.success());
    BTreeMap::from([("GRAPH", graph), ("PROJECT", project), ("ARTICLES", articles.to_owned())])
}

/// What is wrong with the answers to a question.
fn complaints(question: &Question, ours: &Sources, examples: &Sources) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut first: Option<String> = None;
    for kind in ["GRAPH", "PROJECT"] {
        let word = |word: &String| match word.as_str() {
            "SOURCE" => ours[kind].clone(),
            "EXAMPLES" => examples[kind].clone(),
            other => ours.get(other).cloned().unwrap_or_else(|| word.clone()),
        };
        let words: Vec<String> = question.words.iter().map(word).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let output = command(&words).env("COLUMNS", "200").output().unwrap();
        let answer = String::from_utf8(output.stdout).unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let exit =
            question.claims.iter().find_map(|claim| if let Claim::Exit(code) = claim { Some(*code) } else { None });
        let mut complain = |what: String| wrong.push(format!("{} ({kind}): {what}\n{answer}{said}", question.place));
        if output.status.code() != Some(exit.unwrap_or(0)) {
            complain(format!("ends with {:?}", output.status.code()));
        }
        for claim in &question.claims {
            match claim {
                Claim::Has(text) if !answer.contains(text) => complain(format!("lacks `{text}`")),
                Claim::Lacks(text) if answer.contains(text) => complain(format!("has `{text}`")),
                Claim::Says(text) if !said.contains(text) => complain(format!("does not say `{text}`")),
                _ => {}
            }
        }
        if let Some(first) = first.as_ref().filter(|first| **first != answer) {
            complain(format!("the graph answers otherwise:\n{first}"));
        }
        first.get_or_insert(answer);
    }
    wrong
}

fn read_file(path: &Path) -> Vec<Question> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    read(&name, &std::fs::read_to_string(path).unwrap())
}

/// The questions of a file.
fn read(name: &str, text: &str) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut place = String::new();
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(title) = line.strip_prefix("## ") {
            place = format!("{name}:{number} {title}");
        } else if let Some(words) = line.strip_prefix("$ whomet ") {
            questions.push(Question { place: place.clone(), words: words_of(words), claims: Vec::new() });
        } else if let Some(claim) = line.strip_prefix("- ") {
            let question =
                questions.last_mut().unwrap_or_else(|| panic!("{name}:{number}: a claim without a question"));
            question.claims.push(claim_of(claim).unwrap_or_else(|| panic!("{name}:{number}: unknown claim {claim}")));
        }
    }
    questions
}

/// The words of a command; quotation marks keep words together.
fn words_of(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

fn claim_of(claim: &str) -> Option<Claim> {
    let (kind, rest) = claim.split_once(' ')?;
    let quoted = || Some(rest.strip_prefix('`')?.strip_suffix('`')?.to_owned());
    match kind {
        "has" => quoted().map(Claim::Has),
        "lacks" => quoted().map(Claim::Lacks),
        "says" => quoted().map(Claim::Says),
        "exit" => rest.parse().ok().map(Claim::Exit),
        _ => None,
    }
}

#[test]
fn a_question_is_read_with_its_claims() {
    let questions = read("a.md", "## Who\n\nWhy.\n\n$ whomet met \"Moana Tui\" SOURCE\n- has `Lima`\n- exit 2\n");
    let words = ["met", "Moana Tui", "SOURCE"].map(str::to_owned).to_vec();
    let claims = vec![Claim::Has("Lima".to_owned()), Claim::Exit(2)];
    assert_eq!(questions, [Question { place: "a.md:1 Who".to_owned(), words, claims }]);
}
