//! Paragraphs of a word processor's file as lines: runs joined, characters cleaned, tables laid
//! out, typed list marks taken.
//!
//! Called by the readers of formats that have paragraphs (DOCX, ODT, HTML), and by the PDF reader
//! once it has found them. Deliberately absent:
//! what a line means in a report.

use super::Doubt;
use super::lines::{Line, Mark, MarkKind, Run, Source, Style};
use super::recognise::doubt;
use super::text::{bullet_doubt, clean, cut, split_mark};
use std::ops::Range;

/// A paragraph of more bytes than this has no cut sentence at its end that is worth joining.
const LONGEST: usize = 8_000;

/// A cell of a table as lines.
pub type Cell = Vec<Line>;

/// Lines being gathered.
#[derive(Debug, Default)]
pub struct Flow {
    lines: Vec<Line>,
    /// Which lines have an empty paragraph or a page before them.
    gaps: Vec<bool>,
    gap: bool,
    /// Footnotes that wait for the end of the list or table that refers to them.
    notes: Vec<Line>,
    is_cell: bool,
}

impl Flow {
    /// The lines of a cell, whose footnotes wait for the end of the table.
    pub fn of_cell() -> Self {
        Flow { is_cell: true, ..Flow::default() }
    }

    /// Something that is no line (a page, a picture) stands here.
    pub fn gap(&mut self) {
        self.gap = true;
    }

    /// Adds a paragraph; one without words only leaves a gap.
    pub fn line(&mut self, mut line: Line) {
        tidy(&mut line.runs);
        if line.text().is_empty() {
            self.gap = true;
            return;
        }
        match &line.mark {
            Some(mark) if mark.kind == MarkKind::Bullet => take_inner_mark(&mut line),
            None if line.style != Style::Note => line.take_mark(false),
            _ => {}
        }
        if line.mark.is_none() || line.is_styled() {
            self.set_notes();
        }
        self.add(line);
    }

    /// Adds a footnote, to stand after the paragraph, list or table that refers to it.
    pub fn note(&mut self, number: &str, runs: Vec<Run>) {
        let mut line = Line { style: Style::Note, ..Line::default() };
        push_run(&mut line.runs, &format!("[{number}] "), &Run::default());
        // The space after the number of the note is not its words.
        let mut runs = runs.into_iter().skip_while(|run| run.text.trim().is_empty());
        if let Some(first) = runs.next() {
            push_run(&mut line.runs, first.text.trim_start(), &first);
        }
        line.runs.extend(runs);
        tidy(&mut line.runs);
        let of_paragraph = |last: &Line| last.mark.is_none() && !last.table_row;
        if !self.is_cell && self.lines.last().is_some_and(of_paragraph) {
            self.add(line);
        } else {
            self.notes.push(line);
        }
    }

    fn set_notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            self.add(note);
        }
    }

    fn add(&mut self, mut line: Line) {
        let in_list = line.mark.is_some() && self.lines.last().is_some_and(|l| l.mark.is_some());
        line.gap_before = line.gap_before || self.gap || !in_list;
        line.place = self.place();
        self.gaps.push(std::mem::take(&mut self.gap));
        self.lines.push(line);
    }

    /// Adds lines that were gathered elsewhere.
    pub fn lines(&mut self, lines: Vec<Line>) {
        for line in lines {
            self.line(line);
        }
    }

    /// Adds a table: a line for each row, or the lines of its cells where it only lays out text.
    pub fn table(&mut self, rows: Vec<Vec<Cell>>) {
        self.gap = true;
        let lays_out = rows.iter().all(|row| row.len() < 2) || rows.iter().flatten().any(is_text);
        for row in rows {
            if lays_out {
                self.lines(row.into_iter().flatten().collect());
            } else {
                self.line(row_of(row));
            }
        }
        self.gap = true;
    }

    /// The place of the next line.
    pub fn place(&self) -> u32 {
        u32::try_from(self.lines.len() + 1).unwrap_or(u32::MAX)
    }

    /// Some of the lines.
    pub fn lines_in(&self, range: Range<usize>) -> &[Line] {
        let end = range.end.min(self.lines.len());
        &self.lines[range.start.min(end)..end]
    }

    /// Keeps only some of the lines, and gives back the others.
    pub fn keep(&mut self, range: Range<usize>) -> Vec<Line> {
        let after = self.lines.split_off(range.end.min(self.lines.len()));
        let kept = self.lines.split_off(range.start.min(self.lines.len()));
        let mut left = std::mem::replace(&mut self.lines, kept);
        left.extend(after);
        self.gaps.drain(..range.start.min(self.gaps.len()));
        left
    }

    /// The lines of a part that is set elsewhere; its footnotes stay here.
    pub fn part(&mut self, part: Flow) -> Vec<Line> {
        self.notes.extend(part.notes);
        part.lines
    }

    /// The lines as what recognition takes.
    pub fn into_source(mut self, format: &str) -> Source {
        self.set_notes();
        source(self.lines, &self.gaps, format)
    }
}

