//! Proofs of the reading order: columns, tables and notes of invented pages.

use super::tests::{FULL, Put, SHORT, check, content, file, of_contents, rows, source, told};

#[test]
fn columns_are_read_one_after_the_other() {
    let left = [
        "The left column has some lines of",
        "running text that go on under one",
        "another until the column comes to",
        "its end and the next one begins at",
        "the top.",
    ];
    let right = [
        "The right column is read when the",
        "left one is done, and its lines are",
        "as full of words as the others, so",
        "that nobody takes them for cells of",
        "a table.",
    ];
    let page = [
        vec![(72.0, 760.0, 16.0, 'B', "A heading across both of the columns of this page")],
        rows(72.0, 700.0, &left),
        rows(310.0, 700.0, &right),
    ];
    let expected =
        ["H1 A heading across both of the columns of this page", &left.join(" "), &right.join(" ")];
    check("the same heights", &[page.concat()], &expected);
    let page = [page[0].clone(), page[1].clone(), rows(310.0, 695.0, &right)];
    check("other heights", &[page.concat()], &expected);
    let people = ["1. Ana Prado, NIC", "2. Tom Hart, Bay", "3. Ruth Clair, Trust"];
    let more = ["4. Mara Lind, Port", "5. Jonas Berg, Port", "6. Ines Reis, Trust"];
    let page = [rows(72.0, 700.0, &people), rows(310.0, 700.0, &more)].concat();
    check("a list in two columns", &[page], &[people, more].concat());
}

#[test]
fn a_link_belongs_to_its_own_words_beside_one_that_reaches_over_the_columns() {
    let left = ["The left column has some lines of", "running text that go on in the other"];
    let right = ["column, and its lines are as full as", "those, so that nobody takes them so."];
    let page = [rows(72.0, 700.0, &left), rows(310.0, 700.0, &right)].concat();
    let link = |place: &str, at: &str| {
        format!("<</Subtype/Link/Rect[{place}]/A<</S/URI/URI(https://a.example/{at})>>>>")
    };
    // The rectangle around both lines of the first covers the second.
    let annotations =
        format!("/Annots[{}{}]", link("72 680 500 715", "over"), link("310 684 500 697", "own"));
    let found = source(&file(&[page], &annotations));
    let linked = |end: &str| -> Vec<String> {
        let runs = found.lines.iter().flat_map(|line| &line.runs);
        let of = runs.filter(|run| run.link.as_deref().is_some_and(|link| link.ends_with(end)));
        of.map(|run| run.text.clone()).collect()
    };
    assert_eq!(linked("own").concat(), right[1]);
    assert!(linked("over").concat().starts_with(left[0]), "{found:?}");
}

#[test]
fn tables_are_read_row_by_row() {
    let page = vec![
        (72.0, 700.0, 11.0, 'B', "Name"),
        (250.0, 700.0, 11.0, 'B', "Organisation"),
        (72.0, 680.0, 11.0, 'R', "Ana Prado"),
        (250.0, 680.0, 11.0, 'R', "National Council of"),
        (250.0, 667.0, 11.0, 'R', "Public Libraries"),
        (72.0, 647.0, 11.0, 'R', "Tom Hart"),
        (250.0, 647.0, 11.0, 'R', "Bay Council"),
    ];
    let expected = [
        "Name|Organisation",
        "Ana Prado|National Council of Public Libraries",
        "Tom Hart|Bay Council",
    ];
    check("a table", std::slice::from_ref(&page), &expected);
    assert!(source(&file(&[page], "")).lines.iter().all(|line| line.table_row));
}

