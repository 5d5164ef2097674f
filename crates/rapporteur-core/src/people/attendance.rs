//! Attendance as numbers: what the pictures are drawn from.

use crate::api::{AttendanceFigures, MeetingFigures, PersonFigures};
use crate::error::Error;
use crate::{reports, storage};
use chrono::NaiveDate;
use rapporteur_document::model::{
    Attendance, Participant, PersonId, PersonName, ReportId, SeriesId,
};
use rusqlite::Connection;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// More kinds than a picture can tell apart are counted together.
const KINDS: usize = 6;

/// What is counted where no role, status or organisation is known.
const UNKNOWN: &str = "Not said";

/// What is counted where only an organisation is known.
const ORGANISATION: &str = "Organisation only";

/// One meeting and who was there.
struct Meeting {
    report: ReportId,
    number: Option<u32>,
    date: NaiveDate,
    /// Who, as far as the directory knows them, and the kind of affiliation.
    present: Vec<(Option<PersonId>, String)>,
}

/// The figures of a series.
pub(crate) fn figures(
    connection: &Connection,
    series: SeriesId,
) -> Result<AttendanceFigures, Error> {
    let mut meetings = Vec::new();
    for summary in storage::reports::list(connection, Some(series), false)? {
        let Some(date) = summary.date else { continue };
        let content = reports::stored(connection, summary.id)?.content;
        let meant = storage::attendances::meant_in(connection, summary.id)?;
        let present = content
            .with_attendance(Attendance::Present)
            .map(|one| (one.person.map(&meant), kind(one)))
            .collect();
        meetings.push(Meeting { report: summary.id, number: summary.number, date, present });
    }
    meetings.sort_by_key(|meeting| (meeting.date, meeting.number));
    let names: HashMap<PersonId, PersonName> =
        storage::people::names(connection)?.into_iter().collect();
    Ok(count(&meetings, &names))
}

fn kind(one: &Participant) -> String {
    let said = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    said(&one.role).or_else(|| said(&one.status)).unwrap_or_else(|| {
        match one.organisation.as_deref().is_some_and(super::is_known) {
            true => ORGANISATION.to_owned(),
            false => UNKNOWN.to_owned(),
        }
    })
}

fn count(meetings: &[Meeting], names: &HashMap<PersonId, PersonName>) -> AttendanceFigures {
    let kinds = kinds(meetings);
    let mut seen: HashSet<PersonId> = HashSet::new();
    let mut before: HashSet<PersonId> = HashSet::new();
    let mut strips: BTreeMap<PersonId, Vec<u32>> = BTreeMap::new();
    let mut figures = Vec::new();
    for (meeting, place) in meetings.iter().zip(0..) {
        let here: HashSet<PersonId> =
            meeting.present.iter().filter_map(|(person, _)| *person).collect();
        let number = |people: usize| u32::try_from(people).unwrap_or(u32::MAX);
        let of_kind = |kind: &str| {
            let is = |(_, own): &&(Option<PersonId>, String)| {
                own == kind || kind == "Other" && !kinds.contains(own)
            };
            number(meeting.present.iter().filter(is).count())
        };
        figures.push(MeetingFigures {
            report: meeting.report,
            number: meeting.number,
            date: meeting.date,
            present: number(meeting.present.len()),
            newcomers: number(here.difference(&seen).count()),
            returners: number(
                here.iter().filter(|one| seen.contains(*one) && !before.contains(*one)).count(),
            ),
            by_kind: kinds.iter().map(|kind| of_kind(kind)).collect(),
        });
        for person in &here {
            strips.entry(*person).or_default().push(place);
        }
        seen.extend(&here);
        before = here;
    }
    let mut people: Vec<PersonFigures> = strips
        .into_iter()
        .filter_map(|(person, attended)| {
            Some(PersonFigures { person, name: names.get(&person)?.clone(), attended })
        })
        .collect();
    people.sort_by_cached_key(|one| (Reverse(one.attended.len()), one.name.sort_key()));
    AttendanceFigures { meetings: figures, kinds, people }
}

/// The most frequent kinds, and `Other` for the rest where there is one.
fn kinds(meetings: &[Meeting]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, kind) in meetings.iter().flat_map(|meeting| &meeting.present) {
        *counts.entry(kind).or_default() += 1;
    }
    let mut kinds: Vec<(&str, usize)> = counts.into_iter().collect();
    kinds.sort_by_key(|(kind, count)| (Reverse(*count), *kind));
    let rest = kinds.len() > KINDS;
    let shown = if rest { KINDS - 1 } else { KINDS };
    let mut names: Vec<String> =
        kinds.into_iter().take(shown).map(|(kind, _)| kind.to_owned()).collect();
    if rest {
        names.push("Other".to_owned());
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn meeting(day: u32, people: &[u128], kind: &str) -> Meeting {
        Meeting {
            report: ReportId(Uuid::from_u128(u128::from(day))),
            number: Some(day),
            date: NaiveDate::from_ymd_opt(2026, 1, day).unwrap(),
            present: people
                .iter()
                .map(|one| (Some(PersonId(Uuid::from_u128(*one))), kind.to_owned()))
                .collect(),
        }
    }

    #[test]
    fn newcomers_and_returners_are_counted() {
        let meetings = [
            meeting(1, &[1, 2], "Chair"),
            meeting(2, &[2, 3], "Member"),
            meeting(3, &[1, 2, 3, 4], "Member"),
        ];
        let names = (1..5).map(|one| {
            (PersonId(Uuid::from_u128(one)), PersonName::parse(&format!("Person {one}")))
        });
        let figures = count(&meetings, &names.collect());
        let told: Vec<(u32, u32, u32)> = figures
            .meetings
            .iter()
            .map(|one| (one.present, one.newcomers, one.returners))
            .collect();
        assert_eq!(told, [(2, 2, 0), (2, 1, 0), (4, 1, 1)]);
        assert_eq!(figures.kinds, ["Member", "Chair"]);
        assert_eq!(figures.meetings[0].by_kind, [0, 2]);
        assert_eq!(figures.people[0].attended, [0, 1, 2]);
        assert_eq!(figures.people.len(), 4);
    }

    #[test]
    fn rare_kinds_are_counted_together() {
        let meetings: Vec<Meeting> =
            (1..9).map(|day| meeting(day, &[1], &format!("Kind {day}"))).collect();
        let figures = count(&meetings, &HashMap::new());
        assert_eq!(figures.kinds.len(), KINDS);
        assert!(figures.meetings.iter().all(|one| one.by_kind.iter().sum::<u32>() == 1));
    }
}
