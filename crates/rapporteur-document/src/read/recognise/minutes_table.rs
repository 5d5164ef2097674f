//! Minutes that are a table: an item beside what was said on it, perhaps beside who acts.
//!
//! Called by [`recognise`](super::recognise()) before the lines are divided: each row becomes a
//! heading and its text, as if it had been written below one another. Deliberately absent: tables of
//! an agenda and of people, whose cells hold no sentences.

use super::headings::{Known, known};
use super::participants::names_person;
use crate::model::fold;
use crate::read::lines::{Line, Mark, MarkKind, Run, Style, pieces};

/// Words of the heading over the items.
const ITEM: &[&str] =
    &["item", "items", "agenda", "topic", "topics", "subject", "title", "heading", "business"];

/// Words of the heading over what was said.
const TEXT: &[&str] = &[
    "comments",
    "details",
    "discussion",
    "discussions",
    "minutes",
    "notes",
    "outcome",
    "outcomes",
    "points",
    "proceedings",
    "summary",
];

/// Words of the heading over the numbers.
const NUMBER: &[&str] = &["no", "nr", "number", "#", "item no", "item number", "ref"];

/// Up to which line a table is the whole report.
const FRONT: usize = 12;

/// The lines, every table of minutes as headings with their text.
pub fn as_sections(lines: Vec<Line>) -> Vec<Line> {
    if !lines.iter().any(|line| line.table_row) {
        return lines;
    }
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    while let Some(line) = rest.next() {
        if !line.table_row {
            out.push(line);
            continue;
        }
        let mut rows = vec![line];
        while let Some(row) = rest.next_if(|row| row.table_row) {
            rows.push(row);
        }
        let listed = out.last().and_then(|above| known(&above.text()));
        let is_list = matches!(
            listed,
            Some(Known::Participants | Known::Apologies | Known::Agenda | Known::NextSteps)
        );
        let columns = Columns::of(&rows);
        match columns {
            Some(columns) => out.extend(columns.sections(&rows)),
            None if !is_list && out.len() < FRONT && labels_sentences(&rows) => {
                out.extend(rows.into_iter().flat_map(labelled));
            }
            None => out.extend(rows),
        }
    }
    out
}

/// Which column of a table holds what, from the row of its headings.
struct Columns {
    headings: Vec<String>,
    number: Option<usize>,
    item: usize,
    text: Option<usize>,
}

impl Columns {
    fn of(rows: &[Line]) -> Option<Self> {
        let (first, rows) = rows.split_first()?;
        let headings = first.cells();
        let folded: Vec<String> =
            headings.iter().map(|cell| fold(cell.trim_end_matches([':', '.']))).collect();
        let number = folded.iter().position(|cell| NUMBER.contains(&cell.as_str()));
        let says = |cell: &String, words: &[&str]| {
            let mut own = cell.split(|c: char| !c.is_alphanumeric());
            cell.split_whitespace().count() < 4 && own.any(|word| words.contains(&word))
        };
        let find = |words: &[&str], not: Option<usize>| {
            folded
                .iter()
                .position(|cell| says(cell, words))
                .filter(|at| Some(*at) != not && Some(*at) != number)
        };
        let item = find(ITEM, None)?;
        let text = find(TEXT, Some(item));
        let columns = Columns { headings, number, item, text };
        let spoken = |row: &Line| match columns.text {
            Some(text) => row.cells().get(text).is_some_and(|cell| is_sentence(cell)),
            None => titled(&cells_of(row), columns.item).is_some(),
        };
        // `None.` is said too.
        let ends = |row: &Line| {
            let cell = columns.text.and_then(|text| row.cells().into_iter().nth(text));
            cell.is_some_and(|cell| cell.ends_with(['.', '!', '?']))
        };
        let sentences = rows.iter().filter(|row| spoken(row) || ends(row)).count();
        (rows.iter().any(spoken) && sentences * 2 >= rows.len()).then_some(columns)
    }

