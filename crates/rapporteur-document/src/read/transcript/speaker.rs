//! Names before a colon: `Anna Novak: I agree` has one, `Two things: money and time` has not.

use std::collections::HashMap;

/// Labels that stand before a colon where a name might.
const LABELS: &[&str] = &[
    "action",
    "actions",
    "agenda",
    "aob",
    "answer",
    "attendees",
    "chat",
    "comment",
    "comments",
    "date",
    "decision",
    "duration",
    "example",
    "http",
    "https",
    "link",
    "links",
    "location",
    "meeting",
    "note",
    "notes",
    "option",
    "outcome",
    "participants",
    "point",
    "present",
    "ps",
    "question",
    "questions",
    "re",
    "recording",
    "regards",
    "source",
    "subject",
    "summary",
    "time",
    "title",
    "topic",
    "transcript",
    "update",
    "venue",
    "warning",
];

const LONGEST_NAME: usize = 60;
const MOST_WORDS: usize = 6;

/// Who is named before a colon in the lines of one source.
///
/// A name in small letters is believed only where it begins several lines.
pub struct Speakers {
    repeated: Vec<String>,
}

impl Speakers {
    /// Looks through all lines of a source.
    pub fn of<'t>(lines: impl Iterator<Item = &'t str>) -> Self {
        let mut times: HashMap<String, usize> = HashMap::new();
        for (name, _) in lines.filter_map(divide) {
            *times.entry(name.to_lowercase()).or_default() += 1;
        }
        let repeated = times.into_iter().filter(|(_, times)| *times > 1).map(|(name, _)| name);
        Self { repeated: repeated.collect() }
    }

    /// The speaker and the words of `Name: words`.
    pub fn split<'t>(&self, line: &'t str) -> Option<(&'t str, &'t str)> {
        divide(line).filter(|(name, _)| {
            is_name(name) || (may_be_name(name) && self.repeated.contains(&name.to_lowercase()))
        })
    }
}

/// What stands before and after the first colon that ends a word.
fn divide(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches([' ', '\t', '>', '-', '–', '•']).trim_end();
    let (at, colon) = line.char_indices().find(|(_, c)| matches!(c, ':' | '：'))?;
    let (name, rest) = (line[..at].trim(), &line[at + colon.len_utf8()..]);
    let ends_word = colon == '：' || rest.is_empty() || rest.starts_with(char::is_whitespace);
    (ends_word && !name.is_empty()).then(|| (name, rest.trim()))
}

/// Whether a text looks like a name: short, every word of weight with a capital letter.
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let last = words.len().saturating_sub(1);
    let mut in_brackets = false;
    may_be_name(text)
        && words.iter().enumerate().all(|(at, word)| {
            in_brackets |= word.starts_with(['(', '[']);
            let free = in_brackets;
            in_brackets &= !word.ends_with([')', ']']);
            let initial = word.chars().find(|c| c.is_alphanumeric());
            let small = initial.is_some_and(char::is_lowercase);
            // Particles: van der, dos, de la.
            free || !small || (word.chars().count() <= 4 && at > 0 && at < last)
        })
}

fn may_be_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let abbreviates = |word: &str| {
        let dots = word.matches('.').count();
        dots == 0 || (word.chars().count() <= 2 + 2 * dots && dots <= 3) || word.len() <= 5
    };
    text.chars().any(char::is_alphabetic)
        && text.chars().count() <= LONGEST_NAME
        && words <= MOST_WORDS
        && !text.contains(['?', '!', ';', '“', '”', '"', '…', '<', '>', '=', '{', '}', '/'])
        && text.split_whitespace().all(abbreviates)
        && !LABELS.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<&str>) {
        let speakers = Speakers::of(std::iter::once(line));
        assert_eq!(speakers.split(line).map(|(name, _)| name), expected, "{line}");
    }

    #[test]
    fn names_stand_before_a_colon_and_sentences_do_not() {
        check("Anna Novak: I agree", Some("Anna Novak"));
        check(">> Anna: I agree", Some("Anna"));
        check("- Ludwig van der Meer: yes", Some("Ludwig van der Meer"));
        check("Dr. Wai-Min K. Kwok (ISOC): yes", Some("Dr. Wai-Min K. Kwok (ISOC)"));
        check("Anna Novak (she/her): yes", None);
        check("Anna Novak (she her): yes", Some("Anna Novak (she her)"));
        check("O’Brien, Niamh: yes", Some("O’Brien, Niamh"));
        check("张三：你好", Some("张三"));
        check("منال إسماعيل: نعم", Some("منال إسماعيل"));
        check("Speaker 2:", Some("Speaker 2"));
        check("Two things matter to us: money and time", None);
        check("Question: who pays?", None);
        check("https://forum.example/agenda", None);
        check("See https://forum.example: it works", None);
        check("It began at 12:30 and was over soon", None);
        check("so I say: no", None);
        check("I asked. He said: no", None);
        check(": nothing before it", None);
        check("", None);
    }

    #[test]
    fn small_letters_are_a_name_where_they_come_again() {
        let lines = ["anriette: yes", "well: no", "anriette: and no"];
        let speakers = Speakers::of(lines.into_iter());
        assert_eq!(speakers.split(lines[0]), Some(("anriette", "yes")));
        assert_eq!(speakers.split(lines[1]), None);
    }
}
