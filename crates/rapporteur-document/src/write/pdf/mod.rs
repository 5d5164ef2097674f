//! The PDF writer: tagged PDF 1.7 that conforms to PDF/UA-1 (ISO 14289-1).
//!
//! `flow` turns printed blocks into pieces with a place in the structure tree, `text` lays out
//! their lines with parley, `pages` puts them on pages, `draw` writes printpdf's operations, and
//! `file` completes printpdf's document with fonts, links, outline, tags and metadata.
//! `ACCESSIBILITY.md` is the ledger. Called by `rapporteur-core`. Deliberately absent: the fonts
//! of the machine (they are passed in), the clock, any random identifier.

mod draw;
mod embed;
mod file;
mod flow;
mod fonts;
mod order;
mod pages;
#[cfg(test)]
mod tests;
mod text;
mod tree;

pub use fonts::{Fonts, font_file};

use super::Written;
use crate::Error;
use crate::style::{Printed, Warning};

/// Writes a report as PDF.
///
/// # Errors
/// [`Error::Write`] where a font cannot be embedded; not for any content.
pub fn write(printed: &Printed, fonts: &Fonts) -> Result<Written, Error> {
    let mut setter = text::Setter::new(fonts, printed);
    let mut tree = tree::Tree::new();
    let pieces = flow::pieces(printed, &mut setter, &mut tree);
    let pages = pages::fill(pieces, &printed.look);
    let drawn = draw::draw(&pages, printed, &mut setter, &mut tree);
    let warning = setter.missing().map(|characters| Warning {
        field: "font".to_owned(),
        message: format!(
            "No font here has {characters}; the PDF shows a Latin transcription. Install a font with these letters, such as Noto Sans CJK, and export again."
        ),
    });
    let bytes = file::complete(drawn, &tree, setter.into_used(), printed)
        .map_err(|reason| Error::Write { format: "PDF", reason })?;
    Ok(Written { bytes, warnings: warning.into_iter().collect() })
}
