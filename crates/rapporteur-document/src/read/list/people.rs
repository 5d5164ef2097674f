//! The people of a list, once its columns are settled.

use super::columns::{self, Field};
use super::display_name::{self, DisplayName, display_name, from_address};
use super::{List, ListRow, ListWarning, device, headings, minutes};
use crate::model::{Attendance, PersonName, fold};
use crate::read::recognise::participant_line;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// How many people of one name, or of one address, are told apart.
const MOST_NAMESAKES: usize = 50;

/// Somebody on a list, however often.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Listed {
    /// The rows that name this person.
    pub rows: Vec<u32>,
    /// The name as the first of them writes it.
    pub written: String,
    /// The name; empty for a device, a telephone and the like, which nobody is made of.
    pub name: PersonName,
    /// Another name the list has for the same person.
    pub also: Option<PersonName>,
    /// How to speak of the person, as written.
    pub pronouns: Option<String>,
    /// The role in the group.
    pub role: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// The address for mail.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// Anything else.
    pub notes: Option<String>,
    /// Whether the person was there; none for somebody who was neither there nor sent apologies.
    pub attendance: Option<Attendance>,
    /// When the person came first, as printed.
    pub joined: Option<String>,
    /// When the person left last, as printed.
    pub left: Option<String>,
    /// The minutes spent in the meeting, all stays together.
    pub minutes: Option<u32>,
    /// Why nobody can be made of it: `“iPhone (2)” is a device, not a name`.
    pub nameless: Option<String>,
}

/// The people of a list by its columns' fields, in the order of the list, and what was made of
/// rows that are not plain. Rows of one person become one: those of one address, or of one name
/// where no two addresses say that they are two.
pub fn people(list: &List, fields: &[Option<Field>]) -> (Vec<Listed>, Vec<ListWarning>) {
    let mut columns = HashMap::new();
    for (at, field) in fields.iter().enumerate() {
        if let Some(field) = field {
            columns.entry(*field).or_insert(at);
        }
    }
    let reading = Reading { list, columns };
    let mut warnings = Vec::new();
    let mut everybody = Everybody::default();
    for row in &list.rows {
        match reading.row(row) {
            Some(one) => everybody.take(one),
            None => warnings.push(ListWarning {
                row: Some(row.number),
                message: "This row has no name and no address, so nobody was read from it."
                    .to_owned(),
            }),
        }
    }
    let everybody = everybody.people;
    for one in &everybody {
        if let Some(reason) = &one.person.nameless {
            warnings.push(ListWarning {
                row: one.person.rows.first().copied(),
                message: format!("{reason}. Write the name of the person if you know it."),
            });
        } else if one.person.rows.len() > 1 {
            let rows: Vec<String> = one.person.rows.iter().map(u32::to_string).collect();
            let minutes = one.minutes();
            let total = minutes.map_or(String::new(), |all| format!(", {all} minutes in all"));
            warnings.push(ListWarning {
                row: one.person.rows.first().copied(),
                message: format!(
                    "{} is on {} rows ({}) and was counted once{total}.",
                    one.person.name.full(),
                    rows.len(),
                    rows.join(", ")
                ),
            });
        }
    }
    let people = everybody.into_iter().map(|one| Listed { minutes: one.minutes(), ..one.person });
    (people.collect(), warnings)
}

/// The people read so far, found again by name and by address.
#[derive(Default)]
struct Everybody {
    people: Vec<Stays>,
    places: HashMap<String, Vec<usize>>,
}

impl Everybody {
    /// Takes a row in, to the person it is about or as somebody else.
    fn take(&mut self, one: Stays) {
        let near = one.person.keys();
        let near = near.iter().filter_map(|key| self.places.get(key));
        let mut near: Vec<usize> =
            near.flat_map(|places| places.iter().take(MOST_NAMESAKES)).copied().collect();
        near.sort_unstable();
        let same = near.into_iter().find(|at| self.people[*at].person.is(&one.person));
        let at = same.unwrap_or(self.people.len());
        match same {
            Some(at) => self.people[at].take(one),
            None => self.people.push(one),
        }
        for key in self.people[at].person.keys() {
            let places = self.places.entry(key).or_default();
            if !places.contains(&at) {
                places.push(at);
            }
        }
    }
}

