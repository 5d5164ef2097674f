//! Cases of comparing: two contents, and what is said of them.

use super::*;
use crate::model::{
    AgendaItemKind, Block, Inline, ListItem, Meeting, NextMeeting, NextStep, Owner, Part,
    Participant, ParticipantId, PersonName, ReportState, Section, SpeakerForm, Venue,
};
use uuid::Uuid;

fn person(id: u128, name: &str, organisation: &str) -> Participant {
    Participant {
        id: ParticipantId(Uuid::from_u128(id)),
        person: None,
        name: PersonName::parse(name),
        role: None,
        status: None,
        organisation: Some(organisation.to_owned()),
        attendance: Attendance::Present,
    }
}

fn item(id: u128, title: &str, blocks: Vec<Block>) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId(Uuid::from_u128(id)),
        kind: AgendaItemKind::Item,
        title: vec![Inline::text(title)],
        heading: None,
        listed: true,
        section: Section { blocks, parts: vec![] },
        items: vec![],
    }
}

fn report() -> Report {
    let list = Block::BulletedList {
        items: vec![
            ListItem { blocks: vec![Block::paragraph("Opening hours by night")] },
            ListItem { blocks: vec![Block::paragraph("A desk for newcomers")] },
        ],
    };
    Report {
        meeting: Meeting {
            series: "WG-Access".to_owned(),
            number: Some(7),
            date: None,
            time: None,
            time_zone: "UTC".to_owned(),
            venue: Venue::Online,
            moderator: None,
            opened_by: None,
            recording_available: true,
        },
        state: ReportState::Draft,
        opening: vec![],
        agenda: vec![
            item(
                1,
                "Reading rooms",
                vec![
                    Block::paragraph("The group welcomed the plan and asked for a date."),
                    Block::paragraph("Costs were not discussed."),
                    list,
                ],
            ),
            item(2, "Lending", vec![Block::paragraph("Nothing was decided yet.")]),
            item(3, "Any other business", vec![Block::paragraph("")]),
        ],
        next_steps: vec![],
        next_meeting: NextMeeting { date: None, time: None, time_zone: "UTC".to_owned() },
        participants: vec![
            person(1, "Ada Okoye", "Cedar Archive"),
            person(2, "Ben Iversen", "Port Library"),
            person(3, "Cleo Marsh", "Port Library"),
        ],
    }
}

/// Says a comparison on one line each: `place: change: words`, `[-gone-]`, `{+new+}`.
fn said(comparison: &Comparison) -> Vec<String> {
    let mut all = Vec::new();
    for Difference { place, change, lines } in &comparison.differences {
        let place = match place {
            ComparedPlace::Field { field } => field.clone(),
            ComparedPlace::Opening => "opening".to_owned(),
            ComparedPlace::AgendaItem { title, .. } => title.clone(),
            ComparedPlace::NextSteps => "next steps".to_owned(),
            ComparedPlace::Participants { attendance } => format!("{attendance:?}"),
        };
        if *change != Change::Changed {
            all.push(format!("{place}: {change:?}"));
        }
        for line in lines {
            let words: String = line
                .pieces
                .iter()
                .map(|piece| match piece.change {
                    PieceChange::Same => piece.text.clone(),
                    PieceChange::Added => format!("{{+{}+}}", piece.text),
                    PieceChange::Removed => format!("[-{}-]", piece.text),
                })
                .collect();
            let was = line.was.map(|was| format!(" (was {was:?})")).unwrap_or_default();
            all.push(format!("{place}: {:?} {:?}{was}: {words}", line.change, line.form));
        }
    }
    all
}

#[track_caller]
fn check(change: impl FnOnce(&mut Report), expected: &[&str], words: (u32, u32)) {
    let before = report();
    let mut after = before.clone();
    change(&mut after);
    let comparison = compare(&before, &after);
    assert_eq!(said(&comparison), expected);
    assert_eq!((comparison.words.added, comparison.words.removed), words);
    let back = compare(&after, &before);
    assert_eq!((back.words.removed, back.words.added), words, "the other way round");
}

fn blocks(report: &mut Report, item: usize) -> &mut Vec<Block> {
    &mut report.agenda[item].section.blocks
}

#[test]
fn the_same_content_differs_nowhere() {
    check(|_| {}, &[], (0, 0));
    // An empty paragraph is where the cursor stands, not text.
    check(|report| blocks(report, 2).push(Block::paragraph(" ")), &[], (0, 0));
}

#[test]
fn words_within_a_line() {
    check(
        |report| {
            blocks(report, 0)[0] =
                Block::paragraph("The group warmly welcomed the plan and asked for two dates.");
        },
        &[
            "Reading rooms: Changed Paragraph: The group {+warmly +}welcomed the plan and asked for \
           [-a date-]{+two dates+}.",
        ],
        (3, 2),
    );
    check(
        |report| report.agenda[1].title = vec![Inline::text("Lending, renewed")],
        &["Lending, renewed: Changed Title: Lending{+, renewed+}"],
        (1, 0),
    );
    check(
        |report| {
            let bold =
                Inline::Text { text: "Nothing".to_owned(), bold: true, italic: false, link: None };
            let content = vec![bold, Inline::text(" was decided yet.")];
            blocks(report, 1)[0] = Block::Paragraph { content };
        },
        &["Lending: Changed Paragraph: [-Nothing-]{+Nothing+} was decided yet."],
        (1, 1),
    );
    // Without spaces between words, sign by sign.
    let check_words = |before: &str, after: &str, expected: &str| {
        let mut one = report();
        *blocks(&mut one, 1) = vec![Block::paragraph(before)];
        let mut other = one.clone();
        *blocks(&mut other, 1) = vec![Block::paragraph(after)];
        let expected = format!("Lending: Changed Paragraph: {expected}");
        assert_eq!(said(&compare(&one, &other)), [expected]);
    };
    check_words("会议讨论了预算。", "会议通过了预算。", "会议[-讨论-]{+通过+}了预算。");
    check_words(
        "It’s 1,000 euros at the well-known site.",
        "It’s 1,500 euros at the well-kept site.",
        "It’s [-1,000-]{+1,500+} euros at the [-well-known-]{+well-kept+} site.",
    );
}

