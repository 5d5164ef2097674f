//! Lists in the text: their letters and numbers, what announces them, and their order in time
//! (STY-18, STY-19, FACT-3, FACT-4).

use super::calendar::days;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "STY-18",
        reason: "The letters and numbers of a list follow each other.",
        severity: Severity::Warning,
        look: gap,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("He named:\n\na) the plan\nb) the cost\nd) the rooms", "d) the rooms", "c) the rooms"),
            ("He named:\n\n1) the plan\n3) the cost\n4) the rooms", "3) the cost", "2) the cost"),
            ("He named:\n\na) the plan\na) the cost\nc) the rooms", "a) the cost", "b) the cost"),
            (
                "He named:\n\na) the plan\nc) the cost\nd) the rooms\ne) the travel",
                "c) the cost",
                "b) the cost",
            ),
            ("He named:\n\na) the plan\nb) the cost\nb) the rooms", "b) the rooms", "c) the rooms"),
        ],
        silent: &[
            "He named:\n\na) the plan\nb) the cost\nc) the rooms",
            "He named:\n\n1) the plan\n2) the cost",
            "He named:\n\n- the plan\n- the cost",
            "He named:\n\n4) the plan\n5) the cost\n6) the rooms",
            "He named:\n\ni) the plan\nii) the cost\niii) the rooms",
        ],
    },
    Rule {
        code: "STY-19",
        reason: "What announces a list ends with a colon.",
        severity: Severity::Style,
        look: no_colon,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "It was agreed to\n\n- publish the plan\n- ask the hosts",
                "was agreed to",
                "was agreed to:",
            ),
            (
                "Tom Birch named the following steps\n\n- a plan\n- a letter",
                "the following steps",
                "the following steps:",
            ),
            (
                "The members asked for\n\n- more time\n- more rooms",
                "members asked for",
                "members asked for:",
            ),
            (
                "The group will\n\n- write the letter\n- ask the hosts",
                "The group will",
                "The group will:",
            ),
            (
                "They hope that\n\n- the plan is read\n- the rooms are free",
                "They hope that",
                "They hope that:",
            ),
        ],
        silent: &[
            "It was agreed to:\n\n- publish the plan\n- ask the hosts",
            "Tom Birch named two steps.\n\n- a plan\n- a letter",
            "Next steps\n\n- a plan\n- a letter",
            "It was agreed to publish the plan and to\nask the hosts.",
            "Webinars\n\n- a plan of the webinars\n- a letter to the hosts",
        ],
    },
    Rule {
        code: "FACT-3",
        reason: "A list has as many entries as its introduction says.",
        severity: Severity::Warning,
        look: count,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Tom Birch named three points:\n\n- the plan\n- the cost", "three points", ""),
            ("The plan has two parts:\n\n- the aim\n- the cost\n- the time", "two parts", ""),
            (
                "They agreed on the following four steps:\n\n- a plan\n- a letter\n- a call",
                "four steps",
                "",
            ),
            ("There are 3 open questions:\n\n- the cost\n- the rooms", "3 open questions", ""),
            ("The five topics are:\n\n- trade\n- travel\n- tides\n- talks", "five topics", ""),
            ("These three barriers were named:\n\n- cost\n- visas", "three barriers", ""),
        ],
        silent: &[
            "Tom Birch named two points:\n\n- the plan\n- the cost",
            "The two hosts named their topics:\n\n- trade\n- travel\n- tides",
            "Of the four steps, two were named:\n\n- a plan\n- a letter",
            "The group named points of the last two weeks:\n\n- a plan\n- a letter\n- a call",
            "Three points were read, and the plan has parts:\n\n- the aim\n- the cost",
        ],
    },
    Rule {
        code: "FACT-4",
        reason: "The steps of a plan follow each other in time.",
        severity: Severity::Warning,
        look: timeline,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "The plan is:\n\n- draft: 2 April 2026\n- comments: 30 April 2026\n- launch: 20 April 2026",
                "20 April 2026",
                "",
            ),
            (
                "The plan is:\n\n- call: 2 May 2026\n- answers: 2 April 2026\n- launch: 20 June 2026",
                "2 April 2026",
                "",
            ),
            (
                "The plan is:\n\n- test: 5 January 2027\n- feedback: 12 January 2027\n- final: 11 January 2027",
                "11 January 2027",
                "",
            ),
            (
                "The plan is:\n\n- call: by 2 May 2026\n- answers: by 2 June 2026\n- choice: 30 June 2026\n- launch: 1 June 2026",
                "1 June 2026",
                "",
            ),
            (
                "The plan is:\n\n1) call: 2 May 2026\n2) answers: 2 April 2026\n3) launch: 20 June 2026",
                "2 April 2026",
                "",
            ),
        ],
        silent: &[
            "The plan is:\n\n- draft: 2 April 2026\n- comments: 20 April 2026\n- launch: 30 April 2026",
            "The plan is:\n\n- draft: 2 April 2026\n- launch: 30 March 2026",
            "The rooms are:\n\n- Oslo: 2 May 2026\n- Bergen: 2 April 2026\n- Turin: 2 March 2026\n- Rome",
            "The rooms are:\n\n- Oslo: 9 May 2026\n- Bergen: 2 April 2026\n- Turin: 2 June 2026\n- Rome: 1 March 2026",
            "The plan is:\n\n- draft: 2 April 2026\n- comments: from 1 April 2026 to 20 April 2026\n- launch: 30 April 2026",
        ],
    },
];

