//! Is this the same person? Names compared by rule, weighed with what else is known.
//!
//! Called by the directory's operations with everybody's names and histories as values, answers
//! how strongly two entries look like one person and why, in words. No single measure of letters
//! tells: a true pair may share few, a false one nearly all; so rules say how names differ, counts
//! say how common they are, and meetings and organisations speak for or against. Deliberately
//! absent: storage, and decisions. Nothing here merges anybody.

mod candidates;
mod evidence;
mod frequency;
mod likeness;
mod nicknames;
mod words;
mod written;

pub(crate) use evidence::{Held, History, is_known};
pub(crate) use nicknames::{BUILT_IN, Nicknames};
pub(crate) use written::Written;

use evidence::Evidence;
use frequency::Frequency;
use likeness::{Difference, Likeness};

/// From this strength on a pair is shown as strong.
pub(crate) const STRONG: f64 = 0.8;

/// Below this strength a pair is not worth a question.
const WEAK: f64 = 0.3;

/// The same name and nothing else known, in log odds.
const SAME_NAME: f64 = 5.8;

/// One entry of a directory, or a name looked for in it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The ways the name was written, the present one first; never empty.
    pub forms: Vec<Written>,
    /// What else is known.
    pub history: History,
}

/// Two entries that may be one person.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Match {
    /// Places in the lists that were compared.
    pub places: (usize, usize),
    /// How strongly they look like one person, 0 to 1.
    pub strength: f64,
    differences: Vec<Difference>,
    evidence: Vec<Evidence>,
}

/// A directory to compare in.
pub(crate) struct Matching<'d> {
    entries: &'d [Entry],
    nicknames: &'d Nicknames,
    frequency: Frequency<'d>,
}

impl<'d> Matching<'d> {
    /// Prepares a directory.
    pub(crate) fn new(entries: &'d [Entry], nicknames: &'d Nicknames) -> Self {
        Self { entries, nicknames, frequency: Frequency::of(entries) }
    }

    /// All pairs of entries that may be one person, strongest first.
    pub(crate) fn duplicates(&self) -> Vec<Match> {
        let mut found: Vec<Match> = candidates::pairs(self.entries, self.nicknames)
            .into_iter()
            .filter_map(|(one, other)| {
                let places = (one as usize, other as usize);
                self.compare(&self.entries[places.0], &self.entries[places.1], places)
            })
            .collect();
        found.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.places.cmp(&b.places)));
        found
    }

    /// For every name looked for, the entries it may be, strongest first.
    pub(crate) fn find(&self, wanted: &[Entry]) -> Vec<Vec<Match>> {
        let candidates = candidates::against(wanted, self.entries, self.nicknames);
        let found = wanted.iter().zip(candidates).enumerate().map(|(place, (name, candidates))| {
            let mut found: Vec<Match> = candidates
                .into_iter()
                .filter_map(|at| {
                    self.compare(name, &self.entries[at as usize], (place, at as usize))
                })
                .collect();
            found.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.places.cmp(&b.places)));
            found
        });
        found.collect()
    }

    fn compare(&self, one: &Entry, other: &Entry, places: (usize, usize)) -> Option<Match> {
        let (likeness, common) = self.names(one, other)?;
        let members = |organisation: &str| self.frequency.members(organisation);
        let (known, evidence) = evidence::weigh(&one.history, &other.history, members);
        let strength = logistic(SAME_NAME + likeness.weight + common + known);
        (strength >= WEAK).then_some(Match {
            places,
            strength,
            differences: likeness.differences,
            evidence,
        })
    }

    /// The likest of the ways both names were written.
    fn names(&self, one: &Entry, other: &Entry) -> Option<(Likeness, f64)> {
        let mut best: Option<(Likeness, f64)> = None;
        for a in &one.forms {
            for b in &other.forms {
                let Some(likeness) = likeness::compare(a, b, self.nicknames) else { continue };
                let common = self.frequency.weight(a, b, &likeness);
                let weight = likeness.weight + common;
                if best.as_ref().is_none_or(|(best, common)| weight > best.weight + common) {
                    best = Some((likeness, common));
                }
            }
        }
        best
    }
}

impl Match {
    /// Whether the pair is shown as strong.
    pub(crate) fn is_strong(&self) -> bool {
        self.strength >= STRONG
    }

    /// Why, in words; `meeting` names the meeting at a place in the order of all meetings.
    pub(crate) fn reasons(&self, meeting: impl Fn(u32) -> String) -> Vec<String> {
        words::reasons(&self.differences, &self.evidence, meeting)
    }
}

fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests;
