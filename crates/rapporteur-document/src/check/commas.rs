//! Commas that part what belongs together, and those that are missing or too weak (GRM-21,
//! GRM-22), and what takes up the words before one (GRM-23).

use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-21",
        reason: "No comma stands between a verb and what was asked or said: asked whether, noted that.",
        severity: Severity::Warning,
        look: before_clause,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("Tom Birch asked, if it was late.", "asked, if", "asked if"),
            ("Ines noted, that it was late.", "noted, that", "noted that"),
            ("She wondered, whether it was late.", "wondered, whether", "wondered whether"),
            ("He said, that he had read it.", "said, that", "said that"),
            ("Ines pointed out, that it was late.", "pointed out, that", "pointed out that"),
            ("Ines promised, that it is open.", "promised, that", "promised that"),
            ("He told them, that it is open.", "told them, that", "told them that"),
            ("They decided, that it is open.", "decided, that", "decided that"),
        ],
        silent: &[
            "Tom Birch asked if it was late.",
            "He asked, if possible, for more time.",
            "She noted, that is, she knew.",
            "They agreed, that being so, to wait.",
            "She promised, if it was late, to call. He pointed out, that is, he noted it.",
            "What was decided, whether late or not, is known.",
        ],
    },
    Rule {
        code: "GRM-22",
        reason: "Two sentences need more than a comma, and an introductory word has one.",
        severity: Severity::Style,
        look: too_weak,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It is in the archive, however it is old.", ", however it", "; however, it"),
            ("The call is open, details can be found below.", ", details can", ". Details can"),
            ("However the hosts were late.", "However the", "However, the"),
            ("They met on 9 May where she spoke.", "9 May where", "9 May, where"),
            ("In addition the rooms were cold.", "In addition the", "In addition, the"),
            (
                "They agreed. For example they booked rooms.",
                "For example they",
                "For example, they",
            ),
        ],
        silent: &[
            "It is in the archive; however, it is old.",
            "However late it was, they met. However, the hosts came.",
            "In addition to the rooms, two halls were cold.",
            "They met on 9 May, where she spoke.",
            "The plan, however, is new, and the details can be found below.",
        ],
    },
    Rule {
        code: "GRM-23",
        reason: "“Which” takes up what was said before, not “what”.",
        severity: Severity::Error,
        look: what_for_which,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "The rooms are read by hand, what will take until May.",
                ", what will",
                ", which will",
            ),
            ("The hosts were late, what was a pity.", ", what was", ", which was"),
            ("It was read twice, what made it long.", ", what made", ", which made"),
            (
                "The forum is full, what means that no rooms are left.",
                ", what means",
                ", which means",
            ),
            ("They had no rooms, what is why they left.", ", what is", ", which is"),
        ],
        silent: &[
            "The rooms are read by hand, which will take until May.",
            "They asked who was there, what was said, and why.",
            "It is not clear when it is, what is planned and who comes.",
            "In short, what is new is the plan.",
            "They discussed the rooms, what was free and what would be.",
        ],
    },
];

static BEFORE_CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<verb>asked|wondered|noted|said|reported|explained|stressed|suggested|replied|added|mentioned|felt|argued|confirmed|announced|proposed|recalled|believed|thought|hoped|decided|agreed|emphasised|underlined|highlighted|stated|remarked|warned|knew|asks|notes|says|thinks)(?P<gap>,\s)(?P<word>that|if|whether)\s(?P<next>[\p{L}'’]+)",
    )
});

/// After these a clause with “if” may rightly be put in: he promised, if it was late, to call.
static BEFORE_THAT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<verb>promised|pointed\sout|made\s(?:it\s)?clear|found\sout|insisted|claimed|admitted|acknowledged|indicated|observed|concluded|feared|learned|learnt|heard|understood|recommended|clarified|realised|realized|regretted|complained|repeated|reiterated|maintained|estimated|wrote|answered|declared|recognised|emphasized|assumed|demanded|insists|explains|stating|noting|saying|stressing|explaining|adding|believes|means|shows|(?:informed|reminded|told|assured|notified|convinced)\s(?:them|him|her|us|everyone|everybody|members|participants|the\s(?:group|meeting|members|participants|committee|board|council|secretariat|others)))(?P<gap>,\s)(?P<word>that)\s(?P<next>[\p{L}'’]+)",
    )
});

