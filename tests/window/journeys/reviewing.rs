//! A folder of earlier reports comes in, its doubts are answered by keyboard alone, and the review
//! goes on where it was left.

use serde_json::json;

use super::reporting::open_sample;
use crate::journey::{Journey, journey};

/// A report that optical recognition misread.
pub const SCANNED: &str = "Summary Report\n\n\
    The 61st meeting of WG-Access was held online on 5 March 2024 at 18:00 UTC, moderated by Ana Example.\n\n\
    Agenda\n1. Al governance and data\n2. Any other business\n\nDiscussion\n\
    1. Governance of data and machines\n\
    The group heard about Al governance, and about the Al panel and 1G matters.\n\n\
    2. Any other business\n\
    The next meeting could take place on 19 March 2024 or on another date.\n\n\
    List of participants\n1. Ana Example, Example Society\n2. Ben Sample, Harbour Office\n";

const LEFT: &str = "document.querySelector('[data-testid=doubts-left]').textContent.trim()";

/// Waits until so many doubts are open.
async fn left(window: &Journey, open: usize, all: usize) {
    window.wait_until(&format!("{LEFT} === '{open} of {all} open'")).await;
}

#[test]
fn a_folder_comes_in_and_its_doubts_are_answered_by_keyboard() {
    journey("reviewing", async |window| {
        open_sample(window).await;
        window.offer_file("a scanned.txt", SCANNED.as_bytes());
        window.offer_file("b broken.docx", b"PK\x03\x04 and nothing more");
        window.offer_file("c old.doc", &[0xD0, 0xCF, 0x11, 0xE0, 1, 2]);
        window.offer_file("d same.txt", SCANNED.as_bytes());
        window.offer_file("e newer.txt", SCANNED.replace("1G", "other").as_bytes());
        window.offer_file("picture.png", b"no document");
        window.click("button", "Import a folder of reports").await;
        window.wait_for_text("2 not imported").await;
        // The sample's series is named by a short name of its template; else it is chosen here.
        window.wait_for_text("2 reports imported, 1 in the library already").await;
        window.wait_for_text("1 other file in the folder left out").await;
        window.wait_for_text("broken.docx").await;
        window.check_accessibility().await;
        window.screenshot("imported").await;

        // The doubts of the first one.
        let review = "[...document.querySelectorAll('[data-testid=imports] li button')]\
            .find((one) => one.textContent.startsWith('Review'))";
        window.evaluate(&format!("{review}.click()"), vec![]).await;
        window.find_test_id("review").await;
        window.wait_until("document.querySelectorAll('[role=option]').length > 5").await;
        let all = window
            .evaluate("return document.querySelectorAll('[role=option]').length", vec![])
            .await;
        let all = usize::try_from(all.as_u64().expect("a number")).expect("a small one");
        left(window, all, all).await;
        window.wait_until("!!document.querySelector('[data-testid=original] mark')").await;
        for theme in ["dark", "light"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![json!(theme)]).await;
            window.check_accessibility().await;
            window.screenshot(&format!("review-{theme}")).await;
        }

        // Everything like the first misread letters at once, then one by one; one is taken back.
        window.evaluate("document.querySelector('[role=listbox]').focus()", vec![]).await;
        let chosen = "document.querySelector('[role=option][aria-selected=true]').textContent";
        while !window
            .evaluate(&format!("return {chosen}.includes('misread')"), vec![])
            .await
            .as_bool()
            .unwrap_or(false)
        {
            window.chord("ArrowDown").await;
        }
        let words = "document.querySelector('[data-testid=recognised]').textContent";
        window.wait_until(&format!("{words}.includes('about Al governance')")).await;
        window.type_text("a").await;
        window.type_text("y").await;
        window.wait_until(&format!("{words}.includes('about AI governance')")).await;
        window.wait_until(&format!("{words}.includes('the AI panel')")).await;
        left(window, all - 3, all).await;
        window.type_text("u").await;
        left(window, all, all).await;
        window.wait_until(&format!("{words}.includes('about Al governance')")).await;
        window.type_text("ay").await;
        left(window, all - 3, all).await;
        window.type_text("n").await;
        left(window, all - 4, all).await;
        window.screenshot("review-answered").await;

        // Out and in again, from the page and from the list, where it was left.
        let at = window.evaluate(&format!("return {chosen}"), vec![]).await;
        window.chord("Escape").await;
        window.find_test_id("page").await;
        window.wait_for_text("about AI governance").await;
        window.find_test_id("doubts").await;
        window.screenshot("doubts-chip").await;
        window.kill();
        window.start().await;
        window.find_test_id("page").await;
        window.chord("F8").await;
        left(window, all - 4, all).await;
        assert_eq!(window.evaluate(&format!("return {chosen}"), vec![]).await, at);

        // The rest with one key; by hand goes to the page.
        for open in (1..all - 4).rev() {
            window.type_text("y").await;
            left(window, open, all).await;
        }
        window.type_text("e").await;
        window.find_test_id("page").await;
        window.wait_until("!document.querySelector('[data-testid=doubts]')").await;
        window.wait_until("document.activeElement.matches('aside input')").await;

        // The original beside it.
        window.chord("Control+k").await;
        window.type_text("Compare the report with its original\n").await;
        window.wait_for_text("only in the original").await;
        window.check_accessibility().await;
        window.screenshot("original-compared").await;
    });
}
