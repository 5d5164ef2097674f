//! A report's data as the editor reads it.
//!
//! Walks the report in document order; what the template generates is there to be read (it names
//! the group and introduces terms) but is never marked.

use super::addresses::addresses;
use super::manuscript::{Entry, Facts, Heading, Line, LinePlace, Manuscript, Role, Span};
use crate::model::{
    AgendaItem, AgendaItemId, Block, Inline, ListItem, Participant, ParticipantId, Report,
    plain_text,
};
use crate::style::{Generated, Template};

/// The lines of a report, printed by a template.
pub fn draft(report: &Report, template: &Template, generated: &Generated) -> Manuscript {
    let mut walk = Walk { lines: Vec::new(), speakers: generated.speakers.iter(), report };
    for text in &generated.title_lines {
        walk.generated(Role::TitleLine, text);
    }
    walk.generated(Role::Title, &generated.title);
    for text in &generated.opening {
        walk.generated(Role::Opening, text);
    }
    walk.blocks(&report.opening, "opening", None, Role::Front);
    walk.generated(Role::Heading(Heading::Agenda), &generated.headings.agenda);
    for (at, item) in report.agenda.iter().enumerate() {
        walk.agenda_item(item, &format!("agenda.{at}"), 0);
    }
    walk.generated(Role::Heading(Heading::Discussion), &generated.headings.discussion);
    let listed = report.agenda.iter().filter(|item| item.listed).count();
    let mut position = 0;
    for (at, item) in report.agenda.iter().enumerate() {
        let index = item.listed.then_some(position).filter(|at| *at < listed);
        position += usize::from(item.listed);
        walk.section(item, &format!("agenda.{at}"), index);
    }
    walk.generated(Role::NextMeeting, &generated.next_meeting);
    for (at, step) in report.next_steps.iter().enumerate() {
        walk.typed(Role::NextStep, &step.action, format!("next_steps.{at}.action"), None);
    }
    walk.generated(Role::Heading(Heading::Participants), &generated.headings.participants);
    for entry in &generated.participants {
        walk.person(Role::Participant, entry.participant, &entry.text);
    }
    walk.generated(Role::Heading(Heading::Apologies), &generated.headings.apologies);
    for entry in &generated.apologies {
        walk.person(Role::Apology, entry.participant, &entry.text);
    }
    let group = template.group_on(report.meeting.date);
    let facts = Facts {
        number: report.meeting.number,
        date: report.meeting.date,
        time: report.meeting.time,
        short_name: group.map(|group| group.short_name.clone()),
        next_date: report.next_meeting.date,
        from_file: false,
        plain_text: false,
    };
    Manuscript { lines: walk.lines, facts, printed: Vec::new() }
}

struct Walk<'r> {
    lines: Vec<Line>,
    speakers: std::slice::Iter<'r, String>,
    report: &'r Report,
}

