//! What every binding does with a system: messages of the wire format in, answers out, both as text.
//!
//! Nothing here knows a rule, and nothing here knows a language: Node, Kotlin, Swift and Ruby stand on it.

mod alone;
mod answer;
pub mod files;
mod host;
pub mod map;
pub mod rules;
pub mod testing;
pub mod text;

pub use alone::Alone;
pub use answer::{Reader, no, said, told, yes};
pub use host::{Again, Host, value};