#[test]
fn upright_lines_and_full_cells_part_columns() {
    let heading = [
        (72.0, 700.0, 11.0, 'B', "No."),
        (95.0, 700.0, 11.0, 'B', "Topic"),
        (200.0, 700.0, 11.0, 'B', "Lead"),
    ];
    // `No.` and `Topic` stand close together, and so do the words of the second row.
    let rows = [
        (72.0, 680.0, 11.0, 'R', "1"),
        (95.0, 680.0, 11.0, 'R', "Tides"),
        (200.0, 680.0, 11.0, 'R', "Ana"),
        (72.0, 660.0, 11.0, 'R', "2"),
        (95.0, 660.0, 11.0, 'R', "Boats and harbours"),
        (200.0, 660.0, 11.0, 'R', "Bo"),
    ];
    let table = content(&[&heading[..], &rows[..]].concat());
    let walls = "93 650 m 93 715 l S 198 650 1 65 re f\n";
    let told: Vec<String> = source(&of_contents(&[&format!("{table}{walls}")], "", &[]))
        .lines
        .iter()
        .map(told)
        .collect();
    assert_eq!(told, ["No.|Topic|Lead", "1|Tides|Ana", "2|Boats and harbours|Bo"]);
}

#[test]
fn lines_of_two_columns_need_not_stand_level() {
    let left = [
        "The group met on Monday and read",
        "the tables of the last year aloud,",
        "one after the other, until all of",
        "them had been read by everybody.",
    ];
    let right = [
        "Nobody could say why the boats",
        "were late again, and the harbour",
        "will be asked for the letters it",
        "wrote to them in the last year.",
    ];
    // A heading reaches over two lines of the other column, which begins above it.
    let mut page = vec![(60.0, 700.0, 16.0, 'B', "Tides and tables")];
    page.extend(rows(60.0, 680.0, &left));
    page.extend(rows(310.0, 721.0, &["The second column begins higher;"]));
    page.extend(rows(310.0, 707.0, &["its lines lie between the others."]));
    page.extend(rows(310.0, 687.0, &right));
    let (left, right) = (left.join(" "), right.join(" "));
    check(
        "two columns whose lines lie apart",
        &[page],
        &[
            "H1 Tides and tables",
            &left,
            "The second column begins higher; its lines lie between the others.",
            &right,
        ],
    );
}

#[test]
fn cells_may_be_set_at_the_middle_of_their_row() {
    let at = |y: f64, cells: [&'static str; 3]| {
        let place = move |(cell, x): (&'static str, f64)| (x, y, 11.0, 'R', cell);
        cells.into_iter().zip([60.0, 90.0, 260.0]).filter(|one| !one.0.is_empty()).map(place)
    };
    let page: Vec<Put<'_>> = [
        at(700.0, ["No.", "Item", "Time"]),
        at(681.0, ["1", "Lessons from the last year", "30 min."]),
        at(662.3, ["", "Evaluation of tables in", ""]),
        at(656.0, ["2", "", "40 min."]),
        at(649.7, ["", "the year to come", ""]),
        at(631.0, ["3", "Boats", "5 min."]),
    ]
    .into_iter()
    .flatten()
    .chain([(60.0, 614.5, 11.0, 'B', "1. Lessons")])
    .chain(rows(60.0, 593.0, &[FULL, SHORT]))
    .collect();
    check(
        "a table without rules",
        &[page],
        &[
            "No.|Item|Time",
            "1|Lessons from the last year|30 min.",
            "2|Evaluation of tables in the year to come|40 min.",
            "3|Boats|5 min.",
            "1. Lessons",
            &format!("{FULL} {SHORT}"),
        ],
    );
}

