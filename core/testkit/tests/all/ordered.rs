//! The store over an ordered map, on the simplest map there is.
#![expect(clippy::unwrap_used, reason = "what tests are made of is a test")]

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::RwLock;

use partnerkit::error::{Code, Error};
use partnerkit::store::Store;
use partnerkit::store::ordered::{Direction, Entries, EntriesMut, Entry, OrderedMap, OrderedStore, Outcome};
use partnerkit_testkit::store_conformance;

/// A map behind a lock. A transaction works on a copy, which takes the map's place if it is kept.
#[derive(Default)]
struct Map(RwLock<Tree>);

#[derive(Clone, Default)]
struct Tree(BTreeMap<Vec<u8>, Vec<u8>>);

impl Entries for Tree {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.0.get(key).cloned())
    }

    fn page(&self, from: &[u8], to: &[u8], direction: Direction, limit: usize) -> Result<Vec<Entry>, Error> {
        let range = self.0.range::<[u8], _>((Bound::Included(from), Bound::Excluded(to)));
        let copy = |(key, value): (&Vec<u8>, &Vec<u8>)| (key.clone(), value.clone());
        Ok(match direction {
            Direction::Forwards => range.take(limit).map(copy).collect(),
            Direction::Backwards => range.rev().take(limit).map(copy).collect(),
        })
    }
}

impl EntriesMut for Tree {
    fn put(&mut self, key: &[u8], value: &[u8]) -> Result<(), Error> {
        self.0.insert(key.to_vec(), value.to_vec());
        Ok(())
    }

    fn remove(&mut self, key: &[u8]) -> Result<(), Error> {
        self.0.remove(key);
        Ok(())
    }
}

impl OrderedMap for Map {
    fn read(&self, look: &mut dyn FnMut(&dyn Entries) -> Result<(), Error>) -> Result<(), Error> {
        let tree = self.0.read().unwrap().clone();
        look(&tree)
    }

    fn write(
        &self,
        change: &mut dyn FnMut(&mut dyn EntriesMut) -> Result<Outcome, Error>,
    ) -> Result<(), Error> {
        let mut held = self.0.write().unwrap();
        let mut copy = held.clone();
        if change(&mut copy)? == Outcome::Keep {
            *held = copy;
        }
        Ok(())
    }
}

fn fresh() -> OrderedStore<Map> {
    OrderedStore::open(Map::default()).unwrap()
}

store_conformance!(ordered, fresh);

fn filled(key: &[u8], value: &[u8]) -> Map {
    let map = Map::default();
    map.0.write().unwrap().0.insert(key.to_vec(), value.to_vec());
    map
}

#[test]
fn a_map_of_something_else_or_of_a_newer_library_is_refused() {
    let refused = |map| OrderedStore::open(map).err().map(|error| error.code());
    assert_eq!(refused(filled(b"shopping list", b"milk")), Some(Code::StoreUnrecognised));
    assert_eq!(refused(filled(b"\0schema", b"2")), Some(Code::StoreNewer));
    assert_eq!(refused(filled(b"\0schema", b"two")), Some(Code::StoreCorrupt));
    assert_eq!(refused(filled(b"\0schema", b"1")), None);
}

#[test]
fn an_entry_that_cannot_be_read_is_told_and_not_passed_over() {
    let bank = partnerkit::id::BankId(uuid::Uuid::from_u128(7));
    let key = [b"b".as_slice(), bank.0.as_bytes()].concat();
    let map = filled(&key, b"");
    map.0.write().unwrap().0.insert(b"\0schema".to_vec(), b"1".to_vec());
    let store = OrderedStore::open(map).unwrap();
    assert_eq!(store.banks().unwrap_err().code(), Code::StoreCorrupt);
}
