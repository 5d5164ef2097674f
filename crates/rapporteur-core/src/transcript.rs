//! A transcript beside a report: whom its speakers are among the people known.
//!
//! Called by the requests for transcripts. Deliberately absent: keeping anything of it; a
//! transcript is somebody's words and stays in the window unless the user stores it elsewhere.

use crate::api::{PersonOffer, Transcript, TranscriptSpeaker};
use crate::error::Error;
use crate::{reports, storage};
use rapporteur_document::model::{
    Attendance, Participant, ParticipantId, PersonId, PersonName, ReportId, fold,
};
use rapporteur_document::read::transcript;
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// Reads a transcript and matches its speakers to the people of a report, then of the directory.
pub(crate) fn read(
    connection: &Connection,
    text: &str,
    report: Option<ReportId>,
) -> Result<Transcript, Error> {
    let entries = transcript::read(text);
    let report = report.map(|id| reports::stored(connection, id)).transpose()?;
    let mut directory = match &report {
        Some(report) => storage::people::attending(connection, report.series, None)?,
        None => vec![],
    };
    let of_series: HashSet<PersonId> = directory.iter().map(|offer| offer.person).collect();
    let everybody = storage::people::everybody(connection, None)?;
    directory.extend(everybody.into_iter().filter(|offer| !of_series.contains(&offer.person)));
    let spellings = storage::people::other_forms(connection)?;
    let participants = report.map(|report| report.content.participants).unwrap_or_default();
    let known = known(&participants, &directory, &spellings);
    let mut seen = HashSet::new();
    let speakers = entries
        .iter()
        .filter_map(|entry| entry.speaker.as_ref())
        .filter(|written| seen.insert(written.as_str()))
        .map(|written| matched(written, &known))
        .collect();
    Ok(Transcript { entries, speakers })
}

/// Somebody a speaker may be.
struct Known<'a> {
    circle: Circle,
    name: &'a PersonName,
    who: Who<'a>,
}

/// How near somebody is to the meeting; the nearest whom a name fits is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Circle {
    Present,
    InReport,
    OfSeries,
    InDirectory,
}

#[derive(Clone, Copy, PartialEq)]
enum Who<'a> {
    Participant(ParticipantId),
    Person(&'a PersonOffer),
}

/// The report's people under their own and under the directory's names, then all others.
fn known<'a>(
    participants: &'a [Participant],
    directory: &'a [PersonOffer],
    spellings: &'a [(PersonId, PersonName)],
) -> Vec<Known<'a>> {
    let in_report = |one: &Participant| match one.attendance {
        Attendance::Present => Circle::Present,
        Attendance::Apologies | Attendance::Mentioned => Circle::InReport,
    };
    let own = participants.iter().map(|one| Known {
        circle: in_report(one),
        name: &one.name,
        who: Who::Participant(one.id),
    });
    let by_person: HashMap<PersonId, &Participant> =
        participants.iter().filter_map(|one| Some((one.person?, one))).collect();
    let places: HashMap<PersonId, &PersonOffer> =
        directory.iter().map(|offer| (offer.person, offer)).collect();
    let from_directory = |person: PersonId, name: &'a PersonName| {
        let offer = places.get(&person)?;
        let entries = std::iter::once(&person).chain(&offer.merged);
        let (circle, who) = match entries.filter_map(|entry| by_person.get(entry)).next() {
            Some(one) => (in_report(one), Who::Participant(one.id)),
            None if offer.meetings > 0 => (Circle::OfSeries, Who::Person(offer)),
            None => (Circle::InDirectory, Who::Person(offer)),
        };
        Some(Known { circle, name, who })
    };
    let names = directory.iter().map(|offer| (offer.person, &offer.name));
    let others = names.chain(spellings.iter().map(|(person, name)| (*person, name)));
    own.chain(others.filter_map(|(person, name)| from_directory(person, name))).collect()
}

/// Whether words fit a name.
type Fits = fn(&[String], &PersonName) -> bool;

/// The one person of the nearest circle whom the name fits; nobody where it fits several.
fn matched(written: &str, known: &[Known]) -> TranscriptSpeaker {
    use Circle::{InDirectory, InReport, OfSeries, Present};
    let readings = readings(written);
    let fitting = |circle: Circle, is: Fits| {
        let near: Vec<&Known> = known.iter().filter(|one| one.circle == circle).collect();
        readings.iter().find_map(|words| {
            let mut fit = near.iter().filter(|one| is(words, one.name)).map(|one| one.who);
            let first = fit.next()?;
            Some((first, fit.all(|other| other == first)))
        })
    };
    let whole = [Present, InReport, OfSeries, InDirectory].map(|circle| (circle, same as Fits));
    let given = [Present, InReport, OfSeries].map(|circle| (circle, named_so as Fits));
    let nearest = whole.into_iter().chain(given).find_map(|(circle, is)| fitting(circle, is));
    let (participant, person) = match nearest {
        Some((Who::Participant(id), true)) => (Some(id), None),
        Some((Who::Person(offer), true)) => (None, Some(offer.clone())),
        Some((_, false)) | None => (None, None),
    };
    TranscriptSpeaker { written: written.to_owned(), participant, person }
}

