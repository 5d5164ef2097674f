//! Addresses nobody but their author can open (LNK-7), links that do not say where they lead
//! (LNK-8), and addresses with a space (LNK-9).

use super::lexicon::{is_counted, singular_of};
use super::{Desk, Fix, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "LNK-7",
        reason: "A published link opens for every reader, and is no place for one.",
        severity: Severity::Warning,
        look: unreachable,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("See http://localhost:8080/plan.html today.", "http://localhost:8080/plan.html", ""),
            ("See file:///D:/Archive/plan.docx today.", "file:///D:/Archive/plan.docx", ""),
            ("See http://192.168.0.12/plan today.", "http://192.168.0.12/plan", ""),
            ("See [the plan](https://files.intranet.local/plan) today.", "the plan", ""),
            ("See https://www.example.com/your-link-here today.", "your-link-here", ""),
            ("See https://example.org/insert-link today.", "insert-link", ""),
        ],
        silent: &[
            "See https://example.org/plan today.",
            "See https://localhost-labs.example.org/plan today.",
            "See [the plan](https://example.org/files/plan.docx).",
            "See https://10.example.org/localhost today.",
            "The profile of the harbour was read on file.",
        ],
    },
    Rule {
        code: "LNK-8",
        reason: "The words of a link say where it leads.",
        severity: Severity::Style,
        look: says_nothing,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The plan is [here](https://example.org/p).", "here", ""),
            ("The plan can be read via [this link](https://example.org/p).", "this link", ""),
            ("[Click here](https://example.org/p) for the plan.", "Click here", ""),
            ("The plan is at this [link](https://example.org/p).", "link", ""),
            ("Read [more](https://example.org/p) of it.", "more", ""),
        ],
        silent: &[
            "The [plan](https://example.org/p) was read.",
            "The [list of links](https://example.org/p) was read.",
            "The plan is here.",
            "See https://example.org/here for the plan.",
            "The plan is [available here](https://example.org/p) for all.",
        ],
    },
    Rule {
        code: "LNK-9",
        reason: "An address has no space in it.",
        severity: Severity::Warning,
        look: space_inside,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "The list is kept at https://example.org/wiki/known issues.",
                "https://example.org/wiki/known issues",
                "https://example.org/wiki/known%20issues",
            ),
            (
                "See https://example.org/files/plan of/may.pdf for it.",
                "https://example.org/files/plan of/may.pdf",
                "",
            ),
            (
                "The plan: https://example.org/a/annual report.pdf",
                "https://example.org/a/annual report.pdf",
                "",
            ),
            (
                "It is available at https://example.org/docs/draft letter.",
                "https://example.org/docs/draft letter",
                "",
            ),
            (
                "See https://example.org/my files/list.html for it.",
                "https://example.org/my files/list.html",
                "",
            ),
        ],
        silent: &[
            "The list is kept at https://example.org/wiki/issues today.",
            "See https://example.org/files/plan for more.",
            "The plan is at https://example.org/plan and is new.",
            "It was published at https://example.org/plan yesterday.",
            "They read https://example.org/plan.pdf again.",
            "It is available at https://example.org/wiki/list (restricted).",
        ],
    },
];

static OWN_MACHINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:file:|https?://(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|[\w.-]+\.(?:local|localhost|lan|intranet|internal))(?:[:/?#]|$))",
    )
});
static STAND_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[/.?=](?:your|insert|add|put)[-_]?(?:the[-_]?)?(?:link|url|address|domain|file|name)\b|[/.](?:link|url)[-_]here\b|[/=](?:xxx+|tbd|todo|placeholder)(?:[/?#]|$)",
    )
});

/// Why nobody else can open an address.
fn reason(address: &str) -> Option<&'static str> {
    if OWN_MACHINE.is_match(address) {
        Some("This address is on somebody's own computer or network; nobody else can open it.")
    } else if STAND_IN.is_match(address) {
        Some("This address still waits for the real one.")
    } else {
        None
    }
}

fn unreachable(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed() {
        for range in &line.addresses {
            let address = line.text[range.clone()].trim_end_matches(['.', ',', ';', ')', '>']);
            if let Some(reason) = reason(address) {
                marks.words(at, range.start..range.start + address.len(), reason, None);
            }
        }
        for span in &line.spans {
            let address = span.link.as_deref().unwrap_or("");
            let printed = line.in_address(&span.range);
            if let Some(reason) = reason(address).filter(|_| !printed) {
                marks.words(at, span.range.clone(), reason, None);
            }
        }
    }
}

fn says_nothing(desk: &Desk, marks: &mut Marks) {
    const NOTHING: [&str; 9] = [
        "here",
        "this",
        "link",
        "this link",
        "click here",
        "more",
        "the link",
        "this page",
        "see here",
    ];
    for (at, line) in desk.manuscript.prose() {
        for span in line.spans.iter().filter(|span| span.link.is_some()) {
            let words = line.text[span.range.clone()].trim().to_lowercase();
            if NOTHING.contains(&words.as_str()) {
                let message = "These words do not say where the link leads; name it.";
                marks.words(at, span.range.clone(), message, None);
            }
        }
    }
}

static REST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^ (?P<rest>(?:[\p{L}\d_-]+ )?[\p{L}\d_-]+(?:/[\p{L}\d/_.-]*[\p{L}\d/]|\.(?:pdf|docx?|html?|xlsx?|pptx?|txt))|(?P<noun>\p{Ll}{3,})\.?$)",
    )
});

/// A file or folder with a space in its name: the address ends at the space, its rest looks like
/// one, or is a noun no sentence ends with after an address.
fn space_inside(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        for address in &line.addresses {
            let printed = &line.text[address.clone()];
            let path =
                printed.split_once("//").is_some_and(|(_, rest)| rest.matches('/').count() > 1);
            let Some(found) = REST.captures(&line.text[address.end..]) else { continue };
            let told = line.text[..address.start].trim_end();
            let noun = found.name("noun").is_none_or(|noun| {
                let kept = told.ends_with(" at") || told.ends_with(':') || told.ends_with(" under");
                let noun = noun.as_str();
                kept && path && (is_counted(noun) || singular_of(noun).is_some())
            });
            let whole =
                !printed.contains([' ', '\n']) && printed.ends_with(|c: char| c.is_alphanumeric());
            if let Some(rest) = found.name("rest").filter(|_| noun && whole) {
                let rest = rest.as_str().trim_end_matches('.');
                let end = address.end + 1 + rest.len();
                let right = line.text[address.start..end].replace(' ', "%20");
                let message = "The address seems to have a space in it and would end there.";
                marks.words(at, address.start..end, message, Fix::proposed(right));
            }
        }
    }
}
