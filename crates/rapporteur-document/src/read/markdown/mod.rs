//! Markdown, also the little of it that mail programs and word processors leave in plain text.
//!
//! Paragraphs are found as in any text (the readers of Markdown would join a heading to the line
//! beneath it); `pulldown-cmark` reads what is inside them. Called by [`read`](super::read()) and
//! by the text reader.

mod attributes;

use super::lines::{Line, Run, Source, Style};
use super::recognise::doubt;
use super::text;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::HashSet;

/// The most lines of the fields above a text.
const MOST_FIELDS: usize = 400;

/// The most letters of those fields that a doubt quotes.
const MOST_QUOTED: usize = 600;

/// The lines of a Markdown file.
pub fn read(text: &str) -> Source {
    let (text, mut left) = without_front_matter(text);
    let text = with_heading_marks(&without_fences(&text, &mut left));
    let text = &attributes::without_attributes(&text);
    let mut source = text::read(&bold_by_line(&unescape_marks(text)));
    source.format = "markdown".to_owned();
    if !left.is_empty() {
        let message = "This is for the program that shows the text; only title and date were read.";
        let quote: String = left.join(", ").chars().take(MOST_QUOTED).collect();
        source.doubts.push(doubt("front_matter", message, 1, &quote, None));
    }
    source.lines = set_notes(source.lines);
    let open = open_table_rows(text);
    source.lines.retain_mut(|line| {
        let rule = line.text().chars().all(|c| "|-: ".contains(c));
        let is_open = open.contains(&line.place);
        if is_open {
            line.runs = vec![Run::plain(format!("|{}|", line.printed()))];
            line.mark = None;
        }
        table_row(line);
        let marked = line.runs.iter().any(|run| run.bold || run.italic || run.link.is_some());
        if !marked {
            line.runs = line.runs.drain(..).flat_map(|run| inline(&run.text)).collect();
        }
        !rule
    });
    source
}

/// The text without the fields that programs for web pages want above it, and those left out. Title
/// and date stay as lines; every line keeps its place.
fn without_front_matter(text: &str) -> (String, Vec<String>) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let fields =
        |line: &String| line.contains(':') || line.starts_with([' ', '-', '#']) || line.is_empty();
    let end = lines.iter().skip(1).position(|line| line.trim_end() == "---").map(|at| at + 1);
    let is_matter =
        lines.first().is_some_and(|line| line.trim_start_matches('\u{feff}').trim_end() == "---");
    let Some(end) =
        end.filter(|end| is_matter && *end < MOST_FIELDS && lines[1..*end].iter().all(fields))
    else {
        return (text.to_owned(), Vec::new());
    };
    let mut left = Vec::new();
    for (at, line) in lines.iter_mut().enumerate().take(end + 1) {
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let (name, value) =
            (name.trim().to_lowercase(), value.trim().trim_matches(['"', '\'', ' ']));
        let kept = match name.as_str() {
            "title" if !line.starts_with(' ') => value.to_owned(),
            "date" if !value.is_empty() && !line.starts_with(' ') => format!("Date: {value}"),
            _ => {
                // A value may go on below its name: `excerpt: >`.
                let continued = line.starts_with(' ') && !line.trim().is_empty();
                if at > 0 && at < end && continued {
                    left.push(line.trim().to_owned());
                } else if at > 0 && at < end && !value.is_empty() {
                    left.push(format!("{name}: {value}"));
                }
                String::new()
            }
        };
        *line = kept;
    }
    (lines.join("\n"), left)
}

/// Headings that are underlined with `===` or `---` as headings with `#`; every line keeps its place.
fn with_heading_marks(text: &str) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    for at in 0..lines.len().saturating_sub(1) {
        let below = lines[at + 1].trim_end();
        let sign = below.chars().next().filter(|sign| "=-".contains(*sign));
        let Some(sign) = sign.filter(|_| below.len() > 2) else { continue };
        let above = at.checked_sub(1).is_none_or(|before| lines[before].trim().is_empty());
        let plain = lines[at].starts_with(char::is_alphanumeric) && !lines[at].contains('|');
        if above && plain && below.chars().all(|c| c == sign) {
            let mark = if sign == '=' { "#" } else { "##" };
            lines[at] = format!("{mark} {}", lines[at].trim());
            lines[at + 1].clear();
        }
    }
    lines.join("\n")
}

