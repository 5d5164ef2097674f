//! Answering: each request is one operation of the crate.

use super::{
    Addition, AttendanceFigures, Checked, Contribution, DirectoryChange, DraftNaming, Duplicate,
    EarlierReport, EarlierSections, Exception, Exported, Finding, FoundFiles, HeldOnPerson,
    Imported, LibraryDescription, Merged, OriginalText, ParticipantLine, PersonOffer, PersonPage,
    PrivacyRecord, Proposal, ProposedDay, ReadList, Refusal, RefusalCode, ReportSpeakers,
    ReportSummary, Request, Review, RuleDescription, Saved, SearchResults, Series, StoredReport,
    TakenAsVersion, TemplateChoices, TemplateSummary, Transcript, Version, check, directory,
    template,
};
use crate::clock::Clock;
use crate::error::Error;
use crate::exchange::Incoming;
use crate::library::Library;
use crate::people::{self, Kept};
use crate::reading::Reader;
use crate::storage::{self, schema};
use crate::{exchange, reference, reports, review, sample, search, series, templates, transcript};
use rapporteur_document::check::RegisterFile;
use rapporteur_document::compare::{Comparison, TextComparison};
use rapporteur_document::model::{Invalid, Participant, Report};
use rapporteur_document::read::Recognised;
use rapporteur_document::style::{self, Generated, Logo, Template};
use serde::Serialize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// What is answered; its JSON is the value alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Response {
    /// To `DescribeLibrary` and `AddSampleData`.
    Library(LibraryDescription),
    /// To `ListSeries`.
    SeriesList(Vec<Series>),
    /// To every request that makes or changes a series.
    Series(Series),
    /// To `ListReports`.
    Reports(Vec<ReportSummary>),
    /// To `DeleteReport` and `RestoreReport`.
    ReportSummary(ReportSummary),
    /// To `LoadReport`, `CreateReport` and `DuplicateReport`.
    Report(Box<StoredReport>),
    /// To `ProposeNextMeeting`.
    ProposedDay(Option<ProposedDay>),
    /// To `ProposeReport`.
    Proposal(Box<Proposal>),
    /// To `SaveReport`.
    Saved(Saved),
    /// To `EraseReport` and `EmptyBin`: how many reports are gone.
    Erased(u32),
    /// To `ListVersions` and `KeepVersion`.
    Versions(Vec<Version>),
    /// To `LoadVersion`.
    Content(Box<Report>),
    /// To `CompareVersions` and `CompareReports`.
    Comparison(Box<Comparison>),
    /// To `Generate`.
    Generated(Box<Generated>),
    /// To `Preview`, `PreviewTemplate` and `LoadOriginalBytes`.
    Bytes(Vec<u8>),
    /// To every request that writes a file.
    Exported(Exported),
    /// To `ReadReport` and `ReadPictures`.
    Recognised(Box<Recognised>),
    /// To `ImportReports`.
    ImportedList(Vec<Imported>),
    /// To `FindFiles`.
    Files(FoundFiles),
    /// To `LoadReview` and `AnswerDoubts`.
    Review(Box<Review>),
    /// To `LoadOriginal`.
    OriginalText(OriginalText),
    /// To `CompareOriginal`.
    TextComparison(TextComparison),
    /// To `TakeAsVersion`.
    TakenAsVersion(Box<TakenAsVersion>),
    /// To `ListTemplates` and `DeleteTemplate`.
    Templates(Vec<TemplateSummary>),
    /// To `LoadTemplate`.
    Template(Box<Template>),
    /// To `ListTemplateChoices`.
    TemplateChoices(TemplateChoices),
    /// To `CheckTemplate`.
    Problems(Vec<Invalid>),
    /// To every request that stores a template.
    TemplateSummary(TemplateSummary),
    /// To `ReadLogo`.
    Logo(Box<Logo>),
    /// To `FindPeople`, `OfferParticipants` and `UndoAddition`.
    People(Vec<PersonOffer>),
    /// To `ReadParticipants`.
    Lines(Vec<ParticipantLine>),
    /// To `ReadList`.
    ReadList(Box<ReadList>),
    /// To `AddPeople`.
    Addition(Addition),
    /// To `ReadTranscript` and `ReadTranscriptFile`.
    Transcript(Transcript),
    /// To `SavePerson`.
    Person(PersonOffer),
    /// To `LoadPerson`, `SavePersonDetails`, `SetSpelling`, `MergePeople` and `UndoMerge`.
    PersonPage(Box<PersonPage>),
    /// To `ListDuplicates`.
    Duplicates(Vec<Duplicate>),
    /// To `ListMerges`.
    Merges(Vec<Merged>),
    /// To `ListDirectoryChanges`.
    DirectoryChanges(Vec<DirectoryChange>),
    /// To `ListContributions`.
    Contributions(Vec<Contribution>),
    /// To `ListSpeakers`.
    Speakers(ReportSpeakers),
    /// To `ListDraftsNaming`.
    DraftsNaming(Vec<DraftNaming>),
    /// To `CountAttendance`.
    Attendance(AttendanceFigures),
    /// To `AnonymisePerson`, `RemovePerson` and `ClosePrivacyRecord`.
    PrivacyRecord(PrivacyRecord),
    /// To `ListPrivacyRecords`.
    PrivacyRecords(Vec<PrivacyRecord>),
    /// To `LoadHeldOnPerson`.
    Held(Box<HeldOnPerson>),
    /// To `GetNicknames` and `SetNicknames`.
    Text(String),
    /// To `NotTheSamePerson`, `UndoDirectoryChange`, `MakeException` and `RemoveException`: done,
    /// and nothing to say.
    Done(()),
    /// To `SortParticipants`.
    Participants(Vec<Participant>),
    /// To `Doctor`.
    Findings(Vec<Finding>),
    /// To `Search`.
    SearchResults(SearchResults),
    /// To `FindEarlierSections`.
    EarlierSections(EarlierSections),
    /// To `LoadEarlierReport`.
    EarlierReport(Box<EarlierReport>),
    /// To `CheckReport` and `CheckStored`.
    CheckedReport(Checked),
    /// To `CheckFile`.
    Checked(Vec<rapporteur_document::check::Finding>),
    /// To `ListExceptions`.
    Exceptions(Vec<Exception>),
    /// To every request about the register.
    Register(Box<RegisterFile>),
    /// To `ListRules`.
    Rules(Vec<RuleDescription>),
    /// To `GetSetting` and `SetSetting`.
    Setting(Option<String>),
}

