//! The form in which typed names are compared.

use crate::text::fold;

/// A name in small letters without diacritics, punctuation and letters that few keyboards have: "Łukasz Đorđević" becomes
/// "lukasz djordjevic".
pub(crate) fn plain(name: &str) -> String {
    let folded = fold(name);
    if folded.is_ascii() {
        return folded;
    }
    let mut plain = String::with_capacity(folded.len());
    for letter in folded.chars() {
        match letter {
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' => plain.push_str("dj"),
            'ð' => plain.push('d'),
            'þ' => plain.push_str("th"),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ı' => plain.push('i'),
            'ħ' => plain.push('h'),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_without_a_key_become_plain() {
        for (name, expected) in [
            ("Łukasz", "lukasz"),
            ("Bjørn", "bjorn"),
            ("Đorđe", "djordje"),
            ("Þór Æsir", "thor aesir"),
            ("Jüri", "juri"),
        ] {
            assert_eq!(plain(name), expected);
        }
    }
}
