//! More habits of secretariats, among them those of university and port minutes: each case is one
//! habit, and what must come of it.

use super::variety_tests::{check_body, check_front, recognised};

#[test]
fn numbers_without_a_full_stop_count_headings_and_items() {
    let two = ["1 Tides", "2 Boats", "3 Other business"];
    for body in [
        // A heading is told by its style, an item by the list it counts on in.
        "# Agenda\n\n1 Tides\n2 Boats\n3 Other business\n\n## 1 Tides\n\nUp.\n\n## 2 Boats\n\nNone.\n\n## 3 Other business\n\nNone.",
        "**Agenda**\n\n1\tTides\n2\tBoats\n3\tOther business\n\n**1   Tides**\n\nUp.\n\n**2   Boats**\n\nNone.\n\n**3   Other business**\n\nNone.",
        "Agenda\n\n1 – Tides\n2 – Boats\n3 – Other business\n\n1 – Tides\n\nUp.\n\n2 – Boats\n\nNone.\n\n3 – Other business\n\nNone.",
        "Agenda\n\n1: Tides\n2: Boats\n3: Other business\n\nDiscussion\n\n1: Tides\n\nUp.\n\n2: Boats\n\nNone.\n\n3: Other business\n\nNone.",
        "# Agenda\n\nI Tides\nII Boats\nIII Other business\n\n## I Tides\n\nUp.\n\n## II Boats\n\nNone.\n\n## III Other business\n\nNone.",
    ] {
        check_body(body, "a.md", "Tides / Boats / Other business", &two);
    }
    // What does not count on is an amount, a year or a day.
    check_body(
        "Agenda\n1. Tides\n\n1. Tides\n\n1 May was stormy\n\n40 Boats lay idle",
        "a.txt",
        "Tides",
        &["1 Tides"],
    );
}

#[test]
fn a_counted_heading_stands_by_itself_where_recognition_saw_no_blank_line() {
    let text = "Ana read the tables aloud for an hour, and the harbour was asked for\nthe letters that it wrote to them in the last year.";
    check_body(
        &format!(
            "Agenda\n\n1. Tides\n\n2. Boats\n\n3. Port\n\nItem 1: Tides\n\n{text}\n\nItem 2: Boats\n\n{text} {text}\nItem 3: Port\n\n{text}"
        ),
        "a.txt",
        "Tides / Boats / Port",
        &["1 Tides", "2 Boats", "3 Port"],
    );
}

#[test]
fn an_agenda_may_be_a_sentence() {
    for agenda in [
        "Agenda\n\nThe following items were on the agenda: (1) tides in spring; (2) boats; and (3) any other business.",
        "Agenda\n\nItems: a) tides in spring; b) boats; and c) any other business.",
        "Agenda: 1. tides in spring; 2. boats; 3. any other business.",
        "The agenda was as follows: (1) tides in spring, (2) boats, and (3) any other business.",
    ] {
        check_body(
            &format!("{agenda}\n\nDiscussion\n\n1. Tides in spring\n\nUp.\n\n2. Boats\n\nNone."),
            "a.txt",
            "tides in spring / boats / any other business",
            &["1 Tides in spring", "2 Boats"],
        );
    }
}

#[test]
fn small_letters_open_parts_where_they_stand_over_text() {
    let text = "Ana read the tables aloud for an hour.";
    check_body(
        &format!("Agenda\n1. Tides\n\n1. Tides\n\na) Spring\n\n{text}\n\nb) Neap\n\n{text}"),
        "a.txt",
        "Tides",
        &["1 Tides: Spring, Neap"],
    );
    // Entries of a list stay entries.
    for list in ["a) Spring\nb) Neap", "a) Spring\n\nb) Neap", "b) Spring"] {
        check_body(
            &format!("Agenda\n1. Tides\n\n1. Tides\n\nThere are two:\n\n{list}\n\n{text}"),
            "a.txt",
            "Tides",
            &["1 Tides"],
        );
    }
}

