//! How common names are in a directory: many are called Maria Silva, one Titti Cassa.

use super::Entry;
use super::likeness::{Difference, Likeness};
use super::written::{Word, Written};
use std::collections::{HashMap, HashSet};

/// From how many entries on a word is known to be a name of its own, not a slip of another.
const ESTABLISHED: u32 = 3;

/// How much more often two names of one language meet than any two names.
const TOGETHER: f64 = 150.0;

/// Counts over the entries of a directory.
#[derive(Debug, Default)]
pub(crate) struct Frequency<'d> {
    entries: u32,
    given: HashMap<&'d str, u32>,
    family: HashMap<&'d str, u32>,
    /// The given names, as they sound, that an initial may stand for before a family name.
    initials: HashMap<(u8, &'d str), HashSet<&'d str>>,
    organisations: HashMap<&'d str, usize>,
}

impl<'d> Frequency<'d> {
    /// Counts.
    pub(crate) fn of(entries: &'d [Entry]) -> Self {
        let mut counts = Self::default();
        for entry in entries {
            counts.entries += 1;
            // An entry counts once, by the name it has now.
            let Some(name) = entry.forms.first() else { continue };
            for word in name.given.iter() {
                *counts.given.entry(&word.text).or_default() += 1;
            }
            for word in name.family.iter() {
                *counts.family.entry(&word.text).or_default() += 1;
            }
            if let Some(first) = name.given.first().filter(|first| !first.is_initial()) {
                for family in name.family.iter() {
                    let letter = (first.first(), family.sound.as_str());
                    counts.initials.entry(letter).or_default().insert(&first.sound);
                }
            }
            let mut own: Vec<&str> =
                entry.history.organisations().map(|(_, folded)| folded.as_str()).collect();
            own.sort_unstable();
            own.dedup();
            for organisation in own {
                *counts.organisations.entry(organisation).or_default() += 1;
            }
        }
        counts
    }

    /// How many entries belong to an organisation, folded.
    pub(crate) fn members(&self, organisation: &str) -> usize {
        self.organisations.get(organisation).copied().unwrap_or_default()
    }

    /// What common names take away from a likeness (log odds, natural): so many others of
    /// the directory would be just as alike by chance.
    pub(crate) fn weight(&self, one: &Written, other: &Written, likeness: &Likeness) -> f64 {
        let given = match (one.given.first(), other.given.first()) {
            (Some(a), Some(b)) if a.is_initial() != b.is_initial() => {
                let whole = if a.is_initial() { other } else { one };
                return self.initial(a.first(), whole) + self.slip(one, other, likeness);
            }
            (Some(a), Some(b)) => count_of(&self.given, a, b),
            _ => self.entries,
        };
        if likeness.given_only {
            // The organisation they share has been counted for what it is.
            return -(0.15 * f64::from(given.saturating_sub(2))).ln_1p();
        }
        let family = match (self.rarest(one), self.rarest(other)) {
            (Some(a), Some(b)) => count_of(&self.family, a, b),
            _ => self.entries,
        };
        // In a small directory little is known of how common names are: one more of each.
        let others = f64::from(given.saturating_sub(2) + 1)
            * f64::from(family.saturating_sub(2) + 1)
            / f64::from(self.entries + 50);
        // Given and family names of one language go together, so chance is that much greater.
        -(TOGETHER * others).ln_1p() + self.slip(one, other, likeness)
    }

    /// An initial says as much as the given names it may stand for are few.
    fn initial(&self, letter: u8, whole: &Written) -> f64 {
        let Some(family) = self.rarest(whole) else { return -5.0 };
        let names = self.initials.get(&(letter, family.sound.as_str())).map_or(1, HashSet::len);
        match names {
            0 | 1 => -0.7,
            several => -3.0 - (several as f64).ln(),
        }
    }

    /// A slip makes a word nobody else has out of one that others have, which speaks for a slip;
    /// where both words are names of others too, they are two names.
    fn slip(&self, one: &Written, other: &Written, likeness: &Likeness) -> f64 {
        use Difference::{CloseSpelling, Nickname, OtherEnding, Shortened, SoundsAlike};
        let has = |difference| likeness.differences.contains(&difference);
        if ![CloseSpelling, SoundsAlike, OtherEnding, Shortened].into_iter().any(has) {
            return 0.0;
        }
        let weigh = |counts: &HashMap<&str, u32>, one: Option<&Word>, other: Option<&Word>| {
            let count = |word: &Word| counts.get(word.text.as_str()).copied().unwrap_or_default();
            let (Some(a), Some(b)) = (one, other) else { return 0.0_f64 };
            let (rarer, commoner) = (count(a).min(count(b)), count(a).max(count(b)));
            match (a.text == b.text, rarer, commoner) {
                (true, ..) => 0.0,
                (_, ESTABLISHED.., _) => -1.2,
                (_, ..=1, ESTABLISHED..) if !has(OtherEnding) && !has(Shortened) => 0.7,
                _ => 0.0,
            }
        };
        let given = weigh(&self.given, one.given.first(), other.given.first());
        let family = weigh(&self.family, one.family.last(), other.family.last());
        let given = if has(Nickname) { 0.0 } else { given };
        (given + family).min(-likeness.weight)
    }

    fn rarest<'w>(&self, name: &'w Written) -> Option<&'w Word> {
        name.family.iter().min_by_key(|word| self.family.get(word.text.as_str()).copied())
    }
}

fn count_of(counts: &HashMap<&str, u32>, one: &Word, other: &Word) -> u32 {
    let count = |word: &Word| counts.get(word.text.as_str()).copied().unwrap_or_default();
    if one.text == other.text { count(one) } else { count(one) + count(other) }
}
