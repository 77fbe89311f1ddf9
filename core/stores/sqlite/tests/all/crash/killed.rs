//! Processes that are killed: afterwards there is nothing or all of what they were doing, and the retry works.

use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

use super::lived::Part;
use super::{long, tell};

/// Calls that write, flush, cut or take away, by their names on the machines there are.
const CALLS: [&str; 8] = [
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "fallocate",
    "?unlink,unlinkat",
    "?rename,?renameat,?renameat2",
];

const KILL: &str = "signal=SIGKILL";

#[test]
fn at_every_write_of_a_day() {
    at_every_write("a day from the creation of the file", &Part::whole_day(), 120);
}

#[test]
fn at_every_write_of_an_import() {
    at_every_write("an import", &Part::import(300), 60);
}

#[test]
fn at_every_write_of_an_import_into_a_file_that_is_open_elsewhere() {
    at_every_write("an import into an open file", &Part::import(300).watched(), 24);
}

/// Kills a process before each of its writes, or in the short form at no more than so many of each kind.
fn at_every_write(what: &str, part: &Part, most: usize) {
    let begun = Instant::now();
    let (mut points, mut found) = (Vec::new(), BTreeMap::<usize, usize>::new());
    let place = part.place();
    for (call, total) in place.task().count(&CALLS) {
        let chosen = chosen(total, most);
        for n in &chosen {
            let place = part.place();
            let ended = place.task().spoil(call, KILL, &n.to_string());
            assert!(ended.was_killed(), "{call} {n} of {total}");
            *found.entry(place.check(&ended)).or_default() += 1;
        }
        // One more than there are: nothing happens, so none was left out.
        let place = part.place();
        let ended = place.task().spoil(call, KILL, &(total + 1).to_string());
        assert!(!ended.was_killed(), "there are more than {total} of {call}");
        assert_eq!(place.check(&ended), part.part.end);
        points.push((call, chosen.len(), total));
    }
    let hit: usize = points.iter().map(|(_, chosen, _)| chosen).sum();
    let seconds = begun.elapsed().as_secs();
    tell(&format!(
        "killed in {what}: {hit} crash points in {seconds} s; (call, hit, there are) {points:?}; \
         steps found done afterwards and how often {found:?}"
    ));
    for step in part.part.start..=part.part.end {
        assert!(found.contains_key(&step), "no process was killed after {step} steps");
    }
}

/// Which of `total` points are taken: all if there are at most `most`, and in the long form; otherwise the first, the last and some
/// between, about half of `most`.
pub fn chosen(total: usize, most: usize) -> Vec<usize> {
    let edge = most / 6;
    let step = total.div_ceil(edge.max(1));
    (1..=total)
        .filter(|n| long() || total <= most || *n <= edge || *n + edge > total || n % step == 0)
        .collect()
}

#[test]
fn at_random_moments_of_an_import() {
    at_random_moments("an import", &Part::import(600));
}

#[test]
fn at_random_moments_of_a_day() {
    at_random_moments("a day", &Part::whole_day());
}

fn at_random_moments(what: &str, part: &Part) {
    let begun = Instant::now();
    let wanted = if long() { 200 } else { 20 };
    let mut whole = undisturbed(part);
    let (mut killed, mut late, mut found) = (0, 0, BTreeMap::<usize, usize>::new());
    while killed < wanted {
        let place = part.place();
        let mut child = place.task().start();
        assert_eq!(child.hear(), "ready");
        // Not a wait for something: the moment of the kill is what is tried.
        // Later ones are drawn more often, since an import writes to the file only at its end.
        thread::sleep(whole.mul_f64(random().sqrt()));
        let ended = child.kill();
        // How long it takes changes with what else the machine does.
        if ended.was_killed() {
            killed += 1;
            whole = whole.mul_f64(1.05);
        } else {
            late += 1;
            whole = whole.mul_f64(0.7);
        }
        *found.entry(place.check(&ended)).or_default() += 1;
        assert!(late <= 10 * wanted, "the processes end before they can be killed");
    }
    let seconds = begun.elapsed().as_secs();
    tell(&format!(
        "killed in {what} at {killed} random moments in {seconds} s, {late} came too late; \
         steps found done afterwards and how often {found:?}"
    ));
}

/// How long it takes a process to live the part.
fn undisturbed(part: &Part) -> Duration {
    let place = part.place();
    let mut child = place.task().start();
    assert_eq!(child.hear(), "ready");
    let begun = Instant::now();
    let ended = child.end();
    let whole = begun.elapsed();
    assert!(!ended.was_killed());
    assert_eq!(place.check(&ended), part.part.end);
    whole
}

/// From 0 to 1. The standard library draws the keys of its hash maps at random.
fn random() -> f64 {
    use std::hash::{BuildHasher, RandomState};
    let drawn = RandomState::new().hash_one(Instant::now()) >> 40;
    f64::from(u32::try_from(drawn).unwrap()) / f64::from(1 << 24)
}
