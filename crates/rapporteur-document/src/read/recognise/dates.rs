//! Dates and times as people write them.

use chrono::{Datelike, NaiveDate, Weekday};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A date found in a text, with the time beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the date in the text.
    pub start: usize,
    /// End of it.
    pub end: usize,
    /// Day of the month.
    pub day: u32,
    /// Month from 1.
    pub month: u32,
    /// Year, where printed.
    pub year: Option<i32>,
    /// Weekday, where printed.
    pub weekday: Option<Weekday>,
    /// `HH:MM`.
    pub time: Option<String>,
    /// As printed, such as `UTC`.
    pub zone: Option<String>,
    /// The last day, where several are printed: `3–4 March`.
    pub last_day: Option<u32>,
    /// Whether day and month could be the other way round (`03/04/2026`).
    pub ambiguous: bool,
}

impl Found {
    /// The day, where the year is printed.
    pub fn date(&self) -> Option<NaiveDate> {
        if self.ambiguous { None } else { self.in_year(self.year?) }
    }

    /// The day in a year.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }

    /// The first such day after another.
    pub fn first_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        (day.year()..=day.year() + 8).filter_map(|year| self.in_year(year)).find(|date| *date > day)
    }
}

/// How the names of the months begin, in English, French, Spanish and Portuguese.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene"],
    &["feb", "fév", "fev"],
    &["mar"],
    &["apr", "avr", "abr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aoû", "aou", "ago"],
    &["sep", "set"],
    &["oct", "out"],
    &["nov"],
    &["dec", "déc", "dic", "dez"],
];

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is constant and tested")
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let elsewhere = "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro";
    let month = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?";
    let month = format!(r"(?:{month}|(?:{elsewhere})\b)");
    let last = r"(?:\s?(?:--?|–|—|/|&|and|to|et|y|e)\s?";
    let weekday = r"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?:the\s+)?)?";
    pattern(&format!(
        r"(?i){weekday}(?:\b(?P<iso_y>(?:19|20|21)\d{{2}})[-/.](?P<iso_m>\d{{1,2}})[-/.](?P<iso_d>\d{{1,2}})\b|\b(?P<d1>\d{{1,2}})(?:\s?(?:st|nd|rd|th|er|º))?{last}(?P<e1>\d{{1,2}})(?:st|nd|rd|th)?)?(?:\s+(?:of|de))?[\s-]+(?P<m1>{month})(?:,?(?:\s+del?)?[\s-]+(?P<y1>\d{{4}})\b)?|\b(?P<m2>{month})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b{last}(?P<e2>\d{{1,2}})(?:st|nd|rd|th)?\b)?(?:,?\s+(?P<y2>(?:19|20|21)\d{{2}})\b)?|\b(?P<n1>\d{{1,2}})(?P<sep>[./])(?P<n2>\d{{1,2}})[./](?P<y3>\d{{4}})\b|\b(?P<n3>\d{{1,2}})/(?P<n4>\d{{1,2}})/(?P<y4>\d{{2}})\b)"
    ))
});

static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:(?P<h>\d{1,2})\s?[:.h]\s?(?P<m>\d{2})\s*(?P<p>[ap]\.?m\b\.?)?|(?P<h2>\d{1,2})\s*(?P<p2>[ap]\.?m\b\.?)|(?P<hm>\d{4})(?:\s*(?:hrs|hours|h))?\s+\(?(?:utc|gmt)\b|(?P<h3>\d{1,2})(?:\s?h\b|\s(?:hrs|hours)\b)?\s\(?(?:utc|gmt)\b|(?:12\s)?(?P<noon>noon)\b)(?:\s*(?:--?|–|—|to|until)\s*\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\b\.?)?)?(?:\s*(?:hrs|hours|h)\b\.?)?",
    )
});

static ZONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::\d{2})?)?|CES?T|EES?T|WES?T|BST|IST|JST|SGT|HKT|AES?T|AEDT|NZ[SD]T|[ECMP][SD]T|EAT|CAT|WAT|SAST|BRT|ART|MSK|PKT|KST|CLS?T|COT|PET|GST|WIB|PHT|ET|PT)\b",
    )
});

