//! rapporteur-cli
fn main() {}
