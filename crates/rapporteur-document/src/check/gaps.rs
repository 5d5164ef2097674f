//! What waits to be filled in (AGN-10, AGN-11).

use super::{Desk, Fix, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "AGN-10",
        reason: "A section nobody spoke under says so in a sentence.",
        severity: Severity::Warning,
        look: placeholder,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("n/a", "n/a", "There was no discussion under this item."),
            ("N/A.", "N/A.", "There was no discussion under this item."),
            ("None.", "None.", "There was no discussion under this item."),
            ("TBD", "TBD", "There was no discussion under this item."),
            ("Nil", "Nil", "There was no discussion under this item."),
            ("There was none.", "There was none.", "There was no discussion under this item."),
        ],
        silent: &[
            "There was no discussion under this item.",
            "None of the members agreed.",
            "Ines Almond noted that nothing had changed.",
            "Nothing was decided, and Tom Birch noted so.",
            "There were no representatives from the Secretariat on the call.",
        ],
    },
    Rule {
        code: "AGN-11",
        reason: "Nothing in a report waits for words to be filled in.",
        severity: Severity::Error,
        look: gap,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("Ines Almond noted [name] as a contact.", "[name]", ""),
            ("The plan is [to be completed].", "[to be completed]", ""),
            ("The date is XXX.", "XXX", ""),
            ("Lorem ipsum dolor sit amet.", "Lorem ipsum", ""),
            ("See <insert link>.", "<insert link>", ""),
            ("The plan was read. [Link to be added]", "[Link to be added]", ""),
        ],
        silent: &[
            "Ines Almond noted the plan.",
            "She quoted the words “[we] agreed”.",
            "The XXXI Congress was held.",
            "Ines Almond noted the [draft letter](https://example.org/letter).",
            "They asked whether it was ready?",
            "They read article [3] of the charter.",
        ],
    },
];

static PLACEHOLDER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:n\.?/?a\.?|none|nil|nothing|tbd|tbc|tba|no discussion|no updates?|no comments|no other business|nothing to report|there (?:was|were) none|nothing was raised|-|–|\.{3}|…)[.\s]*$",
    )
});

static GAP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\[(?:name|date|time|number|moderator|link|title|insert[^\]]*|(?:[\p{L}]+\s){0,3}to be (?:added|completed|confirmed|inserted|checked|filled|sent|provided|announced)[^\]]*|to be [^\]]*|add (?:link|name|date)[^\]]*|tbd|TBD|tbc|TBC|xx+|XX+|\.\.\.|…)\]|<insert[^>]*>|\bX{3,}\b|\b[Ll]orem ipsum\b|\?\?\?+|\b(?:TBD|TBC)\b",
    )
});

fn placeholder(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose().filter(|(_, line)| PLACEHOLDER.is_match(&line.text)) {
        let fix = Fix::proposed(desk.template.sentences.empty_item.clone());
        marks.words(
            at,
            0..line.text.trim_end().len(),
            "Say in a sentence that there was no discussion.",
            fix,
        );
    }
}

fn gap(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &GAP,
        |line| !PLACEHOLDER.is_match(&line.text),
        |at, _, found| {
            if let Some(whole) = found.get(0) {
                marks.words(at, whole.range(), "Something is still to be filled in here.", None);
            }
        },
    );
}
