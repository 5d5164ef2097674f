//! The shell: everything that needs a window, and nothing else.
