//! The sample library is what it shows others how to be: sound, complete and consistent.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use rapporteur_core::api::{Request, Response, handle};
use rapporteur_core::sample::{self, SamplePerson};
use rapporteur_core::{Library, SystemClock};
use rapporteur_document::model::{
    AgendaItem, AgendaItemKind, Attendance, Block, Inline, PersonId, Report, ReportState,
    plain_text,
};
use rapporteur_document::style::{
    PrintedBlock, Run, Template, generate, ordinal, print, run_text, sorted,
};
use std::collections::{HashMap, HashSet};

fn template() -> Template {
    Template::parse(sample::TEMPLATE).expect("the sample's template is one")
}

fn number(report: &Report) -> u32 {
    report.meeting.number.expect("every sample meeting has a number")
}

/// Runs a check on every report, which is told its number where it fails.
fn each(check: impl Fn(&Report)) {
    let reports = sample::reports();
    assert_eq!(reports.len(), 12);
    reports.iter().for_each(check);
}

/// Every run of some printed blocks, lists included, in document order.
fn runs(blocks: &[PrintedBlock]) -> Vec<&Run> {
    fn of(block: &PrintedBlock) -> Vec<&Run> {
        match block {
            PrintedBlock::TitleLine(runs)
            | PrintedBlock::Title(runs)
            | PrintedBlock::Paragraph(runs) => runs.iter().collect(),
            PrintedBlock::Heading(heading) => heading.runs.iter().collect(),
            PrintedBlock::List(list) => {
                list.entries.iter().flat_map(|entry| runs(&entry.blocks)).collect()
            }
        }
    }
    blocks.iter().flat_map(of).collect()
}

#[test]
fn every_report_is_sound_and_prints_without_a_gap() {
    let template = template();
    each(|report| {
        let number = number(report);
        assert_eq!(report.validate(), [], "{number}");
        let printed = print(report, &template).unwrap();
        assert_eq!(printed.warnings, [], "{number}");
        for run in runs(&printed.blocks) {
            assert!(!run.text.contains(['[', ']']), "{number}: {}", run.text);
            assert!(!run.text.contains("  "), "{number}: {}", run.text);
            assert!(!run.bold, "{number}: bold is for headings: {}", run.text);
            if let Some(link) = &run.link {
                let host = link.strip_prefix("https://").and_then(|rest| rest.split('/').next());
                assert!(host.is_some_and(|host| host.ends_with(".example")), "{number}: {link}");
            }
        }
    });
}

#[test]
fn the_generated_words_follow_the_meeting() {
    let template = template();
    let name = |date: NaiveDate| match date.year() {
        ..=2025 => "Lakeside Forum Working Group on Open Publishing and Access",
        _ => "Lakeside Forum Working Group on Open Access",
    };
    each(|report| {
        let date = report.meeting.date.unwrap();
        let generated = generate(report, &template).unwrap();
        assert_eq!(generated.title_lines[0], name(date));
        let opening = &generated.opening[0];
        for expected in [
            format!("The {} ", ordinal(number(report))),
            format!("the {} (WG-Access)", name(date)),
            format!("on {} at {} UTC", date.format("%-d %B %Y"), report.meeting.time.unwrap()),
        ] {
            assert!(opening.contains(&expected), "“{expected}” in “{opening}”");
        }
        assert_eq!(
            generated.file_name,
            format!("WG-Access-{}-Summary-Report-{date}", number(report))
        );
        assert_eq!(generated.next_meeting_item, report.agenda.last().map(|item| item.id));
    });
}

#[test]
fn meetings_follow_each_other_on_thursdays_for_two_years() {
    let reports = sample::reports();
    for (at, report) in reports.iter().enumerate() {
        let number = number(report);
        let date = report.meeting.date.unwrap();
        let next = &report.next_meeting;
        assert_eq!(date.weekday(), Weekday::Thu, "{number}");
        assert_eq!(report.meeting.series, sample::SERIES);
        let pause = next.date.unwrap() - date;
        assert!([14, 21].contains(&pause.num_days()), "{number}: next after {pause}");
        if let Some(following) = reports.get(at + 1) {
            assert!(self::number(following) > number && following.meeting.date > Some(date));
        }
        if let Some(following) = reports.get(at + 1).filter(|next| self::number(next) == number + 1)
        {
            assert_eq!(next.date, following.meeting.date, "{number}");
            assert_eq!(next.time, following.meeting.time, "{number}");
        }
        for step in &report.next_steps {
            let due = step.due.unwrap();
            assert!(due > date && due < date + Days::new(42), "{number}: {} by {due}", step.action);
        }
    }
    let states: Vec<ReportState> = reports.iter().map(|report| report.state).collect();
    assert_eq!(states[..10], [ReportState::Final; 10]);
    assert_eq!(states[10..], [ReportState::InReview, ReportState::Draft]);
    let days = |at: usize| reports[at].meeting.date.unwrap();
    assert!((days(11) - days(0)).num_days() > 700, "the sample covers two years");
}

