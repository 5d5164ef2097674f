//! The figures behind the pictures of attendance.

use chrono::NaiveDate;
use rapporteur_document::model::{PersonId, PersonName, ReportId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Attendance of a series, meeting by meeting and person by person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AttendanceFigures {
    /// The dated meetings, earliest first.
    pub meetings: Vec<MeetingFigures>,
    /// The kinds of affiliation, most frequent first; what is rare is counted as `Other`.
    pub kinds: Vec<String>,
    /// Everybody who attended, most frequent first.
    pub people: Vec<PersonFigures>,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct MeetingFigures {
    /// Its report.
    pub report: ReportId,
    /// Its number.
    pub number: Option<u32>,
    /// Its day.
    pub date: NaiveDate,
    /// How many were present.
    pub present: u32,
    /// How many of them had never been at a meeting of the series before.
    pub newcomers: u32,
    /// How many of them came back after they had missed the meeting before.
    pub returners: u32,
    /// How many of them there were of each kind of affiliation.
    pub by_kind: Vec<u32>,
}

/// One person's strip of meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PersonFigures {
    /// Who.
    pub person: PersonId,
    /// The name in the directory.
    pub name: PersonName,
    /// The places of the meetings attended, in the order of `meetings`.
    pub attended: Vec<u32>,
}
