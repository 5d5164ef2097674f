//! The DOCX writer (Office Open XML, ECMA-376 5th edition, transitional).
//!
//! `body` and `look` describe the document to docx-rs; `xml` mends the order of what docx-rs
//! writes and adds what it cannot say; `logo` is the picture before the title block; `package` puts the parts together. `SUPPORT.md` is the
//! ledger of what is written how. Called by `rapporteur-core`. Deliberately absent: anything
//! about the laptop or its user; two writings of one report are the same bytes.

mod body;
mod logo;
mod look;
mod numbering;
mod package;
mod xml;

use super::{Written, characters};
use crate::Error;
use crate::style::{Printed, Warning};

/// Writes a report as DOCX.
///
/// # Errors
/// [`Error::Write`] where the package cannot be put together; not for any content.
pub fn write(printed: &Printed) -> Result<Written, Error> {
    let (printed, forbidden) = characters::without_forbidden(printed);
    let body = body::build(&printed);
    let docx = look::dress(body.docx, &printed);
    let bytes = package::pack(docx.build(), &body.links, &printed)
        .map_err(|reason| Error::Write { format: "DOCX", reason })?;
    let bad_links = body.bad_links.into_iter().map(|link| Warning {
        field: "text".to_owned(),
        message: format!("The link “{link}” leads nowhere, so its words are exported without it; mend or remove it."),
    });
    Ok(Written { bytes, warnings: forbidden.into_iter().chain(bad_links).collect() })
}