impl Walk<'_> {
    fn push(&mut self, role: Role, text: String, spans: Vec<Span>, place: LinePlace) {
        let addresses = addresses(&text);
        self.lines.push(Line {
            role,
            text,
            spans,
            addresses,
            place,
            blank_before: 1,
            ..Line::default()
        });
    }

    fn generated(&mut self, role: Role, text: &str) {
        if !text.is_empty() {
            self.push(role, text.to_owned(), vec![], LinePlace::default());
            if let Some(line) = self.lines.last_mut() {
                line.generated = true;
            }
        }
    }

    fn typed(&mut self, role: Role, text: &str, field: String, item: Option<AgendaItemId>) {
        if !text.is_empty() {
            let place = LinePlace::Draft { field, item, participant: None };
            self.push(role, text.to_owned(), vec![], place);
        }
    }

    fn agenda_item(&mut self, item: &AgendaItem, field: &str, depth: usize) {
        if item.listed {
            self.inlines(
                &item.title,
                &format!("{field}.title"),
                Some(item.id),
                Role::AgendaItem(depth),
            );
        }
        for (at, nested) in item.items.iter().enumerate() {
            self.agenda_item(nested, &format!("{field}.items.{at}"), depth + 1);
        }
    }

    fn section(&mut self, item: &AgendaItem, field: &str, index: Option<usize>) {
        let role = Role::SectionHeading(index);
        match &item.heading {
            Some(heading) => {
                self.inlines(heading, &format!("{field}.heading"), Some(item.id), role)
            }
            // The same words as on the agenda, marked there.
            None => self.generated(role, &plain_text(&item.title)),
        }
        self.blocks(
            &item.section.blocks,
            &format!("{field}.section.blocks"),
            Some(item.id),
            Role::Paragraph,
        );
        for (at, part) in item.section.parts.iter().enumerate() {
            let path = format!("{field}.section.parts.{at}");
            self.inlines(&part.title, &format!("{path}.title"), Some(item.id), Role::PartHeading);
            self.blocks(&part.blocks, &format!("{path}.blocks"), Some(item.id), Role::Paragraph);
        }
        for (at, nested) in item.items.iter().enumerate() {
            let role = Role::PartHeading;
            if nested.heading.is_none() {
                self.generated(role, &plain_text(&nested.title));
            }
            self.nested(nested, &format!("{field}.items.{at}"));
        }
    }

    fn nested(&mut self, item: &AgendaItem, field: &str) {
        self.blocks(
            &item.section.blocks,
            &format!("{field}.section.blocks"),
            Some(item.id),
            Role::Paragraph,
        );
        for (at, part) in item.section.parts.iter().enumerate() {
            let path = format!("{field}.section.parts.{at}");
            self.inlines(&part.title, &format!("{path}.title"), Some(item.id), Role::PartHeading);
            self.blocks(&part.blocks, &format!("{path}.blocks"), Some(item.id), Role::Paragraph);
        }
        for (at, inner) in item.items.iter().enumerate() {
            self.nested(inner, &format!("{field}.items.{at}"));
        }
    }

    fn blocks(&mut self, blocks: &[Block], field: &str, item: Option<AgendaItemId>, role: Role) {
        for (at, block) in blocks.iter().enumerate() {
            let path = format!("{field}.{at}");
            match block {
                Block::Paragraph { content } => self.inlines(content, &path, item, role),
                Block::BulletedList { items } | Block::NumberedList { items } => {
                    self.list(items, &path, item);
                }
            }
        }
    }

    fn list(&mut self, items: &[ListItem], field: &str, item: Option<AgendaItemId>) {
        for (at, entry) in items.iter().enumerate() {
            self.blocks(&entry.blocks, &format!("{field}.items.{at}.blocks"), item, Role::ListItem);
        }
    }

    fn inlines(&mut self, content: &[Inline], field: &str, item: Option<AgendaItemId>, role: Role) {
        let mut text = String::new();
        let mut spans = Vec::new();
        for inline in content {
            let start = text.len();
            let (bold, link, speaker) = match inline {
                Inline::Text { text: words, bold, link, .. } => {
                    text.push_str(words);
                    (*bold, link.clone(), None)
                }
                Inline::LineBreak => {
                    text.push('\n');
                    continue;
                }
                Inline::Speaker { participant, .. } => {
                    text.push_str(self.speakers.next().map_or("", String::as_str));
                    (false, None, Some(*participant))
                }
            };
            if bold || link.is_some() || speaker.is_some() {
                spans.push(Span { range: start..text.len(), bold, link, speaker });
            }
        }
        if text.trim().is_empty() {
            return;
        }
        let place = LinePlace::Draft { field: field.to_owned(), item, participant: None };
        self.push(role, text, spans, place);
    }

    fn person(&mut self, role: Role, id: ParticipantId, text: &str) {
        let Some(at) = self.report.participants.iter().position(|person| person.id == id) else {
            return;
        };
        let person = &self.report.participants[at];
        let field = format!("participants.{at}");
        let place = LinePlace::Draft { field, item: None, participant: Some(id) };
        self.push(role, text.to_owned(), vec![], place);
        if let Some(line) = self.lines.last_mut() {
            line.entry = Some(entry(person));
        }
    }
}

fn entry(person: &Participant) -> Entry {
    Entry {
        name: person.name.clone(),
        role: person.role.clone(),
        status: person.status.clone(),
        organisation: person.organisation.clone(),
        affiliation: person.affiliation_parts().join(", "),
        family_first: false,
        unseparated: false,
    }
}
