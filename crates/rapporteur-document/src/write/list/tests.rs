use super::*;

fn entry(name: &str, organisation: &str) -> Entry {
    Entry {
        name: PersonName::parse(name),
        organisation: Some(organisation.to_owned()),
        ..Entry::default()
    }
}

#[test]
fn csv_is_plain_and_harmless() {
    let text = |entries: &[Entry]| String::from_utf8(csv(entries, false)).unwrap();
    let check = |one: Entry, line: &str| {
        assert_eq!(text(std::slice::from_ref(&one)).lines().nth(1), Some(line), "{one:?}");
    };
    check(entry("Ana Neves", "Harbour, Board"), "Ana Neves,Ana,Neves,,,\"Harbour, Board\"");
    check(entry("Ana Neves", "=1+1"), "Ana Neves,Ana,Neves,,,'=1+1");
    check(entry("Ana Neves", "@SUM(A1)"), "Ana Neves,Ana,Neves,,,'@SUM(A1)");
    check(
        entry("Ilse van der Meer", "A \"B\""),
        "Ilse van der Meer,Ilse,van der Meer,,,\"A \"\"B\"\"\"",
    );
    assert!(csv(&[], true).starts_with(&[0xEF, 0xBB, 0xBF]));
    assert_eq!(text(&[]), "Name,Given name,Family name,Role,Status,Organisation\r\n");
    let private = Entry { email: Some("ana@a.example".into()), ..entry("Ana Neves", "Harbour") };
    assert!(
        text(&[private])
            .starts_with("Name,Given name,Family name,Role,Status,Organisation,E-mail\r\n")
    );
}

#[test]
fn cards_are_escaped_and_folded() {
    let long =
        "Institute for the Study of Very Long Names, Harbours; and Lighthouses of the Ñandú Coast";
    let text = String::from_utf8(cards(&[entry("Ana Neves", long)])).unwrap();
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(text.replace("\r\n ", "").contains("Names\\, Harbours\\; and"), "{text}");
    assert!(
        text.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Neves\r\nN:Neves;Ana;;;\r\n"),
        "{text}"
    );
}

#[test]
fn the_same_list_makes_the_same_workbook() {
    let about = About {
        title: "People".into(),
        author: "Working Group".into(),
        date: NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
    };
    let people = [entry("Ana Neves", "Harbour"), entry("Omar Al-Hassan", "=1+1")];
    let one = xlsx(&people, &about).unwrap();
    assert_eq!(one, xlsx(&people, &about).unwrap());
    assert!(one.starts_with(b"PK"));
}
