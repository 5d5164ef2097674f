//! Documents in XML, and the lines they are.

use super::read;
use crate::read::lines::{Line, MarkKind, Source, Style};
use crate::read::package::Package;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document in the making; every part holds what stands inside its root element.
#[derive(Default)]
struct Parts<'x> {
    body: &'x str,
    styles: &'x str,
    numbering: &'x str,
    footnotes: &'x str,
    strict: bool,
}

impl Parts<'_> {
    fn read(&self) -> Source {
        let w = if self.strict { STRICT } else { W };
        let part = |root: &str, inside: &str| {
            format!(
                "<?xml version=\"1.0\"?><w:{root} xmlns:w=\"{w}\" xmlns:r=\"{TYPES}\" \
                 xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
                 xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">\
                 {inside}</w:{root}>"
            )
        };
        let relations = |inside: &str| {
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>"
            )
        };
        let relation = |id: &str, kind: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{TYPES}/{kind}\" Target=\"{target}\"/>")
        };
        let link = format!(
            "<Relationship Id=\"link\" Type=\"{TYPES}/hyperlink\" Target=\"https://a.example/x\" TargetMode=\"External\"/>"
        );
        let of_document = relation("s", "styles", "styles.xml")
            + &relation("n", "numbering", "numbering.xml")
            + &relation("f", "footnotes", "footnotes.xml")
            + &link;
        let parts = [
            ("_rels/.rels", relations(&relation("d", "officeDocument", "word/document.xml"))),
            ("word/_rels/document.xml.rels", relations(&of_document)),
            ("word/document.xml", part("document", &format!("<w:body>{}</w:body>", self.body))),
            ("word/styles.xml", part("styles", self.styles)),
            ("word/numbering.xml", part("numbering", self.numbering)),
            ("word/footnotes.xml", part("footnotes", self.footnotes)),
        ];
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        let bytes = writer.finish().unwrap().into_inner();
        read(&mut Package::open(&bytes).unwrap()).unwrap()
    }
}

/// The lines of a body, each with its label.
fn lines(body: &str) -> Vec<String> {
    printed(&Parts { body, ..Parts::default() }.read())
}

fn printed(source: &Source) -> Vec<String> {
    source.lines.iter().map(Line::printed).collect()
}

fn check(body: &str, expected: &[&str]) {
    assert_eq!(lines(body), expected, "{body}");
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn words_of_every_kind_come_once_and_in_order() {
    check("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", &["a\tb"]);
    check("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r></w:p>", &["a\nb\nc"]);
    check("<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r></w:p>", &["e-mail"]);
    check(
        "<w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>op\u{ad}erate</w:t></w:r></w:p>",
        &["cooperate"],
    );
    check("<w:p><w:r><w:t>18&#160;UTC &amp; more</w:t></w:r></w:p>", &["18 UTC & more"]);
    check("<w:p><w:smartTag><w:r><w:t>in a tag</w:t></w:r></w:smartTag></w:p>", &["in a tag"]);
    check(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>not seen</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>",
        &["seen"],
    );
    check("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r></w:p>", &["→"]);
    check(
        "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\u{f0b7}</w:t></w:r><w:r><w:tab/><w:t>typed bullet</w:t></w:r></w:p>",
        &["•\ttyped bullet"],
    );
    check("<w:p><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>", &["x+1"]);
    check(
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
        &["base"],
    );
}

#[test]
fn containers_are_seen_through() {
    let inner = p("inside");
    let control = format!("<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>");
    check(&control, &["inside"]);
    check(&format!("<w:customXml>{control}</w:customXml>"), &["inside"]);
    check(
        &format!(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        ),
        &[],
    );
    // The forms of Word hold their labels in controls that nobody fills in.
    let form = |alias: &str, words: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val=\"{alias}\"/><w:temporary/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{words}</w:sdtContent></w:sdt>"
        )
    };
    let prompt =
        "<w:p><w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>Name</w:t></w:r></w:p>";
    check(&form("Facilitator:", &p("Facilitator")), &["Facilitator"]);
    check(&form("Enter facilitator:", &p("Name")), &[]);
    check(&form("Facilitator:", &p("Click to enter a name")), &[]);
    check(&form("Facilitator:", prompt), &[]);
    check(
        &format!(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        ),
        &[],
    );
    let text_box =
        format!("<w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict>");
    check(
        &format!("<w:p><w:r><w:t>before</w:t>{text_box}<w:t> after</w:t></w:r></w:p>"),
        &["before after", "inside"],
    );
    // Word writes a box twice: for itself and for older programs.
    let twice = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback>{text_box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    check(&twice, &["inside"]);
    let fallback = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"new\"><w:drawing/></mc:Choice><mc:Fallback>{text_box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    check(&fallback, &["inside"]);
}

