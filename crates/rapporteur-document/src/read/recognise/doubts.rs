//! Making a doubt.

use crate::read::{Doubt, Place};

/// A doubt about the words `quote` on `line`.
pub fn doubt(code: &str, message: &str, line: u32, quote: &str, proposed: Option<String>) -> Doubt {
    Doubt {
        code: code.to_owned(),
        message: message.to_owned(),
        place: Place { line, quote: quote.to_owned() },
        proposed,
        repair: None,
    }
}
