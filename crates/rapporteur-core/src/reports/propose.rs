//! What the next report of a series would hold, and why.

use crate::api::{PersonOffer, Proposal, ProposedDay, Reason, Series};
use crate::clock::{Clock, new_id};
use crate::error::Error;
use crate::{people, series, storage, templates};
use chrono::{Datelike, NaiveDate, TimeDelta};
use rapporteur_document::model::{
    AgendaItem, AgendaItemId, Attendance, Block, Inline, Meeting, NextMeeting, Participant,
    ParticipantId, PersonId, Report, ReportId, ReportState, Section, SeriesId, TimeOfDay, Venue,
};
use rapporteur_document::style::{Template, ordinal};
use rusqlite::Connection;

/// Proposes the next report of a series, going on from its last report or from `from`.
pub(crate) fn propose(
    connection: &Connection,
    series: SeriesId,
    from: Option<ReportId>,
    clock: &dyn Clock,
) -> Result<Proposal, Error> {
    let series = series::load(connection, series)?;
    let template = templates::load(connection, series.template)?;
    let last = match from {
        Some(report) => Some(report),
        None => storage::reports::last(connection, series.id)?,
    };
    let last =
        last.map(|id| super::stored(connection, id)).transpose()?.map(|stored| stored.content);
    let days = storage::reports::last_days(connection, series.id, None)?;
    let mut draft = Draft { reasons: Vec::new(), clock };
    let meeting = draft.meeting(&series, last.as_ref(), &days);
    let offers = people::offered(connection, series.id, meeting.date)?;
    let content = draft.report(meeting, last.as_ref(), &template, &offers);
    let here: Vec<PersonId> = content.participants.iter().filter_map(|one| one.person).collect();
    Ok(Proposal {
        series: series.id,
        template: series.template,
        participants: offers
            .into_iter()
            .filter(|offer| !here.iter().any(|id| offer.is(*id)))
            .collect(),
        content,
        reasons: draft.reasons,
    })
}

/// The day after this one on which the series would usually meet; none before its second meeting.
pub(crate) fn propose_next_meeting(
    connection: &Connection,
    series: SeriesId,
    after: NaiveDate,
) -> Result<Option<ProposedDay>, Error> {
    let mut days = storage::reports::last_days(connection, series, Some(after))?;
    days.insert(0, after);
    Ok(usual_next(&days).map(|date| {
        let weeks = (date - after).num_weeks();
        let distance = if weeks == 1 { "a week".to_owned() } else { format!("{weeks} weeks") };
        let reason = format!("a {}, {distance} after this meeting, as usual", date.format("%A"));
        ProposedDay { date, reason }
    }))
}

/// A proposal in the making: every field gets its reason.
struct Draft<'c> {
    reasons: Vec<Reason>,
    clock: &'c dyn Clock,
}

