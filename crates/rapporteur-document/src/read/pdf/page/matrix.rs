//! Places on a page: the matrices of PDF (ISO 32000-2, 8.3.4).

use crate::read::pdf::file::Object;

/// `[a b c d e f]` as the file writes it.
#[derive(Debug, Clone, Copy)]
pub struct Matrix(pub [f64; 6]);

impl Matrix {
    /// Changes nothing.
    pub const SAME: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The first six numbers.
    pub fn of(numbers: &[Object]) -> Self {
        let mut matrix = [0.0; 6];
        for (own, number) in matrix.iter_mut().zip(numbers) {
            *own = number.number();
        }
        Self(matrix)
    }

    /// Moves by so much.
    pub fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one first, then the other.
    pub fn then(&self, other: &Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    /// Where a point goes.
    pub fn point(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How tall one unit becomes.
    pub fn height(&self) -> f64 {
        self.0[2].hypot(self.0[3])
    }

    /// Whether letters run from left to right and stand on their feet.
    pub fn is_upright(&self) -> bool {
        let [a, b, _, d, ..] = self.0;
        a > 0.0 && d > 0.0 && b.abs() < 0.1 * a
    }

    /// Whether it slants letters that its font draws upright.
    pub fn is_skewed(&self) -> bool {
        self.0[2] > 0.1 * self.0[3]
    }
}
