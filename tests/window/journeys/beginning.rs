//! Somebody begins with the reports of years: the library is empty, and so is its list of series.

use super::reviewing::SCANNED;
use crate::journey::journey;

#[test]
fn a_library_begins_with_earlier_reports_whose_series_is_made() {
    journey("beginning", async |window| {
        window.start().await;
        window.offer_file("meeting 61.txt", SCANNED.as_bytes());
        window.click("button", "Import earlier reports").await;
        window.wait_for_text("which is no series of this library").await;
        window.check_accessibility().await;
        window.screenshot("offered").await;
        window.click("button", "Make the series WG-Access and import it").await;
        window.wait_for_text("1 report imported").await;
        window.click("button", "Close").await;

        // A command of the palette, then words: they stand where the command left the cursor.
        window.evaluate("document.querySelector('[data-report]').click()", vec![]).await;
        window.find_test_id("page").await;
        // It came in as final, so it says first that nothing in it changes.
        window.chord("Control+Shift+Enter").await;
        window.wait_for_text("Nothing was changed: this report is final.").await;
        window.click("button", "Correct it as final").await;
        window.chord("Control+k").await;
        window.type_text("add agenda item").await;
        window.chord("Enter").await;
        window.type_text("Budget of the year").await;
        window.wait_for_text("Budget of the year").await;
        // Left without a command, the cursor is where it was.
        window.chord("Control+k").await;
        window.chord("Escape").await;
        window.type_text(" to come").await;
        window.wait_for_text("Budget of the year to come").await;
        window.screenshot("written").await;

        // An item put under one with words of its own stands on the agenda only, until it has some.
        window.chord("Control+k").await;
        window.type_text("put agenda item under").await;
        window.chord("Enter").await;
        let nested =
            "document.querySelector('.not-printed')?.textContent === 'Budget of the year to come'";
        window.wait_until(nested).await;
        let told = "[data-empty^='Only on the agenda']";
        window.find_css(told).await;
        window.screenshot("listed-only").await;
        window.chord("ArrowDown").await;
        window.type_text("Agreed.").await;
        window.wait_until("!document.querySelector('.not-printed')").await;

        // What changes the text does nothing while a view stands before the report.
        let page = "document.querySelector('.ProseMirror').textContent";
        let words = window.evaluate(&format!("return {page}"), vec![]).await;
        window.chord("Control+Shift+D").await;
        window.find("heading", "People").await;
        window.chord("Control+k").await;
        window.type_text("add agenda item").await;
        window.chord("Enter").await;
        window.chord("Escape").await;
        window.find_test_id("page").await;
        assert_eq!(window.evaluate(&format!("return {page}"), vec![]).await, words);
    });
}
