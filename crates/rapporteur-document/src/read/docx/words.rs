//! The words of one paragraph: runs, links, fields, tracked changes, symbols, notes.
//!
//! Called by `body` for every paragraph. What stands in a text box comes after the paragraph that
//! holds it.

use super::Reader;
use super::fields::{Meaning, meaning};
use super::styles::{Marks, marks, value};
use super::symbols::{is_symbol_font, symbol};
use crate::read::flow::push_run;
use crate::read::lines::Run;
use crate::read::xml::{Element, Node};
use std::collections::HashMap;

/// The words of a paragraph being gathered.
#[derive(Default)]
pub struct Words<'e> {
    /// As they are once every change is accepted.
    pub accepted: Vec<Run>,
    /// As they were before the changes.
    pub before: String,
    /// Whether a change that nobody accepted touches them.
    pub changed: bool,
    /// The text boxes that hang on them.
    pub boxes: Vec<&'e Element>,
    /// The notes they refer to, in order.
    pub notes: Vec<NoteReference>,
    /// The marks that the paragraph's style gives them.
    pub style: Marks,
}

/// A mark that refers to a footnote or endnote.
pub struct NoteReference {
    /// Its id.
    pub id: String,
    /// Whether it is an endnote.
    pub is_endnote: bool,
}

/// Where words stand: what all of them inherit.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The address they link to.
    pub link: Option<&'a str>,
    /// The change they are part of.
    pub change: Change,
    /// The addresses of the part they stand in.
    pub links: &'a HashMap<String, String>,
}

/// A tracked change.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// None.
    None,
    /// Put in.
    Inserted,
    /// Taken out.
    Deleted,
}

impl Words<'_> {
    fn push(&mut self, words: &str, run: &Run, change: Change) {
        if change != Change::Deleted {
            push_run(&mut self.accepted, words, run);
        }
        if change != Change::Inserted {
            self.before.push_str(words);
        }
        self.changed |= change != Change::None && !words.trim().is_empty();
    }
}

impl Reader<'_> {
    /// Adds what a paragraph, or a part of one, holds.
    pub(super) fn words<'e>(
        &mut self,
        element: &'e Element,
        words: &mut Words<'e>,
        around: Around<'_>,
    ) {
        for child in element.elements() {
            match &*child.name {
                "w:r" => self.run(child, words, around),
                "w:hyperlink" => {
                    let link = self.hyperlink(child, around.links);
                    let link = link.as_deref().or(around.link);
                    self.words(child, words, Around { link, ..around });
                }
                "w:fldSimple" => match meaning(child.attribute("w:instr").unwrap_or("")) {
                    Meaning::Link(address) => {
                        self.words(child, words, Around { link: Some(&address), ..around });
                    }
                    Meaning::Words => self.words(child, words, around),
                    Meaning::Contents => self.left_out.contents = true,
                },
                "w:ins" | "w:moveTo" if around.change == Change::None => {
                    self.words(child, words, Around { change: Change::Inserted, ..around });
                }
                "w:del" | "w:moveFrom" => {
                    self.words(child, words, Around { change: Change::Deleted, ..around });
                }
                "w:ins" | "w:moveTo" | "w:smartTag" | "w:customXml" | "w:dir" | "w:bdo" => {
                    self.words(child, words, around);
                }
                "w:sdt" => {
                    if let Some(content) = content_of_control(child) {
                        self.words(content, words, around);
                    }
                }
                "mc:AlternateContent" => {
                    if let Some(branch) = branch(child) {
                        self.words(branch, words, around);
                    }
                }
                "m:oMath" | "m:oMathPara" => {
                    let mut texts = Vec::new();
                    child.all("m:t", &mut texts);
                    let text: String = texts.into_iter().map(Element::text).collect();
                    self.push(words, &text, Marks::default(), around);
                }
                _ => {}
            }
        }
    }

    /// The address of a hyperlink; a place in the document is none, a lost one is `#`.
    fn hyperlink(&self, element: &Element, links: &HashMap<String, String>) -> Option<String> {
        let place = element.attribute("w:anchor");
        let target = element.attribute("r:id").and_then(|id| links.get(id));
        match (target, place) {
            (Some(target), Some(place)) if !place.is_empty() && !target.contains('#') => {
                Some(format!("{target}#{place}"))
            }
            (Some(target), _) => Some(target.clone()),
            (None, place) => {
                let known = place.is_some_and(|place| self.bookmarks.contains(place));
                (!known).then(|| "#".to_owned())
            }
        }
    }

    fn run<'e>(&mut self, run: &'e Element, words: &mut Words<'e>, around: Around<'_>) {
        let properties = run.child("w:rPr");
        let direct = properties.map(marks).unwrap_or_default();
        let named = properties.and_then(|properties| value(properties, "w:rStyle"));
        let marks = direct.or(named.map(|id| self.styles.words(id)).unwrap_or_default());
        let font = properties
            .and_then(|properties| properties.child("w:rFonts")?.attribute("w:ascii"))
            .filter(|font| is_symbol_font(font));
        self.pieces(run, words, marks, font, around);
    }

    fn pieces<'e>(
        &mut self,
        run: &'e Element,
        words: &mut Words<'e>,
        marks: Marks,
        font: Option<&str>,
        around: Around<'_>,
    ) {
        for piece in run.elements() {
            match &*piece.name {
                "w:t" | "w:delText" => {
                    let text = own_text(piece);
                    let text = font.map_or(text.clone(), |font| in_font(&text, font));
                    self.push(words, &text, marks, around);
                }
                "w:tab" | "w:ptab" => self.push(words, "\t", marks, around),
                "w:cr" => self.push(words, "\n", marks, around),
                "w:br" => {
                    let page = matches!(piece.attribute("w:type"), Some("page" | "column"));
                    self.push(words, if page { "\u{c}" } else { "\n" }, marks, around);
                }
                "w:noBreakHyphen" => self.push(words, "-", marks, around),
                "w:sym" => {
                    let code = piece.attribute("w:char").unwrap_or("");
                    let code = u32::from_str_radix(code, 16).unwrap_or(0);
                    let font = piece.attribute("w:font").unwrap_or("");
                    let found =
                        symbol(font, code).or_else(|| char::from_u32(code).filter(|c| *c > ' '));
                    self.push(words, &found.map(String::from).unwrap_or_default(), marks, around);
                }
                "w:fldChar" => match piece.attribute("w:fldCharType") {
                    Some("begin") => self.fields.begin(),
                    Some("separate") => self.fields.separate(),
                    Some("end") => self.fields.end(),
                    _ => {}
                },
                "w:instrText" => self.fields.instruct(&own_text(piece)),
                "w:footnoteReference" | "w:endnoteReference"
                    if around.change != Change::Deleted =>
                {
                    if let Some(id) = piece.attribute("w:id") {
                        let is_endnote = &*piece.name == "w:endnoteReference";
                        words.notes.push(NoteReference { id: id.to_owned(), is_endnote });
                    }
                }
                "w:drawing" | "w:pict" | "w:object" if around.change != Change::Deleted => {
                    piece.all("w:txbxContent", &mut words.boxes);
                }
                "w:ruby" => {
                    for run in piece.child("w:rubyBase").into_iter().flat_map(Element::elements) {
                        self.pieces(run, words, marks, font, around);
                    }
                }
                "mc:AlternateContent" => {
                    if let Some(branch) = branch(piece) {
                        self.pieces(branch, words, marks, font, around);
                    }
                }
                _ => {}
            }
        }
    }

    fn push(&mut self, words: &mut Words<'_>, text: &str, marks: Marks, around: Around<'_>) {
        if self.fields.in_instruction() {
            return;
        }
        if self.fields.in_contents() {
            self.left_out.contents = true;
            return;
        }
        let marks = marks.or(words.style);
        if marks.hidden == Some(true) {
            self.left_out.hidden |= !text.trim().is_empty();
            return;
        }
        let run = Run {
            text: String::new(),
            bold: marks.bold == Some(true),
            italic: marks.italic == Some(true),
            link: around.link.or(self.fields.link()).map(str::to_owned),
        };
        words.push(text, &run, around.change);
    }
}

