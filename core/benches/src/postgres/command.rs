//! A durable command beside a bare transaction that writes the same rows, on one and on many connections.

use std::sync::Barrier;
use std::time::Instant;

use partnerkit::command::Order;
use partnerkit::system::System;
use partnerkit_postgres::PostgresStore;

use super::bare::{Bare, Way, Written};
use super::{approval, bank, fresh, mappers, open_bank, settle, url};
use crate::Outcome;
use crate::race::median;
use crate::table::{Goal, row};

/// Connections, each to a bank of its own, and how many commands each gives in a round.
const LEVELS: [(usize, usize); 3] = [(1, 120), (8, 60), (32, 30)];
/// Without the first, in which connections are made and statements prepared.
const ROUNDS: usize = 15;
const BARE: [(&str, &str, Way); 2] = [
    ("bench_pipelined", "a bare transaction, two round trips", Way::Pipelined),
    ("bench_bare", "the same, statement by statement", Way::EachByItself),
];

/// The same banks for each contestant, in a schema of its own.
struct World {
    schema: &'static str,
    system: System<PostgresStore>,
    /// The orders of each bank that nobody has given yet.
    orders: Vec<Vec<Order>>,
    /// Connections of contestants that are not the library, kept between rounds as a pool keeps them.
    bare: Vec<Bare>,
}

impl World {
    fn open(schema: &'static str) -> Outcome<Self> {
        let system = fresh(schema)?;
        let mut orders = Vec::new();
        for n in 0..LEVELS.iter().map(|(connections, _)| *connections).max().unwrap_or_default() {
            let levels = LEVELS.iter().filter(|(connections, _)| *connections > n);
            let partners = levels.map(|(_, commands)| commands * (ROUNDS + 1)).sum::<usize>();
            let of_mappers = if n == 0 { mappers::COMMANDS * 2 } else { 0 };
            let ids = open_bank(&system, n, partners + of_mappers)?;
            orders.push(ids.into_iter().map(|partner| approval(bank(n), partner)).collect());
        }
        Ok(Self { schema, system, orders, bare: Vec::new() })
    }

    /// The next orders of the first banks.
    fn next(&mut self, connections: usize, commands: usize) -> Vec<Vec<Order>> {
        self.orders.iter_mut().take(connections).map(|bank| bank.drain(..commands).collect()).collect()
    }

    /// Commands on as many connections, in microseconds for one of them all.
    fn execute(&mut self, connections: usize, commands: usize) -> Outcome<f64> {
        let orders = self.next(connections, commands);
        let system = &self.system;
        at_once(orders, |order: &Order| Ok(system.execute(order).map(drop)?))
    }

    /// What these commands would write, bare.
    fn write(&mut self, connections: usize, commands: usize, way: Way) -> Outcome<f64> {
        let orders = self.next(connections, commands);
        let written = |order: &Order| Written::new(order, &self.system.preview(order)?);
        let all: Vec<Vec<Written>> =
            orders.iter().map(|orders| orders.iter().map(written).collect()).collect::<Outcome<_>>()?;
        while self.bare.len() < connections {
            self.bare.push(Bare::open(&url()?, self.schema)?);
        }
        let lines =
            all.into_iter().zip(&self.bare).enumerate().map(|(n, (all, line))| {
                all.into_iter().map(move |written| (bank(n).0, written, line)).collect()
            });
        at_once(lines.collect(), |(bank, written, line)| line.write(*bank, written, way))
    }
}

/// Does each list on a thread of its own, all beginning together.
fn at_once<T: Send>(lists: Vec<Vec<T>>, work: impl Fn(&T) -> Outcome + Sync) -> Outcome<f64> {
    let count: usize = lists.iter().map(Vec::len).sum();
    let (ready, work) = (Barrier::new(lists.len() + 1), &work);
    let mut begun = Instant::now();
    std::thread::scope(|scope| {
        let threads: Vec<_> = lists
            .into_iter()
            .map(|list| {
                let ready = &ready;
                scope.spawn(move || {
                    ready.wait();
                    list.iter().try_for_each(|one| work(one).map_err(|error| error.to_string()))
                })
            })
            .collect();
        ready.wait();
        begun = Instant::now();
        threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| "a thread panicked")?)
    })?;
    Ok(begun.elapsed().as_secs_f64() * 1e6 / count as f64)
}

pub fn bench() -> Outcome {
    let mut ours = World::open("bench_ours")?;
    let mut bare = BARE.iter().map(|(schema, ..)| World::open(schema)).collect::<Outcome<Vec<_>>>()?;
    settle()?;
    let mut alone = f64::NAN;
    for (connections, commands) in LEVELS {
        let (mut mine, mut theirs) = (Vec::new(), [const { Vec::new() }; BARE.len()]);
        for round in 0..=ROUNDS {
            let took = ours.execute(connections, commands)?;
            if round > 0 {
                mine.push(took);
            }
            for ((world, (.., way)), theirs) in bare.iter_mut().zip(BARE).zip(&mut theirs) {
                let took = world.write(connections, commands, way)?;
                if round > 0 {
                    theirs.push(took);
                }
            }
        }
        let mine = median(mine);
        let what = format!("a durable command, {connections} connections to as many banks");
        for ((_, name, _), theirs) in BARE.into_iter().zip(theirs) {
            row(&what, "µs", mine, Some((name, median(theirs))), Goal::AtMost(1.3));
        }
        if connections == 1 {
            alone = mine;
        } else {
            row(&what, "µs", mine, Some(("ours on one connection", alone)), Goal::None);
        }
    }
    mappers::bench(|| ours.execute(1, mappers::COMMANDS))
}
