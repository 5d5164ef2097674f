//! Merges taken back in any order, with everything an entry may hold, and what happens to edits
//! that were made in between.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use crate::shelf::{Shelf, clock};
use rapporteur_core::FixedClock;
use rapporteur_core::api::{
    DirectoryRequest, HeldAffiliation, PersonDetails, PersonPage, Request, Response, handle,
};
use rapporteur_document::model::{PersonId, PersonName};

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

/// Four entries of one person with all that may be kept of each, and somebody who is none of them.
fn four_of_one() -> (Shelf, [PersonId; 4], PersonId) {
    let mut shelf = Shelf::new();
    shelf.import(40, "6 March 2019", "June Paris noted it.", &["June Paris, First House"]);
    shelf.import(41, "3 April 2019", "Nothing.", &["Yune Parris, Second House"]);
    shelf.import(42, "8 May 2019", "Nothing.", &["Junia Paries, Group's Co-Chair, First House"]);
    shelf.import(43, "5 June 2019", "Nothing.", &["J. Parisse", "Ada Ames"]);
    let entries = ["june paris", "yune parris", "junia", "parisse"].map(|name| shelf.one(name));
    let ada = shelf.one("ada");
    for (at, person) in entries.into_iter().enumerate() {
        let details = PersonDetails {
            preferred: (at == 0).then(|| "Dr June Paris".to_owned()),
            native: (at != 3).then(|| format!("巴黎{at}")),
            email: (at != 2).then(|| format!("june{at}@first.example")),
            phone: (at == 3).then(|| "+44 20 5550 0100".to_owned()),
            notes: Some(format!("Note {at}\nof two lines")),
        };
        shelf.ask(Request::SavePersonDetails { person, details });
        let name = PersonName::parse(&format!("Junie{at} Paris"));
        shelf.ask(Request::SetSpelling { person, name, known: true });
        shelf.ask(Request::NotTheSamePerson { one: person, other: ada, distinct: at % 2 == 0 });
    }
    shelf.page(DirectoryRequest::SaveAffiliation {
        person: entries[1],
        replaces: None,
        affiliation: HeldAffiliation {
            since: "2019-03-06".parse().ok(),
            until: "2019-12-31".parse().ok(),
            role: text("Group's Co-Chair"),
            status: None,
            organisation: text("Second House"),
        },
    });
    (shelf, entries, ada)
}

fn merge(shelf: &mut Shelf, keep: PersonId, merge: PersonId) -> PersonPage {
    let Response::PersonPage(page) = shelf.ask(Request::MergePeople { keep, merge }) else {
        panic!()
    };
    *page
}

const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

#[test]
fn several_merges_are_taken_back_in_any_order() {
    let (mut shelf, [a, b, c, d], ada) = four_of_one();
    let before = shelf.everything();
    // All into one; one into the next; two pairs, then the pairs.
    let ways = [[(a, b), (a, c), (a, d)], [(b, a), (c, b), (d, c)], [(a, b), (c, d), (c, a)]];
    for way in ways {
        for order in ORDERS {
            for (keep, gone) in way {
                merge(&mut shelf, keep, gone);
            }
            let all = shelf.person(a);
            assert_eq!((all.offer.meetings, all.merged.len()), (4, 3));
            let Response::Duplicates(pairs) = shelf.ask(Request::ListDuplicates { limit: 99 })
            else {
                panic!()
            };
            assert!(pairs.iter().all(|pair| pair.a.person != ada && pair.b.person != ada));
            shelf = shelf.reopened();
            for at in order {
                shelf.ask(Request::UndoMerge { person: way[at].1 });
            }
            assert_eq!(shelf.everything(), before, "{way:?} taken back as {order:?}");
        }
    }
}

#[test]
fn what_was_changed_since_a_merge_stays_and_is_counted() {
    let (mut shelf, [june, yune, ..], _) = four_of_one();
    let page = merge(&mut shelf, june, yune);
    assert_eq!(page.merged[0].changes_since, 0);
    let later = FixedClock(clock().0 + chrono::TimeDelta::days(1));
    let mut ask = |request: Request| handle(&mut shelf.library, &later, request).unwrap();
    let details = PersonDetails { email: text("june@last.example"), ..PersonDetails::default() };
    ask(Request::SavePersonDetails { person: june, details });
    // An affiliation that the merged entry brought is deleted by hand.
    let held = page.affiliations.iter().find(|one| one.entry == yune && one.until.is_some());
    let held = held.unwrap();
    let affiliation = rapporteur_core::api::AffiliationKey { entry: held.entry, since: held.since };
    ask(Request::Directory(DirectoryRequest::DeleteAffiliation { person: june, affiliation }));
    let page = shelf.person(june);
    assert_eq!(page.merged[0].changes_since, 2);
    let deleted = page.changes[0].id.clone();

    shelf.ask(Request::UndoMerge { person: yune });
    assert_eq!(shelf.person(june).details.email, text("june@last.example"), "it stays");
    let own = shelf.person(yune);
    assert_eq!(own.details.email, text("june1@first.example"));
    let houses =
        |page: &PersonPage| page.affiliations.iter().filter(|one| one.until.is_some()).count();
    assert_eq!(houses(&own), 0, "deleted, whoever it counted for");
    // Taken back now, it is its own entry's again.
    shelf.ask(Request::Directory(DirectoryRequest::UndoDirectoryChange { change: deleted }));
    assert_eq!((houses(&shelf.person(yune)), houses(&shelf.person(june))), (1, 0));
}
