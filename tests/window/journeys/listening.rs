//! What a screen reader is told of the window, through the system's accessibility bus.

use crate::journey::{Journey, journey};
use crate::listener::Told;

/// What somebody acts on or looks for by name.
const NAMED: &[&str] = &[
    "check box",
    "combo box",
    "dialog",
    "entry",
    "heading",
    "link",
    "list box",
    "list item",
    "menu item",
    "page tab",
    "page tab list",
    "push button",
    "separator",
    "slider",
    "toggle button",
    "tool bar",
];

/// Names that are told of the page, below the native menu.
fn page(heard: Vec<Told>) -> Vec<Told> {
    let begins = heard.iter().position(|told| told.role == "document web");
    heard.into_iter().skip(begins.expect("the window holds a page")).collect()
}

/// Waits until all of this is told, and finds nothing without a name that needs one.
async fn check(window: &Journey, view: &str, expected: &[(&str, &str)]) -> Vec<Told> {
    let mut heard = page(window.hear());
    for _ in 0..20 {
        if expected.iter().all(|(role, name)| heard.iter().any(|told| told.is(role, name))) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(250)).await;
        heard = page(window.hear());
    }
    let all: Vec<String> =
        heard.iter().map(|told| format!("{} “{}”", told.role, told.name)).collect();
    for (role, name) in expected {
        assert!(
            heard.iter().any(|told| told.is(role, name)),
            "{view}: no {role} “{name}” is told of, but:\n{}",
            all.join("\n")
        );
    }
    for (at, told) in heard.iter().enumerate() {
        // Sections out of sight are not laid out, and told of when they come into sight.
        if !told.states.iter().any(|state| state == "showing") {
            continue;
        }
        // A list item is named by what it holds.
        let holds = heard.get(at + 1).is_some_and(|next| next.depth > told.depth);
        let nameless = told.name.trim().is_empty() && !(told.role == "list item" && holds);
        assert!(
            !(NAMED.contains(&told.role.as_str()) && nameless),
            "{view}: a {} has no name, after:\n{}",
            told.role,
            all[at.saturating_sub(8)..at].join("\n")
        );
    }
    heard
}

#[test]
fn a_screen_reader_is_told_what_everything_is() {
    journey("listening", async |window| {
        window.listen();
        window.start().await;
        let start = [
            ("heading", "Welcome to Rapporteur"),
            ("list", ""),
            ("push button", "Open the sample library"),
            ("push button", "Start with my own series"),
        ];
        window.find("button", "Open the sample library").await;
        check(window, "the start", &start).await;

        window.click("button", "Open the sample library").await;
        let report = [
            ("landmark", "Library"),
            ("entry", "Filter reports"),
            ("push button", "111th meeting Draft 26 March 2026"),
            ("heading", "WG-Access, 111th meeting"),
            ("combo box", "State"),
            ("tool bar", "Formatting"),
            ("toggle button", "Bold"),
            ("landmark", "Agenda outline"),
            ("push button", "Open the agenda outline"),
            ("entry", "Report"),
            ("heading", "Summary Report"),
            ("link", "2. Inventory of small journals"),
            ("landmark", "Inspector"),
            ("page tab list", "Inspector"),
            ("page tab", "Participants"),
            ("entry", "Number"),
            ("combo box", "Moderator"),
            ("check box", "A recording is available upon request"),
            ("landmark", "First steps"),
        ];
        window.find_test_id("page").await;
        let heard = check(window, "the report", &report).await;
        let selected = |heard: &[Told]| {
            let is = |told: &&Told| {
                told.role == "page tab" && told.states.iter().any(|state| state == "selected")
            };
            heard.iter().filter(is).map(|told| told.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(selected(&heard), ["Details"]);

        window.click("tab", "Participants").await;
        let people = [
            ("list", "Present"),
            ("check box", "Ilse van der Meulen was there"),
            ("combo box", "Add people"),
            ("push button", "Edit Ilse van der Meulen"),
        ];
        let heard = check(window, "the participants", &people).await;
        assert_eq!(selected(&heard), ["Participants"]);

        window.click("tab", "Transcript").await;
        window.offer_file("call.txt", b"00:03 Nadia: One\n00:09 Galaxy Tablet: Two\n");
        window.click("button", "Choose a file").await;
        let transcript = [
            ("list box", "What was said"),
            ("combo box", "Who is Galaxy Tablet?"),
            ("combo box", "Speaker"),
            ("entry", "Search the transcript"),
            ("push button", "Draft a paragraph"),
        ];
        check(window, "the transcript", &transcript).await;

        window.chord("Control+k").await;
        check(window, "all commands", &[("dialog", "All commands"), ("list box", "All commands")])
            .await;
    });
}
