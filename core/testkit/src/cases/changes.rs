//! A change set is written whole, or not at all when what it expected is no longer so.

use partnerkit::store::{ChangeSet, CommandRecord, Expect, HistoryQuery, Need, Row, RowId, Write};

use crate::TestBank;
use crate::sample::{self, bank_id, category_id, command_id, item_id, partner_id};

/// A change set writes its rows, events, messages and its command's answer together.
pub fn a_change_set_is_written_whole(here: &TestBank<'_>) {
    let changes = ChangeSet {
        events: vec![sample::partner_event(1, 1), sample::bank_event(2)],
        messages: vec![sample::message(1, 1), sample::message(2, 1)],
        ..here.puts([Row::Partner(sample::partner(1)), Row::Category(sample::category(1))])
    };
    here.done(&changes);
    let found = here.snapshot();
    assert_eq!(found.facts.partners.len(), 1);
    assert_eq!(found.facts.categories.len(), 1);
    assert_eq!(found.facts.seq, 2);
    assert_eq!(found.history.into_iter().map(|recorded| recorded.event).collect::<Vec<_>>(), changes.events);
    assert_eq!(found.messages, changes.messages);
    assert_eq!(here.load(&[Need::Command(changes.command.id)]).answered, Some(changes.command));
}

/// A change set that only records its command is written too.
pub fn a_change_set_may_only_record_its_command(here: &TestBank<'_>) {
    let seq = here.seq();
    let changes = here.changes();
    here.done(&changes);
    assert_eq!(here.load(&[Need::Command(changes.command.id)]).answered, Some(changes.command));
    assert_eq!(here.seq(), seq);
}

/// Rows are written in the order given, so that one command may add a row and those that refer to it, and may take
/// away the last reference to a row before the row.
pub fn writes_are_done_in_their_order(here: &TestBank<'_>) {
    here.put(sample::foundation());
    here.put([Row::Partner(sample::full_partner(2))]);
    let mut partner = sample::full_partner(2);
    partner.details.group = None;
    let (put, gone) = (Write::Put(Row::Partner(partner.clone())), RowId::Group(sample::group_id(1)));
    here.done(&ChangeSet { writes: vec![put, Write::Remove(gone)], ..here.changes() });
    here.finds(Need::Groups, []);
    here.finds(Need::Partner(partner_id(2)), [Row::Partner(partner)]);
    let freed = vec![
        Write::Remove(RowId::Partner(partner_id(2))),
        Write::Put(Row::Partner(partnerkit::partner::Partner {
            id: partner_id(3),
            ..sample::full_partner_without_group(2)
        })),
    ];
    here.done(&ChangeSet { writes: freed, ..here.changes() });
}

/// A command is recorded once. The second time nothing is written, and the first answer stays.
pub fn a_command_is_recorded_once(here: &TestBank<'_>) {
    let first = here.puts([Row::Category(sample::category(1))]);
    here.done(&first);
    let answer = serde_json::json!("another answer");
    let second = here.puts([Row::Category(sample::category(2))]);
    let command = CommandRecord { answer, id: first.command.id, ..second.command.clone() };
    here.stale(ChangeSet { command, ..second }, "the command was recorded before");
    assert_eq!(here.load(&[Need::Command(first.command.id)]).answered, Some(first.command));
}

/// A command whose change set was stale may be committed again.
pub fn a_stale_command_may_be_tried_again(here: &TestBank<'_>) {
    let changes = here.puts([Row::Category(sample::category(1))]);
    let expects = vec![Expect::Seq(here.seq() + 1)];
    here.stale(ChangeSet { expects, ..changes.clone() }, "nothing has happened");
    here.done(&changes);
}

/// A command of one bank is not known to another, which may use the same id.
pub fn a_command_id_belongs_to_its_bank(here: &TestBank<'_>) {
    let second = TestBank::open(here.store(), sample::bank(bank_id(3)));
    here.done(&here.changes());
    here.done(&here.changes());
    assert!(!second.answered(command_id(3)));
    second.done(&second.changes());
    assert!(second.answered(command_id(2)) && !second.answered(command_id(3)));
}

/// "Absent" holds while there is no such row in this bank, for every kind of row.
pub fn an_absent_row_is_expected(here: &TestBank<'_>) {
    for row in every_kind() {
        let expects = vec![Expect::Absent(row.id())];
        here.done(&ChangeSet { expects: expects.clone(), ..here.puts([row.clone()]) });
        here.stale(ChangeSet { expects, ..here.puts([row.clone()]) }, "the row is there");
    }
    let expects = vec![Expect::Absent(RowId::Bank(here.id()))];
    here.stale(ChangeSet { expects, ..here.changes() }, "the bank is there");
    let gone = RowId::Distribution(sample::distribution_id(1));
    here.remove([gone]);
    here.done(&ChangeSet { expects: vec![Expect::Absent(gone)], ..here.changes() });
}

