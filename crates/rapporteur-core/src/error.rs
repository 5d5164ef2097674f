//! Everything that can go wrong here, and how it is told.

use crate::api::{ProposedSeries, Refusal, RefusalCode};
use rapporteur_document::model::Invalid;
use rapporteur_document::style::Warning;
use std::path::{Path, PathBuf};

/// What went wrong. Its text is what the user reads: what happened, to what, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A library file that cannot be opened as one.
    #[error("The library {path} cannot be opened: {reason}")]
    Open {
        /// The file.
        path: PathBuf,
        /// Why, and what to do.
        reason: String,
    },
    /// The library cannot be written at present.
    #[error("{0}")]
    Unwritable(String),
    /// SQLite said something unexpected.
    #[error(
        "The library answered with an error: {0}. Run the doctor from the Help menu or `rapporteur-cli doctor`; what was stored before is kept."
    )]
    Database(rusqlite::Error),
    /// Something asked for is not there.
    #[error("{0}")]
    NotFound(String),
    /// Another change was stored first.
    #[error(
        "This report was changed elsewhere at {saved_at} (revision {revision}). Your text is still here: keep yours as a new revision, or load the other one."
    )]
    Stale {
        /// The revision in the library.
        revision: u64,
        /// When it was stored.
        saved_at: String,
    },
    /// Fields that cannot be stored.
    #[error("{}", invalid_sentence(.0))]
    Invalid(Vec<Invalid>),
    /// A request that makes no sense in this library.
    #[error("{0}")]
    Refused(String),
    /// A file could not be read or written.
    #[error("{path} could not be {verb}: {reason}")]
    File {
        /// The file.
        path: PathBuf,
        /// `read` or `written`.
        verb: &'static str,
        /// Why, and what to do.
        reason: String,
    },
    /// A report of a series that the library does not have.
    #[error("{path} {}; {}", says(.named.as_deref()), to_do(.proposed.as_ref()))]
    UnknownSeries {
        /// The file.
        path: PathBuf,
        /// The series it names.
        named: Option<String>,
        /// How that can be made, where a template fits it.
        proposed: Option<ProposedSeries>,
    },
    /// A file of pictures, which an OCR program can read.
    #[error("{path} could not be read: {reason}")]
    Pictures {
        /// The file.
        path: PathBuf,
        /// What to do.
        reason: String,
    },
    /// A template, a reader or a writer refused.
    #[error("{0}")]
    Document(#[from] rapporteur_document::Error),
}

fn invalid_sentence(fields: &[Invalid]) -> String {
    match fields {
        [one] => one.message.clone(),
        _ => format!("{} fields need mending before this can be stored.", fields.len()),
    }
}

impl Error {
    /// A file that could not be read or written, in words that say what to do.
    pub(crate) fn file(path: &Path, verb: &'static str, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let reason = match error.kind() {
            ErrorKind::NotFound => "there is no such file or folder; choose another place".to_owned(),
            ErrorKind::PermissionDenied => {
                "this account may not do that there; choose another folder or change its permissions".to_owned()
            }
            ErrorKind::StorageFull => "the disk is full; make room or choose another disk".to_owned(),
            ErrorKind::ReadOnlyFilesystem => "the disk can only be read; choose another place".to_owned(),
            ErrorKind::IsADirectory => "it is a folder; name a file in it".to_owned(),
            ErrorKind::NotADirectory => "a part of its path is a file, not a folder; choose another place".to_owned(),
            _ => format!("{error}; try again or choose another place"),
        };
        Self::File { path: path.to_owned(), verb, reason }
    }

    fn code(&self) -> RefusalCode {
        match self {
            Error::Open { .. } | Error::Unwritable(_) | Error::Database(_) => RefusalCode::Library,
            Error::NotFound(_) => RefusalCode::NotFound,
            Error::Stale { .. } => RefusalCode::Stale,
            Error::Invalid(_)
            | Error::Refused(_)
            | Error::UnknownSeries { .. }
            | Error::Document(_) => RefusalCode::Invalid,
            Error::File { .. } => RefusalCode::File,
            Error::Pictures { .. } => RefusalCode::Pictures,
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let sentence = match error.sqlite_error_code() {
            Some(Code::DiskFull) => {
                "The disk is full, so this was not stored. Nothing stored before is lost: make room, then save again."
            }
            Some(Code::ReadOnly) => {
                "The library can only be read here, so this was not stored. Make its file writable or save a copy with Back up."
            }
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => {
                "Another program is writing to this library, so this was not stored. Try again in a moment."
            }
            Some(Code::SystemIoFailure) => {
                "The disk refused to write, so this was not stored. Nothing stored before is lost: check the disk, then save again."
            }
            _ => return Error::Database(error),
        };
        Error::Unwritable(sentence.to_owned())
    }
}

fn says(named: Option<&str>) -> String {
    match named {
        Some(name) => format!("is of {name}, which is no series of this library"),
        None => "says no series".to_owned(),
    }
}

fn to_do(proposed: Option<&ProposedSeries>) -> &'static str {
    match proposed {
        Some(_) => "make that series or choose another, and import it again",
        None => "choose the series and import it again",
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let fields = match &error {
            Error::Invalid(fields) => fields.iter().cloned().map(Warning::from).collect(),
            Error::Stale { revision, saved_at } => vec![
                Warning { field: "revision".to_owned(), message: revision.to_string() },
                Warning { field: "saved_at".to_owned(), message: saved_at.clone() },
            ],
            _ => vec![],
        };
        let mut message = error.to_string();
        // A sentence about a file begins with its path, which stays as it is.
        let begins_with_path = matches!(
            error,
            Error::File { .. }
                | Error::Open { .. }
                | Error::Pictures { .. }
                | Error::UnknownSeries { .. }
        );
        if let Some(first) = message.get(..1).filter(|_| !begins_with_path) {
            message.replace_range(..1, &first.to_uppercase());
        }
        if !message.ends_with(['.', '”', '?']) {
            message.push('.');
        }
        Refusal { code: error.code(), message, fields }
    }
}
