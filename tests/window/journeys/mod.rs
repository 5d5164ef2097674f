//! The journeys, one file for each thing a user sets out to do.

mod archive;
mod beginning;
mod capture;
mod checking;
mod directory;
mod dropping;
mod history;
mod libraries;
mod listening;
mod lists;
mod lists_in;
mod moving;
mod naming;
mod opening;
mod persons;
mod reference;
mod registering;
mod reporting;
pub mod reviewing;
mod scanning;
mod templates;
mod touring;
pub mod transcript;
mod undoing;
mod windows;
