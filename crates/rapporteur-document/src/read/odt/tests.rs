//! Documents in XML, and the lines they are.

use super::read_flat;
use crate::read::lines::{Line, Source, Style};

/// Reads a document whose styles and text these are.
fn source(styles: &str, text: &str) -> Source {
    let names = ["office", "text", "table", "style"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let document = format!(
        "<office:document{} xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
         xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{text}</office:text></office:body></office:document>",
        names.concat()
    );
    read_flat(document.as_bytes()).unwrap()
}

fn check(styles: &str, text: &str, expected: &[&str]) {
    let source = source(styles, text);
    let found: Vec<String> = source.lines.iter().map(Line::printed).collect();
    assert_eq!(found, expected, "{text}");
}

fn list_style(name: &str, levels: &[(&str, &str, u32)]) -> String {
    let levels: String = levels
        .iter()
        .enumerate()
        .map(|(at, (format, suffix, shown))| {
            let level = at + 1;
            if *format == "bullet" {
                return format!("<text:list-level-style-bullet text:level=\"{level}\" text:bullet-char=\"•\"/>");
            }
            format!("<text:list-level-style-number text:level=\"{level}\" style:num-format=\"{format}\" style:num-suffix=\"{suffix}\" text:display-levels=\"{shown}\"/>")
        })
        .collect();
    format!("<text:list-style style:name=\"{name}\">{levels}</text:list-style>")
}

fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

fn item(inside: &str) -> String {
    format!("<text:list-item>{inside}</text:list-item>")
}

#[test]
fn words_of_every_kind_come_once_and_in_order() {
    check(
        "",
        "<text:p> a  b <text:s text:c=\"2\"/>c<text:tab/>d<text:line-break/> e </text:p>",
        &["a b   c\td\ne"],
    );
    check(
        "",
        "<text:p>a<text:soft-page-break/>b<text:bookmark-ref>c</text:bookmark-ref></text:p>",
        &["abc"],
    );
    check(
        "",
        "<text:p>seen<office:annotation><text:p>said</text:p></office:annotation></text:p>",
        &["seen"],
    );
    check(
        "",
        "<text:p>a<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>",
        &["a", "boxed"],
    );
    check(
        "",
        "<text:section text:display=\"none\"><text:p>x</text:p></text:section><text:section><text:p>y</text:p></text:section>",
        &["y"],
    );
    check(
        "",
        "<text:table-of-content><text:index-body><text:p>x 1</text:p></text:index-body></text:table-of-content>",
        &[],
    );
    check(
        "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>",
        "<text:p>a<text:span text:style-name=\"H\">x</text:span>b</text:p>",
        &["ab"],
    );
}

#[test]
fn lists_count_nest_and_continue() {
    let styles = list_style("L", &[("1", ".", 1), ("a", ")", 1), ("1", "", 3)])
        + &list_style("B", &[("bullet", "", 1)]);
    let nested = format!(
        "<text:list>{}{}</text:list>",
        item(&p("x")),
        item(&(p("y") + &format!("<text:list>{}</text:list>", item(&p("z")))))
    );
    let list = |more: &str, items: &str| {
        format!("<text:list text:style-name=\"L\" {more}>{items}</text:list>")
    };
    check(
        &styles,
        &list("", &(item(&(p("one") + &nested)) + &item(&(p("two") + &p("more"))))),
        &["1. one", "a) x", "b) y", "1.b.1 z", "2. two", "more"],
    );
    check(
        &styles,
        &(list("", &item(&p("one"))) + &list("", &item(&p("one")))),
        &["1. one", "1. one"],
    );
    check(
        &styles,
        &(list("", &item(&p("one")))
            + &p("between")
            + &list("text:continue-numbering=\"true\"", &item(&p("two")))),
        &["1. one", "between", "2. two"],
    );
    let by_id = list("xml:id=\"first\"", &item(&p("one")))
        + &list("", &item(&p("other")))
        + &list("text:continue-list=\"first\"", &item(&p("two")));
    check(&styles, &by_id, &["1. one", "1. other", "2. two"]);
    check(
        &styles,
        &list(
            "",
            "<text:list-item text:start-value=\"7\"><text:p>seven</text:p></text:list-item><text:list-header><text:p>plain</text:p></text:list-header>",
        ),
        &["7. seven", "plain"],
    );
    check(
        &styles,
        &format!("<text:list text:style-name=\"B\">{}</text:list>", item(&p("x"))),
        &["- x"],
    );
}

#[test]
fn headings_are_numbered_by_the_outline() {
    let outline = "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/><text:outline-level-style text:level=\"2\" style:num-format=\"A\" style:num-suffix=\".\"/></text:outline-style>";
    let h =
        |level: u32, text: &str| format!("<text:h text:outline-level=\"{level}\">{text}</text:h>");
    let text = h(1, "one") + &h(2, "part") + &h(2, "part") + &h(1, "two") + &h(2, "part");
    check(outline, &text, &["1. one", "A. part", "B. part", "2. two", "A. part"]);
    let source = source("", &h(2, "heading"));
    assert_eq!(source.lines[0].style, Style::Heading(2));
}

#[test]
fn links_marks_and_notes() {
    let styles = "<style:style style:name=\"P\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
                  <style:style style:name=\"Q\" style:family=\"paragraph\" style:parent-style-name=\"P\"/>\
                  <style:style style:name=\"T\" style:family=\"text\"><style:text-properties fo:font-weight=\"normal\" fo:font-style=\"italic\"/></style:style>";
    let bold = source(styles, "<text:p text:style-name=\"Q\">x</text:p>");
    assert!(bold.lines[0].is_bold());
    let mixed = source(
        styles,
        "<text:p text:style-name=\"Q\">x<text:span text:style-name=\"T\">y</text:span></text:p>",
    );
    assert!(!mixed.lines[0].is_bold() && mixed.lines[0].runs[1].italic);
    let linked = source(
        "",
        "<text:p>see <text:a xlink:href=\"https://a.example/\">words</text:a> and <text:a xlink:href=\"#here\">here</text:a></text:p>",
    );
    let links: Vec<_> = linked.lines[0].runs.iter().filter_map(|run| run.link.as_deref()).collect();
    assert_eq!(links, ["https://a.example/"]);
    let note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>noted</text:p></text:note-body></text:note>";
    check(
        "",
        &(format!("<text:p>Text.{note}</text:p>") + &p("More.")),
        &["Text.", "[1] noted", "More."],
    );
}

#[test]
fn changes_are_read_as_accepted_and_doubted() {
    let regions = "<text:tracked-changes><text:changed-region xml:id=\"d\"><text:deletion><office:change-info>date</office:change-info><text:p>old</text:p></text:deletion></text:changed-region><text:changed-region xml:id=\"i\"><text:insertion/></text:changed-region></text:tracked-changes>";
    let text = format!(
        "{regions}<text:p>the <text:change text:change-id=\"d\"/><text:change-start text:change-id=\"i\"/>new<text:change-end text:change-id=\"i\"/> one</text:p>"
    );
    let source = source("", &text);
    assert_eq!(source.lines[0].text(), "the new one");
    assert_eq!(source.doubts[0].proposed.as_deref(), Some("the old one"));
}

#[test]
fn tables_are_rows() {
    let cell = |text: &str| format!("<table:table-cell>{}</table:table-cell>", p(text));
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let rows = format!(
        "<table:table-header-rows>{}</table:table-header-rows>",
        row(&(cell("Name") + &cell("Place")))
    ) + &row(&(cell("Ana")
        + "<table:table-cell table:number-columns-repeated=\"900000000\"/>"
        + &cell("Bay")));
    let source = source("", &format!("<table:table>{rows}</table:table>"));
    assert_eq!(source.lines[0].text(), "Name\tPlace");
    assert!(source.lines[1].table_row && source.lines[1].text().starts_with("Ana\t"));
}
