//! Finds sums of money and counts of people and things in a sentence.

use super::numbers::{read_number, read_short_number};
use super::times::times_in;
use crate::analysis::{AnalyzedDocument, Deprel, Sentence, TokenId, Upos};
use crate::language::{Approximations, Class, Currencies, LanguagePack, Numbers};
use crate::lexicon::{Lexicon, SentenceView};
use crate::span::Span;

/// How exact a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Accuracy {
    /// The text does not qualify it.
    Exact,
    /// "Some 300", "about 300", "nearly 300".
    About,
    /// "More than 300", "at least 300".
    AtLeast,
    /// "Up to 300", "less than 300".
    AtMost,
}

/// What an amount is an amount of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AmountKind {
    /// A sum of money.
    Money {
        /// The ISO 4217 code, if the text says which currency; `None` for the ambiguous "$" or "shillings".
        currency: Option<String>,
        /// The sign, code or words in the text: "$", "Kenyan shillings".
        written: String,
    },
    /// People or things.
    Count {
        /// The counted noun.
        noun: TokenId,
        /// Its lemma: "officer".
        lemma: String,
    },
}

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Amount {
    /// From the number or sign to the unit or noun, without "some" or "more than".
    pub tokens: Span<TokenId>,
    /// The number multiplied by its scale, such as "million".
    pub value: f64,
    /// How exact it is.
    pub accuracy: Accuracy,
    /// Money, or what is counted.
    pub kind: AmountKind,
}

/// Finds the amounts in a sentence of `document`, in text order, without overlap.
///
/// Amounts whose value or noun is unclear are not found: "dozens of boats", "several officers", "the 2013 elections"
/// (possibly a year), and percentages. [`find_times`](super::find_times) finds times and durations.
///
/// # Complexity
/// Linear in the number of tokens.
///
/// # Example
/// ```
/// use whomet::analysis::Analyzer;
/// use whomet::document::Document;
/// use whomet::lexicon::Lexicon;
/// use whomet::quantity::{AmountKind, find_amounts};
///
/// let document = Analyzer::shipped().analyze(Document::from_text("a", "Tonga received €2.5 million from Estonia."));
/// let amounts = find_amounts(&document, &document.sentences[0], Lexicon::shipped());
/// assert_eq!(amounts[0].value, 2_500_000.0);
/// assert_eq!(amounts[0].kind, AmountKind::Money { currency: Some("EUR".into()), written: "€".into() });
/// ```
#[must_use]
pub fn find_amounts(document: &AnalyzedDocument, sentence: &Sentence, lexicon: &Lexicon) -> Vec<Amount> {
    amounts_in(&SentenceView::new(document, sentence, lexicon), lexicon)
}

pub(crate) fn amounts_in(view: &SentenceView<'_>, lexicon: &Lexicon) -> Vec<Amount> {
    let times: Vec<Span<TokenId>> = times_in(view, lexicon, None).iter().map(|time| time.tokens).collect();
    let is_time = |at: usize| times.iter().any(|time| time.range().contains(&at));
    let mut found: Vec<Amount> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        match amount_at(view, lexicon, at).filter(|_| !is_time(at)) {
            Some(amount) => {
                at = amount.tokens.end();
                found.push(amount);
            }
            None => at += 1,
        }
    }
    found
}

fn amount_at(view: &SentenceView<'_>, lexicon: &Lexicon, at: usize) -> Option<Amount> {
    let language = lexicon.language();
    money_behind_sign(view, language, at).or_else(|| {
        let (value, length) = read_number(&view.lower_from(at, 8), language.numbers())?;
        money_before_word(view, language, at, value, length).or_else(|| count(view, language, at, value, length))
    })
}

/// "$5 million", "US$3.5bn", "US $300", "KES 3,000".
fn money_behind_sign(view: &SentenceView<'_>, language: &LanguagePack, at: usize) -> Option<Amount> {
    // In "paid the US $300", "US" may not belong to the sign.
    let is_divided = view.lower_at(Some(at + 1)) == "$" && !view.is(Class::DefiniteArticle, at.checked_sub(1));
    let country = view.words[at].replace('.', "");
    let currencies = language.currencies();
    let divided = is_divided.then(|| currencies.sign(&format!("{country}$"))).flatten();
    let (currency, number) = match divided {
        Some(currency) => (currency, at + 2),
        None => {
            let word = &view.words[at];
            (currencies.sign(word).or_else(|| currencies.code(word).map(Some))?, at + 1)
        }
    };
    let (value, length) = money_number(view, language.numbers(), number)?;
    let written = view.words[at..number].concat();
    // "COP 27" is a conference, so a code needs a large value: most codes have other meanings too.
    let is_plain = currencies.sign(&written).is_some() || divided.is_some() || value >= 1000.0;
    let kind = AmountKind::Money { currency: currency.map(str::to_owned), written };
    let tokens = Span::new(at, number + length);
    is_plain.then(|| Amount { tokens, value, accuracy: accuracy(view, language, at), kind })
}