#[test]
fn participants_are_people_of_the_directory_as_they_were_that_day() {
    let people: HashMap<PersonId, SamplePerson> =
        sample::people().into_iter().map(|person| (person.id, person)).collect();
    assert_eq!(people.len(), sample::people().len(), "every person has an id of its own");
    each(|report| {
        let day = report.meeting.date.unwrap();
        let present = report.with_attendance(Attendance::Present).count();
        assert!((20..=28).contains(&present), "{}: {present} present", number(report));
        let mut seen = HashSet::new();
        for participant in &report.participants {
            let name = participant.name.full();
            let person = &people[&participant.person.unwrap()];
            assert!(seen.insert(person.id), "{name} is in the list twice");
            assert_eq!(participant.name, person.name);
            let held = person.affiliation_on(day).unwrap_or_else(|| panic!("{name} on {day}"));
            assert_eq!(
                (&participant.role, &participant.status, &participant.organisation),
                (&held.role, &held.status, &held.organisation),
                "{name} on {day}"
            );
        }
        let moderator = report.participant(report.meeting.moderator.unwrap()).unwrap();
        assert_eq!(moderator.role.as_deref(), Some("Group's Co-Chair"));
        assert_eq!(moderator.attendance, Attendance::Present);
    });
    let moved = people.values().filter(|person| person.affiliations.len() > 1).count();
    assert!(moved >= 7, "only {moved} people changed their affiliation");
    for person in people.values() {
        let days: Vec<NaiveDate> = person.affiliations.iter().map(|held| held.from).collect();
        assert!(days.is_sorted() && !days.is_empty(), "{}", person.name.full());
    }
}

#[test]
fn who_speaks_was_there() {
    fn speakers(blocks: &[Block]) -> Vec<&Inline> {
        blocks
            .iter()
            .flat_map(|block| match block {
                Block::Paragraph { content } => content.first().into_iter().collect::<Vec<_>>(),
                Block::BulletedList { items } | Block::NumberedList { items } => {
                    items.iter().flat_map(|item| speakers(&item.blocks)).collect()
                }
            })
            .collect()
    }
    fn sections(items: &[AgendaItem]) -> Vec<&[Block]> {
        items
            .iter()
            .flat_map(|item| {
                let parts = item.section.parts.iter().map(|part| part.blocks.as_slice());
                let own = std::iter::once(item.section.blocks.as_slice());
                own.chain(parts).chain(sections(&item.items)).collect::<Vec<_>>()
            })
            .collect()
    }
    each(|report| {
        let mut first_words = 0;
        for inline in sections(&report.agenda).into_iter().flat_map(speakers) {
            if let Inline::Speaker { participant, .. } = inline {
                let person = report.participant(*participant).unwrap();
                assert_eq!(
                    person.attendance,
                    Attendance::Present,
                    "{}: {} speaks",
                    number(report),
                    person.name.full()
                );
                first_words += 1;
            }
        }
        assert!(first_words > 5, "{}: {first_words} paragraphs with a speaker", number(report));
    });
}

#[test]
fn the_sample_shows_what_a_report_can_hold() {
    let template = template();
    let reports = sample::reports();
    let has = |what: &str, test: &dyn Fn(&Report) -> bool| {
        assert!(reports.iter().any(test), "no sample report has {what}");
    };
    has("lettered parts", &|r| r.agenda.iter().any(|item| item.section.parts.len() > 1));
    has("nested agenda items", &|r| r.agenda.iter().any(|item| item.items.len() > 1));
    has("an item without discussion", &|r| {
        r.agenda
            .iter()
            .any(|i| i.kind == AgendaItemKind::Item && i.items.is_empty() && i.section.is_empty())
    });
    has("an absent Secretariat", &|r| {
        r.agenda.iter().any(|i| i.kind == AgendaItemKind::Secretariat && i.section.is_empty())
    });
    has("apologies", &|r| r.with_attendance(Attendance::Apologies).count() > 0);
    has("somebody who is only mentioned", &|r| {
        r.with_attendance(Attendance::Mentioned).count() > 0
    });
    has("a list nested three deep", &|r| {
        r.agenda.iter().any(|item| item.section.blocks.iter().any(|block| depth(block) >= 3))
    });
    has("no recording", &|r| !r.meeting.recording_available);
    has("next steps", &|r| !r.next_steps.is_empty());
    has("a list of participants that sorting changes", &|r| sorted(r, &template) != r.participants);
}

