//! The outbox: every message is handed out to one at a time, comes back until it is sent, and never afterwards.

use std::collections::BTreeSet;

use partnerkit::id::MessageId;
use partnerkit::message::Message;
use partnerkit::outbox::{Delivery, DeliveryState, MAX_ERROR, Noted, Outcome};
use partnerkit::store::{ChangeSet, MessageQuery};

use super::races::at_once;
use crate::TestBank;
use crate::sample::{self, at, message_id};

/// Messages are handed out in the order they were caused, up to the limit, and only those: whole, and as kept.
pub fn messages_are_handed_out_oldest_first(here: &TestBank<'_>) {
    assert_eq!(here.claim(50, 9), []);
    told(here, [5, 2]);
    told(here, [9, 1]);
    let before = here.snapshot();
    assert_eq!(here.claim(50, 0), []);
    let first = here.claim(50, 3);
    let leased = Delivery {
        state: DeliveryState::Claimed,
        attempts: 1,
        not_before: Some(at(110)),
        ..Delivery::default()
    };
    let expected = [5, 2, 9].map(|n| Message { delivery: leased.clone(), ..sample::message(n, 1) });
    assert_eq!(first, expected);
    let last = here.claim(50, usize::MAX);
    assert_eq!(ids(&last), [message_id(1)]);
    let after = here.snapshot();
    assert_eq!((after.facts, after.history), (before.facts, before.history), "a claim is no event");
    assert_eq!(after.messages, [first, last].concat(), "how they stand is kept");
}

/// While a lease lasts nobody else is handed the message; from its end on somebody is, under the same id.
pub fn a_lease_keeps_others_away_until_it_ends(here: &TestBank<'_>) {
    told(here, [1, 2]);
    assert_eq!(ids(&here.claim(100, 1)), [message_id(1)]);
    assert_eq!(ids(&here.claim(130, 9)), [message_id(2)]);
    assert_eq!(here.claim(159, 9), []);
    let again = here.claim(160, 9);
    assert_eq!((ids(&again), again[0].delivery.attempts), (vec![message_id(1)], 2));
    assert_eq!(here.claim(189, 9), []);
    assert_eq!(ids(&here.claim(10_000, 9)), [message_id(1), message_id(2)], "oldest first, again");
}

/// A failed message is handed out again when its time has come and not before, and says what it failed with.
pub fn what_failed_comes_back_in_its_time(here: &TestBank<'_>) {
    told(here, [1, 2]);
    let held = here.claim(100, 1);
    let long = "é\n".repeat(MAX_ERROR);
    assert_eq!(here.settle(101, &[Outcome::failed(&held[0], long, at(130))]), [Noted::Done]);
    let found = here.messages(&MessageQuery { limit: 1, ..MessageQuery::default() });
    let delivery = &found[0].delivery;
    assert_eq!((delivery.state, delivery.not_before), (DeliveryState::Failed, Some(at(130))));
    assert_eq!(delivery.error, Some("é ".repeat(MAX_ERROR / 2)));
    assert_eq!(ids(&here.claim(129, 9)), [message_id(2)]);
    let again = here.claim(130, 9);
    assert_eq!((ids(&again), again[0].delivery.attempts), (vec![message_id(1)], 2));
    assert!(again[0].delivery.error.is_some(), "what went wrong before is told");
}

/// What was sent is never handed out again.
pub fn what_was_sent_never_comes_back(here: &TestBank<'_>) {
    told(here, [1, 2]);
    let held = here.claim(100, 1);
    assert_eq!(here.settle(101, &[Outcome::sent(&held[0])]), [Noted::Done]);
    assert_eq!(here.settle(102, &[Outcome::sent(&held[0])]), [Noted::Done], "said again");
    let found = here.messages(&MessageQuery { limit: 1, ..MessageQuery::default() });
    let sent =
        Delivery { state: DeliveryState::Sent, attempts: 1, sent_at: Some(at(101)), ..Delivery::default() };
    assert_eq!(found[0].delivery, sent);
    assert_eq!(ids(&here.claim(1_000_000, 9)), [message_id(2)]);
}

/// What was given up is kept with why, and never handed out again.
pub fn what_was_given_up_never_comes_back(here: &TestBank<'_>) {
    told(here, [1, 2]);
    let held = here.claim(100, 1);
    let given_up = Outcome::given_up(&held[0], "no such user");
    assert_eq!(here.settle(101, std::slice::from_ref(&given_up)), [Noted::Done]);
    assert_eq!(here.settle(102, &[given_up]), [Noted::Done], "said again");
    let found = here.messages(&MessageQuery { limit: 1, ..MessageQuery::default() });
    let error = Some("no such user".to_owned());
    let over = Delivery { state: DeliveryState::GivenUp, attempts: 1, error, ..Delivery::default() };
    assert_eq!(found[0].delivery, over);
    assert_eq!(ids(&here.claim(1_000_000, 9)), [message_id(2)]);
}

