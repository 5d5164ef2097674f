//! Breaking pieces into pages: headings stay with what follows, entries of people stay whole, no
//! line of a paragraph stands alone at the top or the bottom of a page.

use super::flow::Piece;
use super::text::Line;
use crate::style::{Margins, PageLook};

/// Lines of a paragraph that must stand together.
const TOGETHER: usize = 2;

/// What stands on one page.
pub(super) struct Page {
    pub lines: Vec<Standing>,
}

/// A line in its place.
pub(super) struct Standing {
    pub piece: usize,
    pub line: Line,
    /// From the left edge of the page, in points.
    pub x: f32,
    /// Its top, from the top edge of the page, in points.
    pub y: f32,
    /// Whether it is the first of its piece.
    pub first: bool,
}

/// The pages and the pieces on them.
pub(super) struct Pages {
    pub pages: Vec<Page>,
    pub pieces: Vec<Piece>,
    pub width: f32,
    pub height: f32,
    /// In points.
    pub margin: Margins,
}

/// Puts every piece on a page.
pub(super) fn fill(mut pieces: Vec<Piece>, look: &PageLook) -> Pages {
    let points = |millimetres: f32| millimetres / 25.4 * 72.0;
    let (width, height) = look.size.millimetres();
    let (width, height) = (points(width), points(height));
    let Margins { top, right, bottom, left } = look.margin;
    let margin = Margins {
        top: points(top),
        right: points(right),
        bottom: points(bottom),
        left: points(left),
    };
    let bottom = height - margin.bottom;
    let mut pages = vec![Page { lines: Vec::new() }];
    let mut y = margin.top;
    for at in 0..pieces.len() {
        let fresh = pages.last().is_none_or(|page| page.lines.is_empty());
        if !fresh {
            y += pieces[at].before;
            if y + needed(&pieces, at) > bottom {
                pages.push(Page { lines: Vec::new() });
                y = margin.top;
            }
        }
        let piece = &mut pieces[at];
        let lines = std::mem::take(&mut piece.lines);
        let count = lines.len();
        let breaks = breaks(&lines, y, margin.top, bottom);
        for (number, line) in lines.into_iter().enumerate() {
            if breaks.binary_search(&number).is_ok() {
                pages.push(Page { lines: Vec::new() });
                y = margin.top;
            }
            let height = line.height;
            let standing =
                Standing { piece: at, line, x: margin.left + piece.indent, y, first: number == 0 };
            if let Some(page) = pages.last_mut() {
                page.lines.push(standing);
            }
            y += height;
        }
        if count > 0 {
            y += piece.after;
        }
    }
    Pages { pages, pieces, width, height, margin }
}

/// Headings in a row that are kept together at most; a longer row is no heading of anything.
const HEADINGS_IN_A_ROW: usize = 5;

/// The height that must be free for a piece to begin here.
fn needed(pieces: &[Piece], at: usize) -> f32 {
    let mut height = 0.0;
    for piece in pieces[at..].iter().take(HEADINGS_IN_A_ROW) {
        let whole = piece.keep_whole || piece.keep_with_next || piece.lines.len() < 2 * TOGETHER;
        let count = if whole { piece.lines.len() } else { TOGETHER };
        height += piece.lines.iter().take(count).map(|line| line.height).sum::<f32>();
        if !piece.keep_with_next {
            break;
        }
        height += piece.after;
    }
    height
}

/// Before which lines of a piece a new page begins.
fn breaks(lines: &[Line], mut y: f32, top: f32, bottom: f32) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut begun = 0;
    let mut at = 0;
    while at < lines.len() {
        if y + lines[at].height > bottom && at > begun {
            let left = lines.len() - at;
            let moved = if left < TOGETHER {
                at.saturating_sub(TOGETHER - left).max(begun + 1)
            } else {
                at
            };
            breaks.push(moved);
            begun = moved;
            at = moved;
            y = top;
        }
        y += lines[at].height;
        at += 1;
    }
    breaks
}
