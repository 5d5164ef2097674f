//! The meeting a report is about, and the one after it.

use super::{ParticipantId, TimeOfDay};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The facts of one meeting. What is not known yet is `None`, never guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Meeting {
    /// The name of the series it belongs to, such as `WG-Strategy`.
    #[serde(default)]
    pub series: String,
    /// The number of the meeting in its series, counted from 1.
    pub number: Option<u32>,
    /// The day, in the meeting's own time zone.
    pub date: Option<NaiveDate>,
    /// When it starts.
    pub time: Option<TimeOfDay>,
    /// The time zone as printed after the time, usually `UTC`.
    pub time_zone: String,
    /// Where it takes place.
    pub venue: Venue,
    /// Who moderated; one of the report's participants.
    pub moderator: Option<ParticipantId>,
    /// Who opened the meeting; without one the sentence about it is not printed.
    pub opened_by: Option<ParticipantId>,
    /// Whether a recording is available upon request.
    pub recording_available: bool,
}

/// Where a meeting takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
pub enum Venue {
    /// On the network only.
    Online,
    /// In a room only.
    InPerson {
        /// The place as printed, such as `Geneva, Palais des Nations`.
        place: String,
    },
    /// In a room and on the network.
    Hybrid {
        /// The place as printed.
        place: String,
    },
}

/// When the next meeting is; without a date it is still to be communicated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct NextMeeting {
    /// The day, if it is fixed.
    pub date: Option<NaiveDate>,
    /// The start, if it is fixed.
    pub time: Option<TimeOfDay>,
    /// The time zone as printed after the time.
    pub time_zone: String,
}
