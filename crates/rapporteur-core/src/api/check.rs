//! What may be asked about the house style, and what is answered: findings, what is left of
//! them, the rules, the register of terms.

use super::{ExportFormat, Response};
use crate::clock::Clock;
use crate::error::Error;
use crate::library::Library;
use crate::{check, exchange, storage};
use rapporteur_document::check::{Finding, RegisterFile, Severity};
use rapporteur_document::model::{Report, ReportId, SeriesId, TemplateId};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::PoisonError;
use ts_rs::TS;

/// One request about checking; in JSON like every other request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "request", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
pub enum CheckRequest {
    /// What a careful editor would mark in a report as it is on the page. Answers `CheckedReport`.
    CheckReport {
        /// The report as it is on the page, stored or not.
        content: Box<Report>,
        /// Its template.
        template: TemplateId,
        /// Its series, whose other reports it is compared with.
        series: SeriesId,
        /// Which stored report it is, so that it is not compared with itself.
        report: Option<ReportId>,
    },
    /// What a careful editor would mark in a file; stores nothing. Answers `Vec<check::Finding>`.
    CheckFile {
        /// The file.
        path: String,
    },
    /// The same for a report as it is stored, with the lines of its plain text. Answers `CheckedReport`.
    CheckStored {
        /// Which.
        report: ReportId,
    },
    /// Writes what is open in a stored report to a file, as text or PDF. Answers `Exported`.
    ExportFindings {
        /// Which.
        report: ReportId,
        /// As what.
        format: ExportFormat,
        /// Where; a folder takes a name made of the report's.
        path: String,
    },
    /// The rules of the house style, with examples. Answers `Vec<RuleDescription>`.
    ListRules,
    /// What is left in a report, its own, its series' and for all. Answers `Vec<Exception>`.
    ListExceptions {
        /// Which.
        report: ReportId,
    },
    /// Leaves words a rule marks, or switches a rule off. Answers `Done`.
    MakeException {
        /// What, where and why.
        exception: Exception,
    },
    /// Takes that back. Answers `Done`.
    RemoveException {
        /// Which: its rule, words and scope.
        exception: Exception,
    },
    /// What the users of this library add to the register of terms and wordings, for all reports
    /// or for those of a series. Answers `RegisterFile`.
    LoadRegister {
        /// The series; none for all reports.
        series: Option<SeriesId>,
    },
    /// Stores it. Answers `RegisterFile`, what was stored before.
    SaveRegister {
        /// The series; none for all reports.
        series: Option<SeriesId>,
        /// All of it.
        register: RegisterFile,
    },
    /// Stores what a file holds instead. Answers `RegisterFile`, what is stored now.
    ImportRegister {
        /// The series; none for all reports.
        series: Option<SeriesId>,
        /// The file (TOML).
        path: String,
    },
    /// Writes it to a file. Answers `Exported`.
    ExportRegister {
        /// The series; none for all reports.
        series: Option<SeriesId>,
        /// Where; a folder takes `register.toml`.
        path: String,
    },
}

/// What a careful editor would mark in a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Checked {
    /// What is open, in the order of the report.
    pub open: Vec<Finding>,
    /// What somebody decided to leave.
    pub left: Vec<LeftFinding>,
}

/// A finding somebody decided to leave, and the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LeftFinding {
    /// What was found.
    pub finding: Finding,
    /// The decision.
    pub exception: Exception,
}

/// What the checker is to leave. Two with the same rule, words and scope are one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Exception {
    /// The code of the rule.
    pub rule: String,
    /// The words it marks; none switches the rule off.
    pub quote: Option<String>,
    /// Where it holds.
    pub scope: ExceptionScope,
    /// Why, in the user's words; may be empty.
    pub reason: String,
    /// When it was made (UTC, ISO 8601); whoever asks leaves it empty.
    #[serde(default)]
    pub made_at: String,
}

/// Where an exception holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ExceptionScope {
    /// In one report.
    Report(ReportId),
    /// In the reports of a series.
    Series(SeriesId),
    /// In all reports.
    Library,
}

/// A rule of the house style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RuleDescription {
    /// Its code, such as `ORD-1`.
    pub code: String,
    /// What its family is about, such as `Ordinal numbers`.
    pub family: String,
    /// Why it is a rule, in a sentence.
    pub reason: String,
    /// How sure a finding is that something is wrong.
    pub severity: Severity,
    /// Words it marks, each with what would stand instead.
    pub wrong: Vec<RuleExample>,
    /// Words it leaves alone.
    pub right: Vec<String>,
}

/// Words a rule marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RuleExample {
    /// The words.
    pub quote: String,
    /// What would stand instead; none where only a person can say.
    pub instead: Option<String>,
}

pub(super) fn answer(
    library: &mut Library,
    clock: &dyn Clock,
    request: CheckRequest,
) -> Result<Response, Error> {
    let db = library.connection();
    Ok(match request {
        CheckRequest::CheckReport { content, template, series, report } => {
            // What a check that failed left is not to be relied on.
            let mut remembered = library.checked.lock().unwrap_or_else(PoisonError::into_inner);
            let mut own = std::mem::take(&mut *remembered);
            let review = check::report(db, &mut own, &content, template, series, report)?;
            *remembered = own;
            Response::CheckedReport(review)
        }
        CheckRequest::CheckFile { path } => {
            Response::Checked(check::file(library, Path::new(&path), clock)?)
        }
        CheckRequest::CheckStored { report } => Response::CheckedReport(check::stored(db, report)?),
        CheckRequest::ExportFindings { report, format, path } => {
            Response::Exported(exchange::export_findings(library, report, format, &path)?)
        }
        CheckRequest::ListRules => Response::Rules(check::rules()),
        CheckRequest::ListExceptions { report } => {
            Response::Exceptions(check::exceptions(db, report)?)
        }
        CheckRequest::MakeException { exception } => {
            Response::Done(library.write(|db| check::make_exception(db, exception, clock))?)
        }
        CheckRequest::RemoveException { exception } => {
            Response::Done(library.write(|db| Ok(storage::exceptions::remove(db, &exception)?))?)
        }
        CheckRequest::LoadRegister { series } => {
            Response::Register(Box::new(check::register::load(db, series)?))
        }
        CheckRequest::SaveRegister { series, register } => Response::Register(Box::new(
            library.write(|db| check::register::save(db, series, &register))?,
        )),
        CheckRequest::ImportRegister { series, path } => {
            let file = exchange::read_text(Path::new(&path))?;
            Response::Register(Box::new(
                library.write(|db| check::register::import(db, series, &file))?,
            ))
        }
        CheckRequest::ExportRegister { series, path } => {
            let file = check::register::load(db, series)?.to_toml()?;
            Response::Exported(exchange::export_text(&path, "register.toml", file)?)
        }
    })
}
