//! Any bytes as a file of partners.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| partnerkit_fuzz::import::check(bytes));
