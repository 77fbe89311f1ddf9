//! Several ways to do the same thing, timed in turns.

use std::time::Instant;

/// Runs each contestant once a round, in turns, and answers the best time of each in nanoseconds for one of the
/// `operations` it does in a round.
pub fn best<const N: usize>(
    rounds: usize,
    operations: usize,
    mut contestants: [&mut dyn FnMut(); N],
) -> [f64; N] {
    let mut best = [f64::INFINITY; N];
    for _ in 0..rounds {
        for (contestant, best) in contestants.iter_mut().zip(&mut best) {
            let begun = Instant::now();
            contestant();
            *best = best.min(begun.elapsed().as_nanos() as f64 / operations as f64);
        }
    }
    best
}

/// The middle one.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Numbers in no order, the same ones every time.
pub struct Shuffled(u64);

impl Shuffled {
    pub const fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    /// The next number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % most.max(1)
    }

    /// One of `choices`.
    pub fn one_of<T: Copy + Default>(&mut self, choices: &[T]) -> T {
        choices.get(self.below(choices.len())).copied().unwrap_or_default()
    }
}
