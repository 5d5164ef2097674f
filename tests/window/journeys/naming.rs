//! Names that become references to participants as they are written.

use super::capture::line_is;
use super::lists::counts;
use super::reporting::{begin_next, open_sample};
use crate::journey::{Journey, journey};

/// How many references stand in the paragraph the cursor is in.
const SPEAKERS: &str = "(() => { const at = getSelection().anchorNode; \
    return (at.nodeType === 1 ? at : at.parentElement).closest('p').querySelectorAll('.speaker').length; })()";

/// The next report with its four participants ticked, the cursor in its second agenda item.
async fn begin_with_four(window: &mut Journey) {
    open_sample(window).await;
    begin_next(window).await;
    window.chord("Control+2").await;
    counts(window, 4).await;
    window.chord("Escape").await;
    window.chord("Control+Enter").await;
}

#[test]
fn names_are_linked_as_they_are_written() {
    journey("naming", async |window| {
        open_sample(window).await;
        begin_next(window).await;
        window.find_test_id("page").await;
        window.chord("Control+Enter").await;

        // The first letter of the next word says that the name has ended.
        window.type_text("Amara n").await;
        line_is(window, "Amara Diallo Sène n").await;
        window
            .wait_until(
                "!!getSelection().anchorNode.parentElement.closest('p').querySelector('.speaker')",
            )
            .await;
        // One key gives back the words, which stay as they are.
        window.chord("Backspace").await;
        line_is(window, "Amara n").await;
        window.type_text("oted it. Amara l").await;
        line_is(window, "Amara noted it. Amara l").await;
        window.type_text("eft.\n").await;

        // A name in full is linked too, with its comma.
        window.type_text("Amara Diallo Sène,").await;
        window.wait_until(&format!("{SPEAKERS} === 1")).await;
        line_is(window, "Amara Diallo Sène,").await;
        window.screenshot("naming").await;
        window.chord("Control+z").await;
        window.wait_until(&format!("{SPEAKERS} === 0")).await;
        line_is(window, "Amara Diallo Sène,").await;
    });
}

#[test]
fn a_name_of_two_people_is_asked_about() {
    journey("who", async |window| {
        open_sample(window).await;
        begin_next(window).await;
        window.find_test_id("page").await;

        // Two people of this name are there now.
        window.type_text("Amara Okonkwo-Bell: thanked them.\n").await;
        line_is(window, "").await;
        window.type_text("Amara agreed.").await;
        window.wait_until("document.querySelector('.unclear')?.textContent === 'Amara'").await;
        window.wait_until(&format!("{SPEAKERS} === 0")).await;
        window.chord("Control+Shift+2").await;
        window.find("option", "Amara Okonkwo-Bell").await;
        window.screenshot("who").await;
        window.type_text("\n").await;
        window.wait_until(&format!("{SPEAKERS} === 1")).await;
        window.wait_until("!document.querySelector('.unclear')").await;
    });
}

#[test]
fn somebody_of_the_directory_is_offered_by_the_given_name_and_never_added_unasked() {
    journey("offered", async |window| {
        begin_with_four(window).await;

        // Asked at once, taken with Enter.
        window.type_text("Eleni: ").await;
        window.find("option", "Eleni Vasilakopoulou").await;
        window.wait_until(&format!("{SPEAKERS} === 0")).await;
        window.screenshot("offered").await;
        window.check_accessibility().await;
        window.type_text("\n").await;
        line_is(window, "Eleni Vasilakopoulou").await;
        window.type_text("thanked her.\n").await;

        // Somebody goes on writing: nobody is added, and the name waits to be asked about.
        window.type_text("Esteban: ").await;
        window.find("option", "Esteban Quispe Mamani").await;
        window.type_text("agreed").await;
        window.wait_until("!document.querySelector('.offers')").await;
        window.wait_until("document.querySelector('.unclear')?.textContent === 'Esteban'").await;
        line_is(window, "Esteban: agreed").await;
        counts(window, 5).await;
        window.chord("Control+Shift+2").await;
        window.find("option", "Esteban Quispe Mamani").await;
        window.type_text("\n").await;
        line_is(window, "Esteban Quispe Mamani agreed").await;
        counts(window, 6).await;

        // A word that nobody goes by stays a word.
        window.chord("End").await;
        window.type_text(".\nQuestion: who pays?").await;
        line_is(window, "Question: who pays?").await;
    });
}

