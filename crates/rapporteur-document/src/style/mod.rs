//! The house style: what a template is, and how it turns a report into printed blocks.
//!
//! Called by `rapporteur-core`; the writers take its [`Printed`]. It sees only the model.
//! Deliberately absent: fonts, pages and file formats (`write`).

mod generated;
mod look;
mod printed;
mod template;

pub use generated::{Generated, GeneratedEntry, GeneratedHeadings, GeneratedItem};
pub use look::{Length, PageLook, PageSize};
pub use printed::{
    Heading, HeadingNumber, List, ListEntry, NumberFormat, Printed, PrintedBlock, Run, Warning,
    run_text,
};
pub use template::{
    AgendaRules, GroupName, Headings, NamingRule, NextMeetingPlace, ParticipantOrder,
    ParticipantRules, Precedence, SectionRules, Sentences, StandingItem, Template, TextRules,
    TitleBlock,
};
