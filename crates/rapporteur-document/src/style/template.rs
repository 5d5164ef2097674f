//! A template: everything about a series' reports that is not the meeting itself.
//!
//! A template is a readable TOML file. Sentences in it are minijinja templates over the values
//! that `style::fill` documents. Deliberately absent: any knowledge of one particular group.

use super::{Logo, NumberFormat, PageLook};
use crate::model::AgendaItemKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The rules one series prints its reports by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Template {
    /// What the user calls it.
    pub name: String,
    /// The language of the reports (BCP 47).
    pub language: String,
    /// The group's names, each in force from its date on; the first needs none. Without any
    /// the group is called by the name of its series.
    #[serde(default)]
    pub groups: Vec<GroupName>,
    /// The lines above the Title, and the Title.
    pub title: TitleBlock,
    /// Every generated sentence.
    pub sentences: Sentences,
    /// The headings that are not agenda items.
    pub headings: Headings,
    /// The agenda.
    pub agenda: AgendaRules,
    /// The discussion.
    pub sections: SectionRules,
    /// How people are named in the text.
    pub naming: Naming,
    /// The list of participants.
    pub participants: ParticipantRules,
    /// Quotes.
    #[serde(default)]
    pub text: TextRules,
    /// The look of the page.
    #[serde(default)]
    pub page: PageLook,
    /// The picture above the title block.
    #[serde(default)]
    pub logo: Option<Logo>,
}

/// A name of the group and the day it came into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GroupName {
    /// The full name, such as `MAG Working Group on Strategy`.
    pub name: String,
    /// The short name, such as `WG-Strategy`.
    pub short_name: String,
    /// The first day it holds; none for the name from the beginning.
    #[serde(default)]
    pub from: Option<NaiveDate>,
}

/// The lines above the Title, and the Title: templates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct TitleBlock {
    /// The lines in order.
    pub lines: Vec<String>,
    /// The Title, such as `Summary Report`.
    pub title: String,
}

/// Every generated sentence: templates. An empty one prints nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Sentences {
    /// The paragraph that opens the report.
    pub opening: String,
    /// Who opened the meeting.
    pub opened: String,
    /// A section nobody said anything under.
    pub empty_item: String,
    /// The Secretariat's section when nobody of it was there.
    pub empty_secretariat: String,
    /// A fixed next meeting.
    pub next_meeting: String,
    /// A next meeting that is not fixed.
    pub next_meeting_open: String,
    /// One next step, over `action`, `owner` and `due`.
    pub next_step: String,
    /// The document title property.
    pub document_title: String,
    /// The left part of the header; the mark of the state stands on its right.
    #[serde(default)]
    pub header: String,
    /// The left part of the footer.
    pub footer: String,
    /// The page number, over `page` and `pages`.
    pub page_number: String,
    /// The file name without extension.
    pub file_name: String,
    /// The mark of a draft.
    pub draft_mark: String,
    /// The mark of a report in review.
    pub in_review_mark: String,
    /// The venue of a meeting on the network.
    pub venue_online: String,
    /// The venue of a meeting in a room, over `place`.
    pub venue_in_person: String,
    /// The venue of a meeting in both, over `place`.
    pub venue_hybrid: String,
}

/// The headings that are not agenda items. An empty one is not printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Headings {
    /// Over the agenda.
    pub agenda: String,
    /// Over the sections.
    pub discussion: String,
    /// Over the next steps.
    pub next_steps: String,
    /// Over the next meeting, where it has its own heading.
    pub next_meeting: String,
    /// Over the participants.
    pub participants: String,
    /// Over the apologies.
    pub apologies: String,
}

/// The agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct AgendaRules {
    /// How each level counts, outermost first.
    pub numbers: [NumberFormat; 3],
    /// The items every new report begins with.
    pub standing: Vec<StandingItem>,
}

/// An agenda item of every meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct StandingItem {
    /// Its title.
    pub title: String,
    /// What is special about it.
    #[serde(default)]
    pub kind: AgendaItemKind,
}

/// The discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct SectionRules {
    /// How headings count: sections, lettered parts, parts of parts.
    pub numbers: [NumberFormat; 3],
    /// Where the next meeting is announced.
    pub next_meeting: NextMeetingPlace,
}

/// Where the next meeting is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NextMeetingPlace {
    /// At the end of the section of any other business; under its own heading where a report has none.
    AnyOtherBusiness,
    /// Under its own heading after the sections.
    OwnHeading,
}

/// How people are named in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Naming {
    /// How speakers are named.
    pub speakers: NamingRule,
}

/// How a speaker is named in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NamingRule {
    /// Full name at the first mention, the opening sentences included, the given name after
    /// it; people who share a given name keep their full names.
    FullThenGiven,
    /// Always the full name.
    AlwaysFull,
    /// Always the given name, except for people who share one.
    AlwaysGiven,
}

/// The list of participants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ParticipantRules {
    /// One entry: a template over `name`, `given`, `family`, `role`, `status`, `organisation`
    /// and `parts` (the affiliation parts that are there).
    pub entry: String,
    /// How the list counts.
    pub numbers: NumberFormat,
    /// The order the list is printed in.
    pub order: ParticipantOrder,
    /// Who comes first when sorting, in this order.
    #[serde(default)]
    pub precedence: Vec<Precedence>,
    /// Affiliations that are printed but mean that none is known; never copied over a known one.
    #[serde(default)]
    pub unknown_affiliations: Vec<String>,
}

/// The order of the list of participants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ParticipantOrder {
    /// As the report has them.
    AsArranged,
    /// By `precedence`, then by family name.
    Sorted,
}

/// Participants that come before the others: all given texts must match, ignoring case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export)]
pub struct Precedence {
    /// The role equals this.
    pub role: Option<String>,
    /// The status equals this.
    pub status: Option<String>,
    /// The organisation contains this.
    pub organisation: Option<String>,
}

/// Quotes and dashes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export)]
pub struct TextRules {
    /// Whether DOCX and PDF print curly quotes, and quotes typed on the page become curly.
    pub curly_quotes: bool,
    /// Whether `--` and a hyphen between spaces become an en dash while they are typed.
    pub en_dashes: bool,
}

impl Default for TextRules {
    fn default() -> Self {
        Self { curly_quotes: true, en_dashes: true }
    }
}