/// The text without the lines that only mark code, without headings that say nothing and without
/// comments, which are gathered in `left`; every line keeps its place.
fn without_fences(text: &str, left: &mut Vec<String>) -> String {
    let mut lines: Vec<String> = Vec::new();
    let whole: Vec<&str> = text.split('\n').collect();
    let last_end = whole.iter().rposition(|line| line.trim_end().ends_with("-->"));
    let mut in_comment = false;
    for (at, line) in whole.iter().enumerate() {
        let bare = line.trim();
        in_comment |= bare.starts_with("<!--") && last_end.is_some_and(|end| at <= end);
        let hidden = in_comment;
        let fence = bare.strip_prefix("```").is_some_and(|kind| !kind.contains([' ', '`']));
        let empty = !bare.is_empty() && bare.chars().all(|c| c == '#');
        if in_comment {
            let words =
                bare.trim_start_matches(['<', '!', '-', ' ']).trim_end_matches(['>', '-', ' ']);
            left.extend((!words.is_empty()).then(|| words.to_owned()));
            in_comment = !bare.ends_with("-->");
        }
        let shown = !(fence || empty || hidden);
        lines.push(if shown { (*line).to_owned() } else { String::new() });
    }
    lines.join("\n")
}

/// Footnotes stand after the paragraph or list that refers to them, as in every format.
fn set_notes(lines: Vec<Line>) -> Vec<Line> {
    let (notes, lines): (Vec<Line>, Vec<Line>) =
        lines.into_iter().partition(|line| note(&line.text()).is_some());
    let mut notes: Vec<Option<Line>> = notes.into_iter().map(Some).collect();
    let mut set = Vec::new();
    let mut due = Vec::new();
    for mut line in lines {
        if line.mark.is_none() || line.is_styled() {
            set.append(&mut due);
        }
        for waiting in &mut notes {
            let Some((name, words)) = waiting.as_ref().and_then(|line| note(&line.text())) else {
                continue;
            };
            let refers = |run: &Run| run.text.contains(&name);
            if line.runs.iter().any(refers) {
                line.runs.iter_mut().for_each(|run| run.text = run.text.replace(&name, ""));
                let number = notes_before(&set) + notes_before(&due) + 1;
                let runs = vec![Run::plain(format!("[{number}] {words}"))];
                due.extend(waiting.take().map(|note| Line { runs, style: Style::Note, ..note }));
            }
        }
        let is_paragraph = line.mark.is_none() && !line.text().starts_with('|');
        set.push(line);
        if is_paragraph {
            set.append(&mut due);
        }
    }
    set.extend(due);
    set.extend(notes.into_iter().flatten());
    set
}

fn notes_before(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.style == Style::Note).count()
}

/// The mark and the words of a footnote, `[^1]: words`.
fn note(text: &str) -> Option<(String, String)> {
    let (name, words) = text.strip_prefix("[^")?.split_once("]:")?;
    Some((format!("[^{name}]"), words.trim().to_owned()))
}

/// Word processors escape the dot of a number they type themselves: `1\. Update`.
fn unescape_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        // A backslash at its end breaks a line, which every line here does.
        let ended = line.strip_suffix("\\\n");
        let line = ended.unwrap_or(line);
        let words = line.trim_start();
        let digits = words.bytes().take_while(u8::is_ascii_alphanumeric).count();
        match words[digits..].strip_prefix('\\') {
            Some(rest) if rest.starts_with(['.', ')', '-', '*', '+']) && digits <= 3 => {
                plain.push_str(&line[..line.len() - words.len() + digits]);
                plain.push_str(rest);
            }
            _ => plain.push_str(line),
        }
        if ended.is_some() {
            plain.push('\n');
        }
    }
    plain
}

