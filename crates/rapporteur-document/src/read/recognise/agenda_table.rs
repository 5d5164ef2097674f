//! An agenda that is a table: which column holds the items.
//!
//! Called by [`divide`](super::divide). Deliberately absent: agendas that are lists.

use super::doubt;
use crate::read::Doubt;
use crate::read::lines::{Line, Mark, MarkKind, Run, pieces};

/// Headings of the column with the titles.
const ITEM: &[&str] = &[
    "item",
    "agenda item",
    "agenda items",
    "agenda topic",
    "agenda topics",
    "topic",
    "topics",
    "subject",
    "title",
    "agenda",
    "agenda point",
    "point",
];

/// Headings of its other columns.
const OTHER: &[&str] = &[
    "no",
    "no.",
    "nr",
    "#",
    "time",
    "lead",
    "presenter",
    "speaker",
    "minutes",
    "duration",
    "who",
    "responsible",
    "documents",
    "document",
    "moderator",
    "min",
    "owner",
    "notes",
];

/// Whether a row of a table heads an agenda: `Agenda topics` beside `Moderator`.
pub fn heads_agenda(line: &Line) -> bool {
    let cells: Vec<String> =
        line.cells().iter().map(|cell| cell.trim_end_matches(':').to_lowercase()).collect();
    let is = |of: &[&str], cell: &String| of.contains(&cell.as_str());
    let says = |cell: &String| cell.starts_with("agenda") && is(ITEM, cell);
    line.table_row
        && cells.len() > 1
        && cells.iter().any(says)
        && cells.iter().all(|cell| cell.is_empty() || is(ITEM, cell) || is(OTHER, cell))
}

/// The columns of an agenda that is a table.
#[derive(Default)]
pub struct AgendaColumns {
    /// The headings of its columns, where it has them.
    headings: Vec<String>,
}

impl AgendaColumns {
    /// A row as an item: its number and its words. What stands in other columns is no title: it is
    /// doubted. None for the row of headings.
    pub fn item(&mut self, line: &Line, doubts: &mut Vec<Doubt>) -> Option<Line> {
        let mut tabled = Line { table_row: true, ..line.clone() };
        let cells = tabled.cells();
        let is_heading = |cell: &&String| {
            let lower = cell.to_lowercase();
            ITEM.contains(&lower.as_str()) || OTHER.contains(&lower.as_str())
        };
        if self.headings.is_empty() && cells.iter().filter(is_heading).count() > 1 {
            self.headings = cells.iter().map(|cell| cell.to_lowercase()).collect();
            return None;
        }
        tabled.restore_mark();
        let cells = tabled.cells();
        let first = cells.first().map(|cell| cell.trim_end_matches(['.', ')'])).unwrap_or_default();
        let number: Option<u32> = first.parse().ok().filter(|number| *number < 1000);
        let from = usize::from(number.is_some());
        // `Item` may head the numbers, and the titles stand under `Topic`.
        let titled = |at: &usize| {
            self.headings.get(*at).is_some_and(|heading| ITEM.contains(&heading.as_str()))
        };
        let own = (from..cells.len()).find(titled);
        let mut words = Vec::new();
        let mut others = Vec::new();
        for (at, cell) in cells.iter().enumerate().skip(from).filter(|(_, cell)| !cell.is_empty()) {
            match own {
                Some(own) if own != at => others.push(cell.as_str()),
                _ => words.push(cell.as_str()),
            }
        }
        if !others.is_empty() {
            let message = "The agenda’s table says more about this item; only its title was taken.";
            let quote = others.join(", ");
            doubts.push(doubt("agenda_column", message, line.place, &quote, None));
        }
        let mark = number.map(|number| Mark {
            depth: 0,
            kind: MarkKind::Number(number),
            printed: format!("{number}. "),
        });
        let runs = match own {
            Some(own) => pieces(tabled.runs.clone(), '\t').into_iter().nth(own).unwrap_or_default(),
            None => vec![Run::plain(words.join(", "))],
        };
        Some(Line { runs, mark, table_row: false, ..line.clone() })
            .filter(|line| !line.text().is_empty())
    }
}
