//! Evidence under an answer: one line by default, or everything.

use whomet::graph::{Evidence, KnowledgeGraph, Node};
use whomet::ids::DocumentId;
use whomet::query::Occasion;

use super::dates::in_words;
use super::table::Paper;
use crate::cli::report::one_line;

/// Columns before evidence.
const INDENT: &str = "    ";

/// In less room than this, a sentence says too little and gets a line of its own.
const MIN_ROOM: usize = 44;

/// The lines of evidence of an occasion: its best in one line or, on request, all of it in full.
pub(super) fn notes(graph: &KnowledgeGraph, occasion: &Occasion<'_>, is_full: bool, paper: Paper) -> Vec<String> {
    let ends = [occasion.source, occasion.target];
    if is_full {
        return occasion.evidence.iter().flat_map(|evidence| full(graph, evidence, paper)).collect();
    }
    let Some(best) =
        occasion.evidence.iter().max_by(|a, b| a.confidence.total_cmp(&b.confidence).then(b.quote.cmp(&a.quote)))
    else {
        return Vec::new();
    };
    let more = occasion.evidence.len() - 1;
    let more = if more == 0 { String::new() } else { format!(" (+{more})") };
    let before = format!("{INDENT}{}:", origin(graph, best));
    let columns = usize::from(paper.width);
    let room = columns.saturating_sub(before.chars().count() + more.chars().count() + 3);
    if room >= MIN_ROOM {
        return vec![paper.gray(&format!("{before} \"{}\"{more}", shortened(best, ends, room)))];
    }
    let room = columns.saturating_sub(INDENT.len() + more.chars().count() + 2);
    vec![paper.gray(&before), paper.gray(&format!("{INDENT}\"{}\"{more}", shortened(best, ends, room)))]
}

/// "visit, 18 March 2024".
fn origin(graph: &KnowledgeGraph, evidence: &Evidence) -> String {
    let id = &evidence.quote.document;
    let date = graph.document(id).and_then(|document| document.date);
    date.map_or_else(|| id.to_string(), |date| format!("{id}, {}", in_words(date)))
}

/// A whole sentence, and where it stands, who says it, which rule found it.
fn full(graph: &KnowledgeGraph, evidence: &Evidence, paper: Paper) -> Vec<String> {
    let speaker = evidence.speaker.as_ref().map(|id| graph.node(id).map_or(id.as_str(), |node| node.label.as_str()));
    let speaker = speaker.map(|speaker| format!("; {speaker} says so")).unwrap_or_default();
    let copies: Vec<&str> = evidence.also_in.iter().map(DocumentId::as_str).collect();
    let copies = if copies.is_empty() { String::new() } else { format!("; also in {}", copies.join(", ")) };
    let source = format!("[{}; rule {}{speaker}{copies}]", origin(graph, evidence), evidence.rule);
    let sentence = format!("\"{}\"", one_line(&evidence.quote.text));
    let lines = wrapped(&sentence, paper).into_iter();
    lines.chain(wrapped(&source, paper).into_iter().map(|line| paper.gray(&line))).collect()
}

/// Text in indented lines that fit the paper.
pub(super) fn wrapped(text: &str, paper: Paper) -> Vec<String> {
    let room = usize::from(paper.width).saturating_sub(INDENT.len());
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is a first line");
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.into_iter().map(|line| format!("{INDENT}{line}")).collect()
}

/// The sentence, shortened to `room` characters around the names of both ends.
fn shortened(evidence: &Evidence, ends: [&Node; 2], room: usize) -> String {
    let words: Vec<&str> = evidence.quote.text.split_whitespace().collect();
    let places: Vec<(usize, usize)> = ends.iter().filter_map(|node| place_of(node, &words)).collect();
    let first = places.iter().map(|(start, _)| *start).min().unwrap_or(0);
    let last = places.iter().map(|(_, end)| end - 1).max().unwrap_or(first);
    around(&words, first, last, room)
}

/// Where words contain the longest name of a thing, the first time: the half-open range of its words.
fn place_of(node: &Node, words: &[&str]) -> Option<(usize, usize)> {
    let letters = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        word.to_lowercase()
    };
    let words: Vec<String> = words.iter().map(|word| letters(word)).collect();
    let names = std::iter::once(&node.label).chain(&node.aliases);
    let mut names: Vec<Vec<String>> = names.map(|name| name.split_whitespace().map(letters).collect()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.iter().filter(|name| !name.is_empty()).find_map(|name| {
        let start = words.windows(name.len()).position(|window| window == name.as_slice())?;
        Some((start, start + name.len()))
    })
}

/// The words from `first` to `last` with as many around them as there is room for; if these are too many, the first and the
/// last of them.
fn around(words: &[&str], first: usize, last: usize, room: usize) -> String {
    let length = |from: usize, to: usize| words[from..to].iter().map(|word| word.chars().count() + 1).sum::<usize>();
    if length(0, words.len()) <= room + 1 || words.is_empty() {
        return words.join(" ");
    }
    let (mut from, mut to) = (first, last + 1);
    if length(from, to) + 2 > room {
        // The words of both names count, what lies between them least.
        let half = room.saturating_sub(5) / 2;
        let mut head = first + 1;
        while head < last && length(first, head + 1) <= half {
            head += 1;
        }
        let rest = room.saturating_sub(5 + length(first, head));
        let mut tail = last;
        while tail > head && length(tail - 1, last + 1) <= rest {
            tail -= 1;
        }
        let before = if first > 0 { "… " } else { "" };
        let after = if last + 1 < words.len() { " …" } else { "" };
        return format!("{before}{} … {}{after}", words[first..head].join(" "), words[tail..=last].join(" "));
    }
    loop {
        let (may_left, may_right) = (from > 0, to < words.len());
        let left = may_left && length(from - 1, to) + 4 <= room;
        let right = may_right && length(from, to + 1) + 4 <= room;
        match (left, right) {
            (false, false) => break,
            (true, false) => from -= 1,
            (false, true) => to += 1,
            (true, true) if first - from <= to - last => from -= 1,
            (true, true) => to += 1,
        }
    }
    let before = if from > 0 { "… " } else { "" };
    let after = if to < words.len() { " …" } else { "" };
    format!("{before}{}{after}", words[from..to].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_cut_around_the_words_that_matter() {
        let words: Vec<&str> = "In a long morning Moana Tui met Tika Oli in the old town of Lima".split(' ').collect();
        assert_eq!(around(&words, 4, 8, 200), words.join(" "));
        assert_eq!(around(&words, 4, 8, 40), "… long morning Moana Tui met Tika Oli …");
        let far: Vec<&str> =
            "Tui of the ministry of roads and bridges and much else met Oli of Nepal".split(' ').collect();
        assert_eq!(around(&far, 0, 12, 30), "Tui of the … else met Oli …");
    }
}
