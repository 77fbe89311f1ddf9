//! A store over any ordered map from bytes to bytes that has transactions.
//!
//! Whoever has such a map (an embedded key-value engine, one table of two columns, the storage of a phone) has a store by
//! writing five small functions: [`OrderedMap`], [`Entries`] and [`EntriesMut`]. What an entry means is decided here
//! (`layout.rs`); the map sees opaque bytes, and only their order matters.
//!
//! Values are JSON, the same as in a take-along file. Made for banks of the usual size, some hundred to some ten thousand
//! partners: what has no index here (counts, partners by status, the daily job's reminders) is found by walking, and the
//! rows of an import are held in memory until they are written, about 2 KiB a partner.

mod change;
mod layout;
mod store;
mod view;

pub use self::layout::row_of;
pub use self::store::OrderedStore;

use crate::error::Error;

/// A key and its value.
pub type Entry = (Vec<u8>, Vec<u8>);

/// Which end of a range a page begins at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The first key comes first.
    Forwards,
    /// The last key comes first.
    Backwards,
}

/// The entries of a map, in one consistent view.
pub trait Entries {
    /// The value of a key.
    ///
    /// # Errors
    /// `store_…`.
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error>;

    /// At most `limit` entries whose key is not before `from` and is before `to`, compared byte by byte, from one end.
    /// Fewer than `limit` mean that there are no more.
    ///
    /// # Errors
    /// `store_…`.
    fn page(&self, from: &[u8], to: &[u8], direction: Direction, limit: usize) -> Result<Vec<Entry>, Error>;
}

/// The entries of a map inside a transaction that may change them and sees its own changes.
pub trait EntriesMut: Entries {
    /// Sets the value of a key.
    ///
    /// # Errors
    /// `store_…`.
    fn put(&mut self, key: &[u8], value: &[u8]) -> Result<(), Error>;

    /// Takes a key out. That it is not there is no error.
    ///
    /// # Errors
    /// `store_…`.
    fn remove(&mut self, key: &[u8]) -> Result<(), Error>;
}

/// What is to become of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything in it is kept, durably.
    Keep,
    /// Nothing in it has happened.
    Drop,
}

/// An ordered map with transactions. Share it between threads as you like: one transaction writes at a time.
pub trait OrderedMap: Send + Sync {
    /// Shows one consistent view. Others may read and write meanwhile, also from inside `look`: a bank that is taken out is
    /// handed piece by piece to a host that may use the store beside it. A map that has one transaction at a time shows a copy.
    ///
    /// # Errors
    /// What `look` fails with, or `store_…`.
    fn read(&self, look: &mut dyn FnMut(&dyn Entries) -> Result<(), Error>) -> Result<(), Error>;

    /// Calls `change` once inside a transaction that no other writes beside, and does with it as `change` says. If `change`
    /// fails, nothing in it has happened.
    ///
    /// # Errors
    /// What `change` fails with, or `store_…`: also when it cannot be kept, and then nothing of it is.
    fn write(
        &self,
        change: &mut dyn FnMut(&mut dyn EntriesMut) -> Result<Outcome, Error>,
    ) -> Result<(), Error>;
}

impl<M: OrderedMap + ?Sized> OrderedMap for Box<M> {
    fn read(&self, look: &mut dyn FnMut(&dyn Entries) -> Result<(), Error>) -> Result<(), Error> {
        (**self).read(look)
    }
    fn write(
        &self,
        change: &mut dyn FnMut(&mut dyn EntriesMut) -> Result<Outcome, Error>,
    ) -> Result<(), Error> {
        (**self).write(change)
    }
}
