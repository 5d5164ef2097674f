//! Tables drawn with spaces and dashes, as pandoc and people draw them in plain text and Markdown.
//!
//! Called by [`reflow`](super::reflow) before lines are joined. A row of dashes with gaps says where
//! the columns begin; a table drawn with bars and plus signs has them between the bars. One without
//! any rule is [`aligned`]'s.

use super::aligned::aligned;
use std::collections::HashSet;

/// How many lines a drawn table may have.
pub const MOST_ROWS: usize = 1000;

/// A text whose drawn tables have a row on a line, its cells apart by tabs.
pub struct Tabled {
    /// The text, with as many lines as before.
    pub text: String,
    /// The places of the rows: line numbers from 1.
    pub rows: HashSet<u32>,
}

/// Sets every drawn table of a text with tabs.
pub fn tabled(text: &str) -> Tabled {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut out: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let mut rows = HashSet::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(table) =
            ruled(&lines, at).or_else(|| grid(&lines, at)).or_else(|| aligned(&lines, at))
        else {
            at += 1;
            continue;
        };
        for line in &mut out[table.from..table.until] {
            line.clear();
        }
        for (place, cells) in table.rows {
            out[place] = cells.join("\t");
            rows.extend(u32::try_from(place + 1));
        }
        at = table.until.max(at + 1);
    }
    Tabled { text: out.join("\n"), rows }
}

