//! Any bytes as a sequence of commands.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| partnerkit_fuzz::commands::check(bytes));