fn before_clause(desk: &Desk, marks: &mut Marks) {
    const BROKEN: [&str; 11] = [
        "is",
        "possible",
        "necessary",
        "needed",
        "any",
        "so",
        "not",
        "being",
        "required",
        "appropriate",
        "late",
    ];
    let mut said = |at: usize, line: &Line, found: &regex::Captures| {
        let (Some(verb), Some(word)) = (found.name("verb"), found.name("word")) else { return };
        let before = line.text[..verb.start()].split_whitespace().next_back().unwrap_or("");
        let passive = ["was", "were", "been", "is", "be", "as"].contains(&before);
        if !BROKEN.contains(&&found["next"]) && !passive {
            let right = format!("{}{}{}", verb.as_str(), &found["gap"][1..], word.as_str());
            let message = "No comma stands here.";
            marks.words(at, verb.start()..word.end(), message, Fix::proposed(right));
        }
    };
    desk.each(&BEFORE_CLAUSE, Line::is_prose, &mut said);
    let parted = |line: &Line| {
        line.is_prose() && [", that", ",\nthat"].iter().any(|words| line.text.contains(words))
    };
    desk.each(&BEFORE_THAT, parted, &mut said);
}

static SPLICE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<comma>,\s)(?P<word>however|therefore|moreover|furthermore|nevertheless|nonetheless|consequently)\s(?P<next>it|he|she|they|we|there|this|these|the|a|an|some|many|no|\p{Lu}[\p{L}]+)\b",
    )
});
static DETAILS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<comma>,\s)(?P<words>(?:(?:more|further|all|full)\s)?(?:details|information|instructions)\s(?:can|are|is|will|may))\b",
    )
});
static INTRODUCED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[.!?]\s)(?P<word>However|Moreover|Furthermore|Nevertheless|Nonetheless|In addition|For example|For instance|On the other hand|In contrast|As a result|Consequently|Additionally|Unfortunately)(?P<gap>\s)(?P<next>it|he|she|they|we|there|this|these|the|a|an|some|members|participants|its|their)\b",
    )
});
static WHERE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<day>\b\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{4})?)(?P<gap>\s)where\s",
    )
});

fn too_weak(desk: &Desk, marks: &mut Marks) {
    desk.each(&SPLICE, Line::is_prose, |at, _, found| {
        let Some(whole) = found.get(0) else { return };
        let gap = &found["comma"][1..];
        let right = format!(";{gap}{}, {}", &found["word"], &found["next"]);
        let message = "Two sentences meet here; a comma does not part them.";
        marks.words(at, whole.range(), message, Fix::proposed(right));
    });
    desk.each(&DETAILS, Line::is_prose, |at, _, found| {
        let (Some(whole), words) = (found.get(0), &found["words"]) else { return };
        let right =
            format!(".{}{}{}", &found["comma"][1..], words[..1].to_uppercase(), &words[1..]);
        let message = "Two sentences meet here; a comma does not part them.";
        marks.words(at, whole.range(), message, Fix::proposed(right));
    });
    desk.each(&INTRODUCED, Line::is_prose, |at, _, found| {
        let (Some(word), Some(next)) = (found.name("word"), found.name("next")) else { return };
        let right = format!("{},{}{}", word.as_str(), &found["gap"], next.as_str());
        let message = "A comma follows the introductory words.";
        marks.words(at, word.start()..next.end(), message, Fix::proposed(right));
    });
    desk.each(&WHERE, Line::is_prose, |at, _, found| {
        let (Some(whole), Some(day)) = (found.get(0), found.name("day")) else { return };
        let right = format!("{},{}where", day.as_str(), &found["gap"]);
        let message = "A comma parts the day from what happened on it.";
        marks.words(at, whole.start()..whole.end() - 1, message, Fix::proposed(right));
    });
}

static WHAT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\p{Ll}(?P<words>,(?P<gap>\s)what\s(?P<verb>will|would|is|was|means|meant|makes|made|has|takes|took|could|may|might|should|shows|leads|led|allows))\b",
    )
});
/// After these “what” asks.
static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:ask\w*|wonder\w*|question\w*|know\w*|clear|clarif\w*|discuss\w*|decid\w*|explain\w*|who|when|where|why|how|what|whether|which|in short|for example|namely)\b",
    )
});

fn what_for_which(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &WHAT,
        |line| line.is_prose() && line.text.contains("what "),
        |at, line, found| {
            let Some(words) = found.name("words") else { return };
            let before = &line.text
                [super::next_meeting::sentence(&line.text, words.start()).start..words.start()];
            if !ASKS.is_match(before) {
                let right = format!(",{}which {}", &found["gap"], &found["verb"]);
                let message = "Write “which”.";
                marks.words(at, words.range(), message, Fix::proposed(right));
            }
        },
    );
}
