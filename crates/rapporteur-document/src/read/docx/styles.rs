//! Styles: what a paragraph or some words inherit.
//!
//! Called by `body` for every paragraph and run. Deliberately absent: everything about looks that
//! says nothing about structure.

use crate::read::lines::Style;
use crate::read::xml::Element;
use std::collections::HashMap;

/// The longest chain of styles based on each other that is followed; a cycle ends here too.
const LONGEST_CHAIN: usize = 20;

/// The styles of a document.
#[derive(Default)]
pub struct Styles {
    by_id: HashMap<String, Own>,
    default_paragraph: Option<String>,
}

/// What one style says itself.
#[derive(Default, Clone)]
struct Own {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: ListPlace,
    marks: Marks,
}

/// The list and level that a style or a paragraph names.
#[derive(Default, Clone, Debug, PartialEq, Eq)]
pub struct ListPlace {
    /// The list, by its id; `0` is none.
    pub list: Option<String>,
    /// The level, from 0.
    pub level: Option<usize>,
}

/// Marks of words, where something is said about them.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Hidden.
    pub hidden: Option<bool>,
}

/// What a paragraph's style and the styles below it say together.
#[derive(Default, Clone, Debug)]
pub struct ParagraphStyle {
    /// Title, heading or neither.
    pub style: Style,
    /// The list it carries, and the id of the style that names it.
    pub list: ListPlace,
    /// Every id from the paragraph's style down to the last one.
    pub chain: Vec<String>,
    /// The marks of its words.
    pub marks: Marks,
    /// Whether it is an entry or the title of a table of contents.
    pub of_contents: bool,
}

impl Styles {
    /// The styles of a `w:styles` part.
    pub fn new(part: Option<&Element>) -> Self {
        let mut styles = Styles::default();
        for style in part.into_iter().flat_map(Element::elements) {
            let Some(id) = style.attribute("w:styleId") else { continue };
            let paragraph = style.child("w:pPr");
            let own = Own {
                name: value(style, "w:name").unwrap_or("").to_lowercase(),
                based_on: value(style, "w:basedOn").map(str::to_owned),
                outline: paragraph.and_then(outline),
                list: paragraph.map(list_place).unwrap_or_default(),
                marks: style.child("w:rPr").map(marks).unwrap_or_default(),
            };
            let is_default = matches!(style.attribute("w:default"), Some("1" | "true" | "on"));
            if is_default && style.attribute("w:type") == Some("paragraph") {
                styles.default_paragraph = Some(id.to_owned());
            }
            styles.by_id.insert(id.to_owned(), own);
        }
        styles
    }

    /// What the style of a paragraph says; `id` is none for a paragraph that names no style.
    pub fn paragraph(&self, id: Option<&str>) -> ParagraphStyle {
        let mut found = ParagraphStyle::default();
        let mut outline = None;
        for (id, own) in self.chain(id.or(self.default_paragraph.as_deref())) {
            if found.style == Style::Body {
                found.style = built_in(&own.name);
            }
            outline = outline.or(own.outline);
            found.list.list = found.list.list.or_else(|| own.list.list.clone());
            found.list.level = found.list.level.or(own.list.level);
            found.marks = found.marks.or(own.marks);
            found.of_contents |= own.name.starts_with("toc ") || own.name == "contents heading";
            found.chain.push(id.to_owned());
        }
        if let (Style::Body, Some(level @ 0..=8)) = (found.style, outline) {
            found.style = Style::Heading(level + 1);
        }
        found
    }

    /// The marks that a character style gives its words.
    pub fn words(&self, id: &str) -> Marks {
        self.chain(Some(id)).fold(Marks::default(), |marks, (_, own)| marks.or(own.marks))
    }

    /// A style and those it is based on.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Own)> {
        let find = |id: &'s str| self.by_id.get(id).map(|own| (id, own));
        std::iter::successors(id.and_then(find), move |(_, own)| {
            own.based_on.as_deref().and_then(find)
        })
        .take(LONGEST_CHAIN)
    }
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

/// Word's own names of headings are the same in every language.
fn built_in(name: &str) -> Style {
    if name == "title" {
        return Style::Title;
    }
    let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
    level.filter(|level| (1..=9).contains(level)).map_or(Style::Body, Style::Heading)
}

/// The value of a child such as `<w:name w:val="…"/>`.
pub fn value<'e>(element: &'e Element, child: &str) -> Option<&'e str> {
    element.child(child)?.attribute("w:val")
}

/// Whether a switch such as `<w:b/>` is on, or `None` where nothing is said.
pub fn switch(properties: &Element, name: &str) -> Option<bool> {
    let element = properties.child(name)?;
    Some(!matches!(element.attribute("w:val"), Some("0" | "false" | "off" | "none")))
}

/// The level that `w:outlineLvl` gives a paragraph, from 0; 9 is body text.
pub fn outline(properties: &Element) -> Option<u8> {
    value(properties, "w:outlineLvl")?.parse().ok()
}

/// The list that paragraph properties name.
pub fn list_place(properties: &Element) -> ListPlace {
    let Some(numbering) = properties.child("w:numPr") else { return ListPlace::default() };
    ListPlace {
        list: value(numbering, "w:numId").map(str::to_owned),
        level: value(numbering, "w:ilvl").and_then(|level| level.parse().ok()),
    }
}

/// The marks that run properties give.
pub fn marks(properties: &Element) -> Marks {
    Marks {
        bold: switch(properties, "w:b"),
        italic: switch(properties, "w:i"),
        hidden: switch(properties, "w:vanish"),
    }
}
