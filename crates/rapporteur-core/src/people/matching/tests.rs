//! Pairs of names and histories, and how strongly they should look like one person.

use super::*;
use rapporteur_document::model::PersonName;

fn entry(name: &str) -> Entry {
    let forms = vec![Written::new(&PersonName::parse(name))];
    Entry { forms, history: History::default() }
}

fn strength(one: Entry, other: Entry) -> f64 {
    let nicknames = Nicknames::read(BUILT_IN).unwrap();
    let entries = [one, other];
    let index = Index::of(&entries, &nicknames);
    let found = Matching::new(&entries, &nicknames, &index).duplicates();
    found.first().map_or(0.0, |found| found.strength)
}

fn check_strong(one: &str, other: &str) {
    for (one, other) in [(one, other), (other, one)] {
        let strength = strength(entry(one), entry(other));
        assert!(strength >= STRONG, "{one}, {other}: {strength:.2}");
    }
}

fn check_not_strong(one: &str, other: &str) {
    let strength = strength(entry(one), entry(other));
    assert!(strength < STRONG, "{one}, {other}: {strength:.2}");
}

#[test]
fn one_person_spelt_in_two_ways() {
    check_strong("Ana Neves", "Ana Christina Neves");
    check_strong("Titti Cassia", "Concettina Cassia");
    check_strong("Charles Chaban", "Carlos Shaban");
    check_strong("June Parris", "June Paris");
    check_strong("Horejšová, Tereza", "Tereza Horejsova");
    check_strong("Tereza Horejsova", "Horejsova Tereza");
    check_strong("Ilse van der Meulen", "Ilse Vandermeulen");
    check_strong("Ilse VAN DER MEULEN", "Ilse Meulen");
    check_strong("Omar Al-Hassan", "Omar Alhassan");
    check_strong("Wai-Min Kwok", "Waimin Kwok");
    check_strong("J. P. Smithson", "John Paul Smithson");
    check_strong("R. Ismail", "Rania Ismail");
    check_strong("Юлия Морозова", "Yulia Morozova");
    check_strong("Serguei Orlov", "Sergey Orloff");
    check_strong("Mohammed Sadek", "Muhamad Sadek");
    check_strong("王小明", "Xiaoming Wang");
    check_strong("Maria Garcia Lopez", "Maria Garcia");
    check_strong("Lucas Ferreira-Pinto", "Lucas Pinto");
    check_strong("Łukasz Wójcik", "Lukasz Wojcik");
    check_strong("Jose Felix Hernandez", "Jose Hernandez");
}

#[test]
fn two_people_with_names_alike() {
    check_not_strong("Mario Rossi", "Maria Rossi");
    check_not_strong("Daniel Weber", "Daniela Weber");
    check_not_strong("Wei Chan", "Wei Chen");
    check_not_strong("Li Wang", "Lu Wang");
    check_not_strong("Jorge Campos", "Jorge Santana");
    check_not_strong("Ana Maria Neves", "Ana Paula Neves");
    check_not_strong("Ivan Ivanov", "Ivana Ivanova");
    check_not_strong("Peter Olsen", "Petra Nilsen");
    check_not_strong("Jan Kos", "Jon Kas");
}

#[test]
fn meetings_and_organisations_decide() {
    let with = |name: &str, meetings: &[u32], organisation: &str| {
        let held = Held::new(None, Some(organisation.into()));
        let history = History { meetings: meetings.to_vec(), affiliations: vec![held] };
        Entry { history, ..entry(name) }
    };
    let unknown = "Independent Expert";
    // On one list: two people, even of one name.
    let both = strength(with("Ana Neves", &[1, 2, 3], unknown), with("Ana Neves", &[3], unknown));
    assert!(both < STRONG, "{both}");
    // Married: another family name, the same house, one after the other.
    let after = |organisation: &str| {
        let before = with("Titania Bloom", &[1, 2, 3], organisation);
        strength(before, with("Titania Field", &[5, 6, 8], organisation))
    };
    assert!(after("First House") > 0.6, "{}", after("First House"));
    assert_eq!(after(unknown), 0.0, "an independent expert may be anybody");
    // The same name in two houses at once is less than in one.
    let in_two = |other: &str| {
        let one = with("Ana Neves", &[1, 4], "First House");
        strength(one, with("Ana Neves", &[2, 3], other))
    };
    assert!(in_two("First House") > in_two(unknown));
    assert!(in_two(unknown) > in_two("Second House"));
}

#[test]
fn reasons_are_words() {
    let nicknames = Nicknames::read(BUILT_IN).unwrap();
    let entries = [entry("Charles Shaban"), entry("Carlos Chaban")];
    let index = Index::of(&entries, &nicknames);
    let found = Matching::new(&entries, &nicknames, &index).duplicates();
    let reasons = found[0].reasons(|_| "the 1st meeting".to_owned());
    assert_eq!(reasons, ["the given names are forms of one name", "the names sound alike"]);
}

/// Invented people, each spelt in several ways.
fn directory() -> Vec<Entry> {
    let given =
        "Ana Maria Concettina Charles Tereza Mohammed Wai-Min Sergey Robert Elizabeth Jorge";
    let family = "Neves Cassia Chaban Horejsova Rahman Kwok Orlov Parris Tang Wang Al-Hassan Weber";
    let mut entries = Vec::new();
    for (at, given) in given.split(' ').enumerate() {
        for (step, family) in family.split(' ').enumerate() {
            let slip: String =
                family.chars().rev().skip(1).collect::<String>().chars().rev().collect();
            let name = match (at + step) % 5 {
                0 => format!("{family} {given}"),
                1 => format!("{}. {family}", &given[..1]),
                2 => format!("{given} Paula {slip}"),
                3 => format!("{given} e{family}"),
                _ => format!("{given}a {}", family.replace('r', "rr")),
            };
            let held = Held::new(None, Some(format!("House {}", (at + step) % 7)));
            for name in [format!("{given} {family}"), name] {
                let history = History { meetings: vec![], affiliations: vec![held.clone()] };
                entries.push(Entry { history, ..entry(&name) });
            }
        }
    }
    entries
}

#[test]
fn the_index_loses_nobody_whom_comparing_with_everybody_finds() {
    let (entries, nicknames) = (directory(), Nicknames::read(BUILT_IN).unwrap());
    let index = Index::of(&entries, &nicknames);
    let matching = Matching::new(&entries, &nicknames, &index);
    let wanted: Vec<Entry> = entries.iter().step_by(3).cloned().collect();
    let found = matching.find(&wanted);
    assert_eq!(found, matching.find_among_all(&wanted));
    assert!(found.iter().map(Vec::len).sum::<usize>() > wanted.len());
}

#[test]
fn two_entries_like_a_third_are_proposed_unless_they_met() {
    let with = |name: &str, meetings: &[u32]| {
        let history = History { meetings: meetings.to_vec(), affiliations: vec![] };
        Entry { history, ..entry(name) }
    };
    let strong = |last: &[u32]| {
        let entries = [
            with("Elizabeth Crowley Hart", &[2]),
            with("Elizabeth Crowley", &[1]),
            with("Elizabeth Hart", last),
        ];
        let nicknames = Nicknames::default();
        let index = Index::of(&entries, &nicknames);
        let found = Matching::new(&entries, &nicknames, &index).duplicates();
        let strong: Vec<(usize, usize)> =
            found.iter().filter(|pair| pair.is_strong()).map(|pair| pair.places).collect();
        strong
    };
    assert!(strong(&[3]).contains(&(1, 2)));
    assert!(!strong(&[1]).contains(&(1, 2)), "on one list they are two people");
}
