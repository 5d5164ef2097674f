//! Measuring: medians, and the table they are told in.
//!
//! Deliberately absent: failing. A slow figure is a figure; the table says that it missed.

use std::fmt;
use std::time::{Duration, Instant};

/// Why there is no figure: a program that is not installed, a request that was refused.
#[derive(Debug, Clone)]
pub struct Absent(pub String);

/// A figure, or why there is none.
pub type Measured<T = Duration> = Result<T, Absent>;

impl fmt::Display for Absent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The median time of some work, done `times` times after one run that does not count.
pub fn median(times: usize, mut work: impl FnMut() -> Measured<()>) -> Measured {
    work()?;
    let mut taken = Vec::with_capacity(times);
    for _ in 0..times {
        taken.push(once(&mut work)?);
    }
    taken.sort();
    Ok(taken[times / 2])
}

/// The time that so many of a hundred stay below, of times in order.
pub fn percentile(times: &[Duration], share: usize) -> Measured {
    let at = (times.len() * share).div_ceil(100).saturating_sub(1);
    times.get(at).copied().ok_or_else(|| Absent("nothing was measured".to_owned()))
}

/// The time of some work done once.
pub fn once(work: impl FnOnce() -> Measured<()>) -> Measured {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

/// The table, a line a figure.
#[derive(Default)]
pub struct Table {
    lines: Vec<[String; 5]>,
}

impl Table {
    /// A figure that should be at least `by` times faster than another program's, where a number
    /// is aimed at.
    pub fn faster(
        &mut self,
        what: &str,
        ours: &Measured,
        (other, theirs): (&str, &Measured),
        by: Option<f64>,
    ) {
        let factor = match (ours, theirs) {
            (Ok(ours), Ok(theirs)) => Some(theirs.as_secs_f64() / ours.as_secs_f64()),
            _ => None,
        };
        let slower = factor.map_or(String::new(), |factor| format!(" ({factor:.1} times ours)"));
        let comparison = format!("{other}: {}{slower}", told(theirs));
        let target = by.map_or(String::new(), |by| format!("at least {by:.0} times faster"));
        let reached = by.and_then(|by| factor.map(|factor| factor >= by));
        self.line(what, told(ours), comparison, target, reached);
    }

    /// A figure that should stay below a limit.
    pub fn within(&mut self, what: &str, ours: &Measured, limit: Duration) {
        let reached = ours.as_ref().ok().map(|ours| *ours < limit);
        self.line(what, told(ours), String::new(), format!("under {}", time(limit)), reached);
    }

    /// A figure that should be known, without a target of its own.
    pub fn tell(&mut self, what: &str, ours: &Measured) {
        self.line(what, told(ours), String::new(), String::new(), None);
    }

    /// A share that should reach a limit, both from 0 to 1.
    pub fn share(&mut self, what: &str, ours: &Measured<f64>, limit: f64) {
        let figure = match ours {
            Ok(share) => format!("{:.1} %", share * 100.0),
            Err(absent) => absent.to_string(),
        };
        let reached = ours.as_ref().ok().map(|share| *share >= limit);
        let target = format!("at least {:.0} %", limit * 100.0);
        self.line(what, figure, String::new(), target, reached);
    }

    /// A size in bytes that should stay below a limit.
    pub fn size(&mut self, what: &str, bytes: &Measured<u64>, limit: u64) {
        let figure = match bytes {
            Ok(bytes) => megabytes(*bytes),
            Err(absent) => absent.to_string(),
        };
        let reached = bytes.as_ref().ok().map(|bytes| *bytes < limit);
        self.line(what, figure, String::new(), format!("under {}", megabytes(limit)), reached);
    }

    fn line(
        &mut self,
        what: &str,
        figure: String,
        other: String,
        target: String,
        reached: Option<bool>,
    ) {
        let reached = match reached {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        self.lines.push([what.to_owned(), figure, other, target, reached.to_owned()]);
    }
}

impl fmt::Display for Table {
    /// A Markdown table, with its columns aligned for a terminal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["What", "Median", "Compared with", "Target", "Reached"].map(str::to_owned);
        let all = || std::iter::once(&head).chain(&self.lines);
        let width = |column: usize| {
            all().map(|line| line[column].chars().count()).max().unwrap_or_default()
        };
        let widths = [0, 1, 2, 3, 4].map(width);
        for (at, line) in all().enumerate() {
            for (cell, width) in line.iter().zip(widths) {
                write!(f, "| {cell:width$} ")?;
            }
            writeln!(f, "|")?;
            if at == 0 {
                for width in widths {
                    write!(f, "|{}", "-".repeat(width + 2))?;
                }
                writeln!(f, "|")?;
            }
        }
        Ok(())
    }
}

fn told(measured: &Measured) -> String {
    match measured {
        Ok(taken) => time(*taken),
        Err(absent) => absent.to_string(),
    }
}

/// A time as people say it: `0.4 ms`, `38 ms`, `2.1 s`.
fn time(taken: Duration) -> String {
    let milliseconds = taken.as_secs_f64() * 1000.0;
    match milliseconds {
        ..10.0 => format!("{milliseconds:.1} ms"),
        ..1000.0 => format!("{milliseconds:.0} ms"),
        _ => format!("{:.1} s", milliseconds / 1000.0),
    }
}

/// Megabytes of a million bytes.
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
