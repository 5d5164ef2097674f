//! Automatic list numbers, computed as OpenDocument 1.3 part 3 (5.3, 16.30 to 16.34) says.
//!
//! Called by `body` for every entry, in the order of the document.

use crate::read::numbers::{self, Counting, Label};
use crate::read::xml::Element;
use std::collections::HashMap;

/// Levels of a list.
pub const LEVELS: usize = 10;

/// How the levels of a list are numbered.
#[derive(Default, Clone)]
pub struct ListStyle {
    levels: Vec<Option<Level>>,
}

#[derive(Clone)]
struct Level {
    /// None for a bullet.
    counting: Option<Counting>,
    prefix: String,
    suffix: String,
    shown_levels: usize,
    start: u32,
}

impl Default for Level {
    fn default() -> Self {
        Level {
            counting: Some(Counting::None),
            prefix: String::new(),
            suffix: String::new(),
            shown_levels: 1,
            start: 1,
        }
    }
}

/// How far a list has counted on each level.
#[derive(Default, Clone)]
pub struct Counts([Option<u32>; LEVELS]);

/// The counts of all lists, by what continues them.
#[derive(Default)]
pub struct Lists {
    by_id: HashMap<String, Counts>,
    by_style: HashMap<String, Counts>,
}

impl Lists {
    /// The counts that a list begins with.
    pub fn begin(&self, list: &Element, style: &str) -> Counts {
        let continued = list.attribute("text:continue-list").and_then(|id| self.by_id.get(id));
        let goes_on = list.attribute("text:continue-numbering") == Some("true");
        let same_style = self.by_style.get(style).filter(|_| goes_on);
        continued.or(same_style).cloned().unwrap_or_default()
    }

    /// Keeps the counts of a list that ends.
    pub fn end(&mut self, list: &Element, style: &str, counts: &Counts) {
        if let Some(id) = list.attribute("xml:id") {
            self.by_id.insert(id.to_owned(), counts.clone());
        }
        // A list continued by its first part's name goes on from its last part.
        if let Some(id) = list.attribute("text:continue-list") {
            self.by_id.insert(id.to_owned(), counts.clone());
        }
        self.by_style.insert(style.to_owned(), counts.clone());
    }

    /// The counts of what a style numbers without a list around it.
    pub fn of_style(&mut self, style: &str) -> &mut Counts {
        self.by_style.entry(style.to_owned()).or_default()
    }
}

impl Counts {
    /// Counts an entry of a level and gives its label; `start` is the number it asks for.
    pub fn next(&mut self, style: &ListStyle, at: usize, start: Option<u32>) -> Option<Label> {
        let at = at.min(LEVELS - 1);
        let level = style.level(at);
        let next = self.0[at].map_or(level.start, |count| count.saturating_add(1));
        self.0[at] = Some(start.unwrap_or(next));
        self.0[at + 1..].fill(None);
        let depth = u32::try_from(at).unwrap_or(0);
        let Some(counting) = level.counting else {
            return numbers::label("•", "", &[], depth);
        };
        if counting == Counting::None {
            return None;
        }
        let first = (at + 1).saturating_sub(level.shown_levels.max(1));
        let mut used = Vec::new();
        let mut pieces = Vec::new();
        for shown in first..=at {
            let shown_level = style.level(shown);
            let Some(counting) = shown_level.counting.filter(|one| *one != Counting::None) else {
                continue;
            };
            let value = self.0[shown].unwrap_or(shown_level.start);
            used.push((value, counting));
            pieces.push(numbers::printed(value, counting));
        }
        let printed = format!("{}{}{}", level.prefix, pieces.join("."), level.suffix);
        numbers::label(&printed, &format!("{}{}", level.prefix, level.suffix), &used, depth)
    }
}

impl ListStyle {
    /// A level; one that the style leaves out looks like the one above it, as programs that write
    /// a style for each nested list mean it.
    fn level(&self, at: usize) -> Level {
        let known = self.levels.iter().take(at + 1).rev().flatten().next();
        known.cloned().unwrap_or_default()
    }
}

/// The levels of a `text:list-style` or `text:outline-style`.
pub fn list_style(element: &Element) -> ListStyle {
    let mut style = ListStyle::default();
    for level in element.elements() {
        let Some(at) = level
            .attribute("text:level")
            .and_then(|at| at.parse::<usize>().ok()?.checked_sub(1))
            .filter(|at| *at < LEVELS)
        else {
            continue;
        };
        let said = |name: &str| level.attribute(name).unwrap_or("").to_owned();
        let counting = match &*level.name {
            "text:list-level-style-bullet" | "text:list-level-style-image" => None,
            _ => Some(match said("style:num-format").as_str() {
                "" => Counting::None,
                "a" => Counting::Letter { upper: false },
                "A" => Counting::Letter { upper: true },
                "i" => Counting::Roman { upper: false },
                "I" => Counting::Roman { upper: true },
                "1st" => Counting::Ordinal,
                "01" => Counting::PaddedDecimal,
                _ => Counting::Decimal,
            }),
        };
        style.levels.resize_with(style.levels.len().max(at + 1), || None);
        style.levels[at] = Some(Level {
            counting,
            prefix: said("style:num-prefix"),
            suffix: said("style:num-suffix"),
            shown_levels: said("text:display-levels").parse().unwrap_or(1),
            start: said("text:start-value").parse().unwrap_or(1),
        });
    }
    style
}
