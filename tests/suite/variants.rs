//! The shapes lists of people come in from day to day: each platform's variants, spreadsheets with
//! titles and serial numbers, cards of every version. Each case is a file and the people in it.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_document::read::list::{self, Field, Listed};
use std::io::{Cursor, Write};

/// The people of a file as lines: rows, name, affiliation and address, minutes, arrival.
fn told(name: &str, bytes: &[u8]) -> (list::ListKind, Vec<String>) {
    let read = list::read(bytes, name).unwrap_or_else(|error| panic!("{name}: {error}"));
    let fields: Vec<Option<Field>> = read.columns.iter().map(|column| column.field).collect();
    let tell = |one: &Listed| {
        let rows: Vec<String> = one.rows.iter().map(u32::to_string).collect();
        let words = [&one.role, &one.status, &one.organisation, &one.email, &one.phone];
        let mut parts = vec![one.nameless.clone().unwrap_or_else(|| one.name.full())];
        parts.extend(one.also.iter().map(|also| format!("also {}", also.full())));
        parts.extend(words.into_iter().flatten().cloned());
        parts.extend(one.minutes.map(|minutes| format!("{minutes} min")));
        format!("{}: {}", rows.join("+"), parts.join(", "))
    };
    (read.kind, list::people(&read, &fields).0.iter().map(tell).collect())
}

fn check(name: &str, bytes: &[u8], kind: list::ListKind, wanted: &[&str]) {
    let (found_kind, found) = told(name, bytes);
    assert_eq!(found, wanted, "{name}");
    assert_eq!(found_kind, kind, "{name}");
}

fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

/// Windows-1252, as far as these texts need it.
fn windows(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| match c {
            '’' => 0x92,
            '–' => 0x96,
            'Š' => 0x8A,
            'ž' => 0x9E,
            other => u8::try_from(u32::from(other)).unwrap(),
        })
        .collect()
}

#[test]
fn zoom_in_its_variants() {
    use list::ListKind::Zoom;
    for (name, text, wanted) in [
        (
            "without the block about the meeting",
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room\n\
             Ana N. (Ana Neves),ana@harbour.example,03/05/2026 05:58:00 PM,03/05/2026 06:58:00 PM,60,No,No\n\
             Omar Al-Hassan | Lighthouse Board,,03/05/2026 06:00:00 PM,03/05/2026 06:30:00 PM,30,Yes,No\n",
            vec![
                "2: Ana Neves, also Ana N., ana@harbour.example, 60 min",
                "3: Omar Al-Hassan, Lighthouse Board, 30 min",
            ],
        ),
        (
            "with the block, columns in another order",
            "Topic,Meeting ID,Host Name,Host email,Start time,End time\n\
             WG-Access,812 4477 9031,Secretariat,s@harbour.example,\"Mar 5, 2026 17:52\",\"Mar 5, 2026 19:04\"\n\
             \n\
             Join Time,Leave Time,Duration (Minutes),Email,Name (Original Name),Guest\n\
             \"Mar 5, 2026 05:58:41 PM\",\"Mar 5, 2026 06:58:41 PM\",60,ana@harbour.example,Ana Neves (she/her),No\n\
             \"Mar 5, 2026 06:00:00 PM\",\"Mar 5, 2026 06:10:00 PM\",10,,Omar Al-Hassan (Lighthouse Board),Yes\n\
             \"Mar 5, 2026 06:20:00 PM\",\"Mar 5, 2026 06:30:00 PM\",10,,Omar Al-Hassan (Lighthouse Board),Yes\n",
            vec![
                "5: Ana Neves, ana@harbour.example, 60 min",
                "6+7: Omar Al-Hassan, Lighthouse Board, 20 min",
            ],
        ),
        (
            "the registration report",
            "Attendee Report\n\
             Report generated:,03/06/2026 09:00\n\
             Topic,Webinar ID,Actual Start Time\n\
             WG-Access,812 4477 9031,03/05/2026 17:52\n\
             \n\
             Attendee Details\n\
             Attended,User Name (Original Name),First Name,Last Name,Email,Organization,Join Time,Leave Time,Time in Session (minutes)\n\
             Yes,Ana Neves,Ana,Neves,ana@harbour.example,Access Harbour,03/05/2026 17:58:00,03/05/2026 18:58:00,60\n\
             No,Omar Al-Hassan,Omar,Al-Hassan,omar@board.example,Lighthouse Board,--,--,--\n",
            vec![
                "8: Ana Neves, Access Harbour, ana@harbour.example, 60 min",
                "9: Omar Al-Hassan, Lighthouse Board, omar@board.example",
            ],
        ),
        (
            "the name alone",
            "Name,Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room\n\
             Ana Neves,,05/03/2026 17:58:00,05/03/2026 18:58:00,60,Yes,OK,No\n",
            vec!["2: Ana Neves, 60 min"],
        ),
    ] {
        check(name, text.as_bytes(), Zoom, &wanted);
        check(name, format!("\u{feff}{}", text.replace('\n', "\r\n")).as_bytes(), Zoom, &wanted);
    }
}

