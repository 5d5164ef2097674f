//! The next meeting (NXT).

use super::calendar::{days, long, weekday_name};
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use chrono::Datelike;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "NXT-1",
        reason: "The next meeting is after this one, and within half a year.",
        severity: Severity::Error,
        look: before_this_one,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "The next meeting of the WG-Strategy will be held on 19 February 2026 at 13:00 UTC.",
                "19 February 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 5 March 2026 at 13:00 UTC.",
                "5 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 19 March 2025 at 13:00 UTC.",
                "19 March 2025",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 19 March 2027 at 13:00 UTC.",
                "19 March 2027",
                "",
            ),
            ("The next call is on 1 March 2026.", "1 March 2026", ""),
        ],
        silent: &[
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The next meeting of the WG-Strategy will be held on 2 April 2026 at 13:00 UTC.",
            "The date of the next meeting will be communicated on the mailing list.",
            "The next meeting of the WG-Strategy will be held on 2 July 2026 at 13:00 UTC.",
            "The report of 19 February 2026 was approved.",
        ],
    },
    Rule {
        code: "NXT-2",
        reason: "The next meeting is announced in the template’s words.",
        severity: Severity::Warning,
        look: other_words,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "The next WG-Strategy meeting is scheduled for 19 March 2026 at 13:00 UTC.",
                "The next WG-Strategy meeting is scheduled for 19 March 2026 at 13:00 UTC.",
                "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            ),
            (
                "The next call will take place on 19 March 2026 at 13:00 UTC.",
                "The next call will take place on 19 March 2026 at 13:00 UTC.",
                "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            ),
            (
                "Next meeting: 19 March 2026, 13:00 UTC",
                "Next meeting: 19 March 2026, 13:00 UTC",
                "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            ),
            (
                "The next meeting of the group will be on 19 March 2026 at 13:00 UTC.",
                "The next meeting of the group will be on 19 March 2026 at 13:00 UTC.",
                "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 19 March 2026 – 13:00 UTC",
                "The next meeting of the WG-Strategy will be held on 19 March 2026 – 13:00 UTC",
                "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            ),
        ],
        silent: &[
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The date of the next meeting will be communicated on the mailing list.",
            "Ines suggested that the next meeting could be held on 19 March 2026.",
            "The draft will be discussed at the next meeting.",
            "The next Forum is in May.",
        ],
    },
    Rule {
        code: "NXT-3",
        reason: "The next meeting is announced with its time and time zone.",
        severity: Severity::Warning,
        look: without_time,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "The next meeting of the WG-Strategy will be held on 19 March 2026.",
                "19 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00.",
                "13:00",
                "13:00 UTC",
            ),
            ("The next call is on 19 March 2026 in the afternoon.", "19 March 2026", ""),
            ("The next call is on 2 April 2026.", "2 April 2026", ""),
            ("The next meeting will take place on 26 March 2026 at 06:00.", "06:00", "06:00 UTC"),
        ],
        silent: &[
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 CET.",
            "The date of the next meeting will be communicated on the mailing list.",
            "The next Forum is on 5 May.",
            "Ines suggested 19 March 2026 for the next meeting.",
        ],
    },
    Rule {
        code: "NXT-4",
        reason: "A series that always meets on one weekday meets on it again.",
        severity: Severity::Warning,
        look: other_weekday,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "The next meeting of the WG-Strategy will be held on 18 March 2026 at 13:00 UTC.",
                "18 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 20 March 2026 at 13:00 UTC.",
                "20 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 25 March 2026 at 13:00 UTC.",
                "25 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 3 April 2026 at 13:00 UTC.",
                "3 April 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 6 April 2026 at 13:00 UTC.",
                "6 April 2026",
                "",
            ),
        ],
        silent: &[
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The next meeting of the WG-Strategy will be held on 26 March 2026 at 13:00 UTC.",
            "The next meeting of the WG-Strategy will be held on 2 April 2026 at 13:00 UTC.",
            "The date of the next meeting will be communicated on the mailing list.",
            "A webinar will be held on 18 March 2026 at 13:00 UTC.",
        ],
    },
    Rule {
        code: "NXT-8",
        reason: "The next meeting is announced in the time zone of the opening sentence.",
        severity: Severity::Warning,
        look: other_zone,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 CET.",
                "13:00 CET",
                "13:00 UTC",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 19 March 2026 at 18:00 EAT.",
                "18:00 EAT",
                "18:00 UTC",
            ),
            (
                "The next meeting will be held on 19 March 2026 at 09:00 EST.",
                "09:00 EST",
                "09:00 UTC",
            ),
            (
                "The next call of the WG-Strategy will be held on 19 March at 13:00 (CET).",
                "13:00 (CET",
                "13:00 (UTC",
            ),
            (
                "The next meeting will take place on 2 April 2026 at 15:00 CEST.",
                "15:00 CEST",
                "15:00 UTC",
            ),
        ],
        silent: &[
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The next meeting will be held on 19 March 2026 at 14:00 CET (13:00 UTC).",
            "The next meeting will be held on 19 March 2026 at 13:00 UTC, which is 14:00 CET.",
            "The next meeting will be held on 19 March 2026.",
            "The webinar of the hosts will be held on 20 March 2026 at 13:00 CET.",
        ],
    },
];

static NEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bnext\s+(?:[\w-]+\s+){0,4}?(?:meeting|call|session|teleconference)\b|\bmeet(?:ing)?\s+(?:again|next)\b",
    )
});
static UNDECIDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)suggest|propos|discuss|possib|tentativ|might|could|confirmed|poll\b|\btb[cd]\b|whether|\basked\b|prefer",
    )
});
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<time>\d{1,2}[:.]\d{2})(?:\s?[ap]\.?m\.?)?(?P<zone>\s*\(?(?:[A-Z]{2,5}\b|local|CET))?",
    )
});
/// The business of DATE-12: 2pm.
static HALF_DAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.)(?:\W|$)"));
static SENTENCE_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"[.!?]\s+[A-Z“\x22]"));

/// Whether a line says when the group meets next.
pub(super) fn announces(line: &Line) -> bool {
    let typed = line.is_prose() && line.role != Role::NextStep && NEXT.is_match(&line.text);
    (line.role == Role::NextMeeting || typed) && !days(&line.text).is_empty()
}

/// Whether the sentence at a place does: it begins with the next meeting, and is decided.
pub(super) fn sentence_announces(text: &str, at: usize) -> bool {
    const ELSEWHERE: &[&str] =
        &["before", "at", "until", "by", "for", "during", "in", "to", "after", "from"];
    let sentence = &text[sentence(text, at)];
    let Some(next) = NEXT.find(sentence) else { return false };
    let before: Vec<&str> = sentence[..next.start()].split_whitespace().collect();
    // Another body meets again: the IABSR will meet next in May.
    let abbreviated = |word: &&str| word.len() > 2 && word.chars().all(char::is_uppercase);
    let another =
        next.as_str().to_lowercase().starts_with("meet") && before.iter().any(abbreviated);
    before.len() <= 5
        && !another
        && !before.iter().any(|word| ELSEWHERE.contains(&word.to_lowercase().as_str()))
        && !UNDECIDED.is_match(sentence)
}

/// The sentence that holds a place.
pub(super) fn sentence(text: &str, at: usize) -> Range<usize> {
    let mut start = 0;
    let mut end = text.len();
    for stop in SENTENCE_END.find_iter(text) {
        if stop.start() < at {
            start = stop.end() - stop.as_str().chars().last().map_or(1, char::len_utf8);
        } else {
            end = stop.start() + 1;
            break;
        }
    }
    start..end
}

