//! Reads a dictionary of the forms of verbs.

use super::TableError;
use crate::analysis::Xpos;
use crate::table::Table;

/// A form of a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbForm {
    /// The verb.
    pub lemma: String,
    /// The form.
    pub form: String,
    /// Which form it is: VB, VBD, VBN, VBG or VBZ.
    pub xpos: Xpos,
}

/// Reads a table with the columns "lemma", "form" and "tag". Rows with an unknown tag are left out.
///
/// # Errors
/// [`TableError`] if a column is missing or a row is too long.
pub fn read_verb_forms(text: &str) -> Result<Vec<VerbForm>, TableError> {
    let table = Table::read(text)?;
    let [lemma, form, tag] = table.columns(["lemma", "form", "tag"])?;
    let rows = table.rows().filter_map(|row| {
        let xpos = row.get(tag).parse().ok()?;
        Some(VerbForm { lemma: row.get(lemma).to_owned(), form: row.get(form).to_owned(), xpos })
    });
    Ok(rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_is_a_form() {
        let forms = read_verb_forms("lemma\tform\ttag\nmeet\tmet\tVBD\nmeet\tmet\tWHAT\n").unwrap();
        assert_eq!((forms.len(), forms[0].lemma.as_str(), forms[0].xpos.as_str()), (1, "meet", "VBD"));
        assert!(read_verb_forms("lemma\tform\n").is_err());
    }
}