#[test]
fn a_page_in_columns_may_hold_anything() {
    let text = [
        "Ana read the tables of the spring aloud",
        "and asked who else had kept a record in",
        "the harbour; two members had done so.",
    ];
    let mut page =
        vec![(72.0, 780.0, 16.0, 'B', "A heading across both of the columns of this page")];
    // A first line of words that stand wide apart, and headings that no paragraph stands beside.
    let apart = [(72.0, "Working"), (140.0, "group"), (200.0, "on"), (240.0, "tides")];
    page.extend(apart.map(|(x, word)| (x, 740.0, 11.0, 'B', word)));
    let mut top = 715.0;
    for heading in ["Agenda", "Spring tides", "Boats"] {
        page.push((72.0, top, 16.0, 'B', heading));
        page.extend(rows(72.0, top - 20.0, &text));
        top -= 80.0;
    }
    page.extend(rows(330.0, 740.0, &["- the boats;", "- the harbour."]));
    let mut top = 710.0;
    for heading in ["Next steps", "Other business", "Annex"] {
        page.push((310.0, top, 16.0, 'B', heading));
        page.extend(rows(310.0, top - 20.0, &text));
        top -= 80.0;
    }
    let text = text.join(" ");
    let expected: Vec<&str> = "H1 A heading across both of the columns of this page|Working group on tides|H1 Agenda|T|H1 Spring tides|T|H1 Boats|T|- the boats;|- the harbour.|H1 Next steps|T|H1 Other business|T|H1 Annex|T"
        .split('|')
        .map(|line| if line == "T" { text.as_str() } else { line })
        .collect();
    check("columns with headings and lists", &[page], &expected);
}

