use super::*;

/// The people of a list as lines: rows, name, affiliation, minutes, and why somebody is nobody.
fn told(list: &List) -> Vec<String> {
    let fields: Vec<Option<Field>> = list.columns.iter().map(|column| column.field).collect();
    let tell = |one: &Listed| {
        let rows: Vec<String> = one.rows.iter().map(u32::to_string).collect();
        let words = [&one.role, &one.status, &one.organisation, &one.email];
        let mut parts = vec![one.nameless.clone().unwrap_or_else(|| one.name.full())];
        parts.extend(words.into_iter().flatten().cloned());
        parts.extend(one.minutes.map(|minutes| format!("{minutes} min")));
        format!("{}: {}", rows.join("+"), parts.join(", "))
    };
    people(list, &fields).0.iter().map(tell).collect()
}

fn check(text: &str, kind: ListKind, wanted: &[&str]) {
    let list = read(text.as_bytes(), "list.csv").unwrap();
    assert_eq!(
        (list.kind, told(&list)),
        (kind, wanted.iter().map(|one| (*one).to_owned()).collect()),
        "{text}"
    );
}

#[test]
fn plain_tables() {
    let people = ["2: Ana Neves, Access Harbour", "3: Omar Al-Hassan, Lighthouse Board"];
    let text = "Name,Organisation\nAna Neves,Access Harbour\nOmar Al-Hassan,Lighthouse Board\n";
    check(text, ListKind::Table, &people);
    for mark in [";", "\t", "|"] {
        check(&text.replace(',', mark), ListKind::Table, &people);
    }
    check(&format!("\u{feff}{}", text.replace('\n', "\r\n")), ListKind::Table, &people);
    check(
        "sep=;\nNom;Prénom;Société\nNeves;Ana;\"Access\nHarbour\"\n",
        ListKind::Table,
        &["3: Ana Neves, Access Harbour"],
    );
    check("Prénom;Nom\nIlse;van der Meulen\n", ListKind::Table, &["2: Ilse van der Meulen"]);
    check(
        "Apellidos,Nombre,Correo electrónico\nNeves,Ana,ana@harbour.example\n",
        ListKind::Table,
        &["2: Ana Neves, ana@harbour.example"],
    );
    check(
        "Ana Neves,ana@harbour.example,Access Harbour\nOmar Al-Hassan,omar@board.example,Lighthouse Board\n",
        ListKind::Table,
        &[
            "1: Ana Neves, Access Harbour, ana@harbour.example",
            "2: Omar Al-Hassan, Lighthouse Board, omar@board.example",
        ],
    );
}

#[test]
fn lines_of_a_list_of_participants() {
    let list = pasted(
        "1. Ana Neves, Group's Co-Chair, Access Harbour\n2. Omar Al-Hassan, Lighthouse Board",
    )
    .unwrap();
    assert_eq!(list.kind, ListKind::Lines);
    assert_eq!(
        told(&list),
        ["1: Ana Neves, Group's Co-Chair, Access Harbour", "2: Omar Al-Hassan, Lighthouse Board"]
    );
    let table = pasted("Name\tOrganisation\nAna Neves\tAccess Harbour").unwrap();
    assert_eq!(told(&table), ["2: Ana Neves, Access Harbour"]);
    let bare = pasted("Ana Neves\tAccess Harbour\nOmar Al-Hassan\tLighthouse Board").unwrap();
    assert_eq!(
        told(&bare),
        ["1: Ana Neves, Access Harbour", "2: Omar Al-Hassan, Lighthouse Board"]
    );
}

#[test]
fn rejoining_is_one_attendance() {
    check(
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
         Ana Neves,,03/05/2026 05:58:00 PM,03/05/2026 06:28:00 PM,30,Yes\n\
         iPhone (2),,03/05/2026 06:00:00 PM,03/05/2026 06:10:00 PM,10,Yes\n\
         Ana Neves (she/her),ana@harbour.example,03/05/2026 06:20:00 PM,03/05/2026 06:58:00 PM,38,Yes\n",
        ListKind::Zoom,
        &[
            "2+4: Ana Neves, ana@harbour.example, 60 min",
            "3: “iPhone (2)” is a device, not a name, 10 min",
        ],
    );
    // Two people of one name have two addresses; two people may share one.
    check(
        "Name,Email\nJorge Cruz,j@a.example\nJorge Cruz,jorge@b.example\nIlse Meer,j@a.example\n",
        ListKind::Table,
        &[
            "2: Jorge Cruz, j@a.example",
            "3: Jorge Cruz, jorge@b.example",
            "4: Ilse Meer, j@a.example",
        ],
    );
}

#[test]
fn cards_of_every_version() {
    check(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Neves\r\nN:Neves;Ana;;;\r\nORG:Access\r\n  Harbour;Board\r\nEMAIL;TYPE=work:ana@harbour.example\r\nEND:VCARD\r\n",
        ListKind::Cards,
        &["1: Ana Neves, Access Harbour, ana@harbour.example"],
    );
    check(
        "BEGIN:VCARD\nVERSION:3.0\nitem1.FN;CHARSET=UTF-8:Meer\\, Ilse\nN:van der Meer;Ilse;;;Jr.\nEND:VCARD\n",
        ListKind::Cards,
        &["1: Ilse van der Meer Jr."],
    );
    check(
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gonz=C3=A1lez;Mar=C3=\n=ADa;;;\nORG;ENCODING=QUOTED-PRINTABLE:Caf=E9\nEND:VCARD\nBEGIN:VCARD\nFN:Cut",
        ListKind::Cards,
        &["1: María González, Café"],
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_row() {
    let warned = |text: &str, row: Option<u32>, says: &str| {
        let list = read(text.as_bytes(), "list.csv").unwrap();
        let fields: Vec<_> = list.columns.iter().map(|column| column.field).collect();
        let all: Vec<_> = list.warnings.iter().cloned().chain(people(&list, &fields).1).collect();
        assert!(all.iter().any(|one| one.row == row && one.message.contains(says)), "{all:?}");
    };
    warned("Name,Organisation\nAna Neves,Harbour,Lisbon,PT\n", Some(2), "4 cells");
    warned("Name,Organisation\n,Harbour\n", Some(2), "no name");
    warned("Name,Organisation\n", None, "no row below");
    warned("Name,Organisation\nAna Neves,\"Harbour\nOmar,Board\n", Some(2), "never closed");
    warned("BEGIN:VCARD\nFN:Ana Neves\nEND:VCARD\nBEGIN:VCARD\nFN:Omar\n", Some(4), "no end");
    let refused = |bytes: &[u8], says: &str| {
        let Err(Error::Read { reason }) = read(bytes, "list.csv") else {
            panic!("{says}: it was read")
        };
        assert!(reason.contains(says) && reason.starts_with("it "), "{reason}");
    };
    refused(b"", "is empty");
    refused(b"\n\n;;;\n", "every row is empty");
    refused(&[0xD0, 0xCF, 0x11, 0xE0, 1, 2], ".xls");
    refused(b"PK\x03\x04....", "damaged");
    refused(b"%PDF-1.7", "PDF");
    refused(b"<html><table></table>", "web page");
    refused(b"BEGIN:VCARD\nFN:x", "no whole vCard");
    refused(&[1, 2, 3, 0, 0, 0, 7, 9, 4, 200, 1, 0, 3, 5], "known here");
    refused("Name\nA B\n".repeat(30_000).as_bytes(), "reading stopped at row");
}
