//! How alike two written names are, and in which words that is told.

use super::nicknames::Nicknames;
use super::written::{Names, Sides, Word, Written, is_particle};

/// What two names have in common.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Likeness {
    /// What it takes away from being written the same (log odds, natural; 0 or less).
    pub weight: f64,
    /// How the names differ; empty where they do not.
    pub differences: Vec<Difference>,
    /// Whether nothing speaks for it but the given name.
    pub given_only: bool,
}

/// One way in which two spellings of a name differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Difference {
    /// `Horejsova, Tereza`.
    Order,
    /// `Wai-Min`, `Wai Min`, `Waimin`; `van der Meer`, `Vandermeer`.
    Spacing,
    /// `Hassan` and `Alhassan`.
    Particle,
    /// A middle name on one side only.
    MiddleName,
    /// One goes by what is a middle name of the other.
    GoesByMiddleName,
    /// A family name of several words, shortened on one side.
    PartOfFamilyName,
    /// The whole of one name is among the words of the other.
    MoreNames,
    /// `A.` for Ana.
    Initial,
    /// `Charles` and `Carlos`.
    Nickname,
    /// `Alex` and `Alexey`, `Hannes` and `Johannes`.
    Shortened,
    /// `Paris` and `Parris`.
    CloseSpelling,
    /// `Sergei` and `Serguei`.
    SoundsAlike,
    /// `Mario` and `Maria`.
    OtherEnding,
    /// Two middle names that are not alike.
    OtherMiddleName,
    /// Nothing of the family name is alike.
    OtherFamilyName,
    /// The names alone say nothing.
    LittleInCommon,
}

use Difference::*;

/// Which part of a name a word stands in: nicknames and shortened forms are given names'.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Given,
    Family,
    /// One of the names is turned: given on one side, family on the other.
    Either,
}

impl Likeness {
    fn same() -> Self {
        Self { weight: 0.0, differences: vec![], given_only: false }
    }

    fn with(mut self, weight: f64, difference: Difference) -> Self {
        self.weight -= weight;
        if !self.differences.contains(&difference) {
            self.differences.push(difference);
        }
        self
    }

    /// Both of two parts, each with its own differences; two doubts weigh more than each.
    fn and(mut self, other: Self) -> Self {
        if self.weight < -0.6 && other.weight < -0.6 {
            self.weight -= 0.5;
        }
        for difference in other.differences {
            self = self.with(0.0, difference);
        }
        self.weight += other.weight;
        self
    }
}

/// Compares two names; `None` where they have too little in common to be one person's.
pub(crate) fn compare(one: &Written, other: &Written, nicknames: &Nicknames) -> Option<Likeness> {
    let compare = Comparison { nicknames };
    let straight = compare.names(one.sides(), other.sides(), Part::Family);
    if straight.as_ref().is_some_and(|likeness| likeness.weight == 0.0) {
        return straight;
    }
    let turned = compare
        .names(one.sides(), other.turned(), Part::Either)
        .map(|likeness| likeness.with(0.4, Order));
    let contained = compare.contained(one, other);
    [straight, turned, contained, compare.given_only(one, other)]
        .into_iter()
        .flatten()
        .reduce(|best, next| if next.weight > best.weight { next } else { best })
}

/// Whether two given names may be one, written in two ways.
pub(crate) fn may_be_one_given(one: &Word, other: &Word, nicknames: &Nicknames) -> bool {
    let likeness = Comparison { nicknames }.words(one, other, Part::Given);
    likeness.is_some_and(|likeness| likeness.weight > -2.5)
}

/// Many people share one of two given names.
const GOES_BY_MIDDLE_NAME: f64 = 2.0;

struct Comparison<'n> {
    nicknames: &'n Nicknames,
}

