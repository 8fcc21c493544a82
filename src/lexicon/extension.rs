//! Adds a user's own lexicon file to the lexicon.

use super::known_name::{KnownName, NameForm};
use super::lookup::{Lexicon, lower_phrase, phrase};
use super::table::{Columns, LexiconError, Row, Table};
use super::title::Title;
use crate::ontology::Ontology;

/// Names of particular entities.
const NAMES: Columns = Columns { names: &["name", "type", "acronyms", "aliases", "demonyms", "iso3166"], required: 2 };

/// Titles of persons. An office is a position that a person holds.
const TITLES: Columns = Columns { names: &["title", "kind", "variants"], required: 2 };

/// Head nouns, which give a type to the names that end with them.
const HEAD_NOUNS: Columns = Columns { names: &["noun", "type", "plural"], required: 2 };

/// The kinds of titles.
const TITLE_KINDS: [&str; 2] = ["office", "rank"];

impl Lexicon {
    /// Adds the list in `text`, the contents of the file at `path`.
    ///
    /// The list is a tab-separated table. The columns named in its first line show what it contains: names (`name`,
    /// `type`, and optionally `acronyms`, `aliases`, `demonyms`, `iso3166`), titles (`title`, `kind` = `office` or
    /// `rank`, and optionally `variants`) or head nouns (`noun`, `type`, and optionally `plural`). Several values in
    /// one field are separated by `;`. Lines with `#` are comments. The user's list takes precedence over the shipped
    /// lists.
    ///
    /// # Errors
    /// [`LexiconError`] with the path, line and cause; the lexicon then stays unchanged.
    ///
    /// # Example
    /// ```
    /// use whomet::lexicon::Lexicon;
    /// use whomet::ontology::Ontology;
    ///
    /// let mut lexicon = Lexicon::shipped().clone();
    /// let list = "name\ttype\tacronyms\nTartu River Police\tagency\tTRP\n";
    /// lexicon.extend("mine.tsv", list, Ontology::shipped())?;
    /// # Ok::<(), whomet::lexicon::LexiconError>(())
    /// ```
    pub fn extend(&mut self, path: &str, text: &str, ontology: &Ontology) -> Result<(), LexiconError> {
        let table = Table::read(path, text)?;
        let mut extended = self.clone();
        if table.has_column("title") {
            table.check(TITLES)?;
            table.rows().try_for_each(|row| extended.add_titles(row))?;
        } else if table.has_column("noun") {
            table.check(HEAD_NOUNS)?;
            table.rows().try_for_each(|row| extended.add_head_noun(row, ontology))?;
        } else {
            table.check(NAMES)?;
            table.rows().try_for_each(|row| extended.add_names(row, ontology))?;
        }
        *self = extended;
        Ok(())
    }

    fn add_names(&mut self, row: Row<'_>, ontology: &Ontology) -> Result<(), LexiconError> {
        let name = row.require("name")?;
        let iso3166 = Some(row.get("iso3166")).filter(|code| !code.is_empty()).map(str::to_owned);
        let entity_type = entity_type(row, ontology)?;
        let known = |form| KnownName {
            canonical: name.to_owned(),
            entity_type,
            form,
            iso3166: iso3166.clone(),
            capital_of: None,
            list: "own",
        };
        for alias in [name].into_iter().chain(row.list("aliases")) {
            self.replace_name(alias, known(NameForm::Name));
        }
        row.list("acronyms").for_each(|acronym| self.replace_name(acronym, known(NameForm::Acronym)));
        row.list("demonyms").for_each(|demonym| self.replace_name(demonym, known(NameForm::Demonym)));
        Ok(())
    }

    /// Gives `name` this single meaning, because the user knows best what it means in these articles.
    fn replace_name(&mut self, name: &str, known: KnownName) {
        let words = phrase(name);
        if !words.is_empty() {
            *self.names.entry(words, Vec::new) = vec![known];
        }
    }

    fn add_titles(&mut self, row: Row<'_>) -> Result<(), LexiconError> {
        let title = row.require("title")?;
        let kind = row.require("kind")?;
        if !TITLE_KINDS.contains(&kind) {
            return Err(row.unknown("kind", &TITLE_KINDS));
        }
        for form in [title].into_iter().chain(row.list("variants")) {
            *self.titles.entry(lower_phrase(form), || Title { is_office: false }) =
                Title { is_office: kind == "office" };
        }
        Ok(())
    }

    fn add_head_noun(&mut self, row: Row<'_>, ontology: &Ontology) -> Result<(), LexiconError> {
        let noun = row.require("noun")?;
        let entity_type = entity_type(row, ontology)?;
        for form in [noun].into_iter().chain(row.list("plural")) {
            *self.head_nouns.entry(lower_phrase(form), || entity_type) = entity_type;
        }
        Ok(())
    }
}

pub(super) fn entity_type(row: Row<'_>, ontology: &Ontology) -> Result<crate::ontology::EntityType, LexiconError> {
    let name = row.require("type")?;
    let known: Vec<&str> = ontology.entities.iter().map(|class| class.name.as_str()).collect();
    ontology.entity(name).map(|class| class.name).ok_or_else(|| row.unknown("type", &known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        Lexicon::shipped().clone().extend("mine.tsv", text, Ontology::shipped()).unwrap_err().to_string()
    }

    #[test]
    fn broken_files_are_named_with_line_and_reason() {
        let table = [
            (
                "name\ttyp\nA\tagency",
                "mine.tsv:1: unknown column \"typ\", did you mean \"type\"?; expected name, type,",
            ),
            ("name\nA", "mine.tsv:1: no column \"type\"; expected the columns name, type,"),
            ("name\ttype\n\nA\tagancy", "mine.tsv:3: unknown type \"agancy\", did you mean \"agency\"?"),
            ("name\ttype\nA\tagency\tx", "mine.tsv:2: 3 fields in this row, but 2 columns in the first line"),
            ("name\ttype\n\tagency", "mine.tsv:2: no name; every row needs one"),
            ("title\tkind\nGrand Poet\tofice", "mine.tsv:2: unknown kind \"ofice\", did you mean \"office\"?"),
            ("", "mine.tsv:1: unknown column \"\""),
        ];
        for (text, expected) in table {
            let found = error(text);
            assert!(found.starts_with(expected), "{found}");
        }
    }

    #[test]
    fn what_the_user_says_goes_before_the_shipped_lists() {
        let mut lexicon = Lexicon::shipped().clone();
        lexicon
            .extend("mine.tsv", "name\ttype\tacronyms\nAsian Data Board\torganization\tADB", Ontology::shipped())
            .unwrap();
        let (_, meanings) = lexicon.known_name(&["ADB"]).unwrap();
        assert_eq!(meanings.iter().map(|meaning| meaning.canonical.as_str()).collect::<Vec<_>>(), ["Asian Data Board"]);
    }
}