/// Lines as what recognition takes, rejoined where they were cut; `gaps` says before which of them
/// something stands.
pub fn source(mut lines: Vec<Line>, gaps: &[bool], format: &str) -> Source {
    if let Some(source) = wrapped(&lines, gaps) {
        return Source { format: format.to_owned(), ..source };
    }
    let mut source = Source { format: format.to_owned(), ..Source::default() };
    source.doubts = take_misread_bullets(&mut lines);
    for line in lines {
        rejoin(&mut source, line);
    }
    source
}

/// The paragraphs of a text whose every line became a paragraph, as copying from a PDF does.
fn wrapped(lines: &[Line], gaps: &[bool]) -> Option<Source> {
    let worded = |line: &Line| {
        let linked = |run: &Run| run.link.as_ref().is_none_or(|url| *url == run.text);
        !line.table_row && !line.is_styled() && line.runs.iter().all(linked)
    };
    let widths: Vec<usize> = lines.iter().map(|line| line.printed().chars().count()).collect();
    // A few lines may be longer: those that a reader of pages joined already.
    let mut sorted = widths.clone();
    sorted.sort_unstable();
    let longest = *sorted.last()?;
    let usual = *sorted.get(sorted.len().checked_sub(1 + sorted.len() / 20)?)?;
    let fullest = if longest > 130 { usual } else { longest };
    let goes_on = |at: &usize| {
        let next = &lines[*at + 1];
        let open = !lines[*at].text().ends_with(['.', ':', ';', '?', '!']);
        open && next.mark.is_none() && widths[*at] * 4 >= fullest * 3 && !gaps[*at + 1]
    };
    let cut: Vec<usize> = (0..lines.len().saturating_sub(1)).filter(goes_on).collect();
    let lower = |at: &&usize| lines[**at + 1].text().starts_with(char::is_lowercase);
    let in_sentences = cut.iter().filter(lower).count();
    let often = cut.len() >= 4 && cut.len() * 7 >= lines.len() && in_sentences * 2 >= cut.len();
    let is_wrapped = (50..=130).contains(&fullest) && often;
    if !is_wrapped || !lines.iter().all(worded) {
        return None;
    }
    let mut text = String::new();
    let mut places = Vec::new();
    for (line, gap) in lines.iter().zip(gaps) {
        if *gap {
            text.push('\n');
            places.push(line.place);
        }
        text.push_str(&line.printed().replace('\n', " "));
        text.push('\n');
        places.push(line.place);
    }
    let mut source = super::text::read_wrapped(&text, (longest > 130).then_some(fullest));
    let place = |line: u32| {
        let at = usize::try_from(line).ok().and_then(|line| line.checked_sub(1));
        at.and_then(|at| places.get(at)).copied().unwrap_or(line)
    };
    for line in &mut source.lines {
        line.place = place(line.place);
    }
    for doubt in &mut source.doubts {
        doubt.place.line = place(doubt.place.line);
    }
    Some(source)
}

/// Text that optical recognition read may have come by way of a word processor: its `e ` and `o `
/// are bullets where there are several.
fn take_misread_bullets(lines: &mut [Line]) -> Vec<Doubt> {
    let misread = |line: &Line| {
        let text = line.text();
        line.mark.is_none()
            && !line.table_row
            && line.style == Style::Body
            && split_mark(&text, true).is_some_and(|(mark, _)| mark.kind == MarkKind::Bullet)
    };
    if lines.iter().filter(|line| misread(line)).count() < 2 {
        return Vec::new();
    }
    let take = |line: &mut Line| {
        let text = line.text();
        line.take_mark(true);
        let length = line.mark.as_ref().map_or(0, |mark| mark.printed.len());
        bullet_doubt(&text, length, line.place)
    };
    lines.iter_mut().filter(|line| misread(line)).map(take).collect()
}

/// Adds a line, or its words to the line before it where a page or an empty paragraph cut them.
fn rejoin(source: &mut Source, line: Line) {
    let plain =
        |line: &Line| line.style == Style::Body && !line.table_row && !line.is_longer_than(LONGEST);
    let before = source.lines.last_mut().filter(|before| plain(before));
    if let Some(before) = before.filter(|_| plain(&line) && line.mark.is_none())
        && let Some((code, message)) = cut(&before.text(), &line.text())
    {
        source.doubts.push(doubt(code, message, line.place, &line.text(), None));
        let (last, first) = (before.runs.last().cloned(), line.runs.first());
        // A link goes on over the break.
        let one = last
            .filter(|last| last.link.is_some() && Some(&last.link) == first.map(|run| &run.link));
        push_run(&mut before.runs, " ", &one.unwrap_or_default());
        for run in line.runs {
            push_run(&mut before.runs, &run.text, &run);
        }
    } else {
        source.lines.push(line);
    }
}

