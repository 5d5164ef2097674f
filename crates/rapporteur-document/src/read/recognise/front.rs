//! What stands before the agenda: title block, Title, opening sentences.

use super::dates::{Found, dates_in, time_in};
use super::doubt;
use super::headings::{Known, known};
use super::next_meeting::sentences;
use super::ordinals::ordinal_in;
use crate::read::lines::{Line, Run, Style, pieces};
use crate::read::{Doubt, Reading};
use chrono::{Datelike, NaiveDate};
use regex::Regex;
use std::sync::LazyLock;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is constant and tested")
}

static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?is)^(?P<before>.{0,120}?)\b(?:meeting|call|session|teleconference)\s+of\s+(?:the\s+)?(?P<group>.{3,200}?)\s*(?:\((?P<short>[^)]{2,40})\)\s*)?(?:,\s*)?(?:was\s+(?:held|convened|organi[sz]ed)|took\s+place|were\s+held|met|has\s+been\s+held|is\s+held)\b",
    )
});
static HELD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?is)^(?:the\s+)?(?P<group>.{3,160}?)\s*(?:\((?P<short>[^)]{2,40})\)\s*)?(?:held|convened)\s+(?:its|their|the|an?)\s+(?P<before>.{0,80}?)\b(?:meeting|call|session|teleconference)\b",
    )
});
static MODERATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:moderated|chaired|facilitated|led|presided over)\s+by\s+(?P<who>[^;\n]+)")
});
static MODERATOR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[.!?]\s+)(?P<who>\p{Lu}\S*(?: [\p{L}.’'-]+){0,5}?),? (?:moderated|chaired|facilitated|led|presided over) (?:the|this) (?:meeting|call|session)\b",
    )
});
static OPENED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<who>\S+(?: \S+){0,5}?) (?:opened|started) the (?:meeting|call|session) by (?:introducing|presenting) the agenda\.?$",
    )
});
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?P<label>date(?: and time)?|when|time|venue|place|location|where|moderator|chair|chairperson|facilitator|group|working group|meeting(?: no\.?| number)?)\s*:\s*(?P<value>.+)$",
    )
});
static GROUP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:group|committee|council|forum|task force|board|network|coalition|team|commission|panel|assembly|sub-?group|WG|SIG|partnership|alliance|consortium|society|association)\b",
    )
});
static VENUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:online|virtual|remote|hybrid|zoom|webex|teams|microsoft teams|teleconference|video ?conference|conference call|in[- ]person)\b.{0,60}$",
    )
});
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:online|hybrid|room|building|hall|centre|center|hotel|offices?|headquarters|university|campus|floor|venue)\b",
    )
});
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?P<head>.{0,80}?)[\s,–-]*\b(?:meeting|call|session)\s+(?:no\.?|number|#)?\s*(?P<bare>\d{1,4})$|(?P<before>.{0,80}?)\b(?:meeting|call|session)\b|.*\bmeeting\s+(?:no\.?|number|#)\s*(?P<no>\d{1,4})\b)",
    )
});

/// Reads the lines before the agenda into the report; gives back those that say something else.
pub fn front(lines: Vec<Line>, reading: &mut Reading, doubts: &mut Vec<Doubt>) -> Vec<Line> {
    let mut kept = Vec::new();
    let mut header_date: Option<(Found, u32, String)> = None;
    let mut sentence_date: Option<(Found, u32, String)> = None;
    let mut opened = false;
    let lines = lines.into_iter().flat_map(untabled).flat_map(Line::divided).flat_map(apart);
    for line in lines {
        let text = line.text();
        if let Some(person) = OPENED.captures(&text) {
            reading.opened_by = Some(person["who"].to_owned());
        } else if !opened && line.mark.is_none() && opening(&text, reading) {
            opened = true;
            sentence_date =
                dates_in(&text).into_iter().next().map(|found| (found, line.place, text.clone()));
            let rest: Vec<&str> =
                sentences(&text).into_iter().filter(|s| !is_opening_sentence(s)).collect();
            if !rest.is_empty() {
                kept.push(Line { runs: vec![Run::plain(rest.join(" "))], ..line });
            }
        } else if !reads_as_front(&text, &line, opened, reading, &mut header_date) {
            kept.push(line);
        }
    }
    settle_date(header_date, sentence_date, reading, doubts);
    kept
}

