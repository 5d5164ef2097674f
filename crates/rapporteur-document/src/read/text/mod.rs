//! Plain text: bytes to characters, wrapped lines to paragraphs.
//!
//! Called by [`read`](super::read). Two dialects meet here: one line per paragraph with light
//! Markdown, and text that a program or optical recognition wrapped at a page's width.

mod aligned;
mod decode;
mod hyphen;
mod language;
mod lone;
mod marks;
mod openings;
mod page;
mod reflow;
mod running;
mod tables;

pub use decode::{characters, clean, decode};
pub use hyphen::{Hyphen, at_line_end, has_hyphen, whole_words};
pub use language::{Language, language};
pub use marks::{ROMAN_SIGNS, is_misread_bullet, roman, split_mark, split_set_off_bullet};
pub use reflow::{bullet_doubt, cut, waits_for_more};
pub use running::is_page_number;

use super::{lines::Source, markdown};

/// The lines of a text.
pub fn read(text: &str) -> Source {
    read_wrapped(text, None)
}

/// The lines of a text whose lines are known to be wrapped at a width.
pub fn read_wrapped(text: &str, wrapped_at: Option<usize>) -> Source {
    let mut source = reflow::paragraphs(text, wrapped_at);
    source.format = "text".to_owned();
    for line in &mut source.lines {
        let light = line.runs.iter().any(|run| run.text.contains("**") || run.text.contains("]("));
        if light {
            line.runs = line.runs.drain(..).flat_map(|run| markdown::inline(&run.text)).collect();
        }
        markdown::heading_mark(line);
    }
    source
}
