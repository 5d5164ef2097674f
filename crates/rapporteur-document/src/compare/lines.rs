//! A report as lines of words, place by place: the form in which two contents are compared.

use super::LineForm;
use super::words::{Token, text_tokens};
use crate::model::{
    AgendaItem, Attendance, Block, Inline, Owner, Participant, ParticipantId, Report, ReportState,
    SpeakerForm, Venue,
};
use uuid::Uuid;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Line {
    pub form: LineForm,
    pub words: Vec<Token>,
    /// What makes it the same line in both contents, however it reads.
    pub id: Option<Uuid>,
}

/// The fields that are no text, always the same ones in the same order; one line each, none
/// where the field is empty.
pub(super) fn fields(report: &Report) -> Vec<(&'static str, Vec<Line>)> {
    let name = |id: Option<ParticipantId>| id.map(|id| full_name(report, id)).unwrap_or_default();
    let text = |value: Option<String>| value.unwrap_or_default();
    let meeting = &report.meeting;
    let (venue, place) = match &meeting.venue {
        Venue::Online => ("online", ""),
        Venue::InPerson { place } => ("in_person", place.as_str()),
        Venue::Hybrid { place } => ("hybrid", place.as_str()),
    };
    let state = match report.state {
        ReportState::Draft => "draft",
        ReportState::InReview => "in_review",
        ReportState::Final => "final",
    };
    let next = &report.next_meeting;
    let all = [
        ("meeting.series", meeting.series.clone()),
        ("meeting.number", text(meeting.number.map(|number| number.to_string()))),
        ("meeting.date", text(meeting.date.map(|date| date.to_string()))),
        ("meeting.time", text(meeting.time.map(|time| time.to_string()))),
        ("meeting.time_zone", meeting.time_zone.clone()),
        ("meeting.venue", venue.to_owned()),
        ("meeting.venue.place", place.to_owned()),
        ("meeting.moderator", name(meeting.moderator)),
        ("meeting.opened_by", name(meeting.opened_by)),
        ("meeting.recording_available", meeting.recording_available.to_string()),
        ("state", state.to_owned()),
        ("next_meeting.date", text(next.date.map(|date| date.to_string()))),
        ("next_meeting.time", text(next.time.map(|time| time.to_string()))),
        ("next_meeting.time_zone", next.time_zone.clone()),
    ];
    // A value is one word: half a date is no date.
    let line = |value: String| {
        let words = vec![Token::plain(value)];
        (!words[0].text.is_empty()).then_some(Line { form: LineForm::Entry, words, id: None })
    };
    all.into_iter().map(|(field, value)| (field, line(value).into_iter().collect())).collect()
}

/// The text before the agenda.
pub(super) fn opening(report: &Report) -> Vec<Line> {
    let mut lines = Vec::new();
    blocks(&report.opening, report, &mut lines);
    lines
}

/// An agenda item with its section, without the items nested under it.
pub(super) fn item(item: &AgendaItem, report: &Report) -> Vec<Line> {
    let mut lines = Vec::new();
    push(LineForm::Title, &item.title, report, &mut lines);
    if let Some(heading) = &item.heading {
        push(LineForm::Heading, heading, report, &mut lines);
    }
    blocks(&item.section.blocks, report, &mut lines);
    for part in &item.section.parts {
        push(LineForm::PartTitle, &part.title, report, &mut lines);
        blocks(&part.blocks, report, &mut lines);
    }
    lines
}

/// The next steps, as `Action, owner, 2026-03-19`.
pub(super) fn next_steps(report: &Report) -> Vec<Line> {
    let steps = report.next_steps.iter();
    steps
        .map(|step| {
            let owner = step.owner.as_ref().map(|owner| match owner {
                Owner::Participant { participant } => full_name(report, *participant),
                Owner::Other { name } => name.clone(),
            });
            let due = step.due.map(|due| due.to_string());
            entry([Some(step.action.clone()), owner, due].into_iter().flatten(), None)
        })
        .collect()
}

/// The people known in one way, as `Given Family, role, status, organisation`.
pub(super) fn participants(report: &Report, attendance: Attendance) -> Vec<Line> {
    let line = |person: &Participant| {
        let affiliation = person.affiliation_parts().into_iter().map(str::to_owned);
        entry(std::iter::once(person.name.full()).chain(affiliation), Some(person.id.0))
    };
    report.with_attendance(attendance).map(line).collect()
}

fn entry(parts: impl Iterator<Item = String>, id: Option<Uuid>) -> Line {
    let text = parts.collect::<Vec<_>>().join(", ");
    Line { form: LineForm::Entry, words: text_tokens(&text, false, false, None).collect(), id }
}

fn blocks(all: &[Block], report: &Report, lines: &mut Vec<Line>) {
    nested(all, LineForm::Paragraph, 0, report, lines);
}

/// The lines of blocks; `form` is that of the first, which in a list is its entry.
fn nested(all: &[Block], form: LineForm, depth: u8, report: &Report, lines: &mut Vec<Line>) {
    for (at, block) in all.iter().enumerate() {
        let deeper = depth.saturating_add(1);
        let (items, entry) = match block {
            Block::Paragraph { content } => {
                let form = if at == 0 { form } else { LineForm::Paragraph };
                push(form, content, report, lines);
                continue;
            }
            Block::BulletedList { items } => (items, LineForm::Bullet { depth: deeper }),
            Block::NumberedList { items } => (items, LineForm::Numbered { depth: deeper }),
        };
        for item in items {
            nested(&item.blocks, entry, deeper, report, lines);
        }
    }
}

/// One line, unless nothing is written in it.
fn push(form: LineForm, content: &[Inline], report: &Report, lines: &mut Vec<Line>) {
    let words: Vec<Token> = content.iter().flat_map(|inline| tokens(inline, report)).collect();
    if words.iter().any(|token| !token.text.trim().is_empty()) {
        lines.push(Line { form, words, id: None });
    }
}

fn tokens(inline: &Inline, report: &Report) -> Vec<Token> {
    match inline {
        Inline::Text { text, bold, italic, link } => {
            text_tokens(text, *bold, *italic, link.as_deref()).collect()
        }
        Inline::LineBreak => vec![Token::plain(" ".to_owned())],
        Inline::Speaker { participant, form } => {
            let person = report.participant(*participant);
            let name = match form {
                SpeakerForm::Given => person.map(|person| person.name.given_or_family()),
                SpeakerForm::Auto | SpeakerForm::Full => person.map(|person| person.name.full()),
            };
            let speaker = Some((*participant, *form));
            vec![Token { speaker, ..Token::plain(name.unwrap_or_default()) }]
        }
    }
}

fn full_name(report: &Report, id: ParticipantId) -> String {
    report.participant(id).map(|person| person.name.full()).unwrap_or_default()
}
