//! Lists of people as committees and working groups print them, and what stands below them.

use crate::read::read;

/// The people of a text as `name | affiliation`, and the text of its sections.
fn people(text: &str, name: &str) -> (Vec<String>, String) {
    let report = read(text.as_bytes(), name).unwrap().report;
    let entry = |person: &crate::read::ReadParticipant| match person.affiliation.as_str() {
        "" => person.name.clone(),
        affiliation => format!("{} | {affiliation}", person.name),
    };
    let sections =
        report.sections.iter().map(|section| format!("{}\n{}", section.title, section.text));
    (report.participants.iter().map(entry).collect(), sections.collect::<Vec<_>>().join("\n"))
}

#[test]
fn what_is_said_below_a_list_of_people_is_text() {
    let list =
        "# Tide Group\n\n## Attendees\n\n* Ana Prado - Tide Board\n* Tom Hart -Quay House\n\n";
    let both = ["Ana Prado | Tide Board", "Tom Hart | Quay House"];
    for (below, kept) in [
        (
            "The call was recorded and the [film](https://a.example/f) is there.\n\n### Buoys\n\nOne is lost.\n",
            "The call was recorded",
        ),
        (
            "Buoys and lights\n----------------\n\nAna: one of the buoys is lost.\n\nTom: two lights are.\n",
            "Buoys and lights",
        ),
        ("*[AP]: Ana Prado\n*[TH]: Tom Hart\n\n## Buoys\n\nAP: one is lost.\n", "[TH]: Tom Hart"),
    ] {
        let (found, text) = people(&format!("{list}{below}"), "a.md");
        assert_eq!(found, both, "{below}");
        assert!(text.contains(kept), "{kept}: {text}");
    }
    let council = "Minutes of the Tide Council held on 5 March 2026\n\nPresent:\n\nCllr Mr A Prado (Chair)\n\n\
        Cllr Ms T Hart\n\nAbsent:\n\nThere were no absences\n\nIn Attendance:\n\nMr W Salt, Clerk to the Council\n\n\
        PART ONE: OPEN TO THE PUBLIC\n\n1. ELECTION OF A CHAIR\n\nIt was RESOLVED that Cllr Prado be elected.\n";
    let (found, text) = people(council, "a.txt");
    assert_eq!(found, ["A Prado | Chair", "T Hart", "W Salt | Clerk to the Council"]);
    for kept in ["There were no absences", "PART ONE", "It was RESOLVED"] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
}

#[test]
fn a_paragraph_of_names_and_what_leads_to_them() {
    for (list, expected) in [
        (
            "Participants: Ana Prado, Tom Hart, Bo Lund, Mia Salt, Wim Reef\n",
            &["Ana Prado", "Tom Hart", "Bo Lund", "Mia Salt", "Wim Reef"][..],
        ),
        ("Attendees: Ana, Tom, Bo, Mia Salt\n", &["Ana", "Tom", "Bo", "Mia Salt"]),
        (
            "Present:\nCouncillors: Cllr. A. Prado (Chair), Cllr. T. Hart\nClerk: Mr W Salt\n",
            &["A. Prado | Chair", "T. Hart", "W Salt | Clerk"],
        ),
        (
            "Present:\n- Tide-Works: Ana Prado (primary), Tom Hart (alternate)\n- Bo Lund, Salt Trust\n",
            &[
                "Ana Prado | (primary), Tide-Works",
                "Tom Hart | (alternate), Tide-Works",
                "Bo Lund | Salt Trust",
            ],
        ),
        (
            "Attendees:\n- [AP] Ana Prado (Chair)\n- [TH] Tom Hart\n",
            &["Ana Prado | (Chair), AP", "Tom Hart | TH"],
        ),
        (
            "Participants\n1. Ana Prado, Ministry of Tides, Science and Fishing, Sierra Baja\n2. Tom Hart, Quay House\n",
            &[
                "Ana Prado | Ministry of Tides, Science and Fishing, Sierra Baja",
                "Tom Hart | Quay House",
            ],
        ),
    ] {
        let text =
            format!("Tide Group\n5 March 2026\n\n{list}\n1. Buoys\nOne of the buoys is lost.\n");
        let (found, _) = people(&text, "a.txt");
        assert_eq!(found, expected, "{list}");
    }
}

