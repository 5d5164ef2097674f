//! The library that is open, one request at a time.
//!
//! Called by `bridge` off the window's thread. The only part of the shell that calls the core.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rapporteur_core::api::{self, LibraryDescription, Refusal, RefusalCode, Request, Response};
use rapporteur_core::{Library, SystemClock};

use crate::bridge::refusal;

/// The library the window works on; none before the first `open` that succeeds.
#[derive(Default)]
pub struct OpenLibrary(Mutex<Option<Library>>);

impl OpenLibrary {
    /// Opens a library in place of the one that is open, which stays open if this is refused;
    /// the user's own if none is named.
    pub fn open(&self, path: Option<PathBuf>) -> Result<LibraryDescription, Refusal> {
        let path = match path {
            Some(path) => path,
            None => Library::default_path()?,
        };
        let mut library = Library::open(&path, &SystemClock)?;
        let description =
            described(api::handle(&mut library, &SystemClock, Request::DescribeLibrary)?)?;
        if let Some(before) = self.lock().replace(library) {
            before.close();
        }
        Ok(description)
    }

    /// What library is open.
    pub fn describe(&self) -> Result<LibraryDescription, Refusal> {
        described(self.handle(Request::DescribeLibrary)?)
    }

    /// Does one request.
    pub fn handle(&self, request: Request) -> Result<Response, Refusal> {
        let mut library = self.lock();
        let library = library.as_mut().ok_or_else(|| {
            refusal(RefusalCode::Library, "No library is open. Open one from the File menu.")
        })?;
        api::handle(library, &SystemClock, request)
    }

    /// Ends the work on the library, so that its file is whole without its companions.
    pub fn close(&self) {
        if let Some(library) = self.lock().take() {
            library.close();
        }
    }

    /// A panic inside a request was undone by its transaction, so the library is as it was.
    fn lock(&self) -> MutexGuard<'_, Option<Library>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn described(response: Response) -> Result<LibraryDescription, Refusal> {
    match response {
        Response::Library(description) => Ok(description),
        _ => Err(refusal(RefusalCode::Internal, "The library did not describe itself.")),
    }
}