/// A request with what could be read for it before the library is needed.
pub struct Prepared {
    request: Request,
    read: Option<Result<Incoming, Error>>,
}

impl From<Request> for Prepared {
    fn from(request: Request) -> Self {
        Self { request, read: None }
    }
}

/// Reads the file that a request is about, so that whoever shares the library need not wait while
/// it is read. Of several files only the first is, lest all of them be in memory.
pub fn prepare(request: Request, reader: &dyn Reader) -> Prepared {
    let path = match &request {
        Request::ReadReport { path } => Some(path),
        Request::ImportReports { paths, .. } => paths.first(),
        _ => None,
    };
    let read = path.map(|path| exchange::read(Path::new(path), reader));
    Prepared { request, read }
}

/// Answers one request, prepared or not.
///
/// # Errors
/// A [`Refusal`] says why it was not done; nothing was changed then. A fault of ours is caught
/// and refused as [`RefusalCode::Internal`].
pub fn handle(
    library: &mut Library,
    clock: &dyn Clock,
    request: impl Into<Prepared>,
) -> Result<Response, Refusal> {
    let request = request.into();
    match catch_unwind(AssertUnwindSafe(|| answer(library, clock, request))) {
        Ok(answer) => answer.map_err(Refusal::from),
        Err(_) => Err(Refusal {
            code: RefusalCode::Internal,
            message: "Rapporteur made a mistake and did not do this. Your stored reports are safe; try again, or close the window and open it again.".to_owned(),
            fields: vec![],
        }),
    }
}

