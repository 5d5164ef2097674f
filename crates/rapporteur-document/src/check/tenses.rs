//! Verbs and the times beside them: the perfect of what is past (GRM-26), and “until” with what is
//! done once (GRM-27).

use super::calendar::days;
use super::lexicon::{bare_of_past, past};
use super::slips::is_number;
use super::tokens::{Token, tokens};
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot};
use chrono::Datelike;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-26",
        reason: "What happened at a time that is past stands in the past tense: was published last week.",
        severity: Severity::Style,
        look: perfect,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "The draft has been published on 2 March 2019.",
                "has been published",
                "was published",
            ),
            ("The hosts have met yesterday.", "have met", "met"),
            ("Ines has written to them last week.", "has written", "wrote"),
            ("The forum has been founded two years ago.", "has been founded", "was founded"),
            ("The letters have been sent in 2024.", "have been sent", "were sent"),
            ("The survey has closed last month.", "has closed", "closed"),
        ],
        silent: &[
            "The draft was published on 2 March 2026.",
            "The hosts have met since last week, and have read the letter of last week.",
            "It has grown in the last year. They have seen the letter sent last week.",
            "The call has been moved to 2 April, and has been set on 9 April 2026.",
            "They had met two years ago. The list has been open for two years.",
            "The plan has been read by all who met last week.",
        ],
    },
    Rule {
        code: "GRM-27",
        reason: "What is done once is done by a day, what goes on goes on until it.",
        severity: Severity::Style,
        look: until,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("Tom will draft a note until Friday, 17 April.", "until Friday", "by Friday"),
            ("The members should send their views until 9 April.", "until 9", "by 9"),
            ("The list shall be submitted to them until 20 March.", "until 20", "by 20"),
            ("Ines was asked to circulate the plan until the next meeting.", "until the", "by the"),
            ("They offered to finalise it until the end of May.", "until the", "by the"),
        ],
        silent: &[
            "Tom will draft a note by Friday, 17 April.",
            "The members will not publish it until 9 April.",
            "The call is open until 20 March, and the room is free until May.",
            "They asked to send views, which are welcome until 9 April.",
            "They met until 18:00, and cannot send it until the next meeting.",
            "Nominations may be sent to the hosts until 30 April, and views can be shared until May.",
        ],
    },
];

/// Verbs of what is done once.
const ONCE: &str = "send submit draft finish complete deliver circulate return confirm decide finalise finalize \
    publish provide share upload nominate inform propose hand register";

fn until(desk: &Desk, marks: &mut Marks) {
    const MONTHS: &str = "january february march april may june july august september october november december \
        monday tuesday wednesday thursday friday saturday sunday";
    for (at, line) in desk.manuscript.prose().filter(|(_, line)| line.text.contains("until")) {
        let tokens = tokens(line);
        for own in 1..tokens.len() {
            let next = tokens.get(own + 1).filter(|next| next.joined);
            let Some(next) = next.filter(|_| tokens[own].joined && tokens[own].low == "until")
            else {
                continue;
            };
            let low = |at: usize| tokens.get(at).map_or("", |token| &*token.low);
            let named = |word: &str| MONTHS.split_whitespace().any(|name| name == word);
            let day = named(&next.low)
                || is_number(&next.low) && named(low(own + 2))
                || next.low == "the" && matches!(low(own + 2), "end" | "next" | "beginning");
            if day && is_done_once(&tokens, own) {
                let range = tokens[own].range.start..next.range.end;
                let right = format!("by{}", &line.text[tokens[own].range.end..range.end]);
                let message = format!("Write “{right}”.");
                marks.words(at, range, message, Fix::proposed(right));
            }
        }
    }
}