#[test]
fn sentences_say_where_and_under_whom_the_group_met() {
    let held = "Summary Report\n\nThe 7th meeting of the Tide Group was held";
    for (said, venue, moderator) in [
        (" in Bergen on 5 March 2026.", "Bergen", "-"),
        (" on 5 March 2026 at 10:00 at Quay House, Pier 3, Lund.", "Quay House, Pier 3, Lund", "-"),
        (" on 5 March 2026. Captain Bo Lind was in the chair.", "-", "Captain Bo Lind"),
        (" in Oslo on 5 March 2026, with Ms Ana Prado in the chair.", "Oslo", "Ms Ana Prado"),
        (" in April 2026, on the 5 April 2026.", "-", "-"),
        (
            " on 5 March 2026. Ms Ana Prado and Mr. Bo Lind co-chaired.",
            "-",
            "Ms Ana Prado and Mr. Bo Lind",
        ),
    ] {
        check_front(
            &format!("{held}{said}"),
            &format!("Tide Group | - | 7 | {venue} | {moderator}"),
            if moderator.contains(" and ") { &["moderators_several"] } else { &[] },
        );
    }
    check_front(
        "Tide Committee\n\nReport of Meeting 7 of 2025/26, held on 5 March 2026 in the Map Room, Old Quay",
        "Tide Committee | - | 7 | Map Room, Old Quay | -",
        &[],
    );
    check_front(
        "BAY COUNCIL\n\nMinutes of the 7th meeting held in the Map Room, Quay Lane on Thursday 5th March 2026 at 7.30 pm",
        "BAY COUNCIL | - | 7 | Map Room, Quay Lane | -",
        &[],
    );
    check_front(
        "WG-Tides — Summary Report — Bay\n\nSummary Report\n\nThe 7th meeting of the Bay Working Group on Tides (WG-Tides) was held on 5 March 2026.",
        "Bay Working Group on Tides | WG-Tides | 7 | - | -",
        &[],
    );
    check_front(
        "WG-Tides 7\nBay Working Group on Tides (WG-Tides)\nOnline Meeting\n5 March 2026",
        "Bay Working Group on Tides | WG-Tides | 7 | Online Meeting | -",
        &[],
    );
    check_front(
        "Tide Committee\n\nMeeting 7/2026\nOnline\n5 March 2026\nChair: Ana Prado",
        "Tide Committee | - | 7 | Online | Ana Prado",
        &[],
    );
}

#[test]
fn a_list_that_gives_the_family_name_first_does_so_throughout() {
    let list = "Mac Giolla, Fiona (Chair); Prado, Ana (NIC.br); Lind-Holm, Bo (Sesam); Quispe Tito, H.E. Aurelio (Andesia); ap Rhys, Dylan (Union)";
    let text = format!(
        "Summary Report\n\nThe 7th meeting of the Tide Group was held on 5 March 2026.\n\nAgenda\n1. Tides\n\n1. Tides\nUp.\n\nParticipants\n\n{list}.\n"
    );
    let people = recognised(&text, "a.txt").report.participants;
    let told: Vec<String> =
        people.iter().map(|one| format!("{} | {}", one.given, one.family)).collect();
    let expected = [
        "Fiona | Mac Giolla",
        "Ana | Prado",
        "Bo | Lind-Holm",
        "Aurelio | Quispe Tito",
        "Dylan | ap Rhys",
    ];
    assert_eq!(told, expected);
}

#[test]
fn tables_drawn_with_dashes_are_tables() {
    let text = "  Group   Tide Group (TG)\n  ------- -----------------\n  Venue   Online Meeting\n  Date    5 March 2026\n\n\
        Summary Report\n\nAgenda\n\n  No.   Item      Time\n  ----- --------- ------\n  1     Tides     5 min\n  2     Boats     2 min\n\n\
        1. Tides\n\nUp.\n\n2. Boats\n\nNone.\n\nParticipants\n\n  -------------------------------\n  #   Name          Affiliation\n  --- ------------- -------------\n  1   Ana Prado     Sea Board,\n                    Lund\n\n  2   Bo Lind       Sesam\n  -------------------------------\n";
    for name in ["a.txt", "a.md"] {
        let report = recognised(text, name).report;
        let front = [report.group, report.venue, report.date].map(Option::unwrap_or_default);
        assert_eq!(front, ["Tide Group", "Online Meeting", "2026-03-05"], "{name}");
        let items: Vec<&str> = report.agenda.iter().map(|item| item.title.as_str()).collect();
        assert_eq!(items, ["Tides", "Boats"], "{name}");
        let people: Vec<String> = report
            .participants
            .iter()
            .map(|one| format!("{} | {}", one.name, one.affiliation))
            .collect();
        assert_eq!(people, ["Ana Prado | Sea Board, Lund", "Bo Lind | Sesam"], "{name}");
    }
}

