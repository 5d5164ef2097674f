//! PDF files made by hand, and the lines they are.

use super::read;
use crate::Error;
use crate::read::lines::{Line, Source, Style};
use std::fmt::Write;

/// Words at a place on a page: left, baseline, size, font (`R`, `B` or `I`).
pub type Put<'t> = (f64, f64, f64, char, &'t str);

/// A file of A4 pages with these words, and more entries for the first page's dictionary.
pub fn file(pages: &[Vec<Put<'_>>], first_page: &str) -> Vec<u8> {
    let contents: Vec<String> = pages.iter().map(|page| content(page)).collect();
    let contents: Vec<&str> = contents.iter().map(String::as_str).collect();
    of_contents(&contents, first_page, &[])
}

pub fn content(page: &[Put<'_>]) -> String {
    let mut content = String::new();
    for (x, y, size, font, text) in page {
        let text: String = text
            .chars()
            .map(|c| match c {
                '(' | ')' | '\\' => format!("\\{c}"),
                '•' => "\\225".to_owned(),
                '–' => "\\226".to_owned(),
                c => c.to_string(),
            })
            .collect();
        writeln!(content, "BT /F{font} {size} Tf {x} {y} Td ({text}) Tj ET").unwrap();
    }
    content
}

/// A file with these content streams; `more` are its objects from number 20 on.
pub fn of_contents(contents: &[&str], first_page: &str, more: &[&str]) -> Vec<u8> {
    let mut objects: Vec<(usize, String)> = vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".into()),
        (3, font("Helvetica")),
        (4, font("Helvetica-Bold")),
        (5, font("Helvetica-Oblique")),
    ];
    let mut kids = String::new();
    for (at, content) in contents.iter().enumerate() {
        let (page, stream) = (100 + 2 * at, 101 + 2 * at);
        let extra = if at == 0 { first_page } else { "" };
        write!(kids, "{page} 0 R ").unwrap();
        objects.push((page, format!("<</Type/Page/Parent 2 0 R/Contents {stream} 0 R{extra}>>")));
        let length = content.len();
        objects.push((stream, format!("<</Length {length}>>stream\n{content}\nendstream")));
    }
    let fonts = "/Resources<</Font<</FR 3 0 R/FB 4 0 R/FI 5 0 R>>/XObject<</X 20 0 R>>>>";
    let count = contents.len();
    let tree = format!("<</Type/Pages/Kids[{kids}]/Count {count}/MediaBox[0 0 595 842]{fonts}>>");
    objects.push((2, tree));
    objects.extend(more.iter().enumerate().map(|(at, object)| (20 + at, (*object).to_owned())));
    with_table(objects)
}

fn font(name: &str) -> String {
    format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>")
}

fn with_table(objects: Vec<(usize, String)>) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = String::new();
    for (number, object) in objects {
        write!(table, "{number} 1\n{:010} 00000 n \n", file.len()).unwrap();
        write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let at = file.len();
    write!(file, "xref\n{table}trailer<</Root 1 0 R>>\nstartxref\n{at}\n%%EOF").unwrap();
    file.into_bytes()
}

/// A line as a word: its heading level, its mark, its words; table cells apart by `|`.
pub fn told(line: &Line) -> String {
    let style = match line.style {
        Style::Title => "T ".to_owned(),
        Style::Heading(level) => format!("H{level} "),
        _ => String::new(),
    };
    format!("{style}{}", line.printed().replace('\t', "|"))
}

pub fn source(bytes: &[u8]) -> Source {
    read(bytes).unwrap()
}

pub fn check(name: &str, pages: &[Vec<Put<'_>>], expected: &[&str]) {
    let found: Vec<String> = source(&file(pages, "")).lines.iter().map(told).collect();
    assert_eq!(found, expected, "{name}");
}

/// Rows of running text from the top down, 14 points apart.
pub fn rows<'t>(x: f64, top: f64, rows: &[&'t str]) -> Vec<Put<'t>> {
    let place = |(at, row): (usize, &&'t str)| (x, top - 14.0 * at as f64, 11.0, 'R', *row);
    rows.iter().enumerate().map(place).collect()
}

