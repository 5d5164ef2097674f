//! A scanned report comes in: the imports say that it is pictures and offer to read it, which can
//! be cancelled; what is read becomes a report with doubts.

use std::time::Duration;

use rapporteur_tests::photograph::photographed;
use serde_json::json;
use tokio::time::sleep;

use super::reporting::open_sample;
use crate::journey::journey;

const REPORT: &str = "Summary Report\n\n\
    The 62nd meeting of WG-Access was held on 19 March 2024 at 18:00 UTC, moderated by Ana Example.\n\n\
    Agenda\n1. Lamps on the quay\n2. Any other business\n\nDiscussion\n\
    1. Lamps on the quay\nAna reported that nine lamps are lit.\n\n\
    2. Any other business\nThere was no other business.\n\n\
    List of participants\n1. Ana Example, Example Society\n2. Ben Sample, Harbour Office\n";

#[test]
fn a_scan_is_offered_to_ocr_and_read() {
    if rapporteur_tests::checkers().is_none() {
        return;
    }
    journey("scanning", async |window| {
        let folder = tempfile::tempdir().expect("there is room");
        let scan = photographed(REPORT, folder.path());
        open_sample(window).await;
        window.offer_file("scan.pdf", &std::fs::read(scan).expect("it was made"));
        window.click("button", "Import a folder of reports").await;
        window.wait_for_text("1 not imported").await;
        window.wait_for_text("pictures only").await;
        window.wait_for_text("misreads letters").await;
        window.check_accessibility().await;
        window.screenshot("scan-offered").await;

        window.click("button", "Read it by OCR").await;
        window.wait_for_text("Reading the pictures of scan.pdf").await;
        window.screenshot("scan-reading").await;
        window.click("button", "Cancel the import").await;
        window.wait_for_text("reading them was cancelled").await;

        window.click("button", "Read it by OCR").await;
        // It takes longer than a window may otherwise keep somebody waiting.
        let reading = "return document.body.innerText.includes('Reading the pictures')";
        while window.evaluate(reading, vec![]).await == json!(true) {
            sleep(Duration::from_millis(200)).await;
        }
        window.wait_for_text("1 report imported").await;
        window.check_accessibility().await;
        window.screenshot("scan-read").await;
    });
}
