//! Reads numbers in words and digits.

use crate::language::Numbers;

/// The power of ten of the word that the rest of a number below a thousand follows.
const HUNDRED: u32 = 2;

/// The number at the start of `words` (in lower case), with its length in words.
///
/// It reads "45", "5,000", "2.5 million", "twenty-two" (three words with the hyphen), "two hundred and fifty" and "a
/// million". It does not read "dozens", "several", numbers joined to letters, or the continental "5.000".
pub(crate) fn read_number(words: &[&str], numbers: &Numbers) -> Option<(f64, usize)> {
    let first = *words.first()?;
    if let Some(digits) = plain_digits(first) {
        let scale = words.get(1).and_then(|word| numbers.scale(word));
        return Some((scaled(&digits, scale.unwrap_or(0))?, 1 + usize::from(scale.is_some())));
    }
    if let Some(fraction) = numbers.fraction(first)
        && words.get(1).is_some_and(|word| numbers.is_one(word))
    {
        return scaled(fraction, numbers.scale(words.get(2)?)?).map(|value| (value, 3));
    }
    if numbers.is_one(first) {
        let unit = words.get(1)?;
        let value = numbers.collective(unit).map(f64::from);
        return value.or_else(|| scaled("1", numbers.scale(unit)?)).map(|value| (value, 2));
    }
    spelled(words, numbers)
}

/// Reads digits with a letter for their scale, as after a currency sign: "5m", "3.5bn".
pub(crate) fn read_short_number(word: &str, numbers: &Numbers) -> Option<f64> {
    let letters = word.find(|c: char| c.is_alphabetic())?;
    scaled(&plain_digits(&word[..letters])?, numbers.money_suffix(&word[letters..])?)
}

/// Reads a whole number of at least one, such as a count of days.
pub(crate) fn read_count(words: &[&str], numbers: &Numbers) -> Option<(u32, usize)> {
    let (value, length) = read_number(words, numbers)?;
    let is_count = value >= 1.0 && value.fract() == 0.0 && value <= 10_000.0;
    // The range is checked above.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    is_count.then_some((value as u32, length))
}

/// The digits with the decimal point, without the commas between thousands.
fn plain_digits(word: &str) -> Option<String> {
    let (whole, fraction) = word.split_once('.').map_or((word, None), |(whole, fraction)| (whole, Some(fraction)));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| all_digits(first))?;
    let mut rest = groups.peekable();
    let is_grouped = rest.peek().is_some();
    if is_grouped && (first.len() > 3 || !rest.all(|group| group.len() == 3 && all_digits(group))) {
        return None;
    }
    // "5.000" means five thousand in half of the world.
    if fraction.is_some_and(|fraction| !all_digits(fraction) || fraction.len() > 2) {
        return None;
    }
    Some(word.replace(',', ""))
}

/// Parses in one step, because 2.3 times a billion is not the float nearest to 2.3 billion.
fn scaled(digits: &str, power: u32) -> Option<f64> {
    format!("{digits}e{power}").parse().ok()
}

/// Reads a number in words.
fn spelled(words: &[&str], numbers: &Numbers) -> Option<(f64, usize)> {
    let (mut total, mut at) = below_hundred(words, numbers)?;
    if let Some(count) = words.get(at).and_then(|word| numbers.collective(word)) {
        return Some((f64::from(total * count), at + 1));
    }
    if words.get(at).and_then(|word| numbers.scale(word)) == Some(HUNDRED) {
        (total, at) = (total.checked_mul(100)?, at + 1);
        let joint = usize::from(words.get(at).is_some_and(|word| numbers.is_joint(word)));
        if let Some((rest, length)) = words.get(at + joint..).and_then(|words| below_hundred(words, numbers)) {
            (total, at) = (total + rest, at + joint + length);
        }
    }
    let scale = words.get(at).and_then(|word| numbers.scale(word));
    Some((scaled(&total.to_string(), scale.unwrap_or(0))?, at + usize::from(scale.is_some())))
}

fn below_hundred(words: &[&str], numbers: &Numbers) -> Option<(u32, usize)> {
    let tens = numbers.value(words.first()?)?;
    let ones = |at: usize| {
        words.get(at).and_then(|word| numbers.value(word)).filter(|ones| tens >= 20 && (1..10).contains(ones))
    };
    if words.get(1) == Some(&"-")
        && let Some(ones) = ones(2)
    {
        return Some((tens + ones, 3));
    }
    Some(ones(1).map_or((tens, 1), |ones| (tens + ones, 2)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::LanguagePack;

    fn read(text: &str) -> Option<(f64, usize)> {
        let text = text.to_lowercase().replace('-', " - ");
        read_number(&text.split_whitespace().collect::<Vec<_>>(), LanguagePack::shipped().numbers())
    }

    #[test]
    fn digits_and_words_are_read_with_their_scale() {
        let table = [
            ("45 officers", 45.0, 1),
            ("5,000 troops", 5_000.0, 1),
            ("2.3 billion", 2_300_000_000.0, 2),
            ("twenty-two boats", 22.0, 3),
            ("two hundred and fifty men", 250.0, 4),
            ("two hundred and more", 200.0, 2),
            ("a million", 1_000_000.0, 2),
            ("half a million", 500_000.0, 3),
            ("two dozen", 24.0, 2),
            ("seven thousand", 7_000.0, 2),
        ];
        for (text, value, length) in table {
            assert_eq!(read(text), Some((value, length)), "{text}");
        }
    }

    #[test]
    fn what_has_no_certain_value_is_left() {
        for text in ["dozens", "several", "a boat", "5.000", "1,00", "20km", "3rd", "million"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn letters_behind_digits_scale_them() {
        let found: Vec<_> = ["5m", "3.5bn", "20k", "5x", "5"]
            .map(|word| read_short_number(word, LanguagePack::shipped().numbers()))
            .into();
        assert_eq!(found, [Some(5e6), Some(3.5e9), Some(2e4), None, None]);
    }
}
