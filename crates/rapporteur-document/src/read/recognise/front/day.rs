//! The day of the meeting, from the title block and the opening sentence.

use crate::read::recognise::dates::{Found, belongs_to_time, dates_in, time_in};
use crate::read::recognise::doubt;
use crate::read::{Doubt, Reading};
use chrono::{Datelike, NaiveDate};

/// One date from the title block and the opening sentence, with a doubt where they differ.
pub fn settle_date(
    header: Option<(Found, u32, String)>,
    sentence: Option<(Found, u32, String)>,
    reading: &mut Reading,
    doubts: &mut Vec<Doubt>,
) {
    let day_of = |place: &Option<(Found, u32, String)>| {
        place.as_ref().and_then(|(found, _, _)| found.date())
    };
    let from_header = day_of(&header);
    let from_sentence = day_of(&sentence).or_else(|| {
        let (found, _, _) = sentence.as_ref()?;
        if found.year.is_some() { None } else { found.in_year(from_header?.year()) }
    });
    let date = from_sentence.or(from_header);
    if let (Some(one), Some(other), Some((_, line, quote))) = (from_header, from_sentence, &header)
        && one != other
    {
        let message = "The date above the title and the date in the opening sentence differ; the sentence’s was taken.";
        doubts.push(doubt("date_conflict", message, *line, quote, Some(other.to_string())));
    }
    reading.date = date.map(|date| date.to_string());
    let times: Vec<(&String, &Option<String>)> = [&sentence, &header]
        .into_iter()
        .flatten()
        .filter_map(|(found, _, _)| Some((found.time.as_ref()?, &found.zone)))
        .collect();
    if let Some((time, zone)) = times.first() {
        if let (Some((other, _)), Some((_, line, quote))) = (times.get(1), &header)
            && other != time
        {
            let message = "The time above the title and the time in the opening sentence differ; the sentence’s was taken.";
            doubts.push(doubt("time_conflict", message, *line, quote, Some((*time).clone())));
        }
        reading.time = Some((*time).clone());
        reading.time_zone = (*zone).clone();
    }
    for (found, line, quote) in [&header, &sentence].into_iter().flatten() {
        if let (Some(weekday), Some(day)) = (found.weekday, found.date())
            && day.weekday() != weekday
        {
            let message = "The weekday does not fit the date.";
            doubts.push(doubt("weekday_conflict", message, *line, quote, Some(long_weekday(day))));
        }
        if found.last_day.is_some() {
            let message = "The meeting lasted several days; the first was taken.";
            doubts.push(doubt(
                "date_range",
                message,
                *line,
                quote,
                found.date().map(|d| d.to_string()),
            ));
        }
        if found.ambiguous && from_sentence.is_none() {
            let message = "Day and month of this date could be the other way round; write the month in letters.";
            let proposed =
                found.year.and_then(|year| found.in_year(year)).map(|day| day.to_string());
            doubts.push(doubt("date_ambiguous", message, *line, quote, proposed));
        } else if found.year.is_none() && date.is_none() {
            let message = "The date has no year; write it.";
            doubts.push(doubt("date_year", message, *line, quote, None));
        }
    }
}

fn long_weekday(day: NaiveDate) -> String {
    day.format("%A").to_string()
}

/// Reads the date in a label's value, or the time; false where it is neither, or says more.
pub fn take_date(
    value: &str,
    place: u32,
    text: &str,
    reading: &mut Reading,
    date: &mut Option<(Found, u32, String)>,
) -> bool {
    if let Some(found) = dates_in(value).into_iter().next() {
        *date = Some((found, place, text.to_owned()));
        return true;
    }
    take_time(value, reading)
}

/// Reads the time, and the place beside it; false where the words say more.
pub fn take_time(text: &str, reading: &mut Reading) -> bool {
    const BESIDE: &[&str] = &[
        "time", "start", "starting", "starts", "began", "begins", "end", "meeting", "local", "us",
    ];
    let Some((time, zone)) = time_in(text) else { return false };
    (reading.time, reading.time_zone) = (Some(time), zone);
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let said = |word: &&str| !belongs_to_time(word) && !BESIDE.contains(&&*bare(word));
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some(first) = words.iter().position(&said) else { return true };
    let rest = words[first..].join(" ");
    let place = ["via ", "on ", "in ", "at "].iter().find_map(|start| {
        let (word, place) = rest.split_at_checked(start.len())?;
        word.eq_ignore_ascii_case(start).then_some(place)
    });
    match place.filter(|place| place.starts_with(char::is_uppercase)) {
        Some(place) if reading.venue.is_none() && !place.contains(". ") => {
            reading.venue = Some(place.trim_end_matches('.').to_owned());
            true
        }
        // A word such as the name of a day is no loss.
        _ => words[first..].iter().filter(|word| said(word)).count() < 2,
    }
}
