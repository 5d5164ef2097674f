//! Mending the XML of docx-rs: children in the order of the schema, no empty properties, no
//! identifiers of the process, and what docx-rs cannot say (direction of writing).
//!
//! The orders are those of `wml.xsd` (ECMA-376, part 1, annex A).

use quick_xml::Reader;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element with its content.
pub(super) struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

enum Node {
    Element(Element),
    Text(String),
}

/// Mends a part and writes it again.
pub(super) fn mend(part: &[u8]) -> Result<Vec<u8>, String> {
    let mut root = parse(part)?;
    root.mend();
    let mut writer = quick_xml::Writer::new(Vec::with_capacity(part.len()));
    let declaration = Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes")));
    writer.write_event(declaration).map_err(|error| error.to_string())?;
    root.write(&mut writer).map_err(|error| error.to_string())?;
    Ok(writer.into_inner())
}

/// Letters of scripts that are written from right to left.
pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

fn parse(part: &[u8]) -> Result<Element, String> {
    let part = std::str::from_utf8(part).map_err(|error| error.to_string())?;
    let mut reader = Reader::from_str(part);
    let mut open: Vec<Element> = Vec::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => {
                let element = element(&start)?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(Node::Element(element)),
                    None => return Ok(element),
                }
            }
            Event::End(_) => {
                let Some(done) = open.pop() else {
                    return Err("an element ends that never began".to_owned());
                };
                match open.last_mut() {
                    Some(parent) => parent.children.push(Node::Element(done)),
                    None => return Ok(done),
                }
            }
            Event::Text(text) => {
                push_text(&mut open, &text);
            }
            Event::GeneralRef(reference) => {
                let name: &str = &reference;
                let text = quick_xml::escape::unescape(&format!("&{name};"))
                    .map_err(|error| error.to_string())?
                    .into_owned();
                push_text(&mut open, &text);
            }
            Event::Eof => return Err("a part ends in the middle".to_owned()),
            _ => {}
        }
    }
}

fn push_text(open: &mut [Element], text: &str) {
    if let Some(parent) = open.last_mut() {
        match parent.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => parent.children.push(Node::Text(text.to_owned())),
        }
    }
}

fn element(start: &BytesStart) -> Result<Element, String> {
    let name = start.name().as_ref().to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let key = attribute.key.as_ref().to_owned();
        let value = quick_xml::escape::unescape(&attribute.value)
            .map_err(|error| error.to_string())?
            .into_owned();
        attributes.push((key, value));
    }
    Ok(Element { name, attributes, children: Vec::new() })
}

impl Element {
    fn mend(&mut self) {
        self.attributes.retain(|(key, _)| {
            !key.starts_with("w14:") && !key.starts_with("w:rsid") && key != "mc:Ignorable"
        });
        if self.name == "w:numbering" {
            self.children.retain(|child| !child.is_list_of_docx_rs());
        }
        if self.name == "w:styles" {
            self.keep_the_last_of_each_style();
        }
        match self.name.as_str() {
            "w:r" if self.text().chars().any(is_right_to_left) => self.property("w:rPr", "w:rtl"),
            "w:p" if self.is_right_to_left() => self.property("w:pPr", "w:bidi"),
            _ => {}
        }
        if let Some(order) = order(&self.name) {
            let place = |node: &Node| match node {
                Node::Element(child) => {
                    order.iter().position(|name| *name == child.name).unwrap_or(order.len())
                }
                Node::Text(_) => order.len(),
            };
            self.children.sort_by_key(place);
        }
        for child in &mut self.children {
            if let Node::Element(child) = child {
                child.mend();
            }
        }
        self.children.retain(|child| match child {
            Node::Element(child) => {
                !(["w:rPr", "w:pPr"].contains(&child.name.as_str()) && child.children.is_empty())
            }
            Node::Text(_) => true,
        });
    }

    /// docx-rs has a “Normal” of its own before ours.
    fn keep_the_last_of_each_style(&mut self) {
        let ids: Vec<Option<String>> = self.children.iter().map(|node| node.style_id()).collect();
        let mut at = 0;
        self.children.retain(|_| {
            let keep = ids[at].is_none() || !ids[at + 1..].contains(&ids[at]);
            at += 1;
            keep
        });
        for child in &mut self.children {
            if let Node::Element(style) = child
                && style
                    .attributes
                    .iter()
                    .any(|(key, value)| key == "w:styleId" && value == "Normal")
            {
                style.attributes.retain(|(key, _)| key != "w:default");
                style.attributes.push(("w:default".to_owned(), "1".to_owned()));
            }
        }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for child in &self.children {
            match child {
                Node::Element(child)
                    if child.name == "w:t"
                        || child.name == "w:r"
                        || child.name == "w:hyperlink" =>
                {
                    text.push_str(&child.text());
                }
                Node::Text(words) if self.name == "w:t" => text.push_str(words),
                _ => {}
            }
        }
        text
    }

