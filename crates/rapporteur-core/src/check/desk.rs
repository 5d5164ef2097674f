//! Everything the rules look at besides the report: people, neighbouring reports, the register.

use super::register;
use crate::error::Error;
use crate::storage;
use rapporteur_document::check::{Desk, Finding, KnownPerson, Manuscript, Neighbour, check};
use rapporteur_document::model::{Participant, Report, ReportId, SeriesId, plain_text};
use rapporteur_document::style::{Generated, Template};
use rusqlite::Connection;

/// Further reports say nothing about how this one is worded.
const NEIGHBOURS: usize = 8;

/// A report to be checked.
pub(super) struct Subject<'s> {
    pub content: &'s Report,
    pub manuscript: &'s Manuscript,
    pub template: &'s Template,
    pub generated: &'s Generated,
    pub series: Option<SeriesId>,
    /// Which stored report it is, so that it is not compared with itself.
    pub own: Option<ReportId>,
}

/// What the rules find, in the order of the report.
pub(super) fn findings(connection: &Connection, subject: &Subject) -> Result<Vec<Finding>, Error> {
    let neighbours = match subject.series {
        Some(series) => neighbours(connection, subject.content, series, subject.own)?,
        None => vec![],
    };
    let people: Vec<KnownPerson> =
        storage::people::everybody(connection, subject.content.meeting.date)?
            .into_iter()
            .map(|known| KnownPerson {
                name: known.name,
                role: known.role,
                status: known.status,
                organisation: known.organisation,
            })
            .collect();
    Ok(check(&Desk {
        manuscript: subject.manuscript,
        template: subject.template,
        generated: subject.generated,
        register: &register::whole(connection, subject.series)?,
        people: &people,
        neighbours: &neighbours,
    }))
}

/// Every report of the series by number and day; those nearest in time with their words.
fn neighbours(
    connection: &Connection,
    content: &Report,
    series: SeriesId,
    own: Option<ReportId>,
) -> Result<Vec<Neighbour>, Error> {
    let mut others = storage::reports::list(connection, Some(series), false)?;
    others.retain(|other| Some(other.id) != own);
    let day = content.meeting.date;
    others.sort_by_key(|other| match (day, other.date) {
        (Some(day), Some(other)) => (other - day).num_days().abs(),
        _ => i64::MAX,
    });
    let mut neighbours = Vec::with_capacity(others.len());
    for (at, other) in others.into_iter().enumerate() {
        let mut neighbour =
            Neighbour { number: other.number, date: other.date, ..Neighbour::default() };
        if at < NEIGHBOURS
            && let Some(stored) = storage::reports::load(connection, other.id)?
        {
            fill(&mut neighbour, &stored.content);
        }
        neighbours.push(neighbour);
    }
    Ok(neighbours)
}

fn fill(neighbour: &mut Neighbour, content: &Report) {
    neighbour.next_date = content.next_meeting.date;
    neighbour.next_time = content.next_meeting.time;
    let listed = content.agenda.iter().filter(|item| item.listed);
    neighbour.agenda = listed.map(|item| plain_text(&item.title)).collect();
    neighbour.people = content.participants.iter().map(known).collect();
}

fn known(person: &Participant) -> KnownPerson {
    KnownPerson {
        name: person.name.clone(),
        role: person.role.clone(),
        status: person.status.clone(),
        organisation: person.organisation.clone(),
    }
}
