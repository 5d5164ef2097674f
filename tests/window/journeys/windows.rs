//! Two windows on two reports of one library.

use super::reporting::open_sample;
use crate::journey::journey;

#[test]
fn two_windows_work_on_two_reports() {
    journey("windows", async |window| {
        open_sample(window).await;
        window.open_window().await;
        window.wait_for_text("No report is open").await;
        window.screenshot("second-window").await;

        // A report of its own; the first window's list hears of the change.
        window.click("button", "110th meeting").await;
        window.wait_for_text("The 110th virtual meeting").await;
        window.find_test_id("page").await;
        window.chord("Control+Enter").await;
        window.type_text("Written in the second window.").await;
        // Leaving the window stores at once; then nothing is left to store.
        window.evaluate("window.dispatchEvent(new Event('blur'))", vec![]).await;
        let reads = "document.querySelector('[data-testid=save-state]').textContent";
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        window.wait_until(&format!("{reads}.startsWith('Saved')")).await;

        window.screenshot("second-window-written").await;

        // The report of the first window stays there: it comes to the front instead.
        window.click("button", "111th meeting").await;
        window.wait_for_text("The 110th virtual meeting").await;

        // Closing the second one leaves the first at work, with everything stored.
        let close = "setTimeout(() => window.__TAURI_INTERNALS__.invoke('close_window'), 50)";
        window.evaluate(close, vec![]).await;
        window.wait_for_windows(1).await;
        window.go_to_other_window().await;
        window.wait_for_text("The 111th virtual meeting").await;
        window.click("button", "110th meeting").await;
        window.wait_for_text("Written in the second window.").await;
    });
}