/// "Version" holds while the row is there and has that version, for every kind of row.
pub fn a_version_is_expected(here: &TestBank<'_>) {
    let bank = RowId::Bank(here.id());
    here.done(&expecting(here, Expect::Version(bank, 1)));
    for version in [0, 2] {
        here.stale(expecting(here, Expect::Version(bank, version)), "the bank has version 1");
    }
    for row in every_kind() {
        let id = row.id();
        here.stale(expecting(here, Expect::Version(id, 1)), "the row is not there");
        here.put([row]);
        here.done(&expecting(here, Expect::Version(id, 1)));
        for version in [0, 2, 70] {
            here.stale(expecting(here, Expect::Version(id, version)), "the row has version 1");
        }
    }
    let moved = partnerkit::partner::Partner { version: 2, ..sample::partner(1) };
    let row = RowId::Partner(partner_id(1));
    let expects = vec![Expect::Version(row, 1)];
    here.done(&ChangeSet { expects, ..here.puts([Row::Partner(moved)]) });
    here.stale(expecting(here, Expect::Version(row, 1)), "the row was written since");
    here.done(&expecting(here, Expect::Version(row, 2)));
}

/// "Seq" holds while no event was appended since; it looks at no other bank.
pub fn a_seq_is_expected(here: &TestBank<'_>) {
    here.done(&expecting(here, Expect::Seq(0)));
    here.done(&ChangeSet { events: vec![sample::bank_event(1)], ..expecting(here, Expect::Seq(0)) });
    here.stale(expecting(here, Expect::Seq(0)), "an event was appended");
    here.stale(expecting(here, Expect::Seq(2)), "only one event was appended");
    here.done(&expecting(here, Expect::Seq(1)));
}

/// One expectation that fails is enough.
pub fn all_expectations_must_hold(here: &TestBank<'_>) {
    here.put([Row::Category(sample::category(1))]);
    let holds = [
        Expect::Seq(0),
        Expect::Version(RowId::Category(category_id(1)), 1),
        Expect::Absent(RowId::Item(item_id(1))),
    ];
    here.done(&ChangeSet { expects: holds.to_vec(), ..here.changes() });
    let fails = Expect::Absent(RowId::Category(category_id(1)));
    for place in 0..=holds.len() {
        let mut expects = holds.to_vec();
        expects.insert(place, fails);
        let changes = ChangeSet { expects, ..here.puts([Row::Item(sample::item(1))]) };
        here.stale(changes, "one of the expectations fails");
    }
}

/// Nothing of a change set is written when its last write cannot be done.
pub fn a_late_refusal_undoes_the_whole(here: &TestBank<'_>) {
    here.put(sample::foundation());
    let mut second = sample::partner(3);
    second.details.name = "partner 1".to_owned();
    let mut first = sample::full_partner(1);
    first.version = 2;
    let rows = [Row::Category(sample::category(3)), Row::Partner(first), Row::Partner(second)];
    here.stale(here.puts(rows), "the name of the last partner is held");
    let writes = vec![
        Write::Put(Row::Item(sample::full_item(2))),
        Write::Remove(RowId::Item(item_id(1))),
        Write::Remove(RowId::Category(category_id(1))),
    ];
    here.stale(ChangeSet { writes, ..here.changes() }, "the category is in use");
}

/// Nothing is written to a bank that is not there.
pub fn nothing_is_written_to_an_unknown_bank(here: &TestBank<'_>) {
    let before = here.snapshot();
    let bank = bank_id(99);
    let changes = ChangeSet { bank, ..here.puts([Row::Category(sample::category(1))]) };
    assert_eq!(here.commit(&changes), partnerkit::store::Committed::Stale);
    let facts = here.store().load(bank, &[Need::Categories, Need::Command(changes.command.id)]).unwrap();
    assert_eq!(facts, partnerkit::store::Facts::default());
    let query = HistoryQuery { limit: 9, ..HistoryQuery::default() };
    assert_eq!(here.store().history(bank, &query).unwrap(), []);
    assert_eq!(here.snapshot(), before);
}

fn expecting(here: &TestBank<'_>, expect: Expect) -> ChangeSet {
    ChangeSet { expects: vec![expect], ..here.changes() }
}

/// A row of every kind, each after those it refers to, all of version 1.
fn every_kind() -> [Row; 7] {
    [
        Row::Category(sample::category(1)),
        Row::Item(sample::item(1)),
        Row::Group(sample::group(1)),
        Row::Partner(sample::partner(1)),
        Row::Request(sample::request(1, 1)),
        Row::Distribution(sample::distribution(1, 1)),
        Row::Reminder(sample::reminder(1, 1)),
    ]
}
