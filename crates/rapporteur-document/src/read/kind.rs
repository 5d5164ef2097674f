//! What kind of file some bytes are: by their content first, by the file's name second.
//!
//! Called by [`read`](super::read()) and by the mail reader for its attachments.

use super::package::Package;
use super::{text, unreadable};
use crate::Error;

/// The kinds of files that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Office Open XML, usual or strict.
    Docx,
    /// OpenDocument text, packed.
    Odt,
    /// OpenDocument text, one XML file.
    FlatOdt,
    /// HTML.
    Html,
    /// PDF.
    Pdf,
    /// A mail, or a web page saved as one.
    Mail,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

/// The endings of the names of files that can be read.
pub const ENDINGS: &[&str] = &[
    "docx", "docm", "dotx", "odt", "ott", "fodt", "pdf", "html", "htm", "xhtml", "eml", "mht",
    "mhtml", "md", "markdown", "txt", "text",
];

/// What kind of file this is.
///
/// # Errors
/// [`Error::Read`] where no reader reads it, with the program that converts it.
pub fn kind(bytes: &[u8], file_name: &str) -> Result<Kind, Error> {
    let lower = file_name.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if bytes.starts_with(b"PK\x03\x04") {
        return packed(bytes);
    }
    if is_pdf(bytes, ends(&[".pdf"])) {
        return Ok(Kind::Pdf);
    }
    if let Some(reason) = foreign(bytes) {
        return Err(unreadable(reason));
    }
    let start = start(bytes);
    if is_flat_odt(&start) {
        return Ok(Kind::FlatOdt);
    }
    if start.contains("<pkg:package") || start.contains("schemas.microsoft.com/office/word/2003") {
        return Err(unreadable(
            "is a Word document saved as one XML file. Open it in Word or LibreOffice, save it as \
             DOCX and choose that.",
        ));
    }
    if is_mail(&start, ends(&[".eml", ".mht", ".mhtml"])) {
        return Ok(Kind::Mail);
    }
    if is_html(&start, ends(&[".html", ".htm", ".xhtml"])) {
        return Ok(Kind::Html);
    }
    Ok(if ends(&[".md", ".markdown", ".mkd"]) { Kind::Markdown } else { Kind::Text })
}

/// A PDF file begins with its name, or nearly: some programs put a few bytes before it.
fn is_pdf(bytes: &[u8], named: bool) -> bool {
    let near = &bytes[..bytes.len().min(1024)];
    bytes.starts_with(b"%PDF") || named && near.windows(5).any(|five| five == b"%PDF-")
}

/// The first characters in lower case, whatever the encoding.
fn start(bytes: &[u8]) -> String {
    let sample = &bytes[..bytes.len().min(4096)];
    let wide = sample.starts_with(&[0xFF, 0xFE]) || sample.starts_with(&[0xFE, 0xFF]);
    let text = if wide {
        text::decode(sample).unwrap_or_default()
    } else {
        String::from_utf8_lossy(sample).into_owned()
    };
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_lowercase()
}

fn is_flat_odt(start: &str) -> bool {
    let xml = start.starts_with("<?xml") || start.starts_with("<office:document");
    xml && start.contains("<office:document") && start.contains("opendocument.text")
}

/// Mail begins with headers; two that every mail program writes have to be among them.
fn is_mail(start: &str, named: bool) -> bool {
    const OF_MAIL: &[&str] = &[
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "received",
        "return-path",
        "delivered-to",
        "reply-to",
        "cc",
        "content-transfer-encoding",
    ];
    const OF_PROGRAMS: &[&str] =
        &["message-id", "mime-version", "received", "return-path", "content-type"];
    let mut found = 0;
    let mut by_program = false;
    // Folders of mail begin each with `From name date`; blank lines end the headers.
    for (at, line) in start.lines().enumerate().take(80) {
        if at == 0 && line.starts_with("from ") || line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { break };
        if name.is_empty() || name.contains(' ') {
            break;
        }
        found += usize::from(OF_MAIL.contains(&name));
        by_program |= OF_PROGRAMS.contains(&name);
    }
    found >= 2 && (by_program || named)
}

fn is_html(start: &str, named: bool) -> bool {
    let mut rest = start;
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
        rest = after.trim_start();
    }
    if rest.starts_with("<?xml") {
        rest = rest.split_once("?>").map_or("", |(_, after)| after.trim_start());
    }
    let opens = ["<!doctype html", "<html", "<head", "<body", "<meta ", "<title"];
    opens.iter().any(|tag| rest.starts_with(tag))
        || named && start.contains('<') && start.contains('>')
}

