//! partnerkit on the command line.
fn main() {}
