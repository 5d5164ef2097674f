//! Cues: WebVTT with or without voices, and the older SubRip and SubViewer files that go by the
//! same rules. Zoom and Teams save their transcripts as WebVTT.
//!
//! Source: WebVTT, W3C Candidate Recommendation, sections 4 (syntax) and 6 (parsing). Settings,
//! regions and styles are passed over; they say where captions stand, not what was said.

use super::speaker::Speakers;
use super::{Joins, Piece, tidy, time};

/// Whether a text holds cues.
pub fn are_in(text: &str) -> bool {
    text.trim_start().starts_with("WEBVTT") || text.lines().any(|line| time::of_cue(line).is_some())
}

/// Reads every cue, in the order of the file.
pub fn read(text: &str) -> Vec<Piece> {
    let cues = cues(text);
    let voices: Vec<Vec<Voice>> = cues.iter().map(|cue| voices(&cue.payload)).collect();
    let speakers = Speakers::of(voices.iter().flatten().flat_map(|voice| voice.words.lines()));
    let mut pieces: Vec<Piece> = Vec::new();
    for (cue, voices) in cues.iter().zip(voices) {
        for voice in voices {
            let mut named = voice.name;
            let mut words = String::new();
            for line in voice.words.lines() {
                // A voice's name is said; a colon in its words is part of them.
                let found = if voice.tagged { None } else { speakers.split(line) };
                match found {
                    Some((name, rest)) => {
                        pieces.push(cue.piece(named.take(), &words));
                        named = Some(tidy(name));
                        words = rest.to_owned();
                    }
                    None => words = format!("{words} {line}"),
                }
            }
            pieces.push(cue.piece(named, &words));
        }
    }
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

struct Cue {
    seconds: Option<u32>,
    payload: String,
}

impl Cue {
    fn piece(&self, speaker: Option<String>, words: &str) -> Piece {
        let text = tidy(words);
        Piece { seconds: self.seconds, speaker, private: false, text, joins: Joins::AsSpeech }
    }
}

/// Takes a file apart at its timing lines. What stands in a block before its timing line is the
/// cue's identifier; a block without a timing line is kept as words without a time.
fn cues(text: &str) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for block in blocks(text) {
        let Some(first) = block.iter().position(|line| time::of_cue(line).is_some()) else {
            if !is_about_the_file(block[0]) {
                cues.push(Cue { seconds: None, payload: block.join("\n") });
            }
            continue;
        };
        let mut lines = block[first..].iter().peekable();
        while let Some(line) = lines.next() {
            if let Some(seconds) = time::of_cue(line) {
                cues.push(Cue { seconds: Some(seconds), payload: String::new() });
            } else if lines.peek().is_some_and(|next| time::of_cue(next).is_some())
                && is_identifier(line)
            {
                // The next cue's, in a file without empty lines.
            } else if let Some(cue) = cues.last_mut() {
                cue.payload.push_str(line);
                cue.payload.push('\n');
            }
        }
    }
    cues
}

fn blocks(text: &str) -> Vec<Vec<&str>> {
    let mut blocks: Vec<Vec<&str>> = vec![vec![]];
    for line in text.lines() {
        match (line.trim().is_empty(), blocks.last_mut()) {
            (false, Some(block)) => block.push(line),
            _ => blocks.push(vec![]),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn is_about_the_file(line: &str) -> bool {
    let first = line.split([' ', '\t', ':', '=']).next().unwrap_or_default();
    matches!(
        first,
        "WEBVTT" | "NOTE" | "STYLE" | "REGION" | "X-TIMESTAMP-MAP" | "Kind" | "Language"
    )
}

/// `12`, or an identifier that a program made up.
fn is_identifier(line: &str) -> bool {
    let line = line.trim();
    !line.contains(char::is_whitespace) && line.contains(|c: char| c.is_ascii_digit())
}

/// Words of one cue under one voice tag, or under none.
struct Voice {
    name: Option<String>,
    tagged: bool,
    words: String,
}

/// Takes tags out of a cue's words and divides them where the voice changes.
fn voices(payload: &str) -> Vec<Voice> {
    let mut voices = vec![Voice { name: None, tagged: false, words: String::new() }];
    let mut rest = payload;
    while let Some(at) = rest.find('<') {
        let (before, from_tag) = rest.split_at(at);
        let tag = from_tag[1..].split_once('>').filter(|(tag, _)| is_tag(tag));
        let (words, tag, after) = match tag {
            Some((tag, after)) => (before, tag, after),
            None => (&rest[..=at], "", &from_tag[1..]),
        };
        if let Some(voice) = voices.last_mut() {
            voice.words.push_str(&unescape(words));
        }
        let (kind, name) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let name = tidy(&unescape(name));
        if kind == "v" || kind.starts_with("v.") {
            let tagged = !name.is_empty();
            let name = tagged.then_some(name);
            voices.push(Voice { name, tagged, words: String::new() });
        } else if kind == "/v" {
            voices.push(Voice { name: None, tagged: false, words: String::new() });
        }
        rest = after;
    }
    if let Some(voice) = voices.last_mut() {
        voice.words.push_str(&unescape(rest));
    }
    voices
}

/// `v Anna`, `/c`, `00:00:01.000`; not the words after `a < b`.
fn is_tag(inside: &str) -> bool {
    let first = inside.trim_start_matches('/').chars().next();
    let closes_at_once = inside.is_empty() || inside == "/";
    closes_at_once
        || (first.is_some_and(|c| c.is_ascii_alphanumeric())
            && !inside.contains('<')
            && inside.len() < 200)
}

fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}
