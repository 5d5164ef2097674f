//! The rules of the house style against their own cases, clean reports, slips put into them, and
//! the marks of a careful editor where real reports are at hand.
//!
//! The cases stand beside the rules; here is the clean report they are put into, and its desk.

mod again;
mod cases;
mod clean;
mod marks;
mod slips;

use chrono::NaiveDate;
use rapporteur_document::check::{
    Desk, Finding, KnownPerson, Neighbour, Reckoned, Register, Rule, Spot, check,
};
use rapporteur_document::model::{PersonName, Report};
use rapporteur_document::read;
use rapporteur_document::style::{Generated, Template, generate};
use uuid::Uuid;

const TITLE_BLOCK: &str =
    "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC";
const OPENING: &str = "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.";
const AGENDA: &str = "1. Webinars on trade\n2. Any other business (AoB)";
const TEXT: &str = "Ines Almond noted that the webinars would be held in May. Tom Birch agreed.";
const LONG: &str = "Tom Birch reported on the talks with the hosts, which had gone on for most of the winter and had ended with a letter that everybody could read before the call. He thanked the members who had written it, and those who had read it twice. Maria Cole asked how long the hosts would need for an answer, and whether the rooms would be held until then; Tom Birch replied that they would, and that nothing had to be paid before the summer. Ines Almond thanked him for his work, and for the patience with which he had answered the many questions of the hosts.";
const NEXT: &str =
    "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.";
const PEOPLE: &str = "1. Ines Almond, Group's Co-Chair, IGF MAG member, Government of Italy\n2. Tom Birch, former IGF MAG member, Harbour Trust\n3. Maria Cole, Harbour Trust\n4. Maria Dunn, Reef Foundation";

/// A clean report with one piece of it replaced.
fn report_with(spot: Spot, words: &str) -> String {
    if spot == Spot::Scan {
        return wrapped(&report_with(Spot::Text, &format!("{words}\n\n{LONG}")));
    }
    let piece = |own: Spot, clean: &str| (if own == spot { words } else { clean }).to_owned();
    let front = match piece(Spot::TitleBlock, TITLE_BLOCK) {
        none if none.is_empty() => String::new(),
        lines => format!("{lines}\n\n"),
    };
    let front = format!("{front}Summary Report\n\n{}", piece(Spot::Opening, OPENING));
    let agenda = piece(Spot::Agenda, AGENDA);
    let (items, headings) = agenda.split_once("\n\n").unwrap_or((&agenda, &agenda));
    let headings: Vec<&str> = headings.lines().filter(|line| !is_nested(line)).collect();
    let mut body = format!("Agenda\n\n{items}\n\nDiscussion");
    for (at, heading) in headings.iter().enumerate() {
        let text = match at {
            0 => piece(Spot::Text, TEXT),
            _ if at + 1 == headings.len() => piece(Spot::Next, NEXT),
            _ => TEXT.to_owned(),
        };
        body.push_str(&format!("\n\n{heading}\n\n{text}"));
    }
    let list = format!("List of participants\n\n{}", piece(Spot::People, PEOPLE));
    format!(
        "{}\n\n{}\n\n{}\n",
        piece(Spot::Front, &front),
        piece(Spot::Body, &body),
        piece(Spot::List, &list)
    )
}

/// The text with lines as short as on paper.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 84;
    let mut page = String::new();
    for line in text.lines() {
        let mut length = 0;
        for word in line.split(' ') {
            if length + word.len() > WIDTH {
                page.truncate(page.trim_end().len());
                page.push('\n');
                length = 0;
            }
            page.push_str(word);
            page.push(' ');
            length += word.len() + 1;
        }
        page.truncate(page.trim_end_matches(' ').len());
        page.push('\n');
    }
    page
}

fn is_nested(item: &str) -> bool {
    item.starts_with(' ')
}

/// Who is known besides the participants: name, standing, organisation.
const KNOWN: &[(&str, &str, Option<&str>, &str)] = &[
    ("Zoë", "Halloran", Some("IGF MAG member"), "Reef Foundation"),
    ("Jiří", "Novák", None, "Institute of Tides"),
    ("Lindiwe", "Maseko", Some("former IGF MAG member"), "Cape Observatory"),
    ("Lynn", "St. Clair", None, "Harbour Trust"),
    ("Marguerite", "Oduya", Some("IGF MAG member"), "Government of Kenya"),
];

fn known_people() -> Vec<KnownPerson> {
    let person =
        |(given, family, status, organisation): &(&str, &str, Option<&str>, &str)| KnownPerson {
            name: PersonName {
                given: (*given).to_owned(),
                family: (*family).to_owned(),
                ..PersonName::default()
            },
            role: None,
            status: status.map(str::to_owned),
            organisation: Some((*organisation).to_owned()),
        };
    KNOWN.iter().map(person).collect()
}

/// The reports around the 111th: number, day, and the next meeting they announce.
fn neighbours() -> Vec<Neighbour> {
    let day = |day: &str| day.parse::<NaiveDate>().ok();
    [
        (112, "2026-03-19", "2026-04-02"),
        (110, "2026-02-19", "2026-03-05"),
        (109, "2026-02-05", "2026-02-19"),
        (108, "2026-01-22", "2026-02-05"),
        (107, "2026-01-08", "2026-01-22"),
    ]
    .into_iter()
    .map(|(number, date, next)| Neighbour {
        number: Some(number),
        date: day(date),
        next_date: day(next),
        next_time: "18:00".parse().ok(),
        agenda: ["Update from the Secretariat", "Plan of webinars", "Any other business (AoB)"]
            .map(str::to_owned)
            .to_vec(),
        people: known_people(),
    })
    .collect()
}

/// What the rules look at besides the report.
struct House {
    template: Template,
    register: Register,
    people: Vec<KnownPerson>,
    neighbours: Vec<Neighbour>,
}

impl House {
    /// Nobody and no other report is known.
    fn alone() -> Self {
        Self {
            template: Template::parse(Template::built_in()[0]).expect("it is sound"),
            register: Register::built_in(),
            people: vec![],
            neighbours: vec![],
        }
    }

    fn among_others() -> Self {
        Self { people: known_people(), neighbours: neighbours(), ..Self::alone() }
    }

    /// What `look` finds in a file of this name.
    fn on_desk<T>(&self, name: &str, text: &str, look: impl FnOnce(&Desk) -> T) -> T {
        let (recognised, manuscript) =
            read::manuscript(text.as_bytes(), name).expect("a text can be read");
        let report = report(recognised);
        let generated: Generated =
            generate(&report, &self.template).expect("the template prints every report");
        look(&Desk {
            manuscript: &manuscript,
            template: &self.template,
            generated: &generated,
            register: &self.register,
            people: &self.people,
            neighbours: &self.neighbours,
            reckoned: Reckoned::default(),
        })
    }

    fn check(&self, name: &str, text: &str) -> Vec<Finding> {
        self.on_desk(name, text, check)
    }

    fn look(&self, rule: &'static Rule, name: &str, text: &str) -> Vec<Finding> {
        self.on_desk(name, text, |desk| {
            rule.findings(desk).into_iter().map(|(_, finding)| finding).collect()
        })
    }
}

fn report(recognised: read::Recognised) -> Report {
    let mut count = 0;
    recognised.into_report(&mut || {
        count += 1;
        Uuid::from_u128(count)
    })
}

/// A generator of numbers that a seed repeats.
fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits fit") % below.max(1)
    }
}
