//! A reading becomes the report to keep: every word once, agenda items with their sections.

use super::recognise::{is_any_other_business, is_only_the_date, participant_line, sentences};
use super::recognised::SectionRole;
use super::venue::venue;
use super::{ReadAgendaItem, ReadParticipant, ReadSection, Reading, Recognised};
use crate::model::{
    AgendaItem, AgendaItemId, AgendaItemKind, Attendance, Block, Inline, Meeting, NextMeeting,
    NextStep, Part, Participant, ParticipantId, Report, ReportState, Section, Venue, plain_text,
};
use uuid::Uuid;

impl Recognised {
    /// The report to keep; the doubts stay behind.
    pub fn into_report(self, new_id: &mut dyn FnMut() -> Uuid) -> Report {
        self.report.into_report(new_id)
    }
}

impl Reading {
    /// The report to keep, in state Final; `new_id` gives a new identifier each time.
    pub fn into_report(self, new_id: &mut dyn FnMut() -> Uuid) -> Report {
        let mut participants: Vec<Participant> = self
            .participants
            .iter()
            .map(|person| participant(person, Attendance::Present, new_id))
            .collect();
        participants.extend(
            self.apologies.iter().map(|person| participant(person, Attendance::Apologies, new_id)),
        );
        let moderator =
            self.moderator.as_deref().map(|name| find_or_mention(name, &mut participants, new_id));
        let opened_by =
            self.opened_by.as_deref().map(|name| find_or_mention(name, &mut participants, new_id));
        let time_zone = self.time_zone.clone().unwrap_or_else(|| "UTC".to_owned());
        let next_meeting = NextMeeting {
            date: self.next_meeting.as_ref().and_then(|next| next.date.as_ref()?.parse().ok()),
            time: self.next_meeting.as_ref().and_then(|next| next.time.as_ref()?.parse().ok()),
            time_zone: self
                .next_meeting
                .as_ref()
                .and_then(|next| next.time_zone.clone())
                .unwrap_or_else(|| time_zone.clone()),
        };
        let meeting = Meeting {
            series: self.series.clone().unwrap_or_default(),
            number: self.number,
            date: self.date.as_ref().and_then(|date| date.parse().ok()),
            time: self.time.as_ref().and_then(|time| time.parse().ok()),
            time_zone,
            venue: self.venue.as_deref().map_or(Venue::Online, venue),
            moderator,
            opened_by,
            recording_available: self.recording_available,
        };
        let mut report = Report {
            meeting,
            state: ReportState::Final,
            opening: Vec::new(),
            agenda: Vec::new(),
            next_steps: Vec::new(),
            next_meeting,
            participants,
        };
        place_sections(self, &mut report, new_id);
        report
    }
}

