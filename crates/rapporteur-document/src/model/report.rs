//! A report: everything its printed form is generated from.

use super::{AgendaItem, Attendance, Block, Meeting, NextMeeting, Participant, ParticipantId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One Summary Report as data.
///
/// Invariant: every `ParticipantId` used anywhere in it is one of `participants`
/// ([`Report::validate`](Report::validate) says where not).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Report {
    /// The meeting it reports on.
    pub meeting: Meeting,
    /// How far the report has come.
    pub state: ReportState,
    /// Text between the opening sentences and the agenda; usually none.
    #[serde(default)]
    pub opening: Vec<Block>,
    /// The agenda, each item with its section.
    pub agenda: Vec<AgendaItem>,
    /// What is to be done, by whom, until when.
    #[serde(default)]
    pub next_steps: Vec<NextStep>,
    /// When the group meets next.
    pub next_meeting: NextMeeting,
    /// Everybody the report names, in the order of the list.
    pub participants: Vec<Participant>,
}

/// How far a report has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ReportState {
    /// Being written; printed with a mark.
    #[default]
    Draft,
    /// With the co-chairs; printed with a mark.
    InReview,
    /// Published.
    Final,
}

/// An action announced by the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct NextStep {
    /// What is to be done.
    pub action: String,
    /// Who does it.
    #[serde(default)]
    pub owner: Option<Owner>,
    /// Until when.
    #[serde(default)]
    pub due: Option<NaiveDate>,
}

/// Who does a next step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
pub enum Owner {
    /// Somebody the report names.
    Participant {
        /// One of the report's participants.
        participant: ParticipantId,
    },
    /// Anybody else, such as `Co-chairs` or `Secretariat`.
    Other {
        /// As printed.
        name: String,
    },
}

impl Report {
    /// The participant with this id.
    pub fn participant(&self, id: ParticipantId) -> Option<&Participant> {
        self.participants.iter().find(|participant| participant.id == id)
    }

    /// Those known in this way, in the order of the list.
    pub fn with_attendance(&self, attendance: Attendance) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(move |participant| participant.attendance == attendance)
    }
}
