//! What a page draws beside its letters, as far as it says something about them: horizontal and
//! upright lines, and how far a drawing reaches.
//!
//! Used by [`super::show`]. Deliberately absent: curves, colours, and what is filled.

use super::{Rule, Upright};

/// Lines of one path beyond which it is a picture.
const MOST_LINES: usize = 10_000;

/// The path that is being drawn.
#[derive(Default)]
pub struct Path {
    point: (f64, f64),
    rules: Vec<Rule>,
    uprights: Vec<Upright>,
    /// Left, bottom, right, top.
    bounds: Option<[f64; 4]>,
}

impl Path {
    /// Goes on at a point.
    pub fn move_to(&mut self, to: (f64, f64)) {
        let [left, bottom, right, top] = self.bounds.unwrap_or([to.0, to.1, to.0, to.1]);
        self.bounds = Some([left.min(to.0), bottom.min(to.1), right.max(to.0), top.max(to.1)]);
        self.point = to;
    }

    /// A straight line.
    pub fn line_to(&mut self, to: (f64, f64)) {
        let from = self.point;
        let (left, right) = (from.0.min(to.0), from.0.max(to.0));
        let (bottom, top) = (from.1.min(to.1), from.1.max(to.1));
        if self.rules.len() + self.uprights.len() < MOST_LINES {
            if top - bottom < 1.0 && right - left > 15.0 {
                self.rules.push((from.1, left, right));
            } else if right - left < 1.0 && top - bottom > 8.0 {
                self.uprights.push((from.0, bottom, top));
            }
        }
        self.move_to(to);
    }

    /// A rectangle between two corners.
    pub fn rectangle(&mut self, one: (f64, f64), other: (f64, f64)) {
        self.move_to(one);
        for to in [(other.0, one.1), other, (one.0, other.1), one] {
            self.line_to(to);
        }
    }

    /// Ends the path: its lines are drawn, and how far it reaches is said.
    pub fn paint(
        &mut self,
        rules: &mut Vec<Rule>,
        uprights: &mut Vec<Upright>,
    ) -> Option<[f64; 4]> {
        rules.append(&mut self.rules);
        uprights.append(&mut self.uprights);
        self.bounds.take()
    }

    /// Ends the path, of which nothing is drawn.
    pub fn clear(&mut self) {
        *self = Path { point: self.point, ..Path::default() };
    }
}