#[test]
fn items_that_councils_number_are_sections_and_say_who_was_there() {
    check_body(
        "Present: Cllr Ana Prado (Chairman), Cllr Bo Lind, Mr T. Hart (Clerk)\n\n1. Apologies for absence\nApologies were received from Cllr Denton.\n\n2. Tides\nUp.\n\n3. Boats\nNone.",
        "a.txt",
        "",
        &["1 Apologies for absence", "2 Tides", "3 Boats"],
    );
    check_body(
        "1. Present\n- Ana Prado, Sea Board\n- Bo Lind, Sesam\n\n2. Tides\nUp.\n\n3. Boats\nNone.",
        "a.txt",
        "",
        &["2 Tides", "3 Boats"],
    );
}

#[test]
fn initials_are_no_list_marks() {
    for (list, expected) in [
        ("- J. Smith, NIC\n- D. C. Jones (Sea Board)", ["J. | Smith", "D. C. | Jones"]),
        ("J. Smith, NIC\nT. Hart, Sesam", ["J. | Smith", "T. | Hart"]),
        ("A. Ana Prado, NIC\nB. Bo Lind, Sesam", ["Ana | Prado", "Bo | Lind"]),
    ] {
        let text = format!(
            "Summary Report\n\nThe 7th meeting of the Tide Group was held on 5 March 2026.\n\nAgenda\n1. Tides\n\n1. Tides\nUp.\n\nParticipants\n{list}\n"
        );
        let people = recognised(&text, "a.txt").report.participants;
        let told: Vec<String> =
            people.iter().map(|one| format!("{} | {}", one.given, one.family)).collect();
        assert_eq!(told, expected, "{list}");
    }
}

#[test]
fn a_row_of_the_title_block_may_name_the_people_and_an_annex_stands_alone() {
    let text = "<h1>Meeting notes of the Tide Group</h1><table><tr><th>Date</th><td>5 March 2026</td></tr>\
        <tr><th>Participants</th><td>Ana Prado (Sea Board), Bo Lind (Sesam), Ida Wu</td></tr>\
        <tr><th>Apologies</th><td>Tom Hart</td></tr></table><h2>Agenda</h2><ol><li>Tides</li></ol>\
        <p><b>1. Tides</b></p><p>Up.</p><p><b>Annex A: Tables</b></p><p>Those of 2025.</p>";
    let report = recognised(text, "a.html").report;
    let people: Vec<&str> = report.participants.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(people, ["Ana Prado", "Bo Lind", "Ida Wu"]);
    assert_eq!(report.apologies.len(), 1);
    let titles: Vec<&str> = report.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, ["Tides", "Annex A: Tables", "Apologies"]);
}

#[test]
fn what_stands_below_the_people_is_nobody() {
    for below in [
        "Excused: Cllr Tom Hart, Cllr Ina Berg.",
        "Unable to attend: Tom Hart, Ina Berg",
        "Annex: two plans of the harbour (available at the counter).",
        "Annex II: events of the year (extract)\n\n7 March: Webinar for newcomers, Ana Prado",
        "Appendix 1: Tables",
        "[1] The calendar was sent to the list on 20 February 2023.",
        "[12] See General Assembly resolution 70/125, para. 63.",
    ] {
        let text = format!(
            "Summary Report\n\nAgenda\n1. Tides\n\nDiscussion\n\n1. Tides\n\nUp.\n\nList of participants\n\n- Ana Prado, Harbour Office\n- Bo Lind, Example Society\n\n{below}\n"
        );
        let reading = recognised(&text, "a.txt");
        let people: Vec<String> =
            reading.report.participants.iter().map(|one| one.family.clone()).collect();
        assert_eq!(people, ["Prado", "Lind"], "{below}");
    }
}

