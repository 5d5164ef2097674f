//! The archive: searched as it is typed, by keyboard alone, and a report opened at the place.

use super::reporting::open_sample;
use crate::journey::{Journey, journey};

const CHOSEN: &str = "document.querySelector('#archive-results [aria-selected=true]').textContent";
const STATUS: &str = "document.querySelector('[data-testid=archive-status]').textContent";
const TYPING: &str = "document.activeElement.matches('[data-testid=archive-query]')";

/// Puts other words in the query.
async fn search(window: &Journey, words: &str) {
    window.fill("combobox", "Words, people, agenda items, dates", words).await;
}

async fn check_in_both_themes(window: &Journey, picture: &str) {
    for theme in ["dark", "light"] {
        let set = "document.documentElement.dataset.theme = arguments[0]";
        window.evaluate(set, vec![theme.into()]).await;
        window.check_accessibility().await;
        window.screenshot(&format!("{picture}-{theme}")).await;
    }
}

#[test]
fn the_archive_is_searched_and_a_report_opened_at_the_place() {
    journey("archive", async |window| {
        open_sample(window).await;
        window.chord("Control+Shift+a").await;
        window.wait_until(TYPING).await;
        window.wait_until(&format!("{STATUS}.includes('12 meetings')")).await;
        window.screenshot("archive-all").await;

        // Without accents, in another case, the last word half typed.
        window.type_text("SWIETOSLAWSKI open").await;
        let marked =
            "[...document.querySelectorAll('#archive-results mark')].map((one) => one.textContent)";
        window.wait_until(&format!("{marked}.includes('Świętosławski')")).await;
        check_in_both_themes(window, "archive").await;

        // No word of it, no such word, a query that would be an error elsewhere.
        search(window, "*").await;
        window.wait_for_text("There is no word in this").await;
        search(window, "zanzibar").await;
        window.wait_for_text("No report has “zanzibar”").await;
        window.check_accessibility().await;
        window.screenshot("archive-nothing").await;
        search(window, "NEAR(\"reader test\"").await;
        window.wait_until(&format!("!{STATUS}.includes('passage')")).await;

        // A phrase, in one agenda item, in the meetings somebody attended.
        search(window, "\"reader test\"").await;
        window.wait_until(&format!("{STATUS}.includes('passages')")).await;
        window.fill("textbox", "Agenda item", "pilot").await;
        window
            .wait_until(&format!("{STATUS}.includes('1 meeting') && {CHOSEN}.includes('pilot')"))
            .await;
        window.click("button", "Clear the filters").await;
        window.fill("combobox", "Attended by", "Kwabena").await;
        window.wait_for_text("Kwabena Ofosu-Adjei").await;
        window.type_text("\n").await;
        window.find("button", "No longer only meetings attended by Kwabena Ofosu-Adjei").await;
        window.wait_until(&format!("{STATUS}.includes('passages')")).await;
        window.screenshot("archive-filtered").await;

        // By keyboard to a passage of another report, and there.
        search(window, "goats").await;
        window.wait_until(&format!("{CHOSEN}.includes('goats')")).await;
        window.chord("Enter").await;
        window.wait_for_text("WG-Access, 109th meeting").await;
        window.wait_until("getSelection().toString() === 'goats'").await;
        let seen = "(() => { const box = getSelection().getRangeAt(0).getBoundingClientRect(); \
            return box.top > 0 && box.bottom < innerHeight })()";
        window.wait_until(seen).await;
        window.screenshot("archive-opened").await;

        // Coming back finds the search as it was left.
        window.chord("Control+Shift+a").await;
        window.wait_until(&format!("{CHOSEN}.includes('goats')")).await;
        window.chord("Escape").await;
        window.wait_until("document.activeElement.matches('.ProseMirror')").await;

        window.resize(1024, 640).await;
        window.chord("Control+Shift+a").await;
        search(window, "reader").await;
        window.wait_until(&format!("{STATUS}.includes('passages')")).await;
        window.chord("ArrowDown").await;
        window.screenshot("archive-small").await;
    });
}
