//! All tests of the example, in one program: each program links everything once more.

mod conformance;
mod office;
