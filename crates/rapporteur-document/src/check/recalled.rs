//! What the text says of other meetings of the series (FACT, NXT-5, NXT-6, NXT-7).

use super::calendar::{days, long};
use super::next_meeting::{announces, sentence_announces};
use super::{Desk, Fix, Line, Marks, Neighbour, Reads, Role, Rule, Severity, Spot, pattern};
use crate::style::ordinal;
use chrono::NaiveDate;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "FACT-1",
        reason: "What a report says of an earlier meeting is what that meeting’s report says.",
        severity: Severity::Warning,
        look: other_day,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "Ines Almond recalled the 110th meeting, held on 12 February 2026.",
                "12 February 2026",
                "19 February 2026",
            ),
            (
                "At the 109th virtual meeting of 6 February the plan was read.",
                "6 February",
                "5 February",
            ),
            (
                "The last meeting, which was held on 20 February 2026, was long.",
                "20 February 2026",
                "19 February 2026",
            ),
            (
                "Tom Birch thanked the hosts of the 108th meeting on 2 January 2026.",
                "2 January 2026",
                "22 January 2026",
            ),
            ("The previous meeting on 18 February was short.", "18 February", "19 February"),
        ],
        silent: &[
            "Ines Almond recalled the 110th meeting, held on 19 February 2026.",
            "The last meeting on 19 February was short.",
            "The 90th meeting, held on 6 February 2025, was recalled.",
            "The 110th meeting was long, and the letter of 2 February was read.",
            "The next meeting on 2 April is open to all.",
        ],
    },
    Rule {
        code: "FACT-2",
        reason: "An earlier meeting that is referred to has been held, and had the item.",
        severity: Severity::Warning,
        look: no_such_item,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("As agreed at the 112th meeting, the letter was sent.", "112th meeting", ""),
            ("Tom Birch read what was decided at the 115th virtual meeting.", "115th", ""),
            ("The rooms are free, as noted under item 7 of the previous meeting.", "item 7", ""),
            ("They came back to item 4 of the 109th meeting.", "item 4", ""),
            ("The plan, raised during the 111th call, is ready.", "111th call", ""),
        ],
        silent: &[
            "As agreed at the 110th meeting, the letter was sent.",
            "It was agreed to read it at the 112th meeting, and it will be raised at the 113th meeting.",
            "The rooms are free, as noted under item 3 of the previous meeting.",
            "They came back to item 9 of the charter and to item 9 of the 90th meeting.",
            "The text was agreed at the 120th meeting of the Council.",
        ],
    },
    Rule {
        code: "NXT-5",
        reason: "The next meeting is on the day of the next report.",
        severity: Severity::Warning,
        look: next_report,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "The next meeting of the WG-Strategy will be held on 26 March 2026 at 13:00 UTC.",
                "26 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 2 April 2026 at 13:00 UTC.",
                "2 April 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 12 March 2026 at 13:00 UTC.",
                "12 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 18 March 2026 at 13:00 UTC.",
                "18 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 9 April 2026 at 13:00 UTC.",
                "9 April 2026",
                "",
            ),
        ],
        silent: &[
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The date of the next meeting will be communicated on the mailing list.",
            "The next WG-Strategy meeting is on 19 March.",
            "Tom Birch suggested 26 March 2026 for the next meeting.",
            "A webinar will be held on 26 March 2026.",
        ],
    },
    Rule {
        code: "NXT-7",
        reason: "The next meeting has one day in a report.",
        severity: Severity::Warning,
        look: two_next_meetings,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "Comments are welcome before the next meeting on 26 March.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
                "26 March",
                "",
            ),
            (
                "The plan is for the next call on 12 March 2026.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
                "12 March 2026",
                "",
            ),
            (
                "The plan will be read at the next meeting, on 2 April.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
                "2 April",
                "",
            ),
            (
                "Tom Birch will be back for the next meeting on Friday, 20 March.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
                "20 March",
                "",
            ),
            (
                "The draft is for the next virtual meeting on 18 March.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
                "18 March",
                "",
            ),
        ],
        silent: &[
            "Comments are welcome before the next meeting on 19 March.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The plan is for the next call on Thursday, 19 March 2026.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The sub-group will hold its next meeting on 2 April.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The next forum on 2 April is open.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The last meeting was on 19 February.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The plan is for the next meeting.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
        ],
    },
    Rule {
        code: "NXT-6",
        reason: "A series meets as often as it always has.",
        severity: Severity::Warning,
        look: other_pace,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "The next meeting of the WG-Strategy will be held on 9 March 2026 at 13:00 UTC.",
                "9 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 10 March 2026 at 13:00 UTC.",
                "10 March 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 9 April 2026 at 13:00 UTC.",
                "9 April 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 16 April 2026 at 13:00 UTC.",
                "16 April 2026",
                "",
            ),
            (
                "The next meeting of the WG-Strategy will be held on 7 May 2026 at 13:00 UTC.",
                "7 May 2026",
                "",
            ),
        ],
        silent: &[
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.",
            "The next meeting of the WG-Strategy will be held on 26 March 2026 at 13:00 UTC.",
            "The next meeting of the WG-Strategy will be held on 12 March 2026 at 13:00 UTC.",
            "The date of the next meeting will be communicated on the mailing list.",
            "A webinar will be held on 7 May 2026.",
        ],
    },
];

