//! The plain text writer: what a mailing list keeps when it strips attachments.
//!
//! UTF-8, lines of at most 72 columns, straight quotes, lists by indentation, links as
//! `text <address>`. Called by `rapporteur-core`.

use super::{Written, addressed, characters};
use crate::style::{Heading, List, Printed, PrintedBlock, Run, run_text};
use textwrap::{Options, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr;

/// The widest line, in columns (RFC 3676 recommends at most 78 with room for quoting).
const COLUMNS: usize = 72;

/// Writes a report as plain text.
pub fn write(printed: &Printed) -> Written {
    let (printed, forbidden) = characters::without_forbidden(printed);
    let mut text = Text { lines: Vec::new() };
    if let Some(mark) = &printed.state_mark {
        text.lines.push(mark.clone());
        text.blank();
    }
    for (at, block) in printed.blocks.iter().enumerate() {
        let joins = matches!(block, PrintedBlock::TitleLine(_))
            && matches!(printed.blocks.get(at.wrapping_sub(1)), Some(PrintedBlock::TitleLine(_)));
        if !joins {
            text.blank();
        }
        text.block(block, "", "", 0);
    }
    let mut whole = text.lines.join("\n");
    whole.push('\n');
    Written { bytes: whole.into_bytes(), warnings: forbidden.into_iter().collect() }
}

struct Text {
    lines: Vec<String>,
}

impl Text {
    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// One block, its first line after `first`, the others after `rest`.
    fn block(&mut self, block: &PrintedBlock, first: &str, rest: &str, depth: usize) {
        match block {
            PrintedBlock::TitleLine(runs) | PrintedBlock::Paragraph(runs) => {
                self.fill(&words(runs), first, rest)
            }
            PrintedBlock::Title(runs) => self.underlined(&words(runs), "="),
            PrintedBlock::Heading(heading) => self.heading(heading),
            PrintedBlock::List(list) => self.list(list, rest, depth),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let title = words(&heading.runs);
        match &heading.number {
            Some(number) => {
                let label = format!("{} ", number.format.label(number.value, 0));
                let rest = " ".repeat(label.width());
                self.fill(&title, &label, &rest);
            }
            None if heading.level == 1 => self.underlined(&title, "-"),
            None => self.fill(&title, "", ""),
        }
    }

    fn underlined(&mut self, title: &str, with: &str) {
        let from = self.lines.len();
        self.fill(title, "", "");
        let width = self.lines[from..].iter().map(|line| line.width()).max().unwrap_or(0);
        self.lines.push(with.repeat(width));
    }

    fn list(&mut self, list: &List, indent: &str, depth: usize) {
        let loose = list.entries.iter().any(|entry| entry.blocks.len() > 1 && depth == 0);
        let labels: Vec<String> = (1..=list.entries.len())
            .map(|at| match list.format {
                crate::style::NumberFormat::Bullet => "-".to_owned(),
                format => format.label(u32::try_from(at).unwrap_or(u32::MAX), depth),
            })
            .collect();
        let widest = labels.iter().map(|label| label.width()).max().unwrap_or(1);
        for (at, (entry, label)) in list.entries.iter().zip(&labels).enumerate() {
            if at > 0 && loose {
                self.blank();
            }
            let first = format!("{indent}{label:<widest$} ");
            let rest = " ".repeat(first.width());
            for (at, block) in entry.blocks.iter().enumerate() {
                if at > 0 && matches!(block, PrintedBlock::Paragraph(_)) {
                    self.blank();
                }
                let before = if at == 0 { &first } else { &rest };
                self.block(block, before, &rest, depth + 1);
            }
        }
    }

    fn fill(&mut self, words: &str, first: &str, rest: &str) {
        for (at, line) in words.split('\n').enumerate() {
            let options = Options::new(COLUMNS)
                .initial_indent(if at == 0 { first } else { rest })
                .subsequent_indent(rest)
                .break_words(false)
                .word_splitter(WordSplitter::NoHyphenation);
            let wrapped = wrap(line, options);
            self.lines.extend(wrapped.iter().map(|line| line.trim_end().to_owned()));
        }
    }
}

/// The words of some runs with addresses and straight quotes, single-spaced.
fn words(runs: &[Run]) -> String {
    let spelled: Vec<Run> = addressed(runs)
        .map(|(run, address)| {
            let text = match address {
                Some(address) if address == run.text => format!("<{address}>"),
                Some(address) => format!("{} <{address}>", run.text),
                None => run.text.clone(),
            };
            Run::plain(text)
        })
        .collect();
    let straight = run_text(&spelled).replace(['“', '”', '„'], "\"").replace(['‘', '’'], "'");
    straight
        .split('\n')
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::{HeadingNumber, ListEntry, NumberFormat};
    use crate::write::tests::{linked, printed};

    fn check(blocks: Vec<PrintedBlock>, expected: &str) {
        let written = write(&printed(blocks));
        assert_eq!(String::from_utf8(written.bytes).unwrap(), expected);
    }

    fn entry(text: &str) -> ListEntry {
        ListEntry { blocks: vec![PrintedBlock::Paragraph(vec![Run::plain(text)])] }
    }

    fn list(format: NumberFormat, entries: Vec<ListEntry>) -> PrintedBlock {
        PrintedBlock::List(List { format, entries, keep_entries_whole: false })
    }

    #[test]
    fn lines_are_at_most_72_columns_wide() {
        let written = write(&printed(vec![PrintedBlock::Paragraph(vec![Run::plain(
            "several words ".repeat(60),
        )])]));
        let text = String::from_utf8(written.bytes).unwrap();
        assert!(text.lines().all(|line| line.width() <= 72) && text.lines().count() > 10);
    }

    #[test]
    fn headings_lists_and_links() {
        check(
            vec![
                PrintedBlock::TitleLine(vec![Run::plain("Group")]),
                PrintedBlock::TitleLine(vec![Run::plain("Online")]),
                PrintedBlock::Title(vec![Run::plain("Summary Report")]),
                PrintedBlock::Heading(Heading {
                    level: 2,
                    number: Some(HeadingNumber { format: NumberFormat::Decimal, value: 12 }),
                    runs: vec![Run::plain("Plans")],
                }),
                PrintedBlock::Paragraph(vec![
                    Run::plain("See “the "),
                    linked("draft", "https://a.example/x"),
                    Run::plain("”."),
                ]),
                PrintedBlock::Paragraph(vec![linked("https://a.example/x", "https://a.example/x")]),
                list(
                    NumberFormat::Decimal,
                    vec![
                        entry("One"),
                        ListEntry {
                            blocks: vec![
                                PrintedBlock::Paragraph(vec![Run::plain("Two")]),
                                list(NumberFormat::LowerLetter, vec![entry("Under two")]),
                            ],
                        },
                    ],
                ),
            ],
            "Group\nOnline\n\nSummary Report\n==============\n\n12. Plans\n\nSee \"the draft <https://a.example/x>\".\n\n<https://a.example/x>\n\n1. One\n\n2. Two\n   a. Under two\n",
        );
    }

    #[test]
    fn long_addresses_stay_whole() {
        let address = format!("https://a.example/{}", "x".repeat(100));
        let written =
            write(&printed(vec![PrintedBlock::Paragraph(vec![linked("here", &address)])]));
        assert!(String::from_utf8(written.bytes).unwrap().contains(&address));
    }
}
