//! Wrapped paragraphs made by hand, and what they were before.

use super::paragraphs;
use crate::read::lines::Line;

/// Paragraphs whose next line, wherever they are wrapped, may begin with a capital, a figure or an
/// address.
const WHOLE: [&str; 6] = [
    "Port of Wenning",
    "The board met on the quay and read the letter that came from the office of the port on Monday. Ana Prado asked whether NATO had seen it; nobody knew, and the letter went back to those who had written it in the winter.",
    "The tables were compared with those of last year, which Tom Hart had found in document N 209. Of these, 41 agree. The others differ by less than an hour in the north and in the west, where the sea is shallow and the sand moves.",
    "1. Tides",
    "It was agreed to meet again in the hall of the museum on 14 June, when the new tables will have been printed. They are kept at https://tides.example/tables/of/1906 for those who cannot wait until then, and for the three ports that asked.",
    "Bo Lund thanked everybody for the work. Before 3 July all those who spoke will be asked whether the notes are right, and what is wrong in them will be set right at once.",
];

fn check(text: &str, expected: &[&str]) {
    let source = paragraphs(text, None);
    let told: Vec<String> = source.lines.iter().map(Line::printed).collect();
    assert_eq!(told, expected, "{text}");
}

fn filled(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + 1 + word.len() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

#[test]
fn a_word_that_had_no_room_goes_on_with_the_line_above() {
    for width in 54..=90 {
        let text = WHOLE.map(|paragraph| filled(paragraph, width)).join("\n\n");
        check(&text, &WHOLE);
    }
}

#[test]
fn a_paragraph_a_line_stays_one() {
    check(&WHOLE.join("\n"), &WHOLE);
    check(&WHOLE.join("\n\n"), &WHOLE);
}

#[test]
fn lines_that_lost_their_hyphens_are_wider_than_the_page() {
    let lines = "The board met on the quay and read the letter that came from the office of\n\
        the port on Monday. Ana asked whether anyone had seen it; nobody knew, and the letter went back unread to those who had written it\n\
        in the winter. The tables were compared with those of last year, which Tom had\n\
        found in a drawer of the museum. Most agree. The others differ by less than an\n\
        hour in the north and in the west, where the sea is shallow and the sand moves every year, so that nobody can tell the hour\n\
        of the tide by the tables alone. It was agreed to meet again in the hall of\n\
        the museum in June.\n\u{c}Nobody objected.";
    let (first, _) = lines.split_once("\n\u{c}").unwrap_or_default();
    check(lines, &[&first.replace('\n', " "), "Nobody objected."]);
}

#[test]
fn people_without_numbers_are_not_joined() {
    let page =
        filled(WHOLE[1], 60) + "\n\n" + &filled(WHOLE[2], 60) + "\n\n" + &filled(WHOLE[4], 60);
    let people =
        "Ana Prado, Head of the Salt Works of Wenning, Lower Harbour\nTom Hart, Tide Board";
    let text = format!("{page}\n\nList of participants\n\n{people}");
    let expected = [WHOLE[1], WHOLE[2], WHOLE[4], "List of participants"];
    let people: Vec<&str> = people.split('\n').collect();
    check(&text, &[&expected[..], &people[..]].concat());
}

#[test]
fn a_line_that_ends_after_a_comma_or_a_small_word_goes_on_in_a_text_without_a_width() {
    check(
        "The meeting took the report.\nThis has the table of tides,\none note from each port,\nand the map.\n\
         It follows what was decided at the\nLast call in May.\nBuoys, nets,\nLights\n",
        &[
            "The meeting took the report.",
            "This has the table of tides, one note from each port, and the map.",
            "It follows what was decided at the Last call in May.",
            "Buoys, nets,",
            "Lights",
        ],
    );
}

#[test]
fn a_heading_goes_on_in_the_next_line_where_the_words_or_the_agenda_say_so() {
    let page = format!("{}\n\n{}", filled(WHOLE[1], 74), filled(WHOLE[2], 74));
    for (lines, expected) in [
        (
            "3. Report on the tides and the\nwork of the board",
            &["3. Report on the tides and the work of the board"][..],
        ),
        (
            "3. Report on the tides and the\nSalt Works",
            &["3. Report on the tides and the Salt Works"],
        ),
        ("IV. Report on the tides\nof next year", &["IV. Report on the tides of next year"]),
        ("3. Tides\nThe board met.", &["3. Tides", "The board met."]),
        ("3. Tides\nana: yes", &["3. Tides", "ana: yes"]),
        ("3. Tides and boats:\nnets", &["3. Tides and boats:", "nets"]),
        ("3. Tides of the North\nnothing new.", &["3. Tides of the North", "nothing new."]),
        (
            "Tides of the North\n\n3. Tides of the North\nnone",
            &["Tides of the North", "3. Tides of the North", "none"],
        ),
        (
            "1. Tides of the North\nLights of the South\n\n3. Tides of the North\nLights of the South\n\nNone.",
            &[
                "1. Tides of the North Lights of the South",
                "3. Tides of the North Lights of the South",
                "None.",
            ],
        ),
        (
            "1. Tides of the North Lights\n2. Boats\n\n1. Tides of the North\nLights\n\nNone.",
            &["1. Tides of the North Lights", "2. Boats", "1. Tides of the North Lights", "None."],
        ),
        (
            "1. Tides of the North\n2. Boats\n\n1. Tides of the North\nAna Prado spoke.\n\nNone.",
            &[
                "1. Tides of the North",
                "2. Boats",
                "1. Tides of the North",
                "Ana Prado spoke.",
                "None.",
            ],
        ),
    ] {
        check(&format!("{page}\n\n{lines}"), &[&[WHOLE[1], WHOLE[2]], expected].concat());
    }
}

/// Paragraphs of three lines, the last of which is as full as the others.
const FULL: &str = "\
Ana Prado told the board that the letter came from the office of the port,
and that nobody knew who had written it or when; she had asked everybody of
the museum, and the clerks of the harbour as well, but none had ever seen it.
Ana Prado then read the tables of last year, which had been found in a box of
the museum, and said which of them agree and which differ by more than what a
tide may differ by in the north and in the west, where all the sand has moved.
The tables were printed and sent to all the ports, who were asked to hang them
where everybody sees them, and to write to the board before the end of a month
if they found the hour of any tide to be other than what is printed for theirs.
Ana Prado thanked.
Ana Prado left.
Ana Prado slept.
It rained.
";

#[test]
fn a_new_paragraph_below_a_full_line_is_told_by_its_first_words() {
    let source = paragraphs(FULL, None);
    let first: Vec<String> = source
        .lines
        .iter()
        .map(|line| line.text().split(' ').take(3).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        first,
        [
            "Ana Prado told",
            "Ana Prado then",
            "Ana Prado thanked.",
            "Ana Prado left.",
            "Ana Prado slept.",
            "It rained."
        ]
    );
    let doubts: Vec<&str> = source.doubts.iter().map(|doubt| doubt.code.as_str()).collect();
    assert_eq!(doubts, ["paragraph_guessed"; 2]);
}

#[test]
fn a_new_paragraph_below_a_full_line_is_told_by_its_margin() {
    let set_in: String = FULL
        .lines()
        .enumerate()
        .map(
            |(at, line)| {
                if at % 3 == 0 || at > 8 { format!("   {line}\n") } else { format!("{line}\n") }
            },
        )
        .collect();
    let source = paragraphs(&set_in, None);
    assert_eq!(source.lines.len(), 7, "{:?}", source.lines);
    assert!(source.doubts.is_empty());
}