fn answer(library: &mut Library, clock: &dyn Clock, asked: Prepared) -> Result<Response, Error> {
    let Prepared { request, read } = asked;
    let db = library.connection();
    Ok(match request {
        Request::DescribeLibrary => Response::Library(describe(library)?),
        Request::AddSampleData => {
            library.write(|transaction| sample::fill(transaction, clock))?;
            Response::Library(describe(library)?)
        }
        Request::ListSeries => Response::SeriesList(storage::series::all(db)?),
        Request::CreateSeries { name, template } => {
            Response::Series(library.write(|db| series::create(db, &name, template, clock))?)
        }
        Request::SetSeriesTemplate { series, template } => {
            Response::Series(library.write(|db| series::set_template(db, series, template))?)
        }
        Request::ArchiveSeries { series } => {
            let now = library.stamp(clock);
            Response::Series(library.write(|db| series::set_archived(db, series, Some(&now)))?)
        }
        Request::UnarchiveSeries { series } => {
            Response::Series(library.write(|db| series::set_archived(db, series, None))?)
        }
        Request::ListReports { series, deleted } => {
            Response::Reports(storage::reports::list(db, series, deleted)?)
        }
        Request::LoadReport { report } => Response::Report(Box::new(reports::load(db, report)?)),
        Request::ProposeNextMeeting { series, after } => {
            Response::ProposedDay(reports::propose_next_meeting(db, series, after)?)
        }
        Request::ProposeReport { series, from } => {
            Response::Proposal(Box::new(reports::propose(db, series, from, clock)?))
        }
        Request::CreateReport { series, content } => {
            let report = library.write(|db| {
                let id = reports::create(db, series, content, false, clock)?;
                reports::load(db, id)
            })?;
            Response::Report(Box::new(report))
        }
        Request::DuplicateReport { report } => {
            let report = library.write(|db| {
                let id = reports::duplicate(db, report, clock)?;
                reports::load(db, id)
            })?;
            Response::Report(Box::new(report))
        }
        Request::SaveReport { report, base_revision, content } => Response::Saved(
            library.write(|db| reports::save(db, report, base_revision, &content, clock))?,
        ),
        Request::DeleteReport { report } => {
            let now = library.stamp(clock);
            Response::ReportSummary(
                library.write(|db| reports::set_deleted(db, report, Some(&now)))?,
            )
        }
        Request::RestoreReport { report } => {
            Response::ReportSummary(library.write(|db| reports::set_deleted(db, report, None))?)
        }
        Request::EraseReport { report } => {
            library.write(|db| reports::erase(db, report))?;
            Response::Erased(1)
        }
        Request::EmptyBin => Response::Erased(library.write(|db| reports::empty_bin(db))?),
        Request::ListVersions { report } => Response::Versions(reports::versions(db, report)?),
        Request::LoadVersion { report, revision } => {
            Response::Content(Box::new(reports::content_of_version(db, report, revision)?))
        }
        Request::CompareVersions { report, revision, with } => {
            Response::Comparison(Box::new(reports::compare(db, report, revision, with)?))
        }
        Request::KeepVersion { report, name } => Response::Versions(
            library.write(|db| reports::keep_version(db, report, name.as_deref()))?,
        ),
        Request::Generate { content, template } => {
            let template = templates::load(db, template)?;
            Response::Generated(Box::new(style::generate(&content, &template)?))
        }
        Request::Preview { content, template } => {
            let template = templates::load(db, template)?;
            Response::Bytes(exchange::preview(library, &content, &template)?)
        }
        Request::ExportReport { report, format, path } => {
            Response::Exported(exchange::export_report(library, report, format, &path)?)
        }
        Request::ReadReport { path } => {
            let read = read.unwrap_or_else(|| exchange::read(Path::new(&path), library.reader()));
            Response::Recognised(Box::new(read?.recognised()))
        }
        Request::ReadPictures { path } => {
            Response::Recognised(Box::new(exchange::read_pictures(Path::new(&path))?))
        }
        Request::ImportReports { paths, series } => {
            Response::ImportedList(exchange::import(library, &paths, series, read, clock))
        }
        Request::FindFiles { paths } => Response::Files(exchange::find_files(&paths)),
        Request::LoadReview { report } => Response::Review(Box::new(review::load(db, report)?)),
        Request::AnswerDoubts { report, doubts, answer } => Response::Review(Box::new(
            library.write(|db| review::answer(db, report, &doubts, answer, clock))?,
        )),
        Request::LoadOriginal { report } => Response::OriginalText(review::text(library, report)?),
        Request::LoadOriginalBytes { report } => Response::Bytes(review::bytes(db, report)?),
        Request::SaveOriginal { report, path } => {
            Response::Exported(review::save(library, report, &path)?)
        }
        Request::CompareOriginal { report } => {
            Response::TextComparison(review::compare_with_report(library, report)?)
        }
        Request::CompareReports { report, with } => {
            Response::Comparison(Box::new(review::compare_reports(db, report, with)?))
        }
        Request::TakeAsVersion { report, of } => Response::TakenAsVersion(Box::new(
            library.write(|db| review::take_as_version(db, report, of, clock))?,
        )),
        Request::Search { query, filters, limit } => {
            Response::SearchResults(search::search(db, &query, &filters, limit as usize)?)
        }
        Request::FindEarlierSections { report, title, limit } => Response::EarlierSections(
            reference::earlier_sections(db, report, &title, limit as usize)?,
        ),
        Request::LoadEarlierReport { report } => {
            Response::EarlierReport(Box::new(reference::earlier_report(db, report)?))
        }
        Request::FindPeople { query, series, limit } => {
            Response::People(people::find(db, &query, series, limit as usize)?)
        }
        Request::OfferParticipants { series, before } => {
            Response::People(people::offered(db, series, before)?)
        }
        Request::ReadParticipants { text, series } => {
            Response::Lines(people::read_lines(library, &text, series)?)
        }
        Request::ReadTranscript { text, report } => {
            Response::Transcript(transcript::read(db, &text, report)?)
        }
        Request::ReadTranscriptFile { path, report } => {
            let text = exchange::read_text(Path::new(&path))?;
            Response::Transcript(transcript::read(db, &text, report)?)
        }
        Request::SavePerson { person, name, role, status, organisation, since } => {
            let kept = Kept { person, name, role, status, organisation, since };
            Response::Person(library.write(|db| people::keep(db, &kept, clock))?)
        }
        Request::LoadPerson { person } => {
            Response::PersonPage(Box::new(people::page::load(db, person)?))
        }
        Request::SavePersonDetails { person, details } => Response::PersonPage(Box::new(
            library.write(|db| people::page::set_details(db, person, details, clock))?,
        )),
        Request::SetSpelling { person, name, known } => Response::PersonPage(Box::new(
            library.write(|db| people::page::set_spelling(db, person, &name, known, clock))?,
        )),
        Request::ListDuplicates { limit } => {
            Response::Duplicates(people::duplicates::list(db, limit as usize)?)
        }
        Request::MergePeople { keep, merge } => Response::PersonPage(Box::new(
            library.write(|db| people::duplicates::merge(db, keep, merge, clock))?,
        )),
        Request::ListMerges => Response::Merges(people::duplicates::merges(db)?),
        Request::UndoMerge { person } => Response::PersonPage(Box::new(
            library.write(|db| people::duplicates::undo(db, person))?,
        )),
        Request::NotTheSamePerson { one, other, distinct } => Response::Done(
            library
                .write(|db| people::duplicates::set_distinct(db, one, other, distinct, clock))?,
        ),
        Request::GetNicknames => Response::Text(people::nickname_list(db)?),
        Request::SetNicknames { list } => {
            Response::Text(library.write(|db| people::set_nicknames(db, list.as_deref(), clock))?)
        }
        Request::ReadList { source, fields, series } => {
            Response::ReadList(Box::new(exchange::read_list(db, &source, fields, series)?))
        }
        Request::AddPeople { source, people, since } => Response::Addition(
            library.write(|db| people::additions::add(db, &source, &people, since, clock))?,
        ),
        Request::UndoAddition { addition } => {
            Response::People(library.write(|db| people::additions::undo(db, addition))?)
        }
        Request::ExportPeople { list, path } => {
            Response::Exported(exchange::export_people(library, &list, &path, clock)?)
        }
        Request::SortParticipants { content, template } => {
            let template = templates::load(db, template)?;
            Response::Participants(style::sorted(&content, &template))
        }
        Request::Check(request) => check::answer(library, clock, request)?,
        Request::Template(request) => template::answer(library, clock, request)?,
        Request::Directory(request) => directory::answer(library, clock, request)?,
        Request::BackUp { path } => Response::Exported(back_up(library, &path)?),
        Request::Doctor => Response::Findings(examine(library, clock)?),
        Request::GetSetting { name } => Response::Setting(storage::settings::get(db, &name)?),
        Request::SetSetting { name, value } => Response::Setting(library.write(|db| {
            let before = storage::settings::get(db, &name)?;
            storage::settings::set(db, &name, value.as_deref())?;
            Ok(before)
        })?),
    })
}

