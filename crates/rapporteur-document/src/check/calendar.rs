//! Days as they are printed, with every piece of them and its place.
//!
//! Used by the rules about dates; recognition of prior reports has a wider reader of its own.

use super::pattern;
use chrono::{Datelike, NaiveDate, Weekday};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A day in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Printed {
    /// Where it stands, its weekday left out.
    pub range: Range<usize>,
    /// Day of the month as printed, which the month may not have.
    pub day: u32,
    /// Month from 1.
    pub month: u32,
    /// Year, where printed.
    pub year: Option<i32>,
    /// Weekday and its place, where printed.
    pub weekday: Option<(Weekday, Range<usize>)>,
    /// Whether the day has an ordinal's ending: `27th`.
    pub ordinal: bool,
    /// Whether the month stands first: `March 27`.
    pub month_first: bool,
}

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    let month = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";
    let weekday =
        "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Wed|Thu|Fri|Sat|Sun";
    pattern(&format!(
        r"(?:\b(?P<weekday>{weekday})\b\.?,?\s+(?:the\s+)?)?(?P<date>\b(?P<d1>\d{{1,2}})(?P<o1>\s?(?:st|nd|rd|th))?(?:\s+of)?\s+(?P<m1>{month})\b(?:,?\s+(?P<y1>\d{{4}})\b)?|\b(?P<m2>{month})\s+(?P<d2>\d{{1,2}})(?P<o2>st|nd|rd|th)?\b(?:,?\s+(?P<y2>(?:19|20|21)\d{{2}})\b)?)"
    ))
});

/// Every day in a text, in order.
pub(super) fn days(text: &str) -> Vec<Printed> {
    DAY.captures_iter(text)
        .filter_map(|found| {
            let number = |name: &str| found.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
            let (day, month, year, ordinal, month_first) = match number("d1") {
                Some(day) => (day, "m1", "y1", "o1", false),
                None => (number("d2")?, "m2", "y2", "o2", true),
            };
            Some(Printed {
                range: found.name("date")?.range(),
                day,
                month: month_number(found.name(month)?.as_str())?,
                year: number(year).and_then(|year| i32::try_from(year).ok()),
                weekday: found
                    .name("weekday")
                    .and_then(|m| Some((m.as_str().to_lowercase().parse().ok()?, m.range()))),
                ordinal: found.name(ordinal).is_some(),
                month_first,
            })
        })
        .collect()
}

fn month_number(name: &str) -> Option<u32> {
    let months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = name.to_lowercase();
    months
        .iter()
        .position(|short| lower.starts_with(short))
        .and_then(|at| u32::try_from(at + 1).ok())
}

/// `March`.
pub(super) fn month_name(month: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    month.checked_sub(1).and_then(|at| NAMES.get(at as usize)).copied().unwrap_or("")
}

impl Printed {
    /// The day, where its year is printed and the calendar has it.
    pub fn date(&self) -> Option<NaiveDate> {
        self.in_year(self.year?)
    }

    /// The day in a year.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }

    /// The first such day after another.
    pub fn first_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        (day.year()..=day.year() + 8)
            .filter_map(|year| self.in_year(year))
            .find(|found| *found > day)
    }

    /// The day, in the printed year or the one that is nearest to another day.
    pub fn near(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.date().or_else(|| {
            (day.year() - 1..=day.year() + 1)
                .filter_map(|year| self.in_year(year))
                .min_by_key(|found| (*found - day).num_days().abs())
        })
    }

    /// `27 March 2025`, without the year where none is printed.
    pub fn house_form(&self) -> String {
        let year = self.year.map_or(String::new(), |year| format!(" {year}"));
        format!("{} {}{year}", self.day, month_name(self.month))
    }
}

/// `Thursday`.
pub(super) fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// `5 March 2026`.
pub(super) fn long(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
