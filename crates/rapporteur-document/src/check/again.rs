//! Checking again after a change: what a line's own words decide is remembered.
//!
//! A rule that [reads](super::Reads) single lines finds the same in a line whatever stands around
//! it, so only lines that are new or changed are looked at; all other rules look at the whole
//! report each time. Called by `rapporteur-core` while somebody writes.

use super::finding::Finding;
use super::manuscript::{Facts, Line, Manuscript};
use super::reckoned::Reckoned;
use super::rule::Reads;
use super::{Desk, in_order, is_off, rules};
use std::collections::HashMap;

/// What was found in the lines of one report. It holds for one template and one register.
#[derive(Debug, Default)]
pub struct Memory {
    facts: Facts,
    lines: HashMap<Line, Vec<Finding>>,
}

/// The same as [`check`](super::check), in less time.
pub fn check_again(desk: &Desk, memory: &mut Memory) -> Vec<Finding> {
    if memory.facts != desk.manuscript.facts {
        *memory = Memory { facts: desk.manuscript.facts.clone(), lines: HashMap::new() };
    }
    look_at_new_lines(desk, memory);
    let mut kept = HashMap::with_capacity(desk.lines().len());
    let mut found: Vec<(usize, Finding)> = Vec::new();
    for (at, line) in desk.lines().iter().enumerate() {
        let Some((line, own)) = memory.lines.remove_entry(line).or_else(|| kept.remove_entry(line))
        else {
            continue;
        };
        found.extend(own.iter().map(|finding| (at, finding.clone())));
        kept.insert(line, own);
    }
    memory.lines = kept;
    for rule in rules().filter(|rule| rule.reads == Reads::Report && !is_off(desk, rule)) {
        found.append(&mut rule.findings(desk));
    }
    in_order(found)
}

fn look_at_new_lines(desk: &Desk, memory: &mut Memory) {
    let mut lines: Vec<Line> = desk.lines().to_vec();
    lines.retain(|line| !memory.lines.contains_key(line));
    if lines.is_empty() {
        return;
    }
    let manuscript = Manuscript {
        lines,
        facts: desk.manuscript.facts.clone(),
        printed: desk.manuscript.printed.clone(),
    };
    let new = Desk { manuscript: &manuscript, reckoned: Reckoned::default(), ..*desk };
    let mut found: Vec<Vec<Finding>> = vec![vec![]; manuscript.lines.len()];
    for rule in rules().filter(|rule| rule.reads == Reads::Line && !is_off(desk, rule)) {
        for (at, finding) in rule.findings(&new) {
            found[at].push(finding);
        }
    }
    memory.lines.extend(manuscript.lines.into_iter().zip(found));
}
