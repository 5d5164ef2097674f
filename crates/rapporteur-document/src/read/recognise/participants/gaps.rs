//! Columns of a list of people that two blanks part, as programs that take text out of a PDF leave
//! them.
//!
//! Called by [`participants`](super::participants()). Deliberately absent: wider gaps, which are tabs
//! already.

use crate::read::lines::{Line, Run};

/// The lines of a list with a tab for the first gap, where most of them have one after the name.
pub fn with_tabs(lines: Vec<Line>) -> Vec<Line> {
    let parted = |line: &Line| {
        let text = line.text();
        let gap = gap(&text)?;
        let next = gap + text[gap..].len() - text[gap..].trim_start().len();
        Some(format!("{}\t{}", &text[..gap], &text[next..]))
    };
    let parted: Vec<Option<String>> = lines.iter().map(parted).collect();
    let count = parted.iter().flatten().count();
    if count < 3 || count * 2 <= lines.len() {
        return lines;
    }
    let set = |(line, text): (Line, Option<String>)| match text {
        Some(text) => Line { runs: vec![Run::plain(text)], ..line },
        None => line,
    };
    lines.into_iter().zip(parted).map(set).collect()
}

/// Where two blanks stand that nothing else precedes which would end a name.
pub fn gap(text: &str) -> Option<usize> {
    let at = text.find("  ")?;
    let before = &text[..at];
    let is_name = !before.contains(['\t', ',', ';', ':', '(', '|', '–', '—'])
        && before.ends_with(|c: char| c.is_alphabetic() || c == '.');
    (is_name && (2..6).contains(&before.split_whitespace().count())).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_blanks_part_columns_where_most_lines_have_them() {
        for (list, expected) in [
            (
                &[
                    "Ana Prado  Tide Watch",
                    "Tom de Hart  Salt  Works",
                    "Bo Lund  Seeds",
                    "Eva Moor",
                ][..],
                "Ana Prado\tTide Watch|Tom de Hart\tSalt  Works|Bo Lund\tSeeds|Eva Moor",
            ),
            (&["Ana Prado  Tide Watch", "Tom Hart", "Bo Lund", "Eva Moor"], ""),
            (&["Ana  Prado", "Tom  Hart", "Bo  Lund"], ""),
            (&["Ana Prado,  Tide", "Tom Hart,  Salt", "Bo Lund,  Seeds"], ""),
        ] {
            let line = |text: &&str| Line { runs: vec![Run::plain(*text)], ..Line::default() };
            let found = with_tabs(list.iter().map(line).collect());
            let found: Vec<String> = found.iter().map(Line::text).collect();
            let kept = list.join("|");
            let expected = if expected.is_empty() { &kept } else { expected };
            assert_eq!(found.join("|"), *expected);
        }
    }
}
