//! The lines of a file as a person sees them, to be shown beside what was recognised in it.
//!
//! [`with_lines`] is called by `rapporteur-core` for every file it keeps. A line carries the
//! number that the [`Place`](super::Place) of a doubt counts by. Deliberately absent: meaning.

use super::lines::Source;
use super::{Recognised, source};
use crate::Error;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line of an original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OriginalLine {
    /// Line, paragraph or page, as the format counts, from 1; several lines share a page.
    pub number: u32,
    /// Its characters, the mark of a list included.
    pub text: String,
    /// Whether the format says that it is a title or heading.
    pub heading: bool,
}

/// Reads a prior report and gives back its lines too.
///
/// # Errors
/// As [`read`](super::read()).
pub fn with_lines(bytes: &[u8], file_name: &str) -> Result<(Recognised, Vec<OriginalLine>), Error> {
    let (source, text) = source(bytes, file_name)?;
    let lines = match &text {
        Some(text) => typed(text),
        None => set(&source),
    };
    Ok((super::recognise::recognise(source), lines))
}

/// The lines of a text, blank ones included.
fn typed(text: &str) -> Vec<OriginalLine> {
    let line = |(at, text): (usize, &str)| OriginalLine {
        number: u32::try_from(at + 1).unwrap_or(u32::MAX),
        text: text.trim_end().to_owned(),
        heading: false,
    };
    text.lines().enumerate().map(line).collect()
}

/// The paragraphs of any other format.
fn set(source: &Source) -> Vec<OriginalLine> {
    let line = |line: &super::lines::Line| OriginalLine {
        number: line.place,
        text: line.printed(),
        heading: line.is_styled(),
    };
    source.lines.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubt_and_its_line_have_the_same_number() {
        let text = "Summary Report\n\nAgenda\n1. Data\n\nDiscussion\n1. Data\nThe Al governance\ndebate went on.\n";
        let (recognised, lines) = with_lines(text.as_bytes(), "a.txt").unwrap();
        let doubt = recognised.doubts.iter().find(|doubt| doubt.code == "ocr_letters").unwrap();
        let line = lines.iter().find(|line| line.number == doubt.place.line).unwrap();
        assert!(line.text.contains(&doubt.place.quote), "{line:?} {doubt:?}");
        assert_eq!(lines.len(), 9);
    }
}
