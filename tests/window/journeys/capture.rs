//! Taking a meeting down while it goes on: by keyboard, then put in order with the mouse.

use super::reporting::{begin_next, open_sample, output};
use crate::journey::{Journey, journey};
use std::time::Instant;

/// The words of the section under an agenda item.
fn section(title: &str) -> String {
    format!(
        "[...document.querySelectorAll('[data-agenda-item]')]\
         .find((one) => one.querySelector('.agenda-title').textContent === '{title}')\
         ?.querySelector('p')?.textContent.slice(30, 100)"
    )
}

/// The printed words of the paragraph the cursor is in, names of speakers included.
const LINE: &str = "(() => { const line = getSelection().anchorNode; \
    const at = (line.nodeType === 1 ? line : line.parentElement).closest('p'); \
    return [...at.childNodes].map((one) => one.dataset?.name ?? one.textContent).join('').trimEnd(); })()";

async fn line_is(window: &Journey, words: &str) {
    window.wait_until(&format!("{LINE} === {words:?}")).await;
}

#[test]
fn a_meeting_is_taken_down_by_keyboard() {
    journey("capture", async |window| {
        open_sample(window).await;
        begin_next(window).await;
        window.find_test_id("page").await;
        window.chord("Control+Enter").await;

        // A colon after a name makes a speaker; Tab goes through the verbs.
        window.type_text("Amara: ").await;
        line_is(window, "Amara Diallo Sène").await;
        window.chord("Tab").await;
        line_is(window, "Amara Diallo Sène noted").await;
        window.chord("Tab").await;
        line_is(window, "Amara Diallo Sène suggested").await;
        window.chord("Shift+Tab").await;
        line_is(window, "Amara Diallo Sène noted").await;
        window.type_text("that the reading rooms reopen.\n").await;

        // Somebody of the directory who was not ticked speaks, and is there from now on.
        window.type_text("Nadia Haddad-Rizk: ").await;
        line_is(window, "Nadia Haddad-Rizk").await;
        window.type_text("thanked her.\n").await;

        // An action line becomes a next step.
        window.type_text("Action: Amara to write to the libraries by 7 May\n").await;
        window.wait_for_text("is under Next steps").await;
        window.wait_for_text("Write to the libraries").await;
        line_is(window, "").await;

        // Find and replace.
        window.type_text("The reading rooms are the first reading rooms.").await;
        window.chord("Control+Shift+h").await;
        window.type_text("reading room").await;
        window
            .wait_until("/3/.test(document.querySelector('[data-testid=find-count]').textContent)")
            .await;
        window.chord("Tab").await;
        window.screenshot("find").await;
        window.fill("textbox", "Replace with", "study room").await;
        window.click("button", "Replace all (3)").await;
        window.wait_for_text("The study rooms are the first study rooms.").await;
        window.check_accessibility().await;
        window.chord("Escape").await;

        // A participant is renamed and the text follows.
        window.chord("Control+Shift+h").await;
        window.fill("textbox", "Find", "Haddad-Rizk").await;
        window.fill("textbox", "Replace with", "Haddad").await;
        window.click("button", "Rename the participant Nadia Haddad-Rizk: Haddad").await;
        window
            .wait_until("!!document.querySelector(\".ProseMirror [data-name='Nadia Haddad']\")")
            .await;
        window.chord("Escape").await;
        window.wait_until("document.querySelector('[data-testid=save-state]').textContent.startsWith('Saved')").await;
    });
}

/// What was said under five agenda items, as it is typed: a title ends its line.
const SAID: [(&str, &str); 5] = [
    (
        "Update from the Forum Secretariat",
        "Nadia Haddad-Rizk: said that the hall is booked for June.",
    ),
    (
        "Budget of the summer school",
        "Amara Diallo Sène: asked who pays for the rooms. Nadia will find out.",
    ),
    ("Catalogue", "The new catalogue is open to all. It has 40,000 titles."),
    ("Night opening", "- two libraries until midnight\none until ten"),
    ("Any other business (AoB)", "Action: Amara to thank the hosts by 7 May"),
];

