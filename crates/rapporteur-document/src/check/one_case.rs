//! Affiliations that differ in their capitals alone (AFF-6).

use super::participants::all_entries;
use super::{Desk, Fix, Marks, Reads, Rule, Severity, Spot};
use std::collections::BTreeMap;

pub(super) const RULES: &[Rule] = &[Rule {
    code: "AFF-6",
    reason: "One list prints a role or an organisation with the same capitals.",
    severity: Severity::Style,
    look: other_case,
    reads: Reads::Report,
    spot: Spot::People,
    fires: &[
        (
            "1. Ines Almond, Council member\n2. Tom Birch, Council Member\n3. Maria Cole, Council member",
            "Council Member",
            "Council member",
        ),
        (
            "1. Ines Almond, Harbour Trust\n2. Tom Birch, Harbour trust",
            "Harbour trust",
            "Harbour Trust",
        ),
        (
            "1. Ines Almond, Board member, Oslo\n2. Tom Birch, Board Member, Oslo",
            "Board Member",
            "Board member",
        ),
        (
            "1. Ines Almond, reef Foundation\n2. Tom Birch, Reef Foundation\n3. Maria Cole, Reef Foundation",
            "reef Foundation",
            "Reef Foundation",
        ),
        (
            "1. Ines Almond, harbour engineer\n2. Tom Birch, Harbour engineer\n3. Maria Cole, harbour engineer",
            "Harbour engineer",
            "harbour engineer",
        ),
    ],
    silent: &[
        "1. Ines Almond, Council member\n2. Tom Birch, Council member",
        "1. Ines Almond, Harbour Trust\n2. Tom Birch, Harbour Trusts",
        "1. Ines Almond, Board Member\n2. Tom Birch, member of the Board",
        "1. Ines Almond, Oslo\n2. Tom Birch, Bergen",
        "1. Ines Almond\n2. Tom Birch, Ines Almond Trust",
    ],
}];

fn other_case(desk: &Desk, marks: &mut Marks) {
    let mut ways: BTreeMap<String, Vec<(usize, usize, &str)>> = BTreeMap::new();
    for (at, line, _) in all_entries(desk) {
        let parts = line.text.split(',').skip(1).map(str::trim).filter(|part| part.len() > 4);
        for part in parts.filter(|part| !part.contains('\n')) {
            let start = part.as_ptr() as usize - line.text.as_ptr() as usize;
            ways.entry(part.to_lowercase()).or_default().push((at, start, part));
        }
    }
    for uses in ways.into_values().filter(|uses| uses.len() > 1) {
        let often = |way: &str| uses.iter().filter(|(.., other)| *other == way).count();
        // Of two as frequent the first is the list's own.
        let Some(own) = uses.iter().rev().map(|(.., way)| *way).max_by_key(|way| often(way)) else {
            continue;
        };
        let labelled = desk.register.labels.iter().any(|label| label.eq_ignore_ascii_case(own));
        for (at, start, way) in uses.iter().filter(|(.., way)| *way != own && !labelled) {
            let message = format!("Other entries have “{own}”.");
            marks.words(*at, *start..start + way.len(), message, Fix::proposed(own));
        }
    }
}