/// The announcements with one day each: line, sentence, day.
fn announcements(desk: &Desk) -> Vec<(usize, Range<usize>, super::calendar::Printed)> {
    let lines = desk.manuscript.typed().filter(|(_, line)| announces(line));
    lines
        .flat_map(|(at, line)| days(&line.text).into_iter().map(move |day| (at, line, day)))
        .filter(|(_, line, day)| {
            sentence_announces(&line.text, day.range.start)
                || line.role == Role::NextMeeting && !UNDECIDED.is_match(&line.text)
        })
        .map(|(at, line, day)| (at, sentence(&line.text, day.range.start), day))
        .collect()
}

fn before_this_one(desk: &Desk, marks: &mut Marks) {
    let Some(meeting) = desk.manuscript.facts.date else { return };
    for (at, _, day) in announcements(desk) {
        let Some(next) = day.date() else { continue };
        let wait = (next - meeting).num_days();
        if wait <= 0 {
            let message = format!("The next meeting is not after this one ({}).", long(meeting));
            marks.words(at, day.range, message, None);
        } else if wait > 183 {
            let message = "The next meeting is more than half a year away; look the date up.";
            marks.words(at, day.range, message, None);
        }
    }
    let facts = &desk.manuscript.facts;
    if !facts.from_file && facts.next_date.is_some_and(|next| next <= meeting) {
        let message = format!("The next meeting is not after this one ({}).", long(meeting));
        marks.field("next_meeting.date", message);
    }
}

/// The template’s words with this report’s short name and this day; empty for a template without.
fn formula(desk: &Desk, day: &super::calendar::Printed, time: &str, zone: &str) -> String {
    let facts = &desk.manuscript.facts;
    // In a draft the group is the template's; a file may be another group's.
    let own = desk.template.groups.last().map(|group| group.short_name.as_str());
    let Some(short_name) = facts.short_name.as_deref().or(own.filter(|_| !facts.from_file)) else {
        return String::new();
    };
    let year = facts.date.and_then(|date| day.near(date).map(|day| day.year())).or(day.year);
    let year = year.map_or(String::new(), |year| format!(" {year}"));
    let bare = super::calendar::Printed { year: None, ..day.clone() };
    let mut words = desk.template.sentences.next_meeting.clone();
    for (name, value) in [
        ("group.short_name", short_name),
        ("next.date", &format!("{}{year}", bare.house_form())),
        ("next.time", time),
        ("next.time_zone", zone),
    ] {
        words = words.replace(&format!("{{{{ {name} }}}}"), value);
    }
    if words.contains("{{") || words.contains("{%") { String::new() } else { words }
}

fn other_words(desk: &Desk, marks: &mut Marks) {
    for (at, range, day) in announcements(desk) {
        let line = &desk.manuscript.lines[at];
        let printed = &line.text[range.clone()];
        if days(printed).len() != 1 || printed.split_whitespace().count() > 26 {
            continue;
        }
        let Some(found) = TIME.captures(printed) else { continue };
        let zone = found.name("zone").map(|zone| zone.as_str().trim_matches([' ', '(']));
        let zone = zone.filter(|zone| *zone != "local").unwrap_or("UTC");
        let expected = formula(desk, &day, &found["time"].replace('.', ":"), zone);
        if expected.is_empty() {
            continue;
        }
        if without_years(printed) != without_years(&expected) {
            let message = "The template announces the next meeting in other words.";
            marks.words(at, range, message, Fix::safe(expected));
        }
    }
}

static ZONED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b\d{1,2}[:.]\d{2}\s*\(?(?:[A-Z]{2,5}\b|local)"));

static ZONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b\d{1,2}[:.]\d{2}\s*\(?(?P<zone>UTC|GMT|CET|CEST|EET|EEST|WAT|EAT|CAT|SAST|IST|BST|EST|EDT|CST|CDT|PST|PDT|AEST|JST)\b",
    )
});