impl Draft<'_> {
    fn because(&mut self, field: &str, reason: impl Into<String>) {
        self.reasons.push(Reason { field: field.to_owned(), reason: reason.into() });
    }

    fn meeting(&mut self, series: &Series, last: Option<&Report>, days: &[NaiveDate]) -> Meeting {
        let number = series.last_number.map_or(1, |number| number.saturating_add(1));
        self.because(
            "meeting.number",
            match series.last_number {
                Some(last) => format!("follows the {} report", ordinal(last)),
                None => "the first report of the series".to_owned(),
            },
        );
        let (date, time) = self.date_and_time(last, days);
        if last.is_some() {
            self.because("meeting.venue", "as last time");
        }
        Meeting {
            series: series.name.clone(),
            number: Some(number),
            date,
            time,
            time_zone: last.map_or("UTC".to_owned(), |last| last.meeting.time_zone.clone()),
            venue: last.map_or(Venue::Online, |last| last.meeting.venue.clone()),
            moderator: None,
            opened_by: None,
            recording_available: last.is_none_or(|last| last.meeting.recording_available),
        }
    }

    /// What the last report announced; else the series' usual distance and weekday.
    fn date_and_time(
        &mut self,
        last: Option<&Report>,
        days: &[NaiveDate],
    ) -> (Option<NaiveDate>, Option<TimeOfDay>) {
        let Some(last) = last else { return (None, None) };
        let after = |date: &NaiveDate| last.meeting.date.is_none_or(|held| *date > held);
        if let Some(date) = last.next_meeting.date.filter(after) {
            let source = last
                .meeting
                .number
                .map_or("the last report".to_owned(), |n| format!("the {} report", ordinal(n)));
            self.because("meeting.date", format!("announced in {source}"));
            if last.next_meeting.time.is_some() {
                self.because("meeting.time", format!("announced in {source}"));
            }
            return (Some(date), last.next_meeting.time);
        }
        let date = usual_next(days);
        if let (Some(date), [_, _, ..]) = (date, days) {
            let weeks = (date - days[0]).num_weeks();
            self.because(
                "meeting.date",
                format!("a {}, {weeks} weeks after the last meeting, as usual", date.format("%A")),
            );
        }
        (date, None)
    }

    fn report(
        &mut self,
        meeting: Meeting,
        last: Option<&Report>,
        template: &Template,
        offers: &[PersonOffer],
    ) -> Report {
        let mut report = Report {
            next_meeting: NextMeeting {
                date: None,
                time: None,
                time_zone: meeting.time_zone.clone(),
            },
            meeting,
            state: ReportState::Draft,
            opening: vec![],
            agenda: self.standing(template),
            next_steps: vec![],
            participants: vec![],
        };
        if let Some(last) = last {
            self.people(&mut report, last, template, offers);
        }
        report
    }

    fn standing(&mut self, template: &Template) -> Vec<AgendaItem> {
        if !template.agenda.standing.is_empty() {
            self.because("agenda", format!("the standing items of “{}”", template.name));
        }
        let items = template.agenda.standing.iter();
        items
            .map(|item| AgendaItem {
                id: AgendaItemId(new_id(self.clock)),
                kind: item.kind,
                title: if item.title.is_empty() { vec![] } else { vec![Inline::text(&item.title)] },
                heading: None,
                listed: true,
                section: Section { blocks: vec![Block::paragraph("")], parts: vec![] },
                items: vec![],
            })
            .collect()
    }

    /// The moderator and those the template puts first are there from the beginning; the
    /// others are offered for ticking.
    fn people(
        &mut self,
        report: &mut Report,
        last: &Report,
        template: &Template,
        offers: &[PersonOffer],
    ) {
        for person in &last.participants {
            let moderates = last.meeting.moderator == Some(person.id);
            let first = person.role.is_some()
                && template
                    .participants
                    .precedence
                    .iter()
                    .any(|rule| rule.role.is_some() && rule.matches(person));
            if !moderates && !first {
                continue;
            }
            let id = ParticipantId(new_id(self.clock));
            let offer = offers.iter().find(|offer| person.person.is_some_and(|id| offer.is(id)));
            report.participants.push(Participant {
                id,
                person: offer.map_or(person.person, |offer| Some(offer.person)),
                attendance: Attendance::Present,
                role: offer.map_or(person.role.clone(), |offer| offer.role.clone()),
                status: offer.map_or(person.status.clone(), |offer| offer.status.clone()),
                organisation: offer
                    .map_or(person.organisation.clone(), |offer| offer.organisation.clone()),
                ..person.clone()
            });
            if moderates {
                report.meeting.moderator = Some(id);
                self.because("meeting.moderator", "moderated last time");
            }
            if last.meeting.opened_by == Some(person.id) {
                report.meeting.opened_by = Some(id);
            }
        }
        if report.meeting.opened_by.is_none() && last.meeting.opened_by.is_some() {
            report.meeting.opened_by = report.meeting.moderator;
        }
        if !report.participants.is_empty() {
            self.because("participants", "the moderator and the co-chairs of the last meeting");
        }
    }
}

/// The day that follows by the median distance of the last meetings (`days`, newest first), on
/// their usual weekday.
fn usual_next(days: &[NaiveDate]) -> Option<NaiveDate> {
    let mut gaps: Vec<i64> = days.windows(2).map(|pair| (pair[0] - pair[1]).num_days()).collect();
    gaps.sort_unstable();
    let median = *gaps.get(gaps.len() / 2)?;
    let weeks = (median + 3) / 7;
    let next = days.first()?.checked_add_signed(TimeDelta::weeks(weeks.max(1)))?;
    let usual = most_common(days.iter().map(|day| day.weekday().num_days_from_monday()))?;
    let shift = i64::from(usual) - i64::from(next.weekday().num_days_from_monday());
    next.checked_add_signed(TimeDelta::days(shift))
}

fn most_common(values: impl Iterator<Item = u32>) -> Option<u32> {
    let mut counts = [0_usize; 7];
    for value in values {
        counts[value as usize] += 1;
    }
    (0..7).max_by_key(|&day| counts[day as usize])
}

#[cfg(test)]
mod tests {
    use super::usual_next;
    use chrono::NaiveDate;

    fn check(days: &[&str], expected: Option<&str>) {
        let days: Vec<NaiveDate> = days.iter().map(|day| day.parse().unwrap()).collect();
        assert_eq!(usual_next(&days), expected.map(|day| day.parse().unwrap()));
    }

    #[test]
    fn the_usual_distance_and_weekday() {
        check(&[], None);
        check(&["2026-03-05"], None);
        check(&["2026-03-05", "2026-02-19"], Some("2026-03-19"));
        check(&["2026-03-05", "2026-02-12", "2026-01-22"], Some("2026-03-26"));
        check(&["2026-03-04", "2026-02-19", "2026-02-05", "2026-01-22"], Some("2026-03-19"));
    }
}