/// Adds words to runs; words marked alike become one run.
pub fn push_run(runs: &mut Vec<Run>, words: &str, marks: &Run) {
    if words.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last)
            if last.bold == marks.bold
                && last.italic == marks.italic
                && last.link == marks.link =>
        {
            last.text.push_str(words);
        }
        _ => runs.push(Run { text: words.to_owned(), ..marks.clone() }),
    }
}

fn tidy(runs: &mut Vec<Run>) {
    for run in runs.iter_mut() {
        run.text = clean(&run.text);
    }
    // Line ends at the ends of a paragraph are only space.
    let empty = runs.iter().take_while(|run| run.text.trim_matches('\n').is_empty()).count();
    runs.drain(..empty);
    if let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start_matches('\n').to_owned();
    }
    while let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        runs.pop();
    }
}

/// A bullet followed by a typed letter or number is one mark, one level in, as in plain text.
fn take_inner_mark(line: &mut Line) {
    let Some(bullet) = line.mark.take() else { return };
    line.take_mark(false);
    line.mark = Some(match line.mark.take() {
        Some(inner) if inner.kind != MarkKind::Bullet => Mark {
            depth: bullet.depth + 1,
            printed: format!("{}{}", bullet.printed, inner.printed),
            ..inner
        },
        inner => {
            line.mark = inner;
            line.restore_mark();
            bullet
        }
    });
}

/// Whether a cell holds running text, not an entry of a table.
fn is_text(cell: &Cell) -> bool {
    let long: usize = cell.iter().map(|line| line.text().chars().count()).sum();
    cell.len() > 4
        || long > 700
        || cell.iter().any(|line| line.table_row || line.is_styled())
        || cell.iter().filter(|line| line.mark.is_some()).count() > 1
}

fn row_of(row: Vec<Cell>) -> Line {
    let mut line = Line { table_row: true, ..Line::default() };
    for (at, cell) in row.into_iter().enumerate() {
        if at > 0 {
            push_run(&mut line.runs, "\t", &Run::default());
        }
        for (at, mut paragraph) in cell.into_iter().enumerate() {
            if at > 0 {
                push_run(&mut line.runs, " ", &Run::default());
            }
            paragraph.restore_mark();
            for run in paragraph.runs {
                let words = run.text.replace(['\n', '\t'], " ");
                push_run(&mut line.runs, &words, &run);
            }
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line { runs: vec![Run::plain(text)], ..Line::default() }
    }

    fn cell(text: &str) -> Cell {
        vec![line(text)]
    }

    #[test]
    fn tables_of_entries_are_rows_and_tables_of_text_are_text() {
        let mut flow = Flow::default();
        flow.table(vec![vec![cell("a"), cell("b")], vec![cell("c"), cell("")]]);
        flow.table(vec![vec![cell("alone")], vec![cell("under it")]]);
        let heading = Line { style: Style::Heading(1), ..line("h") };
        flow.table(vec![vec![vec![heading, line("below")], cell("beside")]]);
        let found: Vec<(String, bool)> =
            flow.lines.iter().map(|line| (line.text(), line.table_row)).collect();
        let expected = [
            ("a\tb", true),
            ("c", true),
            ("alone", false),
            ("under it", false),
            ("h", false),
            ("below", false),
            ("beside", false),
        ];
        assert_eq!(found, expected.map(|(text, row)| (text.to_owned(), row)));
    }

    #[test]
    fn a_link_over_a_break_stays_one() {
        for (above, below, expected) in [("a", "a", 2), ("a", "b", 4), ("", "a", 3), ("", "", 2)] {
            let linked = |text: &str, link: &str| Run {
                link: Some(link.to_owned()).filter(|link| !link.is_empty()),
                ..Run::plain(text)
            };
            let mut flow = Flow::default();
            let first =
                vec![Run::plain("The group read all of its "), linked("letters and", above)];
            flow.line(Line { runs: first, ..Line::default() });
            flow.line(Line { runs: vec![linked("its tables again.", below)], ..Line::default() });
            let source = flow.into_source("text");
            assert_eq!(source.lines.len(), 1, "{above} {below}");
            assert_eq!(source.lines[0].runs.len(), expected, "{above} {below}");
        }
    }

    #[test]
    fn a_typed_letter_after_a_bullet_is_the_mark() {
        for (text, kind, rest) in [
            ("a. Travel", MarkKind::Letter('a'), "Travel"),
            ("Travel", MarkKind::Bullet, "Travel"),
            ("- Travel", MarkKind::Bullet, "- Travel"),
        ] {
            let mark = Mark { depth: 1, kind: MarkKind::Bullet, printed: "- ".to_owned() };
            let mut flow = Flow::default();
            flow.line(Line { mark: Some(mark), ..line(text) });
            let found = flow.lines.remove(0);
            assert_eq!(
                (found.mark.as_ref().map(|mark| mark.kind), found.text()),
                (Some(kind), rest.to_owned())
            );
        }
    }
}
