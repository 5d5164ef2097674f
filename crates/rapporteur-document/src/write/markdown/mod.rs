//! The Markdown writer (CommonMark 0.31): headings, lists and paragraphs. Called by
//! `rapporteur-core`.
//!
//! `line` writes the words within a block. Deliberately absent: extensions of single readers;
//! letters and Roman numbers, which CommonMark cannot count with, stand as words of an entry.

mod line;

use super::{Written, characters};
use crate::style::{List, NumberFormat, Printed, PrintedBlock};
use line::{escape, heading_line, lines_of};

/// The deepest heading of CommonMark.
const DEEPEST: usize = 6;

/// Writes a report as Markdown.
pub fn write(printed: &Printed) -> Written {
    let (printed, forbidden) = characters::without_forbidden(printed);
    let mut lines: Vec<String> = Vec::new();
    if let Some(mark) = &printed.state_mark {
        lines.extend([format!("*{}*", escape(mark)), String::new()]);
    }
    blocks(&printed.blocks, "", 0, &mut lines);
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let mut whole = lines.join("\n");
    whole.push('\n');
    Written { bytes: whole.into_bytes(), warnings: forbidden.into_iter().collect() }
}

/// Blocks under each other with an empty line after each, every line after `indent`.
fn blocks(blocks: &[PrintedBlock], indent: &str, depth: usize, lines: &mut Vec<String>) {
    let mut other_mark = false;
    for (at, block) in blocks.iter().enumerate() {
        let neighbour = |at: usize| blocks.get(at);
        let previous = at.checked_sub(1).and_then(neighbour);
        if let PrintedBlock::List(list) = block {
            // Two lists with one kind of mark would be read as one list.
            other_mark = matches!(previous, Some(PrintedBlock::List(_))) && !other_mark;
            entries(list, other_mark, indent, depth, lines);
        } else {
            let from = lines.len();
            lines.extend(words(block).into_iter().map(|line| format!("{indent}{line}")));
            // Lines of the title block stand under each other: a hard line end joins them.
            if let (PrintedBlock::TitleLine(_), Some(PrintedBlock::TitleLine(_))) =
                (block, neighbour(at + 1))
            {
                lines[from..].iter_mut().rev().take(1).for_each(|line| line.push('\\'));
                continue;
            }
        }
        let nested = matches!(neighbour(at + 1), Some(PrintedBlock::List(_))) && depth > 0;
        if !nested {
            lines.push(String::new());
        }
    }
}

/// The lines of a block that is not a list.
fn words(block: &PrintedBlock) -> Vec<String> {
    match block {
        PrintedBlock::TitleLine(runs) | PrintedBlock::Paragraph(runs) => lines_of(runs),
        PrintedBlock::Title(runs) => vec![format!("# {}", heading_line(runs))],
        PrintedBlock::Heading(heading) => {
            let marks = "#".repeat((usize::from(heading.level) + 1).min(DEEPEST));
            let label = heading.number.as_ref().map_or(String::new(), |number| {
                format!("{} ", escape(&number.format.label(number.value, 0)))
            });
            vec![format!("{marks} {label}{}", heading_line(&heading.runs))]
        }
        PrintedBlock::List(_) => vec![],
    }
}

fn entries(list: &List, other_mark: bool, indent: &str, depth: usize, lines: &mut Vec<String>) {
    for (at, entry) in list.entries.iter().enumerate() {
        let value = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let bullet = if other_mark { "* " } else { "- " };
        let (mark, label) = match list.format {
            NumberFormat::Bullet => (bullet.to_owned(), String::new()),
            NumberFormat::Decimal if other_mark => (format!("{value}) "), String::new()),
            NumberFormat::Decimal => (format!("{value}. "), String::new()),
            other => (bullet.to_owned(), format!("{} ", escape(&other.label(value, depth)))),
        };
        let inner = format!("{indent}{}", " ".repeat(mark.len()));
        let mut content = Vec::new();
        blocks(&entry.blocks, &inner, depth + 1, &mut content);
        while content.last().is_some_and(String::is_empty) {
            content.pop();
        }
        let first = content.first().map_or("", |line| line.strip_prefix(&inner).unwrap_or(line));
        lines.push(format!("{indent}{mark}{label}{first}"));
        lines.extend(content.into_iter().skip(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::{Heading, ListEntry, Run};
    use crate::write::tests::printed;

    fn check(blocks: Vec<PrintedBlock>, expected: &str) {
        let written = write(&printed(blocks));
        assert_eq!(String::from_utf8(written.bytes).unwrap(), expected);
    }

    fn paragraph(text: &str) -> PrintedBlock {
        PrintedBlock::Paragraph(vec![Run::plain(text)])
    }

    fn list(format: NumberFormat, entries: Vec<Vec<PrintedBlock>>) -> PrintedBlock {
        let entries = entries.into_iter().map(|blocks| ListEntry { blocks }).collect();
        PrintedBlock::List(List { format, entries, keep_entries_whole: false })
    }

    #[test]
    fn lists_nest_and_go_on() {
        let deep = list(NumberFormat::LowerRoman, vec![vec![paragraph("deep\n- as typed")]]);
        let sub = list(NumberFormat::LowerLetter, vec![vec![paragraph("sub"), deep]]);
        check(
            vec![list(
                NumberFormat::Decimal,
                vec![
                    vec![paragraph("one"), sub],
                    vec![paragraph("two"), paragraph("more")],
                    vec![paragraph("three")],
                ],
            )],
            "1. one\n   - a. sub\n     - i. deep\\\n       \\- as typed\n2. two\n\n   more\n3. three\n",
        );
    }

    #[test]
    fn neighbouring_lists_stay_apart() {
        let numbered = || list(NumberFormat::Decimal, vec![vec![paragraph("x")]]);
        let bulleted = || list(NumberFormat::Bullet, vec![vec![paragraph("x")]]);
        check(vec![numbered(), numbered(), numbered()], "1. x\n\n1) x\n\n1. x\n");
        check(vec![bulleted(), bulleted()], "- x\n\n* x\n");
    }

    #[test]
    fn headings_and_title_block() {
        let heading = |text| Heading { level: 2, number: None, runs: vec![Run::plain(text)] };
        check(
            vec![
                PrintedBlock::TitleLine(vec![Run::plain("Group")]),
                PrintedBlock::TitleLine(vec![Run::plain("Online")]),
                PrintedBlock::Title(vec![Run::plain("Summary Report")]),
                PrintedBlock::Heading(heading("Over\ntwo lines")),
                PrintedBlock::Heading(heading("About F #")),
            ],
            "Group\\\nOnline\n\n# Summary Report\n\n### Over two lines\n\n### About F \\#\n",
        );
    }
}
