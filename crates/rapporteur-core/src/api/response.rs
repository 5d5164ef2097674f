//! What is answered.

use super::PersonMatch;
use chrono::NaiveDate;
use rapporteur_document::compare::WordCount;
use rapporteur_document::model::{
    Attendance, ParticipantId, PersonId, PersonName, Report, ReportId, ReportState, SeriesId,
    TemplateId, TimeOfDay,
};
use rapporteur_document::read::transcript::TranscriptEntry;
use rapporteur_document::style::{Generated, Warning};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The library that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LibraryDescription {
    /// Its file.
    pub path: String,
    /// How many reports are in use.
    pub reports: u32,
    /// How many people the directory holds.
    pub people: u32,
    /// Whether it can only be read, and why.
    pub read_only: Option<String>,
}

/// A series of meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Series {
    /// Its id.
    pub id: SeriesId,
    /// Its name, such as `WG-Strategy`.
    pub name: String,
    /// The template of new reports.
    pub template: TemplateId,
    /// How many reports are in use.
    pub reports: u32,
    /// The highest meeting number.
    pub last_number: Option<u32>,
    /// Whether it was put aside because it meets no more; its reports are kept as they are.
    pub archived: bool,
}

/// A report in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReportSummary {
    /// Its id.
    pub id: ReportId,
    /// Its series.
    pub series: SeriesId,
    /// The series' name.
    pub series_name: String,
    /// The number of the meeting.
    pub number: Option<u32>,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// The start of the meeting.
    pub time: Option<TimeOfDay>,
    /// How far it has come.
    pub state: ReportState,
    /// Whether it was imported.
    pub imported: bool,
    /// How many were present.
    pub participants: u32,
    /// When it was last stored (UTC, ISO 8601).
    pub saved_at: String,
    /// When it was put in the bin.
    pub deleted_at: Option<String>,
    /// How many doubts about it nobody answered yet.
    pub doubts: u32,
}

/// A report with what is needed to go on writing it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct StoredReport {
    /// Its id.
    pub id: ReportId,
    /// Its series.
    pub series: SeriesId,
    /// The series' name.
    pub series_name: String,
    /// The version of the template it is printed by, for good.
    pub template: TemplateId,
    /// Counts every stored change.
    #[ts(type = "number")]
    pub revision: u64,
    /// When it was last stored (UTC, ISO 8601).
    pub saved_at: String,
    /// The content.
    pub content: Report,
    /// Every generated word.
    pub generated: Generated,
}

/// A change was stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Saved {
    /// The new revision.
    #[ts(type = "number")]
    pub revision: u64,
    /// When (UTC, ISO 8601).
    pub saved_at: String,
}

/// An earlier content of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Version {
    /// Its revision, which names it.
    #[ts(type = "number")]
    pub revision: u64,
    /// When it was stored (UTC, ISO 8601).
    pub saved_at: String,
    /// What it was called when it was kept by hand.
    pub name: Option<String>,
    /// How far the report had come; unknown where the content is damaged.
    pub state: Option<ReportState>,
    /// How many words changed from it to the next version, or to now; unknown where one of the
    /// two is damaged.
    pub words: Option<WordCount>,
}

/// What the next report of a series would hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Proposal {
    /// The series.
    pub series: SeriesId,
    /// The template it would be printed by.
    pub template: TemplateId,
    /// The content proposed.
    pub content: Report,
    /// Why each field is proposed, such as `meeting.date`: `announced in the 111th report`.
    pub reasons: Vec<Reason>,
    /// Who took part lately, for ticking.
    pub participants: Vec<PersonOffer>,
}

/// A day for a meeting, from how the series usually meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ProposedDay {
    /// The day.
    pub date: NaiveDate,
    /// Why, such as `a Thursday, 3 weeks after this meeting, as usual`.
    pub reason: String,
}

/// Why a field is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Reason {
    /// The path of the field.
    pub field: String,
    /// In a few words.
    pub reason: String,
}

/// A person of the directory, with the affiliation that holds now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PersonOffer {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// The role in the group.
    pub role: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// How many meetings of the series this person attended.
    pub meetings: u32,
    /// The last of them.
    pub last_seen: Option<NaiveDate>,
    /// Entries that were merged into this person; reports may still name them.
    #[serde(default)]
    pub merged: Vec<PersonId>,
}