/// Whether what stands before this word is to be done once, and nobody says that it is not.
fn is_done_once(tokens: &[Token], until: usize) -> bool {
    const FARTHEST: usize = 9;
    let once = |word: &str| ONCE.split_whitespace().any(|verb| verb == word);
    for at in (until.saturating_sub(FARTHEST)..until).rev() {
        let word = &*tokens[at].low;
        let verb = once(word) || bare_of_past(word).is_some_and(|verb| once(&verb));
        let before = at.checked_sub(1).map_or("", |at| &*tokens[at].low);
        let asked =
            matches!(before, "to" | "will" | "would" | "should" | "shall" | "must" | "be" | "and");
        // Nominations may be sent until then.
        let free = tokens[at.saturating_sub(3)..at]
            .iter()
            .any(|token| matches!(&*token.low, "can" | "could" | "may" | "might"));
        if verb && asked && free {
            return false;
        }
        if verb && asked {
            return !tokens[at.saturating_sub(4)..at].iter().any(|token| {
                matches!(&*token.low, "not" | "cannot" | "never" | "nobody" | "no" | "nothing")
            });
        }
        if super::clauses::is_auxiliary(word) && word != "be"
            || matches!(word, "which" | "who" | "open")
            || !tokens[at].joined
        {
            return false;
        }
    }
    false
}

fn perfect(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        if !line.text.contains("has ") && !line.text.contains("have ") {
            continue;
        }
        let tokens = tokens(line);
        for from in 0..tokens.len() {
            let Some((verb, right)) = perfect_at(&tokens, from) else { continue };
            if is_past(desk, line, &tokens, verb + 1) {
                let range = tokens[from].range.start..tokens[verb].range.end;
                let message = format!("This time is past; write “{right}”.");
                marks.words(at, range, message, Fix::proposed(right));
            }
        }
    }
}

/// The participle of a perfect that begins here, and the past that would stand for both.
fn perfect_at(tokens: &[Token], from: usize) -> Option<(usize, String)> {
    let has = &*tokens[from].low;
    if !matches!(has, "has" | "have") {
        return None;
    }
    let low = |at: usize| tokens.get(at).filter(|token| token.joined).map_or("", |t| &*t.low);
    // They would have met: no perfect of what was.
    let before = from.checked_sub(1).map_or("", |at| &*tokens[at].low);
    if matches!(before, "to" | "would" | "could" | "should" | "might" | "may" | "must" | "will") {
        return None;
    }
    let passive = low(from + 1) == "been";
    let verb = from + 1 + usize::from(passive);
    let bare = bare_of_past(low(verb))?;
    let right = match (passive, has) {
        (true, "has") => format!("was {}", tokens[verb].text),
        (true, _) => format!("were {}", tokens[verb].text),
        _ => past(&bare),
    };
    Some((verb, right))
}

/// Whether a time that is past stands here: last week, two years ago, on a day or in a year before
/// the meeting.
fn is_past(desk: &Desk, line: &Line, tokens: &[Token], at: usize) -> bool {
    const UNITS: [&str; 10] =
        ["day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours"];
    let low = |at: usize| tokens.get(at).filter(|token| token.joined).map_or("", |t| &*t.low);
    let last = |at: usize| {
        low(at) == "yesterday"
            || low(at) == "last" && (UNITS.contains(&low(at + 1)) || is_day_or_month(low(at + 1)))
            || UNITS.contains(&low(at + 1)) && low(at + 2) == "ago"
    };
    // Whom or what, in two words: written to them last week.
    let object =
        |word: &str| matches!(word, "to" | "with" | "them" | "him" | "her" | "it" | "already");
    let mut when = at;
    while when < at + 2 && object(low(when)) && !last(when) {
        when += 1;
    }
    let Some(today) = desk.manuscript.facts.date else { return last(when) };
    let on = || {
        let start = tokens.get(at + 1).map(|token| token.range.start);
        let day = days(&line.text).into_iter().find(|day| Some(day.range.start) == start);
        day.and_then(|day| day.near(today)).is_some_and(|day| day < today)
    };
    let year = || low(at + 1).parse::<i32>().is_ok_and(|year| year > 1900 && year < today.year());
    last(when) || low(at) == "on" && on() || low(at) == "in" && year()
}

fn is_day_or_month(word: &str) -> bool {
    const NAMES: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april \
        may june july august september october november december spring summer autumn winter night";
    NAMES.split_whitespace().any(|name| name == word) || is_number(word)
}
