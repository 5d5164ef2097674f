//! Transcripts and chat logs: who said what when, to draft a report from.
//!
//! [`read`] is the door; `rapporteur-core` calls it with what was pasted or a decoded file.
//! `cues` reads WebVTT and its relatives, `chat` the chat that Zoom saves, `lines` everything
//! else; `speaker` knows what a name before a colon looks like. Nothing is refused and nothing is
//! left out: what is not understood is an entry without a speaker. Deliberately absent: matching
//! speakers to people, which needs a directory.

mod chat;
mod cues;
mod lines;
mod speaker;
mod time;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What one person said at a stretch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TranscriptEntry {
    /// The time written beside it, in seconds: from the start of the recording, or from midnight
    /// where a chat was saved with the time of day.
    pub seconds: Option<u32>,
    /// The speaker as written.
    pub speaker: Option<String>,
    /// Whether it was written to some only, as a direct message in a chat.
    pub private: bool,
    /// What was said; messages of a chat stay lines of their own.
    pub text: String,
}

/// Reads a transcript or a chat log in any of the formats known here.
pub fn read(text: &str) -> Vec<TranscriptEntry> {
    let clean: String = text
        .replace("\r\n", "\n")
        .chars()
        .map(|c| if c == '\r' { '\n' } else { c })
        .filter(|c| !c.is_control() || "\n\t".contains(*c))
        .filter(|c| !"\u{feff}\u{200b}\u{200e}\u{200f}".contains(*c))
        .collect();
    let spoken = if cues::are_in(&clean) {
        cues::read(&clean)
    } else if chat::is(&clean) {
        chat::read(&clean)
    } else {
        lines::read(&clean)
    };
    joined(spoken)
}

/// A piece of a source before neighbours are joined.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    seconds: Option<u32>,
    speaker: Option<String>,
    private: bool,
    text: String,
    joins: Joins,
}

/// How a piece goes on from the one before it, of the same speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joins {
    /// As the same sentence; also where nobody is named.
    AsSpeech,
    /// As a line of its own.
    AsLine,
}

/// Captions of nobody are joined up to about this many characters.
const LONGEST_UNNAMED: usize = 400;

fn joined(pieces: Vec<Piece>) -> Vec<TranscriptEntry> {
    let mut entries: Vec<TranscriptEntry> = Vec::new();
    for piece in pieces {
        let text = piece.text.trim();
        if text.is_empty() {
            continue;
        }
        match entries.last_mut() {
            Some(last) if goes_on(last, &piece) => {
                last.text.push(if piece.joins == Joins::AsLine { '\n' } else { ' ' });
                last.text.push_str(text);
            }
            _ => entries.push(TranscriptEntry {
                seconds: piece.seconds,
                speaker: piece.speaker,
                private: piece.private,
                text: text.to_owned(),
            }),
        }
    }
    entries
}

fn goes_on(last: &TranscriptEntry, piece: &Piece) -> bool {
    if last.private != piece.private || last.speaker != piece.speaker {
        return false;
    }
    let in_mid_sentence = || !last.text.ends_with(['.', '?', '!', '…', '。', '？', '！']);
    last.speaker.is_some()
        || (piece.joins == Joins::AsSpeech
            && in_mid_sentence()
            && last.text.len() < LONGEST_UNNAMED)
}

/// One line with single spaces.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
