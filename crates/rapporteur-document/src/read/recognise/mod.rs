//! read: recognise.
