//! Any bytes as names and addresses.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| partnerkit_fuzz::text::check(bytes));