/// "5 million", "3.5bn", "5-million".
fn money_number(view: &SentenceView<'_>, numbers: &Numbers, at: usize) -> Option<(f64, usize)> {
    if let Some(value) = view.lower.get(at).and_then(|word| read_short_number(word, numbers)) {
        return Some((value, 1));
    }
    let lower = view.lower_from(at.min(view.len()), 8);
    if lower.get(1) != Some(&"-") {
        return read_number(&lower, numbers);
    }
    let without_hyphen: Vec<&str> = lower.iter().copied().filter(|word| *word != "-").collect();
    let (value, length) = read_number(&without_hyphen, numbers)?;
    Some((value, length + usize::from(length > 1)))
}

/// "5 million euros", "50 million Kenyan shillings", "3,000 USD".
fn money_before_word(
    view: &SentenceView<'_>,
    language: &LanguagePack,
    at: usize,
    value: f64,
    length: usize,
) -> Option<Amount> {
    let start = at + length;
    let (currency, words) = currency_at(view, language.currencies(), start)?;
    let written = view.words[start..start + words].join(" ");
    let kind = AmountKind::Money { currency: currency.map(str::to_owned), written };
    Some(Amount { tokens: Span::new(at, start + words), value, accuracy: accuracy(view, language, at), kind })
}

/// "45 officers", "5,000 Tongan police officers", "a 45-member team".
fn count(view: &SentenceView<'_>, language: &LanguagePack, at: usize, value: f64, length: usize) -> Option<Amount> {
    let last = at + length - 1;
    let is_spelled_year = length == 1 && crate::date::read_year(&view.words[at]).is_some();
    let before = view.lower_at(at.checked_sub(1));
    // "Apollo 11 astronauts", "No. 2 producer", "COVID-19 patients".
    let names_something = at > 0
        && ((view.is_name_word[at - 1] && !view.opens_sentence(at - 1))
            || view.is(Class::Numbered, at - 1)
            || matches!(before, "-" | "'" | "/"));
    if is_spelled_year || names_something || view.upos_at(last) == Some(Upos::Det) {
        return None;
    }
    let noun = noun_of(view, last)?;
    let lemma = view.lemma_at(Some(noun)).to_lowercase();
    let is_counted = !language.is(Class::TimeUnit, &lemma) && !language.is(Class::ShareUnit, &lemma);
    let id = TokenId::new(noun);
    is_counted.then(|| Amount {
        tokens: Span::new(at, noun + 1),
        value,
        accuracy: accuracy(view, language, at),
        kind: AmountKind::Count { noun: id, lemma },
    })
}

/// The noun that the number ending at `last` counts.
fn noun_of(view: &SentenceView<'_>, last: usize) -> Option<usize> {
    let is_noun = |at: usize| view.upos_at(at) == Some(Upos::Noun) && view.words[at].starts_with(char::is_lowercase);
    if view.lower_at(Some(last + 1)) == "-" {
        let noun = last + 2;
        return (noun < view.len() && is_noun(noun) && view.lemma_is(Class::Member, noun)).then_some(noun);
    }
    let (deprel, head) = view.dependency(last)?;
    // All words between number and noun must modify the noun, so that no other noun phrase comes between.
    let is_described = (last + 1..head).all(|at| {
        let is_modifier = matches!(view.upos_at(at), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb));
        is_modifier && view.lower[at] != ","
    });
    // The parser may stop at the first of two nouns: "two cabinet ministers".
    let noun = (head..view.len()).take_while(|&at| is_noun(at)).last()?;
    (deprel == Deprel::Nummod && head > last && is_described && view.words[noun].len() > 1).then_some(noun)
}

/// The accuracy of the number at `at`, according to the longest phrase before it.
fn accuracy(view: &SentenceView<'_>, language: &LanguagePack, at: usize) -> Accuracy {
    let Approximations { at_least, at_most, about } = &language.numbers().approximations;
    let kinds = [(at_least, Accuracy::AtLeast), (at_most, Accuracy::AtMost), (about, Accuracy::About)];
    let phrases =
        kinds.into_iter().flat_map(|(phrases, accuracy)| phrases.iter().map(move |phrase| (phrase, accuracy)));
    let ends = |phrase: &str| {
        let mut before = view.lower[..at].iter().rev();
        phrase.rsplit(' ').all(|word| before.next().is_some_and(|other| other == word))
    };
    let longest = phrases.filter(|(phrase, _)| ends(phrase)).max_by_key(|(phrase, _)| phrase.split(' ').count());
    longest.map_or(Accuracy::Exact, |(_, accuracy)| accuracy)
}

/// The maximum number of words in the name of a currency: "West African CFA francs".
const MAX_WORDS: usize = 4;

