//! Any bytes as messages, one a line.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| partnerkit_fuzz::wire::check(bytes));
