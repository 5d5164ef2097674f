//! An Excel workbook (Office Open XML) with one sheet.

use super::{About, Entry, table};
use crate::Error;
use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// A list as XLSX: a row of headings that stays in view, and every cell a text.
///
/// # Errors
/// [`Error::Write`] where the workbook cannot be made.
pub fn xlsx(entries: &[Entry], about: &About) -> Result<Vec<u8>, Error> {
    write(entries, about)
        .map_err(|error| Error::Write { format: "XLSX", reason: error.to_string() })
}

fn write(entries: &[Entry], about: &About) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let year = u16::try_from(about.date.year()).unwrap_or(1900);
    let (month, day) = (about.date.month() as u8, about.date.day() as u8);
    let properties = DocProperties::new()
        .set_title(&about.title)
        .set_author(&about.author)
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?);
    book.set_properties(&properties);
    let columns = table(entries);
    let sheet = book.add_worksheet();
    sheet.set_name("People")?;
    let heading_format = Format::new().set_bold();
    for (at, (heading, cells)) in (0..).zip(&columns) {
        sheet.write_string_with_format(0, at, *heading, &heading_format)?;
        for (row, cell) in (1..).zip(cells) {
            sheet.write_string(row, at, cell)?;
        }
        let widest = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
        sheet.set_column_width(at, widest.max(heading.len()).clamp(8, 60) as f64 + 2.0)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let (rows, width) = (entries.len() as u32, columns.len() as u16);
    sheet.autofilter(0, 0, rows, width.saturating_sub(1))?;
    book.save_to_buffer()
}
