//! Reading files where a hang or a crash takes nothing else down.
//!
//! A file of somebody else's may be damaged or made to do damage, and a reader may be wrong about
//! it: loop, overflow its stack, ask for all memory. Only a process of its own can be ended in
//! each of these cases, so the application and the command line start their own program again as
//! a reader ([`InChild`]), which does nothing but answer bytes with what was recognised in them
//! ([`serve`]). One such process reads a whole batch, one file after the other, so a thousand
//! files do not cost a thousand starts. Weighed and left: a thread (cannot be ended), a second
//! program to install (could be missing), a sandbox of the platform (three of them, all unlike).
//!
//! Where the program is another one, as in tests, [`InThisProcess`] reads with the same words
//! for everything but a hang. Called by `exchange`; injected through [`Library::set_reader`].
//!
//! [`Library::set_reader`]: crate::Library::set_reader

mod child;
mod limits;
mod serve;

pub use child::InChild;
pub use serve::{ARGUMENT, serve, serve_with};

use crate::clock::{SystemClock, new_id};
use rapporteur_document::model::Report;
use rapporteur_document::read::{self, OriginalLine, Recognised};
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What was found in a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FileRead {
    /// What was recognised; only what its JSON holds counts.
    pub recognised: Recognised,
    /// The report it makes.
    pub report: Report,
    /// The file line by line.
    pub lines: Vec<OriginalLine>,
}

/// Why a file was not read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Unread {
    /// The reason and what to do, beginning with `it`.
    pub reason: String,
    /// It holds pictures of pages, which an OCR program can read.
    pub pictures: bool,
}

impl From<String> for Unread {
    fn from(reason: String) -> Self {
        Self { reason, pictures: false }
    }
}

impl From<rapporteur_document::Error> for Unread {
    fn from(error: rapporteur_document::Error) -> Self {
        match error {
            rapporteur_document::Error::Pictures { reason } => Self { reason, pictures: true },
            error => error.to_string().into(),
        }
    }
}

/// Reads bytes as a prior report.
pub trait Reader: Send + Sync {
    /// What is in the bytes; `name` is the file's name without its folders.
    ///
    /// # Errors
    /// Why it cannot be read and what to do.
    fn read(&self, bytes: &[u8], name: &str) -> Result<FileRead, Unread>;
}

/// Reads where it is asked. A panic is a refusal; a hang hangs.
#[derive(Debug, Default)]
pub struct InThisProcess;

impl Reader for InThisProcess {
    fn read(&self, bytes: &[u8], name: &str) -> Result<FileRead, Unread> {
        guarded(|| {
            let (recognised, lines) = read::with_lines(bytes, name)?;
            let report = recognised.clone().into_report(&mut || new_id(&SystemClock));
            Ok(FileRead { recognised, report, lines })
        })
    }
}

/// Reads with a reader that may be wrong about a damaged file: its panic is the file's refusal.
pub(crate) fn guarded<T>(
    reader: impl FnOnce() -> Result<T, rapporteur_document::Error>,
) -> Result<T, Unread> {
    let read = catch_unwind(AssertUnwindSafe(reader))
        .map_err(|_| damaged("it is damaged in a way that could not be read"))?;
    Ok(read?)
}

fn damaged(what: &str) -> String {
    format!("{what}. Open it in the program that made it, save it anew and choose that.")
}
