//! Sentences, and who speaks in them.

use super::*;
use crate::model::{
    Block, Inline, Meeting, NextMeeting, Participant, ReportState, SpeakerForm, Venue,
};
use uuid::Uuid;

fn language() -> Language<'static> {
    Language {
        reports: &|verb| ["noted", "suggested", "asked", "said"].contains(&verb),
        forms_of_one: &|one, other| [one, other] == ["concettina", "titti"],
        names_nobody: &|word| ["The", "Participants", "Secretariat"].contains(&word),
    }
}

fn report(people: &[(&str, Attendance)], text: &str) -> Report {
    let participants = people.iter().enumerate().map(|(at, (name, attendance))| Participant {
        id: ParticipantId(Uuid::from_u128(at as u128 + 1)),
        person: None,
        name: PersonName::parse(name),
        role: None,
        status: None,
        organisation: None,
        attendance: *attendance,
    });
    Report {
        meeting: Meeting {
            series: "WG".to_owned(),
            number: None,
            date: None,
            time: None,
            time_zone: "UTC".to_owned(),
            venue: Venue::Online,
            moderator: None,
            opened_by: None,
            recording_available: false,
        },
        state: ReportState::Final,
        opening: vec![Block::paragraph(text)],
        agenda: vec![],
        next_steps: vec![],
        next_meeting: NextMeeting { date: None, time: None, time_zone: "UTC".to_owned() },
        participants: participants.collect(),
    }
}

const PEOPLE: [(&str, Attendance); 8] = [
    ("Ana Christina Neves", Attendance::Present),
    ("Concettina Cassia", Attendance::Present),
    ("Jorge Campos", Attendance::Present),
    ("Jorge Santana", Attendance::Present),
    ("Tom Birch", Attendance::Apologies),
    ("Ilse van der Meulen", Attendance::Mentioned),
    ("June Harrow", Attendance::Present),
    ("Mark Elster", Attendance::Present),
];

/// `who`: the places of the people a name fits, a `!` after those who speak.
fn check(text: &str, expected: &[&str]) {
    let report = report(&PEOPLE, text);
    let found = passages(&report, &participants(&report.participants), &language());
    let told: Vec<String> = found[0]
        .named
        .iter()
        .map(|named| {
            let who: Vec<String> = named.who.iter().map(|id| id.0.as_u128().to_string()).collect();
            format!("{} = {}{}", named.words, who.join("|"), if named.speaks { "!" } else { "" })
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn names_are_found_and_who_speaks() {
    check("Ana noted the figures.", &["Ana = 1!"]);
    check("Ana Neves also asked Titti for them.", &["Ana Neves = 1!", "Titti = 2"]);
    check("On the letter, Ana Christina Neves noted it.", &["Ana Christina Neves = 1!"]);
    check("Ana and Titti suggested it.", &["Ana = 1!", "Titti = 2!"]);
    check("Jorge noted it, Jorge Santana asked.", &["Jorge = 3|4!", "Jorge Santana = 4!"]);
    check("Ana’s draft was read.", &["Ana = 1"]);
    check("Titti: yes.", &["Titti = 2!"]);
    check("Ana Hanks noted it.", &["Ana Hanks = !"]);
    check("Paula Reed noted it.", &["Paula Reed = !"]);
    check("Paula Reed was thanked.", &[]);
    check("The Secretariat noted it. Participants asked. She said so.", &["She = !"]);
    check("Ilse van der Meulen said so.", &["Ilse van der Meulen = 6!"]);
}

#[test]
fn the_list_is_compared_with_the_text() {
    let text = "Ana noted it and thanked Titti. Tom asked Ilse. Ilse said no. Paula Reed noted it.";
    let report = report(&PEOPLE, text);
    let found = speakers(&report, &participants(&report.participants), &language());
    let id = |number: u128| ParticipantId(Uuid::from_u128(number));
    let expected = Speakers {
        unknown: vec!["Paula Reed".to_owned()],
        not_listed: vec![id(6)],
        only_mentioned: vec![id(2)],
        apologies_but_spoke: vec![id(5)],
    };
    assert_eq!(found, expected);
}

#[test]
fn prose_is_linked_where_that_prints_the_same_words() {
    let mut report = report(&PEOPLE, "Tom Birch and Titti asked Jorge; Tom agreed.");
    let ambiguous = link(&mut report, &language());
    let id = |number: u128| ParticipantId(Uuid::from_u128(number));
    let words: Vec<&str> = ambiguous.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(words, ["Jorge"]);
    let Block::Paragraph { content } = &report.opening[0] else { panic!() };
    let expected = [
        Inline::Speaker { participant: id(5), form: SpeakerForm::Full },
        Inline::text(" and Titti asked Jorge; "),
        Inline::Speaker { participant: id(5), form: SpeakerForm::Given },
        Inline::text(" agreed."),
    ];
    assert_eq!(content, &expected);
}

#[test]
fn months_and_words_are_nobody() {
    check("The call in June was short.", &[]);
    check("It ends on 3 June, or in late June 2027.", &[]);
    check("June noted that it ends in June.", &["June = 7!"]);
    check("The group thanked June for it.", &["June = 7"]);
    check("Between May and June nothing is due.", &[]);
    check("Mark the date.", &[]);
    check("Mark suggested a date.", &["Mark = 8!"]);
    check("They thanked Mark for the date.", &["Mark = 8"]);
}
