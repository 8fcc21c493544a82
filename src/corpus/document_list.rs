//! Chooses documents of a treebank by their ids or by a table.

use std::collections::BTreeMap;

use crate::analysis::conllu;
use crate::table::{Table, TableError};

/// What a table says of each document, for choosing what to learn from or for scores by group.
#[derive(Debug, Default)]
pub struct DocumentList {
    values: BTreeMap<String, String>,
}

impl DocumentList {
    /// Reads the columns `doc` and `column` of the table `text`, whose fields are divided by tabs.
    ///
    /// # Errors
    /// [`TableError`] if the table lacks one of the two columns.
    pub fn parse(text: &str, column: &str) -> Result<Self, TableError> {
        let table = Table::read(text)?;
        let [doc, value] = table.columns(["doc", column])?;
        let values = table.rows().map(|row| (row.get(doc).to_owned(), row.get(value).to_owned())).collect();
        Ok(Self { values })
    }

    /// What the table says of a document; `None` if it does not list it.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&str> {
        self.values.get(id).map(String::as_str)
    }

    /// Keeps the sentences of documents with the value `value` and of documents that are not in the list.
    #[must_use]
    pub fn select(&self, sentences: Vec<conllu::Sentence>, value: &str) -> Vec<conllu::Sentence> {
        select_documents(sentences, |id| self.get(id).is_none_or(|found| found == value))
    }
}

/// Keeps the sentences whose document's id (`# newdoc id = …`) passes `keep`.
///
/// Sentences before the first such comment belong to a document with an empty id.
pub fn select_documents(sentences: Vec<conllu::Sentence>, keep: impl Fn(&str) -> bool) -> Vec<conllu::Sentence> {
    let mut kept = keep("");
    let mut out = Vec::new();
    for sentence in sentences {
        if let Some(id) = sentence.comment("newdoc id") {
            kept = keep(id);
        }
        if kept {
            out.push(sentence);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(id: &str, form: &str) -> conllu::Sentence {
        let text = format!("# newdoc id = {id}\n1\t{form}\t{form}\tVERB\tVB\t_\t0\troot\t_\t_\n\n");
        conllu::read(text.as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn documents_of_another_class_are_left_out() {
        let list = DocumentList::parse("doc\tclass\na\topen\nb\tnc\n", "class").unwrap();
        let all = vec![sentence("a", "go"), sentence("b", "run"), sentence("c", "eat")];
        let kept = list.select(all, "open");
        assert_eq!(kept.iter().map(|s| s.words[0].form.as_str()).collect::<Vec<_>>(), ["go", "eat"]);
        assert!(DocumentList::parse("doc\tkind\n", "class").is_err());
    }
}
