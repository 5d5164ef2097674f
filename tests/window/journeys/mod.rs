//! The journeys, one file for each thing a user sets out to do.

mod capture;
mod history;
mod libraries;
mod opening;
mod reporting;
mod windows;
