//! The bank a case works in: short ways to write to a store, to read from it, and to say what must be there.

use std::sync::atomic::{AtomicU64, Ordering};

use partnerkit::bank::Bank;
use partnerkit::error::Error;
use partnerkit::event::Recorded;
use partnerkit::id::BankId;
use partnerkit::message::Message;
use partnerkit::outbox::{Claim, Noted, Outcome};
use partnerkit::status::Status;
use partnerkit::store::{
    ChangeSet, CommandRecord, Committed, DistributionPage, Facts, HistoryQuery, ImportRows, Imported,
    MessageQuery, Need, NewImport, PartnerPage, Piece, ReminderPage, RequestPage, Row, RowId, Store, Write,
};
use partnerkit::{command::PartnerFilter, id::CommandId};

use crate::sample;

/// More than any case writes.
const ALL: usize = 1_000_000;

/// A bank in the store under test.
pub struct TestBank<'a> {
    store: &'a dyn Store,
    id: BankId,
    commands: AtomicU64,
}

/// All that can be read of a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Its rows, its receipt and the number of its last event.
    pub facts: Facts,
    /// Its events.
    pub history: Vec<Recorded>,
    /// Its messages.
    pub messages: Vec<Message>,
}

impl<'a> TestBank<'a> {
    /// Writes a new bank to the store.
    #[must_use]
    pub fn open(store: &'a dyn Store, bank: Bank) -> Self {
        let open = Self::at(store, bank.id);
        open.put([Row::Bank(bank)]);
        open
    }

    /// A bank that others write, or have yet to write.
    #[must_use]
    pub const fn at(store: &'a dyn Store, id: BankId) -> Self {
        Self { store, id, commands: AtomicU64::new(0) }
    }

    /// The store.
    #[must_use]
    pub const fn store(&self) -> &'a dyn Store {
        self.store
    }

    /// The bank's id.
    #[must_use]
    pub const fn id(&self) -> BankId {
        self.id
    }

    /// The number of the next command.
    pub fn next_command(&self) -> u64 {
        self.commands.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// A change set of a new command that writes nothing yet. Fill it in with `ChangeSet { …, ..bank.changes() }`.
    pub fn changes(&self) -> ChangeSet {
        let n = self.next_command();
        ChangeSet {
            bank: self.id,
            command: CommandRecord {
                id: sample::command_id(n),
                digest: vec![u8::try_from(n % 251).unwrap_or_default(); 32],
                at: sample::at(n),
                answer: serde_json::json!({ "n": n, "words": "für \"Zoë\"", "none": null }),
            },
            expects: Vec::new(),
            writes: Vec::new(),
            events: Vec::new(),
            messages: Vec::new(),
        }
    }

    /// A change set that puts these rows.
    pub fn puts(&self, rows: impl IntoIterator<Item = Row>) -> ChangeSet {
        ChangeSet { writes: rows.into_iter().map(Write::Put).collect(), ..self.changes() }
    }

    /// A change set that removes these rows.
    pub fn removes(&self, rows: impl IntoIterator<Item = RowId>) -> ChangeSet {
        ChangeSet { writes: rows.into_iter().map(Write::Remove).collect(), ..self.changes() }
    }

    /// Commits; a store that is busy is asked again, as [`partnerkit::flow`] would.
    pub fn commit(&self, changes: &ChangeSet) -> Committed {
        patiently(|| self.store.commit(changes))
    }

    /// Commits what must go through.
    pub fn done(&self, changes: &ChangeSet) {
        assert_eq!(self.commit(changes), Committed::Done, "{changes:?}");
    }

    /// Puts rows; that must go through.
    pub fn put(&self, rows: impl IntoIterator<Item = Row>) {
        self.done(&self.puts(rows));
    }

    /// Removes rows; that must go through.
    pub fn remove(&self, rows: impl IntoIterator<Item = RowId>) {
        self.done(&self.removes(rows));
    }

    /// Commits what must be found stale, with an event and a message, and looks whether any of it was written.
    pub fn stale(&self, changes: ChangeSet, why: &str) {
        let n = 900_000 + self.next_command();
        let messages = vec![sample::message(n, 1)];
        let changes = ChangeSet { events: vec![sample::bank_event(n)], messages, ..changes };
        let needs = [Need::Command(changes.command.id)];
        let (before, answered) = (self.snapshot(), self.load(&needs).answered);
        assert_eq!(self.commit(&changes), Committed::Stale, "{why}");
        assert_eq!(self.snapshot(), before, "{why}: something was written all the same");
        assert_eq!(self.load(&needs).answered, answered, "{why}: the command was recorded all the same");
    }

    /// Loads.
    #[must_use]
    pub fn load(&self, needs: &[Need]) -> Facts {
        patiently(|| self.store.load(self.id, needs))
    }

    /// Loads, and compares with exactly these rows beside the bank and its last event.
    pub fn finds(&self, need: Need, rows: impl IntoIterator<Item = Row>) {
        let mut expected = self.load(&[]);
        for row in rows {
            expected.add(row);
        }
        assert_eq!(self.load(std::slice::from_ref(&need)), expected, "{need:?}");
    }

    /// The number of the last event.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.load(&[]).seq
    }

    /// Imports.
    pub fn import(&self, rows: &mut dyn ImportRows) -> Imported {
        let import = NewImport { bank: self.id, expects: Vec::new() };
        self.store.import(&import, rows).unwrap()
    }

    /// Events.
    #[must_use]
    pub fn history(&self, query: &HistoryQuery) -> Vec<Recorded> {
        patiently(|| self.store.history(self.id, query))
    }

    /// Messages.
    #[must_use]
    pub fn messages(&self, query: &MessageQuery) -> Vec<Message> {
        patiently(|| self.store.messages(self.id, query))
    }

    /// Claims so many messages at a second, for a minute.
    #[must_use]
    pub fn claim(&self, second: u64, limit: usize) -> Vec<Message> {
        let claim = Claim { at: sample::at(second), until: sample::at(second + 60), limit };
        patiently(|| self.store.claim(self.id, &claim))
    }

    /// Says at a second how attempts to deliver went.
    pub fn settle(&self, second: u64, outcomes: &[Outcome]) -> Vec<Noted> {
        patiently(|| self.store.settle(self.id, sample::at(second), outcomes))
    }

    /// Whether a command is recorded.
    #[must_use]
    pub fn answered(&self, id: CommandId) -> bool {
        self.load(&[Need::Command(id)]).answered.is_some()
    }

    /// All there is of it, as it is taken out.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let taken = self.store.take_out(self.id, &mut |piece| {
            pieces.push(piece);
            Ok(())
        });
        taken.unwrap();
        pieces
    }

    /// Reads all there is.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        let filter = PartnerFilter { statuses: Status::ALL.into(), ..PartnerFilter::default() };
        let needs = [
            Need::Receipt,
            Need::Categories,
            Need::Items,
            Need::Groups,
            Need::Partners(PartnerPage { filter, limit: ALL, ..PartnerPage::default() }),
            Need::Requests(RequestPage { limit: ALL, ..RequestPage::default() }),
            Need::Distributions(DistributionPage { limit: ALL, ..DistributionPage::default() }),
            Need::People,
            Need::Reminders(ReminderPage { limit: ALL, ..ReminderPage::default() }),
        ];
        Snapshot {
            facts: self.load(&needs),
            history: self.history(&HistoryQuery { limit: ALL, ..HistoryQuery::default() }),
            messages: self.messages(&MessageQuery { limit: ALL, ..MessageQuery::default() }),
        }
    }
}

