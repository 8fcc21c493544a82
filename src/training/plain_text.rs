//! Reads text without annotation.

/// Reads text without annotation: a word at the start of each line, an empty line after each sentence.
///
/// What follows a tab is ignored, as are lines of `-DOCSTART-`. Words are split at hyphens, as English treebanks do.
#[must_use]
pub fn read_text(text: &str) -> Vec<Vec<String>> {
    let mut sentences = vec![Vec::new()];
    for line in text.lines() {
        let form = line.split('\t').next().unwrap_or_default();
        match sentences.last_mut() {
            Some(sentence) if !form.is_empty() && form != "-DOCSTART-" => split_hyphens(form, sentence),
            _ => sentences.push(Vec::new()),
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

fn split_hyphens(form: &str, out: &mut Vec<String>) {
    if !form.contains(char::is_alphanumeric) {
        out.push(form.to_owned());
        return;
    }
    for (at, part) in form.split('-').enumerate() {
        if at > 0 {
            out.push("-".to_owned());
        }
        if !part.is_empty() {
            out.push(part.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_word_by_word_and_split_at_hyphens() {
        let text = "-DOCSTART-\tx\n\nU.S.-led\tO\nforces\tO\n\n--\tO\n";
        assert_eq!(read_text(text), [vec!["U.S.", "-", "led", "forces"], vec!["--"]]);
    }
}
