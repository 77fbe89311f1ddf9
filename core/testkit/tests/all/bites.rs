//! The kit bites: a store that breaks one promise is caught by the case that is about it.

#![expect(clippy::unwrap_used, reason = "assertions are what this file is for")]

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, SubsecRound, Utc};
use partnerkit::bank::Bank;
use partnerkit::error::Error;
use partnerkit::event::Recorded;
use partnerkit::id::{BankId, CommandId, PersonId};
use partnerkit::message::Message;
use partnerkit::outbox::{Attempt, Claim, DeliveryState, Noted, Outcome};
use partnerkit::people::{InvitationRef, Person};
use partnerkit::store::memory::MemoryStore;
use partnerkit::store::{
    ChangeSet, Clash, ClashKey, CommandRecord, Committed, Expect, Facts, HistoryQuery, ImportRow, ImportRows,
    Imported, MessageQuery, Need, NewImport, PartnerPage, Piece, RequestPage, Row, Settled, Store, Write,
};
use partnerkit::token::TokenDigest;
use partnerkit_testkit::{CASES, run, sample};

/// A promise to break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    ForgetsTheImportGuard,
    ReadsBeforeTheGuard,
    SettlesWithoutClashes,
    TakesLooksForNothing,
    WritesADroppedImport,
    IgnoresVersions,
    IgnoresAbsence,
    IgnoresSeq,
    IgnoresWhatAnImportExpects,
    LosesAnEvent,
    LosesMessages,
    DropsTheCommandRecord,
    AnswersARepeatWithDone,
    KeepsHalfOfWhatIsStale,
    WritesRowByRow,
    ForgetsExceptions,
    CutsTimesToMillis,
    SortsLines,
    LeaksAPartnerByName,
    LeaksMembers,
    SharesOneSequence,
    IgnoresTheCursor,
    TakesPercentForAnything,
    ListsTheDeactivated,
    CountsTheLimitBeforeTheFilter,
    TellsEverybodysHistory,
    TurnsMessagesAround,
    TakesACommandForDoneOnceAskedFor,
    ForgetsTheAnswer,
    ForgetsTokens,
    TakesInvitedForLogin,
    ForgetsOtherBanksLogins,
    ForgetsALease,
    LooksBeforeItClaims,
    HandsOutTheNewestFirst,
    HandsOutWhatWasSent,
    HandsOutWhatWasGivenUp,
    LosesWhatFailed,
    BelievesAnybodyThatItFailed,
    BelievesNobodyLate,
    CountsAClaimAsAnEvent,
    ClaimsInEveryBank,
    TakesOutWhileOthersWrite,
    KeepsWhatWasGivenUntilItFailed,
}

use Fault as F;

