//! The memory store keeps every promise of the trait.

use partnerkit::store::memory::MemoryStore;

partnerkit_testkit::store_conformance!(memory, MemoryStore::new);
