//! Knows who held the high offices of states.
//!
//! The list is one witness: an article must name the country itself before a holder belongs to it.

use std::collections::{BTreeSet, HashMap};

use super::table::plain_rows;
use crate::text::fold;

/// How the first offices of a state are called in the table.
const HEAD: &str = "head of";

/// Persons who held offices of states, by the first and the last word of their folded names.
#[derive(Debug, Default, Clone)]
pub(super) struct OfficeHolders {
    by_word: HashMap<String, Vec<Holder>>,
}

#[derive(Debug, Clone)]
struct Holder {
    /// The folded words of the name.
    words: Vec<String>,
    /// The usual name of the country.
    country: String,
    /// Whether the office is the first or second of the state: "head of state", "head of government".
    is_head: bool,
}

impl OfficeHolders {
    /// Reads a table of countries, offices and names; `countries` has the usual name of each country by its code.
    pub(super) fn read(text: &str, countries: &HashMap<&str, &str>) -> Self {
        let mut holders = Self::default();
        for row in plain_rows(text) {
            let [code, office, names] = row[..] else { continue };
            let Some(country) = countries.get(code) else { continue };
            let is_head = office.starts_with(HEAD);
            for name in names.split([';', '|']) {
                holders.add(Holder { words: words_of(name), country: (*country).to_owned(), is_head });
            }
        }
        holders
    }

    fn add(&mut self, holder: Holder) {
        let keys: BTreeSet<&String> = holder.words.first().into_iter().chain(holder.words.last()).collect();
        for key in keys {
            self.by_word.entry(key.clone()).or_default().push(holder.clone());
        }
    }

    /// The countries in which a person with this name held an office of the state. A name of one word stands for the
    /// heads of states and governments only: many ministers share a surname.
    pub(super) fn countries_of(&self, name: &str) -> BTreeSet<&str> {
        let words = words_of(name);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return BTreeSet::new() };
        let listed = self.by_word.get(last).into_iter().flatten();
        let is_it = |holder: &&Holder| match words.len() {
            1 => holder.is_head,
            _ => holder.words.first() == Some(first) && holder.words.last() == Some(last),
        };
        listed.filter(is_it).map(|holder| holder.country.as_str()).collect()
    }
}

fn words_of(name: &str) -> Vec<String> {
    fold(name).split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holders() -> OfficeHolders {
        let text =
            "country\toffice\tnames\nXA\thead of state\tAna B. Quispe|Anna Quispe;Li Wen\nXB\tforeign\tIvo Kask\n";
        OfficeHolders::read(text, &[("XA", "XA"), ("XB", "XB")].into())
    }

    #[test]
    fn a_holder_is_known_by_first_and_last_name() {
        let holders = holders();
        let found = |name| holders.countries_of(name).into_iter().collect::<Vec<_>>();
        assert_eq!(found("Ana Quispe"), ["XA"]);
        assert_eq!(found("Ivo Kask"), ["XB"]);
        assert!(found("Rosa Quispe").is_empty());
    }

    #[test]
    fn one_word_stands_for_heads_of_states_only() {
        let holders = holders();
        assert!(holders.countries_of("Quispe").contains("XA"));
        assert!(holders.countries_of("Li").contains("XA"), "a family name may come first");
        assert!(holders.countries_of("Kask").is_empty());
    }
}