/// Each fault with the case that must catch it.
const CAUGHT: &[(Fault, &str)] = &[
    (F::ForgetsTheImportGuard, "a_bank_imports_once"),
    (F::ForgetsTheImportGuard, "of_two_imports_at_once_one_wins"),
    (F::ForgetsTheImportGuard, "of_eight_imports_at_once_one_wins"),
    (F::ReadsBeforeTheGuard, "a_bank_imports_once"),
    (F::SettlesWithoutClashes, "a_key_of_an_earlier_line_clashes"),
    (F::TakesLooksForNothing, "names_that_look_alike_are_told"),
    (F::WritesADroppedImport, "a_dropped_import_keeps_the_chance"),
    (F::IgnoresVersions, "a_version_is_expected"),
    (F::IgnoresVersions, "no_update_is_lost"),
    (F::IgnoresAbsence, "an_absent_row_is_expected"),
    (F::IgnoresSeq, "a_seq_is_expected"),
    (F::IgnoresWhatAnImportExpects, "an_import_expects"),
    (F::LosesAnEvent, "a_change_set_is_written_whole"),
    (F::LosesAnEvent, "events_are_numbered_without_gaps"),
    (F::LosesMessages, "messages_come_back_in_their_order"),
    (F::DropsTheCommandRecord, "a_command_is_recorded_once"),
    (F::DropsTheCommandRecord, "one_command_is_done_once"),
    (F::AnswersARepeatWithDone, "a_command_is_recorded_once"),
    (F::KeepsHalfOfWhatIsStale, "a_partner_name_is_held_once"),
    (F::KeepsHalfOfWhatIsStale, "what_is_referred_to_cannot_be_removed"),
    (F::WritesRowByRow, "a_late_refusal_undoes_the_whole"),
    (F::WritesRowByRow, "nobody_sees_half"),
    (F::ForgetsExceptions, "a_partner_comes_back_as_written"),
    (F::CutsTimesToMillis, "a_partner_comes_back_as_written"),
    (F::SortsLines, "a_request_comes_back_as_written"),
    (F::LeaksAPartnerByName, "what_is_not_there_is_not_found"),
    (F::LeaksMembers, "what_is_not_there_is_not_found"),
    (F::SharesOneSequence, "a_change_set_is_written_whole"),
    (F::IgnoresTheCursor, "requests_come_newest_first"),
    (F::TakesPercentForAnything, "partners_are_filtered_by_text"),
    (F::ListsTheDeactivated, "partners_are_filtered_by_status"),
    (F::CountsTheLimitBeforeTheFilter, "the_limit_counts_what_passes_the_filter"),
    (F::TellsEverybodysHistory, "history_is_read_by_page_and_by_partner"),
    (F::TurnsMessagesAround, "messages_come_back_in_their_order"),
    (F::TakesACommandForDoneOnceAskedFor, "any_call_may_fail"),
    (F::ForgetsTheAnswer, "any_answer_may_get_lost"),
    (F::DropsTheCommandRecord, "any_answer_may_get_lost"),
    (F::ForgetsTheImportGuard, "any_answer_may_get_lost"),
    (F::ForgetsTokens, "a_token_is_found_by_its_digest"),
    (F::TakesInvitedForLogin, "a_login_is_a_role_held_in_any_bank"),
    (F::ForgetsOtherBanksLogins, "a_login_is_a_role_held_in_any_bank"),
    (F::ForgetsALease, "a_lease_keeps_others_away_until_it_ends"),
    (F::ForgetsALease, "messages_are_handed_out_oldest_first"),
    (F::LooksBeforeItClaims, "of_many_claimers_each_gets_others"),
    (F::HandsOutTheNewestFirst, "messages_are_handed_out_oldest_first"),
    (F::HandsOutWhatWasSent, "what_was_sent_never_comes_back"),
    (F::HandsOutWhatWasGivenUp, "what_was_given_up_never_comes_back"),
    (F::LosesWhatFailed, "what_failed_comes_back_in_its_time"),
    (F::BelievesAnybodyThatItFailed, "a_lease_that_was_lost_is_told_apart"),
    (F::BelievesNobodyLate, "a_lease_that_was_lost_is_told_apart"),
    (F::CountsAClaimAsAnEvent, "messages_are_handed_out_oldest_first"),
    (F::ClaimsInEveryBank, "each_bank_has_its_own_outbox"),
    (F::TakesOutWhileOthersWrite, "what_is_taken_out_is_one_view"),
    (F::KeepsWhatWasGivenUntilItFailed, "a_giver_that_fails_leaves_nothing"),
];

/// Some cases are races, which a broken store may win by luck, but not time after time.
const TRIES: usize = 200;

#[test]
fn every_fault_is_caught_by_its_case() {
    for (fault, name) in CAUGHT {
        let case = CASES.iter().find(|case| case.name == *name).unwrap();
        let passes = || catch_unwind(AssertUnwindSafe(|| run(&Broken::new(*fault), case.run))).is_ok();
        assert!((0..TRIES).any(|_| !passes()), "{name} does not notice a store that {fault:?}");
    }
}

