//! Readers: the text of a prior report as lines, and recognition of what they mean.
//!
//! [`read`] is the door: `rapporteur-core` hands it the bytes of a file. Each format's folder
//! turns bytes into [`lines::Source`]; `recognise` turns lines into [`Recognised`], the same for
//! every format. Lists of people have a door of their own, [`list::read`]. Deliberately absent: files, and any silent change of a word.

mod docx;
mod flow;
mod furniture;
mod html;
mod into_report;
mod kind;
mod left_out;
pub mod lines;
pub mod list;
mod mail;
mod manuscript;
pub mod markdown;
mod numbers;
mod odt;
mod original;
mod package;
pub mod pdf;
pub mod recognise;
mod recognised;
mod repair;
pub mod text;
pub mod transcript;
mod venue;
mod xml;

pub use kind::ENDINGS;
pub use list::LIST_ENDINGS;
pub use manuscript::manuscript;
pub use original::{OriginalLine, with_lines};
pub use recognised::{
    Doubt, Place, ReadAgendaItem, ReadLink, ReadNextMeeting, ReadPart, ReadParticipant,
    ReadSection, Reading, Recognised,
};
pub use repair::{Change, Repair, Spot};

use crate::Error;
use kind::{Kind, kind};
use lines::Source;
use package::Package;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 50 * 1024 * 1024;

/// The most words that are recognised, in bytes. The longest report seen has 60,000.
const MOST_WORDS: usize = 2 * 1024 * 1024;

/// The most paragraphs that are recognised.
const MOST_LINES: usize = 20_000;

/// Reads a prior report, picking the format by its bytes first and by its name second.
///
/// # Errors
/// [`Error::Read`] where the bytes hold no text that can be read, with what to do about it.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Recognised, Error> {
    source(bytes, file_name).map(|(source, _)| recognise::recognise(source))
}

/// The lines of a file, and its characters where it is a text.
fn source(bytes: &[u8], file_name: &str) -> Result<(Source, Option<String>), Error> {
    if bytes.is_empty() {
        return Err(unreadable("is empty. Choose another file."));
    }
    if bytes.len() > LARGEST_FILE {
        return Err(unreadable(
            "is larger than 50 MB. Save the report alone, without pictures, and choose that file.",
        ));
    }
    Ok(match kind(bytes, file_name)? {
        Kind::Mail => (mail::read(bytes)?, None),
        kind @ (Kind::Markdown | Kind::Text) => (source_of(kind, bytes)?, Some(characters(bytes)?)),
        kind => (source_of(kind, bytes)?, None),
    })
}

/// The lines of a file that is no mail.
fn source_of(kind: Kind, bytes: &[u8]) -> Result<Source, Error> {
    let is_text = matches!(kind, Kind::Markdown | Kind::Text);
    // Two bytes for each character at most.
    if is_text && bytes.len() > 2 * MOST_WORDS {
        return Err(far_too_much());
    }
    let source = match kind {
        Kind::Docx => docx::read(&mut Package::open(bytes)?)?,
        Kind::Odt => odt::read(&mut Package::open(bytes)?)?,
        Kind::FlatOdt => odt::read_flat(bytes)?,
        Kind::Html => html::read(bytes)?,
        Kind::Pdf => pdf::read(bytes)?,
        Kind::Markdown => markdown::read(&characters(bytes)?),
        Kind::Mail | Kind::Text => text::read(&characters(bytes)?),
    };
    bounded(source)
}

/// Refuses what a reader made where it is nothing, or far more than a report.
fn bounded(source: Source) -> Result<Source, Error> {
    let words: usize =
        source.lines.iter().flat_map(|line| &line.runs).map(|run| run.text.len()).sum();
    if words == 0 {
        return Err(unreadable("holds no text. Choose another file."));
    }
    if words > MOST_WORDS || source.lines.len() > MOST_LINES {
        return Err(far_too_much());
    }
    Ok(source)
}

fn far_too_much() -> Error {
    unreadable("holds far more text than a report. Save the report alone and choose that file.")
}

fn characters(bytes: &[u8]) -> Result<String, Error> {
    text::decode(bytes).ok_or_else(|| {
        unreadable("is of a kind that is not known here. Open it in the program that made it, save it as DOCX, PDF or text and choose that.")
    })
}

fn unreadable(what: &str) -> Error {
    Error::Read { reason: format!("it {what}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8], name: &str, says: &str) {
        let Err(Error::Read { reason }) = read(bytes, name) else { panic!("{name} was read") };
        assert!(reason.contains(says) && reason.starts_with("it "), "{reason}");
    }

    #[test]
    fn what_is_no_text_is_refused_with_a_way_out() {
        refused(b"", "a.txt", "is empty");
        refused(b" \n\t\n", "a.txt", "holds no text");
        refused(b"%PDF-1.7 x", "a.pdf", "damaged");
        refused(b"PK\x03\x04....", "a.docx", "damaged");
        refused(&[0xD0, 0xCF, 0x11, 0xE0, 1, 2], "a.doc", ".doc");
        refused(b"{\\rtf1 x}", "a.rtf", ".rtf");
        refused(&[1, 2, 3, 0, 0, 0, 7, 9, 4, 200, 1, 0, 3, 5], "a.bin", "not known here");
    }
}
