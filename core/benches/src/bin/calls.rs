//! What calls cost in Rust that the benchmarks of other languages make as well, as JSON: nanoseconds for one of each. What such
//! a language needs above it is the price of crossing.

use std::hint::black_box;

use partnerkit::actor::Actor;
use partnerkit::capability::{Capability, capable};
use partnerkit::command::{Command, NewBank, Order};
use partnerkit::id::{CommandId, PartnerId};
use partnerkit::language::Language;
use partnerkit::lifecycle::{Case, decide};
use partnerkit::partner::PartnerPatch;
use partnerkit::patch::Change;
use partnerkit::question::{Inquiry, Question};
use partnerkit::status::{Standing, Status};
use partnerkit::store::RowId;
use partnerkit::store::memory::MemoryStore;
use partnerkit::system::System;
use partnerkit::transition::Action;
use uuid::Uuid;

#[path = "../race.rs"]
#[expect(dead_code, reason = "nothing is shuffled here")]
mod race;
#[path = "../sample.rs"]
#[expect(dead_code, reason = "only a few of the rows are needed here")]
mod sample;

/// Rounds, of which the best counts.
const ROUNDS: usize = 7;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [can] = race::best(
        ROUNDS,
        1_000_000,
        [&mut || {
            for _ in 0..1_000_000 {
                black_box(capable(black_box(Standing::START), Capability::MakeRequests));
            }
        }],
    );
    let standing = Standing { status: Status::Invited, ..Standing::START };
    let (new_contact, has_login, has_history) = (false, false, false);
    let case = Case { partner: sample::id(2, 1), name: "Ark", standing, new_contact, has_login, has_history };
    let [decided] = race::best(
        ROUNDS,
        100_000,
        [&mut || {
            for _ in 0..100_000 {
                drop(black_box(decide(black_box(&case), Action::Approve, sample::staff(), None)));
            }
        }],
    );
    let (system, partner) = one_partner()?;
    let mut number = 10;
    let [update] = race::best(
        ROUNDS,
        2_000,
        [&mut || {
            for _ in 0..2_000 {
                number += 1;
                let patch = PartnerPatch { quota: Change::Set(number % 7 + 1), ..PartnerPatch::default() };
                let order =
                    order(u128::from(number), sample::staff(), Command::UpdatePartner { partner, patch });
                drop(black_box(system.execute(&order)));
            }
        }],
    );
    let (at, actor, question) = (sample::at(), sample::staff(), Question::Partner { partner });
    let inquiry = Inquiry { at, actor, language: Language::English, question };
    let [question] = race::best(
        ROUNDS,
        10_000,
        [&mut || {
            for _ in 0..10_000 {
                drop(black_box(system.ask(&inquiry)));
            }
        }],
    );
    let figures =
        serde_json::json!({ "can": can, "decide": decided, "update_partner": update, "partner": question });
    println!("{figures}");
    Ok(())
}

fn order(n: u128, actor: Actor, command: Command) -> Order {
    Order { id: CommandId(Uuid::from_u128(n)), at: sample::at(), actor, command }
}

/// A system in memory with one partner, after one of each call has been seen to succeed.
fn one_partner() -> Result<(System<MemoryStore>, PartnerId), Box<dyn std::error::Error>> {
    let system = System::new(MemoryStore::new());
    let (name, email) = ("Pawnee Diaper Bank".to_owned(), "office@bank.example".to_owned());
    let new = NewBank { id: Some(sample::BANK), name, email, admin: None };
    system.execute(&order(1, Actor::Host, Command::CreateBank(new)))?;
    let add = serde_json::json!({ "add_partner": { "name": "Ark", "email": "ark@example.org" } });
    let done = system.execute(&order(2, sample::staff(), serde_json::from_value(add)?))?;
    let Some(RowId::Partner(partner)) = done.created else { return Err("no partner was added".into()) };
    let patch = PartnerPatch { quota: Change::Set(9), ..PartnerPatch::default() };
    system.execute(&order(3, sample::staff(), Command::UpdatePartner { partner, patch }))?;
    Ok((system, partner))
}
