//! The words within a block of Markdown: marks, links and what must not be read as either.
//!
//! Bold is `**`, italic `_`, so that neighbours never run together into one row of stars.

use crate::style::{Run, run_text};
use crate::write::is_address;

/// The words of a paragraph, line by line; all but the last end in a hard line end.
pub(super) fn lines_of(runs: &[Run]) -> Vec<String> {
    let text = inline(runs);
    let mut lines: Vec<String> = text.trim().split('\n').map(|line| guard(line.trim())).collect();
    let last = lines.len() - 1;
    lines[..last].iter_mut().for_each(|line| line.push('\\'));
    lines
}

/// The words of a heading, which is one line.
pub(super) fn heading_line(runs: &[Run]) -> String {
    let text = inline(runs).split_whitespace().collect::<Vec<_>>().join(" ");
    // A last `#` would close the heading and be lost.
    match text.strip_suffix('#') {
        Some(before) => format!("{before}\\#"),
        None => text,
    }
}

/// Characters that mean something in CommonMark, kept as characters.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>&|~^$".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Runs with their marks; each link once around all of its runs.
fn inline(runs: &[Run]) -> String {
    let mut text = String::new();
    let same_link = |a: &Run, b: &Run| address(a) == address(b);
    for group in runs.chunk_by(same_link) {
        let blank = run_text(group).trim().is_empty();
        match group.first().and_then(address).filter(|_| !blank) {
            Some(address) => {
                // `!` before a link would make it a picture.
                if text.ends_with('!') {
                    text.insert(text.len() - 1, '\\');
                }
                text.push_str(&format!("[{}](<{}>)", marked(group), destination(address)));
            }
            None => text.push_str(&marked(group)),
        }
    }
    text
}

fn address(run: &Run) -> Option<&str> {
    run.link.as_deref().filter(|link| is_address(link))
}

/// An address in which nothing is a character reference (`&copy;`).
fn destination(address: &str) -> String {
    if address.contains(';') { address.replace('&', "&amp;") } else { address.to_owned() }
}

/// Words marked alike.
#[derive(Clone, Copy, PartialEq)]
struct Marks {
    bold: bool,
    italic: bool,
}

const UNMARKED: Marks = Marks { bold: false, italic: false };

fn marked(runs: &[Run]) -> String {
    let pieces = pieces(runs);
    let mut text = String::new();
    let mut now = UNMARKED;
    for (at, (words, marks)) in pieces.iter().enumerate() {
        let previous = at.checked_sub(1).map(|at| &pieces[at]);
        turn(now, *marks, &mut text);
        now = *marks;
        let spell_first = previous
            .is_some_and(|(inner, from)| hides_mark(inner.chars().next_back(), *from, *marks));
        let spell_last = pieces
            .get(at + 1)
            .is_some_and(|(inner, to)| hides_mark(inner.chars().next(), *to, *marks));
        text.push_str(&spelled(words, spell_first, spell_last));
    }
    turn(now, UNMARKED, &mut text);
    text
}

/// Neighbours marked alike as one; spaces at the edges of marks are unmarked, because marks must
/// touch the words.
fn pieces(runs: &[Run]) -> Vec<(String, Marks)> {
    let mut pieces: Vec<(String, Marks)> = Vec::new();
    let mut push = |words: &str, marks: Marks| match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some((before, same)) if *same == marks => before.push_str(words),
        _ => pieces.push((words.to_owned(), marks)),
    };
    for run in runs {
        let marks = Marks { bold: run.bold, italic: run.italic };
        let without_start = run.text.trim_start();
        let core = without_start.trim_end();
        push(&run.text[..run.text.len() - without_start.len()], UNMARKED);
        push(core, marks);
        push(&without_start[core.len()..], UNMARKED);
    }
    pieces
}

/// Closes and opens marks; italic is always inside bold.
fn turn(from: Marks, to: Marks, text: &mut String) {
    let reopened = from.bold != to.bold;
    if from.italic && (reopened || !to.italic) {
        text.push('_');
    }
    if reopened {
        text.push_str("**");
    }
    if to.italic && (reopened || !from.italic) {
        text.push('_');
    }
}