    /// Whether every letter of a paragraph is written so. A line that only begins with a name in
    /// such a script stays where its neighbours are, its number on the left.
    fn is_right_to_left(&self) -> bool {
        let text = self.text();
        let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(is_right_to_left)
    }

    /// Adds an empty property element, making its holder where there is none.
    fn property(&mut self, holder: &str, name: &str) {
        let empty =
            |name: &str| Element { name: name.to_owned(), attributes: vec![], children: vec![] };
        let at = self
            .children
            .iter()
            .position(|node| matches!(node, Node::Element(child) if child.name == holder));
        let at = at.unwrap_or_else(|| {
            self.children.insert(0, Node::Element(empty(holder)));
            0
        });
        if let Node::Element(found) = &mut self.children[at] {
            found.children.push(Node::Element(empty(name)));
        }
    }

    fn write(&self, writer: &mut quick_xml::Writer<Vec<u8>>) -> std::io::Result<()> {
        let mut start = BytesStart::new(self.name.as_str());
        for (key, value) in &self.attributes {
            start.push_attribute((key.as_str(), value.as_str()));
        }
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for child in &self.children {
            match child {
                Node::Element(child) => child.write(writer)?,
                Node::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name.as_str())))
    }
}

impl Node {
    /// docx-rs defines a list 1 that no paragraph of ours uses.
    fn is_list_of_docx_rs(&self) -> bool {
        let Node::Element(element) = self else { return false };
        let id = if element.name == "w:num" { "w:numId" } else { "w:abstractNumId" };
        element.attributes.iter().any(|(key, value)| key == id && value == "1")
    }

    fn style_id(&self) -> Option<String> {
        let Node::Element(element) = self else { return None };
        let id = element.attributes.iter().find(|(key, _)| key == "w:styleId")?;
        Some(id.1.clone())
    }
}

/// The order the schema wants for the children of an element.
fn order(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "w:pPr" => &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:framePr",
            "w:widowControl",
            "w:numPr",
            "w:suppressLineNumbers",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:kinsoku",
            "w:wordWrap",
            "w:overflowPunct",
            "w:topLinePunct",
            "w:autoSpaceDE",
            "w:autoSpaceDN",
            "w:bidi",
            "w:adjustRightInd",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:mirrorIndents",
            "w:suppressOverlap",
            "w:jc",
            "w:textDirection",
            "w:textAlignment",
            "w:textboxTightWrap",
            "w:outlineLvl",
            "w:divId",
            "w:cnfStyle",
            "w:rPr",
            "w:sectPr",
            "w:pPrChange",
        ],
        "w:rPr" => &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:caps",
            "w:smallCaps",
            "w:strike",
            "w:dstrike",
            "w:outline",
            "w:shadow",
            "w:emboss",
            "w:imprint",
            "w:noProof",
            "w:snapToGrid",
            "w:vanish",
            "w:webHidden",
            "w:color",
            "w:spacing",
            "w:w",
            "w:kern",
            "w:position",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:effect",
            "w:bdr",
            "w:shd",
            "w:fitText",
            "w:vertAlign",
            "w:rtl",
            "w:cs",
            "w:em",
            "w:lang",
        ],
        "w:style" => &[
            "w:name",
            "w:aliases",
            "w:basedOn",
            "w:next",
            "w:link",
            "w:autoRedefine",
            "w:hidden",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:locked",
            "w:personal",
            "w:rsid",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:trPr",
            "w:tcPr",
            "w:tblStylePr",
        ],
        "w:lvl" => &[
            "w:start",
            "w:numFmt",
            "w:lvlRestart",
            "w:pStyle",
            "w:isLgl",
            "w:suff",
            "w:lvlText",
            "w:lvlPicBulletId",
            "w:legacy",
            "w:lvlJc",
            "w:pPr",
            "w:rPr",
        ],
        "w:numPr" => &["w:ilvl", "w:numId"],
        "w:lvlOverride" => &["w:startOverride", "w:lvl"],
        "w:sectPr" => &[
            "w:headerReference",
            "w:footerReference",
            "w:footnotePr",
            "w:endnotePr",
            "w:type",
            "w:pgSz",
            "w:pgMar",
            "w:paperSrc",
            "w:pgBorders",
            "w:lnNumType",
            "w:pgNumType",
            "w:cols",
            "w:formProt",
            "w:vAlign",
            "w:noEndnote",
            "w:titlePg",
            "w:textDirection",
            "w:bidi",
            "w:rtlGutter",
            "w:docGrid",
            "w:printerSettings",
        ],
        "w:styles" => &["w:docDefaults", "w:latentStyles", "w:style"],
        "w:numbering" => &["w:numPicBullet", "w:abstractNum", "w:num", "w:numIdMacAtCleanup"],
        _ => return None,
    })
}
