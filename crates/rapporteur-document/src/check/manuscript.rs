//! The report as an editor reads it: its lines in order, each with its role and its place.
//!
//! `draft` makes one of a report's data; the readers make one of a file, where every word keeps
//! the line it was printed on. The rules see nothing else of a report's words. Deliberately
//! absent: what is wrong with any of them.

use crate::model::{AgendaItemId, ParticipantId, PersonName, TimeOfDay};
use chrono::NaiveDate;
use std::ops::Range;

/// A report as lines, with the facts they state.
#[derive(Debug, Clone, Default)]
pub struct Manuscript {
    /// Everything printed, in reading order; blank lines are counted in [`Line::blank_before`].
    pub lines: Vec<Line>,
    /// What the report says about its meeting.
    pub facts: Facts,
    /// The lines of the file as they stand in it; empty for a draft.
    pub printed: Vec<PrintedLine>,
}

/// A line of a file, exactly as it stands there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintedLine {
    /// Line, or page of a paged format, from 1.
    pub number: u32,
    /// Its characters.
    pub text: String,
}

/// What a report says about its meeting; what it does not say is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The meeting's number.
    pub number: Option<u32>,
    /// The day.
    pub date: Option<NaiveDate>,
    /// The start.
    pub time: Option<TimeOfDay>,
    /// The group's short name, such as `WG-Strategy`.
    pub short_name: Option<String>,
    /// The day of the next meeting.
    pub next_date: Option<NaiveDate>,
    /// Whether the words are a file's own; a draft's title block and headings are generated.
    pub from_file: bool,
    /// Whether the file's lines end where a page ends, as optical recognition leaves them.
    pub plain_text: bool,
}

/// A paragraph, heading, list entry or line of the title block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Line {
    /// What it is in the report.
    pub role: Role,
    /// The words without list mark and markup; `\n` where the file begins a new line.
    pub text: String,
    /// The list mark as printed, with the spaces after it.
    pub mark: String,
    /// Words marked bold, and links.
    pub spans: Vec<Span>,
    /// Addresses in the words, misread ones included.
    pub addresses: Vec<Range<usize>>,
    /// The entry of a list of people in its parts.
    pub entry: Option<Entry>,
    /// How many blank lines stand before it.
    pub blank_before: u32,
    /// Whether the program wrote it; such a line is read, never marked.
    pub generated: bool,
    /// Where it stands.
    pub place: LinePlace,
}

/// What a line is in the report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Of the lines above the Title.
    TitleLine,
    /// The Title.
    Title,
    /// The paragraph that says which meeting this was.
    Opening,
    /// Other text before the agenda.
    Front,
    /// A heading that is no agenda item.
    Heading(Heading),
    /// An entry of the agenda; depth from 0.
    AgendaItem(usize),
    /// The heading of a section: the agenda item it discusses, counted from 0.
    SectionHeading(Option<usize>),
    /// The heading of a lettered part.
    PartHeading,
    /// Running text.
    #[default]
    Paragraph,
    /// An entry of a list in the text.
    ListItem,
    /// Text under the next steps.
    NextStep,
    /// Text that says when the group meets next.
    NextMeeting,
    /// An entry of the list of participants.
    Participant,
    /// An entry of the list of apologies.
    Apology,
}

/// The headings that are no agenda items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// Over the agenda.
    Agenda,
    /// Over the sections.
    Discussion,
    /// Over the next steps.
    NextSteps,
    /// Over the next meeting.
    NextMeeting,
    /// Over the participants.
    Participants,
    /// Over the apologies.
    Apologies,
    /// Any other.
    Other,
}

/// Words marked alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    /// Bytes of the line's text.
    pub range: Range<usize>,
    /// Bold.
    pub bold: bool,
    /// The address they link to.
    pub link: Option<String>,
    /// Whom they name, where the draft says so.
    pub speaker: Option<ParticipantId>,
}

/// An entry of a list of people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The name.
    pub name: PersonName,
    /// The role in the group.
    pub role: Option<String>,
    /// The standing.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// Everything after the name, as printed.
    pub affiliation: String,
    /// Whether the family name stands first.
    pub family_first: bool,
    /// Whether nothing stands between the name and what follows.
    pub unseparated: bool,
}

/// Where a line stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum LinePlace {
    /// In a file: its pieces by printed line.
    File {
        /// The printed line it begins on (index), and the byte where its mark begins.
        start: (usize, usize),
        /// Its words, piece by piece.
        pieces: Vec<Piece>,
    },
    /// In a report's data.
    Draft {
        /// The path of the field, such as `agenda.2.section.blocks.0`.
        field: String,
        /// The agenda item it belongs to.
        item: Option<AgendaItemId>,
        /// The participant it is the entry of.
        participant: Option<ParticipantId>,
    },
}

impl Default for LinePlace {
    fn default() -> Self {
        LinePlace::Draft { field: String::new(), item: None, participant: None }
    }
}

/// Words of a line that stand together on one printed line.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Piece {
    /// Where they begin in the line's text.
    pub at: usize,
    /// The printed line (index in [`Manuscript::printed`]).
    pub printed: usize,
    /// Where they begin there.
    pub column: usize,
    /// How many bytes they are.
    pub length: usize,
}

impl Line {
    /// Whether people typed it as running text.
    pub fn is_prose(&self) -> bool {
        matches!(
            self.role,
            Role::Opening
                | Role::Front
                | Role::Paragraph
                | Role::ListItem
                | Role::NextStep
                | Role::NextMeeting
        )
    }

    /// Whether it is a heading of the discussion or an entry of the agenda.
    pub fn is_title(&self) -> bool {
        matches!(self.role, Role::AgendaItem(_) | Role::SectionHeading(_) | Role::PartHeading)
    }

    /// Whether some of these bytes belong to an address.
    pub fn in_address(&self, range: &Range<usize>) -> bool {
        self.addresses.iter().any(|at| at.start < range.end && range.start < at.end)
    }

    /// The first words, for pointing at the line as a whole.
    pub fn first_words(&self, count: usize) -> Range<usize> {
        let mut end = 0;
        for word in self.text.split_whitespace().take(count) {
            end = word.as_ptr() as usize - self.text.as_ptr() as usize + word.len();
            if self.text[end..].starts_with('\n') {
                break;
            }
        }
        0..end
    }
}

impl Manuscript {
    /// The lines that are marked where something is wrong, with their index.
    pub fn typed(&self) -> impl Iterator<Item = (usize, &Line)> {
        self.lines.iter().enumerate().filter(|(_, line)| !line.generated)
    }

    /// Typed running text, with its index.
    pub fn prose(&self) -> impl Iterator<Item = (usize, &Line)> {
        self.typed().filter(|(_, line)| line.is_prose())
    }

    /// The first line of this role, with its index.
    pub fn find(&self, role: Role) -> Option<(usize, &Line)> {
        self.lines.iter().enumerate().find(|(_, line)| line.role == role)
    }

    /// Whether it has enough of a report to miss what is not there.
    pub fn is_whole(&self) -> bool {
        let has = |role| self.find(role).is_some();
        has(Role::Opening) && (has(Role::AgendaItem(0)) || has(Role::SectionHeading(None)))
    }
}
