//! Styles, page, header and footer.

use super::numbering::HEADINGS;
use crate::style::{Margins, PageLook, Printed};
use docx_rs::{
    Docx, FieldCharType, Footer, Header, IndentLevel, InstrNUMPAGES, InstrPAGE, InstrText,
    LineSpacing, LineSpacingType, NumberingId, PageMargin, Paragraph, Run, RunFonts, Style,
    StyleType, Tab, TabValueType,
};

const INK: &str = "1F1F1F";
const QUIET: &str = "595959";
/// Dark enough on white for 4.5:1 (WCAG 2.2).
const LINK: &str = "0B57A4";

/// The size of the running lines, in points.
const RUNNING: f32 = 9.0;

/// Gives the document its styles, its page and its running lines.
pub(super) fn dress(docx: Docx, printed: &Printed) -> Docx {
    let look = &printed.look;
    let (width, height) = look.size.millimetres();
    let side = |millimetres: f32| twips(millimetres / 25.4 * 72.0);
    let Margins { top, right, bottom, left } = look.margin;
    let page = PageMargin {
        top: side(top),
        left: side(left),
        bottom: side(bottom),
        right: side(right),
        header: side(top) / 2,
        footer: side(bottom) / 2,
        gutter: 0,
    };
    let mut docx = docx
        .page_size(unsigned(twips(width / 25.4 * 72.0)), unsigned(twips(height / 25.4 * 72.0)))
        .page_margin(page)
        .default_fonts(fonts(look))
        .default_size(half_points(look.text_size))
        .default_line_spacing(spacing(look, 0.0, look.space_after));
    for style in styles(look) {
        docx = docx.add_style(style);
    }
    if printed.state_mark.is_some() || !printed.header.is_empty() {
        docx = docx.header(Header::new().add_paragraph(header(printed)));
    }
    if look.footer {
        docx = docx.footer(Footer::new().add_paragraph(footer(printed)));
    }
    docx
}

fn styles(look: &PageLook) -> Vec<Style> {
    let after = look.space_after;
    let [one, two, three, four] = look.heading_sizes;
    let mut styles = vec![
        paragraph_style("Normal", "Normal", look, 0.0, after).size(half_points(look.text_size)),
        paragraph_style("TitleBlock", "Title Block", look, 0.0, 0.0).based_on("Normal").bold(),
        paragraph_style("Title", "Title", look, 14.0, 14.0)
            .based_on("Normal")
            .next("Normal")
            .size(half_points(look.title_size))
            .bold(),
    ];
    let headings =
        [(1, one, 18.0, 6.0), (2, two, 14.0, 4.0), (3, three, 10.0, 3.0), (4, four, 8.0, 3.0)];
    for (level, size, before, after) in headings {
        let style = paragraph_style(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            look,
            before,
            after,
        )
        .based_on("Normal")
        .next("Normal")
        .size(half_points(size))
        .outline_lvl(level - 1);
        let style = style.bold();
        let mut style = if level == 4 { style.italic() } else { style };
        if level >= 2 {
            let (list, at) = (NumberingId::new(HEADINGS), IndentLevel::new(level - 2));
            style.paragraph_property = style.paragraph_property.numbering(list, at);
        }
        styles.push(style);
    }
    for (id, name) in [("ListBullet", "List Bullet"), ("ListNumber", "List Number")] {
        for level in 1..=3 {
            let (id, name) = match level {
                1 => (id.to_owned(), name.to_owned()),
                level => (format!("{id}{level}"), format!("{name} {level}")),
            };
            styles.push(paragraph_style(&id, &name, look, 0.0, after / 2.0).based_on("Normal"));
        }
    }
    styles.push(
        paragraph_style("ListContinue", "List Continue", look, 0.0, after / 2.0).based_on("Normal"),
    );
    styles
        .push(paragraph_style("Header", "header", look, 0.0, 0.0).based_on("Normal").color(QUIET));
    styles.push(
        paragraph_style("Footer", "footer", look, 0.0, 0.0)
            .based_on("Normal")
            .size(half_points(RUNNING))
            .color(QUIET),
    );
    let hyperlink = Style::new("Hyperlink", StyleType::Character).name("Hyperlink");
    styles.push(hyperlink.color(LINK).underline("single"));
    styles
}

