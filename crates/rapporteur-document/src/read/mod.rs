//! Readers: the text of a prior report as lines, and recognition of what they mean.

pub mod markdown;
pub mod recognise;
pub mod text;
