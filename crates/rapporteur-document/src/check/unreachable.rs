//! Addresses nobody but their author can open (LNK-7).

use super::{Desk, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[Rule {
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
}];

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
