//! Drawing: the operations of every page, with the marks that tie them to the structure tree.

use super::pages::{Pages, Standing};
use super::text::{Line, Segment, Setter, Type};
use super::tree::{Kid, Tree};
use crate::style::{Margins, Printed, Run};
use printpdf::{DictItem, Op};
use std::collections::BTreeMap;

const INK: [f32; 3] = [0.12, 0.12, 0.12];
const QUIET: [f32; 3] = [0.35, 0.35, 0.35];
/// Dark enough on white for 4.5:1 (WCAG 2.2).
const LINK: [f32; 3] = [0.043, 0.341, 0.643];

/// The name of the logo among the resources of its page.
pub(super) const LOGO: &str = "Logo";

/// Size of the running lines, in points.
const SMALL: f32 = 9.0;

/// A document, drawn.
pub(super) struct Drawn {
    pub pages: Vec<DrawnPage>,
    pub links: Vec<Link>,
    pub outline: Vec<Entry>,
    pub width: f32,
    pub height: f32,
}

/// One page.
pub(super) struct DrawnPage {
    pub ops: Vec<Op>,
    /// The element of each marked content, by its identifier.
    pub content: Vec<usize>,
}

/// The place of a link on a page.
pub(super) struct Link {
    pub page: usize,
    pub node: usize,
    pub address: String,
    pub words: String,
    /// Left, bottom, right, top in points from the lower left corner.
    pub rectangle: [f32; 4],
}

/// An entry of the outline.
pub(super) struct Entry {
    pub level: u8,
    pub words: String,
    pub page: usize,
    /// From the bottom of the page, in points.
    pub top: f32,
}

/// Draws every page.
pub(super) fn draw(
    pages: &Pages,
    printed: &Printed,
    setter: &mut Setter,
    tree: &mut Tree,
) -> Drawn {
    let mut drawn = Drawn {
        pages: Vec::with_capacity(pages.pages.len()),
        links: Vec::new(),
        outline: Vec::new(),
        width: pages.width,
        height: pages.height,
    };
    for (number, page) in pages.pages.iter().enumerate() {
        let mut pen =
            Pen { ops: Vec::new(), content: Vec::new(), page: number, height: pages.height };
        for standing in &page.lines {
            pen.standing(standing, pages, tree, &mut drawn);
        }
        pen.running_lines(number, pages, printed, setter);
        drawn.pages.push(DrawnPage { ops: pen.ops, content: pen.content });
    }
    drawn
}

/// Writes the operations of one page.
struct Pen {
    ops: Vec<Op>,
    content: Vec<usize>,
    page: usize,
    height: f32,
}

impl Pen {
    fn standing(&mut self, standing: &Standing, pages: &Pages, tree: &mut Tree, drawn: &mut Drawn) {
        let piece = &pages.pieces[standing.piece];
        let baseline = self.height - standing.y - standing.line.baseline;
        if standing.first {
            if let Some((level, words)) = &piece.outline {
                let top = self.height - standing.y + 4.0;
                drawn.outline.push(Entry {
                    level: *level,
                    words: words.clone(),
                    page: self.page,
                    top,
                });
            }
            if let Some((width, height)) = piece.picture {
                self.picture(piece.runs[0].0, [standing.x, baseline, width, height], tree);
            }
            if let Some((node, label)) = &piece.label {
                let x = standing.x - piece.hanging;
                self.marked(*node, tree, |pen| pen.line(label, x, baseline, piece.size, INK));
            }
        }
        let mut begun: Option<usize> = None;
        for segment in &standing.line.segments {
            let (owner, link) =
                piece.runs.get(segment.run).or(piece.runs.last()).cloned().unwrap_or((0, None));
            if link.is_some()
                && !tree.nodes[owner].kids.iter().any(|kid| matches!(kid, Kid::Content(..)))
            {
                let parent = tree.nodes[owner].parent;
                tree.has(parent, Kid::Node(owner));
            }
            let colour = if link.is_some() { LINK } else { INK };
            if begun != Some(owner) {
                if begun.is_some() {
                    self.end();
                }
                self.begin(owner, tree);
                begun = Some(owner);
            }
            self.segment(segment, standing.x, baseline, piece.size, colour);
            if let Some(address) = link {
                self.underline(
                    standing.x + segment.x.0,
                    standing.x + segment.x.1,
                    baseline,
                    piece.size,
                );
                let number = drawn.links.len();
                tree.has(owner, Kid::Link(number));
                drawn.links.push(Link {
                    page: self.page,
                    node: owner,
                    words: address.clone(),
                    address,
                    rectangle: [
                        standing.x + segment.x.0,
                        baseline - piece.size * 0.3,
                        standing.x + segment.x.1,
                        baseline + piece.size,
                    ],
                });
            }
        }
        if begun.is_some() {
            self.end();
        }
    }

    /// The logo, its lower left corner and its size given.
    fn picture(&mut self, node: usize, [x, y, width, height]: [f32; 4], tree: &mut Tree) {
        if let Some(figure) = &mut tree.nodes[node].figure {
            figure.rectangle = [x, y, x + width, y + height];
        }
        self.marked(node, tree, |pen| {
            pen.op("q", vec![]);
            let place = [width, 0.0, 0.0, height, x, y];
            pen.op("cm", place.iter().map(|part| DictItem::Real(*part)).collect());
            pen.op("Do", vec![name(LOGO)]);
            pen.op("Q", vec![]);
        });
    }

