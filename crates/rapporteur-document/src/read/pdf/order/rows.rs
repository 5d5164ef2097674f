//! Letters in their places to rows of words.
//!
//! Used by [`super::rows_of_page`]. A row is what stands on one line across the page; where it
//! has wide gaps it is divided into stretches, which columns and tables are made of.

use crate::read::lines::Run;
use crate::read::pdf::links::{self, Link};
use crate::read::pdf::notes::raised;
use crate::read::pdf::page::{Placed, Upright};
use crate::read::text::split_mark;

/// A gap wider than this, in type sizes, divides a row.
const WIDE: f64 = 1.5;

/// A gap wider than this divides a row where the words after it stand under or over such as a wide
/// gap precedes: in a column of a table whose cell is full.
const ALIGNED: f64 = 0.3;

/// More wide gaps in a row than a table has columns.
const MOST_STARTS: usize = 12;

/// More upright lines on a page are a drawing.
const MOST_UPRIGHTS: usize = 2_000;

/// More letters on one line are no line of text.
const MOST_BESIDE: usize = 2_000;

/// How many rows above and below show where columns begin.
const NEIGHBOURS: usize = 5;

/// A gap wider than this, in type sizes, parts two words.
const SPACE: f64 = 0.16;

/// Words on one line without a wide gap.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// Left and right.
    pub x: (f64, f64),
    /// Where the words begin after a list mark, else the left.
    pub text_left: f64,
    /// The baseline and the size of its largest letters.
    pub on: (f64, f64),
    /// The width of the first word.
    pub first_word: f64,
    /// The words.
    pub runs: Vec<Run>,
    /// Whether the file says that all of it is no content.
    pub artifact: bool,
    /// Whether the file prints a space after the last word.
    pub spaced: bool,
    /// Whether an upright line stands before it.
    pub walled: bool,
}

/// What stands on one line across a page or a column.
#[derive(Debug, Clone)]
pub struct Row {
    /// The baseline.
    pub y: f64,
    /// The size of most of its letters.
    pub size: f64,
    /// Its stretches from left to right; never none.
    pub stretches: Vec<Stretch>,
}

impl Stretch {
    /// The words.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl Row {
    /// Left and right.
    pub fn x(&self) -> (f64, f64) {
        let right = self.stretches.iter().fold(f64::MIN, |x, stretch| x.max(stretch.x.1));
        (self.stretches.first().map_or(0.0, |first| first.x.0), right)
    }
}

/// The rows of a page from top to bottom.
pub fn rows(letters: Vec<Placed>, links: &[Link], uprights: &[Upright]) -> Vec<Row> {
    let links = if links.len() * letters.len() > 20_000_000 { &[] } else { links };
    // More lines than a table has are a drawing.
    let uprights = if uprights.len() > MOST_UPRIGHTS { &[] } else { uprights };
    let lines = lines(letters);
    let starts: Vec<Vec<f64>> = lines.iter().map(starts).collect();
    let mut rows = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let near = at.saturating_sub(NEIGHBOURS)..starts.len().min(at + NEIGHBOURS + 1);
        let columns: Vec<f64> = starts[near].iter().flatten().copied().collect();
        let middle = line.y + 0.3 * line.size;
        let crosses = |upright: &&Upright| upright.1 <= middle && middle <= upright.2;
        let walls: Vec<f64> = uprights.iter().filter(crosses).map(|upright| upright.0).collect();
        rows.extend(row(line, (&columns, &walls), links));
    }
    rows
}

/// Where the words after wide gaps begin.
fn starts(line: &Gathered) -> Vec<f64> {
    let words = line.letters.iter().filter(|letter| !letter.text.trim().is_empty());
    let mut right = f64::MAX;
    let mut starts = Vec::new();
    for letter in words {
        if starts.len() < MOST_STARTS && letter.x.0 - right > WIDE * letter.size.min(line.size) {
            starts.push(letter.x.0);
        }
        right = if right == f64::MAX { letter.x.1 } else { right.max(letter.x.1) };
    }
    starts
}

/// Letters that stand on one line, and the baseline and size of the largest.
struct Gathered {
    y: f64,
    size: f64,
    letters: Vec<Placed>,
}

