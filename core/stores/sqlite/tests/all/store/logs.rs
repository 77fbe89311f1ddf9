//! Events, messages and answers.

use partnerkit::event::What;
use partnerkit::store::{ChangeSet, HistoryQuery, MessageQuery, Need, Row, Store};
use partnerkit_sqlite::SqliteStore;

use super::sample::*;

fn history(store: &SqliteStore, query: HistoryQuery) -> Vec<u64> {
    store.history(BANK, &query).unwrap().iter().map(|recorded| recorded.seq).collect()
}

#[test]
fn events_are_numbered_without_gaps_and_read_as_they_were_written() {
    let (_place, store) = store_with_bank();
    let receipt = receipt(1, 0);
    let first = vec![
        event(2, What::PartnerAdded { partner: uuid(50), details: details(50, "Ballard") }),
        event(2, What::PartnersImported(receipt)),
    ];
    let second = vec![event(4, What::RequestSubmitted(request(60, 50))), removed(4, 51)];
    done(&store, &ChangeSet { events: first.clone(), ..nothing(2) });
    done(&store, &nothing(3));
    done(&store, &ChangeSet { events: second.clone(), ..nothing(4) });

    let all = HistoryQuery { limit: 100, ..HistoryQuery::default() };
    let read = store.history(BANK, &all).unwrap();
    assert_eq!(read.iter().map(|recorded| recorded.seq).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    let events: Vec<_> = read.into_iter().skip(1).map(|recorded| recorded.event).collect();
    assert_eq!(events, [first, second].concat());
    assert_eq!(store.load(BANK, &[]).unwrap().seq, 5);

    assert_eq!(history(&store, HistoryQuery { after: 3, ..all.clone() }), [4, 5]);
    assert_eq!(history(&store, HistoryQuery { limit: 2, after: 1, ..all.clone() }), [2, 3]);
    assert_eq!(history(&store, HistoryQuery { partner: Some(uuid(50)), ..all.clone() }), [2, 4]);
    assert_eq!(history(&store, HistoryQuery { partner: Some(uuid(50)), after: 2, limit: 1 }), [4]);
    assert_eq!(history(&store, HistoryQuery { after: u64::MAX, ..all }), [0; 0]);
}

#[test]
fn history_outlives_the_partner() {
    let (_place, store) = store_with_bank();
    let messages = vec![message(80, 50)];
    let added = ChangeSet { messages, ..put(2, [Row::Partner(partner(50, "a"))]) };
    done(&store, &added);
    let gone = remove(3, partnerkit::store::RowId::Partner(uuid(50)));
    done(&store, &ChangeSet { events: vec![removed(3, 50)], ..gone });
    assert_eq!(history(&store, HistoryQuery { partner: Some(uuid(50)), after: 0, limit: 9 }), [2]);
    let query = MessageQuery { partner: Some(uuid(50)), skip: 0, limit: 9 };
    assert_eq!(store.messages(BANK, &query).unwrap(), [message(80, 50)]);
}

#[test]
fn messages_are_read_in_the_order_they_were_caused() {
    let (_place, store) = store_with_bank();
    // Neither ids nor times nor partners give the order.
    let first = vec![message(89, 50), message(81, 51)];
    let second = vec![message(85, 50)];
    done(&store, &ChangeSet { messages: first.clone(), ..nothing(2) });
    done(&store, &ChangeSet { messages: second.clone(), ..nothing(3) });
    let all = MessageQuery { limit: 9, ..MessageQuery::default() };
    assert_eq!(store.messages(BANK, &all).unwrap(), [first, second].concat());
    let ids = |query: MessageQuery| -> Vec<u128> {
        store.messages(BANK, &query).unwrap().iter().map(|message| message.id.0.as_u128()).collect()
    };
    assert_eq!(ids(MessageQuery { skip: 1, limit: 1, ..all.clone() }), [81]);
    assert_eq!(ids(MessageQuery { partner: Some(uuid(50)), ..all.clone() }), [89, 85]);
    assert_eq!(ids(MessageQuery { partner: Some(uuid(50)), skip: 1, ..all }), [85]);
}

#[test]
fn answers_are_kept_as_given() {
    let (_place, store) = store_with_bank();
    let mut changes = nothing(2);
    changes.command.answer = serde_json::json!({"deep": [null, 1.5, "ü\u{0}", {"a": -1}], "big": u64::MAX});
    done(&store, &changes);
    assert_eq!(load(&store, Need::Command(uuid(2))).answered, Some(changes.command));
    assert_eq!(load(&store, Need::Command(uuid(3))).answered, None);
}
