//! The markdown writer.
