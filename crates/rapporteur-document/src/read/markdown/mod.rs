//! Markdown.

use super::lines::Line;

/// Whether a text looks like Markdown.
pub fn looks_like(_text: &str) -> bool {
    false
}

/// Its lines.
pub fn lines(text: &str) -> Vec<Line> {
    super::text::lines(text)
}