/// Runs of list entries, with the index of what stands before each.
fn lists(desk: &Desk) -> Vec<std::ops::Range<usize>> {
    let mut lists: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, line) in desk.manuscript.lines.iter().enumerate() {
        if line.role == Role::ListItem && !line.generated {
            match lists.last_mut() {
                Some(last) if last.end == at => last.end = at + 1,
                _ => lists.push(at..at + 1),
            }
        }
    }
    lists
}

/// The number a mark stands for: 3 for `3)` and `c)`.
fn number(mark: &str) -> Option<(bool, usize)> {
    let mark = mark.trim().trim_matches(['(', ')', '.']);
    let mut letters = mark.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_lowercase() => {
            Some((true, usize::from(letter as u8 - b'a') + 1))
        }
        _ => mark.parse().ok().map(|number| (false, number)),
    }
}

fn gap(desk: &Desk, marks: &mut Marks) {
    for list in lists(desk).into_iter().filter(|list| list.len() > 2) {
        let numbers: Option<Vec<(bool, usize)>> =
            desk.lines()[list.clone()].iter().map(|line| number(&line.mark)).collect();
        let Some(numbers) = numbers else { continue };
        let lettered = numbers[0].0;
        // Marks that are bullets misread are all one letter; i, v and x may be Roman.
        let one_kind = numbers.iter().all(|(own, _)| *own == lettered)
            && numbers.iter().any(|own| *own != numbers[0])
            && (numbers[0].1 <= 2 || !lettered && numbers[0].1 < 100);
        if !one_kind || lettered && numbers[0].1 != 1 {
            continue;
        }
        for (place, pair) in numbers.windows(2).enumerate() {
            let (before, own) = (pair[0].1, pair[1].1);
            let at = list.start + place + 1;
            if own == before + 1 || own == 1 && before > 1 {
                continue;
            }
            let line = &desk.lines()[at];
            let wanted = match lettered {
                true => char::from(b'a' + u8::try_from(before).unwrap_or(25).min(25)).to_string(),
                false => (before + 1).to_string(),
            };
            let shown = line.mark.trim().trim_matches(['(', ')', '.']);
            let right = line.mark.replacen(shown, &wanted, 1);
            let end = line.text.split('\n').next().unwrap_or("").trim_end().len();
            let fix = Fix::proposed(format!("{right}{}", &line.text[..end]));
            marks.with_mark(at, end, "The list leaves one out or repeats one here.", fix);
            break;
        }
    }
}

/// The line of running text that stands before a list.
fn introduction<'d>(desk: &'d Desk, list: &std::ops::Range<usize>) -> Option<(usize, &'d Line)> {
    let at = list.start.checked_sub(1)?;
    let line = &desk.lines()[at];
    (matches!(line.role, Role::Paragraph) && !line.generated).then_some((at, line))
}

static OPEN_END: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\s(?:to|that|for|of|on|by|with|are|were|is|was|include|included|includes|will|should|would|could|must|namely|about)|\b[Ff]ollowing(?:\s\p{Ll}+){0,3}|\bas\sfollows)$",
    )
});

