//! Texts with a mark between the cells: commas, semicolons, tabs or bars.

use super::{Grid, MOST_COLUMNS};
use crate::Error;
use csv::{ReaderBuilder, StringRecord};

/// The marks that may stand between cells. A comma also stands inside sentences, so it comes last.
const MARKS: [u8; 4] = [b'\t', b';', b'|', b','];

/// How many rows are looked at to find the mark.
const SAMPLE: usize = 60;

/// A quoted cell over more lines than this was never closed.
const MOST_LINES: usize = 20;

/// The rows of a text.
///
/// # Errors
/// [`Error::Read`](crate::Error) where there are too many.
pub fn read(text: &str, by_hand: bool) -> Result<Grid, Error> {
    let (text, said, first_line) = match text.split_once('\n') {
        // Spreadsheet programs say so in the first line.
        Some((first, rest)) if first.to_lowercase().starts_with("sep=") => {
            (rest, first.trim_end().as_bytes().get(4).copied().or(Some(b'\t')), 2)
        }
        _ => (text, None, 1),
    };
    let Some(mark) = said.or_else(|| mark(text, by_hand)) else { return lines(text) };
    let mut grid = Grid::default();
    if let Some(row) = unclosed(text, mark) {
        grid.warn(
            row + first_line,
            "A quotation mark is opened here and never closed, so all quotation marks of this file were taken as they stand. Close it and read the file again if cells look wrong.",
        );
        fill(&mut grid, text, mark, false, first_line)?;
    } else {
        fill(&mut grid, text, mark, true, first_line)?;
    }
    Ok(grid)
}

/// Each line a cell.
fn lines(text: &str) -> Result<Grid, Error> {
    let mut grid = Grid::default();
    for (number, line) in (1..).zip(text.lines()) {
        grid.push(number, std::iter::once(line.to_owned()))?;
    }
    Ok(grid)
}

fn fill(grid: &mut Grid, text: &str, mark: u8, quoting: bool, first: u32) -> Result<(), Error> {
    let mut reader = reader(mark, quoting).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    // Text in memory and any number of cells: there is no error left that could end it early.
    while reader.read_record(&mut record).unwrap_or(false) {
        let number = line_of(&record).saturating_add(first).saturating_sub(1);
        if record.len() > MOST_COLUMNS {
            grid.warn(number, "This row has more than 256 cells; the others were left out.");
        }
        grid.push(number, record.iter().map(str::to_owned))?;
    }
    Ok(())
}

fn reader(mark: u8, quoting: bool) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(mark).has_headers(false).flexible(true).quoting(quoting);
    builder
}

fn line_of(record: &StringRecord) -> u32 {
    record.position().map_or(1, |at| u32::try_from(at.line()).unwrap_or(u32::MAX))
}

/// The row, counted from 0, whose quotation mark is never closed.
fn unclosed(text: &str, mark: u8) -> Option<u32> {
    let mut reader = reader(mark, true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut last = None;
    while reader.read_record(&mut record).unwrap_or(false) {
        let lines = record.iter().flat_map(str::bytes).filter(|byte| *byte == b'\n').count();
        let row = line_of(&record).saturating_sub(1);
        if lines > MOST_LINES {
            return Some(row);
        }
        let open = record.iter().next_back().is_some_and(|cell| cell.contains('\n'));
        last = open.then_some(row);
    }
    last.filter(|_| !text.trim_end().ends_with('"'))
}

/// The mark that parts most rows into the same number of cells; none where it parts too few.
fn mark(text: &str, by_hand: bool) -> Option<u8> {
    let mut best: Option<(usize, u8)> = None;
    for mark in MARKS {
        if by_hand && mark == b',' && !is_headed(text) {
            continue;
        }
        let mut widths = Vec::new();
        let mut reader = reader(mark, true).from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        while widths.len() < SAMPLE && reader.read_record(&mut record).unwrap_or(false) {
            widths.push(record.len());
        }
        let same = |wide: usize| widths.iter().filter(|other| **other == wide).count();
        let rows = widths.iter().filter(|wide| **wide > 1).map(|wide| same(*wide)).max();
        if let Some(rows) = rows
            && best.is_none_or(|(most, _)| rows > most)
        {
            best = Some((rows, mark));
        }
    }
    let (rows, mark) = best?;
    let all = text.lines().filter(|line| !line.trim().is_empty()).count().min(SAMPLE);
    (rows * 3 >= all || is_headed(text)).then_some(mark)
}

/// Whether one of the first lines holds two headings or more.
fn is_headed(text: &str) -> bool {
    text.lines().take(SAMPLE).any(|line| {
        let cells = line.split([',', ';', '\t', '|']).map(|cell| cell.trim().trim_matches('"'));
        cells.filter(|cell| super::headings::field(cell).is_some()).count() >= 2
    })
}
