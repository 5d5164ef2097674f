//! DOCX: the package's XML as lines, with list numbers computed and every word once.
//!
//! Called by [`read`](super::read()). Read with our own eyes over `zip` and `quick-xml`: docx-rs,
//! which writes our files, panics on its own footers and on damaged files. What is read and what
//! is left out stands in `SUPPORT.md`. Deliberately absent: pages (Word computes them anew on every
//! machine), headers and footers, pictures.

mod body;
mod fields;
mod numbering;
mod parts;
mod styles;
mod symbols;
#[cfg(test)]
mod tests;
mod words;

use super::flow::Flow;
use super::lines::Source;
use super::package::{Package, damaged};
use super::recognise::doubt;
use super::{Doubt, xml};
use crate::Error;
use fields::Fields;
use numbering::Numbering;
use parts::Parts;
use styles::Styles;

/// What reading a document has come to.
struct Reader<'p> {
    parts: &'p Parts,
    styles: Styles,
    numbering: Numbering,
    fields: Fields,
    doubts: Vec<Doubt>,
    /// How many notes were set into the text.
    noted: u32,
    contents_left_out: bool,
    hidden_left_out: bool,
}

/// The lines of a DOCX file.
///
/// # Errors
/// [`Error::Read`] where the package is damaged, too large or holds no document.
pub fn read(package: &mut Package<'_>) -> Result<Source, Error> {
    let parts = parts::parts(package)?;
    let body = parts.document.child("w:body");
    let body: &xml::Element = body.ok_or_else(|| damaged("the part with its text has no body"))?;
    let mut reader = Reader {
        parts: &parts,
        styles: Styles::new(parts.styles.as_ref()),
        numbering: Numbering::new(parts.numbering.as_ref()),
        fields: Fields::default(),
        doubts: Vec::new(),
        noted: 0,
        contents_left_out: false,
        hidden_left_out: false,
    };
    let mut flow = Flow::default();
    reader.blocks(body, &mut flow, &parts.links);
    let mut source = flow.into_source("docx");
    source.doubts = reader.finish();
    Ok(source)
}

impl Reader<'_> {
    fn finish(mut self) -> Vec<Doubt> {
        let mut note = |is: bool, code: &str, message: &str| {
            if is {
                self.doubts.push(doubt(code, message, 0, "", None));
            }
        };
        note(
            self.parts.comments > 0,
            "comments_left_out",
            "This file has comments; they are no part of the report and were left out.",
        );
        note(
            self.contents_left_out,
            "contents_left_out",
            "This file has a table of contents; it repeats the headings and was left out.",
        );
        note(
            self.hidden_left_out,
            "hidden_left_out",
            "This file has hidden text; it was left out. Show it in Word if it belongs to the report.",
        );
        note(
            self.noted > 0,
            "notes_moved",
            "This file has footnotes; each was set after the text that refers to it.",
        );
        self.doubts
    }
}
