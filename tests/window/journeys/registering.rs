//! The terms a user adds, and the rules a user switches off: at once, and after a restart.

use super::reporting::{begin_next, open_sample};
use crate::journey::{Journey, journey};

const BAD: &str = "[[terms]]\nshort = \"ZKRQ\"\nnmae = \"Quays\"\n";
const GOOD: &str = "[[terms]]\nshort = \"ZKRQ\"\nname = \"Zonal Council of Quays\"\nknown = true\n";

/// Writes into a new report, and shows its findings.
async fn write(window: &mut Journey, text: &str) {
    open_sample(window).await;
    begin_next(window).await;
    window.find_test_id("page").await;
    window.chord("Control+Enter").await;
    window.type_text(text).await;
    window.chord("F7").await;
}

/// Waits until some finding has these words or is of this rule, or none is.
async fn wait_for_finding(window: &Journey, words: &str, found: bool) {
    view(window, "findings").await;
    let all = "[...document.querySelectorAll('.check li')]";
    let some = format!("{all}.some((one) => one.textContent.includes('{words}'))");
    window.wait_until(&if found { some } else { format!("!{some}") }).await;
}

async fn view(window: &Journey, name: &str) {
    let click = format!("document.querySelector('[data-testid=check-{name}]').click()");
    window.evaluate(&click, vec![]).await;
}

#[test]
fn terms_of_a_file_act_at_once() {
    journey("terms", async |window| {
        write(window, "The letter of the ZKRQ was read.").await;
        wait_for_finding(window, "ZKRQ", true).await;

        // What cannot be read is said with its line, and nothing changes.
        view(window, "register").await;
        window.wait_for_text("Abbreviations").await;
        window.offer_only("terms.toml", BAD.as_bytes());
        window.click("button", "Import…").await;
        window.wait_for_text("line 3 of the file").await;
        window.check_accessibility().await;
        window.screenshot("terms-refused").await;

        window.offer_only("terms.toml", GOOD.as_bytes());
        window.click("button", "Import…").await;
        window.wait_until("document.querySelector('[data-entry=term]')?.value === 'ZKRQ'").await;
        window.screenshot("terms-imported").await;
        wait_for_finding(window, "ZKRQ", false).await;

        view(window, "register").await;
        window.click("button", "Export…").await;
        let written = window.wait_for_file(&window.saved("terms.toml")).await;
        assert_eq!(String::from_utf8_lossy(&written), GOOD);

        // Taken out again by hand, it is asked for again.
        window.find_css("[data-entry=term]").await;
        window.click("button", "Remove ZKRQ").await;
        window.find_test_id("register-save").await;
        window
            .evaluate("document.querySelector('[data-testid=register-save]').click()", vec![])
            .await;
        window.wait_for_text("The terms are saved.").await;
        wait_for_finding(window, "ZKRQ", true).await;
        window.click("button", "Undo").await;
        wait_for_finding(window, "ZKRQ", false).await;
    });
}

#[test]
fn what_is_switched_off_stays_off() {
    journey("switched", async |window| {
        write(window, "It was read on 27th March, and they don't change it.").await;
        wait_for_finding(window, "27th March", true).await;
        wait_for_finding(window, "STY-2", true).await;
        for (rule, scope) in [("DATE-5", "report"), ("STY-2", "series")] {
            view(window, "rules").await;
            window.wait_for_text("Ordinal numbers").await;
            let choose = format!(
                "const field = [...document.querySelectorAll('.check li')]\
                     .find((one) => one.querySelector('strong')?.textContent === '{rule}')\
                     .querySelector('select');\
                 field.value = '{scope}'; field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            );
            window.evaluate(&choose, vec![]).await;
        }
        wait_for_finding(window, "27th March", false).await;
        wait_for_finding(window, "STY-2", false).await;
        window.screenshot("switched-off").await;

        // A restart forgets neither; another report of the series has the one rule back.
        window.evaluate("window.dispatchEvent(new Event('blur'))", vec![]).await;
        let reads = "document.querySelector('[data-testid=save-state]').textContent";
        window.wait_until(&format!("{reads}.startsWith('Saved')")).await;
        window.kill();
        window.start().await;
        window.find_test_id("page").await;
        window.wait_for_text("27th March").await;
        window.chord("F7").await;
        view(window, "left").await;
        window.wait_for_text("DATE-5").await;
        window.wait_for_text("STY-2").await;
        wait_for_finding(window, "27th March", false).await;
        wait_for_finding(window, "STY-2", false).await;
        window.click("button", "110th meeting").await;
        window.wait_for_text("The 110th virtual meeting").await;
        window.find_test_id("page").await;
        window.chord("Control+Enter").await;
        window.type_text("It was read on 28th March, and they don't change it.").await;
        wait_for_finding(window, "28th March", true).await;
        wait_for_finding(window, "STY-2", false).await;
    });
}