    fn sections(&self, rows: &[Line]) -> Vec<Line> {
        let mut lines = Vec::new();
        let over = self.text.and_then(|text| self.headings.get(text));
        if let Some(over) = over.filter(|over| known(over) == Some(Known::Discussion))
            && let Some(row) = rows.first()
        {
            lines.push(beside(row, vec![Run::plain(over.clone())]));
        }
        for row in rows.iter().skip(1) {
            let mut cells = cells_of(row);
            let mut item = cells.get_mut(self.item).map(std::mem::take).unwrap_or_default();
            if self.text.is_none() {
                let mut own = vec![Vec::new(); self.item];
                own.push(item.clone());
                if let Some((title, text)) = titled(&own, self.item) {
                    item = title;
                    lines.extend(self.heading(row, item, &mut cells));
                    lines.push(beside(row, text));
                } else {
                    lines.extend(self.heading(row, item, &mut cells));
                }
            } else {
                lines.extend(self.heading(row, item, &mut cells));
            }
            let text = self.text.and_then(|text| cells.get_mut(text)).map(std::mem::take);
            lines.extend(text.filter(|text| has_words(text)).map(|text| beside(row, text)));
            for (at, cell) in cells.into_iter().enumerate().filter(|(_, cell)| has_words(cell)) {
                let heading =
                    self.headings.get(at).map_or("", |heading| heading.trim_end_matches(':'));
                let label = if heading.is_empty() { String::new() } else { format!("{heading}: ") };
                let runs = std::iter::once(Run::plain(label)).chain(cell).collect();
                lines.push(beside(row, runs));
            }
        }
        lines
    }

    /// The heading of a row, with the number of its column.
    fn heading(&self, row: &Line, item: Vec<Run>, cells: &mut [Vec<Run>]) -> Option<Line> {
        let number = self.number.and_then(|at| cells.get_mut(at)).map(std::mem::take);
        let number: String = number.unwrap_or_default().into_iter().map(|run| run.text).collect();
        let number = number.trim().trim_end_matches(['.', ')']);
        if !has_words(&item) {
            // Nothing is lost of a row that goes on.
            return (!number.is_empty()).then(|| beside(row, vec![Run::plain(number)]));
        }
        let mut line = heading(row, item);
        match number.parse() {
            Ok(value) if line.mark.is_none() => {
                let printed = format!("{number}. ");
                line.mark = Some(Mark { depth: 0, kind: MarkKind::Number(value), printed });
            }
            _ if !number.is_empty() => line.runs.insert(0, Run::plain(format!("{number} "))),
            _ => {}
        }
        Some(line)
    }
}

/// Whether the rows of a table without headings are labels beside sentences.
fn labels_sentences(rows: &[Line]) -> bool {
    let spoken: Vec<&Line> = rows.iter().filter(|row| is_labelled(row)).collect();
    let named =
        spoken.iter().filter(|row| row.cells().first().is_some_and(|cell| names_person(cell)));
    rows.iter().all(|row| row.cells().len() < 3)
        && spoken.len() > 1
        && named.count() * 2 < spoken.len()
}

/// Whether a row is a title beside a sentence.
fn is_labelled(row: &Line) -> bool {
    let cells = row.cells();
    let [label, text] = &cells[..] else { return false };
    let words = label.split_whitespace().count();
    (1..=12).contains(&words)
        && label.contains(char::is_alphabetic)
        && !label.ends_with('.')
        && is_sentence(text)
        && !matches!(known(label), Some(Known::Participants | Known::Apologies | Known::Agenda))
}

/// A row as a heading and its text, where it is a title beside a sentence or says when the next
/// meeting is.
fn labelled(row: Line) -> Vec<Line> {
    let next = row
        .cells()
        .first()
        .is_some_and(|cell| matches!(known(cell), Some(Known::NextMeeting | Known::NextSteps)));
    if !next && !is_labelled(&row) {
        return vec![row];
    }
    let mut cells = cells_of(&row).into_iter();
    let label = cells.next().unwrap_or_default();
    std::iter::once(heading(&row, label)).chain(cells.map(|cell| beside(&row, cell))).collect()
}

fn cells_of(row: &Line) -> Vec<Vec<Run>> {
    pieces(row.runs.clone(), '\t')
}

fn has_words(cell: &[Run]) -> bool {
    cell.iter().any(|run| !run.text.trim().is_empty())
}

fn heading(row: &Line, runs: Vec<Run>) -> Line {
    let mut line = Line { style: Style::Heading(2), ..beside(row, runs) };
    line.take_mark(false);
    line
}

fn beside(row: &Line, runs: Vec<Run>) -> Line {
    Line { runs, table_row: false, mark: None, gap_before: true, ..row.clone() }
}

