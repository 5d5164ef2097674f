//! Readers: the text of a prior report as lines, and recognition of what they mean.
//!
//! Called by `rapporteur-core`. Each format turns its bytes into the same [`lines::Line`]s, and
//! one recogniser serves all. Deliberately absent: the writers, any guess that is not a doubt.

mod doubt;
pub mod lines;
pub mod markdown;
mod reading;
pub mod recognise;
pub mod text;
mod to_report;

pub use doubt::{Doubt, Place};
pub use reading::{
    ReadAgendaItem, ReadLink, ReadNextMeeting, ReadPart, ReadParticipant, ReadSection, Reading,
    Recognised,
};

use crate::Error;

/// Reads a prior report from the bytes of a file; the name only helps to tell the format.
///
/// # Errors
/// [`Error::Read`] for bytes that are no text, with what to do about them. A text that is no
/// report is no error: it has doubts.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Recognised, Error> {
    refuse_other_formats(bytes)?;
    let (text, mut doubts) = text::decode(bytes)?;
    let lower = file_name.to_lowercase();
    let named_markdown = [".md", ".markdown"].iter().any(|ending| lower.ends_with(ending));
    let (format, lines) = if named_markdown || markdown::looks_like(&text) {
        ("markdown", markdown::lines(&text))
    } else {
        ("text", text::lines(&text))
    };
    let (report, found) = recognise::recognise(lines);
    doubts.extend(found);
    Ok(Recognised { format: format.to_owned(), report, doubts })
}

fn refuse_other_formats(bytes: &[u8]) -> Result<(), Error> {
    let known: [(&[u8], &str); 6] = [
        (
            b"%PDF",
            "it is a PDF; save its text (for instance with “Save as text” in a PDF reader) and import that",
        ),
        (
            b"PK\x03\x04",
            "it is a word processor's file; save it as plain text (.txt) in Word or LibreOffice and import that",
        ),
        (
            b"\xd0\xcf\x11\xe0",
            "it is an old Word file (.doc); open it in LibreOffice or Word and save it as plain text (.txt)",
        ),
        (
            b"{\\rtf",
            "it is a Rich Text file (.rtf); open it in LibreOffice or Word and save it as plain text (.txt)",
        ),
        (b"\x89PNG", "it is a picture; read it with an OCR program and import the text"),
        (b"\xff\xd8\xff", "it is a picture; read it with an OCR program and import the text"),
    ];
    let refuse = |reason: &str| Err(Error::Read { reason: reason.to_owned() });
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return refuse("it is empty; choose the file that has the report");
    }
    match known.iter().find(|(start, _)| bytes.starts_with(start)) {
        Some((_, reason)) => refuse(reason),
        None => Ok(()),
    }
}