#[test]
fn a_store_without_fault_is_let_through() {
    for case in CASES {
        run(&Broken::new(F::None), case.run);
    }
}

/// A memory store with one fault.
struct Broken {
    inner: MemoryStore,
    fault: Fault,
    made_up: AtomicU64,
    /// One import at a time, so that only the guard is missing and not the transaction.
    importing: Mutex<()>,
    asked_for: Mutex<BTreeSet<(BankId, CommandId)>>,
}

impl Broken {
    fn new(fault: Fault) -> Self {
        Self {
            inner: MemoryStore::new(),
            fault,
            made_up: AtomicU64::new(0),
            importing: Mutex::new(()),
            asked_for: Mutex::default(),
        }
    }

    fn is(&self, fault: Fault) -> bool {
        self.fault == fault
    }

    fn spoil_changes(&self, changes: &mut ChangeSet) {
        changes.expects.retain(|expect| match expect {
            Expect::Version(..) => !self.is(F::IgnoresVersions),
            Expect::Absent(_) => !self.is(F::IgnoresAbsence),
            Expect::Seq(_) => !self.is(F::IgnoresSeq),
        });
        if self.is(F::LosesAnEvent) {
            changes.events.pop();
        }
        if self.is(F::ForgetsTheAnswer) {
            changes.command.answer = serde_json::Value::Null;
        }
        if self.is(F::LosesMessages) {
            changes.messages.clear();
        }
        if self.is(F::DropsTheCommandRecord) {
            let n = self.made_up.fetch_add(1, Ordering::Relaxed);
            changes.command.id = sample::command_id(1_000_000_000 + n);
        }
        for write in &mut changes.writes {
            match write {
                Write::Put(Row::Partner(partner)) if self.is(F::ForgetsExceptions) => {
                    partner.exceptions.clear();
                }
                Write::Put(Row::Partner(partner)) if self.is(F::CutsTimesToMillis) => {
                    partner.added_at = partner.added_at.trunc_subsecs(3);
                }
                Write::Put(Row::Request(request)) if self.is(F::SortsLines) => {
                    request.lines.sort_by_key(|line| line.item);
                }
                _ => {}
            }
        }
    }

    fn commit_row_by_row(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        for write in changes.writes.iter().take(changes.writes.len().saturating_sub(1)) {
            let n = self.made_up.fetch_add(1, Ordering::Relaxed);
            let mut part = ChangeSet { writes: vec![write.clone()], ..changes.clone() };
            part.command.id = sample::command_id(1_000_000_000 + n);
            (part.events, part.messages) = (Vec::new(), Vec::new());
            if self.inner.commit(&part)? == Committed::Stale {
                return Ok(Committed::Stale);
            }
            std::thread::yield_now();
        }
        let last = changes.writes.last().cloned().into_iter().collect();
        self.inner.commit(&ChangeSet { writes: last, expects: Vec::new(), ..changes.clone() })
    }

    /// Imports by ordinary change sets, under no guard at all.
    fn import_unguarded(&self, bank: BankId, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        let _one = self.importing.lock().unwrap();
        let (mut writes, mut events) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next_row()? {
            if let Some((partner, event)) = row.partner {
                writes.push(Write::Put(Row::Partner(partner)));
                events.push(event);
            }
        }
        let Settled::Write { receipt, event } = rows.settle() else { return Ok(Imported::Dropped) };
        events.push(event);
        let n = self.made_up.fetch_add(1, Ordering::Relaxed);
        let command = CommandRecord {
            id: sample::command_id(1_000_000_000 + n),
            digest: vec![0; 32],
            at: receipt.at,
            answer: serde_json::Value::Null,
        };
        let changes = ChangeSet { bank, command, expects: Vec::new(), writes, events, messages: Vec::new() };
        Ok(match self.inner.commit(&changes)? {
            Committed::Done => Imported::Done(receipt),
            Committed::Stale => Imported::Stale,
        })
    }