/// The bold words a cell begins with and the text after them, where it has a title so.
fn titled(cells: &[Vec<Run>], at: usize) -> Option<(Vec<Run>, Vec<Run>)> {
    let cell = cells.get(at)?;
    let bold = cell.iter().take_while(|run| run.bold || run.text.trim().is_empty()).count();
    let (title, text) = cell.split_at(bold);
    let words: String = text.iter().map(|run| run.text.as_str()).collect();
    (has_words(title) && is_sentence(&words)).then(|| (title.to_vec(), text.to_vec()))
}

/// Whether words are a sentence and no entry of a table.
fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    text.split_whitespace().nth(3).is_some() && text.ends_with(['.', '!', '?', '”'])
        || text.split_whitespace().nth(14).is_some()
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    /// The number, title and text of a section.
    type Told<'t> = (Option<u32>, &'t str, &'t str);

    /// A table, and the sections it is read as.
    const CASES: &[(&str, &[Told<'_>])] = &[
        (
            "<table><tr><th>Item<th>Discussion<th>Action<tr><td>1. Boats<td>They were late again.<td>Ana<tr><td>2. Nets<td>The nets are torn.<td></table>",
            &[
                (Some(1), "Boats", "They were late again.\n\nAction: Ana"),
                (Some(2), "Nets", "The nets are torn."),
            ],
        ),
        (
            "<table><tr><th>No.<th>Topic<th>Notes<tr><td>1<td>Boats<td>They were late again.<tr><td><td><td>Nobody said why.<tr><td>2<td>Nets<td>None.</table>",
            &[
                (Some(1), "Boats", "They were late again.\n\nNobody said why."),
                (Some(2), "Nets", "None."),
            ],
        ),
        (
            "<table><tr><th>Item<th>Comments<th>Owner<tr><td>Boats<td>They were late again.<td>Bo<tr><td>Nets<td>The nets are torn.<td>Ana</table>",
            &[
                (None, "Boats", "They were late again.\n\nOwner: Bo"),
                (None, "Nets", "The nets are torn.\n\nOwner: Ana"),
            ],
        ),
        (
            "<table><tr><th>No.<th>Item<th>By<tr><td>1<td><b>Boats</b><br>They were late again.<td>Bo<tr><td>2<td><b>Nets</b><br>The nets are torn.<td></table>",
            &[
                (Some(1), "Boats", "They were late again.\n\nBy: Bo"),
                (Some(2), "Nets", "The nets are torn."),
            ],
        ),
        (
            "<table><tr><td>Place<td>Town Hall<tr><td>1. Boats<td>They were late again.<tr><td>2. Nets<td>The nets are torn.<tr><td>Next meeting<td>9 June 2021</table>",
            &[
                (Some(1), "Boats", "They were late again."),
                (Some(2), "Nets", "The nets are torn."),
                (None, "Next meeting", "9 June 2021"),
            ],
        ),
    ];

    #[test]
    fn rows_are_sections() {
        for (table, expected) in CASES {
            let page = format!(
                "<h1>Minutes of the Bay Group, 5 May 2021</h1><p>Present: Ana Prado, Tom Hart, Bo Lund{table}"
            );
            let report = read(page.as_bytes(), "a.html").unwrap().report;
            let told: Vec<Told<'_>> = report
                .sections
                .iter()
                .map(|section| (section.number, section.title.as_str(), section.text.as_str()))
                .collect();
            assert_eq!(told, *expected, "{table}");
            assert_eq!(report.participants.len(), 3, "{table}");
        }
    }

    #[test]
    fn tables_of_other_things_stay() {
        for table in [
            "<h2>Agenda</h2><table><tr><th>Item<th>Time<tr><td>Boats<td>5 min<tr><td>Nets<td>10 min</table>",
            "<h2>Action items</h2><table><tr><th>Item<th>Owner<tr><td>Ask the port about the boats.<td>Ana<tr><td>Mend the nets.<td>Bo</table>",
        ] {
            let page = format!("<h1>Minutes of the Bay Group, 5 May 2021</h1>{table}");
            let report = read(page.as_bytes(), "a.html").unwrap().report;
            assert!(report.sections.iter().all(|section| section.title != "Boats"), "{table}");
        }
    }
}