#[test]
fn links_come_by_relationship_and_by_field() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let instruction = "<w:r><w:instrText> HYPERLINK \"https://a.</w:instrText></w:r><w:r><w:instrText>example/x\" </w:instrText></w:r>";
    let field =
        [&mark("begin"), instruction, &mark("separate"), &run("words"), &mark("end")].concat();
    let nested = [
        &mark("begin"),
        instruction,
        &mark("separate"),
        &mark("begin"),
        "<w:r><w:instrText> PAGE </w:instrText></w:r>",
        &mark("separate"),
        &run("words"),
        &mark("end"),
        &mark("end"),
    ]
    .concat();
    let by_id = format!("<w:hyperlink r:id=\"link\">{}</w:hyperlink>", run("words"));
    let simple = format!(
        "<w:fldSimple w:instr=\"HYPERLINK &quot;https://a.example/x&quot;\">{}</w:fldSimple>",
        run("words")
    );
    let split = format!("<w:hyperlink r:id=\"link\">{}{}</w:hyperlink>", run("wo"), run("rds"));
    let inside = format!(
        "<w:bookmarkStart w:name=\"there\"/><w:hyperlink w:anchor=\"there\">{}</w:hyperlink>",
        run("words")
    );
    let lost = format!("<w:hyperlink w:anchor=\"gone\">{}</w:hyperlink>", run("words"));
    let address = Some("https://a.example/x");
    for (inner, expected) in [
        (by_id, address),
        (field, address),
        (nested, address),
        (simple, address),
        (split, address),
        (inside, None),
        (lost, Some("#")),
    ] {
        let body = format!("<w:p>{}{inner}{}</w:p>", run("see "), run(" there"));
        let source = Parts { body: &body, ..Parts::default() }.read();
        assert_eq!(source.lines[0].text(), "see words there", "{inner}");
        let found = source.lines[0].runs.iter().find_map(|run| run.link.as_deref());
        assert_eq!(found, expected, "{inner}");
        let linked = source.lines[0].runs.iter().find(|run| run.link.is_some());
        assert_eq!(linked.map(|run| run.text.as_str()), expected.map(|_| "words"), "{inner}");
    }
}

#[test]
fn a_field_that_never_ends_swallows_nothing() {
    let begun =
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText></w:r></w:p>";
    check(&format!("{begun}{}", p("text")), &["text"]);
    let contents = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>Heading 1</w:t></w:r></w:p>";
    let heading =
        "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Heading</w:t></w:r></w:p>";
    check(&format!("{contents}{heading}{}", p("text")), &["Heading", "text"]);
}

#[test]
fn changes_are_read_as_accepted_and_doubted() {
    let inserted = "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>";
    let deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>";
    let body = format!(
        "<w:p><w:r><w:t>the </w:t></w:r>{deleted}{inserted}<w:r><w:t> one</w:t></w:r></w:p>"
    );
    let source = Parts { body: &body, ..Parts::default() }.read();
    assert_eq!(source.lines[0].text(), "the new one");
    assert_eq!(source.doubts[0].code, "tracked_change");
    assert_eq!(source.doubts[0].place.quote, "the new one");
    assert_eq!(source.doubts[0].proposed.as_deref(), Some("the old one"));
    let moved = "<w:p><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>come</w:t></w:r></w:moveTo></w:p>";
    check(moved, &["come"]);
    let joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>first </w:t></w:r></w:p>";
    check(&format!("{joined}{}", p("second")), &["first second"]);
    check("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>", &[]);
}