fn participant(
    person: &ReadParticipant,
    attendance: Attendance,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Participant {
    let parts = person.parts.clone();
    Participant {
        id: ParticipantId(new_id()),
        person: None,
        name: parts.name,
        role: parts.role,
        status: parts.status,
        organisation: parts.organisation,
        attendance,
    }
}

/// The participant a name means: the whole name, or a given name that only one has.
fn find_or_mention(
    name: &str,
    people: &mut Vec<Participant>,
    new_id: &mut dyn FnMut() -> Uuid,
) -> ParticipantId {
    let whole = people.iter().find(|person| person.name.full() == name);
    let mut given =
        people.iter().filter(|person| person.name.given.split(' ').next() == Some(name));
    let only = given.next().filter(|_| given.next().is_none());
    if let Some(person) = whole.or(only) {
        return person.id;
    }
    let id = ParticipantId(new_id());
    people.push(Participant {
        id,
        person: None,
        name: participant_line(name).name,
        role: None,
        status: None,
        organisation: None,
        attendance: Attendance::Mentioned,
    });
    id
}

fn place_sections(reading: Reading, report: &mut Report, new_id: &mut dyn FnMut() -> Uuid) {
    let dated = report.next_meeting.date.is_some();
    let mut items: Vec<AgendaItem> =
        reading.agenda.iter().map(|item| agenda_item(item, new_id)).collect();
    let mut unlisted: Vec<(usize, AgendaItem)> = Vec::new();
    let mut after = 0;
    for section in reading.sections {
        match section.role {
            SectionRole::Opening => {
                report.opening.extend(section.blocks);
                continue;
            }
            SectionRole::Apologies if !reading.apologies.is_empty() => continue,
            SectionRole::NextSteps if section.parts.is_empty() => {
                report.next_steps.extend(next_steps(&section.blocks));
                continue;
            }
            _ => {}
        }
        let is_date_place = section.role == SectionRole::NextMeeting;
        let heading = section.content.clone();
        let item_at = section.agenda_item.filter(|at| *at < items.len());
        let mut text = discussion(section, dated);
        if let Some(at) = item_at {
            let item = &mut items[at];
            place_parts(&mut text.parts, &mut item.items);
            item.section = text;
            item.heading = (plain_text(&heading) != plain_text(&item.title)).then_some(heading);
            after = at + 1;
        } else if !(is_date_place && text.is_empty()) {
            let item = AgendaItem {
                id: AgendaItemId(new_id()),
                kind: AgendaItemKind::Item,
                title: heading,
                heading: None,
                listed: false,
                section: text,
                items: Vec::new(),
            };
            unlisted.push((after, item));
        }
    }
    for (at, item) in unlisted.into_iter().rev() {
        items.insert(at.min(items.len()), item);
    }
    report.agenda = items;
}

/// A part that bears the title of a nested agenda item is that item's discussion.
fn place_parts(parts: &mut Vec<Part>, nested: &mut [AgendaItem]) {
    for item in nested {
        let title = plain_text(&item.title).to_lowercase();
        let same = |part: &Part| plain_text(&part.title).to_lowercase() == title;
        if let Some(at) = parts.iter().position(same) {
            item.section.blocks = parts.remove(at).blocks;
        }
    }
}

fn agenda_item(item: &ReadAgendaItem, new_id: &mut dyn FnMut() -> Uuid) -> AgendaItem {
    let id = AgendaItemId(new_id());
    let kind = if is_any_other_business(&item.title) {
        AgendaItemKind::AnyOtherBusiness
    } else if item.title.to_lowercase().contains("secretariat") {
        AgendaItemKind::Secretariat
    } else {
        AgendaItemKind::Item
    };
    AgendaItem {
        id,
        kind,
        title: item.content.clone(),
        heading: None,
        listed: true,
        section: Section::default(),
        items: item.items.iter().map(|nested| agenda_item(nested, new_id)).collect(),
    }
}

/// The section's text without the sentence about the next meeting, which is generated again.
fn discussion(section: ReadSection, dated: bool) -> Section {
    let own = section.role == SectionRole::NextMeeting;
    let mut blocks = section.blocks;
    if dated && (own || is_any_other_business(&section.title)) {
        blocks.retain_mut(without_date_sentence);
    }
    let parts = section
        .parts
        .into_iter()
        .map(|part| Part { title: part.content, blocks: part.blocks })
        .collect();
    Section { blocks, parts }
}

/// Takes the sentence out of a paragraph; false where nothing is left of it.
fn without_date_sentence(block: &mut Block) -> bool {
    let Block::Paragraph { content } = block else { return true };
    let whole = plain_text(content);
    if is_only_the_date(&whole) && sentences(&whole).len() == 1 {
        return false;
    }
    for inline in content.iter_mut() {
        if let Inline::Text { text, .. } = inline {
            let kept: Vec<&str> = sentences(text)
                .into_iter()
                .filter(|sentence| !is_only_the_date(sentence))
                .collect();
            if kept.len() < sentences(text).len() {
                *text = kept.join(" ");
            }
        }
    }
    content.retain(|inline| !matches!(inline, Inline::Text { text, .. } if text.is_empty()));
    !content.is_empty()
}

/// Every paragraph and list entry is one step.
fn next_steps(blocks: &[Block]) -> Vec<NextStep> {
    let mut steps = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph { content } => {
                let action = with_addresses(content);
                steps.push(NextStep { action, owner: None, due: None });
            }
            Block::BulletedList { items } | Block::NumberedList { items } => {
                steps.extend(items.iter().flat_map(|item| next_steps(&item.blocks)));
            }
        }
    }
    steps.retain(|step| !step.action.trim().is_empty());
    steps
}

/// The words, with the address after the words that link to it.
fn with_addresses(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, link: Some(url), .. } if text != url => format!("{text} <{url}>"),
            other => plain_text(std::slice::from_ref(other)),
        })
        .collect()
}
