//! Everything that can go wrong in this crate, as a value with a sentence for the user.

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A template file or a sentence in it cannot be used.
    #[error("the template’s “{field}” cannot be used: {reason}")]
    Template {
        /// The key in the template file, such as `sentences.opening`, or `file`.
        field: String,
        /// What is wrong and what to do.
        reason: String,
    },
    /// A register of terms cannot be used.
    #[error("the register of terms cannot be used: {reason}")]
    Register {
        /// What is wrong, in which line of the file where it is one.
        reason: String,
    },
    /// A file could not be written in its format.
    #[error("the {format} file could not be made: {reason}")]
    Write {
        /// `DOCX` or `PDF`.
        format: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// Bytes that cannot be read as the report they are said to be.
    #[error("{reason}")]
    Read {
        /// What the bytes are, and which program converts them.
        reason: String,
    },
    /// A report that is pictures only: a program for optical recognition can read it.
    #[error("{reason}")]
    Pictures {
        /// What it is, and what to do.
        reason: String,
    },
}
