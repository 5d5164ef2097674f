//! A platform's attendance report into the participants of a report, by keyboard alone.

use super::reporting::{begin_next, open_sample};
use crate::journey::{Journey, journey};

/// Two known people, one of them twice, one with another affiliation, one spelt otherwise, one
/// nobody knows, and a device.
const CALL: &str = "\u{feff}Topic,ID,Host,Duration (minutes),Start time,End time,Participants\r
WG-Access,812 4477 9031,Secretariat,73,04/16/2026 12:52:10 PM,04/16/2026 02:05:31 PM,7\r
\r
Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\r
Ilse van der Meulen [host],ilse@delta.example,04/16/2026 12:58:00 PM,04/16/2026 01:28:00 PM,30,No\r
Nadia Haddad-Rizk (she/her),,04/16/2026 01:00:00 PM,04/16/2026 02:05:00 PM,65,Yes\r
Galaxy S21,,04/16/2026 01:01:00 PM,04/16/2026 01:40:00 PM,39,Yes\r
Soren Mikkelgaard,,04/16/2026 01:01:00 PM,04/16/2026 02:05:00 PM,64,Yes\r
Ilse van der Meulen,ilse@delta.example,04/16/2026 01:30:00 PM,04/16/2026 02:05:00 PM,35,No\r
Ulrike von der Aue | University of Brightwater,,04/16/2026 01:02:00 PM,04/16/2026 02:05:00 PM,63,Yes\r
Keiko Marlowe | Cedar Open Archive,keiko@cedar.example,04/16/2026 01:03:00 PM,04/16/2026 02:05:00 PM,62,Yes\r
";

/// The name of what has the focus.
const FOCUSED: &str = "return (document.activeElement.getAttribute('aria-label') \
    ?? document.activeElement.textContent).trim()";

/// Goes on with Tab to what is called so.
pub(super) async fn tab_to(window: &Journey, name: &str) {
    for _ in 0..40 {
        let focused = window.evaluate(FOCUSED, vec![]).await;
        if focused.as_str().is_some_and(|focused| focused == name) {
            return;
        }
        window.chord("Tab").await;
    }
    panic!("Tab does not reach {name}");
}

pub(super) async fn is_focused(window: &Journey, name: &str) {
    let focus = FOCUSED.trim_start_matches("return ");
    window.wait_until(&format!("{focus} === {name:?}")).await;
}

/// How many are on the list of participants.
pub(super) async fn counts(window: &Journey, number: usize) {
    let count = "document.querySelector('[data-testid=participant-count]')?.textContent ?? ''";
    window.wait_until(&format!("({count}).includes('{number} ')")).await;
}

/// Opens the 112th with its list of participants, and the view for a list.
pub(super) async fn open_list(window: &mut Journey) {
    open_sample(window).await;
    begin_next(window).await;
    window.chord("Control+2").await;
    counts(window, 4).await;
    window.chord("Control+Shift+J").await;
    is_focused(window, "Choose a file…").await;
}

#[test]
fn a_zoom_report_becomes_the_112ths_participants_by_keyboard() {
    journey("lists", async |window| {
        window.offer_file("participants_812.csv", CALL.as_bytes());
        open_list(window).await;
        window.check_accessibility().await;
        window.screenshot("list-empty").await;
        window.chord("Enter").await;
        window.wait_for_text("Participants’ report of Zoom · 7 rows · 6 people").await;
        is_focused(window, "Add Ilse van der Meulen").await;
        window.wait_for_text("On the list of participants already").await;
        window.wait_for_text("is a device, not a name").await;
        window.wait_for_text("University of Brightwater, no longer").await;
        window.screenshot("list").await;
        window.wait_for_text("Add 2 people").await;
        window.check_accessibility().await;

        // Somebody knows whose telephone it was, and who is spelt otherwise.
        window.chord("ArrowDown").await;
        is_focused(window, "Add Nadia Haddad-Rizk").await;
        tab_to(window, "Name of Galaxy S21").await;
        window.type_text("Eleni Vasilakopoulou\n").await;
        window.wait_for_text("Add 3 people").await;
        tab_to(window, "Who is Soren Mikkelgaard").await;
        window.type_text("S").await;
        window.wait_for_text("Add 4 people").await;
        tab_to(window, "Keep the affiliation of Ulrike von der Aue by the list").await;
        window.chord("Space").await;
        window.screenshot("list-settled").await;

        window.chord("Control+Enter").await;
        window.wait_for_text("4 people added, 1 new in the directory.").await;
        counts(window, 8).await;
        window.wait_for_text("Keiko Marlowe").await;
        window.screenshot("list-added").await;

        // All of it is taken back as one.
        let undo = window.find_css(".toast .button").await;
        undo.click().await.expect("the message can be answered");
        window.wait_for_text("Taken back.").await;
        counts(window, 4).await;
    });
}

#[test]
fn the_list_of_participants_is_saved_as_a_workbook() {
    journey("list-out", async |window| {
        open_sample(window).await;
        window.chord("Control+k").await;
        window.type_text("Save or copy the list\n").await;
        window.wait_until("document.activeElement.id === 'save-list-whose'").await;
        window.check_accessibility().await;
        window.screenshot("list-save").await;
        tab_to(window, "Save…").await;
        window.chord("Enter").await;
        window.wait_for_text("The list is saved as").await;
        let name = "WG-Access-111-Summary-Report-2026-03-26-participants.xlsx";
        let bytes = window.wait_for_file(&window.saved(name)).await;
        assert!(bytes.starts_with(b"PK"), "a workbook is a package");
    });
}