/// A line of text that fills the page, and one that does not.
pub const FULL: &str =
    "This line of the report is long enough to reach the margin on the right side of its page,";
pub const SHORT: &str = "and this one ends.";

#[test]
fn lines_become_paragraphs() {
    check(
        "a full line goes on, a short one ends",
        &[rows(72.0, 700.0, &[FULL, SHORT, FULL, SHORT])],
        &[&format!("{FULL} {SHORT}"), &format!("{FULL} {SHORT}")],
    );
    check(
        "a gap ends it",
        &[[rows(72.0, 700.0, &[FULL]), rows(72.0, 670.0, &["Next."])].concat()],
        &[FULL, "Next."],
    );
    check(
        "first lines stand in",
        &[[rows(90.0, 700.0, &[&FULL[..FULL.len() - 6]]), rows(72.0, 686.0, &[FULL, SHORT])]
            .concat()],
        &[&format!("{} {FULL} {SHORT}", &FULL[..FULL.len() - 6])],
    );
    check(
        "a sentence goes on over the page",
        &[
            [rows(72.0, 700.0, &["A", "B"]), rows(72.0, 100.0, &[FULL])].concat(),
            rows(72.0, 760.0, &[SHORT, "Next."]),
        ],
        &["A", "B", &format!("{FULL} {SHORT}"), "Next."],
    );
}

#[test]
fn a_title_may_end_in_a_word_that_is_a_heading_elsewhere() {
    let title = [
        (72.0, 700.0, 20.0, 'B', "Group on Hybrid Sessions and Wide"),
        (72.0, 676.0, 20.0, 'B', "Participation"),
    ];
    let page = [&title[..], &rows(72.0, 600.0, &[FULL, SHORT])].concat();
    let text = format!("{FULL} {SHORT}");
    check("a title", &[page], &["H1 Group on Hybrid Sessions and Wide Participation", &text]);
    let page = [&title[1..], &rows(72.0, 600.0, &[FULL, SHORT])].concat();
    check("a heading", &[page], &["H1 Participation", &text]);
}

#[test]
fn headings_by_size_and_lists_by_marks() {
    let page = vec![
        (72.0, 780.0, 20.0, 'B', "Summary Report"),
        (72.0, 740.0, 14.0, 'B', "Agenda"),
        (90.0, 720.0, 11.0, 'R', "1."),
        (108.0, 720.0, 11.0, 'R', "Budget"),
        (126.0, 706.0, 11.0, 'R', "a)"),
        (144.0, 706.0, 11.0, 'R', "Travel"),
        (90.0, 692.0, 11.0, 'R', "2."),
        (108.0, 692.0, 11.0, 'R', "Any other business"),
        (72.0, 660.0, 14.0, 'B', "Discussion"),
        (72.0, 640.0, 11.0, 'R', "The members met."),
        (72.0, 620.0, 11.0, 'R', "•"),
        (90.0, 620.0, 11.0, 'R', "one"),
    ];
    let source = source(&file(&[page], ""));
    let found: Vec<String> = source.lines.iter().map(told).collect();
    let expected = [
        "T Summary Report",
        "H1 Agenda",
        "1. Budget",
        "a) Travel",
        "2. Any other business",
        "H1 Discussion",
        "The members met.",
        "• one",
    ];
    assert_eq!(found, expected);
    let depths: Vec<u32> =
        source.lines.iter().filter_map(|line| Some(line.mark.as_ref()?.depth)).collect();
    assert!(depths[0] < depths[1] && depths[0] == depths[2] && depths[3] == 0, "{depths:?}");
    assert!(source.lines[0].is_bold() && !source.lines[6].is_bold());
}

#[test]
fn bullets_that_a_browser_draws_are_marks() {
    let page = |tag: &str| {
        let entry = |y: f64, text: &str| {
            let top = y + 4.0;
            let curves = format!("72 {y} m 72 {y} 72 {top} 74 {top} c 76 {top} 76 {y} 72 {y} c f");
            let bullet = format!("/{tag} <</MCID 1>> BDC {curves} EMC\n");
            bullet + &content(&[(84.0, y - 2.0, 11.0, 'R', text)])
        };
        of_contents(&[&(entry(700.0, "Ana writes") + &entry(680.0, "Bo reads"))], "", &[])
    };
    let lines = |tag: &str| -> Vec<String> { source(&page(tag)).lines.iter().map(told).collect() };
    assert_eq!(lines("Lbl"), ["• Ana writes", "• Bo reads"]);
    assert_eq!(lines("Figure"), ["Ana writes", "Bo reads"]);
}

