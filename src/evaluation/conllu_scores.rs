//! Scores an analysis of a text against the correct one.
//!
//! The measures of the CoNLL 2018 shared task (Zeman et al. 2018, "Multilingual parsing from raw text to Universal
//! Dependencies"): tokens and sentences are right if their characters are the same, white space aside. Words are
//! aligned by their characters, within multiword tokens by their forms; tags, lemmas and heads are compared on aligned
//! words. In contrast to the task, labels are compared with their subtypes (`nsubj:pass`).

use std::ops::Range;

use super::counts::Counts;
use crate::analysis::conllu::{Sentence, Word};

/// Two analyses that cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected the same characters in both analyses, found a difference after \"{before}\"")]
pub struct DifferentText {
    before: String,
}

/// The agreement of two analyses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConlluScores {
    /// Tokens as they are written; "don't" is one.
    pub tokens: Counts,
    /// Sentences by their first and last character.
    pub sentences: Counts,
    /// Syntactic words; "don't" is two.
    pub words: Counts,
    /// Universal tags.
    pub upos: Counts,
    /// Treebank tags.
    pub xpos: Counts,
    /// Lemmas; where the correct one is `_`, any is right.
    pub lemmas: Counts,
    /// Heads: the unlabelled attachment score.
    pub uas: Counts,
    /// Heads and labels with subtypes: the labelled attachment score.
    pub las: Counts,
}

impl ConlluScores {
    /// The measures in the order of the shared task's table, with their names.
    #[must_use]
    pub fn rows(&self) -> [(&'static str, Counts); 8] {
        [
            ("Tokens", self.tokens),
            ("Sentences", self.sentences),
            ("Words", self.words),
            ("UPOS", self.upos),
            ("XPOS", self.xpos),
            ("Lemmas", self.lemmas),
            ("UAS", self.uas),
            ("LAS", self.las),
        ]
    }
}

/// Compares `found` with `correct`, which must be analyses of the same text.
///
/// # Errors
/// [`DifferentText`] if their characters differ in more than white space.
///
/// # Example
/// ```
/// use whomet::analysis::conllu::read;
/// use whomet::evaluation::conllu_scores::score;
///
/// let correct = read("1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n\n".as_bytes())?;
/// let mut found = correct.clone();
/// found[0].words[1].lemma = "met".to_owned();
/// let scores = score(&found, &correct)?;
/// assert_eq!((scores.lemmas.f1(), scores.las.f1()), (0.5, 1.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn score(found: &[Sentence], correct: &[Sentence]) -> Result<ConlluScores, DifferentText> {
    let (found, correct) = (Layout::new(found), Layout::new(correct));
    same_text(&found.characters, &correct.characters)?;
    let pairs = align(&found, &correct);
    let mut in_found = vec![None; found.words.len()];
    pairs.iter().for_each(|&(f, c)| in_found[f] = Some(c));
    let count = |is_hit: &dyn Fn(&Placed, &Placed) -> bool| Counts {
        hits: pairs.iter().filter(|&&(f, c)| is_hit(&found.words[f], &correct.words[c])).count(),
        found: found.words.len(),
        correct: correct.words.len(),
    };
    // Roots have no head; two heads agree if they are the same aligned word.
    let same_head = |f: &Placed, c: &Placed| f.head.map(|head| in_found[head]) == c.head.map(Some);
    Ok(ConlluScores {
        tokens: overlap(&found.tokens, &correct.tokens),
        sentences: overlap(&found.sentences, &correct.sentences),
        words: count(&|_, _| true),
        upos: count(&|f, c| f.word.upos == c.word.upos),
        xpos: count(&|f, c| f.word.xpos == c.word.xpos),
        lemmas: count(&|f, c| c.word.lemma == "_" || f.word.lemma == c.word.lemma),
        uas: count(&same_head),
        las: count(&|f, c| same_head(f, c) && f.word.deprel == c.word.deprel),
    })
}

/// A word with its place in the text.
struct Placed<'a> {
    word: &'a Word,
    /// Characters of the token it belongs to, white space not counted.
    place: Range<usize>,
    /// Whether its token has several words.
    in_multiword: bool,
    /// Index of its head among the words of all sentences.
    head: Option<usize>,
}

