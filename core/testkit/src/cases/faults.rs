//! Calls that go wrong: whoever asks again under the same id finds everything done once, and gets the first answer.

use std::collections::BTreeSet;

use partnerkit::event::What;
use partnerkit::id::BankId;
use partnerkit::system::System;

use crate::bank::patiently;
use crate::faults::{Answer, Fault, Faulty, Step, day, take};
use crate::sample::bank_id;
use crate::{Snapshot, TestBank};

const ROWS: u64 = 3;
/// Each way to go wrong has banks of its own, numbered by the call that does.
const UNTOUCHED: u64 = 1_000;

/// Whichever call is not made, the same order sent again is done as if it were the first.
pub fn any_call_may_fail(here: &TestBank<'_>) {
    every_call_goes_wrong(here, Fault::NotMade);
}

/// Whichever answer is lost, the same order sent again is not done again, and gets the first answer.
pub fn any_answer_may_get_lost(here: &TestBank<'_>) {
    every_call_goes_wrong(here, Fault::AnswerLost);
}

fn every_call_goes_wrong(here: &TestBank<'_>, fault: Fault) {
    let untouched = live(&sound(here), here, bank_id(UNTOUCHED));
    for n in 1.. {
        let bank = bank_id(UNTOUCHED + n);
        let faulty = System::new(Faulty::new(here.store(), fault, n));
        let lived = live(&faulty, here, bank);
        assert_eq!(
            spell_out(&lived, bank),
            spell_out(&untouched, bank_id(UNTOUCHED)),
            "{fault:?} in call {n}"
        );
        if !faulty.store().has_struck() {
            // Every step reads and writes, so there were at least two calls for each.
            assert!(n > 2 * u64::try_from(untouched.0.len()).unwrap(), "only {n} calls");
            return;
        }
    }
}

/// Lives through a bank's day on a faulty store, and then again on the one behind it: that changes nothing.
fn live(faulty: &System<Faulty<'_>>, here: &TestBank<'_>, bank: BankId) -> (Vec<Answer>, Snapshot) {
    let steps = day(bank, ROWS);
    let answers = all(faulty, &steps);
    let found = TestBank::at(here.store(), bank).snapshot();
    let again = all(&sound(here), &steps);
    assert_eq!(again, answers, "a repeat gets the first answer");
    assert_eq!(TestBank::at(here.store(), bank).snapshot(), found, "a repeat changes nothing");
    once(&found, &steps);
    (answers, found)
}

fn all(system: &System<Faulty<'_>>, steps: &[Step]) -> Vec<Answer> {
    steps.iter().map(|step| patiently(|| take(system, step))).collect()
}

/// A system on the store itself.
fn sound<'a>(here: &TestBank<'a>) -> System<Faulty<'a>> {
    System::new(Faulty::new(here.store(), Fault::NotMade, u64::MAX))
}

/// One receipt, one event for each thing that happened, each message once.
fn once(found: &Snapshot, steps: &[Step]) {
    assert_eq!(found.facts.receipt.as_ref().map(|receipt| receipt.partners), Some(ROWS));
    let imports = found.history.iter().filter(|read| matches!(read.event.what, What::PartnersImported(_)));
    assert_eq!(imports.count(), 1);
    let happened: BTreeSet<String> = found.history.iter().map(|read| format!("{:?}", read.event)).collect();
    assert_eq!(happened.len(), found.history.len(), "something happened twice");
    let by: BTreeSet<_> = found.history.iter().map(|read| read.event.command).collect();
    assert_eq!(by.len(), steps.len(), "every step left its events");
    let told: BTreeSet<_> = found.messages.iter().map(|message| message.id).collect();
    assert_eq!(told.len(), found.messages.len(), "somebody was told twice");
    assert!(found.messages.len() > usize::try_from(ROWS).unwrap(), "each imported partner is invited");
}

/// In words, without the name of the bank, so that two banks can be compared.
fn spell_out(lived: &(Vec<Answer>, Snapshot), bank: BankId) -> String {
    format!("{lived:#?}").replace(&bank.to_string(), "the bank")
}