#[test]
fn notes_follow_the_list_or_paragraph_that_refers_to_them() {
    let note = |id: u32, text: &str| format!("<w:footnote w:id=\"{id}\">{}</w:footnote>", p(text));
    let footnotes = note(1, "first note") + &note(2, "second note");
    let reference = |id: u32| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t>1. entry</w:t></w:r>{}</w:p>{}<w:p><w:r><w:t>Text.</w:t></w:r>{}</w:p>{}",
        reference(1),
        p("2. entry"),
        reference(2),
        p("More.")
    );
    let source = Parts { body: &body, footnotes: &footnotes, ..Parts::default() }.read();
    assert_eq!(
        printed(&source),
        ["1. entry", "2. entry", "[1] first note", "Text.", "[2] second note", "More."]
    );
    assert_eq!(source.lines[2].style, Style::Note);
    assert_eq!(source.doubts[0].code, "notes_moved");
}

#[test]
fn tables_are_rows_or_text() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(text));
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>())
    };
    let table = |rows: &str| format!("<w:tbl>{rows}</w:tbl>");
    check(&table(&(row(&["Name", "Place"]) + &row(&["Ana", "Bay"]))), &["Name\tPlace", "Ana\tBay"]);
    check(&table(&row(&["alone"])), &["alone"]);
    let nested =
        format!("<w:tr><w:tc>{}</w:tc>{}</w:tr>", table(&row(&["in", "side"])), cell("out"));
    check(&table(&nested), &["in\tside", "out"]);
}

#[test]
fn strict_files_are_the_same() {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>Heading</w:t></w:r></w:p>";
    let styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>";
    for strict in [false, true] {
        let source = Parts { body, styles, strict, ..Parts::default() }.read();
        assert_eq!(source.lines[0].style, Style::Heading(2));
    }
}

#[test]
fn styles_are_inherited_and_direct_formatting_wins() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"Mine\"/><w:basedOn w:val=\"B\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"Other\"/><w:basedOn w:val=\"A\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Bold\"><w:name w:val=\"Loud\"/><w:rPr><w:b/></w:rPr></w:style>\
                  <w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b w:val=\"true\"/></w:rPr></w:style>";
    for (style, run, expected) in [
        ("A", "", (Style::Heading(3), false)),
        ("Bold", "", (Style::Body, true)),
        ("Bold", "<w:b w:val=\"0\"/>", (Style::Body, false)),
        ("Unknown", "<w:rStyle w:val=\"Strong\"/>", (Style::Body, true)),
        ("Unknown", "<w:rStyle w:val=\"Strong\"/><w:b w:val=\"false\"/>", (Style::Body, false)),
    ] {
        let body = format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>x</w:t></w:r></w:p>"
        );
        let line = Parts { body: &body, styles, ..Parts::default() }.read().lines.remove(0);
        assert_eq!((line.style, line.is_bold()), expected, "{style} {run}");
    }
}

