//! Proofs of the product that need more than one room, and the outside checkers; no window.
//! One module a subject; what several of them use is in the library beside this file.

mod check;
mod checking;
mod docx;
mod formats;
mod hostile;
mod library;
mod lists;
mod merges;
mod pdf;
mod people;
mod persons;
mod pictures;
mod privacy;
mod read;
mod read_pdf;
mod reference;
mod review;
mod sample;
mod search;
mod seeds;
mod shelf;
mod shelves;
mod soundness;
mod templates;
mod tidy;
mod variants;
mod versions;
mod whole;
mod words;
