//! What a report prints, as tables of cases over one small invented meeting.

use super::*;
use crate::model::{
    AgendaItemId, AgendaItemKind, Meeting, NextMeeting, Part, ParticipantId, PersonName, Section,
    TimeOfDay,
};
use chrono::NaiveDate;
use uuid::Uuid;

fn id(number: u128) -> ParticipantId {
    ParticipantId(Uuid::from_u128(number))
}

fn person(number: u128, name: &str, role: &str, organisation: &str) -> Participant {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Participant {
        id: id(number),
        person: None,
        name: PersonName::parse(name),
        role: some(role),
        status: None,
        organisation: some(organisation),
        attendance: Attendance::Present,
    }
}

fn item(number: u128, title: &str, kind: AgendaItemKind, blocks: Vec<Block>) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId(Uuid::from_u128(number)),
        kind,
        title: vec![Inline::text(title)],
        heading: None,
        listed: true,
        section: Section { blocks, parts: vec![] },
        items: vec![],
    }
}

fn says(number: u128, words: &str) -> Block {
    let speaker = Inline::Speaker { participant: id(number), form: SpeakerForm::Auto };
    Block::Paragraph { content: vec![speaker, Inline::text(words)] }
}

fn report() -> Report {
    let date = |day| NaiveDate::from_ymd_opt(2026, 3, day);
    Report {
        meeting: Meeting {
            series: "WG-Strategy".into(),
            number: Some(112),
            date: date(19),
            time: TimeOfDay::new(13, 0),
            time_zone: "UTC".into(),
            venue: Venue::Online,
            moderator: Some(id(1)),
            opened_by: Some(id(1)),
            recording_available: true,
        },
        state: ReportState::Draft,
        opening: vec![],
        agenda: vec![
            item(10, "Plans", AgendaItemKind::Item, vec![says(2, " asked. "), says(2, " agreed.")]),
            item(11, "Update", AgendaItemKind::Secretariat, vec![]),
            item(12, "Any other business (AoB)", AgendaItemKind::AnyOtherBusiness, vec![]),
        ],
        next_steps: vec![],
        next_meeting: NextMeeting {
            date: NaiveDate::from_ymd_opt(2026, 4, 2),
            time: TimeOfDay::new(19, 0),
            time_zone: "UTC".into(),
        },
        participants: vec![
            person(2, "Jorge Zamora", "", "Lake Institute"),
            person(1, "Ada Moreau", "Group's Co-Chair", "Government of Freedonia"),
        ],
    }
}

fn template() -> Template {
    Template::parse(Template::built_in()[0]).unwrap()
}

/// The printed report, a line a block.
fn lines(report: &Report) -> Vec<String> {
    fn block_lines(blocks: &[PrintedBlock], depth: usize, lines: &mut Vec<String>) {
        let text = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        for block in blocks {
            match block {
                PrintedBlock::TitleLine(runs) => lines.push(format!("^ {}", text(runs))),
                PrintedBlock::Title(runs) => lines.push(format!("T {}", text(runs))),
                PrintedBlock::Paragraph(runs) => lines.push(text(runs)),
                PrintedBlock::Heading(heading) => {
                    let label = heading.number.as_ref().map(|n| n.format.label(n.value, 0) + " ");
                    lines.push(format!(
                        "H{} {}{}",
                        heading.level,
                        label.unwrap_or_default(),
                        text(&heading.runs)
                    ));
                }
                PrintedBlock::List(list) => {
                    for (at, entry) in list.entries.iter().enumerate() {
                        let from = lines.len();
                        block_lines(&entry.blocks, depth + 1, lines);
                        let label = list.format.label(u32::try_from(at + 1).unwrap(), depth);
                        lines[from] = format!("{label} {}", lines[from]);
                    }
                }
            }
        }
    }
    let mut all = Vec::new();
    block_lines(&print(report, &template()).unwrap().blocks, 0, &mut all);
    all
}

#[test]
fn the_whole_report_in_the_house_style() {
    assert_eq!(
        lines(&report()),
        [
            "^ MAG Working Group on Strategy",
            "^ Online Meeting",
            "^ 19 March 2026 at 13:00 UTC",
            "T Summary Report",
            "The 112th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 19 March 2026 at 13:00 UTC. The meeting was moderated by Ada Moreau, and a recording of the meeting is available upon request.",
            "Ada opened the meeting by introducing the agenda.",
            "H1 Agenda",
            "1. Plans",
            "2. Update",
            "3. Any other business (AoB)",
            "H1 Discussion",
            "H2 1. Plans",
            "Jorge Zamora asked. ",
            "Jorge agreed.",
            "H2 2. Update",
            "There were no representatives from the Secretariat on the call.",
            "H2 3. Any other business (AoB)",
            "The next meeting of the WG-Strategy will be held on 2 April 2026 at 19:00 UTC.",
            "H1 List of participants",
            "1. Ada Moreau, Group’s Co-Chair, Government of Freedonia",
            "2. Jorge Zamora, Lake Institute",
        ]
    );
}

fn check(change: impl Fn(&mut Report), line: &str) {
    let mut report = report();
    change(&mut report);
    let lines = lines(&report);
    assert!(lines.iter().any(|printed| printed.contains(line)), "{line} in {lines:#?}");
}

