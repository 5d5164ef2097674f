//! How long somebody stayed: durations and times of day as the platforms print them.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};

/// The minutes of a duration: `53`, `53 mins`, `1h 2m 10s`, `1 Std. 2 Min.`, `01:02:10`. A number
/// alone is minutes, or seconds where the heading says so.
pub fn minutes(text: &str, heading: &str) -> Option<u32> {
    let lower = text.trim().to_lowercase();
    if lower.contains(':') {
        let parts: Option<Vec<f64>> =
            lower.split(':').map(|part| part.trim().parse().ok()).collect();
        return match parts?[..] {
            [hours, minutes, seconds] => whole(hours * 60.0 + minutes + seconds / 60.0),
            [hours, minutes] => whole(hours * 60.0 + minutes),
            _ => None,
        };
    }
    if let Ok(number) = lower.replace(',', ".").parse::<f64>() {
        let seconds = heading.to_lowercase().contains("sec");
        return whole(if seconds { number / 60.0 } else { number });
    }
    let mut total = None;
    let mut rest = lower.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[at..];
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let unit = after.trim_start().chars().take(3).collect::<String>();
        let of_minute = match unit.chars().next()? {
            'h' | 'ч' | '时' | '小' => 60.0,
            's' if unit.starts_with("std") || unit.starts_with("stu") => 60.0,
            'm' | 'м' | '分' => 1.0,
            's' | 'с' | '秒' => 1.0 / 60.0,
            'd' | 'j' | 't' => 1440.0,
            _ => return None,
        };
        total = Some(total.unwrap_or(0.0) + number.parse::<f64>().ok()? * of_minute);
        rest = after;
    }
    whole(total?)
}

/// Rounded; who was there for some seconds was there for a minute.
fn whole(minutes: f64) -> Option<u32> {
    (minutes.is_finite() && (0.0..=100_000.0).contains(&minutes))
        .then(|| if minutes > 0.0 { minutes.round().max(1.0) as u32 } else { 0 })
}

/// A moment as seconds, comparable within one file; without a day, of one day.
pub fn moment(text: &str) -> Option<i64> {
    let lower = text.trim().to_lowercase().replace(['\u{202f}', '\u{a0}'], " ");
    let at = lower.find(':')?;
    let start = lower[..at]
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + lower[at..].chars().next().map_or(1, char::len_utf8));
    let (date, clock) = lower.split_at(start);
    let numbers: Vec<u32> = numbers(clock).collect();
    let (mut hour, minute) = (*numbers.first()?, *numbers.get(1)?);
    let afternoon = clock.contains("pm") || clock.contains("p.m") || clock.contains("p. m");
    let morning = clock.contains("am") || clock.contains("a.m") || clock.contains("a. m");
    match (afternoon, morning, hour) {
        (true, _, 1..12) => hour += 12,
        (_, true, 12) => hour = 0,
        _ => {}
    }
    // `2026-03-05T18:00:12Z` has no third number other than the seconds.
    let second = numbers.get(2).copied().filter(|second| *second < 60).unwrap_or(0);
    let time = NaiveTime::from_hms_opt(hour, minute, second)?;
    let day = day(date).map_or(0, |day| i64::from(chrono::Datelike::num_days_from_ce(&day)));
    Some(day * 86_400 + i64::from(time.num_seconds_from_midnight()))
}

/// A moment as printed; where a spreadsheet forgot that it is one, it stands there as the days
/// since the end of 1899 (ECMA-376 part 1, 18.17.4.1).
pub fn printed_moment(text: &str) -> String {
    let seconds = |days: f64| (days * 86_400.0).round() as i64;
    match text.parse::<f64>() {
        Ok(part) if (0.0..1.0).contains(&part) && text.contains('.') => {
            let second = u32::try_from(seconds(part)).unwrap_or_default();
            NaiveTime::from_num_seconds_from_midnight_opt(second, 0)
                .map_or_else(|| text.to_owned(), |time| time.to_string())
        }
        // From 1954 to 2118; other numbers are none.
        Ok(days) if (20_000.0..80_000.0).contains(&days) => NaiveDate::from_ymd_opt(1899, 12, 30)
            .and_then(|start| {
                start.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::seconds(seconds(days)))
            })
            .map_or_else(|| text.to_owned(), |moment| moment.to_string()),
        _ => text.to_owned(),
    }
}

