//! Nothing written is ever lost: earlier versions come back, reports leave the bin only on
//! purpose, and a report opens where it was left.

use std::time::Duration;

use crate::journey::{Journey, journey};

async fn open_sample(window: &mut Journey) {
    window.start().await;
    window.click("button", "Open the sample library").await;
    window.find_test_id("page").await;
    window.wait_for_text("Summary Report").await;
}

async fn wait_until_saved(window: &Journey) {
    window
        .wait_until(
            "document.querySelector('[data-testid=save-state]').textContent.startsWith('Saved')",
        )
        .await;
}

#[test]
fn an_earlier_version_is_restored_and_the_present_one_kept() {
    journey("history", async |window| {
        open_sample(window).await;
        window.click("tab", "History").await;
        window.wait_for_text("No earlier versions yet").await;
        window.fill("textbox", "Name of this version", "As sent to the co-chairs").await;
        window.type_text("\n").await;
        window.wait_for_text("As sent to the co-chairs").await;

        window.chord("Escape").await;
        window.chord("Control+Enter").await;
        window.type_text("These words were a mistake. ").await;
        wait_until_saved(window).await;
        window.wait_for_text("5 words added").await;
        window.screenshot("history-list").await;
        window.check_accessibility().await;

        window.click("button", "As sent to the co-chairs").await;
        let added = "document.querySelector('.history section ins').textContent";
        window.wait_until(&format!("{added}.includes('These words were a mistake.')")).await;
        window.screenshot("history-compared").await;
        for theme in ["light", "dark"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![theme.into()]).await;
            window.check_accessibility().await;
        }
        window.screenshot("history-compared-dark").await;

        let mistake = "document.querySelector('.ProseMirror').textContent.includes('a mistake')";
        window.click("button", "Bring back").await;
        window.wait_until(&format!("!{mistake}")).await;
        wait_until_saved(window).await;
        // What was written is a version now, and can be undone to.
        window.wait_until("document.querySelectorAll('[data-testid=version]').length === 2").await;
        window.screenshot("history-restored").await;
        window.click("button", "Undo").await;
        window.wait_until(mistake).await;
        wait_until_saved(window).await;
    });
}

#[test]
fn a_report_opens_where_it_was_left() {
    journey("place", async |window| {
        open_sample(window).await;
        // Some way down, with twelve letters selected.
        for _ in 0..4 {
            window.chord("Control+Enter").await;
        }
        for _ in 0..12 {
            window.chord("Shift+ArrowRight").await;
        }
        let scroll = "Math.round(document.querySelector('.desk .scroll').scrollTop)";
        window.wait_until(&format!("{scroll} > 200")).await;
        let selected = window.evaluate("return getSelection().toString()", vec![]).await;
        assert!(selected.as_str().is_some_and(|words| words.len() >= 12), "{selected}");
        // The place is kept after a silence; the page has come to rest by then.
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let before = window.evaluate(&format!("return {scroll}"), vec![]).await;
        window.kill();
        window.start().await;
        window.find_test_id("page").await;
        window.wait_until(&format!("getSelection().toString() === {selected}")).await;
        window.wait_until(&format!("Math.abs({scroll} - {before}) < 8")).await;
        window.screenshot("place").await;
    });
}

#[test]
fn reports_are_filtered_duplicated_archived_and_deleted_by_keyboard() {
    journey("shelves", async |window| {
        open_sample(window).await;
        let rows = "document.querySelectorAll('[data-report]').length";
        window.fill("searchbox", "Filter reports", "109th").await;
        window.wait_until(&format!("{rows} === 1")).await;
        window.chord("ArrowDown").await;
        window.chord("Shift+F10").await;
        window.find("menu", "Actions: 109th meeting").await;
        window.screenshot("report-menu").await;
        window.check_accessibility().await;
        window.type_text("d\n").await;
        window.wait_for_text("with the same agenda").await;
        window.wait_for_text("The 112th virtual meeting").await;

        // To the bin, and for good.
        window.fill("searchbox", "Filter reports", "112th").await;
        window.wait_until(&format!("{rows} === 1")).await;
        window.chord("ArrowDown").await;
        window.chord("Delete").await;
        window.click("button", "Bin (1)").await;
        window.chord("Tab").await;
        window.find_css("[data-report]").await;
        window.click("button", "Actions: 112th meeting").await;
        window.click("menuitem", "Delete for good…").await;
        window.wait_for_text("This cannot be undone").await;
        window.screenshot("delete-for-good").await;
        window.check_accessibility().await;
        window.click("button", "Delete for good").await;
        window.wait_for_text("The bin is empty.").await;
        window.click("button", "Back to the reports").await;

        window.click("button", "Sort and filter").await;
        window.screenshot("filters").await;
        window.check_accessibility().await;
        window.click("button", "Actions: 110th meeting").await;
        window.click("menuitem", "Archive the series WG-Access").await;
        window.wait_for_text("is archived").await;
        window.click("button", "Undo").await;
        window.wait_until(&format!("{rows} > 3")).await;
    });
}
