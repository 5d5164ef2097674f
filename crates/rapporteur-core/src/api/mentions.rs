//! What is answered about where reports name people.

use chrono::NaiveDate;
use rapporteur_document::model::{
    AgendaItemId, Attendance, ParticipantId, PersonName, ReportId, ReportState,
};
use rapporteur_document::naming;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What one report says of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Contribution {
    /// The report.
    pub report: ReportId,
    /// Its series' name.
    pub series_name: String,
    /// The number of its meeting.
    pub number: Option<u32>,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// How far the report has come.
    pub state: ReportState,
    /// How the report knows the person; none where only its text names them.
    pub attendance: Option<Attendance>,
    /// The passages that name the person, in the order of the report.
    pub passages: Vec<SpokenPassage>,
}

/// A passage that names a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SpokenPassage {
    /// The agenda item it stands under; none for the opening.
    pub item: Option<AgendaItemId>,
    /// The heading it stands under.
    pub heading: String,
    /// Its words.
    pub text: String,
    /// Whether the person speaks in it, or is only mentioned.
    pub speaks: bool,
    /// Where the name stands: from and to, in UTF-16 code units.
    pub marks: Vec<(u32, u32)>,
}

/// Who speaks in a report, against its list of participants.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReportSpeakers {
    /// Names of people who spoke and whom the report does not know.
    pub unknown: Vec<String>,
    /// Those who spoke and are not on the list.
    pub not_listed: Vec<ParticipantId>,
    /// Those on the list who are mentioned and never speak.
    pub only_mentioned: Vec<ParticipantId>,
    /// Those who sent apologies and spoke.
    pub apologies_but_spoke: Vec<ParticipantId>,
    /// Names that fit several people of the report.
    pub ambiguous: Vec<AmbiguousName>,
}

/// A name in the text that fits several people of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AmbiguousName {
    /// As written.
    pub words: String,
    /// Whom it fits.
    pub who: Vec<ParticipantId>,
}

impl From<naming::Ambiguous> for AmbiguousName {
    fn from(one: naming::Ambiguous) -> Self {
        Self { words: one.words, who: one.who }
    }
}

/// A way of naming people of a report while it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct WrittenName {
    /// As somebody writes it.
    pub words: String,
    /// Whom it may mean.
    pub who: Vec<ParticipantId>,
}

impl From<naming::WrittenName> for WrittenName {
    fn from(one: naming::WrittenName) -> Self {
        Self { words: one.words, who: one.who }
    }
}

/// A draft that prints another name of a person than the directory has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DraftNaming {
    /// The draft.
    pub report: ReportId,
    /// Its series' name.
    pub series_name: String,
    /// The number of its meeting.
    pub number: Option<u32>,
    /// As whom the draft knows the person.
    pub participant: ParticipantId,
    /// The name it prints.
    pub printed: PersonName,
}