#[test]
fn teams_in_its_variants() {
    use list::ListKind::Teams;
    let sections = "1. Summary\nMeeting title\tWG-Access\nAttended participants\t2\n\n\
        2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n\
        Ana Neves\t3/5/26, 5:58:00 PM\t3/5/26, 6:58:00 PM\t1h\tana@harbour.example\tana@harbour.example\tOrganizer\n\
        Zoë Žagar (Unverified)\t3/5/26, 5:59:00 PM\t3/5/26, 6:58:00 PM\t59m 10s\t\t\tAttendee\n\n\
        3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n\
        Ana Neves\t3/5/26, 5:58:00 PM\t3/5/26, 6:58:00 PM\t1h\tana@harbour.example\tOrganizer\n\n\
        4. Raised hands\nName\tTime\nAna Neves\t3/5/26, 6:01:00 PM\n";
    let wanted = ["7: Ana Neves, ana@harbour.example, 60 min", "8: Zoë Žagar, 59 min"];
    check("sections, UTF-16", &utf16(sections), Teams, &wanted);
    check("sections, CRLF", &utf16(&sections.replace('\n', "\r\n")), Teams, &wanted);
    let big: Vec<u8> =
        std::iter::once(0xFEFF).chain(sections.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    check("sections, UTF-16 the other way", &big, Teams, &wanted);
    check("saved again as UTF-8", sections.as_bytes(), Teams, &wanted);
    let commas: Vec<String> = sections
        .lines()
        .map(|line| {
            let quoted: Vec<String> = line.split('\t').map(|cell| format!("\"{cell}\"")).collect();
            quoted.join(",")
        })
        .collect();
    check("with commas", commas.join("\n").as_bytes(), Teams, &wanted);
    check(
        "the older report",
        &utf16(
            "Full Name\tUser Action\tTimestamp\n\
             Ana Neves\tJoined\t3/5/2026, 5:58:00 PM\n\
             Omar Al-Hassan (Guest)\tJoined before\t3/5/2026, 5:59:00 PM\n\
             Ana Neves\tLeft\t3/5/2026, 6:28:00 PM\n",
        ),
        Teams,
        &["2+4: Ana Neves", "3: Omar Al-Hassan"],
    );
}

#[test]
fn webex_and_meet_in_their_variants() {
    use list::ListKind::{GoogleMeet, Webex};
    check(
        "Webex with tabs",
        &utf16(
            "Meeting Name\tDisplay Name\tFirst Name\tLast Name\tRole\tAttendee Email\tJoin Time\tLeave Time\tAttendance Duration\n\
             WG-Access\tAna Neves\tAna\tNeves\tHost\tana@harbour.example\t=\"2026-03-05 17:58:00\"\t=\"2026-03-05 18:58:00\"\t60 mins\n\
             WG-Access\tomar\tn/a\tn/a\tAttendee\tomar@board.example\t=\"2026-03-05 18:00:00\"\t=\"2026-03-05 18:10:00\"\t10 mins\n",
        ),
        Webex,
        &["2: Ana Neves, ana@harbour.example, 60 min", "3: Omar, omar@board.example, 10 min"],
    );
    check(
        "Webex with commas",
        b"Name,Attendee Email,Join Time,Leave Time,Attendance Duration,Connection Type\n\
          \"Neves, Ana\",ana@harbour.example,2026-03-05 17:58:00,2026-03-05 18:58:00,60 mins,Desktop app\n",
        Webex,
        &["2: Ana Neves, ana@harbour.example, 60 min"],
    );
    check(
        "Meet",
        b"First name,Last name,Email,Duration,Time joined,Time exited\n\
          Ana,Neves,ana@harbour.example,1 hr 5 min,5:58 PM,7:03 PM\n\
          Omar,,,12 min,6:00 PM,6:12 PM\n",
        GoogleMeet,
        &["2: Ana Neves, ana@harbour.example, 65 min", "3: Omar, 12 min"],
    );
    check(
        "an add-on's list below a block",
        b"Meeting code,abc-defg-hij\nCreated on,2026-03-05 17:55\nEnded on,2026-03-05 19:05\n\n\
          Full Name,First Seen,Time in Call\nAna Neves,2026-03-05 17:58:41,01:05:00\nOmar Al-Hassan,2026-03-05 17:59:41,00:30:00\n",
        GoogleMeet,
        &["6: Ana Neves, 65 min", "7: Omar Al-Hassan, 30 min"],
    );
    check(
        "an add-on's list of names and ticks",
        "Participant,Arrival time,Last seen,Checks\nAna Neves,17:58:41,19:03:12,✔✔✔\n".as_bytes(),
        GoogleMeet,
        &["2: Ana Neves, 65 min"],
    );
}

#[test]
fn tables_in_every_encoding_and_mark() {
    use list::ListKind::Table;
    let text = "Nom;Organisation;Courriel\n\
        Zoë Šimek;\"Café\n“du Port”\";zoe@cafe.example\n\
        Jean-Luc O'Brien;Société du Phare;jl@phare.example\n";
    let wanted = [
        "2: Zoë Šimek, Café “du Port”, zoe@cafe.example",
        "4: Jean-Luc O'Brien, Société du Phare, jl@phare.example",
    ];
    check("semicolons", text.as_bytes(), Table, &wanted);
    check("with a mark", format!("\u{feff}{text}").as_bytes(), Table, &wanted);
    check("UTF-16", &utf16(text), Table, &wanted);
    check("CRLF", text.replace('\n', "\r\n").as_bytes(), Table, &wanted);
    check("CR alone", text.replace('\n', "\r").as_bytes(), Table, &wanted);
    let plain = text.replace(['“', '”'], "'");
    let wanted = [
        "2: Zoë Šimek, Café 'du Port', zoe@cafe.example",
        "4: Jean-Luc O'Brien, Société du Phare, jl@phare.example",
    ];
    check("Windows-1252", &windows(&plain), Table, &wanted);
}

#[test]
fn headings_nobody_knows_are_no_person() {
    let people = "Ana Neves;Access Harbour;ana@harbour.example\nOmar Al-Hassan;Lighthouse Board;\n";
    let wanted =
        ["Ana Neves, Access Harbour, ana@harbour.example", "Omar Al-Hassan, Lighthouse Board"];
    let rows = |from: usize| -> Vec<String> {
        wanted.iter().zip(from..).map(|(one, row)| format!("{row}: {one}")).collect()
    };
    let headed = told("list.csv", format!("Wer;Wofür;Wie\n{people}").as_bytes());
    assert_eq!(headed, (list::ListKind::Table, rows(2)));
    assert_eq!(told("list.csv", people.as_bytes()), (list::ListKind::Table, rows(1)));
}

/// A workbook of one sheet: its cells as `A1`, what they hold, and whether they are a moment.
fn workbook(cells: &[(&str, &str, Cell)], merged: &str) -> Vec<u8> {
    let mut rows: Vec<(u32, String)> = Vec::new();
    for (place, value, cell) in cells {
        let number: u32 =
            place.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().unwrap();
        if rows.last().is_none_or(|(last, _)| *last != number) {
            rows.push((number, String::new()));
        }
        let row = &mut rows.last_mut().unwrap().1;
        row.push_str(&match cell {
            Cell::Text => format!(r#"<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>"#),
            Cell::Number => format!(r#"<c r="{place}"><v>{value}</v></c>"#),
            Cell::Moment => format!(r#"<c r="{place}" s="1"><v>{value}</v></c>"#),
        });
    }
    let rows: String =
        rows.iter().map(|(number, row)| format!(r#"<row r="{number}">{row}</row>"#)).collect();
    let main = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
    let sheet = format!(
        r#"<worksheet {main}><sheetData>{rows}</sheetData><mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells></worksheet>"#
    );
    zip(&[
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook {main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
        ),
        (
            "xl/styles.xml",
            &format!(
                r#"<styleSheet {main}><numFmts count="1"><numFmt numFmtId="170" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>"#
            ),
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

#[derive(Clone, Copy)]
enum Cell {
    Text,
    Number,
    Moment,
}

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_with_a_title_over_its_headings_and_serial_numbers() {
    use Cell::{Moment, Number, Text};
    let cells = |when: Cell| {
        workbook(
            &[
                ("A1", "Participants of the 112th call", Text),
                ("A2", "5 March 2026", Text),
                ("A4", "Name", Text),
                ("B4", "Organisation", Text),
                ("C4", "Join time", Text),
                ("D4", "Leave time", Text),
                ("A5", "Ana Neves", Text),
                ("B5", "Access Harbour", Text),
                ("C5", "46086.75", when),
                ("D5", "46086.791666666664", when),
                ("A7", "Omar Al-Hassan", Text),
                ("B7", "Lighthouse Board", Text),
                ("C7", "46086.760416666664", when),
                ("D7", "46086.78125", when),
            ],
            "A1:D1",
        )
    };
    let wanted =
        ["5: Ana Neves, Access Harbour, 60 min", "7: Omar Al-Hassan, Lighthouse Board, 30 min"];
    check("moments", &cells(Moment), list::ListKind::Table, &wanted);
    check("serial numbers", &cells(Number), list::ListKind::Table, &wanted);
    let read = list::read(&cells(Number), "list.xlsx").unwrap();
    let fields: Vec<Option<Field>> = read.columns.iter().map(|column| column.field).collect();
    let people = list::people(&read, &fields).0;
    assert_eq!(people[0].joined.as_deref(), Some("2026-03-05 18:00:00"));
}

#[test]
fn an_opendocument_sheet_with_a_title_and_repeated_cells() {
    let cell = |text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let body = [
        row(r#"<table:table-cell table:number-columns-spanned="3" office:value-type="string"><text:p>Participants</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/>"#),
        r#"<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>"#.to_owned(),
        row(&["Given name", "Family name", "Affiliation", "Joined"].map(cell).concat()),
        row(&format!(
            "{}{}",
            ["Ilse", "van der Meulen", "Delta Library"].map(cell).concat(),
            r#"<table:table-cell office:value-type="date" office:date-value="2026-03-05T18:00:00"><text:p>05.03.26 18:00</text:p></table:table-cell>"#
        )),
        row(&format!("{}{}", cell("Wei"), r#"<table:table-cell/><table:table-cell office:value-type="string"><text:p>Licht</text:p><text:p>werk</text:p></table:table-cell>"#)),
        r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#.to_owned(),
    ]
    .concat();
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">{body}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let mime = "application/vnd.oasis.opendocument.spreadsheet";
    check(
        "list.ods",
        &zip(&[("mimetype", mime), ("content.xml", &content)]),
        list::ListKind::Table,
        &["5: Ilse van der Meulen, Delta Library", "6: Wei, Licht werk"],
    );
}

#[test]
fn cards_of_every_version_and_several_in_a_file() {
    use list::ListKind::Cards;
    check(
        "2.1",
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=pt;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89vora;Jo=C3=A3o;;;\r\n\
          FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jo=C3=A3o =\r\n=C3=89vora\r\nORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Esta=C3=A7=C3=A3o;Norte\r\n\
          EMAIL;PREF;INTERNET:joao@estacao.example\r\nTEL;CELL;VOICE:+351 912 345 678\r\nEND:VCARD\r\n\
          BEGIN:VCARD\r\nVERSION:2.1\r\nN:Neves;Ana\r\nFN:Ana Neves\r\nEND:VCARD\r\n",
        Cards,
        &[
            "1: João Évora, Estação, joao@estacao.example, +351 912 345 678",
            "10: Ana Neves",
        ],
    );
    check(
        "3.0 folded",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ilse van der\r\n  Meulen\r\nN:van der Meulen;Ilse;;;\r\n\
         ORG:Delta Library Consor\r\n tium\r\nEMAIL;TYPE=INTERNET,WORK:ilse@del\r\n ta.example\r\nEND:VCARD\r\n"
            .as_bytes(),
        Cards,
        &["1: Ilse van der Meulen, Delta Library Consortium, ilse@delta.example"],
    );
    check(
        "4.0, several people, groups and small letters",
        "begin:vcard\nversion:4.0\nfn:Zoë Šimek\nn:Šimek;Zoë;;;\norg:Café\nend:vcard\n\n\
         BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nFN;PREF=1:王小明\nEMAIL:wang@board.example\nEND:VCARD\n\
         BEGIN:VCARD\nVERSION:4.0\nN:Al-Hassan;Omar;;Dr.;\nitem1.TEL;VALUE=uri;TYPE=\"voice,home\":tel:+44-20-5550-0100\nEND:VCARD\n"
            .as_bytes(),
        Cards,
        &[
            "1: Zoë Šimek, Café",
            "8: 王小明, wang@board.example",
            "14: Omar Al-Hassan, +44-20-5550-0100",
        ],
    );
}
