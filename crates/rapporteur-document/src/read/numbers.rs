//! Numbers as lists print them: decimal, letters, Roman; and the label they make.
//!
//! Called by the readers whose formats number lists themselves. Deliberately absent: counting.

use super::lines::{Mark, MarkKind};

/// How a level counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// `1`.
    Decimal,
    /// `01`.
    PaddedDecimal,
    /// `1st`.
    Ordinal,
    /// `a`, and `aa` after `z`.
    Letter {
        /// `A`.
        upper: bool,
    },
    /// `i`.
    Roman {
        /// `I`.
        upper: bool,
    },
    /// Nothing is printed.
    None,
}

/// What stands before the words of a paragraph in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// A list mark.
    Mark(Mark),
    /// Words such as `Section 3:`.
    Words(String),
}

/// A number as printed.
pub fn printed(value: u32, counting: Counting) -> String {
    match counting {
        Counting::Decimal => value.to_string(),
        Counting::PaddedDecimal => format!("{value:02}"),
        Counting::Ordinal => {
            let ending = match (value % 10, value % 100) {
                (1, rest) if rest != 11 => "st",
                (2, rest) if rest != 12 => "nd",
                (3, rest) if rest != 13 => "rd",
                _ => "th",
            };
            format!("{value}{ending}")
        }
        Counting::Letter { upper } => cased(&letters(value), upper),
        Counting::Roman { upper } => cased(&roman(value), upper),
        Counting::None => String::new(),
    }
}

fn cased(text: &str, upper: bool) -> String {
    if upper { text.to_uppercase() } else { text.to_owned() }
}

/// `a` to `z`, then `aa`, `bb` as word processors go on.
fn letters(value: u32) -> String {
    let Some(index) = value.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
    let times = usize::try_from(index / 26).unwrap_or(0).min(20) + 1;
    std::iter::repeat_n(letter, times).collect()
}

fn roman(value: u32) -> String {
    if value >= 4000 {
        return value.to_string();
    }
    let mut left = value;
    let mut text = String::new();
    for (worth, sign) in super::text::ROMAN_SIGNS {
        while left >= *worth {
            text.push_str(sign);
            left -= worth;
        }
    }
    text
}

/// The label that is `printed`: `around` is what stands around its numbers, `used` are the
/// numbers in it and how they count.
pub fn label(printed: &str, around: &str, used: &[(u32, Counting)], depth: u32) -> Option<Label> {
    let printed = printed.trim();
    if printed.is_empty() {
        return None;
    }
    let label = format!("{printed} ");
    let worded = around.chars().any(char::is_alphanumeric);
    let kind = match used {
        _ if worded => None,
        [] => Some(MarkKind::Bullet),
        [(value, Counting::Letter { .. })] if *value <= 26 => {
            printed.chars().find(|c| c.is_ascii_alphabetic()).map(MarkKind::Letter)
        }
        [(value, Counting::Roman { upper })] => Some(MarkKind::Roman(*value, *upper)),
        [(value, _)] => Some(MarkKind::Number(*value)),
        [(first, _), .., (last, _)] => Some(MarkKind::Outline(*first, *last)),
    };
    Some(match kind {
        Some(kind) => {
            let printed = if kind == MarkKind::Bullet { "- ".to_owned() } else { label };
            Label::Mark(Mark { depth, kind, printed })
        }
        None => Label::Words(label),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_lists_do() {
        let upper = true;
        for (value, counting, expected) in [
            (3, Counting::Decimal, "3"),
            (3, Counting::PaddedDecimal, "03"),
            (22, Counting::Ordinal, "22nd"),
            (112, Counting::Ordinal, "112th"),
            (26, Counting::Letter { upper }, "Z"),
            (28, Counting::Letter { upper: false }, "bb"),
            (0, Counting::Letter { upper }, ""),
            (19, Counting::Roman { upper }, "XIX"),
            (0, Counting::Roman { upper }, ""),
            (u32::MAX, Counting::Roman { upper }, "4294967295"),
            (7, Counting::None, ""),
        ] {
            assert_eq!(printed(value, counting), expected, "{value} {counting:?}");
        }
    }
}
