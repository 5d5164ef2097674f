//! From what was read to a report to keep.

use super::Recognised;
use crate::model::{Meeting, NextMeeting, Report, ReportState, Venue};
use uuid::Uuid;

impl Recognised {
    /// The report to keep.
    pub fn into_report(self, _new_id: &mut dyn FnMut() -> Uuid) -> Report {
        let read = self.report;
        Report {
            meeting: Meeting {
                series: read.series.unwrap_or_default(),
                number: read.number,
                date: read.date,
                time: read.time,
                time_zone: read.time_zone.clone().unwrap_or_else(|| "UTC".to_owned()),
                venue: Venue::Online,
                moderator: None,
                opened_by: None,
                recording_available: read.recording,
            },
            state: ReportState::Final,
            opening: read.opening,
            agenda: vec![],
            next_steps: vec![],
            next_meeting: NextMeeting { date: None, time: None, time_zone: "UTC".to_owned() },
            participants: vec![],
        }
    }
}
