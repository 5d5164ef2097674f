//! What may be asked about the people of the directory besides finding and merging them.

use super::{AffiliationKey, HeldAffiliation, HeldOnPerson, PrivacyRecord, Response};
use crate::clock::Clock;
use crate::error::Error;
use crate::library::Library;
use crate::people::split::Parted;
use crate::{exchange, people};
use rapporteur_document::model::{
    Participant, ParticipantId, PersonId, PersonName, Report, ReportId, SeriesId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One request about people; in JSON like every other request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "request", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
pub enum DirectoryRequest {
    /// Gives a person another name. Answers `PersonPage`.
    RenamePerson {
        /// Who.
        person: PersonId,
        /// The name from now on.
        name: PersonName,
    },
    /// Keeps an affiliation by hand, new or instead of another one. Answers `PersonPage`.
    SaveAffiliation {
        /// Whose.
        person: PersonId,
        /// Instead of which; none for a new one.
        replaces: Option<AffiliationKey>,
        /// What held, from when to when.
        affiliation: HeldAffiliation,
    },
    /// Deletes an affiliation. Answers `PersonPage`.
    DeleteAffiliation {
        /// Whose.
        person: PersonId,
        /// Which.
        affiliation: AffiliationKey,
    },
    /// Gives a part of what counts as one person to a new person. Answers the new `PersonPage`.
    SplitPerson {
        /// Who turned out to be two people.
        person: PersonId,
        /// The new person's name.
        name: PersonName,
        /// The reports that mean the new person.
        reports: Vec<ReportId>,
        /// The spellings that are the new person's.
        spellings: Vec<PersonName>,
        /// The affiliations that are the new person's.
        affiliations: Vec<AffiliationKey>,
    },
    /// The changes of the directory by hand that can be taken back, latest first. Answers
    /// `Vec<DirectoryChange>`.
    ListDirectoryChanges {
        /// Of one person only.
        person: Option<PersonId>,
    },
    /// Takes a change of the directory back. Answers `null`.
    UndoDirectoryChange {
        /// Which.
        change: String,
    },
    /// Every passage in which a person speaks or is mentioned, latest meeting first. Answers
    /// `Vec<Contribution>`.
    ListContributions {
        /// Who.
        person: PersonId,
    },
    /// Who speaks in a report as it is on the page, against its list. Answers `ReportSpeakers`.
    ListSpeakers {
        /// The report.
        content: Report,
    },
    /// The ways the people of a report may be named while it is written: full names, given names,
    /// nicknames. Answers `Vec<WrittenName>`.
    ListWrittenNames {
        /// The people of the report.
        participants: Vec<Participant>,
    },
    /// The drafts that print another name of a person than the directory has. Answers
    /// `Vec<DraftNaming>`.
    ListDraftsNaming {
        /// Who.
        person: PersonId,
    },
    /// Prints another name of a participant in a draft; a final report is never changed. Answers
    /// `Saved`.
    NameInDraft {
        /// The draft.
        report: ReportId,
        /// Which of its participants.
        participant: ParticipantId,
        /// The name to print.
        name: PersonName,
    },
    /// The figures behind the pictures of a series' attendance. Answers `AttendanceFigures`.
    CountAttendance {
        /// The series.
        series: SeriesId,
    },
    /// Writes a picture or a table that the window drew to a file. Answers `Exported`.
    SavePicture {
        /// Where.
        path: String,
        /// What to write.
        bytes: Vec<u8>,
    },
    /// Replaces a person's name by “Participant” in the directory and in all reports; attendance
    /// still counts. Answers `PrivacyRecord`.
    AnonymisePerson {
        /// Who.
        person: PersonId,
    },
    /// Removes a person from the directory; reports keep what they printed. Answers
    /// `PrivacyRecord`.
    RemovePerson {
        /// Who.
        person: PersonId,
    },
    /// Who was anonymised or removed, latest first. Answers `Vec<PrivacyRecord>`.
    ListPrivacyRecords,
    /// Takes an act of privacy back while its record is open. Answers `null`.
    UndoPrivacy {
        /// The record.
        record: String,
    },
    /// Closes a record; what was known is gone for good then. Answers `PrivacyRecord`.
    ClosePrivacyRecord {
        /// The record.
        record: String,
    },
    /// Everything the library holds on one person. Answers `HeldOnPerson`.
    LoadHeldOnPerson {
        /// Who.
        person: PersonId,
    },
    /// Writes everything held on one person to a file: as JSON where its name ends so, else as
    /// text for reading. Answers `Exported`.
    ExportPerson {
        /// Who.
        person: PersonId,
        /// Where.
        path: String,
    },
}

/// Answers one of them.
pub(super) fn answer(
    library: &mut Library,
    clock: &dyn Clock,
    request: DirectoryRequest,
) -> Result<Response, Error> {
    let db = library.connection();
    Ok(match request {
        DirectoryRequest::RenamePerson { person, name } => Response::PersonPage(Box::new(
            library.write(|db| people::page::rename(db, person, &name, clock))?,
        )),
        DirectoryRequest::SaveAffiliation { person, replaces, affiliation } => {
            Response::PersonPage(Box::new(library.write(|db| {
                people::affiliations::save(db, person, replaces.as_ref(), affiliation, clock)
            })?))
        }
        DirectoryRequest::DeleteAffiliation { person, affiliation } => {
            Response::PersonPage(Box::new(
                library
                    .write(|db| people::affiliations::delete(db, person, &affiliation, clock))?,
            ))
        }
        DirectoryRequest::SplitPerson { person, name, reports, spellings, affiliations } => {
            let parted = Parted {
                name: &name,
                reports: &reports,
                spellings: &spellings,
                affiliations: &affiliations,
            };
            Response::PersonPage(Box::new(
                library.write(|db| people::split::split(db, person, &parted, clock))?,
            ))
        }
        DirectoryRequest::ListDirectoryChanges { person } => {
            Response::DirectoryChanges(people::changes::list(db, person)?)
        }
        DirectoryRequest::UndoDirectoryChange { change } => {
            Response::Done(library.write(|db| people::changes::undo(db, &change))?)
        }
        DirectoryRequest::ListContributions { person } => {
            Response::Contributions(people::mentions::contributions(db, person)?)
        }
        DirectoryRequest::ListSpeakers { content } => {
            Response::Speakers(people::mentions::speakers(db, &content)?)
        }
        DirectoryRequest::ListWrittenNames { participants } => {
            Response::WrittenNames(people::mentions::written_names(db, &participants)?)
        }
        DirectoryRequest::ListDraftsNaming { person } => {
            Response::DraftsNaming(people::mentions::drafts_naming(db, person)?)
        }
        DirectoryRequest::CountAttendance { series } => {
            Response::Attendance(people::attendance::figures(db, series)?)
        }
        DirectoryRequest::SavePicture { path, bytes } => {
            Response::Exported(exchange::save_picture(&path, &bytes)?)
        }
        DirectoryRequest::AnonymisePerson { person } => {
            let record = library.write(|db| people::privacy::anonymise(db, person, clock))?;
            Response::PrivacyRecord(PrivacyRecord { backups: library.backups(), ..record })
        }
        DirectoryRequest::RemovePerson { person } => {
            let record = library.write(|db| people::privacy::remove(db, person, clock))?;
            Response::PrivacyRecord(PrivacyRecord { backups: library.backups(), ..record })
        }
        DirectoryRequest::ListPrivacyRecords => {
            let records = people::privacy::records(db)?.into_iter();
            let told = |record| PrivacyRecord { backups: library.backups(), ..record };
            Response::PrivacyRecords(records.map(told).collect())
        }
        DirectoryRequest::UndoPrivacy { record } => {
            Response::Done(library.write(|db| people::privacy::undo(db, &record, clock))?)
        }
        DirectoryRequest::ClosePrivacyRecord { record } => {
            let closed = library.write(|db| people::privacy::close(db, &record, clock))?;
            library.leave_no_traces()?;
            Response::PrivacyRecord(PrivacyRecord { backups: library.backups(), ..closed })
        }
        DirectoryRequest::LoadHeldOnPerson { person } => {
            let held = people::privacy::held(db, person)?;
            Response::Held(Box::new(HeldOnPerson { backups: library.backups(), ..held }))
        }
        DirectoryRequest::ExportPerson { person, path } => {
            let held = people::privacy::held(db, person)?;
            let held = HeldOnPerson { backups: library.backups(), ..held };
            Response::Exported(exchange::export_person(&held, &path)?)
        }
        DirectoryRequest::NameInDraft { report, participant, name } => {
            Response::Saved(library.write(|db| {
                people::mentions::name_in_draft(db, report, participant, name, clock)
            })?)
        }
    })
}
