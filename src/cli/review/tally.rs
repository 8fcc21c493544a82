//! Counts judgements.

use whomet::resolution::Answer;

/// The counts in words: "3 judged: 2 same, 1 unsure".
pub(super) fn counts(judged: &[Answer]) -> String {
    let each = Answer::ALL.map(|answer| (judged.iter().filter(|other| **other == answer).count(), answer));
    let each: Vec<String> = each
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, answer)| format!("{count} {}", answer.as_str()))
        .collect();
    if each.is_empty() { "none judged".into() } else { format!("{} judged: {}", judged.len(), each.join(", ")) }
}
