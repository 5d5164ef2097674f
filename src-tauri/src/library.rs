//! The library that is open, one request at a time.
//!
//! Called by `bridge` off the window's thread. The only part of the shell that calls the core.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rapporteur_core::api::{self, LibraryDescription, Refusal, RefusalCode, Request, Response};
use rapporteur_core::reading::{InChild, InThisProcess, Reader};
use rapporteur_core::{Library, SystemClock};

use crate::bridge::refusal;

/// The library the window works on; none before the first `open` that succeeds.
pub struct OpenLibrary {
    library: Mutex<Option<Library>>,
    reader: Arc<dyn Reader>,
}

impl Default for OpenLibrary {
    /// Files are read by this program started again, so that none of them takes the window down.
    fn default() -> Self {
        let reader: Arc<dyn Reader> = match InChild::of_this_program() {
            Ok(child) => Arc::new(child),
            Err(error) => {
                eprintln!("Files are read in this process: {error}");
                Arc::new(InThisProcess)
            }
        };
        Self { library: Mutex::default(), reader }
    }
}

impl OpenLibrary {
    /// Opens a library in place of the one that is open, which stays open if this is refused;
    /// the user's own if none is named.
    pub fn open(&self, path: Option<PathBuf>) -> Result<LibraryDescription, Refusal> {
        let path = match path {
            Some(path) => path,
            None => Library::default_path()?,
        };
        let mut library = Library::open(&path, &SystemClock)?;
        library.set_reader(Arc::clone(&self.reader));
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

    /// Does one request. The file it is about is read first, while others may use the library.
    pub fn handle(&self, request: Request) -> Result<Response, Refusal> {
        let stored = self.lock().as_ref().and_then(|library| api::original(library, &request));
        let request = match stored {
            Some(file) => api::prepare_original(request, &file, &*self.reader),
            None => api::prepare(request, &*self.reader),
        };
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
        self.library.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn described(response: Response) -> Result<LibraryDescription, Refusal> {
    match response {
        Response::Library(description) => Ok(description),
        _ => Err(refusal(RefusalCode::Internal, "The library did not describe itself.")),
    }
}