/// Asks again while the store says that asking again may help, up to a hundred times.
///
/// # Panics
/// When the store fails otherwise, or never stops being busy.
pub fn patiently<T>(mut ask: impl FnMut() -> Result<T, Error>) -> T {
    for _ in 0..100 {
        match ask() {
            Err(error) if error.is_retryable() => std::thread::yield_now(),
            answer => return answer.unwrap(),
        }
    }
    panic!("the store stayed busy a hundred times over")
}

/// Runs a case on a fresh store, in a bank beside another that has the same ids and names and must notice nothing.
///
/// # Panics
/// When the store breaks a promise. That is the point.
pub fn run(store: &dyn Store, case: fn(&TestBank<'_>)) {
    assert_eq!(store.banks().unwrap(), [], "a fresh store has no bank");
    let there = TestBank::open(store, Bank { version: 70, ..sample::full_bank(sample::bank_id(2)) });
    furnish(&there);
    let before = there.snapshot();
    let here = TestBank::open(store, sample::bank(sample::bank_id(1)));
    case(&here);
    assert_eq!(there.snapshot(), before, "another bank was changed");
    for n in 1..=there.next_command() - 1 {
        assert!(there.answered(sample::command_id(n)), "another bank lost the record of its command {n}");
    }
}

/// Fills the other bank with the rows the cases use, all a little different, one commit each.
fn furnish(there: &TestBank<'_>) {
    for n in 1..=3 {
        let mut category = sample::category(n);
        let mut item = sample::full_item(n);
        let mut group = sample::group(n);
        (category.version, item.version, group.version) = (70, 70, 70);
        item.details.quantity_per_person = 70;
        group.categories.insert(category.id);
        there.put([Row::Category(category), Row::Item(item), Row::Group(group)]);
    }
    for n in 1..=5 {
        let mut partner = sample::full_partner(n);
        (partner.version, partner.status, partner.prior) = (70, Status::AwaitingReview, None);
        let changes = ChangeSet {
            events: vec![sample::partner_event(n, n), sample::bank_event(n)],
            messages: vec![sample::message(n, n)],
            ..there.puts([Row::Partner(partner)])
        };
        there.done(&changes);
        let request = sample::request(n, n);
        let mut distribution = sample::full_distribution(n, n);
        distribution.partner = request.partner;
        let (mut person, mut reminder) = (sample::full_person(n), sample::reminder(n, n));
        (person.version, reminder.version) = (70, 70);
        there.put([Row::Request(request), Row::Distribution(distribution)]);
        there.put([Row::Person(person), Row::Reminder(reminder)]);
    }
    // One message of each state of delivery.
    let held = there.claim(80, 3);
    let outcomes = [Outcome::sent(&held[0]), Outcome::failed(&held[1], "mailbox full", sample::at(90))];
    assert_eq!(there.settle(81, &outcomes), [Noted::Done; 2]);
    let mut file = crate::import::ImportFile::new(90, [("Imported there", "there@example.org")]);
    assert!(matches!(there.import(&mut file), Imported::Done(_)));
}
