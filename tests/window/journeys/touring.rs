//! The first steps beside the first report: once, and again when asked for.

use super::reporting::open_sample;
use crate::journey::journey;

#[test]
fn the_first_steps_come_once_and_when_asked_for() {
    journey("touring", async |window| {
        open_sample(window).await;
        window.find("region", "First steps").await;
        window.wait_for_text("Write on the page").await;
        window.check_accessibility().await;
        window.screenshot("first-steps-1").await;

        // They wait for nobody: the page takes words meanwhile.
        window.chord("Control+Enter").await;
        window.find_test_id("page").await;

        // With the keyboard alone.
        for _ in 0..6 {
            let first = "return document.activeElement.textContent.trim()";
            if window.evaluate(first, vec![]).await == "Next step" {
                break;
            }
            window.chord("F6").await;
        }
        window.chord("Enter").await;
        window.wait_for_text("Tick who was there").await;
        window.screenshot("first-steps-2").await;
        window.click("button", "Next step").await;
        window.wait_for_text("First steps: 3 of 3").await;
        let card = "document.querySelector('[aria-label=\"First steps\"]').getBoundingClientRect()";
        let button = "document.querySelector('[data-testid=export-docx]').getBoundingClientRect()";
        window
            .wait_until(&format!("{card}.top > {button}.bottom && {card}.left <= {button}.left"))
            .await;
        window.screenshot("first-steps-3").await;
        window.click("button", "Begin writing").await;
        window.find_gone("region", "First steps").await;
        window.wait_until("document.activeElement.matches('.ProseMirror')").await;

        window.kill();
        window.start().await;
        window.wait_for_text("Summary Report").await;
        window.find_gone("region", "First steps").await;

        window.chord("Control+k").await;
        window.type_text("first steps\n").await;
        window.wait_for_text("Write on the page").await;
        window.click("button", "Close the first steps").await;
        window.find_gone("region", "First steps").await;
    });
}
