//! What is usual in a file: the size of its text, the distance of its lines, its margins.

use super::begins_with_mark;
use crate::read::lines::{MarkKind, Style};
use crate::read::pdf::order::TextRow;
use crate::read::text::{split_mark, whole_words};
use std::collections::{BTreeMap, HashSet};

/// What is usual in a file.
pub struct Measures {
    /// The size that most words have.
    body: f64,
    /// The sizes above it that headings have, the largest first.
    headings: Vec<f64>,
    /// Whether the largest stands once and near the beginning.
    has_title: bool,
    /// The distance of lines in a paragraph, in type sizes.
    pitch: f64,
    /// The usual distance of a paragraph from the one before, in type sizes.
    apart: f64,
    /// Left and right of the text on a page, by its rounded right bound.
    margins: (f64, f64),
    /// Where list marks stand, from the left.
    marks: Vec<f64>,
    /// The words that stand whole on one line, in small letters.
    pub words: HashSet<String>,
    /// Whether the sign U+2010 is the typesetter's: it ends lines and stands nowhere else, while
    /// words with a hyphen have the one of the keyboard.
    pub divides: bool,
    /// The numbers that rows begin with.
    numbers: HashSet<u32>,
}

fn divides(rows: &[TextRow]) -> bool {
    let mut ends = 0;
    for text in rows.iter().filter(|row| !row.is_table).map(TextRow::text) {
        let text = text.trim_end();
        ends += usize::from(text.ends_with('\u{2010}'));
        if text.strip_suffix('\u{2010}').unwrap_or(text).contains('\u{2010}') {
            return false;
        }
    }
    ends > 1
}

fn number(mark: MarkKind) -> Option<u32> {
    if let MarkKind::Number(number) = mark { Some(number) } else { None }
}

impl Measures {
    /// Measures the rows of a file.
    pub fn of(rows: &[TextRow]) -> Self {
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        for row in rows {
            *sizes.entry(tenths(row.size)).or_default() += row.text().chars().count();
        }
        let body = most(&sizes).map_or(10.0, |size| size as f64 / 10.0);
        let mut headings: Vec<f64> = Vec::new();
        let large =
            rows.iter().filter(|row| row.size > 1.07 * body && row.text().chars().count() < 160);
        for row in large.filter(|row| !row.is_table) {
            if !headings.iter().any(|size| (size - row.size).abs() < 0.6) {
                headings.push(row.size);
            }
        }
        headings.sort_by(|one, other| other.total_cmp(one));
        let of_largest: Vec<usize> = headings.first().map_or(vec![], |largest| {
            (0..rows.len()).filter(|at| (rows[*at].size - largest).abs() < 0.6).collect()
        });
        let has_title = headings.len() > 1
            && matches!(of_largest[..], [first, ..] if first < 12)
            && of_largest.windows(2).all(|two| two[1] == two[0] + 1)
            && of_largest.len() <= 3;
        let (pitch, apart) = distances(rows);
        Self {
            body,
            headings,
            has_title,
            pitch,
            apart,
            margins: margins(rows),
            marks: marks(rows),
            numbers: rows
                .iter()
                .filter_map(|row| number(split_mark(&row.text(), false)?.0.kind))
                .collect(),
            divides: divides(rows),
            words: whole_words(
                rows.iter().map(TextRow::text).collect::<Vec<_>>().iter().map(String::as_str),
            ),
        }
    }

    /// Whether a number at the start of a row counts nothing: no other row has the one before or
    /// after it.
    pub fn stands_in_sentence(&self, mark: MarkKind) -> bool {
        let counts =
            |beside: Option<u32>| beside.is_some_and(|beside| self.numbers.contains(&beside));
        number(mark).is_some_and(|number| {
            number > 1 && !counts(number.checked_sub(1)) && !counts(number.checked_add(1))
        })
    }

    /// Whether two rows stand as close as lines of a paragraph.
    pub fn is_tight(&self, above: &TextRow, below: &TextRow) -> bool {
        let distance = (above.y - below.y) / above.size.max(below.size);
        distance > 0.0 && distance < self.pitch + 0.22
    }

    /// Whether something stands between two rows: more white than between paragraphs, or a page.
    pub fn is_gap(&self, above: Option<&TextRow>, below: &TextRow) -> bool {
        above.is_some_and(|above| {
            above.page != below.page
                || above.column == below.column
                    && (above.y - below.y) / above.size.max(below.size) > self.apart + 0.35
        })
    }

    /// Left and right of the text around a row.
    pub fn bounds(&self, row: &TextRow) -> (f64, f64) {
        if row.is_narrow { row.bounds } else { self.margins }
    }

