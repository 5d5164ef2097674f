//! Reports in the habits of many secretariats: each case is one habit, and what must come of it.

use crate::read::{ReadAgendaItem, Recognised, read};

pub fn recognised(text: &str, name: &str) -> Recognised {
    read(text.as_bytes(), name).unwrap()
}

/// The agenda on one line: items apart by ` / `, those below one in brackets.
fn told(items: &[ReadAgendaItem]) -> String {
    let one = |item: &ReadAgendaItem| match told(&item.items) {
        below if below.is_empty() => item.title.clone(),
        below => format!("{} ({below})", item.title),
    };
    items.iter().map(one).collect::<Vec<_>>().join(" / ")
}

/// The agenda, and the sections on one line each: number, title, labels of its parts.
pub fn check_body(body: &str, name: &str, agenda: &str, sections: &[&str]) {
    let opening = "The 7th meeting of the Tide Group was held on 5 March 2026.";
    let text = if name.ends_with("html") {
        format!("<h1>Summary Report</h1><p>{opening}</p>{body}")
    } else {
        format!("Summary Report\n\n{opening}\n\n{body}\n")
    };
    let report = recognised(&text, name).report;
    assert_eq!(told(&report.agenda), agenda, "{body}");
    let found: Vec<String> = report
        .sections
        .iter()
        .map(|section| {
            let number = section.number.map(|number| format!("{number} ")).unwrap_or_default();
            let parts: Vec<&str> = section.parts.iter().map(|part| part.title.as_str()).collect();
            let parts =
                if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
            format!("{number}{}{parts}", section.title)
        })
        .collect();
    assert_eq!(found, sections, "{body}");
}

#[test]
fn an_agenda_is_whole_and_ends_where_the_discussion_begins() {
    let two = ["1 Tides", "2 Boats and harbours"];
    let below = "1. Tides\n\nThey rise.\n\n2. Boats and harbours\n\nNone.";
    for (agenda, told) in [
        ("1. Tides\n2. Boats and\n   harbours", "Tides / Boats and harbours"),
        (
            "1. Tides\nSpring tides\nNeap tides\n2. Boats and harbours",
            "Tides (Spring tides / Neap tides) / Boats and harbours",
        ),
        (
            "1. Tides\n1.a. Spring\n1.b. Neap\n2. Boats and harbours",
            "Tides (Spring / Neap) / Boats and harbours",
        ),
        ("Tides\nBoats and harbours", "Tides / Boats and harbours"),
    ] {
        check_body(&format!("Agenda\n{agenda}\n\n{below}"), "a.txt", told, &two);
    }
    check_body(
        "<h2>Agenda</h2><table><tr><td>No.</td><td>Topic</td><td>Lead</td></tr>\
         <tr><td>1</td><td>Tides</td><td>Ana</td></tr><tr><td>2</td><td>Boats and harbours</td><td>Bo</td></tr></table>\
         <p><b>1. Tides</b></p><p>They rise.</p><p><b>2. Boats and harbours</b></p><p>None.</p>",
        "a.html",
        "Tides / Boats and harbours",
        &two,
    );
}

#[test]
fn headings_open_sections_however_they_differ_from_the_agenda() {
    let agenda = "<h2>Agenda</h2><ol><li>Tides</li><li>Boats</li></ol>";
    for (body, sections) in [
        // Neither number nor words are on the agenda.
        (
            "<p><b>1. Tides</b></p><p>Up.</p><p><b>5. Visit of the mayor</b></p><p>She came.</p>",
            &["1 Tides", "5 Visit of the mayor"][..],
        ),
        // The same number twice.
        (
            "<p><b>1. Tides</b></p><p>Up.</p><p><b>1. Boats</b></p><p>None.</p>",
            &["1 Tides", "1 Boats"],
        ),
        // Below a styled heading bold words and deeper headings head parts.
        (
            "<h2>Tides</h2><p><b>Spring</b></p><p>Up.</p><h3>3. Neap</h3><p>Down.</p><h2>Boats</h2><p>Actions:</p><ul><li>Ana buys one.</li></ul>",
            &["Tides: Spring, Neap", "Boats"],
        ),
    ] {
        check_body(&format!("{agenda}{body}"), "a.html", "Tides / Boats", sections);
    }
    check_body(
        "Agenda\nA. Tides\nB. Boats\n\nDiscussion\n\nA. Tides\n\nThree:\n\n1. spring\n\n2. neap\n\nB. Boats\n\nNone.",
        "a.txt",
        "Tides / Boats",
        &["Tides", "Boats"],
    );
    check_body(
        "Agenda\nTables of tides;\nNew boats: first reading;\nAny other business.\n\nDiscussion\n\n\
         The tables of tides\n\nAna read all of them aloud.\n\nBoats new in first reading\n\nBo asked for two boats.\n\n\
         AoB\n\nThe members thanked the host.",
        "a.txt",
        "Tables of tides / New boats: first reading / Any other business",
        &["The tables of tides", "Boats new in first reading", "AoB"],
    );
}

