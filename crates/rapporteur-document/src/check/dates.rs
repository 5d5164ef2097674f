//! Dates and times (DATE).

use super::calendar::{Printed, days, long, month_name, weekday_name};
use super::next_meeting::announces;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use chrono::{Datelike, NaiveDate};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "DATE-1",
        reason: "The title block and the opening sentence name the same day and time.",
        severity: Severity::Error,
        look: header_against_sentence,
        reads: Reads::Report,
        spot: Spot::Front,
        fires: &[
            (
                "MAG Working Group on Strategy\nOnline Meeting\n6 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "6 March 2026",
                "5 March 2026",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 19:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "19:00",
                "18:00",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 May 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "5 May 2026",
                "5 March 2026",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2025 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "5 March 2025",
                "5 March 2026",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 08:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "08:00",
                "18:00",
            ),
        ],
        silent: &[
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n5 March at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "Summary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 9:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 09:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
        ],
    },
    Rule {
        code: "DATE-2",
        reason: "The day of a meeting is printed with its year.",
        severity: Severity::Warning,
        look: without_year,
        reads: Reads::Line,
        spot: Spot::Next,
        fires: &[
            (
                "The next meeting of the WG-Strategy will be held on 19 March at 13:00 UTC.",
                "19 March",
                "19 March 2026",
            ),
            ("The next call is on 2 April.", "2 April", "2 April 2026"),
            ("The next meeting will take place on 7 January.", "7 January", "7 January 2027"),
            ("The group will meet next on 19 March at 06:00 UTC.", "19 March", "19 March 2026"),
            (
                "The next WG-Strategy meeting is scheduled for 26 March.",
                "26 March",
                "26 March 2026",
            ),
        ],
        silent: &[
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The report is due on 19 March.",
            "The date of the next meeting will be communicated on the mailing list.",
            "Input is welcome until 20 March, well before the summer.",
            "The next Forum will be held on 5 May.",
        ],
    },
    Rule {
        code: "DATE-3",
        reason: "A weekday fits its date.",
        severity: Severity::Error,
        look: wrong_weekday,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The call is on Monday, 19 March 2026.", "Monday", "Thursday"),
            ("It closes on Friday 20 November 2025.", "Friday", "Thursday"),
            ("The deadline is Tuesday, 6 March.", "Tuesday", "Friday"),
            ("See you on Sunday, 1 June 2024.", "Sunday", "Saturday"),
            ("It opens Wednesday, 3 March 2026.", "Wednesday", "Tuesday"),
            ("It is on Monday and Tuesday, 17 and 18 March 2026.", "Monday", "Tuesday"),
            ("It is from Tuesday to Friday, 17 to 19 March 2026.", "Friday", "Thursday"),
        ],
        silent: &[
            "The call is on Thursday, 19 March 2026.",
            "The deadline is Friday, 6 March.",
            "It opens on 3 March 2026.",
            "It opens on a Friday.",
            "It is on Tuesday and Wednesday, 17 and 18 March 2026, and on Monday and Friday.",
            "Monday calls are long.",
        ],
    },
    Rule {
        code: "DATE-4",
        reason: "The calendar has the day.",
        severity: Severity::Error,
        look: impossible,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It closes on 31 April 2026.", "31 April 2026", ""),
            ("It closes on 30 February.", "30 February", ""),
            ("It closes on 29 February 2026.", "29 February 2026", ""),
            ("It closes on 32 March.", "32 March", ""),
            ("It closes on 0 May 2026.", "0 May 2026", ""),
        ],
        silent: &[
            "It closes on 30 April 2026.",
            "It closes on 29 February 2024.",
            "It closes on 31 March.",
            "It closes on 29 February.",
            "Page 31 may help.",
        ],
    },
    Rule {
        code: "DATE-5",
        reason: "Dates are written without an ordinal: 27 March.",
        severity: Severity::Style,
        look: ordinal_day,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("A briefing is on 27th March.", "27th March", "27 March"),
            ("A briefing is on the 3rd of May 2026.", "3rd of May 2026", "3 May 2026"),
            ("A briefing is on March 21st, 2026.", "March 21st, 2026", "21 March 2026"),
            ("A briefing is on 1st June 2026.", "1st June 2026", "1 June 2026"),
            ("A briefing is on October 2nd.", "October 2nd", "2 October"),
        ],
        silent: &[
            "A briefing is on 27 March.",
            "A briefing is at the 27th session.",
            "A briefing is on 3 May 2026.",
            "The 21st century has begun.",
            "The 2nd March resolution is out, said nobody on 3 March.",
        ],
    },
    Rule {
        code: "DATE-6",
        reason: "The day stands before the month: 27 March 2026.",
        severity: Severity::Style,
        look: month_first,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It closes on March 27, 2026.", "March 27, 2026", "27 March 2026"),
            ("It closes on May 5.", "May 5", "5 May"),
            ("It closes on October 31 2025.", "October 31 2025", "31 October 2025"),
            ("It closes on June 1 at noon.", "June 1", "1 June"),
            ("It closes on December 24.", "December 24", "24 December"),
            ("It is held on Oct 8-9 in Oslo.", "Oct 8-9", "8–9 October"),
        ],
        silent: &[
            "It closes on 27 March 2026.",
            "It closes in March 2026.",
            "It may 5 times close.",
            "From March 2025 on it is closed.",
            "It closes on 31 October 2025.",
        ],
    },
    Rule {
        code: "DATE-7",
        reason: "A range of days or figures has an en dash: 7–9 May, 3–5 years.",
        severity: Severity::Style,
        look: hyphen_in_range,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It is held on 7-9 May.", "7-9 May", "7–9 May"),
            ("It takes 3-5 years.", "3-5 years", "3–5 years"),
            ("It is held on 31 March-1 April 2026.", "31 March-1 April", "31 March–1 April"),
            ("It has 10-12 pages.", "10-12 pages", "10–12 pages"),
            ("It is held on 12 - 14 November 2026.", "12 - 14 November", "12–14 November"),
        ],
        silent: &[
            "It is held on 7–9 May.",
            "It takes 3–5 years.",
            "Document 2025-12 pages through it.",
            "It is held between 7 and 9 May.",
            "Call 555-12 for details.",
        ],
    },
    Rule {
        code: "DATE-8",
        reason: "A time follows its day with “at” and names its zone: 19 March 2026 at 13:00 UTC.",
        severity: Severity::Style,
        look: time_without_at,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It begins on 31 October 15:00 UTC.", "31 October 15:00", "31 October at 15:00"),
            ("It begins on 5 May 2026, 15:00 UTC.", "5 May 2026, 15:00", "5 May 2026 at 15:00"),
            ("It begins on 5 May 2026 - 15:00 UTC.", "5 May 2026 - 15:00", "5 May 2026 at 15:00"),
            ("It begins on 31 October – 15:00 UTC.", "31 October – 15:00", "31 October at 15:00"),
            ("It begins on 5 May 2026 15:00 UTC.", "5 May 2026 15:00", "5 May 2026 at 15:00"),
        ],
        silent: &[
            "It begins on 31 October at 15:00 UTC.",
            "It begins on 5 May 2026.",
            "It begins at 15:00 UTC.",
            "It begins on 5 May 2026 at 15:00 UTC, or at 16:00 UTC.",
            "It is on 5 May, 15 people come.",
        ],
    },
];

static TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b([01]?\d|2[0-3]):[0-5]\d\b"));
static RANGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s(])(?P<range>(?P<from>\d{1,3}(?:\s(?:January|February|March|April|May|June|July|August|September|October|November|December))?)(?P<dash>\s?-\s?)(?P<to>\d{1,3}\s(?:January|February|March|April|May|June|July|August|September|October|November|December|years?|months|weeks|days|hours|minutes|people|participants|pages|sessions|meetings|members|percent)\b))",
    )
});
static BEFORE_RANGE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:between|from|[Pp]aras?\.?)\s*$"));
static SECOND_DAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s?[-–]\s?(?P<day>[0-3]?\d)\b"));
static FIRST_DAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b[0-3]?\d\s?(?:and|to|&|,|-|–)\s?$"));
static BESIDE_TIME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?P<gap>\s*(?:,|-|–|—|\s)\s*)(?P<time>\d{1,2}:\d{2})\b"));

/// Calls `found` for every day in typed lines.
fn each_day<'d>(desk: &'d Desk, mut found: impl FnMut(usize, &'d Line, Printed)) {
    for (at, line) in desk.manuscript.typed() {
        for day in days(&line.text) {
            if !line.in_address(&day.range) {
                found(at, line, day);
            }
        }
    }
}