/// Whether a line was read as part of the title block or as a later opening sentence.
fn reads_as_front(
    text: &str,
    line: &Line,
    opened: bool,
    reading: &mut Reading,
    header_date: &mut Option<(Found, u32, String)>,
) -> bool {
    if line.mark.is_some() {
        false
    } else if opened {
        is_opening_sentence(text) && moderator(text, reading)
    } else {
        text.chars().count() <= 160 && header(text, line, reading, header_date)
    }
}

static TITLE_BLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?P<group>\S.{8,150}?)[\s,–-]+(?P<venue>(?:online|virtual|hybrid|remote)\s(?:meeting|call|session))[\s,–-]+(?P<date>.*\d.*)$",
    )
});

/// A title block whose lines ran together: group, venue and date.
fn apart(line: Line) -> Vec<Line> {
    let text = line.text();
    let Some(found) = TITLE_BLOCK.captures(&text).filter(|_| text.chars().count() < 260) else {
        return vec![line];
    };
    let dated = dates_in(&found["date"]).first().is_some_and(|date| date.start < 4);
    if !dated || MEETING.is_match(&text) {
        return vec![line];
    }
    let piece = |name: &str| Line { runs: vec![Run::plain(&found[name])], ..line.clone() };
    ["group", "venue", "date"].map(piece).to_vec()
}

/// A row of a title block that is a table: `Date` and its value, or lines side by side.
fn untabled(line: Line) -> Vec<Line> {
    if !line.table_row {
        return vec![line];
    }
    let cells: Vec<String> = line.cells().into_iter().filter(|cell| !cell.is_empty()).collect();
    let labelled = match &cells[..] {
        [label, value] => format!("{}: {value}", label.trim_end_matches([':', ' '])),
        _ => String::new(),
    };
    if LABEL.is_match(&labelled) {
        return vec![Line { runs: vec![Run::plain(labelled)], table_row: false, ..line }];
    }
    pieces(line.runs.clone(), '\t')
        .into_iter()
        .map(|runs| Line { runs, table_row: false, ..line.clone() })
        .filter(|line| !line.text().is_empty())
        .collect()
}

/// Reads the paragraph that says which meeting this was; false where it does not.
fn opening(text: &str, reading: &mut Reading) -> bool {
    let Some(found) = MEETING.captures(text).or_else(|| HELD.captures(text)) else { return false };
    if dates_in(text).is_empty() && ordinal_in(&found["before"]).is_none() {
        return false;
    }
    reading.number = ordinal_in(&found["before"]).or(reading.number);
    let group = found["group"].split_whitespace().collect::<Vec<_>>().join(" ");
    if reading.group.is_some() && is_short_name(&group) {
        reading.series.get_or_insert(group);
    } else if reading.group.is_none() {
        reading.group = Some(group);
    }
    if let Some(short) = found.name("short") {
        reading.series = Some(short.as_str().trim().to_owned());
    }
    moderator(text, reading);
    let lower = text.to_lowercase();
    reading.recording_available |= lower.contains("recording") && !lower.contains("no recording");
    true
}

fn is_opening_sentence(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    MEETING.is_match(sentence)
        || HELD.is_match(sentence)
        || MODERATED.is_match(sentence) && about_meeting(&lower) && sentence.len() < 260
        || MODERATOR_FIRST.is_match(sentence) && sentence.len() < 160
        || lower.contains("recording") && lower.contains("available") && sentence.len() < 160
}

fn about_meeting(lower: &str) -> bool {
    ["meeting", "call", "session"].iter().any(|word| lower.contains(word))
        || lower.starts_with("it was ")
}

fn moderator(text: &str, reading: &mut Reading) -> bool {
    let lower = text.to_lowercase();
    reading.recording_available |= lower.contains("recording") && lower.contains("available");
    let found = MODERATED.captures(text);
    if let Some(found) = found.or_else(|| MODERATOR_FIRST.captures(text)) {
        let who = person(&found["who"]);
        if !who.is_empty() {
            reading.moderator = Some(who);
        }
    }
    true
}