fn lines(mut letters: Vec<Placed>) -> Vec<Gathered> {
    letters.sort_by(|one, other| other.y.total_cmp(&one.y));
    let mut lines: Vec<Gathered> = Vec::new();
    for letter in letters {
        let tall = |y: f64, size: f64| (y - 0.22 * size, y + 0.75 * size);
        let (bottom, top) = tall(letter.y, letter.size);
        let fits = |line: &Gathered| {
            let (other_bottom, other_top) = tall(line.y, line.size);
            let shared = top.min(other_top) - bottom.max(other_bottom);
            let near = shared > 0.5 * (top - bottom).min(other_top - other_bottom);
            near && !stands_below(&letter, line)
        };
        match lines.iter_mut().rev().take(4).find(|line| fits(line)) {
            Some(line) => {
                if letter.size > line.size && !letter.text.trim().is_empty() {
                    (line.y, line.size) = (letter.y, letter.size);
                }
                line.letters.push(letter);
            }
            None => lines.push(Gathered { y: letter.y, size: letter.size, letters: vec![letter] }),
        }
    }
    for line in &mut lines {
        line.letters.sort_by(|one, other| one.x.0.total_cmp(&other.x.0));
        drop_second_prints(&mut line.letters);
    }
    lines.sort_by(|one, other| other.y.total_cmp(&one.y));
    lines
}

/// Whether a letter stands under another of a line: in the next line of its column, beside a larger
/// one of another column that reaches over both.
fn stands_below(letter: &Placed, line: &Gathered) -> bool {
    // They come from the highest down, and nearly always on one baseline.
    let level = |highest: &Placed| highest.y - letter.y <= 0.1 * letter.size;
    if line.letters.first().is_none_or(level) {
        return false;
    }
    let below = |other: &&Placed| other.y - letter.y > 0.6 * letter.size.min(other.size);
    let under = |other: &Placed| {
        let shared = letter.x.1.min(other.x.1) - letter.x.0.max(other.x.0);
        shared > 0.3 * (letter.x.1 - letter.x.0).min(other.x.1 - other.x.0)
    };
    let words = line.letters.iter().filter(|other| !other.text.trim().is_empty());
    let words = words.take(MOST_BESIDE);
    !letter.text.trim().is_empty() && words.filter(below).any(under)
}

/// A letter printed twice in nearly the same place is how some programs make it bold.
fn drop_second_prints(letters: &mut Vec<Placed>) {
    letters.dedup_by(|second, first| {
        let same = second.text == first.text
            && !first.text.trim().is_empty()
            && (second.x.0 - first.x.0).abs() < 0.12 * first.size
            && (second.y - first.y).abs() < 0.12 * first.size;
        first.bold |= same && (second.x.0 - first.x.0).abs() > 0.0;
        same
    });
}

/// A character and how it looks.
#[derive(Clone, Copy)]
struct Character {
    c: char,
    bold: bool,
    italic: bool,
    link: Option<usize>,
}

fn row(line: Gathered, (columns, walls): (&[f64], &[f64]), links: &[Link]) -> Option<Row> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut open: Vec<Placed> = Vec::new();
    let mut is_walled = false;
    let mut right = f64::MIN;
    let mut sizes: Vec<f64> = Vec::new();
    let on = (line.y, line.size);
    for letter in line.letters {
        if letter.text.trim().is_empty() {
            if !open.is_empty() {
                open.push(letter);
            }
            continue;
        }
        sizes.push(letter.size);
        let (gap, size) = (letter.x.0 - right, letter.size.min(line.size));
        let in_column = || columns.iter().any(|column| (letter.x.0 - column).abs() < 1.0);
        let between = |wall: &f64| right - 1.0 < *wall && *wall < letter.x.0 + 1.0;
        let walled = gap > 0.0 && walls.iter().any(between);
        let divides = walled || gap > WIDE * size || gap > ALIGNED * size && in_column();
        if divides && !open.is_empty() {
            let words = stretch(std::mem::take(&mut open), on, links);
            stretches.extend(words.map(|words| Stretch { walled: is_walled, ..words }));
            is_walled = walled;
        }
        right = right.max(letter.x.1);
        open.push(letter);
    }
    let words = stretch(open, on, links);
    stretches.extend(words.map(|words| Stretch { walled: is_walled, ..words }));
    let whole = with_marks(stretches, line.size);
    sizes.sort_by(f64::total_cmp);
    let size = sizes.get(sizes.len() / 2).copied()?;
    (!whole.is_empty()).then_some(Row { y: line.y, size, stretches: whole })
}