/// All words of the name, in any order.
fn same(words: &[String], name: &PersonName) -> bool {
    let mut own = folded(&name.full());
    let mut words = words.to_vec();
    own.sort();
    words.sort();
    own == words
}

/// A given name alone, or with words or initials of the rest of the name.
fn named_so(words: &[String], name: &PersonName) -> bool {
    let own = folded(&format!("{} {} {}", name.given, name.particles, name.family));
    let (Some((first, rest)), Some((own_first, own_rest))) =
        (words.split_first(), own.split_first())
    else {
        return false;
    };
    let is_initial = |word: &String| {
        word.chars().count() == 1 && own_rest.iter().any(|own| own.starts_with(word.as_str()))
    };
    first == own_first && rest.iter().all(|word| own_rest.contains(word) || is_initial(word))
}

/// How a name as written in a call may be meant: whole, then without what people put behind it,
/// such as `(ISOC)`, `| Secretariat` or `- she/her`.
fn readings(written: &str) -> Vec<Vec<String>> {
    let mut bare = String::new();
    let mut depth = 0;
    for c in written.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' if depth > 0 => depth -= 1,
            _ if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    let first = |text: &str, signs: &[&str]| {
        let end = signs.iter().filter_map(|sign| text.find(sign)).min().unwrap_or(text.len());
        text[..end].to_owned()
    };
    let cut = first(&bare, &["|", " - ", " – ", "/", "@", "_"]);
    let before_comma = first(&cut, &[","]);
    let mut readings: Vec<Vec<String>> = Vec::new();
    for text in [written, &bare, &cut, &before_comma] {
        let words = folded(&PersonName::parse(text).full());
        if !words.is_empty() && !readings.contains(&words) {
            readings.push(words);
        }
    }
    readings
}

fn folded(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric() && !"'’".contains(c))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn participant(at: u128, name: &str, attendance: Attendance) -> Participant {
        Participant {
            id: ParticipantId(Uuid::from_u128(at)),
            person: None,
            name: PersonName::parse(name),
            role: None,
            status: None,
            organisation: None,
            attendance,
        }
    }

    fn offer(at: u128, name: &str, meetings: u32) -> PersonOffer {
        PersonOffer {
            person: PersonId(Uuid::from_u128(at)),
            name: PersonName::parse(name),
            role: None,
            status: None,
            organisation: None,
            meetings,
            last_seen: None,
            merged: vec![],
        }
    }

    #[test]
    fn speakers_are_matched_where_it_is_certain() {
        let participants = [
            participant(1, "Amara Okonkwo-Bell", Attendance::Present),
            participant(2, "Amara Diallo Sène", Attendance::Present),
            participant(3, "Søren Mikkelgaard", Attendance::Present),
            participant(4, "João Batista Queirós Jr.", Attendance::Present),
            participant(5, "Søren Absent", Attendance::Mentioned),
            participant(6, "Ludwig van der Meer", Attendance::Apologies),
        ];
        let directory = [
            offer(11, "Wei Zhang", 3),
            offer(12, "Tereza Horejsova", 0),
            offer(13, "Nadia Haddad-Rizk", 2),
            offer(14, "Nadia Petrov", 0),
        ];
        let spellings = [(directory[1].person, PersonName::parse("Terka Hořejší"))];
        let known = known(&participants, &directory, &spellings);
        let check = |written: &str, expected: &str| {
            let found = matched(written, &known);
            let name = participants
                .iter()
                .find(|one| Some(one.id) == found.participant)
                .map(|one| one.name.full())
                .or(found.person.map(|person| format!("+{}", person.name.full())));
            assert_eq!(name.unwrap_or_default(), expected, "{written}");
        };
        check("Søren Mikkelgaard", "Søren Mikkelgaard");
        check("soren MIKKELGAARD", "Søren Mikkelgaard");
        check("Mikkelgaard, Søren", "Søren Mikkelgaard");
        check("Dr. Søren Mikkelgaard (he/him)", "Søren Mikkelgaard");
        check("Søren Mikkelgaard | Open Shelves", "Søren Mikkelgaard");
        check("Søren", "Søren Mikkelgaard");
        check("Søren A.", "Søren Absent");
        check("Amara", "");
        check("Amara D", "Amara Diallo Sène");
        check("Amara Diallo", "Amara Diallo Sène");
        check("João Queirós", "João Batista Queirós Jr.");
        check("Ludwig", "Ludwig van der Meer");
        check("Meer", "");
        check("Zhang Wei", "+Wei Zhang");
        check("Tereza Horejšová", "+Tereza Horejsova");
        check("Tereza", "");
        check("Terka Horejsi", "+Tereza Horejsova");
        check("Nadia (UNDESA)", "+Nadia Haddad-Rizk");
        check("Secretariat", "");
        check("iPhone", "");
        check("()", "");
    }
}