#[test]
fn opening_sentences_say_when_between_the_meeting_and_its_group() {
    let said = [
        ("The 9th virtual meeting in 2026 of the Tide Group", "virtual"),
        ("The ninth online meeting this year of the Tide Group", "online"),
        ("The ninth meeting of 2026 of the Tide Group", "-"),
        ("The ninth meeting of the 2025-2026 cycle of the Tide Group", "-"),
        ("The ninth regular meeting held so far of the Tide Group", "-"),
        ("The ninth extraordinary meeting, in the new term, of the Tide Group", "-"),
        ("The Tide Group’s ninth meeting in 2026", "-"),
        ("The ninth Tide Group meeting this year", "-"),
    ];
    for (said, how) in said {
        let text =
            format!("{said} was held on 5 March 2026 at 18:00 UTC. It was moderated by Bo Lind.");
        check_front(&text, &format!("Tide Group | - | 9 | {how} | Bo Lind"), &[]);
    }
    for said in [
        "On 5 March 2026 at 18:00 UTC, the Tide Group gathered for a ninth time. Bo Lind chaired the meeting.",
        "Members of the Tide Group came together on 5 March 2026 for their ninth meeting, moderated by Bo Lind.",
        "This was the ninth meeting of the Tide Group; it began on 5 March 2026 and was chaired by Bo Lind.",
    ] {
        check_front(said, "Tide Group | - | 9 | - | Bo Lind", &["opening_in_parts"]);
    }
    for said in [
        "The group was set up by the third meeting of the Bay Board, held on 5 March 2020.",
        "The next meeting of the Tide Group will be held on 5 March 2026.",
    ] {
        check_front(said, "- | - | - | - | -", &[]);
    }
}

#[test]
fn title_blocks_name_the_body_itself_its_place_and_its_chair() {
    check_front(
        "Technical Committee 8 “Tides”\nTask Group 3: Harbour Signs\nSummary record of the IX meeting\n\nHeld by video conference on 2026-03-05, 09:00–11:30 UTC",
        "Task Group 3: Harbour Signs | - | 9 | video conference | -",
        &["group_two_lines"],
    );
    check_front(
        "Bay Council\nSub-Committee on Tides\nReport of the 9th meeting\nHeld at Quay House on 5 March 2026",
        "Sub-Committee on Tides | - | 9 | Quay House | -",
        &["group_two_lines"],
    );
    check_front(
        "Tide Group\nReport of the 9th meeting\n\nDate: 5 March 2026\nVenue: Quay House, Pier 3 Chair: Bo Lind Minutes: Eva Luz",
        "Tide Group | - | 9 | Quay House, Pier 3 | Bo Lind",
        &[],
    );
    let list = |end: &str| {
        recognised(
            &format!(
                "Tide Group\n9th meeting\n5 March 2026\n\nAgenda\n1. Tides\n2. Boats\n3. Nets\n4, AoB\n\n{end}"
            ),
            "a.txt",
        )
    };
    let named =
        list("1. Tides\n\nUp.\n\nParticipants\nBo Lind (Convenor), Sesam\nEva Luz, Red Azul\n");
    assert_eq!(named.report.moderator.as_deref(), Some("Bo Lind"));
    assert_eq!(named.report.agenda.last().map(|item| item.title.as_str()), Some("AoB"));
    let opened = list(
        "1. Tides\n\nThe Convenor, Mr. Lind, opened the meeting at 09:00 UTC.\n\nParticipants\nBo Lind, Sesam\nEva Luz, Red Azul\n",
    );
    assert_eq!(opened.report.moderator.as_deref(), Some("Bo Lind"));
}

#[test]
fn a_number_that_is_printed_twice_in_a_list_is_no_heading() {
    let report = recognised(
        "Tide Group\n9th meeting\n5 March 2026\n\nAgenda\n1. Tides\n2. Survey\n3. Boats\n\n1. Tides\n\nUp.\n\n2. Survey\n\nBo Lind read the results:\n\n1. tides (72%)\n2. boats (65%)\n3. nets (48%)\n3. quays (22%)\n\nThey agreed.\n\n3. Boats\n\nThey are dry.\n",
        "a.txt",
    );
    let titles: Vec<&str> =
        report.report.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, ["Tides", "Survey", "Boats"]);
}

