//! Lists of participants and title blocks as reports print them, whole.

use crate::read::{Recognised, read};

fn recognised(text: &str) -> Recognised {
    read(text.as_bytes(), "a.txt").unwrap()
}

/// Everybody on the list as `name | affiliation`, and the doubts.
fn check(list: &str, people: &[&str], doubts: &[&str]) {
    let recognised = recognised(&format!(
        "Summary Report\n\nThe 7th meeting of the Tide Group was held online on 5 March 2026.\n\n\
         Agenda\n1. Tides\n\nDiscussion\n1. Tides\nThe tables are done.\n\nParticipants\n{list}\n"
    ));
    let found: Vec<String> = recognised
        .report
        .participants
        .iter()
        .map(|one| format!("{} | {}", one.name, one.affiliation))
        .collect();
    assert_eq!(found, people, "{list}");
    let found: Vec<&str> = recognised.doubts.iter().map(|doubt| doubt.code.as_str()).collect();
    assert_eq!(found, doubts, "{list}");
}

#[test]
fn lists_in_groups_in_columns_and_behind_one_title_name_everybody() {
    check(
        "Africa: Wanjiru Kamau – Seed Bank; Tunde Bello – independent\n\
         Latin America: Ana Prado – NIC.br; Eva Luz – Red Azul\n\
         Europe: Bo Lind – Sesam",
        &[
            "Wanjiru Kamau | Seed Bank",
            "Tunde Bello | independent",
            "Ana Prado | NIC.br",
            "Eva Luz | Red Azul",
            "Bo Lind | Sesam",
        ],
        &["participants_group"; 3],
    );
    check("Mara Lindqvist: Harbour Trust", &["Mara Lindqvist | Harbour Trust"], &[]);
    check(
        "1. Councillors Ada Brook, Ben Cole and Cleo Dunn\n2. Senator Eva Luz, Harbour Trust",
        &["Ada Brook | ", "Ben Cole | ", "Cleo Dunn | ", "Eva Luz | Harbour Trust"],
        &["participants_paragraph", "participant_title"],
    );
    check(
        "Name\tOrganisation\tE-mail\tPresent\n\
         Ana Prado\tNIC.br\tana@nic.example\tyes\n\
         Bo Lind\tSesam\tbo@sesam.example\tno",
        &["Ana Prado | NIC.br", "Bo Lind | Sesam"],
        &["participants_columns", "participant_absent"],
    );
    check(
        "Ana Prado (NIC.br), Bo Lind, Eva Luz (Red Azul), and others",
        &["Ana Prado | NIC.br", "Bo Lind | ", "Eva Luz | Red Azul"],
        &["participants_paragraph", "participants_others"],
    );
    check(
        "1. Ana Prado, Institute of Tides and\nHarbours\n2. Bo Lind, Sesam\n3. Secretariat: Eva Luz\n4. Secretariat of the Bay",
        &[
            "Ana Prado | Institute of Tides and Harbours",
            "Bo Lind | Sesam",
            "Eva Luz | Secretariat",
            "Secretariat of the Bay | ",
        ],
        &["participant_wrapped", "participant_label", "participant_unclear"],
    );
    check(
        "1. Ana Prado, Institute of\n   Tides, Bay Office\n2. Bo Lind (Sesam,\n   Malmö)",
        &["Ana Prado | Institute of Tides, Bay Office", "Bo Lind | Sesam, Malmö"],
        &[],
    );
    check(
        "1. Prado, Ana (NIC.br)\n2. Lind, Bo (Sesam)\n3. Luz, Eva (Red Azul)\n4. Ruiz Paz, Leo (Bay Office)",
        &[
            "Ana Prado | NIC.br",
            "Bo Lind | Sesam",
            "Eva Luz | Red Azul",
            "Leo Ruiz Paz | Bay Office",
        ],
        &["participant_family_first"; 4],
    );
    check(
        "Name\tOrganisation\tCountry\nPrado, Ana\tNIC\tBrasil",
        &["Ana Prado | NIC, Brasil"],
        &["participant_family_first"],
    );
    check(
        "Ana Prado (chair), Bo Lind, Eva Luz",
        &["Ana Prado | chair", "Bo Lind | ", "Eva Luz | "],
        &["participants_paragraph", "moderator_on_list"],
    );
}

#[test]
fn a_name_beside_its_heading_does_not_swallow_the_text_below() {
    let recognised = recognised(
        "Tide Group\nNotes of the meeting held on Thursday 12 March 2026\n\n\
         Present: Hannah Frey (chair), Omar Sayed, Yuki Tan\n\nApologies: Grace Hill\n\n\
         Matters arising\n\nThe minutes of 12/02/2026 were approved.\n\n\
         Reading room\n\nIt stays open on all days.\n\n\
         Action list for all\nNo.\tAction\tWho\n1\tSend the list\tYuki\n",
    );
    let report = &recognised.report;
    let titles: Vec<&str> = report.sections.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Matters arising", "Reading room", "Apologies"]);
    let table = "Action list for all\n\nNo.\tAction\tWho\n\n1\tSend the list\tYuki";
    assert!(report.sections[1].text.ends_with(table), "{:?}", report.sections);
    assert_eq!(report.date.as_deref(), Some("2026-03-12"));
    let names: Vec<&str> = report.apologies.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Grace Hill"]);
    assert_eq!(report.participants.len(), 3);
}

