//! The people a report names, as it printed them.

use super::{ParticipantId, PersonId, PersonName};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Somebody a report names, with the affiliation held at that meeting.
///
/// The report keeps this copy: the directory may change later, a published list does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Participant {
    /// What speakers in the text refer to.
    pub id: ParticipantId,
    /// The person in the directory, once known.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The name.
    pub name: PersonName,
    /// The role in the group, such as `Group's Co-Chair`.
    #[serde(default)]
    pub role: Option<String>,
    /// The standing, such as `IGF MAG member` or `former IGF MAG Chair`.
    #[serde(default)]
    pub status: Option<String>,
    /// The organisation, such as `Government of Italy`.
    #[serde(default)]
    pub organisation: Option<String>,
    /// Whether this person was there.
    #[serde(default)]
    pub attendance: Attendance,
}

/// How a report knows somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Attendance {
    /// On the list of participants.
    #[default]
    Present,
    /// Sent apologies.
    Apologies,
    /// Named in the text only.
    Mentioned,
}

impl Participant {
    /// Role, status and organisation, in this order, without the missing ones.
    pub fn affiliation_parts(&self) -> Vec<&str> {
        [&self.role, &self.status, &self.organisation]
            .into_iter()
            .filter_map(|part| part.as_deref())
            .filter(|part| !part.trim().is_empty())
            .collect()
    }
}
