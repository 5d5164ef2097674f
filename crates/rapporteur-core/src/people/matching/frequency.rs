//! How common names are in a directory: many are called Maria Silva, one Titti Cassa.

use super::Entry;
use super::hashing::Map;
use super::likeness::{Difference, Likeness, may_be_one_given};
use super::nicknames::Nicknames;
use super::written::{Word, Written};

/// From how many entries on a word is known to be a name of its own, not a slip of another.
const ESTABLISHED: u32 = 3;

/// How much more often two names of one language meet than any two names.
const TOGETHER: f64 = 150.0;

/// Counts over the entries of a directory.
#[derive(Debug, Default)]
pub(crate) struct Frequency<'d> {
    entries: u32,
    given: Map<&'d str, u32>,
    family: Map<&'d str, u32>,
    /// The given names, as they sound, that an initial may stand for before a family name.
    initials: Map<(u8, &'d str), Vec<&'d Word>>,
    organisations: Map<&'d str, usize>,
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
                    let names = counts.initials.entry(letter).or_default();
                    if names.iter().all(|known| known.text != first.text) {
                        names.push(first);
                    }
                }
            }
            let mut own: Vec<&str> =
                entry.history.organisations().map(|one| one.folded.as_str()).collect();
            own.sort_unstable();
            own.dedup();
            for organisation in own {
                *counts.organisations.entry(organisation).or_default() += 1;
            }
        }
        counts
    }

    /// Which part of the directory belongs to an organisation, folded; of a small directory as
    /// if it were a larger one.
    pub(crate) fn share(&self, organisation: &str) -> f64 {
        let members = self.organisations.get(organisation).copied().unwrap_or_default();
        members.max(2) as f64 / f64::from(self.entries + 50)
    }

    /// What common names take away from a likeness (log odds, natural): so many others of
    /// the directory would be just as alike by chance.
    pub(crate) fn weight(
        &self,
        one: &Written,
        other: &Written,
        likeness: &Likeness,
        nicknames: &Nicknames,
    ) -> f64 {
        let given = match (one.given.first(), other.given.first()) {
            (Some(a), Some(b)) if a.is_initial() != b.is_initial() => {
                let whole = if a.is_initial() { other } else { one };
                return self.initial(a.first(), whole, nicknames) + self.slip(one, other, likeness);
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
    fn initial(&self, letter: u8, whole: &Written, nicknames: &Nicknames) -> f64 {
        let (Some(family), Some(given)) = (self.rarest(whole), whole.given.first()) else {
            return -5.0;
        };
        let names = self.initials.get(&(letter, family.sound.as_str())).into_iter().flatten();
        // Slips and short forms of the name itself are no rivals of it.
        match names.filter(|name| !may_be_one_given(name, given, nicknames)).count() {
            0 => -0.7,
            rivals => -3.0 - (1.0 + rivals as f64).ln(),
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
        let weigh = |counts: &Map<&str, u32>, one: Option<&Word>, other: Option<&Word>| {
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

fn count_of(counts: &Map<&str, u32>, one: &Word, other: &Word) -> u32 {
    let count = |word: &Word| counts.get(word.text.as_str()).copied().unwrap_or_default();
    if one.text == other.text { count(one) } else { count(one) + count(other) }
}