/// Every date in a text, in order, each with the time that stands beside it.
pub fn dates_in(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = DATE.captures_iter(text).filter_map(|c| date(&c)).collect();
    // `/2024/02/29/` is part of an address.
    found.retain(|date| !text[..date.start].ends_with('/') && !text[date.end..].starts_with('/'));
    let ends: Vec<(usize, usize)> = found.iter().map(|f| (f.start, f.end)).collect();
    // `30 April – 1 May 2022`: the year is printed once.
    for at in 1..found.len() {
        let between = text[ends[at - 1].1..ends[at].0].trim();
        if found[at - 1].year.is_none() && ["-", "–", "—", "to", "and", "until"].contains(&between)
        {
            found[at - 1].year = found[at].year;
            found[at - 1].last_day = Some(found[at].day);
        }
    }
    for (at, date) in found.iter_mut().enumerate() {
        let until = ends.get(at + 1).map_or(text.len(), |next| next.0);
        let from = if at == 0 { 0 } else { ends[at - 1].1 };
        let after = near(text, date.end, until.min(date.end + 60));
        let before = near(text, from.max(date.start.saturating_sub(40)), date.start);
        let time = time_in(after).or_else(|| time_in(before));
        if let Some((time, zone)) = time {
            date.time = Some(time);
            date.zone = zone;
        }
    }
    found
}

/// A slice moved outwards to the next character boundaries.
fn near(text: &str, from: usize, to: usize) -> &str {
    let from = (0..=from).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let to = (to..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    text.get(from..to).unwrap_or("")
}

fn date(captures: &Captures<'_>) -> Option<Found> {
    let number = |name: &str| captures.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
    let month = |name: &str| {
        let lower = captures.name(name)?.as_str().to_lowercase();
        let begins = |month: &&[&str]| month.iter().any(|start| lower.starts_with(start));
        MONTHS.iter().position(begins).and_then(|at| u32::try_from(at + 1).ok())
    };
    let mut ambiguous = false;
    let (day, month, year) = if let Some(day) = number("iso_d") {
        (day, number("iso_m")?, number("iso_y"))
    } else if let Some(day) = number("d1") {
        (day, month("m1")?, number("y1"))
    } else if let Some(day) = number("d2") {
        (day, month("m2")?, number("y2"))
    } else {
        let short = number("y4").map(|year| year + 2000);
        let first = number("n1").or_else(|| number("n3"))?;
        let second = number("n2").or_else(|| number("n4"))?;
        let year = number("y3").or(short);
        let slash = captures.name("sep").is_none_or(|sep| sep.as_str() == "/");
        ambiguous = slash && first <= 12 && second <= 12 && first != second;
        if second > 12 { (second, first, year) } else { (first, second, year) }
    };
    let whole = captures.get(0)?;
    let year = year.and_then(|year| i32::try_from(year).ok());
    NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day)?;
    let weekday = captures.name("weekday").and_then(|m| m.as_str().to_lowercase().parse().ok());
    Some(Found {
        start: whole.start(),
        end: whole.end(),
        day,
        month,
        year,
        weekday,
        ambiguous,
        last_day: number("e1").or_else(|| number("e2")).filter(|last| *last > day && *last <= 31),
        ..Found::default()
    })
}

/// The first time of day in a text with its time zone.
pub fn time_in(text: &str) -> Option<(String, Option<String>)> {
    TIME.captures_iter(text).find_map(|captures| {
        let number = |name: &str| captures.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
        let (mut hour, minute) = match number("hm") {
            Some(both) => (both / 100, both % 100),
            None if captures.name("noon").is_some() => (12, 0),
            None => {
                let hour = number("h").or_else(|| number("h2")).or_else(|| number("h3"))?;
                (hour, number("m").unwrap_or(0))
            }
        };
        if let Some(half) = captures.name("p").or_else(|| captures.name("p2")) {
            let evening = half.as_str().to_lowercase().starts_with('p');
            hour = hour % 12 + if evening { 12 } else { 0 };
        }
        if hour > 23 || minute > 59 {
            return None;
        }
        let end = captures.get(0)?.end();
        // `16/01/18` is no time.
        if text[end..].starts_with('/') {
            return None;
        }
        let rest = near(text, captures.get(0)?.start(), text.len().min(end + 16));
        let zone = ZONE.find(rest).map(|zone| zone.as_str().to_owned());
        Some((format!("{hour:02}:{minute:02}"), zone))
    })
}