#[test]
fn the_group_beside_the_number_of_its_meeting_is_kept() {
    for (title, group, kept) in [
        ("Global Seed Exchange (GSE) – Coordination Call #23", Some("Global Seed Exchange"), false),
        ("Western Tide Wardens Meeting 14", None, true),
        ("Tide Group Meeting 14", Some("Tide Group"), false),
    ] {
        let text = format!("{title}\n5 March 2026\n\nAgenda\n1. Tides\n\n1. Tides\nThey rise.\n");
        let report = recognised(&text).report;
        assert_eq!(report.group.as_deref(), group, "{title}");
        assert!(report.number.is_some(), "{title}");
        let in_text =
            report.sections.iter().any(|one| one.text.contains(title) || one.title.contains(title));
        assert_eq!(in_text, kept, "{title}: {:?}", report.sections);
    }
}

/// Agenda items, nested ones in brackets, and the parts of the second section.
fn check_agenda(front: &str, agenda: &[&str], parts: &[&str]) {
    let text = format!(
        "Summary Report\n\nThe 7th meeting of the Tide Group was held on 5 March 2026.\n\n{front}\n\n\
         1. Tides\n\nThe tables are done.\n\n2. Boats\n\na. Repairs\n\nTwo boats wait.\n\n\
         b. New ones\n\n- None was bought.\n- Members agreed to wait.\n\nParticipants\n1. Ana Prado\n"
    );
    let reading = recognised(&text);
    let guessed = reading.doubts.iter().filter(|doubt| doubt.code == "agenda_guessed").count();
    assert_eq!(guessed == 1, front.starts_with("Ana opened the meeting.\n"), "{front}");
    let report = reading.report;
    let found: Vec<String> = report
        .agenda
        .iter()
        .map(|item| {
            let nested: Vec<&str> = item.items.iter().map(|item| item.title.as_str()).collect();
            if nested.is_empty() {
                item.title.clone()
            } else {
                format!("{} {nested:?}", item.title)
            }
        })
        .collect();
    assert_eq!(found, agenda, "{front}");
    let boats = report.sections.iter().find(|section| section.title == "Boats").unwrap();
    let found: Vec<&str> = boats.parts.iter().map(|part| part.title.as_str()).collect();
    assert_eq!(found, parts, "{front}");
    let opening = report.sections.iter().any(|section| section.text.contains("opened"));
    assert_eq!(opening, front.contains("opened"), "{front}");
}

#[test]
fn an_agenda_without_a_heading_is_an_agenda() {
    let nested = ["Tides", "Boats [\"Repairs\", \"New ones\"]"];
    let list = "1. Tides\n2. Boats\n   a. Repairs\n   b. New ones";
    check_agenda(&format!("Agenda\n{list}"), &nested, &["Repairs", "New ones"]);
    let opened = "Ana opened the meeting and introduced the agenda:";
    check_agenda(&format!("{opened}\n\n{list}"), &nested, &["Repairs", "New ones"]);
    check_agenda(&format!("Ana opened the meeting.\n\n{list}"), &nested, &["Repairs", "New ones"]);
    check_agenda("Agenda: 1. Tides; 2. Boats", &["Tides", "Boats"], &[]);
    check_agenda("Draft agenda: 1) Tides, 2) Boats", &["Tides", "Boats"], &[]);
    let bullets = "The agenda was adopted as follows:\n- Tides\n- Boats";
    check_agenda(bullets, &["Tides", "Boats"], &[]);
    check_agenda(
        "Ana opened the meeting with two remarks:\n- It is cold.\n- It is late.",
        &[],
        &[],
    );
}

/// Checks the group, its short name, the number and the venue of a title block.
#[track_caller]
fn check_front(front: &str, expected: [&str; 4]) {
    let text = format!("{front}\n\nAgenda\n1. Tides\n2. Boats\n\n1. Tides\nThe tables are done.\n");
    let report = recognised(&text).report;
    let number = report.number.map(|number| number.to_string());
    let found = [report.group, report.series, number, report.venue].map(Option::unwrap_or_default);
    assert_eq!(found, expected, "{front}");
}

#[test]
fn a_title_block_names_the_group_beside_the_number() {
    let date = "Thursday 11 December 2025, 14:00–15:30 UTC";
    check_front(
        &format!("TIDE COMMITTEE WG-HARBOUR – 101st Meeting\n{date}, via Zoom"),
        ["TIDE COMMITTEE WG-HARBOUR", "", "101", "Zoom"],
    );
    check_front(&format!("TCG - 7th call\n{date} (online)"), ["", "TCG", "7", "online"]);
    check_front(
        &format!("Tide Group, meeting 12\n{date}, in Room 4"),
        ["Tide Group", "", "12", "Room 4"],
    );
    check_front(
        &format!("3rd Meeting of the Tide Group (TG)\nVirtual Meeting\n{date}"),
        ["Tide Group", "TG", "3", "Virtual Meeting"],
    );
}
