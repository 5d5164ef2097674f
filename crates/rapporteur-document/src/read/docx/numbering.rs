//! Automatic list numbers, computed as a word processor does (ECMA-376 part 1, 17.9).
//!
//! Called by `body` for every paragraph that is in a list, in the order of the document. Lists
//! that share a definition count together, until one says where it starts.

use super::styles::{ListPlace, ParagraphStyle, value};
use crate::read::lines::{Mark, MarkKind};
use crate::read::numbers::{self, Counting, Label};
use crate::read::xml::Element;
use std::collections::{HashMap, HashSet};

/// Levels of a list.
const LEVELS: usize = 9;

/// The lists of a document and how far they have counted.
#[derive(Default)]
pub struct Numbering {
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
    counters: HashMap<String, Counters>,
    begun: HashSet<(String, usize)>,
    /// Which definition a list style names.
    style_links: HashMap<String, String>,
}

/// `w:abstractNum`.
#[derive(Default)]
struct Definition {
    levels: Vec<Level>,
    /// The list style whose definition counts instead of this one.
    from_style: Option<String>,
}

/// `w:num`.
struct List {
    definition: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// `w:lvl`.
#[derive(Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    style: Option<String>,
    /// The level, from 1, that starts this one again; 0 is none, nothing is every one above.
    restart: Option<usize>,
    all_decimal: bool,
}

#[derive(Default, Clone)]
struct Counters {
    counts: [Option<u32>; LEVELS],
    starts: [Option<u32>; LEVELS],
}

impl Numbering {
    /// The lists of a `w:numbering` part.
    pub fn new(part: Option<&Element>) -> Self {
        let mut numbering = Numbering::default();
        for element in part.into_iter().flat_map(Element::elements) {
            match &*element.name {
                "w:abstractNum" => numbering.define(element),
                "w:num" => numbering.list(element),
                _ => {}
            }
        }
        numbering
    }

    fn define(&mut self, element: &Element) {
        let Some(id) = element.attribute("w:abstractNumId") else { return };
        let mut definition = Definition {
            levels: Vec::new(),
            from_style: value(element, "w:numStyleLink").map(str::to_owned),
        };
        for level in element.elements().filter(|element| &*element.name == "w:lvl") {
            let at = level_index(level).unwrap_or(definition.levels.len());
            if at < LEVELS {
                definition.levels.resize_with(definition.levels.len().max(at + 1), Level::default);
                definition.levels[at] = Level::new(level);
            }
        }
        if let Some(style) = value(element, "w:styleLink") {
            self.style_links.insert(style.to_owned(), id.to_owned());
        }
        self.definitions.insert(id.to_owned(), definition);
    }

    fn list(&mut self, element: &Element) {
        let (Some(id), Some(definition)) =
            (element.attribute("w:numId"), value(element, "w:abstractNumId"))
        else {
            return;
        };
        let mut list = List {
            definition: definition.to_owned(),
            starts: HashMap::new(),
            levels: HashMap::new(),
        };
        for change in element.elements().filter(|element| &*element.name == "w:lvlOverride") {
            let Some(at) = level_index(change).filter(|at| *at < LEVELS) else { continue };
            if let Some(start) =
                value(change, "w:startOverride").and_then(|start| start.parse().ok())
            {
                list.starts.insert(at, start);
            }
            if let Some(changed) = change.child("w:lvl") {
                let mut level = Level::new(changed);
                // A level that is changed without a first number keeps the one it had.
                let of = self.definitions.get(definition).and_then(|own| own.levels.get(at));
                if let Some(own) = of.filter(|_| changed.child("w:start").is_none()) {
                    level.start = own.start;
                }
                list.levels.insert(at, level);
            }
        }
        self.lists.insert(id.to_owned(), list);
    }