/// Whether a word stands only beside times: figures, `p.m.`, `UTC`.
pub fn belongs_to_time(word: &str) -> bool {
    const BESIDE: &[&str] = &[
        "at", "from", "to", "until", "p.m", "a.m", "pm", "am", "h", "hrs", "hours", "noon", "a",
        "à", "las", "horas", "heures",
    ];
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.is_empty()
        || word.contains(|c: char| c.is_ascii_digit())
        || BESIDE.contains(&bare.to_lowercase().as_str())
        || ZONE.is_match(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, day: &str, time: &str) {
        let found = dates_in(text);
        let shown = found.first().map_or(String::new(), |f| {
            f.year.map_or_else(
                || format!("{:02}-{:02}", f.month, f.day),
                |y| format!("{y}-{:02}-{:02}", f.month, f.day),
            )
        });
        let when = found.first().map_or(String::new(), |f| {
            [f.time.clone(), f.zone.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        assert_eq!((shown.as_str(), when.as_str()), (day, time), "{text}");
    }

    #[test]
    fn every_way_to_write_a_day() {
        check("20 March 2025 at 13:00 UTC", "2025-03-20", "13:00 UTC");
        check("31 October 15:00 UTC", "10-31", "15:00 UTC");
        check("March 5th, 2026", "2026-03-05", "");
        check("March 5, 2026, 6:30 pm CET", "2026-03-05", "18:30 CET");
        check("2026-03-05", "2026-03-05", "");
        check("2026/3/05 | 18:00 UTC", "2026-03-05", "18:00 UTC");
        check("2026.03.05", "2026-03-05", "");
        check("2026-03-05 18:00 UTC", "2026-03-05", "18:00 UTC");
        check("Thursday, 5 March 2026 at 18:00 (UTC)", "2026-03-05", "18:00 UTC");
        check("Thu 5th of March 2026", "2026-03-05", "");
        check("19 March – 13:00 UTC", "03-19", "13:00 UTC");
        check("at 13:00 UTC on 5 March 2026", "2026-03-05", "13:00 UTC");
        check("05.03.2026, 18.00 GMT", "2026-03-05", "18:00 GMT");
        check("25/03/2026", "2026-03-25", "");
        check("5 Sept 2024, 9 am EST", "2024-09-05", "09:00 EST");
        check("5 March 2026, 1300 UTC", "2026-03-05", "13:00 UTC");
        check("12 de junio de 2025 a las 15:00 UTC", "2025-06-12", "15:00 UTC");
        check("jeudi 6 mars 2025 à 14 h 00 (CET)", "2025-03-06", "14:00 CET");
        check("1er août 2024", "2024-08-01", "");
        check("3–4 March 2022, 9:30", "2022-03-03", "09:30");
        check("March 3-4, 2022", "2022-03-03", "");
        check("30 April – 1 May 2022", "2022-04-30", "");
        check("5 March 2026, 15 UTC", "2026-03-05", "15:00 UTC");
        check("5 March 2026, 12 noon UTC", "2026-03-05", "12:00 UTC");
        check("2 out of 5, 3 set aside", "", "");
        check("5 March 2026 from 13:00-14:30 UTC", "2026-03-05", "13:00 UTC");
        check("27th March", "03-27", "");
        check("31 February 2026", "", "");
        check("99 March", "", "");
        check("ça 5 März", "", "");
        check("example.org/2024/02/29/report", "", "");
    }
}