impl Comparison<'_> {
    /// `family_part`: what the words taken for family names are; where one name is turned, they
    /// are given names on one side.
    fn names(&self, one: Sides, other: Sides, family_part: Part) -> Option<Likeness> {
        let family = self.family(one, other, family_part)?;
        Some(self.given(one.given, other.given)?.and(family))
    }

    /// Somebody who may have married, or signs with another name of the family.
    fn given_only(&self, one: &Written, other: &Written) -> Option<Likeness> {
        if one.given.joined.len() < 3 || one.given.joined != other.given.joined {
            return None;
        }
        let likeness = Likeness::same().with(6.8, OtherFamilyName);
        Some(Likeness { given_only: true, ..likeness })
    }

    fn given(&self, one: &Names, other: &Names) -> Option<Likeness> {
        if one.joined == other.joined {
            let spaced = one.len() != other.len();
            let same = Likeness::same();
            return Some(if spaced { same.with(0.1, Spacing) } else { same });
        }
        let (first, rest) = one.split_first()?;
        let (other_first, other_rest) = other.split_first()?;
        let straight = self.words(first, other_first, Part::Given).map(|likeness| {
            match (rest.first(), other_rest.first()) {
                (None, None) => likeness,
                (Some(a), Some(b)) => match self.words(a, b, Part::Given) {
                    // Two names that agree outweigh a slip in the first.
                    Some(middle) if middle.weight == 0.0 && !a.is_initial() => {
                        Likeness { weight: (likeness.weight + 0.8).min(0.0), ..likeness }
                    }
                    Some(middle) => {
                        likeness.and(Likeness { weight: middle.weight / 4.0, ..middle })
                    }
                    None => likeness.with(3.5, OtherMiddleName),
                },
                _ => likeness.with(0.5, MiddleName),
            }
        });
        let goes_by = |first: &Word, rest: &[Word]| {
            rest.iter().any(|word| !word.is_initial() && word.text == first.text)
        };
        let middle = (goes_by(first, other_rest) || goes_by(other_first, rest))
            .then(|| Likeness::same().with(GOES_BY_MIDDLE_NAME, GoesByMiddleName));
        // `Wai Min` and `Waimyn`, `Siu Ling` and `Su Ling`: compared in one word.
        let in_one = (one.len() != other.len() || one.len() > 1)
            .then(|| close(&one.joined, &other.joined))
            .flatten()
            .map(|weight| Likeness::same().with(weight, CloseSpelling).with(0.1, Spacing));
        [straight, middle, in_one].into_iter().flatten().reduce(better)
    }

    fn family(&self, one: Sides, other: Sides, part: Part) -> Option<Likeness> {
        let (a, b) = (one.family, other.family);
        if a.is_empty() || b.is_empty() {
            return None;
        }
        if a.joined == b.joined {
            let spaced = a.len() != b.len();
            let same = Likeness::same();
            return Some(if spaced { same.with(0.1, Spacing) } else { same });
        }
        let (whole, other_whole) = (one.whole_family, other.whole_family);
        if whole == other_whole || whole == b.joined || a.joined == other_whole {
            return Some(Likeness::same().with(0.1, Spacing));
        }
        if (whole.len() != a.joined.len() || other_whole.len() != b.joined.len())
            && let Some(weight) = close(whole, other_whole)
        {
            return Some(Likeness::same().with(weight, CloseSpelling).with(0.1, Spacing));
        }
        if joined_particle(whole, &b.joined) || joined_particle(other_whole, &a.joined) {
            return Some(Likeness::same().with(0.6, Particle));
        }
        if a.len() == b.len() {
            let aligned = a
                .iter()
                .zip(b.iter())
                .try_fold(Likeness::same(), |sum, (a, b)| Some(sum.and(self.words(a, b, part)?)));
            if aligned.is_some() {
                return aligned;
            }
        }
        let (fewer, more) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        if fewer.len() < more.len() {
            let found = fewer.iter().try_fold(Likeness::same(), |sum, word| {
                let best = more
                    .iter()
                    .filter(|other| !other.is_initial())
                    .filter_map(|other| self.words(word, other, part))
                    .reduce(better)?;
                Some(sum.and(best))
            });
            return found.map(|likeness| likeness.with(0.5, PartOfFamilyName));
        }
        // Two double names that share one of their halves.
        let shared = a.iter().any(|word| word.text.len() > 2 && b.contains(word));
        (shared && a.len() > 1).then(|| Likeness::same().with(2.0, PartOfFamilyName))
    }

    /// All words of the shorter name stand in the longer, in their order and one at most written
    /// otherwise: `Ana Neves` in `Ana Neves Costa`, `Maria Neves` in `Ana Maria Neves`.
    fn contained(&self, one: &Written, other: &Written) -> Option<Likeness> {
        let count = |name: &Written| name.given.len() + name.family.len();
        let (fewer, more) = if count(one) < count(other) { (one, other) } else { (other, one) };
        let same = |word: &&Word| more.words().any(|other| other.text == word.text);
        let least = count(fewer);
        if least < 2 || least == count(more) || fewer.words().filter(same).count() + 1 < least {
            return None;
        }
        let mut sum = Likeness::same();
        let mut rest = more.words();
        let parts = fewer.given.iter().map(|_| Part::Given);
        for (word, part) in fewer.words().zip(parts.chain(std::iter::repeat(Part::Family))) {
            // An initial stands for a middle name more likely than for the family name.
            let other = |other: &&Word| word.is_initial() || !other.is_initial();
            let mut rest = rest.by_ref().filter(other);
            sum = sum.and(rest.find_map(|other| self.words(word, other, part))?);
        }
        let first = self.words(fewer.words().next()?, more.words().next()?, Part::Given).is_some();
        Some(if first {
            sum.with(0.8, MoreNames)
        } else {
            sum.with(GOES_BY_MIDDLE_NAME, GoesByMiddleName)
        })
    }

    /// `Debrah` for Deborah, whom others call Debbie: a slip of a name that has other forms.
    fn misspelt_form(&self, slip: &str, form: &str) -> bool {
        slip.len() >= 5
            && self.nicknames.lines(slip).is_empty()
            && self.nicknames.other_forms(form).any(|full| {
                // The last letter often tells a woman's name from a man's.
                full.bytes().last() == slip.bytes().last()
                    && close(slip, full).is_some_and(|by| by < 2.0)
            })
    }

    fn words(&self, one: &Word, other: &Word, part: Part) -> Option<Likeness> {
        let same = Likeness::same();
        let (a, b) = (one.text.as_str(), other.text.as_str());
        if a == b {
            return Some(same);
        }
        if one.is_initial() || other.is_initial() {
            let weight = if part == Part::Given { 1.6 } else { 2.6 };
            return (one.first() == other.first()).then(|| same.with(weight, Initial));
        }
        if part != Part::Family && self.nicknames.same(a, b) {
            return Some(same.with(0.8, Nickname));
        }
        if part == Part::Given && (self.misspelt_form(a, b) || self.misspelt_form(b, a)) {
            return Some(same.with(1.8, Nickname).with(0.0, CloseSpelling));
        }
        if other_ending(a, b) || part != Part::Given && other_family_ending(a, b) {
            return Some(same.with(if part == Part::Given { 3.5 } else { 2.5 }, OtherEnding));
        }
        if one.heard == other.heard {
            let long = a.len().min(b.len()) > 3;
            let weight = match (one.first() == other.first(), long) {
                (true, true) => 0.5,
                (true, false) => 0.9,
                (false, true) => 1.4,
                (false, false) => 2.6,
            };
            return Some(same.with(weight, SoundsAlike));
        }
        let close = close(a, b);
        if one.sound == other.sound && one.sound.len() > 1 && like_enough(a, b) {
            let weight = match close {
                Some(_) if a.len().min(b.len()) >= 5 => 0.6,
                Some(weight) => weight,
                None => 0.9,
            };
            return Some(same.with(weight, SoundsAlike));
        }
        if let Some(weight) = close {
            return Some(same.with(weight, CloseSpelling));
        }
        let shortened = part != Part::Family
            && a.len().min(b.len()) >= 3
            && a.len().abs_diff(b.len()) >= 2
            && (a.starts_with(b) || b.starts_with(a) || ends_with(a, b) || ends_with(b, a));
        let pet_form = part == Part::Given && (pet_form(a, b) || pet_form(b, a));
        if shortened {
            Some(same.with(1.2, Shortened))
        } else {
            pet_form.then(|| same.with(1.6, Shortened))
        }
    }
}

