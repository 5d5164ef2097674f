//! Readers: the text of a prior report as lines, and recognition of what they mean.
//!
//! [`read`] is the door: `rapporteur-core` hands it the bytes of a file. Each format's folder
//! turns bytes into [`lines::Source`]; `recognise` turns lines into [`Recognised`], the same for
//! every format. Deliberately absent: files, and any silent change of a word.

mod into_report;
pub mod lines;
pub mod markdown;
pub mod pdf;
pub mod recognise;
mod recognised;
pub mod text;

pub use recognised::{
    Doubt, Place, ReadAgendaItem, ReadLink, ReadNextMeeting, ReadPart, ReadParticipant,
    ReadSection, Reading, Recognised,
};

use crate::Error;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 50 * 1024 * 1024;

/// Reads a prior report, picking the format by its bytes first and by its name second.
///
/// # Errors
/// [`Error::Read`] where the bytes hold no text that can be read, with what to do about it.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Recognised, Error> {
    refuse(bytes, file_name)?;
    if is_pdf(bytes) {
        return Ok(recognise::recognise(pdf::read(bytes)?));
    }
    let text = text::decode(bytes).ok_or_else(|| {
        unreadable("is not a text file. Choose a report saved as text or Markdown.")
    })?;
    if text.trim().is_empty() {
        return Err(unreadable("holds no text. Choose another file."));
    }
    let lower = file_name.to_lowercase();
    let is_markdown = [".md", ".markdown", ".mkd"].iter().any(|ending| lower.ends_with(ending));
    let source = if is_markdown { markdown::read(&text) } else { text::read(&text) };
    Ok(recognise::recognise(source))
}

/// A PDF file says so in its first kilobyte, seldom after a few bytes of something else.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)].windows(5).any(|five| five == b"%PDF-")
}

fn unreadable(what: &str) -> Error {
    Error::Read { reason: format!("it {what}") }
}

/// Refuses what cannot be a text, naming the program that converts it.
fn refuse(bytes: &[u8], file_name: &str) -> Result<(), Error> {
    let lower = file_name.to_lowercase();
    let refusal = if bytes.is_empty() {
        "is empty. Choose another file."
    } else if bytes.len() > LARGEST_FILE {
        "is larger than 50 MB. Save the report alone, without pictures, and choose that file."
    } else if bytes.starts_with(b"PK\x03\x04") && lower.ends_with(".odt") {
        "is an OpenDocument file. Reading it comes with the next version; until then open it in \
         LibreOffice, save it as text and choose that."
    } else if bytes.starts_with(b"PK\x03\x04") && lower.ends_with(".docx") {
        "is a DOCX file. Reading DOCX comes with the next version; until then open it in Word or \
         LibreOffice, save it as plain text and choose that."
    } else if bytes.starts_with(b"PK\x03\x04") {
        "is a packed file, not a text. Unpack it, or save the report as plain text, and choose that."
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        "is an old Word document (.doc). Open it in Word or LibreOffice, save it as plain text \
         and choose that."
    } else if bytes.starts_with(b"{\\rtf") {
        "is a Rich Text file (.rtf). Open it in Word or LibreOffice, save it as plain text and \
         choose that."
    } else {
        return Ok(());
    };
    Err(unreadable(refusal))
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
        refused(b"%PDF-1.7 x", "a.pdf", "PDF");
        refused(b"PK\x03\x04....", "a.docx", "next version");
        refused(b"PK\x03\x04....", "a.zip", "packed");
        refused(&[0xD0, 0xCF, 0x11, 0xE0, 1, 2], "a.doc", ".doc");
        refused(b"{\\rtf1 x}", "a.rtf", ".rtf");
        refused(&[1, 2, 3, 0, 0, 0, 7, 9, 4, 200, 1, 0, 3, 5], "a.bin", "not a text");
    }
}
