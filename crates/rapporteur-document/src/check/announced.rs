//! Days and times that cannot be, or cannot be read for sure (DATE-9, DATE-10, DATE-11).

use super::calendar::{days, long};
use super::next_meeting::{announces, sentence};
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use chrono::NaiveDate;
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "DATE-9",
        reason: "What is announced lies ahead, and what is told lies behind.",
        severity: Severity::Warning,
        look: wrong_side,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The forum will be held on 19 February 2026.", "19 February 2026", ""),
            ("The call will close on 3 March 2025.", "3 March 2025", ""),
            ("The summit took place on 12 June 2026.", "12 June 2026", ""),
            ("The plan was published on 1 April 2026.", "1 April 2026", ""),
            ("The hosts have circulated the draft plan on 1 April 2026.", "1 April 2026", ""),
            ("The minutes of the meeting held on 7 July 2026 were read.", "7 July 2026", ""),
            ("The survey will open on Monday, 2 March 2026.", "2 March 2026", ""),
        ],
        silent: &[
            "The forum will be held on 19 May 2026.",
            "The summit took place on 12 June 2025.",
            "The call will close on 3 March.",
            "Ines Almond recalled that the letter was sent on 4 March 2026.",
            "The plan of 1 April 2026 is open.",
        ],
    },
    Rule {
        code: "DATE-10",
        reason: "A day has 24 hours, and an hour 60 minutes.",
        severity: Severity::Error,
        look: impossible_time,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The call begins at 25:00 UTC.", "25:00", ""),
            ("The call begins at 13:60 UTC.", "13:60", ""),
            ("The call begins at 24:30 UTC.", "24:30", ""),
            ("The call begins at 31:15 UTC.", "31:15", ""),
            ("The call begins at 18:75 UTC.", "18:75", ""),
        ],
        silent: &[
            "The call begins at 13:00 UTC.",
            "The call begins at 00:00 UTC.",
            "The call begins at 24:00 UTC.",
            "The call begins at 9:30 UTC.",
            "They read chapter 31:75 of the book.",
        ],
    },
    Rule {
        code: "DATE-11",
        reason: "A month is written as a word: 4/5 is April to some and May to others.",
        severity: Severity::Style,
        look: in_figures,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The deadline is on 2026-04-15.", "2026-04-15", "15 April 2026"),
            ("The call is on 15/04/2026.", "15/04/2026", "15 April 2026"),
            ("The call is on 25.3.2026, as planned.", "25.3.2026", "25 March 2026"),
            ("The call is on 04/05/2026.", "04/05/2026", ""),
            ("The survey (05/31/2026) is open.", "05/31/2026", "31 May 2026"),
        ],
        silent: &[
            "The deadline is on 15 April 2026.",
            "The budget for 2026/27 was read.",
            "They read version 2.4.2026.1 of it.",
            "The letter is at https://example.org/2026-04-15/letter.",
            "They read resolution 79/123.",
        ],
    },
];

static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s(])(?P<day>(?P<year>20\d{2})-(?P<month>\d{2})-(?P<date>\d{2})|(?P<first>\d{1,2})[./](?P<second>\d{1,2})[./](?P<last>20\d{2}))(?:[\s,;:)]|\.(?:\s|$)|$)",
    )
});
static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bwill\s(?:(?:also|then|next)\s)?(?:be\s(?:held|published|closed|opened|ready|sent|launched|presented|finalised|finalized)|take\splace|close|open|start|begin|meet|end|happen)\s(?:on\s|by\s|until\s)$",
    )
});
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:was|were)\s(?:held|published|closed|opened|sent|launched|presented)\son\s$|\btook\splace\son\s$|\b(?:meeting|session|call),?\s(?:which\swas\s)?held\son\s$|\b(?:has|have|had)\s(?:circulated|shared|published|sent|submitted|approved|adopted|received|held|presented|released)(?:\s(?:the|its|their|this|draft|first|final|work|plan|report|letter|paper|document|survey|results|minutes|text))*\son\s$|\b(?:opened|closed|began|ended)\son\s$",
    )
});
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s(])(?P<time>(?P<hour>\d{1,2}):(?P<minute>\d{2}))\s?(?:UTC|GMT|CET|CEST|EST|EDT|local|hours)\b",
    )
});

fn wrong_side(desk: &Desk, marks: &mut Marks) {
    let Some(meeting) = desk.manuscript.facts.date else { return };
    for (at, line) in desk.manuscript.prose().filter(|(_, line)| !announces(line)) {
        for day in days(&line.text) {
            // Without its year a day may be of any.
            let Some(date) = day.date() else { continue };
            let start = day.weekday.as_ref().map_or(day.range.start, |(_, at)| at.start);
            let before = &line.text[sentence(&line.text, start).start..start];
            let told = ["that ", "recalled", "had "].iter().any(|word| before.contains(word))
                && BEHIND.is_match(before);
            if AHEAD.is_match(before) && date < meeting {
                let message =
                    format!("{} was before this meeting ({}).", long(date), long(meeting));
                marks.words(at, day.range, message, None);
            } else if BEHIND.is_match(before) && date > meeting && !told {
                let message = format!("{} is after this meeting ({}).", long(date), long(meeting));
                marks.words(at, day.range, message, None);
            }
        }
    }
}

fn in_figures(desk: &Desk, marks: &mut Marks) {
    desk.each(&FIGURES, Line::is_prose, |at, _, found| {
        let Some(day) = found.name("day") else { return };
        let number = |name: &str| found.name(name).and_then(|one| one.as_str().parse::<u32>().ok());
        let year = number("year").or_else(|| number("last")).and_then(|year| year.try_into().ok());
        let (month, date) = match (number("month"), number("first"), number("second")) {
            (Some(month), ..) => (Some(month), number("date")),
            (_, Some(first), Some(second)) if first > 12 => (Some(second), Some(first)),
            (_, Some(first), Some(second)) if second > 12 => (Some(first), Some(second)),
            _ => (None, None),
        };
        let read = year.zip(month).zip(date);
        let read =
            read.and_then(|((year, month), date)| NaiveDate::from_ymd_opt(year, month, date));
        let message = "Write the month as a word.";
        marks.words(at, day.range(), message, read.and_then(|date| Fix::proposed(long(date))));
    });
}

fn impossible_time(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &TIME,
        |line: &Line| line.role != super::Role::Participant,
        |at, _, found| {
            let Some(time) = found.name("time") else { return };
            let number = |name: &str| found[name].parse::<u32>().unwrap_or(0);
            let (hour, minute) = (number("hour"), number("minute"));
            if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
                marks.words(at, time.range(), "There is no such time; look it up.", None);
            }
        },
    );
}
