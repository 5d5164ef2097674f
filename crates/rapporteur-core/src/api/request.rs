//! What may be asked. This file is the list of everything the product can do; what is asked about
//! checking, templates and single people stands beside it.

use super::{
    AddedPerson, CheckRequest, DirectoryRequest, DoubtState, ListSource, PeopleExport,
    PersonDetails, SearchFilters, TemplateRequest,
};
use chrono::NaiveDate;
use rapporteur_document::model::{
    AdditionId, PersonId, PersonName, Report, ReportId, SeriesId, TemplateId,
};
use rapporteur_document::read::list::Field;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One request. Its JSON is `{ "request": "save_report", … }`; each variant says its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "request", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
pub enum Request {
    /// What library this is. Answers `LibraryDescription`.
    DescribeLibrary,
    /// Fills an empty library with the invented sample group. Answers `LibraryDescription`.
    AddSampleData,

    /// All series by name. Answers `Vec<Series>`.
    ListSeries,
    /// A new series with its template. Answers `Series`.
    CreateSeries {
        /// Its name, such as `WG-Strategy`.
        name: String,
        /// The template its reports begin from.
        template: TemplateId,
    },
    /// Gives future reports of a series another template. Answers `Series`.
    SetSeriesTemplate {
        /// The series.
        series: SeriesId,
        /// The template from now on.
        template: TemplateId,
    },

    /// Puts a series that meets no more aside, with all its reports. Answers `Series`.
    ArchiveSeries {
        /// The series.
        series: SeriesId,
    },
    /// Takes a series back that was put aside. Answers `Series`.
    UnarchiveSeries {
        /// The series.
        series: SeriesId,
    },

    /// Reports, newest meeting first. Answers `Vec<ReportSummary>`.
    ListReports {
        /// Of one series only.
        series: Option<SeriesId>,
        /// Those in the bin instead of those in use.
        deleted: bool,
    },
    /// One report. Answers `StoredReport`.
    LoadReport {
        /// Which.
        report: ReportId,
    },
    /// What the next report of a series would hold; stores nothing. Answers `Proposal`.
    ProposeReport {
        /// The series.
        series: SeriesId,
        /// The report to go on from instead of the last one.
        from: Option<ReportId>,
    },
    /// The day on which a series would usually meet after this one; stores nothing. Answers
    /// `Option<ProposedDay>`.
    ProposeNextMeeting {
        /// The series.
        series: SeriesId,
        /// The day of the meeting that is reported.
        after: NaiveDate,
    },
    /// Stores a new report. Answers `StoredReport`.
    CreateReport {
        /// Its series; the report gets the series' present template for good.
        series: SeriesId,
        /// Its content.
        content: Report,
    },
    /// Stores a changed report, if nobody stored another change since. Answers `Saved`.
    SaveReport {
        /// Which.
        report: ReportId,
        /// The revision the change was made on.
        #[ts(type = "number")]
        base_revision: u64,
        /// The whole content.
        content: Report,
    },
    /// Stores a new report with the agenda of another and nothing of what was said; number, date
    /// and people as `ProposeReport`. Answers `StoredReport`.
    DuplicateReport {
        /// Whose agenda.
        report: ReportId,
    },
    /// Puts a report in the bin. Answers `ReportSummary`.
    DeleteReport {
        /// Which.
        report: ReportId,
    },
    /// Takes a report out of the bin. Answers `ReportSummary`.
    RestoreReport {
        /// Which.
        report: ReportId,
    },
    /// Deletes a report of the bin for good, with its versions and its original. Answers how many
    /// reports were deleted.
    EraseReport {
        /// Which.
        report: ReportId,
    },
    /// Deletes every report of the bin for good. Answers how many reports were deleted.
    EmptyBin,
    /// The versions of a report that were kept, newest first. Answers `Vec<Version>`.
    ListVersions {
        /// Of which report.
        report: ReportId,
    },
    /// What a report held at a version. Answers `Report`.
    LoadVersion {
        /// Which report.
        report: ReportId,
        /// Which version.
        #[ts(type = "number")]
        revision: u64,
    },
    /// What changed from one version to another. Answers `Comparison`.
    CompareVersions {
        /// Which report.
        report: ReportId,
        /// The earlier version.
        #[ts(type = "number")]
        revision: u64,
        /// The later version; without one, what is stored now.
        #[ts(type = "number | null")]
        with: Option<u64>,
    },
    /// Keeps what a report holds now as a version. Answers `Vec<Version>`, as `ListVersions`.
    KeepVersion {
        /// Which report.
        report: ReportId,
        /// What to call it; a version kept already is named anew.
        name: Option<String>,
    },
    /// Every generated word of a report, for the page in the window. Answers `Generated`.
    Generate {
        /// The report as it is on the page, stored or not.
        content: Report,
        /// Its template.
        template: TemplateId,
    },
    /// The PDF of a report as it is on the page. Answers bytes, not JSON.
    Preview {
        /// The report as it is on the page, stored or not.
        content: Report,
        /// Its template.
        template: TemplateId,
    },
    /// Writes a stored report to a file. Answers `Exported`.
    ExportReport {
        /// Which.
        report: ReportId,
        /// As what.
        format: ExportFormat,
        /// Where; a folder takes the template's file name.
        path: String,
    },
    /// Reads a prior report; stores nothing. Answers `Recognised`.
    ReadReport {
        /// The file.
        path: String,
    },
    /// Reads a report that is pictures, by the OCR program of this computer; stores nothing. May
    /// take a minute. Answers `Recognised`.
    ReadPictures {
        /// A PDF file, or a picture.
        path: String,
    },
    /// Reads prior reports and keeps them; a bad file never stops the rest. Answers `Vec<Imported>`.
    ImportReports {
        /// The files.
        paths: Vec<String>,
        /// The series they belong to, where it cannot be told from the file.
        series: Option<SeriesId>,
    },

