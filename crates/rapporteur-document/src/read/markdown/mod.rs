//! read: markdown.
