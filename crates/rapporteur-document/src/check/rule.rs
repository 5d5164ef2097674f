//! A rule: what it says, how sure it is, what it looks at, and the cases that prove it.

use super::finding::{Finding, Fix, Severity, Where, place, place_with_mark};
use super::manuscript::{Line, Manuscript};
use super::reckoned::Reckoned;
use super::register::Register;
use crate::model::{PersonName, TimeOfDay};
use crate::style::{Generated, Template};
use chrono::NaiveDate;
use regex::{Captures, Regex};
use std::ops::Range;

/// One rule of the house style.
pub struct Rule {
    /// Its code: a family and a number, such as `ORD-1`.
    pub code: &'static str,
    /// Why it is a rule, in a sentence.
    pub reason: &'static str,
    /// How sure a finding is that something is wrong, unless it says otherwise itself.
    pub severity: Severity,
    /// Marks what breaks it.
    pub look: fn(&Desk, &mut Marks),
    /// What a finding depends on.
    pub reads: Reads,
    /// Where its cases stand in a report.
    pub spot: Spot,
    /// Words that break it, the quote that is marked, and what the fix writes instead
    /// (empty: no fix).
    pub fires: &'static [(&'static str, &'static str, &'static str)],
    /// Words that keep it.
    pub silent: &'static [&'static str],
}

/// What the families of rules are about, by the letters their codes begin with.
const FAMILIES: &[(&str, &str)] = &[
    ("ORD", "Ordinal numbers"),
    ("DATE", "Dates and times"),
    ("NXT", "The next meeting"),
    ("FACT", "Facts against other reports"),
    ("HDR", "Title block and opening"),
    ("AGN", "Agenda and sections"),
    ("PPL", "People"),
    ("AFF", "Affiliations"),
    ("LNK", "Links"),
    ("OCR", "Misread text"),
    ("TRM", "Terms and abbreviations"),
    ("STY", "Style"),
    ("GRM", "Grammar"),
    ("SPL", "Spelling"),
    ("LAY", "Layout"),
    ("SER", "The series"),
    ("ACT", "Actions"),
];

impl Rule {
    /// What its family is about, such as `Dates and times`.
    pub fn family(&self) -> &'static str {
        let letters = self.code.split('-').next().unwrap_or("");
        FAMILIES.iter().find(|(known, _)| *known == letters).map_or("", |(_, about)| about)
    }

    /// Its family's place, and its number.
    pub(super) fn rank(&self) -> (usize, u32) {
        let (letters, number) = self.code.split_once('-').unwrap_or((self.code, ""));
        let family = FAMILIES.iter().position(|(known, _)| *known == letters);
        (family.unwrap_or(FAMILIES.len()), number.parse().unwrap_or(0))
    }

    /// What the rule finds, each with the line it is about.
    pub fn findings(&'static self, desk: &Desk) -> Vec<(usize, Finding)> {
        let mut marks = Marks::new(desk.manuscript, self);
        (self.look)(desk, &mut marks);
        marks.findings
    }
}

/// What decides whether a rule marks a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// The line alone, with the facts of the report, the template and the register.
    Line,
    /// Other lines, people or reports too.
    Report,
}

/// Where the words of a case stand in an otherwise clean report of 5 March 2026, the 111th of its
/// series, among reports and people the proofs invent (`tests/suite/check.rs`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// Everything above the agenda.
    Front,
    /// The lines above the Title; empty for none.
    TitleBlock,
    /// What stands between the Title and the agenda.
    Opening,
    /// The entries of the agenda, and after a blank line the headings of the sections where they
    /// differ; every heading gets a text.
    Agenda,
    /// Everything between the opening and the list of participants.
    Body,
    /// In the section of the first agenda item.
    Text,
    /// The same, in a report whose lines are as short as those of a printed page.
    Scan,
    /// In the section of any other business, in the place of the next meeting.
    Next,
    /// The list of participants with its heading.
    List,
    /// The entries of the list of participants.
    People,
}

/// Everything a rule may look at.
pub struct Desk<'d> {
    /// The report.
    pub manuscript: &'d Manuscript,
    /// The series' template.
    pub template: &'d Template,
    /// The words the template makes of the report's data.
    pub generated: &'d Generated,
    /// Terms and wordings.
    pub register: &'d Register,
    /// People known from the directory and from earlier reports.
    pub people: &'d [KnownPerson],
    /// The reports before and after this one.
    pub neighbours: &'d [Neighbour],
    /// What rules have found out of the report so far.
    pub reckoned: Reckoned,
}