#[test]
fn running_lines_go_and_lines_like_them_stay() {
    let page = |number: &'static str, text: &'static str| {
        vec![
            (72.0, 810.0, 9.0, 'R', "Harbour Forum, meeting 12"),
            (72.0, 700.0, 11.0, 'R', text),
            (280.0, 40.0, 9.0, 'R', number),
        ]
    };
    let pages =
        [page("Page 1 of 3", "One."), page("Page 2 of 3", "Two."), page("Page 3 of 3", "Three.")];
    check("headers and footers", &pages, &["One.", "Two.", "Three."]);
    let doubts = source(&file(&pages, "")).doubts;
    let quotes: Vec<&str> = doubts.iter().map(|doubt| doubt.place.quote.as_str()).collect();
    assert_eq!(quotes, ["Harbour Forum, meeting 12", "Page 1 of 3"]);
    let people =
        [vec![(72.0, 100.0, 11.0, 'R', "7. Member")], vec![(72.0, 100.0, 11.0, 'R', "19. Member")]];
    check("a list that looks alike on every page", &people, &["7. Member", "19. Member"]);
    let carried = |next: &'static str| rows(72.0, 700.0, &["Carried.", next, "It rained."]);
    let pages = [carried("Ana left."), carried("Bo came.")];
    let all = ["Carried.", "Ana left.", "It rained."];
    check("a sentence that two pages begin with", &pages[..1], &all);
    assert!(source(&file(&pages, "")).doubts.is_empty());
    let web = [rows(72.0, 700.0, &["Home | About | News", "It rained.", "Copyright 2026 Port"])];
    check("the menu and the foot of a web page", &web, &["It rained."]);
    assert_eq!(source(&file(&web, "")).doubts.len(), 2);
    let marked = "BT /FR 11 Tf 72 700 Td (Words) Tj ET /Artifact <</Type/Pagination>> BDC \
                  BT /FR 9 Tf 72 40 Td (Draft) Tj ET EMC";
    let source = source(&of_contents(&[marked], "", &[]));
    assert_eq!((source.lines.len(), source.doubts.len()), (1, 0));
}

#[test]
fn divided_words_are_joined_where_it_is_sure() {
    let full =
        "There is enough in this line to bring the last word to the margin of the page multi-";
    let next = "stakeholder work goes on.";
    let joined = |sure: &str| {
        source(&file(
            &[[rows(72.0, 760.0, &[sure]), rows(72.0, 700.0, &[full, next])].concat()],
            "",
        ))
    };
    let text = |source: &Source| source.lines[1].text();
    assert!(text(&joined("A multistakeholder group.")).contains("page multistakeholder work"));
    assert!(text(&joined("A multi-stakeholder group.")).contains("page multi-stakeholder work"));
    let unsure = joined("A group.");
    assert!(text(&unsure).contains("page multi-stakeholder work"));
    let doubt = &unsure.doubts[0];
    assert_eq!(
        (doubt.code.as_str(), doubt.proposed.as_deref()),
        ("hyphenation", Some("multistakeholder"))
    );
}

#[test]
fn a_line_may_begin_with_a_dash_or_a_sign_of_a_document() {
    let text =
        "The harbour had been told of the new times for the boats of the spring far too late ";
    let dash = format!("{text}then");
    let check_two = |above: &str, below: &str, lines: usize| {
        let found = source(&file(&[rows(72.0, 700.0, &[FULL, above, below, SHORT])], "")).lines;
        assert_eq!(found.len(), lines, "{above} / {below}");
    };
    check_two(
        &dash,
        "– in some cases only nine days before – and asked for more time in future",
        1,
    );
    check_two("They asked for", "– more time in the spring", 3);
    check_two(&dash, "– More time", 3);
    check_two(
        "The secretariat presented the whole plan of the work as in document",
        "ABC/2026/61234. All of the members asked for more",
        1,
    );
    check_two(
        "The secretariat presented the whole plan of the work as in document",
        "and/or in the annex of the same document",
        1,
    );
}