/// What a package is, by the names of its parts.
fn packed(bytes: &[u8]) -> Result<Kind, Error> {
    let mut package = Package::open(bytes)?;
    let names = package.names();
    let has = |wanted: &dyn Fn(&str) -> bool| names.iter().any(|name| wanted(&name.to_lowercase()));
    let kind = package.part("mimetype")?.unwrap_or_default();
    let kind = String::from_utf8_lossy(&kind).trim().to_owned();
    if kind.starts_with("application/vnd.oasis.opendocument.text") {
        return Ok(Kind::Odt);
    }
    let program = if kind.contains("opendocument.spreadsheet") || has(&|n| n.starts_with("xl/")) {
        "is a spreadsheet. Open it in Excel or LibreOffice, copy the report into a document, save \
         that as DOCX and choose it."
    } else if kind.contains("opendocument.presentation") || has(&|n| n.starts_with("ppt/")) {
        "is a presentation. Open it in PowerPoint or LibreOffice, copy the report into a document, \
         save that as DOCX and choose it."
    } else if kind.contains("epub") {
        "is an e-book. Open it in Calibre, convert it to DOCX and choose that."
    } else if has(&|n| n.ends_with(".iwa")) {
        "is a Pages document. Open it in Pages, export it as Word and choose that."
    } else if has(&|n| n == "[content_types].xml") {
        return Ok(Kind::Docx);
    } else {
        "is a packed folder, not a document. Unpack it and choose the reports in it."
    };
    Err(unreadable(program))
}

/// What is known by its first bytes and read by no reader, and the program that converts it.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let begins = |start: &[u8]| bytes.starts_with(start);
    let saved = |stream: &str| {
        let wide: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    Some(if begins(&[0xD0, 0xCF, 0x11, 0xE0]) {
        if saved("EncryptedPackage") {
            "is locked with a password. Open it in Word, remove the password under File, Info, \
             Protect Document, save it and choose that."
        } else if saved("__substg1.0_") {
            "is a mail in Outlook’s own format (.msg). Open it in Outlook, save it as .eml or its \
             attachment as a file, and choose that."
        } else if saved("Workbook") {
            "is an old Excel workbook (.xls). Open it in Excel or LibreOffice, copy the report \
             into a document, save that as DOCX and choose it."
        } else {
            "is an old Word document (.doc). Open it in Word or LibreOffice, save it as DOCX and \
             choose that."
        }
    } else if begins(b"{\\rtf") {
        "is a Rich Text file (.rtf). Open it in Word or LibreOffice, save it as DOCX and choose \
         that."
    } else if begins(b"\xFFWPC") {
        "is a WordPerfect document. Open it in LibreOffice, save it as DOCX and choose that."
    } else if begins(b"\x89PNG")
        || begins(b"\xFF\xD8\xFF")
        || begins(b"II*\0")
        || begins(b"MM\0*")
        || begins(b"GIF8")
    {
        "is a picture. Have its text recognised (Word, LibreOffice with an OCR extension, or \
         tesseract do it), save that as text and choose it."
    } else if begins(b"\x1F\x8B")
        || begins(b"7z\xBC\xAF")
        || begins(b"Rar!")
        || begins(b"BZh")
        || begins(b"PK\x05\x06")
    {
        "is a packed folder, not a document. Unpack it and choose the reports in it."
    } else {
        return None;
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], name: &str, expected: Kind) {
        assert_eq!(kind(bytes, name), Ok(expected), "{name}");
    }

    #[test]
    fn content_counts_more_than_the_name() {
        check(b"<!DOCTYPE html><p>x", "a.txt", Kind::Html);
        check(b"\xEF\xBB\xBF \n<!-- saved --><HTML>", "a", Kind::Html);
        check(b"<?xml version='1.0'?><!DOCTYPE html PUBLIC ''>", "a.xhtml", Kind::Html);
        check(b"<p>x</p>", "a.html", Kind::Html);
        check(b"<p>x</p>", "a.txt", Kind::Text);
        check(b"Return-Path: <a@b.example>\nFrom: a@b.example\n\nx", "a.txt", Kind::Mail);
        check(b"From: a@b.example\nSubject: x\n\nx", "a.eml", Kind::Mail);
        check(b"From: a@b.example\nSubject: x\n\nx", "a.txt", Kind::Text);
        check(b"Date: 5 May 2020\nTime: 10:00\n\nAgenda", "a.txt", Kind::Text);
        check(b"%PDF-1.7 x", "a.txt", Kind::Pdf);
        check(b"junk\n%PDF-1.7 x", "a.pdf", Kind::Pdf);
        check(b"It begins with %PDF-1.7", "a.txt", Kind::Text);
        check(b"# Title", "a.md", Kind::Markdown);
        check(b"# Title", "a.docx", Kind::Text);
        check(
            b"<?xml version='1.0'?><office:document office:mimetype='application/vnd.oasis.opendocument.text'>",
            "a.xml",
            Kind::FlatOdt,
        );
    }
}
