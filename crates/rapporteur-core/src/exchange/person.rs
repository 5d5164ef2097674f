//! What is held on one person, and pictures the window drew, to a file.

use super::place::write_whole;
use crate::api::{Exported, HeldOnPerson};
use crate::error::Error;
use std::path::Path;

/// Writes everything held on one person: as JSON where the file's name ends so, else for reading.
pub(crate) fn export_person(held: &HeldOnPerson, path: &str) -> Result<Exported, Error> {
    let json = Path::new(path).extension().is_some_and(|ending| ending == "json");
    let text = if json {
        serde_json::to_string_pretty(held)
            .map_err(|error| Error::Refused(format!("This cannot be exported: {error}")))?
            + "\n"
    } else {
        held.readable()
    };
    save_picture(path, text.as_bytes())
}

/// Writes a picture or a table that the window drew.
pub(crate) fn save_picture(path: &str, bytes: &[u8]) -> Result<Exported, Error> {
    write_whole(Path::new(path), bytes)?;
    let bytes = bytes.len() as u64;
    Ok(Exported { path: path.to_owned(), bytes, warnings: vec![] })
}