/// A drawn table: its lines, and the cells of its rows with the line each begins on.
pub struct Table {
    /// Its first line.
    pub from: usize,
    /// The line after its last.
    pub until: usize,
    /// Where each row begins, and its cells.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Where the columns of a row of dashes begin, in characters; None for any other line.
fn columns(line: &str) -> Option<Vec<usize>> {
    let mut starts = Vec::new();
    let mut before = ' ';
    for (at, c) in line.trim_end().chars().enumerate() {
        if !matches!(c, '-' | '=' | ' ') {
            return None;
        }
        if c != ' ' && before == ' ' {
            starts.push(at);
        }
        before = c;
    }
    let dashes = line.chars().filter(|c| *c != ' ').count();
    (starts.len() > 1 && dashes >= 3 * starts.len()).then_some(starts)
}

/// A row of dashes without a gap.
fn is_border(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 10 && line.chars().all(|c| c == '-')
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// The table whose row of dashes stands at a line.
fn ruled(lines: &[&str], rule: usize) -> Option<Table> {
    let starts = columns(lines[rule])?;
    let above = lines[..rule]
        .iter()
        .rev()
        .take(MOST_ROWS)
        .take_while(|line| !is_blank(line) && !is_border(line) && columns(line).is_none());
    let head = rule - above.count();
    let bordered = head > 0 && head < rule && is_border(lines[head - 1]);
    let topped = head > 0 && head < rule && columns(lines[head - 1]).is_some();
    let closes = |line: &str| columns(line).is_some() || bordered && is_border(line);
    let below = &lines[rule + 1..];
    let below = &below[..below.len().min(MOST_ROWS)];
    let blank = below.iter().position(|line| is_blank(line)).unwrap_or(below.len());
    let closing = below.iter().position(|line| closes(line));
    // Only a line of dashes ends a table whose rows blank lines part; without a head it has one.
    let length = match closing {
        Some(closing) if bordered || head == rule || closing < blank => closing,
        _ if head == rule || bordered => return None,
        _ => blank,
    };
    let spaced = below[..length].iter().any(|line| is_blank(line)) || bordered;
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut add = |place: usize, goes_on: bool| -> Option<()> {
        let cells = cells(lines[place], &starts)?;
        match rows.last_mut().filter(|_| goes_on) {
            Some((_, row)) => join(row, &cells),
            None => rows.push((place, cells)),
        }
        Some(())
    };
    for place in head..rule {
        add(place, place > head)?;
    }
    let body = rule + 1..rule + 1 + length;
    for place in body.clone().filter(|place| !is_blank(lines[*place])) {
        add(place, spaced && place > body.start && !is_blank(lines[place - 1]))?;
    }
    let closed = usize::from(below.get(length).is_some_and(|line| closes(line)));
    (rows.len() > 1).then(|| Table {
        from: head - usize::from(bordered || topped),
        until: body.end + closed,
        rows,
    })
}

/// The cells of a line; None where words stand across the columns.
fn cells(line: &str, starts: &[usize]) -> Option<Vec<String>> {
    let chars: Vec<char> = line.chars().collect();
    let end_of = |at: usize| starts.get(at + 1).copied().unwrap_or(chars.len()).min(chars.len());
    let crosses = |start: &usize| {
        let around = start.checked_sub(1).and_then(|before| chars.get(before..=*start));
        around.is_some_and(|around| around.iter().all(|c| *c != ' '))
    };
    if starts.iter().skip(1).any(crosses)
        || starts[0] > 0 && !chars.iter().take(starts[0]).all(|c| *c == ' ')
    {
        return None;
    }
    let cell =
        |at: usize| chars.get(starts[at]..end_of(at)).unwrap_or(&[]).iter().collect::<String>();
    Some((0..starts.len()).map(|at| cell(at).trim().to_owned()).collect())
}

/// Adds the cells of a row's next line.
pub fn join(row: &mut [String], next: &[String]) {
    for (cell, more) in row.iter_mut().zip(next).filter(|(_, more)| !more.is_empty()) {
        if !cell.is_empty() && !cell.ends_with('-') {
            cell.push(' ');
        }
        cell.push_str(more);
    }
}

/// The table drawn with `+---+---+` that begins at a line.
fn grid(lines: &[&str], from: usize) -> Option<Table> {
    let is_rule = |line: &str| {
        let line = line.trim();
        line.len() > 4
            && line.starts_with('+')
            && line.ends_with('+')
            && line.chars().all(|c| matches!(c, '+' | '-' | '=' | ':'))
    };
    let is_row = |line: &str| line.trim().starts_with('|') && line.trim().ends_with('|');
    if !is_rule(lines[from]) {
        return None;
    }
    let length = lines[from..].iter().take_while(|line| is_rule(line) || is_row(line)).count();
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut fresh = true;
    for (place, line) in lines.iter().enumerate().skip(from).take(length) {
        if is_rule(line) {
            fresh = true;
            continue;
        }
        let inside = line.trim().trim_matches('|');
        let cells: Vec<String> = inside.split('|').map(|cell| cell.trim().to_owned()).collect();
        match rows.last_mut().filter(|(_, row)| !fresh && row.len() == cells.len()) {
            Some((_, row)) => join(row, &cells),
            None => rows.push((place, cells)),
        }
        fresh = false;
    }
    (rows.len() > 1).then_some(Table { from, until: from + length, rows })
}

#[cfg(test)]
mod tests {
    use super::tabled;

    fn check(text: &str, expected: &[&str]) {
        let tabled = tabled(text);
        let told: Vec<&str> = tabled.text.split('\n').filter(|line| !line.is_empty()).collect();
        assert_eq!(told, expected, "{text}");
        assert_eq!(tabled.text.split('\n').count(), text.split('\n').count(), "{text}");
    }

    #[test]
    fn a_drawn_table_has_a_row_on_a_line() {
        check(
            "Agenda\n\n  No.   Item     Time\n  ----- -------- ------\n  1     Tides    5 min\n  2     Boats\n\nText",
            &["Agenda", "No.\tItem\tTime", "1\tTides\t5 min", "2\tBoats\t", "Text"],
        );
        check(
            "  ------- -----\n  Ana     Chair\n  Bo      Guest\n  ------- -----\nText",
            &["Ana\tChair", "Bo\tGuest", "Text"],
        );
        check(
            "  ------------------\n  #   Name    Role /\n              task\n  --- ------- ------\n  1   Prado,  Chair\n      Ana\n\n  2   Hart,\n      Tom\n  ------------------\n",
            &["#\tName\tRole / task", "1\tPrado, Ana\tChair", "2\tHart, Tom\t"],
        );
        check(
            "+-----+-------+\n| No. | Item  |\n+=====+=======+\n| 1   | Tides |\n|     | rise  |\n+-----+-------+\nText",
            &["No.\tItem", "1\tTides rise", "Text"],
        );
        check(
            "====  =====\nWho   Where\n====  =====\nAna   Lund\nBo    Oslo\n====  =====",
            &["Who\tWhere", "Ana\tLund", "Bo\tOslo"],
        );
    }

    #[test]
    fn rules_between_paragraphs_are_no_tables() {
        for text in [
            "Text\n\n--- ---\n\nMore text of the report.",
            "The group met in Lund on Monday.\n---------- --------\nIt rained the whole day there.",
            "Heading\n-------\nText",
            "a -- b\n- - -\nc",
            "+ one\n+ two",
        ] {
            let told: Vec<&str> = text.split('\n').filter(|line| !line.is_empty()).collect();
            check(text, &told);
        }
    }
}
