//! Everything the rules look at besides the report: people, neighbouring reports, the register;
//! and what of it is remembered from one check to the next while somebody writes.

use super::register;
use crate::error::Error;
use crate::{storage, templates};
use rapporteur_document::check::{
    Desk, Finding, KnownPerson, Manuscript, Memory, Neighbour, Reckoned, Register, check_again,
};
use rapporteur_document::model::{Participant, Report, ReportId, SeriesId, TemplateId, plain_text};
use rapporteur_document::style::{Generated, Template};
use rusqlite::Connection;
use std::collections::HashMap;
use std::sync::Arc;

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

/// What a check leaves for the next one. Nothing in it is looked at before it is known to be as
/// it is in the library.
#[derive(Default)]
pub(crate) struct Remembered {
    /// A stored template never changes.
    template: Option<(TemplateId, Arc<Template>)>,
    /// Made of these files.
    register: Option<(Vec<String>, Arc<Register>)>,
    /// As they were when they were stored at this time.
    neighbours: HashMap<ReportId, (String, Neighbour)>,
    /// Of this report, with the template and the register above.
    lines: (Option<ReportId>, Memory),
}

impl Remembered {
    /// A stored template.
    pub fn template(
        &mut self,
        connection: &Connection,
        id: TemplateId,
    ) -> Result<Arc<Template>, Error> {
        if let Some((known, template)) = &self.template
            && *known == id
        {
            return Ok(template.clone());
        }
        let template = Arc::new(templates::load(connection, id)?);
        self.template = Some((id, template.clone()));
        self.lines = Default::default();
        Ok(template)
    }

    fn register(
        &mut self,
        connection: &Connection,
        series: Option<SeriesId>,
    ) -> Result<Arc<Register>, Error> {
        let files = register::files(connection, series)?;
        if let Some((known, register)) = &self.register
            && *known == files
        {
            return Ok(register.clone());
        }
        let register = Arc::new(register::whole(&files)?);
        self.register = Some((files, register.clone()));
        self.lines = Default::default();
        Ok(register)
    }

    /// What the rules find, in the order of the report.
    pub(super) fn findings(
        &mut self,
        connection: &Connection,
        subject: &Subject,
    ) -> Result<Vec<Finding>, Error> {
        let register = self.register(connection, subject.series)?;
        let neighbours = match subject.series {
            Some(series) => self.neighbours(connection, subject.content, series, subject.own)?,
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
        let desk = Desk {
            manuscript: subject.manuscript,
            template: subject.template,
            generated: subject.generated,
            register: &register,
            people: &people,
            neighbours: &neighbours,
            reckoned: Reckoned::default(),
        };
        if self.lines.0 != subject.own {
            self.lines = (subject.own, Memory::default());
        }
        Ok(check_again(&desk, &mut self.lines.1))
    }

    /// Every report of the series by number and day; those nearest in time with their words.
    fn neighbours(
        &mut self,
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
        let mut kept = HashMap::new();
        let mut neighbours = Vec::with_capacity(others.len());
        for (at, other) in others.into_iter().enumerate() {
            if at >= NEIGHBOURS {
                let (number, date) = (other.number, other.date);
                neighbours.push(Neighbour { number, date, ..Neighbour::default() });
                continue;
            }
            let known = self.neighbours.remove(&other.id).filter(|known| known.0 == other.saved_at);
            let known = match known {
                Some(known) => known,
                None => {
                    let stored = storage::reports::load(connection, other.id)?;
                    let words = stored.map(|stored| neighbour(&stored.content)).unwrap_or_default();
                    let (number, date) = (other.number, other.date);
                    (other.saved_at, Neighbour { number, date, ..words })
                }
            };
            neighbours.push(known.1.clone());
            kept.insert(other.id, known);
        }
        self.neighbours = kept;
        Ok(neighbours)
    }
}

fn neighbour(content: &Report) -> Neighbour {
    let listed = content.agenda.iter().filter(|item| item.listed);
    Neighbour {
        next_date: content.next_meeting.date,
        next_time: content.next_meeting.time,
        agenda: listed.map(|item| plain_text(&item.title)).collect(),
        people: content.participants.iter().map(known).collect(),
        ..Neighbour::default()
    }
}

fn known(person: &Participant) -> KnownPerson {
    KnownPerson {
        name: person.name.clone(),
        role: person.role.clone(),
        status: person.status.clone(),
        organisation: person.organisation.clone(),
    }
}