    /// Header, footer and state mark: artifacts, which are not read aloud.
    fn running_lines(
        &mut self,
        number: usize,
        pages: &Pages,
        printed: &Printed,
        setter: &mut Setter,
    ) {
        let Margins { top, right, bottom, left } = pages.margin;
        let small = Type { size: SMALL, bold: false, italic: false };
        let room = pages.width - left - right;
        let at_right = |set: &[Line]| pages.width - right - Setter::width(set);
        if printed.look.footer {
            let y = bottom / 2.0;
            let words = setter.set(&[Run::plain(&printed.footer)], small, room);
            let text = printed
                .page_number
                .replace("{pages}", &pages.pages.len().to_string())
                .replace("{page}", &(number + 1).to_string());
            let count = setter.set(&[Run::plain(text)], small, pages.width);
            self.running_line(&words, left, y, SMALL);
            self.running_line(&count, at_right(&count), y, SMALL);
        }
        let size = printed.look.text_size;
        let y = pages.height - top / 2.0 - size / 2.0;
        if !printed.header.is_empty() {
            let words = setter.set(&[Run::plain(&printed.header)], small, room);
            self.running_line(&words, left, y, SMALL);
        }
        if let Some(mark) = &printed.state_mark {
            let bold = Type { size, bold: true, italic: false };
            let set = setter.set(&[Run::plain(mark)], bold, pages.width);
            self.running_line(&set, at_right(&set), y, size);
        }
    }

    fn running_line(&mut self, set: &[Line], x: f32, y: f32, size: f32) {
        self.artifact(|pen| {
            for line in set.iter().take(1) {
                pen.line(line, x, y, size, QUIET);
            }
        });
    }

    fn marked(&mut self, node: usize, tree: &mut Tree, draw: impl FnOnce(&mut Self)) {
        self.begin(node, tree);
        draw(self);
        self.end();
    }

    fn begin(&mut self, node: usize, tree: &mut Tree) {
        let id = self.content.len();
        self.content.push(node);
        tree.has(node, Kid::Content(self.page, id));
        let properties =
            BTreeMap::from([("MCID".to_owned(), DictItem::Int(i64::try_from(id).unwrap_or(0)))]);
        self.op("BDC", vec![name(tree.nodes[node].role), DictItem::Dict { map: properties }]);
    }

    fn artifact(&mut self, draw: impl FnOnce(&mut Self)) {
        let kind = BTreeMap::from([("Type".to_owned(), name("Pagination"))]);
        self.op("BDC", vec![name("Artifact"), DictItem::Dict { map: kind }]);
        draw(self);
        self.end();
    }

    fn end(&mut self) {
        self.op("EMC", vec![]);
    }

    fn line(&mut self, line: &Line, x: f32, baseline: f32, size: f32, colour: [f32; 3]) {
        for segment in &line.segments {
            self.segment(segment, x, baseline, size, colour);
        }
    }

    /// One text object; glyphs that stand where the font's widths put them share an operation.
    fn segment(&mut self, segment: &Segment, x: f32, baseline: f32, size: f32, colour: [f32; 3]) {
        self.op("BT", vec![]);
        self.op("rg", colour.iter().map(|part| DictItem::Real(*part)).collect());
        let mut face = None;
        let mut pen: Option<(f32, f32)> = None;
        let mut shown: Vec<DictItem> = Vec::new();
        for glyph in &segment.glyphs {
            let moved =
                pen.is_none_or(|(at, y)| (at - glyph.x).abs() > 0.01 || (y - glyph.y).abs() > 0.01);
            if face != Some(glyph.face) || moved {
                self.show(&mut shown);
                if face != Some(glyph.face) {
                    self.op("Tf", vec![name(&format!("F{}", glyph.face)), DictItem::Real(size)]);
                    face = Some(glyph.face);
                }
                let place = [1.0, 0.0, 0.0, 1.0, x + glyph.x, baseline + glyph.y];
                self.op("Tm", place.iter().map(|part| DictItem::Real(*part)).collect());
            }
            shown
                .push(DictItem::String { data: glyph.code.to_be_bytes().to_vec(), literal: false });
            pen = Some((glyph.x + glyph.width, glyph.y));
        }
        self.show(&mut shown);
        self.op("ET", vec![]);
    }

    fn show(&mut self, shown: &mut Vec<DictItem>) {
        let mut codes = Vec::with_capacity(shown.len() * 2);
        for item in shown.drain(..) {
            if let DictItem::String { data, .. } = item {
                codes.extend(data);
            }
        }
        if !codes.is_empty() {
            self.op("Tj", vec![DictItem::String { data: codes, literal: false }]);
        }
    }

    fn underline(&mut self, from: f32, to: f32, baseline: f32, size: f32) {
        let y = baseline - size * 0.12;
        self.op("RG", LINK.iter().map(|part| DictItem::Real(*part)).collect());
        self.op("w", vec![DictItem::Real(size * 0.05)]);
        self.op("m", vec![DictItem::Real(from), DictItem::Real(y)]);
        self.op("l", vec![DictItem::Real(to), DictItem::Real(y)]);
        self.op("S", vec![]);
    }

    fn op(&mut self, key: &str, value: Vec<DictItem>) {
        self.ops.push(Op::Unknown { key: key.to_owned(), value });
    }
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}