/// The characters that stand in an element itself.
fn own_text(element: &Element) -> String {
    let texts = element.children.iter().filter_map(|node| match node {
        Node::Text(text) => Some(text.as_str()),
        Node::Element(_) => None,
    });
    texts.collect()
}

fn in_font(text: &str, font: &str) -> String {
    text.chars().map(|c| symbol(font, u32::from(c)).unwrap_or(c)).collect()
}

/// What a content control holds, unless it only asks to be filled in.
pub(super) fn content_of_control(control: &Element) -> Option<&Element> {
    let content = control.child("w:sdtContent")?;
    let unfilled = control.at(&["w:sdtPr", "w:showingPlcHdr"]).is_some();
    (!unfilled || is_label(control, content)).then_some(content)
}

/// Whether a control that nobody filled in is a label of a form, such as `Facilitator`: the forms of
/// Word hold those in controls too, and print them.
fn is_label(control: &Element, content: &Element) -> bool {
    const ASKING: &[&str] =
        &["add", "choose", "click", "enter", "insert", "pick", "select", "tap", "type", "write"];
    let asks = |text: &str| {
        let first = text.trim().split([' ', ':']).next().unwrap_or("").to_lowercase();
        text.trim_start().starts_with(['[', '<']) || ASKING.contains(&first.as_str())
    };
    let alias = control.at(&["w:sdtPr", "w:alias"]).and_then(|alias| alias.attribute("w:val"));
    let (mut texts, mut styles) = (Vec::new(), Vec::new());
    content.all("w:t", &mut texts);
    content.all("w:rStyle", &mut styles);
    let text: String = texts.into_iter().map(own_text).collect();
    let prompts = styles.iter().any(|style| style.attribute("w:val") == Some("PlaceholderText"));
    control.at(&["w:sdtPr", "w:temporary"]).is_some()
        && !prompts
        && !asks(&text)
        && !alias.is_some_and(asks)
}

/// The one branch of alternate content that is read: the first that holds words, else the first.
pub(super) fn branch(alternate: &Element) -> Option<&Element> {
    let holds_words = |branch: &&Element| {
        let mut found = Vec::new();
        branch.all("w:t", &mut found);
        found.iter().any(|words| !words.children.is_empty())
    };
    alternate.elements().find(holds_words).or_else(|| alternate.elements().next())
}