    fn spoil_need(&self, need: &mut Need) {
        match need {
            Need::Partners(PartnerPage { filter, .. }) => {
                if self.is(F::TakesPercentForAnything)
                    && let Some(text) = &mut filter.text
                {
                    *text = text.replace('%', "");
                }
                if self.is(F::ListsTheDeactivated) && filter.statuses.is_empty() {
                    filter.statuses = partnerkit::status::Status::ALL.into();
                }
            }
            Need::Requests(page) if self.is(F::IgnoresTheCursor) => page.after = None,
            Need::Requests(page) if self.is(F::CountsTheLimitBeforeTheFilter) => {
                *page = RequestPage { states: Default::default(), ..page.clone() };
            }
            _ => {}
        }
    }

    /// Notes the command when it is first asked for, instead of when it is done.
    fn claim(&self, bank: BankId, needs: &[Need], facts: &mut Facts) {
        for need in needs {
            if let Need::Command(id) = *need
                && !self.asked_for.lock().unwrap().insert((bank, id))
            {
                let (digest, at, answer) = (vec![0; 32], sample::at(0), serde_json::json!({}));
                facts.answered.get_or_insert(CommandRecord { id, digest, at, answer });
            }
        }
    }

    /// What another bank has too, for needs that leak.
    fn leak(&self, bank: BankId, needs: &[Need], facts: &mut Facts) -> Result<(), Error> {
        let leaks = |need: &&Need| match need {
            Need::PartnerNamed(_) => self.is(F::LeaksAPartnerByName),
            Need::Members(_) => self.is(F::LeaksMembers),
            _ => false,
        };
        let leaking: Vec<Need> = needs.iter().filter(leaks).cloned().collect();
        for other in self.inner.banks()?.into_iter().filter(|other| other.id != bank) {
            let found = self.inner.load(other.id, &leaking)?;
            for (id, partner) in found.partners {
                facts.partners.entry(id).or_insert(partner);
            }
            if self.is(F::SharesOneSequence) {
                facts.seq += found.seq;
            }
        }
        Ok(())
    }

    /// Mistakes about who has a login.
    fn spoil_logins(&self, bank: BankId, needs: &[Need], facts: &mut Facts) -> Result<(), Error> {
        for need in needs {
            let Need::Login(person) = need else { continue };
            let known = self.inner.load(bank, &[Need::Person(*person)])?.people;
            let here = known.get(person).filter(|row| !row.roles.is_empty());
            if self.is(F::TakesInvitedForLogin) && here.is_some() {
                facts.logins.insert(*person);
            }
            if self.is(F::ForgetsOtherBanksLogins) && here.is_none() {
                facts.logins.remove(person);
            }
        }
        Ok(())
    }
}

impl Store for Broken {
    fn load(&self, bank: BankId, needs: &[Need]) -> Result<Facts, Error> {
        let mut spoiled = needs.to_vec();
        for need in &mut spoiled {
            self.spoil_need(need);
        }
        let mut facts = self.inner.load(bank, &spoiled)?;
        if self.is(F::CountsTheLimitBeforeTheFilter) {
            for need in needs {
                if let Need::Requests(page) = need
                    && !page.states.is_empty()
                {
                    facts.requests.retain(|_, request| page.states.contains(&request.state));
                }
            }
        }
        self.leak(bank, needs, &mut facts)?;
        self.spoil_logins(bank, needs, &mut facts)?;
        if self.is(F::TakesACommandForDoneOnceAskedFor) {
            self.claim(bank, needs, &mut facts);
        }
        Ok(facts)
    }

    fn commit(&self, changes: &ChangeSet) -> Result<Committed, Error> {
        let mut spoiled = changes.clone();
        self.spoil_changes(&mut spoiled);
        if self.is(F::WritesRowByRow) {
            return self.commit_row_by_row(&spoiled);
        }
        let committed = self.inner.commit(&spoiled)?;
        if committed == Committed::Stale {
            let repeat = [Need::Command(changes.command.id)];
            if self.is(F::AnswersARepeatWithDone)
                && self.inner.load(changes.bank, &repeat)?.answered.is_some()
            {
                return Ok(Committed::Done);
            }
            if self.is(F::KeepsHalfOfWhatIsStale) {
                (spoiled.writes, spoiled.expects) = (Vec::new(), Vec::new());
                self.inner.commit(&spoiled)?;
            }
        }
        Ok(committed)
    }

