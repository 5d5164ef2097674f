//! Several meetings in one file: where the second begins, and those after it.
//!
//! Called by [`recognise`](super::recognise()) before the lines are divided. A later meeting begins
//! as the first does: a line of the first one's opening comes again with another day or number, and
//! those present or the agenda stand below it. Its text is kept whole and apart from the first's.

use super::dates::dates_in;
use super::divide::inline_list;
use super::doubt;
use super::headings::{Known, known};
use super::sections::{number_of, whole};
use crate::model::fold;
use crate::read::lines::{Line, MarkKind};
use crate::read::{Doubt, ReadSection};
use std::collections::HashMap;

/// How many lines the opening of a meeting has at most.
const OPENING: usize = 12;

/// The longest line of an opening, in bytes.
const LONGEST: usize = 300;

/// Takes the meetings after the first out of the lines.
pub fn take_later(lines: &mut Vec<Line>, doubts: &mut Vec<Doubt>) -> Vec<ReadSection> {
    let begins = beginnings(lines);
    let mut later = Vec::new();
    for at in begins.into_iter().rev() {
        let mut meeting = lines.split_off(at).into_iter();
        let Some(heading) = meeting.next() else { continue };
        let message = "Another meeting seems to begin here; its text was kept as one section. Divide the file and read each meeting alone.";
        doubts.push(doubt("several_meetings", message, heading.place, &heading.text(), None));
        later.push(whole(Some(heading), meeting.collect()));
    }
    later.reverse();
    later
}

/// Where meetings after the first begin.
fn beginnings(lines: &[Line]) -> Vec<usize> {
    let ends = |line: &Line| {
        number_of(line).is_some()
            || matches!(known(&line.text()), Some(heading) if heading != Known::Title)
            || names_people(line)
    };
    let opening = lines.iter().take(OPENING).position(ends).unwrap_or(OPENING).min(lines.len());
    let first: HashMap<String, String> =
        lines[..opening].iter().filter_map(|line| Some((shape(line)?, line.text()))).collect();
    if first.is_empty() || !opens(lines, 0) {
        return Vec::new();
    }
    let day = day(&lines[..opening]);
    let again = |at: usize| {
        let text = lines[at].text();
        shape(&lines[at]).and_then(|shape| first.get(&shape)).map(|before| *before != text)
    };
    let mut begins: Vec<usize> = Vec::new();
    let mut last = opening;
    for at in opening + 1..lines.len() {
        let Some(differs) = again(at).filter(|_| at > last) else { continue };
        let below = &lines[at..lines.len().min(at + OPENING)];
        // The title stands on every page of some reports.
        let other_day = day.is_some() && self::day(below).is_some_and(|below| Some(below) != day);
        if !(differs || other_day) || !opens(lines, at) {
            continue;
        }
        let above = (last + 1..at).rev().take_while(|above| again(*above).is_some());
        let from = above.last().unwrap_or(at);
        begins.push(from);
        last = at + 1;
    }
    begins
}

/// Whether those present or an agenda stand in the lines below one.
fn opens(lines: &[Line], at: usize) -> bool {
    let below = lines.iter().skip(at).take(OPENING);
    let heads =
        |line: &Line| matches!(known(&line.text()), Some(Known::Participants | Known::Agenda));
    below.into_iter().any(|line| heads(line) || names_people(line))
}

fn names_people(line: &Line) -> bool {
    matches!(inline_list(line, false), Some((Known::Participants, _)))
}

/// The first whole date of some lines, as year, month and day.
fn day(lines: &[Line]) -> Option<(i32, u32, u32)> {
    let dates = lines.iter().flat_map(|line| dates_in(&line.text()));
    dates.filter_map(|date| Some((date.year?, date.month, date.day))).next()
}

