//! Parts of a hundred, written one way (STY-17).

use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[Rule {
    code: "STY-17",
    reason: "One report writes one of per cent, percent and %.",
    severity: Severity::Style,
    look: percent,
    reads: Reads::Report,
    spot: Spot::Text,
    fires: &[
        ("They met 30 per cent of it and 12% of the rest.", "12%", "12 per cent"),
        ("It rose by 5 percent, then by 7 per cent and 9 per cent.", "5 percent", "5 per cent"),
        ("It rose by 5% and by 7%, then by 9 per cent.", "9 per cent", "9%"),
        ("It rose by 5 %, by 7 % and by 9 percent.", "9 percent", "9 %"),
        ("It rose by 5 %, by 7 % and by 9%.", "7 %", "7%"),
        ("A share of 2.5 percent and one of 3.5% were named.", "3.5%", "3.5 percent"),
    ],
    silent: &[
        "They met 30 per cent of it and 12 per cent of the rest.",
        "It rose by 5% and by 7%.",
        "A percentage was named, and 3 percent of it.",
        "It rose by 5 %.",
        "See https://example.org/a%20b for 5 per cent of it.",
    ],
}];

static PERCENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?P<number>\d+(?:[.,]\d+)?)(?P<unit>\sper\scent\b|\spercent\b|[ \u{a0}]?%)")
});

fn percent(desk: &Desk, marks: &mut Marks) {
    let mut ways: BTreeMap<String, Vec<(usize, std::ops::Range<usize>, String)>> = BTreeMap::new();
    let mut order = Vec::new();
    let counted =
        |line: &Line| line.is_prose() && (line.text.contains('%') || line.text.contains("cent"));
    desk.each(&PERCENT, counted, |at, _, found| {
        let Some(whole) = found.get(0) else { return };
        let unit = found["unit"].replace('\n', " ");
        order.push(unit.clone());
        ways.entry(unit).or_default().push((at, whole.range(), found["number"].to_owned()));
    });
    // A sign stands close to its number where any does in this report.
    if ways.contains_key("%") {
        for spaced in [" %", "\u{a0}%"] {
            for (at, range, number) in ways.remove(spaced).unwrap_or_default() {
                let right = format!("{number}%");
                let message = format!("Write “{right}”.");
                marks.words(at, range, message, Fix::proposed(right));
            }
        }
    }
    // The report's own habit decides, and of two as frequent the first.
    let place = |unit: &String| order.iter().position(|one| one == unit);
    let Some(habit) = ways
        .iter()
        .max_by_key(|(unit, uses)| (uses.len(), std::cmp::Reverse(place(unit))))
        .map(|(unit, _)| unit.clone())
    else {
        return;
    };
    for (at, range, number) in
        ways.into_iter().filter(|(unit, _)| *unit != habit).flat_map(|(_, uses)| uses)
    {
        let right = format!("{number}{habit}");
        let message = format!("The report also spells the other way; write “{right}”.");
        marks.words(at, range, message, Fix::proposed(right));
    }
}
