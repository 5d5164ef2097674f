//! The main job: from the sample library to the 112th report, exported and read by others; and
//! what happens when the laptop dies in mid-sentence.

use std::process::Command;
use std::time::Duration;

use crate::journey::{Journey, journey};

/// Opens the sample library from the welcome page.
pub(super) async fn open_sample(window: &mut Journey) {
    window.start().await;
    window.click("button", "Open the sample library").await;
    window.find_test_id("page").await;
    window.wait_for_text("Summary Report").await;
}

/// Begins the next report of the series, as it is proposed.
pub(super) async fn begin_next(window: &Journey) {
    window.click("button", "New report").await;
    window.wait_for_text("announced in the 111th report").await;
    window.click("checkbox", "Amara Diallo Sène").await;
    window.click("button", "Create report").await;
    window.wait_for_text("The 112th virtual meeting").await;
}

#[test]
fn the_112th_report_is_written_and_exported() {
    journey("reporting", async |window| {
        open_sample(window).await;
        window.screenshot("sample").await;
        begin_next(window).await;

        // A new agenda item, its section with a speaker and a list.
        window.find_test_id("page").await;
        window.chord("Control+Enter").await;
        window.click("button", "Add agenda item").await;
        window.type_text("Reading rooms by night\n").await;
        window.type_text("@Nadia").await;
        window.wait_for_text("Cedar Open Archive").await;
        window.type_text("\n").await;
        window.type_text("reported that two libraries stay open until midnight.\n").await;
        window.type_text("- one in the old port\n").await;
        window.type_text("one at the station\n\n").await;
        window
            .wait_until("document.querySelector('.agenda').textContent.includes('2.Reading rooms by night')")
            .await;
        window.wait_until("document.querySelector('[data-testid=save-state]').textContent.startsWith('Saved')").await;

        // Who was there: one from the offers, one who is new.
        window.click("tab", "Participants").await;
        window.fill("combobox", "Add people", "Manal Example, Independent Expert").await;
        window.type_text("\n").await;
        window.wait_for_text("Manal Example, Independent Expert").await;
        window.screenshot("participants").await;

        window.click("tab", "Preview").await;
        window
            .wait_until("document.querySelectorAll('[data-testid=preview] canvas').length > 0")
            .await;
        window.screenshot("preview").await;

        window.click("button", "DOCX").await;
        window.click("button", "PDF").await;
        let docx = window.saved("WG-Access-112-Summary-Report-2026-04-16.docx");
        let pdf = window.saved("WG-Access-112-Summary-Report-2026-04-16.pdf");
        window.wait_for_file(&docx).await;
        window.wait_for_file(&pdf).await;
        let read_docx = output(
            "pandoc",
            &["-f", "docx", "-t", "plain", "--wrap=none", &docx.display().to_string()],
        );
        let read_pdf = output("pdftotext", &["-layout", &pdf.display().to_string(), "-"]);
        for text in [&read_docx, &read_pdf] {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for expected in [
                "The 112th virtual meeting",
                "Reading rooms by night",
                "Nadia Haddad-Rizk reported that two libraries stay open until midnight.",
                "one at the station",
                "Amara Diallo Sène",
                "Manal Example, Independent Expert",
            ] {
                assert!(words.contains(expected), "“{expected}” is not in {words}");
            }
        }
    });
}

#[test]
fn words_survive_a_power_cut_in_mid_sentence() {
    journey("power-cut", async |window| {
        open_sample(window).await;
        begin_next(window).await;
        window.find_test_id("page").await;
        window.chord("Control+Enter").await;
        window.type_text("These words were typed before the lights went out. ").await;
        // Typing goes on without a pause for longer than anything may stay unsaved.
        for _ in 0..14 {
            window.type_text("and on ").await;
            tokio::time::sleep(Duration::from_millis(180)).await;
        }
        window.kill();
        window.start().await;
        window.wait_for_text("These words were typed before the lights went out.").await;
        window.wait_for_text("The 112th virtual meeting").await;
    });
}

#[test]
fn agenda_items_move_with_their_sections_and_come_back() {
    journey("agenda", async |window| {
        open_sample(window).await;
        let order =
            "[...document.querySelectorAll('.agenda-title')].map((t) => t.textContent).join('|')";
        let before = window.evaluate(&format!("return {order}"), vec![]).await;
        window
            .find_css(".agenda li:nth-child(2) .generated")
            .await
            .click()
            .await
            .expect("the agenda is a list of places");
        window.click("button", "Move agenda item up").await;
        window.wait_until(&format!("{order} !== {before}")).await;
        window.click("button", "Undo").await;
        window.wait_until(&format!("{order} === {before}")).await;
    });
}

#[test]
fn everybody_can_use_every_view() {
    journey("views", async |window| {
        window.start().await;
        window.find("button", "Open the sample library").await;
        window.check_accessibility().await;
        window.click("button", "Open the sample library").await;
        window.wait_for_text("Summary Report").await;
        for theme in ["light", "dark"] {
            window
                .evaluate(
                    "document.documentElement.dataset.theme = arguments[0]",
                    vec![theme.into()],
                )
                .await;
            for tab in ["Details", "Participants", "Preview"] {
                window.click("tab", tab).await;
                window.check_accessibility().await;
                window.screenshot(&format!("{theme}-{}", tab.to_lowercase())).await;
            }
        }
        window.chord("Control+k").await;
        window.find("dialog", "All commands").await;
        window.check_accessibility().await;
        window.screenshot("commands").await;
        window.chord("Escape").await;
        window.click("button", "New report").await;
        window.wait_for_text("Who was there").await;
        window.check_accessibility().await;
        window.screenshot("new-report").await;
    });
}

/// What another program prints.
pub(super) fn output(program: &str, arguments: &[&str]) -> String {
    let done = Command::new(program).args(arguments).output();
    let done = done.unwrap_or_else(|error| panic!("{program} cannot be run: {error}"));
    assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("these programs print UTF-8")
}
