//! What was done is taken back: in a report that is come back to, from a message, and in a report
//! that is final.

use super::capture::line_is;
use super::reporting::{begin_next, open_sample};
use crate::journey::{Journey, journey};

const PAGE: &str = "document.querySelector('.ProseMirror').textContent";

async fn says(window: &Journey, words: &str, there: bool) {
    window.wait_until(&format!("{PAGE}.includes('{words}') === {there}")).await;
}

async fn command(window: &Journey, name: &str) {
    window.chord("Control+k").await;
    window.type_text(name).await;
    window.chord("Enter").await;
}

async fn go_to(window: &Journey, meeting: &str) {
    window.click("button", &format!("{meeting} meeting")).await;
    window.wait_for_text(&format!("The {meeting} virtual meeting")).await;
    window.wait_until("!!document.activeElement?.closest('.ProseMirror')").await;
}

#[test]
fn undo_goes_on_in_a_report_that_is_come_back_to() {
    journey("returning", async |window| {
        open_sample(window).await;
        window.chord("Control+Enter").await;
        window.type_text("Said before going away. ").await;
        go_to(window, "110th").await;
        says(window, "Said before", false).await;
        go_to(window, "111th").await;
        says(window, "Said before going away.", true).await;

        // The cursor is where it was, and writing goes on there.
        window.type_text("Said after.").await;
        says(window, "Said before going away. Said after.", true).await;
        for _ in 0..2 {
            window.chord("Control+z").await;
        }
        says(window, "Said", false).await;
        window.chord("Control+y").await;
        says(window, "Said before", true).await;

        // What the inspector showed is shown again after a restart.
        window.chord("Control+5").await;
        window.kill();
        window.start().await;
        window.find_css("[role=tab][aria-selected=true]#tab-history").await;
    });
}

#[test]
fn a_message_goes_with_what_it_offered_to_take_back() {
    journey("messages", async |window| {
        open_sample(window).await;
        window.chord("Control+Shift+Enter").await;
        window.type_text("Short-lived item").await;
        let told = "!!document.querySelector('.toast')";
        for _ in 0..2 {
            command(window, "delete agenda item").await;
            window.wait_for_text("“Short-lived item” was deleted.").await;
            window.chord("Control+z").await;
            window.wait_until(&format!("!{told}")).await;
            says(window, "Short-lived item", true).await;
        }
        // Taken back by its button, it is done again by the key.
        command(window, "delete agenda item").await;
        window.wait_for_text("“Short-lived item” was deleted.").await;
        window.find_css(".toast .button").await.click().await.expect("the button takes a click");
        says(window, "Short-lived item", true).await;
        window.chord("Control+y").await;
        says(window, "Short-lived item", false).await;

        // Enter among the words of a title takes those after the cursor into the text.
        window.chord("Control+z").await;
        says(window, "Short-lived item", true).await;
        window.chord("End").await;
        for _ in 0.."item".len() {
            window.chord("ArrowLeft").await;
        }
        window.type_text("\nThe ").await;
        line_is(window, "The item").await;
        window.screenshot("title-split").await;
    });
}

#[test]
fn a_final_report_says_so_and_is_opened_again_by_keyboard() {
    journey("final", async |window| {
        open_sample(window).await;
        window.chord("Control+Enter").await;
        command(window, "mark as final").await;
        window.find_test_id("is-final").await;
        window.screenshot("final").await;
        window.chord("Escape").await;
        let sections = "return [...document.querySelectorAll('.ProseMirror section')]\
            .map((one) => one.textContent).join()";
        let before = window.evaluate(sections, vec![]).await;
        window.type_text("Too late.\n").await;
        window.chord("Backspace").await;
        window.chord("Control+Shift+Enter").await;
        window.wait_for_text("Nothing was changed: this report is final.").await;
        let after = window.evaluate(sections, vec![]).await;
        assert_eq!(before, after, "the text of a final report stays as it is");
        window.find_css("#d-number:disabled").await;
        window.find_css(".ProseMirror[aria-readonly=true]").await;
        for theme in ["light", "dark"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![theme.into()]).await;
            window.check_accessibility().await;
            window.screenshot(&format!("final-{theme}")).await;
        }
        window.chord("Control+2").await;
        window.find_css("#add-people:disabled").await;
        window.screenshot("final-people").await;
        window.resize(1024, 640).await;
        window.screenshot("final-small").await;

        window.chord("Escape").await;
        window.tab_to("button", "Back to draft").await;
        window.chord("Enter").await;
        window.wait_until("!document.querySelector('[data-testid=is-final]')").await;
        window.type_text("Not too late. ").await;
        says(window, "Not too late.", true).await;
        for _ in 0..2 {
            window.chord("Control+z").await;
        }
        says(window, "Not too late.", false).await;
        window.find_test_id("is-final").await;
    });
}

#[test]
fn a_suggested_day_is_taken_by_its_button_and_back_by_a_key() {
    journey("suggested", async |window| {
        open_sample(window).await;
        begin_next(window).await;
        window.wait_for_text("Suggested: ").await;
        let day = "document.getElementById('d-next-date').value";
        window.wait_until(&format!("{day} === ''")).await;
        window.find_css(".proposed").await;
        window.evaluate("document.querySelector('.proposed').scrollIntoView()", vec![]).await;
        window.screenshot("suggested").await;
        window.check_accessibility().await;
        window.find_css(".proposed .button").await.click().await.expect("the button takes a click");
        window.wait_until(&format!("{day} !== ''")).await;
        window.chord("Control+z").await;
        window.wait_until(&format!("{day} === ''")).await;
        window.wait_for_text("Suggested: ").await;
    });
}
