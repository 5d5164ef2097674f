//! read: text.