static NEXT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\bnext\s(?:virtual\s|regular\s)?(?:meeting|call),?\s(?:which\s(?:is|will\sbe(?:\sheld)?)\s)?on\s(?:\w+day,?\s)?$",
    )
});
/// The next meeting of somebody else: the sub-group will hold its next meeting.
static ANOTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:its|it['’]s|their|his|her|\w+['’]s?|another|a)\snext\s[^.]*$")
});
static RECALLED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\b(?P<number>\d{1,4})(?:st|nd|rd|th)\s|\b(?P<last>[Ll]ast|[Pp]revious|[Pp]receding)\s)(?:[Ww]orking\s[Gg]roup\s|virtual\s|hybrid\s|regular\s)?(?:meeting|call)(?:\sof\s(?:the\s)?[A-Z][\w-]+)?,?\s(?:(?:which\s)?(?:was\s)?held\s)?(?:on|of)\s",
    )
});

/// The report another one recalls: by its number, or the one before.
fn recalled<'d>(desk: &'d Desk, number: Option<u32>) -> Option<&'d Neighbour> {
    let before = || desk.manuscript.facts.number.and_then(|own| own.checked_sub(1));
    let number = number.or_else(before)?;
    desk.neighbours.iter().find(|other| other.number == Some(number))
}

fn other_day(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose().filter(|(_, line)| line.role != Role::NextMeeting) {
        for found in RECALLED.captures_iter(&line.text) {
            let Some(whole) = found.get(0) else { continue };
            let number = found.name("number").and_then(|number| number.as_str().parse().ok());
            let Some(other) = recalled(desk, number) else { continue };
            let day = days(&line.text[whole.end()..]).into_iter().find(|day| {
                day.range.start == 0 || day.weekday.as_ref().is_some_and(|(_, at)| at.start == 0)
            });
            let (Some(day), Some(held)) = (day, other.date) else { continue };
            if day.near(held) != Some(held) {
                let range = whole.end() + day.range.start..whole.end() + day.range.end;
                let message = format!(
                    "The report of the {} meeting says {}.",
                    other.number.map_or(String::new(), ordinal),
                    long(held)
                );
                let right =
                    if day.year.is_some() { long(held) } else { held.format("%-d %B").to_string() };
                marks.words(at, range, message, Fix::proposed(right));
            }
        }
    }
}

static DECIDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<before>\b(?:be|to)\s)?\b(?:agreed|decided|noted|discussed|requested|proposed|presented|raised|approved|adopted|announced)\s(?:at|during|in)\sthe\s(?P<meeting>(?P<number>\d{1,4})(?:st|nd|rd|th)\s(?:virtual\s|hybrid\s|regular\s)?(?:meeting|call))\b",
    )
});
static ITEM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<item>item\s(?P<index>\d{1,2}))\sof\sthe\s(?:agenda\sof\sthe\s)?(?:last|previous|preceding|(?P<number>\d{1,4})(?:st|nd|rd|th))\s(?:virtual\s|hybrid\s|regular\s)?(?:meeting|call)\b",
    )
});