/// The stretches of a row, each list mark with the words after it.
fn with_marks(stretches: Vec<Stretch>, size: f64) -> Vec<Stretch> {
    let mut whole: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        match whole.last_mut() {
            Some(mark)
                if !stretch.walled
                    && is_mark(&mark.text())
                    && stretch.x.0 - mark.x.1 < 8.0 * size =>
            {
                mark.text_left = stretch.x.0;
                mark.x.1 = stretch.x.1;
                mark.runs.push(Run::plain(" "));
                mark.runs.extend(stretch.runs);
                mark.spaced = stretch.spaced;
            }
            _ => whole.push(stretch),
        }
    }
    whole
}

/// Rows of a column that stand on one line, where a line of the next column parted them.
pub fn on_one_line(rows: Vec<Row>) -> Vec<Row> {
    let mut whole: Vec<Row> = Vec::new();
    for row in rows {
        let beside = |above: &Row| {
            let size = above.size.min(row.size);
            let apart = row.x().0 >= above.x().1 || row.x().1 <= above.x().0;
            apart && above.y - row.y < 0.6 * size
        };
        match whole.last_mut().filter(|above| beside(above)) {
            Some(above) => {
                if row.x().1 - row.x().0 > above.x().1 - above.x().0 {
                    (above.y, above.size) = (row.y, row.size);
                }
                above.stretches.extend(row.stretches);
                above.stretches.sort_by(|one, other| one.x.0.total_cmp(&other.x.0));
                above.stretches = with_marks(std::mem::take(&mut above.stretches), above.size);
            }
            None => whole.push(row),
        }
    }
    whole
}

/// Whether a text is nothing but a list mark.
fn is_mark(text: &str) -> bool {
    let probe = format!("{} X", text.trim());
    split_mark(&probe, false).is_some_and(|(_, length)| length + 1 == probe.len())
}

/// Letters as words; `on` is the baseline and size of their row.
fn stretch(letters: Vec<Placed>, on: (f64, f64), links: &[Link]) -> Option<Stretch> {
    let first = letters.first()?.clone();
    let mut characters: Vec<Character> = Vec::new();
    let (mut right, mut size) = (first.x.0, first.size);
    let mut first_word = None;
    let mut artifact = true;
    let mut starts: Vec<f64> = Vec::new();
    for letter in &letters {
        let blank = letter.text.trim().is_empty();
        let middle = ((letter.x.0 + letter.x.1) / 2.0, letter.y + 0.25 * letter.size);
        let link = links::closest(links, middle);
        let look = Character { c: ' ', bold: letter.bold, italic: letter.italic, link };
        let spaced = characters.last().is_none_or(|last| last.c == ' ');
        let apart = letter.x.0 - right > SPACE * letter.size.max(size);
        size = letter.size;
        if (blank || apart) && !spaced {
            characters.push(Character { link: None, ..look });
            starts.push(letter.x.0);
        }
        if blank {
            continue;
        }
        artifact &= letter.artifact;
        let rise = (letter.y - on.0) / on.1;
        // Word processors make them small, browsers nearly as large as the words.
        let is_raised =
            letter.size < 0.8 * on.1 && rise > 0.12 || letter.size < 0.9 * on.1 && rise > 0.25;
        for c in letter.text.chars().flat_map(plain) {
            let c = if is_raised { raised(c) } else { c };
            characters.push(Character { c, ..look });
            starts.push(letter.x.0);
        }
        right = right.max(letter.x.1);
        if first_word.is_none() && letter.text.ends_with(['-', '/', '–', '—']) {
            first_word = Some(right - first.x.0);
        }
    }
    let spaced = characters.last().is_some_and(|last| last.c == ' ');
    while characters.last().is_some_and(|last| last.c == ' ') {
        characters.pop();
    }
    let text: String = characters.iter().map(|character| character.c).collect();
    if text.is_empty() {
        return None;
    }
    let start_of = |byte: usize| starts.get(text[..byte].chars().count()).copied();
    let mark_length = split_mark(&text, false).map_or(0, |(_, length)| length);
    let text_left = start_of(mark_length).unwrap_or(first.x.0);
    let to_space = text.find(' ').and_then(start_of).map(|x| x - first.x.0);
    let width = right - first.x.0;
    // An address goes to the next line whole, and so does the sign of a document: `ABC/2026/3`.
    let counted = |(_, after): (&str, &str)| after.starts_with(|c: char| c.is_ascii_digit());
    let is_whole = |word: &str| word.contains("//") || word.split_once('/').is_some_and(counted);
    let first_word = first_word.filter(|_| !text.split(' ').next().is_some_and(is_whole));
    let first_word = to_space.into_iter().chain(first_word).fold(width, f64::min);
    let runs = runs(logical(characters), links);
    Some(Stretch {
        x: (first.x.0, right),
        text_left,
        on: own_line(&letters).unwrap_or(on),
        first_word,
        runs,
        artifact,
        spaced,
        walled: false,
    })
}

