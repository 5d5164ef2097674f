//! The directory over the years: who attended what, who is who, and nothing merged unasked.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{TimeZone, Utc};
use rapporteur_core::api::{PersonOffer, ReportSummary, Request, Response, Series, handle};
use rapporteur_core::{FixedClock, Library};
use rapporteur_document::model::SeriesId;
use rapporteur_tests::repository;
use std::fs;

struct Directory {
    library: Library,
}

fn clock() -> FixedClock {
    FixedClock(Utc.with_ymd_and_hms(2026, 4, 16, 9, 0, 0).unwrap())
}

impl Directory {
    fn with_sample() -> Self {
        let mut directory = Self { library: Library::in_memory(&clock()).unwrap() };
        directory.ask(Request::AddSampleData);
        directory
    }

    fn ask(&mut self, request: Request) -> Response {
        handle(&mut self.library, &clock(), request).unwrap()
    }

    fn series(&mut self) -> Series {
        let Response::SeriesList(all) = self.ask(Request::ListSeries) else { panic!() };
        all.into_iter().next().unwrap()
    }

    fn reports(&mut self) -> Vec<ReportSummary> {
        let request = Request::ListReports { series: None, deleted: false };
        let Response::Reports(all) = self.ask(request) else { panic!() };
        all
    }

    fn offered(&mut self, series: SeriesId, before: Option<&str>) -> Vec<PersonOffer> {
        let before = before.map(|day| day.parse().unwrap());
        let request = Request::OfferParticipants { series, before };
        let Response::People(people) = self.ask(request) else { panic!() };
        people
    }
}

#[test]
fn an_earlier_library_offers_the_same_people() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    fs::copy(repository().join("tests/fixtures/libraries/version-1.rapporteur"), &path).unwrap();
    let mut earlier = Directory { library: Library::open(&path, &clock()).unwrap() };
    let mut fresh = Directory::with_sample();
    let (old, new) = (earlier.series().id, fresh.series().id);
    for day in [None, Some("2026-02-01"), Some("1999-01-01")] {
        let expected = fresh.offered(new, day);
        assert_eq!(earlier.offered(old, day), expected, "{day:?}");
        assert_eq!(expected.is_empty(), day == Some("1999-01-01"));
    }
}

#[test]
fn a_report_in_the_bin_counts_for_nobody() {
    let mut directory = Directory::with_sample();
    let series = directory.series().id;
    let before = directory.offered(series, None);
    let report = directory.reports()[0].id;
    directory.ask(Request::DeleteReport { report });
    let meanwhile = directory.offered(series, None);
    let meetings = |people: &[PersonOffer]| people.iter().map(|one| one.meetings).sum::<u32>();
    assert!(meetings(&meanwhile) < meetings(&before));
    directory.ask(Request::RestoreReport { report });
    assert_eq!(directory.offered(series, None), before);
}
