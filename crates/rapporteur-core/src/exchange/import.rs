//! Prior reports into the library.

use super::pictures;
use crate::api::{Imported, ProposedSeries};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::library::Library;
use crate::people::{Directory, Known, is_known, mentions};
use crate::reading::{self, FileRead, Reader, Unread};
use crate::storage::{self, originals::Original, people::Affiliation};
use crate::{reports, templates};
use rapporteur_document::check::Manuscript;
use rapporteur_document::model::{Attendance, Participant, PersonId, Report, ReportId, SeriesId};
use rapporteur_document::read::{self, Doubt, Place, Recognised};
use rapporteur_document::style::Template;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes. A report as text has about 10,000.
const LARGEST: u64 = 50 * 1024 * 1024;

/// A file that was read and is not kept yet.
pub(crate) struct Incoming {
    path: PathBuf,
    bytes: Vec<u8>,
    read: FileRead,
}

impl Incoming {
    /// What was recognised in it.
    pub fn recognised(self) -> Recognised {
        self.read.recognised
    }

    /// A file whose words came from another one.
    pub(super) fn of(path: &Path, bytes: Vec<u8>, read: FileRead) -> Self {
        Self { path: path.to_owned(), bytes, read }
    }
}

/// Reads a prior report, keeping nothing.
pub(crate) fn read(path: &Path, reader: &dyn Reader) -> Result<Incoming, Error> {
    let bytes = bytes(path)?;
    let read = reader.read(&bytes, &file_name(path)).map_err(|reason| unreadable(path, reason))?;
    Ok(Incoming { path: path.to_owned(), bytes, read })
}

/// Reads a prior report line by line, keeping nothing.
pub(crate) fn manuscript(path: &Path) -> Result<(Recognised, Manuscript), Error> {
    let bytes = bytes(path)?;
    guarded(path, |name| read::manuscript(&bytes, name))
}

/// The words of a text file, whatever program saved it.
pub(crate) fn read_text(path: &Path) -> Result<String, Error> {
    read::text::decode(&bytes(path)?).ok_or_else(|| Error::File {
        path: path.to_owned(),
        verb: "read",
        reason: "it is not a text file; choose one that is saved as text".to_owned(),
    })
}

/// Keeps prior reports: each whole or not at all, a bad one never stops the rest. The first of
/// them may have been read already; the others are read one by one.
pub(crate) fn import(
    library: &mut Library,
    paths: &[String],
    series: Option<SeriesId>,
    first: Option<Result<Incoming, Error>>,
    clock: &dyn Clock,
) -> Vec<Imported> {
    let mut first = first;
    let one = |path: &String| {
        let read = first.take().unwrap_or_else(|| read(Path::new(path), library.reader()));
        read.and_then(|incoming| keep(library, incoming, series, clock))
            .unwrap_or_else(|error| refused(path, &error))
    };
    paths.iter().map(one).collect()
}

/// Keeps one report that is pictures; it may have been read already.
pub(crate) fn import_pictures(
    library: &mut Library,
    path: &str,
    series: Option<SeriesId>,
    read: Option<Result<Incoming, Error>>,
    clock: &dyn Clock,
) -> Imported {
    read.unwrap_or_else(|| pictures::incoming(Path::new(path)))
        .and_then(|incoming| keep(library, incoming, series, clock))
        .unwrap_or_else(|error| refused(path, &error))
}

fn refused(path: &str, error: &Error) -> Imported {
    let pictures = matches!(error, Error::Pictures { .. });
    let ocr = pictures && pictures::can_be_read();
    let how = if pictures && !ocr { pictures::TO_INSTALL } else { "" };
    Imported {
        path: path.to_owned(),
        report: None,
        refused: Some(format!("{error}{how}")),
        ocr,
        known: None,
        doubts: vec![],
        series: match error {
            Error::UnknownSeries { proposed, .. } => proposed.clone(),
            _ => None,
        },
    }
}

