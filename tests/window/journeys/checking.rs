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
        window.chord("F7").await;
        window.wait_until("!!document.querySelector('.ProseMirror .finding')").await;
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
        window.wait_for_text("Left as they are (1)").await;
        for theme in ["dark", "light"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            window.evaluate(set, vec![theme.into()]).await;
            window.check_accessibility().await;
            window.screenshot(&format!("check-{theme}")).await;
        }
    });
}