#[test]
fn who_begins_a_line_is_offered_at_once_and_a_stranger_is_added() {
    journey("strangers", async |window| {
        begin_with_four(window).await;

        // A name nobody has: nothing is chosen, so writing goes on, or Escape leaves it.
        window.type_text("Sofia Brandt: ").await;
        window.find("option", "Add “Sofia Brandt” as a new person").await;
        window.wait_until("!document.querySelector('.offers [aria-selected=true]')").await;
        window.screenshot("stranger").await;
        window.check_accessibility().await;
        window.chord("Escape").await;
        window.wait_until("!document.querySelector('.offers')").await;
        window.type_text("agreed.\nSofia Brandt: ").await;
        line_is(window, "Sofia Brandt:").await;
        counts(window, 4).await;
        window.find("option", "Add “Sofia Brandt” as a new person").await;
        window.chord("ArrowDown").await;
        window.chord("Enter").await;
        window.wait_until(&format!("{SPEAKERS} === 1")).await;
        counts(window, 5).await;
        window.type_text("thanked them.\n").await;

        // Written almost like somebody of the directory, that person is offered.
        window.type_text("Eleni Vasilakopoulu: ").await;
        window.find("option", "Eleni Vasilakopoulou").await;
        window.screenshot("alike").await;
        window.chord("ArrowDown").await;
        window.chord("Enter").await;
        line_is(window, "Eleni Vasilakopoulou").await;
        counts(window, 6).await;
        window.type_text("left.\n").await;

        // Two of the list share a name: both are offered, the first is chosen.
        window.type_text("Amara Okonkwo-Bell: thanked them.\n").await;
        window.type_text("Amara: ").await;
        window.find("option", "Amara Diallo Sène").await;
        window.find("option", "Amara Okonkwo-Bell").await;
        window.chord("ArrowDown").await;
        window.chord("Enter").await;
        line_is(window, "Amara Okonkwo-Bell").await;
    });
}

#[test]
fn somebody_added_is_asked_about_where_the_directory_has_a_likeness() {
    journey("likeness", async |window| {
        open_sample(window).await;
        begin_next(window).await;
        window.chord("Control+2").await;
        counts(window, 4).await;
        let people = "document.querySelectorAll('#people-offers [role=option]').length";
        window.fill("combobox", "Add people", "Eleni Vasilakopoulu, Cedar Press").await;
        window.chord("Enter").await;
        window.wait_for_text("The directory has somebody much like Eleni Vasilakopoulu.").await;
        window.wait_until(&format!("{people} === 2")).await;
        window.screenshot("likeness").await;
        window.check_accessibility().await;
        window.chord("Enter").await;
        counts(window, 5).await;
        window
            .wait_until(
                "document.querySelector('.people ol').textContent.includes('Vasilakopoulou')",
            )
            .await;

        window
            .wait_until("document.querySelector('.people ol').textContent.includes('Cedar Press')")
            .await;

        // Asked and answered otherwise, she is a person of her own.
        window.fill("combobox", "Add people", "Esteban Quispe Mamanni").await;
        window.chord("Enter").await;
        window.wait_for_text("The directory has somebody much like Esteban Quispe Mamanni.").await;
        window.chord("ArrowUp").await;
        window.chord("Enter").await;
        counts(window, 6).await;
        window
            .wait_until("document.querySelector('.people ol').textContent.includes('Mamanni')")
            .await;
    });
}