    /// The files among dropped or chosen files and folders that may be reports, in the order they
    /// are imported in. Answers `FoundFiles`.
    FindFiles {
        /// Files and folders.
        paths: Vec<String>,
    },
    /// An imported report with its doubts. Answers `Review`.
    LoadReview {
        /// Which.
        report: ReportId,
    },
    /// Says one thing about some doubts: a yes changes the report as proposed, `open` takes an
    /// answer back with what it changed. All of it or nothing. Answers `Review`.
    AnswerDoubts {
        /// The report.
        report: ReportId,
        /// Their positions.
        doubts: Vec<u32>,
        /// What is said.
        answer: DoubtState,
    },
    /// The lines of the file a report was imported from. Answers `OriginalText`.
    LoadOriginal {
        /// The report.
        report: ReportId,
    },
    /// The file a report was imported from. Answers bytes, not JSON.
    LoadOriginalBytes {
        /// The report.
        report: ReportId,
    },
    /// Writes the file a report was imported from, byte for byte. Answers `Exported`.
    SaveOriginal {
        /// The report.
        report: ReportId,
        /// Where; a folder takes the file's own name.
        path: String,
    },
    /// The words that only the original has, or only the report. Answers `TextComparison`.
    CompareOriginal {
        /// The report.
        report: ReportId,
    },
    /// What differs between two reports of one meeting. Answers `Comparison`.
    CompareReports {
        /// The earlier.
        report: ReportId,
        /// The later.
        with: ReportId,
    },
    /// Lets a report go on with the content of a newer one, which is gone then; what it held is
    /// kept among its versions. Answers `TakenAsVersion`.
    TakeAsVersion {
        /// The newer one.
        report: ReportId,
        /// The one that goes on.
        of: ReportId,
    },
    /// Searches the reports in use, newest meeting first. Every word must be there, the last may be
    /// a beginning, words in quotation marks stand side by side. Nothing typed finds the meetings
    /// themselves. Answers `SearchResults`.
    Search {
        /// What was typed; no sign in it can be wrong.
        query: String,
        /// Where to look.
        #[serde(default)]
        filters: SearchFilters,
        /// How many passages at most.
        limit: u32,
    },
    /// The sections of earlier meetings of the same series on an agenda item, also where it was
    /// worded otherwise, newest first. Answers `EarlierSections`.
    FindEarlierSections {
        /// The report that is being written.
        report: ReportId,
        /// The title of the item.
        title: String,
        /// How many sections at most.
        limit: u32,
    },
    /// A whole report to read beside another. Answers `EarlierReport`.
    LoadEarlierReport {
        /// Which.
        report: ReportId,
    },