#[test]
fn lines_that_come_go_and_move() {
    check(
        |report| blocks(report, 0).insert(1, Block::paragraph("Everybody agreed.")),
        &["Reading rooms: Added Paragraph: {+Everybody agreed.+}"],
        (2, 0),
    );
    check(
        |report| {
            blocks(report, 0).remove(1);
        },
        &["Reading rooms: Removed Paragraph: [-Costs were not discussed.-]"],
        (0, 4),
    );
    check(
        |report| blocks(report, 0).swap(0, 1),
        &["Reading rooms: Moved Paragraph: Costs were not discussed."],
        (0, 0),
    );
    check(
        |report| {
            let Block::BulletedList { items } = blocks(report, 0).remove(2) else { return };
            blocks(report, 0).push(Block::NumberedList { items });
        },
        &[
            "Reading rooms: Changed Numbered { depth: 1 } (was Bullet { depth: 1 }): Opening hours by night",
            "Reading rooms: Changed Numbered { depth: 1 } (was Bullet { depth: 1 }): A desk for newcomers",
        ],
        (0, 0),
    );
    check(
        |report| {
            let part = Part {
                title: vec![Inline::text("Costs")],
                blocks: vec![Block::paragraph("Costs were not discussed.")],
            };
            report.agenda[0].section.parts = vec![part];
        },
        &[
            "Reading rooms: Added PartTitle: {+Costs+}",
            "Reading rooms: Added Paragraph: {+Costs were not discussed.+}",
        ],
        (5, 0),
    );
}

#[test]
fn agenda_items_that_come_go_and_move() {
    check(
        |report| report.agenda.insert(1, item(9, "Budget", vec![Block::paragraph("It grew.")])),
        &[
            "Budget: Added",
            "Budget: Added Title: {+Budget+}",
            "Budget: Added Paragraph: {+It grew.+}",
        ],
        (3, 0),
    );
    check(
        |report| {
            report.agenda.remove(1);
        },
        &[
            "Lending: Removed",
            "Lending: Removed Title: [-Lending-]",
            "Lending: Removed Paragraph: [-Nothing was decided yet.-]",
        ],
        (0, 5),
    );
    check(
        |report| {
            report.agenda.swap(0, 1);
            *blocks(report, 0) = vec![Block::paragraph("Nothing was decided.")];
        },
        &["Lending: Moved", "Lending: Changed Paragraph: Nothing was decided[- yet-]."],
        (0, 1),
    );
    check(
        |report| {
            let nested = report.agenda.remove(1);
            report.agenda[0].items.push(nested);
        },
        &["Lending: Moved"],
        (0, 0),
    );
}

#[test]
fn fields_steps_and_people() {
    check(
        |report| {
            report.meeting.number = Some(8);
            report.meeting.moderator = Some(report.participants[0].id);
            report.state = ReportState::Final;
        },
        &[
            "meeting.number: Changed Entry: [-7-]{+8+}",
            "meeting.moderator: Added",
            "meeting.moderator: Added Entry: {+Ada Okoye+}",
            "state: Changed Entry: [-draft-]{+final+}",
        ],
        (3, 2),
    );
    check(
        |report| {
            let owner = Some(Owner::Participant { participant: report.participants[1].id });
            let due = "2026-03-19".parse().ok();
            report.next_steps = vec![NextStep { action: "Ask for a date".to_owned(), owner, due }];
        },
        &[
            "next steps: Added",
            "next steps: Added Entry: {+Ask for a date, Ben Iversen, 2026-03-19+}",
        ],
        (7, 0),
    );
    check(
        |report| {
            report.participants[1].organisation = Some("Harbour Library".to_owned());
            report.participants[2].attendance = Attendance::Apologies;
        },
        &[
            "Present: Changed Entry: Ben Iversen, [-Port-]{+Harbour+} Library",
            "Present: Removed Entry: [-Cleo Marsh, Port Library-]",
            "Apologies: Added",
            "Apologies: Added Entry: {+Cleo Marsh, Port Library+}",
        ],
        (5, 5),
    );
    check(
        |report| report.participants.rotate_left(1),
        &["Present: Moved Entry: Ada Okoye, Cedar Archive"],
        (0, 0),
    );
}

#[test]
fn a_person_named_stays_the_same_word_however_spelt() {
    let speaker = |form| Block::Paragraph {
        content: vec![
            Inline::Speaker { participant: ParticipantId(Uuid::from_u128(1)), form },
            Inline::text(" agreed."),
        ],
    };
    let mut before = report();
    *blocks(&mut before, 1) = vec![speaker(SpeakerForm::Auto)];
    let mut after = before.clone();
    after.participants[0].name = PersonName::parse("Ada Okoye-Lind");
    assert_eq!(
        said(&compare(&before, &after)),
        ["Present: Changed Entry: Ada [-Okoye-]{+Okoye-Lind+}, Cedar Archive"]
    );
    let mut shorter = before.clone();
    *blocks(&mut shorter, 1) = vec![speaker(SpeakerForm::Given)];
    assert_eq!(
        said(&compare(&before, &shorter)),
        ["Lending: Changed Paragraph: [-Ada Okoye-]{+Ada+} agreed."]
    );
}
