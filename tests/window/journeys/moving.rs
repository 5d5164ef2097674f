//! Getting about on the page and in the panes with the mouse's wheel and the keyboard.

use super::reporting::open_sample;
use crate::journey::journey;

#[test]
fn every_pane_scrolls_with_the_wheel_and_the_page_with_keys() {
    journey("moving", async |window| {
        open_sample(window).await;
        // Over the middle of the pane, in the window's pixels under its menu.
        for (pane, x) in
            [("[data-testid=report-list]", 100), (".scroll", 600), ("#inspector-panel", 1100)]
        {
            let scrolled = format!("document.querySelector('{pane}').scrollTop > 0");
            window.wait_until(&format!("!({scrolled})")).await;
            window.wheel(x, 450);
            window.wait_until(&scrolled).await;
        }

        // The page's bar, near its top.
        let place = "document.querySelector('.scroll').scrollTop";
        window.evaluate(&format!("{place} = 0"), vec![]).await;
        window.drag_by_hand([914, 150], [914, 600]);
        window.wait_until(&format!("{place} > 500")).await;

        let quarter = "document.querySelector('.scroll').scrollHeight / 4";
        window.evaluate("document.querySelector('.ProseMirror').focus()", vec![]).await;
        window.chord("Control+End").await;
        window.wait_until(&format!("{place} > {quarter}")).await;
        window.type_text("The last words.").await;
        window.evaluate(&format!("{place} = 1e6"), vec![]).await;
        window.screenshot("moving-end").await;
        window.chord("Control+Home").await;
        window.wait_until(&format!("{place} < {quarter}")).await;
        window.type_text("First: ").await;
        let page = "document.querySelector('.ProseMirror').textContent";
        window.wait_until(&format!("{page}.includes('First: Repositories')")).await;
        window.wait_until(&format!("{page}.includes('The last words.')")).await;
        window.screenshot("moving").await;

        window.wait_until("innerWidth === 1280").await;
        window.wheel_with_ctrl(600, 450);
        window.wait_until("innerWidth < 1200").await;
    });
}