    fn import(&self, import: &NewImport, rows: &mut dyn ImportRows) -> Result<Imported, Error> {
        if self.is(F::ForgetsTheImportGuard) {
            return self.import_unguarded(import.bank, rows);
        }
        let mut import = import.clone();
        if self.is(F::IgnoresWhatAnImportExpects) {
            import.expects.clear();
        }
        let early = if self.is(F::ReadsBeforeTheGuard) { rows.next_row()? } else { None };
        let mut rows = SpoiledRows { rows, early, fault: self.fault };
        let imported = self.inner.import(&import, &mut rows)?;
        Ok(match imported {
            Imported::Done(_) if self.is(F::WritesADroppedImport) => Imported::Dropped,
            imported => imported,
        })
    }

    fn history(&self, bank: BankId, query: &HistoryQuery) -> Result<Vec<Recorded>, Error> {
        let mut query = query.clone();
        if self.is(F::TellsEverybodysHistory) {
            query.partner = None;
        }
        self.inner.history(bank, &query)
    }

    fn messages(&self, bank: BankId, query: &MessageQuery) -> Result<Vec<Message>, Error> {
        let mut messages = self.inner.messages(bank, query)?;
        if self.is(F::TurnsMessagesAround) {
            messages.reverse();
        }
        Ok(messages)
    }

    fn claim(&self, bank: BankId, claim: &Claim) -> Result<Vec<Message>, Error> {
        let all = MessageQuery { limit: usize::MAX, ..MessageQuery::default() };
        let is_due = |message: &Message| {
            let sent = self.is(F::HandsOutWhatWasSent) && message.delivery.state == DeliveryState::Sent;
            let given_up =
                self.is(F::HandsOutWhatWasGivenUp) && message.delivery.state == DeliveryState::GivenUp;
            sent || given_up || message.delivery.is_due(claim.at)
        };
        let mut due = self.inner.messages(bank, &all)?;
        due.retain(is_due);
        if self.is(F::HandsOutTheNewestFirst) {
            due.reverse();
        }
        due.truncate(claim.limit);
        for message in &mut due {
            message.delivery = message.delivery.claimed(claim.until);
        }
        match self.fault {
            F::ForgetsALease
            | F::HandsOutTheNewestFirst
            | F::HandsOutWhatWasSent
            | F::HandsOutWhatWasGivenUp => Ok(due),
            F::LooksBeforeItClaims => {
                std::thread::yield_now();
                self.inner.claim(bank, claim)?;
                Ok(due)
            }
            F::CountsAClaimAsAnEvent => {
                let n = 1_000_000_000 + self.made_up.fetch_add(1, Ordering::Relaxed);
                let (id, digest, at) = (sample::command_id(n), vec![0; 32], claim.at);
                let command = CommandRecord { id, digest, at, answer: serde_json::Value::Null };
                let (expects, writes, messages) = (Vec::new(), Vec::new(), Vec::new());
                let events = vec![sample::bank_event(n)];
                self.inner.commit(&ChangeSet { bank, command, expects, writes, events, messages })?;
                self.inner.claim(bank, claim)
            }
            F::ClaimsInEveryBank => {
                let banks = self.inner.banks()?.into_iter().rev();
                banks
                    .map(|bank| self.inner.claim(bank.id, claim))
                    .collect::<Result<Vec<_>, _>>()
                    .map(|all| all.concat())
            }
            _ => self.inner.claim(bank, claim),
        }
    }