/// The longest currency name at the token `at`: its code, unless several currencies share the name, and its length.
fn currency_at<'l>(view: &SentenceView<'_>, currencies: &'l Currencies, at: usize) -> Option<(Option<&'l str>, usize)> {
    (1..=MAX_WORDS.min(view.len().saturating_sub(at))).rev().find_map(|length| {
        let name = view.lower[at..at + length].join(" ").replace('.', "");
        let singular = name.strip_suffix('s').unwrap_or(&name);
        let found = currencies.name(&name).or_else(|| currencies.name(singular))?;
        // "5 all" does not mean Albanian leks, because codes are written in capitals.
        let is_code = found.is_some_and(|code| code.eq_ignore_ascii_case(&name)) && length == 1;
        (!is_code || currencies.code(&view.words[at]).is_some()).then_some((found, length))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analyzer;
    use crate::document::Document;

    /// The amounts in `text`, as `surface = value unit`.
    fn read(text: &str) -> Vec<String> {
        let document = Analyzer::shipped().analyze(Document::from_text("test", text));
        let sentence = &document.sentences[0];
        let amounts = find_amounts(&document, sentence, Lexicon::shipped());
        let show = |amount: &Amount| {
            let unit = match &amount.kind {
                AmountKind::Money { currency, written } => currency.clone().unwrap_or_else(|| format!("? {written}")),
                AmountKind::Count { lemma, .. } => lemma.clone(),
            };
            let blur =
                if amount.accuracy == Accuracy::Exact { String::new() } else { format!(" {:?}", amount.accuracy) };
            format!("{} = {} {unit}{blur}", document.surface(sentence.bytes(amount.tokens)), amount.value)
        };
        amounts.iter().map(show).collect()
    }

    #[test]
    fn money_has_its_currency_where_the_text_says_so() {
        let table = [
            ("Estonia gave Tonga €20m.", "€20m = 20000000 EUR"),
            ("Estonia gave Tonga US$3.5 billion.", "US$3.5 billion = 3500000000 USD"),
            ("Estonia gave Tonga USD 3.5 billion.", "USD 3.5 billion = 3500000000 USD"),
            ("Estonia gave Tonga 5 million euros.", "5 million euros = 5000000 EUR"),
            ("They gave Peru 50 million Kenyan shillings.", "50 million Kenyan shillings = 50000000 KES"),
            ("Estonia gave Tonga 2,500 U.S. dollars.", "2,500 U.S. dollars = 2500 USD"),
            ("Estonia gave Tonga £2.3 million.", "£2.3 million = 2300000 GBP"),
            ("Estonia gave Tonga two million yen.", "two million yen = 2000000 JPY"),
            ("Estonia gave Tonga US $300.", "US $300 = 300 USD"),
            ("Tonga gave the US $300.", "$300 = 300 ? $"),
            ("Tonga gave Peru KES 3,000.", "KES 3,000 = 3000 KES"),
        ];
        for (text, expected) in table {
            assert_eq!(read(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_sign_that_several_currencies_share_gives_no_code() {
        assert_eq!(read("Estonia gave Tonga more than $5 million."), ["$5 million = 5000000 ? $ AtLeast"]);
        assert_eq!(read("Estonia gave Tonga 400 shillings."), ["400 shillings = 400 ? shillings"]);
        assert_eq!(read("They signed a $5-million contract."), ["$5-million = 5000000 ? $"]);
    }

    #[test]
    fn people_and_things_are_counted() {
        let table: [(&str, &[&str]); 7] = [
            ("Fiji trained 45 officers.", &["45 officers = 45 officer"]),
            ("Fiji sent some 300 troops.", &["300 troops = 300 troops About"]),
            ("Fiji sent up to 5,000 Tongan police officers.", &["5,000 Tongan police officers = 5000 officer AtMost"]),
            ("Fiji donated twelve ambulances.", &["twelve ambulances = 12 ambulance"]),
            ("Fiji sent two boats and 30 tents.", &["two boats = 2 boat", "30 tents = 30 tent"]),
            ("Fiji sent a 45-member team.", &["45-member = 45 member"]),
            ("Half a million voters came.", &["Half a million voters = 500000 voter"]),
        ];
        for (text, expected) in table {
            assert_eq!(read(text), *expected, "{text}");
        }
    }

    #[test]
    fn times_shares_years_and_vague_numbers_are_no_counts() {
        for text in [
            "They talked for three days.",
            "Dozens of boats came.",
            "It rose by 10 percent.",
            "The 2013 elections were free.",
            "She came on 5 August 2021.",
            "Resolution 1701 was passed.",
            "The 43rd division came.",
            "A three-year plan began.",
            "COP 27 was held in Egypt.",
            "The COVID-19 pandemic began.",
            "The world's No. 2 producer left.",
            "The Chilean Navy trained grade 12 officers of the Tonga Defence Services.",
        ] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }
}
