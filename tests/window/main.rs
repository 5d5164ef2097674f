//! The real window, driven the way a user drives it.
//!
//! `journeys` holds the proofs; `journey` is what they are written with; `screen` and `driver`
//! start the programs behind it, `dropping` the one that drags files onto it. Needs the built
//! application in `RAPPORTEUR_APP`, and the programs Xvfb, WebKitWebDriver and xdotool;
//! `cargo xtask test` sees to all of them.

#![cfg(target_os = "linux")]

mod driver;
mod dropping;
#[allow(dead_code, reason = "every step stays at hand for the next journey")]
mod journey;
mod journeys;
mod listener;
mod looks;
mod screen;
