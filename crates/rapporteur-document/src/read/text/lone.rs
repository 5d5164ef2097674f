//! Bullets and numbers that stand alone on their lines, as programs that take text out of a PDF leave them.
//!
//! Called by [`reflow`](super::reflow) before anything else. Deliberately absent: dashes and
//! asterisks, which part paragraphs where they stand alone.

use super::marks::split_mark;
use std::borrow::Cow;
use std::collections::HashSet;

const LONE: &str = "•◦▪●○■□►➢❖\u{f0b7}\u{f0a7}\u{f0d8}";

/// The blank lines at most between a bullet and its words.
const MOST_BLANK: usize = 2;

/// The text with every bullet that stands alone before the words of the next line; it has as many
/// lines as before.
pub fn with_lone_bullets(text: &str) -> Cow<'_, str> {
    let is_bullet = |line: &str| {
        let mut signs = line.trim().chars();
        signs.next().is_some_and(|sign| LONE.contains(sign)) && signs.next().is_none()
    };
    let mut lines: Vec<Cow<'_, str>> = text.split('\n').map(Cow::Borrowed).collect();
    // One number may end a sentence; several count.
    let numbers: HashSet<(bool, u32)> = lines.iter().filter_map(|line| lone_number(line)).collect();
    let counts = |line: &str| {
        lone_number(line).is_some_and(|(letter, number)| {
            let before = number.checked_sub(1);
            let before = before.is_some_and(|before| numbers.contains(&(letter, before)));
            before || numbers.contains(&(letter, number + 1))
        })
    };
    let is_lone = |line: &str| is_bullet(line) || counts(line);
    let mut changed = false;
    for at in 0..lines.len() {
        if !is_lone(&lines[at]) {
            continue;
        }
        let below = lines.iter().enumerate().skip(at + 1).take(MOST_BLANK + 1);
        let Some((words, line)) = below.into_iter().find(|(_, line)| !line.trim().is_empty())
        else {
            continue;
        };
        let crowded = at > 0 && is_lone(&lines[at - 1]);
        if crowded || is_lone(line) || line.contains('\u{c}') || split_mark(line, false).is_some() {
            continue;
        }
        lines[words] = Cow::Owned(format!("{} {}", lines[at].trim_end(), line.trim_start()));
        lines[at] = Cow::Borrowed("");
        changed = true;
    }
    if changed { Cow::Owned(lines.join("\n")) } else { Cow::Borrowed(text) }
}

/// The number that stands alone on a line, with its full stop or bracket, or the letter with its
/// bracket; and whether it is a letter.
fn lone_number(line: &str) -> Option<(bool, u32)> {
    let label = line.trim().strip_suffix(['.', ')'])?;
    if let Some(letter) = label.strip_prefix('(').or(line.trim().strip_suffix(')'))
        && let [letter @ b'a'..=b'z'] = letter.as_bytes()
    {
        return Some((true, u32::from(*letter)));
    }
    let is_number = label.len() < 3 && label.bytes().all(|b| b.is_ascii_digit());
    label.parse().ok().filter(|_| is_number).map(|number| (false, number))
}

#[cfg(test)]
mod tests {
    use super::with_lone_bullets;

    #[test]
    fn a_bullet_alone_belongs_to_the_next_words() {
        for (text, expected) in [
            (
                "Open:\n\n\u{f0b7}\nthe tide,\n\n•\n\nthe port",
                "Open:\n\n\n\u{f0b7} the tide,\n\n\n\n• the port",
            ),
            ("•\n•\na\nb", "•\n•\na\nb"),
            ("•\n1. a", "•\n1. a"),
            ("1.\n\nTides\n2.\nBoats", "\n\n1. Tides\n\n2. Boats"),
            ("(a)\n\nread it; and\n\n(b)\n\nleft", "\n\n(a) read it; and\n\n\n\n(b) left"),
            ("a)\nTides\nb)\nBoats", "\na) Tides\n\nb) Boats"),
            ("as in\n(b)\nhe said", "as in\n(b)\nhe said"),
            ("1.\n2.\n3.\nTides", "1.\n2.\n3.\nTides"),
            ("on page\n7.\nAna left", "on page\n7.\nAna left"),
            ("Tides\n*\nBoats\n-\nPorts", "Tides\n*\nBoats\n-\nPorts"),
            ("The end\n•", "The end\n•"),
        ] {
            assert_eq!(with_lone_bullets(text), expected, "{text}");
        }
    }
}