fn paragraph_style(id: &str, name: &str, look: &PageLook, before: f32, after: f32) -> Style {
    let style =
        Style::new(id, StyleType::Paragraph).name(name).line_spacing(spacing(look, before, after));
    let style = if id == "Normal" { style.color(INK) } else { style };
    style.fonts(fonts(look))
}

/// The left part, and the mark of the state at the right margin.
fn header(printed: &Printed) -> Paragraph {
    let words = Run::new().add_text(&printed.header).size(half_points(RUNNING)).add_tab();
    let paragraph =
        Paragraph::new().style("Header").add_tab(right_tab(&printed.look)).add_run(words);
    match &printed.state_mark {
        Some(mark) => paragraph.add_run(Run::new().add_text(mark).bold()),
        None => paragraph,
    }
}

fn right_tab(look: &PageLook) -> Tab {
    let right = twips(look.text_width() / 25.4 * 72.0);
    Tab::new().val(TabValueType::Right).pos(usize::try_from(right).unwrap_or(9000))
}

/// The left part, and the page number at the right margin.
fn footer(printed: &Printed) -> Paragraph {
    let mut paragraph = Paragraph::new()
        .style("Footer")
        .add_tab(right_tab(&printed.look))
        .add_run(Run::new().add_text(&printed.footer).add_tab());
    let mut rest = printed.page_number.as_str();
    while let Some(at) = rest.find('{') {
        let (text, tail) = rest.split_at(at);
        if !text.is_empty() {
            paragraph = paragraph.add_run(Run::new().add_text(text));
        }
        let field = if tail.starts_with("{pages}") {
            Some((InstrText::NUMPAGES(InstrNUMPAGES::new()), "{pages}"))
        } else if tail.starts_with("{page}") {
            Some((InstrText::PAGE(InstrPAGE::new()), "{page}"))
        } else {
            None
        };
        match field {
            Some((field, mark)) => {
                paragraph = field_runs(field).into_iter().fold(paragraph, Paragraph::add_run);
                rest = &tail[mark.len()..];
            }
            None => {
                paragraph = paragraph.add_run(Run::new().add_text("{"));
                rest = &tail[1..];
            }
        }
    }
    if rest.is_empty() { paragraph } else { paragraph.add_run(Run::new().add_text(rest)) }
}

fn field_runs(field: InstrText) -> [Run; 5] {
    [
        Run::new().add_field_char(FieldCharType::Begin, false),
        Run::new().add_instr_text(field),
        Run::new().add_field_char(FieldCharType::Separate, false),
        Run::new().add_text("1"),
        Run::new().add_field_char(FieldCharType::End, false),
    ]
}

fn fonts(look: &PageLook) -> RunFonts {
    let font = &look.docx_font;
    RunFonts::new().ascii(font).hi_ansi(font).cs(font).east_asia(font)
}

fn spacing(look: &PageLook, before: f32, after: f32) -> LineSpacing {
    LineSpacing::new()
        .line_rule(LineSpacingType::Auto)
        .line(rounded(look.line_spacing * 240.0))
        .before(unsigned(twips(before)))
        .after(unsigned(twips(after)))
}

/// Points as twentieths of a point.
fn twips(points: f32) -> i32 {
    rounded(points * 20.0)
}

fn half_points(points: f32) -> usize {
    usize::try_from(rounded(points * 2.0)).unwrap_or(22)
}

fn unsigned(value: i32) -> u32 {
    u32::try_from(value).unwrap_or(0)
}

/// Template sizes are within a few hundred points, so nothing is lost.
#[allow(clippy::cast_possible_truncation)]
fn rounded(value: f32) -> i32 {
    value.round() as i32
}