fn header_against_sentence(desk: &Desk, marks: &mut Marks) {
    let Some((below_at, opening)) = desk.manuscript.find(Role::Opening) else { return };
    let Some(said) = days(&opening.text).into_iter().next() else { return };
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| line.role == Role::TitleLine) {
        for day in days(&line.text) {
            // 16 and 17 January: the meeting went on for more than a day.
            if FIRST_DAY.is_match(&line.text[..day.range.start]) {
                continue;
            }
            if (day.day, day.month) != (said.day, said.month)
                || day.year.is_some() && said.year.is_some() && day.year != said.year
            {
                let message = format!(
                    "The opening sentence says {}; one of the two is wrong.",
                    said.house_form()
                );
                let above = day.house_form();
                marks.words(at, day.range, message, Fix::proposed(said.house_form()));
                let message = format!("The title block says {above}; one of the two is wrong.");
                marks.words(below_at, said.range.clone(), message, Fix::proposed(above));
            }
        }
        if let (Some(above), Some(below)) = (TIME.find(&line.text), TIME.find(&opening.text))
            && above.as_str().trim_start_matches('0') != below.as_str().trim_start_matches('0')
        {
            let message =
                format!("The opening sentence says {}; one of the two is wrong.", below.as_str());
            marks.words(at, above.range(), message, Fix::proposed(below.as_str()));
            let message =
                format!("The title block says {}; one of the two is wrong.", above.as_str());
            marks.words(below_at, below.range(), message, Fix::proposed(above.as_str()));
        }
    }
}

fn without_year(desk: &Desk, marks: &mut Marks) {
    let facts = &desk.manuscript.facts;
    for (at, line) in desk.manuscript.typed() {
        let opening = matches!(line.role, Role::Opening | Role::TitleLine);
        if !opening && !announces(line) {
            continue;
        }
        for day in days(&line.text).into_iter().filter(|day| day.year.is_none()) {
            if !opening && !super::next_meeting::sentence_announces(&line.text, day.range.start) {
                continue;
            }
            let meant = if opening {
                facts.date
            } else {
                facts.date.and_then(|date| day.first_after(date))
            };
            let range = day.range.clone();
            // A few days before the meeting it is a slip of the day rather than of the year.
            let just_before =
                |date: NaiveDate| facts.date.is_some_and(|own| (date - own).num_days() > 334);
            match meant {
                Some(date) if !opening && just_before(date) => {
                    let message = "The year is missing, and this year the day lies before this meeting; look it up.";
                    marks.words(at, range, message, None);
                }
                Some(date) => {
                    let printed = line.text[range.clone()].trim_end_matches('.');
                    let fix = Fix::safe(format!("{printed} {}", date.year()));
                    let message = format!("The year is missing; write {}.", long(date));
                    marks.words(at, range, message, fix);
                }
                None => marks.words(at, range, "The year is missing; write it.", None),
            }
        }
    }
}

fn wrong_weekday(desk: &Desk, marks: &mut Marks) {
    let meeting = desk.manuscript.facts.date;
    each_day(desk, |at, line, day| {
        let Some((weekday, range)) = day.weekday.clone() else { return };
        let date = day.date().or_else(|| meeting.and_then(|meeting| day.near(meeting)));
        let Some(date) = date.filter(|date| date.weekday() != weekday) else { return };
        let right = weekday_name(date.weekday());
        let right = if range.len() <= 4 { &right[..3] } else { right };
        let message = format!("{} is a {}.", long(date), weekday_name(date.weekday()));
        // Which of the two is wrong, only a person knows.
        marks.words(at, range, message, Fix::proposed(right));
        if line.text[day.range].len() < 3 || day.year.is_none() {
            marks.severity(Severity::Warning);
        }
    });
    two_weekdays(desk, marks);
}