#[test]
fn an_entry_as_far_from_both_margins_is_not_centred() {
    let entry = "6. Cunningham, Wilhelmina (Dr.), Council of Ports and the Wenning Trust, Forum XX";
    let wide = entry.replacen('.', ":", 1) + " Member";
    let page = [
        rows(72.0, 700.0, &[&wide, SHORT]),
        vec![(93.7, 640.0, 11.0, 'R', entry), (105.9, 626.0, 11.0, 'R', "Ports")],
    ];
    let lines = source(&file(&[page.concat()], "")).lines;
    assert_eq!(lines.len(), 2, "{:?}", lines.iter().map(told).collect::<Vec<_>>());
}

#[test]
fn links_are_attached_to_their_words() {
    let link =
        "/Annots[<</Subtype/Link/Rect[95 695 140 712]/A<</S/URI/URI(https://a.example/x)>>>>]";
    let source = source(&file(&[vec![(72.0, 700.0, 11.0, 'R', "See the note here.")]], link));
    let runs: Vec<(&str, Option<&str>)> =
        source.lines[0].runs.iter().map(|run| (run.text.as_str(), run.link.as_deref())).collect();
    assert_eq!(runs, [("See ", None), ("the note", Some("https://a.example/x")), (" here.", None)]);
    let long =
        "Everything that was said about it can be read at any time by all of us https://a.example/";
    let rows = rows(72.0, 700.0, &[long, "minutes/of-the-year?page=2 and there only."]);
    check(
        "an address over two lines",
        &[rows],
        &[&format!("{long}minutes/of-the-year?page=2 and there only.")],
    );
}

#[test]
fn letters_in_every_disguise() {
    let lines = |content: &str, more: &[&str]| -> Vec<String> {
        source(&of_contents(&[content], "", more)).lines.iter().map(told).collect()
    };
    assert_eq!(
        lines("BT /FR 11 Tf 72 700 Td [(Spa) -20 (ced) -400 (out)] TJ ET", &[]),
        ["Spaced out"]
    );
    assert_eq!(lines("BT /FR 11 Tf 14 TL 72 700 Td (One) Tj T* (Two) ' ET", &[]), ["One", "Two"]);
    assert_eq!(
        lines("q 0.1 0 0 0.1 0 0 cm BT /FR 110 Tf 720 7000 Td (Small) Tj ET Q", &[]),
        ["Small"]
    );
    assert_eq!(
        lines("/Span <</ActualText <FEFF00E9>>> BDC BT /FR 11 Tf 72 700 Td (e') Tj ET EMC", &[]),
        ["é"]
    );
    assert_eq!(
        lines("BT /FR 11 Tf 72 700 Td (Fake) Tj ET BT /FR 11 Tf 72.3 700 Td (Fake) Tj ET", &[]),
        ["Fake"]
    );
    assert_eq!(
        lines(
            "BT /FR 11 Tf 72 700 Td (note) Tj ET BT /FR 6 Tf 94 704 Td (3) Tj ET BT /FR 11 Tf 110 700 Td (end) Tj ET",
            &[]
        ),
        ["note3 end"]
    );
    let form = "<</Subtype/Form/Matrix[1 0 0 1 0 100]/Length 44>>stream\nBT /FR 11 Tf 72 600 Td (In a form) Tj ET\nendstream";
    assert_eq!(lines("/X Do", &[form]), ["In a form"]);
    let turned = source(&of_contents(
        &["BT /FR 11 Tf 72 700 Td (Words) Tj ET BT /FR 40 Tf .7 .7 -.7 .7 99 99 Tm (DRAFT) Tj ET"],
        "",
        &[],
    ));
    assert_eq!((turned.lines.len(), turned.doubts[0].place.quote.as_str()), (1, "DRAFT"));
    let on_its_side = "BT /FR 11 Tf 0 1 -1 0 100 72 Tm (Landscape) Tj ET";
    let source = source(&of_contents(&[on_its_side], "/Rotate 90", &[]));
    assert_eq!(source.lines[0].text(), "Landscape");
}

