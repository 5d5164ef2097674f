//! Printed blocks as pieces of text, each with its measures and its place in the tree.

use super::text::{Line, Setter, Type};
use super::tree::Tree;
use crate::style::{Heading, List, PageLook, Picture, Printed, PrintedBlock, Run};
use crate::write::is_address;

/// The indentation of one list level, in points: room for `112.` at 11 points.
const STEP: f32 = 25.5;

/// Between the logo and the title block, in points.
const LOGO_GAP: f32 = 12.0;

/// A paragraph, a heading or the first paragraph of a list entry.
pub(super) struct Piece {
    pub lines: Vec<Line>,
    /// The number or bullet before it, with its element.
    pub label: Option<(usize, Line)>,
    /// How far left of the indentation the label stands, in points.
    pub hanging: f32,
    /// From the left margin, in points.
    pub indent: f32,
    pub before: f32,
    pub after: f32,
    pub keep_with_next: bool,
    pub keep_whole: bool,
    pub size: f32,
    /// The element of each run, and its link.
    pub runs: Vec<(usize, Option<String>)>,
    /// What the outline shows: the level and the words of a heading.
    pub outline: Option<(u8, String)>,
    /// The width and height of the logo, in points, which stands here instead of words.
    pub picture: Option<(f32, f32)>,
}

/// Every piece in order.
pub(super) fn pieces(printed: &Printed, setter: &mut Setter, tree: &mut Tree) -> Vec<Piece> {
    let width = points(printed.look.text_width());
    let mut flow = Flow { look: &printed.look, width, setter, tree, pieces: Vec::new() };
    if let Some(logo) = &printed.logo {
        flow.logo(logo);
    }
    for block in &printed.blocks {
        flow.block(block, 0);
    }
    flow.pieces
}

fn points(millimetres: f32) -> f32 {
    millimetres / 25.4 * 72.0
}

struct Flow<'a, 'f> {
    look: &'a PageLook,
    width: f32,
    setter: &'a mut Setter<'f>,
    tree: &'a mut Tree,
    pieces: Vec<Piece>,
}

/// What differs between pieces.
struct Measures {
    with: Type,
    indent: f32,
    before: f32,
    after: f32,
}

impl Flow<'_, '_> {
    fn block(&mut self, block: &PrintedBlock, depth: usize) {
        let look = self.look;
        let text = Type { size: look.text_size, bold: false, italic: false };
        match block {
            PrintedBlock::TitleLine(runs) => {
                let measures = Measures {
                    with: Type { bold: true, ..text },
                    indent: 0.0,
                    before: 0.0,
                    after: 0.0,
                };
                let node = self.tree.add(0, "P");
                self.piece(runs, node, measures).keep_with_next = true;
            }
            PrintedBlock::Title(runs) => {
                let with = Type { size: look.title_size, bold: true, italic: false };
                let node = self.tree.add(0, "Title");
                self.piece(runs, node, Measures { with, indent: 0.0, before: 14.0, after: 14.0 })
                    .keep_with_next = true;
            }
            PrintedBlock::Heading(heading) => self.heading(heading),
            PrintedBlock::Paragraph(runs) => {
                let node = self.tree.add(0, "P");
                self.piece(
                    runs,
                    node,
                    Measures { with: text, indent: 0.0, before: 0.0, after: look.space_after },
                );
            }
            PrintedBlock::List(list) => self.list(list, depth, 0),
        }
    }

    /// The logo is a line without words, as high as the picture.
    fn logo(&mut self, logo: &Picture) {
        let (width, height) = (points(logo.width()), points(logo.height));
        let node = self.tree.add_figure(&logo.alternative_text);
        let measures = Measures {
            with: Type { size: self.look.text_size, bold: false, italic: false },
            indent: 0.0,
            before: 0.0,
            after: LOGO_GAP,
        };
        let piece = self.piece(&[], node, measures);
        piece.lines = vec![Line { height, baseline: height, segments: Vec::new() }];
        piece.keep_with_next = true;
        piece.picture = Some((width, height));
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level.clamp(1, 4);
        let size = self.look.heading_sizes[usize::from(level - 1)];
        let with = Type { size, bold: level < 4, italic: level == 4 };
        let (before, after) =
            [(18.0, 6.0), (14.0, 4.0), (10.0, 3.0), (8.0, 3.0)][usize::from(level - 1)];
        let node = self.tree.add_heading(level);
        let label = heading.number.as_ref().map(|number| number.format.label(number.value, 0));
        let words: String = heading.runs.iter().map(|run| run.text.as_str()).collect();
        let set_label =
            label.as_ref().and_then(|label| self.label(label, with)).map(|line| (node, line));
        let indent = set_label.as_ref().map_or(0.0, |(_, line)| room(line, with.size));
        let piece = self.piece(&heading.runs, node, Measures { with, indent, before, after });
        piece.label = set_label;
        piece.hanging = indent;
        piece.keep_with_next = true;
        piece.keep_whole = true;
        let words = label.map_or(words.clone(), |label| format!("{label} {words}"));
        piece.outline = Some((level, words));
    }