/// An analysis, laid out along the characters of its text; all lists are in text order.
struct Layout<'a> {
    characters: Vec<char>,
    tokens: Vec<Range<usize>>,
    sentences: Vec<Range<usize>>,
    words: Vec<Placed<'a>>,
}

impl<'a> Layout<'a> {
    fn new(sentences: &'a [Sentence]) -> Self {
        let mut layout = Self { characters: Vec::new(), tokens: Vec::new(), sentences: Vec::new(), words: Vec::new() };
        for sentence in sentences {
            let (first_character, first_word) = (layout.characters.len(), layout.words.len());
            let mut ranges = sentence.ranges.iter().peekable();
            let mut at = 0;
            while at < sentence.words.len() {
                let range = ranges.next_if(|range| range.start == at);
                let end = range.map_or(at + 1, |range| range.end.clamp(at + 1, sentence.words.len()));
                let form = range.map_or(&sentence.words[at].form, |range| &range.form);
                let start = layout.characters.len();
                layout.characters.extend(form.chars().filter(|c| !c.is_whitespace()));
                let place = start..layout.characters.len();
                for word in &sentence.words[at..end] {
                    let head = word.head.and_then(|head| head.checked_sub(1)).map(|head| first_word + head as usize);
                    layout.words.push(Placed { word, place: place.clone(), in_multiword: range.is_some(), head });
                }
                layout.tokens.push(place);
                at = end;
            }
            layout.sentences.push(first_character..layout.characters.len());
        }
        layout
    }
}

fn same_text(found: &[char], correct: &[char]) -> Result<(), DifferentText> {
    if found == correct {
        return Ok(());
    }
    let shared = found.iter().zip(correct).take_while(|(a, b)| a == b).count();
    Err(DifferentText { before: found[shared.saturating_sub(20)..shared].iter().collect() })
}

/// Counts equal ranges; both lists are in text order.
fn overlap(found: &[Range<usize>], correct: &[Range<usize>]) -> Counts {
    let (mut f, mut c, mut hits) = (0, 0, 0);
    while let (Some(a), Some(b)) = (found.get(f), correct.get(c)) {
        hits += usize::from(a == b);
        let order = a.start.cmp(&b.start).then(a.end.cmp(&b.end));
        f += usize::from(order.is_le());
        c += usize::from(order.is_ge());
    }
    Counts { hits, found: found.len(), correct: correct.len() }
}

/// Pairs of words, found and correct, that stand for each other.
fn align(found: &Layout, correct: &Layout) -> Vec<(usize, usize)> {
    let (mut f, mut c) = (0, 0);
    let mut pairs = Vec::new();
    while let (Some(a), Some(b)) = (found.words.get(f), correct.words.get(c)) {
        if a.in_multiword || b.in_multiword {
            let (f_end, c_end) = multiword_end(found, correct, f, c);
            align_by_form(found, correct, f..f_end, c..c_end, &mut pairs);
            (f, c) = (f_end, c_end);
        } else if a.place == b.place {
            pairs.push((f, c));
            (f, c) = (f + 1, c + 1);
        } else if a.place.start <= b.place.start {
            f += 1;
        } else {
            c += 1;
        }
    }
    pairs
}

/// Where the stretch of text ends that begins at words `f` and `c` and no multiword token sticks out of.
fn multiword_end(found: &Layout, correct: &Layout, mut f: usize, mut c: usize) -> (usize, usize) {
    let is_multiword = |word: Option<&Placed>| word.is_some_and(|word| word.in_multiword);
    let mut end = match (is_multiword(found.words.get(f)), is_multiword(correct.words.get(c))) {
        (true, _) => found.words[f].place.end,
        (false, _) => correct.words[c].place.end,
    };
    loop {
        let before = (f, c);
        for (layout, at) in [(found, &mut f), (correct, &mut c)] {
            while let Some(word) = layout.words.get(*at).filter(|word| word.place.start < end) {
                if word.in_multiword {
                    end = end.max(word.place.end);
                }
                *at += 1;
            }
        }
        if before == (f, c) {
            return (f, c);
        }
    }
}

