//! What stands before the agenda: title block, Title, opening sentences.

use super::dates::{Found, dates_in, time_in};
use super::doubt;
use super::headings::{Known, known};
use super::ordinals::ordinal_in;
use crate::read::lines::{Line, MarkKind, Run, Style, pieces};
use crate::read::{Doubt, Reading};
use beside::{after_time, take_beside_date, without_last_words};
use by_parts::by_parts;
use day::{settle_date, take_date, take_time};
use group::{
    DASHES, GROUP, NO_GROUP, around_title, is_short_name, second_line, settle_lines, take_group,
    take_head, take_short_name,
};
pub use labels::names_clerk;
use labels::{LABEL, as_text, take_labelled, unglued, untabled};
pub use opening::names_meeting;
use opening::{besides, is_called_off, later, opened_by, opening};
use place_line::{Certain, before_date, in_line};
use regex::Regex;
use std::sync::LazyLock;

mod beside;
mod by_parts;
mod day;
mod group;
mod labels;
mod opening;
mod place;
mod place_line;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is constant and tested")
}

static VENUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:online|virtual|remote|hybrid|zoom|webex|teams|microsoft teams|teleconference|video ?conference|conference call|in[- ]person|r[ée]union (?:en ligne|virtuelle)|en ligne|reuni[óo]n (?:en l[íi]nea|virtual)|en l[íi]nea|visioconf[ée]rence|videoconferencia)\b.{0,60}$",
    )
});
/// How to join an online meeting, which is no place.
static JOINING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:instructions?|details|information|participation|access|links?|attendance)$")
});
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:online|hybrid|room|building|hall|chambers?|auditorium|centre|center|hotel|offices?|headquarters|university|campus|floor|venue)\b",
    )
});
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?P<head>.{0,80}?)[\s,:–-]*\b(?:meeting|call|session)\s+(?:no\.?|number|#)?\s*(?P<bare>\d{1,4}|[IVXLC]{1,7})$|.{0,80}?\bmeeting\s+(?:(?:no\.?|number|#)\s*(?P<no>\d{1,4}|[IVXLC]{1,7})\b|(?P<within>\d{1,3})(?:\s+of\s+|\s*/\s*)(?:19|20)\d{2}\b)|(?P<before>.{0,80}?)\b(?:meeting|call|session|r[ée]union|reuni[óo]n|s[ée]ance|sesi[óo]n)\b)",
    )
});
/// Figures that count no meeting: `2-stage meeting`, `1300-1500 session`.
static HYPHENED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d+[-–:]\w+\b"));
/// The words of a Title that stands on one line with something else.
static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?P<title>(?:draft |final )?(?:summary report|meeting (?:report|summary|notes|minutes)|minutes|readout|summary|notes|report|compte[ -]rendu|acta)(?: (?:of|from|for) (?:the )?| de la |\s*[:–—-]+\s*))(?P<after>\S.{3,})$|^(?P<before>\S.{1,}?)(?:\s*[:,–—|]\s*|\s+-+\s+|\s+)(?:draft |final )?(?:summary report|meeting (?:report|summary|notes|minutes)|minutes|readout|summary)$",
    )
});

