//! Checking again after an edit finds what checking anew finds.

use super::{House, numbers};
use rapporteur_core::sample;
use rapporteur_document::check::{Desk, Memory, Reckoned, Spot, check, check_again, draft, rules};
use rapporteur_document::model::{Block, Report};
use rapporteur_document::style::{Template, generate};

const EDITS: usize = 30;

/// Words that break a rule, now and then whole sections moved.
fn edit(report: &mut Report, words: &[&str], pick: &mut impl FnMut(usize) -> usize) {
    let at = pick(report.agenda.len());
    let blocks = &mut report.agenda[at].section.blocks;
    match pick(6) {
        0 if !blocks.is_empty() => drop(blocks.remove(pick(blocks.len()))),
        1 => report.agenda.swap(at, 0),
        2 => report.next_meeting.date = report.meeting.date,
        3 if report.participants.len() > 2 => drop(report.participants.pop()),
        _ => blocks.insert(pick(blocks.len() + 1), Block::paragraph(words[pick(words.len())])),
    }
}

#[test]
fn what_is_remembered_changes_nothing() {
    let house = House::among_others();
    let template = Template::parse(sample::TEMPLATE).expect("the sample's template is sound");
    let words: Vec<&str> = rules()
        .filter(|rule| rule.spot == Spot::Text)
        .flat_map(|rule| rule.fires.iter().map(|case| case.0))
        .collect();
    let mut pick = numbers(11);
    for mut report in sample::reports().into_iter().step_by(4) {
        let mut memory = Memory::default();
        for _ in 0..EDITS {
            edit(&mut report, &words, &mut pick);
            let generated = generate(&report, &template).expect("the template prints every report");
            let manuscript = draft(&report, &template, &generated);
            let desk = Desk {
                manuscript: &manuscript,
                template: &template,
                generated: &generated,
                register: &house.register,
                people: &house.people,
                neighbours: &house.neighbours,
                reckoned: Reckoned::default(),
            };
            assert_eq!(check_again(&desk, &mut memory), check(&desk));
        }
    }
}
