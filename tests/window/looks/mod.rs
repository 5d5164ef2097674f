//! How the window looks: every view at three sizes, light and dark, compared with the reference
//! pictures in `tests/window/pictures/`, and nothing cut off, covered or to be scrolled sideways.
//!
//! `views` says how each view is come to, `compare` whether two pictures look alike, `fits.js`
//! what does not fit. `cargo xtask pictures` takes the references anew.

mod compare;
mod contrast;
mod views;

use std::time::{Duration, Instant};

use rapporteur_tests::repository;
use tokio::time::sleep;

use crate::journey::{Journey, journey};
use compare::Reference;
use views::{START, VIEWS, View};

/// The sizes of the window, in pixels of the screen, and its zoom.
const SIZES: [(&str, u32, u32, f64); 3] =
    [("usual", 1280, 720, 1.0), ("small", 1024, 640, 1.0), ("zoomed", 1280, 720, 2.0)];

/// Nothing moves, and it is always the same time, so that two pictures of a view are alike.
const STILL: &str = "const still = document.createElement('style'); \
    still.textContent = `*, *::before, *::after { \
        animation: none !important; transition: none !important; caret-color: transparent !important } \
      [data-today] { visibility: hidden }`; \
    document.head.append(still); \
    Date.prototype.toLocaleTimeString = () => '14:02'; \
    Date.prototype.toLocaleDateString = () => '2 April 2026'";

/// How long a view may take to look as it should, and between two looks at it.
const PATIENCE: Duration = Duration::from_secs(3);
const A_WHILE: Duration = Duration::from_millis(250);

const FITS: &str = include_str!("fits.js");

#[test]
fn every_view_looks_as_it_did_at_the_usual_size() {
    walk(0);
}

#[test]
fn every_view_looks_as_it_did_in_a_small_window() {
    walk(1);
}

#[test]
fn every_view_looks_as_it_did_at_200_per_cent() {
    walk(2);
}

/// Goes through all views at one size, looks at each, and tells of everything that is wrong at once.
fn walk(size: usize) {
    let (name, width, height, zoom) = SIZES[size];
    journey(&format!("looks-{name}"), async |window| {
        window.place(width, height, zoom);
        window.start().await;
        window.evaluate(STILL, vec![]).await;
        let mut wrong = Vec::new();
        for view in std::iter::once(&START).chain(VIEWS) {
            view.show(window).await;
            look(window, view, name, &mut wrong).await;
        }
        assert!(wrong.is_empty(), "{} of the window {name}:\n{}", wrong.len(), wrong.join("\n"));
    });
}

/// Looks at the view that is shown, light and dark, and adds what is wrong.
async fn look(window: &Journey, view: &View, size: &str, wrong: &mut Vec<String>) {
    let found = window.evaluate(FITS, vec![]).await;
    let found: Vec<String> = serde_json::from_value(found).expect("fits.js answers sentences");
    for one in found {
        println!("{} ({size}): {one}", view.name);
        wrong.push(format!("{}: {one}", view.name));
    }
    for theme in ["light", "dark"] {
        views::turn(window, theme).await;
        let reference = format!("tests/window/pictures/{size}-{theme}/{}.jpg", view.name);
        let reference = Reference::of(repository().join(reference));
        wrong.extend(compared(window, &format!("{}-{size}-{theme}", view.name), &reference).await);
    }
}

/// What is different; what is still being drawn, such as a page of the preview, is waited for.
async fn compared(window: &Journey, name: &str, reference: &Reference) -> Option<String> {
    let started = Instant::now();
    loop {
        if blesses() {
            sleep(A_WHILE).await;
        }
        let picture = window.screenshot(&format!("looks/{name}")).await;
        match reference.check(&picture) {
            Ok(()) => return None,
            Err(difference) if started.elapsed() > PATIENCE => return Some(difference),
            Err(_) => sleep(A_WHILE).await,
        }
    }
}

/// Whether what is seen now becomes the reference: `cargo xtask pictures`.
fn blesses() -> bool {
    std::env::var_os("BLESS").is_some()
}

/// The pictures of the README, which `cargo xtask pictures` takes; otherwise there is nothing to do.
#[test]
fn the_readme_shows_the_sample_library() {
    if !blesses() {
        println!("skipped: the pictures of the README are taken by `cargo xtask pictures`");
        return;
    }
    journey("readme", async |window| {
        window.place(1280, 800, 1.0);
        window.start().await;
        window.evaluate(STILL, vec![]).await;
        window.click("button", "Open the sample library").await;
        window.click("button", "Close the first steps").await;
        window.chord("Control+3").await;
        window.wait_until(views::PREVIEW).await;
        window.evaluate("document.activeElement.blur()", vec![]).await;
        let folder = repository().join("tests/window/pictures");
        compare::keep(&window.screenshot("readme").await, &folder.join("window.png"));
        window.click("button", "PDF").await;
        let pdf = window.saved("WG-Access-111-Summary-Report-2026-03-26.pdf");
        window.wait_for_file(&pdf).await;
        compare::keep_page(&pdf, &folder.join("page"));
    });
}
