//! Where in a sheet or text the table of people is: its headings, its rows, its end.

use super::columns::{self, Field};
use super::{Grid, List, ListKind, ListRow, ListWarning, device, headings};
use crate::Error;
use crate::read::unreadable;

/// How many rows are looked through for the headings.
const FIRST_ROWS: usize = 100;

/// The list in one of some sheets: the one whose headings say most about people.
///
/// # Errors
/// [`Error::Read`] where all are empty.
pub fn list(grids: Vec<Grid>, by_hand: bool) -> Result<List, Error> {
    let several = grids.iter().filter(|grid| !grid.rows.is_empty()).count();
    let best = grids
        .into_iter()
        .filter(|grid| !grid.rows.is_empty())
        .map(|grid| (heading_row(&grid.rows), grid))
        .min_by_key(|(heading, grid)| {
            let score = heading.as_ref().map_or(0, |found| found.score);
            (std::cmp::Reverse(score), std::cmp::Reverse(grid.rows.len()))
        });
    let Some((heading, grid)) = best else {
        return Err(unreadable("holds no list: every row is empty. Choose another file."));
    };
    let mut list = of_grid(heading, grid, by_hand, several);
    if list.rows.is_empty() {
        list.warnings.push(ListWarning {
            row: None,
            message: "There are headings here, and no row below them.".to_owned(),
        });
    }
    Ok(list)
}

/// A row of headings.
struct Heading {
    at: usize,
    score: usize,
}

fn of_grid(heading: Option<Heading>, grid: Grid, by_hand: bool, sheets: usize) -> List {
    let Grid { name, mut rows, mut warnings } = grid;
    if sheets > 1 {
        warnings.insert(
            0,
            ListWarning {
                row: None,
                message: format!("The file has {sheets} sheets; “{name}” is the one with people and was read. Save another one in a file of its own to read it."),
            },
        );
    }
    let heading = heading.or_else(|| unknown_heading(&rows));
    let Some(Heading { at, .. }) = heading else {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        pad(&mut rows, width);
        let kind = if width == 1 && by_hand { ListKind::Lines } else { ListKind::Table };
        let mut columns = columns::guess(kind, None, &rows, width);
        if kind == ListKind::Lines {
            columns[0].field = Some(Field::Entry);
            columns[0].reason = "every line is one person".to_owned();
        }
        return List { kind, columns, rows, warnings };
    };
    let said = rows[at].cells.clone();
    let kind = kind(&said, &rows[..at]);
    let mut body = Vec::new();
    for mut row in rows.into_iter().skip(at + 1) {
        if is_next_section(&row, said.len()) {
            break;
        }
        if row.cells.len() > said.len() {
            warnings.push(ListWarning {
                row: Some(row.number),
                message: format!(
                    "This row has {} cells and there are {} headings; left out: “{}”.",
                    row.cells.len(),
                    said.len(),
                    row.cells[said.len()..].join("”, “")
                ),
            });
        }
        row.cells.resize(said.len(), String::new());
        body.push(row);
    }
    let said = without_empty_columns(said, &mut body);
    let columns = columns::guess(kind, Some(&said), &body, said.len());
    List { kind, columns, rows: body, warnings }
}

/// Leaves columns out that have neither a heading nor a cell with anything in it.
fn without_empty_columns(said: Vec<String>, rows: &mut [ListRow]) -> Vec<String> {
    let used: Vec<bool> = (0..said.len())
        .map(|at| !said[at].is_empty() || rows.iter().any(|row| !row.cells[at].is_empty()))
        .collect();
    let keep = |cells: Vec<String>| -> Vec<String> {
        cells.into_iter().zip(&used).filter(|(_, used)| **used).map(|(cell, _)| cell).collect()
    };
    for row in rows {
        row.cells = keep(std::mem::take(&mut row.cells));
    }
    keep(said)
}

fn pad(rows: &mut [ListRow], width: usize) {
    for row in rows {
        row.cells.resize(width, String::new());
    }
}

/// The row that has the most headings; of several alike, the first. One with a name is needed:
/// platforms print tables about the meeting above the one about its people.
fn heading_row(rows: &[ListRow]) -> Option<Heading> {
    let mut best: Option<Heading> = None;
    for (at, row) in rows.iter().take(FIRST_ROWS).enumerate() {
        let score = score(row);
        if score > best.as_ref().map_or(0, |best| best.score) {
            best = Some(Heading { at, score });
        }
    }
    best
}

/// The first row, where its words are none that are known and yet no person's: below one of its
/// cells stand addresses or telephone numbers alone.
fn unknown_heading(rows: &[ListRow]) -> Option<Heading> {
    let [first, rest @ ..] = rows else { return None };
    let contact = |cell: &String| columns::is_email(cell) || device::is_phone(cell);
    let alone = |at: usize| {
        let mut below = rest.iter().filter_map(|row| row.cells.get(at)).peekable();
        below.peek().is_some() && below.all(|cell| cell.is_empty() || contact(cell))
    };
    let worded = first.cells.len() > 1 && first.cells.iter().all(|cell| !contact(cell));
    let over = (0..first.cells.len()).any(|at| !first.cells[at].is_empty() && alone(at));
    (worded && over).then_some(Heading { at: 0, score: 0 })
}

/// How many different things the cells of a row name; none where it is no row of headings.
fn score(row: &ListRow) -> usize {
    let fields = headings::fields(&row.cells);
    let found = fields.iter().flatten().count();
    let named = [Field::Name, Field::Given, Field::Family, Field::Entry, Field::Email];
    let names = fields.iter().flatten().any(|field| named.contains(field));
    let alone = row.cells.len() == 1;
    if names && (found >= 2 || alone || found * 2 >= row.cells.len()) { found } else { 0 }
}

/// Whether a row is the title of another section (`3. In-Meeting Activities`) or headings again.
fn is_next_section(row: &ListRow, width: usize) -> bool {
    let first = &row.cells[0];
    let titled = row.cells.len() == 1
        && width > 2
        && first.starts_with(|c: char| c.is_ascii_digit())
        && first.contains(". ");
    titled || width > 1 && score(row) >= 3
}

/// Which platform prints such headings.
fn kind(said: &[String], above: &[ListRow]) -> ListKind {
    let bare: Vec<String> = said.iter().map(|heading| headings::bare(heading)).collect();
    let has = |heading: &str| bare.iter().any(|one| one == heading);
    let fields = headings::fields(said);
    let says = |field: Field| fields.contains(&Some(field));
    let timed = says(Field::Joined) && says(Field::Left);
    let section = above
        .iter()
        .flat_map(|row| row.cells.first())
        .any(|cell| cell.starts_with("2. ") || headings::bare(cell) == "meeting summary");
    if said.iter().any(|heading| headings::is_zoom_name(heading)) {
        ListKind::Zoom
    } else if bare.iter().any(|one| one.contains("upn")) || has("user action") || section && timed {
        ListKind::Teams
    } else if has("attendance duration") || has("attendee email") && timed {
        ListKind::Webex
    } else if timed && says(Field::Given) && says(Field::Family)
        || ["time exited", "time in call", "first seen", "last seen"].into_iter().any(has)
    {
        // Its own report, or one of the add-ons that keep a list for it.
        ListKind::GoogleMeet
    } else if timed && says(Field::Minutes) && says(Field::Name) {
        // Zoom again, from an account that prints `Name` alone.
        ListKind::Zoom
    } else {
        ListKind::Table
    }
}
