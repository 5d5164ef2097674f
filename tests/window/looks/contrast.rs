//! What the system asks for: less motion, more contrast, its own colours, a dark window.
//!
//! A program cannot switch the system's contrast here, so that the rules of the style sheets are
//! switched on instead, as the system would.

use serde_json::json;

use super::views::{self, VIEWS};
use crate::journey::{Journey, journey};

/// Makes the rules that wait for something of the system hold, or not; answers how many there are.
const SWITCH: &str = "const [wait, hold] = arguments; let found = 0; \
    const walk = (rules) => { for (const rule of rules) { \
      if (rule.media?.mediaText.includes(wait)) { rule.media.mediaText = hold ? 'all' : 'not all'; found += 1; } \
      else if (rule.cssRules) walk(rule.cssRules); } }; \
    for (const sheet of document.styleSheets) walk(sheet.cssRules); \
    return found";

async fn switch(window: &Journey, wait: &str, hold: bool) {
    let found = window.evaluate(SWITCH, vec![json!(wait), json!(hold)]).await;
    assert!(found.as_u64() > Some(0), "no style asks for {wait}");
    window.rest().await;
}

async fn show(window: &Journey, name: &str) {
    let view = VIEWS.iter().find(|view| view.name == name);
    view.unwrap_or_else(|| panic!("there is no view {name}")).show(window).await;
}

#[test]
fn more_contrast_is_seven_to_one_light_and_dark() {
    journey("looks-contrast", async |window| {
        window.start().await;
        for name in ["first-steps", "details", "participants", "check"] {
            show(window, name).await;
        }
        // The rules are read in their order: the others would paint over what is measured.
        switch(window, "prefers-contrast: more", true).await;
        switch(window, "prefers-reduced-motion", false).await;
        for name in ["palette", "library", "archive", "people", "templates"] {
            show(window, name).await;
            for theme in ["light", "dark"] {
                views::turn(window, theme).await;
                window.check_rules(json!(["color-contrast-enhanced"])).await;
                window.screenshot(&format!("looks/{name}-contrast-{theme}")).await;
            }
        }
    });
}

#[test]
fn nothing_moves_where_less_motion_is_asked_for() {
    journey("looks-motion", async |window| {
        window.prefer("gtk-enable-animations=0\ngtk-application-prefer-dark-theme=1");
        window.start().await;
        show(window, "first-steps").await;
        window.wait_until("matchMedia('(prefers-reduced-motion: reduce)').matches").await;
        let moving = "[...document.querySelectorAll('*')].filter((one) => \
            ['', '::before', '::after'].some((part) => { const style = getComputedStyle(one, part); \
              return style.transitionDuration.split(', ').some((time) => time !== '0s') \
                || style.animationName !== 'none'; })).length";
        window.wait_until(&format!("{moving} === 0")).await;
        // And the window is dark, as the system is.
        window.wait_until("document.documentElement.dataset.theme === 'dark'").await;
    });
}

#[test]
fn what_is_chosen_has_the_systems_colours_where_it_has_its_own() {
    journey("looks-forced", async |window| {
        window.start().await;
        for name in ["first-steps", "details", "palette"] {
            show(window, name).await;
        }
        switch(window, "forced-colors: active", true).await;
        let highlighted = "(() => { const probe = document.body.appendChild(document.createElement('i')); \
            probe.style.background = 'Highlight'; \
            const colour = getComputedStyle(probe).backgroundColor; probe.remove(); \
            return ['#commands .chosen', '[data-report][aria-current=true], .library [aria-current=true]'] \
              .every((one) => getComputedStyle(document.querySelector(one)).backgroundColor === colour); })()";
        window.wait_until(highlighted).await;
        window.screenshot("looks/palette-forced").await;
    });
}
