//! Title blocks and agendas as working groups on the web and councils print them.

use crate::read::{Reading, read};

fn report(text: &str, name: &str) -> Reading {
    read(text.as_bytes(), name).unwrap().report
}

fn titles(report: &Reading) -> Vec<&str> {
    report.sections.iter().map(|section| section.title.as_str()).collect()
}

fn agenda(report: &Reading) -> Vec<&str> {
    report.agenda.iter().map(|item| item.title.as_str()).collect()
}

fn words(report: &Reading) -> String {
    report.sections.iter().map(|section| format!("{}\n", section.text)).collect()
}

const ABOUT: &str = "One of the buoys was lost in the storm.";

#[test]
fn an_agenda_ends_where_the_meeting_begins() {
    let head = "# Tide Group - 5 March 2026\n\n## Agenda\n\n";
    for (below, items, sections) in [
        // Headings below it with text under them are the meeting itself.
        (
            format!("### Buoys\n\n{ABOUT}\n\n#### Lights\n\n{ABOUT}\n\n### Nets\n\n{ABOUT}\n"),
            &[][..],
            &["Buoys", "Nets"][..],
        ),
        // A heading of the same size ends it, also one that nobody knows.
        (
            format!(
                "* Buoys\n* Nets\n\n## Films and slides\n\n* the film\n\n## Meeting notes\n\n{ABOUT}\n"
            ),
            &["Buoys", "Nets"],
            &["Films and slides", "Meeting notes"],
        ),
        // Its table says more than titles.
        (
            format!(
                "| Min | Agenda topics | Moderator |\n|---|---|---|\n| 0 | Buoys | Ana |\n| 5 | Nets | Tom |\n\n## Notes\n\n### Buoys\n\n{ABOUT}\n\n### Nets\n\n{ABOUT}\n"
            ),
            &["Buoys", "Nets"],
            &["Buoys", "Nets"],
        ),
    ] {
        let report = report(&format!("{head}{below}"), "a.md");
        assert_eq!(agenda(&report), items, "{below}");
        for section in sections {
            assert!(titles(&report).contains(section), "{section}: {:?}", titles(&report));
        }
    }
}

#[test]
fn an_agenda_may_come_after_the_roll_call_and_be_a_table_without_a_heading() {
    let late = format!(
        "# Tide Committee\n\n## Call to order\n\nIt was opened at 9:00 UTC.\n\n## Participants\n\n\
        * Ana Prado (Chair)\n* Tom Hart\n\n## Guests\n\nNobody was there.\n\n## Agenda\n\n* Buoys\n* Nets\n\n## Meeting notes\n\n{ABOUT}\n"
    );
    assert_eq!(agenda(&report(&late, "a.md")), ["Buoys", "Nets"]);
    let table = format!(
        "Tide Committee\n\n5 March 2026\n\n| Agenda topics | Moderator | Minutes |\n|---|---|---|\n\
        | Buoys | Ana | 5 |\n| Nets | Tom | 10 |\n\nQuorum is 4.\n\n**Buoys**\n\n{ABOUT}\n\n**Nets**\n\n{ABOUT}\n"
    );
    let report = report(&table, "a.md");
    assert_eq!(agenda(&report), ["Buoys", "Nets"]);
    assert!(words(&report).contains("Quorum is 4."));
}

#[test]
fn a_line_with_the_time_keeps_what_else_it_says() {
    for (lines, time, venue, kept) in [
        ("Time: 3:00pm - 3:45pm via Beacon", "15:00", Some("Beacon"), ""),
        (
            "Time: 18:00 UTC\n\nThe meeting was called to order at 18:05 UTC",
            "18:00",
            None,
            "called to order at 18:05",
        ),
        (
            "Time: 9:45 - 10:30\n\n9:45 All members were there and joined in time",
            "09:45",
            None,
            "All members were there",
        ),
    ] {
        let text = format!("Tide Committee\n\n5 March 2026\n\n{lines}\n\n1. Buoys\n\n{ABOUT}\n");
        let report = report(&text, "a.txt");
        assert_eq!(report.time.as_deref(), Some(time), "{lines}");
        assert_eq!(report.venue.as_deref(), venue, "{lines}");
        assert!(words(&report).contains(kept), "{lines}: {}", words(&report));
    }
}

