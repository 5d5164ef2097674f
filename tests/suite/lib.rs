//! Shared steps of the proofs.
