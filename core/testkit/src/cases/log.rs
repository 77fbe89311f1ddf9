//! History and messages: appended only, numbered without gaps, read in their order.

use std::collections::BTreeSet;

use partnerkit::actor::Actor;
use partnerkit::bank::BankPatch;
use partnerkit::event::{Event, What};
use partnerkit::message::{Message, MessageKind};
use partnerkit::partner::PartnerPatch;
use partnerkit::patch::Change;
use partnerkit::status::Status;
use partnerkit::store::{ChangeSet, HistoryQuery, MessageQuery, Row};
use partnerkit::transition::Action;

use crate::TestBank;
use crate::sample::{self, bank_id, group_id, partner_id, person_id};

/// Events are numbered from 1 without gaps, over commits with many events, with none, and commits that were stale.
pub fn events_are_numbered_without_gaps(here: &TestBank<'_>) {
    let mut next = 0;
    for count in [1, 3, 0, 2] {
        let events = (0..count).map(|n| sample::bank_event(next + n)).collect();
        here.done(&ChangeSet { events, ..here.changes() });
        here.stale(
            ChangeSet {
                expects: vec![partnerkit::store::Expect::Seq(999)],
                ..here.puts([Row::Category(sample::category(1))])
            },
            "nothing has the number 999",
        );
        next += count;
        assert_eq!(here.seq(), next);
    }
    let history = here.history(&HistoryQuery { limit: 99, ..HistoryQuery::default() });
    let read: Vec<_> = history.into_iter().map(|recorded| (recorded.seq, recorded.event)).collect();
    assert_eq!(read, (0..next).map(|n| (n + 1, sample::bank_event(n))).collect::<Vec<_>>());
}

/// History is read from any place on, up to a limit, and by partner.
pub fn history_is_read_by_page_and_by_partner(here: &TestBank<'_>) {
    let events: Vec<Event> = (1..=9)
        .map(|n| if n % 3 == 0 { sample::bank_event(n) } else { sample::partner_event(n, n % 3) })
        .collect();
    here.done(&ChangeSet { events, ..here.changes() });
    let read = |partner: Option<u64>, after, limit| {
        let query = HistoryQuery { partner: partner.map(partner_id), after, limit };
        here.history(&query).into_iter().map(|recorded| recorded.seq).collect::<Vec<_>>()
    };
    assert_eq!(read(None, 0, 4), [1, 2, 3, 4]);
    assert_eq!(read(None, 4, 4), [5, 6, 7, 8]);
    assert_eq!(read(None, 8, 4), [9]);
    assert_eq!(read(None, 9, 4), [0; 0]);
    assert_eq!(read(None, u64::MAX, 4), [0; 0]);
    assert_eq!(read(None, 0, 0), [0; 0]);
    assert_eq!(read(None, 0, usize::MAX).len(), 9);
    assert_eq!(read(Some(1), 0, 2), [1, 4]);
    assert_eq!(read(Some(1), 4, 9), [7]);
    assert_eq!(read(Some(2), 0, 9), [2, 5, 8]);
    assert_eq!(read(Some(3), 0, 9), [0; 0]);
}

/// Events come back as appended: every sort of actor, whole rows in them, what was kept, cleared and set told apart.
pub fn events_come_back_as_appended(here: &TestBank<'_>) {
    let patch = PartnerPatch {
        name: Some("New “name”".to_owned()),
        group: Change::Set(group_id(1)),
        quota: Change::Clear,
        ..PartnerPatch::default()
    };
    let partner = partner_id(1);
    let (from, to) = (Status::AwaitingReview, Status::Invited);
    let action = Action::AskForChanges;
    let note = Some("Please\n- add a phone".to_owned());
    let whats = [
        What::BankCreated(sample::full_bank(here.id())),
        What::BankUpdated(BankPatch { copies_of_requests: Some(true), ..BankPatch::default() }),
        What::PartnersImported(sample::receipt(1, 2)),
        What::PartnerAdded { partner, details: sample::full_partner(1).details },
        What::PartnerUpdated { partner, patch },
        What::PartnerMoved { partner, action, from, to, note },
        What::GroupAdded { group: group_id(1), name: "G".to_owned(), categories: BTreeSet::new() },
        What::RequestSubmitted(sample::full_request(1)),
        What::DistributionRecorded(sample::full_distribution(1, 1)),
    ];
    let (bank, person) = (bank_id(1), person_id(5));
    let actors = [
        Actor::BankAdmin { bank, person },
        Actor::BankStaff { bank, person },
        Actor::PartnerUser { bank, partner, person },
        Actor::Scheduler { bank },
        Actor::Host,
    ];
    let mut events: Vec<Event> = (1..).zip(whats).map(|(n, what)| sample::event(n, what)).collect();
    events.extend((20..).zip(actors).map(|(n, by)| Event { by, ..sample::bank_event(n) }));
    here.done(&ChangeSet { events: events.clone(), ..here.changes() });
    let query = HistoryQuery { limit: 99, ..HistoryQuery::default() };
    assert_eq!(here.history(&query).into_iter().map(|read| read.event).collect::<Vec<_>>(), events);
}

/// Messages come back as appended, in their order, whatever their ids and times.
pub fn messages_come_back_in_their_order(here: &TestBank<'_>) {
    let plain = Message {
        recipients: Vec::new(),
        data: partnerkit::error::Params::new(),
        kind: MessageKind::DistributionTakenBack,
        partner: None,
        invitation: None,
        language: "es-MX".to_owned(),
        ..sample::message(1, 2)
    };
    let written = [sample::message(5, 1), plain, sample::message(9, 1), sample::message(3, 2)];
    let (first, second) = written.split_at(2);
    here.done(&ChangeSet { messages: first.to_vec(), ..here.changes() });
    here.done(&ChangeSet { messages: second.to_vec(), ..here.changes() });
    let query = MessageQuery { limit: 99, ..MessageQuery::default() };
    assert_eq!(here.messages(&query), written);
}

/// Messages are read by page and by partner; what is skipped is counted among the partner's own.
pub fn messages_are_read_by_page_and_by_partner(here: &TestBank<'_>) {
    for n in (1..=6).rev() {
        let messages = vec![sample::message(n, 1 + n % 2)];
        here.done(&ChangeSet { messages, ..here.changes() });
    }
    let read = |partner: Option<u64>, skip, limit| {
        let query = MessageQuery { partner: partner.map(partner_id), skip, limit };
        here.messages(&query)
    };
    let numbered = |partner, numbers: &[u64]| -> Vec<Message> {
        numbers.iter().map(|n| sample::message(*n, partner)).collect()
    };
    assert_eq!(read(Some(1), 0, 2), numbered(1, &[6, 4]));
    assert_eq!(read(Some(1), 2, 2), numbered(1, &[2]));
    assert_eq!(read(Some(2), 1, usize::MAX), numbered(2, &[3, 1]));
    assert_eq!(read(Some(3), 0, 9), []);
    assert_eq!(read(None, 1, 1), numbered(2, &[5]));
    assert_eq!(read(None, 6, 1), []);
    assert_eq!(read(None, usize::MAX, 1), []);
    assert_eq!(read(None, 0, 0), []);
}
