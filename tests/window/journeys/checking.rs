//! The house-style checker beside the page: found, gone to, mended, left.

use super::reporting::{begin_next, open_sample};
use crate::journey::journey;

#[test]
fn slips_are_found_mended_and_left_by_keyboard() {
    journey("checking", async |window| {
        open_sample(window).await;
        begin_next(window).await;
        window.find_test_id("page").await;
        window.chord("Control+Enter").await;
        window.type_text("It was agreed on 27th March that teh plan don't change.").await;
        // Marked and counted whichever tab is shown, unless it is to be quiet.
        let marked = "!!document.querySelector('.ProseMirror .finding')";
        window.wait_until(marked).await;
        let counts = "document.querySelector('[data-testid=finding-counts]')";
        window.wait_until(&format!("/style/.test({counts}.textContent)")).await;
        window.check_accessibility().await;
        window.screenshot("check-status").await;
        let quiet = "document.querySelector('[data-testid=quiet-check]').click()";
        window.evaluate(quiet, vec![]).await;
        window.wait_until(&format!("!({marked}) && !{counts}")).await;
        window.evaluate(quiet, vec![]).await;
        window.wait_until(&format!("{marked} && !!{counts}")).await;

        window.evaluate(&format!("{counts}.click()"), vec![]).await;
        window.wait_for_text("27th March").await;
        window.screenshot("check").await;
        window.check_accessibility().await;

        // To the list, mend one with its key, undo it, leave another as it is.
        window.find_css("#finding-0").await;
        let dated = "[...document.querySelectorAll('.check li')]\
            .find((one) => one.querySelector('.quote')?.textContent.includes('27th'))";
        window.evaluate(&format!("{dated}.querySelector('.go').focus()"), vec![]).await;
        window.type_text("m").await;
        let words = "document.querySelector('.ProseMirror').textContent";
        window.wait_until(&format!("{words}.includes('on 27 March that')")).await;
        window.wait_until(&format!("!{dated}")).await;
        let before =
            window.evaluate("return document.querySelectorAll('.check li').length", vec![]);
        let before = before.await.as_u64().expect("a number of findings");
        window.evaluate("document.querySelector('#finding-0').focus()", vec![]).await;
        window.type_text("i").await;
        window
            .wait_until(&format!(
                "document.querySelectorAll('.check li').length === {}",
                before - 1
            ))
            .await;
        window.wait_for_text("Left 1").await;
        for theme in ["dark", "light"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![theme.into()]).await;
            window.check_accessibility().await;
            window.screenshot(&format!("check-{theme}")).await;
        }
    });
}

#[test]
fn what_is_open_is_decided_before_a_report_is_final() {
    journey("deciding", async |window| {
        open_sample(window).await;
        begin_next(window).await;
        window.find_test_id("page").await;
        window.chord("Control+Enter").await;
        window
            .type_text("It was agreed on 27th March and on 28th March that it don't change.")
            .await;
        window.chord("F7").await;
        let dated = "[...document.querySelectorAll('.check li')]\
            .find((one) => one.querySelector('.quote')?.textContent.includes('th March'))";
        window.wait_until(&format!("!!{dated}")).await;

        // The rule is one key away; all of a kind are mended at once, and undone at once.
        window.evaluate(&format!("{dated}.querySelector('.go').focus()"), vec![]).await;
        window.type_text("r").await;
        window.wait_for_text("Dates are written without an ordinal: 27 March.").await;
        window.check_accessibility().await;
        window.screenshot("check-rule").await;
        window.type_text("a").await;
        let words = "document.querySelector('.ProseMirror').textContent";
        window.wait_until(&format!("{words}.includes('on 27 March and on 28 March')")).await;
        window.click("button", "Undo").await;
        window.wait_until(&format!("{words}.includes('on 27th March and on 28th March')")).await;
        window.wait_until(&format!("!!{dated}")).await;

        // Left for good, with a reason; listed, and taken back.
        window.evaluate(&format!("{dated}.querySelector('.go').focus()"), vec![]).await;
        window.type_text("I").await;
        window.wait_until("document.activeElement.tagName === 'INPUT'").await;
        window.type_text("as announced").await;
        window.screenshot("check-leave").await;
        window.chord("Enter").await;
        window.wait_for_text("Left 1").await;
        window.find_test_id("check-left").await;
        window.evaluate("document.querySelector('[data-testid=check-left]').click()", vec![]).await;
        window.wait_until("[...document.querySelectorAll('.check input')].some((one) => one.value === 'as announced')").await;
        window.check_accessibility().await;
        window.screenshot("check-left").await;

        for (view, wait) in [("rules", "Ordinal numbers"), ("register", "Abbreviations")] {
            let click = format!("document.querySelector('[data-testid=check-{view}]').click()");
            window.evaluate(&click, vec![]).await;
            window.wait_for_text(wait).await;
            for theme in ["dark", "light"] {
                let set = "document.documentElement.dataset.theme = arguments[0]";
                window.evaluate(set, vec![theme.into()]).await;
                window.check_accessibility().await;
                window.screenshot(&format!("check-{view}-{theme}")).await;
            }
        }

        // To be final, it is asked for twice.
        let final_state = "const field = document.querySelector('[data-testid=report-state]');\
            field.value = 'final'; field.dispatchEvent(new Event('change', { bubbles: true }))";
        window.evaluate(final_state, vec![]).await;
        window.find_test_id("final-bar").await;
        window.check_accessibility().await;
        window.screenshot("check-final").await;
        let state = "document.querySelector('[data-testid=report-state]').value";
        window.wait_until(&format!("{state} === 'draft'")).await;
        window.click("button", "Mark as final all the same").await;
        window.wait_until(&format!("{state} === 'final'")).await;
    });
}
