//! Lines of a title block with a label: `Venue: Quay House`, also as a row of a table.
//!
//! Called by [`front`](super::front()). Deliberately absent: title blocks without labels.

use super::group::{GROUP, take_group};
use super::{pattern, take_date, titles_meeting};
use crate::read::Reading;
use crate::read::lines::{Line, Run, Style, pieces};
use crate::read::recognise::dates::Found;
use crate::read::recognise::ordinals::ordinal_in;
use regex::Regex;
use std::sync::LazyLock;

pub static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?P<label>(?:meeting )?date(?: (?:and|&) time)?|date/time|when|day|time|start(?:ing)? time|venue|place|location|where|platform|(?:co-?)?(?:moderator|chair|chairperson|chairman|chairwoman|facilitator|conven[oe]r)s?|presiding(?: officer)?|(?:moderated|chaired|facilitated|presided over|convened) by|(?:name of )?group|working group|committee|(?:meeting|call|session)(?: no\.?| number)?|number|fecha|hora|lugar|lieu|heure|moderador[ae]?|modérateur|modératrice|président|présidente|presidente|presidenta)\s*:\s*(?P<value>.+)$",
    )
});
/// Who wrote the report, which stays in the text.
static CLERK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:minutes?(?: (?:taken )?by)?|minute[- ]?takers?|note[- ]?takers?|notes (?:taken )?by|(?:recording )?secretar(?:y|ies)|rapporteurs?|recorders?|recorded by|scribes?|reported by|report by|prepared by|drafted by|clerk|protokoll|protokollführ(?:er|erin|ung)|secrétaire|secretari[oa])\s*:\s*(?P<value>\S[^:]{2,120})$",
    )
});
/// A label inside a line, where lines ran together.
static INNER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[\s,;|](?P<label>(?:Meeting )?(?:Date|Time|Start(?:ing)? [Tt]ime|Venue|Place|Location|Where|When|Platform|Number)|(?:Co-?)?(?:Moderator|Chair|Chairperson|Chairman|Chairwoman|Facilitator|Conven[oe]r)s?|(?:Moderated|Chaired|Facilitated) by|Minutes(?: by| taken by)?|(?:Minute|Note)[- ]?[Tt]akers?|Secretary|Rapporteurs?|Scribe|Recorder)\s*:\s+\S",
    )
});

/// A label of Word's own form for minutes before its value: `Meeting location Quay House`.
static FORM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:Meeting |meeting )?(?P<label>[Dd]ate|[Tt]ime|[Ll]ocation)\s+(?P<value>[\p{Lu}\d].*)$",
    )
});

/// The pieces of such a line, `Meeting date | time 5 March 2026 | 9:00 | Meeting location Quay House`,
/// each as a line with a label.
pub fn of_a_form(pieces: Vec<Line>) -> Vec<Line> {
    if !pieces.iter().any(|piece| FORM.is_match(&piece.text())) {
        return pieces;
    }
    let labelled = |piece: Line| {
        let text = piece.text();
        // `Meeting date | time` is one label.
        let only_label = ["meeting date", "date"].contains(&&*text.to_lowercase());
        match FORM.captures(&text) {
            Some(found) => {
                let runs = vec![Run::plain(format!("{}: {}", &found["label"], &found["value"]))];
                Some(Line { runs, ..piece })
            }
            None => (!only_label).then_some(piece),
        }
    };
    pieces.into_iter().filter_map(labelled).collect()
}

/// Whether a line says who wrote the report: it is no heading.
pub fn names_clerk(text: &str) -> bool {
    CLERK.captures(text).is_some_and(|found| {
        let value = &found["value"];
        !titles_meeting(value) && !value.contains(|c: char| c.is_ascii_digit())
    })
}

/// A line that says who wrote the report as text, however it is printed.
pub fn as_text(mut line: Line) -> Line {
    if line.mark.is_none() && names_clerk(&line.text()) {
        line.style = Style::Body;
        for run in &mut line.runs {
            run.bold = false;
        }
    }
    line
}

/// Lines with labels that ran together, each by itself.
pub fn unglued(line: Line) -> Vec<Line> {
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let begins = LABEL.is_match(text.trim())
        || text
            .trim()
            .split_once(':')
            .is_some_and(|(label, _)| names_clerk(&format!("{label}: Name")));
    let first = text.find(':').unwrap_or(text.len());
    if line.table_row || !begins || text.contains(" | ") {
        return vec![line];
    }
    let starts: Vec<usize> = INNER
        .captures_iter(&text)
        .filter_map(|found| found.name("label"))
        .map(|label| label.start())
        .filter(|start| *start > first)
        .collect();
    let mut rest = line;
    let mut lines = Vec::new();
    for start in starts.into_iter().rev() {
        let runs = rest.split_off(start);
        lines.push(Line { runs, gap_before: false, mark: None, ..rest.clone() });
        if let Some(last) = rest.runs.last_mut() {
            last.text.truncate(last.text.trim_end_matches([' ', ',', ';', '\n', '\t']).len());
        }
    }
    lines.push(rest);
    lines.reverse();
    lines
}

