//! The native part of the npm package `partnerkit`: wire messages in, answers out, and bytes of files.
//!
//! Nothing here knows a rule. Whatever happens comes back as an answer in the wire format; exceptions are made of errors
//! on the JavaScript side. What blocks runs on a thread of the pool, and the twins ending in `_sync` on the caller's.

pub mod command_line;
pub mod import;
mod pool;
pub mod rules;
mod source;
pub mod store;
pub mod system;
pub mod testing;
pub mod written;