/// A day out of three numbers. Where day and month cannot be told apart, the month comes first:
/// only the distance of two moments of one file matters.
fn day(text: &str) -> Option<NaiveDate> {
    let numbers: Vec<u32> = numbers(text).collect();
    let [a, b, c] = numbers[..] else { return None };
    let (year, month, day) = match (a > 31, a > 12) {
        (true, _) => (a, b, c),
        (_, true) => (c, b, a),
        _ => (c, a, b),
    };
    let year = if year < 100 { year + 2000 } else { year };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn numbers(text: &str) -> impl Iterator<Item = u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok())
}

/// The minutes covered by some stays; time spent twice at once, on two devices, counts once.
pub fn together(mut stays: Vec<(i64, i64)>) -> u32 {
    stays.sort_unstable();
    let (mut total, mut until) = (0, i64::MIN);
    for (from, to) in stays {
        total += (to - from.max(until)).max(0);
        until = until.max(to);
    }
    u32::try_from((total + 30) / 60).unwrap_or(u32::MAX).max(u32::from(total > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_of_every_platform() {
        let check = |text, heading, wanted| assert_eq!(minutes(text, heading), wanted, "{text}");
        check("53", "Duration (Minutes)", Some(53));
        check("53 mins", "Attendance Duration", Some(53));
        check("1h 2m 10s", "In-Meeting Duration", Some(62));
        check("45s", "", Some(1));
        check("1 hr 5 min", "Duration", Some(65));
        check("1 Std. 2 Min. 31 Sek.", "Dauer", Some(63));
        check("01:02:10", "Duration", Some(62));
        check("1:02", "Duration", Some(62));
        check("3600", "Duration (seconds)", Some(60));
        check("1,5", "Minutes", Some(2));
        check("0", "Minutes", Some(0));
        check("a while", "", None);
        check("", "", None);
        check("99999999999999999999 h", "", None);
    }

    #[test]
    fn moments_of_every_platform() {
        let apart = |one, other, seconds| {
            let (a, b) = (moment(one).unwrap(), moment(other).unwrap());
            assert_eq!(b - a, seconds, "{one} to {other}");
        };
        apart("03/05/2026 05:58:12 PM", "03/05/2026 06:00:12 PM", 120);
        apart("3/5/26, 11:59:00 PM", "3/6/26, 12:01:00 AM", 120);
        apart("2026-03-05 17:58:12", "2026-03-05T18:58:12Z", 3600);
        apart("05.03.26, 17:58:12", "05.03.26, 17:59", 48);
        apart("17:58", "18:58", 3600);
        assert_eq!(moment("yesterday"), None);
        assert_eq!(moment("99:99"), None);
    }

    #[test]
    fn serial_numbers_are_moments() {
        let check = |text, wanted| assert_eq!(printed_moment(text), wanted);
        check("46086.75", "2026-03-05 18:00:00");
        check("46086.760416666664", "2026-03-05 18:15:00");
        check("0.75", "18:00:00");
        check("0.9999999", "0.9999999");
        check("18:00", "18:00");
        check("12", "12");
        check("NaN", "NaN");
    }

    #[test]
    fn two_devices_at_once_count_once() {
        assert_eq!(together(vec![(0, 600), (300, 1200)]), 20);
        assert_eq!(together(vec![(0, 600), (1200, 1800)]), 20);
        assert_eq!(together(vec![(0, 5)]), 1);
        assert_eq!(together(vec![(600, 0)]), 0);
    }
}