#[test]
fn the_columns_of_a_list_say_where_the_name_stands() {
    let table = "# Tide Group\n\n## Participants\n\n| Company | Name | Role |\n|---|---|---|\n\
        | Quay House | Prado, Ana | Chair |\n| Salt Works, Inc. | Hart, Tom | Member |\n\n## Buoys\n\nOne is lost.\n";
    let (found, _) = people(table, "a.md");
    assert_eq!(found, ["Ana Prado | Quay House, Chair", "Tom Hart | Salt Works, Inc., Member"]);
}

#[test]
fn kinds_of_members_head_people_and_keep_their_numbers_as_parts() {
    let text = "# Tide Group\n\n## 1. Welcome\n\nAna opened the meeting.\n\n## 2. Roll call\n\nAll were called.\n\n\
        ### 2.1 Participants\n\n#### 2.1.1 Voting Members Present\n\n- Ana Prado (Tide Board)\n- Tom Hart (Quay House)\n\n\
        ## 3. Buoys\n\n### 3.1 Lights\n\nTwo are lost.\n\n#### 3.1.2 Lamps\n\nOne is.\n";
    let report = read(text.as_bytes(), "a.md").unwrap().report;
    let names: Vec<&str> = report.participants.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ana Prado", "Tom Hart"]);
    let labels: Vec<&str> = report
        .sections
        .iter()
        .flat_map(|section| &section.parts)
        .map(|part| part.label.as_str())
        .collect();
    assert_eq!(labels, ["3.1", "3.1.2"]);
}

#[test]
fn an_entry_that_comes_again_is_taken_once() {
    let text = "Tide Group\n\nPresent: Ana, Tom, Bo, Mia\n\nBuoys\n\nOne is lost.\n\nPresent: Ana, Tom, Bo, Wim\n\nLights\n\nTwo are.\n";
    let (found, _) = people(text, "a.txt");
    assert_eq!(found, ["Ana", "Tom", "Bo", "Mia", "Wim"]);
}