static TWO: LazyLock<Regex> = LazyLock::new(|| {
    let day = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
    let and = r"(?:and|to|or)";
    pattern(&format!(
        r"\b(?P<one>{day})\s{and}\s(?P<two>{day}),?\s(?P<first>[0-3]?\d)\s{and}\s(?P<second>[0-3]?\d\s\p{{Lu}}\p{{Ll}}+(?:\s\d{{4}})?)\b"
    ))
});

/// Two weekdays before two days of a month: `Monday and Tuesday, 16 and 17 March`.
fn two_weekdays(desk: &Desk, marks: &mut Marks) {
    let meeting = desk.manuscript.facts.date;
    let twice = |line: &Line| line.text.matches("day").nth(1).is_some();
    desk.each(&TWO, twice, |at, _, found| {
        let Some(second) = days(&found["second"]).pop() else { return };
        let near = || meeting.and_then(|meeting| second.near(meeting));
        let Some(last) = second.date().or_else(near) else { return };
        let first = found["first"].parse().ok().and_then(|day| last.with_day(day));
        for (name, date) in [("one", first), ("two", Some(last))] {
            let (Some(word), Some(date)) = (found.name(name), date) else { continue };
            let right = weekday_name(date.weekday());
            if word.as_str() != right {
                let message = format!("{} is a {right}.", long(date));
                marks.words(at, word.range(), message, Fix::proposed(right));
                if second.year.is_none() {
                    marks.severity(Severity::Warning);
                }
            }
        }
    });
}

fn impossible(desk: &Desk, marks: &mut Marks) {
    each_day(desk, |at, _, day| {
        if day.in_year(day.year.unwrap_or(2024)).is_none() {
            let year = day.year.map_or(String::new(), |year| format!(" {year}"));
            let message = format!(
                "{}{year} has no day {}; look the date up.",
                month_name(day.month),
                day.day
            );
            marks.words(at, day.range, message, None);
        }
    });
}

fn ordinal_day(desk: &Desk, marks: &mut Marks) {
    each_day(desk, |at, line, day| {
        let name = line.text[day.range.end..].starts_with(" resolution")
            || line.text[day.range.end..].starts_with(" agreement");
        if day.ordinal && !name && day.in_year(day.year.unwrap_or(2024)).is_some() {
            let message = format!("Write {}.", day.house_form());
            let fix = Fix::safe(day.house_form());
            marks.words(at, day.range, message, fix);
        }
    });
}

fn month_first(desk: &Desk, marks: &mut Marks) {
    each_day(desk, |at, line, day| {
        if day.month_first && !day.ordinal && day.in_year(day.year.unwrap_or(2024)).is_some() {
            let mut range = day.range.clone();
            let mut right = day.house_form();
            // October 8-9 goes on after its first day.
            if let Some(last) = SECOND_DAY.captures(&line.text[range.end..])
                && day.year.is_none()
            {
                range.end += last[0].len();
                right = format!("{}–{} {}", day.day, &last["day"], month_name(day.month));
            }
            let message = format!("Write {right}.");
            marks.words(at, range, message, Fix::proposed(right));
        }
    });
}

fn hyphen_in_range(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &RANGE,
        |line| line.is_prose() || line.is_title(),
        |at, line, found| {
            let Some(range) = found.name("range") else { return };
            if BEFORE_RANGE.is_match(&line.text[..range.start()]) {
                return;
            }
            let dashed = format!("{}–{}", &found["from"], &found["to"]);
            marks.words(at, range.range(), "A range has an en dash.", Fix::safe(dashed));
        },
    );
}

fn time_without_at(desk: &Desk, marks: &mut Marks) {
    each_day(desk, |at, line, day| {
        let Some(found) = BESIDE_TIME.captures(&line.text[day.range.end..]) else { return };
        if announces(line) {
            return;
        }
        let range = day.range.start..day.range.end + found[0].len();
        let printed = &line.text[day.range];
        let message = "Between a day and its time stands “at”.";
        marks.words(at, range, message, Fix::proposed(format!("{printed} at {}", &found["time"])));
    });
}