fn no_colon(desk: &Desk, marks: &mut Marks) {
    for list in lists(desk).into_iter().filter(|list| list.len() > 1) {
        let Some((at, line)) = introduction(desk, &list) else { continue };
        let text = line.text.trim_end();
        let Some(end) = OPEN_END.find(text).filter(|_| text.split_whitespace().count() > 1) else {
            continue;
        };
        let mut start = end.start() + usize::from(text[end.start()..].starts_with([' ', '\n']));
        for _ in 0..2 {
            let before = text[..start].trim_end_matches(' ');
            if before.is_empty() || before.ends_with('\n') {
                break;
            }
            start = before.rfind([' ', '\n']).map_or(0, |space| space + 1);
        }
        let fix = Fix::proposed(format!("{}:", &text[start..]));
        marks.words(at, start..text.len(), "A colon announces the list.", fix);
    }
}

static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<count>two|three|four|five|six|seven|eight|nine|ten|[2-9])\s(?:(?:main|key|open|new|major|important|further|other|different|specific|additional|concrete|possible|following)\s)?(?P<noun>points|parts|steps|questions|topics|options|items|issues|objectives|goals|aims|priorities|areas|themes|tracks|actions|recommendations|proposals|suggestions|concerns|comments|conditions|criteria|elements|aspects|challenges|tasks|messages|reasons|principles|activities|deliverables|outcomes|phases|stages|changes|conclusions|decisions|lessons|observations|remarks|requests|ideas|ways|measures|barriers|obstacles|risks|benefits|gaps|needs|formats|findings|trends|approaches|scenarios|milestones|pillars|categories|arguments|problems|opportunities|features|characteristics|functions|roles|requirements)\b",
    )
});

fn count(desk: &Desk, marks: &mut Marks) {
    const WORDS: [&str; 11] =
        ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    for list in lists(desk).into_iter().filter(|list| list.len() > 1) {
        let Some((at, line)) = introduction(desk, &list) else { continue };
        let text = line.text.trim_end();
        if !text.ends_with(':') {
            continue;
        }
        let start = text.rfind(['.', ';', '?']).map_or(0, |stop| stop + 1);
        let sentence = &text[start..];
        let mut counts = COUNTED.captures_iter(sentence);
        let (Some(found), None) = (counts.next(), counts.next()) else { continue };
        let (Some(whole), told) = (found.get(0), &found["count"]) else { continue };
        let counted = WORDS.iter().position(|word| *word == told).or_else(|| told.parse().ok());
        // Of the four steps, two were named; what is said in another clause is about something else.
        let others = WORDS.iter().skip(2).filter(|word| {
            sentence.split(|c: char| !c.is_alphabetic()).any(|own| own.eq_ignore_ascii_case(word))
        });
        let figures = sentence
            .split_whitespace()
            .filter(|word| word.len() == 1 && word.parse::<u8>().is_ok());
        let only = others.count() + figures.count() == 1;
        let rest = &sentence[whole.end()..];
        let last = !rest.contains([',']) && rest.split_whitespace().count() <= 8;
        let level = &desk.lines()[list.clone()];
        let depth = |line: &Line| line.mark.len() - line.mark.trim_start().len();
        let flat = level.iter().all(|line| {
            depth(line) == depth(&level[0]) && line.mark.trim().len() == level[0].mark.trim().len()
        });
        if only && last && flat && counted.is_some_and(|counted| counted != list.len()) {
            let message = format!("{} are announced and {} follow.", &found[0], list.len());
            marks.words(at, start + whole.start()..start + whole.end(), message, None);
        }
    }
}

fn timeline(desk: &Desk, marks: &mut Marks) {
    for list in lists(desk).into_iter().filter(|list| list.len() > 2) {
        let own = &desk.lines()[list.clone()];
        let dates: Option<Vec<_>> = own
            .iter()
            .map(|line| {
                let all = days(&line.text);
                let [first, ..] = &all[..] else { return None };
                Some((all.last()?.date().or_else(|| first.date())?, first.range.clone()))
            })
            .collect();
        let Some(dates) = dates else { continue };
        let back: Vec<usize> =
            (1..dates.len()).filter(|at| dates[*at].0 < dates[*at - 1].0).collect();
        if let [only] = back[..]
            && own.iter().all(|line| line.text.contains(':'))
        {
            let message = "This is earlier than the step before; look the dates up.";
            marks.words(list.start + only, dates[only].1.clone(), message, None);
        }
    }
}
