//! A generated population with ground truth: who is who behind every spelling.
//!
//! Grown from a seed alone, so that everybody measures the same. Called by the proof of the
//! duplicates and by the benchmark. Deliberately absent: anything the product knows; how names
//! vary is written here on its own.

mod names;
mod spelling;

use chrono::{Days, NaiveDate};
use names::{CULTURES, Culture};
use rapporteur_document::model::PersonName;
use spelling::Variation;
use std::collections::HashMap;

/// Numbers that look random and are the same everywhere (SplitMix64; Steele, Lea and Flood, 2014).
pub struct Dice(u64);

impl Dice {
    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }

    /// True so often in a hundred.
    pub fn percent(&mut self, share: u64) -> bool {
        (self.below(100) as u64) < share
    }

    /// One of a list in which what stands first is common and what stands last is rare.
    pub fn common<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        let (a, b) = (self.below(list.len()), self.below(list.len()));
        &list[if self.percent(50) { a.min(b) } else { a }]
    }
}

/// One spelling under which somebody stands in the directory.
pub struct Entry {
    /// Who it is: entries of one person have the same number.
    pub person: usize,
    /// The name as printed.
    pub name: PersonName,
    /// Organisations as printed, with the day of the first list that has them.
    pub organisations: Vec<(NaiveDate, String)>,
    /// Whether the person is a co-chair.
    pub chairs: bool,
}

/// Entries and the lists they stand on.
pub struct Population {
    /// All spellings.
    pub entries: Vec<Entry>,
    /// Day and entries of each meeting.
    pub meetings: Vec<(NaiveDate, Vec<usize>)>,
}

struct Person {
    /// From the given meeting on, what the person is called; the usual spelling first.
    names: Vec<(usize, Vec<Variation>)>,
    organisations: Vec<(usize, String)>,
    active: std::ops::Range<usize>,
    /// How often of a hundred meetings.
    attends: u64,
    chairs: bool,
}

impl Population {
    /// Grows so many people and meetings.
    pub fn grow(people: usize, meetings: usize, seed: u64) -> Self {
        let mut dice = Dice(seed);
        let mut all: Vec<Person> = (0..people).map(|_| Person::new(meetings, &mut dice)).collect();
        // Some share the whole name with somebody else.
        for at in 0..people / 200 {
            let other = people / 2 + at;
            all[other].names = vec![(0, all[at].names[0].1[..1].to_vec())];
        }
        let mut population = Self { entries: vec![], meetings: vec![] };
        let mut known: HashMap<(usize, String), usize> = HashMap::new();
        let first = NaiveDate::from_ymd_opt(2014, 1, 2).expect("that is a day");
        for meeting in 0..meetings {
            let day = first + Days::new(14 * meeting as u64);
            let mut list = Vec::new();
            for (who, person) in all.iter().enumerate() {
                if !person.active.contains(&meeting) || !dice.percent(person.attends) {
                    continue;
                }
                let name = person.printed(meeting, &mut dice);
                let entry = *known.entry((who, name.full())).or_insert_with(|| {
                    let (chairs, organisations) = (person.chairs, vec![]);
                    population.entries.push(Entry { person: who, name, organisations, chairs });
                    population.entries.len() - 1
                });
                if dice.percent(75) {
                    let now = person.organisations.iter().rfind(|(from, _)| *from <= meeting);
                    let printed = &now.expect("there is one from the beginning").1;
                    let told = &mut population.entries[entry].organisations;
                    if told.last().is_none_or(|(_, last)| last != printed) {
                        told.push((day, printed.clone()));
                    }
                }
                list.push(entry);
            }
            population.meetings.push((day, list));
        }
        population
    }

    /// The pairs of entries that are one person, the smaller place first.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let mut of: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, entry) in self.entries.iter().enumerate() {
            of.entry(entry.person).or_default().push(at);
        }
        let mut pairs = Vec::new();
        for entries in of.values() {
            for (at, one) in entries.iter().enumerate() {
                pairs.extend(entries[at + 1..].iter().map(|other| (*one, *other)));
            }
        }
        pairs
    }
}

impl Person {
    fn new(meetings: usize, dice: &mut Dice) -> Self {
        let culture = dice.common(&CULTURES);
        let own = name_of(culture, dice);
        let start = dice.below(meetings);
        let length = 4 + dice.below(meetings / 3);
        let active = start..(start + length).min(meetings);
        let mut names = vec![(0, spelling::variations(&own, dice))];
        if dice.percent(1) {
            let married = spelling::married(&own, &family_of(culture, dice), dice);
            names.push((start + length / 2, spelling::variations(&married, dice)));
        }
        let mut organisations = vec![(0, organisation(dice))];
        if dice.percent(12) {
            organisations.push((start + length / 2, organisation(dice)));
        }
        // Few come always, many seldom.
        let attends = [80, 50, 30, 20, 12, 8][dice.below(6)];
        Self { names, organisations, active, attends, chairs: dice.percent(1) }
    }

    /// The name a list has: mostly the usual spelling.
    fn printed(&self, meeting: usize, dice: &mut Dice) -> PersonName {
        let now = self.names.iter().rfind(|(from, _)| *from <= meeting);
        let spellings = &now.expect("there is one from the beginning").1;
        let at = if dice.percent(75) { 0 } else { dice.below(spellings.len()) };
        PersonName::parse(&spellings[at].0)
    }
}

fn name_of(culture: &Culture, dice: &mut Dice) -> spelling::Own {
    let given: Vec<&str> = culture.given.split(' ').collect();
    let first = (*dice.common(&given)).to_owned();
    let middle = dice.percent(culture.middle).then(|| (*dice.common(&given)).to_owned());
    let mut family = family_of(culture, dice);
    if culture.double && dice.percent(35) {
        family = format!("{family} {}", family_of(culture, dice));
    }
    let particles: Vec<&str> = culture.particles.split('|').collect();
    let particle = (!culture.particles.is_empty() && dice.percent(20))
        .then(|| (*dice.common(&particles)).to_owned());
    spelling::Own { given: first, middle, particle, family }
}

fn family_of(culture: &Culture, dice: &mut Dice) -> String {
    let stems: Vec<&str> = culture.stems.split(' ').collect();
    let endings: Vec<&str> = culture.endings.split(' ').collect();
    let ending = endings[dice.below(endings.len())].trim_matches('-');
    format!("{}{ending}", stems[dice.below(stems.len())])
}

fn organisation(dice: &mut Dice) -> String {
    let kinds =
        ["Government of", "University of", "Institute of", "Internet Society", "Council of"];
    let places = ["Arden", "Borland", "Cassia", "Dorne", "Elbonia", "Freedonia", "Genovia", "Hav"];
    let (kind, place) = (dice.below(kinds.len()), dice.common(&places));
    // A fifth say nothing of it.
    if dice.percent(20) {
        return "Independent Expert".to_owned();
    }
    format!("{} {place} {}", kinds[kind], ["", "North", "South", "East", "West"][dice.below(5)])
        .trim()
        .to_owned()
}
