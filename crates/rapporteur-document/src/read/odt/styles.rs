//! Styles: what a paragraph or some words inherit, and which list a style carries.
//!
//! Called by `body`. OpenDocument keeps the styles people made and those a program made for single
//! paragraphs apart; here they are one.

use super::lists::{ListStyle, list_style};
use crate::read::lines::Style;
use crate::read::xml::Element;
use std::collections::HashMap;

/// The longest chain of styles based on each other that is followed; a cycle ends here too.
const LONGEST_CHAIN: usize = 20;

/// The styles of a document.
#[derive(Default)]
pub struct Styles {
    paragraphs: HashMap<String, Own>,
    words: HashMap<String, Own>,
    /// The lists by their style's name.
    pub lists: HashMap<String, ListStyle>,
    /// How headings are numbered.
    pub outline: Option<ListStyle>,
}

#[derive(Default)]
struct Own {
    parent: Option<String>,
    outline: Option<u8>,
    list: Option<String>,
    list_level: Option<usize>,
    marks: Marks,
}

/// Marks of words, where something is said about them.
#[derive(Default, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Marks {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Hidden.
    pub hidden: Option<bool>,
}

/// What a paragraph's style and the styles below it say together.
#[derive(Default)]
pub struct ParagraphStyle {
    /// Title, heading or neither.
    pub style: Style,
    /// The list it carries; an empty name is none.
    pub list: Option<String>,
    /// The level in that list, from 0.
    pub list_level: Option<usize>,
    /// The marks of its words.
    pub marks: Marks,
}

impl Styles {
    /// Adds the styles of a part: `office:styles` and `office:automatic-styles`.
    pub fn add(&mut self, part: &Element) {
        let groups = ["office:styles", "office:automatic-styles"];
        for style in groups.iter().filter_map(|group| part.child(group)).flat_map(Element::elements)
        {
            let name = style.attribute("style:name").unwrap_or("").to_owned();
            match &*style.name {
                "style:style" => match style.attribute("style:family") {
                    Some("paragraph") => {
                        self.paragraphs.insert(name, Own::new(style));
                    }
                    Some("text") => {
                        self.words.insert(name, Own::new(style));
                    }
                    _ => {}
                },
                "text:list-style" => {
                    self.lists.insert(name, list_style(style));
                }
                "text:outline-style" => self.outline = Some(list_style(style)),
                _ => {}
            }
        }
    }

    /// What the style of a paragraph says.
    pub fn paragraph(&self, name: Option<&str>) -> ParagraphStyle {
        let mut found = ParagraphStyle::default();
        for (name, own) in chain(&self.paragraphs, name) {
            if found.style == Style::Body {
                found.style = match own.outline {
                    Some(level @ 1..) => Style::Heading(level),
                    _ if name == "Title" => Style::Title,
                    _ => Style::Body,
                };
            }
            found.list = found.list.or_else(|| own.list.clone());
            found.list_level = found.list_level.or(own.list_level);
            found.marks = found.marks.or(own.marks);
        }
        found
    }

    /// The marks that a style gives its words.
    pub fn words(&self, name: Option<&str>) -> Marks {
        chain(&self.words, name).fold(Marks::default(), |marks, (_, own)| marks.or(own.marks))
    }
}

fn chain<'s>(
    styles: &'s HashMap<String, Own>,
    name: Option<&'s str>,
) -> impl Iterator<Item = (&'s str, &'s Own)> {
    let find = |name: &'s str| styles.get(name).map(|own| (name, own));
    std::iter::successors(name.and_then(find), move |(_, own)| own.parent.as_deref().and_then(find))
        .take(LONGEST_CHAIN)
}

impl Own {
    fn new(style: &Element) -> Self {
        let words = style.child("style:text-properties");
        let said = |name: &str| words.and_then(|words| words.attribute(name));
        let level =
            style.attribute("style:list-level").and_then(|level| level.parse::<usize>().ok());
        Own {
            parent: style.attribute("style:parent-style-name").map(str::to_owned),
            outline: style
                .attribute("style:default-outline-level")
                .and_then(|level| level.parse().ok()),
            list: style.attribute("style:list-style-name").map(str::to_owned),
            list_level: level.and_then(|level| level.checked_sub(1)),
            marks: Marks {
                bold: said("fo:font-weight").map(is_bold),
                italic: said("fo:font-style").map(|style| style != "normal"),
                hidden: said("text:display").map(|display| display == "none"),
            },
        }
    }
}

fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight >= 600)
}

impl Marks {
    /// These marks, and those of `other` where nothing is said here.
    pub fn or(self, other: Marks) -> Marks {
        Marks {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            hidden: self.hidden.or(other.hidden),
        }
    }
}
