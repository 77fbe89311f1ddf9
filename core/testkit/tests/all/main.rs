//! All tests of the kit, in one program: each program links everything once more.

mod bites;
mod calls;
mod memory;
mod ordered;
