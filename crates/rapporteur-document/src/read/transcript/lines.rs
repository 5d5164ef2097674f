//! Plain lines: `Name: text`, a time before it, or a head line of name and time above the text,
//! as a transcript copied from a web page or saved captions have it.

use super::speaker::{Speakers, is_name};
use super::{Joins, Piece, tidy, time};

/// Reads line by line. A line without a speaker goes on with the line before it; after an empty
/// line it is nobody's, unless a head line stands above.
pub fn read(text: &str) -> Vec<Piece> {
    let lines: Vec<Line> = text.lines().map(timed).collect();
    let speakers = Speakers::of(lines.iter().map(|line| line.words));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut goes_on = false;
    let mut seconds = None;
    for line in lines {
        seconds = line.seconds.or(seconds);
        if line.words.is_empty() {
            goes_on = goes_on && line.seconds.is_some();
        } else if line.is_head() {
            let name = line.words.trim_matches(['[', ']', ':']);
            pieces.push(piece(seconds.take(), Some(name), ""));
            goes_on = true;
        } else if let Some((speaker, words)) = speakers.split(line.words) {
            pieces.push(piece(seconds.take(), Some(speaker), words));
            goes_on = true;
        } else if let Some(last) = pieces.last_mut().filter(|_| goes_on && line.seconds.is_none()) {
            let gap = if last.text.is_empty() { "" } else { " " };
            last.text = format!("{}{gap}{}", last.text, tidy(line.words));
        } else {
            pieces.push(piece(seconds.take(), None, line.words));
            goes_on = false;
        }
    }
    pieces
}

fn piece(seconds: Option<u32>, speaker: Option<&str>, words: &str) -> Piece {
    let joins = if speaker.is_some() { Joins::AsSpeech } else { Joins::AsLine };
    Piece { seconds, speaker: speaker.map(tidy), private: false, text: tidy(words), joins }
}

/// A line without its time.
struct Line<'t> {
    seconds: Option<u32>,
    /// Whether the time stood after the words, as in a head line.
    time_last: bool,
    words: &'t str,
}

impl Line<'_> {
    /// A name alone with its time.
    fn is_head(&self) -> bool {
        let bracketed = self.words.starts_with('[') && self.words.ends_with(']');
        let name = self.words.trim_matches(['[', ']', ':']);
        // `Anna: Yes` says something, however much it looks like a name.
        let says = name.contains(": ");
        let placed = self.seconds.is_some() && (self.time_last || !bracketed);
        placed && !says && is_name(name) && !ends(name)
    }
}

/// Words that end like a sentence are no name.
fn ends(words: &str) -> bool {
    words.ends_with(['.', '?', '!'])
}

fn timed(line: &str) -> Line<'_> {
    let line = line.trim();
    if let Some((seconds, length)) = bracketed_time(line).or_else(|| time::at_start(line)) {
        let words = line[length..].trim_start_matches([' ', '\t', '-', '–', ']', ')']);
        return Line { seconds: Some(seconds), time_last: false, words };
    }
    // Anna Novak   12:34
    let last = line.rsplit_once(char::is_whitespace).and_then(|(before, last)| {
        let bare = last.trim_matches(['(', ')', '[', ']']);
        let (seconds, length) = time::at_start(bare)?;
        (length == bare.len() && is_name(before.trim())).then_some((seconds, before.trim()))
    });
    match last {
        Some((seconds, words)) => Line { seconds: Some(seconds), time_last: true, words },
        None => Line { seconds: None, time_last: false, words: line },
    }
}

/// A time in brackets, alone or behind a day: `[00:12:34]`, `[12/03/2026, 10:32 AM]`.
fn bracketed_time(line: &str) -> Option<(u32, usize)> {
    let inside = line.strip_prefix('[').or_else(|| line.strip_prefix('('))?;
    let end = inside.find([']', ')'])?;
    let inside = &inside[..end];
    let places = inside.char_indices().filter(|(at, c)| {
        c.is_ascii_digit() && !inside[..*at].ends_with(|before: char| before.is_ascii_digit())
    });
    let mut times = places.filter_map(|(at, _)| time::at_start(&inside[at..]));
    let (seconds, _) = times.next()?;
    Some((seconds, 1 + end + 1))
}
