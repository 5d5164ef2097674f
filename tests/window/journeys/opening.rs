//! The application opens, asks only what it may, stays where it is, and closes.

use std::time::Duration;

use serde_json::json;

use crate::journey::journey;

#[test]
fn the_window_opens_and_shows_something() {
    journey("opening", async |window| {
        window.start().await;
        window.wait_until("document.body.innerText.trim() !== ''").await;
        let paint = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime";
        let painted = window.evaluate(paint, vec![]).await;
        println!("opened in {} ms, painted {painted} ms later", window.opened_in().as_millis());
        window.screenshot("opening").await;
    });
}

#[test]
fn the_page_may_only_what_is_granted() {
    journey("granted", async |window| {
        window.start().await;
        assert_eq!(window.invoke("window_ready", json!({})).await, Ok(json!(null)));
        let refused = [
            ("plugin:event|emit", json!({ "event": "menu", "payload": null })),
            ("plugin:window|set_title", json!({ "label": "main", "value": "Somebody else" })),
            ("plugin:dialog|open", json!({ "options": {} })),
            ("plugin:app|version", json!({})),
        ];
        for (command, arguments) in refused {
            let refusal = window.invoke(command, arguments).await.expect_err(command);
            assert!(refusal.to_string().contains("not allowed"), "{command}: {refusal}");
        }
        let foreign = window.invoke("open_exported", json!({ "path": "/etc/hostname" })).await;
        let refusal = foreign.expect_err("a file that was not exported is not opened");
        assert!(refusal.to_string().contains("has just written"), "{refusal}");
    });
}

#[test]
fn the_page_leads_nowhere_and_reaches_no_network() {
    journey("staying", async |window| {
        window.start().await;
        let here = window.evaluate("return location.href", vec![]).await;
        window.evaluate("location.href = 'https://example.org/'", vec![]).await;
        window.evaluate("return window.open('https://example.org/')", vec![]).await;
        let fetch = "window.reached = null; \
            fetch('https://example.org/').then(() => (window.reached = true), \
                                               () => (window.reached = false))";
        window.evaluate(fetch, vec![]).await;
        window.wait_until("window.reached === false").await;
        assert_eq!(window.evaluate("return location.href", vec![]).await, here);
    });
}

#[test]
fn quitting_from_the_menu_ends_the_application() {
    journey("quitting", async |window| {
        window.start().await;
        window.wait_until("document.readyState === 'complete'").await;
        window.press("ctrl+q");
        // Three seconds for a page that does not answer, and some for a slow machine.
        window.wait_for_end(Duration::from_secs(8)).await;
    });
}

#[test]
fn a_page_that_hangs_cannot_keep_the_window_open() {
    journey("hanging", async |window| {
        window.start().await;
        window.invoke("window_ready", json!({})).await.expect("it is granted");
        // Later, so that the driver hears that it is planned.
        window.evaluate("setTimeout(() => { for (;;); }, 300)", vec![]).await;
        tokio::time::sleep(Duration::from_millis(600)).await;
        window.press("ctrl+q");
        window.wait_for_end(Duration::from_secs(8)).await;
    });
}
