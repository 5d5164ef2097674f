//! Which line of one content became which line of the other.

use super::lines::Line;
use super::words::{differ, likeness, numbered, whole};
use super::{Change, LineDifference, PieceChange};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Lines with less in common are not the same line.
const ALIKE: f64 = 0.4;
/// How many pairs of lines are weighed in one place; more are paired in their order.
const PAIRS: usize = 10_000;

/// What became of one line.
struct Pair {
    /// Its place in the earlier content.
    from: Option<usize>,
    /// Its place in the later content.
    to: Option<usize>,
    /// Whether other lines lie between.
    moved: bool,
}

impl Pair {
    fn new(from: Option<usize>, to: Option<usize>) -> Self {
        Self { from, to, moved: false }
    }
}

/// The lines that differ, in the order of the later content; what is gone stands where it stood.
pub(super) fn align(before: &[Line], after: &[Line]) -> Vec<LineDifference> {
    let (old, new) = numbered(before, after);
    let mut pairs = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if !matches!(operation, DiffOp::Equal { .. }) {
            pairs.extend(pair(before, after, operation.old_range(), operation.new_range()));
        }
    }
    let same = |from: usize, to: usize| {
        old[from] == new[to] || (before[from].id.is_some() && before[from].id == after[to].id)
    };
    find_moved(&mut pairs, same);
    pairs.iter().filter_map(|pair| line_difference(pair, before, after)).collect()
}

/// A line that is gone from one place and new at another was moved. Where it was, nothing is
/// left to tell.
fn find_moved(pairs: &mut Vec<Pair>, same: impl Fn(usize, usize) -> bool) {
    let gone = pairs.iter().filter(|pair| pair.to.is_none());
    let mut gone: Vec<usize> = gone.filter_map(|pair| pair.from).collect();
    let mut moved = Vec::new();
    for pair in pairs.iter_mut() {
        let (None, Some(to)) = (pair.from, pair.to) else { continue };
        if let Some(at) = gone.iter().position(|&from| same(from, to)) {
            let from = gone.remove(at);
            moved.push(from);
            *pair = Pair { from: Some(from), to: Some(to), moved: true };
        }
    }
    pairs.retain(|pair| pair.to.is_some() || pair.from.is_none_or(|from| !moved.contains(&from)));
}

/// Pairs the lines of two stretches that have no line in common, so that as many words as
/// possible are in both.
fn pair(before: &[Line], after: &[Line], from: Range<usize>, to: Range<usize>) -> Vec<Pair> {
    let (old, new) = (&before[from.clone()], &after[to.clone()]);
    let alike = |i: usize, j: usize| weight(&old[i], &new[j]);
    let pairs = match (old.len(), new.len()) {
        // One value took the place of another, with or without a word in common.
        (1, 1) if old[0].words.len() == 1 => vec![Pair::new(Some(0), Some(0))],
        (lines, others) if lines * others > PAIRS => in_order(lines, others, alike),
        (lines, others) => best(lines, others, alike),
    };
    let placed = |Pair { from: old, to: new, moved }| Pair {
        from: old.map(|i| from.start + i),
        to: new.map(|j| to.start + j),
        moved,
    };
    pairs.into_iter().map(placed).collect()
}

/// How much speaks for two lines being one; nothing where too few words are in both.
fn weight(one: &Line, other: &Line) -> f64 {
    if one.id.is_some() && one.id == other.id {
        return 1.0;
    }
    let likeness = likeness(&one.words, &other.words);
    if likeness >= ALIKE { likeness } else { 0.0 }
}

/// The pairs that weigh most together, none crossing another.
fn best(lines: usize, others: usize, weight: impl Fn(usize, usize) -> f64) -> Vec<Pair> {
    let weights: Vec<Vec<f64>> =
        (0..lines).map(|i| (0..others).map(|j| weight(i, j)).collect()).collect();
    // most[i][j]: the most that the lines from i and the others from j can have.
    let mut most = vec![vec![0.0_f64; others + 1]; lines + 1];
    for i in (0..lines).rev() {
        for j in (0..others).rev() {
            let paired = weights[i][j] + most[i + 1][j + 1];
            most[i][j] = paired.max(most[i + 1][j]).max(most[i][j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < lines && j < others {
        if weights[i][j] > 0.0 && weights[i][j] + most[i + 1][j + 1] >= most[i][j] {
            pairs.push(Pair::new(Some(i), Some(j)));
            (i, j) = (i + 1, j + 1);
        } else if most[i + 1][j] >= most[i][j + 1] {
            pairs.push(Pair::new(Some(i), None));
            i += 1;
        } else {
            pairs.push(Pair::new(None, Some(j)));
            j += 1;
        }
    }
    pairs.extend((i..lines).map(|i| Pair::new(Some(i), None)));
    pairs.extend((j..others).map(|j| Pair::new(None, Some(j))));
    pairs
}

/// The first with the first, and so on: for stretches too long to weigh.
fn in_order(lines: usize, others: usize, weight: impl Fn(usize, usize) -> f64) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for at in 0..lines.max(others) {
        let (from, to) = ((at < lines).then_some(at), (at < others).then_some(at));
        if from.is_some() && to.is_some() && weight(at, at) == 0.0 {
            pairs.extend([Pair::new(from, None), Pair::new(None, to)]);
        } else {
            pairs.push(Pair::new(from, to));
        }
    }
    pairs
}

fn line_difference(pair: &Pair, before: &[Line], after: &[Line]) -> Option<LineDifference> {
    let whole_line = |line: &Line, change, pieces| {
        let pieces = whole(&line.words, pieces);
        LineDifference { change, form: line.form, was: None, pieces }
    };
    Some(match (pair.from.map(|i| &before[i]), pair.to.map(|j| &after[j])) {
        (None, None) => return None,
        (None, Some(new)) => whole_line(new, Change::Added, PieceChange::Added),
        (Some(old), None) => whole_line(old, Change::Removed, PieceChange::Removed),
        (Some(old), Some(new)) => LineDifference {
            change: if pair.moved { Change::Moved } else { Change::Changed },
            form: new.form,
            was: (old.form != new.form).then_some(old.form),
            pieces: differ(&old.words, &new.words),
        },
    })
}
