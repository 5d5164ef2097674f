//! What speaks for or against two entries being one person, besides their names.

use rapporteur_document::model::fold;
use std::sync::Arc;

/// What is known of an entry besides its name.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    /// The meetings attended, as places in the order of all meetings, earliest first.
    pub meetings: Vec<u32>,
    /// What the person was said to be, latest first.
    pub affiliations: Vec<Held>,
}

/// What a person was said to be at some time.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    /// As said, and folded.
    role: Option<(String, String)>,
    /// None where what was said says nothing.
    organisation: Option<Organisation>,
}

/// An organisation, prepared for comparing: thousands are, for a list of names.
#[derive(Debug, Clone)]
pub(crate) struct Organisation {
    /// As printed.
    name: Arc<str>,
    /// Folded.
    pub folded: String,
    /// The folded words that tell one from another.
    words: Vec<String>,
    /// The first letters of those.
    initials: String,
}

impl Held {
    /// As printed; an independent expert's organisation is unknown.
    pub(crate) fn new(role: Option<String>, organisation: Option<String>) -> Self {
        let role = role.map(|said| {
            let folded = fold(&said);
            (said, folded)
        });
        let organisation = organisation.filter(|named| is_known(named));
        Self { role, organisation: organisation.map(|named| Organisation::new(&named)) }
    }
}

impl Organisation {
    fn new(name: &str) -> Self {
        const SMALL: [&str; 8] = ["of", "the", "for", "and", "de", "la", "du", "des"];
        let folded = fold(name);
        let words: Vec<String> = folded
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty() && !SMALL.contains(word))
            .map(str::to_owned)
            .collect();
        let initials = words.iter().filter_map(|word| word.chars().next()).collect();
        Self { name: name.into(), folded, words, initials }
    }

    /// Whether two names may mean one organisation: initials of the other, or words of it.
    fn is_akin(&self, other: &Self) -> bool {
        let stands_for = |short: &Self, long: &Self| matches!(&*short.words, [word] if word.len() > 1 && long.initials.starts_with(word.as_str()));
        let within = |few: &Self, many: &Self| {
            !few.words.is_empty() && few.words.iter().all(|word| many.words.contains(word))
        };
        stands_for(self, other)
            || stands_for(other, self)
            || within(self, other)
            || within(other, self)
    }
}

/// One thing that speaks for or against.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Evidence {
    /// Both are on the lists of so many meetings; the place of the last of them.
    Together(usize, u32),
    /// Never at one meeting, though so many of the same time's were attended by each.
    NeverTogether(usize, usize),
    /// One comes when the other has stopped coming.
    OneAfterTheOther,
    /// Both belong to it.
    SameOrganisation(Arc<str>),
    /// Each belongs to another one, which is worse where both attend at the same time.
    OtherOrganisation(Arc<str>, Arc<str>),
    /// Both held it.
    SameRole(String),
}

/// How many meetings may lie between the last of one name and the first of the other.
const SOON: u32 = 12;

/// How often somebody who stands in the directory twice is of the same organisation both times.
const STAYS: f64 = 0.3;

/// Weighs what is known of two entries (log odds, natural). `share` says which part of the
/// directory belongs to an organisation, folded: so often two people meet there by chance.
pub(crate) fn weigh(
    one: &History,
    other: &History,
    share: impl Fn(&str) -> f64,
) -> (f64, Vec<Evidence>) {
    let mut weight = 0.0;
    let mut found = Vec::new();
    let mut add = |by: f64, evidence: Evidence| {
        weight += by;
        found.push(evidence);
    };
    let (count, last) = together(&one.meetings, &other.meetings);
    if count > 0 {
        // Once may be a slip of a list that names somebody twice; twice is two people.
        add(if count > 1 { -7.0 } else { -4.5 }, Evidence::Together(count, last));
    } else if let (Some((first, last)), Some((other_first, other_last))) =
        (one.period(), other.period())
    {
        let (from, to) = (first.max(other_first), last.min(other_last));
        if from <= to {
            let (a, b) = (within(&one.meetings, from, to), within(&other.meetings, from, to));
            // As many common meetings would be expected of two people who come at random.
            let expected = (a * b) as f64 / f64::from(to - from + 1);
            if expected >= 0.7 {
                add((0.6 * expected).min(1.8), Evidence::NeverTogether(a, b));
            }
        } else if from - to <= SOON {
            add(0.6, Evidence::OneAfterTheOther);
        }
    }
    let shared = one
        .organisations()
        .find(|own| other.organisations().any(|theirs| own.folded == theirs.folded));
    if let Some(organisation) = shared {
        let weight = (STAYS / share(&organisation.folded)).ln().clamp(0.3, 2.2);
        add(weight, Evidence::SameOrganisation(Arc::clone(&organisation.name)));
    } else if let (Some(a), Some(b)) = (one.organisations().next(), other.organisations().next()) {
        let at_once = match (one.period(), other.period()) {
            (Some((first, last)), Some((other_first, other_last))) => {
                first.max(other_first) <= last.min(other_last)
            }
            _ => true,
        };
        let weight = match (a.is_akin(b), at_once) {
            (true, _) => 0.0,
            (false, true) => -2.8,
            (false, false) => -1.8,
        };
        add(weight, Evidence::OtherOrganisation(Arc::clone(&a.name), Arc::clone(&b.name)));
    }
    let shared = one.roles().find(|(_, own)| other.roles().any(|(_, theirs)| own == theirs));
    if let Some((role, _)) = shared {
        add(1.2, Evidence::SameRole(role.clone()));
    }
    (weight, found)
}

impl History {
    fn period(&self) -> Option<(u32, u32)> {
        Some((*self.meetings.first()?, *self.meetings.last()?))
    }

    /// The organisations that say something.
    pub(crate) fn organisations(&self) -> impl Iterator<Item = &Organisation> {
        self.affiliations.iter().filter_map(|held| held.organisation.as_ref())
    }

    /// The roles, as said and folded.
    fn roles(&self) -> impl Iterator<Item = &(String, String)> {
        self.affiliations.iter().filter_map(|held| held.role.as_ref())
    }
}

/// Whether an organisation says where somebody belongs.
pub(crate) fn is_known(organisation: &str) -> bool {
    let folded = fold(organisation);
    let unknown = ["", "independent expert", "independent", "expert", "n/a", "none", "unknown"];
    !unknown.contains(&folded.trim())
}

/// How many meetings two sorted lists share, and the last of them.
fn together(one: &[u32], other: &[u32]) -> (usize, u32) {
    let (fewer, more) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut shared = fewer.iter().filter(|meeting| more.binary_search(meeting).is_ok());
    let count = shared.clone().count();
    (count, shared.next_back().copied().unwrap_or_default())
}

/// Whether both are on the list of one meeting.
pub(crate) fn ever_together(one: &History, other: &History) -> bool {
    together(&one.meetings, &other.meetings).0 > 0
}

fn within(meetings: &[u32], from: u32, to: u32) -> usize {
    meetings.iter().filter(|meeting| (from..=to).contains(*meeting)).count()
}
