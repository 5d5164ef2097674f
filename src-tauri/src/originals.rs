//! The file a report was imported from, shown by the program the system has for it.
//!
//! Called by `bridge`. What is shown is a copy that cannot be written: the original in the
//! library stays as it was imported, and nobody believes to have changed it.

use std::path::Path;

use rapporteur_core::api::{Refusal, RefusalCode, Request, Response};
use rapporteur_document::model::ReportId;
use rapporteur_document::read::ENDINGS;

use crate::bridge::{open_in_its_program, refusal};
use crate::library::OpenLibrary;

/// Writes the copy into a folder of its own, in place of an earlier one, and opens it.
pub fn open(library: &OpenLibrary, folder: &Path, report: ReportId) -> Result<(), Refusal> {
    let folder = folder.join(report.to_string());
    let refuse = |reason: String| refusal(RefusalCode::File, reason);
    std::fs::create_dir_all(&folder).map_err(|error| {
        refuse(format!("{} cannot be made: {error}. Save a copy instead.", folder.display()))
    })?;
    let path = folder.to_string_lossy().into_owned();
    let Response::Exported(copy) = library.handle(Request::SaveOriginal { report, path })? else {
        return Err(refusal(RefusalCode::Internal, "The original was not written."));
    };
    let copy = Path::new(&copy.path);
    // A name that says program, not document, is never handed to the system to be started.
    let ending = copy.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !ENDINGS.contains(&ending.as_str()) {
        return Err(refuse(format!(
            "{} is not named like a document, so it is not opened. Save a copy instead.",
            copy.file_name().unwrap_or_default().display()
        )));
    }
    if let Ok(kept) = std::fs::metadata(copy) {
        let mut permissions = kept.permissions();
        permissions.set_readonly(true);
        // A copy that can be written is a copy all the same.
        let _ = std::fs::set_permissions(copy, permissions);
    }
    open_in_its_program(copy)
}
