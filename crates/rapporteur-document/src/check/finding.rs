//! What the checker says: a finding, its place and its fix.

use super::manuscript::{LinePlace, Manuscript};
use crate::model::{AgendaItemId, ParticipantId};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use ts_rs::TS;

/// Something a careful editor would mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, rename = "CheckFinding")]
pub struct Finding {
    /// The code of the rule, such as `ORD-1`.
    pub rule: String,
    /// How sure it is that something is wrong.
    pub severity: Severity,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
    /// Where it stands.
    #[serde(rename = "where")]
    pub place: Where,
    /// What would mend it.
    pub fix: Option<Fix>,
}

/// How sure it is that something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Severity {
    /// Wrong on its face.
    Error,
    /// Probably wrong, or somebody has to decide.
    Warning,
    /// Against the house style.
    Style,
}

/// Where a finding stands: in the lines of a file, or in the data of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, rename = "CheckPlace")]
pub struct Where {
    /// The line of the file (the page of a paged format), from 1; 0 in a draft.
    pub line: u32,
    /// The exact words there.
    pub quote: String,
    /// The path of the field in a report's data, such as `agenda.2.section.blocks.0`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The agenda item it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<AgendaItemId>,
    /// The participant it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<ParticipantId>,
    /// Where the words begin in the plain text of the field, counted in UTF-16 units as editors do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// Where they end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
}

/// What would stand instead of the quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, rename = "CheckFix")]
pub struct Fix {
    /// Whether it can be done without asking.
    pub safe: bool,
    /// The words instead of the quote.
    pub replacement: String,
}

impl Fix {
    /// Can be done without asking.
    pub fn safe(replacement: impl Into<String>) -> Option<Self> {
        Some(Self { safe: true, replacement: replacement.into() })
    }

    /// To be shown and asked.
    pub fn proposed(replacement: impl Into<String>) -> Option<Self> {
        Some(Self { safe: false, replacement: replacement.into() })
    }
}

/// The words of a line, and whether its mark and markup are quoted with them.
pub(super) fn place(manuscript: &Manuscript, line: usize, range: Range<usize>) -> Where {
    let Some(marked) = manuscript.lines.get(line) else { return Where::default() };
    match &marked.place {
        LinePlace::Draft { field, item, participant } => {
            let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
            let from = units(&marked.text[..range.start]);
            let to = from + units(&marked.text[range.clone()]);
            Where {
                line: 0,
                quote: marked.text[range].to_owned(),
                field: Some(field.clone()),
                item: *item,
                participant: *participant,
                from: Some(from),
                to: Some(to),
            }
        }
        LinePlace::File { pieces, .. } => {
            let at = pieces.iter().rposition(|piece| piece.at <= range.start).unwrap_or(0);
            let Some(first) = pieces.get(at) else { return Where::default() };
            let printed = &manuscript.printed[first.printed];
            let start = first.column + (range.start - first.at).min(first.length);
            let last = pieces[at..]
                .iter()
                .take_while(|piece| piece.printed == first.printed && piece.at < range.end)
                .last()
                .unwrap_or(first);
            let end = last.column + range.end.saturating_sub(last.at).min(last.length);
            let (start, end) = with_markup(&printed.text, start, end);
            file_place(printed.number, printed.text.get(start..end).unwrap_or(&printed.text))
        }
    }
}

/// From the list mark to the end of these words.
pub(super) fn place_with_mark(manuscript: &Manuscript, line: usize, end: usize) -> Where {
    let Some(marked) = manuscript.lines.get(line) else { return Where::default() };
    match &marked.place {
        LinePlace::Draft { .. } => place(manuscript, line, 0..end),
        LinePlace::File { start, pieces } => {
            let printed = &manuscript.printed[start.0];
            let last = pieces.iter().take_while(|p| p.printed == start.0 && p.at < end).last();
            let until = last
                .map_or(printed.text.len(), |last| last.column + (end - last.at).min(last.length));
            let (from, until) = with_markup(&printed.text, start.1, until);
            file_place(printed.number, printed.text.get(from..until).unwrap_or(&printed.text))
        }
    }
}

/// Takes the second half of a pair of `**` into a quote that holds the first, and both where
/// they enclose it.
fn with_markup(text: &str, start: usize, end: usize) -> (usize, usize) {
    const BOLD: &str = "**";
    let inside = text.get(start..end).map_or(0, |quote| quote.matches(BOLD).count());
    let before = text[..start].ends_with(BOLD);
    let after = text[end..].starts_with(BOLD);
    match (inside % 2, before, after) {
        (0, true, true) if inside == 0 => (start - BOLD.len(), end + BOLD.len()),
        (1, _, true) => (start, end + BOLD.len()),
        (1, true, false) => (start - BOLD.len(), end),
        _ => (start, end),
    }
}

/// A printed line of a file.
pub(super) fn file_place(number: u32, quote: &str) -> Where {
    Where { line: number, quote: quote.to_owned(), ..Where::default() }
}