/// Whether a letter outside would keep the mark beside it from being one: `inner` is the character
/// inside the mark, `marks` those of its words, `outside` those of the letter
/// (CommonMark 0.31, section 6.2, left- and right-flanking delimiter runs).
fn hides_mark(inner: Option<char>, marks: Marks, outside: Marks) -> bool {
    let only_outside =
        (outside.bold && !marks.bold) || (outside.italic && !marks.italic) || marks == outside;
    let italic = marks.italic && !outside.italic;
    !only_outside && (italic || inner.is_some_and(|c| !c.is_alphanumeric()))
}

/// Escaped words, their first or last letter as a character reference where a mark beside it
/// would not be read as one.
fn spelled(words: &str, first: bool, last: bool) -> String {
    let is_letter = |c: &char| !c.is_whitespace() && !c.is_ascii_punctuation();
    let reference = |c: char| format!("&#{};", u32::from(c));
    let mut middle = words;
    let (mut before, mut after) = (String::new(), String::new());
    if let Some(c) = middle.chars().next().filter(is_letter).filter(|_| first) {
        before = reference(c);
        middle = &middle[c.len_utf8()..];
    }
    if let Some(c) = middle.chars().next_back().filter(is_letter).filter(|_| last) {
        after = reference(c);
        middle = &middle[..middle.len() - c.len_utf8()];
    }
    format!("{before}{}{after}", escape(middle))
}

/// What would begin a list, a heading or a quotation, or underline one, is text here.
fn guard(line: &str) -> String {
    match line.chars().next() {
        Some('-' | '+' | '#' | '>' | '=' | '~') => format!("\\{line}"),
        Some(c) if c.is_ascii_digit() => guard_number(line),
        _ => line.to_owned(),
    }
}

/// `1.` at the start of a line would begin a list.
fn guard_number(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line[digits..].chars().next() {
        Some(mark @ ('.' | ')')) => format!("{}\\{mark}{}", &line[..digits], &line[digits + 1..]),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::tests::linked;

    fn check(runs: Vec<Run>, expected: &str) {
        assert_eq!(lines_of(&runs).join("\n"), expected);
    }

    fn bold(text: &str) -> Run {
        Run { bold: true, ..Run::plain(text) }
    }

    fn italic(text: &str) -> Run {
        Run { italic: true, ..Run::plain(text) }
    }

    #[test]
    fn words_stay_words() {
        check(vec![Run::plain("2 * 3 _is_ <six> [1]")], "2 \\* 3 \\_is\\_ \\<six\\> \\[1\\]");
        check(vec![Run::plain("1. not a list")], "1\\. not a list");
        check(vec![Run::plain("- not a bullet")], "\\- not a bullet");
        check(vec![Run::plain("    not code")], "not code");
        check(vec![], "");
    }

    #[test]
    fn line_ends_are_hard_and_begin_nothing() {
        check(vec![Run::plain("one\ntwo\n")], "one\\\ntwo");
        check(
            vec![Run::plain("one\n- two\n3. three\n===")],
            "one\\\n\\- two\\\n3\\. three\\\n\\===",
        );
    }

    #[test]
    fn marks_touch_their_words_and_no_others() {
        check(vec![bold("firm "), Run::plain("words")], "**firm** words");
        check(vec![bold("one"), bold("two"), italic("three")], "**onetwo**_three_");
        check(vec![bold("un"), Run::plain("bold")], "**un**bold");
        check(vec![bold("(a)"), Run::plain("b")], "**(a)**&#98;");
        check(vec![Run::plain("a"), italic("b"), Run::plain("c")], "&#97;_b_&#99;");
        check(vec![bold("a"), Run { bold: true, ..italic("b") }], "**&#97;_b_**");
    }

    #[test]
    fn links_are_whole_and_no_pictures() {
        let part = |run: Run| Run { link: Some("https://a.example/(x)".to_owned()), ..run };
        check(
            vec![
                Run::plain("See!"),
                part(Run::plain("the ")),
                part(bold("draft")),
                Run::plain("."),
            ],
            "See\\![the **draft**](<https://a.example/(x)>).",
        );
        check(vec![linked("words", "#")], "words");
        check(
            vec![linked("x", "https://a.example/?a=1&copy;=2")],
            "[x](<https://a.example/?a=1&amp;copy;=2>)",
        );
    }
}
