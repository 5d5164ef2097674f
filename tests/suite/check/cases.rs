//! Every rule against its own cases, and the list of rules.

use super::{House, report_with};
use rapporteur_document::check::{rules, rules_by_family};
use rapporteur_tests::check_written;

/// Fewer cases prove little.
const CASES: usize = 5;

#[test]
fn rules_fire_and_are_silent_as_their_cases_say() {
    let house = House::among_others();
    let mut wrong = Vec::new();
    for rule in rules() {
        for (words, quote, fixed) in rule.fires {
            let own = house.look(rule, "report.txt", &report_with(rule.spot, words));
            let Some(found) = own.iter().find(|finding| finding.place.quote.contains(quote)) else {
                let said: Vec<&str> = own.iter().map(|f| f.place.quote.as_str()).collect();
                wrong.push(format!("{} did not mark {quote:?} in {words:?}: {said:?}", rule.code));
                continue;
            };
            let replacement = found.fix.as_ref().map_or("", |fix| fix.replacement.as_str());
            if !fixed.is_empty() && !replacement.contains(fixed) {
                wrong.push(format!("{} writes {replacement:?} in {words:?}", rule.code));
            }
        }
        for words in rule.silent {
            for found in house.look(rule, "report.txt", &report_with(rule.spot, words)) {
                wrong.push(format!("{} marks {:?} in {words:?}", rule.code, found.place.quote));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_cases_enough() {
    let few: Vec<String> = rules()
        .filter(|rule| rule.fires.len() < CASES || rule.silent.len() < CASES)
        .map(|rule| format!("{} {} and {}", rule.code, rule.fires.len(), rule.silent.len()))
        .collect();
    assert!(few.is_empty(), "fewer than {CASES} that fire or are silent: {}", few.join(", "));
}

#[test]
fn the_list_of_rules_is_what_the_rules_say() {
    let house = House::among_others();
    let mut list = String::from(
        "# The rules of the house style\n\nWritten by `cargo xtask bless` from the rules and their cases. E is wrong on its face, W is\nprobably wrong or needs a decision, S is a matter of style.\n",
    );
    let mut family = "";
    for rule in rules_by_family() {
        if rule.family() != family {
            family = rule.family();
            list.push_str(&format!("\n## {family}\n"));
        }
        let severity = &format!("{:?}", rule.severity)[..1];
        list.push_str(&format!("\n**{}** ({severity}) {}\n\n", rule.code, rule.reason));
        for (words, quote, _) in rule.fires.iter().take(3).filter(|case| !case.1.is_empty()) {
            let found = house.look(rule, "report.txt", &report_with(rule.spot, words));
            let found = found.into_iter().find(|found| found.place.quote.contains(quote));
            let Some(found) = found else { continue };
            let fix = found.fix.map_or(String::new(), |fix| match fix.replacement.as_str() {
                "" => ", fix: take out".to_owned(),
                right => format!(", {}: `{right}`", if fix.safe { "fix" } else { "perhaps" }),
            });
            let quote = found.place.quote;
            list.push_str(&format!("- marked: `{quote}`{fix}\n"));
        }
        for words in rule.silent.iter().filter(|words| !words.contains('\n')).take(2) {
            list.push_str(&format!("- left alone: `{words}`\n"));
        }
    }
    check_written("crates/rapporteur-document/src/check/RULES.md", &list);
}

#[test]
fn codes_and_reasons_are_each_their_own() {
    let mut codes: Vec<&str> = rules().map(|rule| rule.code).collect();
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count);
    for rule in rules() {
        assert!(!rule.family().is_empty(), "{} is of no family", rule.code);
        assert!(rule.reason.ends_with('.') || rule.reason.ends_with('”'), "{}", rule.code);
    }
}
