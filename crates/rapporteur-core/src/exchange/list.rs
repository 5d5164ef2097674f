//! Lists of people, in and out.

use super::export::exported;
use super::import::{bytes, guarded};
use super::place::file_at;
use crate::api::{Exported, ListSource, PeopleExport, PeopleFormat, ReadList};
use crate::clock::Clock;
use crate::error::Error;
use crate::library::Library;
use crate::{people, reports, storage};
use rapporteur_document::model::{Attendance, PersonId, ReportId, SeriesId};
use rapporteur_document::read::list::{self, Field, List};
use rapporteur_document::style;
use rapporteur_document::write::list::{About, Entry, cards, csv, xlsx};
use rusqlite::Connection;
use std::path::Path;

/// How many rows a preview shows.
const SAMPLE: usize = 5;

/// Reads a list and compares its people with the directory, keeping nothing.
pub(crate) fn read_list(
    library: &Library,
    source: &ListSource,
    fields: Option<Vec<Option<Field>>>,
    series: Option<SeriesId>,
) -> Result<ReadList, Error> {
    let (name, mut list) = match source {
        ListSource::File { path } => {
            let path = Path::new(path);
            let bytes = bytes(path)?;
            let name = path
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            (name, guarded(path, |name| list::read(&bytes, name))?)
        }
        ListSource::Text { text } => (String::new(), pasted(text)?),
    };
    let fields = fields.unwrap_or_else(|| list.columns.iter().map(|one| one.field).collect());
    if fields.len() != list.columns.len() {
        return Err(Error::Refused(format!(
            "{name} has {} columns, and it was said what {} of them are. Say it of each, also of those to leave out.",
            list.columns.len(),
            fields.len()
        )));
    }
    for (column, field) in list.columns.iter_mut().zip(&fields) {
        if column.field != *field {
            column.field = *field;
            column.reason = "you said so".to_owned();
        }
    }
    let (listed, warnings) = list::people(&list, &fields);
    Ok(ReadList {
        kind: list.kind,
        name,
        columns: list.columns,
        sample: list.rows.iter().take(SAMPLE).cloned().collect(),
        rows: u32::try_from(list.rows.len()).unwrap_or(u32::MAX),
        people: people::listed::compare(library, listed, series)?,
        warnings: list.warnings.into_iter().chain(warnings).collect(),
    })
}

fn pasted(text: &str) -> Result<List, Error> {
    list::pasted(text).map_err(|error| {
        Error::Refused(format!("The pasted text could not be read as a list: {error}"))
    })
}

/// Writes the people of a report or of the directory to a file.
pub(crate) fn export_people(
    library: &Library,
    list: &PeopleExport,
    path: &str,
    clock: &dyn Clock,
) -> Result<Exported, Error> {
    let db = library.connection();
    let (mut entries, about) = match list.report {
        Some(report) => of_report(db, report)?,
        None => of_directory(db, clock)?,
    };
    if list.private {
        for entry in &mut entries {
            add_contacts(db, entry)?;
        }
    }
    let bytes = match list.format {
        PeopleFormat::Csv => csv(&entries, list.mark),
        PeopleFormat::Xlsx => xlsx(&entries, &about)?,
        PeopleFormat::Vcard => cards(&entries),
        PeopleFormat::Json => json(&entries)?,
    };
    let name = about.title.replace(|c: char| !c.is_alphanumeric(), "-");
    exported(&file_at(path, &format!("{name}.{}", list.format.extension())), bytes, vec![])
}

fn json(entries: &[Entry]) -> Result<Vec<u8>, Error> {
    serde_json::to_vec_pretty(entries)
        .map_err(|error| Error::Refused(format!("The list cannot be written: {error}")))
}

/// Those who were there and those who sent apologies, in the order the report prints them.
fn of_report(connection: &Connection, report: ReportId) -> Result<(Vec<Entry>, About), Error> {
    let stored = reports::stored(connection, report)?;
    let template = crate::templates::load(connection, stored.template)?;
    let printed = style::print(&stored.content, &template)?;
    let people = style::sorted(&stored.content, &template);
    let entries = people.into_iter().filter_map(|one| {
        let attendance = match one.attendance {
            Attendance::Present => "Present",
            Attendance::Apologies => "Apologies",
            Attendance::Mentioned => return None,
        };
        Some(Entry {
            person: one.person,
            name: one.name,
            role: one.role,
            status: one.status,
            organisation: one.organisation,
            attendance: Some(attendance),
            ..Entry::default()
        })
    });
    let number = stored.content.meeting.number.map_or(String::new(), |number| format!(" {number}"));
    let about = About {
        title: format!("{}{number} participants", stored.series_name),
        author: printed.author,
        date: stored.content.meeting.date.unwrap_or_default(),
    };
    Ok((entries.collect(), about))
}

fn of_directory(connection: &Connection, clock: &dyn Clock) -> Result<(Vec<Entry>, About), Error> {
    let mut everybody = storage::people::everybody(connection, None)?;
    everybody.sort_by_cached_key(|one| one.name.sort_key());
    let entries = everybody.into_iter().map(|one| Entry {
        person: Some(one.person),
        name: one.name,
        role: one.role,
        status: one.status,
        organisation: one.organisation,
        ..Entry::default()
    });
    let date = clock.now().date_naive();
    let about = About { title: format!("People {date}"), author: "Rapporteur".to_owned(), date };
    Ok((entries.collect(), about))
}

fn add_contacts(connection: &Connection, entry: &mut Entry) -> Result<(), Error> {
    let known: Option<PersonId> = match entry.person {
        Some(person) => storage::identities::counts_as(connection, person)?,
        None => None,
    };
    if let Some(person) = known {
        let details = storage::people::details(connection, person)?;
        (entry.email, entry.phone) = (details.email, details.phone);
    }
    Ok(())
}