/// Reads the lines before the agenda into the report; gives back those that say something else.
pub fn front(lines: Vec<Line>, reading: &mut Reading, doubts: &mut Vec<Doubt>) -> Vec<Line> {
    let mut kept = Vec::new();
    let mut header_date: Option<(Found, u32, String)> = None;
    let mut sentence_date: Option<(Found, u32, String)> = None;
    let (mut opened, mut closed) = (false, false);
    // Whether only parts of an opening sentence could be read.
    let mut parted = false;
    let (mut first_line, mut sentence) = (None, None);
    // A table below running text is no title block, and nothing is where much of it stands above.
    let (mut below_text, mut running) = (false, 0);
    let lines = labels::stacked(lines).into_iter().flat_map(|line| {
        below_text |= is_running_text(&line);
        if below_text { vec![line] } else { untabled(line) }
    });
    let lines = lines.flat_map(Line::divided).flat_map(unglued).flat_map(apart).map(as_text);
    let mut lines = lines.peekable();
    let (mut below_date, mut headed) = (false, false);
    while let Some(line) = lines.next() {
        let text = line.text();
        let undated = header_date.is_none();
        if let Some(person) = opened_by(&text) {
            reading.opened_by = Some(person);
        } else if (!opened || parted) && opening(&text, reading) {
            (opened, parted) = (true, false);
            let first = dates_in(&text).into_iter().next();
            sentence_date = first.map(|found| (found, line.place, text.clone()));
            sentence = Some(text.clone());
            if is_called_off(&text) {
                let message = "This meeting seems not to have been held; check what is kept of it.";
                doubts.push(doubt("meeting_called_off", message, line.place, &text, None));
            }
            let rest = besides(&text);
            if line.mark.is_some() {
                // Where every paragraph has a number, the first stays one of them.
                kept.push(line);
            } else if !rest.is_empty() {
                kept.push(Line { runs: vec![Run::plain(rest)], ..line });
            }
        } else if !opened
            && line.mark.is_none()
            && !line.table_row
            && let Some(found) = by_parts(&text, header_date.is_some(), reading)
        {
            (opened, parted) = (true, true);
            let proposed = found.date().map(|date| date.to_string());
            let message = "This sentence speaks of the meeting, but only parts of it could be read; check the number, the date, the group and the moderator.";
            doubts.push(doubt("opening_in_parts", message, line.place, &text, proposed));
            sentence_date = Some((found, line.place, text.clone()));
            sentence = Some(text);
            kept.push(line);
        } else {
            running += usize::from(is_running_text(&line));
            let below = matches!(line.style, Style::Heading(2..)) && running > 0;
            closed |=
                running > 2 || below || ends_title_block(&line, reading, header_date.is_some());
            if !opened && !closed && first_line.is_none() && line.mark.is_none() {
                first_line = second_line(&text, line.place, reading);
                if first_line.is_some() {
                    continue;
                }
            }
            let in_block = !opened && !closed;
            let beside_date = below_date || lines.peek().is_some_and(is_date);
            let place = if in_block { place_of(&line, reading, beside_date) } else { None };
            let whole = place.as_ref().is_some_and(|(place, _)| *place == text);
            if let Some((place, _)) = place.as_ref().filter(|_| !whole) {
                reading.venue = Some(place.clone());
            }
            let mut read = if opened {
                line.mark.is_none() && later(&text, reading)
            } else {
                in_block && reads_as_header(&text, &line, reading, &mut header_date)
            };
            if let Some((place, certain)) = place.filter(|_| !(whole && read)) {
                if certain == Certain::No {
                    let message = "This was taken for the place of the meeting; check it.";
                    let proposed = Some(place.clone());
                    doubts.push(doubt("venue_guessed", message, line.place, &text, proposed));
                }
                reading.venue = Some(place);
                read |= whole;
            }
            if !read {
                // A sentence that is no part of a title block ends it.
                let dated = reading.number.is_some() || header_date.is_some();
                closed |= dated && text.ends_with('.') && text.split_whitespace().count() > 3;
                // Below a section's heading no line belongs to the title block.
                headed |= !stands_alone(&line, lines.peek()) && line.is_styled();
                let alone = in_block && !closed && !headed && stands_alone(&line, lines.peek());
                kept.push(if alone { unheaded(line) } else { line });
            }
        }
        below_date = undated && header_date.is_some();
    }
    settle_date(header_date, sentence_date, reading, doubts);
    settle_lines(first_line, sentence.as_deref(), reading, doubts);
    if let Some(names) = reading.moderator.as_ref().filter(|names| is_several(names)) {
        let message = "Several people moderated; a report has one moderator. Choose who is named.";
        let first = names.split(" and ").flat_map(|part| part.split(&[',', '&'])).next();
        let first = first.map(str::trim);
        doubts.push(doubt("moderators_several", message, 0, names, first.map(str::to_owned)));
    }
    kept
}

/// The place that a line of the title block names, where nothing but its words and its neighbours say
/// that it is one.
fn place_of(line: &Line, reading: &Reading, beside_date: bool) -> Option<(String, Certain)> {
    let begun = reading.group.is_some() || reading.series.is_some() || reading.number.is_some();
    if reading.venue.is_some() || line.mark.is_some() || line.table_row {
        return None;
    }
    let text = line.text();
    if let Some(place) = before_date(&text) {
        return begun.then_some((place, Certain::No));
    }
    let certain = in_line(&text, beside_date).filter(|_| begun || beside_date)?;
    Some((text, certain))
}

fn is_date(line: &Line) -> bool {
    !line.is_longer_than(120) && !dates_in(&line.text()).is_empty()
}

/// Whether a line of the title block heads nothing: no text and no list comes below it.
fn stands_alone(line: &Line, next: Option<&Line>) -> bool {
    let text = line.text();
    let is_text = |next: &Line| {
        let words = next.text();
        let long = words.chars().count() > 120 || is_running_text(next);
        next.mark.is_some() || next.table_row || long && !names_meeting(&words)
    };
    // A smaller heading is one of a section, whatever comes below it.
    let small = matches!(line.style, Style::Heading(2..));
    line.mark.is_none()
        && !line.table_row
        && !small
        && text.chars().count() <= 150
        && known(&text).is_none()
        && !next.is_some_and(is_text)
}

