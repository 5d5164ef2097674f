//! Two texts that should have the same words: which of them only one has.
//!
//! Called by `rapporteur-core` for an original and what was recognised in it. Capitals count,
//! punctuation and the ends of lines do not.

use super::words::{numbered, split};
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use ts_rs::TS;

/// How many words before a difference are told, so that its place is known.
const CONTEXT: usize = 6;

/// The words that only one of two texts has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TextComparison {
    /// How many words only the original has.
    pub missing: u32,
    /// How many words only the other text has.
    pub extra: u32,
    /// Where, in the order of the original.
    pub differences: Vec<TextDifference>,
}

/// One place where words differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TextDifference {
    /// The number of the original's line.
    pub number: u32,
    /// A few words before it.
    pub after: String,
    /// The words that only the original has.
    pub missing: String,
    /// The words that only the other text has.
    pub extra: String,
}

/// Compares the numbered lines of an original with a text.
pub fn texts(original: &[(u32, &str)], text: &[String]) -> TextComparison {
    let numbers: Vec<(u32, &str)> = original
        .iter()
        .flat_map(|(number, line)| words_of(line).map(move |word| (*number, word)))
        .collect();
    let before: Vec<&str> = numbers.iter().map(|(_, word)| *word).collect();
    let after: Vec<&str> = text.iter().flat_map(|line| words_of(line)).collect();
    let (old, new) = numbered(&before, &after);
    let mut found = TextComparison::default();
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let (from, to) = (operation.old_range(), operation.new_range());
        let count = |range: &std::ops::Range<usize>| u32::try_from(range.len()).unwrap_or(u32::MAX);
        found.missing += count(&from);
        found.extra += count(&to);
        let place = from.start.min(numbers.len().saturating_sub(1));
        found.differences.push(TextDifference {
            number: numbers.get(place).map_or(0, |(number, _)| *number),
            after: before[from.start.saturating_sub(CONTEXT)..from.start].join(" "),
            missing: before[from].join(" "),
            extra: after[to].join(" "),
        });
    }
    found
}

fn words_of(line: &str) -> impl Iterator<Item = &str> {
    split(line).filter(|word| word.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_text_only() {
        let original = [(4, "The Al panel met,"), (5, "and thanked all.")];
        let same = texts(&original, &["The Al panel".into(), "met and thanked all".into()]);
        assert_eq!(same, TextComparison::default());
        let found = texts(&original, &["The AI panel met and thanked".into()]);
        assert_eq!((found.missing, found.extra), (2, 1));
        let told: Vec<_> = found
            .differences
            .iter()
            .map(|one| (one.number, one.after.as_str(), one.missing.as_str(), one.extra.as_str()))
            .collect();
        assert_eq!(told, [(4, "The", "Al", "AI"), (5, "The Al panel met and thanked", "all", "")]);
    }
}
