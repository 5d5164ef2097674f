//! The discussion: the section of every agenda item in order, with its number and its heading.

use super::{Walk, title_runs};
use crate::Error;
use crate::model::{AgendaItem, AgendaItemKind, Inline, Part};
use crate::style::{GeneratedItem, Heading, HeadingNumber, NextMeetingPlace, PrintedBlock};

/// What an item's section is numbered by.
#[derive(Clone, Copy)]
struct Numbers {
    /// How deep the item stands, from 1.
    depth: u8,
    /// The number over the section, where it has one.
    section: Option<u32>,
    /// The number on the agenda, where the item is listed there.
    agenda: u32,
}

impl Walk<'_> {
    pub(super) fn discussion(&mut self) -> Result<(), Error> {
        let report = self.report;
        let heading = self.template.headings.discussion.clone();
        if !report.agenda.is_empty() {
            self.heading(1, &heading);
        }
        let next = if report.next_meeting.date.is_some() {
            "sentences.next_meeting"
        } else {
            "sentences.next_meeting_open"
        };
        self.generated.next_meeting = self.say(next)?;
        self.generated.next_meeting_item = match self.template.sections.next_meeting {
            NextMeetingPlace::OwnHeading => None,
            NextMeetingPlace::AnyOtherBusiness => report
                .agenda
                .iter()
                .rfind(|item| item.kind == AgendaItemKind::AnyOtherBusiness)
                .map(|item| item.id),
        };
        let mut agenda = 0;
        for item in &report.agenda {
            agenda += u32::from(item.listed);
            let section = item.listed.then_some(agenda);
            self.section(item, Numbers { depth: 1, section, agenda })?;
        }
        Ok(())
    }

    fn section(&mut self, item: &AgendaItem, numbers: Numbers) -> Result<(), Error> {
        let depth = numbers.depth;
        let format = |depth: u8| self.template.sections.numbers[usize::from(depth - 1).min(2)];
        let number = numbers.section.map(|value| HeadingNumber { format: format(depth), value });
        let inner = inner_items(item);
        let lettered = item.section.parts.len() + inner.len() > 1 && depth < 3;
        let inner_format = format(depth + 1);
        let letter = |at: usize| {
            lettered.then(|| HeadingNumber { format: inner_format, value: count(at + 1) })
        };
        let closes = self.generated.next_meeting_item == Some(item.id);
        let empty = item.section.is_empty() && item.items.is_empty() && !closes;
        let empty_sentence = match (empty, item.kind) {
            (false, _) => String::new(),
            (true, AgendaItemKind::Secretariat) => self.say("sentences.empty_secretariat")?,
            (true, _) => self.say("sentences.empty_item")?,
        };
        let label = |number: HeadingNumber| number.format.label(number.value, 0);
        self.generated.items.push(GeneratedItem {
            section_label: number.clone().map_or(String::new(), label),
            part_labels: (0..item.section.parts.len())
                .map(|at| letter(at).map_or(String::new(), label))
                .collect(),
            empty_sentence: empty_sentence.clone(),
            ..self.on_agenda(item, numbers)
        });
        self.section_heading(depth + 1, number, item.section_heading());
        let blocks = self.print_blocks(&item.section.blocks);
        self.blocks.extend(blocks);
        self.paragraph(&empty_sentence);
        for (at, Part { title, blocks }) in item.section.parts.iter().enumerate() {
            self.section_heading(depth + 2, letter(at), title);
            let blocks = self.print_blocks(blocks);
            self.blocks.extend(blocks);
        }
        let mut agenda = 0;
        for (at, inner) in inner.iter().enumerate() {
            agenda += u32::from(inner.listed);
            let section = letter(item.section.parts.len() + at).map(|number| number.value);
            self.section(inner, Numbers { depth: depth + 1, section, agenda })?;
        }
        if inner.is_empty() {
            self.listed_only(&item.items, depth + 1);
        }
        if closes {
            let sentence = self.generated.next_meeting.clone();
            self.paragraph(&sentence);
        }
        Ok(())
    }

    fn section_heading(&mut self, level: u8, number: Option<HeadingNumber>, title: &[Inline]) {
        let (level, runs) = (level.min(4), title_runs(title));
        self.blocks.push(PrintedBlock::Heading(Heading { level, number, runs }));
    }

    /// Items that stand on the agenda and have no section of their own.
    fn listed_only(&mut self, items: &[AgendaItem], depth: u8) {
        let mut agenda = 0;
        for item in items {
            agenda += u32::from(item.listed);
            let numbers = Numbers { depth, section: None, agenda };
            let generated = GeneratedItem { not_printed: true, ..self.on_agenda(item, numbers) };
            self.generated.items.push(generated);
            self.listed_only(&item.items, depth + 1);
        }
    }

    /// What is generated for an item on the agenda, without its section.
    fn on_agenda(&self, item: &AgendaItem, numbers: Numbers) -> GeneratedItem {
        let format = self.template.agenda.numbers[usize::from(numbers.depth - 1).min(2)];
        let listed = item.listed.then(|| format.label(numbers.agenda, 0));
        GeneratedItem {
            id: item.id.to_string(),
            agenda_label: listed.unwrap_or_default(),
            ..GeneratedItem::default()
        }
    }
}

/// The items inside one that have sections of their own: all, or none where the words stand under
/// the item itself and nothing under any of them. “There was no discussion” would not be true then.
fn inner_items(item: &AgendaItem) -> &[AgendaItem] {
    if !item.section.is_empty() && item.items.iter().all(is_empty) { &[] } else { &item.items }
}

fn is_empty(item: &AgendaItem) -> bool {
    item.section.is_empty() && item.items.iter().all(is_empty)
}

fn count(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