fn refused(bytes: &[u8], says: &str) {
    let Err(Error::Read { reason } | Error::Pictures { reason }) = read(bytes) else {
        panic!("“{says}” was read")
    };
    assert!(reason.contains(says) && reason.starts_with("it is a PDF file"), "{reason}");
}

#[test]
fn what_cannot_be_read_is_said_with_a_way_out() {
    let picture = "<</Subtype/Image/Width 1/Height 1/Length 3>>stream\nxyz\nendstream";
    refused(&of_contents(&["/X Do"], "", &[picture]), "OCR");
    refused(&of_contents(&["BI /W 1 /H 1 ID xyz EI"], "", &[]), "OCR");
    refused(&of_contents(&["0 0 m"], "", &[]), "without any words");
    refused(b"%PDF-1.7 and then nothing", "damaged");
    let locked = String::from_utf8(file(&[rows(72.0, 700.0, &["x"])], "")).unwrap();
    refused(locked.replace("/Root", "/Encrypt 9 0 R/Root").as_bytes(), "password");
}

#[test]
fn a_damaged_file_gives_what_is_left_of_it() {
    let whole =
        file(&[rows(72.0, 700.0, &["The first page."]), rows(72.0, 700.0, &["The second."])], "");
    let table = whole.windows(4).rposition(|four| four == b"xref").unwrap();
    for cut in [table - 60, whole.len() - 30] {
        let source = source(&whole[..cut]);
        assert!(source.lines[0].text().starts_with("The first page."));
        assert_eq!(source.doubts.last().map(|doubt| doubt.code.as_str()), Some("file_damaged"));
    }
}

#[test]
fn characters_beyond_the_last_have_no_width() {
    let page = content(&[(72.0, 700.0, 11.0, 'R', "A plan.")]);
    let composite = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H\
        /DescendantFonts[<</Subtype/CIDFontType2/W[4294967295[500 500 500]]>>]>>";
    let simple = "<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 4294967295\
        /Widths[500 500 500]>>";
    for font in [composite, simple] {
        let file = of_contents(&[&page], "/Resources<</Font<</FR 20 0 R>>>>", &[font]);
        assert!(read(&file).map_or(true, |source| source.lines.len() == 1));
    }
}

#[test]
fn files_that_bite_their_tail_are_left() {
    let words = "BT /FR 11 Tf 72 700 Td (Words) Tj ET ";
    let form = "<</Subtype/Form/Length 11>>stream\n/X Do /X Do\nendstream";
    assert_eq!(source(&of_contents(&[&format!("{words}/X Do")], "", &[form])).lines.len(), 1);
    let own_length = "<</Subtype/Form/Length 20 0 R>>stream\n/X Do\nendstream";
    assert_eq!(source(&of_contents(&[&format!("{words}/X Do")], "", &[own_length])).lines.len(), 1);
    let tree = with_table(vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".into()),
        (2, "<</Kids[2 0 R 6 0 R 6 0 R]/Resources<</Font<</FR 3 0 R>>>>>>".into()),
        (3, font("Helvetica")),
        (6, "<</Contents[7 0 R 7 0 R]/Parent 6 0 R>>".into()),
        (7, format!("<</Length 7 0 R>>stream\n{words}\nendstream")),
    ]);
    assert_eq!(source(&tree).lines.len(), 1);
}

#[test]
fn lines_laid_over_a_scan_are_one_paragraph_whatever_their_sizes() {
    let words = [
        (72.0, 700.0, 11.0, 'R', "The board met on the quay and read the letter that came from"),
        (72.0, 686.0, 12.6, 'R', "the port of Wenning on Monday, and nobody there knew what"),
        (72.0, 672.0, 10.0, 'R', "was in it."),
    ];
    let hidden = format!("3 Tr {}", content(&words));
    let source = read(&of_contents(&[&hidden], "", &[])).expect("it has words");
    let drawn = read(&of_contents(&[&content(&words)], "", &[])).expect("it has words");
    assert_eq!((source.lines.len(), drawn.lines.len()), (1, 3));
}
