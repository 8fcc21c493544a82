//! All that the program knows of one language, as data.

use std::sync::{Arc, LazyLock};

use super::calendar::Calendar;
use super::class::Class;
use super::currencies::Currencies;
use super::error::LanguageError;
use super::numbers::Numbers;
use super::pronouns::Pronouns;
use super::spellings::Spellings;
use super::table_file::PackFiles;
use super::word_classes::WordClasses;

/// The files of the English pack by name.
const ENGLISH: [(&str, &str); 9] = [
    ("calendar.toml", include_str!("en/calendar.toml")),
    ("classes.toml", include_str!("en/classes.toml")),
    ("currencies.tsv", include_str!("en/currencies.tsv")),
    ("head_nouns.tsv", include_str!("en/head_nouns.tsv")),
    ("numbers.toml", include_str!("en/numbers.toml")),
    ("people.txt", include_str!("en/people.txt")),
    ("pronouns.toml", include_str!("en/pronouns.toml")),
    ("spellings.toml", include_str!("en/spellings.toml")),
    ("titles.tsv", include_str!("en/titles.tsv")),
];

/// The words and spellings of one language.
///
/// A pack is a folder of tables. `docs/language.md` says what it must hold.
#[derive(Debug, Clone, Default)]
pub struct LanguagePack {
    classes: WordClasses,
    pronouns: Pronouns,
    numbers: Numbers,
    calendar: Calendar,
    currencies: Currencies,
    spellings: Spellings,
    /// `titles.tsv`, which the lexicon reads.
    titles: String,
    /// `head_nouns.tsv`, which the lexicon reads.
    head_nouns: String,
}

impl LanguagePack {
    /// The pack that ships with the program: English.
    ///
    /// # Panics
    /// If the shipped files are broken, which a test excludes.
    #[must_use]
    pub fn shipped() -> Arc<Self> {
        static SHIPPED: LazyLock<Arc<LanguagePack>> =
            LazyLock::new(|| Arc::new(LanguagePack::read(&ENGLISH).expect("the shipped pack is tested")));
        SHIPPED.clone()
    }

    /// Reads a pack from its files, each with its name and contents.
    ///
    /// # Errors
    /// [`LanguageError`], naming the file and what is wrong with it.
    pub fn read(files: &[(&str, &str)]) -> Result<Self, LanguageError> {
        let files = PackFiles(files);
        let calendar: Calendar = files.table("calendar.toml")?;
        let mut classes = WordClasses::read("classes.toml", files.text("classes.toml")?)?;
        classes.extend(Class::Calendar.name(), calendar.names().cloned());
        classes.extend(Class::People.name(), files.text("people.txt")?.lines().map(str::to_owned));
        Ok(Self {
            classes,
            calendar,
            pronouns: files.table("pronouns.toml")?,
            numbers: files.table("numbers.toml")?,
            spellings: files.table("spellings.toml")?,
            currencies: Currencies::read(files.text("currencies.tsv")?),
            titles: files.text("titles.tsv")?.to_owned(),
            head_nouns: files.text("head_nouns.tsv")?.to_owned(),
        })
    }

    /// The word classes.
    #[must_use]
    pub fn classes(&self) -> &WordClasses {
        &self.classes
    }

    /// Whether the word, in small letters, is in the class.
    pub(crate) fn is(&self, class: Class, lower_word: &str) -> bool {
        self.classes.is(class, lower_word)
    }

    /// Whether the word, in small letters, ends in one of the endings of the class.
    pub(crate) fn has_ending(&self, class: Class, lower_word: &str) -> bool {
        self.classes.words(class).iter().any(|ending| lower_word.ends_with(ending.as_str()))
    }

    /// The word without the ending of a possessor: "Peru" of "Peru's".
    pub(crate) fn without_possessive<'w>(&self, word: &'w str) -> &'w str {
        let ending = word.rfind(['\'', '’']).filter(|&at| {
            let letters = word[at..].trim_start_matches(['\'', '’']);
            self.is(Class::Possessive, &format!("'{letters}"))
        });
        ending.map_or(word, |at| &word[..at])
    }

    /// Pronouns that stand for somebody or something.
    pub(crate) fn pronouns(&self) -> &Pronouns {
        &self.pronouns
    }

    /// Number words.
    pub(crate) fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// Days, months and units of time.
    pub(crate) fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Spellings of words in names.
    pub(crate) fn spellings(&self) -> &Spellings {
        &self.spellings
    }

    /// What currencies are called.
    pub(crate) fn currencies(&self) -> &Currencies {
        &self.currencies
    }

    /// The table of titles, divided by tabs.
    pub(crate) fn titles(&self) -> &str {
        &self.titles
    }

    /// The table of head nouns, divided by tabs.
    pub(crate) fn head_nouns(&self) -> &str {
        &self.head_nouns
    }
}

/// The text of a file of the shipped pack.
pub(crate) fn shipped_file(name: &str) -> Option<&'static str> {
    ENGLISH.iter().find(|(file, _)| *file == name).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(replaced: &str, from: &str, to: &str) -> String {
        let change = |(name, text): &(&str, &str)| {
            let text = if *name == replaced { text.replace(from, to) } else { (*text).to_owned() };
            ((*name).to_owned(), text)
        };
        let files: Vec<(String, String)> = ENGLISH.iter().map(change).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        LanguagePack::read(&files).unwrap_err().to_string()
    }

    #[test]
    fn a_pack_without_one_of_its_files_is_refused() {
        for (missing, _) in ENGLISH {
            let files: Vec<(&str, &str)> = ENGLISH.into_iter().filter(|(name, _)| *name != missing).collect();
            let found = LanguagePack::read(&files).unwrap_err().to_string();
            assert_eq!(found, format!("{missing}: the language pack has no such file"));
        }
    }

    #[test]
    fn a_broken_table_is_named_with_its_place() {
        let found = error("calendar.toml", "sunday = 7", "sunday = 9");
        assert!(found.starts_with("calendar.toml: "), "{found}");
        let found = error("pronouns.toml", "gender = \"male\"\n", "");
        assert!(found.contains("the pronouns [\"he\", \"him\", \"his\"] need a gender"), "{found}");
        let found = error("numbers.toml", "[collectives]", "[collective]");
        assert!(found.contains("unknown field `collective`"), "{found}");
    }

    #[test]
    fn months_and_days_are_words_of_the_calendar() {
        let pack = LanguagePack::shipped();
        assert!(["friday", "sept", "oct", "easter"].iter().all(|word| pack.is(Class::Calendar, word)));
    }
}