/// Aligns the words of a stretch by the longest common subsequence of their forms, capitals aside.
fn align_by_form(found: &Layout, correct: &Layout, f: Range<usize>, c: Range<usize>, pairs: &mut Vec<(usize, usize)>) {
    let forms = |layout: &Layout, range: &Range<usize>| -> Vec<String> {
        layout.words[range.clone()].iter().map(|word| word.word.form.to_lowercase()).collect()
    };
    let (a, b) = (forms(found, &f), forms(correct, &c));
    let mut longest = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let skipped = longest[i + 1][j].max(longest[i][j + 1]);
            longest[i][j] = if a[i] == b[j] { longest[i + 1][j + 1] + 1 } else { skipped };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((f.start + i, c.start + j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::conllu::read;

    /// Rows of form, UPOS, head and label; an empty row ends a sentence, a row `a-b form` is a multiword token.
    fn sentences(rows: &[&str]) -> Vec<Sentence> {
        let mut text = String::new();
        let mut id = 0;
        for row in rows {
            match row.split(' ').collect::<Vec<_>>().as_slice() {
                [form, upos, head, deprel] => {
                    id += 1;
                    text += &format!("{id}\t{form}\t{form}\t{upos}\tX\t_\t{head}\t{deprel}\t_\t_\n");
                }
                [range, form] => text += &format!("{range}\t{form}\t_\t_\t_\t_\t_\t_\t_\t_\n"),
                _ => {
                    text += "\n";
                    id = 0;
                }
            }
        }
        read(text.as_bytes()).unwrap()
    }

    #[test]
    fn an_analysis_agrees_with_itself() {
        let gold =
            sentences(&["1-2 don't", "do AUX 3 aux", "n't PART 3 advmod", "go VERB 0 root", "", "Stop VERB 0 root"]);
        let scores = score(&gold, &gold).unwrap();
        assert!(scores.rows().iter().all(|(_, counts)| counts.f1() == 1.0));
        assert_eq!((scores.tokens.correct, scores.words.correct, scores.sentences.correct), (3, 4, 2));
    }

    #[test]
    fn a_wrong_head_a_wrong_label_and_a_wrong_tag_are_counted() {
        let gold = sentences(&["They PRON 2 nsubj", "met VERB 0 root", "him PRON 2 obj", "there ADV 2 advmod"]);
        let found = sentences(&["They NOUN 2 nsubj:pass", "met VERB 0 root", "him PRON 2 obj", "there ADV 3 advmod"]);
        let scores = score(&found, &gold).unwrap();
        assert_eq!((scores.upos.hits, scores.uas.hits, scores.las.hits), (3, 3, 2));
        assert_eq!(scores.las.f1(), 0.5);
    }

    #[test]
    fn a_token_split_in_two_costs_precision_and_recall() {
        // Found: al - Shabaab fled (4 words); correct: al-Shabaab fled (2 words), of which "fled" is aligned.
        let gold = sentences(&["al-Shabaab PROPN 2 nsubj", "fled VERB 0 root"]);
        let found = sentences(&["al PROPN 4 nsubj", "- PUNCT 3 punct", "Shabaab PROPN 1 flat", "fled VERB 0 root"]);
        let scores = score(&found, &gold).unwrap();
        assert_eq!(scores.tokens, Counts { hits: 1, found: 4, correct: 2 });
        assert_eq!(scores.las, Counts { hits: 1, found: 4, correct: 2 });
        assert!((scores.words.f1() - 1.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn a_sentence_split_in_two_loses_the_head_across_the_cut() {
        let gold = sentences(&["Yes INTJ 2 discourse", "go VERB 0 root"]);
        let found = sentences(&["Yes INTJ 0 root", "", "go VERB 0 root"]);
        let scores = score(&found, &gold).unwrap();
        assert_eq!(scores.sentences, Counts { hits: 0, found: 2, correct: 1 });
        assert_eq!((scores.words.hits, scores.uas.hits), (2, 1));
    }

    #[test]
    fn words_of_a_multiword_token_are_aligned_by_form() {
        let gold = sentences(&["1-2 don't", "do AUX 3 aux", "n't PART 3 advmod", "go VERB 0 root"]);
        let found = sentences(&["don't AUX 2 aux", "go VERB 0 root"]);
        let scores = score(&found, &gold).unwrap();
        assert_eq!(scores.tokens.hits, 2);
        assert_eq!(scores.words, Counts { hits: 1, found: 2, correct: 3 });
    }

    #[test]
    fn different_texts_are_refused() {
        let error = score(&sentences(&["go VERB 0 root"]), &sentences(&["gone VERB 0 root"])).unwrap_err();
        assert_eq!(error.before, "go");
    }
}