fn depth(block: &Block) -> usize {
    match block {
        Block::Paragraph { .. } => 0,
        Block::BulletedList { items } | Block::NumberedList { items } => {
            1 + items.iter().flat_map(|item| item.blocks.iter().map(depth)).max().unwrap_or(0)
        }
    }
}

#[test]
fn people_who_share_a_given_name_keep_their_full_names() {
    let template = template();
    let amaras = ["Amara Okonkwo-Bell", "Amara Diallo Sène"];
    each(|report| {
        let both =
            amaras.iter().all(|name| report.participants.iter().any(|p| p.name.full() == *name));
        let speakers = generate(report, &template).unwrap().speakers;
        assert!(!(both && speakers.iter().any(|name| name == "Amara")), "{}", number(report));
    });
    let printed = print(&sample::reports()[0], &template).unwrap();
    let text: Vec<String> =
        runs(&printed.blocks).iter().map(|run| run_text(&[(*run).clone()])).collect();
    assert!(amaras.iter().all(|name| text.iter().any(|line| line == name)));
}

#[test]
fn an_empty_library_takes_the_sample_and_proposes_the_112th_meeting() {
    let mut library = Library::in_memory(&SystemClock).unwrap();
    let mut ask = |request| handle(&mut library, &SystemClock, request);
    let Response::Library(filled) = ask(Request::AddSampleData).unwrap() else { panic!() };
    assert_eq!((filled.reports, filled.people as usize), (12, sample::people().len()));
    assert!(ask(Request::AddSampleData).is_err(), "a library that holds something is not filled");

    let Response::SeriesList(series) = ask(Request::ListSeries).unwrap() else { panic!() };
    let series = series.iter().find(|series| series.name == sample::SERIES).unwrap().id;
    let request = Request::ProposeReport { series, from: None };
    let Response::Proposal(proposal) = ask(request).unwrap() else { panic!() };
    let meeting = &proposal.content.meeting;
    assert_eq!((meeting.number, meeting.date), (Some(112), NaiveDate::from_ymd_opt(2026, 4, 16)));
    assert_eq!(meeting.time.unwrap().to_string(), "13:00");
    assert!(proposal.participants.len() >= 30, "{}", proposal.participants.len());
    let titles: Vec<String> =
        proposal.content.agenda.iter().map(|item| plain_text(&item.title)).collect();
    assert_eq!(titles, ["Update from the Forum Secretariat", "Any other business (AoB)"]);
    let offered = |name: &str| proposal.participants.iter().find(|one| one.name.full() == name);
    let moved = offered("Søren Mikkelgaard").unwrap();
    assert_eq!(moved.organisation.as_deref(), Some("Open Shelves Foundation"));
    let known = offered("João Batista Queirós Jr.").unwrap();
    assert_eq!(known.organisation.as_deref(), Some("Atlantic Open Press"));
}

#[test]
fn the_next_meeting_is_proposed_as_the_series_usually_meets() {
    let mut library = Library::in_memory(&SystemClock).unwrap();
    let mut ask = |request| handle(&mut library, &SystemClock, request);
    ask(Request::AddSampleData).unwrap();
    let Response::SeriesList(series) = ask(Request::ListSeries).unwrap() else { panic!() };
    let series = series.iter().find(|series| series.name == sample::SERIES).unwrap().id;
    let mut check = |after: &str, date: &str, reason: &str| {
        let after = after.parse().unwrap();
        let answer = ask(Request::ProposeNextMeeting { series, after }).unwrap();
        let Response::ProposedDay(Some(day)) = answer else { panic!("nothing for {after}") };
        assert_eq!((day.date.to_string().as_str(), day.reason.as_str()), (date, reason));
    };
    check("2026-04-16", "2026-05-07", "a Thursday, 3 weeks after this meeting, as usual");
    check("2026-04-14", "2026-05-07", "a Thursday, 3 weeks after this meeting, as usual");
    check("2026-03-26", "2026-04-16", "a Thursday, 3 weeks after this meeting, as usual");
}
