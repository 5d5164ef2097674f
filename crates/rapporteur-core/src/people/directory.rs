//! Everybody in the directory as entries to match, and finding the people names may be.

use super::changes::noted;
use super::matching::{BUILT_IN, Entry, Held, History, Index, Matching, Nicknames, Written};
use crate::api::{DirectoryChangeKind, PersonMatch};
use crate::clock::Clock;
use crate::error::Error;
use crate::storage;
use crate::storage::attendances::Attended;
use rapporteur_document::model::{Invalid, Participant, PersonId, PersonName};
use rusqlite::Connection;
use std::collections::HashMap;
use uuid::Uuid;

/// How many people a name is offered at most, best first.
const CANDIDATES: usize = 5;

/// From this strength on somebody new is proposed as somebody known.
const PROPOSED: f64 = 0.5;

/// The setting that holds the user's own list of nicknames.
const NICKNAMES: &str = "nicknames";

/// Everybody, ready to be compared.
pub(crate) struct Directory {
    /// Everybody's name; entries stand at the same places.
    pub people: Vec<(PersonId, PersonName)>,
    entries: Vec<Entry>,
    nicknames: Nicknames,
    index: Index,
    by_spelling: HashMap<String, Vec<usize>>,
}

/// A name to look for, with what a list says about it.
pub(crate) struct Wanted<'w> {
    pub name: &'w PersonName,
    pub role: Option<&'w str>,
    pub organisation: Option<&'w str>,
}

impl Directory {
    /// Loads everybody, without the meetings they attended.
    pub(crate) fn load(connection: &Connection) -> Result<Self, Error> {
        let people = storage::people::names(connection)?;
        let places: HashMap<PersonId, usize> =
            people.iter().enumerate().map(|(at, (person, _))| (*person, at)).collect();
        let mut by_spelling: HashMap<String, Vec<usize>> = HashMap::new();
        let mut entries: Vec<Entry> = Vec::with_capacity(people.len());
        for (at, (_, name)) in people.iter().enumerate() {
            by_spelling.entry(name.full()).or_default().push(at);
            let forms = vec![Written::new(name)];
            entries.push(Entry { forms, history: History::default() });
        }
        for (person, name) in storage::people::other_forms(connection)? {
            let Some(&at) = places.get(&person) else { continue };
            let known = by_spelling.entry(name.full()).or_default();
            if !known.contains(&at) {
                known.push(at);
            }
            let form = Written::new(&name);
            if !entries[at].forms.contains(&form) {
                entries[at].forms.push(form);
            }
        }
        for (person, held) in storage::people::affiliations(connection)? {
            if let Some(&at) = places.get(&person) {
                entries[at].history.affiliations.push(held);
            }
        }
        let nicknames = nicknames(connection)?;
        let index = Index::of(&entries, &nicknames);
        Ok(Self { people, entries, nicknames, index, by_spelling })
    }

    /// Adds the meetings everybody attended.
    pub(crate) fn with_meetings(mut self, attended: &mut Attended) -> Self {
        for ((person, _), entry) in self.people.iter().zip(&mut self.entries) {
            entry.history.meetings = attended.by_person.remove(person).unwrap_or_default();
        }
        self
    }

    /// How many meetings somebody attended; nobody's are known before they are added.
    pub(crate) fn meetings(&self, place: usize) -> usize {
        self.entries[place].history.meetings.len()
    }

    /// The one person whose name was written exactly so before; nobody where two were.
    pub(crate) fn known_as(&self, name: &PersonName) -> Known {
        match self.by_spelling.get(&name.full()).map(Vec::as_slice) {
            Some([one]) => Known::One(self.people[*one].0),
            Some([_, _, ..]) => Known::Several,
            _ => Known::Nobody,
        }
    }

    /// What compares names within it.
    pub(crate) fn matching(&self) -> Matching<'_> {
        Matching::new(&self.entries, &self.nicknames, &self.index)
    }

    /// For every name, whom it may be, best first.
    pub(crate) fn find(
        &self,
        connection: &Connection,
        wanted: &[Wanted],
    ) -> Result<Vec<Vec<PersonMatch>>, Error> {
        let names: Vec<Entry> = wanted.iter().map(Wanted::entry).collect();
        let mut all = Vec::with_capacity(wanted.len());
        for (wanted, mut matches) in wanted.iter().zip(self.matching().find(&names)) {
            let certain = match self.known_as(wanted.name) {
                Known::One(person) => Some(person),
                _ => None,
            };
            matches.sort_by_key(|found| Some(self.people[found.places.1].0) != certain);
            let mut found = Vec::new();
            for one in matches.into_iter().take(CANDIDATES) {
                let person = self.people[one.places.1].0;
                let Some(offer) = storage::people::load(connection, person)? else { continue };
                found.push(PersonMatch {
                    certain: certain == Some(person),
                    strength: one.strength,
                    reasons: one.reasons(|_| String::new()),
                    offer,
                });
            }
            all.push(found);
        }
        Ok(all)
    }

    /// Whom new participants may be besides a new person, in a sentence each, leaving out those
    /// who are on the same list.
    pub(crate) fn may_be(
        &self,
        connection: &Connection,
        new: &[Participant],
        on_the_list: impl Fn(PersonId) -> bool,
    ) -> Result<Vec<(String, String)>, Error> {
        let wanted: Vec<Wanted> = new.iter().map(Wanted::from).collect();
        let found = new.iter().zip(self.find(connection, &wanted)?).filter_map(|(one, found)| {
            let best = found.into_iter().find(|found| !on_the_list(found.offer.person))?;
            (best.strength >= PROPOSED).then(|| {
                let (name, known) = (one.name.full(), best.offer.name.full());
                let reasons = best.reasons.join("; ");
                let message = format!(
                    "{name} is new in the directory and may be {known} ({reasons}); compare them under “One person or two?”."
                );
                (name, message)
            })
        });
        Ok(found.collect())
    }
}

