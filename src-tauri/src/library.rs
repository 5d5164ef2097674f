//! The library that is open, one request at a time, on a thread of its own.
//!
//! Called by `bridge` off the window's thread. The only part of the shell that calls the core.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use rapporteur_core::api::{self, LibraryDescription, Refusal, RefusalCode, Request, Response};
use rapporteur_core::reading::{InChild, InThisProcess, Reader};
use rapporteur_core::{Library, SystemClock};

use crate::bridge::{mistake, refusal};

/// What the library's thread is asked to do; there is no library before the first `open` that
/// succeeds.
type Work = Box<dyn FnOnce(&mut Option<Library>) + Send>;

/// The library the window works on.
pub struct OpenLibrary {
    waiting: Sender<Work>,
    reader: Arc<dyn Reader>,
}

impl Default for OpenLibrary {
    /// Files are read by this program started again, so that none of them takes the window down.
    /// One thread does all the work: the patterns of the checker keep 11 MB for each that uses them.
    fn default() -> Self {
        let reader: Arc<dyn Reader> = match InChild::of_this_program() {
            Ok(child) => Arc::new(child),
            Err(error) => {
                eprintln!("Files are read in this process: {error}");
                Arc::new(InThisProcess)
            }
        };
        let (waiting, next) = channel::<Work>();
        thread::spawn(move || {
            let mut library = None;
            for work in next {
                // A panic inside a request was undone by its transaction, so the library is as it
                // was; whoever asked hears of it as nothing is answered.
                let _ = catch_unwind(AssertUnwindSafe(|| work(&mut library)));
            }
        });
        Self { waiting, reader }
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
        let reader = Arc::clone(&self.reader);
        self.with(move |open| {
            let mut library = Library::open(&path, &SystemClock)?;
            library.set_reader(reader);
            let description =
                described(api::handle(&mut library, &SystemClock, Request::DescribeLibrary)?)?;
            if let Some(before) = open.replace(library) {
                before.close();
            }
            Ok(description)
        })?
    }

    /// What library is open.
    pub fn describe(&self) -> Result<LibraryDescription, Refusal> {
        described(self.handle(Request::DescribeLibrary)?)
    }

    /// Does one request. The file it is about is read first, while others may use the library.
    pub fn handle(&self, request: Request) -> Result<Response, Refusal> {
        let (request, stored) = self.with(move |library| {
            let stored = library.as_ref().and_then(|library| api::original(library, &request));
            (request, stored)
        })?;
        let request = match stored {
            Some(file) => api::prepare_original(request, &file, &*self.reader),
            None => api::prepare(request, &*self.reader),
        };
        self.with(move |library| {
            let library = library.as_mut().ok_or_else(|| {
                refusal(RefusalCode::Library, "No library is open. Open one from the File menu.")
            })?;
            api::handle(library, &SystemClock, request)
        })?
    }

    /// Ends the work on the library, so that its file is whole without its companions.
    pub fn close(&self) {
        // A library that is no longer worked on needs no end.
        let _ = self.with(|library| library.take().map(Library::close));
    }

    /// Waits until the library's thread has done this; a panic in it is a refusal.
    fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Option<Library>) -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let (answer, answered) = channel();
        let work = move |library: &mut Option<Library>| {
            // Whoever asked may have gone.
            let _ = answer.send(work(library));
        };
        self.waiting.send(Box::new(work)).map_err(|_| mistake())?;
        answered.recv().map_err(|_| mistake())
    }
}

fn described(response: Response) -> Result<LibraryDescription, Refusal> {
    match response {
        Response::Library(description) => Ok(description),
        _ => Err(refusal(RefusalCode::Internal, "The library did not describe itself.")),
    }
}