/// A line that is kept and is no heading, however it is printed.
fn unheaded(mut line: Line) -> Line {
    line.style = Style::Body;
    line.gap_before = false;
    for run in &mut line.runs {
        run.bold = false;
    }
    line
}

/// Whether several people are named.
fn is_several(names: &str) -> bool {
    let apart = |by: &str| names.split(by).all(|name| name.trim().contains(' '));
    [" and ", " & ", ", "].iter().any(|by| names.contains(by) && apart(by))
}

/// Whether a line is text, so that no line of a title block comes after it.
fn ends_title_block(line: &Line, reading: &Reading, dated: bool) -> bool {
    let text = line.text();
    let known = known(&text);
    let prose = text.ends_with(['.', '!', '?']) && text.split_whitespace().count() > 9;
    let read = dated || reading.number.is_some();
    known.is_some_and(|known| ![Known::Title, Known::Discussion].contains(&known))
        || prose && read && !names_meeting(&text)
        || line.mark.as_ref().is_some_and(|mark| mark.kind != MarkKind::Bullet)
}

/// Whether a line is a sentence that says nothing of the meeting's data.
fn is_running_text(line: &Line) -> bool {
    let text = line.text();
    let several = text.split_whitespace().nth(3).is_some();
    let plain = !line.table_row && line.mark.is_none();
    let undated = text.ends_with('.') && dates_in(&text).is_empty();
    plain && several && (undated || is_sentence(&text)) && !names_meeting(&text)
}

/// Whether a text of the title block is a whole sentence: long, or with words that no date has.
fn is_sentence(text: &str) -> bool {
    const OF_DATES: &[&str] = &["and", "at", "from", "held", "in", "of", "on", "the", "to"];
    let words = text.split_whitespace();
    let small = |word: &&str| word.starts_with(char::is_lowercase) && !OF_DATES.contains(word);
    text.ends_with('.') && (words.clone().count() > 6 || words.filter(small).count() > 2)
}

/// Whether a line was read as part of the title block.
fn reads_as_header(
    text: &str,
    line: &Line,
    reading: &mut Reading,
    header_date: &mut Option<(Found, u32, String)>,
) -> bool {
    let labelled = line.mark.is_none() || LABEL.is_match(text);
    labelled && text.chars().count() <= 260 && header(text, line, reading, header_date)
}

static TITLE_BLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?P<group>\S.{8,150}?)[\s,–-]+(?P<venue>(?:online|virtual|hybrid|remote)\s(?:meeting|call|session))[\s,–-]+(?P<date>.*\d.*)$",
    )
});

/// A title block whose lines ran together: group, venue and date.
fn apart(line: Line) -> Vec<Line> {
    let text = line.text();
    if text.contains(" | ") && text.chars().count() < 200 && !text.contains(". ") {
        let piece = |runs| Line { runs, ..line.clone() };
        let all = pieces(line.runs.clone(), '|').into_iter().map(piece);
        let all: Vec<Line> = all.filter(|line| !line.text().is_empty()).collect();
        return labels::of_a_form(all);
    }
    if let Some(pieces) = around_title(&line) {
        return pieces;
    }
    let Some(found) = TITLE_BLOCK.captures(&text).filter(|_| text.chars().count() < 260) else {
        return vec![line];
    };
    let dated = dates_in(&found["date"]).first().is_some_and(|date| date.start < 4);
    if !dated || names_meeting(&text) {
        return vec![line];
    }
    let piece = |name: &str| Line { runs: vec![Run::plain(&found[name])], ..line.clone() };
    ["group", "venue", "date"].map(piece).to_vec()
}

