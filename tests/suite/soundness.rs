//! The same documents are judged alike by the model and by the page: `fixtures/documents.json` is
//! read here and by `ui/src/editor/sound.test.ts`.

use rapporteur_document::model::Report;
use rapporteur_tests::repository;
use serde::Deserialize;
use serde_json::{Value, json};

/// The text of a report, and whether it may be stored.
#[derive(Deserialize)]
struct Case {
    what: String,
    sound: bool,
    agenda: Value,
    opening: Value,
}

#[test]
fn documents_are_judged_as_the_page_judges_them() {
    let file = repository().join("tests/fixtures/documents.json");
    let cases: Vec<Case> = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let found = report(case).validate();
        if found.is_empty() != case.sound {
            wrong.push(format!("{}: {found:?}", case.what));
        }
    }
    assert!(cases.iter().any(|case| case.sound) && cases.iter().any(|case| !case.sound));
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn report(case: &Case) -> Report {
    let whole = json!({
        "meeting": {
            "series": "WG", "number": 7, "date": null, "time": null, "time_zone": "UTC",
            "venue": { "kind": "online" }, "moderator": null, "opened_by": null,
            "recording_available": false,
        },
        "state": "draft",
        "opening": case.opening,
        "agenda": case.agenda,
        "next_steps": [],
        "next_meeting": { "date": null, "time": null, "time_zone": "UTC" },
        "participants": [{
            "id": "00000000-0000-7000-8000-000000000001",
            "person": null,
            "name": { "given": "Ada", "particles": "", "family": "Moreau", "suffix": "" },
            "role": null, "status": null, "organisation": null, "attendance": "present",
        }],
    });
    serde_json::from_value(whole).expect("a report with this text can be read")
}
