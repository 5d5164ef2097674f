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
use super::left_out::LeftOut;
use super::lines::Source;
use super::package::{Package, damaged};
use super::{Doubt, xml};
use crate::Error;
use fields::Fields;
use numbering::Numbering;
use parts::Parts;
use std::collections::HashSet;
use styles::Styles;

/// What reading a document has come to.
struct Reader<'p> {
    parts: &'p Parts,
    styles: Styles,
    numbering: Numbering,
    fields: Fields,
    /// The places in the document that links can lead to.
    bookmarks: HashSet<&'p str>,
    doubts: Vec<Doubt>,
    /// How many notes were set into the text.
    noted: u32,
    left_out: LeftOut,
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
        bookmarks: bookmarks(body),
        doubts: Vec::new(),
        noted: 0,
        left_out: LeftOut { comments: parts.comments > 0, ..LeftOut::default() },
    };
    let mut flow = Flow::default();
    reader.blocks(body, &mut flow, &parts.links);
    let mut source = flow.into_source("docx");
    source.doubts.append(&mut reader.doubts);
    source.doubts.extend(reader.left_out.doubts());
    Ok(source)
}

fn bookmarks(body: &xml::Element) -> HashSet<&str> {
    let mut found = Vec::new();
    body.all("w:bookmarkStart", &mut found);
    found.into_iter().filter_map(|mark| mark.attribute("w:name")).collect()
}
