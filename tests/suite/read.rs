//! Prior reports of many kinds, read whole: `expected/` holds the JSON, `cargo xtask bless`
//! rewrites it. Also: no word is lost or doubled, and broken bytes are values.

use rapporteur_document::read::{Recognised, Repair, read, text};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("tests/fixtures is there")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md"))
        .filter(|path| !path.ends_with("README.md"))
        .collect();
    files.sort();
    files
}

fn file_name(path: &Path) -> String {
    path.file_name().expect("a fixture has a name").to_string_lossy().into_owned()
}

#[test]
fn every_fixture_gives_its_json() {
    assert!(fixtures().len() >= 8);
    for path in fixtures() {
        let name = file_name(&path);
        let bytes = std::fs::read(&path).expect("the fixture can be read");
        let recognised = read(&bytes, &name).expect("the fixture is a text");
        let json = serde_json::to_string_pretty(&recognised).expect("it is plain data") + "\n";
        let expected = path.with_file_name("../expected").join(format!("{name}.json"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&expected, &json).expect("the expected JSON can be written");
        }
        let wanted = std::fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(json, wanted, "{name}; if this is right, run `cargo xtask bless`");
    }
}

/// Words of every length, numbers among them.
fn count(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

/// The discussion with the numbers of its sections, and what was left out with a doubt.
fn all_text(recognised: &Recognised) -> String {
    let mut text = String::new();
    let report = &recognised.report;
    for section in &report.sections {
        // The apologies stand among the people, too.
        if section.title == "Apologies" && !report.apologies.is_empty() {
            continue;
        }
        for part in &section.parts {
            assert!(section.text.contains(&part.text), "{}", part.title);
        }
        let number = section.number.map_or(String::new(), |number| number.to_string());
        text += &format!("{number}\n{}\n{}\n", section.title, section.text);
    }
    for doubt in &recognised.doubts {
        let quote = &doubt.place.quote;
        text += match (doubt.code.as_str(), &doubt.repair) {
            ("running_line", _) => quote,
            // Letters that stand for a bullet.
            (_, Some(Repair::Bullet { printed })) => printed,
            _ => "",
        };
        text.push('\n');
    }
    text
}

/// Without the addresses that Markdown keeps behind words, the marks that refer to a footnote, which
/// is set below its paragraph, and the word before the number of an item.
fn without_targets(text: &str) -> String {
    let hidden = Regex::new(r"\]\([^)]*\)|\[\^\w+\](?P<next>[^:])").expect("it is a pattern");
    let label = Regex::new(r"(?m)^(?:#+ )?Item (?P<number>\d+):").expect("it is a pattern");
    label.replace_all(&hidden.replace_all(text, " $next"), "$number").into_owned()
}

/// The discussion: from a line (or the agenda's last, where no heading stands over it) to another.
fn no_word_is_lost(name: &str, bytes: &[u8], body: &str) -> bool {
    let recognised = read(bytes, name).expect("it is a text");
    let (found, wanted) = (count(&all_text(&recognised)), count(&without_targets(body)));
    let words: BTreeSet<&String> = found.keys().chain(wanted.keys()).collect();
    let differs = |word: &&String| found.get(*word) != wanted.get(*word);
    let said = |word: &String| format!("{word} {:?} {:?}", found.get(word), wanted.get(word));
    let wrong: Vec<String> = words.into_iter().filter(differs).map(said).collect();
    if !wrong.is_empty() {
        println!("{name}: {wrong:?}");
    }
    wrong.is_empty()
}

#[test]
fn no_word_of_the_samples_is_lost_or_doubled() {
    let Some(folder) = std::env::var_os("RAPPORTEUR_SAMPLES") else {
        println!("skipped: RAPPORTEUR_SAMPLES is not set");
        return;
    };
    let spans = [
        ("report-093.txt", "Discussion\n", None),
        ("report-100.txt", "Discussion\n", Some("List of participants")),
        ("report-111.txt", "(AoB)\n", Some("List of participants")),
    ];
    for (name, from, to) in spans {
        let path = Path::new(&folder).join(name);
        let bytes = std::fs::read(&path).expect("the sample can be read");
        let text = String::from_utf8(bytes.clone()).expect("the samples are UTF-8");
        let body = text.split_once(from).expect("it has a discussion").1;
        let body = to.and_then(|to| body.rsplit_once(to)).map_or(body, |(body, _)| body);
        assert!(no_word_is_lost(name, &bytes, body), "{name}");
    }
}

/// Where the text of each fixture begins and ends, once or twice: the first place of the one and the
/// last of the other. `tests/suite/formats/` wants the same data from every other format.
const SPANS: &[(&str, &str, &str)] = &[
    ("advisory-7.txt", "Annet Esser)\n", "Annex:"),
    ("beacon-106.txt", "Discussion\n", "Participants\n"),
    ("cedar-9.txt", "request.\n", "Agenda"),
    ("cedar-9.txt", "Discussion\n", "Annex I"),
    ("costa-98.txt", "Debate\n", "Lista de"),
    ("dogwood-27.md", "Regula Ammann\n", "# Present"),
    ("dogwood-27.md", "# Proceedings\n", "\u{0}"),
    ("elm-19.txt", "UTC\n", "Attendance"),
    ("elm-19.txt", "Record\n", "\u{0}"),
    ("harbour-12.txt", "3. AoB\n", "Participants:"),
    ("hybrid-12.txt", "", "WORKING GROUP"),
    ("hybrid-12.txt", "DISCUSSION\n", "PRESENT:"),
    ("labelled-7.txt", "Discussion\n", "List of"),
    ("lantern-7.md", "**Discussion**\n", "**Participants**"),
    ("latin-1.txt", "", "Summary Report"),
    ("latin-1.txt", "1. Menu\n", "Present"),
    ("meadow-107.txt", "3) AoB\n", "Annex I"),
    ("no-report.txt", "", "\u{0}"),
    ("notes-41.txt", "4. AOB\n", "\u{0}"),
    ("orchard-44.md", "## Discussion\n", "## List of"),
    ("paragraphs.txt", "", "Agenda\n"),
    ("paragraphs.txt", "Discussion\n", "Attendance"),
    ("ports-19.md", "## Discussion\n", "## Attendees"),
    ("quarry-109.txt", "DISCUSSION:\n", "Attendees (3)"),
    ("readout-5.txt", "", "Date:"),
    ("readout-5.txt", "Platform: Zoom\n", "Present"),
    ("reef-86.txt", "Discussion\n", "List of participants"),
    ("two-calls.txt", "2. Rye\n", "List of"),
    ("wrapped-6.txt", "Discussion\n", "Annex I"),
];

#[test]
fn no_word_of_the_fixtures_is_lost_or_doubled() {
    let named: BTreeSet<&str> = SPANS.iter().map(|(name, ..)| *name).collect();
    let there: Vec<String> = fixtures().iter().map(|path| file_name(path)).collect();
    assert!(named.iter().copied().eq(&there), "every fixture says where its text is: {there:?}");
    let mut whole = true;
    for name in named {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
        let bytes = std::fs::read(&path).expect("the fixture can be read");
        let text = text::decode(&bytes).expect("the fixture is a text").replace("\r\n", "\n");
        let mut body = String::new();
        for (_, from, to) in SPANS.iter().filter(|(other, ..)| *other == name) {
            let text = text.split_once(from).unwrap_or_else(|| panic!("{name} has no “{from}”")).1;
            body += text.rsplit_once(to).map_or(text, |(text, _)| text);
        }
        whole &= no_word_is_lost(name, &bytes, &body);
    }
    assert!(whole, "these words are found, and stand in the file, a different number of times");
}

#[test]
fn a_kept_report_is_sound() {
    for path in fixtures() {
        let name = file_name(&path);
        let bytes = std::fs::read(&path).expect("the fixture can be read");
        let recognised = read(&bytes, &name).expect("the fixture is a text");
        let mut next = 0_u128;
        let report = recognised.into_report(&mut || {
            next += 1;
            uuid(next)
        });
        assert_eq!(report.validate(), vec![], "{name}");
    }
}

fn uuid(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

#[test]
fn broken_bytes_are_values() {
    for path in fixtures() {
        let bytes = std::fs::read(&path).expect("the fixture can be read");
        for end in 0..bytes.len() {
            let _ = read(&bytes[..end], "cut.txt");
        }
    }
    let mut state = 7_u32;
    for length in 0..400 {
        let bytes: Vec<u8> = (0..length)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        let _ = read(&bytes, "noise.txt");
        let printable: Vec<u8> = bytes.iter().map(|byte| 32 + byte % 96).collect();
        let _ = read(&printable, "noise.md");
    }
}
