//! The number of a meeting as printed: `93rd`, `111`, `sixth`, `one hundred and eleventh`, `XIX`.

use crate::read::text::roman;

const UNITS: &[(&str, u32)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("fortieth", 40),
    ("fiftieth", 50),
    ("sixtieth", 60),
    ("seventieth", 70),
    ("eightieth", 80),
    ("ninetieth", 90),
    ("hundredth", 100),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// The number in the words before `meeting`: `The 93rd virtual`.
pub fn ordinal_in(text: &str) -> Option<u32> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == '-' || c == '–' || c == '‑')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().find_map(|word| figure(word)).or_else(|| spelled(&words)).or_else(|| {
        words
            .iter()
            .filter(|word| word.chars().all(char::is_uppercase))
            .find_map(|word| roman(word.trim_end_matches("TH")).filter(|number| *number < 1000))
    })
}

/// `93rd`, `93`; never a year.
fn figure(word: &str) -> Option<u32> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let suffix = word[digits..].to_ascii_lowercase();
    let fits = ["", "st", "nd", "rd", "th", "º", "ª", "°", "e", "ème", "eme", "er", "ère"]
        .contains(&suffix.as_str());
    let number = word[..digits].parse().ok()?;
    let year = suffix.is_empty() && (1900..2200).contains(&number);
    (fits && !year && (1..100_000).contains(&number)).then_some(number)
}

fn spelled(words: &[&str]) -> Option<u32> {
    let (mut total, mut ordinal, mut begun) = (0, false, false);
    for word in words {
        let lower = word.to_lowercase();
        let is_hundredth = lower == "hundredth";
        if lower == "hundred" || is_hundredth && begun {
            total = total.max(1) * 100;
            begun = true;
            ordinal |= is_hundredth;
        } else if let Some((name, value)) = UNITS.iter().find(|(name, _)| *name == lower) {
            total += value;
            begun = true;
            ordinal |= name.ends_with("th") || ["first", "second", "third"].contains(name);
        } else if begun && lower != "and" {
            break;
        }
        if ordinal {
            return Some(total);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_count() {
        for (text, expected) in [
            ("The 93rd virtual", Some(93)),
            ("The 111 virtual", Some(111)),
            ("The 1st", Some(1)),
            ("The sixth regular", Some(6)),
            ("The twenty-first", Some(21)),
            ("The one hundred and eleventh virtual", Some(111)),
            ("The hundredth", Some(100)),
            ("The two hundred and third", Some(203)),
            ("The twelfth", Some(12)),
            ("La 98ª", Some(98)),
            ("la 14e", Some(14)),
            ("The XIX", Some(19)),
            ("The XIXTH", Some(19)),
            ("The virtual", None),
            ("The 2025", None),
            ("The regular monthly", None),
        ] {
            assert_eq!(ordinal_in(text), expected, "{text}");
        }
    }
}