#[test]
fn people_that_stand_first_are_followed_by_the_discussion() {
    let people = "Attendees:\nBo Lind, Eva Luz, Ana Prado\n\nChair: Tom Hart\nScribe: Ida Moss\n\n";
    let listed = "Present\n* Bo Lind\n* Eva Luz\n* Ana Prado\n\n";
    let sections = "1. Tides\n\nBo Lind heard from the quay that the tides would be higher at nine.\n\n2. Boats\n\nThey are dry, and will be for some time.\n";
    let minutes =
        "Minutes\n\nBo Lind heard from the quay that the tides would be higher at nine.\n";
    for (people, body, titles) in [
        (people, sections, &["Tides", "Boats"][..]),
        (listed, sections, &["Tides", "Boats"]),
        (listed, minutes, &[""]),
    ] {
        let text = format!("Tide Group\nMeeting Summary\n5 March 2026\n\n{people}{body}");
        let report = recognised(&text, "a.txt").report;
        let found: Vec<&str> =
            report.sections.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(found, titles, "{text}");
        let names: Vec<&str> = report.participants.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names[..3], ["Bo Lind", "Eva Luz", "Ana Prado"], "{text}");
    }
}

#[test]
fn title_blocks_without_labels_name_the_place() {
    let held = "The 7th meeting of the Tide Group was held on 5 March 2026.";
    for (block, venue, doubts) in [
        (
            "Tide Group\n\nGuild House, 4 Quill Lane, Lund",
            "Guild House, 4 Quill Lane, Lund",
            &[][..],
        ),
        ("Tide Group\nT/2026/7\nKasungu, 5 March 2026", "Kasungu", &["venue_guessed"]),
        (
            "Tide Group\nPorto Alegre, Brazil\n5 March 2026",
            "Porto Alegre, Brazil",
            &["venue_guessed"],
        ),
        (
            "Tide Group\n5 March 2026, 16:00 (Bishkek time)\nLibrary of the Lyceum and Jitsi",
            "Library of the Lyceum and Jitsi",
            &[],
        ),
        ("Tide Group\n5 March 2026\nvia Zoom", "via Zoom", &[]),
        ("Tide Group\n5 March 2026\nLund (hybrid)", "Lund (hybrid)", &[]),
        ("Tide Group\n5 March 2026\nThe Keepers of the Lights", "-", &[]),
    ] {
        check_front(
            &format!("{block}\n\nSummary Report\n\n{held}"),
            &format!("Tide Group | - | 7 | {venue} | -"),
            doubts,
        );
    }
}

#[test]
fn a_table_of_labels_may_have_become_lines() {
    for block in [
        "Group\n\nBay Council Working Group on Remote\nParticipation (WG-Tides)\n\nMeeting\n\n7th meeting of 2026\n\nDate\n\n5 March 2026\n\nVenue\n\nQuay House\n\nChair\n\nAna Prado",
        "Group Bay Council Working Group on Remote\nParticipation (WG-Tides)\n\nMeeting 7th meeting of 2026\n\nVenue Quay House\n\nChair Ana Prado",
        "Group     Bay Council Working Group on Remote\n          Participation (WG-Tides)\n\nMeeting   7th meeting of 2026\n\nVenue     Quay House\n\nChair     Ana Prado",
        "Group:\nBay Council Working Group on Remote Participation (WG-Tides)\nMeeting:\n7th meeting\nVenue:\nQuay House\nChair:\nAna Prado",
    ] {
        check_front(
            &format!("{block}\n\nSummary Report"),
            "Bay Council Working Group on Remote Participation | WG-Tides | 7 | Quay House | Ana Prado",
            &[],
        );
    }
    check_front(
        "Tide Group\n\nReport of the Tide Group on its work\n\nThe 7th meeting of the Tide Group was held on 5 March 2026.",
        "Tide Group | - | 7 | - | -",
        &[],
    );
}

