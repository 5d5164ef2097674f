//! Times and months as they are written (DATE-12, DATE-13).

use super::calendar::{days, month_name};
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "DATE-12",
        reason: "A day has 24 hours and a time its colon: 22:00, not 10 pm or 22.00.",
        severity: Severity::Style,
        look: half_days,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The hall closes at 10pm.", "10pm", "22:00"),
            ("They meet at 3:30 p.m. in Oslo.", "3:30 p.m.", "15:30"),
            ("They meet at 9 a.m. in Oslo.", "9 a.m.", "09:00"),
            ("The call is at 12 PM.", "12 PM", "12:00"),
            ("The call ends at 12.15 am.", "12.15 am", "00:15"),
            ("The call ended at 14:00 p.m. UTC.", "14:00 p.m.", "14:00"),
            ("The call is at 09:00 am.", "09:00 am", "09:00"),
            ("They meet in the hall (15:00-16:00 p.m.).", "16:00 p.m.", "16:00"),
            ("The call is at 19.00 UTC.", "19.00", "19:00"),
            ("They meet from 11.30 - 12.30 local time.", "11.30 - 12.30", "11:30–12:30"),
        ],
        silent: &[
            "The hall closes at 22:00.",
            "They met at 13:00 UTC.",
            "Of the 13 am I the last, he wrote.",
            "The 3 PMs of the team met.",
            "The call is at 12:00.",
            "It rose by 19.00 euros, and lasts 1.30 hours.",
        ],
    },
    Rule {
        code: "DATE-14",
        reason: "The hours of a report have two figures, or one before ten.",
        severity: Severity::Style,
        look: short_hours,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("They met at 06:00 UTC and at 9:30 UTC.", "9:30", "09:30"),
            ("They met at 9:00 CET and ended at 09:45 CET.", "9:00", "09:00"),
            ("The call is at 7:15 local time, not at 08:15.", "7:15", "07:15"),
            ("The hall opens at 08:00. They meet at 8:30 GMT.", "8:30", "08:30"),
            ("They meet (6:00 UTC) after the call of 05:00 UTC.", "6:00", "06:00"),
        ],
        silent: &[
            "They met at 06:00 UTC and at 09:30 UTC.",
            "They met at 6:00 UTC and at 9:30 UTC.",
            "They met at 05:00 UTC, and won by 3:20.",
            "They met at 06:00 UTC, on the scale of 1:50.",
            "They met at 16:00 UTC and at 08:30 UTC.",
        ],
    },
    Rule {
        code: "DATE-13",
        reason: "A month is written in full.",
        severity: Severity::Style,
        look: shortened,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It closes on 21 Nov.", "21 Nov", "21 November"),
            ("It closes on 3 Feb 2026.", "3 Feb 2026", "3 February 2026"),
            ("It closes on 1 Sept. 2026.", "1 Sept", "1 September"),
            ("It closed on 5 Jan at noon.", "5 Jan", "5 January"),
            ("It opened on 12 Oct 2025.", "12 Oct 2025", "12 October 2025"),
        ],
        silent: &[
            "It closes on 21 November.",
            "It opens on 3 May 2026.",
            "All 3 Mars rovers were shown.",
            "The table says Nov and Dec.",
            "They thanked 2 Jans.",
        ],
    },
];

static HALF_DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<before>^|[\s(–-])(?P<time>(?P<hour>2[0-3]|1\d|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>am|pm|AM|PM|a\.m\.|p\.m\.))(?:[\s,.;:)]|$)",
    )
});

static WITH_STOP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<time>(?P<from>(?:[01]?\d|2[0-3])\.[0-5]\d)(?:\s?[-–]\s?(?P<to>(?:[01]?\d|2[0-3])\.[0-5]\d))?)\s?(?:UTC|GMT|CET|CEST|BST|EST|EDT|local\stime)\b",
    )
});

fn is_listed(line: &Line) -> bool {
    matches!(line.role, Role::Participant | Role::Apology)
}

static SHORT_HOUR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[\s(])(?P<time>\d:[0-5]\d)\s(?:UTC|GMT|CET|CEST|BST|EST|EDT|local\stime)\b")
});
static LONG_HOUR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[\s(])0\d:[0-5]\d\b"));

/// An hour without the nought that the report gives others.
fn short_hours(desk: &Desk, marks: &mut Marks) {
    let short = |line: &Line| !is_listed(line) && line.text.contains(':');
    let mut found = Vec::new();
    desk.each(&SHORT_HOUR, short, |at, _, time| found.extend(time.name("time").map(|t| (at, t))));
    let long = |line: &Line| line.text.contains(':') && LONG_HOUR.is_match(&line.text);
    if found.is_empty() || !desk.lines().iter().any(long) {
        return;
    }
    for (at, time) in found {
        let right = format!("0{}", time.as_str());
        marks.words(at, time.range(), format!("Write {right}."), Fix::proposed(right));
    }
}

fn half_days(desk: &Desk, marks: &mut Marks) {
    with_stops(desk, marks);
    desk.each(
        &HALF_DAY,
        |line| !is_listed(line),
        |at, _, found| {
            let Some(time) = found.name("time") else { return };
            let hour: u32 = found["hour"].parse().unwrap_or(0);
            let afternoon = found["half"].to_lowercase().starts_with('p');
            // 14:00 p.m. counts 24 hours already, as a time that ends a range of such does.
            let counted = hour > 12 && found.name("minute").is_some();
            if !counted && (hour > 12 || found["before"].ends_with(['-', '–'])) {
                return;
            }
            let hour = match hour {
                _ if counted => hour,
                _ => hour % 12 + if afternoon { 12 } else { 0 },
            };
            let minute = found.name("minute").map_or("00", |minute| minute.as_str());
            let right = format!("{hour:02}:{minute}");
            let message = format!("Write {right}.");
            marks.words(at, time.range(), message, Fix::proposed(right));
        },
    );
}

fn with_stops(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &WITH_STOP,
        |line| !is_listed(line),
        |at, _, found| {
            let Some(time) = found.name("time") else { return };
            let colon = |name: &str| found.name(name).map(|one| one.as_str().replace('.', ":"));
            let right = [colon("from"), colon("to")].into_iter().flatten().collect::<Vec<_>>();
            let right = right.join("–");
            let message = format!("Write {right}.");
            marks.words(at, time.range(), message, Fix::proposed(right));
        },
    );
}

fn shortened(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| !is_listed(line)) {
        for day in days(&line.text) {
            let printed = &line.text[day.range.clone()];
            // May is its own short form; other orders and ordinals are other rules'.
            let plain = !day.ordinal && !day.month_first && !line.in_address(&day.range);
            let exists = day.in_year(day.year.unwrap_or(2024)).is_some();
            if plain && exists && !printed.contains(month_name(day.month)) {
                let message = format!("Write {}.", day.house_form());
                marks.words(at, day.range.clone(), message, Fix::proposed(day.house_form()));
            }
        }
    }
}