/// The name at the start of a text that goes on: ends at a comma, a full stop or `and a recording`.
fn person(text: &str) -> String {
    let text = [
        "the co-chair,",
        "the chair,",
        "co-chair",
        "the co-chair",
        "the chair",
        "its chair,",
        "its co-chair,",
        "chair",
    ]
    .iter()
    .find_map(|role| {
        text.get(..role.len())
            .filter(|start| start.eq_ignore_ascii_case(role))
            .map(|_| text[role.len()..].trim_start())
    })
    .filter(|rest| rest.starts_with(char::is_uppercase))
    .unwrap_or(text);
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        let word = text[..at].rsplit(' ').next().unwrap_or("");
        let after = &text[at + c.len_utf8()..];
        let stops = match c {
            ',' | '(' => true,
            '.' => {
                !(["St", "Dr", "Mr", "Ms", "Mrs", "Prof"].contains(&word)
                    || word.chars().count() == 1)
                    || after.trim().is_empty()
            }
            ' ' => {
                [" and a ", " and the ", " with ", " on behalf", " who ", " from ", " on ", " as "]
                    .iter()
                    .any(|stop| text[at..].starts_with(stop))
            }
            _ => false,
        };
        if stops {
            end = at;
            break;
        }
    }
    text[..end].trim().to_owned()
}

/// Reads one line of the title block; false where it is none.
fn header(
    text: &str,
    line: &Line,
    reading: &mut Reading,
    date: &mut Option<(Found, u32, String)>,
) -> bool {
    if known(text) == Some(Known::Title) {
        return true;
    }
    if let Some(labelled) = LABEL.captures(text) {
        let (label, value) =
            (labelled["label"].to_lowercase(), labelled["value"].trim().to_owned());
        match label.as_str() {
            "venue" | "place" | "location" | "where" => reading.venue = Some(value),
            "moderator" | "chair" | "chairperson" | "facilitator" => {
                reading.moderator = Some(value)
            }
            "group" | "working group" => take_group(&value, reading),
            label if label.starts_with("meeting") => match ordinal_in(&value) {
                Some(number) => reading.number = Some(number),
                None => return false,
            },
            _ => return take_date(&value, line.place, text, reading, date),
        }
        return true;
    }
    let sentence = text.ends_with('.') && text.split_whitespace().count() > 6;
    let short = text.chars().count() <= 120 && !sentence;
    if VENUE.is_match(text) && dates_in(text).is_empty() && ordinal_in(text).is_none() {
        reading.venue = Some(text.to_owned());
        return true;
    }
    if short
        && text.split_whitespace().count() <= 12
        && take_date(text, line.place, text, reading, date)
    {
        let before = dates_in(text).first().map_or("", |found| &text[..found.start]);
        let before = before.trim_end_matches([' ', ',', '–', '-', '|']);
        if reading.venue.is_none() && VENUE.is_match(before) {
            reading.venue = Some(before.to_owned());
        }
        return true;
    }
    let undated = dates_in(text).is_empty();
    if short
        && undated
        && let Some(found) = NUMBERED.captures(text)
    {
        let number = match found.name("bare").or_else(|| found.name("no")) {
            Some(no) => no.as_str().parse().ok(),
            None => found.name("before").and_then(|before| ordinal_in(before.as_str())),
        };
        if number.is_some() {
            reading.number = number;
            if let Some(head) = found.name("head").filter(|head| !head.as_str().is_empty()) {
                take_head(head.as_str(), reading);
            }
            return true;
        }
    }
    let titled =
        text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count() * 2
            >= text.split_whitespace().count();
    if short
        && titled
        && reading.group.is_none()
        && (GROUP.is_match(text) || line.style == Style::Title)
    {
        take_group(text, reading);
        return true;
    }
    let unplaced = reading.group.is_some() && reading.venue.is_none();
    if short && unplaced && PLACE.is_match(text) {
        reading.venue = Some(text.to_owned());
        return true;
    }
    let summary = text.to_lowercase();
    short && titled && (summary.contains("summary report") || summary.contains("meeting report"))
}

