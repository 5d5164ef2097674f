//! Checking against the house style: a report on the page, or a file that is not kept.
//!
//! Gathers what the rules look at: the template, the register, the people of the directory and
//! the neighbouring reports. Stores nothing.

use crate::api::{ReportSummary, RuleDescription};
use crate::clock::{Clock, new_id};
use crate::error::Error;
use crate::library::Library;
use crate::{exchange, storage, templates};
use rapporteur_document::check::{
    Desk, Finding, KnownPerson, Manuscript, Neighbour, Register, Rule, check, draft,
};
use rapporteur_document::model::{Report, ReportId, SeriesId, TemplateId, plain_text};
use rapporteur_document::style::{self, Template};
use rusqlite::Connection;
use std::path::Path;
use std::sync::LazyLock;

/// Further reports say nothing about how this one is worded.
const NEIGHBOURS: usize = 8;

/// The settings that hold what users add to the register, as TOML: for all reports, and with the
/// id of a series after a full stop for its reports alone.
const SETTING: &str = "register";

static REGISTER: LazyLock<Register> = LazyLock::new(Register::built_in);

/// A report as it is on the page, among the others of its series.
pub(crate) fn report(
    connection: &Connection,
    content: &Report,
    template: TemplateId,
    series: SeriesId,
    report: Option<ReportId>,
) -> Result<Vec<Finding>, Error> {
    let template = templates::load(connection, template)?;
    let generated = style::generate(content, &template)?;
    let manuscript = draft(content, &template, &generated);
    on_desk(connection, content, &manuscript, &template, Some(series), report)
}

/// Every rule with its cases as examples.
pub(crate) fn rules() -> Vec<RuleDescription> {
    let short = |words: &&str| !words.contains('\n');
    let description = |rule: &Rule| RuleDescription {
        code: rule.code.to_owned(),
        reason: rule.reason.to_owned(),
        severity: rule.severity,
        wrong: rule.fires.iter().map(|case| case.0).filter(short).map(str::to_owned).collect(),
        right: rule.silent.iter().copied().filter(short).map(str::to_owned).collect(),
    };
    rapporteur_document::check::rules().map(description).collect()
}

/// A file with a prior report. It is compared with the series of the library it belongs to; its
/// own stored copy is left out.
pub(crate) fn file(
    library: &Library,
    path: &Path,
    clock: &dyn Clock,
) -> Result<Vec<Finding>, Error> {
    let connection = library.connection();
    let (recognised, manuscript) = exchange::manuscript(path)?;
    let series = exchange::series_of(connection, &recognised, path).ok();
    let template = match series {
        Some(series) => {
            templates::load(connection, crate::series::load(connection, series)?.template)?
        }
        None => built_in_template()?,
    };
    let content = recognised.into_report(&mut || new_id(clock));
    let own = series.map(|series| stored_copy(connection, series, &content)).transpose()?.flatten();
    on_desk(connection, &content, &manuscript, &template, series, own)
}

fn built_in_template() -> Result<Template, Error> {
    let file = Template::built_in().into_iter().next().unwrap_or_default();
    Ok(Template::parse(file)?)
}

fn stored_copy(
    connection: &Connection,
    series: SeriesId,
    content: &Report,
) -> Result<Option<ReportId>, Error> {
    let meeting = &content.meeting;
    let all = storage::reports::list(connection, Some(series), false)?;
    let same = |one: &&ReportSummary| {
        meeting.number.is_some() && one.number == meeting.number && one.date == meeting.date
    };
    Ok(all.iter().find(same).map(|one| one.id))
}

fn on_desk(
    connection: &Connection,
    content: &Report,
    manuscript: &Manuscript,
    template: &Template,
    series: Option<SeriesId>,
    own: Option<ReportId>,
) -> Result<Vec<Finding>, Error> {
    let neighbours = match series {
        Some(series) => neighbours(connection, content, series, own)?,
        None => vec![],
    };
    let people: Vec<KnownPerson> = storage::people::everybody(connection, content.meeting.date)?
        .into_iter()
        .map(|known| KnownPerson {
            name: known.name,
            role: known.role,
            status: known.status,
            organisation: known.organisation,
        })
        .collect();
    let generated = style::generate(content, template)?;
    let register = register(connection, series)?;
    Ok(check(&Desk {
        manuscript,
        template,
        generated: &generated,
        register: &register,
        people: &people,
        neighbours: &neighbours,
    }))
}

/// The built-in register with what the users of this library add.
fn register(connection: &Connection, series: Option<SeriesId>) -> Result<Register, Error> {
    let own = series.map(|series| format!("{SETTING}.{series}"));
    let mut register = REGISTER.clone();
    for name in [Some(SETTING.to_owned()), own].into_iter().flatten() {
        if let Some(file) = storage::settings::get(connection, &name)? {
            register = register.with(Register::parse(&file)?);
        }
    }
    Ok(register)
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
            let next = &stored.content.next_meeting;
            neighbour.next_date = next.date;
            neighbour.next_time = next.time;
            let listed = stored.content.agenda.iter().filter(|item| item.listed);
            neighbour.agenda = listed.map(|item| plain_text(&item.title)).collect();
            let listed = stored.content.participants.iter().map(|person| KnownPerson {
                name: person.name.clone(),
                role: person.role.clone(),
                status: person.status.clone(),
                organisation: person.organisation.clone(),
            });
            neighbour.people = listed.collect();
        }
        neighbours.push(neighbour);
    }
    Ok(neighbours)
}