/// `vanderrosenberg` for `rosenberg`: what is more than the other is a particle.
fn joined_particle(long: &str, short: &str) -> bool {
    short.len() >= 4 && long.strip_suffix(short).is_some_and(is_particle)
}

/// `hannes` for `johannes`; fewer letters end too many names.
fn ends_with(long: &str, short: &str) -> bool {
    short.len() >= 5 && long.ends_with(short)
}

/// `cati` for `catarina`, `gaby` for `gabriela`: begins alike and ends in a vowel.
fn pet_form(long: &str, short: &str) -> bool {
    let alike = long.bytes().zip(short.bytes()).take_while(|(a, b)| a == b).count();
    let ends_softly = short.ends_with(['a', 'e', 'i', 'o', 'y']);
    short.len() < long.len()
        && short.len() <= 6
        && alike >= 3
        && alike + 3 > short.len()
        && ends_softly
}

fn better(best: Likeness, next: Likeness) -> Likeness {
    if next.weight > best.weight { next } else { best }
}

/// What a slip of the pen takes away; `None` where it is more than a slip. One letter in three,
/// two in seven; neighbours that changed places are one (optimal string alignment). A letter too
/// many or too few is a slip more surely than another letter.
fn close(one: &str, other: &str) -> Option<f64> {
    let shorter = one.len().min(other.len());
    if shorter < 2 || one.len().abs_diff(other.len()) > 2 {
        return None;
    }
    // A change adds one letter and takes one away at most: a cheap look before the exact one.
    if (letters(one) ^ letters(other)).count_ones() > 4 {
        return None;
    }
    let another = one.len() == other.len();
    match strsim::osa_distance(one, other) {
        1 if shorter >= 6 => Some(0.9),
        1 if shorter == 5 => Some(1.4),
        1 if shorter == 4 => Some(if another { 3.2 } else { 2.0 }),
        1 if shorter == 3 => Some(if another { 3.7 } else { 2.7 }),
        1 => Some(if another { 4.6 } else { 3.9 }),
        2 if shorter >= 7 => Some(2.4),
        2 if shorter == 6 => Some(3.4),
        2 if shorter == 5 => Some(4.4),
        _ => None,
    }
}

