//! Sheets of XLSX and ODS, within limits.
//!
//! XLSX is read by `calamine`, cell by cell, because its tables in one piece are as large as the
//! corners of a sheet are apart. ODS is read here, because `calamine` lays out every repeated cell
//! before anything can be counted, and a file of a few kilobytes can repeat cells without end.
//! Deliberately absent: formulas, styles, hidden sheets' secrets (they are read like others), and
//! the old binary XLS.

use super::{Grid, MOST_COLUMNS};
use crate::Error;
use crate::read::package::{Package, damaged};
use crate::read::{unreadable, xml};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

/// The most sheets that are looked at.
const MOST_SHEETS: usize = 50;

/// The most cells of one sheet.
const MOST_CELLS: usize = 2_000_000;

/// The sheets of a workbook; none where the bytes are none.
///
/// # Errors
/// [`Error::Read`] where it is damaged, locked, too large, or a kind that is not read.
pub fn read(bytes: &[u8]) -> Result<Option<Vec<Grid>>, Error> {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(unreadable(
            "is an old workbook (.xls) or one with a password. Open it in Excel or LibreOffice, save it as XLSX without a password and choose that.",
        ));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return packed(bytes).map(Some);
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    if start.contains("<office:document") {
        return ods(&xml::parse(bytes)?).map(Some);
    }
    Ok(None)
}

fn packed(bytes: &[u8]) -> Result<Vec<Grid>, Error> {
    let mut package = Package::open(bytes)?;
    let names = package.names();
    let has = |part: &str| names.iter().any(|name| name.to_lowercase().ends_with(part));
    if has("xl/workbook.bin") {
        return Err(unreadable(
            "is a binary workbook (.xlsb). Open it in Excel or LibreOffice, save it as XLSX and choose that.",
        ));
    }
    if names.iter().any(|name| name.contains("worksheets/")) {
        // Unpacked once within limits, so that the reader after this one cannot be flooded.
        for name in &names {
            package.part(name)?;
        }
        return xlsx(bytes);
    }
    let kind = package.part("mimetype")?.unwrap_or_default();
    if kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
        let content = package.part("content.xml")?;
        return ods(&xml::parse(&content.ok_or_else(|| damaged("its content is missing"))?)?);
    }
    Err(unreadable(
        "is no spreadsheet. If it is a text document, select the list in it, copy it and paste it here; else save the list as CSV, XLSX or ODS.",
    ))
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Grid>, Error> {
    let broken = |_| damaged("its sheets cannot be read");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let mut grids = Vec::new();
    for name in book.sheet_names().into_iter().take(MOST_SHEETS) {
        // A chart of its own is listed among the sheets and holds no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        let mut count = 0;
        while let Some(cell) = cells.next_cell().map_err(|_| broken_row(&rows))? {
            let (row, column) = cell.get_position();
            let text = text(cell.get_value());
            count += 1;
            if count > MOST_CELLS {
                return Err(too_many(row));
            }
            if !text.is_empty() && column < MOST_COLUMNS as u32 {
                rows.entry(row).or_default().insert(column, text);
            }
        }
        let mut grid = Grid { name, ..Grid::default() };
        for (row, cells) in rows {
            let last = cells.keys().next_back().copied().unwrap_or_default();
            let cell = |column| cells.get(&column).cloned().unwrap_or_default();
            grid.push(row.saturating_add(1), (0..=last).map(cell))?;
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn broken_row(rows: &BTreeMap<u32, BTreeMap<u32, String>>) -> Error {
    let row = rows.keys().next_back().map_or(1, |row| row.saturating_add(1));
    damaged(&format!("row {row} of a sheet or the one after it cannot be read"))
}

fn too_many(row: u32) -> Error {
    unreadable(&format!(
        "has more cells than any list of people; reading stopped at row {}. Copy the list into a new workbook and choose that.",
        row.saturating_add(1)
    ))
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        // `f64` prints whole numbers without a fraction and every other one as short as it can.
        DataRef::Float(number) => number.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
        DataRef::DateTime(when) => moment(when),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A day and a time, a day, or a time, as ISO 8601 has them.
fn moment(when: &ExcelDateTime) -> String {
    let days = when.as_f64();
    let (year, month, day, hour, minute, second, _) = when.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if when.is_duration() {
        let seconds = (days * 86_400.0).round();
        return format!(
            "{}:{:02}:{:02}",
            (seconds / 3600.0) as u64,
            (seconds / 60.0) as u64 % 60,
            seconds as u64 % 60
        );
    }
    match (days < 1.0, days.fract() == 0.0) {
        (true, _) => time,
        (_, true) => date,
        _ => format!("{date} {time}"),
    }
}

/// The sheets of an OpenDocument spreadsheet (ODF 1.3 part 3, section 9).
fn ods(root: &xml::Element) -> Result<Vec<Grid>, Error> {
    let mut tables = Vec::new();
    root.all("table:table", &mut tables);
    if tables.is_empty() {
        return Err(unreadable("holds no sheet. Choose the spreadsheet with the list."));
    }
    let mut grids = Vec::new();
    for table in tables.into_iter().take(MOST_SHEETS) {
        let name = table.attribute("table:name").unwrap_or_default().to_owned();
        let mut grid = Grid { name, ..Grid::default() };
        let mut rows = Vec::new();
        table.all("table:table-row", &mut rows);
        let mut number: u32 = 1;
        for row in rows {
            let times = repeated(row, "table:number-rows-repeated");
            let cells = ods_row(row);
            // Empty rows are repeated to the end of the sheet; a full one is never repeated far.
            let copies = if cells.iter().all(String::is_empty) { 0 } else { times.min(1000) };
            for copy in 0..copies {
                grid.push(number.saturating_add(copy), cells.iter().cloned())?;
            }
            number = number.saturating_add(times);
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn ods_row(row: &xml::Element) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for cell in row.elements() {
        if !matches!(&*cell.name, "table:table-cell" | "table:covered-table-cell") {
            continue;
        }
        let times = repeated(cell, "table:number-columns-repeated") as usize;
        let room = MOST_COLUMNS - cells.len();
        cells.extend(std::iter::repeat_n(ods_cell(cell), times.min(room)));
    }
    cells
}

fn ods_cell(cell: &xml::Element) -> String {
    let kind = cell.attribute("office:value-type").unwrap_or_default();
    let said = match kind {
        "date" => cell.attribute("office:date-value").map(|date| date.replace('T', " ")),
        "float" => cell.attribute("office:value").map(str::to_owned),
        "time" => cell.attribute("office:time-value").map(clock),
        _ => None,
    };
    said.unwrap_or_else(|| {
        let lines = cell.elements().filter(|inner| &*inner.name == "text:p");
        lines.map(xml::Element::text).collect::<Vec<_>>().join(" ")
    })
}

/// `PT01H02M10S` as `01:02:10`; anything else as it is.
fn clock(duration: &str) -> String {
    let Some(parts) = duration.strip_prefix("PT").and_then(|rest| rest.strip_suffix('S')) else {
        return duration.to_owned();
    };
    let whole = parts.split(['.', ',']).next().unwrap_or(parts);
    whole.replace(['H', 'M'], ":")
}

fn repeated(element: &xml::Element, attribute: &str) -> u32 {
    element.attribute(attribute).and_then(|times| times.parse().ok()).unwrap_or(1)
}
