//! Words divided at a line's end: with their hyphen or without.
//!
//! Called where wrapped lines are joined, in a text or on a page. A word that stands whole elsewhere
//! in the file tells; where none does, the hyphen stays and is doubted.

use std::collections::HashSet;

/// What becomes of the hyphen at a line's end.
#[derive(Debug, PartialEq, Eq)]
pub enum Hyphen {
    /// It belongs to the word.
    Kept,
    /// It only divided the word.
    Dropped,
    /// Nothing tells: the word with its hyphen, and without.
    Unsure(String, String),
}

/// Judges the hyphen after `stem`, the words before it, by the line that comes `next`; None where it
/// divides no word.
pub fn at_line_end(stem: &str, next: &str, words: &HashSet<String>) -> Option<Hyphen> {
    const PREFIXES: &[&str] = &["co", "ex", "non", "self"];
    if !stem.ends_with(char::is_alphabetic) || !next.starts_with(char::is_alphabetic) {
        return None;
    }
    let (start, rest) = parts(stem, next);
    let (with, without) = (format!("{start}-{rest}"), format!("{start}{rest}"));
    Some(if !next.starts_with(char::is_lowercase) || words.contains(&with.to_lowercase()) {
        Hyphen::Kept
    } else if words.contains(&without.to_lowercase()) {
        Hyphen::Dropped
    } else if PREFIXES.contains(&&*start.to_lowercase()) {
        Hyphen::Kept
    } else {
        Hyphen::Unsure(with, without)
    })
}

/// Whether the word divided after `stem` stands in the file with a hyphen.
pub fn has_hyphen(stem: &str, next: &str, words: &HashSet<String>) -> bool {
    let (start, rest) = parts(stem, next);
    words.contains(&format!("{start}-{rest}").to_lowercase())
}

/// The two parts of a divided word.
fn parts(stem: &str, next: &str) -> (String, String) {
    let of_word = |c: &char| c.is_alphabetic() || *c == '-';
    let start: String = stem.chars().rev().take_while(of_word).collect();
    let rest: String = next.chars().take_while(of_word).collect();
    (start.chars().rev().collect(), rest.trim_end_matches('-').to_owned())
}

/// The words that stand whole on one line, in small letters.
pub fn whole_words<'t>(lines: impl Iterator<Item = &'t str>) -> HashSet<String> {
    let mut words = HashSet::new();
    for line in lines {
        let text = line.trim().to_lowercase().replace('\u{ad}', "");
        let mut parts: Vec<&str> = text
            .split(|c: char| !c.is_alphabetic() && c != '-')
            .filter(|word| !word.is_empty())
            .collect();
        if text.ends_with('-') {
            parts.pop();
        }
        words.extend(parts.into_iter().map(str::to_owned));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_tells_whether_a_word_has_a_hyphen() {
        let words =
            whole_words(["Moderators spoke of long-term goals.", "A co-", "chair"].into_iter());
        for (stem, next, expected) in [
            ("Two modera", "tors came", Some(Hyphen::Dropped)),
            ("the long", "term plan", Some(Hyphen::Kept)),
            ("Saint", "Malo", Some(Hyphen::Kept)),
            ("the co", "chairs", Some(Hyphen::Kept)),
            (
                "the acces",
                "sible hall",
                Some(Hyphen::Unsure("acces-sible".into(), "accessible".into())),
            ),
            ("2024", "25", None),
        ] {
            assert_eq!(at_line_end(stem, next, &words), expected, "{stem}-{next}");
        }
    }
}