    /// What a row's size says about it.
    pub fn style(&self, row: &TextRow) -> Style {
        if row.size < 1.07 * self.body {
            return Style::Body;
        }
        match self.headings.iter().position(|size| (size - row.size).abs() < 0.6) {
            Some(0) if self.has_title => Style::Title,
            Some(at) => {
                let level = at + 1 - usize::from(self.has_title);
                Style::Heading(u8::try_from(level).unwrap_or(6).min(6))
            }
            None => Style::Body,
        }
    }

    /// How far in a list mark stands, in columns as typed text has them; 0 at the margin.
    pub fn depth(&self, row: &TextRow) -> u32 {
        let left = self.bounds(row).0;
        let mark = self.marks.iter().rev().find(|mark| **mark <= row.x.0 - left + 0.1);
        let columns = (mark.copied().unwrap_or(0.0).max(0.0) / (0.5 * self.body)).round();
        if columns < 2.0 { 0 } else { columns as u32 }
    }
}

fn tenths(size: f64) -> i64 {
    (size * 10.0).round() as i64
}

fn most(counts: &BTreeMap<i64, usize>) -> Option<i64> {
    counts.iter().max_by_key(|(_, count)| **count).map(|(value, _)| *value)
}

/// The distances, in type sizes, of lines in a paragraph and of paragraphs.
fn distances(rows: &[TextRow]) -> (f64, f64) {
    let (mut lines, mut paragraphs) = (BTreeMap::new(), BTreeMap::new());
    let mut inside: BTreeMap<i64, usize> = BTreeMap::new();
    for two in rows.windows(2) {
        let [above, below] = two else { continue };
        let same = above.column == below.column && (above.size - below.size).abs() < 0.3;
        let distance = (above.y - below.y) / below.size;
        if !same || above.is_table || !(0.8..4.0).contains(&distance) {
            continue;
        }
        let rounded = (distance * 20.0).round() as i64;
        *lines.entry(rounded).or_insert(0_usize) += 1;
        if begins_with_mark(below)
            || !below.text().starts_with(char::is_lowercase) && below.x.0 <= above.x.0 + 1.0
        {
            *paragraphs.entry(rounded).or_insert(0) += 1;
        } else if below.text().starts_with(char::is_lowercase) {
            *inside.entry(rounded).or_default() += 1;
        }
    }
    let often = most(&lines).and_then(|most| lines.get(&most)).map_or(0, |count| count / 10).max(2);
    let usual = |rounded: i64| rounded as f64 / 20.0;
    let closest = lines.iter().find(|(_, count)| **count >= often).map(|(distance, _)| *distance);
    // Where no sentence goes on over such a distance, it is that of paragraphs.
    let told = |distance: &i64| *distance < 35 || inside.get(distance).is_some_and(|n| *n > 1);
    let pitch = closest.filter(told).map_or(1.3, usual);
    let apart = most(&paragraphs).map_or(pitch, usual).max(pitch);
    (pitch, apart)
}

/// Left and right of the running text: as far as it goes, or where it never fills a line as far as
/// a page with equal margins would let it.
fn margins(rows: &[TextRow]) -> (f64, f64) {
    let single: Vec<&TextRow> = rows.iter().filter(|row| !row.is_narrow).collect();
    let left = single.iter().fold(f64::MAX, |x, row| x.min(row.x.0));
    let mut rights: Vec<f64> = single.iter().map(|row| row.x.1).collect();
    rights.sort_by(|one, other| other.total_cmp(one));
    let Some(&right) = rights.first() else { return (0.0, f64::MAX) };
    let full = rights.iter().filter(|x| **x > right - 0.12 * (right - left)).count();
    let mirrored = single.first().map_or(right, |row| row.page_width - left);
    if (full >= 4 || 4 * full >= rights.len()) && right > 0.75 * mirrored {
        (left, right)
    } else {
        (left, right.max(mirrored))
    }
}

/// The places of list marks from the left, those nearly the same as one: numbers may be set flush
/// right.
fn marks(rows: &[TextRow]) -> Vec<f64> {
    let left = margins(rows).0;
    let from = |row: &TextRow| row.x.0 - if row.is_narrow { row.bounds.0 } else { left };
    let mut places: Vec<f64> = rows.iter().filter(|row| begins_with_mark(row)).map(from).collect();
    places.sort_by(f64::total_cmp);
    let mut last = f64::MIN;
    places.retain(|place| {
        let apart = place - last > 8.0;
        last = *place;
        apart
    });
    places
}