fn keep(
    library: &mut Library,
    incoming: Incoming,
    series: Option<SeriesId>,
    clock: &dyn Clock,
) -> Result<Imported, Error> {
    let Incoming { path, bytes, read: FileRead { recognised, report: mut content, .. } } = incoming;
    let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if let Some(known) = storage::originals::report_from(library.connection(), &sha256)? {
        return is_known_already(library.connection(), &path, known);
    }
    let series = match series {
        Some(series) => series,
        None => series_of(library.connection(), &recognised, &path)?,
    };
    let mut doubts = recognised.doubts.clone();
    if let Some(number) = content.meeting.number
        && storage::reports::has_meeting(library.connection(), series, number)?
    {
        let message = format!(
            "The library has a report of meeting {number} already. Compare the two, then take this one as its newer version, or keep both."
        );
        doubts.insert(0, whole_report("meeting_known", message));
    }
    let name = file_name(&path);
    let (report, doubts) = library.write(|transaction| {
        let linked = link_people(transaction, &mut content, clock)?;
        doubts.extend(linked.doubts);
        let asked = mentions::link(transaction, &mut content)?;
        let asked = asked.into_iter();
        doubts.extend(asked.map(|(words, question)| about(&words, "name_ambiguous", question)));
        let id = reports::create(transaction, series, content, true, clock)?;
        for (person, source) in linked.people {
            learn(transaction, person, &source, id)?;
        }
        let original = Original {
            report: id,
            name: &name,
            sha256: &sha256,
            format: &recognised.format,
            bytes: &bytes,
        };
        storage::originals::insert(transaction, &original, &stamp(clock))?;
        storage::doubts::insert(transaction, id, &doubts)?;
        Ok((reports::summary(transaction, id)?, doubts))
    })?;
    Ok(Imported {
        path: path.to_string_lossy().into_owned(),
        report: Some(report),
        refused: None,
        ocr: false,
        known: None,
        doubts: doubts.iter().map(|doubt| recognised.describe(doubt)).collect(),
        series: None,
    })
}

/// The answer about a file whose bytes are in the library.
fn is_known_already(
    connection: &Connection,
    path: &Path,
    known: ReportId,
) -> Result<Imported, Error> {
    let known = reports::summary(connection, known)?;
    let number = known.number.map_or(String::new(), |number| format!(", meeting {number}"));
    let what_to_do = match known.deleted_at {
        Some(_) => "it is in the bin; take it out of there",
        None => "open that one",
    };
    let refused = format!(
        "{} is in the library already, as a report of {}{number}; {what_to_do}",
        path.display(),
        known.series_name
    );
    Ok(Imported {
        path: path.to_string_lossy().into_owned(),
        report: None,
        refused: Some(refused),
        ocr: false,
        known: Some(known),
        doubts: vec![],
        series: None,
    })
}

/// A doubt that is about no single place of the file.
fn whole_report(code: &str, message: String) -> Doubt {
    Doubt { code: code.to_owned(), message, place: Place::default(), proposed: None, repair: None }
}

/// The bytes of a file that is no larger than a report.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let fail = |error: std::io::Error| Error::file(path, "read", &error);
    let file = std::fs::metadata(path).map_err(fail)?;
    if file.is_dir() {
        return Err(fail(std::io::ErrorKind::IsADirectory.into()));
    }
    if file.len() > LARGEST {
        return Err(unreadable(
            path,
            format!(
                "it has {} MB and no report has over 50; divide it or save its text alone",
                file.len() / 1_048_576
            ),
        ));
    }
    std::fs::read(path).map_err(fail)
}

