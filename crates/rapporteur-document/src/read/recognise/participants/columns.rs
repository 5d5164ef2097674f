//! A list of people that is a table: which column holds what.
//!
//! Called by [`participants`](super::participants()). Deliberately absent: lists without columns.

use crate::model::fold;
use crate::read::Doubt;
use crate::read::lines::Line;
use crate::read::list::{self, Field};
use crate::read::recognise::participant_line::says_standing;
use crate::read::recognise::{doubt, participant_line};

/// Which column of a table holds what.
#[derive(Default)]
pub struct Columns {
    /// The one of whole names.
    whole: Option<usize>,
    given: Option<usize>,
    family: Option<usize>,
    /// Those that belong to no list of participants: addresses, times, signatures.
    left_out: Vec<usize>,
    /// The one that says who was there.
    attendance: Option<usize>,
}

impl Columns {
    /// Whether a row holds the headings of the columns; they are kept in mind, and those that are
    /// left out are doubted.
    pub fn read_headings(&mut self, line: &Line, doubts: &mut Vec<Doubt>) -> bool {
        let cells: Vec<String> = line.cells().iter().map(|cell| cell.to_lowercase()).collect();
        let find = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.as_str()));
        let given = find(&["first name", "first names", "given name", "given names", "forename"]);
        let family = find(&["last name", "family name", "surname", "family names"]);
        let whole =
            find(&["name", "names", "full name", "participant", "participants", "attendee"]);
        let is_heading = whole.is_some() || given.is_some() && family.is_some();
        if is_heading {
            self.whole = whole.filter(|_| given.is_none() || family.is_none());
            (self.given, self.family) =
                (given.filter(|_| family.is_some()), family.filter(|_| given.is_some()));
            let field = |cell: &str| list::field(cell.trim_end_matches(['?', ':']));
            let is_left_out = |at: &usize| is_left_out(&cells[*at], field(&cells[*at]));
            self.left_out = (0..cells.len()).filter(is_left_out).collect();
            let attends = |at: &usize| field(&cells[*at]) == Some(Field::Attendance);
            self.attendance = self.left_out.iter().copied().find(attends);
            self.doubt_left_out(line, doubts);
        }
        is_heading
    }

    fn doubt_left_out(&self, line: &Line, doubts: &mut Vec<Doubt>) {
        let cells = line.cells();
        let names: Vec<&str> = self.left_out.iter().map(|at| cells[*at].as_str()).collect();
        if !names.is_empty() {
            let message = "These columns of the list are no part of an affiliation and were left out; they are in the original.";
            let quote = names.join(", ");
            doubts.push(doubt("participants_columns", message, line.place, &quote, None));
        }
    }

    /// The list may name people who were not there.
    pub fn doubt_absence(&self, line: &Line, doubts: &mut Vec<Doubt>) {
        const ABSENT: &[&str] =
            &["no", "n", "absent", "apologies", "apology", "regrets", "excused", "declined"];
        let cells = line.cells();
        let Some(said) = self.attendance.and_then(|at| cells.get(at)) else { return };
        if ABSENT.contains(&fold(said).as_str()) {
            let message = "The list says that this person was not there; move the entry to the apologies or take it out.";
            let name = participant_line(&self.entry(line)).name.full();
            doubts.push(doubt("participant_absent", message, line.place, &name, None));
        }
    }

    /// A row as an entry: the name, a tab, what follows it.
    pub fn entry(&self, line: &Line) -> String {
        let mut cells = line.cells();
        for at in &self.left_out {
            if let Some(cell) = cells.get_mut(*at) {
                cell.clear();
            }
        }
        let mut name = String::new();
        if let (Some(given), Some(family)) = (self.given, self.family) {
            let cell = |at: usize| cells.get(at).cloned().unwrap_or_default();
            name = format!("{} {}", cell(given), cell(family));
            for at in [given, family] {
                if let Some(cell) = cells.get_mut(at) {
                    cell.clear();
                }
            }
        }
        if let Some(cell) = self.whole.and_then(|at| cells.get_mut(at)) {
            name = std::mem::take(cell);
        }
        let is_number =
            |cell: &String| cell.trim_end_matches('.').bytes().all(|byte| byte.is_ascii_digit());
        let first = cells.iter().position(|cell| !is_number(cell)).unwrap_or(cells.len());
        let mut rest = cells.split_off(first).into_iter().filter(|cell| !cell.is_empty());
        if name.trim().is_empty() {
            name = rest.next().unwrap_or_default();
        }
        // `Ana Prado (Chair)` in the column of names.
        let mut beside = String::new();
        if let Some((before, inside)) =
            name.strip_suffix(')').and_then(|name| name.split_once(" ("))
        {
            beside = if says_standing(inside) { inside.to_owned() } else { format!("({inside})") };
            name = before.to_owned();
        }
        let rest: Vec<String> =
            std::iter::once(beside).filter(|beside| !beside.is_empty()).chain(rest).collect();
        if rest.is_empty() { name } else { format!("{}\t{}", name.trim(), rest.join(", ")) }
    }
}

/// Whether a column says nothing about name and affiliation.
fn is_left_out(heading: &str, field: Option<Field>) -> bool {
    let of_contact = matches!(
        field,
        Some(
            Field::Email
                | Field::Phone
                | Field::Attendance
                | Field::Joined
                | Field::Left
                | Field::Minutes
        )
    );
    of_contact || ["signature", "signed", "initials"].contains(&heading)
}