fn other_zone(desk: &Desk, marks: &mut Marks) {
    let opening = desk.manuscript.find(Role::Opening).map_or("", |(_, line)| &line.text);
    let Some(zone) = ZONE.captures(opening).and_then(|found| found.name("zone")) else { return };
    for (at, range, _) in announcements(desk) {
        let sentence = &desk.manuscript.lines[at].text[range.clone()];
        let mut zones = ZONE.captures_iter(sentence);
        // Whoever gives both says what the one is in the other.
        let (Some(found), None) = (zones.next(), zones.next()) else { continue };
        let (Some(whole), Some(other)) = (found.get(0), found.name("zone")) else { continue };
        // Clocks are changed between two meetings.
        const SUMMER: [[&str; 2]; 8] = [
            ["CET", "CEST"],
            ["GMT", "BST"],
            ["EET", "EEST"],
            ["EST", "EDT"],
            ["CST", "CDT"],
            ["PST", "PDT"],
            ["UTC", "GMT"],
            ["AEST", "AEDT"],
        ];
        let same = SUMMER
            .iter()
            .any(|pair| pair.contains(&zone.as_str()) && pair.contains(&other.as_str()));
        if !same && !sentence.contains(zone.as_str()) {
            let right = whole.as_str().replace(other.as_str(), zone.as_str());
            let place = range.start + whole.start()..range.start + other.end();
            let message = format!("This meeting was held in {}; which is right?", zone.as_str());
            marks.words(at, place, message, Fix::proposed(right));
        }
    }
}

/// For comparing: one space between words, no weekday or year, any zone.
fn without_years(text: &str) -> String {
    static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\p{Lu}\p{Ll}+day,? (\d)"));
    static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r" (?:19|20|21)\d{2}\b"));
    static ZONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(\d\d:\d\d) ?\(?[A-Z]{2,5}\)?"));
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = WEEKDAY.replace_all(&spaced, "$1");
    ZONE.replace(&YEAR.replace_all(&plain, ""), "$1").into_owned()
}

fn without_time(desk: &Desk, marks: &mut Marks) {
    for (at, range, day) in announcements(desk) {
        let sentence = &desk.manuscript.lines[at].text[range.clone()];
        // Who meets in one place names no time zone anywhere.
        let zoneless = || !desk.lines().iter().any(|line| ZONED.is_match(&line.text));
        match TIME.captures(sentence) {
            None if HALF_DAY.is_match(sentence) => {}
            None => marks.words(at, day.range, "The time of the next meeting is missing.", None),
            Some(found) if found.name("zone").is_none() && !zoneless() => {
                let Some(time) = found.name("time") else { continue };
                let place = range.start + time.start()..range.start + time.end();
                let fix = Fix::proposed(format!("{} UTC", time.as_str()));
                marks.words(at, place, "The time zone is missing.", fix);
            }
            Some(_) => {}
        }
    }
}

fn other_weekday(desk: &Desk, marks: &mut Marks) {
    let facts = &desk.manuscript.facts;
    let meetings: Vec<_> = desk.neighbours.iter().filter_map(|other| other.date).collect();
    let (Some(usual), Some(date)) = (meetings.first().map(Datelike::weekday), facts.date) else {
        return;
    };
    let always = meetings.len() >= 4
        && meetings.iter().all(|day| day.weekday() == usual)
        && date.weekday() == usual;
    let announced = announcements(desk).into_iter().next();
    let next = match &announced {
        Some((_, _, day)) => day.first_after(date),
        None => facts.next_date.filter(|_| !facts.from_file),
    };
    let Some(next) = next.filter(|next| always && next.weekday() != usual) else { return };
    let message = format!(
        "{} is a {}; all known meetings of the series were on a {}.",
        long(next),
        weekday_name(next.weekday()),
        weekday_name(usual)
    );
    match announced {
        Some((at, _, day)) => marks.words(at, day.range, message, None),
        None => marks.field("next_meeting.date", message),
    }
}