#[test]
fn five_items_are_taken_down_at_ninety_words_a_minute() {
    const PACE: u32 = 90;
    journey("pace", async |window| {
        // By keyboard alone, from the first start to the exported file.
        window.start().await;
        window.tab_to("button", "Open the sample library").await;
        window.chord("Enter").await;
        window.find_test_id("page").await;
        window.chord("Control+n").await;
        window.wait_for_text("announced in the 111th report").await;
        window.tab_to("button", "Create report").await;
        window.chord("Enter").await;
        window.wait_for_text("The 112th virtual meeting").await;
        window.wait_until("document.activeElement.matches('[data-testid=page]')").await;

        let began = Instant::now();
        for (at, (title, said)) in SAID.iter().enumerate() {
            match at {
                0 => {}
                4 => window.chord("Control+Enter").await,
                _ => {
                    window.chord("Control+Shift+Enter").await;
                    window.type_at_pace(&format!("{title}\n"), PACE).await;
                }
            }
            window.type_at_pace(said, PACE).await;
        }
        window.chord("Enter").await;
        window.wait_for_text("is under Next steps").await;
        let letters: usize = SAID.iter().map(|(title, said)| title.len() + said.len()).sum();
        let pace = letters as f64 / 5.0 / began.elapsed().as_secs_f64() * 60.0;
        println!("taken down at {pace:.0} words a minute");
        window.screenshot("pace").await;

        window.chord("Control+e").await;
        let docx = window.saved("WG-Access-112-Summary-Report-2026-04-16.docx");
        window.wait_for_file(&docx).await;
        let read = output("pandoc", &["-t", "plain", "--wrap=none", &docx.display().to_string()]);
        let words = read.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut from = words.find("Discussion").expect("a report has a discussion");
        for expected in [
            "Update from the Forum Secretariat Nadia Haddad-Rizk said that the hall is booked for June.",
            "Budget of the summer school Amara Diallo Sène asked who pays for the rooms. Nadia will find out.",
            "Catalogue The new catalogue is open to all. It has 40,000 titles.",
            "Night opening - two libraries until midnight - one until ten",
            "Any other business (AoB)",
            "Thank the hosts",
        ] {
            let at = words[from..].find(expected);
            from += at.unwrap_or_else(|| panic!("“{expected}” is not in its place in {words}"));
        }
    });
}

#[test]
fn the_outline_and_the_list_are_put_in_order_with_the_mouse() {
    journey("order", async |window| {
        open_sample(window).await;
        let titles =
            "[...document.querySelectorAll('.page .agenda-title')].map((one) => one.textContent)";
        let before = window.evaluate(&format!("return {titles}"), vec![]).await;
        let section_of_first = window
            .evaluate(&format!("return {}", section(before[0].as_str().expect("a title"))), vec![])
            .await;
        window.chord("Control+Shift+g").await;
        window.wait_until("document.activeElement.matches('[data-testid=outline] .go')").await;
        window.screenshot("outline").await;
        window
            .drag(
                "[data-testid=outline] li:nth-child(1) [data-grip]",
                "[data-testid=outline] li:nth-child(2)",
            )
            .await;
        window.wait_until(&format!("{titles}[1] === {}", before[0])).await;
        // The section went along.
        window
            .wait_until(&format!(
                "{} === {section_of_first}",
                section(before[0].as_str().expect("a title"))
            ))
            .await;
        window.chord("Escape").await;

        window.click("tab", "Participants").await;
        let names = "[...document.querySelectorAll('#inspector-panel li .words')].map((one) => one.textContent)";
        let people = window.evaluate(&format!("return {names}"), vec![]).await;
        window
            .drag(
                "#inspector-panel li:nth-child(1) [data-grip]",
                "#inspector-panel li:nth-child(3)",
            )
            .await;
        window.wait_until(&format!("{names}[2] === {}", people[0])).await;
        window.wait_until(&format!("{names}[0] === {}", people[1])).await;
        window.screenshot("sorted").await;
    });
}