    /// The label of the next paragraph: `direct` is what it says itself, `style` what its style
    /// says. None where it is in no list or its level prints nothing.
    pub fn next(&mut self, direct: &ListPlace, style: &ParagraphStyle) -> Option<Label> {
        let id = direct.list.as_ref().or(style.list.list.as_ref())?.clone();
        let list = self.lists.get(&id)?;
        let definition = self.definition_of(list)?;
        let levels: Vec<Level> = (0..LEVELS)
            .map(|at| {
                let own = list.levels.get(&at);
                own.or_else(|| self.definitions.get(&definition)?.levels.get(at)).cloned()
            })
            .map(Option::unwrap_or_default)
            .collect();
        let of_style = || {
            let named =
                |level: &Level| level.style.as_ref().is_some_and(|s| style.chain.contains(s));
            levels.iter().position(named).filter(|_| direct.list.is_none())
        };
        let at = direct.level.or_else(of_style).or(style.list.level).unwrap_or(0).min(LEVELS - 1);
        let starts = list.starts.clone();
        let counters = self.counters.entry(definition).or_default();
        // A list begins anew level by level: one that begins deeper down, under an entry of
        // another, leaves that one's numbers alone.
        let mut starts: Vec<(usize, u32)> =
            starts.into_iter().filter(|(level, _)| *level >= at).collect();
        starts.sort_unstable();
        for (level, start) in starts {
            if self.begun.insert((id.clone(), level)) {
                counters.starts[level] = Some(start);
                counters.counts[level..].fill(None);
            }
        }
        counters.count(at, &levels);
        label(at, &levels, counters)
    }

    /// The definition that counts for a list: that of a list style where it only names one.
    fn definition_of(&self, list: &List) -> Option<String> {
        let mut id = list.definition.clone();
        let from_style = self.definitions.get(&id).and_then(|found| found.from_style.as_ref());
        if let Some(linked) = from_style.and_then(|style| self.style_links.get(style)) {
            id.clone_from(linked);
        }
        Some(id).filter(|id| self.definitions.contains_key(id))
    }
}

fn level_index(element: &Element) -> Option<usize> {
    element.attribute("w:ilvl")?.parse().ok()
}

impl Level {
    fn new(element: &Element) -> Self {
        let number = |name: &str| value(element, name).and_then(|number| number.parse().ok());
        Level {
            start: number("w:start").unwrap_or(0),
            format: value(element, "w:numFmt").unwrap_or("decimal").to_owned(),
            text: value(element, "w:lvlText").unwrap_or("").to_owned(),
            style: value(element, "w:pStyle").map(str::to_owned),
            restart: value(element, "w:lvlRestart").and_then(|level| level.parse().ok()),
            all_decimal: super::styles::switch(element, "w:isLgl") == Some(true),
        }
    }

    fn counting(&self) -> Counting {
        match self.format.as_str() {
            "upperLetter" => Counting::Letter { upper: true },
            "lowerLetter" => Counting::Letter { upper: false },
            "upperRoman" => Counting::Roman { upper: true },
            "lowerRoman" => Counting::Roman { upper: false },
            "decimalZero" => Counting::PaddedDecimal,
            "ordinal" => Counting::Ordinal,
            "none" => Counting::None,
            _ => Counting::Decimal,
        }
    }
}

impl Counters {
    fn count(&mut self, at: usize, levels: &[Level]) {
        self.counts[at] = Some(match self.counts[at] {
            Some(count) => count.saturating_add(1),
            None => self.start(at, levels),
        });
        for (below, level) in levels.iter().enumerate().skip(at + 1) {
            let restarts = level.restart.is_none_or(|after| after > 0 && at < after);
            if restarts {
                self.counts[below] = None;
            }
        }
    }

    fn start(&self, at: usize, levels: &[Level]) -> u32 {
        self.starts[at].unwrap_or(levels[at].start)
    }
}

/// The label of a level: `%1.%2` with its numbers in place.
fn label(at: usize, levels: &[Level], counters: &Counters) -> Option<Label> {
    let level = &levels[at];
    let depth = u32::try_from(at).unwrap_or(0);
    if level.format == "bullet" {
        let printed = "- ".to_owned();
        return Some(Label::Mark(Mark { depth, kind: MarkKind::Bullet, printed }));
    }
    let mut printed = String::new();
    let mut around = String::new();
    let mut used = Vec::new();
    let mut characters = level.text.chars().peekable();
    while let Some(character) = characters.next() {
        let shown = characters
            .next_if(|next| character == '%' && ('1'..='9').contains(next))
            .and_then(|digit| digit.to_digit(10))
            .and_then(|digit| usize::try_from(digit - 1).ok());
        let Some(shown) = shown else {
            printed.push(character);
            around.push(character);
            continue;
        };
        let value = counters.counts[shown].unwrap_or_else(|| counters.start(shown, levels));
        let decimal = level.all_decimal && shown != at;
        let counting = if decimal { Counting::Decimal } else { levels[shown].counting() };
        printed.push_str(&numbers::printed(value, counting));
        if counting != Counting::None {
            used.push((value, counting));
        }
    }
    numbers::label(&printed, &around, &used, depth)
}
