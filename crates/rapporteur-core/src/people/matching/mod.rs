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
mod hashing;
mod likeness;
mod nicknames;
mod words;
mod written;

pub(crate) use candidates::Index;
pub(crate) use evidence::{Held, History, is_known};
pub(crate) use nicknames::{BUILT_IN, Nicknames};
pub(crate) use written::Written;

use evidence::Evidence;
use frequency::Frequency;
use likeness::{Difference, Likeness};
use std::collections::HashMap;

/// From this strength on a pair is shown as strong.
pub(crate) const STRONG: f64 = 0.8;

/// From this strength on two entries are shown as strong because both look like a third.
const THROUGH: f64 = 0.9;

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
    /// The entry both look like more than like each other, where that is why.
    pub through: Option<usize>,
    differences: Vec<Difference>,
    evidence: Vec<Evidence>,
}

/// A directory to compare in.
pub(crate) struct Matching<'d> {
    entries: &'d [Entry],
    nicknames: &'d Nicknames,
    index: &'d Index,
    frequency: Frequency<'d>,
}

impl<'d> Matching<'d> {
    /// Prepares a directory; `index` is drawn from the same entries and nicknames.
    pub(crate) fn new(entries: &'d [Entry], nicknames: &'d Nicknames, index: &'d Index) -> Self {
        Self { entries, nicknames, index, frequency: Frequency::of(entries) }
    }

    /// All pairs of entries that may be one person, strongest first.
    pub(crate) fn duplicates(&self) -> Vec<Match> {
        let pairs = self.index.pairs();
        let mut found: Vec<Match> = pairs
            .into_iter()
            .filter_map(|(one, other)| {
                let places = (one as usize, other as usize);
                self.compare(&self.entries[places.0], &self.entries[places.1], places)
            })
            .collect();
        self.add_those_like_a_third(&mut found);
        found.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.places.cmp(&b.places)));
        found
    }

    /// Two entries that are strongly like a third may be one with it, however little they have
    /// in common: `A. Neves` and `Ana Christina Nevs` beside `Ana Christina Neves`. Both must be
    /// right, so it is as strong as both together.
    fn add_those_like_a_third(&self, found: &mut Vec<Match>) {
        let mut like: HashMap<usize, Vec<(usize, f64)>> = HashMap::new();
        for pair in found.iter().filter(|pair| pair.is_strong()) {
            like.entry(pair.places.0).or_default().push((pair.places.1, pair.strength));
            like.entry(pair.places.1).or_default().push((pair.places.0, pair.strength));
        }
        let mut through: HashMap<(usize, usize), (f64, usize)> = HashMap::new();
        for (third, like) in like {
            for (at, (one, strength)) in like.iter().enumerate() {
                for (other, other_strength) in &like[at + 1..] {
                    let strength = strength * other_strength;
                    let best =
                        through.entry((*one.min(other), *one.max(other))).or_insert((0.0, third));
                    if strength > best.0 || strength == best.0 && third < best.1 {
                        *best = (strength, third);
                    }
                }
            }
        }
        let known: HashMap<(usize, usize), usize> =
            found.iter().enumerate().map(|(at, pair)| (pair.places, at)).collect();
        for (places, (strength, third)) in through {
            let known = known.get(&places).map(|at| &mut found[*at]);
            let (one, other) = (&self.entries[places.0].history, &self.entries[places.1].history);
            if strength < THROUGH
                || known.as_ref().is_some_and(|pair| pair.is_strong())
                || evidence::ever_together(one, other)
            {
                continue;
            }
            match known {
                Some(pair) => (pair.strength, pair.through) = (strength, Some(third)),
                None => found.push(Match {
                    places,
                    strength,
                    through: Some(third),
                    differences: vec![Difference::LittleInCommon],
                    evidence: vec![],
                }),
            }
        }
    }

    /// For every name looked for, the entries it may be, strongest first.
    pub(crate) fn find(&self, wanted: &[Entry]) -> Vec<Vec<Match>> {
        let found = wanted
            .iter()
            .enumerate()
            .map(|(place, name)| self.among(name, place, self.index.like(name, self.nicknames)));
        found.collect()
    }

    fn among(&self, name: &Entry, place: usize, candidates: Vec<u32>) -> Vec<Match> {
        let mut found: Vec<Match> = candidates
            .into_iter()
            .filter_map(|at| self.compare(name, &self.entries[at as usize], (place, at as usize)))
            .collect();
        found.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.places.cmp(&b.places)));
        found
    }

    /// As [`Matching::find`], comparing with everybody: what the index must not lose.
    #[cfg(test)]
    pub(crate) fn find_among_all(&self, wanted: &[Entry]) -> Vec<Vec<Match>> {
        let all = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let found = wanted
            .iter()
            .enumerate()
            .map(|(place, name)| self.among(name, place, (0..all).collect()));
        found.collect()
    }

    fn compare(&self, one: &Entry, other: &Entry, places: (usize, usize)) -> Option<Match> {
        let (likeness, common) = self.names(one, other)?;
        let share = |organisation: &str| self.frequency.share(organisation);
        let (known, evidence) = evidence::weigh(&one.history, &other.history, share);
        let strength = logistic(SAME_NAME + likeness.weight + common + known);
        (strength >= WEAK).then_some(Match {
            places,
            strength,
            through: None,
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
                let common = self.frequency.weight(a, b, &likeness, self.nicknames);
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
