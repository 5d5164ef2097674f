//! A report as it is printed: every generated word in its place, nothing yet on a page.
//!
//! All writers take this one value, so all exports of a report carry the same words.

use super::{PageLook, Picture};
use crate::model::Invalid;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A report ready for a writer.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// The document's title property, such as `Summary Report of the 111th meeting, 5 March 2026`.
    pub title: String,
    /// The document's author property: the group, never a person.
    pub author: String,
    /// The language tag (BCP 47), such as `en-GB`.
    pub language: String,
    /// The day of the meeting as `YYYY-MM-DD`, for the document's dates; empty if not known.
    pub date: String,
    /// The mark over a report that is not final (`Draft`, `In review`); `None` for a final one.
    pub state_mark: Option<String>,
    /// The left part of the header; empty for none.
    pub header: String,
    /// The left part of the footer, such as `WG-Strategy · 111th meeting`.
    pub footer: String,
    /// What the page number reads, with `{page}` and `{pages}`, such as `Page {page} of {pages}`.
    pub page_number: String,
    /// The name for the file, without an extension.
    pub file_name: String,
    /// The look of the page.
    pub look: PageLook,
    /// The picture above everything on the first page.
    pub logo: Option<Picture>,
    /// The content from top to bottom.
    pub blocks: Vec<PrintedBlock>,
    /// What the reader of the export should know before sending it.
    pub warnings: Vec<Warning>,
}

/// Something missing or doubtful in what was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Warning {
    /// What it is about: a field path, or `text` or `font`.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl From<Invalid> for Warning {
    fn from(invalid: Invalid) -> Self {
        Self { field: invalid.field, message: invalid.message }
    }
}

/// One block of the printed report.
#[derive(Debug, Clone, PartialEq)]
pub enum PrintedBlock {
    /// A line of the title block: bold, above the Title.
    TitleLine(Vec<Run>),
    /// The one Title.
    Title(Vec<Run>),
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list.
    List(List),
}

/// A heading with its generated number.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 1 to 4: Agenda and Discussion are 1, numbered sections 2, lettered parts 3.
    pub level: u8,
    /// Its number, generated; headings without one have none.
    pub number: Option<HeadingNumber>,
    /// The words.
    pub runs: Vec<Run>,
}

/// The number of a heading. Numbers of one level restart under each heading of a lower level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingNumber {
    /// How it counts.
    pub format: NumberFormat,
    /// The count, from 1.
    pub value: u32,
}

/// A list; every entry carries its number, so a writer never counts.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// How its entries are marked.
    pub format: NumberFormat,
    /// The entries; the first is number 1 of a numbered list.
    pub entries: Vec<ListEntry>,
    /// Whether an entry must stay on one page (the list of participants).
    pub keep_entries_whole: bool,
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListEntry {
    /// Paragraphs and nested lists only; the first is a paragraph.
    pub blocks: Vec<PrintedBlock>,
}

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NumberFormat {
    /// `•`, `◦` and `–` by depth.
    Bullet,
    /// `1.`
    Decimal,
    /// `a.`
    LowerLetter,
    /// `A.`
    UpperLetter,
    /// `i.`
    LowerRoman,
}

/// Words that are marked alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words; a `\n` is a line end within the paragraph.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// The address it links to.
    pub link: Option<String>,
}

impl Run {
    /// Unmarked words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl NumberFormat {
    /// The label of entry `value` (from 1) at list depth `depth` (from 0), such as `12.` or `b.`.
    ///
    /// Letters go on as in word processors: `z`, `aa`, `bb`, …
    pub fn label(self, value: u32, depth: usize) -> String {
        match self {
            NumberFormat::Bullet => ["•", "◦", "–"][depth % 3].to_owned(),
            NumberFormat::Decimal => format!("{value}."),
            NumberFormat::LowerLetter => format!("{}.", letters(value)),
            NumberFormat::UpperLetter => format!("{}.", letters(value).to_uppercase()),
            NumberFormat::LowerRoman => format!("{}.", roman(value)),
        }
    }
}

/// 1 is `a`, 26 is `z`, 27 is `aa`, 28 is `bb`: the letters of ECMA-376's `lowerLetter`.
fn letters(value: u32) -> String {
    let at = value.max(1) - 1;
    let letter = char::from(b'a' + u8::try_from(at % 26).expect("below 26"));
    std::iter::repeat_n(letter, (at / 26 + 1) as usize).collect()
}

fn roman(mut value: u32) -> String {
    const NUMERALS: &[(u32, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut text = String::new();
    for (number, numeral) in NUMERALS {
        while value >= *number {
            text.push_str(numeral);
            value -= number;
        }
    }
    text
}

/// The words of some runs, without marks.
pub fn run_text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_labelled() {
        let check =
            |format: NumberFormat, value, label: &str| assert_eq!(format.label(value, 0), label);
        check(NumberFormat::Decimal, 112, "112.");
        check(NumberFormat::LowerLetter, 26, "z.");
        check(NumberFormat::LowerLetter, 28, "bb.");
        check(NumberFormat::UpperLetter, 2, "B.");
        check(NumberFormat::LowerRoman, 14, "xiv.");
        check(NumberFormat::Bullet, 3, "•");
    }
}
