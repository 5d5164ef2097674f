//! A template with a logo, made by keyboard alone: a sentence changed and checked as it is typed,
//! the pages beside it, saved, and the next report printed by it.

use std::process::Command;

use rapporteur_tests::example_logo;

use crate::journey::{Journey, journey};

/// Whether the blue disc of the logo, 18 mm high, stands on the preview's first page.
const LOGO_IS_SHOWN: &str = "(() => { \
    const page = document.querySelector('[data-testid=template-preview] canvas'); \
    const [x, y] = [page.width * 27.8 / 210, page.height * 34 / 297]; \
    const [red, , blue] = page.getContext('2d').getImageData(x, y, 1, 1).data; \
    return blue > red + 60; })()";

/// What tells one drawing of the preview's first page from another.
const FIRST_PAGE: &str =
    "document.querySelector('[data-testid=template-preview] canvas')?.toDataURL() ?? ''";

/// Opens the sample library and the template of its series, by the palette.
async fn open_template(window: &mut Journey) {
    window.start().await;
    window.click("button", "Open the sample library").await;
    window.find_test_id("page").await;
    window.wait_until("document.activeElement.classList.contains('ProseMirror')").await;
    window.chord("Control+k").await;
    window.find("dialog", "All commands").await;
    window.type_text("templates\n").await;
    window.find_test_id("templates").await;
    window.wait_until("document.activeElement.matches('[aria-current]:not(.report)')").await;
    window.wait_until(&format!("{FIRST_PAGE} !== ''")).await;
}

/// Opens the template of a series from one of its reports in the library.
async fn open_from_library(window: &Journey) {
    window.click("button", "Actions: 111th meeting").await;
    window.click("menuitem", "Template of WG-Access").await;
    window.wait_until("document.activeElement.matches('[aria-current]:not(.report)')").await;
}

/// Goes to a part of the form by its name, and on to its first control.
async fn go_to(window: &Journey, part: &str) {
    // From wherever the keyboard is: the panes, then the row of parts, by letters nobody types.
    while window.evaluate("return Boolean(document.activeElement.closest('.parts'))", vec![]).await
        != true
    {
        window.chord("F6").await;
    }
    let here = "return document.activeElement.textContent.trim()";
    while window.evaluate(here, vec![]).await != part {
        window.chord("Tab").await;
    }
    window.chord("Enter").await;
    window.wait_until("document.activeElement.tagName === 'H2'").await;
    window.chord("Tab").await;
}

#[test]
fn a_template_with_a_logo_is_made_by_keyboard_and_used() {
    journey("template", async |window| {
        window.offer_file("harbour.png", &example_logo("png"));
        open_template(window).await;
        window.screenshot("templates").await;
        let before = window.evaluate(&format!("return {FIRST_PAGE}"), vec![]).await;
        go_to(window, "Sentences").await;
        window.chord("Control+End").await;
        window.type_text(" It was the {{ ordnal }} of its kind.").await;
        window.wait_for_text("did you mean “ordinal”?").await;
        window.screenshot("template-problem").await;
        window.chord("Control+z").await;
        window.find_gone("button", "1 thing to mend").await;
        window.chord("Control+End").await;
        window.type_text(" It was the {{ ordi").await;
        window.find("option", "ordinal").await;
        window.screenshot("template-completion").await;
        window.type_text("\n of its kind.").await;
        window.wait_until(&format!("{FIRST_PAGE} !== {before}")).await;

        go_to(window, "Page look").await;
        window.chord("Enter").await;
        window.wait_for_text("in a few words what the logo shows").await;
        window.wait_for_text("The pages follow once").await;
        window.wait_until("document.activeElement.dataset.field === 'logo.height'").await;
        window.chord("Control+a").await;
        window.type_text("18").await;
        window.chord("Tab").await;
        window.type_text("Logo of the Harbour Access Group").await;
        window.wait_until(LOGO_IS_SHOWN).await;
        window.screenshot("template-logo").await;
        window.check_accessibility().await;

        window.chord("Control+s").await;
        window.wait_for_text("Saved as version 2").await;
        window.chord("Escape").await;
        window.find_test_id("page").await;
        window.chord("Control+n").await;
        window.wait_for_text("announced in the 111th report").await;
        window.click("button", "Create report").await;
        window.wait_for_text("It was the 112th of its kind.").await;
        window.chord("Control+Shift+E").await;
        let pdf = window.saved("WG-Access-112-Summary-Report-2026-04-16.pdf");
        window.wait_for_file(&pdf).await;
        let images = Command::new("pdfimages").arg("-list").arg(&pdf).output();
        let images = images.expect("poppler is installed").stdout;
        assert_eq!(String::from_utf8_lossy(&images).matches(" 480 ").count(), 2, "logo and mask");
    });
}

#[test]
fn changes_that_are_not_saved_wait_and_are_never_lost() {
    journey("template-unsaved", async |window| {
        open_template(window).await;
        go_to(window, "Skeleton").await;
        for _ in 0..2 {
            window.chord("Tab").await;
        }
        window.chord("Escape").await;
        window.find_test_id("page").await;
        open_from_library(window).await;
        window.fill("textbox", "Title", "Minutes of the meeting").await;
        window.wait_for_text("Not saved").await;
        window.chord("Escape").await;
        window.find_test_id("page").await;
        window.press("ctrl+q");
        window.wait_for_text("changes are not saved").await;
        open_from_library(window).await;
        window
            .wait_until(
                "document.querySelector('[data-field=\"title.title\"]')?.value === 'Minutes of the meeting'",
            )
            .await;
        window.chord("Control+z").await;
        window.wait_for_text("Saved as version 1").await;
        window.click("button", "Duplicate…").await;
        window.type_text("Board minutes\n").await;
        window
            .wait_until(
                "document.querySelector('[aria-current] .name').textContent === 'Board minutes'",
            )
            .await;
        window.click("button", "Delete").await;
        window.wait_for_text("“Board minutes” is deleted.").await;
    });
}

#[test]
fn the_templates_can_be_used_by_everybody() {
    journey("template-views", async |window| {
        open_template(window).await;
        for theme in ["light", "dark"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![theme.into()]).await;
            for part in
                ["Skeleton", "Standing items", "Names and numbers", "Participants", "Page look"]
            {
                window.click("button", part).await;
                window.check_accessibility().await;
                let name = part.to_lowercase().replace(' ', "-");
                window.screenshot(&format!("template-{theme}-{name}")).await;
            }
        }
        window.resize(1024, 640).await;
        window.check_accessibility().await;
        window.screenshot("template-small").await;
        // As at 200 % zoom, where there is no room for three panes.
        for _ in 0..10 {
            window.press("ctrl+equal");
        }
        window.wait_until("innerWidth < 600").await;
        // WebKitWebDriver clicks beside what it means while the page is zoomed.
        let focus = "[...document.querySelectorAll('button')] \
            .find((button) => button.textContent.trim() === 'Preview').focus()";
        window.evaluate(focus, vec![]).await;
        window.chord("Enter").await;
        window.wait_until(&format!("{FIRST_PAGE} !== ''")).await;
        window.check_accessibility().await;
        window.screenshot("template-narrow").await;
    });
}
