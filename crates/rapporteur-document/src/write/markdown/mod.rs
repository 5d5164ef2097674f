//! The Markdown writer (CommonMark 0.31). Called by `rapporteur-core`.

use super::{Written, addressed};
use crate::style::{List, NumberFormat, Printed, PrintedBlock, Run};

/// Writes a report as Markdown.
pub fn write(printed: &Printed) -> Written {
    let mut lines: Vec<String> = Vec::new();
    if let Some(mark) = &printed.state_mark {
        lines.extend([format!("*{}*", escape(mark)), String::new()]);
    }
    for (at, block) in printed.blocks.iter().enumerate() {
        let follows =
            |at: usize| matches!(printed.blocks.get(at), Some(PrintedBlock::TitleLine(_)));
        match block {
            // Lines of the title block stand under each other: a hard line end joins them.
            PrintedBlock::TitleLine(runs) if follows(at + 1) => {
                lines.push(format!("{}\\", line(runs)))
            }
            _ => {
                self::block(block, "", 0, &mut lines);
                lines.push(String::new());
            }
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let mut whole = lines.join("\n");
    whole.push('\n');
    Written { bytes: whole.into_bytes(), warnings: vec![] }
}

fn block(block: &PrintedBlock, indent: &str, depth: usize, lines: &mut Vec<String>) {
    match block {
        PrintedBlock::TitleLine(runs) | PrintedBlock::Paragraph(runs) => {
            lines.push(line(runs).replace('\n', &format!("\n{indent}")));
        }
        PrintedBlock::Title(runs) => lines.push(format!("# {}", line(runs))),
        PrintedBlock::Heading(heading) => {
            let marks = "#".repeat(usize::from(heading.level) + 1);
            let label = heading.number.as_ref().map_or(String::new(), |number| {
                format!("{} ", escape(&number.format.label(number.value, 0)))
            });
            lines.push(format!("{marks} {label}{}", line(&heading.runs)));
        }
        PrintedBlock::List(list) => entries(list, indent, depth, lines),
    }
}

/// CommonMark numbers with figures only, so letters are written as words of the entry and kept
/// with a bullet; nothing renumbers them.
fn entries(list: &List, indent: &str, depth: usize, lines: &mut Vec<String>) {
    for (at, entry) in list.entries.iter().enumerate() {
        let value = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let (mark, label) = match list.format {
            NumberFormat::Bullet => ("- ".to_owned(), String::new()),
            NumberFormat::Decimal => (format!("{value}. "), String::new()),
            other => ("- ".to_owned(), format!("{} ", escape(&other.label(value, depth)))),
        };
        let inner = format!("{indent}{}", " ".repeat(mark.len()));
        for (at, content) in entry.blocks.iter().enumerate() {
            if at == 0 {
                let mut first = Vec::new();
                block(content, &inner, depth + 1, &mut first);
                lines.push(format!("{indent}{mark}{label}{}", first.join("\n")));
            } else if let PrintedBlock::List(nested) = content {
                entries(nested, &inner, depth + 1, lines);
            } else {
                let mut more = Vec::new();
                block(content, &inner, depth + 1, &mut more);
                lines.push(String::new());
                lines.extend(more.into_iter().map(|line| format!("{inner}{line}")));
            }
        }
    }
}

/// Runs as one line of Markdown; a line end within a paragraph is a hard one.
fn line(runs: &[Run]) -> String {
    let mut text = String::new();
    for (run, address) in addressed(runs) {
        let words = escape(&run.text);
        let inner = words.trim();
        if inner.is_empty() {
            text.push_str(&words);
            continue;
        }
        let mark = match (run.bold, run.italic) {
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        let marked = format!("{mark}{inner}{mark}");
        let linked = match address {
            Some(address) => {
                format!("[{marked}](<{}>)", address.replace('<', "%3C").replace('>', "%3E"))
            }
            None => marked,
        };
        // Marks must touch the words, so spaces move outside.
        let start = &words[..words.len() - words.trim_start().len()];
        let end = &words[words.trim_end().len()..];
        text.push_str(&format!("{start}{linked}{end}"));
    }
    let first = text.chars().next();
    // What would begin a list, a heading or a quotation is text here.
    let guarded = match first {
        Some('-' | '+' | '#' | '>' | '=' | '~') => format!("\\{text}"),
        Some(c) if c.is_ascii_digit() => guard_number(&text),
        _ => text,
    };
    guarded.replace('\n', "\\\n")
}

/// `1.` at the start of a line would begin a list.
fn guard_number(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    match text[digits..].chars().next() {
        Some(mark @ ('.' | ')')) => format!("{}\\{mark}{}", &text[..digits], &text[digits + 1..]),
        _ => text.to_owned(),
    }
}

/// Characters that mean something in CommonMark, kept as characters.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>&|~^$@'\"".contains(c) && !"'\"@".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::tests::{linked, printed};

    fn check(runs: Vec<Run>, expected: &str) {
        let written = write(&printed(vec![PrintedBlock::Paragraph(runs)]));
        assert_eq!(String::from_utf8(written.bytes).unwrap(), format!("{expected}\n"));
    }

    #[test]
    fn words_stay_words() {
        check(vec![Run::plain("2 * 3 _is_ <six> [1]")], "2 \\* 3 \\_is\\_ \\<six\\> \\[1\\]");
        check(vec![Run::plain("1. not a list")], "1\\. not a list");
        check(vec![Run::plain("- not a bullet")], "\\- not a bullet");
        check(vec![Run::plain("one\ntwo")], "one\\\ntwo");
        check(
            vec![linked("the draft ", "https://a.example/(x)")],
            "[the draft](<https://a.example/(x)>) ",
        );
        check(
            vec![Run { bold: true, ..Run::plain("firm ") }, Run::plain("words")],
            "**firm** words",
        );
    }
}
