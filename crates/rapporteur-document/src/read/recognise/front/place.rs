//! Where the meeting was held, from the sentence that says that it was.
//!
//! Called by [`opening`](super::opening) where the title block names no place. Deliberately absent:
//! places that only look like one: the words after `in` or `at` begin with a capital, or name a
//! room or a building.

use super::{PLACE, pattern, without_last_words};
use crate::read::recognise::dates::dates_in;
use regex::Regex;
use std::sync::LazyLock;

static LEADS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[\s,])(?:[Ii]n|at|en|à|au)\s+(?:the\s+|its\s+)?(?P<place>\p{L})")
});
/// A month or a time of the year, which a meeting is held in too.
static SEASON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|avr|abr|mai|ao[uû]|ago|d[ée]c|dic)\p{L}*\.?\s+\d|(?:spring|summer|autumn|winter)\b|person\b|english\b|french\b|spanish\b)",
    )
});
/// What a sentence goes on with after the place.
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:,\s*|\s+)(?:(?:at|from|on|starting|beginning|le|el|du|del|à|a\s+las)\s+\S*\d|(?:on|le|el)\s+(?:\p{Lu}|lun|mar|mer|jeu|ven|sam|dim|mi[ée]|jue|vie|s[áa]b|dom)|(?:with|under|during|where|which|who|to|for|in order|immediately|back to back|hosted|chaired|moderated|facilitated|presided|organi[sz]ed|convened|attended|followed|by|as|and\s+(?:was|it|the|a|chaired|moderated))\b)|\s+\([^)]*(?:\d[:.]\d\d|UTC|GMT)|[;:]",
    )
});

/// How a meeting without a place was held.
static ONLINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[\s,]*(?:(?:again|entirely|exclusively|fully|wholly)\s+)?(?P<how>online|virtually|remotely|(?:via|on|over|by|through|using)\s+(?:the\s+)?(?:zoom|webex|(?:microsoft |ms )?teams|jitsi|google meet|skype|tele-?conference|video ?-?conference|conference call|telephone|phone)|en ligne|en l[ií]nea|por videoconferencia|par visioconf[ée]rence)\b",
    )
});

static KIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<how>virtual|online|remote|hybrid)\s+(?:[\w()-]+\s+){0,3}?(?:meeting|call|session|format|mode)\b",
    )
});

/// `online` or `via Zoom` at the start of what follows `was held`.
pub fn online_in(rest: &str) -> Option<String> {
    let how = ONLINE.captures(rest)?;
    Some(how["how"].to_owned())
}

/// `virtual` of `the 93rd virtual meeting`, `hybrid` of `in a hybrid format`; written small, as a
/// group may be one on Online Access.
pub fn kind_in(sentence: &str) -> Option<String> {
    let kind = KIND.captures(sentence)?;
    Some(kind["how"].to_owned())
}

/// The place in what follows `was held`.
pub fn place_in(rest: &str) -> Option<String> {
    let dates = dates_in(rest);
    LEADS.captures_iter(rest).find_map(|found| {
        let start = found.name("place")?.start();
        let before_date = dates.iter().map(|date| date.start).find(|at| *at >= start);
        let of_date = dates.iter().any(|date| (date.start..date.end).contains(&start));
        let words = &rest[start..before_date.unwrap_or(rest.len())];
        let end = GOES_ON.find(words).map_or(words.len(), |found| found.start());
        let outer = [' ', ',', '.', '–', '-', '('];
        let place =
            without_last_words(words[..end].trim_end_matches(outer)).trim_end_matches(outer);
        // `in a hybrid format` says how, not where.
        let manner = ["a ", "an ", "one "].iter().any(|article| place.starts_with(article));
        let named = place.starts_with(char::is_uppercase) || !manner && PLACE.is_match(place);
        let counted = place.split_whitespace().count();
        (named && !of_date && !SEASON.is_match(words) && (1..=14).contains(&counted))
            .then(|| place.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::{kind_in, online_in, place_in};

    #[test]
    fn the_kind_of_a_meeting_says_how_it_was_held() {
        for (sentence, kind) in [
            ("The 93rd virtual meeting of the Bay Group was held on 5 May 2025.", "virtual"),
            ("The ninth online MAG call took place on 5 May 2025.", "online"),
            ("The 6th session was held in a hybrid format in Suva.", "hybrid"),
            ("The 6th meeting of the Working Group on Online Access was held.", ""),
            ("The 6th meeting was held; remote villages asked for a boat.", ""),
        ] {
            assert_eq!(kind_in(sentence).unwrap_or_default(), kind, "{sentence}");
        }
    }

    #[test]
    fn a_meeting_may_be_held_nowhere() {
        for (rest, how) in [
            (" online on Wednesday, 8 October 2025", "online"),
            (", fully online, on 8 October 2025", "online"),
            (" via Zoom on 8 October 2025", "via Zoom"),
            (" by videoconference on 8 October 2025", "by videoconference"),
            (" on 8 October 2025, online", ""),
            (" onlinely on 8 October 2025", ""),
            (" on the 8 October 2025", ""),
        ] {
            assert_eq!(online_in(rest).unwrap_or_default(), how, "{rest}");
        }
    }

    #[test]
    fn a_place_ends_where_the_sentence_goes_on() {
        for (rest, place) in [
            (
                " on Friday 3 June 2022 at 10:00 at Quay House, Pier 3, Halvern.",
                "Quay House, Pier 3, Halvern",
            ),
            (" in Bergen on 4 May 2025, chaired by Ana Prado", "Bergen"),
            (" in the Town Hall (Room 4), Lund, from 9:30 to 11:00", "Town Hall (Room 4), Lund"),
            (
                " at the main building of the Tide Board on Monday, 5 May",
                "main building of the Tide Board",
            ),
            (" en Bogotá el 12 de junio de 2025", "Bogotá"),
            (" at St. Olave’s, Hart Street, with 12 members present", "St. Olave’s, Hart Street"),
            (" in Suva on 8 October 2025 at 06:00 UTC.", "Suva"),
            (" in May 2025 at 18:00 UTC", ""),
            (" on 5 March 2026 at 18:00 UTC", ""),
            (" in accordance with the rules on 5 March 2026", ""),
            (" in person on 5 March 2026", ""),
            (" in a hybrid format on 5 March 2026", ""),
            (" in a hybrid format at Tide House on 5 March 2026", "Tide House"),
        ] {
            assert_eq!(place_in(rest).unwrap_or_default(), place, "{rest}");
        }
    }
}