#[test]
fn other_lines_of_a_title_block_are_no_sections() {
    let body = "## Agenda\n\n1. Tides\n\n### 1. Tides\n\nUp.\n";
    for block in [
        "**T/2026/7**\n\n**Tide Group**\n\n**5 March 2026**\n\n# Notes of the meeting",
        "# League of Bays\n\n## Tide Committee\n\n# Minutes of the 7th meeting\n\n5 March 2026",
        "**League of Bays**\n\n# Report\n\nThe 7th meeting of the Tide Group was held on 5 March 2026.",
    ] {
        let report = recognised(&format!("{block}\n\n{body}"), "a.md").report;
        let titles: Vec<&str> = report.sections.iter().map(|one| one.title.as_str()).collect();
        assert!(matches!(titles[..], ["", "Tides"] | ["Tides"]), "{block}: {titles:?}");
        for kept in ["T/2026/7", "League of Bays"] {
            let said = report.sections[0].text.contains(kept);
            assert_eq!(said, block.contains(kept), "{block}");
        }
    }
    // What has text below it is a section.
    let text = format!(
        "# Tide Group\n\n5 March 2026\n\n## Highlights\n\nAna read all of the tables aloud.\n\n{body}"
    );
    let report = recognised(&text, "a.md").report;
    assert_eq!(report.sections[0].title, "Highlights");
}

#[test]
fn a_roman_heading_stands_close_above_a_numbered_paragraph() {
    check_body(
        "Agenda\n1. Tides\n2. Boats\n\nI. Tides\n1. The group read the tables.\n\nII. Boats\n2. The group has no boats.\n\nIII. Closing\n3. The group thanked the host.",
        "a.txt",
        "Tides / Boats",
        &["1 Tides", "2 Boats", "3 Closing"],
    );
}

#[test]
fn lines_alike_above_text_head_the_parts_of_a_section() {
    let text = "Ana read all of the tables aloud for an hour.";
    check_body(
        &format!(
            "Agenda\n1. Tides\n\n1. Tides\n\nFirst call (07:00 UTC)\n\n{text}\n\nSecond call (18:00 UTC)\n\n{text}"
        ),
        "a.txt",
        "Tides",
        &["1 Tides: First call (07:00 UTC), Second call (18:00 UTC)"],
    );
    check_body(
        &format!(
            "**Agenda**\n\n1. Tides\n\n**1. Tides**\n\n**Tables**\n\n{text}\n\n**Lamps**\n\n{text}"
        ),
        "a.md",
        "Tides",
        &["1 Tides: Tables, Lamps"],
    );
    // Two entries alike are not enough, and one alone is text.
    for said in [format!("First call\n\n{text}"), format!("Bo Lind\n\n{text}\n\nBo Salt\n\n{text}")]
    {
        check_body(
            &format!("Agenda\n1. Tides\n\n1. Tides\n\n{said}"),
            "a.txt",
            "Tides",
            &["1 Tides"],
        );
    }
}

#[test]
fn a_list_with_gaps_ends_in_no_heading() {
    check_body(
        "Agenda\n1. Tides\n2. Boats\n3. Lamps\n\n1. Tides\n\nUp.\n\n2. Boats\n\nThere are three questions:\n\n1. Who has one?\n\n2. Who needs one?\n\n3. What would it cost us?\n\nNobody knew.\n\n3. Lamps\n\nNone.",
        "a.txt",
        "Tides / Boats / Lamps",
        &["1 Tides", "2 Boats", "3 Lamps"],
    );
}

#[test]
fn what_no_report_says_of_its_meeting_is_asked() {
    for (held, codes) in [
        ("held on 5 March 2026", &["venue_absent"][..]),
        ("held in Suva on 5 March 2026 at 14:00", &["time_zone_absent"]),
        ("held on 5 March 2026 at 14:00", &["venue_absent", "time_zone_absent"]),
        ("held online on 5 March 2026 at 14:00 UTC", &[]),
    ] {
        let text = format!(
            "Summary Report\n\nThe 7th meeting of the Tide Group was {held}.\n\nAgenda\n1. Tides\n\n1. Tides\n\nUp.\n\nParticipants\n1. Ana Prado\n"
        );
        let found = recognised(&text, "a.txt");
        let told: Vec<&str> = found.doubts.iter().map(|doubt| doubt.code.as_str()).collect();
        assert_eq!(told, codes, "{held}");
    }
}

#[test]
fn letters_count_an_agenda_whose_items_are_named_like_other_headings() {
    check_body(
        "Agenda\n\nA. Opening\nB. Boats\nC. Nets\nD. Closing\n\nA. Opening\n\nAna opened.\n\nB. Boats\n\nThey were late.\n\nC. Nets\n\nTorn.\n\nD. Closing\n\nAna closed the meeting.",
        "a.txt",
        "Opening / Boats / Nets / Closing",
        &["Opening", "Boats", "Nets", "Closing"],
    );
}
