//! Times beside what was said.

use regex::Regex;
use std::sync::LazyLock;

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?(?:\s?([AaPp])\.?[Mm]\.?)?")
        .expect("the pattern is constant")
});

/// The time at the start of a text in seconds, and the bytes it takes: `00:12:34.500`, `12:34`,
/// `1:02:03 PM`.
pub fn at_start(text: &str) -> Option<(u32, usize)> {
    let found = CLOCK.captures(text)?;
    let number = |group: usize| found.get(group).and_then(|digits| digits.as_str().parse().ok());
    let half = found.get(4).map(|letter| letter.as_str().to_ascii_lowercase());
    // With a half of the day and two numbers, they are hours and minutes.
    let (hours, minutes, seconds): (u32, u32, u32) = match (number(1), number(2)?, number(3)?) {
        (None, hours, minutes) if half.is_some() => (hours, minutes, 0),
        (hours, minutes, seconds) => (hours.unwrap_or(0), minutes, seconds),
    };
    let hours = match half.as_deref() {
        Some("p") if hours < 12 => hours + 12,
        Some("a") if hours == 12 => 0,
        _ => hours,
    };
    let end = found.get(0)?.end();
    let ends_here = !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == ':');
    (seconds < 60 && ends_here).then_some((hours * 3600 + minutes * 60 + seconds, end))
}

/// The start of a cue, from `00:00:01.000 --> 00:00:04.000` or `0:00:01.000,0:00:04.000`.
pub fn of_cue(line: &str) -> Option<u32> {
    let line = line.trim();
    let (start, length) = at_start(line)?;
    let rest = line[length..].trim_start();
    let end = rest.strip_prefix("-->").or_else(|| rest.strip_prefix(','))?;
    at_start(end.trim_start()).map(|_| start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<u32>) {
        assert_eq!(at_start(text).map(|(seconds, _)| seconds), expected, "{text}");
    }

    #[test]
    fn times_are_read_as_people_and_programs_write_them() {
        check("00:12:34", Some(754));
        check("00:12:34.500", Some(754));
        check("1:02:03,250 and on", Some(3723));
        check("12:34", Some(754));
        check("1:05:00 PM", Some(13 * 3600 + 300));
        check("12:05 am", Some(300));
        check("12:75", None);
        check("3:16:2", None);
        check("16:00UTC", None);
        check("noon", None);
    }

    #[test]
    fn cues_begin_at_their_first_time() {
        assert_eq!(of_cue("00:00:01.000 --> 00:00:04.000 align:start"), Some(1));
        assert_eq!(of_cue("01:02,5 --> 01:04,0"), Some(62));
        assert_eq!(of_cue("0:00:07.000,0:00:09.000"), Some(7));
        assert_eq!(of_cue("00:00:01 is not a cue"), None);
        assert_eq!(of_cue("--> 00:00:01"), None);
    }
}
