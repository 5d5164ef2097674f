//! XML as a tree, within limits, with the prefixes this program knows instead of a file's own.
//!
//! Called by the DOCX and ODT readers. A document type declaration is refused: no word processor
//! writes one, and it is how entities are made to expand without end. Deliberately absent:
//! comments, processing instructions, and the revision marks that Word puts on every run.

use super::package::damaged;
use crate::Error;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{PrefixDeclaration, QName, ResolveResult};
use quick_xml::{NsReader, XmlVersion};
use std::collections::HashSet;
use std::rc::Rc;

/// Elements inside elements; real documents stay under 60.
const DEEPEST: usize = 200;

/// Elements in one part; a report of 500 pages has about 300,000.
const MOST_ELEMENTS: usize = 1_000_000;

/// Namespaces and the prefix they get here. The second address of a prefix is that of strict
/// Office Open XML (ISO/IEC 29500-1).
const PREFIXES: &[(&str, &str)] = &[
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
    ("http://www.w3.org/1999/xlink", "xlink"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
];

/// An element with its attributes and what it holds.
#[derive(Debug, Default)]
pub struct Element {
    /// The name with the prefix of [`PREFIXES`], such as `w:p`; `?:x` in any other namespace.
    pub name: Rc<str>,
    attributes: Vec<(Rc<str>, String)>,
    /// What it holds, in order.
    pub children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Characters.
    Text(String),
}

impl Element {
    /// The value of an attribute; one without a namespace is named without a prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| &**own == name).map(|(_, value)| value.as_str())
    }

    /// The elements it holds.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of this name it holds.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| &*element.name == name)
    }

    /// The first element at the end of a path of names.
    pub fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// Every element of this name below it, outermost only, in order.
    pub fn all<'e>(&'e self, name: &str, found: &mut Vec<&'e Element>) {
        for element in self.elements() {
            if &*element.name == name {
                found.push(element);
            } else {
                element.all(name, found);
            }
        }
    }

    /// All characters in it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(&self, text: &mut String) {
        for node in &self.children {
            match node {
                Node::Element(element) => element.add_text(text),
                Node::Text(words) => text.push_str(words),
            }
        }
    }
}

/// The root element of a part.
///
/// # Errors
/// [`Error::Read`] where it is not well formed, nests too deep, is too large or declares entities.
pub fn parse(bytes: &[u8]) -> Result<Element, Error> {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0,
        None => String::from_utf8_lossy(bytes),
    };
    let mut tree = Tree::default();
    let mut reader = NsReader::from_str(&text);
    reader.config_mut().allow_dangling_amp = true;
    loop {
        let event = reader.read_event().map_err(|_| ill_formed())?;
        match event {
            Event::Start(start) => {
                let element = tree.element(&reader, &start)?;
                tree.open(element)?;
            }
            Event::Empty(start) => {
                let element = tree.element(&reader, &start)?;
                tree.open(element)?;
                tree.close();
            }
            Event::End(_) => tree.close(),
            Event::Text(words) => tree.words(&words.xml10_content()),
            Event::CData(words) => tree.words(&words.xml10_content()),
            Event::GeneralRef(name) => tree.words(&character(&name)?),
            Event::DocType(_) => {
                return Err(damaged("it declares entities, which no word processor does"));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if tree.open.len() > 1 {
        return Err(ill_formed());
    }
    tree.root.ok_or_else(ill_formed)
}

fn ill_formed() -> Error {
    damaged("one of its parts is no well-formed XML")
}

/// The character a reference such as `&amp;` or `&#8217;` stands for.
fn character(reference: &quick_xml::events::BytesRef<'_>) -> Result<String, Error> {
    if let Some(character) = reference.resolve_char_ref().map_err(|_| ill_formed())? {
        return Ok(character.to_string());
    }
    let found = quick_xml::escape::resolve_predefined_entity(reference);
    found.map(str::to_owned).ok_or_else(ill_formed)
}

/// A tree in the making.
#[derive(Default)]
struct Tree {
    /// The elements that are open, the innermost last.
    open: Vec<Element>,
    root: Option<Element>,
    count: usize,
    names: HashSet<Rc<str>>,
}

impl Tree {
    fn element(
        &mut self,
        reader: &NsReader<&[u8]>,
        start: &BytesStart<'_>,
    ) -> Result<Element, Error> {
        let (space, local) = reader.resolver().resolve_element(start.name());
        let name = self.name(&space, local.into_inner());
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| ill_formed())?;
            if is_declaration(attribute.key) {
                continue;
            }
            let (space, local) = reader.resolver().resolve_attribute(attribute.key);
            let local = local.into_inner();
            if local.starts_with("rsid") {
                continue;
            }
            let value =
                attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| ill_formed())?;
            attributes.push((self.name(&space, local), value.into_owned()));
        }
        Ok(Element { name, attributes, children: Vec::new() })
    }

    /// Names come again and again, so each is kept once.
    fn name(&mut self, space: &ResolveResult<'_>, local: &str) -> Rc<str> {
        let name = match space {
            ResolveResult::Unbound => local.to_owned(),
            ResolveResult::Bound(space) => {
                let known = PREFIXES.iter().find(|(address, _)| *address == space.as_ref());
                format!("{}:{local}", known.map_or("?", |(_, prefix)| prefix))
            }
            ResolveResult::Unknown(_) => format!("?:{local}"),
        };
        if let Some(known) = self.names.get(name.as_str()) {
            return Rc::clone(known);
        }
        let name: Rc<str> = name.into();
        self.names.insert(Rc::clone(&name));
        name
    }

    fn open(&mut self, element: Element) -> Result<(), Error> {
        self.count += 1;
        if self.count > MOST_ELEMENTS {
            return Err(damaged("it holds more than any report does"));
        }
        if self.open.len() >= DEEPEST {
            return Err(damaged("its parts are nested without end"));
        }
        self.open.push(element);
        Ok(())
    }

    fn close(&mut self) {
        let Some(element) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(Node::Element(element)),
            None => self.root = Some(element),
        }
    }

    fn words(&mut self, words: &str) {
        let Some(parent) = self.open.last_mut() else { return };
        match parent.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(words),
            _ => parent.children.push(Node::Text(words.to_owned())),
        }
    }
}

fn is_declaration(name: QName<'_>) -> bool {
    matches!(
        name.as_namespace_binding(),
        Some(PrefixDeclaration::Default | PrefixDeclaration::Named(_))
    )
}