/// A bit for every letter in a folded word.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31))
}

/// Enough letters in common for words of one sound: `lee` and `lao` are not.
fn like_enough(one: &str, other: &str) -> bool {
    one.len().min(other.len()) >= 3 && strsim::jaro_winkler(one, other) >= 0.78
}

/// Whether only the ending differs that tells a woman's name from a man's, or a language from
/// another: `mario` and `maria`, `daniel` and `daniela`, `ivanov` and `ivanova`.
fn other_ending(one: &str, other: &str) -> bool {
    let vowel = |c: u8| b"aeio".contains(&c);
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let (short, long) = (short.as_bytes(), long.as_bytes());
    match (short, long) {
        ([.., a], [.., b]) if short.len() == long.len() => {
            a != b && vowel(*a) && vowel(*b) && short[..short.len() - 1] == long[..long.len() - 1]
        }
        ([.., last], [stem @ .., b'a' | b'e']) => stem == short && !vowel(*last),
        _ => false,
    }
}

/// Whether only the ending differs that makes another family name of one stem: `morozov`,
/// `morozenko` and `morozuk`; `mahmoud` and `mahmoudi`. `-ov` and `-ev` are taken for each other
/// too often to tell two families.
fn other_family_ending(one: &str, other: &str) -> bool {
    const ENDINGS: [&[&str]; 4] = [
        &["ov", "ev", "off", "eff", "ow", "ew", "ova", "eva"],
        &["in", "yn", "ina"],
        &["enko"],
        &["uk", "yuk", "iuk"],
    ];
    fn stem(name: &str) -> Option<(usize, &str)> {
        ENDINGS.iter().enumerate().find_map(|(kind, endings)| {
            let stem = endings
                .iter()
                .filter_map(|ending| name.strip_suffix(ending))
                .min_by_key(|stem| stem.len())?;
            (stem.len() >= 4).then_some((kind, stem))
        })
    }
    if let (Some((kind, one)), Some((other_kind, other))) = (stem(one), stem(other)) {
        return kind != other_kind && one == other;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.len() >= 4
        && !short.ends_with(['a', 'e', 'i', 'o', 'u', 'y'])
        && long.strip_suffix('i') == Some(short)
}
