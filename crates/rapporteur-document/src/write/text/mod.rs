//! The text writer.