/// Somebody the directory or an earlier report knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownPerson {
    /// The name as it is spelt there.
    pub name: PersonName,
    /// The role in the group.
    pub role: Option<String>,
    /// The standing.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
}

/// Another report of the series.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Neighbour {
    /// Its number.
    pub number: Option<u32>,
    /// Its day.
    pub date: Option<NaiveDate>,
    /// The next meeting it announces.
    pub next_date: Option<NaiveDate>,
    /// The time it announces for it.
    pub next_time: Option<TimeOfDay>,
    /// The titles of its agenda items.
    pub agenda: Vec<String>,
    /// Its participants.
    pub people: Vec<KnownPerson>,
}

impl Desk<'_> {
    /// The report's lines.
    pub fn lines(&self) -> &[Line] {
        &self.manuscript.lines
    }

    /// Calls `found` for every match in typed lines that `wanted` takes, addresses left out.
    pub fn each<'d>(
        &'d self,
        pattern: &Regex,
        wanted: impl Fn(&Line) -> bool,
        mut found: impl FnMut(usize, &'d Line, &Captures<'d>),
    ) {
        for (at, line) in self.manuscript.typed().filter(|(_, line)| wanted(line)) {
            for captures in pattern.captures_iter(&line.text) {
                let range = captures.get(0).map_or(0..0, |whole| whole.range());
                if !line.in_address(&range) {
                    found(at, line, &captures);
                }
            }
        }
    }
}

/// The findings of a run, gathered rule by rule.
pub struct Marks<'m> {
    manuscript: &'m Manuscript,
    rule: &'static Rule,
    /// What was found so far, each with the line it is about.
    pub findings: Vec<(usize, Finding)>,
}

impl<'m> Marks<'m> {
    /// Marks of one rule on one report.
    pub fn new(manuscript: &'m Manuscript, rule: &'static Rule) -> Self {
        Self { manuscript, rule, findings: Vec::new() }
    }

    /// Marks words of a line.
    pub fn words(
        &mut self,
        line: usize,
        range: Range<usize>,
        message: impl Into<String>,
        fix: Option<Fix>,
    ) {
        let torn = self
            .manuscript
            .lines
            .get(line)
            .and_then(|line| line.text.get(range.clone()))
            .is_some_and(|words| words.contains('\n'));
        let place = place(self.manuscript, line, range.clone());
        // The quote ends with its printed line and shows the markup between its words, and a fix
        // changes the quote alone.
        let shown = self
            .manuscript
            .lines
            .get(line)
            .is_some_and(|line| line.text[range] == place.quote.replace("**", ""));
        self.at(line, place, message, fix.filter(|_| !torn && shown));
    }

    /// Marks a line from its list mark to the end of these words.
    pub fn with_mark(
        &mut self,
        line: usize,
        end: usize,
        message: impl Into<String>,
        fix: Option<Fix>,
    ) {
        let place = place_with_mark(self.manuscript, line, end);
        self.at(line, place, message, fix);
    }

    /// Marks a line as a whole.
    pub fn line(&mut self, line: usize, message: impl Into<String>, fix: Option<Fix>) {
        let end = self.manuscript.lines.get(line).map_or(0, |line| line.text.len());
        self.with_mark(line, end, message, fix);
    }

    /// Marks a place that is no words of a line, such as a blank line.
    pub fn place(
        &mut self,
        line: usize,
        place: Where,
        message: impl Into<String>,
        fix: Option<Fix>,
    ) {
        let finding = Finding {
            rule: self.rule.code.to_owned(),
            severity: self.rule.severity,
            message: message.into(),
            place,
            fix,
        };
        self.findings.push((line, finding));
    }

    /// Marks a field of a draft that no words are printed from, or that the template prints.
    pub fn field(&mut self, field: &str, message: impl Into<String>) {
        let place = Where { field: Some(field.to_owned()), ..Where::default() };
        self.place(0, place, message, None);
    }

    /// The last finding is this sure.
    pub fn severity(&mut self, severity: Severity) {
        if let Some((_, last)) = self.findings.last_mut() {
            last.severity = severity;
        }
    }

    fn at(&mut self, line: usize, place: Where, message: impl Into<String>, fix: Option<Fix>) {
        if self.manuscript.lines.get(line).is_some_and(|line| line.generated) {
            return;
        }
        // A fix that would change what the quote does not show is none.
        let fix = fix.filter(|fix| fix.replacement != place.quote);
        self.place(line, place, message, fix);
    }
}