fn describe(library: &Library) -> Result<LibraryDescription, Error> {
    let (reports, people) = storage::reports::counts(library.connection())?;
    Ok(LibraryDescription {
        path: library.path().to_string_lossy().into_owned(),
        reports,
        people,
        read_only: library.read_only().map(str::to_owned),
    })
}

fn back_up(library: &Library, path: &str) -> Result<Exported, Error> {
    let path = Path::new(path);
    library.back_up(path)?;
    let bytes =
        std::fs::metadata(path).map_err(|error| Error::file(path, "written", &error))?.len();
    Ok(Exported { path: path.to_string_lossy().into_owned(), bytes, warnings: vec![] })
}

fn examine(library: &Library, clock: &dyn Clock) -> Result<Vec<Finding>, Error> {
    let db = library.connection();
    let damage = schema::examine(db)?.into_iter().chain(storage::reports::unreadable(db)?);
    let mut findings: Vec<Finding> = damage
        .map(|what| Finding {
            message: format!("The library is damaged: {what}. Restore a backup."),
            serious: true,
        })
        .collect();
    let recent =
        library.last_backup().is_some_and(|day| clock.now() - day < chrono::TimeDelta::days(30));
    if !recent && !library.path().as_os_str().is_empty() {
        let message =
            "There is no backup from the last 30 days beside the library; make one with Back up.";
        findings.push(Finding { message: message.to_owned(), serious: false });
    }
    Ok(findings)
}