/// Reads one line of the title block; false where it is none.
fn header(
    text: &str,
    line: &Line,
    reading: &mut Reading,
    date: &mut Option<(Found, u32, String)>,
) -> bool {
    if [Some(Known::Title), Some(Known::Discussion)].contains(&known(text)) {
        return true;
    }
    if let Some(labelled) = LABEL.captures(text) {
        let label = labelled["label"].to_lowercase();
        return take_labelled(&label, labelled["value"].trim(), line, reading, date);
    }
    let sentence = is_sentence(text);
    let short = text.chars().count() <= 120 && !sentence;
    if VENUE.is_match(text)
        && !JOINING.is_match(text)
        && dates_in(text).is_empty()
        && ordinal_in(text).is_none()
    {
        reading.venue = Some(text.to_owned());
        return true;
    }
    if let Some(found) = TITLE.captures(text).filter(|_| !sentence) {
        let rest = found.name("after").or_else(|| found.name("before"));
        let rest = rest.map_or("", |rest| rest.as_str());
        let rest = ["Draft ", "DRAFT ", "Final "]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        // A Title says which meeting it was of, like a line of its own.
        if rest.chars().count() < text.chars().count() && titles_meeting(rest) {
            let rest_line = Line { runs: vec![Run::plain(rest)], mark: None, ..line.clone() };
            return header(rest, &rest_line, reading, date) || take_unread_title(rest, reading);
        }
    }
    if let Some(dated) = dates_in(text).first().filter(|_| !sentence)
        && (short || titles_meeting(text))
        && (text.split_whitespace().count() <= 12 || titles_meeting(text))
    {
        take_date(text, line.place, text, reading, date);
        let outer = [' ', ',', '–', '-', '|', ':', '('];
        let before = text[..dated.start].trim_end_matches(outer);
        let before = without_last_words(before).trim_end_matches(outer);
        let after = after_time(&text[dated.end..]);
        let after = beside::take_zone(after, date).unwrap_or(after);
        // What says something else stays in the text.
        return [before, after].map(|piece| take_beside_date(piece, reading)) == [true, true];
    }
    if short && time_in(text).is_some() && text.split_whitespace().count() <= 12 {
        // What a label said before is not said again.
        let timed = date.as_ref().is_some_and(|(found, ..)| found.time.is_some());
        return !(timed || reading.time.is_some()) && take_time(text, reading);
    }
    if short && dates_in(text).is_empty() && take_number(text, reading) {
        return true;
    }
    let words = text.split_whitespace();
    let capitals = words.clone().filter(|word| word.starts_with(char::is_uppercase)).count();
    let titled = capitals * 2 >= words.count();
    if reading.group.is_none() && take_short_name(text, reading) {
        return true;
    }
    // `Home > Groups > WG Maps` is the way to a page.
    if short
        && !text.contains(" > ")
        && !text.contains("://")
        && (titled || GROUP.find(text).is_some_and(|found| found.start() == 0))
        && reading.group.is_none()
        && (GROUP.is_match(text) && !NO_GROUP.is_match(text) || line.style == Style::Title)
    {
        take_group(text, reading);
        return true;
    }
    let bare = text.trim_matches(['(', ')']);
    if reading.group.is_some() && reading.series.is_none() && is_short_name(bare) {
        reading.series = Some(bare.to_owned());
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

/// Whether a text names a meeting, a call or a session.
fn titles_meeting(text: &str) -> bool {
    NUMBERED.is_match(text) || GROUP.is_match(text) || is_short_name(text)
}

/// A title that was no other line: the name of the group.
fn take_unread_title(text: &str, reading: &mut Reading) -> bool {
    if reading.series.is_none() && text.split(' ').count() <= 2 && is_capitals(text) {
        reading.series = Some(text.to_owned());
    }
    reading.series.as_deref() == Some(text)
}

/// `WG STRATEGY`, in a line of capitals or alone.
fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// Reads the number of the meeting, with the group where it stands beside it.
fn take_number(text: &str, reading: &mut Reading) -> bool {
    let Some(found) = NUMBERED.captures(text) else { return false };
    let printed = ["bare", "no", "within"].into_iter().find_map(|name| found.name(name));
    let number = match printed {
        Some(no) => ordinal_in(no.as_str()),
        None => found.name("before").and_then(|before| {
            ordinal_in(&HYPHENED.replace_all(before.as_str(), "-")).filter(|number| *number < 1000)
        }),
    };
    if number.is_none() {
        return false;
    }
    reading.number = number;
    let unplaced = reading.group.is_none() && reading.series.is_none();
    if let Some(head) = found.name("head").filter(|head| !head.as_str().is_empty()) {
        take_head(head.as_str(), reading);
        // A name that is no known kind of group stays in the text.
        let several = head.as_str().split_whitespace().nth(1).is_some();
        let taken = reading.group.is_some() || reading.series.is_some();
        return !(unplaced && several && !taken);
    }
    let named = found.name("before").and_then(|before| {
        let (head, _) = DASHES.iter().find_map(|dash| before.as_str().rsplit_once(dash))?;
        let of_group = GROUP.is_match(head) || is_short_name(head.trim());
        (of_group && ordinal_in(head).is_none()).then_some(head.trim())
    });
    if let Some(head) = named {
        take_head(head, reading);
    } else if let Some((_, group)) = text.split_once(" of the ").or_else(|| text.split_once(" of "))
    {
        take_head(group.trim_end_matches([',', ' ']), reading);
    } else if let Some((head, _)) = text.split_once(": ") {
        take_head(head, reading);
    }
    true
}