    fn settle(&self, bank: BankId, at: DateTime<Utc>, outcomes: &[Outcome]) -> Result<Vec<Noted>, Error> {
        let all = MessageQuery { limit: usize::MAX, ..MessageQuery::default() };
        let kept = self.inner.messages(bank, &all)?;
        let latest = |outcome: &Outcome| {
            let found = kept.iter().find(|message| message.id == outcome.message);
            found.map_or(0, |message| message.delivery.attempts)
        };
        let mut spoiled = outcomes.to_vec();
        for outcome in &mut spoiled {
            let failed = matches!(outcome.result, Attempt::Failed { .. });
            if failed && self.is(F::LosesWhatFailed) {
                outcome.result = Attempt::Sent;
            }
            if failed && self.is(F::BelievesAnybodyThatItFailed) {
                outcome.attempt = latest(outcome);
            }
            if !failed && self.is(F::BelievesNobodyLate) && outcome.attempt < latest(outcome) {
                outcome.attempt = 0;
            }
        }
        self.inner.settle(bank, at, &spoiled)
    }

    fn banks(&self) -> Result<Vec<Bank>, Error> {
        self.inner.banks()
    }

    fn keep_token(
        &self,
        bank: BankId,
        token: TokenDigest,
        invitation: &InvitationRef,
    ) -> Result<Committed, Error> {
        if self.is(F::ForgetsTokens) {
            return Ok(Committed::Done);
        }
        self.inner.keep_token(bank, token, invitation)
    }

    fn roles_of(&self, person: PersonId) -> Result<Vec<(BankId, Person)>, Error> {
        self.inner.roles_of(person)
    }

    fn take_out(&self, bank: BankId, take: &mut dyn FnMut(Piece) -> Result<(), Error>) -> Result<(), Error> {
        if self.is(F::TakesOutWhileOthersWrite) {
            // Asks for the messages afresh at the end, as if it were reading outside of its view.
            self.inner.take_out(bank, &mut |piece| match piece {
                Piece::Message(_) | Piece::Command(_) => Ok(()),
                other => take(other),
            })?;
            return self.inner.take_out(bank, &mut |piece| match piece {
                Piece::Message(_) | Piece::Command(_) => take(piece),
                _ => Ok(()),
            });
        }
        self.inner.take_out(bank, take)
    }

    fn take_in(
        &self,
        bank: BankId,
        give: &mut dyn FnMut() -> Result<Option<Piece>, Error>,
    ) -> Result<Committed, Error> {
        if self.is(F::KeepsWhatWasGivenUntilItFailed) {
            let failed = std::cell::RefCell::new(None);
            let taken = self.inner.take_in(bank, &mut || {
                Ok(give().unwrap_or_else(|error| {
                    failed.replace(Some(error));
                    None
                }))
            })?;
            return failed.into_inner().map_or(Ok(taken), Err);
        }
        self.inner.take_in(bank, give)
    }
}

/// The rows of an import as a broken store hands them on.
struct SpoiledRows<'a> {
    rows: &'a mut dyn ImportRows,
    early: Option<ImportRow>,
    fault: Fault,
}

impl ImportRows for SpoiledRows<'_> {
    fn next_row(&mut self) -> Result<Option<ImportRow>, Error> {
        match self.early.take() {
            Some(row) => Ok(Some(row)),
            None => self.rows.next_row(),
        }
    }

    fn clash(&mut self, clash: Clash) {
        let swallowed = self.fault == F::SettlesWithoutClashes
            || (self.fault == F::TakesLooksForNothing && clash.key == ClashKey::Look);
        if !swallowed {
            self.rows.clash(clash);
        }
    }

    fn settle(&mut self) -> Settled {
        match self.rows.settle() {
            Settled::Drop if self.fault == F::WritesADroppedImport => {
                let receipt = sample::receipt(1, 0);
                let what = partnerkit::event::What::PartnersImported(receipt.clone());
                Settled::Write { receipt, event: sample::event(1, what) }
            }
            settled => settled,
        }
    }
}