/// What stands before `meeting 107`: the group, or its short name.
fn take_head(head: &str, reading: &mut Reading) {
    if is_short_name(head) {
        reading.series.get_or_insert_with(|| head.to_owned());
    } else if reading.group.is_none() && GROUP.is_match(head) {
        take_group(head, reading);
    }
}

/// Whether a name of a group is a short one: a word with several capitals.
fn is_short_name(name: &str) -> bool {
    !name.contains(' ') && name.chars().filter(|c| c.is_uppercase()).count() > 1
}

fn take_group(text: &str, reading: &mut Reading) {
    match text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((group, short)) if !short.contains(' ') || short.len() < 25 => {
            reading.group = Some(group.trim().to_owned());
            reading.series.get_or_insert_with(|| short.trim().to_owned());
        }
        _ => reading.group = Some(text.to_owned()),
    }
}

fn take_date(
    value: &str,
    place: u32,
    text: &str,
    reading: &mut Reading,
    date: &mut Option<(Found, u32, String)>,
) -> bool {
    if let Some(found) = dates_in(value).into_iter().next() {
        *date = Some((found, place, text.to_owned()));
        return true;
    }
    let Some((time, zone)) = time_in(value) else { return false };
    reading.time = Some(time);
    reading.time_zone = zone;
    true
}

/// One date from the title block and the opening sentence, with a doubt where they differ.
fn settle_date(
    header: Option<(Found, u32, String)>,
    sentence: Option<(Found, u32, String)>,
    reading: &mut Reading,
    doubts: &mut Vec<Doubt>,
) {
    let day_of = |place: &Option<(Found, u32, String)>| {
        place.as_ref().and_then(|(found, _, _)| found.date())
    };
    let from_header = day_of(&header);
    let from_sentence = day_of(&sentence).or_else(|| {
        let (found, _, _) = sentence.as_ref()?;
        if found.year.is_some() { None } else { found.in_year(from_header?.year()) }
    });
    let date = from_sentence.or(from_header);
    if let (Some(one), Some(other), Some((_, line, quote))) = (from_header, from_sentence, &header)
        && one != other
    {
        let message = "The date above the title and the date in the opening sentence differ; the sentence’s was taken.";
        doubts.push(doubt("date_conflict", message, *line, quote, Some(other.to_string())));
    }
    reading.date = date.map(|date| date.to_string());
    let times: Vec<(&String, &Option<String>)> = [&sentence, &header]
        .into_iter()
        .flatten()
        .filter_map(|(found, _, _)| Some((found.time.as_ref()?, &found.zone)))
        .collect();
    if let Some((time, zone)) = times.first() {
        if let (Some((other, _)), Some((_, line, quote))) = (times.get(1), &header)
            && other != time
        {
            let message = "The time above the title and the time in the opening sentence differ; the sentence’s was taken.";
            doubts.push(doubt("time_conflict", message, *line, quote, Some((*time).clone())));
        }
        reading.time = Some((*time).clone());
        reading.time_zone = (*zone).clone();
    }
    for (found, line, quote) in [&header, &sentence].into_iter().flatten() {
        if let (Some(weekday), Some(day)) = (found.weekday, found.date())
            && day.weekday() != weekday
        {
            let message = "The weekday does not fit the date.";
            doubts.push(doubt("weekday_conflict", message, *line, quote, Some(long_weekday(day))));
        }
        if found.ambiguous {
            let message = "Day and month of this date could be the other way round; write the month in letters.";
            let proposed =
                found.year.and_then(|year| found.in_year(year)).map(|day| day.to_string());
            doubts.push(doubt("date_ambiguous", message, *line, quote, proposed));
        } else if found.year.is_none() && date.is_none() {
            let message = "The date has no year; write it.";
            doubts.push(doubt("date_year", message, *line, quote, None));
        }
    }
}

fn long_weekday(day: NaiveDate) -> String {
    day.format("%A").to_string()
}