/// Group, series, number, venue and moderator, `-` where there is none, and the doubts.
pub fn check_front(front: &str, expected: &str, doubts: &[&str]) {
    let found = recognised(
        &format!("{front}\n\nAgenda\n1. Tides\n\n1. Tides\n\nUp.\n\nParticipants\n1. Ana Prado\n"),
        "a.txt",
    );
    let report = found.report;
    let said = [
        report.group,
        report.series,
        report.number.map(|n| n.to_string()),
        report.venue,
        report.moderator,
    ];
    let said: Vec<String> = said.into_iter().map(|one| one.unwrap_or("-".into())).collect();
    assert_eq!(said.join(" | "), expected, "{front}");
    // A venue that is missing is told by its `-`.
    let told = |code: &&str| !["venue_absent", "time_zone_absent"].contains(code);
    let codes = found.doubts.iter().map(|doubt| doubt.code.as_str());
    let codes: Vec<&str> = codes.filter(told).collect();
    assert_eq!(codes, doubts, "{front}");
}

#[test]
fn title_blocks_of_many_shapes_say_the_same() {
    let two = "Bay Council\nWorking Group on Tides (WG-Tides)\nOnline Meeting\n5 March 2026\n\nSummary Report\n\n";
    check_front(
        &format!(
            "{two}The 7th meeting of the Bay Council Working Group on Tides was held on 5 March 2026."
        ),
        "Bay Council Working Group on Tides | WG-Tides | 7 | Online Meeting | -",
        &[],
    );
    check_front(
        &format!(
            "{two}The 7th meeting of the Working Group on Tides (WG-Tides) was held on 5 March 2026."
        ),
        "Working Group on Tides | WG-Tides | 7 | Online Meeting | -",
        &["group_two_lines"],
    );
    check_front(
        "Bay Working Group on Tides\n(WG-Tides)\n7th meeting - Online - 5 March 2026\n18.00 UTC\n\nSummary Report",
        "Bay Working Group on Tides | WG-Tides | 7 | Online | -",
        &[],
    );
    check_front(
        "Bay Working Group on Tides\nWG-Tides\nSummary Report\n\nThe 7th virtual meeting was held on 5 March 2026.",
        "Bay Working Group on Tides | WG-Tides | 7 | virtual | -",
        &[],
    );
    check_front(
        "Home > Groups > WG Tides\nCoalition on Tides — Report of the 7th Coordination Call\n5 March 2026\n\
         Chairs: Ana Prado & Bo Lind",
        "Coalition on Tides | - | 7 | - | Ana Prado & Bo Lind",
        &["moderators_several"],
    );
    check_front(
        "Tide Group\n\nSummary Report\n\nThe 7th meeting of the Tide Group was held on 5 March 2026. It was chaired by Ms. Ana Prado.",
        "Tide Group | - | 7 | - | Ms. Ana Prado",
        &[],
    );
}

#[test]
fn the_next_meeting_is_found_wherever_it_is_said() {
    for (said, date, doubts) in [
        ("The group meets again on 19 March 2026.", Some("2026-03-19"), &[][..]),
        ("The eighth meeting will be held on 19 March 2026.", Some("2026-03-19"), &[]),
        (
            "The eighth meeting will be held on 19 March 2026, subject to confirmation.",
            None,
            &["next_meeting_undecided"],
        ),
        (
            "The next meeting will be held on 19 February 2026.",
            Some("2026-02-19"),
            &["next_meeting_past"],
        ),
        (
            "The group decided to hold its eighth session from 19 to 20 March 2026 in Lund.",
            Some("2026-03-19"),
            &[],
        ),
        (
            "It decided to hold its eighth session on 19 March 2026, subject to confirmation by the host.",
            Some("2026-03-19"),
            &["next_meeting_subject"],
        ),
        ("The eighth session will be held on 19 March 2026.", Some("2026-03-19"), &[]),
        ("Members agreed to convene the 8th call on 19 March 2026.", Some("2026-03-19"), &[]),
        (
            "It will return to this at its eighth session; papers are due on 19 March 2026.",
            None,
            &[],
        ),
        ("The ninth session will be held on 19 March 2026.", None, &[]),
        ("The sixth meeting was held on 19 February 2026.", None, &[]),
        ("None.\n\nNext steps\n- Ana writes.\n\nNext call: 19 March 2026", Some("2026-03-19"), &[]),
        ("None.\n\nNext steps\n- Ana writes before the next call on 19 March 2026.", None, &[]),
        (
            "None.\n\nDate and place of the next meeting\n19 March 2026, Lisbon",
            Some("2026-03-19"),
            &[],
        ),
    ] {
        let text = format!(
            "Summary Report\n\nThe 7th meeting of the Tide Group was held online on 5 March 2026.\n\n\
             Agenda\n1. Tides\n\nDiscussion\n1. Tides\n\n{said}\n\nParticipants\n1. Ana Prado\n"
        );
        let found = recognised(&text, "a.txt");
        let next = found.report.next_meeting.and_then(|next| next.date);
        assert_eq!(next.as_deref(), date, "{said}");
        let codes: Vec<&str> = found.doubts.iter().map(|doubt| doubt.code.as_str()).collect();
        assert_eq!(codes, doubts, "{said}");
    }
}
