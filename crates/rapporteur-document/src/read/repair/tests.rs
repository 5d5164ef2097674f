//! Repairs made and taken back, and those that no single place fits.

use crate::compare::{Comparison, compare};
use crate::model::Report;
use crate::read::{Doubt, read};
use uuid::Uuid;

const FILE: &str = "Summary Report\n\n\
    The 7th meeting of the group was held on 5 March 2026 at 18:00 UTC, moderated by Ana Example.\n\n\
    Agenda\n1. Al governance and data\n2. Any other business\n\nDiscussion\n\
    1. Governance of data and machines\n\
    The group heard at some length about Al governance, and about the Al panel, which an organ-\n\
    ised call prepares. It then went through the comments that had come in since the\n\
    last meeting, and thanked all who had taken the time to send theirs. Most of them ask\n\
    for a shorter letter, and for a list of those who are to receive it in the second week\n\
    of the month. A few ask for more time than is left before the group meets again on the\n\
    same day of the week, which nobody could promise. For all these the draft text of\n\
    the letter is at https.//docs.qoogle.com/document/d/abc/edit and open until the end.\n\n\
    2. Any other business\n\
    The next meeting could take place on 19 March 2026 or on another date.\n\n\
    List of participants\n1. Ana Example, Example Society\n2. Ben Sample, Al Office\n";

fn recognised() -> (Report, Vec<Doubt>) {
    let recognised = read(FILE.as_bytes(), "a.txt").unwrap();
    let doubts = recognised.doubts.clone();
    let mut next = 0_u128;
    let mut new_id = || {
        next += 1;
        Uuid::from_u128(next)
    };
    (recognised.into_report(&mut new_id), doubts)
}

fn text(report: &Report) -> String {
    serde_json::to_string(report).unwrap()
}

#[test]
fn every_order_of_answers_gives_the_same_report_and_leads_back() {
    let (report, doubts) = recognised();
    let repairable: Vec<&Doubt> = doubts.iter().filter(|one| one.repair.is_some()).collect();
    assert!(repairable.len() >= 6, "{doubts:#?}");
    let expected = [
        "at some length about AI governance, and about the AI panel, which an organised call",
        "\"text\":\"AI governance and data\"",
        "\"organisation\":\"AI Office\"",
        "\"link\":\"https://docs.google.com/document/d/abc/edit\"",
        "\"heading\":null",
        "\"date\":\"2026-03-19\"",
    ];
    for order in [repairable.clone(), repairable.iter().rev().copied().collect()] {
        let mut changed = report.clone();
        let mut changes = Vec::new();
        for doubt in &order {
            changes.extend(doubt.apply(&mut changed));
        }
        for words in expected {
            assert!(text(&changed).contains(words), "{words}: {}", text(&changed));
        }
        // Taken back in the order they were made, not the other way round.
        for change in &changes {
            assert!(change.undo(&mut changed), "{change:?}");
        }
        // Pieces that are marked alike are joined; that is all that may differ.
        assert_eq!(compare(&report, &changed), Comparison::default());
    }
}

#[test]
fn a_repair_made_already_or_of_words_that_are_gone_changes_nothing() {
    let (report, doubts) = recognised();
    let doubt = doubts.iter().find(|one| one.code == "hyphenation").unwrap();
    let mut changed = report.clone();
    let change = doubt.apply(&mut changed).unwrap();
    let once = changed.clone();
    assert_eq!((doubt.spot(&changed), doubt.apply(&mut changed)), (None, None));
    assert_eq!(changed, once);
    let mut edited = report.clone();
    edited.agenda[0].section.blocks.clear();
    assert!(doubt.apply(&mut edited).is_none());
    assert!(!change.undo(&mut edited));
}

#[test]
fn what_fits_two_places_equally_is_left_to_a_person() {
    let (mut report, doubts) = recognised();
    let doubt = doubts.iter().find(|one| one.code == "hyphenation").unwrap();
    let again = report.agenda[0].section.blocks.clone();
    report.agenda[1].section.blocks.extend(again);
    assert_eq!(doubt.spot(&report), None);
}

const BULLETS: &str = "Summary Report\n\n\
    The 7th meeting of the group was held on 5 March 2026 at 18:00 UTC, moderated by Ana Example.\n\n\
    Agenda\n1. Data\n2. Any other business\n\nDiscussion\n\
    1. Data\n\
    The group went through the comments that had come in since the last meeting, and thanked\n\
    all who had taken the time to send theirs, among them the offices that were asked in May:\n\n\
    e Data of the harbour office, which came late and were read at the meeting by all who had\n\
    come to it in the end\n\
    * Data of the reef office, which nobody had yet seen before they were shown to the group\n\
    © Data of the quarry, which are for all to read from the middle of the month on\n\
    e The letter to the office, which is to be sent before the end of the second week of May\n\n\
    They were all accepted as they stood, and the group thanked those who had sent them in.\n\n\
    2. Any other business\nNone.\n\n\
    List of participants\n1. Ana Example, Example Society\n2. Ben Sample, Harbour Office\n";

#[test]
fn letters_taken_for_bullets_are_put_back_in_any_order_and_lead_back() {
    let recognised = read(BULLETS.as_bytes(), "a.txt").unwrap();
    let bullets: Vec<Doubt> =
        recognised.doubts.iter().filter(|one| one.code == "ocr_bullet").cloned().collect();
    assert_eq!(bullets.len(), 3, "{:#?}", recognised.doubts);
    let mut next = 0_u128;
    let report = recognised.into_report(&mut || {
        next += 1;
        Uuid::from_u128(next)
    });
    let blocks = |report: &Report| report.agenda[0].section.blocks.len();
    assert_eq!(blocks(&report), 3, "{:#?}", report.agenda[0].section);
    // Which are said no to, how many blocks there are then, and the words of one of them.
    for (order, count, words) in [
        (&[0][..], 4, "\"text\":\"e Data of the harbour"),
        (&[1], 5, "\"text\":\"© Data of the quarry"),
        (&[2], 4, "\"text\":\"e The letter to"),
        (&[0, 1, 2], 6, "\"text\":\"© Data of the quarry"),
        (&[2, 1, 0], 6, "\"text\":\"e The letter to"),
    ] {
        let mut changed = report.clone();
        assert!(order.iter().all(|at| bullets[*at].spot(&report).is_some()));
        assert!(order.iter().all(|at| bullets[*at].apply(&mut changed).is_none()));
        assert_eq!(changed, report, "a yes leaves the bullets");
        let changes: Vec<_> =
            order.iter().map(|at| bullets[*at].reject(&mut changed).unwrap()).collect();
        assert_eq!(blocks(&changed), count, "{order:?}");
        assert!(text(&changed).contains(words), "{words}: {}", text(&changed));
        assert!(order.iter().all(|at| bullets[*at].reject(&mut changed).is_none()), "once");
        for change in &changes {
            assert!(change.undo(&mut changed), "{change:?}");
            assert!(!change.undo(&mut changed), "{change:?}");
        }
        assert_eq!(changed, report);
    }
}