    fn list(&mut self, list: &List, depth: usize, parent: usize) {
        let text = Type { size: self.look.text_size, bold: false, italic: false };
        let tag = self.tree.add(parent, "L");
        let indent = STEP * (f32::from(u8::try_from(depth.min(8)).unwrap_or(8)) + 1.0);
        for (at, entry) in list.entries.iter().enumerate() {
            let item = self.tree.add(tag, "LI");
            let label_node = self.tree.add(item, "Lbl");
            let body = self.tree.add(item, "LBody");
            let label = list.format.label(u32::try_from(at + 1).unwrap_or(u32::MAX), depth);
            let first = self.pieces.len();
            // An entry without words of its own still shows its number.
            let empty = PrintedBlock::Paragraph(Vec::new());
            let wordless = !matches!(entry.blocks.first(), Some(PrintedBlock::Paragraph(_)));
            let blocks = wordless.then_some(&empty).into_iter().chain(&entry.blocks);
            for (place, block) in blocks.enumerate() {
                match block {
                    PrintedBlock::List(nested) => self.list(nested, depth + 1, body),
                    PrintedBlock::Paragraph(runs) => {
                        let set_label = if place == 0 { self.label(&label, text) } else { None };
                        let node = self.tree.add(body, "P");
                        let after = self.look.space_after / 2.0;
                        let piece = self.piece(
                            runs,
                            node,
                            Measures { with: text, indent, before: 0.0, after },
                        );
                        piece.hanging =
                            set_label.as_ref().map_or(STEP, |line| room(line, text.size));
                        piece.label = set_label.map(|line| (label_node, line));
                    }
                    other => self.block(other, depth),
                }
            }
            if list.keep_entries_whole {
                let (last, before) = self.pieces[first..].split_last_mut().expect("at least one");
                last.keep_whole = true;
                for piece in before {
                    piece.keep_with_next = true;
                    piece.keep_whole = true;
                }
            }
        }
        if depth == 0
            && let Some(last) = self.pieces.last_mut()
        {
            last.after = self.look.space_after;
        }
    }

    fn label(&mut self, label: &str, with: Type) -> Option<Line> {
        // A bullet that no font has is a plain one; everybody knows what it means.
        let label = if label.chars().all(|c| self.setter.can_draw(c)) { label } else { "•" };
        self.setter.set(&[Run::plain(label)], with, 200.0).into_iter().next()
    }

    fn piece(&mut self, runs: &[Run], node: usize, measures: Measures) -> &mut Piece {
        let Measures { with, indent, before, after } = measures;
        let lines = self.setter.set(runs, with, (self.width - indent).max(40.0));
        let mut owners: Vec<(usize, Option<String>)> = Vec::with_capacity(runs.len());
        for run in runs {
            let link = run.link.clone().filter(|link| is_address(link));
            let owner = match (&link, owners.last()) {
                (None, _) => node,
                (Some(_), Some((owner, before))) if *before == link => *owner,
                (Some(_), _) => self.tree.add_link(node),
            };
            owners.push((owner, link));
        }
        if owners.is_empty() {
            owners.push((node, None));
        }
        self.pieces.push(Piece {
            lines,
            label: None,
            hanging: STEP,
            indent,
            before,
            after,
            keep_with_next: false,
            keep_whole: false,
            size: with.size,
            runs: owners,
            outline: None,
            picture: None,
        });
        self.pieces.last_mut().expect("a piece was just added")
    }
}

/// The width a label takes with the gap after it: one step, or more where it is wider.
fn room(label: &Line, size: f32) -> f32 {
    STEP.max(Setter::width(std::slice::from_ref(label)) + size / 2.0)
}
