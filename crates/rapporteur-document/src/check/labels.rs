//! How the entries of a list begin: their labels set off alike (STY-21), and their first letters of
//! one size (STY-22).

use super::lists::lists;
use super::spelling::is_word;
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "STY-21",
        reason: "The labels of a list are set off from its entries alike: with a colon where the others have one.",
        severity: Severity::Style,
        look: other_mark,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "- WG 1 (Ines): A paper\n- WG 2 (Tom), A letter\n- WG 3 (Maria): A call",
                "(Tom),",
                "(Tom):",
            ),
            ("- Goal 1: Read it\n- Goal 2: Send it\n- Goal 3. Print it", "3.", "3:"),
            (
                "- Track 1 (Ines): Trade\n- Track 2 (Tom) Travel\n- Track 3 (Maria): Rooms",
                "(Tom)",
                "(Tom):",
            ),
            (
                "- Phase 1: A call\n- Phase 2; A letter\n- Phase 3: A paper\n- Phase 4: A talk",
                "2;",
                "2:",
            ),
            (
                "- Group 1 – Ports\n- Group 2 – Rivers\n- Group 3: Lakes\n- Group 4 – Seas",
                "3:",
                "3 –",
            ),
        ],
        silent: &[
            "- WG 1 (Ines): A paper\n- WG 2 (Tom): A letter\n- WG 3 (Maria): A call",
            "- WG 1 (Ines): A paper\n- WG 2 (Tom), who was late, read it\n- WG 3 (Maria): A call",
            "- Goal 1: Read it\n- Goal 2, Send it",
            "- Goal 1: Read it\n- Goal 2: Send it\n- Step 3. Print it",
            "- WG 1: A paper\n- WG 2: A call\n- WG 3 agreed with both.",
        ],
    },
    Rule {
        code: "STY-22",
        reason: "The entries of a list all begin with small letters, or all with capitals.",
        severity: Severity::Style,
        look: other_size,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("They named:\n\n- the plan\n- the cost\n- Travel\n- rooms", "Travel", "travel"),
            (
                "They named:\n\n1. outreach\n2. trade\n3. Transport of goods\n4. rooms",
                "Transport",
                "transport",
            ),
            ("They will:\n\n- read it\n- Send it\n- print it\n- keep it", "Send", "send"),
            (
                "They named:\n\n- Better rooms\n- longer calls\n- fewer letters\n- more talks",
                "Better",
                "better",
            ),
            (
                "They named:\n\n1. trade\n2. AI\n3. Outreach (5%)\n4. rooms\n5. tides",
                "Outreach",
                "outreach",
            ),
            (
                "They named:\n\n- a plan\n- a call\n- a talk\n- Meetings in May",
                "Meetings",
                "meetings",
            ),
        ],
        silent: &[
            "They named:\n\n- the plan\n- the cost\n- travel\n- rooms",
            "They named:\n\n- the plan\n- the cost\n- Oslo\n- rooms",
            "They named:\n\n- the plan\n- Travel\n- Rooms",
            "They named:\n\n- the plan\n- the cost\n- Internet governance\n- rooms",
            "The Council met. They asked:\n\n- the hosts\n- the members\n- Council members\n- the speakers",
            "They named:\n\n- the plan\n- the cost\n- Travel is dear in May.\n- rooms",
        ],
    },
];

/// A label with a number, what sets it off, and the word behind it.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[eo«]\s)?(?P<label>(?P<stem>\p{Lu}[\p{L}-]{1,14})\s?\d{1,2}(?P<who>\s\([^)]{2,40}\))?)(?P<mark>:|,|;|\.|\s[-–—])?\s\p{Lu}",
    )
});

fn other_mark(desk: &Desk, marks: &mut Marks) {
    type Label<'l> = (usize, Range<usize>, &'l str, &'l str);
    let mut labels: BTreeMap<(&str, bool), Vec<Label>> = BTreeMap::new();
    desk.each(&LABEL, Line::is_prose, |at, _, found| {
        let (Some(label), Some(stem)) = (found.name("label"), found.name("stem")) else { return };
        let mark = found.name("mark").map_or("", |mark| mark.as_str());
        let last = label.as_str().rfind(' ').map_or(0, |space| space + 1);
        let range = label.start() + last..label.end() + mark.len();
        let key = (stem.as_str(), found.name("who").is_some());
        labels.entry(key).or_default().push((at, range, &label.as_str()[last..], mark));
    });
    for group in labels.into_values().filter(|group| group.len() > 2) {
        let count = |mark: &str| group.iter().filter(|(.., own)| *own == mark).count();
        let usual = group.iter().map(|(.., mark)| *mark).max_by_key(|mark| count(mark));
        let Some(usual) =
            usual.filter(|usual| !usual.is_empty() && count(usual) + 1 == group.len())
        else {
            continue;
        };
        for (at, range, label, _) in group.iter().filter(|(.., mark)| *mark != usual) {
            let message = "The other labels are set off in another way.";
            marks.words(*at, range.clone(), message, Fix::proposed(format!("{label}{usual}")));
        }
    }
}

fn other_size(desk: &Desk, marks: &mut Marks) {
    for list in lists(desk) {
        // An abbreviation has its capitals anywhere.
        let capital = |line: &Line| {
            let mut letters = line.text.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase)
        };
        let small = |line: &Line| line.text.starts_with(char::is_lowercase);
        let [(at, line)] = list.iter().filter(|(_, line)| capital(line)).collect::<Vec<_>>()[..]
        else {
            continue;
        };
        let others = list.iter().filter(|(_, line)| small(line)).count();
        let word = line.text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let next = line.text[word.len()..].trim_start();
        let sentence = line.text.trim_end().ends_with(['.', '?', '!']);
        let plain = word.chars().skip(1).all(char::is_lowercase) && word.chars().count() > 2;
        // Oslo and Internet have their capitals everywhere.
        let common = is_word(&word.to_lowercase()) && !next.starts_with(char::is_uppercase);
        if others > 2
            && list.iter().all(|(_, line)| line.text.starts_with(char::is_alphabetic))
            && plain
            && common
            && !sentence
            && !is_capital_elsewhere(desk, word)
        {
            let message = "The other entries of this list begin with small letters.";
            marks.words(*at, 0..word.len(), message, Fix::proposed(word.to_lowercase()));
        }
    }
}

/// Whether a word stands with its capital inside a sentence, or never has a small letter.
fn is_capital_elsewhere(desk: &Desk, word: &str) -> bool {
    const ALWAYS: [&str; 4] = ["Internet", "Secretariat", "May", "March"];
    ALWAYS.contains(&word)
        || desk.lines().iter().any(|line| {
            line.text.match_indices(word).any(|(at, _)| {
                let before = line.text[..at].trim_end();
                let behind = line.text[at + word.len()..].chars().next();
                at > 0
                    && !before.ends_with(['.', ':', '!', '?'])
                    && line.text[..at].ends_with([' ', '(', '\n'])
                    && !behind.is_some_and(char::is_alphanumeric)
            })
        })
}
