//! Lists of people: spreadsheets, cards, the attendance reports of meeting platforms, pasted lines.
//!
//! Called by `rapporteur-core` with the bytes of a file or with pasted text. [`read`] gives a
//! [`List`]: one table, whatever the format, with the field each column seems to be and why.
//! [`people`] gives the people of such a table once the columns are settled; the user may have
//! changed them in between. Deliberately absent: the directory, and any decision about who is who.

mod cards;
mod columns;
mod delimited;
mod device;
mod display_name;
mod headings;
mod minutes;
mod people;
mod sheets;
mod table;

pub use columns::{Column, Field};
pub(super) use headings::field;
pub use people::{Listed, people};

use super::unreadable;
use crate::Error;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The endings of the names of files that can be read as a list.
pub const LIST_ENDINGS: &[&str] =
    &["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "ods", "fods", "vcf"];

/// The largest list that is read, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

/// The most rows that are read; the largest directory known has 5,000 people.
const MOST_ROWS: usize = 20_000;

/// The most cells of one row that are read.
const MOST_COLUMNS: usize = 256;

/// The most characters of one cell; a card's picture is cut off, no name is.
const LONGEST_CELL: usize = 2_000;

/// What kind of list a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ListKind {
    /// The participants' report of Zoom.
    Zoom,
    /// The attendance report of Microsoft Teams.
    Teams,
    /// The attendee report of Webex.
    Webex,
    /// The attendance report of Google Meet.
    GoogleMeet,
    /// vCards.
    Cards,
    /// Any other table.
    Table,
    /// Lines of text, one person each.
    Lines,
}

impl ListKind {
    /// Whether a meeting platform made it, from the names people gave themselves there.
    pub fn is_platform(self) -> bool {
        matches!(self, Self::Zoom | Self::Teams | Self::Webex | Self::GoogleMeet)
    }
}

/// A list as a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct List {
    /// What kind of list it is.
    pub kind: ListKind,
    /// Its columns, with the field each seems to be.
    pub columns: Vec<Column>,
    /// Its rows; each has as many cells as there are columns.
    pub rows: Vec<ListRow>,
    /// What could not be read, with the row.
    pub warnings: Vec<ListWarning>,
}

/// A row of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ListRow {
    /// The row of the sheet or the line of the text, from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<String>,
}

/// What somebody who reads a list should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ListWarning {
    /// The row it is about.
    pub row: Option<u32>,
    /// What was found, and what was made of it.
    pub message: String,
}

/// The rows of a sheet or of a text, before anybody knows which of them are a table.
#[derive(Debug, Default)]
struct Grid {
    /// The name of the sheet; empty for a text.
    name: String,
    rows: Vec<ListRow>,
    warnings: Vec<ListWarning>,
}

/// Reads a list, picking the format by its bytes; the name only tells a text of lines.
///
/// # Errors
/// [`Error::Read`] where the bytes hold no list that can be read, with what to do about it.
pub fn read(bytes: &[u8], file_name: &str) -> Result<List, Error> {
    if bytes.is_empty() {
        return Err(unreadable("is empty. Choose another file."));
    }
    if bytes.len() > LARGEST {
        return Err(unreadable(
            "is larger than 20 MB. Save the table of people alone and choose that file.",
        ));
    }
    if let Some(grids) = sheets::read(bytes)? {
        return table::list(grids, false);
    }
    let text = super::text::characters(bytes).ok_or_else(|| {
        unreadable("is no list of a kind that is known here. Open it in the program that made it, save it as CSV, XLSX, ODS or vCard and choose that.")
    })?;
    read_text(&text, file_name.to_lowercase().ends_with(".txt"))
}

/// Reads a list out of a text that was pasted: a table, cards, or lines of one person each.
///
/// # Errors
/// [`Error::Read`] where there is nobody in it, or far more than a list.
pub fn pasted(text: &str) -> Result<List, Error> {
    read_text(text, true)
}

/// Reads a text. In one that was written by hand, commas stand between a name and its affiliation
/// more often than between the cells of a table.
fn read_text(text: &str, by_hand: bool) -> Result<List, Error> {
    if let Some(reason) = foreign(text) {
        return Err(unreadable(reason));
    }
    let text = super::text::clean(text);
    if cards::are(&text) {
        return cards::read(&text);
    }
    table::list(vec![delimited::read(&text, by_hand)?], by_hand)
}

/// Why a text that begins so is no list.
fn foreign(text: &str) -> Option<&'static str> {
    let start: String = text.trim_start().chars().take(256).collect::<String>().to_lowercase();
    if start.starts_with("%pdf") {
        Some("is a PDF. Select the list in it, copy it and paste it here.")
    } else if start.starts_with("{\\rtf") {
        Some("is a text document (.rtf). Select the list in it, copy it and paste it here.")
    } else if start.starts_with("<!doctype html") || start.starts_with("<html") {
        Some(
            "is a web page. Open it, select the list, copy it and paste it here; or save it as CSV.",
        )
    } else if start.starts_with('{') || start.starts_with("[{") {
        Some("is JSON, made for programs. Ask for the list as CSV or XLSX and choose that.")
    } else {
        None
    }
}

impl Grid {
    /// Takes a row in, as far as it goes; an empty one is left out.
    ///
    /// # Errors
    /// [`Error::Read`] where there are too many.
    fn push(&mut self, number: u32, cells: impl Iterator<Item = String>) -> Result<(), Error> {
        let mut cells: Vec<String> = cells.take(MOST_COLUMNS).map(|cell| bare(&cell)).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        if self.rows.len() == MOST_ROWS {
            return Err(unreadable(&format!(
                "has more than {MOST_ROWS} rows; reading stopped at row {number}. Save the people you need in a file of their own and choose that.",
            )));
        }
        self.rows.push(ListRow { number, cells });
        Ok(())
    }

    fn warn(&mut self, row: u32, message: &str) {
        self.warnings.push(ListWarning { row: Some(row), message: message.to_owned() });
    }
}

/// The words of a cell: without the marks that programs put around them, without line breaks.
fn bare(cell: &str) -> String {
    let cell = cell.trim();
    // `="08:15"` keeps a spreadsheet from changing what it stands for.
    let cell = cell
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .or_else(|| cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])))
        .unwrap_or(cell);
    let words: Vec<&str> = cell.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_CELL).collect()
}

#[cfg(test)]
mod tests;
