//! Many processes and threads on one file.

use partnerkit::system::System;
use partnerkit_sqlite::SqliteStore;

pub fn count_up(_system: &System<SqliteStore>, _n: u64, _turns: u64) {}