#[test]
fn lists_beside_each_other_are_read_alike() {
    let four = ["Ana Prado", "Tom Hart", "Bo Lund", "Mia Salt"];
    for (lists, more) in [
        (
            "Present: Ana Prado, Tom Hart, Bo Lund, Mia Salt\nIn attendance: Wim Reef (clerk)",
            &["Wim Reef | clerk"][..],
        ),
        (
            "Present: Ana Prado, Tom Hart, Bo Lund, Mia Salt\n\nAlso present: Wim Reef, Ida Holm",
            &["Wim Reef", "Ida Holm"],
        ),
        (
            "Present:\nAna Prado, Tom Hart, Bo Lund, Mia Salt\n\nIn attendance:\nWim Reef, Ida Holm, Kai Lo",
            &["Wim Reef", "Ida Holm", "Kai Lo"],
        ),
        (
            "Present: Ana Prado, Tom Hart,\nBo Lund, Mia Salt\nStaff: Wim Reef, Ida Holm",
            &["Wim Reef", "Ida Holm"],
        ),
        (
            "Members present: Ana Prado, Tom Hart, Bo Lund, Mia Salt\n\nGuests: Wim Reef, Sea Board; Ida Holm, Quay Archive",
            &["Wim Reef | Sea Board", "Ida Holm | Quay Archive"],
        ),
        (
            "Guests: Ana Prado; Tom Hart; Bo Lund; Mia Salt\nObservers (online): Wim Reef",
            &["Wim Reef"],
        ),
        (
            "Present: Ana Prado, Tom Hart, Bo Lund and Mia Salt\nSecretariat: Wim Reef",
            &["Wim Reef | Secretariat"],
        ),
        (
            "## Participants\n\n- Ana Prado\n- Tom Hart\n- Bo Lund\n- Mia Salt\n\n## Observers\n\n- Wim Reef, Sea Board",
            &["Wim Reef | Sea Board"],
        ),
        (
            "Present: Ana Prado, Tom Hart, Bo Lund, Mia Salt\n\nVisitors\n\nWim Reef, Sea Board\nIda Holm, Sea Board",
            &["Wim Reef | Sea Board", "Ida Holm | Sea Board"],
        ),
    ] {
        let (found, text) =
            people(&format!("# Minutes\n\n{lists}\n\n## 1. Buoys\n\nOne is lost.\n"), "a.md");
        assert_eq!(found, [&four[..], more].concat(), "{lists}");
        assert_eq!(text.trim(), "Buoys\nOne is lost.", "{lists}");
    }
    // Some of many may have one name only.
    let text = "Minutes\n\nPresent: Ana Prado, Tom Hart, Bo Lund, Mia\nSalt, Wim, Ida Holm,\nKai Lo\n\n1. Buoys\nOne is lost.\n";
    let (found, _) = people(text, "a.txt");
    assert_eq!(
        found,
        ["Ana Prado", "Tom Hart", "Bo Lund", "Mia Salt", "Wim", "Ida Holm", "Kai Lo"]
    );
    // A bracket that was wrapped to the next line belongs to the name above it.
    let wrapped = "Minutes\n\nPresent: Ana Prado (President), Tom Hart\n(Treasurer), Bo Lund\n\n1. Buoys\nOne is lost.\n";
    let (found, text) = people(wrapped, "a.txt");
    assert_eq!(found, ["Ana Prado | President", "Tom Hart | Treasurer", "Bo Lund"]);
    assert_eq!(text, "Buoys\nOne is lost.");
}

#[test]
fn what_only_looks_like_more_people_is_text() {
    for line in [
        "Guests: none",
        "Members: twelve of the board",
        "Observers were not invited.",
        "Staff: The harbour office has moved.",
    ] {
        let text = format!(
            "Minutes\n\nPresent: Ana Prado, Tom Hart, Bo Lund\n{line}\n\n1. Buoys\nOne is lost.\n"
        );
        let (found, kept) = people(&text, "a.txt");
        assert_eq!(found, ["Ana Prado", "Tom Hart", "Bo Lund"], "{line}");
        assert!(kept.contains(line), "{line}: {kept}");
    }
    // Two names may be one person and where they work.
    let text =
        "Minutes\n\nPresent: Ana Prado, Salt Harrow\nIn attendance: Tom Hart\n\n1. Buoys\nNone.\n";
    let doubts = read(text.as_bytes(), "a.txt").unwrap().doubts;
    assert!(doubts.iter().any(|doubt| doubt.code == "participant_unclear"), "{doubts:?}");
}

#[test]
fn a_form_of_address_that_says_something_is_doubted_once() {
    let text = "Minutes\n\nParticipants\n\n- Prof. Ana Prado, Tide Board\n- Prof. Bo Lund, Tide Board\n- H.E. Amb. Mia Salt\n- Sir Tom Hart\n- Mr Wim Reef\n- Dr. Ida Holm\n\n1. Buoys\nNone.\n";
    let found = read(text.as_bytes(), "a.txt").unwrap();
    let doubted = found.doubts.iter().filter(|doubt| doubt.code == "participant_title");
    let quotes: Vec<&str> = doubted.map(|doubt| doubt.place.quote.as_str()).collect();
    assert_eq!(quotes, ["Prof. Ana Prado, Tide Board", "H.E. Amb. Mia Salt", "Sir Tom Hart"]);
    assert_eq!(found.report.participants[2].name, "Mia Salt");
}
