//! From how a report prints where a meeting was to the venue it means.
//!
//! Called by `into_report`. Deliberately absent: where in a report that is printed.

use crate::model::Venue;
use regex::Regex;
use std::sync::LazyLock;

/// What is on a network and in no room.
const NETWORK: &str = r"(?:\b(?:on-?line|virtual(?:ly)?|remote(?:ly)?|zoom|webex|(?:(?:microsoft|ms) )?teams|google meet|jitsi(?: meet)?|big ?blue ?button|skype|goto ?meeting|(?:video|tele|web)[- ]?conferenc(?:e|ing)|webinar|video ?link|conference call|video call|telephone|phone|internet)\b)";
/// What may stand between a place and a network, or around one, and names neither.
const AROUND: &str = r"(?:[\s,;:/&+–—-]|\b(?:and|also|as well as|with|by|via|through|using|over|on|in|a|an|the|meeting|session|participation|participants|attendance|access|link|call|platform|video|audio|hybrid|only|format|mode|held|option)\b)";

static NETWORK_IN: LazyLock<Regex> = LazyLock::new(|| pattern(NETWORK));
static HYBRID: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bhybrid\b"));
/// The network at the end, in brackets or not, with what leads to it.
static NETWORK_LAST: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"{AROUND}*\(?{AROUND}*(?:{NETWORK}{AROUND}*)+\)?\.?$")));
/// The network at the beginning; what follows is a place where a word joins it.
static NETWORK_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^{AROUND}*{NETWORK}(?:\s*(?:and|&|\+|/|as well as)\s*(?:also )?(?:in |at )?(.+))?"
    ))
});
/// `Hybrid` at either end, in brackets or not.
static HYBRID_APART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\(?hybrid(?: (?:meeting|session|format))?\)?(?:[\s,:;–—-]|\b(?:in|at)\b)*|[\s,:;–—-]*\(?hybrid(?: (?:meeting|session|format))?\)?\.?$",
    )
});

/// The venue that is printed so; in a room where nothing says that it was on a network.
pub fn venue(printed: &str) -> Venue {
    let printed = printed.trim();
    let hybrid = HYBRID.is_match(printed);
    if !NETWORK_IN.is_match(printed) {
        let place = printed.to_owned();
        if !hybrid {
            return Venue::InPerson { place };
        }
        let room = HYBRID_APART.replace_all(printed, "").into_owned();
        return Venue::Hybrid { place: if room.is_empty() { place } else { room } };
    }
    let room = match NETWORK_FIRST.captures(printed) {
        Some(first) => first.get(1).map_or("", |room| room.as_str()).to_owned(),
        None => NETWORK_LAST.replace(printed, "").into_owned(),
    };
    let room = HYBRID_APART.replace_all(&room, "").into_owned();
    match (room.contains(char::is_alphabetic), hybrid) {
        (true, _) => Venue::Hybrid { place: room },
        (false, true) => Venue::Hybrid { place: printed.to_owned() },
        (false, false) => Venue::Online,
    }
}

fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?i){text}")).expect("the pattern is constant and tested")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_and_a_network_are_told_apart() {
        let room = |place: &str| Venue::InPerson { place: place.to_owned() };
        let both = |place: &str| Venue::Hybrid { place: place.to_owned() };
        for (printed, expected) in [
            ("online", Venue::Online),
            ("Online", Venue::Online),
            ("Online meeting (Zoom)", Venue::Online),
            ("Zoom", Venue::Online),
            ("via Zoom, link in the invitation", Venue::Online),
            ("By video conference", Venue::Online),
            ("Conference call", Venue::Online),
            ("Microsoft Teams", Venue::Online),
            ("Virtual, hosted by the Harbour Board", Venue::Online),
            ("Teleconference", Venue::Online),
            ("Conference Room 3, Palais", room("Conference Room 3, Palais")),
            ("Conference Centre, Geneva", room("Conference Centre, Geneva")),
            ("Callao", room("Callao")),
            ("McCallum Hall, Teamshire", room("McCallum Hall, Teamshire")),
            ("Suva", room("Suva")),
            ("Geneva, Palais des Nations, and online", both("Geneva, Palais des Nations")),
            ("Geneva and online", both("Geneva")),
            ("Library of the Lyceum and Jitsi", both("Library of the Lyceum")),
            ("Room 5 / Zoom", both("Room 5")),
            ("Room 2.14, Old Hall, and by video link", both("Room 2.14, Old Hall")),
            ("Suva (with remote participation)", both("Suva")),
            ("Suva, with participation by video link and Zoom", both("Suva")),
            ("Online and in Room 5", both("Room 5")),
            ("Zoom & Quay House", both("Quay House")),
            ("Hybrid: Quay House and Zoom", both("Quay House")),
            ("Quay House (hybrid)", both("Quay House")),
            ("Hybrid", both("Hybrid")),
            ("Hybrid meeting in Suva", both("Suva")),
        ] {
            assert_eq!(venue(printed), expected, "{printed}");
        }
    }
}
