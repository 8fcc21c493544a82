//! The names of countries: a country that an article names only by its adjective is still that country.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::written_names::normalized;
use crate::lexicon::shipped_list;
use crate::table::{Row, Table};

/// What is expected of the list of countries.
const COLUMNS: &str = "the list of countries is a table with these columns";

/// All names, adjectives and words for the people of the countries with this name, in their normalized form.
pub(super) fn names_of_country(name: &str) -> Option<&'static BTreeSet<String>> {
    static NAMES: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(names_by_name);
    NAMES.get(name)
}

fn names_by_name() -> BTreeMap<String, BTreeSet<String>> {
    let table = Table::read(shipped_list("countries.tsv").expect(COLUMNS)).expect(COLUMNS);
    let columns = table.columns(["name", "official", "aliases", "adjectives", "persons"]).expect(COLUMNS);
    let names = |row: Row<'static>| -> BTreeSet<String> {
        let fields = columns.into_iter().flat_map(|column| row.get(column).split([';', '/']));
        fields.filter(|name| !name.trim().is_empty()).map(normalized).collect()
    };
    let mut by_name: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for names in table.rows().map(names) {
        for name in &names {
            by_name.entry(name.clone()).or_default().extend(names.iter().cloned());
        }
    }
    by_name
}
