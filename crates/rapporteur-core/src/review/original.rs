//! The file an imported report came from: shown, written out, compared with the report.

use crate::api::{Exported, LineUnit, OriginalText};
use crate::error::Error;
use crate::exchange;
use crate::library::Library;
use crate::reading::{FileRead, Unread};
use crate::storage::originals::{self, Kept};
use crate::{reports, templates};
use rapporteur_document::compare::{self, TextComparison};
use rapporteur_document::model::ReportId;
use rapporteur_document::read::{OriginalLine, text::split_mark};
use rapporteur_document::style::{self, PrintedBlock, run_text};
use rusqlite::Connection;
use std::path::Path;

/// The file a report came from.
pub(super) fn of(connection: &Connection, report: ReportId) -> Result<Kept, Error> {
    originals::of_report(connection, report)?.ok_or_else(|| {
        Error::Refused("This report was written here, so there is no file it came from.".to_owned())
    })
}

/// Its bytes.
pub(crate) fn bytes(connection: &Connection, report: ReportId) -> Result<Vec<u8>, Error> {
    Ok(originals::bytes(connection, &of(connection, report)?.sha256)?)
}

/// A file to be read again.
pub struct FileToRead {
    /// Its name without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The file with its bytes.
pub(crate) fn file(connection: &Connection, report: ReportId) -> Result<FileToRead, Error> {
    let file = of(connection, report)?;
    let bytes = originals::bytes(connection, &file.sha256)?;
    Ok(FileToRead { name: file.name, bytes })
}

/// Its lines, read again; it may have been read already.
pub(crate) fn text(
    library: &Library,
    report: ReportId,
    read: Option<Result<FileRead, Unread>>,
) -> Result<OriginalText, Error> {
    let file = file(library.connection(), report)?;
    let read = read.unwrap_or_else(|| library.reader().read(&file.bytes, &file.name));
    let read = read.map_err(|unread| Error::File {
        path: file.name.into(),
        verb: "read",
        reason: unread.reason,
    })?;
    let unit = match read.recognised.format.as_str() {
        "text" | "markdown" => LineUnit::Line,
        "pdf" => LineUnit::Page,
        _ => LineUnit::Paragraph,
    };
    Ok(OriginalText { unit, lines: read.lines })
}

/// Writes it to a file, byte for byte.
pub(crate) fn save(library: &Library, report: ReportId, path: &str) -> Result<Exported, Error> {
    let file = of(library.connection(), report)?;
    let bytes = originals::bytes(library.connection(), &file.sha256)?;
    // A library may come from anybody: its names are names, never paths.
    let name = Path::new(&file.name).file_name().unwrap_or("original".as_ref());
    exchange::write_file(path, &name.to_string_lossy(), bytes)
}

/// The words that only the original has, or only the report as it is printed.
pub(crate) fn compare_with_report(
    library: &Library,
    report: ReportId,
    read: Option<Result<FileRead, Unread>>,
) -> Result<TextComparison, Error> {
    let original = text(library, report, read)?;
    let stored = reports::stored(library.connection(), report)?;
    let template = templates::load(library.connection(), stored.template)?;
    let mut lines = Vec::new();
    for block in &style::print(&stored.content, &template)?.blocks {
        add_lines(block, &mut lines);
    }
    let original: Vec<(u32, &str)> =
        original.lines.iter().map(|line| (line.number, unmarked(line))).collect();
    Ok(compare::texts(&original, &lines))
}

/// A line without its list mark or number, which are counted anew.
fn unmarked(line: &OriginalLine) -> &str {
    split_mark(&line.text, false).map_or(&line.text, |(_, length)| &line.text[length..])
}

fn add_lines(block: &PrintedBlock, lines: &mut Vec<String>) {
    match block {
        PrintedBlock::TitleLine(runs)
        | PrintedBlock::Title(runs)
        | PrintedBlock::Paragraph(runs) => lines.push(run_text(runs)),
        PrintedBlock::Heading(heading) => lines.push(run_text(&heading.runs)),
        PrintedBlock::List(list) => {
            for block in list.entries.iter().flat_map(|entry| &entry.blocks) {
                add_lines(block, lines);
            }
        }
    }
}