struct Reading<'l> {
    list: &'l List,
    columns: HashMap<Field, usize>,
}

/// Somebody with every stay in the meeting.
struct Stays {
    person: Listed,
    /// From when to when; none as soon as one row does not say.
    times: Option<Vec<(i64, i64)>>,
    /// The printed minutes of all rows; none where no row has any.
    printed: Option<u32>,
}

impl Reading<'_> {
    fn cell<'r>(&self, row: &'r ListRow, field: Field) -> Option<&'r str> {
        let cell = row.cells.get(*self.columns.get(&field)?)?.trim();
        (!cell.is_empty() && !["n/a", "-", "–", "none"].contains(&cell.to_lowercase().as_str()))
            .then_some(cell)
    }

    fn row(&self, row: &ListRow) -> Option<Stays> {
        let cell = |field| self.cell(row, field).map(str::to_owned);
        let email = cell(Field::Email).filter(|email| columns::is_email(email));
        let named = self.name(row);
        let (written, found) = match (named, &email) {
            (Some(named), _) => named,
            (None, Some(address)) => (
                address.clone(),
                DisplayName {
                    nobody: Some("is an address without a name"),
                    ..DisplayName::default()
                },
            ),
            (None, None) => return None,
        };
        let DisplayName { parts, original, pronouns, nobody } = found;
        let heading =
            self.columns.get(&Field::Minutes).map_or("", |at| &self.list.columns[*at].heading);
        let when = |field| self.cell(row, field).map(minutes::printed_moment);
        let (joined, left) = (when(Field::Joined), when(Field::Left));
        let moment = |text: &Option<String>| minutes::moment(text.as_deref()?);
        let stay = moment(&joined).zip(moment(&left)).filter(|(from, to)| from <= to);
        let printed =
            self.cell(row, Field::Minutes).and_then(|text| minutes::minutes(text, heading));
        let address = email.as_deref().and_then(from_address);
        let person = Listed {
            rows: vec![row.number],
            nameless: nobody.map(|nobody| match &address {
                Some(name) => {
                    format!("“{written}” {nobody}; by the address it may be {}", name.full())
                }
                None => format!("“{written}” {nobody}"),
            }),
            written,
            name: parts.name,
            also: original,
            pronouns,
            role: cell(Field::Role).or(parts.role),
            status: cell(Field::Status).or(parts.status),
            organisation: cell(Field::Organisation).or(parts.organisation),
            email,
            phone: cell(Field::Phone),
            notes: cell(Field::Notes),
            attendance: self.attendance(row),
            joined,
            left,
            minutes: None,
        };
        Some(Stays { person, times: stay.map(|stay| vec![stay]), printed })
    }

    /// What the row writes as a name, and what that says.
    fn name(&self, row: &ListRow) -> Option<(String, DisplayName)> {
        if let Some(entry) = self.cell(row, Field::Entry) {
            let parts = participant_line(&display_name::entry(entry));
            let nobody = device::nobody(entry);
            return Some((
                entry.to_owned(),
                DisplayName { parts, nobody, ..DisplayName::default() },
            ));
        }
        let (given, family) = (self.cell(row, Field::Given), self.cell(row, Field::Family));
        if given.is_some() || family.is_some() {
            let written = [given, family].into_iter().flatten().collect::<Vec<_>>().join(" ");
            // One of the two may hold everything, or what somebody calls a telephone.
            let mut found = match (given, family) {
                (Some(_), Some(_)) => {
                    DisplayName { nobody: device::nobody(&written), ..DisplayName::default() }
                }
                _ => display_name(&written, false),
            };
            if let (Some(given), Some(family), None) = (given, family, found.nobody) {
                found.parts.name = PersonName::parse(&format!("{family}, {given}"));
            }
            return Some((written, found));
        }
        let name = self.cell(row, Field::Name)?;
        let heading = &self.list.columns[self.columns[&Field::Name]].heading;
        Some((name.to_owned(), display_name(name, headings::is_zoom_name(heading))))
    }

    fn attendance(&self, row: &ListRow) -> Option<Attendance> {
        if !self.columns.contains_key(&Field::Attendance) {
            return Some(Attendance::Present);
        }
        let said = self.cell(row, Field::Attendance).map(fold).unwrap_or_default();
        let says = |words: &[&str]| words.iter().any(|word| said.starts_with(word));
        if says(&["apolog", "excus", "regret", "entschuldigt", "declin", "justific"]) {
            Some(Attendance::Apologies)
        } else if said.is_empty()
            || says(&["no", "non", "nein", "nao", "abs", "0", "false", "did not", "n"])
        {
            None
        } else {
            Some(Attendance::Present)
        }
    }
}

