//! What stands beside the date in a line of the title block: number, group, place.
//!
//! Called by [`front`](super::front()). Deliberately absent: lines without a date.

use super::group::{DASHES, GROUP, is_short_name, take_group};
use super::labels::{LABEL, take_labelled};
use super::place::place_in;
use super::{PLACE, VENUE, take_number};
use crate::read::Reading;
use crate::read::lines::Line;
use crate::read::recognise::dates::{Found, belongs_to_time};
use crate::read::recognise::ordinals::ordinal_in;

/// What a line says after its date and time: the place.
pub fn after_time(text: &str) -> &str {
    let mut rest = text.trim_start_matches([' ', ',', '–', '-', '|', '(']);
    while let Some(first) = rest.split([' ', ',']).next().filter(|first| !first.is_empty()) {
        let of_time = belongs_to_time(first);
        if !of_time {
            break;
        }
        rest = rest[first.len()..].trim_start_matches([' ', ',', '|']);
    }
    rest.trim_start_matches('(').trim_end_matches([')', '.', ' '])
}

/// Reads `Bishkek time` at the start of what a line says after its time, where no other zone is
/// printed; gives what comes after it.
pub fn take_zone<'t>(after: &'t str, date: &mut Option<(Found, u32, String)>) -> Option<&'t str> {
    let at = after.find(" time")?;
    let (zone, rest) = after.split_at(at + " time".len());
    let rest = rest.trim_start_matches(')');
    let ends = rest.is_empty() || rest.starts_with([',', ' ', '|', ';']);
    let (found, ..) = date.as_mut().filter(|_| zone.split(' ').count() <= 4 && ends)?;
    if found.time.is_none() || found.zone.is_some() || zone.contains([',', '(', ')']) {
        return None;
    }
    found.zone = Some(zone.to_owned());
    Some(rest.trim_start_matches([',', ' ', '|', ';']))
}

/// Reads what stands before or after the date in a line: the number of the meeting, the group, the
/// place; false where it is something else.
pub fn take_beside_date(piece: &str, reading: &mut Reading) -> bool {
    const OF_MEETINGS: &[&str] =
        &["a", "call", "held", "meeting", "our", "regular", "session", "the"];
    let piece = piece.trim();
    // `Held by video conference`
    let held = ["Held ", "held ", "Took place ", "Convened "].iter();
    let held = held.filter_map(|start| piece.strip_prefix(start)).next();
    if let Some(how) = held.map(without_leading) {
        if VENUE.is_match(how) || PLACE.is_match(how) || how.starts_with(char::is_uppercase) {
            reading.venue.get_or_insert_with(|| how.to_owned());
            return true;
        }
        return take_beside_date(how, reading);
    }
    // The place was read before.
    if !piece.is_empty() && reading.venue.as_deref() == Some(piece) {
        return true;
    }
    if piece.split_whitespace().all(|word| OF_MEETINGS.contains(&&*word.to_lowercase())) {
        return true;
    }
    if let Some((before, after)) = piece.split_once(" held ")
        && let Some(place) = place_in(&format!(" {after}"))
    {
        reading.venue.get_or_insert(place);
        return take_beside_date(before, reading);
    }
    // `77th meeting - Online`
    if let Some((number, rest)) = DASHES.iter().find_map(|dash| piece.split_once(dash))
        && ordinal_in(number).is_some()
        && take_number(number.trim(), reading)
    {
        return take_beside_date(rest, reading);
    }
    let place = ["in the ", "at the ", "in ", "at ", "via ", "by "]
        .iter()
        .find_map(|start| piece.strip_prefix(start))
        .filter(|place| place.starts_with(char::is_uppercase));
    if let Some(labelled) = LABEL.captures(piece) {
        let label = labelled["label"].to_lowercase();
        let line = Line::default();
        return take_labelled(&label, labelled["value"].trim(), &line, reading, &mut None);
    }
    let of_place = VENUE.is_match(piece) || PLACE.is_match(piece);
    if let Some(place) = place.or(of_place.then_some(piece)).filter(|_| reading.venue.is_none()) {
        reading.venue = Some(place.to_owned());
    } else if !take_number(piece, reading) {
        if reading.group.is_none() && GROUP.is_match(piece) {
            take_group(piece, reading);
        } else if is_short_name(piece) {
            reading.series.get_or_insert_with(|| piece.to_owned());
        } else {
            return !piece.chars().any(char::is_alphabetic);
        }
    }
    true
}

/// A place without the words that lead to it: `by`, `in the`.
fn without_leading(place: &str) -> &str {
    const LEADING: &[&str] =
        &["as", "at", "by", "in", "on", "over", "the", "through", "via", "a", "an"];
    let mut rest = place.trim_start();
    while let Some((word, after)) = rest.split_once(' ') {
        if !LEADING.contains(&word) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// A text without the words that lead to a date: `held on`, the name of a day.
pub fn without_last_words(text: &str) -> &str {
    const LEADING: &[&str] = &[
        "date",
        "held",
        "on",
        "le",
        "el",
        "du",
        "del",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ];
    let mut rest = text.trim_end();
    loop {
        let word = rest.rsplit([' ', ',']).next().unwrap_or("");
        if word.is_empty() || !LEADING.contains(&word.to_lowercase().as_str()) {
            return rest;
        }
        rest = rest[..rest.len() - word.len()].trim_end_matches([' ', ',']);
    }
}