/// A table of labels and values that became lines, `Date` above `5 March 2026`: each label with its
/// value, where two labels at least stand so.
pub fn stacked(lines: Vec<Line>) -> Vec<Line> {
    const LABELS: &[&str] = &[
        "chair",
        "committee",
        "date",
        "date and time",
        "group",
        "location",
        "meeting",
        "meeting date",
        "moderator",
        "number",
        "place",
        "platform",
        "time",
        "venue",
        "when",
        "where",
        "working group",
    ];
    let is_label = |line: &Line| {
        let short = !line.is_longer_than(20) && line.mark.is_none() && !line.table_row;
        short && LABELS.contains(&line.text().trim_end_matches(':').to_lowercase().as_str())
    };
    let lines = beside(lines, LABELS);
    let valued = |pair: &[Line]| is_label(&pair[0]) && !is_label(&pair[1]);
    if lines.windows(2).filter(|pair| valued(pair)).count() < 2 {
        return lines;
    }
    let mut joined: Vec<Line> = Vec::new();
    // How many lines of a value the label above has taken.
    let mut taken = None;
    for line in lines {
        if is_label(&line) {
            joined.push(line);
            taken = Some(0);
            continue;
        }
        let goes_on = line.mark.is_none() && !line.table_row && !line.is_styled();
        let first = taken == Some(0);
        let rest = taken.is_some_and(|taken| (1..3).contains(&taken)) && !line.gap_before;
        match joined.last_mut().filter(|_| goes_on && (first || rest)) {
            Some(label) => {
                let mut line = line;
                if let Some(run) = line.runs.first_mut() {
                    run.text = run.text.trim_start().to_owned();
                }
                if first {
                    let text = label.text();
                    let label_text = text.trim_end_matches(':');
                    label.runs = vec![Run::plain(format!("{label_text}: "))];
                } else {
                    label.runs.push(Run::plain(" "));
                }
                label.runs.extend(line.runs);
                taken = taken.map(|taken| taken + 1);
            }
            None => {
                joined.push(line);
                taken = None;
            }
        }
    }
    joined
}

/// Labels with their values behind them on one line, `Date    5 March 2026`, each parted in two
/// lines: after a wide gap, or where three of them stand so in a title block.
fn beside(lines: Vec<Line>, labels: &[&str]) -> Vec<Line> {
    let value_at = |line: &Line, gap: char| {
        let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
        let at = text.find(gap).filter(|at| *at < 20)?;
        let value = text[at..].trim_start();
        let begins = value.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let plain = line.mark.is_none() && !line.table_row && !line.is_styled();
        let label = text[..at].trim().to_lowercase();
        (plain && begins && labels.contains(&label.as_str())).then(|| text.len() - value.len())
    };
    let most = lines.iter().take(MOST_OF_A_BLOCK);
    let spaced = most.filter(|line| value_at(line, ' ').is_some()).count() > 2;
    let part = |(count, mut line): (usize, Line)| {
        let narrow = || value_at(&line, ' ').filter(|_| spaced && count < MOST_OF_A_BLOCK);
        let Some(at) = value_at(&line, '\t').or_else(narrow) else { return vec![line] };
        let runs = line.split_off(at);
        let value = Line { runs, gap_before: false, ..line.clone() };
        vec![line, value]
    };
    lines.into_iter().enumerate().flat_map(part).collect()
}

/// How many lines a title block has at most.
const MOST_OF_A_BLOCK: usize = 16;

/// A row of a title block that is a table: `Date` and its value, or lines side by side.
pub fn untabled(line: Line) -> Vec<Line> {
    if !line.table_row {
        return vec![line];
    }
    let cells: Vec<String> = line.cells().into_iter().filter(|cell| !cell.is_empty()).collect();
    let labelled = match &cells[..] {
        [label, value] => format!("{}: {value}", label.trim_end_matches([':', ' '])),
        _ => String::new(),
    };
    // `Note taker: Wim` is no label of the title block, and one line all the same.
    let label = cells.first().is_some_and(|cell| {
        cell.split_whitespace().count() <= 3 && !cell.contains('(') && !GROUP.is_match(cell)
    });
    if LABEL.is_match(&labelled) || label && !labelled.is_empty() && labelled.len() < 90 {
        return vec![Line { runs: vec![Run::plain(labelled)], table_row: false, ..line }];
    }
    pieces(line.runs.clone(), '\t')
        .into_iter()
        .map(|runs| Line { runs, table_row: false, ..line.clone() })
        .filter(|line| !line.text().is_empty())
        .collect()
}

/// Reads a line such as `Chair: Ana Prado`.
pub fn take_labelled(
    label: &str,
    value: &str,
    line: &Line,
    reading: &mut Reading,
    date: &mut Option<(Found, u32, String)>,
) -> bool {
    match label {
        "venue" | "place" | "location" | "where" | "platform" | "lugar" | "lieu" => {
            reading.venue = Some(value.to_owned());
        }
        "group" | "name of group" | "working group" | "committee" => take_group(value, reading),
        _ if [
            "moderat",
            "modérat",
            "chair",
            "co",
            "facilitat",
            "président",
            "president",
            "conven",
            "presid",
        ]
        .iter()
        .any(|start| label.starts_with(start)) =>
        {
            reading.moderator = Some(value.to_owned());
        }
        _ if ["meeting", "call", "session", "number"]
            .iter()
            .any(|start| label.starts_with(start))
            && !label.contains("date") =>
        {
            match ordinal_in(value) {
                Some(number) => reading.number = Some(number),
                None => return false,
            }
        }
        _ => return take_date(value, line.place, &line.text(), reading, date),
    }
    true
}