#[test]
fn what_stands_in_a_title_block_is_no_number_and_no_group() {
    for (head, number, group, venue) in [
        ("# 2-stage meeting on tides", None, None, None),
        (
            "# Tide Working Group Minutes\n\n1300-1500 afternoon session",
            None,
            Some("Tide Working Group"),
            None,
        ),
        (
            "# Minutes for Tide Working Group\n\nCompiled by Ana Prado (AP)",
            None,
            Some("Tide Working Group"),
            None,
        ),
        (
            "# Tide WG call\n\n## Remote instructions\n\nCalls: https://a.example/group/7",
            None,
            Some("Tide WG call"),
            None,
        ),
        (
            "# March call\n\nAna opened the call. She thanked all.\n\n### Board elections\n\nThey were held.",
            None,
            None,
            None,
        ),
    ] {
        let report = report(&format!("{head}\n\n5 March 2026\n\n## Buoys\n\n{ABOUT}\n"), "a.md");
        assert_eq!(
            (report.number, report.group.as_deref(), report.venue.as_deref()),
            (number, group, venue),
            "{head}"
        );
    }
}

#[test]
fn a_day_may_have_two_figures_for_its_year() {
    for (printed, date) in [("16/01/18", Some("2018-01-16")), ("5/10/16", None)] {
        let text = format!("Tide Committee\n\nDate: {printed}\n\n1. Buoys\n\n{ABOUT}\n");
        let report = report(&text, "a.txt");
        assert_eq!((report.date.as_deref(), report.time.as_deref()), (date, None), "{printed}");
    }
}

#[test]
fn the_first_section_may_stand_at_the_top() {
    let text = format!("# 1. Opening\n\n## 1.1 Welcome\n\n{ABOUT}\n\n# 2. Nets\n\n{ABOUT}\n");
    let report = report(&text, "a.md");
    assert_eq!(titles(&report), ["Opening", "Nets"]);
    assert_eq!(report.sections[0].parts[0].label, "1.1");
}

#[test]
fn what_people_say_in_a_chat_is_not_joined() {
    let text = "Tide Committee\n\nana: the tables were read by the group and found in good order\n\n\
        tom: that is what we hoped for when the work on them began last year\n\nbo: yes\n";
    let found = read(text.as_bytes(), "a.txt").unwrap();
    assert!(found.doubts.iter().all(|doubt| doubt.code != "paragraph_divided"));
    assert!(words(&found.report).contains("\ntom: that"));
}

#[test]
fn the_form_for_minutes_that_word_brings_is_read() {
    let text = format!(
        "Tide Committee\n\nMeeting date | time 5 March 2026 | 9:30am | Meeting location Quay House (Library)\n\n1. Buoys\n\n{ABOUT}\n"
    );
    let report = report(&text, "a.txt");
    assert_eq!(report.date.as_deref(), Some("2026-03-05"));
    assert_eq!(report.time.as_deref(), Some("09:30"));
    assert_eq!(report.venue.as_deref(), Some("Quay House (Library)"));
    assert_eq!(titles(&report), ["Buoys"]);
}

#[test]
fn the_chair_may_be_named_below_the_agenda() {
    let text = format!(
        "Draft Tide Working Group Meeting Summary\n\n5 March 2026\nQuay House\n\n    1. Buoys\n    2. AOB\n\n\
        Chair: Ana Prado\nScribe: Tom Hart\n\nI. Buoys\n\n{ABOUT}\n\nII. AOB\n\nNone.\n"
    );
    let report = report(&text, "a.txt");
    assert_eq!(report.group.as_deref(), Some("Tide Working Group"));
    assert_eq!(report.moderator.as_deref(), Some("Ana Prado"));
    assert!(words(&report).contains("Scribe: Tom Hart"));
}
