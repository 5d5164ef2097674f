//! What makes a report fit to be stored, field by field.

use super::{AgendaItem, Block, Inline, Owner, ParticipantId, Report};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// A field that cannot be stored as it is, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Invalid {
    /// The path of the field, such as `meeting.number` or `participants.12.name`.
    pub field: String,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
}

/// How much a report may hold. Far above any real report; they keep a slip of the clipboard
/// from making a library that no longer opens.
pub struct Limits;

impl Limits {
    /// Participants of one report, all kinds of attendance together.
    pub const PARTICIPANTS: usize = 10_000;
    /// Levels of nested lists.
    pub const LIST_DEPTH: usize = 9;
    /// Levels of agenda items.
    pub const AGENDA_DEPTH: usize = 3;
    /// Characters of text in the whole report.
    pub const CHARACTERS: usize = 20_000_000;
}

impl Report {
    /// Everything in the report that breaks an invariant of the model; empty when it is sound.
    pub fn validate(&self) -> Vec<Invalid> {
        let mut found = Findings { known: HashSet::new(), list: Vec::new(), characters: 0 };
        found.participants(self);
        found.meeting(self);
        let mut ids = HashSet::new();
        for (at, item) in self.agenda.iter().enumerate() {
            found.item(item, &format!("agenda.{at}"), 1, &mut ids);
        }
        found.blocks(&self.opening, "opening", 0);
        if found.characters > Limits::CHARACTERS {
            found.add("agenda", "The report is longer than 20 million characters; divide it.");
        }
        found.list
    }
}

struct Findings {
    known: HashSet<ParticipantId>,
    list: Vec<Invalid>,
    characters: usize,
}

impl Findings {
    fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.list.push(Invalid { field: field.into(), message: message.into() });
    }

    fn participants(&mut self, report: &Report) {
        if report.participants.len() > Limits::PARTICIPANTS {
            self.add(
                "participants",
                format!(
                    "The list has {} people; a report holds at most {}.",
                    report.participants.len(),
                    Limits::PARTICIPANTS
                ),
            );
        }
        for (at, participant) in report.participants.iter().enumerate() {
            if !self.known.insert(participant.id) {
                self.add(
                    format!("participants.{at}"),
                    format!("{} is in the list twice; remove one entry.", participant.name.full()),
                );
            }
            if participant.name.is_empty() {
                self.add(
                    format!("participants.{at}.name"),
                    "A participant has no name; write one or remove the entry.",
                );
            }
        }
    }

    fn meeting(&mut self, report: &Report) {
        let meeting = &report.meeting;
        if meeting.number == Some(0) {
            self.add("meeting.number", "Meetings are counted from 1; write a number above 0.");
        }
        if meeting.time_zone.trim().is_empty() {
            self.add("meeting.time_zone", "The time zone is empty; write one, such as UTC.");
        }
        let references =
            [("meeting.moderator", meeting.moderator), ("meeting.opened_by", meeting.opened_by)];
        for (field, id) in references {
            if let Some(id) = id {
                self.reference(id, field);
            }
        }
        for (at, step) in report.next_steps.iter().enumerate() {
            if let Some(Owner::Participant { participant }) = &step.owner {
                self.reference(*participant, &format!("next_steps.{at}.owner"));
            }
        }
    }

    fn reference(&mut self, id: ParticipantId, field: &str) {
        if !self.known.contains(&id) {
            self.add(field, "It names somebody who is not among the people of this report; choose a person again.");
        }
    }

    fn item(
        &mut self,
        item: &AgendaItem,
        path: &str,
        depth: usize,
        ids: &mut HashSet<super::AgendaItemId>,
    ) {
        if depth > Limits::AGENDA_DEPTH {
            self.add(path, "Agenda items nest three levels deep at most; move this one up.");
            return;
        }
        if !ids.insert(item.id) {
            self.add(path, "This agenda item is in the report twice; remove one.");
        }
        self.title(&item.title, &format!("{path}.title"));
        self.title(item.heading.as_deref().unwrap_or_default(), &format!("{path}.heading"));
        self.blocks(&item.section.blocks, &format!("{path}.section"), 0);
        for (at, part) in item.section.parts.iter().enumerate() {
            self.title(&part.title, &format!("{path}.section.parts.{at}.title"));
            self.blocks(&part.blocks, &format!("{path}.section.parts.{at}"), 0);
        }
        for (at, nested) in item.items.iter().enumerate() {
            self.item(nested, &format!("{path}.items.{at}"), depth + 1, ids);
        }
    }

    fn title(&mut self, title: &[Inline], path: &str) {
        let plain =
            |inline: &Inline| matches!(inline, Inline::Text { bold: false, italic: false, .. });
        if !title.iter().all(plain) {
            self.add(path, "A heading holds plain words and links only; remove the rest.");
        }
        self.inlines(title, path);
    }

    /// `lists` is how many lists these blocks are in.
    fn blocks(&mut self, blocks: &[Block], path: &str, lists: usize) {
        if lists > Limits::LIST_DEPTH {
            self.add(path, "Lists nest nine levels deep at most; move the innermost list out.");
            return;
        }
        for block in blocks {
            match block {
                Block::Paragraph { content } => self.inlines(content, path),
                Block::BulletedList { items } | Block::NumberedList { items } => {
                    if items.is_empty() {
                        self.add(path, "A list has no items; remove it.");
                    }
                    for item in items {
                        if !matches!(item.blocks.first(), Some(Block::Paragraph { .. })) {
                            self.add(path, "A list item begins with something other than a paragraph; give it one.");
                        }
                        self.blocks(&item.blocks, path, lists + 1);
                    }
                }
            }
        }
    }

    fn inlines(&mut self, content: &[Inline], path: &str) {
        for inline in content {
            match inline {
                Inline::Text { text, .. } => {
                    self.characters += text.len();
                    if text.is_empty() {
                        self.add(path, "A piece of text is empty; remove it.");
                    }
                    if text.chars().any(|c| c.is_control() && c != '\t') {
                        self.add(path, "The text holds a control character; remove it.");
                    }
                }
                Inline::Speaker { participant, .. } => self.reference(*participant, path),
                Inline::LineBreak => {}
            }
        }
    }
}
