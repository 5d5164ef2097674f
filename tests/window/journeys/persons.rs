//! One person's page, two people told apart and the pictures of attendance, by keyboard.

use super::reporting::open_sample;
use crate::journey::journey;

#[test]
fn a_person_is_read_corrected_and_told_apart_by_keyboard() {
    journey("persons", async |window| {
        open_sample(window).await;
        window.chord("Control+Shift+D").await;
        window.find("combobox", "Search names, spellings and organisations").await;
        window.type_text("ouyang").await;
        window
            .wait_until("document.querySelectorAll('#people-list [role=option]').length === 1")
            .await;
        window.wait_for_text("Wishes to be named").await;
        window.screenshot("person-about").await;
        window.check_accessibility().await;

        // Enter leads to the page, Tab to its parts, the arrows walk them.
        window.type_text("\n").await;
        window.find_css("#person-page h2:focus").await;
        window.click("tab", "Affiliations").await;
        window.click("button", "Add an affiliation").await;
        window.fill("textbox", "Organisation", "Cedar Press").await;
        window.fill("textbox", "From", "1 June 2025").await;
        window.type_text("\n").await;
        window.wait_for_text("The affiliation is kept.").await;
        window.wait_for_text("from 1 June 2025").await;
        window.screenshot("person-affiliations").await;
        window.check_accessibility().await;
        window.click("tab", "Attendance").await;
        window.find_css(".strip").await;
        window.screenshot("person-attendance").await;
        window.click("tab", "Contributions").await;
        window.find_css("#person-panel article").await;
        window.screenshot("person-contributions").await;
        window.check_accessibility().await;
        window.click("tab", "Changes").await;
        window.find_css("#person-panel li button").await;
        window.screenshot("person-changes").await;

        // Two people: the keyboard begins in the name of the other one.
        window.click("button", "Two people…").await;
        window.wait_until("document.activeElement?.closest('form') !== null").await;
        window.chord("Control+a").await;
        window.type_text("Lin Ouyang").await;
        window.type_text("\t ").await;
        window.screenshot("person-split").await;
        window.check_accessibility().await;
        window.click("button", "Tell apart").await;
        window.wait_for_text("Lin Ouyang is a person of their own now.").await;
        window
            .wait_until("document.querySelectorAll('#people-list [role=option]').length === 2")
            .await;
        // The change made before can still be undone too; this one is the last.
        let undo = "[...document.querySelectorAll('button')]\
            .filter((one) => one.textContent.trim() === 'Undo').at(-1).click()";
        window.evaluate(undo, vec![]).await;
        window
            .wait_until("document.querySelectorAll('#people-list [role=option]').length === 1")
            .await;
    });
}

#[test]
fn attendance_is_drawn_and_its_numbers_are_a_key_away() {
    journey("pictures", async |window| {
        open_sample(window).await;
        window.chord("Control+Shift+Y").await;
        for (name, file) in [
            ("Per meeting", "picture-over-time"),
            ("Newcomers and returners", "picture-returning"),
            ("By affiliation", "picture-by-kind"),
            ("Person by person", "picture-strips"),
            ("Calendar", "picture-calendar"),
        ] {
            window.click("tab", name).await;
            window.find_css("svg[role=img]").await;
            window.screenshot(file).await;
        }
        window.check_accessibility().await;
        window.type_text("n").await;
        window.find_css("table caption").await;
        window.screenshot("picture-numbers").await;
        window.check_accessibility().await;
        window.type_text("n").await;
        for format in ["PNG", "SVG", "CSV"] {
            window.click("button", &format!("Save as {format}")).await;
            let file = format!("WG-Access calendar.{}", format.to_lowercase());
            let bytes = window.wait_for_file(&window.saved(&file)).await;
            assert!(bytes.len() > 200, "{file}");
        }
        window.chord("Control+k").await;
        window.type_text("light or dark\n").await;
        window.click("tab", "By affiliation").await;
        window.screenshot("picture-by-kind-dark").await;
        window.check_accessibility().await;
        window.click("tab", "Person by person").await;
        window.screenshot("picture-strips-dark").await;
    });
}
