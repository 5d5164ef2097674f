//! ODT: OpenDocument text, packed or as one XML file, as lines with list numbers computed.
//!
//! Called by [`read`](super::read()). What is read and what is left out stands in `SUPPORT.md`.
//! Deliberately absent: pages, headers and footers, pictures.

mod body;
mod lists;
mod styles;
#[cfg(test)]
mod tests;
mod words;

use super::flow::Flow;
use super::left_out::LeftOut;
use super::lines::Source;
use super::package::{Package, damaged};
use super::xml::{Element, parse};
use super::{Doubt, unreadable};
use crate::Error;
use lists::{Counts, Lists};
use std::collections::HashMap;
use styles::Styles;

/// What reading a document has come to.
#[derive(Default)]
struct Reader {
    styles: Styles,
    lists: Lists,
    headings: Counts,
    /// The words that a tracked change took out, by its id.
    deletions: HashMap<String, String>,
    /// The tracked changes that put words in here.
    insertions: Vec<String>,
    doubts: Vec<Doubt>,
    /// How many notes were set into the text.
    noted: u32,
    left_out: LeftOut,
}

/// The lines of a packed ODT file.
///
/// # Errors
/// [`Error::Read`] where the package is damaged, locked, too large or holds no text.
pub fn read(package: &mut Package<'_>) -> Result<Source, Error> {
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(unreadable(
            "is locked with a password. Open it in LibreOffice, save it without the password and \
             choose that.",
        ));
    }
    let content =
        package.part("content.xml")?.ok_or_else(|| damaged("the part with its text is missing"))?;
    let styles = package.part("styles.xml")?.map(|bytes| parse(&bytes)).transpose()?;
    lines(&parse(&content)?, styles.as_ref())
}

/// The lines of an ODT file that is one XML file.
///
/// # Errors
/// [`Error::Read`] where it is damaged, too large or holds no text.
pub fn read_flat(bytes: &[u8]) -> Result<Source, Error> {
    lines(&parse(bytes)?, None)
}

fn lines(content: &Element, styles: Option<&Element>) -> Result<Source, Error> {
    let text = content.at(&["office:body", "office:text"]);
    let text = text.ok_or_else(|| damaged("the part with its text has no body"))?;
    let mut reader = Reader::default();
    for part in styles.into_iter().chain([content]) {
        reader.styles.add(part);
    }
    reader.deletions = deletions(text);
    let mut flow = Flow::default();
    reader.blocks(text, &mut flow);
    let mut source = flow.into_source("odt");
    source.doubts.append(&mut reader.doubts);
    source.doubts.extend(reader.left_out.doubts());
    Ok(source)
}

fn deletions(text: &Element) -> HashMap<String, String> {
    let mut regions = Vec::new();
    text.all("text:changed-region", &mut regions);
    let deleted = |region: &&Element| {
        let id = region.attribute("xml:id").or(region.attribute("text:id"))?.to_owned();
        let words: Vec<String> = region
            .child("text:deletion")?
            .elements()
            .filter(|element| element.name.starts_with("text:"))
            .map(Element::text)
            .collect();
        Some((id, words.join(" ")))
    };
    regions.iter().filter_map(deleted).collect()
}
