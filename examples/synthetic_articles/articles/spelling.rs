//! Spells a name as another newspaper might.

use super::random::Random;

/// Letters with two transliterations, as in Mohamed and Mohammed, Yusuf and Yousuf, Sergey and Sergei.
const RENDERINGS: [(&str, &str); 12] = [
    ("mm", "m"),
    ("ss", "s"),
    ("ll", "l"),
    ("nn", "n"),
    ("ou", "u"),
    ("ee", "i"),
    ("kh", "h"),
    ("ey", "ei"),
    ("iy", "i"),
    ("oo", "u"),
    ("dh", "d"),
    ("ia", "iya"),
];

/// The name with one transliteration replaced by the other; unchanged if it contains none of them.
pub(crate) fn transliterated(name: &str, random: &mut Random) -> String {
    let renderings = RENDERINGS.iter().flat_map(|(one, other)| [(*one, *other), (*other, *one)]);
    let found: Vec<(usize, &str, &str)> = renderings
        .filter_map(|(from, to)| {
            let at = name.find(from)?;
            // A single letter is doubled only between vowels.
            let is_doubling = from.len() == 1;
            (at > 0 && (!is_doubling || is_between_vowels(name, at))).then_some((at, from, to))
        })
        .collect();
    if found.is_empty() {
        return name.to_owned();
    }
    let (at, from, to) = random.pick(&found);
    format!("{}{to}{}", &name[..at], &name[at + from.len()..])
}

fn is_between_vowels(name: &str, at: usize) -> bool {
    let is_vowel = |byte: Option<&u8>| byte.is_some_and(|byte| b"aeiou".contains(byte));
    let bytes = name.as_bytes();
    is_vowel(at.checked_sub(1).and_then(|before| bytes.get(before))) && is_vowel(bytes.get(at + 1))
}

/// The name in the English alphabet, as most news agencies write it.
pub(crate) fn plain(name: &str) -> String {
    let plain = |c: char| match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a".into(),
        'ç' | 'ć' | 'č' => "c".into(),
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e".into(),
        'ì'..='ï' | 'ī' | 'ı' => "i".into(),
        'ñ' | 'ń' | 'ň' => "n".into(),
        'ò'..='ö' | 'ō' | 'ő' | 'ø' => "o".into(),
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u".into(),
        'ý' | 'ÿ' => "y".into(),
        'š' | 'ş' | 'ș' | 'ś' => "s".into(),
        'ž' | 'ź' | 'ż' => "z".into(),
        'ł' => "l".into(),
        'đ' | 'ď' => "d".into(),
        'ť' | 'ț' => "t".into(),
        'ř' => "r".into(),
        'ğ' => "g".into(),
        'Š' | 'Ş' | 'Ș' | 'Ś' => "S".into(),
        'Č' | 'Ć' | 'Ç' => "C".into(),
        'Ž' | 'Ż' => "Z".into(),
        'Đ' => "D".into(),
        'Ł' => "L".into(),
        'Ö' | 'Ø' | 'Ó' => "O".into(),
        'Å' | 'Á' | 'Ā' => "A".into(),
        'É' => "E".into(),
        'Ü' | 'Ú' => "U".into(),
        'Í' => "I".into(),
        other => other.to_string(),
    };
    name.chars().map(plain).collect()
}
