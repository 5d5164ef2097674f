//! Footnotes on a page: what refers to one, what is one, and the way back.
//!
//! Called by `page` for every element. pandoc says it by roles, LibreOffice by classes, Word by
//! properties of its own.

use super::attribute;
use html5ever::tokenizer::Tag;

/// Whether a text may hold footnotes that can be told.
pub fn may_hold_notes(text: &str) -> bool {
    ["doc-noteref", "sdfootnoteanc", "sdendnoteanc", "mso-footnote-id", "mso-endnote-id"]
        .iter()
        .any(|sign| text.contains(sign))
}

/// The id of the note that an element refers to.
pub fn reference(tag: &Tag) -> Option<String> {
    let by_role = attribute(tag, "role").as_deref() == Some("doc-noteref");
    let class = attribute(tag, "class").unwrap_or_default();
    let by_class = ["sdfootnoteanc", "sdendnoteanc"].contains(&class.as_str());
    let style = attribute(tag, "style").unwrap_or_default();
    let by_style = style.contains("mso-footnote-id") || style.contains("mso-endnote-id");
    let target = attribute(tag, "href").filter(|_| by_role || by_class || by_style)?;
    let id = target.trim_start_matches(['#', '_']);
    // The way back has the same look in Word.
    let back = id.starts_with("ftnref") || id.starts_with("ednref");
    (!back).then(|| if by_class { id.trim_end_matches("sym") } else { id }.to_owned())
}

/// The id of the note that an element is; `in_notes` where it stands in a list of notes.
pub fn note(tag: &Tag, in_notes: bool) -> Option<String> {
    let id = attribute(tag, "id")?;
    let style = attribute(tag, "style").unwrap_or_default();
    let is_note = match &*tag.name {
        "li" => in_notes,
        "div" => {
            id.starts_with("sdfootnote")
                || id.starts_with("sdendnote")
                || style.contains("mso-element:footnote")
                || style.contains("mso-element:endnote")
        }
        _ => false,
    };
    is_note.then_some(id)
}

/// Whether an element only shows the number of a note, where it is referred to or beside it.
pub fn is_number(tag: &Tag) -> bool {
    let role = attribute(tag, "role").unwrap_or_default();
    let class = attribute(tag, "class").unwrap_or_default();
    let style = attribute(tag, "style").unwrap_or_default();
    ["doc-noteref", "doc-backlink"].contains(&role.as_str())
        || ["sdfootnoteanc", "sdfootnotesym", "sdendnoteanc", "sdendnotesym"]
            .contains(&class.as_str())
        || style.contains("mso-footnote-id")
        || style.contains("mso-endnote-id")
}