/// What a line says that may begin a meeting, whatever its numbers and its day: a title, a label
/// with the day, the sentence that the meeting was held. None for a line of another kind.
fn shape(line: &Line) -> Option<String> {
    let text = line.text();
    let bullet = line.mark.as_ref().is_some_and(|mark| mark.kind == MarkKind::Bullet);
    if text.len() > LONGEST || line.table_row || bullet || number_of(line).is_some() {
        return None;
    }
    if known(&text) == Some(Known::Title) {
        return Some(fold(&text));
    }
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_day = |word: &&str| {
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        DAYS.iter().any(|day| word.starts_with(day)) && (word.len() == 3 || word.ends_with("day"))
    };
    // Most words are seen to be no month at once.
    let month = |word: &&str| {
        const BEGIN: &str = "jan ene feb fev mar apr avr abr may mai jun jui jul aug aou ago sep set oct out nov dec dic dez";
        let begins = word.get(..3).is_some_and(|start| BEGIN.contains(start));
        begins && !dates_in(&format!("1 {word} 2000")).is_empty()
    };
    let dates = dates_in(&text);
    // What follows the day is the hour or the place.
    let before = dates.first().map_or("", |date| &text[..date.start]);
    let led = before.contains(char::is_alphabetic);
    let folded = fold(if led { before } else { &text });
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // `7th`, `5 May`, `Wednesday`
    let words: Vec<&str> = words
        .filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|word| !is_day(word) && (word.len() > 9 || !month(word)))
        .filter(|word| !["at", "from", "to", "until"].contains(word))
        .collect();
    // The parts of one meeting.
    if words.iter().any(|word| ["day", "session", "part", "annex", "next"].contains(word)) {
        return None;
    }
    let counted = words.iter().any(|word| ["meeting", "minutes", "report", "call"].contains(word));
    (!dates.is_empty() || counted).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    /// A file, the lines where other meetings begin, and the titles of the first meeting's sections.
    const CASES: &[(&str, &[u32], &[&str])] = &[
        (
            "Summary Report\n\nThe 7th meeting of the Bay Group was held on 5 May 2021.\n\nAgenda\n\n1. Boats\n\nDiscussion\n\n1. Boats\n\nThey were late.\n\nSummary Report\n\nThe 8th meeting of the Bay Group was held on 9 June 2021.\n\nAgenda\n\n1. Nets\n\nDiscussion\n\n1. Nets\n\nNone.\n",
            &[15],
            &["Boats"],
        ),
        (
            "Minutes of the Bay Group, 5 May 2021\n\nPresent: Ana Prado, Tom Hart, Bo Lund\n\n1. Boats\n\nThey were late.\n\nMinutes of the Bay Group, Wednesday 9 June 2021\n\nPresent: Ana Prado, Tom Hart, Bo Lund\n\n1. Nets\n\nNone.\n\nMinutes of the Bay Group, 7 July 2021\n\nPresent: Ana Prado, Tom Hart\n\n1. Lights\n\nOut.\n",
            &[9, 17],
            &["Boats"],
        ),
        (
            "Minutes of the 7th meeting of the Bay Group\n\nDate: 5 May 2021\nPlace: Town Hall\nPresent: Ana Prado, Tom Hart, Bo Lund\n\n1. Boats\n\nThe 6th meeting was held on 3 March 2021.\n\nDate of next meeting: 9 June 2021\n\nMinutes of the 8th meeting of the Bay Group\n\nDate: 9 June 2021\nPlace: Town Hall\nPresent: Eva Moor, Bo Lund\n\n1. Nets\n\nNone.\n",
            &[13],
            &["Boats"],
        ),
        (
            "# Bay Group\n\n## 2021-05-05\n\nAttendees: Ana Prado, Tom Hart, Bo Lund\n\n### Boats\n\nLate.\n\n## 2021-06-09\n\nAttendees: Ana Prado, Eva Moor\n\n### Nets\n\nNone.\n",
            &[11],
            &["Boats"],
        ),
        // The title on every page, the meeting before, and the second day are of one meeting.
        (
            "Minutes of the Bay Group, 5 May 2021\n\nPresent: Ana Prado, Tom Hart, Bo Lund\n\n1. Boats\n\nThey were late.\n\nMinutes of the Bay Group, 5 May 2021\n\n2. Nets\n\nNone.\n",
            &[],
            &["Boats", "Nets"],
        ),
        (
            "The 7th meeting of the Bay Group was held on 5 May 2021.\n\nPresent: Ana Prado, Tom Hart, Bo Lund\n\n1. Boats\n\nThe 6th meeting of the Bay Group was held on 3 March 2021.\n\n2. Nets\n\nNone.\n",
            &[],
            &["Boats", "Nets"],
        ),
        (
            "Minutes, Day 1, 5 May 2021\n\nPresent: Ana Prado, Tom Hart, Bo Lund\n\n1. Boats\n\nLate.\n\nMinutes, Day 2, 6 May 2021\n\nPresent: Ana Prado, Tom Hart\n\n2. Nets\n\nNone.\n",
            &[],
            // What of the title is no date is kept as text.
            &["", "Boats", "Nets"],
        ),
    ];

    #[test]
    fn later_meetings_are_kept_apart_and_said() {
        for (text, places, titles) in CASES {
            let found = read(text.as_bytes(), "a.md").unwrap();
            let several = found.doubts.iter().filter(|doubt| doubt.code == "several_meetings");
            let at: Vec<u32> = several.map(|doubt| doubt.place.line).collect();
            assert_eq!(at, *places, "{text}");
            let sections = &found.report.sections;
            let first = sections.len() - places.len();
            let own: Vec<&str> = sections[..first].iter().map(|s| s.title.as_str()).collect();
            assert_eq!(own, *titles, "{text}");
            let kept: String = sections.iter().map(|section| section.text.as_str()).collect();
            assert!(kept.contains("None."), "{text}");
        }
    }
}
