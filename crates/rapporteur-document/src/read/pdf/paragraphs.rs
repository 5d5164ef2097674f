//! Rows to paragraphs, list entries, headings and table rows, also over the ends of pages.
//!
//! Called by [`super::read`] with the rows of the whole file. A row goes on in the next one where
//! the next one's first word had no more room on it; everything else (distance, indentation, size,
//! weight, list marks) can only say that it does not.

mod joining;
mod measures;

use super::notes::{Note, left_over, notes_of};
use super::order::TextRow;
use crate::read::flow::{self, push_run};
use crate::read::lines::{Line, Style};
use crate::read::recognise::{KnownHeading, doubt, known_heading};
use crate::read::text::{bullet_doubt, split_mark};
use crate::read::{Doubt, lines::Source};
use joining::{Join, Open, set_off_bullet};
use measures::Measures;

/// The rows as lines.
pub fn paragraphs(rows: &[TextRow], notes: Vec<Note>) -> Source {
    let measures = Measures::of(rows);
    let (mut lines, mut gaps, mut doubts) = (Vec::new(), Vec::new(), Vec::new());
    let mut open: Option<Open<'_>> = None;
    let mut of_people = false;
    for (at, row) in rows.iter().enumerate() {
        if let Some(heading) = known_heading(&row.text()) {
            of_people = heading == KnownHeading::Participants;
        }
        if let Some(paragraph) = &mut open {
            let mut join = paragraph.join(row, &measures);
            if join == Join::Goes && of_people && paragraph.precedes_entry(row) {
                let message =
                    "This line was taken for a person; it may be the rest of the entry above it.";
                doubts.push(doubt("participant_unclear", message, row.page, &row.text(), None));
                join = Join::No;
            }
            if join == Join::Cut {
                doubts.push(cut(row));
            }
            if join != Join::No {
                paragraph.add(row, &measures, &mut doubts);
                continue;
            }
        }
        lines.extend(open.take().map(|paragraph| finish(paragraph, &measures, &mut doubts)));
        let before = at.checked_sub(1).and_then(|at| rows.get(at));
        gaps.push(measures.is_gap(before, row));
        open = Some(Open::begin(row));
    }
    lines.extend(open.map(|paragraph| finish(paragraph, &measures, &mut doubts)));
    let mut in_list = false;
    for (line, gap) in lines.iter_mut().zip(&gaps) {
        // Entries of a list stand together; anything else stands apart, as in every format.
        line.gap_before = *gap || !(in_list && line.mark.is_some());
        in_list = line.mark.is_some();
    }
    let (lines, gaps) = with_notes(lines, gaps, notes);
    let mut source = flow::source(lines, &gaps, "pdf");
    source.doubts.extend(doubts);
    source
}

/// The lines, each footnote after the paragraph, list or table that refers to it.
fn with_notes(lines: Vec<Line>, gaps: Vec<bool>, mut notes: Vec<Note>) -> (Vec<Line>, Vec<bool>) {
    let (mut whole, mut own_gaps, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
    for (mut line, gap) in lines.into_iter().zip(gaps) {
        let is_entry = line.mark.is_some() || line.table_row && line.text().contains('\t');
        if !is_entry {
            whole.append(&mut waiting);
            own_gaps.resize(whole.len(), false);
        }
        waiting.extend(notes_of(&mut line, &mut notes));
        whole.push(line);
        own_gaps.push(gap);
        if !is_entry {
            whole.append(&mut waiting);
            own_gaps.resize(whole.len(), false);
        }
    }
    whole.extend(waiting.into_iter().chain(left_over(notes)));
    own_gaps.resize(whole.len(), false);
    (whole, own_gaps)
}

fn cut(row: &TextRow) -> Doubt {
    let message = "A page break cut a sentence here; its two parts were joined.";
    doubt("paragraph_divided", message, row.page, &row.text(), None)
}

fn finish(paragraph: Open<'_>, measures: &Measures, doubts: &mut Vec<Doubt>) -> Line {
    let first = paragraph.first;
    let mut runs = Vec::new();
    paragraph.runs.iter().for_each(|run| push_run(&mut runs, &run.text.replace('\u{ad}', ""), run));
    let mut line = Line {
        style: style(&paragraph, measures),
        runs,
        table_row: first.is_table,
        place: first.page,
        ..Line::default()
    };
    line.take_mark(false);
    if line.mark.is_none()
        && let Some((mark, length)) = set_off_bullet(first)
    {
        doubts.push(bullet_doubt(&line.text(), length, line.place));
        line.runs = line.split_off(length);
        line.mark = Some(mark);
    }
    if let Some(mark) = &mut line.mark {
        mark.depth += measures.depth(first);
    }
    line
}

fn style(paragraph: &Open<'_>, measures: &Measures) -> Style {
    let length: usize = paragraph.runs.iter().map(|run| run.text.chars().count()).sum();
    if paragraph.first.is_table || length > 200 {
        return Style::Body;
    }
    measures.style(paragraph.first)
}

/// Whether a row begins with a list mark.
fn begins_with_mark(row: &TextRow) -> bool {
    split_mark(&row.text(), false).is_some()
}
