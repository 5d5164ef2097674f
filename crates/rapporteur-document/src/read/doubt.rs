//! What recognition is not sure of.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something uncertain: what was read, where, and what is proposed. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Doubt {
    /// The kind, such as `date-year` or `ocr-letters`.
    pub code: String,
    /// What is uncertain, in a sentence.
    pub message: String,
    /// Where it was read.
    #[serde(rename = "where")]
    pub place: Place,
    /// What to put there instead, if there is a proposal.
    pub proposed: Option<String>,
}

/// A place in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The words there, exactly.
    pub quote: String,
}

impl Doubt {
    /// A doubt without a proposal.
    pub(crate) fn new(
        code: &str,
        message: impl Into<String>,
        line: u32,
        quote: impl Into<String>,
    ) -> Self {
        let place = Place { line, quote: quote.into() };
        Self { code: code.to_owned(), message: message.into(), place, proposed: None }
    }

    /// The same with a proposal.
    pub(crate) fn proposing(mut self, proposed: impl Into<String>) -> Self {
        self.proposed = Some(proposed.into());
        self
    }
}
