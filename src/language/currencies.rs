//! What currencies are called.

use std::collections::HashMap;

/// The table `currencies.tsv`. A value of `None` is shared by several currencies.
#[derive(Debug, Clone, Default)]
pub(crate) struct Currencies {
    /// By sign, as it is written.
    signs: HashMap<String, Option<String>>,
    /// By words in small letters, without full stops.
    words: HashMap<String, Option<String>>,
}

impl Currencies {
    /// Reads a table divided by tabs with the columns code, words and signs; several words or signs are divided by ";".
    pub(super) fn read(text: &str) -> Self {
        let mut currencies = Self::default();
        for row in text.lines().skip(1).filter(|row| !row.starts_with('#')) {
            let mut fields = row.split('\t');
            let code = fields.next().filter(|code| !code.is_empty());
            let mut list = || fields.next().unwrap_or_default().split(';').filter(|form| !form.is_empty());
            let owned = || code.map(str::to_owned);
            currencies.words.extend(list().map(|form| (form.to_lowercase(), owned())));
            currencies.signs.extend(list().map(|sign| (sign.to_owned(), owned())));
            currencies.words.extend(code.map(|code| (code.to_lowercase(), owned())));
        }
        currencies
    }

    /// The code of the currency with this sign; `Some(None)` if several share it.
    pub(crate) fn sign(&self, sign: &str) -> Option<Option<&str>> {
        self.signs.get(sign).map(Option::as_deref)
    }

    /// The code of the currency with this name, which is in small letters without full stops.
    pub(crate) fn name(&self, name: &str) -> Option<Option<&str>> {
        self.words.get(name).map(Option::as_deref)
    }

    /// The code that these capitals are.
    pub(crate) fn code(&self, word: &str) -> Option<&str> {
        self.name(&word.to_lowercase()).flatten().filter(|code| *code == word)
    }
}
