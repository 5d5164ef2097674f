//! Tables without rules, whose cells stand under each other: what programs that keep the places of
//! words write for a table of a PDF.
//!
//! Called by [`tables`](super::tables). Only where a cell goes on below are the lines put together;
//! rows of one line each need nothing but their columns. Deliberately absent: two columns, which
//! running text is set in too.

use super::tables::{MOST_ROWS, Table, join};

/// The fewest columns.
const FEWEST: usize = 3;

/// The spaces at least between two cells.
const SPACES: usize = 2;

/// A cell goes on below in one of so many rows at the top, or in none.
const FIRST_ROWS: usize = 12;

/// The cells of a line and where each begins, in characters.
fn cells(line: &str) -> Vec<(usize, String)> {
    let mut cells: Vec<(usize, String)> = Vec::new();
    let mut spaces = SPACES;
    for (at, c) in line.trim_end().chars().enumerate() {
        match cells.last_mut() {
            _ if c == ' ' => spaces += 1,
            Some((_, cell)) if spaces < SPACES => {
                cell.extend(std::iter::repeat_n(' ', spaces).chain([c]));
                spaces = 0;
            }
            _ => {
                cells.push((at, c.to_string()));
                spaces = 0;
            }
        }
    }
    cells
}

/// The table whose headings stand at a line: every cell below begins where a heading does, and one
/// of them goes on under itself while the first column is empty.
pub fn aligned(lines: &[&str], head: usize) -> Option<Table> {
    let headings = cells(lines[head]);
    if headings.len() < FEWEST || lines[head].contains(['\t', '|']) {
        return None;
    }
    let columns: Vec<usize> = headings.iter().map(|(start, _)| *start).collect();
    let placed = |line: &str| -> Option<Vec<String>> {
        let mut row = vec![String::new(); columns.len()];
        for (start, cell) in cells(line) {
            let column = columns.iter().position(|column| column.abs_diff(start) <= 1)?;
            row[column] = cell;
        }
        Some(row)
    };
    let mut rows = vec![(head, headings.into_iter().map(|(_, cell)| cell).collect::<Vec<_>>())];
    let (mut until, mut wrapped, mut gap) = (head + 1, false, false);
    for (place, line) in lines.iter().enumerate().skip(head + 1).take(MOST_ROWS) {
        if line.trim().is_empty() {
            gap = true;
            continue;
        }
        let Some(row) = placed(line).filter(|_| wrapped || rows.len() <= FIRST_ROWS) else { break };
        let goes_on = !gap && row[0].is_empty() && rows.len() > 1;
        match rows.last_mut().filter(|_| goes_on) {
            Some((_, last)) => {
                join(last, &row);
                wrapped = true;
            }
            None if row[0].is_empty() || row.iter().filter(|cell| !cell.is_empty()).count() < 2 => {
                break;
            }
            None => rows.push((place, row)),
        }
        (until, gap) = (place + 1, false);
    }
    (wrapped && rows.len() > 2).then_some(Table { from: head, until, rows })
}

#[cfg(test)]
mod tests {
    use super::super::tables::tabled;

    fn check(text: &str, expected: &[&str]) {
        let tabled = tabled(text);
        let told: Vec<&str> = tabled.text.split('\n').filter(|line| !line.is_empty()).collect();
        assert_eq!(told, expected, "{text}");
        assert_eq!(tabled.text.split('\n').count(), text.split('\n').count(), "{text}");
    }

    #[test]
    fn cells_that_go_on_below_are_put_together() {
        check(
            "Actions\nNo.   Action             Who       Due\n\n1     Paint the pier     Ana Berg  2 May\n      and the boat\n\n2     Buy a rope         Tom Hill  3 May\n\nSigned: Ana",
            &[
                "Actions",
                "No.\tAction\tWho\tDue",
                "1\tPaint the pier and the boat\tAna Berg\t2 May",
                "2\tBuy a rope\tTom Hill\t3 May",
                "Signed: Ana",
            ],
        );
        check(
            "   Name       Organisation     Country\n   Ana Berg   Bay Council of   Norway\n              Ports\n   Tom Hill   Trust            Fiji\nThey met in the town hall.",
            &[
                "Name\tOrganisation\tCountry",
                "Ana Berg\tBay Council of Ports\tNorway",
                "Tom Hill\tTrust\tFiji",
                "They met in the town hall.",
            ],
        );
    }

    #[test]
    fn other_lines_stay_as_they_are() {
        for text in [
            "No.   Action       Who\n1     Paint        Ana\n2     Buy          Tom",
            "The tide was   read in the\nmorning and    evening.",
            "Port   of   Wenning\n\n       12 May\n\nText",
            "A   B   C\nThe tide was read in the morning\n    and in the evening.",
        ] {
            check(text, &text.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>());
        }
    }
}