/// Reads with a reader that may be wrong about a damaged file: its panic is the file's refusal, and
/// the other files go on.
pub(super) fn guarded<T>(
    path: &Path,
    reader: impl FnOnce(&str) -> Result<T, rapporteur_document::Error>,
) -> Result<T, Error> {
    let name = file_name(path);
    reading::guarded(|| reader(&name)).map_err(|reason| unreadable(path, reason))
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

pub(super) fn unreadable(path: &Path, unread: impl Into<Unread>) -> Error {
    let Unread { reason, pictures } = unread.into();
    let path = path.to_owned();
    if pictures {
        Error::Pictures { path, reason }
    } else {
        Error::File { path, verb: "read", reason }
    }
}

/// The series a report says it belongs to: by the series' name or its template's names.
pub(crate) fn series_of(
    connection: &Connection,
    recognised: &Recognised,
    path: &Path,
) -> Result<SeriesId, Error> {
    let said = [&recognised.report.series, &recognised.report.group]
        .map(|said| said.as_deref().unwrap_or("").to_lowercase());
    let is_said = |name: &str| !name.is_empty() && said.contains(&name.to_lowercase());
    for series in &storage::series::all(connection)? {
        let template = templates::load(connection, series.template)?;
        if is_said(&series.name) || knows_group(&template, is_said) {
            return Ok(series.id);
        }
    }
    let named = recognised.report.series.clone().or_else(|| recognised.report.group.clone());
    let proposed = match &named {
        Some(name) => proposed_series(connection, name, is_said)?,
        None => None,
    };
    Err(Error::UnknownSeries { path: path.to_owned(), named, proposed })
}

fn knows_group(template: &Template, is_said: impl Fn(&str) -> bool) -> bool {
    template.groups.iter().any(|group| is_said(&group.name) || is_said(&group.short_name))
}

fn proposed_series(
    connection: &Connection,
    name: &str,
    is_said: impl Fn(&str) -> bool,
) -> Result<Option<ProposedSeries>, Error> {
    let mut of_any_group = None;
    for summary in storage::templates::newest(connection)? {
        let template = templates::load(connection, summary.id)?;
        let proposed = ProposedSeries { name: name.to_owned(), template: summary.id };
        if knows_group(&template, &is_said) {
            return Ok(Some(proposed));
        }
        if template.groups.is_empty() {
            of_any_group.get_or_insert(proposed);
        }
    }
    Ok(of_any_group)
}

/// What a report says about a person it was linked to.
struct Source {
    date: Option<chrono::NaiveDate>,
    role: Option<String>,
    status: Option<String>,
    organisation: Option<String>,
}

/// The participants of a report found in the directory, and whom the user should look at.
struct Linked {
    people: Vec<(PersonId, Source)>,
    doubts: Vec<Doubt>,
}

/// Links the participants of an imported report to the directory: to the one person whose name
/// was written exactly so before, else to a new person. Whom a new person may be is proposed,
/// never decided here; two names of one list are two people.
fn link_people(
    connection: &Connection,
    content: &mut Report,
    clock: &dyn Clock,
) -> Result<Linked, Error> {
    let directory = Directory::load(connection)?;
    let date = content.meeting.date;
    let mut linked = Linked { people: vec![], doubts: vec![] };
    let mut here: HashMap<PersonId, String> = HashMap::new();
    let mut new: Vec<Participant> = Vec::new();
    for participant in
        content.participants.iter_mut().filter(|one| one.attendance == Attendance::Present)
    {
        let name = participant.name.full();
        let person = match directory.known_as(&participant.name) {
            Known::One(person) => person,
            Known::Several => {
                linked.doubts.push(about(&name, "person_several", format!(
                    "In the directory several people are called {name}; choose which of them attended."
                )));
                continue;
            }
            Known::Nobody if here.values().any(|other| *other == name) => {
                linked.doubts.push(about(
                    &name,
                    "person_twice",
                    format!(
                        "The list has {name} twice; only the first is linked to the directory."
                    ),
                ));
                continue;
            }
            Known::Nobody => {
                let id = PersonId(new_id(clock));
                storage::people::insert(connection, id, &participant.name, &stamp(clock))?;
                new.push(participant.clone());
                id
            }
        };
        if here.insert(person, name.clone()).is_some() {
            linked.doubts.push(about(&name, "person_twice", format!(
                "The list has {name} twice, or under two names; only the first is linked to the directory."
            )));
            continue;
        }
        participant.person = Some(person);
        linked.people.push((
            person,
            Source {
                date,
                role: participant.role.clone(),
                status: participant.status.clone(),
                organisation: participant.organisation.clone(),
            },
        ));
    }
    let may_be = directory.may_be(connection, &new, |person| here.contains_key(&person))?;
    let may_be = may_be.into_iter().map(|(name, message)| about(&name, "person_may_be", message));
    linked.doubts.extend(may_be);
    Ok(linked)
}

fn about(name: &str, code: &str, message: String) -> Doubt {
    Doubt { place: Place { line: 0, quote: name.to_owned() }, ..whole_report(code, message) }
}

/// Keeps what a report says about a person's affiliation, unless it says nothing known.
fn learn(
    connection: &Connection,
    person: PersonId,
    source: &Source,
    report: ReportId,
) -> Result<(), Error> {
    let organisation = source.organisation.as_deref().filter(|named| is_known(named));
    if source.role.is_none() && source.status.is_none() && organisation.is_none() {
        return Ok(());
    }
    // What is unknown here takes nothing away from what was known on that day.
    let known = storage::people::organisation_on(connection, person, source.date)?;
    let affiliation = Affiliation {
        since: source.date,
        role: source.role.as_deref(),
        status: source.status.as_deref(),
        organisation: organisation.or(known.as_deref()),
        report: Some(report),
    };
    Ok(storage::people::set_affiliation(connection, person, &affiliation)?)
}