/// The baseline and size of the largest of some letters.
fn own_line(letters: &[Placed]) -> Option<(f64, f64)> {
    let words = letters.iter().filter(|letter| !letter.text.trim().is_empty());
    let largest = words.max_by(|one, other| one.size.total_cmp(&other.size))?;
    Some((largest.y, largest.size))
}

/// The characters a text is written with: ligatures apart, invisible ones left out.
fn plain(c: char) -> impl Iterator<Item = char> {
    let apart = match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => "",
    };
    let hidden = c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}');
    let same = (apart.is_empty() && !hidden).then_some(if c.is_whitespace() { ' ' } else { c });
    apart.chars().chain(same)
}

/// Letters are placed from left to right; text of right-to-left scripts is read the other way.
fn logical(mut characters: Vec<Character>) -> Vec<Character> {
    let rightward = |c: char| c.is_alphanumeric() && !is_leftward(c);
    let leftward = characters.iter().filter(|one| is_leftward(one.c)).count();
    if leftward == 0 {
        return characters;
    }
    if leftward > characters.iter().filter(|one| one.c.is_alphabetic() && rightward(one.c)).count()
    {
        characters.reverse();
        reverse_spans(&mut characters, rightward);
    } else {
        reverse_spans(&mut characters, is_leftward);
    }
    characters
}

/// Reverses each span from a character of the kind to the last one before one of the other.
fn reverse_spans(characters: &mut [Character], kind: impl Fn(char) -> bool) {
    let mut at = 0;
    while at < characters.len() {
        if !kind(characters[at].c) {
            at += 1;
            continue;
        }
        let (from, mut end) = (at, at + 1);
        while at < characters.len()
            && (kind(characters[at].c) || !characters[at].c.is_alphanumeric())
        {
            at += 1;
            if kind(characters[at - 1].c) {
                end = at;
            }
        }
        characters[from..end].reverse();
        at = end;
    }
}

/// Whether a letter belongs to a script that is written from right to left.
pub fn is_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn runs(characters: Vec<Character>, links: &[Link]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for at in 0..characters.len() {
        let mut own = characters[at];
        // A space looks as the word before it and belongs to a link only between linked words.
        if own.c == ' ' && at > 0 {
            let before = characters[at - 1];
            let after = characters.get(at + 1).and_then(|after| after.link);
            let link = before.link.filter(|link| {
                after.is_some_and(|after| links[after].address == links[*link].address)
            });
            own = Character { c: ' ', link, ..before };
        }
        let link = own.link.map(|link| links[link].address.clone());
        match runs.last_mut() {
            Some(run) if (run.bold, run.italic) == (own.bold, own.italic) && run.link == link => {
                run.text.push(own.c);
            }
            _ => runs.push(Run { text: own.c.into(), bold: own.bold, italic: own.italic, link }),
        }
    }
    runs
}