/// Whoever speaks after the lease went to another is told so; only that the message was sent is noted all the same.
pub fn a_lease_that_was_lost_is_told_apart(here: &TestBank<'_>) {
    told(here, [1, 2]);
    let former = here.claim(100, 2);
    let later = here.claim(160, 2);
    assert_eq!(ids(&former), ids(&later));
    let failed = Outcome::failed(&former[0], "too late", at(170));
    assert_eq!(here.settle(161, &[failed]), [Noted::NoLease]);
    assert_eq!(here.claim(200, 9), [], "the later lease stands");
    assert_eq!(here.settle(201, &[Outcome::sent(&former[1])]), [Noted::Late]);
    let outcomes = [Outcome::failed(&later[1], "refused", at(210)), Outcome::sent(&later[0])];
    assert_eq!(here.settle(202, &outcomes), [Noted::SentBefore, Noted::Done]);
    assert_eq!(here.claim(1_000_000, 9), []);
}

/// Outcomes are answered in their order, also where the message is not there or the attempt never was.
pub fn outcomes_are_noted_one_after_the_other(here: &TestBank<'_>) {
    told(here, [1, 2, 3]);
    let held = here.claim(100, 2);
    let unknown = Outcome { message: message_id(99), ..Outcome::sent(&held[0]) };
    let never = Outcome { message: message_id(3), ..Outcome::sent(&held[0]) };
    let (failed, sent) = (Outcome::failed(&held[1], "full", at(105)), Outcome::sent(&held[1]));
    let outcomes = [unknown, Outcome::sent(&held[0]), failed.clone(), sent, failed, never];
    let noted = [Noted::NotFound, Noted::Done, Noted::Done, Noted::Done, Noted::SentBefore, Noted::NoLease];
    assert_eq!(here.settle(101, &outcomes), noted);
    assert_eq!(here.settle(101, &[]), []);
    assert_eq!(ids(&here.claim(1_000_000, 9)), [message_id(3)]);
}

/// Many who claim at once are handed different messages, and among them all there are.
pub fn of_many_claimers_each_gets_others(here: &TestBank<'_>) {
    const EACH: u64 = 10;
    told(here, 1..=4 * EACH);
    let handed_out = at_once(4, |_| {
        let mut mine = Vec::new();
        loop {
            let some = here.claim(100, 3);
            if some.is_empty() {
                return mine;
            }
            let sent: Vec<Outcome> = some.iter().map(Outcome::sent).collect();
            assert_eq!(here.settle(101, &sent), vec![Noted::Done; sent.len()]);
            mine.extend(some);
        }
    });
    let all = ids(&handed_out.concat());
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "a message was handed out twice");
    assert_eq!(all.len(), usize::try_from(4 * EACH).unwrap());
}

/// A claim in one bank hands out nothing of another's, and an outcome reaches no other bank's message of the same id.
pub fn each_bank_has_its_own_outbox(here: &TestBank<'_>) {
    let there = TestBank::open(here.store(), sample::bank(sample::bank_id(20)));
    told(&there, [1, 2]);
    assert_eq!(here.claim(100, 9), []);
    let held = there.claim(100, 9);
    assert_eq!(here.settle(101, &[Outcome::sent(&held[0])]), [Noted::NotFound]);
    told(here, [1]);
    let mine = here.claim(100, 9);
    assert_eq!(here.settle(101, &[Outcome::sent(&mine[0])]), [Noted::Done]);
    assert_eq!(ids(&there.claim(1_000, 9)), [message_id(1), message_id(2)]);
    let nowhere = TestBank::at(here.store(), sample::bank_id(21));
    assert_eq!(nowhere.claim(100, 9), []);
    assert_eq!(nowhere.settle(101, &[Outcome::sent(&mine[0])]), [Noted::NotFound]);
}

/// Puts messages about the first partner into the outbox.
fn told(here: &TestBank<'_>, numbers: impl IntoIterator<Item = u64>) {
    let messages = numbers.into_iter().map(|n| sample::message(n, 1)).collect();
    here.done(&ChangeSet { messages, ..here.changes() });
}

fn ids(messages: &[Message]) -> Vec<MessageId> {
    messages.iter().map(|message| message.id).collect()
}
