//! Lists on a page: how their entries are marked.
//!
//! Called by `page` for every list and entry.

use super::attribute;
use super::css::{self, ListLook};
use crate::read::numbers::{self, Counting, Label};
use html5ever::tokenizer::Tag;

/// A list that is open.
pub struct List {
    look: ListLook,
    next: i64,
    step: i64,
    depth: u32,
}

impl List {
    /// A list that begins; `look` is what its style says, `nested` how many lists are around it.
    pub fn begin(tag: &Tag, look: Option<ListLook>, nested: usize) -> Self {
        let numbered = &*tag.name == "ol";
        let plain = if numbered { ListLook::Counting(Counting::Decimal) } else { ListLook::Bullet };
        let typed = attribute(tag, "type").and_then(|kind| css::counting_of_type(&kind));
        let step = if attribute(tag, "reversed").is_some() { -1 } else { 1 };
        let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok());
        // Google Docs nests lists by a number in their class alone.
        let class = attribute(tag, "class").unwrap_or_default();
        let depth = class.split_whitespace().find_map(|class| {
            class.strip_prefix("lst-kix_")?.rsplit_once('-')?.1.parse::<u32>().ok()
        });
        let look = match (typed.or(look), depth) {
            (Some(ListLook::None), Some(_)) | (None, _) => plain,
            (Some(look), _) => look,
        };
        let nested = u32::try_from(nested).unwrap_or(0);
        List { look, next: start.unwrap_or(1), step, depth: depth.unwrap_or(nested) }
    }

    /// The label of the next entry.
    pub fn next(&mut self, entry: &Tag) -> Option<Label> {
        let value = attribute(entry, "value").and_then(|value| value.trim().parse().ok());
        let number: i64 = value.unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        match self.look {
            ListLook::None => None,
            ListLook::Bullet => bullet(self.depth),
            ListLook::Counting(counting) => {
                let number = u32::try_from(number).unwrap_or(0);
                let printed = format!("{}.", numbers::printed(number, counting));
                numbers::label(&printed, ".", &[(number, counting)], self.depth)
            }
        }
    }
}

/// The label of an entry with a bullet.
pub fn bullet(depth: u32) -> Option<Label> {
    numbers::label("•", "", &[], depth)
}