#[test]
fn the_head_of_a_report_may_stand_beside_its_text() {
    let head = [
        "Minutes of the tide group",
        "Date: 12 May 2026",
        "Place: Room 3, Wenning",
        "Chair: Ana Prado",
        "Agenda",
        "1. Tides",
        "2. Boats",
        "3. Other business",
    ];
    let begun = [
        "Ana read the tables of the spring aloud",
        "and asked who else had kept a record in",
        "the harbour; two members had done so in",
        "the winter, and one of them had found a",
    ];
    let more =
        ["boat that nobody had asked for since the", "last year, when all of them were counted."];
    let put = |x: f64, top: f64, step: f64, lines: &[&'static str]| -> Vec<Put<'static>> {
        let place =
            |(at, line): (usize, &&'static str)| (x, top - at as f64 * step, 11.0, 'R', *line);
        lines.iter().enumerate().map(place).collect()
    };
    let right: Vec<&str> = more.iter().copied().cycle().take(14).collect();
    let side = [put(72.0, 700.0, 19.0, &head), put(72.0, 540.0, 14.0, &begun)].concat();
    let lines = |page: Vec<Put<'_>>| -> Vec<String> {
        source(&file(&[page], "")).lines.iter().map(told).collect()
    };
    let page = lines([side.clone(), put(310.0, 703.0, 14.0, &right)].concat());
    assert_eq!(page.first().map(String::as_str), Some("Minutes of the tide group"), "{page:?}");
    assert!(page.iter().any(|line| line.contains("had found a boat that nobody")), "{page:?}");
    // The cells of a table stand level.
    let short = head.chunks(2).zip(begun).flat_map(|(two, line)| [two[0], line, two[1], "Yes"]);
    let cells: Vec<&str> = short.collect();
    let right: Vec<&str> = more.iter().copied().cycle().take(16).collect();
    let page = lines([put(72.0, 700.0, 19.0, &cells), put(310.0, 700.0, 19.0, &right)].concat());
    assert!(page[0].starts_with("Minutes of the tide group|boat that"), "{page:?}");
}

#[test]
fn a_short_page_has_the_columns_of_the_one_before() {
    let text = [
        "Ana read the tables of the spring aloud",
        "and asked who else had kept a record in",
        "the harbour; two members had done so.",
    ];
    let lines: Vec<&str> = text.iter().copied().cycle().take(15).collect();
    let whole = [rows(72.0, 700.0, &lines), rows(310.0, 700.0, &lines)].concat();
    // Its second column ends above the first, and lies between its lines.
    let left = ["1. Tom Hart, Wenning Council of Bay", "Ports", "2. Ruth Clair, Trust"];
    let short = [rows(72.0, 700.0, &left), rows(310.0, 695.0, &["Guests", "Ines Reis, Port"])];
    let read = |pages: &[Vec<Put<'_>>]| -> Vec<String> {
        source(&file(pages, "")).lines.iter().map(told).collect()
    };
    let page = read(&[whole.clone(), short.concat()]);
    let page: Vec<&str> = page.iter().rev().take(4).rev().map(String::as_str).collect();
    assert_eq!(
        page,
        [
            "1. Tom Hart, Wenning Council of Bay Ports",
            "2. Ruth Clair, Trust",
            "Guests",
            "Ines Reis, Port",
        ]
    );
    // A page that goes across them has none.
    let across =
        rows(72.0, 700.0, &["Name", "Ana Prado was asked to read all of the tables of the year"]);
    let page = read(&[whole, across]);
    assert!(page.last().is_some_and(|line| line.ends_with("of the year")), "{page:?}");
}

#[test]
fn a_column_of_misread_bullets_is_a_list() {
    let list = |signs: [&'static str; 3]| {
        let words = ["Ana Prado, Port", "the boats", "Tom Hart, Bay"];
        let tops = [700.0, 680.0, 660.0];
        let put = |((sign, words), y)| [(90.0, y, 11.0, 'R', sign), (120.0, y, 11.0, 'R', words)];
        signs.into_iter().zip(words).zip(tops).flat_map(put).collect::<Vec<Put<'_>>>()
    };
    let read = |signs| -> (Vec<String>, usize) {
        let source = source(&file(&[list(signs)], ""));
        (source.lines.iter().map(told).collect(), source.doubts.len())
    };
    let (lines, doubts) = read(["e", "o", "e"]);
    let marks: Vec<&str> = lines.iter().map(|line| line.split_at(2).1.trim()).collect();
    assert_eq!((marks, doubts), (vec!["Ana Prado, Port", "the boats", "Tom Hart, Bay"], 3));
    let (lines, doubts) = read(["e", "b", "e"]);
    assert_eq!((lines[1].as_str(), doubts), ("b|the boats", 0));
}

#[test]
fn two_people_on_full_lines_are_two() {
    let long =
        "Jonathan Alexander Montgomery, senior adviser for the harbours, Wenning Council of Ports";
    let next = "Wilhelmina Cunningham, Trust";
    let check = |head: &str, second: &str, expected: usize| {
        let lines = source(&file(&[rows(72.0, 700.0, &[head, long, second])], "")).lines;
        assert_eq!(lines.len(), expected, "{head}: {second}");
    };
    check("Participants", next, 3);
    check("Participants", "and harbourmasters", 2);
    check("Everything said", next, 2);
}

#[test]
fn raised_numbers_lead_to_their_notes() {
    for (small, rise) in [(6.5, 2.0), (9.1, 3.6)] {
        let page = vec![
            (72.0, 700.0, 11.0, 'R', "Ana read the tables of the spring."),
            (246.0, 700.0 + rise, small, 'R', "1"),
            (260.0, 700.0, 11.0, 'R', "Nobody had asked for more than that in the last year."),
            (72.0, 80.0 + rise, small, 'R', "1"),
            (80.0, 80.0, 11.0, 'R', "They are on the list."),
        ];
        let text = "Ana read the tables of the spring. Nobody had asked for more than that in the last year.";
        check("a note", &[page], &[text, "[1] They are on the list."]);
    }
    let first = vec![
        (72.0, 700.0, 11.0, 'R', "Ana read the tables of the spring."),
        (246.0, 704.0, 6.5, 'R', "2"),
    ];
    let last = vec![
        (72.0, 700.0, 11.0, 'R', "Boats were late."),
        (72.0, 84.0, 6.5, 'R', "2"),
        (80.0, 80.0, 11.0, 'R', "They are on the list."),
    ];
    let lines =
        ["Ana read the tables of the spring.", "[2] They are on the list.", "Boats were late."];
    check("a note at the end of the file", &[first, last], &lines);
}