/// What the directory knows about a spelling.
pub(crate) enum Known {
    /// It was never seen.
    Nobody,
    /// It is one person's.
    One(PersonId),
    /// More than one person is called so.
    Several,
}

impl<'p> From<&'p Participant> for Wanted<'p> {
    fn from(participant: &'p Participant) -> Self {
        Self {
            name: &participant.name,
            role: participant.role.as_deref(),
            organisation: participant.organisation.as_deref(),
        }
    }
}

impl Wanted<'_> {
    fn entry(&self) -> Entry {
        let held = Held::new(self.role.map(str::to_owned), self.organisation.map(str::to_owned));
        let history = History { meetings: vec![], affiliations: vec![held] };
        Entry { forms: vec![Written::new(self.name)], history }
    }
}

/// The list of nicknames as text: the user's own, else the one that comes along.
pub(crate) fn nickname_list(connection: &Connection) -> Result<String, Error> {
    Ok(own_nicknames(connection)?.unwrap_or_else(|| BUILT_IN.to_owned()))
}

/// The user's own list of nicknames, where there is one.
pub(crate) fn own_nicknames(connection: &Connection) -> Result<Option<String>, Error> {
    Ok(storage::settings::get(connection, NICKNAMES)?)
}

/// Keeps the user's own list of nicknames; none brings back the one that comes along.
pub(crate) fn set_nicknames(
    connection: &Connection,
    list: Option<&str>,
    clock: &dyn Clock,
) -> Result<String, Error> {
    if let Some(Err(line)) = list.map(Nicknames::read) {
        return Err(Error::Invalid(vec![Invalid {
            field: NICKNAMES.to_owned(),
            message: format!(
                "Line {line} of the nicknames cannot be read; write a name, a colon and its other forms, such as “Charles: Carlos, Charlie”."
            ),
        }]));
    }
    let nobody = PersonId(Uuid::nil());
    noted(connection, nobody, &[], DirectoryChangeKind::Nicknames, clock, || {
        Ok(storage::settings::set(connection, NICKNAMES, list)?)
    })?;
    nickname_list(connection)
}

/// The list of nicknames, ready to be asked.
pub(super) fn nicknames(connection: &Connection) -> Result<Nicknames, Error> {
    let list = nickname_list(connection)?;
    // A list that went bad outside this program must not keep anybody from working.
    Ok(Nicknames::read(&list).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails where an unwrap does")]

    use crate::api::{Request, Response, handle};
    use crate::{FixedClock, Library};
    use chrono::{TimeZone, Utc};
    use rapporteur_document::model::PersonName;
    use std::sync::Arc;

    #[test]
    fn everybody_is_drawn_anew_only_where_people_changed() {
        let clock = FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap());
        let mut library = Library::in_memory(&clock).unwrap();
        handle(&mut library, &clock, Request::AddSampleData).unwrap();
        let mut drawn_anew = |request: Request| {
            let before = library.directory().unwrap();
            let answer = handle(&mut library, &clock, request).unwrap();
            (!Arc::ptr_eq(&before, &library.directory().unwrap()), answer)
        };
        let list = Request::ListReports { series: None, deleted: false };
        let (false, Response::Reports(reports)) = drawn_anew(list) else { panic!() };
        let load = Request::LoadReport { report: reports[0].id };
        let (false, Response::Report(stored)) = drawn_anew(load) else { panic!() };
        let person = stored.content.participants.iter().find_map(|one| one.person).unwrap();
        let mut content = stored.content.clone();
        content.meeting.recording_available ^= true;
        let save =
            Request::SaveReport { report: stored.id, base_revision: stored.revision, content };
        assert!(!drawn_anew(save).0, "a report was written");
        assert!(!drawn_anew(Request::DeleteReport { report: stored.id }).0);
        let spelling =
            Request::SetSpelling { person, name: PersonName::parse("Somebody Else"), known: true };
        assert!(drawn_anew(spelling.clone()).0);
        assert!(!drawn_anew(spelling).0, "known already");
        assert!(drawn_anew(Request::SetNicknames { list: Some("June: Junie".into()) }).0);
        let somebody = Request::SavePerson {
            person: None,
            name: PersonName::parse("June Paris"),
            role: None,
            status: None,
            organisation: None,
            since: None,
        };
        let (true, Response::Person(june)) = drawn_anew(somebody) else { panic!() };
        let merge = Request::MergePeople { keep: person, merge: june.person };
        assert!(drawn_anew(merge).0);
        assert!(drawn_anew(Request::UndoMerge { person: june.person }).0);
    }
}
