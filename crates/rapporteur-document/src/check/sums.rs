//! Numbers that are said to be the parts of another and are not (FACT-5).

use super::slips::is_number;
use super::tokens::{Token, tokens};
use super::{Desk, Line, Marks, Reads, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[Rule {
    code: "FACT-5",
    reason: "Parts that are counted make up the whole they are said to be of.",
    severity: Severity::Warning,
    look: parts,
    reads: Reads::Line,
    spot: Spot::Text,
    fires: &[
        ("Ten people were present: six members and five observers.", "six members and five", ""),
        (
            "They read 12 proposals: seven on trade and four on travel.",
            "seven on trade and four",
            "",
        ),
        (
            "The plan has 20 rooms: 8 in Oslo, 6 in Bergen and 7 in Turku.",
            "8 in Oslo, 6 in Bergen and 7",
            "",
        ),
        (
            "It costs EUR 84,500, of which EUR 50,000 for rooms, EUR 24,500 for travel and EUR 12,000 for food.",
            "50,000 for rooms, EUR 24,500 for travel and EUR 12,000",
            "",
        ),
        (
            "The group has 30 members, of which 20 from the north and 15 from the south.",
            "20 from the north and 15",
            "",
        ),
    ],
    silent: &[
        "Eleven people were present: six members and five observers.",
        "The group has 30 members, of which 20 from the north and 5 from the south.",
        "They read 12 proposals: item 3 and annex 4 were long.",
        "They met at 13:00 with two hosts: one from Oslo and one from Bergen.",
        "They have three aims: to meet in 2027, and to hold two calls and four talks in May.",
        "It was read on 5 May: six members and five observers agreed.",
    ],
}];

fn parts(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        if !line.text.contains(": ") && !line.text.contains(", of ") {
            continue;
        }
        let tokens = tokens(line);
        for from in 1..tokens.len() {
            let gap = &line.text[tokens[from - 1].range.end..tokens[from].range.start];
            let colon = gap == ": ";
            let of_which = gap == ", "
                && tokens[from].low == "of"
                && tokens.get(from + 1).is_some_and(|next| matches!(&*next.low, "which" | "whom"));
            if !colon && !of_which {
                continue;
            }
            let Some(whole) = only_number(line, &tokens[..from]) else { continue };
            let Some(own) = counted(line, &tokens, from) else { continue };
            let sum: u32 = own.iter().map(|(_, number)| number).sum();
            // What is named of a whole may be a part of its parts.
            if own.len() > 1 && (sum > whole || colon && sum != whole) {
                let range = own[0].0.start..own[own.len() - 1].0.end;
                let message = format!("These are {sum} together, of {whole}.");
                marks.words(at, range, message, None);
            }
        }
    }
}

/// The one number of the sentence that ends here.
fn only_number(line: &Line, before: &[Token]) -> Option<u32> {
    let start = before.iter().rposition(|token| token.opens)?;
    let mut numbers = numbers(line, &before[start..]);
    let (place, _, number) = numbers.next()?;
    let counts = before[start..].get(place + 1).is_none_or(|next| !is_month(&next.low));
    (counts && number > 2 && numbers.next().is_none()).then_some(number)
}

/// The numbers from here to the end of the sentence, where each counts something and the last one
/// stands after “and”.
fn counted(
    line: &Line,
    tokens: &[Token],
    from: usize,
) -> Option<Vec<(std::ops::Range<usize>, u32)>> {
    const COUNTS: [&str; 14] = [
        "from",
        "on",
        "in",
        "for",
        "of",
        "by",
        "at",
        "with",
        "members",
        "observers",
        "men",
        "women",
        "guests",
        "speakers",
    ];
    let end =
        (from + 1..tokens.len()).find(|at| tokens[*at].opens && !is_thousands(line, tokens, *at));
    let rest = &tokens[from..end.unwrap_or(tokens.len())];
    let own: Vec<(usize, std::ops::Range<usize>, u32)> = numbers(line, rest).collect();
    let begins = own.first().is_some_and(|(place, ..)| *place <= 3);
    let last = own.last().and_then(|(place, ..)| place.checked_sub(1)).map(|at| &rest[at]);
    let last = last
        .is_some_and(|before| before.low == "and" || before.text.chars().all(char::is_uppercase));
    let counts = own.iter().all(|(_, range, _)| {
        let next = rest.iter().find(|token| token.range.start >= range.end);
        next.is_some_and(|next| {
            COUNTS.contains(&&*next.low) || super::lexicon::singular_of(&next.low).is_some()
        })
    });
    (begins && last && counts)
        .then(|| own.into_iter().map(|(_, range, number)| (range, number)).collect())
}

/// Whether a group of three figures goes on a number.
fn is_thousands(line: &Line, tokens: &[Token], at: usize) -> bool {
    at > 0 && &line.text[tokens[at - 1].range.end..tokens[at].range.start] == ","
}

/// The numbers of these words: where each begins, its place in the line and its value.
fn numbers<'t>(
    line: &'t Line,
    words: &'t [Token],
) -> impl Iterator<Item = (usize, std::ops::Range<usize>, u32)> + 't {
    words
        .iter()
        .enumerate()
        .filter(|(at, word)| is_number(&word.low) && !is_thousands(line, words, *at))
        .filter_map(|(at, word)| {
            let mut end = at;
            let mut figures = word.low.to_string();
            while words.get(end + 1).is_some_and(|next| next.low.len() == 3 && is_number(&next.low))
                && is_thousands(line, words, end + 1)
            {
                end += 1;
                figures.push_str(&words[end].low);
            }
            Some((at, word.range.start..words[end].range.end, value(&figures)?))
        })
}

fn value(word: &str) -> Option<u32> {
    const WORDS: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let in_words = WORDS.iter().position(|known| *known == word);
    in_words.and_then(|at| u32::try_from(at + 2).ok()).or_else(|| word.parse().ok())
}

fn is_month(word: &str) -> bool {
    const MONTHS: &str =
        "january february march april may june july august september october november december";
    MONTHS.split_whitespace().any(|month| month == word)
}