fn level(at: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn list(id: u32, levels: &str) -> String {
    format!(
        "<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum><w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>"
    )
}

/// Paragraphs of the lists and levels given, and the labels they get.
fn check_numbers(numbering: &str, styles: &str, paragraphs: &[&str], expected: &[&str]) {
    let body: String = paragraphs
        .iter()
        .map(|properties| format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"))
        .collect();
    let source = Parts { body: &body, numbering, styles, ..Parts::default() }.read();
    let found: Vec<String> = printed(&source)
        .iter()
        .map(|line| line.trim_end_matches('x').trim_end().to_owned())
        .collect();
    assert_eq!(found, expected, "{numbering}");
}

fn at(list: u32, level: u32) -> String {
    format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
}

#[test]
fn numbers_count_restart_and_nest() {
    let three = list(
        1,
        &(level(0, "decimal", "%1.", "")
            + &level(1, "lowerLetter", "%2)", "")
            + &level(2, "upperRoman", "%1.%3", "")),
    );
    let places = [at(1, 0), at(1, 1), at(1, 1), at(1, 0), at(1, 1), at(1, 2), at(1, 0)];
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    check_numbers(&three, "", &places, &["1.", "a)", "b)", "2.", "a)", "2.I", "3."]);
    let never = list(
        1,
        &(level(0, "decimal", "%1.", "")
            + &level(1, "decimal", "(%2)", "<w:lvlRestart w:val=\"0\"/>")),
    );
    check_numbers(
        &never,
        "",
        &[&at(1, 0), &at(1, 1), &at(1, 0), &at(1, 1)],
        &["1.", "(1)", "2.", "(2)"],
    );
    let legal =
        list(1, &(level(0, "upperRoman", "%1.", "") + &level(1, "decimal", "%1.%2", "<w:isLgl/>")));
    check_numbers(&legal, "", &[&at(1, 0), &at(1, 0), &at(1, 1)], &["I.", "II.", "2.1"]);
    check_numbers(
        &list(1, &level(0, "decimal", "Section %1:", "")),
        "",
        &[&at(1, 0)],
        &["Section 1:"],
    );
    check_numbers(&list(1, &level(0, "none", "", "")), "", &[&at(1, 0)], &[""]);
    check_numbers(&list(1, &level(0, "bullet", "\u{f0b7}", "")), "", &[&at(1, 0)], &["-"]);
}

#[test]
fn lists_that_share_a_definition_count_on_until_one_restarts() {
    let shared = list(1, &level(0, "decimal", "%1.", ""))
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
           <w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>\
           <w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperLetter\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:lvlOverride></w:num>";
    let places = [at(1, 0), at(2, 0), at(3, 0), at(3, 0), at(1, 0), at(4, 0)];
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    check_numbers(&shared, "", &places, &["1.", "2.", "5.", "6.", "7.", "H."]);
    // Pasted lists change the look of a level and leave its first number as it was.
    let pasted = list(1, &level(0, "decimal", "%1.", ""))
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:lvlOverride></w:num>";
    check_numbers(&pasted, "", &[&at(2, 0), &at(2, 0)], &["a.", "b."]);
}

#[test]
fn styles_carry_numbers() {
    let numbering = list(
        7,
        &(level(0, "decimal", "%1.", "<w:pStyle w:val=\"One\"/>")
            + &level(1, "upperLetter", "%2.", "<w:pStyle w:val=\"Two\"/>")),
    );
    let style = |id: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>"
        )
    };
    let styles = style("One") + &style("Two");
    let one = "<w:pStyle w:val=\"One\"/>";
    let two = "<w:pStyle w:val=\"Two\"/>";
    let none = "<w:pStyle w:val=\"One\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>";
    check_numbers(
        &numbering,
        &styles,
        &[one, two, two, none, one, two],
        &["1.", "A.", "B.", "", "2.", "A."],
    );
}

#[test]
fn a_list_style_lends_its_definition() {
    let numbering =
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>"
            .to_owned()
            + &format!(
                "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"L\"/>{}</w:abstractNum>",
                level(0, "lowerRoman", "(%1)", "")
            )
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let places = at(1, 0);
    check_numbers(&numbering, "", &[&places, &places], &["(i)", "(ii)"]);
    let source = Parts {
        body: &format!("<w:p><w:pPr>{places}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"),
        numbering: &numbering,
        ..Parts::default()
    }
    .read();
    assert_eq!(
        source.lines[0].mark.as_ref().map(|mark| mark.kind),
        Some(MarkKind::Roman(1, false))
    );
}