/// The text with every line of a paragraph bold by itself where the paragraph is bold over several
/// lines, without the marks of quotations, and without lines that are nothing but a tag.
fn bold_by_line(text: &str) -> String {
    let mut out = Vec::new();
    for paragraph in text.split("\n\n") {
        let even = paragraph.matches("**").count().is_multiple_of(2);
        let mut open = false;
        let mut lines = Vec::new();
        for line in paragraph.split('\n') {
            let line = line.strip_prefix("> ").unwrap_or(line);
            let odd = !line.matches("**").count().is_multiple_of(2);
            let closes = open != odd;
            let (before, after) = (if open { "**" } else { "" }, if closes { "**" } else { "" });
            if is_tag(line.trim()) {
                lines.push(String::new());
            } else if even && (open || odd) {
                lines.push(format!("{before}{}{after}", line.trim_end()));
                open = closes;
            } else {
                lines.push(line.to_owned());
            }
        }
        out.push(lines.join("\n"));
    }
    out.join("\n\n")
}

/// Whether a text is one tag of HTML that only says how words look.
fn is_tag(text: &str) -> bool {
    const TAGS: &[&str] = &[
        "a", "b", "br", "center", "del", "div", "em", "font", "i", "ins", "mark", "p", "s",
        "small", "span", "strong", "sub", "sup", "u",
    ];
    let Some(inside) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) else {
        return false;
    };
    let name = inside.trim_start_matches('/').split([' ', '/']).next().unwrap_or("");
    !inside.contains(['<', '>']) && TAGS.contains(&name.to_lowercase().as_str())
}

/// Takes `## ` off a line and makes it a heading.
pub(super) fn heading_mark(line: &mut Line) {
    let Some(first) = line.runs.first_mut() else { return };
    let level = first.text.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&level) && first.text[level..].starts_with(' ') {
        first.text = first.text[level..].trim_start().trim_end_matches('#').to_owned();
        line.style = Style::Heading(u8::try_from(level).unwrap_or(6));
    }
}

/// The places of the rows of tables without a bar at their ends: above and below a line of dashes
/// with bars.
fn open_table_rows(text: &str) -> HashSet<u32> {
    let lines: Vec<&str> = text.lines().collect();
    let is_row = |line: &&str| line.contains('|') && !line.trim_start().starts_with('|');
    let is_rule = |line: &str| {
        line.contains('|') && line.contains("---") && line.chars().all(|c| "|-: ".contains(c))
    };
    let mut rows = HashSet::new();
    for (at, _) in lines.iter().enumerate().filter(|(_, line)| is_rule(line) && is_row(line)) {
        let below = lines[at + 1..].iter().take_while(|line| is_row(line)).count();
        let first = if at > 0 && is_row(&lines[at - 1]) { at - 1 } else { at };
        rows.extend((first..=at + below).filter_map(|at| u32::try_from(at + 1).ok()));
    }
    rows
}

fn table_row(line: &mut Line) {
    // A line end inside a cell is only space.
    let text =
        ["<br>", "<br/>", "<br />"].iter().fold(line.text(), |text, tag| text.replace(tag, " "));
    if text.len() > 2 && text.starts_with('|') && text.ends_with('|') {
        let cells: Vec<&str> = text[1..text.len() - 1].split('|').map(str::trim).collect();
        line.runs = vec![Run::plain(cells.join("\t"))];
        line.table_row = true;
    }
}

