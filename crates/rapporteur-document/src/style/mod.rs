//! The house style: what a template is, and how it turns a report into printed blocks.
//!
//! Called by `rapporteur-core`; the writers take its [`Printed`]. It sees only the model.
//! Deliberately absent: fonts, pages and file formats (`write`).

mod generated;
mod logo;
mod look;
mod naming;
mod order;
mod ordinal;
mod print;
mod printed;
mod problems;
mod quotes;
mod template;
mod template_file;
mod values;
mod wording;

pub use generated::{Generated, GeneratedEntry, GeneratedHeadings, GeneratedItem};
pub use logo::{Logo, Picture, PictureFormat, Pixels};
pub use look::{DOCX_FONTS, Length, Margins, PageLook, PageSize, Typeface};
pub use order::sorted;
pub use ordinal::ordinal;
pub use print::{generate, print};
pub use printed::{
    Heading, HeadingNumber, List, ListEntry, NumberFormat, Printed, PrintedBlock, Run, Warning,
    run_text,
};
pub use template::{
    AgendaRules, GroupName, Headings, Naming, NamingRule, NextMeetingPlace, ParticipantOrder,
    ParticipantRules, Precedence, SectionRules, Sentences, StandingItem, Template, TextRules,
    TitleBlock,
};
pub use wording::{own_placeholders, placeholders};
