//! Earlier meetings beside the draft: the same item before, quoted and referred to.

use super::reporting::{begin_next, open_sample};
use crate::journey::{Journey, journey};

const PAGE: &str = "document.querySelector('.ProseMirror').textContent";
const LISTED: &str = "document.activeElement.matches('#earlier')";

/// Puts the cursor into the section of an agenda item.
async fn write_under(window: &Journey, title: &str) {
    let there = "const item = [...document.querySelectorAll('section[data-agenda-item]')] \
            .find((one) => one.querySelector('h2').textContent.includes(arguments[0])); \
        item.scrollIntoView({ block: 'center' }); \
        const range = document.createRange(); \
        range.selectNodeContents(item.querySelector(':scope > p')); \
        range.collapse(false); \
        document.querySelector('.ProseMirror').focus(); \
        getSelection().removeAllRanges(); \
        getSelection().addRange(range);";
    window.evaluate(there, vec![title.into()]).await;
}

#[test]
fn what_was_said_before_is_quoted_and_referred_to() {
    journey("reference", async |window| {
        open_sample(window).await;
        begin_next(window).await;
        window.find_test_id("page").await;
        window.chord("Control+7").await;
        write_under(window, "Secretariat").await;
        window.wait_for_text("Earlier on “Update from the Forum Secretariat”").await;
        window.wait_for_text("111th meeting, item 4").await;
        window.wait_for_text("the same title").await;
        window.screenshot("reference").await;
        window.check_accessibility().await;

        // Quoted by keyboard where the cursor is, and taken back as one step.
        window.click("tab", "Reference").await;
        window.evaluate("document.querySelector('#earlier').focus()", vec![]).await;
        window.chord("ArrowDown").await;
        window.chord("Enter").await;
        window.wait_until(&format!("{PAGE}.includes('(111th meeting, item 4)')")).await;
        window.wait_until("document.activeElement.matches('.ProseMirror')").await;
        window.type_text(" This still holds.").await;
        window
            .wait_until(&format!("{PAGE}.includes('(111th meeting, item 4) This still holds.')"))
            .await;
        window.screenshot("reference-quoted").await;
        window.chord("Control+z").await;
        window.chord("Control+z").await;
        window.wait_until(&format!("!{PAGE}.includes('(111th meeting, item 4)')")).await;

        // A reference alone.
        window.evaluate("document.querySelector('#earlier').focus()", vec![]).await;
        window.chord("Shift+R").await;
        window.wait_until(&format!("{PAGE}.includes('111th meeting, item 4')")).await;
        window.wait_for_text("The reference is on the page.").await;

        // Searched, and the whole report opened beside the draft at what was found.
        window.fill("searchbox", "Search earlier meetings", "goats").await;
        window.wait_until("document.querySelector('#earlier mark')?.textContent === 'goats'").await;
        window.screenshot("reference-search").await;
        window.chord("ArrowDown").await;
        window.wait_until(LISTED).await;
        window.chord("Enter").await;
        window.wait_until("document.querySelector('#earlier .chosen')?.textContent.includes('once in connection with goats')").await;
        window.wait_for_text("109th meeting").await;
        for theme in ["dark", "light"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![theme.into()]).await;
            window.check_accessibility().await;
            window.screenshot(&format!("reference-report-{theme}")).await;
        }

        // Dragged onto the page.
        let draft = "[...document.querySelectorAll('section[data-agenda-item]')] \
            .find((one) => one.textContent.includes('111th meeting, item 4')).querySelector('p')";
        window
            .evaluate(
                &format!("{draft}.id = 'target'; {draft}.scrollIntoView({{ block: 'center' }})"),
                vec![],
            )
            .await;
        window.drag("#earlier .chosen", ".ProseMirror section[data-agenda-item] > p").await;
        window
            .wait_until(&format!(
                "{PAGE}.includes('connection with goats.” (109th meeting, item 5)')"
            ))
            .await;
        window.screenshot("reference-dragged").await;
        window.click("button", "Back to the list").await;
        window.wait_until("document.querySelector('#earlier mark')?.textContent === 'goats'").await;
    });
}
