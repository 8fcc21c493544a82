//! How well a name fits what somebody typed.

use super::plain::plain;

/// How well a name fits what was typed, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the id.
    Id,
    /// It is the whole name.
    Whole,
    /// All words typed are words of the name.
    Words,
    /// All words typed begin words of the name.
    Beginning,
    /// All words typed look like words of the name.
    Spelling,
}

/// Minimum similarity (Jaro-Winkler) of a typed word and a word of a name that may be meant: "Tamsoo" for "Tammsoo".
const MIN_ALIKE: f64 = 0.9;

/// Minimum letters of the beginning of a word, so that an initial does not find everybody.
const MIN_BEGINNING: usize = 3;

/// A name as somebody typed it. Case, diacritics and punctuation do not matter.
pub(crate) struct WantedName {
    words: Vec<String>,
    /// The words after a title.
    untitled: Vec<String>,
}

impl WantedName {
    /// The name `typed`; `title_length` says how many words at its beginning, in small letters, are a title.
    pub(crate) fn new(typed: &str, title_length: impl Fn(&[&str]) -> usize) -> Self {
        let lower: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
        let mut rest: Vec<&str> = lower.iter().map(String::as_str).collect();
        loop {
            let length = title_length(&rest);
            if length == 0 || length >= rest.len() {
                break;
            }
            rest.drain(..length);
        }
        let words = |text: &str| plain(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { words: words(typed), untitled: words(&rest.join(" ")) }
    }

    /// The words as typed, and without the title if there is one.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &[String]> {
        let untitled = (self.untitled != self.words).then_some(self.untitled.as_slice());
        std::iter::once(self.words.as_slice()).chain(untitled)
    }

    /// How well one of these names fits; none if no name does.
    pub(crate) fn fit<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Option<Fit> {
        let names: Vec<Vec<String>> =
            names.into_iter().map(|name| plain(name).split(' ').map(str::to_owned).collect()).collect();
        let readings = || self.readings().filter(|words| !words.is_empty());
        let fits = names.iter().flat_map(|name| readings().filter_map(|words| fit(words, name)));
        fits.min()
    }
}

/// How well a name fits typed words.
fn fit(typed: &[String], name: &[String]) -> Option<Fit> {
    let all = |is_like: &dyn Fn(&str, &str) -> bool| {
        typed.iter().all(|typed| name.iter().any(|word| is_like(typed.as_str(), word.as_str())))
    };
    if typed == name || typed.concat() == name.concat() {
        // Of a name with one word, the whole says no more than its word.
        return Some(if typed.len() == 1 && name.len() == 1 { Fit::Words } else { Fit::Whole });
    }
    if all(&|typed, word| typed == word) {
        return Some(Fit::Words);
    }
    if all(&begins) {
        return Some(Fit::Beginning);
    }
    all(&is_alike).then_some(Fit::Spelling)
}

/// Whether a typed word is the beginning of a word.
fn begins(typed: &str, word: &str) -> bool {
    typed == word || (typed.chars().count() >= MIN_BEGINNING && word.starts_with(typed))
}

/// Whether a typed word looks like a word.
pub(crate) fn is_alike(typed: &str, word: &str) -> bool {
    typed == word || (typed.chars().count() > MIN_BEGINNING && strsim::jaro_winkler(typed, word) >= MIN_ALIKE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit_of(typed: &str, name: &str) -> Option<Fit> {
        let titles = |words: &[&str]| usize::from(words[0] == "minister");
        WantedName::new(typed, titles).fit([name])
    }

    #[test]
    fn names_fit_by_whole_words_beginnings_and_spelling() {
        let table = [
            ("kaarel juri tammsoo", Some(Fit::Whole)),
            ("Tammsoo, KAAREL", Some(Fit::Words)),
            ("Minister Tammsoo", Some(Fit::Words)),
            ("tamm", Some(Fit::Beginning)),
            ("Tamsoo", Some(Fit::Spelling)),
            ("Quispe", None),
            ("kaarel quispe", None),
            (" - ", None),
        ];
        for (typed, expected) in table {
            assert_eq!(fit_of(typed, "Kaarel Jüri Tammsoo"), expected, "{typed}");
        }
    }

    #[test]
    fn a_lone_name_hides_no_longer_one() {
        assert_eq!(fit_of("abbas", "Abbas"), fit_of("abbas", "Mahmud Abbas"));
    }

    #[test]
    fn words_written_together_are_the_same_name() {
        assert_eq!(fit_of("Abdul Rahman", "Abdulrahman"), Some(Fit::Whole));
    }
}