fn no_such_item(desk: &Desk, marks: &mut Marks) {
    let number = |found: Option<regex::Match>| -> Option<u32> { found?.as_str().parse().ok() };
    desk.each(&DECIDED, Line::is_prose, |at, line, found| {
        let (Some(own), Some(meeting)) = (desk.manuscript.facts.number, found.name("meeting"))
        else {
            return;
        };
        let ahead = found.name("before").is_some();
        let another = line.text[meeting.end()..].starts_with(" of ");
        if number(found.name("number")).is_some_and(|held| held >= own) && !ahead && !another {
            let message = format!("This is the {} meeting; look the number up.", ordinal(own));
            marks.words(at, meeting.range(), message, None);
        }
    });
    desk.each(&ITEM, Line::is_prose, |at, _, found| {
        let (Some(item), Some(index)) = (found.name("item"), number(found.name("index"))) else {
            return;
        };
        let Some(other) = recalled(desk, number(found.name("number"))) else { return };
        let items = other.agenda.len();
        if items > 0 && index as usize > items {
            let message = format!(
                "The {} meeting had {items} agenda items.",
                other.number.map_or(String::new(), ordinal)
            );
            marks.words(at, item.range(), message, None);
        }
    });
}

/// A stretch of a line: which line, which bytes.
type Words = (usize, Range<usize>);

/// The next meeting the report announces: its words where it has them, and its day.
fn announced(desk: &Desk) -> Option<(Option<Words>, NaiveDate)> {
    let facts = &desk.manuscript.facts;
    let date = facts.date?;
    let printed =
        desk.manuscript.typed().filter(|(_, line)| announces(line)).find_map(|(at, line)| {
            let day = days(&line.text).into_iter().find(|day| {
                line.role == Role::NextMeeting || sentence_announces(&line.text, day.range.start)
            })?;
            let next = day.date().or_else(|| day.first_after(date))?;
            Some((Some((at, day.range)), next))
        });
    printed.or_else(|| facts.next_date.filter(|_| !facts.from_file).map(|next| (None, next)))
}

fn mark(
    marks: &mut Marks,
    place: Option<(usize, Range<usize>)>,
    message: String,
    fix: Option<Fix>,
) {
    match place {
        Some((at, range)) => marks.words(at, range, message, fix),
        None => marks.field("next_meeting.date", message),
    }
}

fn next_report(desk: &Desk, marks: &mut Marks) {
    let Some(number) = desk.manuscript.facts.number else { return };
    let following = desk.neighbours.iter().find(|other| other.number == Some(number + 1));
    let Some((held, (place, next))) =
        following.and_then(|following| following.date).zip(announced(desk))
    else {
        return;
    };
    if held != next {
        let message =
            format!("The report of the {} meeting says {}.", ordinal(number + 1), long(held));
        mark(marks, place, message, None);
    }
}

fn two_next_meetings(desk: &Desk, marks: &mut Marks) {
    let Some((place, next)) = announced(desk) else { return };
    for (at, line) in desk.manuscript.prose() {
        for day in days(&line.text) {
            let is_announced =
                place.as_ref().is_some_and(|(line, range)| (*line, range) == (at, &day.range));
            let start = day.weekday.as_ref().map_or(day.range.start, |(_, at)| at.start);
            let before = &line.text[..start];
            if is_announced
                || ANOTHERS.is_match(before)
                || !NEXT.is_match(before)
                || day.near(next) == Some(next)
            {
                continue;
            }
            let message = format!("The next meeting is announced for {}.", long(next));
            marks.words(at, day.range, message, None);
        }
    }
}

/// From so many meetings on their distance says something.
const ENOUGH: usize = 5;

fn other_pace(desk: &Desk, marks: &mut Marks) {
    let facts = &desk.manuscript.facts;
    let (Some(date), Some((place, next))) = (facts.date, announced(desk)) else { return };
    let others = desk.neighbours.iter().filter_map(|other| Some((other.number?, other.date?)));
    let mut held: Vec<(u32, NaiveDate)> = others.filter(|(_, day)| *day < date).collect();
    held.extend(facts.number.map(|number| (number, date)));
    held.sort_unstable();
    held.dedup();
    // The reports between two may be missing; then their distance says nothing.
    let gaps: Vec<i64> = held
        .windows(2)
        .filter(|pair| pair[0].0 + 1 == pair[1].0)
        .map(|pair| (pair[1].1 - pair[0].1).num_days())
        .collect();
    if gaps.len() + 1 < ENOUGH {
        return;
    }
    let (least, most) =
        (gaps.iter().min().copied().unwrap_or(0), gaps.iter().max().copied().unwrap_or(0));
    let gap = (next - date).num_days();
    if gap > 0 && (gap * 2 < least || gap > most * 2) && gap <= 183 {
        let message = format!(
            "{} is {gap} days later; the meetings before were {least} to {most} days apart.",
            long(next)
        );
        mark(marks, place, message, None);
    }
}