    /// People whose name or organisation begins with the words of a query, those of the
    /// series' last meetings first. Answers `Vec<PersonOffer>`.
    FindPeople {
        /// What was typed; two letters are enough.
        query: String,
        /// The series being written for.
        series: Option<SeriesId>,
        /// How many at most.
        limit: u32,
    },
    /// Those who took part in the last meetings of a series before a date, most often first.
    /// Answers `Vec<PersonOffer>`.
    OfferParticipants {
        /// The series.
        series: SeriesId,
        /// Meetings before this day; all if none.
        before: Option<NaiveDate>,
    },
    /// Takes lines such as `Manal Ismail, Independent Expert` apart, one person a line; stores
    /// nothing. Answers `Vec<ParticipantLine>`.
    ReadParticipants {
        /// The lines as pasted.
        text: String,
        /// The series being written for.
        series: Option<SeriesId>,
    },
    /// Reads a pasted transcript or chat log and says who of the report's people each speaker
    /// may be; stores nothing. Answers `Transcript`.
    ReadTranscript {
        /// The text as pasted: WebVTT, a saved chat, or lines such as `Name: words`.
        text: String,
        /// The report it is about, for matching.
        report: Option<ReportId>,
    },
    /// Reads the file of a transcript or chat log likewise. Answers `Transcript`.
    ReadTranscriptFile {
        /// The file.
        path: String,
        /// The report it is about, for matching.
        report: Option<ReportId>,
    },
    /// Keeps a person in the directory, new or changed. Answers `PersonOffer`.
    SavePerson {
        /// Who; none for a new person.
        person: Option<PersonId>,
        /// The name.
        name: PersonName,
        /// The role from `since` on.
        role: Option<String>,
        /// The status from `since` on.
        status: Option<String>,
        /// The organisation from `since` on.
        organisation: Option<String>,
        /// The first day this holds; without one, today where it changes what was known.
        since: Option<NaiveDate>,
    },
    /// All that is known of a person. Answers `PersonPage`.
    LoadPerson {
        /// Who.
        person: PersonId,
    },
    /// Keeps what is for the secretariat alone: contact, notes, other forms of the name. Answers
    /// `PersonPage`.
    SavePersonDetails {
        /// Who.
        person: PersonId,
        /// All of it.
        details: PersonDetails,
    },
    /// Keeps another spelling of a person's name, or forgets one. Answers `PersonPage`.
    SetSpelling {
        /// Who.
        person: PersonId,
        /// The name as it is also written.
        name: PersonName,
        /// Whether to keep it.
        known: bool,
    },
    /// Pairs of people who may be one and whom nobody answered about, strongest first; merges
    /// nobody. Answers `Vec<Duplicate>`.
    ListDuplicates {
        /// How many at most.
        limit: u32,
    },
    /// Lets one person count as another, with all reports, affiliations and spellings. Answers
    /// `PersonPage` of the one who is kept.
    MergePeople {
        /// Who is kept.
        keep: PersonId,
        /// Who counts as that person from now on.
        merge: PersonId,
    },
    /// The merges in force, latest first. Answers `Vec<Merged>`.
    ListMerges,
    /// Takes a merge back, whenever it was made. Answers `PersonPage` of the one who was merged.
    UndoMerge {
        /// Who was merged.
        person: PersonId,
    },
    /// Remembers that two people are not the same, or forgets it. Answers `null`.
    NotTheSamePerson {
        /// One of them.
        one: PersonId,
        /// The other.
        other: PersonId,
        /// Whether they are two people; false takes that back.
        distinct: bool,
    },
    /// The list of nicknames that names are matched by, as text. Answers `String`.
    GetNicknames,
    /// Keeps another list of nicknames: on each line a name, a colon and its other forms.
    /// Answers `String`.
    SetNicknames {
        /// The list; none brings back the one that comes along.
        list: Option<String>,
    },
    /// Reads a list of people, says what its columns seem to be and whom of the directory each
    /// person may be; stores nothing. Answers `ReadList`.
    ReadList {
        /// Where it comes from.
        source: ListSource,
        /// What each column is, where the user said so; else it is guessed.
        fields: Option<Vec<Option<Field>>>,
        /// The series being written for.
        series: Option<SeriesId>,
    },
    /// Adds people of a list to the directory, all or none. Answers `Addition`.
    AddPeople {
        /// Where they come from, for whoever looks later: a file's name.
        source: String,
        /// Who.
        people: Vec<AddedPerson>,
        /// The first day changed affiliations hold; none for today.
        since: Option<NaiveDate>,
    },
    /// Takes an addition back; who is on a report by now stays. Answers `Vec<PersonOffer>`: those
    /// who stayed.
    UndoAddition {
        /// Which.
        addition: AdditionId,
    },
    /// Writes a list of people to a file. Answers `Exported`.
    ExportPeople {
        /// What, and how.
        list: PeopleExport,
        /// A file, or a folder.
        path: String,
    },
    /// The report's people in the template's order; stores nothing. Answers `Vec<Participant>`.
    SortParticipants {
        /// The report.
        content: Report,
        /// Its template.
        template: TemplateId,
    },

    /// Copies the library to a file. Answers `Exported`.
    BackUp {
        /// Where.
        path: String,
    },
    /// Examines the library. Answers `Vec<Finding>`; empty when it is sound.
    Doctor,
    /// A small thing the window remembers, such as the open report. Answers `Option<String>`.
    GetSetting {
        /// Its name.
        name: String,
    },
    /// Remembers it. Answers `Option<String>`, the value before.
    SetSetting {
        /// Its name.
        name: String,
        /// Its value; none forgets it.
        value: Option<String>,
    },

    /// What is asked about checking; each variant says its answer.
    #[serde(untagged)]
    Check(CheckRequest),
    /// What is asked about templates; each variant says its answer.
    #[serde(untagged)]
    Template(TemplateRequest),
    /// What is asked about a person of the directory; each variant says its answer.
    #[serde(untagged)]
    Directory(DirectoryRequest),
}

/// The formats a report is exported in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum ExportFormat {
    /// Office Open XML (ECMA-376).
    Docx,
    /// Tagged PDF (PDF/UA-1).
    Pdf,
    /// Plain text for mail.
    Txt,
    /// Markdown (CommonMark).
    Md,
}
