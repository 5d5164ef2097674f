//! The report as data: a meeting, its agenda with one section per item, its people.
//!
//! These types are what the library stores, what the window edits and what the command line
//! prints; their JSON is one and the same. Deliberately absent: how anything looks on a page
//! (`style`) and anything that is generated from the data (ordinals, sentences, numbers).

mod agenda;
mod ids;
mod meeting;
mod participant;
mod person_name;
mod report;
mod text;
mod time;
mod validity;

pub use agenda::{AgendaItem, AgendaItemKind, Part, Section};
pub use ids::{AdditionId, AgendaItemId, ParticipantId, PersonId, ReportId, SeriesId, TemplateId};
pub use meeting::{Meeting, NextMeeting, Venue};
pub use participant::{Attendance, Participant};
pub use person_name::{PersonName, fold, is_honorific};
pub use report::{NextStep, Owner, Report, ReportState};
pub use text::{Block, Inline, ListItem, SpeakerForm, plain_text};
pub use time::TimeOfDay;
pub use validity::{Invalid, Limits};
