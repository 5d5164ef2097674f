//! How many tests a runner says it ran, read from what it prints.

use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Passed.
    pub passed: u32,
    /// Failed.
    pub failed: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Sums the results of Rust's test runner (`test result: ok. 3 passed; 0 failed; …`) and of
/// Vitest (`Tests  1 failed | 2 passed (3)`).
pub fn read(output: &str) -> Counts {
    let mut sum = Counts::default();
    for line in output.lines() {
        let line = without_colour(line);
        let line = line.trim();
        if line.starts_with("test result:") || line.starts_with("Tests ") {
            sum += Counts { passed: before(line, "passed"), failed: before(line, "failed") };
        }
    }
    sum
}

/// The number in front of a word; 0 if the word is not there.
fn before(line: &str, word: &str) -> u32 {
    let words: Vec<&str> = line.split_whitespace().collect();
    let place = words.iter().position(|found| found.trim_end_matches(';') == word);
    place.filter(|place| *place > 0).and_then(|place| words[place - 1].parse().ok()).unwrap_or(0)
}

fn without_colour(line: &str) -> String {
    let mut plain = String::new();
    let mut pieces = line.split("\u{1b}[");
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        plain.push_str(piece.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, passed: u32, failed: u32) {
        assert_eq!(read(output), Counts { passed, failed }, "{output}");
    }

    #[test]
    fn results() {
        let rust = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out";
        check(rust, 12, 0);
        check(&format!("running 12 tests\n{rust}\n{rust}\n"), 24, 0);
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2);
        check(" Test Files  2 passed (2)\n      Tests  31 passed (31)\n", 31, 0);
        check("      Tests  1 failed | 30 passed (31)\n", 30, 1);
        check("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m7 passed\u{1b}[39m (7)", 7, 0);
        check("7 passed in a sentence of a test", 0, 0);
    }
}
