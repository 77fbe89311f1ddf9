//! All integration tests of the core, in one program: each program links everything once more.

mod calendar;
mod details;
mod due;
mod hostile;
mod lifecycle;
mod offline;
mod permission;
mod relied_on;
mod reminders;
mod rules;
mod sync;
mod take_along;
mod what_if;
