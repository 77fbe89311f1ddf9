//! A store behind calls keeps every promise of the trait: the memory store, with every call and answer through JSON text.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use partnerkit::error::{Audience, Code, Error};
use partnerkit::language::Language;
use partnerkit::store::calls::{Call, CallStore, Calls, FlowStep, Served, WireFlow};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{MessageQuery, NewImport, Store};
use partnerkit::system::System;
use partnerkit::token::{Secret, TokenDigest};
use partnerkit::wire::Answer;
use partnerkit_testkit::faults::{Step, day};
use partnerkit_testkit::import::ImportFile;
use partnerkit_testkit::sample;

/// Whatever stands behind it is spoken to in JSON text alone, and what comes out again is what went in.
struct Text<C>(C);

impl<C: Calls> Calls for Text<C> {
    fn call(&self, call: Call) -> Result<String, Error> {
        let text = serde_json::to_string(&call).unwrap();
        let read: Call = serde_json::from_str(&text).unwrap();
        assert_eq!(read, call);
        self.0.call(read)
    }
}

fn behind_calls() -> impl Store {
    CallStore::new(Text(Served::new(MemoryStore::new())))
}

partnerkit_testkit::store_conformance!(calls, behind_calls);

#[test]
fn a_call_with_an_unknown_field_is_none() {
    let good = r#"{"take_out": {"work": 1, "limit": 9}}"#;
    assert!(serde_json::from_str::<Call>(good).is_ok());
    for wrong in [
        r#"{"take_out": {"work": 1, "limit": 9, "more": 1}}"#,
        r#"{"take_out": {"work": 1}}"#,
        r#"{"take_everything": {}}"#,
        r#"{"banks": {"all": true}}"#,
    ] {
        assert!(serde_json::from_str::<Call>(wrong).is_err(), "{wrong}");
    }
}

/// A host that answers something else.
struct Nonsense;

impl Calls for Nonsense {
    fn call(&self, _: Call) -> Result<String, Error> {
        Ok(r#"{"facts": "none"}"#.to_owned())
    }
}

#[test]
fn an_answer_that_is_none_is_a_failure_of_the_store() {
    let store = CallStore::new(Nonsense);
    let error = store.load(sample::bank_id(1), &[]).unwrap_err();
    assert_eq!(error.code(), Code::StoreFailed);
    assert!(std::error::Error::source(&error).unwrap().to_string().contains("facts"));
}

/// Writes its calls down, and fails in one of them with a cause of its own.
struct Failing {
    served: Served<MemoryStore>,
    at: &'static str,
    seen: std::sync::Mutex<Vec<String>>,
}

impl Calls for Failing {
    fn call(&self, call: Call) -> Result<String, Error> {
        let name = serde_json::to_value(&call).unwrap().as_object().unwrap().keys().next().unwrap().clone();
        let fails = name == self.at;
        self.seen.lock().unwrap().push(name);
        if fails {
            return Err(Error::from(Code::StoreUnavailable).caused_by("the host's own"));
        }
        self.served.call(call)
    }
}

#[test]
fn work_that_fails_is_dropped_and_its_cause_handed_on() {
    let whole = ["load", "begin_import", "load_within", "import_partners", "finish_import"];
    for (at, calls) in [("begin_import", 2), ("load_within", 3), ("import_partners", 4), ("finish_import", 5)]
    {
        let memory = MemoryStore::new();
        let _ = partnerkit_testkit::TestBank::open(&memory, sample::bank(sample::bank_id(1)));
        let seen = std::sync::Mutex::new(Vec::new());
        let store = CallStore::new(Failing { served: Served::new(memory), at, seen });
        let mut file = ImportFile::new(50, [("Ark", "a@example.org")]);
        let head = NewImport { bank: sample::bank_id(1), expects: Vec::new() };
        let error = store.import(&head, &mut file).unwrap_err();
        assert_eq!(error.code(), Code::StoreUnavailable);
        assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the host's own");
        let mut expected = whole[..calls].to_vec();
        if at != "begin_import" {
            expected.push("drop");
        }
        assert_eq!(*store.calls().seen.lock().unwrap(), expected);
    }
}

#[test]
fn digests_are_keys_in_json() {
    let token = TokenDigest::of(Secret([7; 32]));
    let mut facts = partnerkit::store::Facts::default();
    facts.tokens.insert(token, sample::invitation(1));
    let text = serde_json::to_string(&facts).unwrap();
    assert_eq!(serde_json::from_str::<partnerkit::store::Facts>(&text).unwrap(), facts);
}

/// Drives every command of a day on a store by calls alone, beside the same day on a system.
#[test]
fn a_command_is_driven_by_calls() {
    let bank = sample::bank_id(1);
    let (served, system) = (Served::new(MemoryStore::new()), System::new(MemoryStore::new()));
    for step in day(bank, 3) {
        let Step::Command(order) = &step else { continue };
        let mut flow = WireFlow::new(order, Language::English);
        let mut next = flow.start();
        let answer = loop {
            match next {
                FlowStep::Call(call) => next = flow.answered(&served.call(call).unwrap()),
                FlowStep::Done(answer) => break answer,
            }
        };
        assert_eq!(answer, Answer::yes(&system.execute(order).unwrap()).unwrap());
    }
    let all = MessageQuery { partner: None, skip: 0, limit: 99 };
    assert_eq!(served.store().messages(bank, &all).unwrap(), system.store().messages(bank, &all).unwrap());
}

#[test]
fn a_flow_says_what_is_refused_and_what_it_cannot_read() {
    let Some(Step::Command(order)) = day(sample::bank_id(1), 0).into_iter().nth(1) else { unreachable!() };
    let mut flow = WireFlow::new(&order, Language::Spanish);
    for (answer, code) in [("{}", Code::NotFound), ("[]", Code::StoreFailed), ("{", Code::StoreFailed)] {
        assert!(matches!(flow.start(), FlowStep::Call(Call::Load { .. })));
        let FlowStep::Done(Answer::Error(error)) = flow.answered(answer) else { unreachable!() };
        assert_eq!(error.code, code);
        assert_eq!(error.message, code.sentence(Language::Spanish, Audience::Staff, &error.params));
    }
}
