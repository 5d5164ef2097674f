//! What is answered about the house style: findings, what is left of them, and the rules.

use rapporteur_document::check::{Finding, Severity};
use rapporteur_document::model::{ReportId, SeriesId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
