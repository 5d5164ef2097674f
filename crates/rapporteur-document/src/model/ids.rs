//! Identifiers: newtypes over UUIDs, so that a person is never taken for a report.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(as = "String", export)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

id! {
    /// A report in a library.
    ReportId,
    /// A series of meetings.
    SeriesId,
    /// One version of a template; a version never changes.
    TemplateId,
    /// A person in the directory of a library.
    PersonId,
    /// What was added to the directory from one list.
    AdditionId,
    /// An agenda item within one report.
    AgendaItemId,
    /// Somebody a report names: a participant, an apology, a person who is only mentioned.
    ParticipantId,
}
