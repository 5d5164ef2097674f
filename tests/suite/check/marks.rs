//! The marks of a careful editor: in invented reports, and in real ones that are no part of the
//! repository; `cargo xtask marks FOLDER` prints how many of those are found.
//!
//! A row names a report, a line, the exact words, the rule's family (several with `/` between, `-`
//! for any) and how bad it is. A row of severity `ok` is a control: nothing may be marked there but what another
//! row asks for.

use super::House;
use rapporteur_document::check::Finding;
use rapporteur_tests::{repository, samples};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// How many in a hundred are to be found of what has a fix, by severity.
const WANTED: [(&str, usize); 3] = [("E", 100), ("W", 80), ("S", 60)];

/// The same for the invented reports, where what has no fix counts too.
const WANTED_OF_ALL: [(&str, usize); 3] = [("E", 85), ("W", 75), ("S", 65)];

/// A row of the editor's list.
struct Row<'t> {
    id: &'t str,
    sample: &'t str,
    line: u32,
    quote: &'t str,
    families: Vec<&'t str>,
    severity: &'t str,
    fix: &'t str,
}

impl<'t> Row<'t> {
    fn parse(row: &'t str) -> Option<Self> {
        let columns: Vec<&str> = row.split('\t').collect();
        let [id, sample, line, quote, rule, severity, _, fix] = columns[..] else { return None };
        Some(Self {
            id,
            sample,
            line: line.parse().ok()?,
            quote: quote.trim(),
            families: rule.split('/').map(family).collect(),
            severity,
            fix,
        })
    }

    fn is_control(&self) -> bool {
        self.severity == "ok"
    }

    fn is_at(&self, found: &Finding) -> bool {
        let quote = found.place.quote.trim();
        let words = |one: &str, other: &str| one.contains(other) || other.contains(one);
        // The number of an entry may be quoted or not.
        let bare = self.quote.split_once(". ").filter(|(mark, _)| mark.len() <= 2);
        let bare = bare.map_or(self.quote, |(_, words)| words);
        found.place.line == self.line && (words(quote, self.quote) || words(quote, bare))
    }

    fn is_found_by(&self, found: &Finding) -> bool {
        let families = &self.families;
        self.is_at(found) && (families[..] == [""] || families.contains(&family(&found.rule)))
    }
}

fn family(code: &str) -> &str {
    code.split('-').next().unwrap_or("")
}

/// Checks every report the list names, prints what is missed, and compares with what is wanted.
fn measure(
    folder: &Path,
    file: impl Fn(&str) -> String,
    wanted: &[(&str, usize)],
    counts: impl Fn(&str) -> bool,
) {
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a report is there");
    let house = House::alone();
    let list = text("defects.tsv");
    let rows: Vec<Row> = list.lines().filter_map(Row::parse).collect();
    let names: BTreeSet<&str> = rows.iter().map(|row| row.sample).collect();
    let findings: BTreeMap<&str, Vec<Finding>> = names
        .into_iter()
        .map(|name| (name, house.check("report.txt", &text(&file(name)))))
        .collect();
    let (mut controls, mut touched) = (0, Vec::new());
    let mut tally = BTreeMap::<(&str, &str), (usize, usize)>::new();
    for row in &rows {
        let here = || findings[row.sample].iter().filter(|found| row.is_at(found));
        if row.is_control() {
            controls += 1;
            let asked = |found: &Finding| {
                let others = rows.iter().filter(|other| !other.is_control());
                others
                    .filter(|other| other.sample == row.sample)
                    .any(|other| other.is_found_by(found))
            };
            let unasked = here().filter(|found| !asked(found));
            touched.extend(unasked.map(|found| format!("{} {}", row.id, found.rule)));
            continue;
        }
        let (found, all) = tally.entry((row.severity, row.fix)).or_default();
        *all += 1;
        if here().any(|finding| row.is_found_by(finding)) {
            *found += 1;
        } else {
            println!("missed {} {} {}: {:?}", row.severity, row.fix, row.id, row.quote);
        }
    }
    println!("\nseverity  fix      found  of");
    for ((severity, fix), (found, all)) in &tally {
        println!("{severity:8}  {fix:7}  {found:5}  {all}");
    }
    println!("controls  silent   {:5}  {controls}", controls - touched.len());
    assert!(touched.is_empty(), "controls are marked: {touched:?}");
    for (severity, share) in wanted {
        let counted = tally.iter().filter(|((own, fix), _)| own == severity && counts(fix));
        let (found, all) = counted.fold((0, 0), |sum, (_, one)| (sum.0 + one.0, sum.1 + one.1));
        println!("{severity}: {found} of {all}, wanted {share} in a hundred");
        assert!(found * 100 >= all * share, "{severity}: {found} of {all}");
    }
}

#[test]
fn marks_of_a_careful_editor_are_found() {
    let Some(folder) = samples() else { return };
    println!("of what has a fix:");
    measure(&folder, |name| format!("report-{name}.txt"), &WANTED, |fix| fix != "none");
}

#[test]
fn marks_in_invented_reports_are_found() {
    let folder = repository().join("tests/fixtures/dirty");
    measure(&folder, |name| format!("{name}.txt"), &WANTED_OF_ALL, |_| true);
}
