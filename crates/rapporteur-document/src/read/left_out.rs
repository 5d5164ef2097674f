//! What a file holds besides its text, as doubts: the same words for every format.
//!
//! Called by the readers of formats that have comments, changes and notes.

use super::lines::Run;
use super::recognise::doubt;
use super::{Doubt, Repair};

/// What was found and left out or moved.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// Comments.
    pub comments: bool,
    /// A table of contents.
    pub contents: bool,
    /// Hidden text.
    pub hidden: bool,
    /// Footnotes or endnotes, set after what refers to them.
    pub notes_moved: bool,
}

impl LeftOut {
    /// A doubt for each, about the whole file.
    pub fn doubts(&self) -> Vec<Doubt> {
        let found = [
            (
                self.comments,
                "comments_left_out",
                "This file has comments; they are no part of the report and were left out.",
            ),
            (
                self.contents,
                "contents_left_out",
                "This file has a table of contents; it repeats the headings and was left out.",
            ),
            (
                self.hidden,
                "hidden_left_out",
                "This file has hidden text; it was left out. Show it in the program that made the file if it belongs to the report.",
            ),
            (
                self.notes_moved,
                "notes_moved",
                "This file has footnotes; each was set after the text that refers to it.",
            ),
        ];
        let found = found.into_iter().filter(|(is, ..)| *is);
        found.map(|(_, code, message)| doubt(code, message, 0, "", None)).collect()
    }
}

/// The doubt about a paragraph with changes that nobody accepted: `accepted` is what was read,
/// `before` what stood there.
pub fn tracked_change(accepted: &[Run], before: &str, place: u32) -> Option<Doubt> {
    let accepted: String = accepted.iter().map(|run| run.text.as_str()).collect();
    let (accepted, before) = (accepted.trim(), before.trim());
    let message = "This holds changes that nobody accepted yet; it was read as if they were. The proposal is the text before the changes.";
    (accepted != before).then(|| {
        doubt("tracked_change", message, place, accepted, Some(before.to_owned()))
            .with_repair(Repair::words(""))
    })
}