impl PersonOffer {
    /// Whether a report that names this entry means this person.
    pub fn is(&self, entry: PersonId) -> bool {
        self.person == entry || self.merged.contains(&entry)
    }
}

/// One pasted line, taken apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ParticipantLine {
    /// The line as pasted.
    pub line: String,
    /// The name.
    pub name: PersonName,
    /// The role in the group.
    pub role: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// Present, or with apologies where the line says so.
    pub attendance: Attendance,
    /// People of the directory this may be, best first; the user decides.
    pub known: Vec<PersonMatch>,
}

/// A transcript or chat log, to draft from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Transcript {
    /// What was said, in the order of the source.
    pub entries: Vec<TranscriptEntry>,
    /// Everybody who is named as a speaker, in the order of their first words.
    pub speakers: Vec<TranscriptSpeaker>,
}

/// A speaker of a transcript and who that is, where it is certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TranscriptSpeaker {
    /// The name as the transcript writes it.
    pub written: String,
    /// Somebody of the report.
    pub participant: Option<ParticipantId>,
    /// Somebody of the directory, who is not in the report yet.
    pub person: Option<PersonOffer>,
}

/// A file was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Exported {
    /// Where.
    pub path: String,
    /// How many bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What its sender should know.
    pub warnings: Vec<Warning>,
}

/// What became of one file of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Imported {
    /// The file.
    pub path: String,
    /// The report it became; none if it was refused.
    pub report: Option<ReportSummary>,
    /// Why it was refused, or that it is in the library already.
    pub refused: Option<String>,
    /// Whether it was refused for being pictures, and `ImportPictures` could read it.
    pub ocr: bool,
    /// The report that was imported from the same bytes before.
    pub known: Option<ReportSummary>,
    /// What was uncertain, in words, with its place.
    pub doubts: Vec<String>,
    /// The series it was refused for, since the library has none of that name yet.
    pub series: Option<ProposedSeries>,
}

/// A series that a report names and the library does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ProposedSeries {
    /// As the report names it, by its short name where it says one.
    pub name: String,
    /// The template that knows this group, else the one that calls a group by its series.
    pub template: TemplateId,
}

/// A template in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TemplateSummary {
    /// This version.
    pub id: TemplateId,
    /// Its name.
    pub name: String,
    /// Counts the versions of this name, from 1.
    pub version: u32,
    /// Whether this version comes with the program.
    pub built_in: bool,
    /// Whether it was changed since it came with the program.
    pub restorable: bool,
    /// The names of the series that use a version of it.
    pub series: Vec<String>,
}

/// What a form for templates offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TemplateChoices {
    /// The values every sentence may use, such as `ordinal`.
    pub placeholders: Vec<String>,
    /// The values of single sentences.
    pub own_placeholders: Vec<OwnPlaceholders>,
    /// Typefaces that DOCX may name; a template may name another one.
    pub docx_fonts: Vec<String>,
}

/// The values that only one sentence may use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OwnPlaceholders {
    /// The sentence, such as `sentences.next_step`.
    pub field: String,
    /// Its values, such as `owner`.
    pub placeholders: Vec<String>,
}

/// Something the doctor found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Finding {
    /// What is wrong, where, and what to do.
    pub message: String,
    /// Whether data is at risk.
    pub serious: bool,
}

/// A request that was not done. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Refusal {
    /// On what the window acts differently.
    pub code: RefusalCode,
    /// What happened, to what, and what to do.
    pub message: String,
    /// For the code's own use, such as the fields that are invalid.
    #[serde(default)]
    pub fields: Vec<Warning>,
}

/// The kinds of refusal the window acts differently on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RefusalCode {
    /// Somebody stored another change first.
    Stale,
    /// Fields need mending; `fields` says which.
    Invalid,
    /// It is not in the library any more.
    NotFound,
    /// A file could not be read or written.
    File,
    /// A file of pictures; `ReadPictures` can read it where the computer has an OCR program.
    Pictures,
    /// The library cannot be opened or written.
    Library,
    /// A fault of the program; the stored reports are safe.
    Internal,
}
