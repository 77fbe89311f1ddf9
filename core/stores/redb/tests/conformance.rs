//! Every promise of the storage trait, kept by this store, and what is special to it.
#![expect(clippy::unwrap_used, reason = "what tests are made of is a test")]

use std::fs;

use partnerkit::error::Code;
use partnerkit::id::BankId;
use partnerkit::store::Store;
use partnerkit_redb::RedbStore;
use partnerkit_testkit::sample::full_bank;
use partnerkit_testkit::{Kept, TestBank, store_conformance};
use tempfile::TempDir;
use uuid::Uuid;

fn fresh() -> Kept<RedbStore, TempDir> {
    let folder = tempfile::tempdir().unwrap();
    Kept(partnerkit_redb::open(folder.path().join("bank.redb")).unwrap(), folder)
}

store_conformance!(redb, fresh);

#[test]
fn a_file_is_found_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bank.redb");
    let bank = full_bank(BankId(Uuid::from_u128(7)));
    let store = partnerkit_redb::open(&path).unwrap();
    assert_eq!(TestBank::open(&store, bank.clone()).seq(), 0);
    drop(store);
    assert_eq!(partnerkit_redb::open(&path).unwrap().banks().unwrap(), [bank]);
}

#[test]
fn a_second_one_on_the_same_file_is_told_to_wait() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bank.redb");
    let _first = partnerkit_redb::open(&path).unwrap();
    let error = partnerkit_redb::open(&path).unwrap_err();
    assert_eq!((error.code(), error.is_retryable()), (Code::StoreBusy, true));
}

#[test]
fn another_program_s_file_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    let letter = "Dear partners, ".repeat(1_000);
    fs::write(&path, &letter).unwrap();
    assert_eq!(partnerkit_redb::open(&path).unwrap_err().code(), Code::StoreUnrecognised);
    assert_eq!(fs::read_to_string(&path).unwrap(), letter);
}