impl Listed {
    /// What two rows of one person have in common: the address, or the name.
    fn keys(&self) -> Vec<String> {
        let address = self.email.as_ref().map(|email| format!("address {}", email.to_lowercase()));
        let name = match self.nameless {
            None => fold(&self.name.full()),
            Some(_) => format!("written {}", self.written),
        };
        address.into_iter().chain([name]).collect()
    }

    /// Whether two rows are about one person.
    fn is(&self, other: &Self) -> bool {
        let address = |one: &Self| one.email.as_ref().map(|email| email.to_lowercase());
        match (&self.nameless, &other.nameless) {
            (None, None) => match (address(self), address(other)) {
                (Some(one), Some(other_address)) => {
                    one == other_address && self.shares_a_name(other)
                }
                _ => fold(&self.name.full()) == fold(&other.name.full()) && !self.name.is_empty(),
            },
            (Some(_), Some(_)) => self.written == other.written,
            _ => false,
        }
    }

    /// Whether the names of one address can be one person's: an office may share an address.
    fn shares_a_name(&self, other: &Self) -> bool {
        let words = |one: &Self| -> Vec<String> {
            let also = one.also.as_ref().map(PersonName::full).unwrap_or_default();
            let all = fold(&format!("{} {also}", one.name.full()));
            all.split(|c: char| !c.is_alphanumeric())
                .filter(|word| word.len() > 1)
                .map(str::to_owned)
                .collect()
        };
        let (mine, theirs) = (words(self), words(other));
        mine.iter().any(|word| theirs.contains(word))
    }
}

impl Stays {
    /// Takes another row of the same person in.
    fn take(&mut self, other: Self) {
        let (mine, theirs) = (&mut self.person, other.person);
        mine.rows.extend(theirs.rows);
        if theirs.name.full().len() > mine.name.full().len() && theirs.nameless.is_none() {
            mine.also = Some(std::mem::replace(&mut mine.name, theirs.name));
        }
        for (mine, theirs) in [
            (&mut mine.pronouns, theirs.pronouns),
            (&mut mine.role, theirs.role),
            (&mut mine.status, theirs.status),
            (&mut mine.organisation, theirs.organisation),
            (&mut mine.email, theirs.email),
            (&mut mine.phone, theirs.phone),
            (&mut mine.notes, theirs.notes),
        ] {
            if mine.is_none() {
                *mine = theirs;
            }
        }
        mine.attendance = mine.attendance.or(theirs.attendance);
        let moment = |text: &Option<String>| minutes::moment(text.as_deref()?);
        if moment(&theirs.joined).zip(moment(&mine.joined)).is_some_and(|(new, old)| new < old) {
            mine.joined = theirs.joined;
        }
        if moment(&theirs.left).zip(moment(&mine.left)).is_some_and(|(new, old)| new > old) {
            mine.left = theirs.left;
        }
        self.times = self.times.take().zip(other.times).map(|(mut all, more)| {
            all.extend(more);
            all
        });
        self.printed = match (self.printed, other.printed) {
            (Some(one), Some(other)) => Some(one.saturating_add(other)),
            (one, other) => one.or(other),
        };
    }

    /// The printed minutes of a single stay; of several, the time they cover together.
    fn minutes(&self) -> Option<u32> {
        match &self.times {
            Some(times) if times.len() > 1 || self.printed.is_none() => {
                Some(minutes::together(times.clone()))
            }
            _ => self.printed,
        }
    }
}