/// The runs of one line of Markdown, whatever it begins with.
pub fn inline(text: &str) -> Vec<Run> {
    const SHIELD: &str = "x ";
    let shielded = format!("{SHIELD}{}", text.trim());
    let mut runs: Vec<Run> = Vec::new();
    let (mut bold, mut italic, mut links) = (0_u32, 0_u32, Vec::<String>::new());
    for event in Parser::new_ext(&shielded, Options::empty()) {
        let words = match event {
            Event::Start(Tag::Strong) => {
                bold += 1;
                continue;
            }
            Event::End(TagEnd::Strong) => {
                bold = bold.saturating_sub(1);
                continue;
            }
            Event::Start(Tag::Emphasis) => {
                italic += 1;
                continue;
            }
            Event::End(TagEnd::Emphasis) => {
                italic = italic.saturating_sub(1);
                continue;
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                links.push(dest_url.into_string());
                continue;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                links.pop();
                continue;
            }
            Event::InlineHtml(tag) | Event::Html(tag) if is_tag(tag.trim()) => {
                if !tag.starts_with("<br") {
                    continue;
                }
                "\n".into()
            }
            Event::Text(words)
            | Event::Code(words)
            | Event::InlineHtml(words)
            | Event::Html(words) => words,
            Event::SoftBreak | Event::HardBreak => "\n".into(),
            _ => continue,
        };
        let marks = Run {
            text: String::new(),
            bold: bold > 0,
            italic: italic > 0,
            link: links.last().cloned(),
        };
        match runs.last_mut() {
            Some(last) if Run { text: String::new(), ..last.clone() } == marks => {
                last.text.push_str(&words)
            }
            _ => runs.push(Run { text: words.into_string(), ..marks }),
        }
    }
    if let Some(first) = runs.first_mut() {
        first.text = first.text.strip_prefix(SHIELD).unwrap_or(&first.text).to_owned();
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_runs_and_words_stay() {
        let run = |text: &str| Run::plain(text);
        let bold = |text: &str| Run { bold: true, ..run(text) };
        let link = |text: &str, url: &str| Run { link: Some(url.to_owned()), ..run(text) };
        for (text, expected) in [
            ("a **b** c", vec![run("a "), bold("b"), run(" c")]),
            ("**b**", vec![bold("b")]),
            (
                "see [the note](https://a.example/n)",
                vec![run("see "), link("the note", "https://a.example/n")],
            ),
            ("[x](#)", vec![link("x", "#")]),
            ("snake_case_word and 2 * 3 * 4", vec![run("snake_case_word and 2 * 3 * 4")]),
            ("# no heading", vec![run("# no heading")]),
        ] {
            assert_eq!(inline(text), expected, "{text}");
        }
    }

    #[test]
    fn paragraphs_may_be_bold_over_lines_quoted_and_tagged() {
        let text = "**Bay Council\\\nTide Group**\n\n> Ana wrote it.\n\n<div>\n\nBo<sup>1</sup> <u>read</u> it.\n";
        let source = read(text);
        let lines: Vec<(String, bool)> =
            source.lines.iter().map(|line| (line.text(), line.is_bold())).collect();
        let expected = [
            ("Bay Council", true),
            ("Tide Group", true),
            ("Ana wrote it.", false),
            ("Bo1 read it.", false),
        ];
        assert_eq!(lines, expected.map(|(text, bold)| (text.to_owned(), bold)));
    }

    #[test]
    fn a_line_end_in_a_cell_is_space() {
        let source = read("| Name | Where |\n|---|---|\n| [Bo Lund]{.mark} | Salt<br>Works |\n");
        let cells: Vec<String> = source.lines.iter().flat_map(Line::cells).collect();
        assert_eq!(cells, ["Name", "Where", "Bo Lund", "Salt Works"]);
    }

    #[test]
    fn underlined_headings_fences_comments_and_fields_that_go_on() {
        let text = "---\ntitle: Tide call\nexcerpt: >\n  Buoys were\n  lost.\n---\n<!-- a note -->\n<!--\nAna Prado\n-->\nBuoys\n-----\n\n###\n\n```\n5 May -->\n```\n";
        let source = read(text);
        let lines: Vec<(String, Style)> =
            source.lines.iter().map(|line| (line.text(), line.style)).collect();
        let expected =
            [("Tide call", Style::Body), ("Buoys", Style::Heading(2)), ("5 May -->", Style::Body)];
        assert_eq!(lines, expected.map(|(text, style)| (text.to_owned(), style)));
        let quote = &source.doubts[0].place.quote;
        for word in ["Buoys were", "lost.", "a note", "Ana Prado"] {
            assert!(quote.contains(word), "{quote}");
        }
    }
}
