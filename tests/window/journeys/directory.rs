//! Who may be one person: proposed, answered by keyboard, undone.

use super::reporting::open_sample;
use crate::journey::journey;

#[test]
fn two_spellings_of_one_person_are_merged_and_told_apart_again() {
    journey("directory", async |window| {
        open_sample(window).await;
        window.click("tab", "Participants").await;
        window.fill("combobox", "Add people", "Nadia Hadad-Rizk, Cedar Open Archive").await;
        window.type_text("\n").await;
        // The likeness is asked about at once; somebody may overlook it.
        window.wait_for_text("The directory has somebody much like Nadia Hadad-Rizk.").await;
        window.chord("ArrowUp").await;
        window.chord("Enter").await;
        window.wait_until("document.getElementById('add-people').value === ''").await;
        window.chord("Control+k").await;
        window.type_text("one person or two\n").await;
        window.wait_for_text("Hadad-Rizk").await;
        window.screenshot("duplicates").await;
        window.check_accessibility().await;

        window.find("option", "Nadia Haddad-Rizk").await.click().await.expect("a pair is chosen");
        window.type_text("m").await;
        window.find("button", "Undo the merge of Nadia Hadad-Rizk").await;
        window.screenshot("duplicates-merged").await;
        window.check_accessibility().await;
        window.click("button", "Undo the merge of Nadia Hadad-Rizk").await;
        window.find("option", "Nadia Haddad-Rizk").await;
    });
}
