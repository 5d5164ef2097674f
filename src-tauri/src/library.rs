//! The library that is open, one request at a time.
//!
//! Called by `bridge` off the window's thread. The only part of the shell that calls the core.

use std::path::PathBuf;

use rapporteur_core::api::{LibraryDescription, Refusal, RefusalCode, Request};
use rapporteur_document::model::{Report, TemplateId};
use serde_json::Value;

use crate::bridge::refusal;

/// The library the window works on; none before `open`, or after an `open` that was refused.
#[derive(Default)]
pub struct OpenLibrary;

impl OpenLibrary {
    /// Opens a library in place of the one that is open; the user's own if none is named.
    pub fn open(&self, path: Option<PathBuf>) -> Result<LibraryDescription, Refusal> {
        let _ = path;
        Err(none_open())
    }

    /// Does one request.
    pub fn handle(&self, request: Request) -> Result<Value, Refusal> {
        let _ = request;
        Err(none_open())
    }

    /// The PDF of a report as it is on the page.
    pub fn preview(&self, content: Report, template: TemplateId) -> Result<Vec<u8>, Refusal> {
        let _ = (content, template);
        Err(none_open())
    }
}

fn none_open() -> Refusal {
    refusal(RefusalCode::Library, "No library is open. Open one from the File menu.")
}
