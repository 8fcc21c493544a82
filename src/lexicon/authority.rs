//! Adds a user's own list of entities with their ids, and looks up entities in it.

use super::authority_record::AuthorityRecord;
use super::extension;
use super::lookup::Lexicon;
use super::table::{LexiconError, Row, Table};
use crate::ontology::{EntityType, Ontology};
use crate::text::fold;

/// The columns with a fixed meaning; all others are kept as they are.
const COLUMNS: [&str; 5] = ["id", "name", "type", "aliases", "country"];

impl Lexicon {
    /// Adds an authority list: a tab-separated table with the columns `id`, `name`, `type`, and optionally `aliases`
    /// (separated by `;`), `country` (code or name) and any others (`wikidata` ...), which are copied to nodes.
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
    /// let list = "id\tname\ttype\taliases\twikidata\np1\tMoana Tui\tperson\tM. Tui\tQ1\n";
    /// lexicon.add_authority("people.tsv", list, Ontology::shipped())?;
    /// # Ok::<(), whomet::lexicon::LexiconError>(())
    /// ```
    pub fn add_authority(&mut self, path: &str, text: &str, ontology: &Ontology) -> Result<(), LexiconError> {
        let table = Table::read(path, text)?;
        table.check_needed(&COLUMNS, 3)?;
        let mut authority = self.authority.clone();
        for row in table.rows() {
            let record = self.authority_record(row, ontology)?;
            let at = authority.records.len();
            for name in [row.require("name")?].into_iter().chain(row.list("aliases")) {
                let bearers = authority.by_name.entry((record.entity_type, fold(name))).or_default();
                if bearers.last() != Some(&at) {
                    bearers.push(at);
                }
            }
            authority.records.push(record);
        }
        self.authority = authority;
        Ok(())
    }

    fn authority_record(&self, row: Row<'_>, ontology: &Ontology) -> Result<AuthorityRecord, LexiconError> {
        let others = row.table_columns().filter(|column| !COLUMNS[2..].contains(column));
        let fields = others.map(|column| (column.to_owned(), row.get(column).to_owned()));
        let country = row.get("country");
        let named = || self.land(&country.split(' ').collect::<Vec<_>>()).map(|(_, code)| code);
        let is_code = country.len() == 2 && country.chars().all(|c| c.is_ascii_alphabetic());
        let land = if is_code { Some(country) } else { named() };
        if !country.is_empty() && land.is_none() {
            return Err(row.unknown("country", &[]));
        }
        Ok(AuthorityRecord {
            id: row.require("id")?.to_owned(),
            entity_type: extension::entity_type(row, ontology)?,
            land: land.map(str::to_lowercase),
            fields: fields.filter(|(_, value)| !value.is_empty()).collect(),
        })
    }

    /// The only record with this type and name, ignoring records of a country other than `land`; `None` if several
    /// fit.
    pub(crate) fn authority_for(
        &self,
        entity_type: EntityType,
        name: &str,
        land: Option<&str>,
    ) -> Option<&AuthorityRecord> {
        let bearers = self.authority.by_name.get(&(entity_type, fold(name)))?;
        let fits = |record: &&AuthorityRecord| match (&record.land, land) {
            (Some(theirs), Some(land)) => theirs == land,
            _ => true,
        };
        let mut fitting = bearers.iter().map(|&at| &self.authority.records[at]).filter(fits);
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// The record of an authority list with this id.
    pub(crate) fn authority(&self, id: &str) -> Option<&AuthorityRecord> {
        self.authority.records.iter().find(|record| record.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(list: &str) -> Result<Lexicon, String> {
        let mut lexicon = Lexicon::shipped().clone();
        let added = lexicon.add_authority("a.tsv", list, Ontology::shipped());
        added.map(|()| lexicon).map_err(|error| error.to_string())
    }

    #[test]
    fn a_name_that_one_thing_bears_finds_it() {
        let list = "id\tname\ttype\taliases\tcountry\twikidata\n\
                    a1\tHealth Ministry\tagency\tMinistry of Health\tPeru\tQ1\n\
                    a2\tHealth Ministry\tagency\t\tNP\t\n";
        let lexicon = with(list).unwrap();
        let find =
            |land| lexicon.authority_for(EntityType::AGENCY, "health ministry", land).map(|found| found.id.as_str());
        assert_eq!(
            (find(Some("pe")), find(Some("np")), find(None), find(Some("fj"))),
            (Some("a1"), Some("a2"), None, None)
        );
        let alias = lexicon.authority_for(EntityType::AGENCY, "Ministry of Health", None).unwrap();
        assert_eq!(alias.fields["wikidata"], "Q1");
        assert!(lexicon.authority_for(EntityType::PERSON, "Health Ministry", None).is_none());
    }

    #[test]
    fn broken_lists_are_named_with_line_and_reason() {
        for (list, expected) in [
            ("name\ttype\nA\tagency", "a.tsv:1: no column \"id\""),
            ("id\tname\ttype\nx\tA\tagancy", "a.tsv:2: unknown type \"agancy\", did you mean \"agency\"?"),
            ("id\tname\ttype\n\tA\tagency", "a.tsv:2: no id; every row needs one"),
            ("id\tname\ttype\tcountry\nx\tA\tagency\tPeruvia", "a.tsv:2: unknown country \"Peruvia\""),
        ] {
            let found = with(list).map(drop).unwrap_err();
            assert!(found.starts_with(expected), "{found}");
        }
    }
}
