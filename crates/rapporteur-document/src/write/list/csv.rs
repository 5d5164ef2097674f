//! Comma-separated values (RFC 4180) in UTF-8.

use super::{Entry, table};
use ::csv::{QuoteStyle, Terminator, WriterBuilder};

/// A list as CSV. With a byte order mark Excel reads the accents right; other programs need none.
pub fn csv(entries: &[Entry], mark: bool) -> Vec<u8> {
    let columns = table(entries);
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Necessary)
        .terminator(Terminator::CRLF)
        .from_writer(if mark { "\u{feff}".as_bytes().to_vec() } else { Vec::new() });
    let mut record = |cells: Vec<String>| {
        writer.write_record(cells).expect("a row as long as the first goes into memory");
    };
    record(columns.iter().map(|(heading, _)| (*heading).to_owned()).collect());
    for at in 0..entries.len() {
        record(columns.iter().map(|(_, cells)| harmless(&cells[at])).collect());
    }
    writer.into_inner().expect("memory takes what is left")
}

/// A cell that no spreadsheet takes for a formula: an apostrophe before it makes it a text.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
