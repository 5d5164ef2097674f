//! Writers: a printed report as the bytes of a file.
//!
//! Called by `rapporteur-core`. They take a [`Printed`](crate::style::Printed) and return bytes
//! and warnings. Deliberately absent: the readers, the model (everything is already words).

pub mod docx;
pub mod markdown;
pub mod pdf;
pub mod text;

use crate::style::Warning;

/// The bytes of a written file, and what its sender should know.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Missing glyphs and the like; empty for a file without reservations.
    pub warnings: Vec<Warning>,
}
