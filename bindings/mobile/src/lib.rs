//! The native part of the packages for Kotlin, Swift and Ruby: messages of the wire format in, answers out, both as text.
//!
//! One call carries one text each way: a record is taken apart field by field on the way through UniFFI, a text is copied once.
//! Each language has types of its own made from the schema of the wire (`core/schema/wire.schema.json`), and makes
//! exceptions of errors on its own side. Nothing here knows a rule. Calls block; each language puts them where that hurts nobody.

mod listener;
mod rules;
mod store;
mod system;
mod testing;

pub use listener::ImportListener;
pub use rules::{
    Invalid, allowed_actions, decide, describe, permitted, person_id, sentence, version, write_rejected,
};
pub use store::{HostFailure, HostStore};
pub use system::{NativeSystem, Refused};
pub use testing::{cases, run_case, run_map_case};

uniffi::setup_scaffolding!();