#[test]
fn data_decides_what_is_printed() {
    check(|r| r.meeting.recording_available = false, "moderated by Ada Moreau.");
    check(|r| r.meeting.number = None, "The [number] virtual meeting");
    check(|r| r.meeting.date = None, "held on [date] at 13:00 UTC");
    check(|r| r.meeting.moderator = None, "moderated by [moderator],");
    check(
        |r| r.meeting.date = NaiveDate::from_ymd_opt(2025, 12, 31),
        "^ MAG Working Group on IGF Strengthening and Strategy",
    );
    check(
        |r| r.meeting.date = NaiveDate::from_ymd_opt(2026, 1, 1),
        "^ MAG Working Group on Strategy",
    );
    check(|r| r.meeting.venue = Venue::InPerson { place: "Lyon".into() }, "^ Lyon");
    check(|r| r.meeting.venue = Venue::InPerson { place: "Lyon".into() }, "The 112th meeting of");
    check(|r| r.meeting.venue = Venue::Hybrid { place: String::new() }, "^ [place] and online");
    check(|r| r.next_meeting.date = None, "The date of the next meeting will be communicated");
    check(|r| drop(r.agenda.pop()), "H1 Next meeting");
    check(|r| r.agenda[0].section.blocks.clear(), "There was no discussion under this item.");
    check(|r| r.agenda[0].title.clear(), "H2 1. [title]");
    check(|r| r.participants[0].attendance = Attendance::Apologies, "H1 Apologies");
    check(
        |r| {
            r.next_steps.push(NextStep {
                action: "Write the plan".into(),
                owner: Some(Owner::Participant { participant: id(2) }),
                due: NaiveDate::from_ymd_opt(2026, 3, 27),
            })
        },
        "• Write the plan (Jorge Zamora, by 27 March 2026)",
    );
}

/// An item with these words of its own and, inside it, two items with these.
fn nested(own: &str, first: &str, second: &str) -> Report {
    let words = |text: &str| if text.is_empty() { vec![] } else { vec![Block::paragraph(text)] };
    let mut report = report();
    report.agenda[0].section.blocks = words(own);
    report.agenda[0].items = vec![
        item(31, "Timeline", AgendaItemKind::Item, words(first)),
        item(32, "Members", AgendaItemKind::Item, words(second)),
    ];
    report
}

#[test]
fn items_that_were_only_listed_say_nothing_of_their_discussion() {
    #[track_caller]
    fn check(own: &str, first: &str, second: &str, wanted: &[&str]) {
        let report = nested(own, first, second);
        let template = template();
        let printed = lines(&report);
        let from = printed.iter().rposition(|line| line.starts_with("H2 1.")).unwrap() + 1;
        let to = printed.iter().position(|line| line.starts_with("H2 2.")).unwrap();
        assert_eq!(printed[from..to], *wanted);
        let generated = generate(&report, &template).unwrap();
        let hidden: Vec<_> = generated.items.iter().filter(|item| item.not_printed).collect();
        let headings = wanted.iter().filter(|line| line.starts_with("H3")).count();
        assert_eq!(hidden.len(), 2 - headings, "{generated:#?}");
        assert!(hidden.iter().all(|item| item.empty_sentence.is_empty()));
    }
    let none = "There was no discussion under this item.";
    check("Said.", "", "", &["Said."]);
    check("", "", "", &["H3 A. Timeline", none, "H3 B. Members", none]);
    check("", "One.", "", &["H3 A. Timeline", "One.", "H3 B. Members", none]);
    check("Said.", "One.", "", &["Said.", "H3 A. Timeline", "One.", "H3 B. Members", none]);
}

#[test]
fn shared_given_names_stay_full() {
    let mut report = report();
    report.participants.push(person(3, "Jorge Luis Cano", "", ""));
    assert!(lines(&report).contains(&"Jorge Zamora agreed.".to_owned()));
}

#[test]
fn parts_and_nested_items_are_lettered_where_there_are_two() {
    let part = |title: &str| Part {
        title: vec![Inline::text(title)],
        blocks: vec![Block::paragraph("Said.")],
    };
    let mut report = report();
    report.agenda[0].section.parts = vec![part("Only")];
    assert!(lines(&report).contains(&"H3 Only".to_owned()));
    report.agenda[0].items =
        vec![item(20, "Nested", AgendaItemKind::Item, vec![says(2, " left.")])];
    let printed = lines(&report);
    for expected in ["a. Nested", "H3 A. Only", "H3 B. Nested"] {
        assert!(printed.iter().any(|line| line.ends_with(expected)), "{expected} in {printed:#?}");
    }
}

#[test]
fn the_window_is_told_the_same_words() {
    let generated = generate(&report(), &template()).unwrap();
    assert_eq!(generated.speakers, ["Jorge Zamora", "Jorge"]);
    assert_eq!(generated.items[1].section_label, "2.");
    assert_eq!(generated.next_meeting_item, Some(report().agenda[2].id));
    assert_eq!(
        generated.participants[0].text,
        "Ada Moreau, Group's Co-Chair, Government of Freedonia"
    );
    assert_eq!(generated.file_name, "WG-Strategy-112-Summary-Report-2026-03-19");
    assert_eq!(generated.state_mark, "Draft");
    assert!(generated.warnings.is_empty(), "{:?}", generated.warnings);
}

#[test]
fn gaps_are_warnings() {
    let mut report = report();
    report.meeting.number = None;
    report.meeting.moderator = None;
    report.agenda[0].title.clear();
    report.participants.iter_mut().for_each(|person| person.attendance = Attendance::Mentioned);
    let fields: Vec<String> =
        generate(&report, &template()).unwrap().warnings.into_iter().map(|w| w.field).collect();
    assert_eq!(fields, ["meeting.number", "meeting.moderator", "agenda.0.title", "participants"]);
}

#[test]
fn both_built_in_templates_print() {
    for file in Template::built_in() {
        let printed = print(&report(), &Template::parse(file).unwrap()).unwrap();
        assert!(printed.blocks.len() > 10, "{}", printed.title);
    }
}
