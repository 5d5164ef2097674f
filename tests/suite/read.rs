//! Prior reports of many kinds, read whole: `expected/` holds the JSON, `cargo xtask bless`
//! rewrites it. Also: no word is lost or doubled, and broken bytes are values.

use rapporteur_document::read::{Reading, read};
use std::collections::BTreeMap;
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

/// Words of four letters and more: marks and numbers are generated again, words never are.
fn count(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

fn all_text(report: &Reading) -> String {
    let mut text = String::new();
    for section in &report.sections {
        for part in &section.parts {
            assert!(section.text.contains(&part.text), "{}", part.title);
        }
        text += &format!("{}\n{}\n", section.title, section.text);
    }
    text
}

/// The discussion: from its heading (or the agenda's, less the agenda) to the participants.
fn no_word_is_lost(name: &str, bytes: &[u8], body: &str) {
    let recognised = read(bytes, name).expect("it is a text");
    let (found, wanted) = (count(&all_text(&recognised.report)), count(body));
    for (word, times) in wanted {
        assert_eq!(found.get(&word).copied().unwrap_or(0), times, "{name}: “{word}”");
    }
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
        no_word_is_lost(name, &bytes, body);
    }
}

#[test]
fn no_word_of_the_fixtures_is_lost_or_doubled() {
    for (name, from, to) in [
        ("harbour-12.txt", "3. AoB\n", "Participants:"),
        ("paragraphs.txt", "Discussion\n", "Attendance"),
        ("no-report.txt", "", "\u{0}"),
        ("labelled-7.txt", "Discussion\r\n", "List of"),
        ("two-calls.txt", "2. Rye\n", "List of"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
        let bytes = std::fs::read(&path).expect("the fixture can be read");
        let text = String::from_utf8(bytes.clone()).expect("these fixtures are UTF-8");
        let body = text.split_once(from).map_or(text.as_str(), |(_, body)| body);
        let body = body.split_once(to).map_or(body, |(body, _)| body);
        // Addresses stand in the words once and in Markdown twice; no such body has one in brackets.
        no_word_is_lost(name, &bytes, body);
    }
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
