//! Lists of people into a report by every way in: pasted as text and out of a spreadsheet, chosen
//! with a column guessed wrong, and a platform's report that names somebody twice.

use super::lists::{counts, is_focused, open_list, tab_to};
use crate::journey::{Journey, journey};

/// Pastes into whatever has the focus, as plain and as formatted text.
async fn paste(window: &Journey, plain: &str, html: &str) {
    let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
        data.setData('text/html', arguments[1]); document.activeElement.dispatchEvent( \
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
    window.evaluate(paste, vec![plain.into(), html.into()]).await;
}

/// Undoes the addition that the message is about.
async fn take_back(window: &Journey) {
    let undo = window.find_css(".toast .button").await;
    undo.click().await.expect("the message can be answered");
    window.wait_for_text("Taken back.").await;
    counts(window, 4).await;
}

/// Whether the directory knows somebody of this name.
async fn in_directory(window: &Journey, name: &str, known: bool) {
    window.chord("Control+Shift+D").await;
    window.find("combobox", "Search names, spellings and organisations").await;
    window.type_text(name).await;
    let found = if known {
        "document.querySelectorAll('#people-list [role=option]').length === 1"
    } else {
        "document.body.innerText.includes('Nobody is called so')"
    };
    window.wait_until(found).await;
    window.chord("Escape").await;
}

#[test]
fn lines_are_pasted_and_who_is_new_known_and_changed_is_seen() {
    journey("list-pasted", async |window| {
        open_list(window).await;
        let lines = "1. Eleni Vasilakopoulou, Pier University\n\
             2. Keiko Marlowe, Cedar Open Archive\n\
             3. Ilse van der Meulen\n";
        paste(window, lines, "").await;
        window.wait_for_text("Lines of text · 3 rows · 3 people").await;
        window.wait_for_text("Pier University").await;
        window.wait_for_text("On the list of participants already").await;
        window.find("checkbox", "Keep the affiliation of Eleni Vasilakopoulou by the list").await;
        window.screenshot("list-pasted").await;
        window.check_accessibility().await;
        window.chord("Control+Enter").await;
        window.wait_for_text("2 people added, 1 new in the directory.").await;
        counts(window, 6).await;
        in_directory(window, "Keiko Marlowe", true).await;
        take_back(window).await;
        in_directory(window, "Keiko Marlowe", false).await;
    });
}

#[test]
fn cells_are_pasted_out_of_a_spreadsheet() {
    journey("list-cells", async |window| {
        open_list(window).await;
        let table = "<table><tr><th>Given name</th><th>Family name</th><th>Affiliation</th></tr>\
             <tr><td>Keiko</td><td>Marlowe</td><td>Cedar<br>Open Archive</td></tr>\
             <tr><td>Eleni</td><td>Vasilakopoulou</td><td>Thalassa Institute</td></tr></table>";
        // What a web page puts beside a table has no marks between the cells.
        paste(window, "Given name Family name Affiliation Keiko Marlowe", table).await;
        window.wait_for_text("Table · 2 rows · 2 people").await;
        window.find("checkbox", "Add Keiko Marlowe").await;
        window.wait_for_text("Cedar Open Archive").await;
        window.screenshot("list-cells").await;
        window.chord("Control+Enter").await;
        window.wait_for_text("2 people added, 1 new in the directory.").await;
        counts(window, 6).await;
        take_back(window).await;
    });
}

/// A table with headings nobody knows, and a name where an organisation seems to be.
const STRANGE: &str = "Dept;Who;Contact\nPier University;Marlowe, Keiko;keiko@pier.example\n\
    Thalassa Institute;Vasilakopoulou, Eleni;eleni@thalassa.example\n";

#[test]
fn a_column_guessed_wrong_is_put_right_by_keyboard() {
    journey("list-columns", async |window| {
        window.offer_file("people.csv", STRANGE.as_bytes());
        open_list(window).await;
        window.chord("Enter").await;
        window.wait_for_text("people.csv").await;
        window.find("combobox", "What Who holds").await;
        window.screenshot("list-columns").await;
        window.check_accessibility().await;
        window.wait_for_text("No column holds names").await;
        tab_to(window, "What Who holds").await;
        window.type_text("Name").await;
        window.wait_for_text("you said so").await;
        window.find("checkbox", "Add Keiko Marlowe").await;
        window.find("checkbox", "Add Eleni Vasilakopoulou").await;
        window.screenshot("list-columns-settled").await;
        window.chord("Control+Enter").await;
        window.wait_for_text("2 people added, 1 new in the directory.").await;
        counts(window, 6).await;
        window.wait_for_text("Pier University").await;
        take_back(window).await;
    });
}

/// Somebody who came twice, somebody under two names, and two people of one name.
const TWICE: &str = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
    Eleni Vasilakopoulou,,04/16/2026 01:00:00 PM,04/16/2026 01:30:00 PM,30,Yes\n\
    Eleni Vasilakopoulou,,04/16/2026 01:40:00 PM,04/16/2026 02:05:00 PM,25,Yes\n\
    Keiko (Keiko Marlowe),keiko@cedar.example,04/16/2026 01:00:00 PM,04/16/2026 01:10:00 PM,10,Yes\n\
    Keiko Marlowe,keiko@cedar.example,04/16/2026 01:12:00 PM,04/16/2026 02:02:00 PM,50,Yes\n\
    iPhone (2),,04/16/2026 01:01:00 PM,04/16/2026 01:05:00 PM,4,Yes\n";

#[test]
fn who_is_named_twice_is_one_person() {
    journey("list-twice", async |window| {
        window.offer_file("participants_813.csv", TWICE.as_bytes());
        open_list(window).await;
        window.chord("Enter").await;
        window.wait_for_text("Participants’ report of Zoom · 5 rows · 3 people").await;
        window.wait_for_text("also Keiko").await;
        window.wait_for_text("Add 2 people").await;
        // What was made of the rows is said, with their numbers.
        window.find_css("details:has(.warnings) summary").await.click().await.expect("it opens");
        window
            .wait_for_text("Row 2: Eleni Vasilakopoulou is on 2 rows (2, 3) and was counted once")
            .await;
        window.wait_for_text("55 minutes in all").await;
        window.wait_for_text("Row 6: “iPhone (2)” is a device").await;
        window.screenshot("list-twice").await;
        window.check_accessibility().await;
        is_focused(window, "3 things to know").await;
        window.chord("Control+Enter").await;
        window.wait_for_text("2 people added, 1 new in the directory.").await;
        counts(window, 6).await;
        in_directory(window, "Keiko Marlowe", true).await;
    });
}
