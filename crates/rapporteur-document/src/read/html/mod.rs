//! HTML: saved web pages, exports of word processors, bodies of mail, as lines.
//!
//! Called by [`read`](super::read()) and by the mail reader. html5ever divides the text into tags;
//! no tree is built, so that the time is bounded by the length of the file whatever stands in it.
//! What is read and what is left out stands in `SUPPORT.md`.

mod css;
mod elements;
mod lists;
mod notes;
mod page;
mod paragraph;
#[cfg(test)]
mod tests;

use super::lines::Source;
use super::{text, unreadable};
use crate::Error;
use encoding_rs::Encoding;
use html5ever::tokenizer::Tag;
use page::Page;
use std::collections::HashMap;

/// The lines of an HTML file.
///
/// # Errors
/// [`Error::Read`] where the bytes are no text or the page nests without end.
pub fn read(bytes: &[u8]) -> Result<Source, Error> {
    let text = characters(bytes).ok_or_else(|| unreadable("is no text although its name or first words say that it is a web page. Open it in a browser, copy the report into a document and choose that."))?;
    read_text(&text)
}

/// The lines of an HTML text.
///
/// # Errors
/// [`Error::Read`] where the page nests without end.
pub fn read_text(text: &str) -> Result<Source, Error> {
    // Notes stand at the end; a first pass finds them, the second sets each where it belongs.
    let notes = if notes::may_hold_notes(text) {
        Page::of(text, None)?.into_notes()
    } else {
        HashMap::new()
    };
    Ok(Page::of(text, Some(notes))?.into_source())
}

/// The characters, in the encoding that the page declares where it is not UTF-8.
fn characters(bytes: &[u8]) -> Option<String> {
    let plain = text::characters(bytes)?.into_owned();
    let marked = Encoding::for_bom(bytes).is_some();
    if marked || std::str::from_utf8(bytes).is_ok() {
        return Some(plain);
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let declared = start.split_once("charset=").and_then(|(_, after)| {
        let label = after.trim_start_matches(['"', '\'', ' ']);
        let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c))?;
        Encoding::for_label(&label.as_bytes()[..end])
    });
    Some(match declared.filter(|encoding| !encoding.name().starts_with("UTF-")) {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => plain,
    })
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name)?;
    Some(found.value.to_string())
}
